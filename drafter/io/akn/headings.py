"""The rank of a heading, told from its label, or from its style and the headings above it."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.core.language import Language
from drafter.core.model import DEEPEST_LEVEL
from drafter.io.akn.pieces import Piece, Role, section_number

_STYLE_WEIGHT = (("HCh", 0), ("HCH", 0), ("H1", 1), ("H23", 2), ("H4", 3), ("H56", 4))
_LIGHTEST = 5
_RANK_OF_COMPONENTS = 1
"""The resolutions of a collection are lettered."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading below which others may stand; weight 0 is the highest of styles."""

    weight: int
    rank: int
    is_labelled: bool

    def ends_before(self, weight: int) -> bool:
        """Whether an unlabelled heading of this weight does not stand below this one."""
        return self.weight > weight or (self.weight == weight and not self.is_labelled)


class Headings:
    """The open headings of a body or an annex, the highest first."""

    def __init__(self, words: Language) -> None:
        self._words = words
        self._open: list[_Heading] = []

    def rank(self, piece: Piece) -> int:
        """The rank of a labelled heading is its label's; others go below what stands above them."""
        weight = _weight(piece.block.place.style)
        labelled = self._labelled_rank(piece)
        if labelled is None:
            rank = self._rank_below(weight)
        else:
            rank = labelled
            while self._open and self._open[-1].rank >= rank:
                self._open.pop()
        rank = min(rank, DEEPEST_LEVEL)
        self._open.append(_Heading(weight, rank, labelled is not None))
        return rank

    def _labelled_rank(self, piece: Piece) -> int | None:
        if piece.role is Role.COMPONENT:
            return _RANK_OF_COMPONENTS
        number = section_number(piece.label, self._words) if piece.label else None
        return None if number is None else number[0]

    def _rank_below(self, weight: int) -> int:
        while self._open and self._open[-1].ends_before(weight):
            self._open.pop()
        return self._open[-1].rank + 1 if self._open else 0


def _weight(style: str) -> int:
    """The weight of a style; 0 is the highest."""
    return next((weight for name, weight in _STYLE_WEIGHT if name in style), _LIGHTEST)

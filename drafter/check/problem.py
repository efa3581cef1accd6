"""What a rule has to say: a problem at a place, its words as data, and perhaps a fix."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum

from drafter.core.model import Resolution

Change = Callable[[Resolution], Resolution]
"""A pure edit of the whole document."""


class Severity(StrEnum):
    """How grave a problem is, gravest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return tuple(Severity).index(self)


class FixKind(StrEnum):
    """SAFE changes nothing a drafter would want to judge; an OFFER waits for a yes."""

    SAFE = "safe"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence as data: `code` names it for translation, `template` is its English form.

    The values of `arguments` stand in the template by name, in braces.
    """

    code: str
    template: str
    arguments: tuple[tuple[str, str], ...] = ()

    def english(self) -> str:
        """The sentence in English."""
        return self.template.format(**dict(self.arguments))


@dataclass(frozen=True, slots=True)
class Fix:
    """What would put it right.

    `touches` are the ids of the paragraphs and notes the change may alter, empty when it may alter
    anything: two fixes that touch the same are not applied in one go.
    """

    title: Message
    kind: FixKind
    change: Change = field(compare=False, repr=False)
    touches: frozenset[str] = frozenset()

    def overlaps(self, touched: AbstractSet[str]) -> bool:
        """Whether it may meet the changes already made to `touched`."""
        return bool(touched) and (not self.touches or not self.touches.isdisjoint(touched))


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong, or worth a look, at a place.

    `place` is the id of a paragraph or note, None for the document as a whole; `start` and `end`
    are code points in its text, equal when no stretch of it is meant; `is_unfinished` as in
    `rule.Wording`.
    """

    rule: str
    severity: Severity
    message: Message
    source: str
    place: str | None = None
    start: int = 0
    end: int = 0
    fix: Fix | None = None
    is_unfinished: bool = False

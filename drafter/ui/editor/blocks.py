"""The blocks of the page, worked out from the resolution: what stands in each, and how it looks.

Everything the page shows comes from here; block n of the text document is `PageBlock` n.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from drafter.app.endmarks import missing_mark
from drafter.app.places import (
    ORGAN_LINE,
    TITLE,
    Field,
    Place,
    places,
    text_at,
)
from drafter.app.slots import MARK, surface
from drafter.core.changes import changed_words
from drafter.core.endings import expected_endings
from drafter.core.inline import Style, Text
from drafter.core.language import EndMark, language
from drafter.core.model import DocumentKind, Paragraph, ParagraphKind, Part, Resolution
from drafter.core.numbering import Numbering, numbering

_SHOWN_OTHERWISE = str.maketrans(
    {
        "\n": "\u2028",
        "\r": "\u2028",
        "\u2029": "\u2028",
        "\x00": "\ufffd",
        "\ufdd0": "\ufffd",
        "\ufdd1": "\ufffd",
    }
)
"""Characters that Qt would take for the end of a block or the border of a frame."""


class Look(Enum):
    """The ways a block can be set."""

    __hash__ = object.__hash__  # Enum's own is slow, and each is asked for its style at every key

    TITLE = auto()
    ORGAN_LINE = auto()
    PARAGRAPH = auto()
    CLOSING_WORDS = auto()
    HEADING = auto()
    ANNEX = auto()
    TABLE = auto()
    QUOTED = auto()
    PLAIN = auto()
    CLOSING_LINE = auto()
    VOTE = auto()


_AFTER_ORGAN = ",،， \u00a0"
_LOOKS = {
    Field.TITLE: Look.TITLE,
    Field.ORGAN_LINE: Look.ORGAN_LINE,
    Field.CLOSING: Look.CLOSING_LINE,
    Field.VOTE: Look.VOTE,
}
_KIND_LOOKS = {
    ParagraphKind.PARAGRAPH: Look.PARAGRAPH,
    ParagraphKind.HEADING: Look.HEADING,
    ParagraphKind.ANNEX: Look.ANNEX,
    ParagraphKind.TABLE: Look.TABLE,
    ParagraphKind.QUOTED: Look.QUOTED,
    ParagraphKind.PLAIN: Look.PLAIN,
}


_WITH_ORGAN_LINE = frozenset({DocumentKind.DRAFT, DocumentKind.ADOPTED})
_TEXTS_AROUND = ("title", "organ_line", "closing", "vote")


class PageBlock(NamedTuple):
    """One block: `text` is typed, `label` and the `notes` at its marks are drawn by the program.

    `due` is the end mark that should stand at its end; `ghost` is what is still to be typed: that
    mark, or the organ line of an empty one. `cells` are those of a table.
    """

    place: Place
    look: Look
    text: Text
    part: Part | None = None
    label: str = ""
    level: int = 0
    notes: tuple[str, ...] = ()
    due: str = ""
    ghost: str = ""
    cells: tuple[tuple[Text, ...], ...] = ()

    @property
    def shown(self) -> str:
        """The characters of the block, U+FFFC for each mark or for a table."""
        if self.look is Look.TABLE:
            return MARK
        return displayable(surface(self.text))


def displayable(characters: str) -> str:
    """The characters as a block can hold them, one for one."""
    shown = characters.translate(_SHOWN_OTHERWISE)
    if shown.isascii():
        return shown
    return "".join("\ufffd" if "\ud800" <= one <= "\udfff" else one for one in shown)


def page_blocks(
    resolution: Resolution,
    shown: tuple[PageBlock, ...] = (),
    counted: Numbering | None = None,
) -> tuple[PageBlock, ...]:
    """All blocks of the page, from the title down.

    A block of `shown` that is as it should be is taken as it is; `counted` is the resolution's
    numbering where it is known.
    """
    maker = _Maker(resolution, shown, counted or numbering(resolution))
    return tuple(map(maker.block, places(resolution)))


def _with_italics(line: Text) -> Text:
    """An organ line without styles of its own: in italics up to its comma."""
    if line.spans:
        return line
    return line.styled(0, len(line.plain.rstrip(_AFTER_ORGAN)), Style.ITALIC)


def blocks_after(
    old: Resolution, shown: tuple[PageBlock, ...], new: Resolution, counted: Numbering
) -> tuple[PageBlock, ...]:
    """The blocks of `new`, given those of `old`; quick when only words changed."""
    changed = changed_words(old, new)
    if changed is None:
        return page_blocks(new, shown, counted)
    blocks = list(shown)
    below = len(new.closing) + bool(new.vote)
    words = language(new.language)
    for index in changed:
        paragraph = new.paragraphs[index]
        at = index + 2 + (below if paragraph.part is Part.ANNEX else 0)
        ghost = missing_mark(paragraph.text, blocks[at].due, words)
        blocks[at] = blocks[at]._replace(text=paragraph.text, ghost=ghost)
    if any(getattr(old, name) is not getattr(new, name) for name in _TEXTS_AROUND):
        maker = _Maker(new, (), counted)
        first = new.first_annex() + 2
        for at in (0, 1, *range(first, first + below)):
            blocks[at] = maker.block(blocks[at].place)
    return tuple(blocks)


class _Maker:
    def __init__(
        self, resolution: Resolution, shown: tuple[PageBlock, ...], counted: Numbering
    ) -> None:
        self._shown = {block.place.id: block for block in shown if block.part is not None}
        self._resolution = resolution
        self._words = language(resolution.language)
        self._numbering = counted

    @cached_property
    def _paragraphs(self) -> Mapping[str, Paragraph]:
        return dict(zip(self._resolution.ids, self._resolution.paragraphs, strict=True))

    @cached_property
    def _dues(self) -> Mapping[str, str]:
        signs = {due: self._words.end_mark(due) for due in EndMark}
        return {place: signs[due] for place, due in expected_endings(self._resolution).items()}

    def block(self, place: Place) -> PageBlock:
        if place.field is Field.PARAGRAPH:
            return self._paragraph(place, self._paragraphs[place.id])
        text = text_at(self._resolution, place)
        if place == ORGAN_LINE:
            text = _with_italics(text)
        return PageBlock(
            place,
            _LOOKS[place.field],
            text,
            label=self._resolution.number if place == TITLE else "",
            notes=self._notes(text),
            ghost=self._organ_line() if place == ORGAN_LINE and not text else "",
        )

    def _paragraph(self, place: Place, paragraph: Paragraph) -> PageBlock:
        due = self._dues.get(paragraph.id, "")
        known = self._shown.get(paragraph.id)
        if known is not None and known.text is paragraph.text and known.due == due:
            ghost = known.ghost
        else:
            ghost = missing_mark(paragraph.text, due, self._words)
        made = PageBlock(
            place,
            Look.CLOSING_WORDS if paragraph.closing else _KIND_LOOKS[paragraph.kind],
            paragraph.text,
            part=paragraph.part,
            label=self._numbering.labels[paragraph.id],
            level=paragraph.level,
            notes=self._notes(paragraph.text),
            due=due,
            ghost=ghost,
            cells=paragraph.cells,
        )
        return made if known is None or known != made else known

    def _notes(self, text: Text) -> tuple[str, ...]:
        if not text.marks:
            return ()
        numbers = self._numbering.notes
        return tuple(numbers.get(mark.note, mark.printed or "?") for mark in text.marks)

    def _organ_line(self) -> str:
        if self._resolution.kind not in _WITH_ORGAN_LINE:
            return ""
        has_preamble = any(p.part is Part.PREAMBLE for p in self._resolution.paragraphs)
        return self._words.organ_line(self._resolution.organ, has_preamble)

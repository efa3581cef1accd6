"""The blocks of the page, worked out from the resolution: what stands in each, and how it looks.

Everything the page shows comes from here; block n of the text document is `PageBlock` n.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

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
from drafter.core.endings import expected_endings
from drafter.core.inline import Style, Text
from drafter.core.language import EndMark, language
from drafter.core.model import DocumentKind, Paragraph, ParagraphKind, Part, Resolution
from drafter.core.numbering import numbering

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
_AROUND = (
    "language",
    "organ",
    "kind",
    "number",
    "title",
    "organ_line",
    "closing",
    "vote",
    "footnotes",
)
"""The fields beside the paragraphs from which blocks are made."""


@dataclass(frozen=True, slots=True)
class PageBlock:
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


def page_blocks(resolution: Resolution, shown: tuple[PageBlock, ...] = ()) -> tuple[PageBlock, ...]:
    """All blocks of the page, from the title down; what `shown` knows is not worked out again."""
    maker = _Maker(resolution, shown)
    return tuple(maker.block(place) for place in places(resolution))


def _with_italics(line: Text) -> Text:
    """An organ line without styles of its own: in italics up to its comma."""
    if line.spans:
        return line
    return line.styled(0, len(line.plain.rstrip(_AFTER_ORGAN)), Style.ITALIC)


def blocks_after(
    old: Resolution, shown: tuple[PageBlock, ...], new: Resolution
) -> tuple[PageBlock, ...]:
    """The blocks of `new`, given those of `old`; quick when only words of paragraphs changed."""
    changed = _reworded(old, new)
    if changed is None:
        return page_blocks(new, shown)
    blocks = list(shown)
    below = len(new.closing) + bool(new.vote)
    annexes = new.first_annex() if below else len(new.paragraphs)
    words = language(new.language)
    for index in changed:
        paragraph = new.paragraphs[index]
        at = index + 2 + (below if index >= annexes else 0)
        ghost = missing_mark(paragraph.text, blocks[at].due, words)
        blocks[at] = replace(blocks[at], text=paragraph.text, ghost=ghost)
    return tuple(blocks)


def _reworded(old: Resolution, new: Resolution) -> list[int] | None:
    """The indices of paragraphs that differ in their words, None if anything else differs."""
    if len(old.paragraphs) != len(new.paragraphs):
        return None
    if any(getattr(old, name) is not getattr(new, name) for name in _AROUND):
        return None
    changed: list[int] = []
    for index, (before, after) in enumerate(zip(old.paragraphs, new.paragraphs, strict=True)):
        if before is after:
            continue
        if replace(before, text=after.text) != after or _notes(before) != _notes(after):
            return None
        changed.append(index)
    return changed


def _notes(paragraph: Paragraph) -> list[tuple[str, str]]:
    return [(mark.note, mark.printed) for mark in paragraph.text.marks]


class _Maker:
    def __init__(self, resolution: Resolution, shown: tuple[PageBlock, ...]) -> None:
        self._shown = {block.place: block for block in shown}
        self._resolution = resolution
        self._words = language(resolution.language)
        self._numbering = numbering(resolution)
        self._dues = expected_endings(resolution)
        self._end_marks = {due: self._words.end_mark(due) for due in EndMark}
        self._paragraphs = {paragraph.id: paragraph for paragraph in resolution.paragraphs}

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
        due = self._due(paragraph)
        known = self._shown.get(place)
        if known is not None and known.text is paragraph.text and known.due == due:
            ghost = known.ghost
        else:
            ghost = missing_mark(paragraph.text, due, self._words)
        look = Look.CLOSING_WORDS if paragraph.closing else _KIND_LOOKS[paragraph.kind]
        return PageBlock(
            place,
            look,
            paragraph.text,
            part=paragraph.part,
            label=self._numbering.labels[paragraph.id],
            level=paragraph.level,
            notes=self._notes(paragraph.text),
            due=due,
            ghost=ghost,
            cells=paragraph.cells,
        )

    def _due(self, paragraph: Paragraph) -> str:
        due = self._dues.get(paragraph.id)
        return self._end_marks[due] if due else ""

    def _notes(self, text: Text) -> tuple[str, ...]:
        numbers = self._numbering.notes
        return tuple(numbers.get(mark.note, mark.printed or "?") for mark in text.marks)

    def _organ_line(self) -> str:
        if self._resolution.kind not in _WITH_ORGAN_LINE:
            return ""
        has_preamble = any(p.part is Part.PREAMBLE for p in self._resolution.paragraphs)
        return self._words.organ_line(self._resolution.organ, has_preamble)

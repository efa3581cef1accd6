"""The mark with which each paragraph should end: derived from structure, compared, never forced."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.core.language import EndMark
from drafter.core.model import Paragraph, ParagraphKind, Part, Resolution

_ENDS_FREELY_BEFORE = {ParagraphKind.TABLE, ParagraphKind.QUOTED, ParagraphKind.PLAIN}


def expected_endings(resolution: Resolution) -> Mapping[str, EndMark]:
    """The end mark due to each preambular and operative paragraph, by paragraph id.

    A paragraph that is not in the mapping may end as it likes: headings, tables, annexes, what
    stands before a table or a quoted text, and an item before closing words.
    """
    row = resolution.paragraphs
    last = _last_operative(row)
    endings: dict[str, EndMark] = {}
    for paragraph, following in zip(row, (*row[1:], None), strict=False):
        ending = _ending(paragraph, following, is_last=paragraph.id in last)
        if ending is not None:
            endings[paragraph.id] = ending
    return endings


def _last_operative(row: tuple[Paragraph, ...]) -> frozenset[str]:
    """The ids of the paragraphs that end an operative run: before a restart and at the very end."""
    last: list[str] = []
    running: str | None = None
    for paragraph in row:
        if paragraph.restarts and running is not None:
            last.append(running)
            running = None
        if paragraph.part is Part.OPERATIVE and paragraph.kind is ParagraphKind.PARAGRAPH:
            running = paragraph.id
    if running is not None:
        last.append(running)
    return frozenset(last)


def _ending(paragraph: Paragraph, following: Paragraph | None, *, is_last: bool) -> EndMark | None:
    if paragraph.kind is not ParagraphKind.PARAGRAPH or paragraph.part is Part.ANNEX:
        return None
    if following is not None and following.part is paragraph.part:
        if following.closing or following.kind in _ENDS_FREELY_BEFORE:
            return None
        if following.level and following.kind is ParagraphKind.PARAGRAPH:
            if following.level > paragraph.level:
                return EndMark.CHAPEAU
            if paragraph.level:
                return EndMark.ITEM
    if is_last:
        return EndMark.LAST
    return EndMark.PREAMBLE if paragraph.part is Part.PREAMBLE else EndMark.OPERATIVE

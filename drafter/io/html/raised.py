"""Raised numbers that nothing links: which are footnote marks, and which rows are their notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.core.inline import Mark, Style, Text
from drafter.io.html.rows import Row

_MARK = re.compile(r"\s*[\[(]?(\d{1,3}|\*{1,3})[\])]?[.:]?\s*")
_UNIT = re.compile(r"(?:^|[\s\d])[kcdm]?m$")


@dataclass(frozen=True, slots=True)
class _Raised:
    start: int
    end: int
    printed: str


def with_raised_marks(rows: Sequence[Row], linked: dict[str, str]) -> list[Row]:
    """With raised numbers as marks, and the rows that begin with one as notes.

    `linked` has the numbers of the linked notes by their keys; those of the others are added.
    """
    known = {printed: key for key, printed in linked.items()}
    beginnings = {index: _beginning(row) for index, row in enumerate(rows)}
    marked: set[str] = set()
    result: list[Row] = []
    for index, row in enumerate(rows):
        begins = beginnings[index]
        if begins is not None and begins.printed in marked:
            key = f"raised {index}"
            linked[key] = begins.printed
            known[begins.printed] = key
            result.append(replace(row, text=row.text.slice(begins.end).stripped(), note=key))
            continue
        if row.note or row.cells:
            result.append(row)
            continue
        raised = list(_raised(row.text))
        marked.update(one.printed for one in raised)
        result.append(replace(row, text=_marked(row.text, raised)))
    return [_settled(row, known) for row in result]


def _beginning(row: Row) -> _Raised | None:
    """The raised number at the start of a row that may be a note."""
    if row.note or row.cells or row.label:
        return None
    first = next(iter(_raised(row.text)), None)
    return first if first and first.start == 0 and first.end < len(row.text) else None


def _raised(text: Text) -> Iterator[_Raised]:
    for start, end in text.stretches(Style.SUPERSCRIPT):
        match = _MARK.fullmatch(text.plain[start:end])
        if match and not _UNIT.search(text.plain[:start]):
            yield _Raised(start, end, match[1])


def _marked(text: Text, raised: Sequence[_Raised]) -> Text:
    for one in reversed(raised):
        text = text.replaced(one.start, one.end, "")
        text = replace(text, marks=(*text.marks, Mark(one.start, "", one.printed)))
    return text


def _settled(row: Row, known: dict[str, str]) -> Row:
    """With the marks that have no note led to the note of their number, if there is one."""
    marks = tuple(
        replace(mark, note=known.get(mark.printed, "")) if not mark.note else mark
        for mark in row.text.marks
    )
    return replace(row, text=replace(row.text, marks=marks))

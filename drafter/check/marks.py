"""Footnote marks with the places where they stand, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.core.inline import Mark, Text
from drafter.core.model import Paragraph, Resolution

_MOST_FIGURES = 6


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark and the number that shows for it.

    `place` is the paragraph's id, None in the title and other lines; `at` the code point in the
    paragraph's own text, 0 for a mark in the cell of a table.
    """

    mark: Mark
    place: str | None
    at: int
    shown: str


def placed_marks(resolution: Resolution) -> Iterator[PlacedMark]:
    """All marks in the order in which they print."""
    numbers = {note.id: note.printed or "" for note in resolution.footnotes}
    for text, place, is_cell in _texts(resolution):
        for mark in text.marks:
            shown = mark.printed or numbers.get(mark.note, "")
            yield PlacedMark(mark, place, 0 if is_cell else mark.at, shown)


def first_marks(resolution: Resolution) -> Iterator[PlacedMark]:
    """The first mark of each note, and each mark without one, as far as they show a number."""
    known: set[str] = set()
    for placed in placed_marks(resolution):
        note = placed.mark.note
        if note in known or not is_number(placed.shown):
            continue
        if note:
            known.add(note)
        yield placed


def is_number(shown: str) -> bool:
    """Whether what a mark or note shows is a number, as no note has that has more figures."""
    return shown.isdecimal() and len(shown) <= _MOST_FIGURES


def _texts(resolution: Resolution) -> Iterator[tuple[Text, str | None, bool]]:
    """The texts as in `Resolution.texts`, each with its paragraph and whether it is a cell."""
    annexes = resolution.first_annex()
    for line in (resolution.masthead.origin, resolution.title, resolution.organ_line):
        yield line, None, False
    yield from _in_paragraphs(resolution.paragraphs[:annexes])
    for line in (*resolution.closing, resolution.vote):
        yield line, None, False
    yield from _in_paragraphs(resolution.paragraphs[annexes:])


def _in_paragraphs(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Text, str | None, bool]]:
    for paragraph in paragraphs:
        yield paragraph.text, paragraph.id, False
        for row in paragraph.cells:
            for cell in row:
                yield cell, paragraph.id, True

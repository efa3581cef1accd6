"""Finding and replacing over the whole page, or in a stretch of it; footnotes are searched too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from drafter.app import writing
from drafter.app.places import Caret, Place, places, text_at, with_text
from drafter.app.slots import plain_position
from drafter.core import edits, note_edits
from drafter.core.finding import Query, hits, patience, replaced
from drafter.core.inline import Text
from drafter.core.model import Resolution

Within = tuple[Caret, Caret] | None
"""The stretch to search, None for everything."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A find: in a place of the page, or (with `place` None) in the footnote `note`.

    `cell` says in which row and column, if the place is a table.
    """

    place: Place | None
    note: str
    start: int
    end: int
    cell: tuple[int, int] | None = None


def find_all(resolution: Resolution, query: Query, within: Within = None) -> tuple[Hit, ...]:
    """All finds in the order of the page, those in footnotes last.

    Raises:
        ModelError: it takes too long.
    """
    until = patience()
    found: list[Hit] = []
    for place, first, last in _stretches(resolution, within):
        if writing.is_table(resolution, place):
            found.extend(_in_cells(resolution, query, place, until))
        for start, end in hits(query, text_at(resolution, place), until):
            if first <= start and end <= last:
                found.append(Hit(place, "", start, end))
    if within is None:
        for note in resolution.footnotes:
            found.extend(Hit(None, note.id, *span) for span in hits(query, note.text, until))
    return tuple(found)


def replace_hit(resolution: Resolution, query: Query, hit: Hit, new: str) -> Resolution:
    """With one find replaced; raises ModelError as `core.finding.replaced`."""
    text, _ = replaced(query, _text(resolution, hit), new, patience(), at={hit.start})
    return _with(resolution, hit, text)


def replace_all(
    resolution: Resolution, query: Query, new: str, within: Within = None
) -> tuple[Resolution, int]:
    """With all finds replaced, and how many there were; raises as `replace_hit`."""
    found = find_all(resolution, query, within)
    for _, same_text in groupby(found, key=lambda hit: (hit.place, hit.note, hit.cell)):
        together = tuple(same_text)
        starts = {hit.start for hit in together}
        text, _ = replaced(query, _text(resolution, together[0]), new, patience(), at=starts)
        resolution = _with(resolution, together[0], text)
    return resolution, len(found)


def _in_cells(resolution: Resolution, query: Query, place: Place, until: float) -> Iterator[Hit]:
    for at, row in enumerate(resolution.paragraph(place.id).cells):
        for column, cell in enumerate(row):
            for span in hits(query, cell, until):
                yield Hit(place, "", *span, (at, column))


def _stretches(resolution: Resolution, within: Within) -> Iterator[tuple[Place, int, int]]:
    """The places to search with the code points that count in each."""
    if within is None:
        for place in places(resolution):
            yield place, 0, len(text_at(resolution, place))
        return
    for place, first, last in writing.stretch(resolution, *within):
        text = text_at(resolution, place)
        yield place, plain_position(text, first), plain_position(text, last)


def _text(resolution: Resolution, hit: Hit) -> Text:
    if hit.place is None:
        return resolution.footnote(hit.note).text
    if hit.cell is not None:
        row, column = hit.cell
        return resolution.paragraph(hit.place.id).cells[row][column]
    return text_at(resolution, hit.place)


def _with(resolution: Resolution, hit: Hit, text: Text) -> Resolution:
    if hit.place is None:
        return note_edits.set_footnote(resolution, hit.note, text)
    if hit.cell is not None:
        return edits.set_cell(resolution, hit.place.id, *hit.cell, text)
    return with_text(resolution, hit.place, text)

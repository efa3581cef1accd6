"""Tables among the lines of the body: rows whose cells tabs or wide gaps set apart.

Only rows that stand together and agree in their columns make a table; a number or letter before a
tab is a label and no cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.io.text.evidence import Reader
from drafter.io.text.lines import Line, spaced
from drafter.io.text.page import BodyLine

_CELL = re.compile(r"\S+(?:\s{1,2}\S+)*")
_TAB = "\t"
_FEWEST_ROWS = 3
_FEWEST_TABBED = 2
_MOST_BLANKS = 1
_OFF_COLUMN = 2
_LONGEST_ROW = 400
_MOST_CELLS = 40
_NUMBER = re.compile(r"\W?\d{1,3}\W?")


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell, between two columns of the line."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows `start` to `stop` (excluded) of the body; each row of `cells` is one line of it."""

    start: int
    stop: int
    cells: tuple[tuple[str, ...], ...]


def tables(rows: Sequence[BodyLine], reader: Reader) -> list[Table]:
    """The tables of the body, in order."""
    found: list[Table] = []
    index = 0
    while index < len(rows):
        table = _table_at(rows, index, reader)
        if table is not None:
            found.append(table)
        index = index + 1 if table is None else table.stop
    return found


def _table_at(rows: Sequence[BodyLine], start: int, reader: Reader) -> Table | None:
    if len(_row(rows[start].line, reader)) < 2:
        return None
    is_tabbed = _TAB in rows[start].line.raw.strip()
    lines: list[list[Cell]] = []
    for row in _together(rows, start):
        cells = _row(row.line, reader)
        if len(cells) < 2 or (_TAB in row.line.raw.strip()) is not is_tabbed:
            break
        if lines and not is_tabbed and not _agree(lines[-1], cells):
            break
        lines.append(cells)
    if len(lines) < (_FEWEST_TABBED if is_tabbed else _FEWEST_ROWS):
        return None
    in_columns = _by_order(lines) if is_tabbed else _by_place(lines)
    return Table(start, start + len(lines), in_columns)


def _together(rows: Sequence[BodyLine], start: int) -> Iterator[BodyLine]:
    """The rows from `start` on that nothing but a blank line parts."""
    yield rows[start]
    for row in map(rows.__getitem__, range(start + 1, len(rows))):
        if row.interrupted or row.line.new_page or row.line.blanks > _MOST_BLANKS:
            return
        yield row


def _row(line: Line, reader: Reader) -> list[Cell]:
    """The cells of a line; none where it is no row of a table."""
    raw = line.raw.rstrip()
    if len(raw) > _LONGEST_ROW or line.is_beside or reader.is_closing(line.text):
        return []
    if _TAB in raw.strip():
        words = [spaced(one) for one in raw.split(_TAB)]
        cells = [Cell(one, place, place + 1) for place, one in enumerate(words)]
        filled = [cell for cell in cells if cell.words]
    else:
        cells = filled = [
            Cell(spaced(match.group()), *match.span()) for match in _CELL.finditer(raw)
        ]
    if len(filled) < 2 or len(cells) > _MOST_CELLS or _is_labelled(filled, reader):
        return []
    return cells


def _is_labelled(cells: Sequence[Cell], reader: Reader) -> bool:
    """Whether the first cell is the label, bullet or number of a paragraph or note."""
    first = cells[0].words
    labels = reader.labels(first)
    if labels and labels[0].end >= len(first):
        return True
    if len(first) == 1 and not first.isalnum():
        return True
    return len(cells) == 2 and _NUMBER.fullmatch(first) is not None and cells[1].words[-1] in ".,;:"


def _agree(above: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether some column but the first begins or ends at the same place in both rows."""
    return any(
        abs(one.start - other.start) <= _OFF_COLUMN or abs(one.end - other.end) <= _OFF_COLUMN
        for one in above[1:]
        for other in below[1:]
    )


def _by_order(lines: Sequence[Sequence[Cell]]) -> tuple[tuple[str, ...], ...]:
    """The cells of tabbed rows, all with as many cells as the longest."""
    width = max(map(len, lines))
    lead = min(next(cell.start for cell in row if cell.words) for row in lines)
    return tuple(
        tuple(row[place].words if place < len(row) else "" for place in range(lead, width))
        for row in lines
    )


def _by_place(lines: Sequence[Sequence[Cell]]) -> tuple[tuple[str, ...], ...]:
    """The cells of spaced rows under one another, by the columns that they take together."""
    columns: list[tuple[int, int]] = []
    for start, end in sorted((cell.start, cell.end) for row in lines for cell in row):
        if columns and start < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
        else:
            columns.append((start, end))
    placed: list[tuple[str, ...]] = []
    for row in lines:
        words = [""] * len(columns)
        for cell in row:
            place = next(n for n, column in enumerate(columns) if cell.start < column[1])
            words[place] = f"{words[place]} {cell.words}".strip()
        placed.append(tuple(words))
    return tuple(placed)

"""Tables made and changed by hand: cells with other words, rows and columns more or fewer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.app.places import Caret, paragraph_place
from drafter.app.rewriting import reworded
from drafter.app.writing import Written
from drafter.core import edits
from drafter.core.inline import NO_TEXT, Text
from drafter.core.model import Paragraph, ParagraphKind, Resolution


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell, and in which row and column it was; None for a new one."""

    words: str
    was: tuple[int, int] | None = None


Cells = tuple[tuple[Cell, ...], ...]


def with_cells(resolution: Resolution, table_id: str, cells: Cells) -> Resolution:
    """With these cells in a table; what stays of the old ones keeps its styles and marks."""
    table = resolution.paragraph(table_id)
    new = tuple(tuple(reworded(_old(table, cell), cell.words) for cell in row) for row in cells)
    return (
        resolution if new == table.cells else resolution.with_paragraph(replace(table, cells=new))
    )


def new_table(resolution: Resolution, paragraph_id: str, cells: Cells) -> Written:
    """With a new table below a paragraph and all that hangs on it, without its blank rows."""
    filled = tuple(row for row in cells if any(cell.words.strip() for cell in row))
    index = edits.family(resolution, paragraph_id).stop
    part = resolution.paragraph(paragraph_id).part
    grown = edits.insert(resolution, index, part, kind=ParagraphKind.TABLE)
    table_id = edits.latest_id(grown)
    bare = replace(grown.paragraph(table_id), numbered=False)
    made = with_cells(grown.with_paragraph(bare), table_id, filled)
    return Written(made, Caret(paragraph_place(table_id), 1))


def _old(table: Paragraph, cell: Cell) -> Text:
    if cell.was is None:
        return NO_TEXT
    row, column = cell.was
    return table.cells[row][column]

"""The pages of a resolution as they are printed: masthead, running heads, text, notes, numbers.

The text is laid out once, by the page's own typography in black, at a size that makes rounding
invisible, and drawn page by page. All measures are points of the official layout.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPen,
    QTextBlock,
    QTextDocument,
    QTextLine,
)

from drafter.app.slots import MARK
from drafter.core.inline import Text
from drafter.core.model import Resolution
from drafter.core.numbering import numbering
from drafter.ui.editor import masthead
from drafter.ui.editor.blocks import Look, PageBlock, page_blocks
from drafter.ui.editor.labels import drawn_label
from drafter.ui.editor.layouts import Stack
from drafter.ui.editor.objects import Cells, NoteMarks, Tables
from drafter.ui.editor.rendering import Renderer
from drafter.ui.editor.typography import (
    COLUMN,
    NOTE_MARK,
    OVERHANG,
    SHEET,
    SIDE,
    TABLE,
    Typography,
)
from drafter.ui.paper.filling import Line, Sheet, filled, with_kept_lines
from drafter.ui.theme import LIGHT

_BLACK = replace(
    LIGHT, text="#000000", second="#000000", drawn="#000000", accent="#000000", line="#000000"
)
_SCALE = 6.0
"""Pixels a point, for laying out."""
_POINTS_PER_INCH = 72.0
_TOP, _BOTTOM = 72.0, 57.6
"""The margins of all pages but the first (1440 and 1152 twips)."""
_HEAD_AT, _HEAD_RULE = 60.8, 64.8
"""The running head stands on a row of 864 twips, 432 below the edge, 80 above its line."""
_FOOT_AT = 30.0
_SMALL = -1.5
_BEFORE_NOTES = 12.0
_THIN = 0.25


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a note's words that stays on one page."""

    note: str
    start: int
    end: int


class Pages:
    """The pages of one resolution on paper of a size, in points."""

    def __init__(self, resolution: Resolution, paper: QSizeF) -> None:
        self._resolution = resolution
        self._paper = paper
        screen = QGuiApplication.primaryScreen().logicalDotsPerInchY()
        self._typography = Typography(
            resolution.language, _BLACK, _SCALE, _POINTS_PER_INCH / screen
        )
        self._blocks = page_blocks(resolution)
        self._document = QTextDocument()
        self._marks = NoteMarks(self._current_typography, self._document)
        self._tables = Tables(self._current_typography, self._cells_of, self._document)
        self._lay_out()
        counted = numbering(resolution)
        texts = {note.id: note.text for note in resolution.footnotes}
        self._notes = {note: (counted.notes[note], texts[note]) for note in counted.note_order}
        self._head, self._head_height = masthead.masthead(resolution, self._typography)
        self._pieces = dict(self._pieces_of_notes())
        self._note_height = cache(self._measured_notes)
        self._sheets = self._filled()

    def __len__(self) -> int:
        return len(self._sheets)

    def notes_on(self, index: int) -> tuple[str, ...]:
        """The ids of the notes at the foot of a page, also of those that go on there."""
        pieces = (self._pieces[piece].note for piece in self._sheets[index].notes)
        return tuple(dict.fromkeys(pieces))

    def note_words_on(self, index: int) -> str:
        """What the notes at the foot of a page say, for tests and screen readers."""
        return "\n".join(text.plain for _, text in self._joined(self._sheets[index].notes))

    def words_on(self, index: int) -> str:
        """The text of a page without what is drawn, for tests and screen readers."""
        sheet = self._sheets[index]
        found = (
            block.text()[line.textStart() : line.textStart() + line.textLength()]
            for block in _text_blocks(self._document)
            for line in _lines_of(block)
            if sheet.top <= self._top(block, line.y()) < sheet.bottom
        )
        return "\n".join(found)

    def draw(self, painter: QPainter, index: int, pixels_per_point: float) -> None:
        """Draws a page; the painter's origin is the corner of the paper."""
        painter.save()
        painter.scale(pixels_per_point / _SCALE, pixels_per_point / _SCALE)
        corner = QPointF(self._px(self._paper.width() - SHEET) / 2, 0)
        if index:
            self._draw_running(painter, index, corner)
        else:
            self._head.draw(painter, corner)
        self._draw_text(painter, index, corner)
        sheet = self._sheets[index]
        if sheet.notes:
            stack, height = self._note_stack(sheet.notes)
            at = self._paper.height() - _BOTTOM - height
            stack.draw(painter, corner + QPointF(0, self._px(at)))
        painter.restore()

    # Laying out

    def _px(self, points: float) -> float:
        return points * _SCALE

    def _current_typography(self) -> Typography:
        return self._typography

    def _cells_of(self, paragraph_id: str) -> Cells:
        return next((one.cells for one in self._blocks if one.place.id == paragraph_id), ())

    def _lay_out(self) -> None:
        document = self._document
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        layout = document.documentLayout()
        layout.registerHandler(NOTE_MARK, self._marks)
        layout.registerHandler(TABLE, self._tables)
        document.setTextWidth(self._px(COLUMN))
        Renderer(document, self._typography).show(self._blocks)
        layout.documentSize()

    def _filled(self) -> list[Sheet]:
        lines = with_kept_lines(list(self._lines()))
        sheets = filled(lines, self._room, self._note_height)
        shown = {note for sheet in sheets for note in sheet.notes}
        rest = tuple(piece for piece in self._pieces if piece not in shown)
        if rest and lines:  # marked above the text, or nowhere: with the last line
            lines[-1] = replace(lines[-1], notes=(*lines[-1].notes, *rest))
            sheets = filled(lines, self._room, self._note_height)
        return sheets

    def _room(self, index: int) -> float:
        return self._px(self._paper.height() - self._start(index) - _BOTTOM)

    def _start(self, index: int) -> float:
        return _TOP if index else self._head_height

    def _measured_notes(self, notes: tuple[str, ...]) -> float:
        return self._px(self._note_stack(notes)[1] + _BEFORE_NOTES) if notes else 0.0

    def _note_stack(self, notes: tuple[str, ...]) -> tuple[Stack, float]:
        return masthead.note_stack(self._joined(notes), self._typography)

    def _pieces_of_notes(self) -> Iterator[tuple[str, _Piece]]:
        """Each note in one piece, or where it is higher than a page in its lines."""
        most = self._px(self._paper.height() - _TOP - _BOTTOM)
        for note, (number, text) in self._notes.items():
            whole = _Piece(note, 0, len(text))
            _, height = masthead.note_stack([(number, text)], self._typography)
            if self._px(height + _BEFORE_NOTES) <= most:
                yield note, whole
                continue
            for start, end in masthead.note_lines(text, self._typography):
                yield f"{note} {start}", _Piece(note, start, end)

    def _keys_of(self, notes: Collection[str]) -> tuple[str, ...]:
        """The keys of the pieces of these notes."""
        if not notes:
            return ()
        return tuple(key for key, piece in self._pieces.items() if piece.note in notes)

    def _joined(self, pieces: Sequence[str]) -> list[tuple[str, Text]]:
        """What stands at a foot: the pieces of a note in one, its number only at its start."""
        stretches: dict[str, tuple[int, int]] = {}
        for piece in map(self._pieces.__getitem__, pieces):
            start, _ = stretches.get(piece.note, (piece.start, 0))
            stretches[piece.note] = start, piece.end
        return [
            ("" if start else self._notes[note][0], self._notes[note][1].slice(start, end))
            for note, (start, end) in stretches.items()
        ]

    def _lines(self) -> Iterator[Line]:
        """All lines, each with the notes that no line before it marks; rows of tables are lines."""
        marked: set[str] = set()
        notes = tuple(mark.note for mark in self._resolution.masthead.origin.marks if mark.note)
        for number, text_block in enumerate(_text_blocks(self._document)):
            block = self._blocks[number]
            parts = self._rows if block.look is Look.TABLE else self._text_lines
            for line in parts(block, text_block):
                found = dict.fromkeys((*notes, *line.notes))
                new = {note for note in found if note not in marked}
                yield replace(line, notes=self._keys_of(new))
                marked.update(found)
                notes = ()

    def _text_lines(self, block: PageBlock, text_block: QTextBlock) -> Iterator[Line]:
        places = [at for at, sign in enumerate(text_block.text()) if sign == MARK]
        marks = list(zip(places, block.text.marks, strict=True))
        for line in _lines_of(text_block):
            end = line.textStart() + line.textLength()
            yield Line(
                self._top(text_block, line.y()),
                text_block.layout().position().y() + line.y() + line.height(),
                text_block.blockNumber(),
                tuple(
                    mark.note for at, mark in marks if line.textStart() <= at < end and mark.note
                ),
                holds=block.look in {Look.HEADING, Look.ANNEX, Look.TITLE, Look.ORGAN_LINE},
                opens=block.look is Look.ANNEX and line.textStart() == 0,
            )

    def _rows(self, block: PageBlock, text_block: QTextBlock) -> Iterator[Line]:
        top = self._top(text_block, text_block.layout().lineAt(0).y())
        heights = self._tables.row_heights(block.place.id)
        for row, height in zip(block.cells, heights, strict=True):
            notes = tuple(mark.note for cell in row for mark in cell.marks if mark.note)
            yield Line(top, top + height, text_block.blockNumber(), notes)
            top += height

    def _top(self, block: QTextBlock, y: float) -> float:
        """Where a line is in the document; an annex's first one begins with its label."""
        shown = self._blocks[block.blockNumber()]
        raised = drawn_label(shown, self._typography).raised if shown.label else 0.0
        is_first = y == block.layout().lineAt(0).y()
        room = raised + self._px(self._typography.setting.line) if raised and is_first else 0.0
        return block.layout().position().y() + y - room

    # Drawing

    def _draw_text(self, painter: QPainter, index: int, corner: QPointF) -> None:
        sheet = self._sheets[index]
        column = corner + QPointF(self._px(SIDE + OVERHANG), 0)
        painter.save()
        painter.translate(column.x(), self._px(self._start(index)) - sheet.top)
        width = self._px(SHEET)
        stretch = QRectF(-width, sheet.top, 3 * width, sheet.bottom - sheet.top)
        self._document.drawContents(painter, stretch)
        painter.restore()
        painter.save()
        painter.translate(column.x(), self._px(self._start(index)) - sheet.top)
        for block in _text_blocks(self._document):
            label = self._blocks[block.blockNumber()].label
            if label and sheet.top <= self._top(block, block.layout().lineAt(0).y()) < sheet.bottom:
                self._draw_label(painter, block)
        painter.restore()

    def _draw_label(self, painter: QPainter, text_block: QTextBlock) -> None:
        label = drawn_label(self._blocks[text_block.blockNumber()], self._typography)
        first = text_block.layout().lineAt(0)
        baseline = text_block.layout().position().y() + first.y() + first.ascent() - label.raised
        x = label.start
        if self._is_rtl():
            width = QFontMetricsF(label.font).horizontalAdvance(label.words)
            x = self._px(COLUMN) - label.start - width
        painter.setFont(self._typography.font_on(painter, label.font))
        painter.setPen(Qt.GlobalColor.black)
        painter.setLayoutDirection(self._typography.direction)
        painter.drawText(QPointF(x, baseline), label.words)

    def _draw_running(self, painter: QPainter, index: int, corner: QPointF) -> None:
        """The symbol above a line and the number at the foot, both on the outer side."""
        font = self._typography.font(_SMALL, bold=True)
        painter.setFont(self._typography.font_on(painter, font))
        painter.setPen(QPen(Qt.GlobalColor.black, self._px(_THIN)))
        left, right = self._px(SIDE), self._px(SHEET - SIDE)
        y = self._px(_HEAD_RULE)
        painter.drawLine(corner + QPointF(left, y), corner + QPointF(right, y))
        is_right = (index % 2 == 0) is not self._is_rtl()
        foot = self._paper.height() - _FOOT_AT
        for words, at in (
            (self._resolution.masthead.symbol, _HEAD_AT),
            (f"{index + 1}/{len(self)}", foot),
        ):
            width = QFontMetricsF(font).horizontalAdvance(words)
            x = right - width if is_right else left
            painter.drawText(corner + QPointF(x, self._px(at)), words)

    def _is_rtl(self) -> bool:
        return self._typography.direction is Qt.LayoutDirection.RightToLeft


def _text_blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _lines_of(block: QTextBlock) -> Iterator[QTextLine]:
    layout = block.layout()
    return (layout.lineAt(number) for number in range(layout.lineCount()))

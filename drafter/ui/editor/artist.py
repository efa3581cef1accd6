"""Draws what is on the sheet but not in the text: the sheet, masthead, labels, ghosts, notes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextBlock, QTextLine

from drafter.core.model import Part, Resolution
from drafter.ui.editor import masthead
from drafter.ui.editor.blocks import Look, PageBlock
from drafter.ui.editor.labels import drawn_label
from drafter.ui.editor.layouts import Stack
from drafter.ui.editor.typography import (
    OVERHANG,
    SHEET,
    SIDE,
)

if TYPE_CHECKING:
    from drafter.ui.editor.page import Page

_GROUND = 14.0
"""The quiet ground above and below the sheet, in points."""
_FOOT = 60.0
_BEFORE_NOTES = 30.0


def _tr(words: str) -> str:
    return QCoreApplication.translate("Artist", words)


class Artist:
    """Draws around the text of one page; `above`, `below` and `side` are its margins, in pixels."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._key: object = None
        self._notes: Stack | None = None
        self.prepare(page.session.resolution)

    def prepare(self, resolution: Resolution) -> None:
        """Lays out masthead and notes of a document in the page's typography."""
        self._resolution = resolution
        self._prepare_stacks()
        self._key = self._key_of(resolution)

    def is_stale(self, resolution: Resolution) -> bool:
        """Whether masthead or notes have changed since."""
        return self._key != self._key_of(resolution)

    def _key_of(self, resolution: Resolution) -> object:
        counted = self._page.session.numbering
        return (
            resolution.masthead,
            resolution.organ,
            resolution.kind,
            resolution.number,
            resolution.language,
            resolution.footnotes,
            counted.note_order,
            counted.notes,
        )

    def _prepare_stacks(self) -> None:
        typography = self._page.typography
        self._head, head_height = masthead.masthead(self._resolution, typography)
        self._notes, notes_height = masthead.notes(
            self._resolution, typography, self._page.session.numbering, self._notes
        )
        room = notes_height + _BEFORE_NOTES if notes_height else 0.0
        self.side = typography.px(SIDE + OVERHANG)
        self.above = typography.px(_GROUND + head_height)
        self.below = typography.px(room + _FOOT + _GROUND)
        self._notes_at = typography.px(notes_height + _FOOT + _GROUND)

    # The sheet

    @contextmanager
    def _painting(self) -> Iterator[QPainter]:
        """A painter that is ended whatever happens: one left active ends the whole program."""
        painter = QPainter(self._page.viewport())
        try:
            yield painter
        finally:
            painter.end()

    def draw_sheet(self, exposed: QRect) -> None:
        """The ground, the sheet, what is drawn above and below the text."""
        page = self._page
        offset = self._offset()
        gap = page.typography.px(_GROUND)
        notes_top = offset.y() + page.document().size().height() - self._notes_at
        with self._painting() as painter:
            painter.fillRect(exposed, QColor(page.theme.ground))
            sheet = self.sheet()
            painter.fillRect(sheet.intersected(QRectF(exposed)), QColor(page.theme.sheet))
            painter.setPen(QColor(page.theme.line))
            painter.drawRect(sheet.adjusted(0, 0, -1, -1))
            if exposed.top() < offset.y() + self.above:
                self._head.draw(painter, offset + QPointF(0, gap))
            if exposed.bottom() > notes_top and self._notes is not None:
                self._notes.draw(painter, QPointF(offset.x(), notes_top))

    def sheet(self) -> QRectF:
        """The white sheet, in the viewport; at least as high as the window."""
        page = self._page
        typography = page.typography
        gap = typography.px(_GROUND)
        height = max(page.document().size().height(), page.viewport().height())
        top = self._offset() + QPointF(0, gap)
        return QRectF(top.x(), round(top.y()), round(typography.px(SHEET)), height - 2 * gap)

    def room_above(self) -> float:
        """How high the sheet is above the title, in pixels; the ground is not part of it."""
        return self.above - self._page.typography.px(_GROUND)

    def _offset(self) -> QPointF:
        page = self._page
        return QPointF(-page.horizontalScrollBar().value(), -page.verticalScrollBar().value())

    # Labels and ghosts

    def draw_labels(self, exposed: QRect) -> None:
        """The numbers, letters and missing end marks of the blocks in sight."""
        offset = self._offset()
        with self._painting() as painter:
            painter.setLayoutDirection(self._page.typography.direction)
            for text_block, block in self._blocks_in(exposed):
                if block.label:
                    self._draw_label(painter, offset, text_block, block)
                ghost = block.ghost or self._hint(block)
                if ghost:
                    self._draw_ghost(painter, offset, text_block, block, ghost)

    def _blocks_in(self, exposed: QRect) -> Iterator[tuple[QTextBlock, PageBlock]]:
        page = self._page
        layout = page.document().documentLayout()
        offset = self._offset()
        top = page.cursorForPosition(exposed.topLeft()).block()
        block = top.previous() if top.previous().isValid() else top
        while block.isValid():
            rect = layout.blockBoundingRect(block).translated(offset)
            if rect.top() > exposed.bottom() + self.above:
                return
            yield block, page.blocks[block.blockNumber()]
            block = block.next()

    def _draw_label(
        self, painter: QPainter, offset: QPointF, text_block: QTextBlock, block: PageBlock
    ) -> None:
        typography = self._page.typography
        layout = text_block.layout()
        first = layout.lineAt(0)
        if not first.isValid():
            return
        painter.setPen(QColor(typography.theme.drawn))
        origin = layout.position() + offset
        label = drawn_label(block, typography)
        baseline = origin.y() + first.y() + first.ascent() - label.raised
        painter.setFont(label.font)
        x = offset.x() + self.side + label.start
        if typography.direction is Qt.LayoutDirection.RightToLeft:
            right = offset.x() + self._page.lineWrapColumnOrWidth() - self.side
            x = right - label.start - QFontMetricsF(label.font).horizontalAdvance(label.words)
        painter.drawText(QPointF(x, baseline), label.words)

    def _hint(self, block: PageBlock) -> str:
        """What belongs into an empty block, in the language of the interface."""
        if block.text:
            return ""
        if block.look is Look.PARAGRAPH and block.level:
            return _tr("Item")
        hints = {
            (Look.TITLE, None): _tr("Title"),
            (Look.HEADING, block.part): _tr("Heading"),
            (Look.ANNEX, Part.ANNEX): _tr("Title of the annex"),
            (Look.CLOSING_LINE, None): _tr("Closing line"),
            (Look.PARAGRAPH, Part.PREAMBLE): _tr("Preambular paragraph"),
            (Look.PARAGRAPH, Part.OPERATIVE): _tr("Operative paragraph"),
        }
        return hints.get((block.look, block.part), "")

    def _draw_ghost(
        self,
        painter: QPainter,
        offset: QPointF,
        text_block: QTextBlock,
        block: PageBlock,
        ghost: str,
    ) -> None:
        typography = self._page.typography
        layout = text_block.layout()
        last = layout.lineAt(layout.lineCount() - 1)
        if not last.isValid() or layout.preeditAreaText():
            return
        painter.setPen(QColor(typography.theme.ghost))
        painter.setFont(typography.block_font(block))
        x = end_x(last, text_block.length() - 1)
        origin = layout.position() + offset
        if typography.direction is Qt.LayoutDirection.RightToLeft:
            x -= QFontMetricsF(painter.font()).horizontalAdvance(ghost)
        painter.drawText(QPointF(origin.x() + x, origin.y() + last.y() + last.ascent()), ghost)


def end_x(line: QTextLine, position: int) -> float:
    """Where in a line the caret at a position of its block stands."""
    placed: object = line.cursorToX(position)  # PySide returns the position moved to as well
    return float(placed[0]) if isinstance(placed, tuple) else float(cast("float", placed))

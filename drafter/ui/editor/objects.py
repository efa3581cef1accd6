"""What stands in the text as one character: footnote marks, and tables shown whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLayout,
)

from drafter.core.inline import Text
from drafter.ui.editor.layouts import TextLook, height, laid_out
from drafter.ui.editor.typography import COLUMN, LABEL_PROPERTY, Typography

_MARK_SIZE = 0.66
_MARK_RAISED = 0.36
_MARK_GAP = 0.06
"""Of the font's size: how large, how high and how far from the word a note mark is."""
_NO_LINE = QTextCharFormat.UnderlineStyle.NoUnderline
_CELL = TextLook(-1)
_CELL_SIDE = 4.0
_CELL_ABOVE = 2.5


class NoteMarks(QPyTextObject):
    """Draws the raised number of a note; the format carries it."""

    def __init__(self, typography: Callable[[], Typography], parent: QTextDocument) -> None:
        super().__init__(parent)
        self._typography = typography

    def intrinsicSize(
        self, _document: QTextDocument, _position: int, format_: QTextFormat
    ) -> QSizeF:
        font = format_.toCharFormat().font()
        gap = 2 * _MARK_GAP * font.pointSizeF() / self._typography().points_per_px
        width = QFontMetricsF(_raised(font)).horizontalAdvance(_label(format_)) + gap
        return QSizeF(width, QFontMetricsF(font).ascent())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        format_: QTextFormat,
    ) -> None:
        if format_.toCharFormat().underlineStyle() is not _NO_LINE:
            return  # Qt draws it once more with the text, without the line
        font = _font_at(document, position)
        size = font.pointSizeF() / self._typography().points_per_px
        painter.save()
        painter.setFont(self._typography().font_on(painter, _raised(font)))
        painter.setPen(QColor(self._typography().theme.accent))
        at = QPointF(rect.left() + _MARK_GAP * size, rect.bottom() - _MARK_RAISED * size)
        painter.drawText(at, _label(format_))
        painter.restore()


def _font_at(document: QTextDocument, position: int) -> QFont:
    """The font of the text; that of the format to draw is another's where a line is below it."""
    cursor = QTextCursor(document)
    cursor.setPosition(position + 1)
    return cursor.charFormat().font()


def _raised(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _MARK_SIZE)
    small.setItalic(False)
    return small


def _label(format_: QTextFormat) -> str:
    return str(format_.property(LABEL_PROPERTY))


Cells = Sequence[Sequence[Text]]


class Tables(QPyTextObject):
    """Draws a table in the width of the column; `cells_of` finds its rows by paragraph id."""

    def __init__(
        self,
        typography: Callable[[], Typography],
        cells_of: Callable[[str], Cells],
        parent: QTextDocument,
    ) -> None:
        super().__init__(parent)
        self._typography = typography
        self._cells_of = cells_of

    def intrinsicSize(
        self, _document: QTextDocument, _position: int, format_: QTextFormat
    ) -> QSizeF:
        rows = self._rows(_label(format_))
        return QSizeF(self._typography().px(COLUMN), sum(row_height for row_height, _ in rows))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _document: QTextDocument,
        _position: int,
        format_: QTextFormat,
    ) -> None:
        typography = self._typography()
        painter.save()
        painter.setPen(QPen(QColor(typography.theme.second), 1))
        top = rect.top()
        above, side = typography.px(_CELL_ABOVE), typography.px(_CELL_SIDE)
        for row_height, layouts in self._rows(_label(format_)):
            painter.setPen(QPen(QColor(typography.theme.line), 1))
            painter.drawLine(QPointF(rect.left(), top), QPointF(rect.right(), top))
            painter.setPen(QColor(typography.theme.text))
            for layout, left in layouts:
                layout.draw(painter, QPointF(rect.left() + left + side, top + above))
            top += row_height
        painter.setPen(QPen(QColor(typography.theme.second), 1))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.drawLine(QPointF(rect.left(), top), QPointF(rect.right(), top))
        painter.restore()

    def row_heights(self, paragraph_id: str) -> list[float]:
        """How high each row of a table is, in pixels."""
        return [row_height for row_height, _ in self._rows(paragraph_id)]

    def _rows(self, paragraph_id: str) -> list[tuple[float, list[tuple[QTextLayout, float]]]]:
        """Each row's height, and its cells laid out with the place where each starts."""
        typography = self._typography()
        cells = self._cells_of(paragraph_id)
        columns = max((len(row) for row in cells), default=1)
        width = typography.px(COLUMN) / columns
        rows: list[tuple[float, list[tuple[QTextLayout, float]]]] = []
        for row in cells:
            layouts = [(self._laid_out(cell, width), at * width) for at, cell in enumerate(row)]
            if typography.direction is Qt.LayoutDirection.RightToLeft:
                layouts = [(one, (columns - 1) * width - left) for one, left in layouts]
            tallest = max((height(one) for one, _ in layouts), default=0.0)
            rows.append((tallest + 2 * typography.px(_CELL_ABOVE), layouts))
        return rows

    def _laid_out(self, cell: Text, width: float) -> QTextLayout:
        typography = self._typography()
        return laid_out(cell, width - 2 * typography.px(_CELL_SIDE), _CELL, typography)

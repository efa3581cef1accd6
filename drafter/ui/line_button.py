"""A button set like a line of text, without a box: a name, a second line, a word at the end."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

_MNEMONIC = re.compile("&(.)")
_SIDE, _ABOVE, _GAP = 10, 6, 12
_ROUND = 5.0
_FOCUS_LINE = 2.0
_LEAST_CHARACTERS = 12


class LineButton(QAbstractButton):
    """Shows `text()`, below it `detail`, and at the end of the line `trailing`.

    `chosen(key)` when it is clicked or Space or Enter is pressed. `is_action` sets it in the accent
    colour, as what does something rather than names something. Elided where there is no room; the
    accessible name has all of it.
    """

    chosen = Signal(object)

    def __init__(
        self,
        text: str,
        parent: QWidget,
        *,
        key: object = None,
        detail: str = "",
        trailing: str = "",
        is_action: bool = True,
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._is_action = is_action
        self._detail = detail
        self._trailing = trailing
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = (self._shown(), trailing, detail)
        self.setAccessibleName(", ".join(one for one in words if one))
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        width = self._metrics().horizontalAdvance(self._shown()) + 2 * _SIDE
        return QSize(width, self._height())

    def minimumSizeHint(self) -> QSize:
        least = self._metrics().averageCharWidth() * _LEAST_CHARACTERS
        return QSize(min(least, self.sizeHint().width()), self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        inner = self.rect().adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        line = QRect(inner)
        line.setHeight(self._metrics().lineSpacing())
        self._draw_first(painter, line)
        if self._detail:
            below = QRect(inner)
            below.setTop(line.bottom() + 1)
            self._draw_second(painter, below, self._detail, Qt.TextElideMode.ElideMiddle)

    def _height(self) -> int:
        height = self._metrics().lineSpacing() + 2 * _ABOVE
        return height + (QFontMetrics(self._second_font()).lineSpacing() if self._detail else 0)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self.font())

    def _second_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(False)
        font.setPointSizeF(font.pointSizeF() * 0.9)
        return font

    def _is_lit(self) -> bool:
        """Under the pointer, where only the full colour of text keeps its contrast."""
        return self.isDown() or self.underMouse()

    def _shown(self) -> str:
        """The words without the sign of the key that goes with Alt."""
        return _MNEMONIC.sub(r"\1", self.text())

    def _draw_ground(self, painter: QPainter) -> None:
        colours = self.palette()
        rounded = self.rect().toRectF().adjusted(1, 1, -1, -1)
        if self._is_lit():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(rounded, _ROUND, _ROUND)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.color(QPalette.ColorRole.Link), _FOCUS_LINE))
            painter.drawRoundedRect(rounded, _ROUND, _ROUND)

    def _draw_first(self, painter: QPainter, line: QRect) -> None:
        name = QRect(line)
        if self._trailing:
            width = QFontMetrics(self._second_font()).horizontalAdvance(self._trailing)
            end = QRect(line)
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                end.setRight(line.left() + width)
                name.setLeft(end.right() + _GAP)
            else:
                end.setLeft(line.right() - width)
                name.setRight(end.left() - _GAP)
            self._draw_second(painter, end, self._trailing, Qt.TextElideMode.ElideRight)
        painter.setFont(self.font())
        is_accented = self._is_action and not self._is_lit()
        role = QPalette.ColorRole.Link if is_accented else QPalette.ColorRole.WindowText
        painter.setPen(self.palette().color(role))
        shown = self._metrics().elidedText(
            self.text(),
            Qt.TextElideMode.ElideRight,
            name.width(),
            int(Qt.TextFlag.TextShowMnemonic.value),
        )
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(name, int(flags) | Qt.TextFlag.TextShowMnemonic.value, shown)

    def _draw_second(
        self, painter: QPainter, place: QRect, words: str, elided: Qt.TextElideMode
    ) -> None:
        font = self._second_font()
        painter.setFont(font)
        role = QPalette.ColorRole.WindowText if self._is_lit() else QPalette.ColorRole.Dark
        painter.setPen(self.palette().color(role))
        shown = QFontMetrics(font).elidedText(words, elided, place.width())
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(flags), shown)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.key)

"""Bars of how much there is: columns by year, and the bar in a row of a tree.

What the bars show can be read as well: the columns take the focus, arrows go from year to year, and
the year chosen is said in words.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from drafter.app.census_model import PART_ROLE
from drafter.app.corpus_words import texts_words

_Index = QModelIndex | QPersistentModelIndex
_GAP_PART = 0.2
_ROUND = 1.5
_LEAST_BAR = 2.0
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class YearBars(QWidget):
    """A column for each year from the first to the last; `said(words)` when one is chosen."""

    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Sequence[tuple[int, int]] = ()
        self._chosen = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Texts by year"))

    def set_counts(self, counts: dict[int, int]) -> None:
        """Shows how many texts each year has; years between that have none are shown as such."""
        years = range(min(counts), max(counts) + 1) if counts else range(0)
        self._counts = [(year, counts.get(year, 0)) for year in years]
        self._chosen = -1
        self.setAccessibleDescription(self.words())
        self.update()

    def words(self) -> str:
        """All that is shown, in words."""
        return "; ".join(self._year_words(at) for at, (_, n) in enumerate(self._counts) if n)

    @property
    def counts(self) -> Sequence[tuple[int, int]]:
        """The years and how many texts each has."""
        return self._counts

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing() * 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 30, self.sizeHint().height() // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self._counts:
            super().keyPressEvent(event)
            return
        self._choose(min(len(self._counts) - 1, max(0, self._chosen + step)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._counts:
            place = self._chart()
            at = int((event.position().x() - place.left()) / (place.width() / len(self._counts)))
            self._choose(min(len(self._counts) - 1, max(0, at)))

    def _choose(self, at: int) -> None:
        if at != self._chosen:
            self._chosen = at
            words = self._year_words(at)
            self.setAccessibleDescription(f"{words}. {self.words()}")
            self.said.emit(words)
            self.update()

    def _year_words(self, at: int) -> str:
        year, count = self._counts[at]
        return self.tr("{0}: {1}").format(year, texts_words(count))

    # --- painting ---------------------------------------------------------------------------

    def _chart(self) -> QRectF:
        below = self.fontMetrics().lineSpacing() + 4
        return QRectF(self.rect()).adjusted(4, 4, -4, -below)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._counts:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chart = self._chart()
        colours = self.palette()
        most = max(count for _, count in self._counts) or 1
        width = chart.width() / len(self._counts)
        painter.setPen(colours.color(QPalette.ColorRole.Midlight))
        painter.drawLine(chart.bottomLeft(), chart.bottomRight())
        painter.setPen(Qt.PenStyle.NoPen)
        for at, (_, count) in enumerate(self._counts):
            height = max(_LEAST_BAR, chart.height() * count / most) if count else 0
            bar = QRectF(chart.left() + at * width, chart.bottom() - height, width, height)
            side = width * _GAP_PART / 2
            is_chosen = at == self._chosen
            role = QPalette.ColorRole.Text if is_chosen else QPalette.ColorRole.Accent
            painter.setBrush(colours.color(role))
            painter.drawRoundedRect(bar.adjusted(side, 0, -side, 0), _ROUND, _ROUND)
        self._paint_years(painter, chart)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colours.color(QPalette.ColorRole.Accent))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_years(self, painter: QPainter, chart: QRectF) -> None:
        """The first and the last year, and the one chosen where there is room."""
        painter.setPen(self.palette().color(QPalette.ColorRole.Dark))
        line = QRectF(chart.left(), chart.bottom() + 2, chart.width(), self.height())
        top = Qt.AlignmentFlag.AlignTop
        painter.drawText(line, top | Qt.AlignmentFlag.AlignLeft, str(self._counts[0][0]))
        if len(self._counts) > 1:
            painter.drawText(line, top | Qt.AlignmentFlag.AlignRight, str(self._counts[-1][0]))


class RowBar(QStyledItemDelegate):
    """Paints how much of the largest row beside it a row has."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        part = index.data(PART_ROLE)
        if part is None:
            return
        place = QRectF(option.rect).adjusted(4, 0, -8, 0)
        thickness = max(4.0, place.height() * 0.4)
        width = max(_LEAST_BAR, place.width() * float(part))
        bar = QRectF(place.left(), place.center().y() - thickness / 2, width, thickness)
        if option.direction is Qt.LayoutDirection.RightToLeft:
            bar.moveRight(place.right())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(option.palette.color(QPalette.ColorRole.Accent))
        painter.drawRoundedRect(bar, _ROUND, _ROUND)
        painter.restore()

"""The uses of a wording on a line of years: a dot a use, higher where several fall in a year.

A filled dot was adopted without a vote, a ring by vote, a short stroke is not known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from drafter.app.precedent_words import agreed_words, where_words
from drafter.corpus.asking import Use

_ROWS = 6
"""More uses of one year stand on the highest place."""
_DOT_EMS = 0.5
_SIDE_EMS = 1.6
_LEAST_YEARS = 6


class Timeline(QWidget):
    """Shows uses by year; `use_chosen(use)` by mouse, arrow keys or Home and End."""

    use_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._uses: tuple[Use, ...] = ()
        self._places: list[tuple[int, int]] = []
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Uses by year"))

    def show_uses(self, uses: Sequence[Use]) -> None:
        """Shows the uses whose year is known."""
        self._uses = tuple(use for use in uses if use.year is not None)
        heights: Counter[int] = Counter()
        self._places = []
        for use in self._uses:
            year = use.year or 0
            self._places.append((year, min(heights[year], _ROWS - 1)))
            heights[year] += 1
        self.updateGeometry()
        self._current = -1
        if self._uses:
            first, last = self._span()
            words = self.tr("%Ln use(s)", "", len(self._uses))
            self.setAccessibleDescription(f"{words}, {first}–{last}")
        self.update()

    def choose(self, use: Use) -> None:
        """Marks a use without saying that it was chosen."""
        if use in self._uses:
            self._current = self._uses.index(use)
            self.update()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        rows = 1 + max((height for _, height in self._places), default=0)
        return QSize(40 * line, round((rows + 1) * self._step() + 2.6 * line))

    # --- drawing ----------------------------------------------------------------------------

    def _step(self) -> float:
        return self.fontMetrics().height() * _DOT_EMS * 1.25

    def _span(self) -> tuple[int, int]:
        years = [year for year, _ in self._places]
        first, last = min(years), max(years)
        missing = max(0, _LEAST_YEARS - (last - first))
        return first - missing // 2, last + (missing - missing // 2)

    def _x(self, year: int) -> float:
        first, last = self._span()
        side = self.fontMetrics().height() * _SIDE_EMS
        return side + (self.width() - 2 * side) * (year - first) / max(1, last - first)

    def _base(self) -> float:
        return self.height() - 1.5 * self.fontMetrics().lineSpacing()

    def _dot(self, at: int) -> QPointF:
        year, height = self._places[at]
        return QPointF(self._x(year), self._base() - (height + 0.9) * self._step())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._uses:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_axis(painter)
        for at in range(len(self._uses)):
            self._draw_dot(painter, at)
        self._draw_counts(painter)

    def _draw_counts(self, painter: QPainter) -> None:
        """Above years with more uses than there are places, how many there are."""
        painter.setPen(self.palette().color(QPalette.ColorRole.Dark))
        line = self.fontMetrics().lineSpacing()
        top = self._base() - (_ROWS + 0.4) * self._step() - line
        counts = Counter(year for year, _ in self._places)
        width = self.fontMetrics().horizontalAdvance("0000")
        for year, count in counts.items():
            if count > _ROWS:
                box = QRectF(self._x(year) - width / 2, top, width, line)
                painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, str(count))

    def _draw_axis(self, painter: QPainter) -> None:
        role = QPalette.ColorRole
        painter.setPen(QPen(self.palette().color(role.Dark), 1))
        base = self._base()
        first, last = self._span()
        painter.drawLine(QPointF(self._x(first), base), QPointF(self._x(last), base))
        width = self.fontMetrics().horizontalAdvance("0000 ")
        room = max(1, int((self.width() - 2 * width) / (width * 1.4)))
        every = next(n for n in (1, 2, 5, 10, 20, 50, 100) if (last - first) / n <= room)
        for year in range(first, last + 1):
            if year % every == 0:
                x = self._x(year)
                painter.drawLine(QPointF(x, base), QPointF(x, base + 3))
                box = QRectF(x - width, base + 4, 2 * width, self.fontMetrics().lineSpacing())
                painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, str(year))

    def _draw_dot(self, painter: QPainter, at: int) -> None:
        role = QPalette.ColorRole
        use = self._uses[at]
        accent = self.palette().color(role.Link)
        radius = self.fontMetrics().height() * _DOT_EMS / 2
        centre = self._dot(at)
        painter.setPen(QPen(accent, 1.6))
        if use.agreed is None:
            painter.drawLine(centre - QPointF(radius, 0), centre + QPointF(radius, 0))
        else:
            painter.setBrush(accent if use.agreed else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, radius * 0.85, radius * 0.85)
        if at == self._current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(role.Text), 1.6))
            painter.drawEllipse(centre, radius * 1.5, radius * 1.5)

    # --- choosing ---------------------------------------------------------------------------

    def _at(self, point: QPointF) -> int | None:
        """The use under a point, or close to it."""
        found = min(
            range(len(self._uses)),
            key=lambda at: (self._dot(at) - point).manhattanLength(),
            default=None,
        )
        near = 2 * self._step()
        if found is None or (self._dot(found) - point).manhattanLength() > near:
            return None
        return found

    def _choose(self, at: int) -> None:
        self._current = at
        self.setAccessibleDescription(where_words(self._uses[at]))
        self.update()
        self.use_chosen.emit(self._uses[at])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        if at is not None:
            self._choose(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._uses) - 1
        steps = {
            Qt.Key.Key_Left: max(0, self._current - 1),
            Qt.Key.Key_Right: min(last, self._current + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in steps and self._uses:
            self._choose(steps[key])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = self._at(QPointF(event.pos()))
            words = self._told(self._uses[at]) if at is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _told(self, use: Use) -> str:
        return " · ".join(one for one in (where_words(use), agreed_words(use)) if one)

"""Draws a precedent in the list: its words as they answer what was typed, and what speaks for it.

Words typed alike are in the second colour, words typed otherwise are underlined, and what would be
new stands in full colour; the same is said by shape as by colour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafter.app.precedent_rows import SUGGESTION
from drafter.app.precedent_words import strength_words, where_words
from drafter.app.questions import Suggestion
from drafter.core.language import language
from drafter.ui.editor.positions import to_code_points, to_utf16
from drafter.ui.unbroken import Unbroken

_Index = QModelIndex | QPersistentModelIndex
_MOST_LINES = 4
_SIDE, _ABOVE, _GAP = 10, 8, 3
_BEFORE = 36
"""So many characters stand before the first that answers what was typed."""
_MOST_CHARACTERS = 420
_GOES_ON = " …"
_SPARED = 3
_LONGEST_WORD = 24
"""What is left out for the sign that the words go on: so much, or back to the last space."""
_SEEN = 140
"""So much of a wording is seen in any case."""
_ROUND = 4.0
_BAR = 3.0
_WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value
_WORD = re.compile(r"\w{4,}")


class RowPainter(QStyledItemDelegate):
    """Paints suggestions; `words` are those looked for, `shows_keys` whether Alt takes a row."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._layouts: dict[int, tuple[Suggestion, int, QTextLayout]] = {}
        self.words = ""
        self.shows_keys = True

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row: Suggestion = index.data(SUGGESTION)
        width = self._view.viewport().width()
        layout = self._kept_layout(index, option, width - 2 * _SIDE)
        metrics = QFontMetrics(_small_font(option.font))
        below = metrics.boundingRect(
            QRect(0, 0, width - 2 * _SIDE, 1000), _WRAPPED, strength_words(row.precedent.strength)
        )
        height = layout.boundingRect().height() + metrics.lineSpacing() + below.height()
        return QSize(width, round(height) + 2 * _ABOVE + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, option, index)
        inner = option.rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        layout = self._kept_layout(index, option, inner.width())
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        layout.draw(painter, QPointF(inner.topLeft()))
        inner.setTop(round(inner.top() + layout.boundingRect().height()) + _GAP)
        self._draw_below(painter, option, index, inner)
        painter.restore()

    def prepare(self) -> None:
        """Loads the fonts of the rows."""
        font = self._view.font()
        bold = QFont(font)
        bold.setBold(True)
        for one in (font, bold, _small_font(font)):
            QFontMetrics(one).horizontalAdvance(_GOES_ON)

    # --- the words ---------------------------------------------------------------------------

    def forget(self) -> None:
        """The words sought, the colours or the font are others now."""
        self._layouts.clear()

    def _kept_layout(self, index: _Index, option: QStyleOptionViewItem, width: int) -> QTextLayout:
        """The layout made for the size of a row is the one that is painted."""
        row: Suggestion = index.data(SUGGESTION)
        kept = self._layouts.get(index.row())
        if kept is not None and kept[0] is row and kept[1] == width:
            return kept[2]
        layout = self._layout(row, option, width)
        self._layouts[index.row()] = (row, width, layout)
        return layout

    def _layout(self, row: Suggestion, option: QStyleOptionViewItem, width: int) -> QTextLayout:
        """As many lines as there is room for; of words that go on the last are left out."""
        shown, formats = self._shown(row, option.palette)
        layout, end = self._set(shown, formats, row, option.font, width)
        if end < len(shown):
            words = _at_word(shown[: max(0, end - _SPARED)]) + _GOES_ON
            layout, _ = self._set(words, formats, row, option.font, width)
        return layout

    def _set(
        self,
        shown: str,
        formats: list[QTextLayout.FormatRange],
        row: Suggestion,
        font: QFont,
        width: int,
    ) -> tuple[QTextLayout, int]:
        """The words in lines, and the code point at which the last line ends."""
        layout = QTextLayout(shown, font)
        layout.setCacheEnabled(True)
        how = QTextOption()
        how.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        is_rtl = language(row.precedent.use.language).is_rtl
        if is_rtl:
            how.setTextDirection(Qt.LayoutDirection.RightToLeft)
            how.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(how)
        layout.setFormats(formats)
        layout.beginLayout()
        y, end = 0.0, 0
        for _ in range(_MOST_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height()
            end = line.textStart() + line.textLength()
        layout.endLayout()
        return layout, to_code_points(shown, end)

    def _shown(
        self, row: Suggestion, palette: QPalette
    ) -> tuple[str, list[QTextLayout.FormatRange]]:
        text = row.precedent.use.text
        found = row.continuation
        start = _excerpt_start(text, found.start if found else self._first_sought(text))
        lead = "… " if start else ""
        shown = lead + text[start : start + _MOST_CHARACTERS]
        shown += _GOES_ON if start + _MOST_CHARACTERS < len(text) else ""
        shift = len(lead) - start
        stretches: list[tuple[int, int, QTextCharFormat]] = []
        if found is not None:
            second = QTextCharFormat()
            second.setForeground(palette.color(QPalette.ColorRole.Dark))
            stretches.append((0, found.end + shift, second))
            stretches.extend(
                (a + shift, b + shift, _differing(palette)) for a, b in found.differing
            )
        else:
            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.Bold)
            stretches.extend((a, b, bold) for a, b in _alike(self.words, shown))
        whole = Unbroken(shown)
        ranges = [(whole.at(a), whole.at(b), look) for a, b, look in stretches]
        return whole.shown, list(_ranges(whole.shown, ranges))

    def _first_sought(self, text: str) -> int:
        """Where the first word sought stands, if that is too far down to be seen."""
        first = next((start for start, _ in _alike(self.words, text)), 0)
        return first if first > _SEEN else 0

    # --- the rest ----------------------------------------------------------------------------

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """With a bar at the row that is shown below and taken: the one chosen, else the first."""
        ground = option.rect.toRectF().adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(option.palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(ground, _ROUND, _ROUND)
        if index.row() == max(0, self._view.currentIndex().row()):
            painter.setBrush(option.palette.color(QPalette.ColorRole.Link))
            bar = QRectF(ground.left(), ground.top() + _ABOVE, _BAR, ground.height() - 2 * _ABOVE)
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        if index.row() < index.model().rowCount() - 1:
            line = QRect(option.rect.left() + _SIDE, option.rect.bottom(), option.rect.width(), 1)
            painter.fillRect(
                line.adjusted(0, 0, -2 * _SIDE, 0),
                option.palette.brush(QPalette.ColorRole.Midlight),
            )

    def _draw_below(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, place: QRect
    ) -> None:
        row: Suggestion = index.data(SUGGESTION)
        font = _small_font(option.font)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Dark))
        first = QRect(place.left(), place.top(), place.width(), metrics.lineSpacing())
        key = f"Alt+{index.row() + 1}" if self.shows_keys else ""
        room = place.width() - metrics.horizontalAdvance(f"  {key}")
        elide = Qt.TextElideMode.ElideMiddle
        where = metrics.elidedText(where_words(row.precedent.use), elide, room)
        painter.drawText(first, Qt.AlignmentFlag.AlignLeft, where)
        painter.drawText(first, Qt.AlignmentFlag.AlignRight, key)
        place.setTop(first.top() + metrics.lineSpacing())
        painter.drawText(place, _WRAPPED, strength_words(row.precedent.strength))


def _differing(palette: QPalette) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(palette.color(QPalette.ColorRole.Link)))
    look.setFontUnderline(True)
    return look


def _small_font(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small


def _at_word(words: str) -> str:
    """The words up to the last whole one, if one ends near there."""
    space = words.rfind(" ", max(0, len(words) - _LONGEST_WORD))
    return words[:space] if space > 0 else words


def _excerpt_start(text: str, start: int) -> int:
    """Where the excerpt begins, so that what answers is seen: at a word, not long before it."""
    if start <= _BEFORE:
        return 0
    space = text.find(" ", start - _BEFORE, start)
    return start - _BEFORE if space < 0 else space + 1


def _alike(words: str, shown: str) -> Iterator[tuple[int, int]]:
    """The words of a text that were looked for."""
    sought = {match[0].casefold() for match in _WORD.finditer(words)}
    for match in _WORD.finditer(shown):
        if match[0].casefold() in sought:
            yield match.start(), match.end()


def _ranges(
    shown: str, stretches: list[tuple[int, int, QTextCharFormat]]
) -> Iterator[QTextLayout.FormatRange]:
    for start, end, look in stretches:
        first, last = max(0, start), min(end, len(shown))
        if first < last:
            made = QTextLayout.FormatRange()
            made.start = to_utf16(shown, first)
            made.length = to_utf16(shown, last) - made.start
            made.format = look
            yield made

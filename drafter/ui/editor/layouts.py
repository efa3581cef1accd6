"""Texts laid out for drawing, outside the text document: masthead, notes, cells of tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from drafter.core.inline import Style, Text
from drafter.ui.editor.blocks import displayable
from drafter.ui.editor.positions import utf16_length
from drafter.ui.editor.typography import Typography


@dataclass(frozen=True, slots=True)
class TextLook:
    """How a text outside the document is set; `larger`, `pitch` and the rest in points.

    `initial` is how much larger still the first letter is, as in a symbol.
    """

    larger: float = 0.0
    initial: float = 0.0
    bold: bool = False
    second: bool = False
    aligned: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading
    indent: float = 0.0
    pitch: float = 0.0


BODY = TextLook()
_MIRRORED = {
    Qt.AlignmentFlag.AlignLeading: Qt.AlignmentFlag.AlignRight,
    Qt.AlignmentFlag.AlignTrailing: Qt.AlignmentFlag.AlignLeft,
}
"""A layout, other than a document, takes leading for left whatever the direction."""


def laid_out(
    text: Text, width: float, look: TextLook, typography: Typography, notes: Sequence[str] = ()
) -> QTextLayout:
    """A text broken into lines of `width` pixels; `notes` are the numbers at its marks."""
    font = typography.font(look.larger, bold=look.bold)
    pieces: list[str] = []
    ranges: list[QTextLayout.FormatRange] = []
    numbers = iter(notes)
    length = 0
    for run in text.runs():
        is_mark = run.mark is not None
        piece = next(numbers, "") if is_mark else displayable(run.text)
        styles = frozenset({Style.SUPERSCRIPT}) if is_mark else run.styles
        pieces.append(piece)
        size = utf16_length(piece)
        if styles:
            ranges.append(_range(length, size, _format(styles, look, typography)))
        length += size
    if look.initial:
        ranges.append(_range(0, 1, _format(frozenset(), look, typography, look.initial)))
    layout = QTextLayout("".join(pieces), font)
    colour = typography.theme.second if look.second else typography.theme.text
    whole = QTextCharFormat()
    whole.setForeground(QBrush(QColor(colour)))
    layout.setFormats([_range(0, length, whole), *ranges])
    _break(layout, width, look, typography)
    return layout


def height(layout: QTextLayout) -> float:
    """How high a layout is, in pixels."""
    return layout.boundingRect().bottom()


def _break(layout: QTextLayout, width: float, look: TextLook, typography: Typography) -> None:
    is_rtl = typography.direction is Qt.LayoutDirection.RightToLeft
    option = QTextOption(_MIRRORED.get(look.aligned, look.aligned) if is_rtl else look.aligned)
    if not (is_rtl and is_left_to_right(layout.text())):
        option.setTextDirection(typography.direction)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    metrics = QFontMetricsF(layout.font())
    pitch = typography.px(look.pitch or typography.setting.line + 1.2 * look.larger)
    indent = typography.px(look.indent)
    top = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width - indent)
        line.setPosition(QPointF(0 if is_rtl else indent, top))
        top += max(pitch, metrics.height())
        indent = 0.0
    layout.endLayout()


def is_left_to_right(words: str) -> bool:
    """Whether it has letters and none that run from right to left, like a date in English."""
    runs = set(map(bidirectional, words))
    return "L" in runs and not runs & {"R", "AL"}


def _format(
    styles: frozenset[Style], look: TextLook, typography: Typography, larger: float = 0.0
) -> QTextCharFormat:
    emphasis = typography.setting.emphasis
    wanted = {emphasis if one is Style.ITALIC else one for one in styles}
    made = QTextCharFormat()
    made.setFont(
        typography.font(
            look.larger + larger,
            bold=look.bold or Style.BOLD in wanted,
            italic=Style.ITALIC in wanted,
            is_emphasis=Style.ITALIC in styles,
        )
    )
    if Style.SUPERSCRIPT in wanted:
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    elif Style.SUBSCRIPT in wanted:
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    return made


def _range(start: int, length: int, format_: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = length
    made.format = format_
    return made


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, in points from the sheet's top left."""

    start: float
    end: float
    y: float
    thickness: float


class Stack:
    """Texts set one below another on a sheet of `width` points, mirrored for right to left.

    What stood on the sheet `before` in the same typography is not laid out anew.
    """

    def __init__(self, width: float, typography: Typography, before: Stack | None = None) -> None:
        self._width = width
        self.typography = typography
        is_alike = before is not None and before.typography is typography
        self._known = before.layouts if before is not None and is_alike else {}
        self.layouts: dict[tuple[Text, float, TextLook], QTextLayout] = {}
        self._placed: list[tuple[QTextLayout, float, float]] = []
        self._rules: list[Rule] = []

    def put(
        self, text: Text | str, x: float, y: float, width: float, look: TextLook = BODY
    ) -> float:
        """Sets a text at `x`, `y`, in points; the `y` below it."""
        words = Text(text) if isinstance(text, str) else text
        px = self.typography.px
        key = words, width, look
        layout = self._known.get(key) or laid_out(words, px(width), look, self.typography)
        self.layouts[key] = layout
        if self.typography.direction is Qt.LayoutDirection.RightToLeft:
            x = self._width - x - width
        self._placed.append((layout, x, y))
        return y + height(layout) / px(1)

    def rule(self, start: float, end: float, y: float, thickness: float) -> None:
        """Draws a line."""
        if self.typography.direction is Qt.LayoutDirection.RightToLeft:
            start, end = self._width - end, self._width - start
        self._rules.append(Rule(start, end, y, thickness))

    def draw(self, painter: QPainter, origin: QPointF) -> None:
        """Draws all of it from `origin`, in pixels."""
        px = self.typography.px
        for layout, x, y in self._placed:
            layout.draw(painter, origin + QPointF(px(x), px(y)))
        for rule in self._rules:
            pen = painter.pen()
            pen.setColor(QColor(self.typography.theme.text))
            pen.setWidthF(max(1.0, px(rule.thickness)))
            painter.setPen(pen)
            y = origin.y() + px(rule.y)
            painter.drawLine(
                QPointF(origin.x() + px(rule.start), y), QPointF(origin.x() + px(rule.end), y)
            )

    def texts(self) -> Iterator[str]:
        """What is written in it, for tests and screen readers."""
        return (layout.text() for layout, _, _ in self._placed)

"""Labels of a kind that recur: headings of groups and panels, and words of second rank."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QSpinBox, QVBoxLayout, QWidget

_FIGURE_INDENT_PX = 5
_LEAST_CHARACTERS = 22
_EMPTY_MARGINS = (10, 3, 10, 8)


def heading(words: str, parent: QWidget) -> QLabel:
    """A small heading in capitals."""
    label = QLabel(words, parent)
    font = QFont(label.font())
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
    font.setPointSizeF(font.pointSizeF() * 0.9)
    font.setBold(True)
    label.setFont(font)
    return second(label)


def empty_words(words: str, parent: QWidget) -> QLabel:
    """What a panel says while it is empty: what will be there, and how it comes."""
    label = second(QLabel(words, parent))
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
    label.setContentsMargins(*_EMPTY_MARGINS)
    return label


def titled(words: str, below: QWidget, parent: QWidget) -> QWidget:
    """A widget with a line above it that says what it shows, level with that of its neighbour."""
    column = QWidget(parent)
    box = QVBoxLayout(column)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(second(QLabel(words, column)))
    box.addWidget(below, 1)
    return column


def least_width(panel: QWidget) -> int:
    """As narrow as a panel beside the page may get: its words can still be told apart."""
    return panel.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS


def line_up(box: QSpinBox) -> None:
    """Brings the figure of a box in line with the words of other fields."""
    box.lineEdit().setTextMargins(_FIGURE_INDENT_PX, 0, 0, 0)


def second(label: QLabel) -> QLabel:
    """Sets a label in the colour of what is secondary."""
    label.setForegroundRole(QPalette.ColorRole.Dark)
    return label

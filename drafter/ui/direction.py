"""Which way a text in a field is written: that of the document's language."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from drafter.core.language import language

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


def direction(code: str) -> Qt.LayoutDirection:
    """The direction of a language."""
    is_rtl = language(code).is_rtl
    return Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight


def reading_side(code: str) -> Qt.AlignmentFlag:
    """The side at which a text of a language begins."""
    return _RIGHT if language(code).is_rtl else Qt.AlignmentFlag.AlignLeft


def write_towards(field: QPlainTextEdit, code: str) -> None:
    """Sets a field of several lines in the direction of a language."""
    option = field.document().defaultTextOption()
    if option.textDirection() is not direction(code):
        option.setTextDirection(direction(code))
        option.setAlignment(reading_side(code))
        field.document().setDefaultTextOption(option)

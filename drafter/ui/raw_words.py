"""The words of a field of several lines as they stand.

Qt's own reading gives a plain space for a no-break one, which would then be lost from the text.
"""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

_BETWEEN_LINES = "\u2029"


def raw_words(field: QPlainTextEdit) -> str:
    """What stands in the field, its lines parted by line feeds."""
    return field.document().toRawText().replace(_BETWEEN_LINES, "\n")

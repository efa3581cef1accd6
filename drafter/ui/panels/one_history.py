"""Undo and redo in the fields of a panel: the history is the draft's, not the field's.

Qt's fields keep Ctrl+Z for themselves. Only words that are not in the draft yet, as those of a date
half typed, are the field's own to take back.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class OneHistory(QObject):
    """Leaves undo and redo in the fields it is given to the commands of the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._with_own: set[QWidget] = set()

    def add(self, field: QWidget, *, has_own: bool = False) -> None:
        """Takes a field; one that `has_own` words keeps what it can itself take back."""
        field.installEventFilter(self)
        if has_own:
            self._with_own.add(field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is QEvent.Type.KeyRelease:
            return False
        undoes, redoes = event.matches(_UNDO), event.matches(_REDO)
        if not (undoes or redoes):
            return False
        if watched in self._with_own and isinstance(watched, QLineEdit):
            can = watched.isUndoAvailable() if undoes else watched.isRedoAvailable()
            if can:
                return False
        event.ignore()
        return True

"""Fields that a wheel turned over them scrolls past: Qt would have it change what they hold."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class WheelPast(QObject):
    """Leaves the wheel over the fields it is given to what they stand in."""

    def add(self, field: QWidget) -> None:
        """Takes the wheel from a field; it does not get the focus by it either."""
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Wheel:
            return False
        event.ignore()  # so that it goes on to the parent
        return True

"""A wheel turned over a widget."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget


def wheel(
    over: QWidget,
    turn: QPoint,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> QWheelEvent:
    """Turned by so many eighths of a degree, sideways and upwards."""
    at = QPoint(5, 5)
    return QWheelEvent(
        QPointF(at),
        QPointF(over.mapToGlobal(at)),
        QPoint(),
        turn,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

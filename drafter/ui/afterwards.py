"""What follows when a window has been seen: a piece in each turn of the event loop.

Keys typed meanwhile are answered between two pieces, so no piece may take long.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget


class Afterwards(QObject):
    """Does pieces of work once a widget has been painted; `done()` after the last of them."""

    done = Signal()

    def __init__(self, seen: QWidget) -> None:
        super().__init__(seen)
        self._pieces: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._do_next)
        seen.installEventFilter(self)

    def add(self, *pieces: Callable[[], object]) -> None:
        """Puts pieces behind those that wait; only before the widget has been painted."""
        self._pieces.extend(pieces)

    def close(self) -> None:
        """What has not been done is not needed any more."""
        self._pieces.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _do_next(self) -> None:
        if self._pieces:
            self._pieces.popleft()()
        else:
            self._timer.stop()
            self.done.emit()

"""Reads files off the main thread, one after the other; what takes long is said and can be stopped.

A file that is read at once is read at once: only large texts take longer than a blink.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction

from drafter.app.worker import Answer, Worker
from drafter.core.model import Resolution
from drafter.io.formats import read_file, source_of

LARGE_BYTES = 48 * 1024
"""A plain text of this size takes about half a second."""
_LONG_MS = 500


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and the text it was read from, empty if nothing of it is to be looked at."""

    path: Path
    resolution: Resolution
    source: str


def reading_of(path: Path) -> Reading:
    """What is in a file; raises ReadError."""
    resolution = read_file(path)
    return Reading(path, resolution, source_of(path) if resolution.guesses else "")


def is_large(path: Path) -> bool:
    """Whether reading the file may take longer than a blink."""
    try:
        return path.stat().st_size > LARGE_BYTES
    except OSError:
        return False


class Reader(QObject):
    """Reads large files.

    Signals: `done(reading)`; `failed(sentence)`; `took_long(sentence, stop)` with the action that
    gives it up; `stopped(sentence)`.
    """

    done = Signal(object)
    failed = Signal(str)
    took_long = Signal(str, object)
    stopped = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker(self)
        self._worker.answered.connect(self._on_worker_answered)
        self._waiting: deque[Path] = deque()
        self._now: Path | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LONG_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    def read(self, path: Path) -> None:
        """Reads a file after those that wait."""
        self._waiting.append(path)
        if self._now is None:
            self._next()

    def close(self) -> None:
        """Gives up all of it."""
        self._timer.stop()
        self._waiting.clear()
        self._worker.close()

    def _next(self) -> None:
        self._now = self._waiting.popleft() if self._waiting else None
        if self._now is not None:
            path = self._now
            self._worker.ask(lambda: reading_of(path))
            self._timer.start()

    @Slot()
    def stop(self) -> None:
        """Gives up the file that is being read."""
        path = self._now
        if path is not None:
            self._timer.stop()
            self._worker.forget()
            self._next()
            self.stopped.emit(self.tr("%1 was not read.").replace("%1", path.name))

    @Slot()
    def _on_timer_timeout(self) -> None:
        if self._now is not None:
            stop = QAction(self.tr("Stop"), self)
            stop.triggered.connect(self.stop)
            words = self.tr("Reading %1, a large text…").replace("%1", self._now.name)
            self.took_long.emit(words, stop)

    @Slot(object)
    def _on_worker_answered(self, answer: Answer) -> None:
        self._timer.stop()
        if answer.error is not None:
            self.failed.emit(answer.error.user_text())
        else:
            self.done.emit(answer.value)
        self._next()

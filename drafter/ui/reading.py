"""Reads off the main thread, one text after the other; what takes long is said and can be stopped.

What is read at once is read at once: only large texts take longer than a blink.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction

from drafter.app.worker import Answer, Worker
from drafter.core.model import Resolution
from drafter.core.patience import IsGivenUp, never

LARGE_BYTES = 48 * 1024
"""A plain text of this size takes about half a second."""
_LONG_MS = 500


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and the text it was read from, empty if nothing of it is to be looked at;
    `path` is None if it was pasted.
    """

    path: Path | None
    resolution: Resolution
    source: str


def reading_of(path: Path, is_given_up: IsGivenUp = never) -> Reading:
    """What is in a file; raises ReadError, and GivenUpError when `is_given_up` says so."""
    # Inline: the page has this module at its start, when nothing is read yet.
    from drafter.io.formats import read_file, source_of  # noqa: PLC0415

    resolution = read_file(path, is_given_up)
    return Reading(path, resolution, source_of(path) if resolution.guesses else "")


def is_large(path: Path) -> bool:
    """Whether reading the file may take longer than a blink."""
    try:
        return path.stat().st_size > LARGE_BYTES
    except OSError:
        return False


Work = Callable[[IsGivenUp], object]


@dataclass(frozen=True, slots=True)
class Asked:
    """A text to be read by `work`, which asks the function it is given whether it is given up.

    `words` are said while it is read, `given_up` when it was stopped.
    """

    work: Work
    words: str
    given_up: str


class Reader(QObject):
    """Reads large texts.

    Signals: `done(value)` with what the work gave back; `failed(sentence)`; `took_long(sentence,
    stop)` with the action that gives it up; `stopped(sentence)`.
    """

    done = Signal(object)
    failed = Signal(str)
    took_long = Signal(str, object)
    stopped = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker(self)
        self._worker.answered.connect(self._on_worker_answered)
        self._waiting: deque[Asked] = deque()
        self._now: Asked | None = None
        self._given_up = Event()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LONG_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    def read(self, path: Path) -> None:
        """Reads a file after what waits."""
        words = self.tr("Reading %1, a large text…").replace("%1", path.name)
        given_up = self.tr("%1 was not read.").replace("%1", path.name)
        self.ask(Asked(partial(reading_of, path), words, given_up))

    def read_copied(self, work: Work) -> None:
        """Reads what was copied."""
        words = self.tr("Reading what was pasted, a large text…")
        self.ask(Asked(work, words, self.tr("Nothing was pasted.")))

    def ask(self, asked: Asked) -> None:
        """Reads another text after what waits."""
        self._waiting.append(asked)
        if self._now is None:
            self._next()

    def close(self) -> None:
        """Gives up all of it."""
        self._timer.stop()
        self._waiting.clear()
        self._given_up.set()
        self._worker.close()

    def _next(self) -> None:
        self._now = self._waiting.popleft() if self._waiting else None
        if self._now is not None:
            self._given_up = Event()
            self._worker.ask(partial(self._now.work, self._given_up.is_set))
            self._timer.start()

    @Slot()
    def stop(self) -> None:
        """Gives up what is being read."""
        given_up = self._now
        if given_up is not None:
            self._timer.stop()
            self._given_up.set()
            self._worker.forget()
            self._next()
            self.stopped.emit(given_up.given_up)

    @Slot()
    def _on_timer_timeout(self) -> None:
        if self._now is not None:
            stop = QAction(self.tr("Stop"), self)
            stop.triggered.connect(self.stop)
            self.took_long.emit(self._now.words, stop)

    @Slot(object)
    def _on_worker_answered(self, answer: Answer) -> None:
        self._timer.stop()
        if answer.error is not None:
            self.failed.emit(answer.error.user_text())
        else:
            self.done.emit(answer.value)
        self._next()

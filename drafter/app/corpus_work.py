"""Long work on the user's corpus, one piece at a time, seen by all windows.

Each piece runs in a process of its own. A thread starts it, waits for what it tells and for its
end: none of that may hold up the window.
"""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from drafter.app.corpus_tasks import Outcome, Task, Told
from drafter.app.worker import Answer, Bridge, Worker
from drafter.core.errors import CorpusError
from drafter.corpus.job import Done, Failed, Job

_WAIT_SECONDS = 0.1
_GRACE_TURNS = 20
"""How often to wait for a cancelled piece of work when the program ends."""


class CorpusWork(QObject):
    """Does tasks: `started(task)`, `told(told)` while it goes on, and at last `ended(outcome)` or
    `failed(sentence)`; `changed()` before the end when the corpus may be another.
    """

    started = Signal(object)
    told = Signal(object)
    ended = Signal(object)
    failed = Signal(str)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.task: Task | None = None
        self.last_told = Told(None)
        self.is_cancelled = False
        self._stop = Event()
        self._is_closing = Event()
        self._worker = Worker(self)
        self._worker.answered.connect(self._on_worker_answered)
        self._bridge = Bridge()
        self._bridge.came.connect(self._on_told)

    @property
    def is_busy(self) -> bool:
        """Whether a task goes on."""
        return self.task is not None

    def start(self, task: Task) -> bool:
        """Begins a task; False while another goes on."""
        if self.task is not None:
            return False
        self.task = task
        self.last_told = Told(None)
        self.is_cancelled = False
        self._stop.clear()
        self._worker.ask(lambda: self._done(task))
        self.started.emit(task)
        return True

    @Slot()
    def cancel(self) -> None:
        """Asks the task to end; what it has done until then is kept."""
        if self.task is not None:
            self.is_cancelled = True
            self._stop.set()

    def close(self) -> None:
        """Ends what goes on, in seconds at most; the corpus is whole up to its last commit."""
        self._is_closing.set()
        self._stop.set()
        self._worker.close()

    def _done(self, task: Task) -> Outcome:
        """Runs the task to its end; on the worker's thread."""
        job = Job(task)
        turns_left = _GRACE_TURNS
        while True:
            for message in job.messages(_WAIT_SECONDS):
                if isinstance(message, Done):
                    return message.result if isinstance(message.result, Outcome) else Outcome()
                if isinstance(message, Failed):
                    raise CorpusError(message.reason)
                self._bridge.came.emit(message)
            if self._stop.is_set():
                job.cancel()
                turns_left -= self._is_closing.is_set()
                if task.is_killed or turns_left < 0:
                    job.kill()
                    return Outcome(is_cancelled=True)

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        self.last_told = told
        self.told.emit(told)

    @Slot(object)
    def _on_worker_answered(self, answer: Answer) -> None:
        task, self.task = self.task, None
        if task is not None and task.changes:
            self.changed.emit()
        if answer.error is not None:
            self.failed.emit(answer.error.user_text())
        else:
            self.ended.emit(answer.value)

"""Work off the main thread: one thread, one long-lived bridge, the newest request wins.

The function asked for runs on the worker's thread: it may touch only what it was given, immutable
documents above all. Answers arrive on the thread the worker lives in. Close it before the program
ends.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from drafter.core.errors import DrafterError


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of request `number`: a value, or a known error in its place."""

    number: int
    value: object = None
    error: DrafterError | None = None


class FaultError(DrafterError):
    """A fault of the program in work that somebody waits for."""

    def __init__(self) -> None:
        super().__init__("The program has a fault that this brings out. Nothing was changed.")


def answered(number: int, work: Callable[[], object], tell: Callable[[Answer], None]) -> Answer:
    """The answer that work gives to a request; a fault of the program is told, and goes on up."""
    try:
        return Answer(number, work())
    except DrafterError as error:
        return Answer(number, error=error)
    except Exception:
        tell(Answer(number, error=FaultError()))
        raise


class Bridge(QObject):
    """Brings what is emitted on one thread to another.

    Without a parent: it stays for as long as either thread holds it, also when the window that
    waited on one end went away while the other still worked.
    """

    came = Signal(object)


class Worker(QObject):
    """Runs functions in the background; `answered(answer)` for each that was not overtaken.

    An answer may be overtaken on its way from thread to thread: it is looked at again on arrival.
    """

    answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._newest = 0
        self._is_closed = False
        self._bridge = Bridge()
        self._bridge.came.connect(self._on_came)

    @property
    def is_busy(self) -> bool:
        """Whether something runs."""
        return self._pool.activeThreadCount() > 0

    def ask(self, work: Callable[[], object]) -> int:
        """Runs `work` as soon as the thread is free; what still waited is dropped.

        Returns the number that its answer will carry. After `close` nothing is run any more.
        """
        self._newest += 1
        self._pool.clear()
        if not self._is_closed:
            self._pool.start(_Task(self, self._newest, work))
        return self._newest

    def is_newest(self, number: int) -> bool:
        """Whether nothing was asked since."""
        return number == self._newest

    def forget(self) -> None:
        """What runs or waits is not announced any more; nobody waits for it."""
        self._newest += 1
        self._pool.clear()

    def finish(self) -> None:
        """Drops what waits and waits for what runs; neither is announced any more."""
        self.forget()
        self._pool.waitForDone()

    def close(self) -> None:
        """Finishes for good."""
        self._is_closed = True
        self.finish()

    def bring(self, answer: Answer) -> None:
        """Sends an answer to the worker's own thread; called from the other one."""
        if self.is_newest(answer.number):
            self._bridge.came.emit(answer)

    @Slot(object)
    def _on_came(self, answer: Answer) -> None:
        if self.is_newest(answer.number):
            self.answered.emit(answer)


class _Task(QRunnable):
    def __init__(self, worker: Worker, number: int, work: Callable[[], object]) -> None:
        super().__init__()
        self._worker = worker
        self._number = number
        self._work = work

    def run(self) -> None:
        bring = self._worker.bring
        bring(answered(self._number, self._work, bring))

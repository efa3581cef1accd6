"""The search thread: one for the program, with a corpus open for reading.

Whoever asks has a line of its own, in which the newest question wins: one asked before is dropped,
or given up between two pieces of work. Nothing of index or database is loaded before the first
question; a window loads it in small pieces when it has been seen, so that this need not hold it up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot
from shiboken6 import isValid

from drafter.app.corpus import Corpus
from drafter.app.worker import Answer, Bridge, answered

if TYPE_CHECKING:
    from drafter.app.librarian import Librarian
    from drafter.app.questions import Question

ASK_AGAIN_MS = 100
"""While the corpus is being made."""


class Library(QObject):
    """The thread and its corpus; close it before the program ends."""

    def __init__(self, corpus: Corpus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.corpus = corpus
        self._librarian: Librarian | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._is_changed = False
        self._lines: set[Line] = set()
        self._bridge = Bridge()
        self._bridge.came.connect(self._on_came)
        corpus.changed.connect(self._on_corpus_changed)

    def line(self, parent: QObject) -> Line:
        """A new line of questions."""
        line = Line(self, parent)
        self._lines.add(line)
        return line

    def close(self) -> None:
        """Waits for what runs, and gives the files free."""
        for line in tuple(self._lines):
            if isValid(line):  # a window that went with its parent took its line along
                line.close()
        self._pool.waitForDone()
        if self._librarian is not None:
            self._librarian.close()
            self._librarian = None

    def start(self, line: Line, number: int, question: Question) -> None:
        """Puts a question behind those that wait; that of a closed line is not asked."""
        if line in self._lines:
            self._pool.start(_Task(self, line, number, question))

    def drop(self, line: Line) -> None:
        """A line is closed."""
        self._lines.discard(line)

    def answer(self, line: Line, number: int, question: Question) -> None:
        """On the search thread: asks the librarian, and has the answer brought to the line."""

        def is_stale() -> bool:
            return not line.is_newest(number)

        if is_stale():
            return
        # Inline: no start may wait for index and database.
        from drafter.app.librarian import Librarian, NotYetError  # noqa: PLC0415

        if self._librarian is None:
            self._librarian = Librarian(self.corpus.folder)
        if self._is_changed:
            self._is_changed = False
            self._librarian.reopen()
        librarian = self._librarian

        def work() -> object:
            try:
                return librarian.answer(question, is_stale)
            except NotYetError:
                return None

        answer = answered(number, work, lambda fault: self._bridge.came.emit((line, fault)))
        if not is_stale():
            self._bridge.came.emit((line, answer))

    @Slot(object)
    def _on_came(self, came: tuple[Line, Answer]) -> None:
        line, answer = came
        if line in self._lines and isValid(line):
            line.take(answer)

    @Slot()
    def _on_corpus_changed(self) -> None:
        self._is_changed = True


class Line(QObject):
    """The questions of one who asks.

    Signals: `answered(answer)`, an `Answer` with a value or an error, for the newest question only;
    `waiting()` when the corpus is still being made: the answer comes when it is.
    """

    answered = Signal(object)
    waiting = Signal()

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._newest = 0
        self._question: Question | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ASK_AGAIN_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    def ask(self, question: Question) -> None:
        """Asks; what was asked before is no longer wanted."""
        self.forget()
        self._question = question
        self._library.start(self, self._newest, question)

    def forget(self) -> None:
        """What was asked is no longer wanted."""
        self._newest += 1
        self._timer.stop()

    def close(self) -> None:
        """Nothing is answered any more."""
        self.forget()
        self._library.drop(self)

    def is_newest(self, number: int) -> bool:
        """Whether nothing was asked since; asked from the search thread too."""
        return number == self._newest

    def take(self, answer: Answer) -> None:
        """Brings an answer, unless it was overtaken on its way."""
        if not self.is_newest(answer.number):
            return
        if answer.value is None and answer.error is None:
            self._timer.start()
            self.waiting.emit()
        else:
            self.answered.emit(answer)

    @Slot()
    def _on_timer_timeout(self) -> None:
        if self._question is not None:
            self._library.start(self, self._newest, self._question)


class _Task(QRunnable):
    def __init__(self, library: Library, line: Line, number: int, question: Question) -> None:
        super().__init__()
        self._library = library
        self._line = line
        self._number = number
        self._question = question

    def run(self) -> None:
        self._library.answer(self._line, self._number, self._question)

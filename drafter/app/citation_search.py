"""Looks for what can be cited while somebody types, off the main thread.

The finder and what is remembered of the draft belong to the worker's thread alone.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from drafter.app.citing import choices, named_before
from drafter.app.corpus import Corpus
from drafter.app.places import Caret
from drafter.app.worker import Answer, Worker
from drafter.core.model import Resolution
from drafter.corpus.finding import Finder
from drafter.corpus.names import Reference


class CitationSearch(QObject):
    """One search at a time, the newest wins: `found(choices)`, or `failed(sentence)`."""

    found = Signal(object)
    failed = Signal(str)

    def __init__(self, corpus: Corpus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._finder = Finder(corpus.folder)
        self._worker = Worker(self)
        self._worker.answered.connect(self._on_worker_answered)
        self._asked_at: tuple[Resolution, Caret] | None = None
        self._named: frozenset[Reference] = frozenset()

    def ask(self, words: str, resolution: Resolution, caret: Caret) -> None:
        """Looks for what number or words may mean, to be cited at the caret."""
        self._worker.ask(lambda: self._look(words, resolution, caret))

    def close(self) -> None:
        """Stops for good."""
        self._worker.close()
        self._finder.close()

    def _look(self, words: str, resolution: Resolution, caret: Caret) -> object:
        at = self._asked_at
        if at is None or at[0] is not resolution or at[1] != caret:
            self._named = named_before(resolution, caret)
            self._asked_at = (resolution, caret)
        return choices(self._finder, resolution, self._named, words)

    @Slot(object)
    def _on_worker_answered(self, answer: Answer) -> None:
        if answer.error is not None:
            self.failed.emit(answer.error.user_text())
        else:
            self.found.emit(answer.value)

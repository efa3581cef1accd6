"""The user's corpus as all windows share it: where it lies, and the notice that it is another now.

Cheap to make: nothing of the corpus is read or loaded by it, nor what works on it in processes.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from drafter.app.corpus_work import CorpusWork


class Corpus(QObject):
    """A folder, which need not exist yet, and the long `work` on it.

    `changed()` after documents were added to it or taken out of it: whoever shows something of the
    corpus asks again. Whoever changed it, in a process of its own, calls `announce_change`.
    """

    changed = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder

    @cached_property
    def work(self) -> CorpusWork:
        """The long work on it; made when somebody first asks for it."""
        from drafter.app.corpus_work import CorpusWork  # noqa: PLC0415 - no start needs it

        made = CorpusWork(self)
        made.changed.connect(self.announce_change)
        return made

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self._folder

    def close(self) -> None:
        """The program ends: stops what is done to it."""
        if "work" in self.__dict__:
            self.work.close()

    @Slot()
    def announce_change(self) -> None:
        """Says that the corpus holds other documents than before."""
        self.changed.emit()

"""The user's corpus as all windows share it: where it lies, and the notice that it is another now.

Cheap to make: nothing of the corpus is read or imported by it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot


class Corpus(QObject):
    """A folder, which need not exist yet.

    `changed()` after documents were added to it or taken out of it: whoever shows something of the
    corpus asks again. Whoever changed it, in a process of its own, calls `announce_change`.
    """

    changed = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self._folder

    @Slot()
    def announce_change(self) -> None:
        """Says that the corpus holds other documents than before."""
        self.changed.emit()

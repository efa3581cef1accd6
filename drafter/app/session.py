"""One document being worked on: the immutable resolution and the only history of its edits.

Every change goes through `apply`. A slot of `changed` must not apply a further change at once: the
slots after it would hear of the two in the wrong order; let it wait for the next turn of the event
loop, or make both changes in one `apply`.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from drafter.app.commands import ReplaceDocument
from drafter.core.changes import changed_words
from drafter.core.model import Resolution
from drafter.core.numbering import Numbering, numbering


class Session(QObject):
    """A resolution, its undo stack, and where it is saved.

    The stack's clean mark is the saved state. Signals: `changed(old, new)` after every edit, undo
    and redo; `clean_changed(is_clean)`; `path_changed(path)`, None for a draft never saved;
    `saved()` whenever it has just been written to its file, changed or not.
    """

    changed = Signal(object, object)
    clean_changed = Signal(bool)
    path_changed = Signal(object)
    saved = Signal()

    def __init__(
        self, resolution: Resolution, path: Path | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._resolution = resolution
        self._announced = resolution
        self._numbered = resolution
        self._numbering = numbering(resolution)
        self._path = path
        self._is_announcing = False
        self._typing_run = 0
        self.undo_stack = QUndoStack(self)
        self.undo_stack.indexChanged.connect(self._on_undo_stack_index_changed)
        self.undo_stack.cleanChanged.connect(self.clean_changed)

    @property
    def resolution(self) -> Resolution:
        """The document as it is now; compare with `is` to tell whether a result is stale."""
        return self._resolution

    @property
    def numbering(self) -> Numbering:
        """The labels and note numbers of the document; the same object as long as they are equal.

        They are worked out when first asked for, and not again while only words change.
        """
        if self._numbered is not self._resolution:
            if changed_words(self._numbered, self._resolution) is None:
                counted = numbering(self._resolution)
                self._numbering = self._numbering if counted == self._numbering else counted
            self._numbered = self._resolution
        return self._numbering

    @property
    def path(self) -> Path | None:
        """The file it was read from or last saved to."""
        return self._path

    @property
    def is_clean(self) -> bool:
        """Whether the document is as it was saved."""
        return self.undo_stack.isClean()

    def apply(self, new: Resolution, label: str, merge_key: str = "") -> bool:
        """Puts `new` in the place of the document, as one undo step; False if nothing changed.

        Args:
            new: what an edit made of `resolution`.
            label: what the Edit menu says after “Undo”.
            merge_key: consecutive changes of the same key become one step until `end_typing`.

        Raises:
            RuntimeError: called from a slot of `changed`.
        """
        if self._is_announcing:
            raise RuntimeError("A change was applied while another was being announced.")
        if new is self._resolution or new == self._resolution:
            return False
        key = merge_key and f"{merge_key}#{self._typing_run}"
        self.undo_stack.push(ReplaceDocument(self._resolution, new, label, key, self._show))
        return True

    def end_typing(self) -> None:
        """Lets the next change start an undo step of its own, whatever its merge key."""
        self._typing_run += 1

    @Slot()
    def undo(self) -> None:
        """Takes the last step back."""
        self.end_typing()
        self.undo_stack.undo()

    @Slot()
    def redo(self) -> None:
        """Takes the step last undone again."""
        self.end_typing()
        self.undo_stack.redo()

    def mark_saved(self, path: Path) -> None:
        """Says that the document as it is now stands in this file."""
        self.end_typing()
        self.undo_stack.setClean()
        self.set_path(path)
        self.saved.emit()

    def set_path(self, path: Path) -> None:
        """Says which file the draft belongs to; it is not saved by that."""
        if path != self._path:
            self._path = path
            self.path_changed.emit(path)

    def _show(self, resolution: Resolution) -> None:
        self._resolution = resolution

    @Slot(int)
    def _on_undo_stack_index_changed(self, _index: int) -> None:
        old, new = self._announced, self._resolution
        if old is new:
            return
        self._announced = new
        self._is_announcing = True
        try:
            self.changed.emit(old, new)
        finally:
            self._is_announcing = False

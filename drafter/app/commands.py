"""The one undo command: the document before and after.

Nothing is ever undone by an inverse operation; documents share all that did not change, so two of
them cost little more than one.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from drafter.core.model import Resolution

_ID = 1
"""All commands may try to merge; `merge_key` decides."""


class ReplaceDocument(QUndoCommand):
    """Puts `after` in the place of `before`; consecutive ones of one `merge_key` become one."""

    def __init__(
        self,
        before: Resolution,
        after: Resolution,
        label: str,
        merge_key: str,
        show: Callable[[Resolution], None],
    ) -> None:
        super().__init__(label)
        self.before = before
        self.after = after
        self.merge_key = merge_key
        self._show = show

    def id(self) -> int:
        return _ID if self.merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ReplaceDocument) or other.merge_key != self.merge_key:
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True

    def redo(self) -> None:
        self._show(self.after)

    def undo(self) -> None:
        self._show(self.before)

"""The list of precedents as Qt's views want it; rows that stay the same are left alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from drafter.app.precedent_words import strength_words, where_words
from drafter.app.questions import Suggestion

SUGGESTION = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class PrecedentRows(QAbstractListModel):
    """One row a family of wordings; the suggestion itself is in the role SUGGESTION."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Suggestion] = []

    @property
    def rows(self) -> Sequence[Suggestion]:
        """What is shown, the best first."""
        return tuple(self._rows)

    def show(self, new: Sequence[Suggestion]) -> None:
        """Shows other rows by the least change."""
        for at, row in enumerate(new):
            self._bring(at, row)
        if len(self._rows) > len(new):
            self.beginRemoveRows(_ROOT, len(new), len(self._rows) - 1)
            del self._rows[len(new) :]
            self.endRemoveRows()

    def _bring(self, at: int, row: Suggestion) -> None:
        """Has the row at a place: it is there, comes from below, or is new."""
        family = row.precedent.family
        there = next(
            (i for i in range(at, len(self._rows)) if self._rows[i].precedent.family == family),
            None,
        )
        if there is None:
            self.beginInsertRows(_ROOT, at, at)
            self._rows.insert(at, row)
            self.endInsertRows()
            return
        if there != at:
            self.beginMoveRows(_ROOT, there, there, _ROOT, at)
            self._rows.insert(at, self._rows.pop(there))
            self.endMoveRows()
        if self._rows[at] != row:
            self._rows[at] = row
            index = self.index(at)
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == SUGGESTION:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.precedent.use.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            use = row.precedent.use
            return f"{use.text} {where_words(use)}. {strength_words(row.precedent.strength)}."
        return None

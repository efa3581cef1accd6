"""The rows of an outcome as a table: what became of it, name, language, why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from drafter.app.corpus_tasks import Result, Row
from drafter.app.corpus_words import result_words
from drafter.app.i18n import language_words

RESULT, NAME, LANGUAGE, WHY = range(4)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class OutcomeModel(QAbstractTableModel):
    """Any number of rows, each put into words only when it is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Row] = ()
        self._shown: Sequence[Row] = ()
        self._only: Result | None = None

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Shows the rows of another outcome."""
        self._all = rows
        self.show_only(None)

    def show_only(self, result: Result | None) -> None:
        """Shows the rows with one result; None all."""
        self.beginResetModel()
        self._only = result
        rows = self._all
        self._shown = rows if result is None else [one for one in rows if one.result is result]
        self.endResetModel()

    def results(self) -> tuple[Result, ...]:
        """The results that there are, in the order of the rows."""
        return tuple(dict.fromkeys(row.result for row in self._all))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else WHY + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            words = (result_words(row.result), row.name, _language(row), row.why)
            return words[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.why or row.name
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        names = (self.tr("Result"), self.tr("Text"), self.tr("Language"), self.tr("Why"))
        return names[section] if 0 <= section < len(names) else None


def _language(row: Row) -> str:
    return language_words(row.language) if row.language else ""

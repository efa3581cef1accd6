"""The cells of a table, edited one by one, and its rows and columns; all of it is one undo step."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.app.tables import Cell
from drafter.core.inline import Text

_WAS = Qt.ItemDataRole.UserRole
"""In which row and column a cell was."""
_SHOWN_ROWS = 12
_COLUMN_LETTERS = 22


class TableDialog(QDialog):
    """Shows one table; `accepted_cells(paragraph_id, cells)` with its `app.tables.Cells`."""

    accepted_cells = Signal(str, object)

    def __init__(
        self, table_id: str, cells: tuple[tuple[Text, ...], ...], parent: QWidget | None = None
    ) -> None:
        """`table_id` is empty for a table that is to be made."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Table"))
        self._table_id = table_id
        columns = max((len(row) for row in cells), default=0)
        self.grid = QTableWidget(len(cells), columns, self)
        self.grid.setAccessibleName(self.tr("Cells of the table"))
        self.grid.setWordWrap(True)
        self.grid.horizontalHeader().setStretchLastSection(True)
        self._fill(cells)
        hint = QLabel(self.tr("Enter or F2 edits a cell; Ctrl+Enter takes all of them over."), self)
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        changing = QHBoxLayout()
        for words, do in (
            (self.tr("Add &row"), self._on_add_row_clicked),
            (self.tr("Add &column"), self._on_add_column_clicked),
            (self.tr("Remove r&ow"), self._on_remove_row_clicked),
            (self.tr("Remove co&lumn"), self._on_remove_column_clicked),
        ):
            button = QPushButton(words, self)
            button.clicked.connect(do)
            changing.addWidget(button)
        changing.addStretch(1)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.accept)
        box = QVBoxLayout(self)
        box.addWidget(self.grid, 1)
        box.addLayout(changing)
        box.addWidget(hint)
        box.addWidget(buttons)
        self._fit(columns)

    def _fill(self, cells: tuple[tuple[Text, ...], ...]) -> None:
        for row, line in enumerate(cells):
            for column in range(self.grid.columnCount()):
                if column < len(line):
                    item = QTableWidgetItem(line[column].plain)
                    if self._table_id:
                        item.setData(_WAS, (row, column))
                else:
                    item = QTableWidgetItem()
                    item.setFlags(Qt.ItemFlag.NoItemFlags)
                self.grid.setItem(row, column, item)
        if self.grid.rowCount():
            self.grid.setCurrentCell(0, 0)

    def _fit(self, columns: int) -> None:
        letter = self.fontMetrics().averageCharWidth()
        for column in range(columns):
            self.grid.setColumnWidth(column, letter * _COLUMN_LETTERS)
        self.grid.resizeRowsToContents()
        rows = min(self.grid.rowCount(), _SHOWN_ROWS) + 6
        self.resize(
            letter * (_COLUMN_LETTERS * max(2, columns) + 12), self.grid.rowHeight(0) * rows
        )

    def accept(self) -> None:
        """Hands the words of all cells on, that of an open editor too."""
        self.grid.setCurrentIndex(QModelIndex())
        words = tuple(tuple(self._cells_of(row)) for row in range(self.grid.rowCount()))
        self.accepted_cells.emit(self._table_id, words)
        super().accept()

    def _cells_of(self, row: int) -> Iterator[Cell]:
        """The cells of a row; where a shorter one ends there are none."""
        for column in range(self.grid.columnCount()):
            item = self.grid.item(row, column)
            if item is None:
                yield Cell("")
            elif item.flags() != Qt.ItemFlag.NoItemFlags:
                was = item.data(_WAS)
                yield Cell(item.text(), tuple(was) if was is not None else None)

    @Slot()
    def _on_add_row_clicked(self) -> None:
        at = self.grid.currentRow() + 1
        self.grid.insertRow(at)
        self.grid.setCurrentCell(at, max(0, self.grid.currentColumn()))

    @Slot()
    def _on_add_column_clicked(self) -> None:
        at = self.grid.currentColumn() + 1
        self.grid.insertColumn(at)
        self.grid.setCurrentCell(max(0, self.grid.currentRow()), at)

    @Slot()
    def _on_remove_row_clicked(self) -> None:
        if self.grid.rowCount() > 1:
            self.grid.removeRow(self.grid.currentRow())

    @Slot()
    def _on_remove_column_clicked(self) -> None:
        if self.grid.columnCount() > 1:
            self.grid.removeColumn(self.grid.currentColumn())

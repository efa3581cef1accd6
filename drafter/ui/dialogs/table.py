"""The cells of a table, edited one by one; what was changed is one undo step."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.app.rewriting import reworded
from drafter.core import edits
from drafter.core.model import Paragraph, Resolution

_SHOWN_ROWS = 12
_COLUMN_LETTERS = 22


class TableDialog(QDialog):
    """Shows the cells of one table; `accepted_cells(paragraph_id, cells)` with all their words."""

    accepted_cells = Signal(str, object)

    def __init__(self, table: Paragraph, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Table"))
        self._table_id = table.id
        columns = max((len(row) for row in table.cells), default=0)
        self.grid = QTableWidget(len(table.cells), columns, self)
        self.grid.setAccessibleName(self.tr("Cells of the table"))
        self.grid.setWordWrap(True)
        self.grid.horizontalHeader().setStretchLastSection(True)
        self._fill(table)
        hint = QLabel(self.tr("Enter or F2 edits a cell; Ctrl+Enter takes all of them over."), self)
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        for button in buttons.findChildren(QPushButton):
            button.setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.accept)
        box = QVBoxLayout(self)
        box.addWidget(self.grid, 1)
        box.addWidget(hint)
        box.addWidget(buttons)
        self._fit(columns)

    def _fill(self, table: Paragraph) -> None:
        for row, line in enumerate(table.cells):
            for column in range(self.grid.columnCount()):
                if column < len(line):
                    item = QTableWidgetItem(line[column].plain)
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
        words = tuple(
            tuple(self._words(row, column) for column in range(self.grid.columnCount()))
            for row in range(self.grid.rowCount())
        )
        self.accepted_cells.emit(self._table_id, words)
        super().accept()

    def _words(self, row: int, column: int) -> str:
        item = self.grid.item(row, column)
        return item.text() if item is not None else ""


def with_cells(
    resolution: Resolution, paragraph_id: str, words: tuple[tuple[str, ...], ...]
) -> Resolution:
    """With other words in the cells of a table; what stays keeps its styles and marks."""
    for row, line in enumerate(resolution.paragraph(paragraph_id).cells):
        for column, old in enumerate(line):
            new = reworded(old, words[row][column])
            resolution = edits.set_cell(resolution, paragraph_id, row, column, new)
    return resolution

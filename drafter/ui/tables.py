"""Tables in a dialog: the one at the caret is edited, elsewhere a new one is made."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot

from drafter.app.places import Field
from drafter.app.tables import Cells, new_table, with_cells
from drafter.app.writing import is_table
from drafter.core.inline import NO_TEXT, Text
from drafter.ui.main_window import MainWindow

_FIRST_ROWS, _FIRST_COLUMNS = 3, 2


class Tables(QObject):
    """The tables of one window's draft."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page = window.page
        self._above = ""
        window.page.table_requested.connect(self.edit)

    @Slot()
    def edit_or_make(self) -> None:
        """The table at the caret, or a new one below the paragraph there."""
        resolution, place = self._window.session.resolution, self._page.caret().place
        if is_table(resolution, place):
            self.edit(place.id)
        elif place.field is not Field.PARAGRAPH:
            self._window.bar.say(
                self.tr("Put the caret into a paragraph: the table goes below it.")
            )
        else:
            self._above = place.id
            self._show("", ((NO_TEXT,) * _FIRST_COLUMNS,) * _FIRST_ROWS)

    @Slot(str)
    def edit(self, paragraph_id: str) -> None:
        """The cells of a table."""
        self._show(paragraph_id, self._window.session.resolution.paragraph(paragraph_id).cells)

    def _show(self, table_id: str, cells: tuple[tuple[Text, ...], ...]) -> None:
        waits_for = self._page.writer.waits_for
        if waits_for:  # what is pasted may take the table's place, and refuses a new one
            self._window.bar.say(waits_for)
            return
        # Inline: a window that shows no table does without the dialog.
        from drafter.ui.dialogs.table import TableDialog  # noqa: PLC0415

        dialog = TableDialog(table_id, cells, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(True)
        dialog.accepted_cells.connect(self._on_cells_accepted)
        dialog.show()

    @Slot(str, object)
    def _on_cells_accepted(self, table_id: str, cells: Cells) -> None:
        if table_id:
            changed = with_cells(self._window.session.resolution, table_id, cells)
            self._window.session.apply(changed, self.tr("Edit table"))
        elif any(cell.words.strip() for row in cells for cell in row):
            above = self._above
            self._page.writer.take(self.tr("New table"), lambda r: new_table(r, above, cells))
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)

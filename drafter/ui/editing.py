"""Cut, copy, paste and select all, where the caret is: on the page or in a field beside it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from drafter.ui.editor.page import Page


class Editing(QObject):
    """What the commands of the Edit menu do in the window of one page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    @Slot()
    def cut(self) -> None:
        """Takes the selection out to the clipboard."""
        self._field().cut()

    @Slot()
    def copy(self) -> None:
        """Puts the selection on the clipboard."""
        self._field().copy()

    @Slot()
    def paste(self) -> None:
        """Puts in what is on the clipboard."""
        self._field().paste()

    @Slot()
    def paste_plain(self) -> None:
        """The same without looks; a field has none."""
        field = self._field()
        if isinstance(field, Page):
            field.paste_plain()
        else:
            field.paste()

    @Slot()
    def select_all(self) -> None:
        """Selects all words."""
        self._field().selectAll()

    def _field(self) -> QLineEdit | QPlainTextEdit | QTextEdit:
        focused = QApplication.focusWidget()
        is_field = isinstance(focused, QLineEdit | QPlainTextEdit | QTextEdit)
        return focused if is_field and focused.window() is self._page.window() else self._page

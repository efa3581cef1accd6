"""The page's commands, without arguments, for menus and keys: each does it to the selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from drafter.core.inline import Style

if TYPE_CHECKING:
    from drafter.ui.editor.page import Page

_ZOOM_STEP = 10


class Commands(QObject):
    """Slots that act on one page's selection through its writer."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    @Slot()
    def make_preambular(self) -> None:
        """The paragraphs into preambular ones."""
        self._page.writer.make_preambular(self._page.selection())

    @Slot()
    def make_operative(self) -> None:
        """The paragraphs into operative ones."""
        self._page.writer.make_operative(self._page.selection())

    @Slot()
    def make_heading(self) -> None:
        """The paragraphs into section headings."""
        self._page.writer.make_heading(self._page.selection())

    @Slot()
    def indent(self) -> None:
        """The paragraphs a level deeper."""
        self._page.writer.indent(self._page.selection())

    @Slot()
    def outdent(self) -> None:
        """The paragraphs a level up."""
        self._page.writer.outdent(self._page.selection())

    @Slot()
    def move_up(self) -> None:
        """The paragraphs, with their items, up."""
        self._page.writer.move_up(self._page.selection())

    @Slot()
    def move_down(self) -> None:
        """The paragraphs, with their items, down."""
        self._page.writer.move_down(self._page.selection())

    @Slot()
    def delete_paragraph(self) -> None:
        """The paragraphs taken out, with their items."""
        self._page.writer.delete(self._page.selection())

    @Slot()
    def toggle_italic(self) -> None:
        """Italics on or off."""
        self._page.writer.toggle_style(self._page.selection(), Style.ITALIC)

    @Slot()
    def toggle_bold(self) -> None:
        """Bold on or off."""
        self._page.writer.toggle_style(self._page.selection(), Style.BOLD)

    @Slot()
    def toggle_superscript(self) -> None:
        """Raised or not."""
        self._page.writer.toggle_style(self._page.selection(), Style.SUPERSCRIPT)

    @Slot()
    def zoom_in(self) -> None:
        """Larger."""
        self._page.set_zoom(self._page.zoom + _ZOOM_STEP)

    @Slot()
    def zoom_out(self) -> None:
        """Smaller."""
        self._page.set_zoom(self._page.zoom - _ZOOM_STEP)

    @Slot()
    def focus(self) -> None:
        """The keys to the page."""
        self._page.setFocus()

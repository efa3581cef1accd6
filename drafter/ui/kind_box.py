"""What the paragraph at the caret is, on the toolbar; choosing something else makes it that."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QWidget

from drafter.app.places import Caret, Field
from drafter.core.model import Paragraph, ParagraphKind, Part
from drafter.ui.editor.page import Page

_NONE = -1
_MADE = ("preambular", "operative", "heading")


class KindBox(QComboBox):
    """Reads one page; `commands`, by name, make a paragraph preambular, operative, a heading."""

    def __init__(self, page: Page, commands: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self._others = {
            ParagraphKind.ANNEX: self.tr("Annex heading"),
            ParagraphKind.TABLE: self.tr("Table"),
            ParagraphKind.QUOTED: self.tr("Quoted text"),
            ParagraphKind.PLAIN: self.tr("Plain text"),
            ParagraphKind.PARAGRAPH: self.tr("Paragraph of the annex"),
        }
        for name in _MADE:
            self.addItem(commands[name].text().replace("&", ""), commands[name])
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Kind of paragraph"))
        self.setToolTip(self.tr("What the paragraph at the caret is"))
        self.activated.connect(self._on_activated)
        page.caret_moved.connect(self._on_page_caret_moved)
        self._on_page_caret_moved(page.caret())

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        self.itemData(index).trigger()
        self._on_page_caret_moved(self._page.caret())
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_page_caret_moved(self, caret: Caret) -> None:
        """Shows what is at the caret; nothing in the title and other places of one kind only."""
        is_paragraph = caret.place.field is Field.PARAGRAPH
        index, words = _NONE, ""
        if is_paragraph:
            paragraph = self._page.session.resolution.paragraph(caret.place.id)
            index, words = _place(paragraph), self._others.get(paragraph.kind, "")
        if self.placeholderText() != words:
            self.setPlaceholderText(words)
        self.setCurrentIndex(index)
        self.setEnabled(is_paragraph)


def _place(paragraph: Paragraph) -> int:
    """The row that names it."""
    if paragraph.kind is ParagraphKind.HEADING:
        return _MADE.index("heading")
    if paragraph.kind is not ParagraphKind.PARAGRAPH or paragraph.part is Part.ANNEX:
        return _NONE
    return _MADE.index("preambular" if paragraph.part is Part.PREAMBLE else "operative")

"""What the paragraph at the caret is, on the toolbar; its menu makes it something else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from drafter.app.places import Caret, Field
from drafter.core.model import ParagraphKind, Part
from drafter.ui.editor.page import Page


class KindButton(QPushButton):
    """Reads one page; `commands` are those of its menu."""

    def __init__(self, page: Page, commands: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self._kinds = {
            ParagraphKind.HEADING: self.tr("Section heading"),
            ParagraphKind.ANNEX: self.tr("Annex"),
            ParagraphKind.TABLE: self.tr("Table"),
            ParagraphKind.QUOTED: self.tr("Quoted text"),
            ParagraphKind.PLAIN: self.tr("Plain text"),
        }
        self._parts = {
            Part.PREAMBLE: self.tr("Preambular"),
            Part.OPERATIVE: self.tr("Operative"),
            Part.ANNEX: self.tr("Annex"),
        }
        menu = QMenu(self)
        menu.addActions(list(commands))
        self.setMenu(menu)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolTip(self.tr("What the paragraph at the caret is"))
        widest = max((*self._kinds.values(), *self._parts.values()), key=len)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(widest + "MMM"))
        page.caret_moved.connect(self._on_page_caret_moved)
        self._on_page_caret_moved(page.caret())

    @Slot(object)
    def _on_page_caret_moved(self, caret: Caret) -> None:
        words = self._words(caret)
        self.setEnabled(bool(words))
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(self.tr("Kind of paragraph: %1").replace("%1", words))

    def _words(self, caret: Caret) -> str:
        """Empty where there is no paragraph, as in the title."""
        if caret.place.field is not Field.PARAGRAPH:
            return ""
        paragraph = self._page.session.resolution.paragraph(caret.place.id)
        return self._kinds.get(paragraph.kind) or self._parts[paragraph.part]

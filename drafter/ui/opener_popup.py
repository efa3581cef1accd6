"""Opening phrases offered below the caret, from two letters on or when asked for.

The page keeps the focus: arrows choose, Tab takes the first or the chosen one, Enter only a chosen
one, Escape sends the list away until the next paragraph. The foot of the list says so.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem

from drafter.app.places import Caret, Field, paragraph_place
from drafter.app.session import Session
from drafter.app.slots import slot_position
from drafter.core import edits
from drafter.core.inline import Style, Text, italic, joined
from drafter.core.model import Paragraph, ParagraphKind
from drafter.core.opener_offers import Offer, offers
from drafter.core.openers import openers
from drafter.ui.editor.page import Page
from drafter.ui.labels import second

LEAST_LETTERS = 2
_LONGEST_OPENER = 48
_FOOT_MARGINS = (8, 3, 8, 3)
_PHRASE = Qt.ItemDataRole.UserRole
_CHOOSING = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}


class OpenerPopup(QListWidget):
    """The list of offers of one page."""

    def __init__(self, session: Session, page: Page) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._sent_away = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Opening phrases"))
        self._hints = (
            self.tr("Tab takes the first, ↓ chooses"),
            self.tr("Tab or Enter takes the chosen one"),
        )
        self.foot = second(QLabel(self))
        self.foot.setContentsMargins(*_FOOT_MARGINS)
        self.hide()
        page.installEventFilter(self)
        page.caret_moved.connect(self._on_page_caret_moved)
        page.verticalScrollBar().valueChanged.connect(self.hide)
        self.itemClicked.connect(self._on_item_clicked)
        self.currentRowChanged.connect(self._show_keys)

    def ask(self) -> None:
        """Offers what fits here, even before a letter is typed."""
        self._sent_away = ""
        self._offer(least_letters=0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.hide()
        if isinstance(event, QKeyEvent) and self._is_for_list(event):
            return True
        return super().eventFilter(watched, event)

    def _is_for_list(self, event: QKeyEvent) -> bool:
        return self.isVisible() and event.type() is QEvent.Type.KeyPress and self._use(event)

    def _use(self, event: QKeyEvent) -> bool:
        """Whether the key was meant for the list."""
        key = Qt.Key(event.key())
        if event.modifiers():
            return False
        if key is Qt.Key.Key_Escape:
            self._sent_away = self._page.caret().place.id
            self.hide()
            return True
        if key in _CHOOSING:
            self.setCurrentRow((self.currentRow() + _CHOOSING[key]) % self.count())
            return True
        item = self.currentItem()
        if key is Qt.Key.Key_Tab and item is None:
            item = self.item(0)
        if key in _TAKING and item is not None:
            self._take(item)
            return True
        return False

    @Slot(object)
    def _on_page_caret_moved(self, caret: Caret) -> None:
        if caret.place.id != self._sent_away:
            self._sent_away = ""
            self._offer(LEAST_LETTERS)

    def _offer(self, least_letters: int) -> None:
        typed = self._typed()
        if typed is None or len(typed[1].strip()) < least_letters:
            self.hide()
            return
        paragraph, words = typed
        found = offers(self._session.resolution, paragraph.id, words)
        if not found or (len(found) == 1 and found[0].phrase == words.strip()):
            self.hide()
            return
        self._show(found)

    def _typed(self) -> tuple[Paragraph, str] | None:
        """The paragraph and what stands before the caret, if that may be the start of an opener."""
        caret = self._page.caret()
        if caret.place.field is not Field.PARAGRAPH or self._page.textCursor().hasSelection():
            return None
        paragraph = self._session.resolution.paragraph(caret.place.id)
        is_opening = paragraph.kind is ParagraphKind.PARAGRAPH and not paragraph.closing
        words = paragraph.text.plain[: caret.at]
        if not is_opening or len(words) > _LONGEST_OPENER or paragraph.text.marks:
            return None
        following = paragraph.text.plain[caret.at :].strip(" ,;:.،؛，；。")
        return None if following else (paragraph, words)

    def _show(self, found: tuple[Offer, ...]) -> None:
        self.clear()
        font = self._font_of_openers()
        for offer in found:
            sign = "↳ " if offer.is_due else ""
            item = QListWidgetItem(f"{sign}{offer.phrase}")
            item.setData(_PHRASE, offer.phrase)
            item.setFont(font)
            item.setToolTip(self.tr("used (once|%Ln times)", "", offer.uses))
            self.addItem(item)
        self.setCurrentRow(-1)
        self._show_keys()
        self._place()
        self.show()
        self.raise_()

    def _font_of_openers(self) -> QFont:
        """As openers look on the page: in italics, or bold in some languages."""
        font = QFont(self.font())
        is_bold = self._page.typography.setting.emphasis is Style.BOLD
        font.setBold(is_bold)
        font.setItalic(not is_bold)
        return font

    @Slot()
    def _show_keys(self) -> None:
        """Which keys take what, now."""
        self.foot.setText(self._hints[self.currentRow() >= 0])

    def _place(self) -> None:
        rect = self._page.cursorRect()
        self.foot.ensurePolished()
        foot = self.foot.sizeHint()
        self.setViewportMargins(0, 0, 0, foot.height())
        around = 2 * self.frameWidth()
        hint = max(map(self.foot.fontMetrics().horizontalAdvance, self._hints))
        phrases = self.sizeHintForColumn(0) + self.frameWidth() + 24
        width = max(phrases, hint + _FOOT_MARGINS[0] + _FOOT_MARGINS[2]) + around
        height = self.sizeHintForRow(0) * self.count() + foot.height() + around
        view = self._page.viewport()
        below = view.mapTo(self._page, rect.bottomLeft()) + QPoint(0, 4)
        if below.y() + height > self._page.height():
            below = view.mapTo(self._page, rect.topLeft()) - QPoint(0, height + 4)
        left = max(0, min(below.x(), self._page.width() - width))
        self.setGeometry(left, below.y(), width, height)
        top = height - self.frameWidth() - foot.height()
        self.foot.setGeometry(self.frameWidth(), top, width - around, foot.height())

    @Slot(QListWidgetItem)
    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self._take(item)

    def _take(self, item: QListWidgetItem) -> None:
        typed = self._typed()
        phrase: str = item.data(_PHRASE)
        self.hide()
        if typed is None:
            return
        paragraph, words = typed
        is_spaced = openers(paragraph.part, self._session.resolution.language).spaced
        space = " " if is_spaced else ""
        opening = joined((italic(phrase), Text(space)))
        end = len(words) + paragraph.text.plain[len(words) :].startswith(space or "\0")
        changed = edits.replace_text(self._session.resolution, paragraph.id, 0, end, opening)
        at = len(opening)
        self._sent_away = paragraph.id
        self._page.writer.end_typing()
        self._session.apply(changed, self.tr("Opening phrase"))
        text = self._session.resolution.paragraph(paragraph.id).text
        self._page.set_caret(Caret(paragraph_place(paragraph.id), slot_position(text, at)))

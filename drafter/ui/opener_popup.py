"""Opening phrases offered below the caret, from two letters on or when asked for.

The page keeps the focus: arrows choose, Tab takes the first or the chosen one, Enter only a chosen
one, Escape sends the list away until the next paragraph. The foot of the list says so.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Slot,
)
from PySide6.QtGui import QFont, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QListView

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
_FOOT_MARGINS = (7, 3, 7, 3)
_WORDS_IN_PX = 8
"""From the edge of the list to its words, which stand below those on the page."""
_Role = Qt.ItemDataRole
_CHOOSING = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}


class OfferModel(QAbstractListModel):
    """The offers as rows; no item of a list is made, so none can outlive it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offers: tuple[Offer, ...] = ()
        self._font = QFont()

    def show_offers(self, found: tuple[Offer, ...], font: QFont) -> None:
        """Other offers, in a font of their own."""
        self.beginResetModel()
        self.offers = found
        self._font = font
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.offers)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = _Role.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        offer = self.offers[index.row()]
        if role == _Role.DisplayRole:
            return f"↳ {offer.phrase}" if offer.is_due else offer.phrase
        if role == _Role.FontRole:
            return self._font
        if role == _Role.ToolTipRole:
            return self.tr("used (once|%Ln times)", "", offer.uses)
        return None


class OpenerPopup(QListView):
    """The list of offers of one page."""

    def __init__(self, session: Session, page: Page) -> None:
        super().__init__(page)
        self.rows = OfferModel(self)
        self.setModel(self.rows)
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
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

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
        row = self.currentIndex().row()  # -1 where none is chosen
        if key in _CHOOSING:
            self.setCurrentIndex(self.rows.index((row + _CHOOSING[key]) % self.rows.rowCount()))
            return True
        if key is Qt.Key.Key_Tab:
            row = max(row, 0)
        if key in _TAKING and row >= 0:
            self._take(self.rows.offers[row])
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
        self.rows.show_offers(found, self._font_of_openers())
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

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_keys()

    def _show_keys(self) -> None:
        """Which keys take what, now."""
        self.foot.setText(self._hints[self.currentIndex().isValid()])

    def _place(self) -> None:
        block = self._page.textCursor().block()
        rect = self._page.cursorRect(QTextCursor(block))
        is_rtl = block.textDirection() is Qt.LayoutDirection.RightToLeft
        self.foot.ensurePolished()
        foot = self.foot.sizeHint()
        self.setViewportMargins(0, 0, 0, foot.height())
        around = 2 * self.frameWidth()
        hint = max(map(self.foot.fontMetrics().horizontalAdvance, self._hints))
        phrases = self.sizeHintForColumn(0) + self.frameWidth() + 24
        width = max(phrases, hint + _FOOT_MARGINS[0] + _FOOT_MARGINS[2]) + around
        height = self.sizeHintForRow(0) * self.rows.rowCount() + foot.height() + around
        view = self._page.viewport()
        below = view.mapTo(self._page, rect.bottomLeft()) + QPoint(0, 4)
        if below.y() + height > self._page.height():
            below = view.mapTo(self._page, rect.topLeft()) - QPoint(0, height + 4)
        left = below.x() - (width - _WORDS_IN_PX if is_rtl else _WORDS_IN_PX)
        left = max(0, min(left, self._page.width() - width))
        self.setGeometry(left, below.y(), width, height)
        top = height - self.frameWidth() - foot.height()
        self.foot.setGeometry(self.frameWidth(), top, width - around, foot.height())

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(self.rows.offers[index.row()])

    def _take(self, offer: Offer) -> None:
        typed = self._typed()
        self.hide()
        if typed is None:
            return
        paragraph, words = typed
        is_spaced = openers(paragraph.part, self._session.resolution.language).spaced
        space = " " if is_spaced else ""
        opening = joined((italic(offer.phrase), Text(space)))
        end = len(words) + paragraph.text.plain[len(words) :].startswith(space or "\0")
        changed = edits.replace_text(self._session.resolution, paragraph.id, 0, end, opening)
        at = len(opening)
        self._sent_away = paragraph.id
        self._page.writer.end_typing()
        self._session.apply(changed, self.tr("Opening phrase"))
        text = self._session.resolution.paragraph(paragraph.id).text
        self._page.set_caret(Caret(paragraph_place(paragraph.id), slot_position(text, at)))

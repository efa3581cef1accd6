"""The precedents at the right: what past texts said that is like the paragraph at the caret.

Rows that stay are left alone, so nothing flickers while somebody types. The first row counts as
chosen until another is.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from drafter.app.i18n import language_words
from drafter.app.library import Library
from drafter.app.places import Caret
from drafter.app.precedent_rows import SUGGESTION, PrecedentRows
from drafter.app.questions import Suggested, Suggestion
from drafter.app.session import Session
from drafter.app.suggesting import Suggesting
from drafter.corpus.asking import NO_FILTERS
from drafter.ui.labels import second
from drafter.ui.precedents.filters import FilterForm
from drafter.ui.precedents.preview import Preview
from drafter.ui.precedents.row_painter import RowPainter

_LIST_SHARE, _PREVIEW_SHARE = 3, 2


class PrecedentsPanel(QWidget):
    """Shows what is suggested; `take_requested()` for Enter on a row, `left()` for Esc,
    `more_requested()` for more texts.
    """

    take_requested = Signal()
    left = Signal()
    more_requested = Signal()

    def __init__(self, session: Session, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self.suggesting = Suggesting(session, library, self)
        self.box = QLineEdit(self)
        self.filter_button = QToolButton(self)
        self.form = FilterForm(self)
        self.narrowed = second(QLabel(self))
        self.rows = PrecedentRows(self)
        self.list = QListView(self)
        self.painter = RowPainter(self.list)
        self.preview = Preview(library, self)
        self.empty = second(QLabel(self))
        self.more = QPushButton(self.tr("&Get more precedents…"), self)
        self.foot = second(QLabel(self))
        self._stack = QStackedWidget(self)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._lay_out()
        self._connect()
        self._say_how()

    # --- what the window calls --------------------------------------------------------------

    def chosen(self) -> Suggestion | None:
        """The row chosen, else the first."""
        index = self.list.currentIndex()
        if not index.isValid():
            index = self.rows.index(0)
        return index.data(SUGGESTION) if index.isValid() else None

    def nth(self, number: int) -> Suggestion | None:
        """The row with this number, counted from 1."""
        index = self.rows.index(number - 1)
        return index.data(SUGGESTION) if index.isValid() else None

    def step(self, by: int) -> None:
        """Chooses the next row, or the one before; goes round."""
        count = self.rows.rowCount()
        if count:
            current = self.list.currentIndex()
            at = current.row() + by if current.isValid() else (1 if by > 0 else count - 1)
            self.list.setCurrentIndex(self.rows.index(at % count))

    def look_at(self, caret: Caret) -> None:
        """The caret has gone somewhere."""
        if caret.place.id != self.suggesting.paragraph_id:
            self._choose_none()
        self.suggesting.look_at(caret)

    def prepare_list(self) -> None:
        """Loads what the first rows would wait for: styles and fonts of a list not yet seen."""
        self.list.grab()
        self.painter.prepare()

    def prepare_preview(self) -> None:
        """Loads what the first preview would wait for."""
        self.preview.prepare()

    def focus_box(self) -> None:
        """To the search box."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def close_lines(self) -> None:
        """Asks nothing any more."""
        self.suggesting.close()
        self.preview.close_line()

    # --- layout -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.box.setPlaceholderText(self.tr("Search precedents…"))
        self.box.setAccessibleName(self.tr("Search precedents"))
        self.box.setClearButtonEnabled(True)
        self.filter_button.setText(self.tr("Filter"))
        self.filter_button.setCheckable(True)
        self.filter_button.setProperty("boxed", True)
        self.filter_button.setToolTip(self.tr("Language, part, organ, years, without a vote"))
        self.form.hide()
        self.narrowed.hide()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(self.painter)
        self.list.setAccessibleName(self.tr("Precedents"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        # Always there, so that rows are not measured for a width that they then do not have.
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.foot.setWordWrap(True)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.preview)
        self._splitter.setStretchFactor(0, _LIST_SHARE)
        self._splitter.setStretchFactor(1, _PREVIEW_SHARE)
        self._splitter.setChildrenCollapsible(False)
        self._stack.addWidget(self._empty_page())
        self._stack.addWidget(self._splitter)
        top = QHBoxLayout()
        top.addWidget(self.box, 1)
        top.addWidget(self.filter_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 6, 8, 6)
        box.setSpacing(6)
        box.addLayout(top)
        box.addWidget(self.form)
        box.addWidget(self.narrowed)
        box.addWidget(self._stack, 1)
        box.addWidget(self.foot)
        self.setFocusProxy(self.box)

    def _empty_page(self) -> QWidget:
        page = QWidget(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.empty.setForegroundRole(QPalette.ColorRole.Dark)
        box = QVBoxLayout(page)
        box.setContentsMargins(6, 12, 6, 6)
        box.setSpacing(12)
        box.addWidget(self.empty)
        box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        box.addStretch()
        return page

    def _connect(self) -> None:
        self.box.textChanged.connect(self._on_box_text_changed)
        self.box.returnPressed.connect(self._on_box_return_pressed)
        self.filter_button.toggled.connect(self.form.setVisible)
        self.form.changed.connect(self._on_form_changed)
        self.list.activated.connect(self._on_list_activated)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.suggesting.suggested.connect(self._on_suggested)
        self.suggesting.failed.connect(self._on_failed)
        self.suggesting.waiting.connect(self._on_waiting)
        self.suggesting.idle.connect(self._on_idle)
        self.more.clicked.connect(self.more_requested)

    # --- showing ----------------------------------------------------------------------------

    @Slot(object)
    def _on_suggested(self, suggested: Suggested) -> None:
        self.form.show_languages(suggested.languages)
        if self.painter.words != suggested.query.text:
            self.painter.words = suggested.query.text
            self.painter.forget()
        is_search = self.suggesting.is_search
        if self.painter.shows_keys is is_search:
            self.painter.shows_keys = not is_search
            self.list.viewport().update()
        self._show_rows(suggested)
        if not suggested.rows:
            self._say_nothing_found(suggested)
        if not suggested.paragraphs:
            self.foot.clear()
            return
        words = self.tr("%Ln paragraph(s) searched", "", suggested.paragraphs)
        if suggested.is_behind:
            words += " · " + self.tr("new texts are still being taken up")
        elif suggested.rows and not is_search:
            words += " · " + self.tr("Ctrl+Enter takes the rest")
        self.foot.setText(words)

    def _show_rows(self, suggested: Suggested) -> None:
        chosen = self.list.currentIndex().data(SUGGESTION)
        families = {row.precedent.family for row in suggested.rows}
        if chosen is not None and chosen.precedent.family not in families:
            self._choose_none()
        self.rows.show(suggested.rows)
        if suggested.rows:
            self._stack.setCurrentWidget(self._splitter)
            self._show_preview()
        else:
            self._stack.setCurrentIndex(0)
            self.preview.clear()

    def _show_preview(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        self.preview.rest.setDefault(False)
        self.preview.show_precedent(chosen.precedent)
        is_search = self.suggesting.is_search
        self.preview.rest.setVisible(not is_search)

    def _choose_none(self) -> None:
        none = QItemSelectionModel.SelectionFlag.Clear
        self.list.selectionModel().setCurrentIndex(QModelIndex(), none)
        self.list.clearSelection()

    def _say_how(self) -> None:
        self._say(
            self.tr(
                "Type a few words of a paragraph: wordings of past resolutions that are like it "
                "appear here, the best first, with when and by whom they were used. Or search for "
                "words above."
            )
        )

    def _say_nothing_found(self, suggested: Suggested) -> None:
        query = suggested.query
        if not suggested.paragraphs:
            named = language_words(query.language)
            words = self.tr("None of your precedents is in {0} yet.")
            if suggested.languages:
                words += " " + self.tr("The filter searches in the other languages.")
            self._say(words.format(named), offers_more=True)
        elif not query.text.strip():
            self._say_how()
        elif query.filters != NO_FILTERS:
            self._say(self.tr("Nothing like this was found with this filter."))
        else:
            words = self.tr("Nothing like this was found. Other words may find something.")
            self._say(words, offers_more=True)

    def _say(self, words: str, *, offers_more: bool = False) -> None:
        self.empty.setText(words)
        self.more.setVisible(offers_more)

    def _clear(self) -> None:
        self.rows.show(())
        self.preview.clear()
        self._stack.setCurrentIndex(0)
        self.foot.clear()

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._clear()
        self._say(sentence)

    @Slot()
    def _on_idle(self) -> None:
        self._clear()
        self._say_how()

    @Slot()
    def _on_waiting(self) -> None:
        self._clear()
        self._say(self.tr("Your precedents are being made ready. This happens once."))

    # --- events -----------------------------------------------------------------------------

    @Slot(str)
    def _on_box_text_changed(self, words: str) -> None:
        self._choose_none()
        self.suggesting.search(words)

    @Slot()
    def _on_box_return_pressed(self) -> None:
        if self.rows.rowCount():
            self.list.setCurrentIndex(self.rows.index(0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_form_changed(self) -> None:
        words = self.form.summary()
        self.narrowed.setText(self.tr("Only: {0}").format(words))
        self.narrowed.setVisible(bool(words))
        self.suggesting.narrow(self.form.chosen_language, self.form.filters())

    @Slot(QModelIndex)
    def _on_list_activated(self, _index: QModelIndex) -> None:
        self.take_requested.emit()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._show_preview()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self.painter.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.box.text():
                self.box.clear()
            else:
                self.left.emit()
        elif event.key() == Qt.Key.Key_Down and self.box.hasFocus():
            self._on_box_return_pressed()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.suggesting.watch(is_watched=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.suggesting.watch(is_watched=False)

"""The bar for finding and replacing, below the page.

What is found is counted as one types; replacing all is one undo step.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from drafter.app.places import Caret, Place, text_at
from drafter.app.searching import Hit, Within, find_all, replace_all, replace_hit
from drafter.app.session import Session
from drafter.app.slots import MARK, slot_position
from drafter.core.errors import ModelError
from drafter.core.finding import Query
from drafter.core.model import Resolution
from drafter.ui.editor.page import Page
from drafter.ui.found import Found
from drafter.ui.labels import second

_BETWEEN_PX = 16
"""Between options, so that each box is seen to belong to its own words."""


class FindBar(QWidget):
    """Finds and replaces on a page; `note_found(note_id)` when a find stands in a footnote."""

    note_found = Signal(str)

    def __init__(self, session: Session, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._page = page
        self._hits: tuple[Hit, ...] = ()
        self._found = Found(page)
        self._current: Hit | None = None
        self._within: Within = None
        self._is_replacing = False
        self._is_stale = False
        self._is_too_slow = False
        self.words = QLineEdit(self)
        self.new = QLineEdit(self)
        self.match_case = QCheckBox(self.tr("Match &case"), self)
        self.whole_word = QCheckBox(self.tr("&Whole word"), self)
        self.is_regex = QCheckBox(self.tr("Regular e&xpression"), self)
        self.in_selection = QCheckBox(self.tr("In &selection"), self)
        self.previous = QPushButton(self.tr("&Previous"), self)
        self.next = QPushButton(self.tr("&Next"), self)
        self.replace_one = QPushButton(self.tr("&Replace"), self)
        self.replace_all = QPushButton(self.tr("Replace &all"), self)
        self.count = QLabel(self)
        self.close_button = QToolButton(self)
        self._lay_out()
        self._connect()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()

    def open_to_find(self) -> None:
        """Shows the bar without its replacing half; words selected on the page are sought."""
        self._open(replacing=False)

    def open_to_replace(self) -> None:
        """Shows the whole bar."""
        self._open(replacing=True)

    def find_next(self) -> None:
        """Goes to the next find after the caret, round the end."""
        self._go(forward=True)

    def find_previous(self) -> None:
        """Goes to the find before the caret, round the start."""
        self._go(forward=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.words.hasFocus():
            self._go(forward=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return
        super().keyPressEvent(event)

    # --- layout -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.words.setPlaceholderText(self.tr("Find"))
        self.words.setAccessibleName(self.tr("Find"))
        self.words.setClearButtonEnabled(True)
        self.new.setPlaceholderText(self.tr("Replace with"))
        self.new.setAccessibleName(self.tr("Replace with"))
        self.close_button.setText("✕")
        self.close_button.setAutoRaise(True)
        self.close_button.setAccessibleName(self.tr("Close"))
        self.count.setWordWrap(True)
        self.count.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
        self.count.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        second(self.count)
        options = QHBoxLayout()
        options.setSpacing(_BETWEEN_PX)
        for box in (self.match_case, self.whole_word, self.is_regex, self.in_selection):
            options.addWidget(box)
        options.addWidget(self.count, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 4, 8, 4)
        for column, widget in enumerate((self.words, self.previous, self.next)):
            grid.addWidget(widget, 0, column)
        grid.addWidget(self.close_button, 0, 3)
        for column, widget in enumerate((self.new, self.replace_one, self.replace_all)):
            grid.addWidget(widget, 1, column)
        grid.addLayout(options, 2, 0, 1, 3)
        grid.setColumnStretch(0, 1)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._search)
        for box in (self.match_case, self.whole_word, self.is_regex):
            box.toggled.connect(self._search)
        self.in_selection.toggled.connect(self._on_in_selection_toggled)
        self.previous.clicked.connect(self.find_previous)
        self.next.clicked.connect(self.find_next)
        self.replace_one.clicked.connect(self._on_replace_one_clicked)
        self.replace_all.clicked.connect(self._on_replace_all_clicked)
        self.close_button.clicked.connect(self._close)
        self._session.changed.connect(self._on_session_changed)

    # --- finding ----------------------------------------------------------------------------

    def _open(self, *, replacing: bool) -> None:
        for widget in (self.new, self.replace_one, self.replace_all):
            widget.setVisible(replacing)
        start, end = self._page.selection()
        if start.place == end.place and start != end:
            self.words.setText(self._page.textCursor().selectedText().replace(MARK, ""))
        self.in_selection.setChecked(start.place != end.place)
        self._within = (start, end) if self.in_selection.isChecked() else None
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self._search()

    @Slot()
    def _close(self) -> None:
        self.hide()
        self._found.show(())
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _query(self) -> Query | None:
        try:
            return Query(
                self.words.text(),
                match_case=self.match_case.isChecked(),
                whole_word=self.whole_word.isChecked(),
                is_regex=self.is_regex.isChecked(),
            )
        except ModelError as error:
            self._say(error.user_text())
            return None

    @Slot()
    def _search(self) -> None:
        self._is_stale = False
        hits = self._sought()
        self._hits = hits or ()
        self._found.show(self._ends(hit, hit.place) for hit in self._hits if hit.place)
        if self._current not in self._hits:
            self._current = None
        if hits is not None:
            self._tell()

    def _sought(self) -> tuple[Hit, ...] | None:
        """What is found; None, with the reason said, for what cannot be looked for."""
        self._is_too_slow = False
        query = self._query()
        if query is None:
            return None
        try:
            return find_all(self._session.resolution, query, self._within)
        except ModelError as error:
            self._is_too_slow = True
            self._say(error.user_text())
            return None

    def _tell(self) -> None:
        if not self.words.text():
            self._say("")
        elif not self._hits:
            self._say(self.tr("▲ Not found"))
        elif self._current is None:
            self._say(self.tr("%Ln found", "", len(self._hits)))
        else:
            words = self.tr("%1 of %2").replace("%1", str(self._hits.index(self._current) + 1))
            self._say(words.replace("%2", str(len(self._hits))))

    def _say(self, words: str) -> None:
        self.count.setText(words)
        self.words.setAccessibleDescription(words)

    def _go(self, *, forward: bool) -> None:
        if self._is_stale:
            self._search()
            if not self.isVisible():
                self._found.show(())
        if not self._hits:
            return
        if self._current in self._hits:
            at = self._hits.index(self._current) + (1 if forward else -1)
        else:
            before = sum(self._position(hit) < self._caret() for hit in self._hits)
            at = before if forward else before - 1
        self._show_hit(self._hits[at % len(self._hits)])

    def _show_hit(self, hit: Hit) -> None:
        self._current = hit
        if hit.place is None:
            self.note_found.emit(hit.note)
        else:
            self._page.select(*self._ends(hit, hit.place))
        self._tell()

    def _position(self, hit: Hit) -> int:
        if hit.place is None:
            return self._page.document().characterCount()
        return self._page.position_of(self._ends(hit, hit.place)[0])

    def _ends(self, hit: Hit, place: Place) -> tuple[Caret, Caret]:
        """What to select: the words, or the table in a cell of which they stand."""
        if hit.cell is not None:
            return Caret(place, 0), Caret(place, 1)
        text = text_at(self._session.resolution, place)
        return (
            Caret(place, slot_position(text, hit.start)),
            Caret(place, slot_position(text, hit.end)),
        )

    def _caret(self) -> int:
        return self._page.textCursor().selectionStart()

    # --- replacing --------------------------------------------------------------------------

    @Slot()
    def _on_replace_one_clicked(self) -> None:
        query, hit = self._query(), self._current
        if query is None or hit is None:
            self._go(forward=True)
            return
        at, count = self._hits.index(hit), len(self._hits)
        try:
            changed = replace_hit(self._session.resolution, query, hit, self.new.text())
        except ModelError as error:
            self._say(error.user_text())
            return
        self._apply(changed, self.tr("Replace"))
        if self._hits:
            still_found = len(self._hits) == count
            self._show_hit(self._hits[(at + still_found) % len(self._hits)])

    @Slot()
    def _on_replace_all_clicked(self) -> None:
        query = self._query()
        if query is None:
            return
        try:
            changed, count = replace_all(
                self._session.resolution, query, self.new.text(), self._within
            )
        except ModelError as error:
            self._say(error.user_text())
            return
        self._apply(changed, self.tr("Replace all"))
        self._say(self.tr("%Ln replaced", "", count))

    def _apply(self, changed: Resolution, label: str) -> None:
        """One step; the stretch that is searched goes on to where its last words are now."""
        self._is_replacing = True
        if self._within is not None:
            start, end = self._within
            before = len(text_at(self._session.resolution, end.place))
            longer = len(text_at(changed, end.place)) - before
            self._within = (start, Caret(end.place, end.at + longer))
        try:
            self._session.apply(changed, label)
        finally:
            self._is_replacing = False

    @Slot(bool)
    def _on_in_selection_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        start, end = self._page.selection()
        self._within = (start, end) if on and start != end else None
        self._search()

    @Slot(object, object)
    def _on_session_changed(self, _old: Resolution, _new: Resolution) -> None:
        if self._within is not None and not self._is_replacing:
            self.in_selection.setChecked(False)
        if self.isVisible() and not self._is_too_slow:  # no key on the page waits for that twice
            self._search()
        else:
            self._is_stale = True

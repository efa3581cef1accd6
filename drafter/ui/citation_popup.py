"""Citing: number or words are typed below the caret, and what will be inserted is shown first.

The words keep the focus: arrows choose, Enter cites as the first preview says, Ctrl+Enter as the
second, Escape closes. An Enter that comes before the answer waits for it.
"""

from __future__ import annotations

from html import escape
from types import MappingProxyType

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter.app.citation_search import CitationSearch
from drafter.app.citing import Choice
from drafter.app.places import Caret
from drafter.core.inline import Style, Text
from drafter.core.language import language
from drafter.core.model import Resolution
from drafter.ui.citation_rows import ChoiceModel, RowPainter

_ROWS = 6
_CHARACTERS = 76
_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


_TAGS = MappingProxyType({Style.ITALIC: "i", Style.SUPERSCRIPT: "sup"})
_BESIDE_PX = 12


class CitationPopup(QDialog):
    """Finds what is to be cited at a caret: `words_chosen(words)` or `note_chosen(text)`.

    `asked` are the words to begin with. With `notes_first` Enter cites in a footnote and Ctrl+Enter
    in the text, as for a name that is there already and only lacks its source. The previews are set
    in `font`.
    """

    words_chosen = Signal(str)
    note_chosen = Signal(object)

    def __init__(
        self,
        search: CitationSearch,
        place: tuple[Resolution, Caret],
        parent: QWidget,
        *,
        font: QFont,
        asked: str = "",
        notes_first: bool = False,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._search = search
        self._resolution, self._caret = place
        self._notes_first = notes_first
        self._is_current = False
        self._wish: bool | None = None
        self.words = QLineEdit(self)
        self.rows = ChoiceModel(self)
        self.list = QListView(self)
        self.message = QLabel(self)
        self.in_text = QPushButton(self.tr("In the text"), self)
        self.in_note = QPushButton(self.tr("In a footnote"), self)
        self._keys: list[QLabel] = []
        self.text_preview = QLabel(self)
        self.note_preview = QLabel(self)
        self._lay_out(font)
        self._connect()
        self.words.setText(asked)
        self.words.selectAll()
        self.words.setFocus()  # a popup, unlike a dialog, gives its keys to nobody by itself
        self._on_words_changed()

    # --- layout -----------------------------------------------------------------------------

    def _lay_out(self, font: QFont) -> None:
        self.setObjectName("citation_popup")
        self.setWindowTitle(self.tr("Cite"))
        self.words.setPlaceholderText(
            self.tr("Number, words of a title, or a symbol: 60/288, child convention, A/61/179")
        )
        self.words.setAccessibleName(self.tr("Number, words or symbol of what is to be cited"))
        self.list.setAccessibleName(self.tr("What can be cited"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(RowPainter(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.message.setWordWrap(True)
        self.note_preview.setTextFormat(Qt.TextFormat.RichText)
        self.text_preview.setAccessibleName(self.tr("What is put into the text"))
        self.note_preview.setAccessibleName(self.tr("What the footnote says"))
        metrics = self.fontMetrics()
        height = metrics.lineSpacing() * (2 * _ROWS + 6)
        self.resize(metrics.averageCharWidth() * _CHARACTERS, height)
        self.list.setMinimumHeight(metrics.lineSpacing() * 2 * _ROWS)
        box = QVBoxLayout(self)
        box.addWidget(self.words)
        box.addWidget(self.message)
        box.addWidget(self.list, 1)
        box.addLayout(self._previews(font))

    def _previews(self, font: QFont) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(2, 1)
        grid.setHorizontalSpacing(_BESIDE_PX)
        width = self.fontMetrics().horizontalAdvance(self.tr("Ctrl+Enter"))
        grid.setColumnMinimumWidth(1, width)
        rows = [(self.in_text, self.text_preview), (self.in_note, self.note_preview)]
        is_rtl = language(self._resolution.language).is_rtl
        for at, (button, preview) in enumerate(reversed(rows) if self._notes_first else rows):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoDefault(False)
            key = QLabel(self)
            key.setForegroundRole(key.palette().ColorRole.PlaceholderText)
            self._keys.append(key)
            preview.setFont(font)
            preview.setWordWrap(True)
            if is_rtl:
                preview.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            grid.addWidget(button, at, 0)
            grid.addWidget(key, at, 1)
            grid.addWidget(preview, at, 2)
        return grid

    def _connect(self) -> None:
        self.words.installEventFilter(self)
        self.words.textChanged.connect(self._on_words_changed)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list.doubleClicked.connect(self._on_double_clicked)
        self.in_text.clicked.connect(self._cite_in_text)
        self.in_note.clicked.connect(self._cite_in_note)
        self._search.found.connect(self._on_search_found)
        self._search.failed.connect(self._on_search_failed)

    # --- what is asked and found ------------------------------------------------------------

    @property
    def is_answered(self) -> bool:
        """Whether what is listed is what the words ask for."""
        return self._is_current

    def chosen(self) -> Choice | None:
        """What would be cited now."""
        row = self.list.currentIndex().row()
        return self.rows.choices[row] if row >= 0 else None

    @Slot()
    def _on_words_changed(self) -> None:
        self._is_current = False
        self._wish = None
        self._search.ask(self.words.text(), self._resolution, self._caret)

    @Slot(object)
    def _on_search_found(self, found: tuple[Choice, ...]) -> None:
        self.rows.show_choices(found, self._resolution.language)
        self.list.setCurrentIndex(self.rows.index(0))
        self._say("" if found else self._why_none())
        self._show_previews()
        self._is_current = True
        if self._wish is not None:
            self._cite(in_note=self._wish)

    @Slot(str)
    def _on_search_failed(self, sentence: str) -> None:
        self.rows.show_choices((), self._resolution.language)
        self._show_previews()
        self._is_current = True
        self._wish = None
        self._say(sentence)

    def _why_none(self) -> str:
        if not self.words.text().strip():
            return self.tr("Type a number, words of a title, or the symbol of a document.")
        return self.tr("Nothing known has this number or these words.")

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_previews()

    def _show_previews(self) -> None:
        choice = self.chosen()
        self.text_preview.setText(choice.words if choice else "")
        self.note_preview.setText(_looks(choice.note) if choice else "")
        self.in_text.setEnabled(choice is not None and bool(choice.words))
        self.in_note.setEnabled(choice is not None)
        only_note = choice is not None and not choice.words and not self._notes_first
        names = ("", self.tr("Enter")) if only_note else (self.tr("Enter"), self.tr("Ctrl+Enter"))
        for key, name in zip(self._keys, names, strict=True):
            key.setText(name)
        if choice is not None and not choice.words:
            self.text_preview.setText(self.tr("– its source goes into a footnote"))

    # --- choosing ---------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _ARROWS:
                self.list.keyPressEvent(event)
                return True
            if event.key() in _ENTER:
                is_second = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                self._wish_for(in_note=is_second is not self._notes_first)
                return True
        return super().eventFilter(watched, event)

    def _wish_for(self, *, in_note: bool) -> None:
        if self._is_current:
            self._cite(in_note=in_note)
        else:
            self._wish = in_note

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self._cite(in_note=self._notes_first)

    @Slot()
    def _cite_in_text(self) -> None:
        self._wish_for(in_note=False)

    @Slot()
    def _cite_in_note(self) -> None:
        self._wish_for(in_note=True)

    def _cite(self, *, in_note: bool) -> None:
        """What has no words for the text is always cited in a note."""
        choice = self.chosen()
        self._wish = None
        if choice is None:
            return
        self.accept()
        if in_note or not choice.words:
            self.note_chosen.emit(choice.note)
        else:
            self.words_chosen.emit(choice.words)

    def hideEvent(self, event: QHideEvent) -> None:
        self._search.found.disconnect(self._on_search_found)
        self._search.failed.disconnect(self._on_search_failed)
        super().hideEvent(event)


def _looks(text: Text) -> str:
    """A text with its italics and raised letters, as markup."""
    pieces: list[str] = []
    for run in text.runs():
        tags = [_TAGS[style] for style in sorted(run.styles) if style in _TAGS]
        opened, closed = (f"<{tag}>" for tag in tags), (f"</{tag}>" for tag in reversed(tags))
        pieces.append("".join((*opened, escape(run.text), *closed)))
    return "".join(pieces)

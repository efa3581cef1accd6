"""Chooses the resolution that a new draft starts from: by its number or words of its title."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.app.i18n import language_words
from drafter.app.library import Library
from drafter.app.precedent_words import document_words
from drafter.app.questions import FindDocuments, FoundDocuments, ReadWhole, Whole
from drafter.app.worker import Answer
from drafter.corpus.asking import Document
from drafter.ui.labels import second

_REST_MS = 150
_DOCUMENT = Qt.ItemDataRole.UserRole
_CHARACTERS = 92
_TO_LIST = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})


class ResolutionChoice(QDialog):
    """Lists the documents of the corpus; `chosen(whole)` with the text of the one chosen."""

    chosen = Signal(object)

    def __init__(self, library: Library, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Start from a resolution"))
        self.words = QLineEdit(self)
        self.language = QComboBox(self)
        self.list = QListWidget(self)
        self.said = second(QLabel(self))
        self._asked: FindDocuments | None = None
        self._shown: FindDocuments | None = None
        self._is_awaited = False
        self.buttons = QDialogButtonBox(self)
        self._lay_out(code)
        self._line = library.line(self)
        self._line.answered.connect(self._on_line_answered)
        self._line.waiting.connect(self._on_line_waiting)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._find)
        self.words.textChanged.connect(self._on_words_changed)
        self.language.currentIndexChanged.connect(self._find)
        self.list.itemActivated.connect(self._on_item_activated)
        self.list.currentItemChanged.connect(self._on_current_item_changed)
        self.buttons.accepted.connect(self._take)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._on_finished)
        self._find()

    def _lay_out(self, code: str) -> None:
        self.words.setPlaceholderText(self.tr("A number such as 63/195, or words of the title…"))
        self.words.setAccessibleName(self.tr("Number or words of the title"))
        self.words.setClearButtonEnabled(True)
        self.words.installEventFilter(self)
        self.language.addItem(language_words(code), code)
        self.language.setAccessibleName(self.tr("Language"))
        self.list.setAccessibleName(self.tr("Resolutions"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.said.setWordWrap(True)
        self.start = self.buttons.addButton(
            self.tr("&Start the draft"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.start.setEnabled(False)
        self.start.setProperty("primary", True)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(self.language)
        box = QVBoxLayout(self)
        box.addLayout(top)
        box.addWidget(self.list, 1)
        box.addWidget(self.said)
        box.addWidget(self.buttons)
        width = self.fontMetrics().averageCharWidth() * _CHARACTERS
        self.resize(width, self.fontMetrics().lineSpacing() * 30)

    # --- finding ----------------------------------------------------------------------------

    @Slot()
    def _find(self) -> None:
        self._timer.stop()
        self._asked = FindDocuments(self.words.text(), self.language.currentData())
        self._line.ask(self._asked)

    @Slot(object)
    def _on_line_answered(self, answer: Answer) -> None:
        if answer.error is not None:
            self._is_awaited = False
            self.said.setText(answer.error.user_text())
        elif isinstance(answer.value, FoundDocuments):
            self._shown = self._asked
            self._show(answer.value)
            if self._is_awaited:
                self._take()
        elif isinstance(answer.value, Whole):
            self.chosen.emit(answer.value)
            self.accept()

    @Slot()
    def _on_line_waiting(self) -> None:
        self.said.setText(self.tr("Your precedents are being made ready. This happens once."))

    def _show(self, found: FoundDocuments) -> None:
        self._show_languages(found)
        with QSignalBlocker(self.list):
            self.list.clear()
            for document in found.documents:
                self.list.addItem(self._item(document))
            self.list.setCurrentRow(0)
        self.start.setEnabled(bool(found.documents))
        words = "" if found.documents else self.tr("Nothing among your precedents is called so.")
        self.said.setText(words)

    def _show_languages(self, found: FoundDocuments) -> None:
        shown = self.language.currentData()
        codes = sorted({*found.languages, shown})
        if codes != [self.language.itemData(at) for at in range(self.language.count())]:
            with QSignalBlocker(self.language):
                self.language.clear()
                for code in codes:
                    self.language.addItem(language_words(code), code)
                self.language.setCurrentIndex(codes.index(shown))
        if shown not in found.languages and found.languages and not self.words.text():
            self.language.setCurrentIndex(codes.index(found.languages[0]))

    def _item(self, document: Document) -> QListWidgetItem:
        when = document.adopted or str(document.year or "")
        head = "  ·  ".join(one for one in (document_words(document.symbol), when) if one)
        item = QListWidgetItem("\n".join(one for one in (head, document.title) if one))
        item.setData(_DOCUMENT, document)
        return item

    # --- choosing ---------------------------------------------------------------------------

    @Slot()
    def _take(self) -> None:
        """The one chosen; while the list is not yet that of the words, the first when it is."""
        words, code = self.words.text(), self.language.currentData()
        self._is_awaited = self._shown != FindDocuments(words, code)
        if self._is_awaited:
            self._find()
            return
        item = self.list.currentItem()
        if item is not None:
            self._line.ask(ReadWhole(item.data(_DOCUMENT)))

    @Slot(QListWidgetItem)
    def _on_item_activated(self, _item: QListWidgetItem) -> None:
        self._take()

    @Slot()
    def _on_current_item_changed(self) -> None:
        self.start.setEnabled(self.list.currentItem() is not None)

    @Slot(str)
    def _on_words_changed(self, _words: str) -> None:
        self._is_awaited = False
        self._timer.start()

    @Slot(int)
    def _on_finished(self, _result: int) -> None:
        self._timer.stop()
        self._line.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys of the box go through the list."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in _TO_LIST
        ):
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

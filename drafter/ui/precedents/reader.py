"""A whole document of the corpus to read, opened at the place a precedent stands in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from drafter.app.i18n import language_words
from drafter.app.library import Library
from drafter.app.precedent_words import document_words
from drafter.app.questions import Look, Source
from drafter.app.worker import Answer
from drafter.corpus.asking import Use
from drafter.ui.labels import second
from drafter.ui.precedents.setting import Setting, html_page

_SERIF = ["Times New Roman", "Liberation Serif", "Tinos", "Noto Serif", "DejaVu Serif"]
_MEASURE_CHARACTERS = 92
_LARGER = 1.25


class ReaderWindow(QWidget):
    """Reads one document, in any language that the corpus has it in.

    `draft_requested(source)` for a new draft that starts from it.
    """

    draft_requested = Signal(object)

    def __init__(self, library: Library, use: Use, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(document_words(use.symbol))
        self.source: Source | None = None
        self._use = use
        self.text = QTextBrowser(self)
        self.language = QComboBox(self)
        self.words = QLineEdit(self)
        self.said = second(QLabel(self))
        self.start = QPushButton(self.tr("&Start a draft from it"), self)
        self._lay_out()
        self._line = library.line(self)
        self._line.answered.connect(self._on_line_answered)
        self.language.activated.connect(self._on_language_activated)
        self.words.returnPressed.connect(self._find)
        self.start.clicked.connect(self._on_start_clicked)
        self._line.ask(Look(use))

    def _lay_out(self) -> None:
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.tr("The whole document"))
        self.text.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        font = self.text.font()
        font.setFamilies(_SERIF)
        font.setPointSizeF(font.pointSizeF() * _LARGER)
        self.text.document().setDefaultFont(font)
        self.text.document().setDocumentMargin(1.6 * self.fontMetrics().height())
        self.words.setPlaceholderText(self.tr("Find in the document…"))
        self.words.setAccessibleName(self.tr("Find in the document"))
        self.words.setClearButtonEnabled(True)
        self.language.setAccessibleName(self.tr("Language"))
        self.start.setEnabled(False)
        self.said.hide()
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(self.language)
        top.addWidget(self.start)
        box = QVBoxLayout(self)
        box.addLayout(top)
        box.addWidget(self.text, 1)
        box.addWidget(self.said)
        width = self.fontMetrics().averageCharWidth() * _MEASURE_CHARACTERS
        self.resize(width, self.fontMetrics().lineSpacing() * 44)
        self.setFocusProxy(self.text)

    @Slot(object)
    def _on_line_answered(self, answer: Answer) -> None:
        if answer.error is not None:
            self.said.setText(answer.error.user_text())
            self.said.show()
            self._show_language()
        elif isinstance(answer.value, Source):
            self.source = answer.value
            self._show()

    def _show(self) -> None:
        source = self.source
        if source is None:
            return
        with QSignalBlocker(self.language):
            self.language.clear()
            for code in source.languages:
                self.language.addItem(language_words(code), code)
        self._show_language()
        self.language.setEnabled(self.language.count() > 1)
        self.start.setEnabled(True)
        sure = self.tr("▲ The two texts do not have as many paragraphs here: look for the place.")
        self.said.setText("" if source.is_sure else sure)
        self.said.setVisible(not source.is_sure)
        self._draw()
        QTimer.singleShot(0, self._go_to_place)

    def _show_language(self) -> None:
        """The language of the text that is shown."""
        if self.source is not None:
            with QSignalBlocker(self.language):
                shown = self.language.findData(self.source.resolution.language)
                self.language.setCurrentIndex(shown)

    def _draw(self) -> None:
        if self.source is not None:
            body = Setting(self.source.resolution).whole(self.source.use.place)
            self.text.setHtml(html_page(body, self.palette()))

    @Slot()
    def _go_to_place(self) -> None:
        if self.source is None:
            return
        row = self.source.resolution.paragraphs
        self.text.scrollToAnchor(row[self.source.use.place].id)
        bar = self.text.verticalScrollBar()
        if bar.value() < bar.maximum():  # what comes before is seen at the end anyway
            bar.setValue(bar.value() - self.text.viewport().height() // 4)

    @Slot(int)
    def _on_language_activated(self, _index: int) -> None:
        self._line.ask(Look(self._use, self.language.currentData()))

    @Slot()
    def _on_start_clicked(self) -> None:
        if self.source is not None:
            self.draft_requested.emit(self.source)

    @Slot()
    def _find(self) -> None:
        """The next find after the caret; after the last the first again."""
        words = self.words.text()
        if words and not self.text.find(words, QTextDocument.FindFlag(0)):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(words, QTextDocument.FindFlag(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.words.setFocus()
            self.words.selectAll()
        elif event.matches(QKeySequence.StandardKey.FindNext):
            self._find()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.source is not None:
            self._draw()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._line.close()
        super().closeEvent(event)

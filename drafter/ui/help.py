"""Help: the manual, the list of keys as they are set now, and what the program is made of.

All of it is one page of Markdown; the keys are read from the commands and never kept by hand.
"""

from __future__ import annotations

import platform
import re
from collections.abc import Sequence

from PySide6 import __version__ as qt_version
from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QSignalBlocker,
    QStringListModel,
    Qt,
    QUrl,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAction,
    QBrush,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from drafter import __version__
from drafter.paths import resource
from drafter.ui.keys import listed
from drafter.ui.names import plain_name

_LANGUAGES = ("en", "fr")
_SERIF = ["Times New Roman", "Liberation Serif", "Tinos", "Noto Serif", "DejaVu Serif"]
_HEADING_SIZES = {1: 2.2, 2: 1.5, 3: 1.15}
_LINE_HEIGHT_PCT = 130
_MEASURE_CHARACTERS = 92
_KEYS = re.compile(r"^\{keys\|(.+)\}$", re.MULTILINE)
"""Where the manual has the keys, with the names of the two columns."""
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~])")


def manual(language: str) -> str:
    """The manual in Markdown, in English where there is none in the language."""
    return _page("manual", language)


def about(language: str) -> str:
    """What the program is, whom it thanks, and under which licences, in Markdown."""
    words = _page("about", language)
    return words.format(version=__version__, qt=qt_version, python=platform.python_version())


def keys(actions: Sequence[QAction], head: str) -> str:
    """The commands that have keys as Markdown tables, one a menu; `head` names the two columns."""
    groups: dict[str, list[str]] = {}
    for action in actions:
        shown = _escaped(listed(action.shortcuts()))
        if shown and plain_name(action):
            row = f"| {_escaped(plain_name(action))} | {shown} |"
            groups.setdefault(_menu_of(action), []).append(row)
    lines: list[str] = []
    for title, rows in groups.items():
        lines += [f"### {_escaped(title)}", ""] if title else []
        lines += [f"|{head}|", "|---|---|", *rows, ""]
    return "\n".join(lines)


def whole_help(actions: Sequence[QAction], language: str) -> str:
    """The manual with the keys as they are now, and what the program is, in Markdown."""
    filled = _KEYS.sub(lambda place: keys(actions, place[1]), manual(language))
    return f"{filled}\n\n{about(language)}"


def _page(name: str, language: str) -> str:
    code = language if language in _LANGUAGES else _LANGUAGES[0]
    return resource("help", f"{name}.{code}.md").read_text(encoding="utf-8")


def _menu_of(action: QAction) -> str:
    titles = (one.property("title") for one in action.associatedObjects())
    return next((str(title).replace("&", "") for title in titles if title), "")


def _escaped(words: str) -> str:
    return _MARKUP.sub(r"\\\1", words)


class HelpPage(QTextBrowser):
    """A page of Markdown, set to be read: a serif for headings, air between lines, a short line.

    `link_requested(url)` for an address outside; the program itself opens none.
    """

    link_requested = Signal(QUrl)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._markdown = ""
        self._top_block = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.anchorClicked.connect(self.link_requested)

    def show_markdown(self, markdown: str) -> None:
        """Shows these pages."""
        self._markdown = markdown
        document = self.document()
        document.setDocumentMargin(1.5 * self.fontMetrics().height())
        document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        block = document.begin()
        while block.isValid():
            self._set(block)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._set_table(frame)
        self.go_to(0)

    def headings(self) -> list[tuple[int, str, int]]:
        """Level, words and block number of each heading."""
        found: list[tuple[int, str, int]] = []
        block = self.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level:
                found.append((level, block.text(), block.blockNumber()))
            block = block.next()
        return found

    def go_to(self, block_number: int) -> None:
        """Scrolls so that a block stands at the top."""
        self._top_block = block_number
        document = self.document()
        block = document.findBlockByNumber(block_number)
        top = document.documentLayout().blockBoundingRect(block).top()
        self.setTextCursor(QTextCursor(block))
        self.verticalScrollBar().setValue(round(top - document.documentMargin()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.go_to(self._top_block)

    def resizeEvent(self, event: QResizeEvent) -> None:
        longest = self.fontMetrics().averageCharWidth() * _MEASURE_CHARACTERS
        self.setLineWrapColumnOrWidth(min(longest, self.viewport().width()))
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._markdown:
            at = self.verticalScrollBar().value()
            self.show_markdown(self._markdown)
            self.verticalScrollBar().setValue(at)

    def _set(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        spacing = QTextBlockFormat()
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        spacing.setLineHeight(_LINE_HEIGHT_PCT, proportional.value)
        if cursor.currentTable() is not None:
            spacing.setTopMargin(0)
            spacing.setBottomMargin(0)
        if level:
            em = self.fontMetrics().height()
            spacing.setTopMargin(0 if level == 1 else em * (1.8 if level == 2 else 0.9))
            spacing.setBottomMargin(em * 0.4)
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            look = QTextCharFormat()
            look.setFontFamilies(_SERIF)
            look.setFontPointSize(self.font().pointSizeF() * _HEADING_SIZES.get(level, 1.0))
            look.setFontWeight(QFont.Weight.Normal if level < 3 else QFont.Weight.Bold)
            cursor.setCharFormat(look)  # merging would leave the size that Markdown set
        cursor.mergeBlockFormat(spacing)

    def _set_table(self, table: QTextTable) -> None:
        look = table.format()
        look.setBorder(1)
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBorderBrush(QBrush(self.palette().color(QPalette.ColorRole.Mid)))
        look.setBorderCollapse(True)
        look.setCellPadding(5)
        look.setCellSpacing(0)
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        share = QTextLength(QTextLength.Type.PercentageLength, 100 / table.columns())
        look.setColumnWidthConstraints([share] * table.columns())
        table.setFormat(look)


class HelpWindow(QWidget):
    """The help beside the page: contents, what is sought, and the text."""

    def __init__(
        self, actions: Sequence[QAction], language: str = "en", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.titles = QStringListModel(self)
        self._blocks: list[int] = []
        self.contents = QListView(self)
        self.contents.setModel(self.titles)
        self.contents.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.page = HelpPage(self)
        self.words = QLineEdit(self)
        self.previous = QPushButton(self.tr("&Previous"), self)
        self.next = QPushButton(self.tr("&Next"), self)
        self.count = QLabel(self)
        self._hits: list[QTextCursor] = []
        self._at = -1
        self._lay_out()
        self.words.textChanged.connect(self._on_words_changed)
        self.words.returnPressed.connect(self._on_next)
        self.next.clicked.connect(self._on_next)
        self.previous.clicked.connect(self._on_previous)
        self.contents.selectionModel().currentChanged.connect(self._on_contents_chosen)
        self.contents.clicked.connect(self._on_contents_chosen)
        self.show_help(actions, language)

    def show_help(self, actions: Sequence[QAction], language: str) -> None:
        """Shows the manual of a language and the keys as they are now."""
        self.page.show_markdown(whole_help(actions, language))
        parts = [(words, block) for level, words, block in self.page.headings() if level <= 2]
        self._blocks = [block for _, block in parts]
        self.titles.setStringList([words for words, _ in parts])
        with QSignalBlocker(self.contents.selectionModel()):
            self.contents.setCurrentIndex(self.titles.index(0))
        self._on_words_changed(self.words.text())

    def show_keys(self) -> None:
        """Goes to the list of keys."""
        self.contents.setCurrentIndex(self.titles.index(self.titles.rowCount() - 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Find):
            self.words.setFocus()
            self.words.selectAll()
        elif event.key() == Qt.Key.Key_Escape:
            if self.words.text():
                self.words.clear()
            else:
                self.close()
        elif event.key() == Qt.Key.Key_F3:
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    # --- layout -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Drafter help"))
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setSpacing(2)
        self.contents.viewport().setAutoFillBackground(False)
        self.page.setAccessibleName(self.tr("Help"))
        self.words.setPlaceholderText(self.tr("Find in the help…"))
        self.words.setAccessibleName(self.tr("Find in the help"))
        self.words.setClearButtonEnabled(True)
        self.count.setForegroundRole(QPalette.ColorRole.Dark)
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        for widget in (self.count, self.previous, self.next):
            top.addWidget(widget)
        beside = QSplitter(Qt.Orientation.Horizontal, self)
        beside.addWidget(self.contents)
        beside.addWidget(self.page)
        beside.setStretchFactor(1, 1)
        width = self.fontMetrics().averageCharWidth()
        beside.setSizes([width * 34, width * (_MEASURE_CHARACTERS + 6)])
        box = QVBoxLayout(self)
        box.addLayout(top)
        box.addWidget(beside, 1)
        self.resize(width * (_MEASURE_CHARACTERS + 46), self.fontMetrics().lineSpacing() * 40)
        self.setFocusProxy(self.words)

    # --- finding ----------------------------------------------------------------------------

    def _show_hits(self) -> None:
        lit = QTextCharFormat()
        lit.setBackground(self.palette().color(QPalette.ColorRole.Highlight))
        lit.setForeground(self.palette().color(QPalette.ColorRole.HighlightedText))
        selections: list[QTextEdit.ExtraSelection] = []
        for place, hit in enumerate(self._hits):
            selection = QTextEdit.ExtraSelection()
            selection.cursor = hit
            selection.format = QTextCharFormat(lit)
            selection.format.setFontUnderline(place == self._at)
            selections.append(selection)
        self.page.setExtraSelections(selections)
        is_sought = bool(self.words.text())
        said = self.tr("%1 of %2").replace("%1", str(self._at + 1))
        said = said.replace("%2", str(len(self._hits)))
        self.count.setText((said if self._hits else self.tr("not found")) if is_sought else "")
        for button in (self.previous, self.next):
            button.setEnabled(bool(self._hits))

    def _step(self, by: int) -> None:
        if self._hits:
            self._at = (self._at + by) % len(self._hits)
            self._go_to_hit()

    def _go_to_hit(self) -> None:
        cursor = QTextCursor(self._hits[self._at])
        cursor.setPosition(cursor.selectionStart())
        self.page.setTextCursor(cursor)
        self.page.ensureCursorVisible()
        self._show_hits()

    @Slot(str)
    def _on_words_changed(self, words: str) -> None:
        self._hits = []
        self._at = -1
        document = self.page.document()
        hit = document.find(words) if words else QTextCursor()
        while not hit.isNull():
            self._hits.append(hit)
            hit = document.find(words, hit)
        if self._hits:
            self._at = 0
            self._go_to_hit()
        self._show_hits()

    @Slot()
    def _on_next(self) -> None:
        self._step(1)

    @Slot()
    def _on_previous(self) -> None:
        self._step(-1)

    @Slot(QModelIndex)
    def _on_contents_chosen(self, chosen: QModelIndex) -> None:
        if chosen.isValid():
            self.page.go_to(self._blocks[chosen.row()])


class AboutDialog(QDialog):
    """What the program is and whom it thanks."""

    def __init__(self, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Drafter"))
        self.page = HelpPage(self)
        self.page.setAccessibleName(self.tr("About Drafter"))
        self.page.show_markdown(about(language))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(self.page, 1)
        box.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 90, metrics.lineSpacing() * 24)

"""What the import was not sure of, one by one, with the words of the source beside it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QTextBlock, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.app.i18n import guess_words
from drafter.app.session import Session
from drafter.core import edits
from drafter.core.model import Guess, Resolution
from drafter.ui.labels import heading, second

_COMPARED = 12
"""Characters by which a line of the source is known again."""
_SOURCE_MARGINS = (0, 0, 0, 8)
_GUESS = Qt.ItemDataRole.UserRole


class GuessesPanel(QWidget):
    """The guesses of a session's document; `paragraph_chosen(id)` wishes to look at one."""

    paragraph_chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._has_stepped = False
        self.tree = QTreeWidget(self)
        self.source = QLabel(self)
        self.text = QPlainTextEdit(self)
        self.confirm = QPushButton(self.tr("Looks &right"), self)
        self.confirm_all = QPushButton(self.tr("&All look right"), self)
        self._summary = QLabel(self)
        self._lay_out()
        self.tree.currentItemChanged.connect(self._on_current_item_changed)
        self.confirm.clicked.connect(self._on_confirm_clicked)
        self.confirm_all.clicked.connect(self._on_confirm_all_clicked)
        session.changed.connect(self._on_session_changed)
        self._show(session.resolution)

    def set_source(self, words: str) -> None:
        """The whole text that was read, to be shown beside; empty if it is not there any more."""
        self.text.setPlainText(words)
        self._show_source(self._current())

    def step(self) -> None:
        """Goes to the next guess, round the end."""
        count = self.tree.topLevelItemCount()
        if count and self._has_stepped:
            self._choose((self.tree.currentIndex().row() + 1) % count)
        elif count:  # the first is chosen from the start, but nobody has gone there yet
            self._has_stepped = True
            self._on_current_item_changed(self.tree.currentItem(), None)

    def _lay_out(self) -> None:
        self.tree.setHeaderLabels([self.tr("What"), self.tr("Sure"), self.tr("Line")])
        self.tree.setRootIsDecorated(False)
        self.tree.setAccessibleName(self.tr("What the import was not sure of"))
        self.source.setWordWrap(True)
        self.source.setTextFormat(Qt.TextFormat.PlainText)
        self.source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.source.setAccessibleName(self.tr("Words of the source"))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("The source, the line of the guess marked"))
        self.text.setTabChangesFocus(True)
        second(self._summary)
        self._summary.setWordWrap(True)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, header.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, header.ResizeMode.ResizeToContents)
        self.source.setContentsMargins(*_SOURCE_MARGINS)
        buttons = QHBoxLayout()
        buttons.addWidget(self.confirm)
        buttons.addWidget(self.confirm_all)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 12, 8, 8)
        for widget in (self._summary, self.tree):
            box.addWidget(widget)
        box.addWidget(heading(self.tr("In the source"), self))
        box.addWidget(self.source)
        box.addWidget(self.text)
        box.addLayout(buttons)
        self.setFocusProxy(self.tree)

    def _show(self, resolution: Resolution) -> None:
        at = max(0, self.tree.currentIndex().row())
        with QSignalBlocker(self.tree):
            self.tree.clear()
            for guess in resolution.guesses:
                row = QTreeWidgetItem(
                    [guess_words(guess), f"{guess.confidence:.0%}", str(guess.line or "")]
                )
                row.setData(0, _GUESS, guess)
                row.setToolTip(0, guess_words(guess))
                self.tree.addTopLevelItem(row)
            self._choose(min(at, self.tree.topLevelItemCount() - 1))
        count = len(resolution.guesses)
        self._summary.setText(
            self.tr("The import was not sure of these. F8 goes to the next one.")
            if count
            else self.tr("Nothing left to look at.")
        )
        for button in (self.confirm, self.confirm_all):
            button.setEnabled(count > 0)
        self._show_source(self._current())

    def _choose(self, row: int) -> None:
        self.tree.setCurrentIndex(self.tree.model().index(row, 0))

    def _current(self) -> Guess | None:
        item = self.tree.currentItem()
        return item.data(0, _GUESS) if item else None

    def _show_source(self, guess: Guess | None) -> None:
        self.source.setText(guess.source if guess else "")
        block = self._line(guess)
        self.text.setVisible(block.isValid())
        self.source.setVisible(not block.isValid())
        if not block.isValid():
            return
        line = QTextEdit.ExtraSelection()
        line.cursor = QTextCursor(block)
        line.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        line.format.setBackground(self.palette().highlight())
        line.format.setForeground(self.palette().highlightedText())
        self.text.setExtraSelections([line])
        self.text.setTextCursor(line.cursor)
        self.text.centerCursor()

    def _line(self, guess: Guess | None) -> QTextBlock:
        """The line of the source that a guess is about; invalid if the source is another text."""
        if guess is None or not guess.line:
            return QTextBlock()
        block = self.text.document().findBlockByNumber(guess.line - 1)
        if not block.isValid():
            return block
        here = "".join(f"{block.text()}{block.next().text()}".split())
        words = "".join(guess.source.split())[:_COMPARED]
        return block if words in here else QTextBlock()

    @Slot(object, object)
    def _on_session_changed(self, old: Resolution, new: Resolution) -> None:
        if old.guesses != new.guesses:
            self._show(new)

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _on_current_item_changed(
        self, item: QTreeWidgetItem | None, _previous: QTreeWidgetItem | None
    ) -> None:
        guess: Guess | None = item.data(0, _GUESS) if item else None
        self._show_source(guess)
        if guess is not None and guess.paragraph:
            self.paragraph_chosen.emit(guess.paragraph)

    @Slot()
    def _on_confirm_clicked(self) -> None:
        guess = self._current()
        if guess is not None:
            changed = edits.confirm_guess(self._session.resolution, guess)
            self._session.apply(changed, self.tr("Confirm guess"))

    @Slot()
    def _on_confirm_all_clicked(self) -> None:
        resolution = self._session.resolution
        for guess in resolution.guesses:
            resolution = edits.confirm_guess(resolution, guess)
        self._session.apply(resolution, self.tr("Confirm all guesses"))

"""The command palette: every command by its name, found by a few letters in any order of words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from rapidfuzz import fuzz

from drafter.ui.labels import second
from drafter.ui.names import plain_name

_LEAST_SCORE_PCT = 55
_MOST_ROWS = 60
_SHOWN_ROWS = 12
_WIDTH_CHARACTERS = 70
_AROUND_PX = 10
_NAME, _KEYS = range(2)
_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_ACTION = Qt.ItemDataRole.UserRole
_AT_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


def matching(actions: Sequence[QAction], words: str) -> list[QAction]:
    """The commands that fit the words, best first; all of them, in their order, for no words."""
    if not words.strip():
        return list(actions)
    sought = words.casefold()
    scored = [(_score(plain_name(action).casefold(), sought), action) for action in actions]
    fitting = [one for one in scored if one[0] >= _LEAST_SCORE_PCT]
    return [action for _, action in sorted(fitting, key=lambda one: -one[0])]


def _score(name: str, sought: str) -> float:
    if all(any(word.startswith(part) for word in name.split()) for part in sought.split()):
        return 100 + fuzz.ratio(name, sought) / 100
    if all(part in name for part in sought.split()):
        return 99.0
    return fuzz.partial_ratio(name, sought) if len(sought) > 2 else 0.0


def _is_arrow(event: QKeyEvent) -> bool:
    return event.type() is QEvent.Type.KeyPress and event.key() in _ARROWS


class CommandPalette(QDialog):
    """Shows the enabled commands; Enter runs the one chosen, Escape closes."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._actions = [one for one in actions if one.isEnabled() and plain_name(one)]
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Type the name of a command…"))
        self.words.setAccessibleName(self.tr("Command"))
        self.list = QTreeWidget(self)
        self.nothing = second(QLabel(self.tr("No command has this name."), self))
        self.list.setHeaderHidden(True)
        self.list.setUniformRowHeights(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setColumnCount(2)
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(_NAME, self.list.header().ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(
            _KEYS, self.list.header().ResizeMode.ResizeToContents
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(*[_AROUND_PX] * 4)
        box.setSpacing(_AROUND_PX)
        box.addWidget(self.words)
        box.addWidget(self.list)
        box.addWidget(self.nothing)
        box.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self.words.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_CHARACTERS)
        self.words.installEventFilter(self)
        self.words.textChanged.connect(self._on_words_changed)
        self.words.returnPressed.connect(self._on_return_pressed)
        self.list.itemClicked.connect(self._on_item_clicked)
        self.words.setFocus()  # a popup, unlike a dialog, gives its keys to nobody by itself
        self._on_words_changed("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and _is_arrow(event):
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_words_changed(self, words: str) -> None:
        self.list.clear()
        for action in matching(self._actions, words)[:_MOST_ROWS]:
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            row = QTreeWidgetItem([plain_name(action), keys])
            row.setData(_NAME, _ACTION, action)
            row.setToolTip(_NAME, action.statusTip())
            row.setTextAlignment(_KEYS, _AT_END)
            row.setForeground(_KEYS, self.palette().brush(QPalette.ColorRole.Dark))
            self.list.addTopLevelItem(row)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._fit(self.list.topLevelItemCount())

    def _fit(self, rows: int) -> None:
        """As high as what is found, up to a limit."""
        self.list.setVisible(rows > 0)
        self.nothing.setVisible(rows == 0)
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * min(rows, _SHOWN_ROWS) + 2)

    @Slot()
    def _on_return_pressed(self) -> None:
        self._run(self.list.currentItem())

    @Slot(QTreeWidgetItem, int)
    def _on_item_clicked(self, item: QTreeWidgetItem, _column: int) -> None:
        self._run(item)

    def _run(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            action: QAction = item.data(_NAME, _ACTION)
            self.accept()
            action.trigger()

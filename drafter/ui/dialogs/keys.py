"""The keys of all commands: found by name as in the palette, changed by pressing them.

A change is in force at once, in all windows; which command loses a key is said before it does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.ui import keys
from drafter.ui.labels import second
from drafter.ui.names import plain_name
from drafter.ui.palette import matching

_NAME, _KEYS = range(2)
_ACTION = Qt.ItemDataRole.UserRole
_WIDTH_CHARACTERS, _HEIGHT_LINES = 72, 28


class KeysDialog(QDialog):
    """Shows the keys of commands; `keys_chosen(chosen)` with all that differ from the usual."""

    keys_chosen = Signal(object)

    def __init__(
        self, actions: Sequence[QAction], chosen: keys.Chosen, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change keys"))
        self._actions = [one for one in actions if one.objectName() and plain_name(one)]
        self._chosen = chosen
        self.words = QLineEdit(self)
        self.list = QTreeWidget(self)
        self.key = QKeySequenceEdit(self)
        self.told = second(QLabel(self))
        self.set = self._button(self.tr("&Set"), self._on_set_clicked)
        self.none = self._button(self.tr("&No key"), self._on_none_clicked)
        self.reset = self._button(self.tr("&Usual key"), self._on_reset_clicked)
        self.reset_all = self._button(self.tr("&All usual keys"), self._on_reset_all_clicked)
        self._lay_out()
        self.words.textChanged.connect(self._on_words_changed)
        self.list.currentItemChanged.connect(self._on_current_item_changed)
        self.key.keySequenceChanged.connect(self._tell)
        self._show()

    def _button(self, words: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def _lay_out(self) -> None:
        self.words.setPlaceholderText(self.tr("Type the name of a command…"))
        self.words.setAccessibleName(self.tr("Command"))
        self.words.setClearButtonEnabled(True)
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.list.ensurePolished()  # rows are measured once, in the look of the window
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.tr("Commands and their keys"))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_NAME, header.ResizeMode.Stretch)
        header.setSectionResizeMode(_KEYS, header.ResizeMode.ResizeToContents)
        self.key.setMaximumSequenceLength(1)
        self.key.setAccessibleName(self.tr("New key"))
        label = QLabel(self.tr("New &key:"), self)
        label.setBuddy(self.key)
        self.told.setWordWrap(True)
        self.told.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        pressed, below = QHBoxLayout(), QHBoxLayout()
        for widget in (label, self.key, self.set):
            pressed.addWidget(widget)
        pressed.setStretchFactor(self.key, 1)
        for widget in (self.none, self.reset, self.reset_all):
            below.addWidget(widget)
        below.insertStretch(2, 1)
        box = QVBoxLayout(self)
        box.addWidget(self.words)
        box.addWidget(self.list, 1)
        box.addLayout(pressed)
        box.addWidget(self.told)
        box.addLayout(below)
        metrics = self.fontMetrics()
        width = metrics.averageCharWidth() * _WIDTH_CHARACTERS
        self.resize(width, metrics.lineSpacing() * _HEIGHT_LINES)

    # --- showing ----------------------------------------------------------------------------

    def _show(self, current: QAction | None = None) -> None:
        """The commands that fit the words; the first is chosen if it is not to be another one."""
        self.list.clear()
        for action in matching(self._actions, self.words.text()):
            row = QTreeWidgetItem([plain_name(action), self._keys_of(action)])
            row.setToolTip(_NAME, action.statusTip())
            row.setData(_NAME, _ACTION, action)
            self.list.addTopLevelItem(row)
            if action is current:
                self.list.setCurrentItem(row)
        if self._current() is None:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._tell()

    def _keys_of(self, action: QAction) -> str:
        """The usual keys that people look for, or all those that the user chose."""
        if action.objectName() not in self._chosen:
            return keys.listed(action.shortcuts())
        return self.tr("%1 · changed").replace("%1", keys.shown(action.shortcuts()) or "–")

    def _current(self) -> QAction | None:
        item = self.list.currentItem()
        return item.data(_NAME, _ACTION) if item is not None else None

    @Slot()
    def _tell(self) -> None:
        """What comes of the key that was pressed."""
        action, key = self._current(), self.key.keySequence()
        why = keys.refusal(key)
        other = keys.owner(self._actions, key)
        if why:
            self.told.setText(why)
        elif other is None:
            self.told.setText(self.tr("This key is free."))
        elif other is action:
            self.told.setText(self.tr("The command has this key already."))
        else:
            words = self.tr("▲ %1 belongs to “%2”, which will lose it.")
            words = words.replace("%1", keys.shown([key]))
            self.told.setText(words.replace("%2", plain_name(other)))
        self.set.setEnabled(action is not None and not why and other is not action)
        self.none.setEnabled(action is not None and bool(action.shortcuts()))
        self.reset.setEnabled(action is not None and action.objectName() in self._chosen)
        self.reset_all.setEnabled(bool(self._chosen))

    @Slot()
    def _on_words_changed(self) -> None:
        self._show()

    @Slot()
    def _on_current_item_changed(self) -> None:
        self.key.clear()
        self._tell()

    # --- changing ---------------------------------------------------------------------------

    def _choose(self, chosen: keys.Chosen) -> None:
        current = self._current()
        self._chosen = chosen
        keys.set_keys(self._actions, chosen)
        self.keys_chosen.emit(chosen)
        self.key.clear()
        self._show(current)

    def _change(self, new: Sequence[QKeySequence]) -> None:
        action = self._current()
        if action is not None:
            self._choose(keys.with_keys(self._actions, self._chosen, action, new))

    @Slot()
    def _on_set_clicked(self) -> None:
        self._change([self.key.keySequence()])

    @Slot()
    def _on_none_clicked(self) -> None:
        self._change([])

    @Slot()
    def _on_reset_clicked(self) -> None:
        action = self._current()
        if action is not None:
            self._change(keys.usual(action))

    @Slot()
    def _on_reset_all_clicked(self) -> None:
        self._choose({})

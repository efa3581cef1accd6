"""The commands for precedents; what they do is loaded for the first of them, if not before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from drafter.ui.main_window import MainWindow
from drafter.ui.side_panels import SidePanels

if TYPE_CHECKING:
    from drafter.ui.precedents.desk import Precedents

_MOST_KEYS = 9
_UNSHIFTED = "&É\"'(-È_Ç"
"""What the keys of 1 to 9 give on French keyboards, where figures need Shift."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("PrecedentCommands", words)


class _Command(NamedTuple):
    """A command: its object name, what it is called, what the status bar says, its keys."""

    name: str
    text: str
    tip: str
    do: Callable[[Precedents], object]
    keys: str


def _commands() -> Iterator[_Command]:
    yield _Command("search_precedents", _tr("&Search…"), _tr("Finds wordings by words of them"),
                   lambda one: one.search(), "Ctrl+K")  # fmt: skip
    yield _Command(
        "take_rest",
        _tr("Take the &rest"),
        _tr("Completes the paragraph with the rest of the chosen precedent"),
        lambda one: one.take(),
        "Ctrl+Enter; Ctrl+Return",
    )
    yield from map(_take_whole, range(1, _MOST_KEYS + 1))
    yield _Command(
        "insert_precedent",
        _tr("&Insert at the caret"),
        _tr("Puts the chosen precedent at the caret, or beside a finished paragraph"),
        lambda one: one.insert_here(),
        "Ctrl+Shift+Enter; Ctrl+Shift+Return",
    )
    yield _Command("next_precedent", _tr("&Next"), _tr("Chooses the next precedent"),
                   lambda one: one.next_row(), "Alt+PgDown")  # fmt: skip
    yield _Command("previous_precedent", _tr("&Previous"), _tr("Chooses the precedent before"),
                   lambda one: one.previous_row(), "Alt+PgUp")  # fmt: skip
    yield _Command(
        "open_precedent",
        _tr("&Open the document"),
        _tr("Shows the whole document of the chosen precedent"),
        lambda one: one.open_document(),
        "Ctrl+Shift+K",
    )
    yield _Command(
        "precedent_years",
        _tr("Through the &years"),
        _tr("Shows the chosen precedent through the years, with what changed"),
        lambda one: one.show_years(),
        "Ctrl+Alt+Y",
    )
    yield _Command(
        "start_from",
        _tr("Start a &draft from a resolution…"),
        _tr("Begins a new draft with the whole text of a resolution"),
        lambda one: one.choose_and_start(),
        "Ctrl+Shift+N",
    )


def _take_whole(number: int) -> _Command:
    sign = _UNSHIFTED[number - 1]
    return _Command(
        f"{_WHOLE}{number}",
        _tr("Take precedent &%1").replace("%1", str(number)),
        _tr("Puts this precedent in the place of the paragraph"),
        lambda one: one.take_nth(number),
        f"Alt+{number}; Alt+{sign}",
    )


_WHOLE = "take_whole_"
"""What the commands of a menu of their own are called, with a number."""


class PrecedentCommands(QObject):
    """Puts the commands into their menu, and hands what is asked on to the precedents."""

    def __init__(self, panels: SidePanels, window: MainWindow) -> None:
        super().__init__(window)
        self._panels = panels
        self._do: dict[str, Callable[[Precedents], object]] = {}
        wholes = QMenu(_tr("Take a &whole one"), window)
        wholes.setObjectName("menu_take_whole")
        for command in _commands():
            self._do[command.name] = command.do
            action = QAction(command.text, window)
            action.setObjectName(command.name)
            action.setStatusTip(command.tip)
            action.setShortcuts(QKeySequence.listFromString(command.keys))
            action.triggered.connect(self._on_action_triggered)
            if command.name.startswith(_WHOLE):
                wholes.addAction(action)
                window.addAction(action)
            else:
                window.add_command("precedents", action)
            if command.name == "take_rest":
                window.menus["precedents"].addMenu(wholes)

    @Slot()
    def _on_action_triggered(self) -> None:
        self._do[self.sender().objectName()](self._panels.precedents)

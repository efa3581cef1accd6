"""The command palette, by keys and mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from drafter.ui.palette import CommandPalette, matching, plain_name

NAMES = ("&New draft", "&Open…", "Go to &next problem", "Insert foot&note", "Make &operative")


@pytest.fixture
def ran() -> list[str]:
    return []


@pytest.fixture
def actions(qtbot: QtBot, ran: list[str]) -> Iterator[list[QAction]]:
    owner = QObject()
    made = [QAction(name, owner) for name in NAMES]
    for action in made:
        action.triggered.connect(lambda *_, chosen=action: ran.append(plain_name(chosen)))
    made[1].setShortcut("Ctrl+O")
    made[0].setEnabled(False)
    yield made
    owner.deleteLater()


@pytest.fixture
def palette(actions: list[QAction], qtbot: QtBot) -> CommandPalette:
    dialog = CommandPalette(actions)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def rows(palette: CommandPalette) -> list[tuple[str, str]]:
    items = [palette.list.topLevelItem(at) for at in range(palette.list.topLevelItemCount())]
    return [(item.text(0), item.text(1)) for item in items if item]


def test_enabled_commands_are_listed_with_their_keys(palette: CommandPalette) -> None:
    assert rows(palette) == [
        ("Open", "Ctrl+O"), ("Go to next problem", ""), ("Insert footnote", ""),
        ("Make operative", ""),
    ]  # fmt: skip


def test_what_is_typed_at_once_goes_into_the_words(palette: CommandPalette) -> None:
    assert palette.focusWidget() is palette.words  # a popup gives its keys to this one
    QTest.keyClick(palette.windowHandle(), Qt.Key.Key_N)
    assert palette.words.text() == "n"


def test_typing_and_enter_runs_the_best(
    palette: CommandPalette, ran: list[str], qtbot: QtBot
) -> None:
    qtbot.keyClicks(palette.words, "prob ne")
    assert rows(palette)[0] == ("Go to next problem", "")
    qtbot.keyClick(palette.words, Qt.Key.Key_Return)
    assert ran == ["Go to next problem"]
    assert not palette.isVisible()


def test_arrows_choose_while_the_words_keep_the_focus(
    palette: CommandPalette, ran: list[str], qtbot: QtBot
) -> None:
    qtbot.keyClick(palette.words, Qt.Key.Key_Down)
    qtbot.keyClick(palette.words, Qt.Key.Key_Return)
    assert ran == ["Go to next problem"]


def test_a_click_runs_a_command(palette: CommandPalette, ran: list[str], qtbot: QtBot) -> None:
    item = palette.list.topLevelItem(2)
    assert item is not None
    place = palette.list.visualItemRect(item).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert ran == ["Insert footnote"]


def test_escape_runs_nothing(palette: CommandPalette, ran: list[str], qtbot: QtBot) -> None:
    qtbot.keyClick(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert ran == []


def test_a_slip_of_the_finger_still_finds(actions: list[QAction]) -> None:
    assert plain_name(matching(actions, "fotnote")[0]) == "Insert footnote"
    assert matching(actions, "zzzz") == []

"""Keys of commands: changed as the palette is used, told of when taken, kept, and all reachable."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from pytestqt.qtbot import QtBot

from drafter.ui.desk import Desk
from drafter.ui.dialogs.keys import KeysDialog
from drafter.ui.keys import owner, refusal
from drafter.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def command(window: MainWindow, name: str) -> QAction:
    return next(one for one in window.commands() if one.objectName() == name)


def keys_of(window: MainWindow, name: str) -> list[str]:
    return keys(command(window, name))


def keys(action: QAction) -> list[str]:
    return [one.toString() for one in action.shortcuts()]


def dialog_at(desk: Desk, qtbot: QtBot, words: str) -> KeysDialog:
    """The dialog with the first command found by these words."""
    window = desk.windows[-1]
    command(window, "change_keys").trigger()
    dialog = next(one for one in window.findChildren(KeysDialog) if one.isVisible())
    qtbot.keyClicks(dialog.words, words)
    return dialog


def test_a_key_is_changed_by_pressing_it(desk: Desk, qtbot: QtBot) -> None:
    window, other = desk.new(), desk.show(desk.windows[0].session.resolution, None)
    other.session.undo_stack.resetClean()
    dialog = dialog_at(desk, qtbot, "find next")
    assert not dialog.set.isEnabled()
    qtbot.keyClick(dialog.key, Qt.Key.Key_J, CTRL | ALT)
    assert dialog.told.text() == "This key is free."
    qtbot.mouseClick(dialog.set, Qt.MouseButton.LeftButton)
    assert keys_of(desk.windows[-1], "find_next") == ["Ctrl+Alt+J"]
    assert desk.settings.shortcuts == {"find_next": "Ctrl+Alt+J"}
    assert "changed" in dialog.list.currentItem().text(1)
    fresh = desk.new()
    assert keys_of(fresh, "find_next") == ["Ctrl+Alt+J"]
    assert desk._file.read().shortcuts == {"find_next": "Ctrl+Alt+J"}
    assert window is not fresh


def test_no_command_has_the_key_that_is_plus_with_shift(desk: Desk) -> None:
    window = desk.new()
    assert "Ctrl++" in keys_of(window, "zoom_in")
    taken = {key: one.objectName() for one in window.commands() for key in keys(one)}
    assert "Ctrl+Shift+=" not in taken


def test_french_keyboards_have_the_keys_of_figures_without_shift(desk: Desk) -> None:
    window = desk.new()
    for number, sign in enumerate("&É\"'(-È_Ç", 1):
        assert keys_of(window, f"take_whole_{number}") == [f"Alt+{number}", f"Alt+{sign}"]
    assert keys_of(window, "zoom_usual") == ["Ctrl+0", "Ctrl+À"]


def test_a_key_taken_from_another_command_is_told_of(desk: Desk, qtbot: QtBot) -> None:
    window = desk.new()
    dialog = dialog_at(desk, qtbot, "find next")
    qtbot.keyClick(dialog.key, Qt.Key.Key_H, CTRL)
    assert dialog.told.text() == "▲ Ctrl+H belongs to “Replace”, which will lose it."
    qtbot.mouseClick(dialog.set, Qt.MouseButton.LeftButton)
    assert keys_of(window, "find_next") == ["Ctrl+H"]
    assert keys_of(window, "replace") == []
    qtbot.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    assert keys_of(window, "find_next") == ["F3", "Ctrl+G"]
    assert keys_of(window, "replace") == []
    qtbot.mouseClick(dialog.reset_all, Qt.MouseButton.LeftButton)
    assert keys_of(window, "replace") == ["Ctrl+H"]
    assert desk.settings.shortcuts == {}


def test_a_command_can_do_without_a_key(desk: Desk, qtbot: QtBot) -> None:
    window = desk.new()
    dialog = dialog_at(desk, qtbot, "replace")
    qtbot.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
    assert keys_of(window, "replace") == []
    assert not dialog.none.isEnabled()


@pytest.mark.parametrize("key", ["A", "Shift+A", "Left", "Ctrl+Left", "Ctrl+Backspace", ""])
def test_keys_of_the_page_are_refused(key: str) -> None:
    assert refusal(QKeySequence(key))


@pytest.mark.parametrize("key", ["Ctrl+B", "F9", "Shift+F9", "Ctrl+Alt+1", "Alt+Q"])
def test_other_keys_are_free(key: str) -> None:
    assert refusal(QKeySequence(key)) == ""


def test_the_changed_key_works(desk: Desk, qtbot: QtBot) -> None:
    desk._file.write(replace(desk.settings, shortcuts={"find": "Ctrl+L"}))
    desk.settings = desk._file.read()
    window = desk.new()
    with qtbot.waitActive(window):
        window.activateWindow()
    bar = desk.workspaces[window].find_bar
    qtbot.keyClick(window.page, Qt.Key.Key_F, CTRL)
    assert not bar.isVisible()
    qtbot.keyClick(window.page, Qt.Key.Key_L, CTRL)
    assert bar.isVisible()


def test_no_key_belongs_to_two_commands(desk: Desk) -> None:
    commands = desk.new().commands()
    for action in commands:
        for key in action.shortcuts():
            assert owner(commands, key) is action, key.toString()


def test_every_command_has_a_name_and_is_reached_by_keys(desk: Desk) -> None:
    """Each stands in a menu that Alt and a letter open, and in the palette; names are its own."""
    window = desk.new()
    commands = window.commands()
    for menu in window.menus.values():
        assert "&" in menu.title()
    names = [one.objectName() for one in commands]
    assert all(names)
    assert len(set(names)) == len(names)
    shown = [one for one in window.actions() if one.objectName()]
    assert {one.objectName() for one in shown} <= set(names)
    assert all(one.statusTip() or one.isCheckable() for one in commands)


def test_letters_of_a_menu_are_used_once(desk: Desk) -> None:
    for menu in desk.new().menus.values():
        letters = [
            one.text()[one.text().index("&") + 1].lower()
            for one in menu.actions()
            if "&" in one.text()
        ]
        assert len(set(letters)) == len(letters), (menu.title(), sorted(letters))


def test_keys_that_few_keyboards_have_are_not_listed(desk: Desk, qtbot: QtBot) -> None:
    window = desk.new()
    dialog = dialog_at(desk, qtbot, "")
    rows = [dialog.list.topLevelItem(at) for at in range(dialog.list.topLevelItemCount())]
    listed = {row.text(0): row.text(1) for row in rows if row is not None}
    assert "Undo" in keys_of(window, "undo")
    assert listed["Undo"] == "Ctrl+Z"


def test_the_field_of_the_new_key_has_room_for_its_hint(desk: Desk, qtbot: QtBot) -> None:
    desk.new()
    dialog = dialog_at(desk, qtbot, "")
    assert dialog.key.width() > dialog.width() / 2

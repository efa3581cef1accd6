"""The help, by keys and mouse."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence, QTextTable
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from drafter import __version__
from drafter.ui.help import AboutDialog, HelpWindow, about, keys, manual, whole_help
from drafter.ui.style import dress
from drafter.ui.theme import DARK

HEAD = "Command|Key"


@pytest.fixture
def actions(qtbot: QtBot) -> Iterator[list[QAction]]:
    menu = QMenu("&File")
    save = QAction("&Save", menu)
    save.setShortcuts([QKeySequence("Ctrl+S"), QKeySequence("F2")])
    level = QAction("Level &Down…", menu)
    level.setShortcut(QKeySequence("Ctrl+]"))
    none = QAction("Without a key", menu)
    for action in (save, none):
        menu.addAction(action)
    yield [save, level, none]
    menu.deleteLater()


@pytest.fixture
def window(actions: list[QAction], qtbot: QtBot) -> Iterator[HelpWindow]:
    made = HelpWindow(actions, "en")
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def contents(window: HelpWindow) -> list[str]:
    return window.titles.stringList()


def test_keys_are_those_of_the_commands_by_menu(actions: list[QAction]) -> None:
    table = keys(actions, HEAD)
    assert r"| Save | Ctrl\+S, F2 |" in table
    assert r"| Level Down | Ctrl\+\] |" in table
    assert "### File" in table
    assert "Without a key" not in table
    actions[0].setShortcut(QKeySequence("Ctrl+W"))
    assert r"| Save | Ctrl\+W |" in keys(actions, HEAD)


def test_the_window_shows_manual_keys_and_thanks(window: HelpWindow) -> None:
    titles = contents(window)
    assert titles[0] == "Drafter"
    assert titles[-2:] == ["Keys", "About Drafter"]
    words = window.page.toPlainText()
    for said in ("The first draft", "Ctrl+]", "Level Down", __version__, "UNTERM", "Apache"):
        assert said in words
    assert "{" not in words
    tables = [
        one for one in window.page.document().rootFrame().childFrames()
        if isinstance(one, QTextTable)
    ]  # fmt: skip
    assert len(tables) == 3


def test_contents_lead_to_their_place_by_key_and_mouse(window: HelpWindow, qtbot: QtBot) -> None:
    bar = window.page.verticalScrollBar()
    assert bar.value() == 0
    window.contents.setFocus()
    for _ in range(3):
        qtbot.keyClick(window.contents, Qt.Key.Key_Down)
    assert window.page.textCursor().block().text() == "Opening phrases"
    there = bar.value()
    assert there > 0
    first = window.contents.visualRect(window.titles.index(0)).center()
    qtbot.mouseClick(window.contents.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert bar.value() < there


def test_the_keys_are_shown_at_once_even_before_the_window(
    actions: list[QAction], qtbot: QtBot
) -> None:
    window = HelpWindow(actions, "fr")
    qtbot.addWidget(window)
    window.show_keys()
    with qtbot.waitExposed(window):
        window.show()
    assert window.page.textCursor().block().text() == "Touches"
    assert window.page.verticalScrollBar().value() > 0


def test_words_are_found_counted_and_gone_through(window: HelpWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.words, "masthead")
    total = len(re.findall("masthead", window.page.toPlainText(), re.IGNORECASE))
    assert window.count.text() == f"1 of {total}"
    assert len(window.page.extraSelections()) == total
    qtbot.keyClick(window.words, Qt.Key.Key_Return)
    assert window.count.text() == f"2 of {total}"
    qtbot.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    qtbot.mouseClick(window.previous, Qt.MouseButton.LeftButton)
    assert window.count.text() == f"{total} of {total}"
    qtbot.keyClicks(window.words, "zzz")
    assert window.count.text() == "not found"
    assert not window.next.isEnabled()


def test_escape_first_empties_the_search_then_closes(window: HelpWindow, qtbot: QtBot) -> None:
    window.words.setText("note")
    qtbot.keyClick(window.words, Qt.Key.Key_Escape)
    assert window.words.text() == ""
    assert window.isVisible()
    qtbot.keyClick(window.words, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_theme_changes_the_page(window: HelpWindow, qtbot: QtBot) -> None:
    dress(DARK)
    qtbot.waitUntil(lambda: window.page.palette().base().color().name() == DARK.sheet.lower())
    assert "The first draft" in window.page.toPlainText()


def test_links_leave_by_a_wish_only(window: HelpWindow, qtbot: QtBot) -> None:
    assert not window.page.openLinks()
    with qtbot.waitSignal(window.page.link_requested):
        window.page.anchorClicked.emit("https://example.org")


def test_a_language_without_a_manual_gets_the_english_one() -> None:
    assert manual("ru") == manual("en") != manual("fr")
    assert about("zh") == about("en")


def test_both_manuals_have_the_same_parts(root: Path) -> None:
    def shape(words: str) -> list[int]:
        return [len(one) for one in re.findall(r"^(#+) ", words, re.MULTILINE)]

    assert shape(manual("en")) == shape(manual("fr"))
    for path in (root / "resources" / "help").glob("*.md"):
        assert max(len(line) for line in path.read_text(encoding="utf-8").splitlines()) <= 130


def test_without_commands_the_help_is_still_whole() -> None:
    assert "About Drafter" in whole_help((), "en")


def test_about_closes_by_key(qtbot: QtBot) -> None:
    dialog = AboutDialog("fr")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert "À propos de Drafter" in dialog.page.toPlainText()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()

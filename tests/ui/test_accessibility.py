"""Everything a hand can reach has a name that a screen reader can say, and is reached by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from drafter.core.model import Guess
from drafter.ui.desk import Desk
from drafter.ui.main_window import MainWindow
from tests.notation import document

CONTROLS = (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTabBar,
)
WHOLE = (QAbstractSpinBox, QComboBox, QHeaderView, QLineEdit)
"""Controls whose parts are Qt's own."""
SILENT = (QHeaderView, QScrollBar, QScrollArea)
"""Parts of others, which speak for them."""

DRAFT = document(
    "Title: Peace | P: _Recalling_ the Court,[^1] | 1. _Decides_ x | T: a ; b // c ; d |"
    " [^1]: First.",
    printed=False,
)


def controls(top: QWidget) -> Iterator[QWidget]:
    """What can be worked with, parts of other controls excepted."""
    for widget in top.findChildren(QWidget):
        is_part = widget.objectName().startswith("qt_") or any(
            isinstance(one, WHOLE) for one in above(widget)
        )
        if isinstance(widget, CONTROLS) and not isinstance(widget, SILENT) and not is_part:
            yield widget


def above(widget: QWidget) -> Iterator[QWidget]:
    """What a widget stands in."""
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def spoken(widget: QWidget) -> str:
    """What a screen reader is told: a name of its own, the text on it, or its label's."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


def nameless(top: QWidget) -> list[str]:
    return [
        f"{type(one).__name__} {one.objectName()} in {type(one.parentWidget()).__name__}"
        for one in controls(top)
        if len(spoken(one).strip("✕×…·⋯+-–▾▴ ")) < 1
    ]


def only_signs(top: QWidget) -> list[str]:
    """Buttons that show a sign and say only that."""
    return [
        f"{type(one).__name__} “{spoken(one)}” in {type(one.parentWidget()).__name__}"
        for one in controls(top)
        if isinstance(one, QAbstractButton) and not any(map(str.isalnum, spoken(one)))
    ]


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    made = desk.show(replace(DRAFT, guesses=(Guess("label", "p1", "1.", 0.5, 3, "x"),)), None)
    assert QTest.qWaitForWindowExposed(made)
    desk.workspaces[made].find_bar.open_to_replace()
    made.bar.say("Said.")
    return made


def test_every_control_of_the_window_has_a_name(desk: Desk, window: MainWindow) -> None:
    for build in desk.workspaces[window].panels.to_build():
        build()
    assert len(list(controls(window))) > 40
    assert nameless(window) == []
    assert only_signs(window) == []


def test_every_control_of_the_start_page_has_a_name(desk: Desk, qtbot: QtBot) -> None:
    start = desk.start()
    assert QTest.qWaitForWindowExposed(start)
    assert nameless(start) == []
    assert only_signs(start) == []


DIALOGS: dict[str, Callable[[MainWindow, Desk], object]] = {
    "palette": lambda window, desk: desk.workspaces[window].show_palette(),
    "keys": lambda window, desk: desk.workspaces[window].choose_keys(),
    "versions": lambda window, desk: desk.workspaces[window].version_views.show_versions(),
    "table": lambda window, desk: desk.workspaces[window].tables.edit("p3"),
    "help": lambda window, _: window.findChild(QAction, "manual").trigger(),
    "about": lambda window, _: window.findChild(QAction, "about").trigger(),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_a_dialog_has_a_name(
    window: MainWindow, desk: Desk, qtbot: QtBot, name: str
) -> None:
    before = set(QApplication.topLevelWidgets())
    DIALOGS[name](window, desk)
    (dialog,) = [one for one in set(QApplication.topLevelWidgets()) - before if one.isVisible()]
    assert nameless(dialog) == []
    assert only_signs(dialog) == []
    dialog.close()


def test_the_page_tells_its_text_and_caret(window: MainWindow) -> None:
    interface: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(window.page)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Page"
    assert interface.text(QAccessible.Text.Description)
    text = interface.textInterface()
    assert text is not None
    assert "Recalling the Court," in text.text(0, text.characterCount())
    assert text.cursorPosition() == window.page.textCursor().position()


def test_tab_goes_round_all_that_takes_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    """Outside the page, where Tab makes an item, each control follows another."""
    chain: set[QWidget] = set()
    widget = window.nextInFocusChain()
    while widget is not window:
        chain.add(widget)
        widget = widget.nextInFocusChain()
    tabbed = [
        one
        for one in controls(window)
        if one.isVisibleTo(window) and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert tabbed
    assert not [one for one in tabbed if one not in chain]

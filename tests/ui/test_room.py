"""Nothing that is written on the window is cut, in a small window and in a usual one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from drafter import paths
from drafter.io.formats import read_file
from drafter.ui.desk import SAMPLE, Desk
from drafter.ui.style import dress
from drafter.ui.theme import LIGHT

SIZES = [(1024, 700), (1440, 900)]


def cut(top: QWidget) -> list[str]:
    """What is written on widgets that are narrower than their words need."""
    written = [
        (words_of(widget), widget)
        for kind in (QPushButton, QToolButton, QComboBox, QLabel)
        for widget in top.findChildren(kind)
        if widget.isVisibleTo(top)
    ]
    return [
        f"{words}: {widget.width()} of {widget.sizeHint().width()}"
        for words, widget in written
        if words and widget.width() < widget.sizeHint().width()
    ]


def words_of(widget: QWidget) -> str:
    """What is written on a widget in one line."""
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLabel):
        return "" if widget.wordWrap() else widget.text()
    if isinstance(widget, QToolButton) and not widget.icon().isNull():
        has_words = widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        return widget.text() if has_words else ""
    return widget.text() if isinstance(widget, QAbstractButton) else ""


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_words_are_cut_in_the_window(desk: Desk, qtbot: QtBot, width: int, height: int) -> None:
    dress(LIGHT)
    window = desk.show(read_file(paths.resource(*SAMPLE)), None)
    workspace = desk.workspaces[window]
    window.resize(width, height)
    qtbot.waitUntil(lambda: workspace.checking.is_current)
    workspace.next_problem()
    for show in (
        workspace.panels.show_outline,
        workspace.panels.show_masthead,
        workspace.panels.show_problems,
        workspace.panels.show_precedents,
    ):
        show()
        qtbot.waitUntil(lambda: not cut(window))


def test_no_words_are_cut_in_dialogs(desk: Desk, qtbot: QtBot) -> None:
    dress(LIGHT)
    window = desk.show(read_file(paths.resource(*SAMPLE)), None)
    workspace = desk.workspaces[window]
    workspace.choose_keys()
    workspace.corpus_views.show_corpus()
    workspace.corpus_views.show_get_more()
    workspace.preview_page()
    dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert len(dialogs) == 4
    for dialog in dialogs:
        qtbot.waitUntil(lambda shown=dialog: not cut(shown))
        dialog.close()

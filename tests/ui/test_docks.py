"""The panels around the page: the whole sheet is seen in a small window too."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from drafter.settings import SettingsFile
from drafter.ui.desk import Desk
from drafter.ui.docks import Docks
from drafter.ui.main_window import MainWindow
from tests.notation import document


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    return desk.new()


def widths(docks: Docks, tab: str) -> tuple[int, int]:
    return docks["outline"].width(), docks[tab].width()


@pytest.mark.parametrize("tab", ["precedents", "problems"])
def test_panels_give_way_to_the_page_and_come_back(
    desk: Desk, window: MainWindow, qtbot: QtBot, tab: str
) -> None:
    docks, page = desk.workspaces[window].docks, window.page
    docks.bring(tab)
    window.resize(1440, 900)
    docks.share()
    qtbot.waitUntil(lambda: widths(docks, tab) == (288, 346))
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: page.width() >= page.least_width())
    qtbot.waitUntil(lambda: page.horizontalScrollBar().maximum() == 0)
    left, right = widths(docks, tab)
    assert left < 288
    assert right < 346
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: widths(docks, tab) == (288, 346))


def test_a_panel_dragged_wide_stays_so(desk: Desk, window: MainWindow, qtbot: QtBot) -> None:
    docks = desk.workspaces[window].docks
    window.resize(1440, 900)
    docks.share()
    window.resizeDocks([docks["outline"]], [420], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: docks["outline"].width() == 420)
    window.resize(1500, 900)
    qtbot.wait(50)
    assert docks["outline"].width() == 420


def test_tabs_stand_in_the_order_of_the_panels(window: MainWindow) -> None:
    (tabs,) = (one for one in window.findChildren(QTabBar) if one.isVisible())
    names = [tabs.tabText(at) for at in range(tabs.count())]
    assert names[0] == "Precedents"
    assert names[1].startswith("Problems")
    assert names[2:] == ["Masthead"]
    assert tabs.currentIndex() == 0


def stands(docks: Docks) -> bool:
    """Whether every panel is in its place."""
    return all(dock.widget() is not None for dock in docks.all.values())


def test_panels_are_there_soon_after_the_window_and_at_once_for_who_asks(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    panels = desk.workspaces[window].panels
    assert panels.docks["masthead"].widget() is None
    panels.show_masthead()
    assert panels.docks["masthead"].widget() is panels.masthead
    qtbot.waitUntil(lambda: stands(panels.docks))
    assert panels.docks["outline"].widget() is panels.outline


def test_size_and_panels_are_written_while_the_window_is_open(
    desk: Desk, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = SettingsFile(tmp_path / "settings" / "settings.json")
    docks = desk.workspaces[window].docks
    qtbot.waitUntil(lambda: docks.is_watched)
    window.resize(770, 650)
    qtbot.waitUntil(lambda: file.read().geometry == docks.words()[0])
    docks["notes"].hide()
    qtbot.waitUntil(lambda: file.read().layout == docks.words()[1])
    docks.bring("masthead")
    qtbot.waitUntil(lambda: file.read().layout == docks.words()[1])
    size = window.size()
    again = desk.new()
    assert again.size() == size
    assert desk.workspaces[again].docks["notes"].isHidden()


def test_of_several_windows_the_one_changed_last_is_remembered(
    desk: Desk, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = SettingsFile(tmp_path / "settings" / "settings.json")
    window.session.apply(document("1. _Decides_ x."), "Typing")
    other = desk.new()
    docks = desk.workspaces[other].docks
    qtbot.waitUntil(lambda: docks.is_watched)
    other.resize(770, 650)
    qtbot.waitUntil(lambda: file.read().geometry == docks.words()[0])
    remembered = file.read()
    window.session.undo_stack.setClean()
    window.close()
    assert file.read() == remembered

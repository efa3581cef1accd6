"""The choice of the interface's language, and the window in French."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from drafter.settings import Settings, SettingsFile
from drafter.ui.desk import Desk


def test_the_choice_is_remembered_and_said_for_the_next_start(desk: Desk, tmp_path: Path) -> None:
    window = desk.new()
    french = next(one for one in window.commands() if one.objectName() == "interface_fr")
    french.trigger()
    assert SettingsFile(tmp_path / "settings" / "settings.json").read().language == "fr"
    assert french.isChecked()
    assert "next time" in window.bar.sentence.text()


@pytest.fixture
def french(desk: Desk, tmp_path: Path) -> Desk:
    """Another desk, that speaks French."""
    file = SettingsFile(tmp_path / "french" / "settings.json")
    file.write(Settings(theme="light", language="fr"))
    return Desk(file, tmp_path / "texts")


def test_a_window_speaks_french_and_uses_each_letter_of_a_menu_once(
    french: Desk, qtbot: QtBot
) -> None:
    try:
        window = french.new()
        assert window.menus["file"].title() == "&Fichier"
        assert window.session.resolution.language == "fr"
        assert QLocale().language() is QLocale.Language.French
        bar = [menu.title() for menu in window.menus.values()]
        rows = [[one.text() for one in menu.actions()] for menu in window.menus.values()]
        for texts in (bar, *rows):
            letters = [one[one.index("&") + 1].lower() for one in texts if "&" in one]
            assert len(set(letters)) == len(letters), texts
    finally:
        for window in list(french.windows):
            window.session.undo_stack.setClean()
            window.close()
        french.close()
        french.deleteLater()
        QLocale.setDefault(QLocale(QLocale.Language.English))

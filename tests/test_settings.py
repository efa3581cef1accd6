"""The settings file."""

import json
import os
from pathlib import Path

import pytest

from drafter.core.errors import WriteError
from drafter.settings import MOST_RECENT, Settings, SettingsFile


def test_without_a_file_the_program_is_as_new(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "settings.json").read() == Settings()


def test_what_is_written_is_read(tmp_path: Path) -> None:
    chosen = Settings(theme="dark", rules_off=("endings.item",), shortcuts={"open": "Ctrl+O"})
    SettingsFile(tmp_path / "deep" / "settings.json").write(chosen)
    assert SettingsFile(tmp_path / "deep" / "settings.json").read() == chosen


def test_what_a_newer_program_wrote_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dark", "future": [1, 2]}')
    file = SettingsFile(path)
    file.write(file.read())
    assert json.loads(path.read_text())["future"] == [1, 2]


def test_a_damaged_file_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{")
    assert SettingsFile(path).read() == Settings()
    assert (tmp_path / "settings.unreadable").read_text() == "{"


def test_a_value_of_the_wrong_kind_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": 3, "zoom_pct": 150, "recent": [1], "shortcuts": {"open": 1}}')
    assert SettingsFile(path).read() == Settings(zoom_pct=150)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WriteError, match="settings not written"):
        SettingsFile(tmp_path / "file" / "settings.json").write(Settings())


def test_recent_files_are_few_and_latest_first() -> None:
    settings = Settings()
    for number in (*range(MOST_RECENT + 3), 5):
        settings = settings.with_recent(Path(f"{number}.resolution"))
    assert settings.recent[:2] == ("5.resolution", f"{MOST_RECENT + 2}.resolution")
    assert len(settings.recent) == MOST_RECENT
    assert settings.recent.count("5.resolution") == 1


def test_a_file_whose_name_is_no_utf8_is_remembered(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"r\xe9solution.resolution")
    file = SettingsFile(tmp_path / "settings.json")
    file.write(Settings().with_recent(odd))
    assert file.read().recent == (str(odd),)

"""Versions of a draft."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from drafter.app.versions import MOST_AUTOMATIC, Versions, restored
from drafter.core.errors import ReadError, WriteError
from drafter.core.model import Resolution
from tests.notation import document

START = datetime(2026, 1, 1, tzinfo=UTC)


def kept(folder: Path, count: int, name: str = "") -> Versions:
    versions = Versions(folder, Path("draft.resolution"))
    for number in range(count):
        text = Resolution(number=str(number))
        versions.keep(text, name, START + timedelta(minutes=number))
    return versions


def test_versions_come_newest_first_and_read_as_they_were(tmp_path: Path) -> None:
    versions = kept(tmp_path, 3)
    assert [one.read().number for one in versions.all()] == ["2", "1", "0"]
    assert versions.all()[0].when == START + timedelta(minutes=2)


def test_the_oldest_without_a_name_go_and_the_named_stay(tmp_path: Path) -> None:
    versions = kept(tmp_path, 2, "before the / vote")
    for number in range(MOST_AUTOMATIC + 3):
        versions.keep(Resolution(number=f"auto {number}"), when=START + timedelta(hours=1 + number))
    names = [one.name for one in versions.all()]
    assert names.count("") == MOST_AUTOMATIC
    assert names.count("before the vote") == 2
    assert versions.all()[-3].read().number == "auto 3"


def test_each_file_has_versions_of_its_own(tmp_path: Path) -> None:
    kept(tmp_path, 1)
    assert Versions(tmp_path, Path("other.resolution")).all() == ()


def test_a_version_that_is_gone_is_said(tmp_path: Path) -> None:
    (version,) = kept(tmp_path, 1).all()
    version.path.unlink()
    with pytest.raises(ReadError, match="cannot be read"):
        version.read()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    versions = Versions(tmp_path / "file", Path("draft.resolution"))
    with pytest.raises(WriteError, match="no version kept"):
        versions.keep(replace(Resolution(), number="1"))


def test_a_version_is_named_and_unnamed_again(tmp_path: Path) -> None:
    versions = kept(tmp_path, 2)
    newest, oldest = versions.all()
    named = versions.rename(oldest, " before: the vote ")
    assert named.name == "before the vote"
    assert versions.all() == (newest, named)
    assert versions.rename(named, "") == oldest
    named.path.unlink(missing_ok=True)
    oldest.path.unlink()
    with pytest.raises(WriteError, match="not renamed"):
        versions.rename(oldest, "late")


def test_a_version_restored_uses_no_id_again() -> None:
    assert restored(Resolution(serial=3), Resolution(serial=8)).serial == 8
    assert restored(Resolution(serial=9), Resolution(serial=8)).serial == 9


def test_a_file_whose_name_is_no_utf8_has_versions_too(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"r\xe9solution.resolution")
    versions = Versions(tmp_path / "versions", path)
    versions.keep(document("1. Decides x."))
    assert len(Versions(tmp_path / "versions", path).all()) == 1


def test_a_file_that_is_no_version_is_passed_over(tmp_path: Path) -> None:
    versions = Versions(tmp_path / "versions", tmp_path / "a.resolution")
    kept = versions.keep(document("1. Decides x."))
    (versions.folder / "99999999T999999.000000Z.resolution").write_text("{}")
    assert versions.all() == (kept,)

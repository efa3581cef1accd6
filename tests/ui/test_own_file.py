"""What others do to the file of a draft is noticed and said, and nothing of either is lost."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from drafter.app.recovery import leftovers
from drafter.core.inline import Text
from drafter.core.model import Resolution
from drafter.io import atomic
from drafter.io.native import native_bytes, read_native
from drafter.ui.desk import Desk
from drafter.ui.dialogs.outside import OutsideDialog
from drafter.ui.main_window import MainWindow
from tests.notation import document

DRAFT = document("P: _Recalling_ x, | 1. _Decides_ y.", printed=False)
OTHER = replace(DRAFT, title=Text("Of another program"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "drafts"
    folder.mkdir()
    made = folder / "mine.resolution"
    made.write_bytes(native_bytes(DRAFT))
    return made


@pytest.fixture
def window(desk: Desk, path: Path, qtbot: QtBot) -> MainWindow:
    made = desk.open(path)
    assert made is not None
    assert QTest.qWaitForWindowExposed(made)
    return made


def offers(window: MainWindow) -> list[str]:
    return [button.defaultAction().text() for button in window.bar._buttons]


def accept(window: MainWindow, words: str) -> None:
    next(one for one in window.bar._buttons if one.defaultAction().text() == words).click()


def title(window: MainWindow) -> str:
    return window.session.resolution.title.plain


def write_mine(window: MainWindow, words: str = "mine ") -> Resolution:
    window.page.writer.type_words(window.page.selection(), words)
    return window.session.resolution


def fail_with(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def fsync(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(atomic.os, "fsync", fsync)


# --- changed outside ----------------------------------------------------------------------------


def test_a_change_outside_is_noticed_and_can_be_taken(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    path.write_bytes(native_bytes(OTHER))
    qtbot.waitUntil(lambda: window.bar.has_offers)
    assert "changed outside" in window.bar.sentence.text()
    assert not window.session.is_clean
    accept(window, "Take the other text")
    assert title(window) == "Of another program"
    assert window.session.is_clean
    window.page.undo()
    assert window.session.resolution == DRAFT
    assert not window.session.is_clean


def test_what_another_wrote_is_not_overwritten_without_a_word(
    window: MainWindow, path: Path
) -> None:
    mine = write_mine(window)
    path.write_bytes(native_bytes(OTHER))
    assert not window.save()
    assert read_native(path.read_bytes()) == OTHER
    accept(window, "Keep mine")
    assert read_native(path.read_bytes()) == OTHER
    assert window.save()
    assert read_native(path.read_bytes()) == mine


def test_the_two_texts_can_be_compared(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    write_mine(window)
    path.write_bytes(native_bytes(OTHER))
    window.file.look()
    accept(window, "Compare")
    dialog = next(one for one in window.findChildren(OutsideDialog) if one.isVisible())
    assert "Of another program" in dialog.comparison.text.toPlainText()
    dialog.reject()
    assert offers(window)[0] == "Compare"  # not answered, said again
    accept(window, "Compare")
    dialog = next(one for one in window.findChildren(OutsideDialog) if one.isVisible())
    dialog.take.click()
    assert title(window) == "Of another program"


def test_the_same_text_written_anew_is_no_change(window: MainWindow, path: Path) -> None:
    path.write_bytes(native_bytes(DRAFT) + b"\n")
    window.file.look()
    assert window.session.is_clean
    assert not window.bar.isVisible()


def test_a_save_by_replacement_is_no_loss(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    """As editors do: away, and there again, twice."""
    for words in ("First", "Second"):
        beside = path.with_suffix(".new")
        beside.write_bytes(native_bytes(replace(DRAFT, title=Text(words))))
        beside.replace(path)
        qtbot.waitUntil(lambda: window.bar.has_offers)
        accept(window, "Take the other text")
        assert title(window) == words


# --- gone or damaged ----------------------------------------------------------------------------


def test_a_file_that_is_gone_is_told_and_written_again(
    window: MainWindow, path: Path, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.unlink()
    qtbot.waitUntil(lambda: "is gone" in window.bar.sentence.text())
    assert not window.session.is_clean
    asked = []
    monkeypatch.setattr(
        QMessageBox, "question", lambda *_: asked.append(1) or QMessageBox.StandardButton.Cancel
    )
    assert not window.close()
    assert asked
    recovery = desk.workspaces[window].recovery
    qtbot.waitUntil(lambda: recovery.is_current, timeout=1000)
    accept(window, "Write it again")
    assert read_native(path.read_bytes()) == DRAFT
    assert window.session.is_clean


def test_a_damaged_file_is_told(window: MainWindow, path: Path) -> None:
    path.write_bytes(b"{")
    window.file.look()
    assert "damaged" in window.bar.sentence.text()
    accept(window, "Write it again")
    assert read_native(path.read_bytes()) == DRAFT


# --- no room, no right --------------------------------------------------------------------------


def test_a_full_disk_is_told_and_nothing_is_lost(
    window: MainWindow, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = write_mine(window)
    with monkeypatch.context() as patch:
        fail_with(patch, errno.ENOSPC)
        assert not window.save()
        assert "the disk is full" in window.bar.sentence.text()
        assert not window.session.is_clean
    assert read_native(path.read_bytes()) == DRAFT
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    accept(window, "Try again")
    assert read_native(path.read_bytes()) == mine
    assert window.session.is_clean


def test_a_full_disk_under_the_recovery_file_is_told(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        fail_with(patch, errno.ENOSPC)
        write_mine(window)
        qtbot.waitUntil(lambda: "the disk is full" in window.bar.sentence.text())


def test_a_write_protected_file_is_saved_elsewhere(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = write_mine(window)
    path.chmod(0o444)
    assert not window.save()
    assert "write-protected" in window.bar.sentence.text()
    assert read_native(path.read_bytes()) == DRAFT
    other = path.with_name("other.resolution")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    accept(window, "Save under another name…")
    assert read_native(other.read_bytes()) == mine
    assert window.session.path == other
    path.chmod(0o644)


# --- two windows --------------------------------------------------------------------------------


def test_a_file_is_open_in_one_window_only(window: MainWindow, path: Path, desk: Desk) -> None:
    link = path.with_name("link.resolution")
    link.symlink_to(path)
    assert desk.open(path) is window
    assert desk.open(link) is window
    assert len(desk.windows) == 1


def test_another_window_cannot_save_over_it(window: MainWindow, path: Path, desk: Desk) -> None:
    other = desk.show(OTHER, None)
    assert not other.save_to(path)
    assert "open in another window" in other.bar.sentence.text()
    assert read_native(path.read_bytes()) == DRAFT
    assert other.save_to(path.with_name("other.resolution"))


def test_two_programs_with_one_file_overwrite_nothing_unasked(
    window: MainWindow, path: Path, desk: Desk, tmp_path: Path
) -> None:
    second = Desk(desk._file, tmp_path / "second")
    other = second.open(path)
    assert other is not None
    write_mine(window)
    assert window.save()
    write_mine(other)
    assert other.save()  # both wrote the same
    write_mine(window, "more ")
    write_mine(other, "less ")
    assert window.save()
    assert not other.save()
    assert "changed outside" in other.bar.sentence.text()
    other.session.undo_stack.setClean()
    other.close()
    second.close()
    second.deleteLater()


# --- nothing else holds the words ---------------------------------------------------------------


def test_a_text_from_the_clipboard_is_not_saved_yet(desk: Desk, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("1. Decides x;\n\n2. Requests y.\n")
    desk.start()
    desk._on_paste_requested()
    (window,) = desk.windows
    assert not window.session.is_clean
    recovery = desk.workspaces[window].recovery
    qtbot.waitUntil(lambda: recovery.is_current, timeout=1000)


def test_a_recovered_draft_is_kept_until_it_is_written_anew(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    left = tmp_path / "texts" / "recovery" / "abc"
    left.mkdir(parents=True)
    (left / "draft.resolution").write_bytes(native_bytes(OTHER))
    start = desk.start()
    start.offer.look.click()
    start.offer.open.click()
    (window,) = desk.windows
    assert window.session.resolution == OTHER
    assert not left.exists()
    kept = desk.workspaces[window].recovery.folder / "draft.resolution"
    assert read_native(kept.read_bytes()) == OTHER
    assert leftovers(tmp_path / "texts" / "recovery") == ()  # ours is locked


def test_a_save_that_succeeds_takes_back_what_was_said_of_the_one_that_failed(
    window: MainWindow, path: Path
) -> None:
    write_mine(window)
    assert not window.save_to(path.with_name("n" * 300 + ".resolution"))
    assert window.bar.isVisible()
    assert window.save_to(path)
    assert not window.bar.isVisible()


def test_a_name_without_end_makes_no_window_without_end(window: MainWindow, path: Path) -> None:
    width = window.width()
    assert not window.save_to(path.with_name("n" * 300 + ".resolution"))
    assert window.bar.isVisible()
    assert window.minimumSizeHint().width() <= width
    assert window.width() == width


def leave(tmp_path: Path, resolution: Resolution, origin: Path | None) -> Path:
    """What a crash left of a file."""
    left = tmp_path / "texts" / "recovery" / "abc"
    left.mkdir(parents=True)
    (left / "draft.resolution").write_bytes(native_bytes(resolution))
    (left / "origin.json").write_text(json.dumps({"path": str(origin) if origin else None}))
    return left


def test_opening_a_file_whose_last_words_were_not_saved_says_so(
    desk: Desk, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    left = leave(tmp_path, OTHER, path)
    window = desk.open(path)
    qtbot.waitUntil(window.bar.isVisible)
    assert path.name in window.bar.sentence.text()
    before = window.session.resolution
    accept(window, "Bring it back")
    assert window.session.resolution.title == OTHER.title
    assert not window.session.is_clean
    assert not left.exists()
    assert desk.windows == [window]
    window.session.undo()
    assert window.session.resolution == before


def test_what_a_crash_left_is_told_when_the_program_starts_with_another_file(
    desk: Desk, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    left = leave(tmp_path, OTHER, None)
    window = desk.open(path)
    qtbot.waitUntil(window.bar.isVisible)
    assert "A draft was not saved" in window.bar.sentence.text()
    accept(window, "Look")
    assert desk.start_window.offer.details.isVisible()
    desk.start_window.offer.open.click()
    assert desk.windows[-1].session.resolution == OTHER
    assert not left.exists()


def test_what_was_left_of_a_file_is_brought_back_into_the_window_that_has_it(
    desk: Desk, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    leave(tmp_path, OTHER, path)
    window = desk.open(path)
    qtbot.waitUntil(window.bar.isVisible)
    accept(window, "Look at it")
    desk.start_window.offer.open.click()
    assert desk.windows == [window]
    assert window.session.resolution.title == OTHER.title
    assert desk.start_window is None


def test_a_date_is_saved_though_the_caret_is_still_in_its_field(
    window: MainWindow, desk: Desk, path: Path, qtbot: QtBot
) -> None:
    panels = desk.workspaces[window].panels
    panels.show_masthead()
    field = panels.masthead.issued.words
    field.setFocus()
    qtbot.keyClicks(field, "8 September 2026")
    window.actions_["save"].trigger()
    assert read_native(path.read_bytes()).masthead.issued == date(2026, 9, 8)


def test_sponsors_are_saved_though_the_caret_is_still_among_them(
    window: MainWindow, desk: Desk, path: Path, qtbot: QtBot
) -> None:
    panels = desk.workspaces[window].panels
    panels.show_masthead()
    sponsors = panels.masthead.sponsors
    sponsors.name.setFocus()
    qtbot.keyClicks(sponsors.name, "Chad")
    window.actions_["save"].trigger()
    assert [one.name for one in read_native(path.read_bytes()).masthead.sponsors] == ["Chad"]
    row = sponsors.list.topLevelItem(0)
    assert row is not None
    sponsors.list.editItem(row, 1)
    qtbot.keyClicks(sponsors.list.viewport().findChild(QLineEdit), "a group of States")
    window.actions_["save"].trigger()
    (sponsor,) = read_native(path.read_bytes()).masthead.sponsors
    assert sponsor.on_behalf_of == "a group of States"


def test_a_window_closed_while_a_date_is_typed_asks(
    window: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def stay(*_: object) -> QMessageBox.StandardButton:
        asked.append(True)
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "question", stay)
    panels = desk.workspaces[window].panels
    panels.show_masthead()
    field = panels.masthead.issued.words
    field.setFocus()
    qtbot.keyClicks(field, "8 September 2026")
    assert not window.close()
    assert asked


def test_words_that_are_no_date_are_told_when_the_draft_is_saved_or_closed(
    window: MainWindow, desk: Desk, path: Path, qtbot: QtBot
) -> None:
    panels = desk.workspaces[window].panels
    panels.show_masthead()
    field = panels.masthead.issued.words
    field.setFocus()
    qtbot.keyClicks(field, "8 Septembr 2026")
    window.actions_["save"].trigger()
    said = "“8 Septembr 2026” is no date"
    assert window.bar.sentence.text().startswith(said)
    window.bar.hide()
    assert not window.close()
    assert window.bar.sentence.text().startswith(said)
    assert window.close(), "it is said once"
    assert read_native(path.read_bytes()).masthead.issued is None


def test_words_that_were_no_date_are_mended_after_the_first_try_to_close(
    window: MainWindow, desk: Desk, path: Path, qtbot: QtBot
) -> None:
    panels = desk.workspaces[window].panels
    panels.show_masthead()
    field = panels.masthead.issued.words
    field.setFocus()
    qtbot.keyClicks(field, "8 Septembr 2026")
    assert not window.close()
    field.selectAll()
    qtbot.keyClicks(field, "8 September 2026")
    window.actions_["save"].trigger()
    assert window.close()
    assert read_native(path.read_bytes()).masthead.issued == date(2026, 9, 8)

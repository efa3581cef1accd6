"""The versions of a draft, by keys and mouse."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from drafter.app.session import Session
from drafter.app.versions import Versions
from drafter.core import edits
from drafter.core.inline import Text
from drafter.io.native import native_bytes
from drafter.ui.desk import Desk
from drafter.ui.dialogs.versions import VersionsDialog
from drafter.ui.main_window import MainWindow
from tests.notation import document

OLDEST = document("P: Recalling x, | 1. Decides y; | 2. Urges z.")
LATER = edits.set_text(OLDEST, "p2", Text("Decides not y;"))
NOW = edits.insert(LATER, 3, LATER.paragraphs[2].part, "Asks for more.")
START = datetime(2026, 1, 1, 12, tzinfo=UTC)

MakeDialog = Callable[[], VersionsDialog]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(NOW, tmp_path / "draft.resolution")


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    kept = Versions(tmp_path / "versions", tmp_path / "draft.resolution")
    kept.keep(OLDEST, "", START)
    kept.keep(LATER, "before the vote", START + timedelta(hours=1))
    return kept


@pytest.fixture
def make_dialog(session: Session, versions: Versions, qtbot: QtBot) -> MakeDialog:
    def make() -> VersionsDialog:
        dialog = VersionsDialog(session, versions)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        dialog.activateWindow()
        return dialog

    return make


def names(dialog: VersionsDialog) -> list[str]:
    rows = range(dialog.list.topLevelItemCount())
    return [dialog.list.model().index(row, 1).data() for row in rows]


def test_the_newest_is_chosen_and_compared_with_the_draft_now(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    assert names(dialog) == ["before the vote", ""]
    words = dialog.comparison.text.toPlainText()
    assert "before the vote" in words
    assert "The draft now" in words
    assert "+ added" in words
    assert "Decides not" not in words


def test_the_keyboard_goes_through_them(make_dialog: MakeDialog, qtbot: QtBot) -> None:
    dialog = make_dialog()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "± changed" in dialog.comparison.text.toPlainText()


def test_a_version_is_restored_as_a_wish(
    make_dialog: MakeDialog, session: Session, qtbot: QtBot
) -> None:
    dialog = make_dialog()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.restore_requested) as wished:
        qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert wished.args is not None
    assert wished.args[0].paragraphs == OLDEST.paragraphs
    assert wished.args[0].serial == NOW.serial
    session.apply(wished.args[0], "Restore version")
    qtbot.waitUntil(lambda: dialog.comparison.summary.text() == "The two are the same.")


def test_the_comparison_follows_the_draft(
    make_dialog: MakeDialog, session: Session, qtbot: QtBot
) -> None:
    dialog = make_dialog()
    session.apply(edits.set_text(session.resolution, "p3", Text("Urges nobody.")), "Type")
    qtbot.waitUntil(lambda: "nobody" in dialog.comparison.text.toPlainText())


def test_a_version_is_named_by_key(
    make_dialog: MakeDialog, versions: Versions, qtbot: QtBot
) -> None:
    dialog = make_dialog()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: dialog.list.findChild(QLineEdit) is not None)
    editor = dialog.list.findChild(QLineEdit)
    qtbot.keyClicks(editor, "first reading")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(dialog) == ["before the vote", "first reading"])
    assert [one.name for one in versions.all()] == ["before the vote", "first reading"]
    chosen = dialog.current()
    assert chosen is not None
    assert chosen.name == "first reading"


def test_the_draft_as_it_is_now_is_kept_under_a_name(
    make_dialog: MakeDialog, versions: Versions, qtbot: QtBot
) -> None:
    dialog = make_dialog()
    qtbot.keyClicks(dialog.name, "as tabled")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert names(dialog)[0] == "as tabled"
    assert versions.all()[0].read() == NOW
    assert dialog.comparison.summary.text() == "The two are the same."
    assert dialog.isVisible()


def test_a_version_that_is_gone_or_damaged_is_said(
    make_dialog: MakeDialog, versions: Versions, qtbot: QtBot
) -> None:
    versions.all()[1].path.write_bytes(b"{")
    dialog = make_dialog()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "damaged" in dialog.comparison.summary.text()
    assert not dialog.restore.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up)
    versions.all()[0].path.unlink()
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert dialog.complaint.isVisible()
    assert "cannot be read" in dialog.complaint.text()


def test_a_version_that_cannot_be_kept_is_said(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "versions").write_text("in the way")
    versions = Versions(tmp_path / "versions", tmp_path / "draft.resolution")
    dialog = VersionsDialog(session, versions)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.keep_now, Qt.MouseButton.LeftButton)
    assert "no version kept" in dialog.complaint.text()


def test_without_versions_it_says_what_will_be_here(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    for versions in (None, Versions(tmp_path, tmp_path / "other.resolution")):
        dialog = VersionsDialog(session, versions)
        qtbot.addWidget(dialog)
        assert "at each save" in dialog.comparison.summary.text()
        assert not dialog.restore.isEnabled()
        assert dialog.keep_now.isEnabled() is (versions is not None)


# --- what is kept when ------------------------------------------------------------------------


def numbers(desk: Desk, path: Path, window: MainWindow) -> list[int]:
    """How many paragraphs each version kept of a file has, newest first."""
    texts = desk.workspaces[window].version_views.folder
    return [len(one.read().paragraphs) for one in Versions(texts, path).all()]


def add_paragraph(window: MainWindow) -> None:
    session = window.session
    part = session.resolution.paragraphs[-1].part
    session.apply(edits.insert(session.resolution, 3, part, "More;"), "Type")


def test_the_first_save_keeps_a_version_and_each_file_has_its_own(
    desk: Desk, tmp_path: Path
) -> None:
    window = desk.show(OLDEST, None)
    first, second = tmp_path / "a.resolution", tmp_path / "b.resolution"
    add_paragraph(window)
    window.save_to(first)
    assert numbers(desk, first, window) == [4]
    add_paragraph(window)
    window.save_to(second)
    assert numbers(desk, first, window) == [4]
    assert numbers(desk, second, window) == [5]


def test_undoing_to_what_was_saved_and_saving_it_again_keep_no_second_version(
    desk: Desk, tmp_path: Path
) -> None:
    window = desk.show(OLDEST, None)
    path = tmp_path / "a.resolution"
    window.save_to(path)
    add_paragraph(window)
    window.session.undo()
    window.save_to(path)
    assert numbers(desk, path, window) == [3]


def test_what_the_first_save_wrote_over_is_kept_too(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "from a colleague.resolution"
    path.write_bytes(native_bytes(OLDEST))
    window = desk.open(path)
    assert window is not None
    add_paragraph(window)
    window.save_to(path)
    assert numbers(desk, path, window) == [4, 3]

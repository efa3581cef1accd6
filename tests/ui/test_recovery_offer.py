"""The offer of what a crash left, by keys and mouse."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from drafter.app.recovery import Leftover, leftovers
from drafter.app.session import Session
from drafter.core import edits
from drafter.core.inline import Text
from drafter.core.model import Resolution
from drafter.io.native import native_bytes
from drafter.ui.dialogs.recovery import RecoveryOffer
from tests import crashes
from tests.notation import document

SAMPLE = document("P: Recalling x, | 1. Decides y; | 2. Urges z.")


def leave(folder: Path, resolution: Resolution, path: Path | None) -> None:
    """Leaves a draft as a crash would."""
    session = Session(resolution, path)
    words = Text("Recalling all that was lost,")
    session.apply(edits.set_text(resolution, "p1", words), "Type")
    crashes.leave(session, folder)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "Literacy.resolution"
    path.write_bytes(native_bytes(SAMPLE))
    return path


@pytest.fixture
def left(tmp_path: Path, saved: Path, qtbot: QtBot) -> Sequence[Leftover]:
    folder = tmp_path / "recovery"
    leave(folder, SAMPLE, saved)
    leave(folder, SAMPLE, None)
    return leftovers(folder)


@pytest.fixture
def offer(left: Sequence[Leftover], qtbot: QtBot) -> RecoveryOffer:
    made = RecoveryOffer(left)
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def choose(offer: RecoveryOffer, path: Path | None) -> None:
    paths = [one.path for one in offer.remaining()]
    offer.list.setCurrentRow(paths.index(path))


def test_it_is_a_quiet_bar_until_one_looks(offer: RecoveryOffer, qtbot: QtBot) -> None:
    assert "2 drafts were not saved" in offer.sentence.text()
    assert not offer.details.isVisible()
    qtbot.keyClick(offer.look, Qt.Key.Key_Space)
    assert offer.details.isVisible()
    qtbot.keyClick(offer.look, Qt.Key.Key_Space)
    assert not offer.details.isVisible()


def test_what_was_kept_stands_beside_the_saved_file(
    offer: RecoveryOffer, saved: Path, qtbot: QtBot
) -> None:
    qtbot.mouseClick(offer.look, Qt.MouseButton.LeftButton)
    choose(offer, saved)
    words = offer.comparison.text.toPlainText()
    assert "In the saved file" in words
    assert "Recalling all that was lost," in words
    choose(offer, None)
    assert "never saved" in offer.comparison.summary.text()
    assert "Decides y;" in offer.comparison.text.toPlainText()


def test_a_saved_file_that_is_gone_is_said(offer: RecoveryOffer, saved: Path, qtbot: QtBot) -> None:
    saved.unlink()
    qtbot.mouseClick(offer.look, Qt.MouseButton.LeftButton)
    choose(offer, saved)
    assert "no such file" in offer.comparison.summary.text()
    assert "Recalling all" in offer.comparison.text.toPlainText()
    assert offer.open.isEnabled()


def test_opening_takes_the_row_away(offer: RecoveryOffer, saved: Path, qtbot: QtBot) -> None:
    qtbot.mouseClick(offer.look, Qt.MouseButton.LeftButton)
    choose(offer, saved)
    with qtbot.waitSignal(offer.open_requested) as wished:
        qtbot.mouseClick(offer.open, Qt.MouseButton.LeftButton)
    assert wished.args is not None
    assert wished.args[0].path == saved
    assert [one.path for one in offer.remaining()] == [None]
    assert offer.isVisible()
    with qtbot.waitSignal(offer.open_requested):
        qtbot.keyClick(offer.list, Qt.Key.Key_Return)
    assert not offer.isVisible()


def test_throwing_away_takes_two_presses(offer: RecoveryOffer, qtbot: QtBot) -> None:
    qtbot.mouseClick(offer.look, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(offer.discard_requested):
        qtbot.mouseClick(offer.discard, Qt.MouseButton.LeftButton)
        assert offer.keep.hasFocus() or offer.keep.isVisible()
        qtbot.mouseClick(offer.keep, Qt.MouseButton.LeftButton)
    assert len(offer.remaining()) == 2
    qtbot.mouseClick(offer.discard, Qt.MouseButton.LeftButton)
    due = offer.remaining()[0]
    with qtbot.waitSignal(offer.discard_requested) as wished:
        qtbot.mouseClick(offer.sure, Qt.MouseButton.LeftButton)
    assert wished.args == [due]
    assert len(offer.remaining()) == 1
    assert "A draft was not saved" in offer.sentence.text()


def test_choosing_another_one_is_no_answer(offer: RecoveryOffer, qtbot: QtBot) -> None:
    qtbot.mouseClick(offer.look, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(offer.discard, Qt.MouseButton.LeftButton)
    offer.list.setCurrentRow(1)
    assert not offer.sure.isVisible()


def test_later_leaves_everything(offer: RecoveryOffer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(offer.later_requested):
        qtbot.mouseClick(offer.later, Qt.MouseButton.LeftButton)
    assert not offer.isVisible()
    assert all((one.folder / "draft.resolution").exists() for one in offer.remaining())


def test_a_damaged_one_is_said_and_not_opened(left: Sequence[Leftover], qtbot: QtBot) -> None:
    (left[0].folder / "draft.resolution").write_bytes(b"{")
    offer = RecoveryOffer(left[:1])
    qtbot.addWidget(offer)
    offer.show()
    qtbot.mouseClick(offer.look, Qt.MouseButton.LeftButton)
    assert "cannot be read" in offer.list.item(0).text()
    assert "damaged" in offer.comparison.summary.text()
    assert not offer.open.isEnabled()
    with qtbot.assertNotEmitted(offer.open_requested):
        qtbot.keyClick(offer.list, Qt.Key.Key_Return)


def test_nothing_left_over_shows_nothing(qtbot: QtBot) -> None:
    offer = RecoveryOffer(())
    qtbot.addWidget(offer)
    assert offer.isHidden()


def test_a_draft_without_title_is_called_by_its_first_words(tmp_path: Path, qtbot: QtBot) -> None:
    leave(tmp_path, SAMPLE, None)
    offer = RecoveryOffer(leftovers(tmp_path))
    qtbot.addWidget(offer)
    assert offer.list.item(0).text().startswith("Recalling all that was lost,\ntoday")

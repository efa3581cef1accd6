"""A large text is pasted in the background: one undo step, nothing lost, and it can be given up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from drafter.app.places import Caret, paragraph_place
from drafter.core import edits
from drafter.core.inline import Text
from drafter.core.model import Resolution
from drafter.ui.desk import Desk
from drafter.ui.dialogs.table import TableDialog
from drafter.ui.editor import clipboard
from drafter.ui.main_window import MainWindow
from tests.notation import document

COUNT = 900
LINES = [
    f"{n}. Decides to act on matter {n} and on all that follows from it;"
    for n in range(1, COUNT + 1)
]
TEXT = "\n\n".join(LINES)
HTML = "".join(f"<p class=MsoNormal><span lang=EN-GB>{line}</span></p>" for line in LINES)
DRAFT = document("P: Recalling x, | 1. Decides y; | 2. Requests z.", printed=False)


def mime(text: str, html: str = "") -> QMimeData:
    made = QMimeData()
    made.setText(text)
    if html:
        made.setHtml(html)
    return made


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    made = desk.show(DRAFT, None)
    made.page.setFocus()
    return made


def select(window: MainWindow, paragraph_id: str, start: int, end: int) -> None:
    place = paragraph_place(paragraph_id)
    window.page.select(Caret(place, start), Caret(place, end))


def landed(window: MainWindow, qtbot: QtBot) -> Resolution:
    qtbot.waitUntil(lambda: not window.page.pasting.is_reading, timeout=60_000)
    return window.session.resolution


@pytest.mark.parametrize("html", ["", HTML])
def test_a_large_text_lands_in_one_undo_step(window: MainWindow, qtbot: QtBot, html: str) -> None:
    assert clipboard.copied(mime(TEXT, html)).is_large
    select(window, "p2", 0, len("Decides y;"))
    window.page.insertFromMimeData(mime(TEXT, html))
    assert window.session.resolution == DRAFT, "it is still being read"
    whole = landed(window, qtbot)
    words = [paragraph.text.plain for paragraph in whole.paragraphs]
    assert len(words) == COUNT + 2
    assert words[0] == "Recalling x,"
    assert words[1].startswith("Decides to act on matter 1 ")
    assert words[-1] == "Requests z."
    qtbot.keyClick(window.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.resolution == DRAFT
    assert not window.session.undo_stack.canUndo()


def test_nothing_is_typed_into_a_text_that_waits(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "p3", 3, 3)
    window.page.insertFromMimeData(mime(TEXT))
    for key in (Qt.Key.Key_X, Qt.Key.Key_Return, Qt.Key.Key_Backspace):
        qtbot.keyClick(window.page, key)
    window.page.insertFromMimeData(mime("more"))
    assert window.session.resolution == DRAFT
    assert window.bar.sentence.text() == "What was pasted is still being read."
    landed(window, qtbot)
    before = len(window.session.resolution.paragraphs)
    qtbot.keyClick(window.page, Qt.Key.Key_Return)
    assert len(window.session.resolution.paragraphs) == before + 1


def test_no_table_is_begun_that_the_text_would_not_let_land(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    select(window, "p1", 0, 0)
    window.page.insertFromMimeData(mime(TEXT))
    desk.workspaces[window].tables.edit_or_make()
    assert not window.findChildren(TableDialog)
    assert window.bar.sentence.text() == "What was pasted is still being read."
    landed(window, qtbot)
    desk.workspaces[window].tables.edit_or_make()
    (dialog,) = window.findChildren(TableDialog)
    dialog.reject()


def test_reading_can_be_given_up(window: MainWindow, qtbot: QtBot) -> None:
    window.page.pasting._reader._timer.setInterval(1)
    window.page.insertFromMimeData(mime(TEXT))
    qtbot.waitUntil(lambda: window.bar.has_offers)
    assert window.bar.sentence.text() == "Reading what was pasted, a large text…"
    window.bar._buttons[0].click()
    assert window.bar.sentence.text() == "Nothing was pasted."
    window.page.pasting._reader._worker._pool.waitForDone()
    qtbot.wait(20)
    assert window.session.resolution == DRAFT
    qtbot.keyClick(window.page, Qt.Key.Key_X)
    assert window.session.resolution != DRAFT


def test_what_is_changed_meanwhile_stays(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "p2", 0, len("Decides y;"))
    window.page.insertFromMimeData(mime(TEXT))
    other = edits.set_text(window.session.resolution, "p2", Text("Decides w;"))
    window.session.apply(other, "Fix")
    words = [paragraph.text.plain for paragraph in landed(window, qtbot).paragraphs]
    assert "Decides w;" in words
    assert len(words) == COUNT + 3
    assert "nothing of it was replaced" in window.bar.sentence.text()


def test_the_paragraph_may_be_gone_meanwhile(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "p2", 4, 4)
    window.page.insertFromMimeData(mime(TEXT))
    window.session.apply(edits.delete(window.session.resolution, ("p2",)), "Delete paragraph")
    words = [paragraph.text.plain for paragraph in landed(window, qtbot).paragraphs]
    assert {"Recalling x,", "Requests z."} <= set(words)
    assert len(words) >= COUNT + 2


def test_what_cannot_be_read_is_said_and_the_page_is_free_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.page.insertFromMimeData(mime("\n" * (clipboard.LARGE + 1)))
    landed(window, qtbot)
    assert window.bar.sentence.text() == "There is no text on the clipboard to paste."
    qtbot.keyClick(window.page, Qt.Key.Key_X)
    assert window.session.resolution != DRAFT


def test_a_window_closes_while_a_text_is_read(window: MainWindow) -> None:
    window.page.insertFromMimeData(mime(TEXT))
    worker = window.page.pasting._reader._worker
    assert worker.is_busy
    window.close()
    assert not worker.is_busy


def test_a_large_text_becomes_a_draft_from_the_start_page(desk: Desk, qtbot: QtBot) -> None:
    desk.start()
    QGuiApplication.clipboard().setText(TEXT)
    desk._on_paste_requested()
    assert desk.windows == [], "it is still being read"
    qtbot.waitUntil(lambda: bool(desk.windows), timeout=60_000)
    (made,) = desk.windows
    assert len(made.session.resolution.paragraphs) == COUNT
    assert not made.session.is_clean

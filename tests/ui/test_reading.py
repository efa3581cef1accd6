"""Large texts are read in the background and can be given up; guesses show the text beside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from drafter.core.errors import GivenUpError
from drafter.core.model import Resolution
from drafter.io import formats
from drafter.ui import reading
from drafter.ui.desk import Desk
from drafter.ui.panels.guesses import GuessesPanel

TEXT = (
    "64/1. Peace\n\nThe General Assembly,\n\nRecalling its resolution on the well-\n"
    "meant and plain writing of texts,\n\n"
    "1. Decides to act;1\n\n2. Requests a report.\n\n___________\n1 First note.\n2 Second note.\n"
)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.txt"
    paragraphs = "".join(f"{n}. Decides to act on matter {n};\n\n" for n in range(1, 1800))
    path.write_text(f"The General Assembly,\n\n{paragraphs}", encoding="utf-8")
    assert reading.is_large(path)
    return path


def test_a_large_text_is_read_while_the_window_lives(
    desk: Desk, large: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk._reader._timer.setInterval(1)
    start = desk.start()
    assert desk.open(large) is None
    qtbot.waitUntil(lambda: start.bar.has_offers)
    assert start.bar.sentence.text() == "Reading large.txt, a large text…"
    qtbot.waitUntil(lambda: bool(desk.windows), timeout=60_000)
    (window,) = desk.windows
    assert len(window.session.resolution.paragraphs) == 1799


def test_reading_can_be_stopped(desk: Desk, large: Path, qtbot: QtBot) -> None:
    desk._reader._timer.setInterval(1)
    start = desk.start()
    desk.open(large)
    qtbot.waitUntil(lambda: start.bar.has_offers)
    start.bar._buttons[0].click()
    assert start.bar.sentence.text() == "large.txt was not read."
    desk._reader._worker._pool.waitForDone()
    qtbot.wait(50)
    assert desk.windows == []


def test_a_reading_that_is_stopped_ends_by_itself(
    desk: Desk, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = Event(), Event()

    def read(_path: Path, is_given_up: Callable[[], bool]) -> Resolution:
        begun.set()
        while not is_given_up():
            ended.wait(0.01)
        ended.set()
        raise GivenUpError("Given up.")

    monkeypatch.setattr(formats, "read_file", read)
    desk.start()
    desk.open(large)
    assert begun.wait(30)
    desk._reader.stop()
    assert ended.wait(30)
    assert desk.windows == []


def test_a_large_file_that_is_none_is_told(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.7" + b"x" * 100_000)
    start = desk.start()
    desk.open(path)
    qtbot.waitUntil(lambda: "cannot be read yet" in start.bar.sentence.text())


def marked_line(panel: GuessesPanel) -> str:
    (line,) = panel.text.extraSelections()
    return line.cursor.block().text()


def test_the_source_stands_beside_a_guess(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "small.txt"
    path.write_text(TEXT, encoding="utf-8")
    window = desk.open(path)
    assert window is not None
    panel = desk.workspaces[window].panels.guesses
    assert panel.text.toPlainText() == TEXT
    lines = {guess.line for guess in window.session.resolution.guesses if guess.line}
    assert lines
    shown = set()
    for _ in window.session.resolution.guesses:
        panel.step()
        if not panel.text.isHidden():
            shown.add(panel.text.textCursor().blockNumber() + 1)
            assert marked_line(panel).strip()
    assert shown <= lines
    assert shown


def test_a_pasted_text_stands_beside_its_guesses(desk: Desk) -> None:
    window = desk.new()
    mime = QMimeData()
    mime.setText(TEXT)
    window.page.insertFromMimeData(mime)
    assert window.session.resolution.guesses
    assert desk.workspaces[window].panels.guesses.text.toPlainText() == TEXT

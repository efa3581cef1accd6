"""Getting the open data, by mouse and keys, from a server that behaves well and badly."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from drafter.app.corpus import Corpus
from drafter.core.model import Organ
from drafter.corpus.census import census
from drafter.corpus.open_data import FOLDER
from drafter.ui.dialogs.get_more import GetMoreDialog
from tests.corpus.server import Handler, broken_off, failing, serving, unmeasured, whole
from tests.corpus.test_download import ARCHIVE

LEFT = Qt.MouseButton.LeftButton
WAIT_MS = 60_000
Show = Callable[[GetMoreDialog], GetMoreDialog]


@pytest.fixture
def dialog(corpus: Corpus, show: Show) -> Iterator[GetMoreDialog]:
    made = show(GetMoreDialog(corpus, "en"))
    yield made
    made.close_work()


def typed(dialog: GetMoreDialog, qtbot: QtBot, address: str) -> None:
    dialog.address.setFocus()
    qtbot.keyClick(dialog.address, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(dialog.address, address)


def only(dialog: GetMoreDialog, organ: Organ, qtbot: QtBot) -> None:
    for one, box in dialog.sets.items():
        if box.isChecked() is not (one is organ):
            box.setFocus()
            qtbot.keyClick(box, Qt.Key.Key_Space)


def test_nothing_is_asked_of_a_server_before_the_button_is_pressed(
    dialog: GetMoreDialog, corpus: Corpus, qtbot: QtBot
) -> None:
    with serving(whole(ARCHIVE)) as server:
        typed(dialog, qtbot, f"{server.url}/resolutions.zip")
        qtbot.wait(200)
        assert server.asked == []
        assert not corpus.folder.exists()
        with qtbot.waitSignal(corpus.work.ended, timeout=WAIT_MS):
            qtbot.mouseClick(dialog.get, LEFT)
        assert len(server.asked) == 1


def test_terms_are_shown_and_the_united_nations_acknowledged(dialog: GetMoreDialog) -> None:
    assert "Source: United Nations" in dialog.terms.text()
    assert "without any warranty" in dialog.terms.text()
    assert dialog.terms.isVisible()
    assert dialog.address.text() == "https://github.com/UNxml"


def test_what_comes_in_the_languages_chosen_is_added_and_listed(
    dialog: GetMoreDialog, corpus: Corpus, qtbot: QtBot
) -> None:
    assert [code for code, box in dialog.languages.items() if box.isChecked()] == ["en"]
    with serving(whole(ARCHIVE)) as server:
        typed(dialog, qtbot, f"{server.url}/resolutions.zip")
        with qtbot.waitSignal(corpus.work.ended, timeout=WAIT_MS):
            qtbot.mouseClick(dialog.get, LEFT)
            assert not dialog.get.isEnabled()
    assert dialog.get.isEnabled()
    assert "Taken: 2 texts" in dialog.strip.summary.text()
    assert {one.language for one in census(corpus.folder).counts if one.organ is Organ.SC} == {"en"}
    with serving(whole(ARCHIVE)) as server:
        typed(dialog, qtbot, f"{server.url}/resolutions.zip")
        with qtbot.waitSignal(corpus.work.ended, timeout=WAIT_MS):
            qtbot.keyClick(dialog.address, Qt.Key.Key_Return)
    assert "There already: 1" in dialog.strip.summary.text()


def test_the_sets_chosen_are_the_archives_asked_for(
    dialog: GetMoreDialog, corpus: Corpus, qtbot: QtBot
) -> None:
    only(dialog, Organ.SC, qtbot)
    paths: list[str] = []

    def noting(handler: Handler) -> None:
        paths.append(handler.path)
        whole(ARCHIVE)(handler)

    with serving(noting) as server:
        typed(dialog, qtbot, server.url)
        with qtbot.waitSignal(corpus.work.ended, timeout=WAIT_MS):
            qtbot.mouseClick(dialog.get, LEFT)
    assert paths == ["/SCresolutions/archive/HEAD.zip"]
    qtbot.waitUntil(lambda: "when it was fetched on" in dialog.known[Organ.SC].text())
    assert dialog.known[Organ.GA].text() == ""


def test_nothing_chosen_cannot_be_got(dialog: GetMoreDialog, qtbot: QtBot) -> None:
    dialog.languages["en"].setFocus()
    qtbot.keyClick(dialog.languages["en"], Qt.Key.Key_Space)
    assert not dialog.get.isEnabled()
    qtbot.keyClick(dialog.languages["en"], Qt.Key.Key_Space)
    assert dialog.get.isEnabled()
    dialog.address.clear()
    assert not dialog.get.isEnabled()


def test_without_a_connection_it_says_so_at_once(
    dialog: GetMoreDialog, corpus: Corpus, qtbot: QtBot
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, and nobody listens
        typed(dialog, qtbot, f"http://127.0.0.1:{taken.getsockname()[1]}/resolutions.zip")
        with qtbot.waitSignal(corpus.work.failed, timeout=WAIT_MS):
            qtbot.mouseClick(dialog.get, LEFT)
    assert "There is no connection to 127.0.0.1" in dialog.strip.summary.text()
    assert dialog.get.isEnabled()


def test_what_broke_off_is_gone_on_with(
    dialog: GetMoreDialog, corpus: Corpus, qtbot: QtBot
) -> None:
    only(dialog, Organ.SC, qtbot)
    with serving(broken_off(ARCHIVE, 700), failing(404), whole(ARCHIVE)) as server:
        typed(dialog, qtbot, server.url)
        with qtbot.waitSignal(corpus.work.failed, timeout=WAIT_MS):
            qtbot.mouseClick(dialog.get, LEFT)
        assert "404" in dialog.strip.summary.text()
        assert (corpus.folder / FOLDER / "SCresolutions.zip.part").stat().st_size == 700
        qtbot.waitUntil(lambda: "goes on from there" in dialog.known[Organ.SC].text())
        with qtbot.waitSignal(corpus.work.ended, timeout=WAIT_MS):
            qtbot.mouseClick(dialog.get, LEFT)
        assert server.asked[2]["Range"] == "bytes=700-"
    assert "Taken: 2 texts" in dialog.strip.summary.text()


def test_it_can_be_stopped_and_says_how_far_it_is(
    dialog: GetMoreDialog, corpus: Corpus, qtbot: QtBot
) -> None:
    told: list[str] = []

    def slow(handler: Handler) -> None:
        handler.start(200, {"Content-Length": str(len(ARCHIVE) * 1000), "ETag": '"1"'})
        for _ in range(1000):
            handler.wfile.write(ARCHIVE)
            handler.wfile.flush()
            time.sleep(0.02)

    with serving(slow) as server:
        typed(dialog, qtbot, f"{server.url}/resolutions.zip")
        with qtbot.waitSignal(corpus.work.told, timeout=WAIT_MS):
            qtbot.mouseClick(dialog.get, LEFT)
        qtbot.waitUntil(lambda: dialog.strip.words.text().startswith("resolutions.zip: "))
        told.append(dialog.strip.words.text())
        with qtbot.waitSignal(corpus.work.ended, timeout=WAIT_MS):
            qtbot.mouseClick(dialog.strip.cancel, LEFT)
    assert " of " in told[0]
    assert dialog.strip.summary.text().startswith("Stopped")


def test_a_server_that_does_not_tell_the_size_is_enough(
    dialog: GetMoreDialog, corpus: Corpus, qtbot: QtBot
) -> None:
    with serving(unmeasured(ARCHIVE)) as server:
        typed(dialog, qtbot, f"{server.url}/resolutions.zip")
        with qtbot.waitSignal(corpus.work.ended, timeout=WAIT_MS):
            qtbot.mouseClick(dialog.get, LEFT)
    assert "Taken: 2 texts" in dialog.strip.summary.text()

"""The recovery file."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from drafter.app.recovery import WITHIN_MS, Leftover, Recovery, leftovers
from drafter.app.session import Session
from drafter.core import edits
from drafter.core.errors import ReadError
from drafter.core.inline import Text
from drafter.io.native import native_bytes, read_native
from tests import crashes
from tests.notation import document

SAMPLE = document("P: Recalling x, | 1. Decides y; | 2. Urges z.")


@pytest.fixture
def session() -> Session:
    return Session(SAMPLE)


@pytest.fixture
def recovery(session: Session, tmp_path: Path) -> Iterator[Recovery]:
    follower = Recovery(session, tmp_path)
    yield follower
    follower.close()


def write(session: Session, words: str) -> None:
    session.apply(edits.set_text(session.resolution, "p1", Text(words)), "Type", "type")


def test_a_draft_without_a_change_leaves_no_file(recovery: Recovery, tmp_path: Path) -> None:
    assert not recovery.folder.exists()
    assert leftovers(tmp_path) == ()


def test_the_file_follows_soon_and_later_changes_do_not_put_it_off(
    recovery: Recovery, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (timer,) = recovery.findChildren(QTimer)
    starts: list[int] = []
    start = timer.start
    monkeypatch.setattr(timer, "start", lambda: (starts.append(timer.interval()), start()))
    for number in range(8):
        write(session, f"Recalling {number},")
    assert starts == [WITHIN_MS]
    qtbot.waitUntil(lambda: recovery.is_current, timeout=20_000)
    saved = read_native((recovery.folder / "draft.resolution").read_bytes())
    assert saved == session.resolution


def test_saving_takes_the_file_away(
    recovery: Recovery, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    write(session, "Recalling more,")
    qtbot.waitUntil(lambda: recovery.is_current, timeout=2000)
    session.mark_saved(tmp_path / "x.resolution")
    assert not recovery.folder.exists()
    write(session, "Recalling yet more,")
    qtbot.waitUntil(lambda: recovery.is_current, timeout=2000)
    assert recovery.folder.exists()


def test_a_running_session_is_no_leftover(
    recovery: Recovery, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    write(session, "Recalling more,")
    qtbot.waitUntil(lambda: recovery.is_current, timeout=2000)
    assert leftovers(tmp_path) == ()


def test_what_was_kept_can_be_read_and_discarded(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.mark_saved(tmp_path / "mine.resolution")
    write(session, "Recalling more,")
    crashes.leave(session, tmp_path)
    (left,) = leftovers(tmp_path)
    assert left.read() == session.resolution
    assert left.path == tmp_path / "mine.resolution"
    left.discard()
    assert leftovers(tmp_path) == ()


def test_a_folder_that_cannot_be_made_is_said(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    follower = Recovery(session, tmp_path / "file")
    with qtbot.waitSignal(follower.failed) as failed:
        write(session, "Recalling more,")
    assert failed.args is not None
    assert "recovery file" in failed.args[0]
    follower.close()


def test_what_could_not_be_written_is_tried_again_and_said_once(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    follower = Recovery(session, tmp_path / "file")
    said: list[str] = []
    follower.failed.connect(said.append)
    write(session, "Recalling more,")
    qtbot.waitUntil(lambda: len(said) == 1)
    assert not follower.write()
    (tmp_path / "file").unlink()
    qtbot.waitUntil(lambda: follower.is_current)
    assert len(said) == 1
    follower.close()


KILLED = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from drafter.app.recovery import Recovery
from drafter.app.session import Session
from drafter.core import edits
from drafter.core.inline import Text
from tests.notation import document

app = QCoreApplication(sys.argv)
session = Session(document("P: Recalling x, | 1. Decides y."))
recovery = Recovery(session, Path(sys.argv[1]))
session.apply(edits.set_text(session.resolution, "p1", Text("Recalling all,")), "Type")
recovery.written.connect(lambda: print("written", flush=True))
app.exec()
"""


def test_after_a_kill_the_draft_is_there(tmp_path: Path, root: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)],
        cwd=root,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "written"
    process.kill()
    process.wait()
    process.stdout.close()
    (left,) = leftovers(tmp_path)
    assert left.read().paragraphs[0].text.plain == "Recalling all,"
    assert left.path is None


@pytest.mark.parametrize("origin", ['{"path": "a\\u0000b"}', '{"path": "\\ud800"}', '{"path": 3}'])
def test_an_origin_that_is_no_path_is_unknown(tmp_path: Path, origin: str) -> None:
    left = tmp_path / "abc"
    left.mkdir()
    (left / "draft.resolution").write_bytes(native_bytes(document("P: x,")))
    (left / "origin.json").write_text(origin)
    assert [one.path for one in leftovers(tmp_path)] == [None]


def test_a_draft_that_is_gone_is_told_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as told:
        Leftover(tmp_path / "gone", None, datetime.now(UTC)).read()
    assert "Errno" not in told.value.user_text()
    assert told.value.user_text().endswith("cannot be read: No such file or directory.")

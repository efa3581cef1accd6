"""Tasks done in processes of their own, and what is told of them."""

from __future__ import annotations

import multiprocessing
import zipfile
from pathlib import Path

from pytestqt.qtbot import QtBot

from drafter.app.corpus import Corpus
from drafter.app.corpus_tasks import (
    Adding,
    Compacting,
    Outcome,
    Rebuilding,
    Removing,
    Result,
    Row,
    Task,
    Told,
    Verifying,
)
from drafter.app.corpus_words import (
    count_words,
    outcome_words,
    result_words,
    task_words,
    told_words,
)
from drafter.app.outcome_model import OutcomeModel
from drafter.corpus.schema import FILE, writing_lock
from drafter.io.native import native_bytes
from tests.corpus.making import BRIDGES, RIVERS, RIVERS_AGAIN, add

WAIT_MS = 60_000


def outcome(corpus: Corpus, task: Task, qtbot: QtBot) -> Outcome:
    with qtbot.waitSignal(corpus.work.ended, timeout=WAIT_MS) as ended:
        assert corpus.work.start(task)
    assert ended.args is not None
    assert not corpus.work.is_busy
    return ended.args[0]


def archive(path: Path, count: int) -> Path:
    """An archive with so many copies of a text under names of their own, and one that is none."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(count):
            packed.writestr(
                f"{number}.resolution",
                native_bytes(RIVERS).replace(b"A/RES/70/901", b"A/RES/70/%d" % (1000 + number)),
            )
        packed.writestr("broken.resolution", b"{")
    return path


def test_what_is_added_is_listed_with_what_was_not_taken_and_why(
    corpus: Corpus, tmp_path: Path, qtbot: QtBot
) -> None:
    add(corpus.folder, BRIDGES)
    path = archive(tmp_path / "some.zip", 3)
    with qtbot.waitSignal(corpus.changed, timeout=WAIT_MS):
        found = outcome(corpus, Adding(corpus.folder, (path,)), qtbot)
    assert [row.result for row in found.rows] == [Result.REFUSED, *[Result.ADDED] * 3]
    assert "broken" in found.rows[0].name
    assert found.rows[0].why
    assert found.rows[1].language == "en"
    assert found.figure == 12
    again = outcome(corpus, Adding(corpus.folder, (path,)), qtbot)
    assert [row.result for row in again.rows] == [Result.REFUSED, *[Result.SAME] * 3]


def test_a_corpus_begins_with_the_resolutions_of_the_program(
    corpus: Corpus, tmp_path: Path, qtbot: QtBot
) -> None:
    outcome(corpus, Adding(corpus.folder, (archive(tmp_path / "some.zip", 1),)), qtbot)
    removed = outcome(corpus, Removing(corpus.folder, ("A/RES/64/177", "A/1")), qtbot)
    assert removed.rows == (
        Row(Result.UNKNOWN, "A/1"),
        Row(Result.REMOVED, "A/RES/64/177", "fr"),
    )


def test_a_sound_corpus_is_verified_rebuilt_and_compacted(corpus: Corpus, qtbot: QtBot) -> None:
    add(corpus.folder, RIVERS, RIVERS_AGAIN)
    changes: list[None] = []
    corpus.changed.connect(lambda: changes.append(None))
    assert outcome(corpus, Verifying(corpus.folder), qtbot) == Outcome()
    assert changes == []
    assert outcome(corpus, Rebuilding(corpus.folder), qtbot).figure == 2
    assert outcome(corpus, Compacting(corpus.folder), qtbot).figure >= 0
    assert len(changes) == 2


def test_a_known_error_is_said_in_a_sentence(corpus: Corpus, tmp_path: Path, qtbot: QtBot) -> None:
    corpus.folder.mkdir()
    (corpus.folder / FILE).write_bytes(b"no database" * 1000)
    with qtbot.waitSignal(corpus.work.failed, timeout=WAIT_MS) as failed:
        corpus.work.start(Verifying(corpus.folder))
    assert failed.args is not None
    assert "damaged" in failed.args[0]
    assert not corpus.work.is_busy


def test_two_programs_at_once_are_told_apart(corpus: Corpus, tmp_path: Path, qtbot: QtBot) -> None:
    add(corpus.folder, RIVERS)
    with (
        writing_lock(corpus.folder),
        qtbot.waitSignal(corpus.work.failed, timeout=WAIT_MS) as failed,
    ):
        corpus.work.start(Removing(corpus.folder, ("A/RES/70/901",)))
    assert failed.args is not None
    assert "Another program" in failed.args[0]


def test_one_thing_at_a_time(corpus: Corpus, qtbot: QtBot) -> None:
    add(corpus.folder, RIVERS)
    with qtbot.waitSignal(corpus.work.ended, timeout=WAIT_MS):
        assert corpus.work.start(Verifying(corpus.folder))
        assert not corpus.work.start(Verifying(corpus.folder))


def test_a_cancelled_import_keeps_what_it_has(corpus: Corpus, tmp_path: Path, qtbot: QtBot) -> None:
    add(corpus.folder, BRIDGES)
    path = archive(tmp_path / "many.zip", 4000)
    with qtbot.waitSignal(corpus.work.told, timeout=WAIT_MS):
        corpus.work.start(Adding(corpus.folder, (path,)))
    with qtbot.waitSignal(corpus.work.ended, timeout=WAIT_MS) as ended:
        corpus.work.cancel()
    assert ended.args is not None
    found = ended.args[0]
    assert found.is_cancelled
    assert len(found.rows) < 4000
    assert outcome(corpus, Verifying(corpus.folder), qtbot) == Outcome()


def test_what_cannot_stop_half_way_is_ended_and_changes_nothing(
    corpus: Corpus, qtbot: QtBot
) -> None:
    add(corpus.folder, RIVERS)
    with qtbot.waitSignal(corpus.work.ended, timeout=WAIT_MS) as ended:
        corpus.work.start(Rebuilding(corpus.folder))
        corpus.work.cancel()
    assert ended.args == [Outcome(is_cancelled=True)]
    assert outcome(corpus, Verifying(corpus.folder), qtbot) == Outcome()


def test_closing_ends_what_goes_on(corpus: Corpus, tmp_path: Path, qtbot: QtBot) -> None:
    add(corpus.folder, BRIDGES)
    with qtbot.waitSignal(corpus.work.told, timeout=WAIT_MS):
        corpus.work.start(Adding(corpus.folder, (archive(tmp_path / "many.zip", 4000),)))
    corpus.close()
    assert multiprocessing.active_children() == []
    again = Corpus(corpus.folder)
    assert outcome(again, Verifying(again.folder), qtbot) == Outcome()
    again.close()


# --- words --------------------------------------------------------------------------------------


def test_every_task_and_result_has_words() -> None:
    folder = Path()
    for task in (
        *(Verifying(folder), Rebuilding(folder), Compacting(folder)),
        *(Adding(folder, ()), Removing(folder, ())),
    ):
        assert task_words(task)
        assert outcome_words(task, Outcome(figure=1)).endswith(".")
        assert outcome_words(task, Outcome(is_cancelled=True)).startswith("Stopped")
    assert len({result_words(one) for one in Result}) == len(Result)


def test_progress_is_said_as_far_as_it_is_known() -> None:
    told = told_words(Told(0.5, "x.xml", 1200, 30_000, 2))
    counts = count_words(1200), count_words(30_000)
    assert told == "{} texts · {} paragraphs · 2 not taken · x.xml".format(*counts)
    assert told_words(Told(0.5, "GA.zip", fetched=5_000_000, size=10_000_000)) == (
        "GA.zip: 4.8 MB of 9.5 MB"
    )
    assert "does not say" in told_words(Told(None, "GA.zip", fetched=5_000_000))
    assert told_words(Told(None)) == ""


def test_the_outcome_shows_one_kind_of_result_when_asked(qtmodeltester: object) -> None:
    model = OutcomeModel()
    model.set_rows((Row(Result.REFUSED, "a", why="no text"), Row(Result.ADDED, "b", "fr")))
    assert model.results() == (Result.REFUSED, Result.ADDED)
    assert [model.index(0, column).data() for column in range(4)] == [
        "● not taken", "a", "", "no text",
    ]  # fmt: skip
    model.show_only(Result.ADDED)
    assert model.rowCount() == 1
    assert model.index(0, 2).data() == "French"


def test_files_that_are_no_texts_take_one_line(corpus: Corpus) -> None:
    words = outcome_words(Adding(corpus.folder, ()), Outcome(passed_over=12))
    assert words.endswith("Passed over, being no texts: 12.")

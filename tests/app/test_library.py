"""The search thread: the newest question of a line wins, lines do not disturb each other."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from shutil import copytree, rmtree

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from drafter.app.corpus import Corpus
from drafter.app.librarian import Librarian
from drafter.app.library import Library, Line
from drafter.app.questions import (
    FindDocuments,
    FollowYears,
    FoundDocuments,
    Lineage,
    Look,
    Question,
    ReadWhole,
    Source,
    Suggest,
    Suggested,
    Whole,
)
from drafter.app.worker import Answer, FaultError
from drafter.core.errors import CorpusError
from drafter.corpus.asking import Query
from drafter.corpus.importing import add_prepared
from drafter.corpus.job import Job
from drafter.corpus.prepare import prepared
from drafter.corpus.schema import connect_to_write, writing_lock
from drafter.corpus.upkeep import remove
from tests.notation import document
from tests.precedent_texts import make_corpus

WORDS = "Requests the Secretary-General to ensure adequate"
PATIENCE_MS = 20_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of our own texts, made once."""
    folder = tmp_path_factory.mktemp("library")
    make_corpus(folder / "corpus", folder / "texts")
    return folder / "corpus"


@pytest.fixture
def library(qtbot: QtBot, made: Path, tmp_path: Path) -> Iterator[Library]:
    """A search thread with a copy of that corpus."""
    copytree(made, tmp_path / "corpus")
    library = Library(Corpus(tmp_path / "corpus"))
    yield library
    library.close()
    library.corpus.close()


class Asker(QObject):
    """A line, and all that it was answered."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.answers: list[Answer] = []
        self.waited = 0
        self.line: Line = library.line(self)
        self.line.answered.connect(self.answers.append)
        self.line.waiting.connect(self._wait)

    def _wait(self) -> None:
        self.waited += 1

    @property
    def values(self) -> list[object]:
        return [answer.value for answer in self.answers]


def suggest(words: str, code: str = "en") -> Suggest:
    return Suggest(Query(words, code, 9))


def test_only_the_newest_question_is_answered(library: Library, qtbot: QtBot) -> None:
    asker = Asker(library)
    for length in range(10, len(WORDS)):
        asker.line.ask(suggest(WORDS[:length]))
    asker.line.ask(suggest(WORDS))
    qtbot.waitUntil(lambda: bool(asker.answers), timeout=PATIENCE_MS)
    qtbot.wait(50)
    (answer,) = asker.values
    assert isinstance(answer, Suggested)
    assert answer.query.text == WORDS
    first = answer.rows[0]
    assert first.precedent.use.symbol == "A/RES/63/195"
    assert first.continuation is not None
    assert first.precedent.use.text[first.continuation.end :].startswith(" resources")


def test_lines_do_not_disturb_each_other(library: Library, qtbot: QtBot) -> None:
    first, second = Asker(library), Asker(library)
    first.line.ask(suggest(WORDS))
    second.line.ask(FindDocuments("plainer", "en"))
    qtbot.waitUntil(lambda: bool(first.answers and second.answers), timeout=PATIENCE_MS)
    assert isinstance(first.values[0], Suggested)
    (found,) = second.values
    assert isinstance(found, FoundDocuments)
    assert [one.symbol for one in found.documents] == ["A/RES/65/10"]
    assert found.languages == ("en", "fr")


def test_a_closed_line_hears_nothing(library: Library, qtbot: QtBot) -> None:
    closed, open_ = Asker(library), Asker(library)
    closed.line.ask(suggest(WORDS))
    closed.line.close()
    open_.line.ask(suggest(WORDS))
    qtbot.waitUntil(lambda: bool(open_.answers), timeout=PATIENCE_MS)
    assert closed.answers == []


def test_after_closing_no_question_is_asked(library: Library, qtbot: QtBot) -> None:
    asker = Asker(library)
    asker.line.ask(suggest(WORDS))
    qtbot.waitUntil(lambda: bool(asker.answers), timeout=PATIENCE_MS)
    library.close()
    asker.line.ask(suggest(WORDS))
    library.close()  # waits for what runs
    assert library._librarian is None
    assert len(asker.answers) == 1


def test_a_fault_is_told_to_who_asked(
    library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Librarian, "answer", fail)
    asker = Asker(library)
    with capture_exceptions() as raised:
        asker.line.ask(suggest(WORDS))
        qtbot.waitUntil(lambda: bool(asker.answers), timeout=PATIENCE_MS)
        library.close()
    assert isinstance(asker.answers[0].error, FaultError)
    assert [one[0] for one in raised] == [ZeroDivisionError]


def test_questions_run_on_another_thread(library: Library, qtbot: QtBot) -> None:
    asker = Asker(library)
    seen: list[int] = []

    class Noting(Suggest):
        @property
        def query(self) -> Query:  # type: ignore[override]
            seen.append(threading.get_ident())
            return Query(WORDS, "en")

        def __init__(self) -> None:
            pass

    asker.line.ask(Noting())
    qtbot.waitUntil(lambda: bool(asker.answers), timeout=PATIENCE_MS)
    assert seen
    assert threading.get_ident() not in seen


def test_a_precedent_is_read_on_from(library: Library, qtbot: QtBot) -> None:
    asker = Asker(library)

    def told(question: object) -> object:
        before = len(asker.answers)
        asker.line.ask(question)  # type: ignore[arg-type]
        qtbot.waitUntil(lambda: len(asker.answers) > before, timeout=PATIENCE_MS)
        return asker.answers[-1].value

    suggested = told(suggest("Calls upon Member States to support the training"))
    assert isinstance(suggested, Suggested)
    precedent = suggested.rows[0].precedent
    source = told(Look(precedent.use))
    assert isinstance(source, Source)
    assert source.resolution.paragraphs[source.use.place].text.plain == precedent.use.text
    lineage = told(FollowYears(precedent.family, precedent.use))
    assert isinstance(lineage, Lineage)
    assert [step.use.year for step in lineage.steps] == sorted(
        step.use.year or 0 for step in lineage.steps
    )
    assert lineage.steps[0].changes == ()
    assert all(step.changes for step in lineage.steps[1:])
    assert sum(1 + len(step.again) for step in lineage.steps) == len(lineage.uses)
    found = told(FindDocuments("63/195", "fr"))
    assert isinstance(found, FoundDocuments)
    whole = told(ReadWhole(found.documents[0]))
    assert isinstance(whole, Whole)
    assert whole.resolution.language == "fr"


def test_the_counterpart_is_found_or_it_is_told_that_there_is_none(
    library: Library, qtbot: QtBot
) -> None:
    asker = Asker(library)
    asker.line.ask(suggest(WORDS))
    qtbot.waitUntil(lambda: bool(asker.answers), timeout=PATIENCE_MS)
    (suggested,) = asker.values
    assert isinstance(suggested, Suggested)
    use = suggested.rows[0].precedent.use
    asker.line.ask(Look(use, "fr"))
    qtbot.waitUntil(lambda: len(asker.answers) == 2, timeout=PATIENCE_MS)
    counterpart = asker.values[1]
    assert isinstance(counterpart, Source)
    assert counterpart.is_sure
    assert counterpart.use.text.startswith("Prie le Secrétaire général")
    asker.line.ask(Look(use, "ru"))
    qtbot.waitUntil(lambda: len(asker.answers) == 3, timeout=PATIENCE_MS)
    assert isinstance(asker.answers[2].error, CorpusError)


def test_what_was_found_before_is_not_mistaken_for_what_came_in_its_place(
    library: Library, qtbot: QtBot
) -> None:
    asker = Asker(library)

    def told(question: Question) -> Answer:
        before = len(asker.answers)
        asker.line.ask(question)
        qtbot.waitUntil(lambda: len(asker.answers) > before, timeout=PATIENCE_MS)
        return asker.answers[-1]

    suggested = told(suggest("Decides to return to the matter")).value
    assert isinstance(suggested, Suggested)
    precedent = suggested.rows[0].precedent
    assert precedent.use.symbol == "A/RES/78/12"  # the last that was added
    listed = told(FindDocuments("78/12", "en")).value
    assert isinstance(listed, FoundDocuments)
    remove(library.corpus.folder, ["A/RES/78/12"])
    other = document(
        "Symbol: A/RES/78/13 | P: _Noting_ rain, | P: _Noting_ snow, | 1. _Urges_ care;"
        " | 2. _Asks_ for maps; | 3. _Closes_ the matter."
    )
    add_prepared(library.corpus.folder, [prepared(other, "other")])
    for question in (
        Look(precedent.use),
        Look(precedent.use, "fr"),
        FollowYears(precedent.family, precedent.use),
        ReadWhole(listed.documents[0]),
    ):
        error = told(question).error
        assert error is not None
        assert "A/RES/78/12 has changed in the corpus since" in error.user_text()


def test_indexes_that_cannot_be_made_level_are_tried_once(
    library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Job] = []

    def job(work: Callable[..., object]) -> Job:
        started.append(Job(work))
        return started[-1]

    monkeypatch.setattr("drafter.app.librarian.Job", job)
    with (
        writing_lock(library.corpus.folder),
        closing(connect_to_write(library.corpus.folder)) as connection,
    ):
        connection.execute("UPDATE languages SET generation = generation + 1")
        asker = Asker(library)
        for count in range(1, 4):
            asker.line.ask(suggest(WORDS))
            qtbot.waitUntil(lambda: len(asker.answers) == count, timeout=PATIENCE_MS)  # noqa: B023
            started[0]._process.join()
    assert all(isinstance(value, Suggested) and value.rows for value in asker.values)
    assert len(started) == 1


def test_a_corpus_is_made_while_the_question_waits(qtbot: QtBot, tmp_path: Path) -> None:
    library = Library(Corpus(tmp_path / "corpus"))
    asker = Asker(library)
    asker.line.ask(suggest("Prie le Secrétaire général de lui présenter", "fr"))
    qtbot.waitUntil(lambda: bool(asker.answers), timeout=PATIENCE_MS)
    (answer,) = asker.values
    assert isinstance(answer, Suggested)
    assert asker.waited > 0
    assert answer.rows[0].precedent.use.symbol == "A/RES/61/181"
    library.close()


def test_lost_indexes_are_made_again_meanwhile(library: Library, qtbot: QtBot) -> None:
    rmtree(library.corpus.folder / "index")
    asker = Asker(library)

    def has_rows() -> bool:
        if not (asker.values and isinstance(asker.values[-1], Suggested) and asker.values[-1].rows):
            asker.line.ask(suggest(WORDS))
            return False
        return True

    qtbot.waitUntil(has_rows, timeout=PATIENCE_MS)
    assert not any(answer.error for answer in asker.answers)


@pytest.mark.parametrize("lost", ["index", "index/en"])
def test_indexes_lost_while_they_are_open_are_made_again(
    library: Library, qtbot: QtBot, lost: str
) -> None:
    asker = Asker(library)
    asker.line.ask(suggest(WORDS))
    qtbot.waitUntil(lambda: bool(asker.answers), timeout=PATIENCE_MS)
    rmtree(library.corpus.folder / lost)
    asker.answers.clear()

    def has_rows() -> bool:
        if not (asker.values and isinstance(asker.values[-1], Suggested) and asker.values[-1].rows):
            asker.line.ask(suggest(WORDS))
            return False
        return True

    qtbot.waitUntil(has_rows, timeout=PATIENCE_MS)
    assert not any(answer.error for answer in asker.answers)


def test_where_the_users_folder_cannot_be_written_the_starter_lies_in_a_temporary_one(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    library = Library(Corpus(tmp_path / "file" / "corpus"))
    asker = Asker(library)
    asker.line.ask(suggest("Prie le Secrétaire général de lui présenter", "fr"))
    qtbot.waitUntil(lambda: bool(asker.answers), timeout=PATIENCE_MS)
    (answer,) = asker.values
    assert isinstance(answer, Suggested)
    assert answer.rows[0].precedent.use.symbol == "A/RES/61/181"
    library.close()


def test_where_none_can_be_made_the_reason_is_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("drafter.app.librarian.TemporaryDirectory", full)
    (tmp_path / "file").write_text("no folder")
    library = Library(Corpus(tmp_path / "file" / "corpus"))
    asker = Asker(library)
    asker.line.ask(suggest(WORDS))
    qtbot.waitUntil(lambda: bool(asker.answers), timeout=PATIENCE_MS)
    assert isinstance(asker.answers[0].error, CorpusError)
    library.close()

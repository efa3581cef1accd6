"""From a precedent on to its document, its years and its other languages; work in a process."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from drafter.core.errors import CorpusError
from drafter.corpus.asking import Query, Use
from drafter.corpus.importing import Progress, Report, add
from drafter.corpus.job import Done, Failed, Job
from drafter.corpus.reading import (
    counterpart,
    document,
    find_documents,
    languages_of,
    lineage,
    neighbours,
)
from drafter.corpus.search import Searcher
from drafter.corpus.starter import is_ready, make_ready
from drafter.corpus.upkeep import contents
from drafter.io.native import native_bytes
from tests.corpus.making import BRIDGES, RIVERS, RIVERS_AGAIN, RIVIERES, resolution
from tests.corpus.making import add as add_made


def found(searcher: Searcher, text: str, code: str = "en") -> Use:
    answer = searcher.suggest(Query(text, code))
    assert answer is not None
    return answer.precedents[0].use


def test_the_whole_document_comes_back_as_it_was_added(tmp_path: Path) -> None:
    add_made(tmp_path, RIVERS, BRIDGES)
    with Searcher(tmp_path) as searcher:
        use = found(searcher, "Demands that bridges be left unharmed")
        assert document(searcher.connection, use.document) == BRIDGES
        assert BRIDGES.paragraphs[use.place].text.plain == use.text
        with pytest.raises(CorpusError, match="no longer"):
            document(searcher.connection, 999)


def test_neighbours_stand_before_and_after(tmp_path: Path) -> None:
    add_made(tmp_path, RIVERS)
    with Searcher(tmp_path) as searcher:
        use = found(searcher, "Deeply concerned that the banks")
        near = neighbours(searcher.connection, use, each_side=1)
    assert [one.text for one in near] == [one.text.plain for one in RIVERS.paragraphs[:3]]


def test_lineage_runs_through_the_years(tmp_path: Path) -> None:
    add_made(tmp_path, RIVERS_AGAIN, RIVERS)
    with Searcher(tmp_path) as searcher:
        answer = searcher.suggest(Query("Requests the Secretary-General to submit", "en"))
        assert answer is not None
        line = lineage(searcher.connection, answer.precedents[0].family)
    assert [one.symbol for one in line] == ["A/RES/70/901", "A/RES/71/902"]
    assert "seventieth" in line[0].text
    assert "seventy-first" in line[1].text


def test_the_counterpart_is_the_same_place_in_the_other_language(tmp_path: Path) -> None:
    add_made(tmp_path, RIVERS, RIVIERES)
    with Searcher(tmp_path) as searcher:
        for english, french in zip(RIVERS.paragraphs, RIVIERES.paragraphs, strict=True):
            use = found(searcher, english.text.plain)
            other = counterpart(searcher.connection, use, "fr")
            assert other is not None
            assert other.is_sure
            assert other.use.text == french.text.plain
            assert counterpart(searcher.connection, use, "ru") is None


def test_where_the_counts_differ_the_label_decides_and_it_is_said(tmp_path: Path) -> None:
    short = resolution(
        "A/RES/70/901", "@es | P: Recordando, | 2. Decide seguir ocupándose de la cuestión."
    )
    add_made(tmp_path, RIVERS, short)
    with Searcher(tmp_path) as searcher:
        other = counterpart(searcher.connection, found(searcher, "Decides to remain seized"), "es")
    assert other is not None
    assert not other.is_sure
    assert (other.own_count, other.count) == (2, 1)
    assert other.use.text == "Decide seguir ocupándose de la cuestión."


# --- jobs ---------------------------------------------------------------------------------------


def told(job: Job) -> list[object]:
    messages: list[object] = []
    while job.is_running:
        messages.extend(job.messages(timeout_seconds=0.2))
    return messages


@pytest.mark.slow
def test_an_import_in_its_own_process_tells_and_ends(tmp_path: Path) -> None:
    source = tmp_path / "a.resolution"
    source.write_bytes(native_bytes(RIVERS))
    *progress, last = told(Job(partial(add, tmp_path / "corpus", [source])))
    assert progress
    assert all(isinstance(one, Progress) for one in progress)
    assert isinstance(last, Done)
    assert isinstance(last.result, Report)
    assert contents(tmp_path / "corpus").documents == 1


@pytest.mark.slow
def test_a_known_error_comes_as_words_and_a_crash_too(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    (failed,) = told(Job(partial(add, tmp_path / "file", [])))
    assert isinstance(failed, Failed)
    assert "cannot be written" in failed.reason
    (broken,) = told(Job(no_such_work))
    assert isinstance(broken, Failed)
    assert "broke off" in broken.reason


def no_such_work(**_: object) -> None:
    """Ends its process without a word."""
    raise SystemExit(7)


def test_documents_are_found_by_number_and_words_of_the_title(tmp_path: Path) -> None:
    add_made(tmp_path, RIVERS, RIVERS_AGAIN, RIVIERES)
    with Searcher(tmp_path) as searcher:
        connection = searcher.connection
        newest_first = [one.symbol for one in find_documents(connection, "", "en")]
        assert newest_first == ["A/RES/71/902", "A/RES/70/901"]
        assert [one.symbol for one in find_documents(connection, "70/901", "en")] == [
            "A/RES/70/901"
        ]
        title = RIVERS.title.plain.split()[0].upper()
        assert find_documents(connection, title, "en")
        assert find_documents(connection, f"{title} nowhere", "en") == ()
        assert find_documents(connection, "", "ru") == ()
        assert len(find_documents(connection, "", "en", limit=1)) == 1
        assert languages_of(connection, "A/RES/70/901") == ("en", "fr")
        assert languages_of(connection, "A/RES/1/1") == ()


def test_a_corpus_is_made_ready_once(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    assert not is_ready(folder)
    make_ready(folder)
    assert is_ready(folder)
    (state,) = folder.glob("index/*/state.json")
    state.unlink()
    assert not is_ready(folder)
    make_ready(folder)
    assert is_ready(folder)

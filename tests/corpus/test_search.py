"""What is found for what is typed, how it is shown, and what a damaged index does."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tantivy import Query as Made

from drafter.core.errors import CorpusError
from drafter.core.model import Organ, Part
from drafter.corpus import index
from drafter.corpus.asking import NOTHING, Answer, Filters, Query
from drafter.corpus.index import IndexReader
from drafter.corpus.index_state import STATE
from drafter.corpus.index_words import WORDS
from drafter.corpus.indexing import index_folder, level_indexes
from drafter.corpus.schema import writing_lock
from drafter.corpus.search import Searcher
from drafter.corpus.starter import corpus_to_read
from drafter.corpus.upkeep import rebuild, remove
from drafter.corpus.verifying import behind, faults
from tests.corpus.making import BRIDGES, RIVERS, RIVERS_AGAIN, RIVIERES, add, resolution

SYMBOLS = tuple(one.masthead.symbol for one in (RIVERS, RIVERS_AGAIN, BRIDGES))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus with all the made documents; for reading."""
    place = tmp_path_factory.mktemp("corpus")
    add(place, RIVERS, RIVERS_AGAIN, BRIDGES, RIVIERES)
    return place


def ask(folder: Path, text: str, language: str = "en", **more: object) -> Answer:
    with Searcher(folder) as searcher:
        answer = searcher.suggest(Query(text, language, **more))  # type: ignore[arg-type]
    assert answer is not None
    return answer


def first(folder: Path, text: str, language: str = "en", **more: object) -> str:
    found = ask(folder, text, language, **more).precedents
    return found[0].use.text if found else ""


@pytest.mark.parametrize(
    "typed",
    [
        "Deeply concerned that the ba",  # half typed
        "deeply concerned banks",  # without the rest
        "banks of shared rivers are washed",  # out of the middle
        "washed year rivers banks ",  # key words in any order
        "Deeply concrened that teh banks",  # badly typed
        "DEEPLY CONCERNED THAT THE BANKS OF SHARED RIVERS ARE WASHED AWAY EACH YEAR",
    ],
)
def test_a_wording_is_found_however_it_is_asked_for(folder: Path, typed: str) -> None:
    assert first(folder, typed).startswith("Deeply concerned that the banks")


def test_accents_and_elisions_do_not_matter(folder: Path) -> None:
    assert first(folder, "profondement preoccupee de voir", "fr").startswith("Profondément")


def test_a_family_is_one_row_with_all_its_uses(folder: Path) -> None:
    answer = ask(folder, "Requests the Secretary-General to submit")
    requests = [one for one in answer.precedents if one.use.text.startswith("Requests")]
    (shown,) = requests
    assert shown.strength.uses == 2
    assert (shown.strength.first_year, shown.strength.last_year) == (2015, 2016)
    assert shown.use.symbol == "A/RES/71/902"
    assert shown.also_in == ("A/RES/70/901",)
    assert shown.use.label == "1."
    assert shown.use.part is Part.OPERATIVE


@pytest.mark.parametrize(("word", "asked"), [("rivvers", 1), ("x" * 10_000, 0)])
def test_neighbours_are_looked_for_of_what_can_be_a_word(
    folder: Path, monkeypatch: pytest.MonkeyPatch, word: str, asked: int
) -> None:
    looked_for: list[str] = []
    makers = {name: getattr(Made, name) for name in dir(Made) if name.endswith("_query")}

    def near(schema: object, name: str, text: str, *more: int, **rest: bool) -> object:
        looked_for.append(text)
        return makers["fuzzy_term_query"](schema, name, text, *more, **rest)

    spy = SimpleNamespace(**{**makers, "fuzzy_term_query": near})
    monkeypatch.setattr(index, "_QUERY", spy)
    ask(folder, f"{word} of the mountains")
    assert looked_for.count(word) == asked


def test_the_wording_with_the_number_asked_for_comes_first(folder: Path) -> None:
    assert "60/900" in first(folder, "Recalling its resolution 60/900")
    assert "70/901" in first(folder, "Recalling its resolution 70/901")


@pytest.mark.parametrize(
    ("filters", "symbols"),
    [
        (Filters(), {"S/RES/2901 (2017)"}),
        (Filters(organ=Organ.GA), {"A/RES/71/902"}),
        (Filters(last_year=2015), {"A/RES/70/901"}),
        (Filters(first_year=2016, last_year=2016), {"A/RES/71/902"}),
        (Filters(part=Part.PREAMBLE), set()),
        (Filters(first_year=2018), set()),
        (Filters(organ=Organ.SC, last_year=2016), set()),
        (Filters(agreed_only=True), set()),
    ],
)
def test_filters_choose_the_use(folder: Path, filters: Filters, symbols: set[str]) -> None:
    answer = ask(folder, "Decides to remain seized of the matter.", filters=filters)
    remain = {one.use.symbol for one in answer.precedents if "seized" in one.use.text}
    assert remain == symbols


def test_the_documents_own_paragraphs_can_be_left_out(folder: Path) -> None:
    answer = ask(folder, "Demands that bridges be left unharmed", exclude="S/RES/2901 (2017)")
    assert all(one.use.symbol != "S/RES/2901 (2017)" for one in answer.precedents)


def test_the_same_part_and_organ_come_a_little_earlier(tmp_path: Path) -> None:
    add(
        tmp_path,
        resolution(
            "A/RES/70/1", "P: Welcoming the care for old trees, | 1. Decides.", "2015-12-01"
        ),
        resolution("A/RES/70/2", "P: Noting, | 1. Welcomes the care for old trees;", "2015-12-01"),
    )
    asked = "the care for old trees"
    assert first(tmp_path, asked, part=Part.PREAMBLE).startswith("Welcoming")
    assert first(tmp_path, asked, part=Part.OPERATIVE).startswith("Welcomes")


def test_a_stale_question_is_given_up(folder: Path) -> None:
    asked: list[bool] = []

    def is_stale() -> bool:
        asked.append(True)
        return len(asked) > 1

    with Searcher(folder) as searcher:
        assert searcher.suggest(Query("shared rivers", "en"), is_stale) is None
        assert searcher.suggest(Query("shared rivers", "en")) is not None


@pytest.mark.parametrize("changed", [rebuild, lambda folder: remove(folder, SYMBOLS)])
def test_what_is_changed_while_a_question_is_answered_does_not_disturb_it(
    tmp_path: Path, changed: Callable[[Path], object]
) -> None:
    add(tmp_path, RIVERS, RIVERS_AGAIN, BRIDGES, RIVIERES)
    asked: list[bool] = []

    def is_stale() -> bool:
        asked.append(True)
        if len(asked) == 2:  # between the wordings and their families
            remove(tmp_path, SYMBOLS[:1])
            changed(tmp_path)
        return False

    with Searcher(tmp_path) as searcher:
        answer = searcher.suggest(Query("Decides to remain seized", "en"), is_stale)
        after = searcher.suggest(Query("Decides to remain seized", "en"))
    assert len(asked) > 2
    assert answer is not None
    assert answer.precedents[0].strength.uses == 3
    assert after is not None
    assert all(one.strength.uses < 3 for one in after.precedents)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.sampled_from(("en", "fr", "zh", "xx")))
def test_any_text_can_be_asked_for(folder: Path, text: str, language: str) -> None:
    answer = ask(folder, text, language)
    assert len(answer.precedents) <= 10
    assert all(0 <= one.score <= 100 for one in answer.precedents)


def test_chinese_is_found_by_two_characters(tmp_path: Path) -> None:
    add(
        tmp_path,
        resolution(
            "A/RES/70/5", "@zh | P: 深为关切共有河流的河岸年年流失， | 1. 决定继续处理此案。"
        ),
    )
    assert first(tmp_path, "河岸", "zh").startswith("深为关切")
    assert first(tmp_path, "深", "zh").startswith("深为关切")


# --- the index is derived -----------------------------------------------------------------------


def test_a_search_sees_what_an_import_adds_meanwhile(tmp_path: Path) -> None:
    add(tmp_path, RIVERS)
    with Searcher(tmp_path) as searcher:
        answer = searcher.suggest(Query("Demands that bridges be left", "en"))
        assert answer is not None
        assert all(one.score < 60 for one in answer.precedents)
        add(tmp_path, BRIDGES)
        answer = searcher.suggest(Query("Demands that bridges be left", "en"))
        assert answer is not None
        assert answer.precedents[0].use.symbol == "S/RES/2901 (2017)"
        remove(tmp_path, ["S/RES/2901 (2017)"])
        answer = searcher.suggest(Query("Demands that bridges be left", "en"))
        assert answer is not None
        assert all(one.use.symbol != "S/RES/2901 (2017)" for one in answer.precedents)


def test_a_missing_index_is_made_again(tmp_path: Path) -> None:
    add(tmp_path, RIVERS)
    (index_folder(tmp_path, "en") / STATE).unlink()
    answer = ask(tmp_path, "shared rivers")
    assert answer.precedents == ()
    assert answer.is_behind
    level_indexes(tmp_path)
    assert ask(tmp_path, "shared rivers").precedents
    assert faults(tmp_path) == ()


def test_an_index_damaged_while_it_is_open_is_searched_once_it_is_made_again(
    tmp_path: Path,
) -> None:
    add(tmp_path, RIVERS)
    asked = Query("shared rivers", "en")
    with Searcher(tmp_path) as searcher:
        assert searcher.suggest(asked)
        (index_folder(tmp_path, "en") / WORDS).write_bytes(b"")
        with pytest.raises(CorpusError, match="cannot be used"):
            searcher.suggest(asked)
        level_indexes(tmp_path)
        answer = searcher.suggest(asked)
    assert answer is not None
    assert answer.precedents


def test_an_index_made_again_while_it_is_open_costs_no_error(tmp_path: Path) -> None:
    add(tmp_path, RIVERS)
    asked = Query("shared rivers", "en")
    with Searcher(tmp_path) as searcher:
        before = searcher.suggest(asked)
        (index_folder(tmp_path, "en") / WORDS).write_bytes(b"")
        level_indexes(tmp_path)
        assert searcher.suggest(asked) == before


def test_an_index_that_is_behind_catches_up(tmp_path: Path) -> None:
    add(tmp_path, RIVERS)
    state = index_folder(tmp_path, "en") / STATE
    before = state.read_text(encoding="utf-8")
    add(tmp_path, BRIDGES)
    state.write_text(before, encoding="utf-8")  # as if killed before the state was written
    assert behind(tmp_path) == ("en",)
    assert faults(tmp_path) == ()
    level_indexes(tmp_path)
    assert behind(tmp_path) == ()
    assert faults(tmp_path) == ()


def test_an_index_of_an_earlier_program_is_made_again_or_that_is_said(tmp_path: Path) -> None:
    add(tmp_path, RIVERS)
    state = index_folder(tmp_path, "en") / STATE
    noted = json.loads(state.read_text(encoding="utf-8"))
    state.write_text(json.dumps({**noted, "form": [1, noted["form"][1]]}), encoding="utf-8")
    with (
        writing_lock(tmp_path),
        pytest.raises(CorpusError, match="Another program is changing"),
        corpus_to_read(tmp_path),
    ):
        raise AssertionError("it was searched without an index")
    with corpus_to_read(tmp_path):
        assert ask(tmp_path, "shared rivers").precedents


def test_an_index_from_the_future_or_of_another_corpus_is_not_believed(tmp_path: Path) -> None:
    add(tmp_path, RIVERS)
    state = index_folder(tmp_path, "en") / STATE
    noted = json.loads(state.read_text(encoding="utf-8"))
    for changes in ({"generation": noted["generation"] + 5}, {"identity": "other"}):
        state.write_text(json.dumps({**noted, **changes}), encoding="utf-8")
        assert behind(tmp_path) == ("en",)
        level_indexes(tmp_path)
        assert behind(tmp_path) == ()
        assert faults(tmp_path) == ()
        assert ask(tmp_path, "shared rivers").precedents


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_damaged_index_is_found_and_made_again(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("corpus")
    add(folder, RIVERS)
    files = sorted(one for one in index_folder(folder, "en").iterdir() if one.name[0] != ".")
    damaged = data.draw(st.sampled_from(files))
    content = bytearray(damaged.read_bytes())
    if data.draw(st.booleans()):
        damaged.write_bytes(bytes(content[: len(content) // 2]))
    else:
        content[data.draw(st.integers(0, len(content) - 1))] ^= 0xFF
        damaged.write_bytes(bytes(content))
    with corpus_to_read(folder) as mended:
        assert ask(mended, "shared rivers").precedents
    assert faults(folder) == ()


def test_a_panic_of_the_index_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PanicException(BaseException):
        """As tantivy raises it over a damaged file."""

    def panic(*_: object) -> None:
        raise PanicException

    add(tmp_path, RIVERS)
    monkeypatch.setattr("drafter.corpus.index.IndexReader._query", panic)
    with pytest.raises(CorpusError, match="corpus rebuild"):
        ask(tmp_path, "shared rivers")


def test_an_index_with_no_room_on_the_disk_is_said_in_words(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    program = (
        "import sys; from pathlib import Path; import resource\n"
        "from drafter.core.errors import CorpusError\n"
        "from drafter.corpus.index import IndexedWording, IndexWriter\n"
        "from drafter.corpus.index_state import State\n"
        "writer = IndexWriter(Path(sys.argv[1]), afresh=True)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))\n"
        "rows = (IndexedWording(n, f'word{n} x{n}', 1, 1, (), 0, 0, 1, 2) for n in range(20_000))\n"
        "try:\n    writer.put(rows); writer.commit(State('x', 1))\n"
        "except CorpusError as error:\n    print(error.user_text())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "index")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "The disk is full" in done.stdout


def test_after_a_rebuild_an_open_searcher_takes_the_new_index(tmp_path: Path) -> None:
    add(tmp_path, RIVERS, BRIDGES)
    with Searcher(tmp_path) as searcher:
        before = searcher.suggest(Query("shared rivers", "en"))
        rebuild(tmp_path)
        after = searcher.suggest(Query("shared rivers", "en"))
    assert before is not None
    assert after is not None
    assert [one.use.text for one in before.precedents] == [one.use.text for one in after.precedents]


def test_an_index_in_a_folder_that_cannot_be_locked_is_read_through_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_open = IndexReader._open

    def locked(self: IndexReader, place: Path) -> None:
        if place == index_folder(tmp_path, "en"):
            raise ValueError("Failed to acquire Lockfile: Read-only file system")
        really_open(self, place)

    add(tmp_path, RIVERS)
    monkeypatch.setattr(IndexReader, "_open", locked)
    with Searcher(tmp_path) as searcher:
        assert searcher.suggest(Query("banks of shared rivers", "en")) != NOTHING
        add(tmp_path, BRIDGES)
        answer = searcher.suggest(Query("Demands that bridges be left", "en"))
    assert answer is not None
    assert answer.precedents[0].use.symbol == "S/RES/2901 (2017)"


@pytest.mark.skipif(sys.platform == "win32", reason="rights are not modes there")
def test_who_may_read_the_folder_may_read_all_of_the_index(tmp_path: Path) -> None:
    add(tmp_path, RIVERS)
    place = index_folder(tmp_path, "en")
    rights = {one.stat().st_mode & 0o777 for one in place.iterdir() if one.suffix != ".lock"}
    assert rights == {place.stat().st_mode & 0o666}

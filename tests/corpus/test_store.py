"""What is stored, replaced and removed, and what is counted from it."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.core.errors import CorpusError, DrafterError
from drafter.corpus import reading
from drafter.corpus.asking import NOTHING, Query
from drafter.corpus.register import look_up_all
from drafter.corpus.schema import (
    FILE,
    VERSION,
    connect_to_read,
    connect_to_write,
    create,
    writing_lock,
)
from drafter.corpus.search import Searcher
from drafter.corpus.upkeep import compact, contents, rebuild, remove
from drafter.corpus.verifying import faults
from tests.corpus.making import BRIDGES, RIVERS, RIVERS_AGAIN, RIVIERES, add, resolution

EVERYTHING = (RIVERS, RIVERS_AGAIN, BRIDGES, RIVIERES)


def rows(folder: Path, question: str, *values: object) -> list[tuple[object, ...]]:
    connection = connect_to_read(folder)
    try:
        return connection.execute(question, values).fetchall()
    finally:
        connection.close()


def standing(folder: Path) -> set[tuple[object, ...]]:
    """Everything that is computed, without the numbers that only tell rows apart."""
    wordings = rows(
        folder,
        "SELECT w.language, w.words, w.uses, w.first_year, w.last_year, w.parts, w.organs,"
        " p.place, d.symbol, f.uses, f.first_year, f.last_year FROM wordings w"
        " JOIN families f ON f.id = w.family JOIN paragraphs p ON p.id = w.latest"
        " JOIN documents d ON d.id = p.document WHERE w.uses > 0",
    )
    return set(wordings)


def test_a_wording_in_two_documents_is_one_wording_with_two_uses(tmp_path: Path) -> None:
    add(tmp_path, RIVERS, RIVERS_AGAIN, BRIDGES)
    found = rows(
        tmp_path,
        "SELECT uses, first_year, last_year FROM wordings WHERE words LIKE 'decides to remain%'",
    )
    assert found == [(3, 2015, 2017)]


def test_the_newest_use_is_told_by_the_year_where_no_day_is_known(tmp_path: Path) -> None:
    wording = "1. Requests the Secretary-General to plant trees along the rivers."
    old = resolution("A/RES/45/1", wording, "1990-11-01")
    new = resolution("S/RES/2500 (2020)", f"@SC | {wording}")
    add(tmp_path, new, old)
    with Searcher(tmp_path) as searcher:
        query = Query(wording[3:], "en", exclude="A/RES/1/1")
        answers = searcher.suggest(replace(query, exclude="")), searcher.suggest(query)
    for answer in answers:
        assert answer is not None
        assert answer.precedents[0].use.symbol == "S/RES/2500 (2020)"
        assert answer.precedents[0].also_in == ("A/RES/45/1",)
    with closing(connect_to_read(tmp_path)) as connection:
        found = reading.find_documents(connection, "", "en")
    assert [one.symbol for one in found] == ["S/RES/2500 (2020)", "A/RES/45/1"]


def test_small_edits_and_other_numbers_are_one_family(tmp_path: Path) -> None:
    add(tmp_path, RIVERS, RIVERS_AGAIN)
    for start in ("requests the secretary", "recalling its", "deeply concerned"):
        found = rows(
            tmp_path,
            "SELECT count(*), count(DISTINCT family) FROM wordings WHERE words LIKE ?",
            f"{start}%",
        )
        assert found == [(2, 1)], start
    assert rows(tmp_path, "SELECT max(uses) FROM families") == [(2,)]


def test_paragraphs_are_kept_as_printed(tmp_path: Path) -> None:
    shouted = resolution("A/RES/70/903", "P: RECALLING ITS RESOLUTION 60/900; | 1. Decides.")
    quiet = resolution("A/RES/70/904", "P: Recalling its resolution 60/900, | 1. Decides.")
    add(tmp_path, shouted, quiet)
    found = rows(
        tmp_path,
        "SELECT coalesce(p.text, w.text) FROM paragraphs p JOIN wordings w ON w.id = p.wording"
        " WHERE p.place = 0 ORDER BY p.id",
    )
    assert found == [("RECALLING ITS RESOLUTION 60/900;",), ("Recalling its resolution 60/900,",)]


def test_the_same_document_again_is_left_alone(tmp_path: Path) -> None:
    add(tmp_path, RIVERS)
    report = add(tmp_path, RIVERS, modified="2030-01-01")
    assert report.same == (("A/RES/70/901", "en"),)
    assert not report.added


def test_a_newer_copy_replaces_an_older_one_and_not_the_other_way(tmp_path: Path) -> None:
    corrected = replace(RIVERS, title=BRIDGES.title, paragraphs=RIVERS.paragraphs[:2])
    add(tmp_path, RIVERS, modified="2020-01-01")
    assert add(tmp_path, corrected, modified="2019-01-01").older == (("A/RES/70/901", "en"),)
    assert len(rows(tmp_path, "SELECT * FROM paragraphs")) == 4
    assert add(tmp_path, corrected, modified="2021-01-01").replaced == (("A/RES/70/901", "en"),)
    assert len(rows(tmp_path, "SELECT * FROM paragraphs")) == 2
    assert faults(tmp_path) == ()


def test_languages_do_not_replace_each_other(tmp_path: Path) -> None:
    report = add(tmp_path, RIVERS, RIVIERES)
    assert report.added == (("A/RES/70/901", "en"), ("A/RES/70/901", "fr"))


def test_removing_takes_the_uses_back(tmp_path: Path) -> None:
    add(tmp_path, *EVERYTHING)
    removal = remove(tmp_path, ["71/902", "A/RES/1/1"])
    assert removal.removed == (("A/RES/71/902", "en"),)
    assert removal.unknown == ("A/RES/1/1",)
    assert faults(tmp_path) == ()
    other = tmp_path / "other"
    add(other, RIVERS, BRIDGES, RIVIERES)
    assert standing(tmp_path) == standing(other)


def test_rebuilding_and_compacting_change_nothing_that_counts(tmp_path: Path) -> None:
    add(tmp_path, *EVERYTHING)
    remove(tmp_path, ["S/RES/2901 (2017)"])
    before = standing(tmp_path)
    rebuild(tmp_path)
    assert faults(tmp_path) == ()
    assert standing(tmp_path) == before
    compact(tmp_path)
    assert faults(tmp_path) == ()
    assert standing(tmp_path) == before
    assert rows(tmp_path, "SELECT count(*) FROM wordings WHERE uses = 0") == [(0,)]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.sampled_from(EVERYTHING)), max_size=8))
def test_any_row_of_additions_and_removals_leaves_a_sound_corpus(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[bool, object]]
) -> None:
    folder = tmp_path_factory.mktemp("corpus")
    kept: dict[tuple[str, str], object] = {}
    create(folder)
    for is_addition, one in steps:
        symbol = one.masthead.symbol  # type: ignore[attr-defined]
        if is_addition:
            add(folder, one)  # type: ignore[arg-type]
            kept[symbol, one.language] = one  # type: ignore[attr-defined]
        else:
            remove(folder, [symbol])
            kept = {key: value for key, value in kept.items() if key[0] != symbol}
    assert faults(folder) == ()
    assert contents(folder).documents == len(kept)
    shutil.rmtree(folder)


def test_a_corpus_folded_by_an_earlier_program_is_made_again(tmp_path: Path) -> None:
    add(tmp_path, RIVERS, BRIDGES)
    before = standing(tmp_path)
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE name = 'normal_form'")
        connection.execute("UPDATE wordings SET words = 'OLD', key = id")
    connection.close()
    add(tmp_path, RIVIERES)
    remove(tmp_path, ["A/RES/70/901"])
    add(tmp_path, RIVERS)
    assert standing(tmp_path) == before
    assert faults(tmp_path) == ()


def test_a_folder_that_cannot_be_written_can_be_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path, RIVERS)
    monkeypatch.setattr("drafter.corpus.schema.os.access", lambda *_: False)
    before = sorted(one.name for one in tmp_path.iterdir())
    with Searcher(tmp_path) as searcher:
        answer = searcher.suggest(Query("shared rivers", "en"))
    assert answer is not None
    assert answer.precedents
    assert sorted(one.name for one in tmp_path.iterdir()) == before


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CorpusError, match="cannot be written"):
        add(tmp_path / "file" / "corpus", RIVERS)


def test_info_counts_by_language_organ_and_kind(tmp_path: Path) -> None:
    add(tmp_path, *EVERYTHING)
    found = contents(tmp_path)
    assert [(one.language, one.organ, one.documents) for one in found.holdings] == [
        ("en", "GA", 2),
        ("en", "SC", 1),
        ("fr", "GA", 1),
    ]
    assert found.is_level
    assert found.paragraphs == sum(len(one.paragraphs) for one in EVERYTHING)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE wordings SET agreed = 1 - agreed", "wordings whose adoptions are miscounted"),
        ("UPDATE families SET agreed = agreed + 1", "families whose adoptions are miscounted"),
        ("UPDATE families SET voted = voted + 1", "families whose adoptions are miscounted"),
    ],
)
def test_adoptions_that_are_miscounted_are_found_and_put_right(
    tmp_path: Path, change: str, fault: str
) -> None:
    add(
        tmp_path, *EVERYTHING, resolution("S/RES/1325 (2000)", "@SC | 1. Decides to remain seized.")
    )
    before = rows(tmp_path, "SELECT agreed, voted FROM families ORDER BY id")
    assert faults(tmp_path) == ()
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute(change)
    connection.close()
    (found,) = faults(tmp_path)
    assert found.endswith(fault)
    rebuild(tmp_path)
    assert faults(tmp_path) == ()
    assert rows(tmp_path, "SELECT agreed, voted FROM families ORDER BY id") == before


def test_an_adoption_that_is_not_the_registers_is_found_and_put_right(tmp_path: Path) -> None:
    add(tmp_path, RIVERS)
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("UPDATE documents SET agreed = 1")
    connection.close()
    assert "1 documents whose adoption is not that of the register" in faults(tmp_path)
    rebuild(tmp_path)
    assert faults(tmp_path) == ()


def test_half_a_character_is_looked_for_without_an_error(tmp_path: Path) -> None:
    add(tmp_path, RIVERS)
    assert remove(tmp_path, ["\udcff"]).unknown == ("\udcff",)
    with Searcher(tmp_path) as searcher:
        found = searcher.suggest(Query("shared rivers \udcff", "en", exclude="A/\udcff"))
        assert found is not None
        assert found.precedents
        assert look_up_all(searcher.connection, "60/900\udcff")


# --- the file -----------------------------------------------------------------------------------


def test_a_newer_major_version_is_refused_and_not_touched(tmp_path: Path) -> None:
    add(tmp_path, RIVERS)
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute(f"PRAGMA user_version = {(VERSION[0] + 1) * 1000}")
    connection.close()
    before = (tmp_path / FILE).read_bytes()
    for attempt in (connect_to_read, connect_to_write, lambda folder: add(folder, BRIDGES)):
        with pytest.raises(CorpusError, match="newer program"):
            attempt(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before


def test_a_newer_minor_version_is_read(tmp_path: Path) -> None:
    add(tmp_path, RIVERS)
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION[0] * 1000 + VERSION[1] + 1}")
    connection.close()
    assert contents(tmp_path).documents == 1


@pytest.mark.parametrize("content", [b"", b"not a database" * 1000])
def test_another_file_in_its_place_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(CorpusError, match=r"not a corpus|damaged"):
        connect_to_read(tmp_path)
    assert (tmp_path / FILE).read_bytes() == content


def test_no_corpus_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"no corpus in .* drafter corpus add"):
        contents(tmp_path)


def test_two_writers_at_once_get_clear_words_and_nothing_breaks(tmp_path: Path) -> None:
    add(tmp_path, RIVERS)
    with (
        writing_lock(tmp_path),
        pytest.raises(CorpusError, match=r"Another program .* try again"),
    ):
        add(tmp_path, BRIDGES)
    assert add(tmp_path, BRIDGES).added
    assert faults(tmp_path) == ()


def test_a_full_disk_is_said_and_keeps_the_last_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path, RIVERS)

    def small(folder: Path) -> sqlite3.Connection:
        connection = connect_to_write(folder)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    monkeypatch.setattr("drafter.corpus.importing.connect_to_write", small)
    long = resolution("A/RES/70/999", " | ".join(f"P: word{n} " + "x" * 900 for n in range(80)))
    with pytest.raises(CorpusError, match="disk is full"):
        add(tmp_path, long)
    monkeypatch.undo()
    assert contents(tmp_path).documents == 1
    assert faults(tmp_path) == ()
    assert add(tmp_path, long).added


def test_the_lock_is_held_by_one_and_free_again_at_once(tmp_path: Path) -> None:
    for _ in range(3):
        with writing_lock(tmp_path), pytest.raises(CorpusError), writing_lock(tmp_path):
            pass


def test_a_damaged_file_is_said_in_words_by_whatever_reads_it(tmp_path: Path) -> None:
    add(tmp_path, *EVERYTHING)
    whole = (tmp_path / FILE).read_bytes()
    draw = random.Random(3)
    damaged = 0
    for _ in range(12):
        content = bytearray(whole)
        for _ in range(200):
            content[draw.randrange(100, len(content))] ^= draw.randrange(1, 256)
        (tmp_path / FILE).write_bytes(content)
        for use in (faults, contents, _read_everything, rebuild, compact):
            try:
                damaged += use is faults and use(tmp_path) != ()
            except DrafterError:
                damaged += use is faults
    assert damaged > 6


def _read_everything(folder: Path) -> None:
    with Searcher(folder) as searcher:
        for one in (searcher.suggest(Query("shared rivers", "en")) or NOTHING).precedents:
            reading.document(searcher.connection, one.use.document)
            reading.lineage(searcher.connection, one.family)
            reading.counterpart(searcher.connection, one.use, "fr")
            reading.neighbours(searcher.connection, one.use)
        look_up_all(searcher.connection, "60/900")


def test_rebuilding_names_the_document_whose_text_is_damaged(tmp_path: Path) -> None:
    add(tmp_path, RIVERS, BRIDGES)
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("UPDATE contents SET native = x'00' WHERE document = 2")
    connection.close()
    with pytest.raises(CorpusError, match=r"S/RES/2901 \(2017\) is damaged"):
        rebuild(tmp_path)
    assert any("S/RES/2901" in one for one in faults(tmp_path))
    remove(tmp_path, ["S/RES/2901 (2017)"])
    assert rebuild(tmp_path) == 1
    assert faults(tmp_path) == ()


def test_a_corpus_of_the_first_version_is_searched_as_it_is_and_upgraded_at_the_next_writing(
    tmp_path: Path,
) -> None:
    add(tmp_path, *EVERYTHING)
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("ALTER TABLE languages DROP COLUMN paragraphs")
        connection.execute("PRAGMA user_version = 1000")
    connection.close()
    count = sum(len(one.paragraphs) for one in (RIVERS, RIVERS_AGAIN, BRIDGES))
    assert _searched(tmp_path) == count
    assert faults(tmp_path) == ()
    remove(tmp_path, [BRIDGES.masthead.symbol])
    assert rows(tmp_path, "PRAGMA user_version") == [(1001,)]
    assert _searched(tmp_path) == count - len(BRIDGES.paragraphs)
    assert faults(tmp_path) == ()


def _searched(folder: Path) -> int:
    with Searcher(folder) as searcher:
        answer = searcher.suggest(Query("shared rivers", "en"))
    return answer.paragraphs if answer else 0


@pytest.mark.parametrize("last", ["DROP TABLE register", "ROLLBACK"])
def test_an_upgrade_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: str
) -> None:
    def half_done(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM register")
        connection.execute(last)  # a disk that fails ends the transaction by itself
        raise sqlite3.OperationalError("database or disk is full")

    add(tmp_path, RIVERS)
    monkeypatch.setattr("drafter.corpus.schema.UPGRADES", {VERSION: ((1, 99), half_done)})
    with pytest.raises(CorpusError, match="disk is full"):
        add(tmp_path, BRIDGES)
    monkeypatch.undo()
    assert rows(tmp_path, "SELECT count(*) > 3000 FROM register") == [(1,)]
    assert add(tmp_path, BRIDGES).added

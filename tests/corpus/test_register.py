"""What the register knows, from where, and how a resolution is named in six languages."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from drafter.core.model import Organ
from drafter.corpus.asking import Answer, Filters, Query
from drafter.corpus.names import Reference
from drafter.corpus.register import (
    TABLE,
    Entry,
    KnownBy,
    look_up,
    look_up_all,
    naming,
    seed_register,
    table_alone,
)
from drafter.corpus.search import Searcher
from drafter.paths import resource
from tests.corpus.making import BRIDGES, RIVERS, RIVERS_AGAIN, RIVIERES, add, resolution


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("corpus")
    wrong = resolution("A/RES/72/950", "P: Recalling its resolution 60/900 of 9 September 2006,")
    add(place, RIVERS, RIVERS_AGAIN, BRIDGES, RIVIERES, wrong)
    add(place, resolution("A/RES/73/951", "P: Recalling resolution 60/900 of 8 September 2006,"))
    return place


def known(folder: Path, organ: Organ, number: str) -> Entry:
    with Searcher(folder) as searcher:
        entry = look_up(searcher.connection, Reference(organ, number))
    assert entry is not None
    return entry


def test_a_text_of_the_corpus_gives_its_own_date_and_titles(folder: Path) -> None:
    entry = known(folder, Organ.GA, "70/901")
    assert (entry.adopted, entry.known_by) == (date(2015, 12, 10), KnownBy.TEXT)
    assert entry.titles == {"en": "Care of shared rivers", "fr": "Soin des fleuves partagés"}
    assert entry.cited_in == ("A/RES/71/902",)


def test_where_there_is_no_text_most_citations_give_the_date_with_the_count(folder: Path) -> None:
    entry = known(folder, Organ.GA, "60/900")
    assert (entry.adopted, entry.known_by) == (date(2006, 9, 8), KnownBy.CITATIONS)
    assert [(one.adopted.day, one.documents) for one in entry.cited_dates] == [(8, 2), (9, 1)]
    assert entry.cited_by == 3


def test_the_published_table_knows_dates_titles_and_votes(folder: Path) -> None:
    entry = known(folder, Organ.GA, "77/62")
    assert (entry.adopted, entry.known_by) == (date(2022, 12, 7), KnownBy.TABLE)
    assert entry.titles == {"en": "The Arms Trade Treaty"}
    assert entry.agreed is False
    assert entry.votes == (156, 0, 23)
    assert known(folder, Organ.SC, "1480 (2003)").agreed is True


def test_nothing_is_known_of_what_nobody_names(folder: Path) -> None:
    with Searcher(folder) as searcher:
        assert look_up(searcher.connection, Reference(Organ.GA, "60/999")) is None
        assert look_up_all(searcher.connection, "60/999") == ()


@pytest.mark.parametrize(
    ("code", "own", "other", "note"),
    [
        (
            "en",
            "its resolution 60/900 of 8\u00a0September 2006",
            "General Assembly resolution 60/900 of 8\u00a0September 2006",
            "General Assembly resolution 60/900.",
        ),
        (
            "fr",
            "sa résolution 60/900 du 8\u00a0septembre 2006",
            "la résolution 60/900 de l’Assemblée générale en date du 8\u00a0septembre 2006",
            "Résolution 60/900 de l’Assemblée générale.",
        ),
        (
            "es",
            "su resolución 60/900, de 8 de septiembre de 2006",
            "la resolución 60/900 de la Asamblea General, de 8 de septiembre de 2006",
            "Resolución 60/900 de la Asamblea General.",
        ),
        (
            "ru",
            "свою резолюцию 60/900 от 8 сентября 2006 года",
            "резолюцию 60/900 Генеральной Ассамблеи от 8 сентября 2006 года",
            "Резолюция 60/900 Генеральной Ассамблеи.",
        ),
        (
            "ar",
            "قرارها 60/900 المؤرخ 8 أيلول/سبتمبر 2006",
            "قرار الجمعية العامة 60/900 المؤرخ 8 أيلول/سبتمبر 2006",
            "قرار الجمعية العامة 60/900.",
        ),
        (
            "zh",
            "其2006年9月8日第60/900号决议",
            "大会2006年9月8日第60/900号决议",
            "大会第60/900号决议。",
        ),
    ],
)
def test_a_resolution_is_named_as_the_language_and_the_organ_do(
    folder: Path, code: str, own: str, other: str, note: str
) -> None:
    entry = known(folder, Organ.GA, "60/900")
    assert plain(naming(entry, code, Organ.GA).first) == plain(own)
    assert plain(naming(entry, code, Organ.SC).first) == plain(other)
    assert naming(entry, code, Organ.SC).note == note
    assert "2006" not in naming(entry, code, Organ.GA).later


def plain(words: str) -> str:
    """With ordinary spaces: which ones are no-break is the language's affair."""
    return words.replace("\u00a0", " ")


def test_without_a_date_the_first_mention_is_like_the_later_ones(tmp_path: Path) -> None:
    add(tmp_path, resolution("A/RES/70/1", "P: Recalling Security Council resolution 1540 (2004),"))
    entry = known(tmp_path, Organ.SC, "1540 (2004)")
    assert entry.known_by is KnownBy.TABLE
    add(tmp_path, resolution("A/RES/70/2", "P: Recalling its resolution 31/7,"))
    unknown = known(tmp_path, Organ.GA, "31/7")
    assert unknown.adopted is None
    assert naming(unknown, "en", Organ.GA).first == "its resolution 31/7"


def test_filters_by_agreement_use_the_table(tmp_path: Path) -> None:
    voted = resolution("A/RES/77/62", "P: Noting the arms trade, | 1. Decides.", "2022-12-07")
    agreed = resolution("A/RES/75/3", "P: Noting the court’s report, | 1. Decides.", "2020-11-02")
    add(tmp_path, voted, agreed)
    with Searcher(tmp_path) as searcher:
        rows = searcher.connection.execute("SELECT symbol, agreed FROM documents ORDER BY 1")
        assert rows.fetchall() == [("A/RES/75/3", 1), ("A/RES/77/62", 0)]


def test_a_table_that_changed_is_taken_up_even_when_it_is_as_long_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = resource(*TABLE).read_text("utf-8")
    mended = tmp_path / "resolutions.tsv"
    mended.write_text(table.replace("\t2024-06-05\t", "\t2024-06-06\t"), "utf-8")
    asked = Reference(Organ.ECOSOC, "2024/2")
    with closing(table_alone()) as connection:
        before = look_up(connection, asked)
        monkeypatch.setattr("drafter.corpus.register.resource", lambda *_: mended)
        seed_register(connection)
        after = look_up(connection, asked)
    assert before is not None
    assert after is not None
    assert (before.adopted, after.adopted) == (date(2024, 6, 5), date(2024, 6, 6))


def test_how_often_wordings_were_agreed_follows_a_table_that_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path, RIVERS)
    head = resource(*TABLE).read_text("utf-8").splitlines()[0]
    grown = tmp_path / "resolutions.tsv"
    grown.write_text(f"{head}\nGA\t70/901\t2015-12-10\tRivers\t\t\t1\t\t\t\n", "utf-8")
    agreed = Query("shared rivers", "en", filters=Filters(agreed_only=True))
    with Searcher(tmp_path) as searcher:
        assert searcher.suggest(agreed) == Answer((), len(RIVERS.paragraphs))
        monkeypatch.setattr("drafter.corpus.register.resource", lambda *_: grown)
        add(tmp_path, RIVIERES)
        found = searcher.suggest(agreed)
    assert found is not None
    assert found.precedents
    assert {(one.use.agreed, one.strength.agreed) for one in found.precedents} == {(True, 1)}

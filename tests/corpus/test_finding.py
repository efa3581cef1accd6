"""Resolutions found by number and by words while somebody types."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.core.errors import CorpusError
from drafter.core.model import Organ
from drafter.corpus.finding import Finder
from drafter.corpus.schema import FILE
from tests.corpus.making import BRIDGES, RIVERS, RIVERS_AGAIN, RIVIERES, add, resolution


@pytest.fixture
def finder(tmp_path: Path) -> Iterator[Finder]:
    add(tmp_path, RIVERS, RIVERS_AGAIN, BRIDGES, RIVIERES)
    made = Finder(tmp_path)
    yield made
    made.close()


def numbers(finder: Finder, words: str, speaker: Organ = Organ.GA) -> list[str]:
    return [entry.reference.number for entry in finder.find(words, speaker)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("70/901", "70/901"),
        ("A/RES/70/901", "70/901"),
        ("2901", "2901 (2017)"),
        ("rivers care", "71/902"),
        ("shar riv", "71/902"),
        ("fleuves", "70/901"),
        ("FLEUVE partages", "70/901"),
        ("arms trad trea", "80/"),
        ("shraed rivers lakes", "71/902"),
        ("terorism straegy", "77/298"),
    ],
)
def test_resolutions_are_found_by_number_and_by_words(
    finder: Finder, words: str, first: str
) -> None:
    assert numbers(finder, words)[0].startswith(first)


def test_a_whole_number_comes_before_those_that_it_starts(finder: Finder) -> None:
    found = numbers(finder, "77/1")
    assert found[0] == "77/1"
    assert all(one.startswith("77/1") for one in found)
    assert len(found) == len(set(found)) == 10


def test_the_organ_that_speaks_comes_first(tmp_path: Path) -> None:
    assembly = resolution("A/RES/54/1", "Title: Rain | P: Noting rain,")
    council = resolution("A/HRC/RES/54/1", "@HRC | Title: Rain | P: Noting rain,")
    add(tmp_path, assembly, council)
    finder = Finder(tmp_path)
    for words in ("54/1", "rain"):
        assert finder.find(words, Organ.HRC)[0].reference.organ is Organ.HRC
        assert finder.find(words, Organ.GA)[0].reference.organ is Organ.GA
    finder.close()


def test_what_was_typed_comes_first_even_where_only_longer_numbers_are_known(
    finder: Finder,
) -> None:
    assert numbers(finder, "70/90") == ["70/90", "70/901"]


def test_a_number_nobody_knows_is_given_without_facts(finder: Finder) -> None:
    (entry,) = finder.find("79/9999", Organ.GA)
    assert entry.reference.symbol == "A/RES/79/9999"
    assert entry.known_by is None
    assert not entry.titles


@pytest.mark.parametrize("words", ["", " ", "%", "zzzqqq", "…", "7%"])
def test_what_says_nothing_finds_nothing(finder: Finder, words: str) -> None:
    assert not [one for one in numbers(finder, words) if not one.startswith("7")]


def test_chinese_is_found_from_the_middle(tmp_path: Path) -> None:
    add(tmp_path, resolution("A/RES/70/905", "@zh | Title: 共同河流的保护 | P: 注意到雨，"))
    finder = Finder(tmp_path)
    assert numbers(finder, "河流")[0] == "70/905"
    finder.close()


def test_without_a_corpus_the_published_table_answers_until_there_is_one(tmp_path: Path) -> None:
    finder = Finder(tmp_path / "none")
    assert numbers(finder, "1480") == ["1480 (2003)"]
    assert not (tmp_path / "none").exists()
    add(tmp_path / "none", RIVERS)
    assert numbers(finder, "shared rivers")[0] == "70/901"
    finder.close()


def test_what_is_added_is_found_at_once(finder: Finder, tmp_path: Path) -> None:
    assert "72/903" not in numbers(finder, "willows")
    add(tmp_path, resolution("A/RES/72/903", "Title: Willows | P: Noting willows,"))
    assert numbers(finder, "willows")[0] == "72/903"


def test_a_damaged_corpus_says_so(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database" * 1000)
    finder = Finder(tmp_path)
    with pytest.raises(CorpusError, match="damaged"):
        finder.find("60/1", Organ.GA)

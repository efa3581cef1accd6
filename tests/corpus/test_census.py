"""Counting what a corpus holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.core.errors import CorpusError
from drafter.core.model import Organ
from drafter.corpus.census import Census, census
from drafter.corpus.schema import FILE
from tests.corpus.making import BRIDGES, RIVERS, RIVERS_AGAIN, RIVIERES, add, resolution


def test_texts_are_counted_by_organ_language_session_and_year(tmp_path: Path) -> None:
    council = resolution("A/HRC/RES/54/1", "@HRC | Title: Rain | P: Noting rain,", "2023-10-11")
    special = resolution("A/RES/S-30/1", "P: Noting rain,", "2016-04-19")
    add(tmp_path, RIVERS, RIVERS_AGAIN, RIVIERES, BRIDGES, council, special)
    counted = census(tmp_path)
    found = {
        (one.organ, one.language, one.session, one.year): (one.documents, one.paragraphs)
        for one in counted.counts
    }
    assert found == {
        (Organ.GA, "en", 70, 2015): (1, 4),
        (Organ.GA, "fr", 70, 2015): (1, 4),
        (Organ.GA, "en", 71, 2016): (1, 5),
        (Organ.GA, "en", None, 2016): (1, 1),
        (Organ.SC, "en", None, 2017): (1, 3),
        (Organ.HRC, "en", 54, 2023): (1, 1),
    }
    assert (counted.documents, counted.paragraphs) == (6, 18)
    assert counted.size > 0
    assert counted.fetched == ()


def test_where_there_is_no_corpus_nothing_is_counted_and_nothing_made(tmp_path: Path) -> None:
    assert census(tmp_path / "none") == Census()
    assert not (tmp_path / "none").exists()


def test_a_damaged_corpus_says_so(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database" * 1000)
    with pytest.raises(CorpusError, match="damaged"):
        census(tmp_path)

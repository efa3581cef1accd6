"""The list of precedents: rows that stay are left alone; and what is said about them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from drafter.app.precedent_rows import SUGGESTION, PrecedentRows
from drafter.app.precedent_words import agreed_words, strength_words, where_words
from drafter.app.questions import Suggestion
from drafter.core.continuing import Continuation
from drafter.core.model import Organ, Part
from drafter.corpus.asking import Precedent, Strength, Use
from tests.english import english

__all__ = ["english"]

USE = Use(
    paragraph=1,
    document=1,
    place=3,
    symbol="A/RES/63/195",
    language="en",
    organ=Organ.GA,
    part=Part.OPERATIVE,
    label="8.",
    adopted="2008-12-18",
    year=2008,
    agreed=True,
    title="Plain words",
    text="Requests a report;",
)
ONCE = Strength(1, 2008, 2008, (Organ.GA,), 1, 0)


def row(family: int, end: int = 0) -> Suggestion:
    precedent = Precedent(replace(USE, paragraph=family), 90.0, ONCE, (), family, family)
    return Suggestion(precedent, Continuation(0, end))


FAMILIES = st.lists(st.integers(0, 6), unique=True, max_size=6)


@given(st.lists(st.tuples(FAMILIES, st.integers(0, 2)), max_size=5))
def test_it_comes_from_any_rows_to_any_others(shown: list[tuple[list[int], int]]) -> None:
    rows = PrecedentRows()
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal, rows)
    for families, end in shown:
        wanted = [row(family, end) for family in families]
        rows.show(wanted)
        assert list(rows.rows) == wanted
        assert [rows.index(at).data(SUGGESTION) for at in range(rows.rowCount())] == wanted


def test_equal_rows_change_nothing(qapp: QApplication) -> None:
    rows = PrecedentRows()
    rows.show([row(1), row(2)])
    told: list[str] = []
    rows.rowsInserted.connect(lambda *_: told.append("inserted"))
    rows.rowsRemoved.connect(lambda *_: told.append("removed"))
    rows.rowsMoved.connect(lambda *_: told.append("moved"))
    rows.dataChanged.connect(lambda first, *_: told.append(f"changed {first.row()}"))
    rows.show([row(1), row(2)])
    assert told == []
    rows.show([row(1, end=5), row(2)])
    assert told == ["changed 0"]
    rows.show([row(2), row(1, end=5)])
    assert told == ["changed 0", "moved"]


def test_a_row_is_read_out_with_its_place_and_strength(qapp: QApplication) -> None:
    rows = PrecedentRows()
    rows.show([row(1)])
    read = rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert read == (
        "Requests a report; A/RES/63/195, para. 8, 2008. used once · GA · without a vote."
    )
    assert rows.data(QModelIndex()) is None
    assert rows.rowCount(rows.index(0)) == 0


@pytest.mark.parametrize(
    ("use", "words"),
    [
        (USE, "A/RES/63/195, para. 8, 2008"),
        (replace(USE, label="(a)"), "A/RES/63/195, para. (a), 2008"),
        (replace(USE, label=""), "A/RES/63/195, 2008"),
        (replace(USE, part=Part.PREAMBLE, label=""), "A/RES/63/195, preamble, 2008"),
        (replace(USE, part=Part.ANNEX, label="3."), "A/RES/63/195, annex, para. 3, 2008"),
        (replace(USE, part=Part.ANNEX, label="", year=None), "A/RES/63/195, annex"),
    ],
)
def test_where_a_use_stands(qapp: QApplication, use: Use, words: str) -> None:
    assert where_words(use) == words


@pytest.mark.parametrize(
    ("strength", "words"),
    [
        (ONCE, "used once · GA · without a vote"),
        (replace(ONCE, agreed=0, voted=1), "used once · GA · by vote"),
        (replace(ONCE, agreed=0), "used once · GA"),
        (
            Strength(12, 2004, 2016, (Organ.GA, Organ.HRC), 9, 1),
            "12 uses 2004–2016 · GA, HRC · 9 without a vote",
        ),
        (Strength(2, 2004, 2004, (Organ.SC,), 2, 0), "2 uses 2004 · SC · always without a vote"),
        (Strength(2, None, None, (Organ.OTHER,), 0, 0), "2 uses · others"),
    ],
)
def test_how_established_a_wording_is(qapp: QApplication, strength: Strength, words: str) -> None:
    assert strength_words(strength) == words


def test_how_a_document_was_adopted(qapp: QApplication) -> None:
    said = [agreed_words(replace(USE, agreed=known)) for known in (True, False, None)]
    assert said == ["without a vote", "by vote", ""]

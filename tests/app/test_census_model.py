"""What a corpus holds as a tree."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from drafter.app.census_model import (
    BAR,
    FIRST_LANGUAGE,
    NAME,
    PART_ROLE,
    TEXTS,
    CensusModel,
    census_tree,
)
from drafter.app.counts import count_words
from drafter.core.model import Organ
from drafter.corpus.census import Census, Count

CENSUS = Census(
    (
        Count(Organ.GA, "en", 70, 2015, 3, 40),
        Count(Organ.GA, "fr", 70, 2015, 2, 30),
        Count(Organ.GA, "en", 71, 2016, 1, 10),
        Count(Organ.SC, "en", None, 2017, 1500, 90_000),
        Count(Organ.SC, "en", None, None, 1, 5),
    )
)


def shown(model: CensusModel, parent: QModelIndex = QModelIndex()) -> list[list[str]]:  # noqa: B008
    return [
        [str(model.index(row, column, parent).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount(parent))
    ]


def test_organs_have_their_sessions_or_years_below_them(qtmodeltester: ModelTester) -> None:
    model = CensusModel()
    qtmodeltester.check(model)
    model.set_tree(census_tree(CENSUS))
    assert model.tree.languages == ("en", "fr")
    assert model.tree.organs == (None, Organ.GA, Organ.SC)
    assert shown(model) == [
        ["All organs", count_words(1507), "", count_words(90_085), count_words(1505), "2"],
        ["General Assembly", "6", "", "80", "4", "2"],
        ["Security Council", count_words(1501), "", count_words(90_005), count_words(1501), "–"],
    ]
    assert [row[NAME] for row in shown(model, model.index(1, 0))] == ["Session 71", "Session 70"]
    assert [row[NAME] for row in shown(model, model.index(2, 0))] == ["2017", "Year not known"]
    assert shown(model, model.index(1, 0))[1][FIRST_LANGUAGE:] == ["3", "2"]
    qtmodeltester.check(model)


def test_a_bar_is_measured_against_the_largest_row_beside_it_and_can_be_read() -> None:
    model = CensusModel()
    model.set_tree(census_tree(CENSUS))
    first = model.index(0, BAR, model.index(1, 0))
    second = model.index(1, BAR, model.index(1, 0))
    assert (first.data(PART_ROLE), second.data(PART_ROLE)) == (0.2, 1.0)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "20 %"
    assert model.index(0, TEXTS).data(PART_ROLE) is None
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(6)]
    assert headings[FIRST_LANGUAGE:] == ["English", "French"]


def test_another_census_takes_the_place_of_the_first() -> None:
    model = CensusModel()
    model.set_tree(census_tree(CENSUS))
    model.set_tree(census_tree(Census()))
    assert model.rowCount() == 0
    assert model.columnCount() == FIRST_LANGUAGE

"""The outline as a tree of rows."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from drafter.app.outline_model import BADGE_ROLE, EMPTY_ROLE, ID_ROLE, PART_ROLE, OutlineModel
from drafter.app.outline_rows import Badge
from drafter.core import edits
from drafter.core.inline import Text
from drafter.core.model import Part, Resolution
from tests.notation import document
from tests.strategies import resolutions

NAMES = {Part.PREAMBLE: "Preamble", Part.OPERATIVE: "Operative", Part.ANNEX: "Annex"}
SAMPLE = document(
    "P: Recalling x, | P: Noting y, | 1. Decides: | (a) one: | (i) deep; | (b) two; |"
    " # I. Section | 2. Requests z. | A: Terms | 1. First."
)


@pytest.fixture
def model() -> OutlineModel:
    outline = OutlineModel(NAMES)
    outline.set_resolution(SAMPLE)
    return outline


def tree(model: OutlineModel, parent: QModelIndex | None = None) -> list[Any]:
    """Display texts, each row followed by the list of the rows below it if there are any."""
    above = parent or QModelIndex()
    rows: list[Any] = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        rows.append(model.data(index))
        below = tree(model, index)
        rows.extend([below] if below else [])
    return rows


def test_parts_paragraphs_and_items_nest(model: OutlineModel) -> None:
    assert tree(model) == [
        "Preamble  2", ["Recalling x,", "Noting y,"],
        "Operative  2", ["1.  Decides:", ["(a)  one:", ["(i)  deep;"], "(b)  two;"], "I.  Section",
                      "2.  Requests z."],
        "Annex  1", ["Annex  Terms", "1.  First."],
    ]  # fmt: skip


def test_a_heading_has_its_stop_where_the_language_has_one() -> None:
    outline = OutlineModel(NAMES)
    outline.set_resolution(document("@ar | # I. Section"))
    assert "أولا  Section" in tree(outline)[1]


def test_a_paragraph_without_words_is_called_empty() -> None:
    outline = OutlineModel(NAMES, empty="(empty)")
    outline.set_resolution(edits.set_text(SAMPLE, "p2", Text()))
    row, other = outline.index_of("p2"), outline.index_of("p1")
    assert (outline.data(row), outline.data(row, EMPTY_ROLE)) == ("(empty)", True)
    assert not outline.data(other, EMPTY_ROLE)


def test_it_keeps_the_laws_of_models(model: OutlineModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_an_empty_draft_has_no_rows(qtmodeltester: ModelTester) -> None:
    empty = OutlineModel(NAMES)
    qtmodeltester.check(empty)
    assert tree(empty) == []


def test_other_words_keep_the_rows_and_are_announced(model: OutlineModel) -> None:
    announced: list[str] = []
    model.dataChanged.connect(lambda index, *_: announced.append(model.key(index)))
    changed = edits.set_text(SAMPLE, "p2", Text("Noting otherwise,"))
    model.set_resolution(changed)
    assert announced == ["p2"]
    assert model.data(model.index_of("p2")) == "Noting otherwise,"


def test_other_words_further_on_are_not_announced(model: OutlineModel) -> None:
    long = edits.set_text(SAMPLE, "p2", Text("Noting " * 20))
    model.set_resolution(long)
    announced: list[str] = []
    model.dataChanged.connect(lambda index, *_: announced.append(model.key(index)))
    model.set_resolution(edits.set_text(long, "p2", Text("Noting " * 20 + "more")))
    assert announced == []


def test_numbers_that_change_are_announced_together(model: OutlineModel) -> None:
    announced: list[tuple[str, str]] = []
    model.dataChanged.connect(lambda *ends: announced.append(tuple(map(model.key, ends[:2]))))
    model.set_resolution(edits.insert(SAMPLE, 2, Part.OPERATIVE, "Affirms"))
    assert announced == [("part:2", "part:2"), ("p3", "p3"), ("p8", "p8")]
    assert model.data(model.index_of("p3")) == "2.  Decides:"
    assert model.data(model.index_of("part:2")) == "Operative  3"


def test_rows_that_stay_keep_their_index(model: OutlineModel, qtbot: QtBot) -> None:
    kept = {key: QPersistentModelIndex(model.index_of(key)) for key in [*model.keys()]}
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_resolution(edits.delete(SAMPLE, ["p5"]))
    assert not model.index_of("p5").isValid()
    assert not kept.pop("p5").isValid()
    assert {key: model.key(index) for key, index in kept.items()} == {key: key for key in kept}


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(resolutions(), min_size=2, max_size=4))
def test_it_comes_from_any_document_to_any_other(row: list[Resolution]) -> None:
    model = OutlineModel(NAMES)
    QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning, model
    )  # a warning fails the test
    for resolution in row:
        model.set_resolution(resolution)
        fresh = OutlineModel(NAMES)
        fresh.set_resolution(resolution)
        assert model.keys() == fresh.keys()
        assert tree(model) == tree(fresh)


def test_badges_add_up_and_show_the_worst(model: OutlineModel) -> None:
    model.set_badges({"p5": Badge("error", 1), "p4": Badge("warning", 2)})
    assert model.data(model.index_of("p5"), BADGE_ROLE) == Badge("error", 1)
    assert model.data(model.index_of("p3"), BADGE_ROLE) == Badge("error", 3)
    assert model.data(model.index_of("p1"), BADGE_ROLE) is None
    model.set_badges({})
    assert model.data(model.index_of("p3"), BADGE_ROLE) is None


def test_rows_of_parts_have_a_part_and_no_paragraph(model: OutlineModel) -> None:
    preamble = model.index(0, 0)
    assert (model.data(preamble, ID_ROLE), model.data(preamble, PART_ROLE)) == ("", Part.PREAMBLE)
    assert not model.flags(preamble) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.data(model.index_of("p3"), ID_ROLE) == "p3"


def drop(model: OutlineModel, dragged: str, row: int, onto: QModelIndex) -> list[Any]:
    wishes: list[Any] = []
    model.move_requested.connect(lambda *wish: wishes.append(wish))
    mime = model.mimeData([model.index_of(dragged)])
    done = model.dropMimeData(mime, Qt.DropAction.MoveAction, row, 0, onto)
    assert done is False
    return wishes


def moved(wishes: list[Any]) -> Resolution:
    ((dragged, at, part),) = wishes
    return edits.move(SAMPLE, dragged, at, part)


def test_dropping_between_rows_asks_for_a_move_before_the_lower_one(model: OutlineModel) -> None:
    after = moved(drop(model, "p8", 0, model.index(1, 0)))
    assert [p.id for p in after.paragraphs][:4] == ["p1", "p2", "p8", "p3"]
    assert after.paragraph("p8").part is Part.OPERATIVE


def test_dropping_on_a_part_puts_a_paragraph_at_its_end(model: OutlineModel) -> None:
    after = moved(drop(model, "p3", -1, model.index(0, 0)))
    assert [p.id for p in after.paragraphs][:6] == ["p1", "p2", "p3", "p4", "p5", "p6"]
    assert after.paragraph("p3").part is Part.PREAMBLE


def test_dropping_below_everything_puts_it_last(model: OutlineModel) -> None:
    after = moved(drop(model, "p1", -1, QModelIndex()))
    assert after.paragraphs[-1].id == "p1"
    assert after.paragraphs[-1].part is Part.ANNEX

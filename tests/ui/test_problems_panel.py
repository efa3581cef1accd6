"""The problems panel with live checking, by keys and mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from drafter.app.checking import Checking
from drafter.app.session import Session
from drafter.core import edits
from drafter.core.inline import Text
from drafter.core.model import Part
from drafter.ui.panels.problems import ProblemsPanel
from tests.notation import document

SAMPLE = document(
    "Line: _The General Assembly_, | P: Recalling x, | P: Noting y; | 1. Decides z. | 2. Urges a; |"
    " 3. Requests b"
)
COLOURS = {"error": QColor("red"), "warning": QColor("orange"), "info": QColor("blue")}


@pytest.fixture
def session() -> Session:
    return Session(SAMPLE)


@pytest.fixture
def checking(session: Session) -> Iterator[Checking]:
    live = Checking(session)
    live.check_now()
    yield live
    live.close()


@pytest.fixture
def panel(session: Session, checking: Checking, qtbot: QtBot) -> ProblemsPanel:
    problems = ProblemsPanel(session, checking, COLOURS)
    qtbot.addWidget(problems)
    problems.resize(420, 500)
    problems.show()
    qtbot.waitUntil(lambda: checking.is_current)
    return problems


def places(checking: Checking) -> list[str | None]:
    return [problem.place for problem in checking.problems]


def choose(panel: ProblemsPanel, place: str) -> None:
    panel.choose(next(one for one in panel._checking.problems if one.place == place))


def test_problems_appear_after_a_rest(
    panel: ProblemsPanel, session: Session, checking: Checking, qtbot: QtBot
) -> None:
    assert places(checking) == ["p2", "p3", "p5"]
    with qtbot.waitSignal(checking.problems_changed):
        session.apply(edits.set_text(session.resolution, "p1", Text("Recalling x;")), "Type")
    assert places(checking) == ["p1", "p2", "p3", "p5"]


def test_fixing_one_is_one_undo_step_and_leaves_the_others(
    panel: ProblemsPanel, session: Session, checking: Checking, qtbot: QtBot
) -> None:
    choose(panel, "p2")
    with qtbot.waitSignal(checking.problems_changed):
        qtbot.mouseClick(panel.fix_one, Qt.MouseButton.LeftButton)
    assert session.resolution.paragraph("p2").text.plain == "Noting y,"
    assert places(checking) == ["p3", "p5"]
    assert session.undo_stack.count() == 1
    session.undo()
    assert session.resolution == SAMPLE


def test_fixing_all_of_a_kind_is_one_undo_step(
    panel: ProblemsPanel, session: Session, checking: Checking, qtbot: QtBot
) -> None:
    twice = edits.set_text(session.resolution, "p1", Text("Recalling x."))
    session.apply(twice, "Type")
    qtbot.waitUntil(lambda: checking.is_current)
    choose(panel, "p1")
    qtbot.mouseClick(panel.fix_kind, Qt.MouseButton.LeftButton)
    assert [p.text.plain for p in session.resolution.paragraphs[:2]] == [
        "Recalling x,",
        "Noting y,",
    ]
    assert session.undo_stack.count() == 2


def test_ignoring_stays_with_the_document(
    panel: ProblemsPanel, session: Session, checking: Checking, qtbot: QtBot
) -> None:
    choose(panel, "p2")
    with qtbot.waitSignal(checking.problems_changed):
        qtbot.mouseClick(panel.ignore, Qt.MouseButton.LeftButton)
    assert places(checking) == ["p3", "p5"]
    assert [one.place for one in session.resolution.ignored] == ["p2"]


def test_turning_a_rule_off_and_on_again(
    panel: ProblemsPanel, checking: Checking, qtbot: QtBot
) -> None:
    choose(panel, "p2")
    rule = panel.current()
    assert rule is not None
    with qtbot.waitSignals([panel.rules_off_changed, checking.problems_changed]):
        qtbot.mouseClick(panel.turn_off, Qt.MouseButton.LeftButton)
    assert checking.rules_off == {rule.rule}
    assert "p2" not in places(checking)
    assert panel.rules_off.text() == "1 rule turned off"
    with qtbot.waitSignals([panel.rules_off_changed, checking.problems_changed]):
        panel.rules_off.menu().actions()[0].trigger()
    assert checking.rules_off == frozenset()
    assert "p2" in places(checking)
    assert not panel.rules_off.isVisible()


def test_stepping_goes_from_the_caret_and_round(panel: ProblemsPanel) -> None:
    seen = [panel.step("p1", 0, forward=True)]
    for _ in range(3):
        last = seen[-1]
        assert last is not None
        seen.append(panel.step(last.place or "", last.start, forward=True))
    assert [one.place for one in seen if one] == ["p2", "p3", "p5", "p2"]
    back = panel.step("p3", 0, forward=False)
    assert back is not None
    assert back.place == "p2"


def test_choosing_a_row_goes_there_and_explains(panel: ProblemsPanel, qtbot: QtBot) -> None:
    choose(panel, "p3")
    with qtbot.waitSignal(panel.problem_chosen) as chosen:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert chosen.args is not None
    assert chosen.args[0].place == "p3"
    assert "Source" in panel.explanation.toPlainText()


def test_grouping_by_rule(panel: ProblemsPanel, qtbot: QtBot) -> None:
    by_paragraph = panel.tree.topLevelItemCount()
    panel.grouping.setFocus()
    qtbot.keyClick(panel.grouping, Qt.Key.Key_Down)
    assert panel.grouping.currentText() == "By rule"
    assert panel.tree.topLevelItemCount() <= by_paragraph
    assert len(panel._items()) == 3


def test_a_stale_problem_is_not_fixed(
    panel: ProblemsPanel, session: Session, checking: Checking
) -> None:
    problem = checking.problems[0]
    session.apply(edits.set_text(session.resolution, "p2", Text("Noting otherwise;")), "Type")
    assert panel.fix(problem) is False
    assert session.resolution.paragraph("p2").text.plain == "Noting otherwise;"


def rows(panel: ProblemsPanel) -> list[QTreeWidgetItem]:
    return [
        group
        for at in range(panel.tree.topLevelItemCount())
        if (group := panel.tree.topLevelItem(at)) is not None
    ]


def test_rows_stay_when_a_new_paragraph_gives_them_another_number(
    panel: ProblemsPanel, session: Session, checking: Checking, qtbot: QtBot
) -> None:
    choose(panel, "p5")
    before = rows(panel)
    assert "Operative 3" in before[-1].text(0)
    inserted = edits.insert(session.resolution, 2, Part.OPERATIVE, Text("Invites c."))
    with qtbot.waitSignal(checking.problems_changed):
        session.apply(inserted, "Insert")
    after = rows(panel)
    assert len(after) == len(before) + 1
    assert after[-1] is before[-1]
    assert "Operative 4" in after[-1].text(0)
    chosen = panel.current()
    assert chosen is not None
    assert chosen.place == "p5"


def test_a_problem_that_stayed_is_fixed_in_the_text_of_now(
    panel: ProblemsPanel, session: Session, checking: Checking, qtbot: QtBot
) -> None:
    choose(panel, "p2")
    chosen = panel.current()
    assert chosen is not None
    assert chosen.fix is not None
    spaced = edits.set_text(session.resolution, "p2", Text("Noting z;"))
    session.apply(spaced, "Type")
    qtbot.waitUntil(lambda: checking.is_current)
    assert chosen in checking.problems, "the same problem in another text"
    qtbot.mouseClick(panel.fix_one, Qt.MouseButton.LeftButton)
    assert session.resolution.paragraph("p2").text.plain == "Noting z,"

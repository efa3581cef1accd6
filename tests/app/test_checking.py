"""Live checking: when it starts, and what it tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from drafter.app.checking import REST_MS, Checking
from drafter.app.session import Session
from drafter.check.registry import ALL
from drafter.check.rule import Finding, ParagraphRule, Surroundings
from drafter.core import edits, note_edits
from drafter.core.inline import Text
from drafter.core.model import Paragraph
from tests.notation import document

SAMPLE = document("P: Recalling x. | 1. Decides: | (a) one; | 2. Requests z")


@pytest.fixture
def checking(qtbot: QtBot) -> Iterator[Checking]:
    session = Session(SAMPLE)
    made = Checking(session, parent=session)
    with qtbot.waitSignal(made.checked):
        made.check_now()
    yield made
    made.close()


def session_of(checking: Checking) -> Session:
    session = checking.parent()
    assert isinstance(session, Session)
    return session


def test_a_document_is_checked_at_once_when_it_is_opened(checking: Checking) -> None:
    assert checking.is_current
    assert checking.problems


def test_after_a_change_it_waits_for_a_rest(checking: Checking) -> None:
    session = session_of(checking)
    session.apply(edits.set_text(session.resolution, "p1", Text("Recalling y.")), "Typing")
    (timer,) = checking.findChildren(QTimer)
    assert timer.isActive()
    assert timer.interval() == REST_MS
    assert not checking.is_current


def test_a_check_that_finds_the_same_is_told_all_the_same(checking: Checking, qtbot: QtBot) -> None:
    session = session_of(checking)
    with qtbot.assertNotEmitted(checking.problems_changed), qtbot.waitSignal(checking.checked):
        session.apply(edits.set_text(session.resolution, "p1", Text("Recalling y.")), "Typing")


def reword(checking: Checking, qtbot: QtBot, place: str, words: str) -> None:
    session = session_of(checking)
    with qtbot.waitSignal(checking.checked):
        session.apply(edits.set_text(session.resolution, place, Text(words)), "Typing")


def told_at(checking: Checking, place: str) -> list[str]:
    return [one.message.english() for one in checking.problems if one.place == place]


def test_that_a_paragraph_is_unfinished_waits_until_the_caret_leaves_it(
    checking: Checking, qtbot: QtBot
) -> None:
    checking.set_place("p4")
    reword(checking, qtbot, "p4", "Requests zero,")
    reword(checking, qtbot, "p4", "Requests zero")
    assert told_at(checking, "p4") == []
    assert "p4" not in checking.badges()
    assert [one.is_unfinished for one in checking.problems_at("p4")] == [True]
    with qtbot.waitSignal(checking.problems_changed):
        checking.set_place("p2")
    assert told_at(checking, "p4") == ["This has no end mark; “.” is due."]


def test_what_was_told_before_the_caret_came_stays_and_so_does_what_is_wrong(
    checking: Checking, qtbot: QtBot
) -> None:
    before = told_at(checking, "p4")
    assert before == ["This has no end mark; “.” is due."]
    checking.set_place("p4")
    reword(checking, qtbot, "p4", "Requests zero")
    assert told_at(checking, "p4") == before
    reword(checking, qtbot, "p4", "Requests zero,")
    assert told_at(checking, "p4") == ["This ends with “,” where “.” is due."]


def test_a_note_being_written_is_not_told_of_before_the_caret_leaves_it(qtbot: QtBot) -> None:
    session = Session(document("P: Recalling x,[^1] | 1. Decides y. | [^1]: A/61/179."))
    checking = Checking(session, parent=session)
    with qtbot.waitSignal(checking.checked):
        checking.check_now()
    checking.set_place("n1")
    with qtbot.waitSignal(checking.checked):
        session.apply(note_edits.set_footnote(session.resolution, "n1", Text("A/61/17")), "Typing")
    assert told_at(checking, "n1") == []
    checking.set_place("")
    assert told_at(checking, "n1") == ["The note does not end with a full stop."]
    checking.close()


def test_a_check_under_way_gives_up_when_a_key_comes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    begun, goes_on = Event(), Event()

    def look(paragraph: Paragraph, _around: Surroundings) -> Iterator[Finding]:
        looked.append(paragraph.text.plain)
        begun.set()
        assert goes_on.wait(10)
        return iter(())

    ordinary = next(one for one in ALL if isinstance(one, ParagraphRule))
    monkeypatch.setattr("drafter.check.registry.ALL", (replace(ordinary, look=look),))
    session = Session(document("P: _Noting_ a, | P: _Noting_ b, | 1. _Decides_ c."))
    checking = Checking(session, parent=session)
    checking.check_now()
    qtbot.waitUntil(begun.is_set)
    session.apply(edits.set_text(session.resolution, "p1", Text("Noting d,")), "Typing")
    with qtbot.waitSignal(checking.checked):
        goes_on.set()
    assert checking.is_current
    assert looked == ["Noting a,", "Noting d,", "Noting b,", "Decides c."]
    checking.close()

"""Live checking: when it starts, and what it tells."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from drafter.app.checking import REST_MS, Checking
from drafter.app.session import Session
from drafter.core import edits
from drafter.core.inline import Text
from tests.notation import document

SAMPLE = document("P: Recalling x. | 1. Decides: | (a) one; | 2. Requests z")


@pytest.fixture
def checking(qtbot: QtBot) -> Iterator[Checking]:
    session = Session(SAMPLE)
    made = Checking(session, parent=session)
    with qtbot.waitSignal(made.checked):
        pass
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
    assert timer.remainingTime() > REST_MS / 2


def test_a_check_that_finds_the_same_is_told_all_the_same(checking: Checking, qtbot: QtBot) -> None:
    session = session_of(checking)
    with qtbot.assertNotEmitted(checking.problems_changed), qtbot.waitSignal(checking.checked):
        session.apply(edits.set_text(session.resolution, "p1", Text("Recalling y.")), "Typing")

"""The panel of guesses, by keys and mouse."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from drafter.app.session import Session
from drafter.core.model import Guess
from drafter.ui.panels.guesses import GuessesPanel
from tests.notation import document

SAMPLE = replace(
    document("P: Recalling x, | 1. Decides y; | 2. Urges z."),
    guesses=(
        Guess("note mark", "p2", "6", 0.6, 12, "resolution 60/1756"),
        Guess("encoding", None, "cp1252", 0.7),
    ),
)


@pytest.fixture
def session() -> Session:
    return Session(SAMPLE)


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> GuessesPanel:
    guesses = GuessesPanel(session)
    qtbot.addWidget(guesses)
    guesses.show()
    return guesses


def test_the_words_of_the_source_stand_beside_the_guess(panel: GuessesPanel) -> None:
    assert panel.tree.topLevelItemCount() == 2
    assert panel.source.text() == "resolution 60/1756"


def test_confirming_takes_one_away_and_undo_brings_it_back(
    panel: GuessesPanel, session: Session, qtbot: QtBot
) -> None:
    qtbot.mouseClick(panel.confirm, Qt.MouseButton.LeftButton)
    assert [guess.what for guess in session.resolution.guesses] == ["encoding"]
    session.undo()
    assert panel.tree.topLevelItemCount() == 2


def test_confirming_all_is_one_step(panel: GuessesPanel, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.confirm_all, Qt.MouseButton.LeftButton)
    assert session.resolution.guesses == ()
    assert session.undo_stack.count() == 1
    assert not panel.confirm.isEnabled()


def test_choosing_a_guess_goes_to_its_paragraph(panel: GuessesPanel, qtbot: QtBot) -> None:
    went: list[str] = []
    panel.paragraph_chosen.connect(went.append)
    for _ in range(3):
        panel.step()
    first, second = (guess.paragraph for guess in SAMPLE.guesses)
    assert went == [one for one in (first, second, first) if one]

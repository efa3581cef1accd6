"""Looking for what can be cited, the newest question first."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from drafter.app.citation_search import CitationSearch
from drafter.app.citing import Choice
from drafter.app.corpus import Corpus
from drafter.app.places import Caret, paragraph_place
from tests.corpus.making import RIVERS, RIVERS_AGAIN, add
from tests.notation import document

DRAFT = document("P: _Recalling_ rain,", printed=False)
CARET = Caret(paragraph_place("p1"), 9)


@pytest.fixture
def search(tmp_path: Path, qtbot: QtBot) -> Iterator[CitationSearch]:
    add(tmp_path, RIVERS, RIVERS_AGAIN)
    corpus = Corpus(tmp_path)
    made = CitationSearch(corpus)
    yield made
    made.close()
    corpus.close()


def test_an_answer_that_was_on_its_way_when_another_was_asked_for_is_dropped(
    search: CitationSearch, qtbot: QtBot
) -> None:
    found: list[tuple[Choice, ...]] = []
    search.found.connect(found.append)
    search.ask("70/901", DRAFT, CARET)
    while search._worker.is_busy:
        time.sleep(0.005)
    # It is answered now, and not delivered before the event loop turns again.
    search.ask("71/902", DRAFT, CARET)
    qtbot.waitUntil(lambda: bool(found))
    qtbot.wait(100)
    assert [choices[0].words.split(" of ")[0] for choices in found] == ["its resolution 71/902"]

"""The user's corpus and the work on it, for tests of the window and the floor below."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from drafter.app.corpus import Corpus


@pytest.fixture
def corpus(tmp_path: Path, qtbot: QtBot) -> Iterator[Corpus]:
    """A corpus in a folder that is not there yet; its work is ended again."""
    made = Corpus(tmp_path / "corpus")
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

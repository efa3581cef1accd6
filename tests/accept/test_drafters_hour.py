"""A drafter's hour by keys and clicks; the Word file says what the screen says."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter.core.model import Part
from tests.accept.drafters_hour import Hour, killed_half, unseen
from tests.docx_judges import misreadings


@pytest.fixture
def hour(qtbot: QtBot, tmp_path: Path) -> Iterator[Hour]:
    made = Hour(tmp_path, unseen)
    yield made
    made.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


@pytest.mark.pandoc
@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a signal of POSIX systems")
def test_a_drafters_hour(hour: Hour, tmp_path: Path) -> None:
    hour.recover(killed_half(tmp_path, None))
    written = hour.export()
    full = [one for one in hour.resolution.paragraphs if one.level == 0]
    assert [one.part for one in full] == [Part.PREAMBLE] * 3 + [Part.OPERATIVE] * 5
    assert hour.shown() == [
        "",
        "L’Assemblée générale,",
        "Recalling its resolution 60/1 of 16 September 2005,",
        "Noting with appreciation the report on clear drafting,",
        "Convinced that words understood by all are kept by all,",
        "1. Welcomes the progress made\u00a0;",
        "2. Calls upon Member States\u00a0:",
        "a) To write in clear words\u00a0:",
        "i) In their titles\u00a0;",
        "ii) In their notes\u00a0;",
        "b) To train those who draft\u00a0;",
        "3. Invites all organs to take part\u00a0;",
        "4. Requests a report on clear drafting at its next session\u00a0;",
        "5. Decides to remain seized of the matter in future.",
    ]
    marks = [mark.note for text in hour.resolution.texts() for mark in text.marks]
    assert [len(set(marks)), len(marks)] == [2, 3]
    assert misreadings(written.read_bytes(), hour.resolution) == []

"""Pages for the tests: shown, in a window of a usual size, and closed again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter.app.session import Session
from drafter.core.model import Resolution
from drafter.ui.editor.page import Page
from drafter.ui.theme import LIGHT

MakePage = Callable[[Resolution], Page]


@pytest.fixture
def make_page(qtbot: QtBot) -> Iterator[MakePage]:
    """Makes pages that show a resolution and have the focus."""
    made: list[Page] = []

    def make(resolution: Resolution) -> Page:
        session = Session(resolution)
        page = Page(session, LIGHT)
        session.setParent(page)
        page.resize(1000, 700)
        with qtbot.waitExposed(page):
            page.show()
        page.setFocus()
        made.append(page)
        return page

    yield make
    for page in made:
        page.close()
        page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()

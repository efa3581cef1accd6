"""Pages for the tests: shown, in a window of a usual size, and closed again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from drafter.app.session import Session
from drafter.core.model import Resolution
from drafter.corpus.starter import make_starter
from drafter.settings import Settings, SettingsFile
from drafter.ui.desk import Desk
from drafter.ui.editor.page import Page
from drafter.ui.theme import LIGHT
from tests.english import english
from tests.user_corpus import corpus

__all__ = ["corpus", "english"]

_Shown = TypeVar("_Shown", bound=QWidget)
MakePage = Callable[[Resolution], Page]


@pytest.fixture(autouse=True)
def _undressed(qapp: QApplication) -> Iterator[None]:
    """The look that a test gave all windows is taken off again."""
    yield
    if qapp.styleSheet():
        qapp.setStyleSheet("")
        qapp.setPalette(qapp.style().standardPalette())


@pytest.fixture(scope="session")
def starter_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus of the texts that are shipped, made once; tests take copies."""
    folder = tmp_path_factory.mktemp("starter") / "corpus"
    make_starter(folder)
    return folder


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, starter_corpus: Path) -> Iterator[Desk]:
    """A desk with folders of its own, in light colours; all its windows are closed again."""
    copytree(starter_corpus, tmp_path / "texts" / "corpus")
    file = SettingsFile(tmp_path / "settings" / "settings.json")
    file.write(Settings(theme="light", language="en"))
    made = Desk(file, tmp_path / "texts")
    yield made
    for window in list(made.windows):
        window.session.undo_stack.setClean()
        window.close()
    if made.start_window is not None:
        made.start_window.close()
        made.start_window.deleteLater()
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[_Shown], _Shown]:
    """Shows a window and waits until it is there; it is closed at the end."""

    def shown(window: _Shown) -> _Shown:
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return shown


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

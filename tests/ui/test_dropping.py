"""Files dropped anywhere on the window are opened, words dragged on the page go where they fall."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from drafter.io.native import native_bytes
from drafter.ui.desk import Desk
from drafter.ui.main_window import MainWindow
from tests.notation import document

DRAFT = document("P: _Recalling_ x, | 1. _Decides_ y; | 2. _Requests_ z.", printed=False)
COPY, LEFT, NONE = (
    Qt.DropAction.CopyAction,
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
)

pytestmark = pytest.mark.filterwarnings("ignore:.*QDragEnterEvent:DeprecationWarning")


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    made = desk.show(DRAFT, None)
    assert QTest.qWaitForWindowExposed(made)
    return made


@pytest.fixture
def files(tmp_path: Path) -> QMimeData:
    path = tmp_path / "dropped.resolution"
    path.write_bytes(native_bytes(document("1. _Decides_ other.", printed=False)))
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(str(path))])
    return made


def drop_on(widget: QWidget, mime: QMimeData) -> bool:
    """Drags onto a widget as the system does: what it does not want goes to those around it."""
    enter = QDragEnterEvent(QPoint(5, 5), COPY, mime, LEFT, NONE)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), COPY, mime, LEFT, NONE))
    return True


@pytest.mark.parametrize("where", ["page", "outline", "status"])
def test_a_file_dropped_anywhere_is_opened(
    window: MainWindow, desk: Desk, files: QMimeData, where: str
) -> None:
    places = {
        "page": window.page.viewport(),
        "outline": desk.workspaces[window].panels.outline,
        "status": window.statusBar(),
    }
    assert drop_on(places[where], files)
    assert [one.session.path.name for one in desk.windows if one.session.path] == [
        "dropped.resolution"
    ]
    assert window.session.resolution == DRAFT


def test_a_copied_file_is_not_pasted_as_its_name(window: MainWindow, files: QMimeData) -> None:
    window.page.insertFromMimeData(files)
    assert window.session.resolution == DRAFT
    assert "open it, or drop it" in window.bar.sentence.text()


def test_words_dropped_on_the_page_land_there(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setText("word ")
    assert drop_on(window.page.viewport(), mime)
    assert "word " in "".join(text.plain for text in window.session.resolution.texts())


def test_the_language_of_the_labels_changes_in_one_step(window: MainWindow, desk: Desk) -> None:
    workspace = desk.workspaces[window]
    workspace.change_language("fr")
    changed = window.session.resolution
    assert changed.language == "fr"
    assert changed.paragraphs[1].text.plain == "Decides y\u00a0;"
    assert window.session.undo_stack.count() == 1
    assert window.session.undo_stack.undoText() == "Change language of the text"
    window.page.undo()
    assert window.session.resolution == DRAFT

"""The outline panel, by keys and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from drafter.app.outline_model import ID_ROLE
from drafter.app.outline_rows import Badge
from drafter.app.session import Session
from drafter.core import edits
from drafter.core.model import Part, Resolution
from drafter.ui.desk import Desk
from drafter.ui.panels.outline import OutlinePanel
from tests.notation import document

SAMPLE = document("P: Recalling x, | 1. Decides: | (a) one; | (b) two; | 2. Requests z.")
COLOURS = {name: QColor(name_of) for name, name_of in
           (("error", "red"), ("warning", "orange"), ("info", "blue"))}  # fmt: skip


@pytest.fixture
def panel(qtbot: QtBot) -> OutlinePanel:
    session = Session(SAMPLE)
    outline = OutlinePanel(session, COLOURS)
    session.setParent(outline)
    outline.setProperty("session", session)
    qtbot.addWidget(outline)
    outline.resize(320, 400)
    outline.show()
    return outline


def session_of(panel: OutlinePanel) -> Session:
    session = panel.property("session")
    assert isinstance(session, Session)
    return session


def test_enter_and_double_click_go_to_the_paragraph(panel: OutlinePanel, qtbot: QtBot) -> None:
    panel.show_current("p3")
    with qtbot.waitSignal(panel.paragraph_chosen) as chosen:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert chosen.args == ["p3"]
    place = panel.tree.visualRect(panel.model.index_of("p5")).center()
    with qtbot.waitSignal(panel.paragraph_chosen) as chosen:
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["p5"]


def test_enter_on_a_part_goes_nowhere(panel: OutlinePanel, qtbot: QtBot) -> None:
    panel.tree.setCurrentIndex(panel.model.index(0, 0))
    with qtbot.assertNotEmitted(panel.paragraph_chosen):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)


def test_a_drop_is_one_undo_step_with_the_end_marks_and_numbers_right(desk: Desk) -> None:
    start = document("P: Recalling x, | 1. Decides y; | 2. Urges z.")
    window = desk.show(start, None)
    model = desk.workspaces[window].panels.outline.model
    model.move_requested.emit("p3", 1, Part.OPERATIVE)
    session = window.session
    assert [(one.id, one.text.plain) for one in session.resolution.paragraphs] == [
        ("p1", "Recalling x,"),
        ("p3", "Urges z;"),
        ("p2", "Decides y."),
    ]
    assert [one.printed for one in session.resolution.paragraphs[1:]] == [None, None]
    assert session.undo_stack.count() == 1
    assert session.undo_stack.undoText() == "Move paragraph"
    session.undo()
    assert session.resolution == start


def test_end_marks_stay_as_they_are_where_they_are_left_to_the_drafter(desk: Desk) -> None:
    window = desk.show(document("P: Recalling x, | 1. Decides y; | 2. Urges z."), None)
    window.page.writer.sets_end_marks = False
    desk.workspaces[window].panels.outline.model.move_requested.emit("p3", 1, Part.OPERATIVE)
    assert window.session.resolution.paragraph("p3").text.plain == "Urges z."


def test_what_was_folded_stays_folded_when_the_structure_changes(panel: OutlinePanel) -> None:
    session = session_of(panel)
    panel.tree.collapse(panel.model.index_of("p2"))
    session.apply(edits.delete(session.resolution, ["p5"]), "Delete")
    assert not panel.tree.isExpanded(panel.model.index_of("p2"))
    assert panel.tree.isExpanded(panel.model.index(1, 0))


def test_a_row_that_gets_its_first_item_shows_it(panel: OutlinePanel) -> None:
    session = session_of(panel)
    alone = panel.model.index_of("p5")
    assert alone.flags() & Qt.ItemFlag.ItemNeverHasChildren
    assert alone.flags() & Qt.ItemFlag.ItemIsDropEnabled
    session.apply(edits.insert(session.resolution, 5, Part.OPERATIVE, level=1), "Insert")
    above = panel.model.index_of("p5")
    assert not above.flags() & Qt.ItemFlag.ItemNeverHasChildren
    assert panel.tree.isExpanded(above)
    assert not panel.tree.visualRect(panel.model.index(0, 0, above)).isEmpty()


def test_an_empty_draft_says_what_will_appear(panel: OutlinePanel, qtbot: QtBot) -> None:
    session = session_of(panel)
    session.apply(Resolution(), "Clear")
    qtbot.waitUntil(lambda: not panel.tree.isVisible())
    session.undo()
    qtbot.waitUntil(panel.tree.isVisible)


def test_rows_follow_when_the_text_rests(panel: OutlinePanel, qtbot: QtBot) -> None:
    session = session_of(panel)
    rows = panel.tree.model()
    panel.show_current("p5")
    session.apply(edits.delete(session.resolution, ["p5"]), "Delete")
    panel.show_current("p1")
    qtbot.waitUntil(lambda: rows.rowCount(rows.index(1, 0)) == 1)
    assert panel.tree.currentIndex().data(ID_ROLE) == "p1"


def test_who_reaches_into_the_tree_finds_the_text_as_it_is(
    panel: OutlinePanel, qtbot: QtBot
) -> None:
    session = session_of(panel)
    panel.show_current("p5")
    session.apply(edits.delete(session.resolution, ["p5"]), "Delete")
    panel.show_current("p1")
    with qtbot.waitSignal(panel.paragraph_chosen) as chosen:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert chosen.args == ["p1"]


def test_a_badge_has_a_shape_and_a_number_beside_its_colour(panel: OutlinePanel) -> None:
    before = panel.tree.viewport().grab().toImage()
    panel.set_badges({"p3": Badge("error", 2)})
    after = panel.tree.viewport().grab().toImage()
    rect = panel.tree.visualRect(panel.model.index_of("p3"))
    ratio = after.devicePixelRatio()
    xs = range(int((rect.right() - 40) * ratio), int(rect.right() * ratio))
    ys = range(int(rect.top() * ratio), int(rect.bottom() * ratio))
    assert any(before.pixel(x, y) != after.pixel(x, y) for x in xs for y in ys)

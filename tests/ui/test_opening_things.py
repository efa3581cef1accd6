"""What is opened from the page: masthead, notes, tables; what is offered in the bar below it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableWidgetItem
from pytestqt.qtbot import QtBot

from drafter.app.places import TITLE, Caret, paragraph_place
from drafter.core.inline import NO_TEXT
from drafter.core.model import DocumentKind, ParagraphKind, Part
from drafter.ui.desk import Desk
from drafter.ui.dialogs.table import TableDialog
from drafter.ui.main_window import MainWindow
from drafter.ui.note_menu import NoteMenu
from tests.notation import document

WRITTEN = document(
    "P: _Recalling_ the Court,[^1] | 1. _Decides_ x;[^2] | T: a ; b // c ; d | 2. _Requests_ z; | "
    "3. 0 | [^1]: First. | [^2]: Second.",
    printed=False,
)
DRAFT = WRITTEN.with_paragraph(replace(WRITTEN.paragraph("p5"), text=NO_TEXT))
ENTER = Qt.Key.Key_Return


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    made = desk.show(DRAFT, None)
    assert QTest.qWaitForWindowExposed(made)
    return made


def put(window: MainWindow, paragraph_id: str, at: int = 0, until: int | None = None) -> None:
    place = paragraph_place(paragraph_id)
    window.page.select(Caret(place, at), Caret(place, at if until is None else until))


def point_at(window: MainWindow, paragraph_id: str, at: int) -> QPoint:
    """A point within the character at a slot."""
    put(window, paragraph_id, at)
    left = window.page.cursorRect().center()
    put(window, paragraph_id, at + 1)
    right = window.page.cursorRect().center()
    middle = (left.x() + right.x()) // 2
    return QPoint(middle, left.y()) if left.y() == right.y() else left + QPoint(2, 0)


# --- opening ------------------------------------------------------------------------------------


def test_an_opened_text_shows_its_masthead_and_the_whole_sheet(window: MainWindow) -> None:
    assert window.page.verticalScrollBar().value() == 0
    window.resize(1440, 900)
    window.zoom_usual()
    assert not window.page.horizontalScrollBar().isVisible()
    assert window.page.sheet().width() <= window.page.viewport().width()


def test_the_caret_does_not_start_in_a_table(desk: Desk) -> None:
    made = desk.show(document("T: a ; b | 1. _Decides_ x.", printed=False), None)
    assert made.page.caret().place.id == "p2"


def test_a_click_above_the_title_asks_for_the_masthead(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page
    at = QPoint(page.viewport().width() // 2, round(page.room_above / 2))
    with qtbot.waitSignal(page.masthead_requested):
        qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_into_the_first_line_of_the_title_puts_the_caret_there(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.page
    page.select(Caret(TITLE, 0), Caret(TITLE, 0))
    line = page.cursorRect()
    put(window, "p2")
    for y in (line.top() + 2, line.center().y(), line.bottom() - 2):
        with qtbot.assertNotEmitted(page.masthead_requested):
            qtbot.mouseClick(
                page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(line.left() + 4, y)
            )
        assert page.caret().place == TITLE


def test_a_double_click_on_a_mark_opens_its_note(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page
    mark = len("Recalling the Court,")
    with qtbot.waitSignal(page.note_requested) as asked:
        at = point_at(window, "p1", mark)
        qtbot.mouseDClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == ["n1"]
    with qtbot.assertNotEmitted(page.note_requested):
        at = point_at(window, "p1", 12)
        qtbot.mouseDClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_enter_on_a_selected_mark_opens_its_note(window: MainWindow, qtbot: QtBot) -> None:
    mark = len("Recalling the Court,")
    put(window, "p1", mark, mark + 1)
    with qtbot.waitSignal(window.page.note_requested):
        qtbot.keyClick(window.page, ENTER)
    assert window.session.resolution == DRAFT


# --- tables -------------------------------------------------------------------------------------


def dialog_of(window: MainWindow) -> TableDialog:
    return next(one for one in window.findChildren(TableDialog) if one.isVisible())


def test_a_table_is_edited_cell_by_cell(window: MainWindow, qtbot: QtBot) -> None:
    put(window, "p3", 0, 1)
    qtbot.keyClick(window.page, ENTER)
    dialog = dialog_of(window)
    dialog.grid.item(1, 0).setText("other")
    dialog.accept()
    cells = window.session.resolution.paragraph("p3").cells
    assert [[cell.plain for cell in row] for row in cells] == [["a", "b"], ["other", "d"]]
    window.page.undo()
    assert window.session.resolution == DRAFT


def test_a_cell_that_is_being_typed_in_is_taken_over(window: MainWindow, qtbot: QtBot) -> None:
    at = point_at(window, "p3", 0)
    qtbot.mouseDClick(window.page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    dialog = dialog_of(window)
    dialog.grid.setCurrentCell(0, 1)
    dialog.grid.editItem(dialog.grid.item(0, 1))
    qtbot.keyClicks(dialog.grid.findChild(QLineEdit), "new")
    dialog.accept()
    assert window.session.resolution.paragraph("p3").cells[0][1].plain == "new"


def test_rows_and_columns_come_and_go_and_the_rest_stays(window: MainWindow, qtbot: QtBot) -> None:
    put(window, "p3", 0, 1)
    qtbot.keyClick(window.page, ENTER)
    dialog = dialog_of(window)
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    dialog.grid.setCurrentCell(0, 0)
    for words in ("Add &row", "Add &column"):
        qtbot.mouseClick(buttons[words], Qt.MouseButton.LeftButton)
    dialog.grid.setCurrentCell(2, 2)
    qtbot.mouseClick(buttons["Remove co&lumn"], Qt.MouseButton.LeftButton)
    dialog.grid.setItem(1, 0, QTableWidgetItem("new"))
    dialog.accept()
    cells = window.session.resolution.paragraph("p3").cells
    assert [[cell.plain for cell in row] for row in cells] == [["a", ""], ["new", ""], ["c", ""]]
    assert cells[0][0] == DRAFT.paragraph("p3").cells[0][0]
    window.page.undo()
    assert window.session.resolution == DRAFT


def test_away_from_a_table_a_new_one_is_made_below(window: MainWindow, desk: Desk) -> None:
    put(window, "p1")
    desk.workspaces[window].tables.edit_or_make()
    dialog = dialog_of(window)
    dialog.grid.setItem(0, 0, QTableWidgetItem("Year"))
    dialog.grid.setItem(1, 1, QTableWidgetItem("5"))
    dialog.accept()
    made = window.session.resolution.paragraphs[1]
    assert made.kind is ParagraphKind.TABLE
    assert made.part is Part.PREAMBLE
    assert [[cell.plain for cell in row] for row in made.cells] == [["Year", ""], ["", "5"]]
    assert window.page.caret().place == paragraph_place(made.id)
    window.page.undo()
    put(window, "p1")
    desk.workspaces[window].tables.edit_or_make()
    dialog_of(window).accept()  # nothing was written in it
    assert window.session.resolution == DRAFT


def test_in_the_title_the_command_says_where_a_table_goes(window: MainWindow, desk: Desk) -> None:
    window.page.set_caret(Caret(TITLE))
    desk.workspaces[window].tables.edit_or_make()
    assert "into a paragraph" in window.bar.sentence.text()


# --- what may come next -------------------------------------------------------------------------


def offers(window: MainWindow) -> list[str]:
    return [button.text() for button in window.bar._buttons]


def test_enter_on_an_empty_operative_paragraph_offers_what_may_come(
    window: MainWindow, qtbot: QtBot
) -> None:
    put(window, "p5")
    qtbot.keyClick(window.page, ENTER)
    assert offers(window) == ["Closing lines", "Annex", "Section heading"]
    assert window.page.hasFocus()
    qtbot.keyClick(window.page, ENTER)
    assert window.bar._buttons[0].hasFocus()
    qtbot.keyClick(window.bar._buttons[0], Qt.Key.Key_Right)
    assert window.bar._buttons[1].hasFocus()
    qtbot.keyClick(window.bar._buttons[1], ENTER)
    assert window.session.resolution.paragraph("p5").kind is ParagraphKind.ANNEX
    assert window.page.hasFocus()
    window.page.undo()
    assert window.session.resolution == DRAFT


@pytest.mark.parametrize("which", [0, 2])
def test_closing_lines_and_sections(window: MainWindow, qtbot: QtBot, which: int) -> None:
    put(window, "p5")
    qtbot.keyClick(window.page, ENTER)
    window.bar._buttons[which].click()
    resolution = window.session.resolution
    if which:
        assert resolution.paragraph("p5").kind is ParagraphKind.HEADING
    else:
        assert resolution.closing == (NO_TEXT,)
        assert resolution.paragraph("p4").text.plain == "Requests z."
    assert not window.bar.isVisible()


def test_words_typed_take_the_offers_away(window: MainWindow, qtbot: QtBot) -> None:
    put(window, "p5")
    qtbot.keyClick(window.page, ENTER)
    qtbot.keyClicks(window.page, "Asks")
    assert not window.bar.isVisible()
    assert window.session.resolution.paragraph("p5").text.plain == "Asks"


# --- notes --------------------------------------------------------------------------------------


def test_a_note_is_marked_again_from_a_list(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    put(window, "p4", len("Requests z"))
    desk.workspaces[window].choose_note()
    menu = next(one for one in window.findChildren(NoteMenu) if one.isVisible())
    assert [action.text() for action in menu.actions()] == ["1  First.", "2  Second."]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, ENTER)
    marks = window.session.resolution.paragraph("p4").text.marks
    assert [(mark.note, mark.at) for mark in marks] == [("n2", len("Requests z"))]


def test_a_note_without_a_mark_can_be_deleted(window: MainWindow, qtbot: QtBot) -> None:
    mark = len("Decides x;")
    put(window, "p2", mark, mark + 1)
    qtbot.keyClick(window.page, Qt.Key.Key_Delete)
    assert offers(window) == ["Delete it"]
    window.bar._buttons[0].click()
    assert [note.id for note in window.session.resolution.footnotes] == ["n1"]
    window.page.undo()
    window.page.undo()
    assert window.session.resolution == DRAFT


def test_the_offer_to_delete_a_note_goes_when_its_mark_is_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    mark = len("Decides x;")
    put(window, "p2", mark, mark + 1)
    qtbot.keyClick(window.page, Qt.Key.Key_Delete)
    window.page.undo()
    assert not window.bar.isVisible()
    window.page.redo()
    assert offers(window) == ["Delete it"]


def test_the_offer_to_delete_a_note_outlives_other_edits(window: MainWindow, qtbot: QtBot) -> None:
    mark = len("Decides x;")
    put(window, "p2", mark, mark + 1)
    qtbot.keyClick(window.page, Qt.Key.Key_Delete)
    put(window, "p4")
    qtbot.keyClick(window.page, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert offers(window) == ["Delete it"]
    window.bar._buttons[0].click()
    assert [note.id for note in window.session.resolution.footnotes] == ["n1"]


# --- end marks ----------------------------------------------------------------------------------


def test_end_marks_are_left_alone_if_that_is_chosen(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    action = next(a for a in window.commands() if a.objectName() == "sets_end_marks")
    action.trigger()
    assert not desk.settings.sets_end_marks
    put(window, "p4")
    qtbot.keyClick(window.page, Qt.Key.Key_Tab)
    assert window.session.resolution.paragraph("p2").text.plain == "Decides x;"
    action.trigger()
    assert window.page.writer.sets_end_marks


def test_a_decision_has_no_ghost_of_an_organ_line(desk: Desk) -> None:
    decision = document("1. _Decides_ x.", printed=False)
    for kind, has in ((DocumentKind.DECISION, False), (DocumentKind.DRAFT, True)):
        made = desk.show(replace(decision, kind=kind), None)
        assert bool(made.page.blocks[1].ghost) is has


def test_the_menu_begins_an_annex_at_the_end(window: MainWindow, desk: Desk) -> None:
    put(window, "p1")
    next(one for one in window.commands() if one.objectName() == "annex").trigger()
    last = window.session.resolution.paragraphs[-1]
    assert (last.kind, last.text.plain) == (ParagraphKind.ANNEX, "")
    assert window.page.caret().place == paragraph_place(last.id)
    window.page.undo()
    assert window.session.resolution == DRAFT

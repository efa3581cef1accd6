"""The footnotes panel, by keys and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter.app.session import Session
from drafter.core import edits, note_edits
from drafter.core.inline import Style, Text
from drafter.core.model import Part, Resolution
from drafter.ui.desk import Desk
from drafter.ui.panels.footnotes import FootnotesPanel, NoteEdit
from tests.notation import document

SAMPLE = document(
    "P: Recalling x,[^1] | 1. Decides y;[^2] | 2. Urges z.[^1] | [^1]: See _Treaty Series_, vol. 2."
    " | [^2]: A/61/179. | [^3]: Unused."
)


@pytest.fixture
def session() -> Session:
    return Session(SAMPLE)


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> FootnotesPanel:
    footnotes = FootnotesPanel(session)
    qtbot.addWidget(footnotes)
    footnotes.resize(360, 400)
    footnotes.show()
    return footnotes


def test_every_note_is_there_in_order_with_its_places(panel: FootnotesPanel) -> None:
    assert [(row.number.text(), row.words.toPlainText()) for row in panel.rows.values()] == [
        ("1", "See Treaty Series, vol. 2."), ("2", "A/61/179."), ("3", "Unused."),
    ]  # fmt: skip
    assert panel.rows["n1"].places.text().count("<a href") == 2
    assert "Not marked" in panel.rows["n3"].places.text()


def test_typing_in_a_note_is_one_undo_step_and_keeps_its_italics(
    panel: FootnotesPanel, session: Session, qtbot: QtBot
) -> None:
    panel.edit_note("n1")
    qtbot.keyClick(panel.rows["n1"].words, Qt.Key.Key_Backspace)
    qtbot.keyClicks(panel.rows["n1"].words, "7.")
    text = session.resolution.footnote("n1").text
    assert text.plain == "See Treaty Series, vol. 27."
    assert text.stretches(Style.ITALIC) == ((4, 17),)
    assert session.undo_stack.count() == 1
    session.undo()
    assert panel.rows["n1"].words.toPlainText() == "See Treaty Series, vol. 2."


@pytest.mark.parametrize("width", [220, 700])
def test_a_note_in_another_width_has_its_place_at_once(
    panel: FootnotesPanel, session: Session, qtbot: QtBot, width: int
) -> None:
    words = Text("See what was said of plain words in resolutions. " * 4)
    session.apply(note_edits.set_footnote(session.resolution, "n1", words), "Type")
    row = panel.rows["n1"]
    low = row.words.height()
    qtbot.waitUntil(lambda: row.words.height() > low and row.places.y() > low)
    before = row.words.height()
    panel.resize(width, 400)
    assert (row.words.height() > before) == (width < 360)
    assert row.places.y() == row.words.geometry().bottom() + 1
    assert panel.rows["n2"].y() > row.geometry().bottom()


def test_enter_starts_no_new_line_in_a_note(
    panel: FootnotesPanel, session: Session, qtbot: QtBot
) -> None:
    panel.edit_first()
    qtbot.keyClick(panel.rows["n1"].words, Qt.Key.Key_Return)
    assert session.undo_stack.count() == 0


def test_deleting_a_note_takes_its_marks_and_undo_brings_both_back(
    panel: FootnotesPanel, session: Session, qtbot: QtBot
) -> None:
    qtbot.mouseClick(panel.rows["n1"].delete, Qt.MouseButton.LeftButton)
    assert set(panel.rows) == {"n2", "n3"}
    assert [m.note for text in session.resolution.texts() for m in text.marks] == ["n2"]
    session.undo()
    assert session.resolution == SAMPLE
    assert set(panel.rows) == {"n1", "n2", "n3"}


def test_numbers_follow_when_marks_change(
    panel: FootnotesPanel, session: Session, qtbot: QtBot
) -> None:
    session.apply(edits.move(session.resolution, "p2", 0), "Move")
    assert panel.rows["n2"].number.text() == "1"
    assert panel.rows["n1"].number.text() == "2"
    qtbot.waitUntil(lambda: panel.rows["n2"].y() < panel.rows["n1"].y())


def test_a_place_leads_to_its_paragraph(panel: FootnotesPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.paragraph_chosen) as chosen:
        panel.rows["n2"].places.linkActivated.emit("p2")
    assert chosen.args == ["p2"]


def test_a_new_note_gets_a_row(panel: FootnotesPanel, session: Session) -> None:
    session.apply(note_edits.add_footnote(session.resolution, "p3", 0), "Footnote")
    assert len(panel.rows) == 4


def test_the_places_take_the_colours_of_another_theme(panel: FootnotesPanel) -> None:
    before = QApplication.palette()
    red = QColor("#ff0000")
    palette = QPalette(before)
    palette.setColor(QPalette.ColorRole.Link, red)
    QApplication.setPalette(palette)
    QApplication.processEvents()
    try:
        image = panel.rows["n2"].places.grab().toImage()
    finally:
        QApplication.setPalette(before)
    spots = [(x, y) for x in range(image.width()) for y in range(image.height())]
    assert any(image.pixelColor(x, y) == red for x, y in spots)


def test_hundreds_of_notes_come_after_the_window_and_each_can_be_reached(qtbot: QtBot) -> None:
    count = 250
    marked = " | ".join(f"P: Recalling x,[^{at}]" for at in range(1, count + 1))
    notes = " | ".join(f"[^{at}]: Note {at}." for at in range(1, count + 1))
    session = Session(document(f"{marked} | {notes}"))
    panel = FootnotesPanel(session)
    session.setParent(panel)
    qtbot.addWidget(panel)
    panel.show()
    last = session.numbering.note_order[-1]
    assert 0 < len(panel.rows) < count
    before = len(panel.rows)
    bar = panel._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: len(panel.rows) > before)
    assert len(panel.rows) < count, "they come as they are needed"
    panel.edit_note(last)
    words = panel.rows[last].words
    assert words.toPlainText() == f"Note {count}."
    qtbot.waitUntil(lambda: not words.viewport().visibleRegion().isEmpty())
    assert session.numbering.note_order[count // 2] not in panel.rows, "only those near it"


def test_notes_above_come_when_they_are_scrolled_to_and_what_is_seen_stays(qtbot: QtBot) -> None:
    count = 60
    marked = " | ".join(f"P: Recalling x,[^{at}]" for at in range(1, count + 1))
    notes = " | ".join(f"[^{at}]: Note {at}." for at in range(1, count + 1))
    session = Session(document(f"{marked} | {notes}"))
    panel = FootnotesPanel(session)
    session.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(300, 200)
    panel.show()
    panel.edit_note("n50")
    edited = panel.rows["n50"]
    qtbot.waitUntil(lambda: not edited.words.viewport().visibleRegion().isEmpty())
    bar = panel._scroll.verticalScrollBar()

    def top_reached() -> bool:
        bar.triggerAction(bar.SliderAction.SliderPageStepSub)
        return "n1" in panel.rows

    qtbot.waitUntil(top_reached)
    qtbot.waitUntil(lambda: bar.value() == 0 and panel.rows["n1"].y() == 0)

    def in_order() -> bool:
        shown = sorted(panel.rows.values(), key=lambda row: row.y())
        ids = tuple(row.note_id for row in shown)
        return ids == session.numbering.note_order[: len(shown)]

    qtbot.waitUntil(in_order)  # the last of them may still wait to be laid out
    assert panel.rows["n50"] is edited, "what was made stays"


def _without(resolution: Resolution, notes: range) -> Resolution:
    for at in notes:
        resolution = note_edits.delete_footnote(resolution, f"n{at}")
    return resolution


def test_the_notes_that_are_left_have_rows_when_many_are_deleted(qtbot: QtBot) -> None:
    count = 60
    marked = " | ".join(f"P: Recalling x,[^{at}]" for at in range(1, count + 1))
    notes = " | ".join(f"[^{at}]: Note {at}." for at in range(1, count + 1))
    session = Session(document(f"{marked} | {notes}"))
    panel = FootnotesPanel(session)
    session.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(300, 300)
    panel.show()
    panel.edit_note("n55")
    session.apply(_without(session.resolution, range(4, count + 1)), "Delete")
    assert list(panel.rows) == ["n1", "n2", "n3"]
    assert not panel._empty.isVisible()
    session.apply(_without(session.resolution, range(1, 4)), "Delete")
    assert not panel.rows
    assert panel._empty.isVisible()
    session.undo()
    assert list(panel.rows) == ["n1", "n2", "n3"]


def test_the_note_that_is_typed_in_keeps_its_row_when_others_come_before_it(
    qtbot: QtBot,
) -> None:
    count = 60
    marked = " | ".join(f"P: Recalling x,[^{at}]" for at in range(1, count + 1))
    notes = " | ".join(f"[^{at}]: Note {at}." for at in range(1, count + 1))
    session = Session(document(f"{marked} | {notes}"))
    panel = FootnotesPanel(session)
    session.setParent(panel)
    qtbot.addWidget(panel)
    panel.show()
    panel.activateWindow()
    session.apply(_without(session.resolution, range(1, 50)), "Delete")
    panel.edit_note("n55")
    row = panel.rows["n55"]
    qtbot.waitUntil(row.words.hasFocus)
    session.undo()
    assert panel.rows["n55"] is row
    qtbot.keyClicks(row.words, "!")
    assert session.resolution.footnote("n55").text.plain == "Note 55.!"
    panel.edit_note("n2")
    qtbot.waitUntil(panel.rows["n2"].words.hasFocus)
    assert "n55" not in panel.rows, "the caret is elsewhere"


def test_another_number_of_a_paragraph_is_told_at_the_notes_in_sight(qtbot: QtBot) -> None:
    marked = " | ".join(f"{at}. Decides x.[^{at}]" for at in range(1, 13))
    notes = " | ".join(f"[^{at}]: Note {at}." for at in range(1, 13))
    session = Session(document(f"{marked} | {notes}"))
    panel = FootnotesPanel(session)
    session.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(300, 150)
    panel.show()
    first, last = (panel.rows[session.numbering.note_order[at]] for at in (0, -1))
    qtbot.waitUntil(lambda: last.y() > panel.height())
    inserted = edits.insert(session.resolution, 0, Part.OPERATIVE, Text("Invites y."))
    session.apply(inserted, "Insert")
    qtbot.waitUntil(lambda: "2" in first.places.text())
    assert "12" in last.places.text(), "out of sight"
    panel.edit_note(last.note_id)
    qtbot.waitUntil(lambda: "13" in last.places.text())


def test_no_break_spaces_of_a_note_stay_when_it_is_typed_in(qtbot: QtBot) -> None:
    note = "Resolution\u00a060/1 of\u00a02005"
    session = Session(document(f"P: Recalling x,[^1] | [^1]: {note}"))
    panel = FootnotesPanel(session)
    session.setParent(panel)
    qtbot.addWidget(panel)
    panel.show()
    (row,) = panel.rows.values()
    row.words.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(row.words, ".")
    assert session.resolution.footnotes[0].text.plain == f"{note}."


# --- the clipboard, in the window ---------------------------------------------------------------

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def note(desk: Desk, qtbot: QtBot) -> NoteEdit:
    """The field of the only note, with the caret in it."""
    window = desk.show(document("P: Recalling x,[^1] | 1. Decides y. | [^1]: See."), None)
    assert QTest.qWaitForWindowActive(window)
    window.page.go_to("p1")
    qtbot.waitUntil(lambda: window.findChild(NoteEdit) is not None)
    field = window.findChild(NoteEdit)
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    return field


def texts(desk: Desk) -> list[str]:
    resolution = desk.windows[-1].session.resolution
    rows = (*resolution.paragraphs, *resolution.footnotes)
    return [one.text.plain for one in rows]


def test_what_is_pasted_in_a_note_goes_into_the_note(desk: Desk, note: NoteEdit) -> None:
    QGuiApplication.clipboard().setText("A/61/179,\n  para. 5")
    QTest.keyClick(note, Qt.Key.Key_V, CONTROL)
    assert texts(desk) == ["Recalling x,", "Decides y.", "See.A/61/179, para. 5"]
    QTest.keyClick(note, Qt.Key.Key_Z, CONTROL)
    assert texts(desk)[2] == "See."


def test_what_is_cut_in_a_note_comes_from_the_note(desk: Desk, note: NoteEdit) -> None:
    desk.windows[-1].page.selectAll()
    QTest.keyClick(note, Qt.Key.Key_A, CONTROL)
    assert note.textCursor().selectedText() == "See."
    QTest.keyClick(note, Qt.Key.Key_X, CONTROL)
    assert QGuiApplication.clipboard().text() == "See."
    assert texts(desk) == ["Recalling x,", "Decides y.", ""]


@pytest.mark.parametrize("command", ["paste", "paste_plain"])
def test_the_menu_pastes_where_the_caret_is(desk: Desk, note: NoteEdit, command: str) -> None:
    QGuiApplication.clipboard().setText("too")
    desk.windows[-1].actions_["select_all"].trigger()
    desk.windows[-1].actions_[command].trigger()
    assert texts(desk) == ["Recalling x,", "Decides y.", "too"]
    desk.windows[-1].page.go_to("p2", 10)
    desk.windows[-1].actions_[command].trigger()
    assert texts(desk) == ["Recalling x,", "Decides y.too", "too"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_what_was_taken_out_of_a_note_comes_back(desk: Desk, note: NoteEdit, key: Qt.Key) -> None:
    QTest.keyClicks(note, " More.")
    if key == Qt.Key.Key_Delete:
        QTest.keyClick(note, Qt.Key.Key_A, CONTROL)
        QTest.keyClick(note, key)
    else:
        for _ in range(len("See. More.")):
            QTest.keyClick(note, key)
    assert texts(desk)[2] == ""
    QTest.keyClick(note, Qt.Key.Key_Z, CONTROL)
    assert texts(desk)[2] == "See. More."
    QTest.keyClick(note, Qt.Key.Key_Z, CONTROL)
    assert texts(desk)[2] == "See."

"""The page, by keys, input methods, mouse and clipboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QDropEvent,
    QFontDatabase,
    QGuiApplication,
    QInputMethodEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from drafter.app.places import ORGAN_LINE, TITLE, Caret, paragraph_place
from drafter.core import edits
from drafter.core.inline import Style, Text
from drafter.core.model import Organ, Part, Resolution
from drafter.ui.editor.blocks import page_blocks
from drafter.ui.editor.page import Page
from drafter.ui.editor.typography import Typography
from drafter.ui.theme import DARK, LIGHT
from tests.notation import document
from tests.ui.conftest import MakePage
from tests.ui.turning import wheel

DRAFT = document(
    "Title: Peace | Line: _The General Assembly_, | P: _Recalling_ the Court,[^1] |"
    " 1. _Decides_: | (a) one; | (b) two; | 2. _Requests_ z. | [^1]: First.",
    printed=False,
)
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def plain(page: Page) -> list[str]:
    return [paragraph.text.plain for paragraph in page.session.resolution.paragraphs]


def shown(page: Page) -> list[str]:
    document_ = page.document()
    return [document_.findBlockByNumber(n).text() for n in range(document_.blockCount())]


def put(page: Page, paragraph_id: str, at: int = 0) -> None:
    page.go_to(paragraph_id, at)


def select(page: Page, start: tuple[str, int], end: tuple[str, int]) -> None:
    first = Caret(paragraph_place(start[0]), start[1])
    page.select(first, Caret(paragraph_place(end[0]), end[1]))


def labels(page: Page) -> list[str]:
    return [block.label for block in page.blocks]


def test_going_far_shows_what_is_around_the_place(make_page: MakePage) -> None:
    rows = " | ".join(f"{n}. _Decides_ {n};" for n in range(1, 201))
    page = make_page(document(rows, printed=False))
    height = page.viewport().height()
    for place in ("p150", "p20"):
        page.go_to(place)
        assert height * 0.2 < page.cursorRect().top() < height * 0.5
    before = page.verticalScrollBar().value()
    page.go_to("p22")
    assert page.verticalScrollBar().value() == before


@pytest.mark.parametrize(("paragraph_id", "at"), [("p1", 3), ("p2", 0), ("p5", 4)])
def test_the_caret_stays_where_it_is_in_another_language(
    make_page: MakePage, paragraph_id: str, at: int
) -> None:
    page = make_page(DRAFT)
    put(page, paragraph_id, at)
    moves: list[Caret] = []
    page.caret_moved.connect(moves.append)
    page.session.apply(replace(page.session.resolution, language="es"), "Change language")
    assert page.caret() == Caret(paragraph_place(paragraph_id), at)
    assert set(moves) <= {page.caret()}


def is_italic(page: Page, paragraph_id: str, at: int) -> bool:
    cursor = QTextCursor(page.document())
    cursor.setPosition(page.position_of(Caret(paragraph_place(paragraph_id), at + 1)))
    return cursor.charFormat().fontItalic()


# --- what it shows ------------------------------------------------------------------------------


def test_each_paragraph_is_a_block_and_no_label_is_in_the_text(make_page: MakePage) -> None:
    page = make_page(DRAFT)
    assert shown(page) == [
        "Peace",
        "The General Assembly,",
        "Recalling the Court,\ufffc",
        "Decides:",
        "one;",
        "two;",
        "Requests z.",
    ]
    assert labels(page) == ["", "", "", "1.", "(a)", "(b)", "2."]


def test_openers_are_italic_and_marks_are_objects(make_page: MakePage) -> None:
    page = make_page(DRAFT)
    assert is_italic(page, "p1", 0)
    assert not is_italic(page, "p1", 9)
    assert page.blocks[2].notes == ("1",)


def test_an_empty_organ_line_shows_the_organs_own_as_a_ghost(make_page: MakePage) -> None:
    page = make_page(edits.insert(Resolution(organ=Organ.SC), 0, Part.PREAMBLE))
    assert page.blocks[1].ghost == "The Security Council,"


def test_a_mark_looks_the_same_with_a_line_below_it(make_page: MakePage) -> None:
    page = make_page(document("P: Recalling x,[^1] | [^1]: Resolution 60/288."))
    page.setCursorWidth(0)
    before = page.viewport().grab().toImage()
    lined = QTextEdit.ExtraSelection()
    lined.cursor = QTextCursor(page.document())
    lined.cursor.select(QTextCursor.SelectionType.Document)
    lined.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    lined.format.setUnderlineColor(QColor(Qt.GlobalColor.transparent))
    page.setExtraSelections([lined])
    assert page.viewport().grab().toImage() == before


def test_a_missing_end_mark_is_a_ghost_until_it_is_typed(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(document("P: Recalling x | 1. Decides y.", printed=False))
    assert page.blocks[2].ghost == ","
    put(page, "p1", 11)
    qtbot.keyClicks(page, ",")
    assert page.blocks[2].ghost == ""


def test_right_to_left_texts_run_from_the_right(make_page: MakePage) -> None:
    page = make_page(document("@ar | P: إذ تشير إلى قرارها | 1. تقرر كذا", printed=False))
    block = page.document().findBlockByNumber(3)
    assert block.blockFormat().layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert block.layout().lineAt(0).naturalTextRect().right() > page.width() / 3


def test_a_table_is_one_place_with_its_cells_drawn(make_page: MakePage) -> None:
    page = make_page(document("1. Decides: | T: a ; b // c ; d | 2. Ends."))
    assert shown(page)[3] == "\ufffc"
    block = page.document().findBlockByNumber(3)
    assert page.document().documentLayout().blockBoundingRect(block).height() > 30


def test_turning_the_wheel_with_control_zooms_by_whole_notches(make_page: MakePage) -> None:
    page = make_page(DRAFT)
    page.set_zoom(100)
    zooms: list[int] = []
    for turn in (QPoint(0, 120), QPoint(120, 0), QPoint(0, -30), QPoint(0, -90), QPoint(0, -240)):
        QGuiApplication.sendEvent(page.viewport(), wheel(page.viewport(), turn, CTRL))
        zooms.append(page.zoom)
    assert zooms == [110, 110, 110, 100, 80]


def test_theme_and_zoom_change_the_look_and_not_the_text(make_page: MakePage) -> None:
    page = make_page(DRAFT)
    before, height = shown(page), page.document().size().height()
    page.set_zoom(200)
    page.set_theme(DARK)
    assert shown(page) == before
    assert page.document().size().height() > 1.4 * height
    assert page.textCursor().charFormat().foreground().color().name() != "#1a1c1e"


# --- typing -------------------------------------------------------------------------------------


def test_typing_goes_to_the_paragraph_and_the_caret_with_it(
    make_page: MakePage, qtbot: QtBot
) -> None:
    page = make_page(DRAFT)
    put(page, "p3", 3)
    qtbot.keyClicks(page, " more")
    assert plain(page)[2] == shown(page)[4] == "one more;"
    assert page.caret() == Caret(paragraph_place("p3"), 8)


def test_openers_turn_italic_as_they_are_typed(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(edits.insert(Resolution(), 0, Part.PREAMBLE))
    put(page, "p1")
    qtbot.keyClicks(page, "Recalling also its")
    text = page.session.resolution.paragraph("p1").text
    assert text.stretches(Style.ITALIC) == ((0, 14),)
    assert is_italic(page, "p1", 13)
    assert not is_italic(page, "p1", 15)


def test_words_are_undone_one_by_one(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(DRAFT)
    put(page, "p3", 3)
    qtbot.keyClicks(page, " and many more")
    seen = []
    while page.session.undo_stack.canUndo():
        page.undo()
        seen.append(plain(page)[2])
    assert seen == ["one and many ;", "one and ;", "one ;", "one;"]
    assert page.caret() == Caret(paragraph_place("p3"), 3)


def test_moving_the_caret_starts_a_new_step(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(DRAFT)
    put(page, "p3", 3)
    qtbot.keyClicks(page, "x")
    qtbot.keyClick(page, Qt.Key.Key_Left)
    qtbot.keyClicks(page, "y")
    assert page.session.undo_stack.count() == 2


def test_emoji_and_combining_marks_count_as_one_place(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(document("P: a\U0001f600e\u0301b, | 1. Decides."))
    put(page, "p1", 2)
    qtbot.keyClicks(page, "x")
    assert plain(page)[0] == "a\U0001f600xe\u0301b,"
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    assert plain(page)[0] == "ae\u0301b,"
    qtbot.keyClick(page, Qt.Key.Key_Delete)
    assert plain(page)[0] == "ab,"


def test_typing_over_a_selection_of_paragraphs_is_one_step(
    make_page: MakePage, qtbot: QtBot
) -> None:
    page = make_page(DRAFT)
    select(page, ("p1", 10), ("p4", 1))
    qtbot.keyClicks(page, "x")
    assert plain(page) == ["Recalling xwo;", "Requests z."]
    page.undo()
    assert page.session.resolution == DRAFT


def test_words_before_and_after_a_mark(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(DRAFT)
    put(page, "p1", 20)
    qtbot.keyClicks(page, "x")
    assert shown(page)[2] == "Recalling the Court,x\ufffc"
    qtbot.keyClick(page, Qt.Key.Key_Right)
    qtbot.keyClicks(page, "y")
    assert shown(page)[2] == "Recalling the Court,x\ufffcy"


def test_backspace_takes_a_mark_and_leaves_the_note(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(DRAFT)
    put(page, "p1", 21)
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    assert shown(page)[2] == "Recalling the Court,"
    assert len(page.session.resolution.footnotes) == 1


@pytest.mark.parametrize(
    ("key", "modifiers", "left"),
    [
        (Qt.Key.Key_Backspace, CTRL, "Recalling Court,"),
        (Qt.Key.Key_Delete, CTRL, "Recalling the ,"),
    ],
)
def test_words_are_deleted_whole(
    make_page: MakePage, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, left: str
) -> None:
    page = make_page(document("P: Recalling the Court, | 1. Decides."))
    put(page, "p1", 14)
    qtbot.keyClick(page, key, modifiers)
    assert plain(page)[0] == left


def test_commands_are_not_typed(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(DRAFT)
    put(page, "p3")
    qtbot.keyClick(page, Qt.Key.Key_J, CTRL)
    qtbot.keyClick(page, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(page, Qt.Key.Key_F5)
    assert page.session.resolution == DRAFT


# --- structure ----------------------------------------------------------------------------------


def test_a_draft_is_written_without_touching_the_mouse(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(edits.insert(Resolution(), 0, Part.PREAMBLE))
    put(page, "p1")
    for line in ("Recalling x", "Noting y", "", "Requests:", "to do", "to be", "", "Decides"):
        qtbot.keyClicks(page, line)
        if line != "Decides":
            qtbot.keyClick(page, Qt.Key.Key_Return)
    assert labels(page)[2:] == ["", "", "1.", "(a)", "(b)", "2."]
    assert plain(page) == ["Recalling x,", "Noting y,", "Requests:", "to do;", "to be;", "Decides"]
    assert page.blocks[-1].ghost == "."


def test_tab_and_shift_tab_change_the_level_at_a_start(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(DRAFT)
    put(page, "p5")
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert labels(page)[6] == "(c)"
    qtbot.keyClick(page, Qt.Key.Key_Backtab, SHIFT)
    assert labels(page)[6] == "2."
    with qtbot.waitSignal(page.refused):
        put(page, "p5", 3)
        qtbot.keyClick(page, Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.refused):
        put(page, "p5")
        qtbot.keyClick(page, Qt.Key.Key_Backtab, SHIFT)


def test_backspace_and_delete_join(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(DRAFT)
    put(page, "p4")
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    assert plain(page)[2] == "one; two;"
    assert page.caret() == Caret(paragraph_place("p3"), 5)
    page.undo()
    put(page, "p3", 4)
    qtbot.keyClick(page, Qt.Key.Key_Delete)
    assert plain(page)[2] == "one; two;"
    assert page.caret() == Caret(paragraph_place("p3"), 4)


WORDS = "Recalling the Secretary-General;"


@pytest.mark.parametrize("at", range(1, len(WORDS)))
def test_enter_and_backspace_leave_the_words_as_they_were(
    make_page: MakePage, qtbot: QtBot, at: int
) -> None:
    page = make_page(document(f"P: {WORDS} | 1. Decides y.", printed=False))
    before = page.session.resolution.paragraphs
    put(page, "p1", at)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    halves = plain(page)[:2]
    assert not any(half != half.strip() for half in halves)
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    assert page.session.resolution.paragraphs == before
    qtbot.keyClick(page, Qt.Key.Key_Return)
    put(page, "p1", len(halves[0]))
    qtbot.keyClick(page, Qt.Key.Key_Delete)
    assert page.session.resolution.paragraphs == before


def test_words_typed_since_enter_stay_when_the_halves_are_joined(
    make_page: MakePage, qtbot: QtBot
) -> None:
    page = make_page(document(f"P: {WORDS} | 1. Decides y.", printed=False))
    put(page, "p1", len("Recalling the"))
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClicks(page, "kind ")
    qtbot.keyClick(page, Qt.Key.Key_Home)
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    assert plain(page)[0] == "Recalling the kind Secretary-General;"


def test_an_impossible_edit_changes_nothing_and_says_why(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(DRAFT)
    put(page, "p1")
    with qtbot.waitSignal(page.refused) as refused:
        qtbot.keyClick(page, Qt.Key.Key_Backspace)
    assert refused.args[0]
    assert page.session.resolution is DRAFT


def test_a_paragraph_moves_with_its_items_and_the_caret_in_it(make_page: MakePage) -> None:
    page = make_page(DRAFT)
    put(page, "p2", 4)
    page.writer.move_down(page.selection())
    assert labels(page)[3:] == ["1.", "2.", "(a)", "(b)"]
    assert page.caret() == Caret(paragraph_place("p2"), 4)


def test_shift_enter_breaks_a_line_in_the_title_of_an_annex(
    make_page: MakePage, qtbot: QtBot
) -> None:
    page = make_page(document("1. Decides y. | A: Rules of | 1. Rule."))
    put(page, "p2", 8)
    qtbot.keyClick(page, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClicks(page, "procedure")
    assert plain(page)[1] == "Rules of\nprocedure"
    assert shown(page)[3] == "Rules of\u2028procedure"


def test_styles_by_key_on_a_selection_and_for_what_comes(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(DRAFT)
    select(page, ("p3", 0), ("p3", 3))
    page.writer.toggle_style(page.selection(), Style.ITALIC)
    assert page.session.resolution.paragraph("p3").text.stretches(Style.ITALIC) == ((0, 3),)
    assert page.selection()[0].at == 0
    put(page, "p4", 3)
    page.writer.toggle_style(page.selection(), Style.BOLD)
    qtbot.keyClicks(page, "x")
    assert page.session.resolution.paragraph("p4").text.stretches(Style.BOLD) == ((3, 4),)


def test_a_footnote_is_set_at_the_caret(make_page: MakePage) -> None:
    page = make_page(DRAFT)
    note = page.writer.insert_footnote(Caret(paragraph_place("p3"), 3), "See x.")
    assert note is not None
    assert page.session.resolution.footnote(note).text == Text("See x.")
    assert shown(page)[4] == "one\ufffc;"
    assert page.blocks[4].notes == ("2",)


# --- undo ---------------------------------------------------------------------------------------


def test_the_caret_stays_near_what_an_undo_takes_away(make_page: MakePage) -> None:
    page = make_page(document("P: Recalling x, | 1. Decides y; | 2. Urges z.", printed=False))
    put(page, "p3", len("Urges z."))
    table = QMimeData()
    table.setText("Year\tSum\n2024\t5\n2025\t6\n")
    page.insertFromMimeData(table)
    assert len(page.session.resolution.paragraphs) == 4
    page.undo()
    assert page.caret() == Caret(paragraph_place("p3"), len("Urges z."))


def test_undo_by_key_is_the_sessions(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(DRAFT)
    put(page, "p3", 3)
    qtbot.keyClicks(page, "x")
    qtbot.keyClick(page, Qt.Key.Key_Z, CTRL)
    assert page.session.resolution == DRAFT
    qtbot.keyClick(page, Qt.Key.Key_Z, CTRL | SHIFT)
    assert plain(page)[2] == "onex;"


def test_an_edit_elsewhere_leaves_the_caret_alone(make_page: MakePage) -> None:
    page = make_page(DRAFT)
    put(page, "p4", 2)
    session = page.session
    session.apply(edits.set_text(session.resolution, "p1", Text("Noting,")), "Fix")
    session.apply(edits.move_down(session.resolution, "p2"), "Move")
    assert page.caret() == Caret(paragraph_place("p4"), 2)
    assert shown(page)[2] == "Noting,"


# --- input methods and what Qt writes by itself -------------------------------------------------


def compose(page: Page, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QGuiApplication.sendEvent(page, event)


def test_nothing_reaches_the_document_before_it_is_committed(make_page: MakePage) -> None:
    page = make_page(document("@zh | P: 回顾 | 1. 决定", printed=False))
    put(page, "p1", 2)
    before = page.session.resolution
    compose(page, "qi")
    assert page.session.resolution is before
    compose(page, "", "其")
    assert plain(page)[0] == shown(page)[2] == "回顾其"
    assert page.caret() == Caret(paragraph_place("p1"), 3)


def test_a_typeface_that_stands_for_italics_is_that_of_openers_alone(qtbot: QtBot) -> None:
    typography = Typography("zh", LIGHT, 1.0, 1.0)
    family = QFontDatabase.families()[0]
    setting = replace(typography.setting, italic_families=("None such", family))
    vars(typography)["setting"] = setting
    block = page_blocks(document("@zh | P: _回顾_其决议，", printed=False))[2]
    opener = typography.char_format(block, frozenset({Style.ITALIC})).font()
    bold = typography.char_format(block, frozenset({Style.BOLD})).font()
    assert opener.families()[0] == family
    assert bold.families()[0] != family
    assert opener.bold()
    assert not opener.italic()
    assert opener.families()[1:] == bold.families()


def test_a_committed_emoji_after_an_emoji(make_page: MakePage) -> None:
    page = make_page(document("P: \U0001f600\U0001f600, | 1. Decides."))
    put(page, "p1", 1)
    compose(page, "", "\U0001f600")
    assert plain(page)[0] == "\U0001f600\U0001f600\U0001f600,"
    assert page.caret().at == 2


def test_composing_over_paragraphs_takes_the_selection_out_first(make_page: MakePage) -> None:
    page = make_page(DRAFT)
    select(page, ("p1", 10), ("p4", 1))
    compose(page, "n")
    compose(page, "", "ñ")
    assert plain(page) == ["Recalling ñwo;", "Requests z."]


def test_what_qt_writes_into_the_text_is_read_back(make_page: MakePage) -> None:
    page = make_page(DRAFT)
    put(page, "p3", 1)
    page.insertPlainText("N\nM")
    assert plain(page)[2:4] == ["oN", "Mne;"]
    assert shown(page)[4:6] == ["oN", "Mne;"]
    cursor = page.textCursor()
    cursor.setPosition(page.position_of(Caret(paragraph_place("p1"), 3)))
    cursor.setPosition(
        page.position_of(Caret(paragraph_place("p2"), 3)), QTextCursor.MoveMode.KeepAnchor
    )
    cursor.removeSelectedText()
    assert plain(page)[0] == "Recides:"
    assert shown(page)[2] == "Recides:"


# --- clipboard and dragging ---------------------------------------------------------------------


def test_a_copied_paragraph_brings_its_number_and_italics_to_other_programs(
    make_page: MakePage,
) -> None:
    page = make_page(DRAFT)
    select(page, ("p2", 0), ("p4", 4))
    mime = page.createMimeDataFromSelection()
    assert mime.text() == "1. Decides:\n(a) one;\n(b) two;"
    assert "<p>1.\u2003<i>Decides</i>:</p>" in mime.html()


def test_cut_and_paste_by_key(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(DRAFT)
    select(page, ("p2", 0), ("p4", 4))
    qtbot.keyClick(page, Qt.Key.Key_X, CTRL)
    assert plain(page) == ["Recalling the Court,", "", "Requests z."]
    qtbot.keyClick(page, Qt.Key.Key_V, CTRL)
    assert plain(page) == plain_of(DRAFT)
    assert labels(page)[3:6] == ["1.", "(a)", "(b)"]


def plain_of(resolution: Resolution) -> list[str]:
    return [paragraph.text.plain for paragraph in resolution.paragraphs]


def test_pasted_words_stay_in_the_paragraph(make_page: MakePage) -> None:
    page = make_page(DRAFT)
    put(page, "p3", 3)
    mime = QMimeData()
    mime.setText(" and only\r\n")
    page.insertFromMimeData(mime)
    assert plain(page)[2] == "one and only;"


def test_pasted_paragraphs_land_as_structure(make_page: MakePage) -> None:
    page = make_page(edits.insert(Resolution(), 0, Part.PREAMBLE))
    put(page, "p1")
    mime = QMimeData()
    mime.setText(
        "The General Assembly,\n\nRecalling its resolution 60/1,\n\n"
        "1. Decides to do this:\n\n(a) One thing;\n\n(b) Another;\n\n2. Requests a report.\n"
    )
    page.insertFromMimeData(mime)
    assert [label for label in labels(page) if label] == ["1.", "(a)", "(b)", "2."]


def test_an_empty_clipboard_is_no_crash(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(DRAFT)
    with qtbot.waitSignal(page.refused):
        page.insertFromMimeData(QMimeData())


def test_words_are_dragged_within_the_page(make_page: MakePage) -> None:
    page = make_page(DRAFT)
    select(page, ("p3", 0), ("p3", 3))
    target = page.block_of(paragraph_place("p4"))
    cursor = QTextCursor(target)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    point = QPointF(page.cursorRect(cursor).center())
    mime = page.createMimeDataFromSelection()
    drop = QDropEvent(
        point,
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        NONE,
    )
    page.dropEvent(drop)
    assert plain(page)[2:4] == ["one;", "two;one"]


# --- where the caret is -------------------------------------------------------------------------


def test_the_title_is_typed_on_the_page(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(DRAFT)
    page.set_caret(Caret(TITLE, 5))
    qtbot.keyClicks(page, " now")
    assert page.session.resolution.title.plain == "Peace now"


def test_words_typed_on_the_organs_own_line_begin_the_text(
    make_page: MakePage, qtbot: QtBot
) -> None:
    page = make_page(DRAFT)
    page.set_caret(Caret(TITLE, 5))
    qtbot.keyClick(page, Qt.Key.Key_Down)
    assert page.caret().place == ORGAN_LINE
    qtbot.keyClicks(page, "Noting it")
    first = page.session.resolution.paragraphs[0]
    assert page.session.resolution.organ_line == DRAFT.organ_line
    assert first.part is Part.PREAMBLE
    assert first.text.plain.startswith("Noting it")
    assert page.caret() == Caret(paragraph_place(first.id), 9)
    assert plain(page)[1:] == [one.text.plain for one in DRAFT.paragraphs]
    page.undo()
    page.undo()
    assert page.session.resolution == DRAFT


def test_words_on_the_organs_line_go_into_an_empty_first_paragraph(
    make_page: MakePage, qtbot: QtBot
) -> None:
    page = make_page(document("@fr | Line: L’Assemblée générale, | P: x | 1. y", printed=False))
    page.select(Caret(paragraph_place("p1")), Caret(paragraph_place("p1"), 1))
    qtbot.keyClick(page, Qt.Key.Key_Delete)
    end = len(page.session.resolution.organ_line.plain)
    page.set_caret(Caret(ORGAN_LINE, end))
    qtbot.keyClicks(page, " Rappelant")
    assert page.session.resolution.organ_line.plain == "L’Assemblée générale,"
    assert plain(page)[0].startswith("Rappelant")
    assert len(plain(page)) == 2


def test_an_input_method_and_pasted_words_begin_the_text_too(make_page: MakePage) -> None:
    page = make_page(document("@zh | Line: 大会， | P: 回顾 | 1. 决定", printed=False))
    line = page.session.resolution.organ_line
    page.set_caret(Caret(ORGAN_LINE, 3))
    compose(page, "zhu")
    compose(page, "", "注意")
    assert page.session.resolution.organ_line == line
    assert shown(page)[1] == line.plain
    assert plain(page) == ["注意", "回顾", "决定"]
    assert shown(page)[2:] == plain(page)
    page.set_caret(Caret(ORGAN_LINE, 0))
    words = QMimeData()
    words.setText("又")
    page.insertFromMimeData(words)
    assert page.session.resolution.organ_line == line
    assert plain(page)[0] == "又"


def test_another_organ_line_is_typed_on_the_page(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(document("Line: The Council of Elders | P: x | 1. y", printed=False))
    page.set_caret(Caret(ORGAN_LINE, 11))
    qtbot.keyClicks(page, " Wise")
    assert page.session.resolution.organ_line.plain == "The Council Wise of Elders"


def test_the_organs_own_line_is_replaced_by_typing_over_it(
    make_page: MakePage, qtbot: QtBot
) -> None:
    page = make_page(DRAFT)
    page.select(Caret(ORGAN_LINE, 0), Caret(ORGAN_LINE, 21))
    qtbot.keyClicks(page, "Elders")
    assert page.session.resolution.organ_line.plain == "Elders"


def test_the_caret_is_announced_when_it_moves(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(DRAFT)
    put(page, "p3", 1)
    with qtbot.waitSignal(page.caret_moved) as moved:
        qtbot.keyClick(page, Qt.Key.Key_Right)
    assert moved.args == [Caret(paragraph_place("p3"), 2)]


@pytest.mark.parametrize("at", [0, 3])
def test_tab_in_the_title_says_that_it_is_no_paragraph(
    make_page: MakePage, qtbot: QtBot, at: int
) -> None:
    page = make_page(document("Title: Plain words | P: Recalling x, | 1. Decides y."))
    page.set_caret(Caret(TITLE, at))
    with qtbot.waitSignal(page.refused) as refused:
        qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert refused.args == ["The caret is not in a paragraph."]
    assert page.caret() == Caret(TITLE, at)


def test_the_caret_stays_where_it_is_in_the_view_at_another_size(make_page: MakePage) -> None:
    page = make_page(document(" | ".join(f"{n}. _Decides_ {n};" for n in range(1, 301))))
    page.set_zoom(150)
    page.go_to("p150")
    top = page.cursorRect().top()
    for percent in (60, 150):
        page.set_zoom(percent)
        assert abs(page.cursorRect().top() - top) <= 2
    page.go_to("p1")
    page.show_top()
    page.set_zoom(120)
    assert page.verticalScrollBar().value() == 0


def test_a_word_without_end_is_laid_out_by_letters(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(DRAFT)
    between = page.document().defaultTextOption().wrapMode()
    word = "a" * 30_000
    put(page, "p2", len("Decides"))
    copied = QMimeData()
    copied.setText(word)
    page.insertFromMimeData(copied)
    qtbot.waitUntil(lambda: not page.pasting.is_reading)
    assert page.document().defaultTextOption().wrapMode() is QTextOption.WrapMode.WrapAnywhere
    assert page.session.resolution.paragraphs[1].text.plain == f"Decides{word}:"
    assert shown(page)[3] == f"Decides{word}:"
    page.undo()
    assert page.document().defaultTextOption().wrapMode() is between

"""The find bar on a page, by keys and mouse."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from drafter.app.places import Caret, paragraph_place
from drafter.app.session import Session
from drafter.core import edits
from drafter.core.inline import Text
from drafter.core.model import Paragraph, ParagraphKind, Part
from drafter.ui import find_bar
from drafter.ui.editor.page import Page
from drafter.ui.find_bar import FindBar
from drafter.ui.theme import DARK, LIGHT
from tests.notation import document

SAMPLE = document(
    "Title: States and states | P: _Recalling_ States,[^1] | 1. Requests all States;[^1] |"
    " 2. Urges the State. | [^1]: See States."
)


@pytest.fixture
def session() -> Session:
    return Session(SAMPLE)


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Page:
    surface = Page(session, LIGHT)
    qtbot.addWidget(surface)
    surface.resize(900, 600)
    surface.show()
    return surface


@pytest.fixture
def bar(session: Session, page: Page, qtbot: QtBot) -> FindBar:
    finder = FindBar(session, page)
    qtbot.addWidget(finder)
    finder.open_to_replace()
    return finder


def words(session: Session) -> list[str]:
    return [paragraph.text.plain for paragraph in session.resolution.paragraphs]


def test_finds_are_counted_as_one_types(bar: FindBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.words, "states")
    assert bar.count.text() == "5 found"
    qtbot.mouseClick(bar.match_case, Qt.MouseButton.LeftButton, pos=bar.match_case.rect().center())
    bar.match_case.setChecked(True)
    assert bar.count.text() == "1 found"
    qtbot.keyClicks(bar.words, "x")
    assert "Not found" in bar.count.text()


def test_finds_lie_on_a_ground_of_their_own_until_the_bar_is_closed(
    bar: FindBar, page: Page, qtbot: QtBot
) -> None:
    def lit() -> list[str]:
        ground = QColor(page.theme.found)
        shown = (one for one in page.extraSelections() if one.format.background() == ground)
        return [one.cursor.selectedText() for one in shown]

    qtbot.keyClicks(bar.words, "states")
    assert lit() == ["States", "states", "States", "States"]  # the fifth stands in a note
    page.set_theme(DARK)
    assert len(lit()) == 4
    bar.new.setText("Nations")
    qtbot.mouseClick(bar.replace_all, Qt.MouseButton.LeftButton)
    assert lit() == []
    page.undo()
    assert len(lit()) == 4
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert lit() == []


def test_enter_goes_from_find_to_find_and_round(bar: FindBar, page: Page, qtbot: QtBot) -> None:
    bar.whole_word.setChecked(True)
    qtbot.keyClicks(bar.words, "States")
    seen = []
    for _ in range(5):
        qtbot.keyClick(bar.words, Qt.Key.Key_Return)
        seen.append((bar.count.text(), page.textCursor().selectedText()))
    assert [count for count, _ in seen] == [f"{n} of 5" for n in (3, 4, 5, 1, 2)]
    qtbot.keyClick(bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.textCursor().selectedText().casefold() == "states"


def test_replacing_all_is_one_undo_step_and_keeps_notes(
    bar: FindBar, session: Session, qtbot: QtBot
) -> None:
    bar.match_case.setChecked(True)
    qtbot.keyClicks(bar.words, "States")
    qtbot.keyClicks(bar.new, "Members")
    qtbot.mouseClick(bar.replace_all, Qt.MouseButton.LeftButton)
    assert words(session) == ["Recalling Members,", "Requests all Members;", "Urges the State."]
    assert session.resolution.footnotes[0].text.plain == "See Members."
    assert [m.note for p in session.resolution.paragraphs for m in p.text.marks] == ["n1", "n1"]
    session.undo()
    assert session.resolution == SAMPLE


def test_replacing_one_by_one_goes_on(bar: FindBar, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.words, "all")
    qtbot.keyClicks(bar.new, "some")
    qtbot.mouseClick(bar.replace_one, Qt.MouseButton.LeftButton)
    assert words(session)[1] == "Requests all States;"
    for _ in range(2):
        qtbot.mouseClick(bar.replace_one, Qt.MouseButton.LeftButton)
    assert words(session)[0] == "Recsomeing States,"
    assert words(session)[1] == "Requests some States;"


def test_in_selection_only(bar: FindBar, session: Session, page: Page, qtbot: QtBot) -> None:
    page.select(Caret(paragraph_place("p2"), 0), Caret(paragraph_place("p3"), 5))
    bar.open_to_replace()
    assert bar.in_selection.isChecked()
    bar.words.clear()
    qtbot.keyClicks(bar.words, "States")
    assert bar.count.text() == "1 found"
    bar.in_selection.setChecked(False)
    assert bar.count.text() == "5 found"


@pytest.mark.parametrize("all_at_once", [True, False])
def test_replacing_stays_in_the_selection(
    bar: FindBar, session: Session, page: Page, qtbot: QtBot, all_at_once: bool
) -> None:
    end = Caret(paragraph_place("p2"), len("Requests all States"))
    page.select(Caret(paragraph_place("p1"), 0), end)
    bar.open_to_replace()
    bar.words.clear()
    qtbot.keyClicks(bar.words, "States")
    qtbot.keyClicks(bar.new, "Member States")
    for _ in range(3 if not all_at_once else 1):
        qtbot.mouseClick(
            bar.replace_all if all_at_once else bar.replace_one, Qt.MouseButton.LeftButton
        )
    assert bar.in_selection.isChecked()
    assert words(session)[2] == "Urges the State."
    assert session.resolution.title.plain == "States and states"
    assert words(session)[:2] == ["Recalling Member States,", "Requests all Member States;"]


def test_a_broken_expression_is_said_and_changes_nothing(
    bar: FindBar, session: Session, qtbot: QtBot
) -> None:
    bar.is_regex.setChecked(True)
    qtbot.keyClicks(bar.words, "(")
    assert "not a regular expression" in bar.count.text()
    qtbot.mouseClick(bar.replace_all, Qt.MouseButton.LeftButton)
    assert session.undo_stack.count() == 0


def test_an_expression_that_takes_too_long_is_said_and_left_alone(
    bar: FindBar, session: Session, page: Page, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = edits.set_text(session.resolution, "p1", Text("a" * 60 + "b"))
    session.apply(changed, "Many letters")
    bar.is_regex.setChecked(True)
    bar.words.setText("(a|aa)+$")
    assert "takes too long" in bar.count.text()
    searched: list[object] = []
    monkeypatch.setattr(find_bar, "find_all", lambda *asked: searched.append(asked) or ())
    page.go_to("p2")
    qtbot.keyClicks(page, "also")
    assert searched == []
    assert "takes too long" in bar.count.text()
    qtbot.mouseClick(bar.next, Qt.MouseButton.LeftButton)
    assert len(searched) == 1
    assert "Not found" in bar.count.text()


def test_a_long_sentence_is_seen_whole_in_a_narrow_bar(
    bar: FindBar, page: Page, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    box.addWidget(page, 1)
    box.addWidget(bar)
    window.resize(bar.minimumSizeHint().width(), 500)
    window.show()
    bar.is_regex.setChecked(True)
    bar.words.setText("(")
    count = bar.count
    qtbot.waitUntil(lambda: count.height() >= count.heightForWidth(count.width()))
    assert count.height() > 2 * count.fontMetrics().height()
    window.close()
    bar.setParent(None)
    page.setParent(None)


def test_a_find_in_a_note_leads_there(bar: FindBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.words, "See")
    with qtbot.waitSignal(bar.note_found) as found:
        qtbot.mouseClick(bar.next, Qt.MouseButton.LeftButton)
    assert found.args == ["n1"]


def test_words_in_a_table_are_found_and_replaced(qtbot: QtBot) -> None:
    cells = ((Text("Year"), Text("Sum of States")), (Text("2024"), Text("States")))
    table = Paragraph("p9", Part.OPERATIVE, kind=ParagraphKind.TABLE, numbered=False, cells=cells)
    session = Session(replace(SAMPLE, paragraphs=(*SAMPLE.paragraphs, table), serial=9))
    page = Page(session, LIGHT)
    qtbot.addWidget(page)
    bar = FindBar(session, page)
    qtbot.addWidget(bar)
    bar.open_to_replace()
    bar.match_case.setChecked(True)
    qtbot.keyClicks(bar.words, "States")
    assert bar.count.text() == "6 found"
    for _ in range(3):  # the title, round to the note, the table
        qtbot.mouseClick(bar.previous, Qt.MouseButton.LeftButton)
    assert bar.count.text() == "5 of 6"
    assert page.caret().place.id == "p9"
    qtbot.keyClicks(bar.new, "Members")
    qtbot.mouseClick(bar.replace_all, Qt.MouseButton.LeftButton)
    shown = [cell.plain for row in session.resolution.paragraph("p9").cells for cell in row]
    assert shown == ["Year", "Sum of Members", "2024", "Members"]
    assert session.undo_stack.count() == 1


def test_escape_goes_back_to_the_page(bar: FindBar, qtbot: QtBot) -> None:
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_going_on_with_the_bar_closed_finds_in_the_text_as_it_is_now(
    bar: FindBar, session: Session, page: Page, qtbot: QtBot
) -> None:
    qtbot.keyClicks(bar.words, "urges")
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    page.go_to("p3")
    page.writer.delete(page.selection())
    bar.find_next()
    assert "Not found" in bar.count.text()
    page.undo()
    page.go_to("p1")
    bar.find_next()
    assert page.textCursor().selectedText() == "Urges"
    assert all(one.cursor.selectedText() != "Urges" for one in page.extraSelections())


def test_a_bar_opened_again_searches_what_is_selected_now(
    bar: FindBar, session: Session, page: Page, qtbot: QtBot
) -> None:
    def select(first: str, last: str) -> None:
        end = Caret(paragraph_place(last), len(session.resolution.paragraph(last).text))
        page.select(Caret(paragraph_place(first)), end)

    bar.words.setText("a")
    select("p1", "p2")
    bar.open_to_replace()
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    select("p2", "p3")
    bar.open_to_replace()
    qtbot.mouseClick(bar.replace_all, Qt.MouseButton.LeftButton)
    first, *others = words(session)
    assert first == SAMPLE.paragraphs[0].text.plain
    assert not any("a" in one for one in others)


def test_selected_words_with_a_note_in_them_are_found(bar: FindBar, page: Page) -> None:
    place = paragraph_place("p1")
    page.select(Caret(place, 0), Caret(place, len(page.session.resolution.paragraphs[0].text) + 1))
    bar.open_to_find()
    assert bar.words.text() == "Recalling States,"
    assert bar.count.text() == "1 found"

"""Problems underlined on the page, and the menu of fixes at the caret."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat
from pytestqt.qtbot import QtBot

from drafter.app.checking import Checking
from drafter.app.session import Session
from drafter.ui.desk import Desk
from drafter.ui.editor.page import Page
from drafter.ui.findings import FixMenu, Underlines, problems_at_caret
from drafter.ui.main_window import MainWindow
from drafter.ui.theme import DARK, LIGHT
from tests.notation import document

SAMPLE = document(
    "Line: _The General Assembly_, | P: Recalling x,[^1] | P: Noting y; | 1. Decides z. |"
    " 2. Urges a. | [^1]: A/61/179."
)
UNFINISHED = document("Line: _The General Assembly_, | P: Recalling x, | 1. Go x; | 2. Stop.")


@pytest.fixture
def session() -> Session:
    return Session(SAMPLE)


@pytest.fixture
def checking(session: Session, qtbot: QtBot) -> Iterator[Checking]:
    live = Checking(session)
    live.check_now()
    qtbot.waitUntil(lambda: live.is_current)
    yield live
    live.close()


@pytest.fixture
def page(session: Session, checking: Checking, qtbot: QtBot) -> Page:
    surface = Page(session, LIGHT)
    qtbot.addWidget(surface)
    surface.resize(900, 600)
    Underlines(session, surface, checking)
    surface.show()
    return surface


def lined(page: Page) -> list[tuple[str, QTextCharFormat.UnderlineStyle]]:
    return [
        (one.cursor.selectedText(), one.format.underlineStyle()) for one in page.extraSelections()
    ]


def test_each_problem_is_underlined_where_it_stands(page: Page) -> None:
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    assert lined(page) == [(";", wave), (".", wave)]


def test_lines_go_when_the_problem_is_mended(page: Page, checking: Checking, qtbot: QtBot) -> None:
    page.go_to("p2", len("Noting y;"))
    page.setFocus()
    with qtbot.waitSignal(checking.problems_changed):
        qtbot.keyClick(page, Qt.Key.Key_Backspace)
        qtbot.keyClicks(page, ",")
    assert [words for words, _ in lined(page)] == ["."]


def test_lines_go_with_their_words(page: Page, qtbot: QtBot) -> None:
    page.go_to("p2")
    qtbot.keyClicks(page, "Also ")
    assert [words for words, _ in lined(page)] == [";", "."]
    assert page.extraSelections()[0].cursor.positionInBlock() == 14


def test_a_line_does_not_grow_over_what_is_typed_after_it(
    page: Page, checking: Checking, qtbot: QtBot
) -> None:
    checking.close()
    page.go_to("p2", len("Noting y;"))
    qtbot.keyClicks(page, " and more")
    assert page.session.resolution.paragraph("p2").text.plain == "Noting y; and more"
    assert [words for words, _ in lined(page)] == [";", "."]


def test_lines_come_back_with_words_that_were_taken_out(
    page: Page, checking: Checking, qtbot: QtBot
) -> None:
    page.go_to("p2", len("Noting y;"))
    with qtbot.waitSignal(checking.checked):
        qtbot.keyClick(page, Qt.Key.Key_Backspace)
        assert [words for words, _ in lined(page)] == ["", "."]
        page.undo()
    assert [words for words, _ in lined(page)] == [";", "."]


def test_the_menu_at_the_caret_says_what_a_fix_will_do(
    page: Page, checking: Checking, qtbot: QtBot
) -> None:
    page.go_to("p2", 3)
    menu = FixMenu(problems_at_caret(page, checking), {})
    qtbot.addWidget(menu)
    names = [action.text() for action in menu.actions() if action.isEnabled()]
    assert names[0].startswith("End with")
    with qtbot.waitSignal(menu.fix_requested) as wished:
        next(action for action in menu.actions() if action.text() == names[0]).trigger()
    assert wished.args is not None
    assert wished.args[0].place == "p2"


def test_a_place_without_problems_says_so(page: Page, checking: Checking, qtbot: QtBot) -> None:
    page.go_to("p1")
    menu = FixMenu(problems_at_caret(page, checking), {})
    qtbot.addWidget(menu)
    assert [action.isEnabled() for action in menu.actions()] == [False]


def written_in(desk: Desk, qtbot: QtBot) -> tuple[MainWindow, Checking]:
    """A window whose caret is in a paragraph that lacks its end."""
    window = desk.show(UNFINISHED, None)
    checking = desk.workspaces[window].checking
    qtbot.waitUntil(lambda: checking.is_current)
    window.page.go_to("p2", len("Go x;"))
    return window, checking


def test_words_being_typed_are_not_underlined_before_the_caret_leaves_them(
    desk: Desk, qtbot: QtBot
) -> None:
    window, checking = written_in(desk, qtbot)
    with qtbot.waitSignal(checking.checked):
        qtbot.keyClick(window.page, Qt.Key.Key_Backspace)
        qtbot.keyClicks(window.page, "yz")
    assert lined(window.page) == []
    assert checking.problems == ()
    qtbot.keyClick(window.page, Qt.Key.Key_Down)
    assert [words for words, _ in lined(window.page)] == ["z"]
    window.session.undo_stack.setClean()


def test_who_asks_for_the_next_problem_hears_of_the_words_being_typed_too(
    desk: Desk, qtbot: QtBot
) -> None:
    window, checking = written_in(desk, qtbot)
    with qtbot.waitSignal(checking.checked):
        qtbot.keyClick(window.page, Qt.Key.Key_Backspace)
    assert checking.problems == ()
    qtbot.keyClick(window.page, Qt.Key.Key_F8)
    assert [one.place for one in checking.problems] == ["p2"]
    assert [words for words, _ in lined(window.page)] == ["x"]
    assert not window.bar.isVisible()
    window.session.undo_stack.setClean()


def test_a_note_being_typed_waits_until_the_page_has_the_caret_again(
    desk: Desk, qtbot: QtBot
) -> None:
    window = desk.show(SAMPLE, None)
    workspace = desk.workspaces[window]
    checking, words = workspace.checking, workspace.panels.footnotes.rows["n1"].words
    qtbot.waitUntil(lambda: checking.is_current)
    workspace.panels.show_note("n1")
    qtbot.waitUntil(words.hasFocus)
    with qtbot.waitSignal(checking.checked):
        qtbot.keyClick(words, Qt.Key.Key_Backspace)
    assert "n1" not in {one.place for one in checking.problems}
    window.page.setFocus()
    assert "n1" in {one.place for one in checking.problems}
    window.session.undo_stack.setClean()


def test_lines_stay_when_the_page_is_zoomed_or_dressed_anew(page: Page) -> None:
    before = lined(page)
    page.set_zoom(150)
    assert lined(page) == before
    page.set_theme(DARK)
    assert lined(page) == before
    assert page.extraSelections()[0].format.underlineColor() == QColor(DARK.error)


def test_a_line_does_not_grow_over_a_paragraph_that_comes_after_it(
    page: Page, qtbot: QtBot
) -> None:
    page.writer.sets_end_marks = False
    page.go_to("p2", len("Noting y;"))
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert [words for words, _ in lined(page)] == [";", "."]
    qtbot.keyClicks(page, "More")
    assert [words for words, _ in lined(page)] == [";", "."]


def test_lines_follow_a_paragraph_that_moves(page: Page) -> None:
    page.go_to("p3")
    page.writer.move_down(page.selection())
    assert [words for words, _ in lined(page)] == [";", "."]
    page.undo()
    assert [words for words, _ in lined(page)] == [";", "."]

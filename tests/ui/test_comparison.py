"""Two states of a draft side by side."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter.core.model import Masthead
from drafter.ui.comparison import ComparisonView
from drafter.ui.marked_words import marked_words
from drafter.ui.theme import DARK, palette
from tests.notation import document

OLD = document(
    "Title: Peace | P: Recalling x, | 1. Decides y; | 2. Urges all <States>; | 3. Asks z."
)
NEW = document(
    "Title: Peace | P: Recalling x, | 1. Decides not y; | 2. Urges <States>; | 3. Asks z."
)


@pytest.fixture
def view(qtbot: QtBot) -> ComparisonView:
    made = ComparisonView()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    return made


def formats(document_: QTextDocument) -> dict[str, QTextCharFormat]:
    """The format of each stretch of one look."""
    found: dict[str, QTextCharFormat] = {}
    block = document_.begin()
    while block.isValid():
        walk = block.begin()
        while not walk.atEnd():
            fragment = walk.fragment()
            found[fragment.text()] = fragment.charFormat()
            walk += 1
        block = block.next()
    return found


def test_changed_words_are_struck_and_underlined_in_their_places(view: ComparisonView) -> None:
    view.show_both(OLD, NEW, old_name="then", new_name="now")
    looks = formats(view.text.document())
    assert looks["not"].fontUnderline()
    assert looks["all"].fontStrikeOut()
    words = view.text.toPlainText()
    assert "<States>" in words
    assert "One paragraph the same" in words
    assert view.summary.text() == "What differs: 2 changed"


def test_what_is_gone_new_or_moved_is_said_in_a_word(view: ComparisonView) -> None:
    old = document("P: Recalling x, | 1. Decides y; | 2. Urges all; | 3. Asks the rest to stay.")
    new = document("P: Recalling x, | 1. Asks the rest to stay. | 2. Decides y; | 3. Hopes much;")
    view.show_both(old, new, old_name="then", new_name="now")
    words = view.text.toPlainText()
    for said in ("+ added", "− taken out", "↕ moved"):
        assert said in words
    assert "1 moved · 1 added · 1 taken out" in view.summary.text()


def test_a_moved_paragraph_is_shortened(view: ComparisonView) -> None:
    long = "Asks " + "again and " * 30
    old = document(f"P: Recalling x, | 1. Decides y; | 2. Urges q; | 3. {long}z.")
    new = document(f"P: Recalling x, | 1. {long}z. | 2. Decides y; | 3. Urges q;")
    view.show_both(old, new, old_name="then", new_name="now")
    assert view.text.toPlainText().count("…") == 2


def test_titles_are_compared_too(view: ComparisonView) -> None:
    view.show_both(OLD, replace(OLD, number="64/177"), old_name="then", new_name="now")
    assert view.summary.text() == "What differs: number"
    assert "64/177" in view.text.toPlainText()


def test_equal_drafts_and_those_with_another_masthead_are_told_apart(view: ComparisonView) -> None:
    view.show_both(OLD, OLD, old_name="then", new_name="now")
    assert view.summary.text() == "The two are the same."
    as_printed = replace(OLD, masthead=Masthead(printed=("x",)))
    view.show_both(OLD, as_printed, old_name="then", new_name="now")
    assert "masthead" in view.summary.text()
    assert view.text.toPlainText() == ""


def test_fields_of_the_masthead_and_notes_are_shown(view: ComparisonView) -> None:
    old = document("1. Decides[^1] so. | [^1]: See resolution 60/1.")
    new = document("1. Decides[^1] so. | [^1]: See resolution 60/2.")
    new = replace(new, masthead=Masthead(session="Ninth session"))
    view.show_both(old, new, old_name="then", new_name="now")
    assert view.summary.text() == "What differs: session · one note · 1 changed"
    shown = view.text.toPlainText()
    assert "Ninth session" in shown
    assert "± note 1" in shown


def test_arabic_runs_from_the_right(view: ComparisonView) -> None:
    arabic = document("@ar | P: وإذ تشير إلى x، | 1. تقرر y.")
    view.show_one(arabic, "It holds:")
    assert "وإذ" in view.text.toPlainText()
    view.show_both(arabic, replace(arabic, number="1"), old_name="then", new_name="now")


def test_colours_follow_the_theme(view: ComparisonView, qtbot: QtBot) -> None:
    view.show_both(OLD, NEW, old_name="then", new_name="now")
    before = QGuiApplication.palette()
    QApplication.setPalette(palette(DARK))
    qtbot.waitUntil(
        lambda: (
            formats(view.text.document())["not"].background().color().name()
            == DARK.selection.lower()
        )
    )
    view.show_one(NEW, "alone")
    QApplication.setPalette(before)
    assert view.summary.text() == "alone"


def test_a_very_long_list_of_changes_ends_with_a_count(view: ComparisonView) -> None:
    many = " | ".join(f"{n}. Urges number {n};" for n in range(1, 702))
    view.show_both(document("P: x,"), document(f"P: x, | {many}"), old_name="a", new_name="b")
    assert "and 102 more" in view.text.toPlainText()


def test_spaces_round_words_that_came_are_marked_only_if_nothing_else_came() -> None:
    assert marked_words("ins", "second ") == "<ins>second</ins> "
    assert marked_words("del", " & more") == " <del>&amp; more</del>"
    assert marked_words("ins", " ") == "<ins> </ins>"
    assert marked_words("ins", "a\nb") == "<ins>a<br>b</ins>"

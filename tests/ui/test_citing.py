"""Citing from the page, by keys and mouse."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from drafter.app.citing import Choice, Document
from drafter.app.places import Caret, paragraph_place
from drafter.core.inline import Text
from drafter.corpus.finding import Finder
from drafter.corpus.register import Entry
from drafter.corpus.schema import FILE
from drafter.ui.citation_popup import CitationPopup
from drafter.ui.citation_rows import ChoiceModel
from drafter.ui.desk import Desk
from drafter.ui.main_window import MainWindow
from tests.corpus.making import RIVERS, RIVIERES, add
from tests.notation import document

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
Show = Callable[..., MainWindow]


@pytest.fixture
def show(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Show:
    """Shows a draft in a window whose corpus has two texts, with the caret or a selection set."""
    add(tmp_path / "texts" / "corpus", RIVERS, RIVIERES)

    def shown(notation: str, start: int, end: int | None = None) -> MainWindow:
        window = desk.show(document(notation, printed=False), None)
        with qtbot.waitActive(window):
            window.activateWindow()
        place = paragraph_place("p1")
        window.page.select(Caret(place, start), Caret(place, start if end is None else end))
        return window

    return shown


def asked(window: MainWindow, qtbot: QtBot) -> CitationPopup:
    qtbot.keyClick(window.page, Qt.Key.Key_R, CTRL_SHIFT)
    (popup,) = (one for one in window.findChildren(CitationPopup) if one.isVisible())
    return popup


def answered(popup: CitationPopup, qtbot: QtBot, words: str) -> None:
    qtbot.keyClicks(popup.words, words)
    qtbot.waitUntil(lambda: popup.is_answered and popup.chosen() is not None)


def plain(window: MainWindow) -> str:
    return window.session.resolution.paragraphs[0].text.plain.replace("\u00a0", " ")


def test_a_number_and_enter_cite_a_resolution_in_one_step(show: Show, qtbot: QtBot) -> None:
    window = show("@fr | P: _Rappelant_", 9)
    popup = asked(window, qtbot)
    answered(popup, qtbot, "70/901")
    assert popup.text_preview.text().startswith("sa résolution 70/901 du")
    assert popup.note_preview.text() == "Résolution 70/901."
    row = popup.list.currentIndex().data()
    assert row.split("\n")[1] == "Soin des fleuves partagés"
    assert "10 December 2015 (from its text)" in row
    qtbot.keyClick(popup.words, Qt.Key.Key_Return)
    assert plain(window) == "Rappelant sa résolution 70/901 du 10 décembre 2015"
    assert window.session.undo_stack.count() == 1
    assert not popup.isVisible()
    window.session.undo()
    assert plain(window) == "Rappelant"


def test_what_is_typed_at_once_goes_into_the_words(show: Show, qtbot: QtBot) -> None:
    popup = asked(show("@fr | P: _Rappelant_", 9), qtbot)
    assert popup.focusWidget() is popup.words  # a popup gives its keys to this one
    QTest.keyClick(popup.windowHandle(), Qt.Key.Key_7)
    assert popup.words.text() == "7"


def test_an_enter_that_comes_before_the_answer_waits_for_it(show: Show, qtbot: QtBot) -> None:
    window = show("P: _Recalling_", 9)
    popup = asked(window, qtbot)
    qtbot.keyClicks(popup.words, "70/901")
    qtbot.keyClick(popup.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: plain(window) != "Recalling")
    assert plain(window) == "Recalling its resolution 70/901 of 10 December 2015"


def test_a_second_mention_goes_without_the_date(show: Show, qtbot: QtBot) -> None:
    window = show("P: Recalling its resolution 70/901 of 10 December 2015 and", 59)
    popup = asked(window, qtbot)
    answered(popup, qtbot, "70/901")
    qtbot.keyClick(popup.words, Qt.Key.Key_Return)
    assert plain(window).endswith("2015 and its resolution 70/901")


def test_words_of_a_title_arrows_and_control_enter_cite_in_a_note(show: Show, qtbot: QtBot) -> None:
    window = show("P: Recalling the care of rivers, and more,", 28)
    popup = asked(window, qtbot)
    answered(popup, qtbot, "arms trade")
    first = popup.chosen()
    qtbot.keyClick(popup.words, Qt.Key.Key_Down)
    assert popup.chosen() != first
    chosen = popup.chosen()
    assert chosen is not None
    qtbot.keyClick(popup.words, Qt.Key.Key_Return, CTRL)
    (note,) = window.session.resolution.footnotes
    assert note.text == chosen.note
    assert window.session.resolution.paragraphs[0].text.marks[0].at == 29
    assert window.session.undo_stack.count() == 1
    assert note.text.plain in window.bar.sentence.text()


def test_the_buttons_cite_too(show: Show, qtbot: QtBot) -> None:
    window = show("P: _Recalling_", 9)
    popup = asked(window, qtbot)
    answered(popup, qtbot, "70/901")
    qtbot.mouseClick(popup.in_note, Qt.MouseButton.LeftButton)
    assert [one.text.plain for one in window.session.resolution.footnotes] == ["Resolution 70/901."]
    popup = asked(window, qtbot)
    answered(popup, qtbot, "70/901")
    qtbot.mouseClick(popup.in_text, Qt.MouseButton.LeftButton)
    assert "its resolution 70/901 of" in plain(window)


def test_a_document_can_only_be_cited_in_a_note(show: Show, qtbot: QtBot) -> None:
    window = show("P: Noting the report,", 17)
    popup = asked(window, qtbot)
    answered(popup, qtbot, "A/61/179")
    assert not popup.in_text.isEnabled()
    qtbot.keyClick(popup.words, Qt.Key.Key_Return)
    assert [one.text.plain for one in window.session.resolution.footnotes] == ["A/61/179."]
    assert plain(window) == "Noting the report,"


def test_the_note_is_shown_with_its_looks(show: Show, qtbot: QtBot) -> None:
    popup = asked(show("P: Noting the treaty,", 17), qtbot)
    answered(popup, qtbot, "rights child")
    assert "<i>Treaty Series</i>" in popup.note_preview.text()


def test_selected_words_are_what_is_asked_and_stay_with_a_note(show: Show, qtbot: QtBot) -> None:
    window = show("P: Guided by the care of shared rivers and law,", 14, 35)
    popup = asked(window, qtbot)
    assert popup.words.text() == "care of shared rivers"
    qtbot.waitUntil(lambda: popup.is_answered and popup.chosen() is not None)
    qtbot.keyClick(popup.words, Qt.Key.Key_Return)
    assert plain(window) == "Guided by the care of shared rivers and law,"
    assert [one.text.plain for one in window.session.resolution.footnotes] == ["Resolution 70/901."]


def test_a_selected_number_becomes_the_whole_citation(show: Show, qtbot: QtBot) -> None:
    window = show("P: Recalling 70/901,", 10, 16)
    popup = asked(window, qtbot)
    qtbot.waitUntil(lambda: popup.is_answered and popup.chosen() is not None)
    qtbot.keyClick(popup.words, Qt.Key.Key_Return)
    assert plain(window) == "Recalling its resolution 70/901 of 10 December 2015,"


def test_escape_cites_nothing(show: Show, qtbot: QtBot) -> None:
    window = show("P: _Recalling_", 9)
    popup = asked(window, qtbot)
    answered(popup, qtbot, "70/901")
    qtbot.keyClick(popup.words, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert window.session.undo_stack.count() == 0


def test_what_is_not_found_is_said(show: Show, qtbot: QtBot) -> None:
    popup = asked(show("P: _Recalling_", 9), qtbot)
    qtbot.keyClicks(popup.words, "zzzqqq")
    qtbot.waitUntil(lambda: "Nothing known" in popup.message.text())
    qtbot.keyClick(popup.words, Qt.Key.Key_Return)
    assert popup.isVisible()


def test_a_damaged_corpus_is_said_in_the_popup(show: Show, tmp_path: Path, qtbot: QtBot) -> None:
    window = show("P: _Recalling_", 9)
    (tmp_path / "texts" / "corpus" / FILE).write_bytes(b"no database" * 1000)
    popup = asked(window, qtbot)
    qtbot.keyClicks(popup.words, "70/901")
    qtbot.waitUntil(lambda: "damaged" in popup.message.text())


def test_a_footnote_to_words_that_cite_is_filled(show: Show, qtbot: QtBot) -> None:
    window = show("P: Recalling the Convention on the Rights of the Child,", 10, 51)
    qtbot.keyClick(window.page, Qt.Key.Key_F, CTRL_ALT)
    (note,) = window.session.resolution.footnotes
    assert note.text.plain == "United Nations, Treaty Series, vol. 1577, No. 27531."
    assert note.text.spans
    assert window.session.undo_stack.count() == 1
    button = next(b for b in window.bar.findChildren(QToolButton) if b.text() == "Change it")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is not window.page


def test_a_footnote_to_other_words_waits_for_its_own(show: Show, qtbot: QtBot) -> None:
    window = show("P: Noting the report,", 7, 17)
    qtbot.keyClick(window.page, Qt.Key.Key_F, CTRL_ALT)
    (note,) = window.session.resolution.footnotes
    assert note.text.plain == ""


def test_the_command_is_in_menu_toolbar_and_palette(show: Show) -> None:
    window = show("P: _Recalling_", 9)
    action = window.actions_["citation"]
    assert action in window.menus["insert"].actions()
    assert action in window.toolbar.actions()
    assert action in window.commands()
    assert isinstance(action, QAction)
    assert not action.icon().isNull()


def test_nothing_is_looked_up_in_the_threads_of_the_window(
    show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    find = Finder.find

    def noted(*arguments: Any) -> tuple[Entry, ...]:
        threads.append(threading.current_thread())
        return find(*arguments)

    monkeypatch.setattr(Finder, "find", noted)
    popup = asked(show("P: _Recalling_", 9), qtbot)
    answered(popup, qtbot, "arms trade")
    assert threads
    assert threading.main_thread() not in threads


def test_the_rows_are_a_sound_model(qtmodeltester: ModelTester, qapp: QApplication) -> None:
    model = ChoiceModel(qapp)
    document = Document("A/61/179")
    model.show_choices((Choice(document, "", Text("A/61/179.")),), "en")
    assert model.index(0).data().startswith("A/61/179")
    qtmodeltester.check(model)

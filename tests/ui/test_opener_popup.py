"""Opening phrases offered on the page, by keys and mouse."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from drafter.app.session import Session
from drafter.core import edits
from drafter.core.inline import Style, Text
from drafter.ui.editor.page import Page
from drafter.ui.opener_popup import OpenerPopup
from drafter.ui.theme import LIGHT
from tests.notation import document


@pytest.fixture
def session() -> Session:
    draft = document("P: _Recalling_ x, | P: | 1. x | 2. y")
    for place in ("p3", "p4"):
        draft = edits.set_text(draft, place, Text())
    return Session(draft)


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Page:
    surface = Page(session, LIGHT)
    qtbot.addWidget(surface)
    surface.resize(900, 600)
    surface.show()
    return surface


@pytest.fixture
def popup(session: Session, page: Page) -> OpenerPopup:
    return OpenerPopup(session, page)


def start(page: Page, place: str) -> None:
    page.go_to(place)
    page.setFocus()


def test_two_letters_offer_and_tab_takes_the_first(
    popup: OpenerPopup, page: Page, session: Session, qtbot: QtBot
) -> None:
    start(page, "p2")
    qtbot.keyClicks(page, "R")
    assert not popup.isVisible()
    qtbot.keyClicks(page, "e")
    assert popup.isVisible()
    first = popup.rows.index(0)
    assert first.data() == "↳ Recalling also"
    assert first.data(Qt.ItemDataRole.FontRole).italic()
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    text = session.resolution.paragraph("p2").text
    assert text.plain.startswith("Recalling also ")
    assert text.stretches(Style.ITALIC) == ((0, 14),)
    assert page.caret().at == 15
    assert not popup.isVisible()
    qtbot.keyClicks(page, "its")
    assert session.resolution.paragraph("p2").text.plain.startswith("Recalling also its")


def test_taking_is_one_undo_step(
    popup: OpenerPopup, page: Page, session: Session, qtbot: QtBot
) -> None:
    start(page, "p2")
    qtbot.keyClicks(page, "No")
    typed = session.resolution
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    session.undo()
    assert session.resolution == typed


def test_arrows_choose_and_enter_takes_only_what_was_chosen(
    popup: OpenerPopup, page: Page, session: Session, qtbot: QtBot
) -> None:
    start(page, "p2")
    qtbot.keyClicks(page, "Re")
    qtbot.keyClick(page, Qt.Key.Key_Down)
    qtbot.keyClick(page, Qt.Key.Key_Down)
    chosen = popup.rows.offers[1].phrase
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert session.resolution.paragraph("p2").text.plain.startswith(f"{chosen} ")
    assert len(session.resolution.paragraphs) == 4


def test_the_foot_says_which_key_takes_what(
    popup: OpenerPopup, page: Page, session: Session, qtbot: QtBot
) -> None:
    start(page, "p2")
    qtbot.keyClicks(page, "Re")
    assert popup.foot.isVisible()
    assert popup.foot.text() == "Tab takes the first, ↓ chooses"
    assert popup.rect().contains(popup.foot.geometry())
    assert popup.viewport().geometry().bottom() < popup.foot.y()
    assert not popup.verticalScrollBar().isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Down)
    assert popup.foot.text() == "Tab or Enter takes the chosen one"
    qtbot.keyClick(page, Qt.Key.Key_Down)
    chosen = popup.rows.offers[1].phrase
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert session.resolution.paragraph("p2").text.plain.startswith(f"{chosen} ")


def test_enter_without_a_choice_starts_a_new_paragraph(
    popup: OpenerPopup, page: Page, session: Session, qtbot: QtBot
) -> None:
    start(page, "p2")
    qtbot.keyClicks(page, "Re")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert len(session.resolution.paragraphs) == 5


def test_escape_sends_the_list_away_for_this_paragraph(
    popup: OpenerPopup, page: Page, qtbot: QtBot
) -> None:
    start(page, "p2")
    qtbot.keyClicks(page, "Re")
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.keyClicks(page, "c")
    assert not popup.isVisible()
    start(page, "p3")
    qtbot.keyClicks(page, "De")
    assert popup.isVisible()
    assert popup.rows.index(0).data() == "Decides"


def test_asking_offers_before_a_letter_is_typed(
    popup: OpenerPopup, page: Page, qtbot: QtBot
) -> None:
    start(page, "p3")
    assert not popup.isVisible()
    popup.ask()
    assert popup.isVisible()
    assert popup.rows.rowCount() == 8


def test_a_click_takes_a_phrase(
    popup: OpenerPopup, page: Page, session: Session, qtbot: QtBot
) -> None:
    start(page, "p3")
    qtbot.keyClicks(page, "De")
    place = popup.visualRect(popup.rows.index(0)).center()
    qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.resolution.paragraph("p3").text.plain.startswith("Decides ")


def test_nothing_is_offered_inside_a_sentence(popup: OpenerPopup, page: Page, qtbot: QtBot) -> None:
    page.go_to("p1", 3)
    qtbot.keyClicks(page, "x")
    assert not popup.isVisible()

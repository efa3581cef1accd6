"""The masthead form, by keys and mouse."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from drafter.app.session import Session
from drafter.core.inline import Text
from drafter.core.model import AgendaItem, DocumentKind, Organ, Resolution, Sponsor
from drafter.ui.panels.masthead import MastheadPanel
from tests.ui.turning import wheel


@pytest.fixture
def session() -> Session:
    return Session(Resolution(kind=DocumentKind.DRAFT, organ_line=Text("The General Assembly")))


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> MastheadPanel:
    form = MastheadPanel(session)
    qtbot.addWidget(form)
    form.show()
    return form


def choose(qtbot: QtBot, box: QWidget, key: Qt.Key) -> None:
    box.setFocus()
    qtbot.keyClick(box, key)


def test_a_typed_symbol_is_one_undo_step(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(panel.symbol, "A/C.3/64/L.6")
    assert session.resolution.masthead.symbol == "A/C.3/64/L.6"
    assert session.undo_stack.count() == 1
    assert not panel.symbol_fault.isVisible()
    session.undo()
    assert session.resolution.masthead.symbol == ""
    assert panel.symbol.text() == ""


def test_a_wrong_symbol_is_said_at_once(panel: MastheadPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.symbol, "A/RES/64/177")
    assert panel.symbol_fault.isVisible()
    assert "kind" in panel.symbol_fault.text()
    assert panel.symbol.accessibleDescription() == panel.symbol_fault.text()


def test_the_session_number_writes_its_words(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    panel.session_number.selectAll()
    qtbot.keyClicks(panel.session_number, "64")
    assert session.resolution.masthead.session == "Sixty-fourth session"
    assert panel.session_words.text() == "Sixty-fourth session"


def test_a_year_is_typed_figure_by_figure(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    panel.session_number.selectAll()
    qtbot.keyClicks(panel.session_number, "2024")
    assert session.resolution.masthead.session == "2024 session"
    assert panel.session_number.value() == 2024


def test_words_of_a_session_set_the_number(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(panel.session_words, "Seventy-first session")
    assert panel.session_number.value() == 71
    assert session.resolution.masthead.session == "Seventy-first session"


def test_a_date_is_read_as_the_document_prints_it(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(panel.issued.words, "15 October 2009")
    qtbot.keyClick(panel.issued.words, Qt.Key.Key_Return)
    assert session.resolution.masthead.issued == date(2009, 10, 15)
    panel.issued.words.selectAll()
    qtbot.keyClicks(panel.issued.words, "soon")
    qtbot.keyClick(panel.issued.words, Qt.Key.Key_Return)
    assert session.resolution.masthead.issued == date(2009, 10, 15)
    assert "soon" in panel.issued.words.accessibleDescription()


@pytest.mark.parametrize(
    ("reader", "words"), [("fr_FR", "15/10/2026"), ("en_US", "10/15/2026"), ("de_DE", "15.10.2026")]
)
def test_a_date_in_figures_is_read_in_the_readers_order(
    panel: MastheadPanel, session: Session, qtbot: QtBot, reader: str, words: str
) -> None:
    usual = QLocale()
    QLocale.setDefault(QLocale(reader))
    try:
        qtbot.keyClicks(panel.issued.words, words)
        qtbot.keyClick(panel.issued.words, Qt.Key.Key_Return)
    finally:
        QLocale.setDefault(usual)
    assert session.resolution.masthead.issued == date(2026, 10, 15)


def test_what_is_said_of_words_that_are_no_date_has_room(
    panel: MastheadPanel, qtbot: QtBot
) -> None:
    panel.resize(panel.minimumSizeHint().width(), 700)
    qtbot.keyClicks(panel.issued.words, "on the fifteenth day of the month of October")
    qtbot.keyClick(panel.issued.words, Qt.Key.Key_Return)
    fault = panel.issued.fault
    qtbot.waitUntil(lambda: fault.height() >= fault.heightForWidth(fault.width()))


def test_words_that_are_no_date_stay_while_other_fields_are_edited(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(panel.issued.words, "8 Septembr 2026")
    qtbot.keyClicks(panel.symbol, "A/64/L.1")
    assert panel.issued.words.text() == "8 Septembr 2026"
    session.apply(with_date(session.resolution, date(2026, 9, 8)), "")
    assert panel.issued.words.text() == "8\N{NO-BREAK SPACE}September 2026"


def with_date(resolution: Resolution, day: date) -> Resolution:
    return replace(resolution, masthead=replace(resolution.masthead, issued=day))


@pytest.mark.parametrize("name", ["kind", "organ", "original", "session_number"])
def test_a_wheel_turned_over_a_field_changes_nothing(
    panel: MastheadPanel, session: Session, name: str
) -> None:
    field: QWidget = getattr(panel, name)
    before, shown = session.resolution, field.grab().toImage()
    for turn in (-120, 120, 120):
        QApplication.sendEvent(field, wheel(field, QPoint(0, turn)))
        assert session.resolution is before
    assert field.grab().toImage() == shown
    assert not field.hasFocus()


def test_sponsors_stay_in_alphabetical_order(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    for name in ("Chad", "Albania", "Brazil", "Chad"):
        qtbot.keyClicks(panel.sponsors.name, name)
        qtbot.keyClick(panel.sponsors.name, Qt.Key.Key_Return)
    assert session.resolution.masthead.sponsors == (
        Sponsor("Albania"), Sponsor("Brazil"), Sponsor("Chad"),
    )  # fmt: skip
    panel.sponsors.list.setCurrentItem(panel.sponsors.list.topLevelItem(1))
    qtbot.keyClick(panel.sponsors.list, Qt.Key.Key_Delete)
    assert [one.name for one in session.resolution.masthead.sponsors] == ["Albania", "Chad"]


def test_each_sponsor_is_a_step_of_its_own(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    add_sponsors(panel, qtbot, "Chad", "Albania")
    panel.sponsors.list.setCurrentItem(panel.sponsors.list.topLevelItem(1))
    qtbot.keyClick(panel.sponsors.list, Qt.Key.Key_Delete)
    assert names_of(session) == ["Albania"]
    session.undo()
    assert names_of(session) == ["Albania", "Chad"]
    session.undo()
    assert names_of(session) == ["Chad"]


def names_of(session: Session) -> list[str]:
    return [one.name for one in session.resolution.masthead.sponsors]


def test_long_names_of_states_have_room_and_are_told_in_full(
    panel: MastheadPanel, session: Session
) -> None:
    bolivia, group = "Bolivia (Plurinational State of)", "the States Members that belong to a group"
    sponsors = (Sponsor(bolivia), Sponsor("Costa Rica", group))
    masthead = replace(session.resolution.masthead, sponsors=sponsors)
    session.apply(replace(session.resolution, masthead=masthead), "Sponsors")
    panel.resize(360, 800)
    states = panel.sponsors.list
    assert states.columnWidth(0) >= 0.6 * states.viewport().width()
    assert not states.horizontalScrollBar().isVisible()
    first, second = states.topLevelItem(0), states.topLevelItem(1)
    assert first is not None
    assert second is not None
    assert first.toolTip(0).startswith(bolivia)
    assert second.toolTip(1).startswith(group)


def test_each_choice_is_a_step_of_its_own(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    choose(qtbot, panel.kind, Qt.Key.Key_Down)
    choose(qtbot, panel.kind, Qt.Key.Key_Down)
    assert session.resolution.kind is DocumentKind.STATEMENT
    session.undo()
    assert session.resolution.kind is DocumentKind.DECISION


@pytest.mark.parametrize("name", ["symbol", "committee", "agenda"])
def test_what_is_typed_in_a_field_until_it_is_left_is_one_step(
    panel: MastheadPanel, session: Session, qtbot: QtBot, name: str
) -> None:
    field = getattr(panel, name)
    field.setFocus()
    qtbot.keyClicks(field, "One")
    panel.origin.setFocus()
    field.setFocus()
    qtbot.keyClicks(field, " more")
    assert session.undo_stack.count() == 2


@pytest.mark.parametrize("name", ["symbol", "number", "committee", "agenda"])
def test_words_typed_and_taken_out_of_a_field_come_back_by_the_one_history(
    panel: MastheadPanel, session: Session, qtbot: QtBot, name: str
) -> None:
    panel.kind.setCurrentIndex(panel.kind.findData(DocumentKind.ADOPTED))
    panel.kind.activated.emit(panel.kind.currentIndex())
    start = session.resolution
    field = getattr(panel, name)
    qtbot.keyClicks(field, "A long line")
    written = session.resolution
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert session.resolution == start
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.resolution == start, "the field itself takes nothing back"
    session.undo()
    assert session.resolution == written
    session.undo()
    assert session.resolution == start


@pytest.mark.parametrize("new", ["Sports", "S", "Oceans and seas"])
def test_words_typed_and_pasted_over_come_back(
    panel: MastheadPanel, session: Session, qtbot: QtBot, new: str
) -> None:
    panel.committee.setFocus()
    qtbot.keyClicks(panel.committee, "Oceans")
    panel.committee.selectAll()
    QApplication.clipboard().setText(new)
    panel.committee.paste()
    assert session.resolution.masthead.committee == new
    session.undo()
    assert session.resolution.masthead.committee == "Oceans"
    session.undo()
    assert not session.resolution.masthead.committee


def test_a_date_half_typed_is_the_fields_own_to_take_back(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(panel.issued.words, "soon")
    assert panel.unread().startswith("“soon” is no date")
    qtbot.keyClick(panel.issued.words, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.issued.words.text() == ""
    assert session.undo_stack.count() == 0
    assert panel.unread() == ""


def test_words_that_are_no_date_stay_in_another_language_and_are_told(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    panel.issued.words.setFocus()
    qtbot.keyClicks(panel.issued.words, "3 Maj 2024")
    assert panel.unread().startswith("“3 Maj 2024” is no date")
    assert panel.issued.fault.isVisible()
    session.apply(replace(session.resolution, language="fr"), "")
    assert panel.issued.words.text() == "3 Maj 2024"
    panel.issued.words.clear()
    assert panel.unread() == ""
    assert not panel.issued.fault.isVisible()


def test_a_sponsor_typed_and_not_added_is_told(panel: MastheadPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.sponsors.name, "Xqzwv")
    assert panel.unread().startswith("“Xqzwv” is not among the sponsors")
    qtbot.keyClick(panel.sponsors.name, Qt.Key.Key_Return)
    assert panel.unread() == ""


def add_sponsors(panel: MastheadPanel, qtbot: QtBot, *names: str) -> None:
    for name in names:
        panel.sponsors.name.setText(name)
        qtbot.keyClick(panel.sponsors.name, Qt.Key.Key_Return)


def test_a_sponsor_that_is_no_state_is_marked_and_the_nearest_offered(
    qtbot: QtBot,
) -> None:
    session = Session(Resolution(kind=DocumentKind.DRAFT, language="ar"))
    panel = MastheadPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    edit = panel.sponsors
    add_sponsors(panel, qtbot, "Brazil", "Fran")
    assert {one.name for one in session.resolution.masthead.sponsors} == {"البرازيل", "Fran"}
    rows = {row.text(0): row.text(2) for row in map(edit.list.topLevelItem, (0, 1)) if row}
    assert rows == {"البرازيل": "", "Fran": "▲"}
    assert edit.fault.text() == "▲ Fran is no Member or observer State."
    assert "فرنسا" in edit.nearest.text()
    qtbot.mouseClick(edit.nearest, Qt.MouseButton.LeftButton)
    assert {one.name for one in session.resolution.masthead.sponsors} == {"البرازيل", "فرنسا"}
    assert not edit.fault.isVisible()
    assert not edit.nearest.isVisible()


def test_a_sponsor_like_no_state_is_only_marked(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    add_sponsors(panel, qtbot, "Xqzwv")
    assert session.resolution.masthead.sponsors == (Sponsor("Xqzwv"),)
    assert panel.sponsors.fault.isVisible()
    assert not panel.sponsors.nearest.isVisible()


def test_a_state_chosen_from_those_offered_leaves_an_empty_field(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    name = panel.sponsors.name
    for typed in ("Fra", "Belg"):
        qtbot.keyClicks(name, typed)
        completer = name.completer()
        assert completer is not None
        popup = completer.popup()
        qtbot.waitUntil(popup.isVisible)
        qtbot.keyClick(popup, Qt.Key.Key_Down)
        qtbot.keyClick(popup, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: name.text() == "")
    assert session.resolution.masthead.sponsors == (Sponsor("Belgium"), Sponsor("France"))


def test_the_beginning_of_one_state_alone_means_that_state(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    add_sponsors(panel, qtbot, "seneg", "Niger", "united")
    names = {one.name for one in session.resolution.masthead.sponsors}
    assert names == {"Senegal", "Niger", "united"}


def test_a_sponsor_whose_name_is_emptied_keeps_it_in_the_list_too(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    edit = panel.sponsors
    qtbot.keyClicks(edit.name, "Chad")
    qtbot.keyClick(edit.name, Qt.Key.Key_Return)
    for words in ("", "  Chad "):
        row = edit.list.topLevelItem(0)
        assert row is not None
        row.setText(0, words)
        shown = edit.list.topLevelItem(0)
        assert shown is not None
        assert shown.text(0) == "Chad"
        assert session.resolution.masthead.sponsors == (Sponsor("Chad"),)


def test_a_state_named_in_two_languages_is_one_sponsor(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    add_sponsors(panel, qtbot, "Brésil", "Brasil", "巴西")
    assert session.resolution.masthead.sponsors == (Sponsor("Brazil"),)


def test_agenda_items_are_lines(panel: MastheadPanel, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.agenda, "Agenda item 106 | Crime prevention")
    assert session.resolution.masthead.agenda_items == (
        AgendaItem("Agenda item 106", "Crime prevention"),
    )
    assert panel.agenda.toPlainText() == "Agenda item 106 | Crime prevention"


def test_no_break_spaces_of_agenda_items_stay_when_another_is_typed(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    item = AgendaItem("Agenda item\u00a0106", "Crime")
    masthead = replace(session.resolution.masthead, agenda_items=(item,))
    session.apply(replace(session.resolution, masthead=masthead), "")
    panel.agenda.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(panel.agenda, Qt.Key.Key_Return)
    qtbot.keyClicks(panel.agenda, "B")
    assert session.resolution.masthead.agenda_items == (item, AgendaItem("B", ""))


def test_what_does_not_belong_to_the_kind_is_not_shown(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    assert panel.sponsors.isVisible()
    assert not panel.adopted.isVisible()
    choose(qtbot, panel.kind, Qt.Key.Key_Up)
    assert session.resolution.kind is DocumentKind.ADOPTED
    assert panel.adopted.isVisible()
    assert not panel.sponsors.isVisible()


def test_another_organ_brings_its_line(
    panel: MastheadPanel, session: Session, qtbot: QtBot
) -> None:
    choose(qtbot, panel.organ, Qt.Key.Key_Down)
    assert session.resolution.organ is Organ.SC
    assert session.resolution.organ_line.plain == "The Security Council"
    session.undo()
    assert panel.organ.currentData() == Organ.GA


def test_every_field_says_its_name_to_screen_readers(panel: MastheadPanel) -> None:
    fields = (
        *(panel.kind, panel.organ, panel.symbol, panel.number, panel.session_number),
        *(panel.session_words, panel.issued.words, panel.agenda, panel.sponsors.name),
    )
    assert all(field.accessibleName() for field in fields)


@pytest.mark.parametrize("width", [260, 320, 420])
def test_kind_and_organ_are_read_to_their_ends(panel: MastheadPanel, width: int) -> None:
    panel.resize(width, 700)
    for box in (panel.kind, panel.organ):
        longest = max(box.fontMetrics().horizontalAdvance(box.itemText(n)) for n in range(5))
        assert longest < box.width() <= width

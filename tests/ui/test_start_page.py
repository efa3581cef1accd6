"""The start page, by keys and mouse."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from drafter.app.starters import starters
from drafter.core.language import LANGUAGES
from drafter.settings import Settings
from drafter.ui.line_button import LineButton
from drafter.ui.moments import exact_words, moment_words
from drafter.ui.start_page import StartPage
from drafter.ui.theme import DARK, LIGHT, Theme, palette


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, ...]:
    paths = tuple(tmp_path / f"{name}.resolution" for name in ("first & foremost", "second"))
    for path in paths:
        path.touch()
    return (*paths, tmp_path / "gone.resolution")


def shown(qtbot: QtBot, settings: Settings) -> StartPage:
    page = StartPage(settings)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.setFocus()
    return page


def test_two_clicks_lead_to_a_draft(qtbot: QtBot) -> None:
    page = shown(qtbot, Settings(draft_language="fr"))
    (button,) = [one for one in page.cards.buttons() if one.key == "sc-statement"]
    with qtbot.waitSignal(page.new_requested) as wished:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wished.args == ["sc-statement", "fr"]


def test_every_starter_has_its_button_and_every_language_its_choice(qtbot: QtBot) -> None:
    page = shown(qtbot, Settings())
    assert [one.key for one in page.cards.buttons()] == [one.id for one in starters()]
    offered = {page.language.itemData(at) for at in range(page.language.count())}
    assert offered == set(LANGUAGES)


def test_enter_on_the_first_start_begins_a_draft_of_the_assembly(qtbot: QtBot) -> None:
    page = shown(qtbot, Settings())
    with qtbot.waitSignal(page.new_requested) as wished:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert wished.args == ["ga-draft", "en"]


def test_an_organ_line_is_slanted_where_the_language_prints_it_so(qtbot: QtBot) -> None:
    page = shown(qtbot, Settings(draft_language="fr"))
    line = page.cards.cards[0].line
    assert line.font().italic()
    page.language.setCurrentIndex(page.language.findData("zh"))
    assert not line.font().italic()


def test_the_language_chosen_is_seen_on_the_cards_and_goes_along(qtbot: QtBot) -> None:
    page = shown(qtbot, Settings())
    assert page.cards.cards[0].line.text() == "The General Assembly,"
    page.language.setFocus()
    qtbot.keyClick(page.language, Qt.Key.Key_Down)
    assert page.cards.cards[0].line.text() == "L’Assemblée générale,"
    assert page.cards.cards[-1].line.text() == "Le [organe],"
    with qtbot.waitSignal(page.new_requested) as wished:
        qtbot.keyClick(page.cards.buttons()[0], Qt.Key.Key_Space)
    assert wished.args == ["ga-draft", "fr"]


def test_recent_drafts_come_first_and_open(qtbot: QtBot, files: tuple[Path, ...]) -> None:
    page = shown(qtbot, Settings(recent=tuple(map(str, files))))
    assert not page.recent.empty.isVisible()
    first, _, gone = page.recent.rows
    assert first.accessibleName().startswith("first & foremost, today ")
    assert str(files[0].parent) in first.accessibleName()
    assert "not there now" in gone.accessibleName()
    assert page.focusWidget() is first
    with qtbot.waitSignal(page.open_requested) as wished:
        qtbot.keyClick(first, Qt.Key.Key_Enter)
    assert wished.args == [files[0]]


def test_an_empty_page_says_what_will_be_there(qtbot: QtBot, files: tuple[Path, ...]) -> None:
    page = shown(qtbot, Settings())
    assert page.recent.empty.isVisible()
    page.show_settings(Settings(recent=(str(files[0]),)))
    assert not page.recent.empty.isVisible()
    assert len(page.recent.rows) == 1


def test_a_file_a_text_and_the_sample_are_asked_for(qtbot: QtBot) -> None:
    page = shown(qtbot, Settings())
    with qtbot.waitSignal(page.open_requested) as wished:
        qtbot.mouseClick(page.open_file, Qt.MouseButton.LeftButton)
    assert wished.args == [None]
    with qtbot.waitSignal(page.paste_requested):
        qtbot.mouseClick(page.paste, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.paste_requested):
        qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.sample_requested):
        qtbot.mouseClick(page.sample, Qt.MouseButton.LeftButton)


# Qt 6.12 wants the place in fractions, earlier versions take whole pixels only.
@pytest.mark.filterwarnings("ignore:.*QDragEnterEvent:DeprecationWarning")
def test_a_dropped_file_opens(qtbot: QtBot, files: tuple[Path, ...]) -> None:
    page = shown(qtbot, Settings())
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(files[1]))])
    button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, dropped, button, plain)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, dropped, button, plain)
    with qtbot.waitSignal(page.open_requested) as wished:
        page.dropEvent(drop)
    assert wished.args == [files[1]]


def test_tab_goes_through_everything_in_reading_order(
    qtbot: QtBot, files: tuple[Path, ...]
) -> None:
    page = shown(qtbot, Settings(recent=tuple(map(str, files))))
    due: list[QWidget] = [*page.recent.rows, page.open_file, page.paste]
    due += [page.precedent, page.sample, page.language, *page.cards.buttons()]
    passed: list[QWidget] = []
    for _ in due:
        passed.append(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert passed == due
    assert all(one.accessibleName() for one in page.findChildren(QAbstractButton))


def test_a_narrow_window_has_everything_below_one_another(qtbot: QtBot) -> None:
    page = shown(qtbot, Settings())
    first, second = page.cards.cards[:2]
    assert first.y() == second.y()
    page.resize(420, 800)
    qtbot.waitUntil(lambda: first.x() == second.x())
    bar = page.verticalScrollBar()
    assert bar.maximum() > 0
    inner = page.widget()
    assert inner is not None
    qtbot.waitUntil(lambda: inner.width() <= page.viewport().width())


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_pointer_and_the_focus_are_seen(qtbot: QtBot, theme: Theme) -> None:
    before = QGuiApplication.palette()
    QApplication.setPalette(palette(theme))
    page = shown(qtbot, Settings())
    button = page.cards.buttons()[0]
    picture = button.grab().toImage()
    colours = {picture.pixelColor(x, 1).name() for x in range(20, 60)}
    assert QColor(theme.accent).name() in colours
    QApplication.setPalette(before)


def test_long_words_are_shortened_not_clipped(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    button = LineButton("A very long name of a draft " * 4, holder, detail="x" * 200)
    assert button.minimumSizeHint().width() < 200 < button.sizeHint().width()
    button.resize(button.minimumSizeHint())
    assert not button.grab().isNull()


def test_moments_are_near_by_name_and_far_by_date() -> None:
    now = datetime(2026, 11, 22, 15, 0).astimezone()
    assert moment_words(now - timedelta(hours=1), now).startswith("today")
    assert moment_words(now - timedelta(days=1), now).startswith("yesterday")
    assert moment_words(now - timedelta(days=19), now) == "3 November 2026"
    assert exact_words(now - timedelta(days=19), now) == "3 Nov 2026 15:00"
    assert exact_words(now, now) == "today 15:00"

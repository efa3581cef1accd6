"""Symbols held together at the ends of lines, where they are only shown."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QTextLayout
from pytestqt.qtbot import QtBot

from drafter.ui.unbroken import Unbroken, UnbrokenBrowser, unbroken

JOINER = "\u2060"


@pytest.mark.parametrize(
    "symbol",
    ["A/RES/70/12", "A/C.3/64/L.6", "A/HRC/RES/51/2", "E/CN.4/2000/1", "A/RES/S-7/2"],
)
def test_no_line_breaks_within_a_symbol(qtbot: QtBot, symbol: str) -> None:
    del qtbot
    shown = unbroken(f"Recalling {symbol} too")
    layout = QTextLayout(shown, QFont())
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(30)
        lines.append(shown[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    assert [one.replace(JOINER, "").strip() for one in lines] == ["Recalling", symbol, "too"]


@pytest.mark.parametrize("words", ["and/or", "the years 2001/02", "a well-known text", ""])
def test_other_words_are_left_alone(words: str) -> None:
    assert unbroken(words) == words


def test_places_go_with_the_words() -> None:
    words = "See A/RES/70/12, then"
    whole = Unbroken(words)
    for at, sign in enumerate(words):
        assert whole.shown[whole.at(at) :].lstrip(JOINER)[0] == sign
    assert whole.shown.replace(JOINER, "") == words


def test_what_is_copied_has_no_joiners(qtbot: QtBot) -> None:
    browser = UnbrokenBrowser()
    qtbot.addWidget(browser)
    browser.setHtml(f"<p>See <i>{unbroken('A/RES/70/12')}</i></p>")
    browser.selectAll()
    copied = browser.createMimeDataFromSelection()
    assert copied.text() == "See A/RES/70/12"
    assert JOINER not in copied.html()
    assert "A/RES/70/12" in copied.html()

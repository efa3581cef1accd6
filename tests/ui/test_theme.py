"""The themes: every text can be read on every ground it stands on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from drafter.ui.style import dress, style_sheet
from drafter.ui.theme import DARK, LIGHT, Theme, ThemeChoice, palette, theme_for

TEXTS = ("text", "second", "drawn", "accent", "error", "warning", "information", "ghost")
LEAST_CONTRAST = 4.5
LEAST_CONTRAST_OF_EDGES = 3.0


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("ground", ["sheet", "ground"])
@pytest.mark.parametrize("text", TEXTS)
def test_texts_stand_out_from_their_ground(theme: Theme, ground: str, text: str) -> None:
    found = contrast(getattr(theme, text), getattr(theme, ground))
    assert found >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("text", ["text", "second", "error", "warning", "information"])
def test_selected_text_can_be_read(theme: Theme, text: str) -> None:
    assert contrast(getattr(theme, text), theme.selection) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_buttons_and_fields_stand_out(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= LEAST_CONTRAST
    assert contrast(theme.text, theme.hover) >= LEAST_CONTRAST
    assert contrast(theme.text, theme.found) >= LEAST_CONTRAST
    assert contrast(theme.accent, theme.found) >= LEAST_CONTRAST
    assert contrast(theme.edge, theme.sheet) >= LEAST_CONTRAST_OF_EDGES
    assert contrast(theme.edge, theme.ground) >= LEAST_CONTRAST_OF_EDGES


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_sheet_of_styles_has_all_its_colours_and_pictures(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert theme.accent in sheet
    pictures = re.findall(r"url\(([^)]+)\)", sheet)
    assert pictures
    assert all(Path(one).is_file() for one in pictures)


def test_a_choice_gives_its_theme(qapp: object) -> None:
    assert theme_for(ThemeChoice.LIGHT) is LIGHT
    assert theme_for(ThemeChoice.DARK) is DARK
    assert theme_for(ThemeChoice.SYSTEM) in {LIGHT, DARK}
    assert palette(DARK).text().color().name().upper() == DARK.text


def test_fields_and_buttons_side_by_side_are_equally_high(qtbot: QtBot) -> None:
    boxed = QToolButton()
    boxed.setText("Filter")
    boxed.setProperty("boxed", True)
    side_by_side = (QLineEdit(), QComboBox(), QSpinBox(), QPushButton("Find"), boxed)
    dress(LIGHT)
    for widget in side_by_side:
        qtbot.addWidget(widget)
        widget.ensurePolished()
    assert len({widget.sizeHint().height() for widget in side_by_side}) == 1

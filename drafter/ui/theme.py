"""The colours of the window and the page, light and dark, and the palette made of them.

All pairs of text and ground keep a contrast of at least 4.5 to 1; a test measures it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette


class ThemeChoice(StrEnum):
    """What the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours, as `#rrggbb`."""

    is_dark: bool
    ground: str
    sheet: str
    text: str
    second: str
    drawn: str
    accent: str
    on_accent: str
    error: str
    warning: str
    information: str
    line: str
    selection: str
    found: str
    ghost: str
    edge: str
    hover: str
    thumb: str


LIGHT = Theme(
    is_dark=False,
    ground="#F2F3F5",
    sheet="#FFFFFF",
    text="#1A1C1E",
    second="#5A6069",
    drawn="#4A5058",
    accent="#00629B",
    on_accent="#FFFFFF",
    error="#B3261E",
    warning="#8A5A00",
    information="#3A5BA0",
    line="#D9DCE1",
    selection="#CFE4F5",
    found="#FFE9A8",
    ghost="#676E78",
    edge="#868D97",
    hover="#E4E8ED",
    thumb="#B4BAC2",
)
DARK = Theme(
    is_dark=True,
    ground="#1B1D20",
    sheet="#25282C",
    text="#E6E7E9",
    second="#A4AAB2",
    drawn="#BCC1C8",
    accent="#6BB7E8",
    on_accent="#1B1D20",
    error="#F2867E",
    warning="#E3B341",
    information="#9DB7F0",
    line="#3A3E44",
    selection="#173B54",
    found="#4B3D14",
    ghost="#959CA5",
    edge="#757C86",
    hover="#30343A",
    thumb="#565C64",
)


def theme_for(choice: ThemeChoice) -> Theme:
    """The theme to show, asking the system if that was chosen."""
    if choice is ThemeChoice.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if choice is ThemeChoice.DARK else LIGHT


def palette(theme: Theme) -> QPalette:
    """The palette of all widgets."""
    made = QPalette()
    for role, colour in _roles(theme).items():
        made.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.ghost))
    return made


def _roles(theme: Theme) -> dict[QPalette.ColorRole, str]:
    role = QPalette.ColorRole
    return {
        role.Window: theme.ground,
        role.WindowText: theme.text,
        role.Base: theme.sheet,
        role.AlternateBase: theme.ground,
        role.Text: theme.text,
        role.PlaceholderText: theme.ghost,
        role.Button: theme.ground,
        role.ButtonText: theme.text,
        role.BrightText: theme.error,
        role.ToolTipBase: theme.sheet,
        role.ToolTipText: theme.text,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.sheet,
        role.Midlight: theme.line,
        role.Mid: theme.line,
        role.Dark: theme.second,
        role.Shadow: theme.line,
    }

"""What commands are called outside their menus: in the palette, the list of keys, the manual."""

from __future__ import annotations

from PySide6.QtGui import QAction

NAME_ALONE = "name_alone"
"""The property of a command whose text says enough only in its menu."""


def plain_name(action: QAction) -> str:
    """The name of a command without the signs of its menu, such that it says what it does alone."""
    name = action.property(NAME_ALONE) or action.text()
    return str(name).replace("&", "").rstrip("…").strip()

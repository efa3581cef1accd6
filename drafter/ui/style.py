"""How widgets are drawn: in the colours of a theme, over the flat style that `desk.run` asks for.

The sheet of styles is `resources/style/window.qss`; the page paints itself and takes none of it.
"""

from __future__ import annotations

import re
from dataclasses import asdict

from PySide6.QtWidgets import QApplication

from drafter.paths import resource
from drafter.ui.theme import Theme, palette

_NAME = re.compile(r"\{(\w+)\}")


def style_sheet(theme: Theme) -> str:
    """The sheet of styles with the colours of a theme. Raises KeyError for one it does not have."""
    shade = "dark" if theme.is_dark else "light"
    names = asdict(theme) | {"pictures": resource("style").as_posix(), "shade": shade}
    words = resource("style", "window.qss").read_text(encoding="utf-8")
    return _NAME.sub(lambda found: str(names[found[1]]), words)


def dress(theme: Theme) -> None:
    """Gives all windows, those that are open too, the look of a theme."""
    sheet = style_sheet(theme)
    app = QApplication.instance()
    if not isinstance(app, QApplication) or app.styleSheet() == sheet:
        return
    QApplication.setPalette(palette(theme))
    app.setStyleSheet(sheet)

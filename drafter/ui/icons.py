"""The program's own icons: line drawings in SVG, drawn in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from drafter.paths import resource
from drafter.ui.theme import Theme

_SIZES_PX = (16, 20, 24, 32, 40, 48, 64)
_COLOUR = "currentColor"


def icon(name: str, theme: Theme) -> QIcon:
    """The icon of this name, also in the colour of what is not possible now."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, theme.text), (QIcon.Mode.Disabled, theme.ghost)):
        renderer = QSvgRenderer(QByteArray(drawing.replace(_COLOUR, colour).encode()))
        for size in _SIZES_PX:
            made.addPixmap(_drawn(renderer, size), mode)
    return made


def _drawn(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap

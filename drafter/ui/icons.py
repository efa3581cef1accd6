"""The program's own icons: line drawings in SVG, drawn in the colours of the theme."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolBar

from drafter.paths import resource
from drafter.ui.theme import Theme

_COLOUR = "currentColor"
_IN_MENUS_PX = 16


class Icons(QObject):
    """The icons of one window's commands, as large as its toolbar and its menus show them.

    They are drawn anew for a screen with larger or smaller pixels.
    """

    def __init__(self, toolbar: QToolBar) -> None:
        super().__init__(toolbar)
        self._toolbar = toolbar
        self._theme: Theme | None = None
        self._drawings: dict[QAction, str] = {}
        toolbar.installEventFilter(self)

    def add(self, action: QAction, drawing: str) -> None:
        """Gives a command the drawing with this name."""
        self._drawings[action] = drawing
        if self._theme is not None:
            action.setIcon(icon(drawing, self._theme, self._sizes()))

    def set_theme(self, theme: Theme) -> None:
        """Draws all of them in the colours of a theme."""
        self._theme = theme
        sizes = self._sizes()
        for action, drawing in self._drawings.items():
            action.setIcon(icon(drawing, theme, sizes))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange and self._theme is not None:
            self.set_theme(self._theme)
        return super().eventFilter(watched, event)

    def _sizes(self) -> set[int]:
        ratio = self._toolbar.devicePixelRatioF()
        return {round(size * ratio) for size in (self._toolbar.iconSize().height(), _IN_MENUS_PX)}


def icon(name: str, theme: Theme, sizes_px: Iterable[int]) -> QIcon:
    """The icon of this name, also in the colour of what is not possible now."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, theme.text), (QIcon.Mode.Disabled, theme.ghost)):
        renderer = QSvgRenderer(QByteArray(drawing.replace(_COLOUR, colour).encode()))
        for size in sizes_px:
            made.addPixmap(_drawn(renderer, size), mode)
    return made


def _drawn(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap

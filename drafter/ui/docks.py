"""Where the panels stand around the page, and how wide: the page has the most, and what it needs.

Panels give way when the window gets too small for the whole sheet; the user may drag them wide
again.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDockWidget, QWidget

from drafter.settings import Settings
from drafter.ui.main_window import MainWindow

LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
_Widths = Mapping[Qt.DockWidgetArea, int]
_SHARES = {LEFT: 0.2, RIGHT: 0.24}
"""Of the window's width, for the panels left and right."""
_HEIGHTS = [3, 1]
"""Of the panels at the left, from the top down."""


_MOVES = {
    *(QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.WindowStateChange),
    *(QEvent.Type.Show, QEvent.Type.Hide),
}


class Docks(QObject):
    """The panels of one window by their names, each in its place; tabs at the right.

    `changed()` when the window or a panel has another size or place, once `watch` was called.
    """

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._named: dict[str, QDockWidget] = {}
        self._wished: _Widths = {}
        self._given: _Widths = {}
        self.is_watched = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.give_way)
        window.installEventFilter(self)

    def __getitem__(self, name: str) -> QDockWidget:
        return self._named[name]

    @property
    def all(self) -> Mapping[str, QDockWidget]:
        """All of them by name."""
        return self._named

    def add(self, name: str, title: str, area: Qt.DockWidgetArea) -> None:
        """Makes a place for a panel, behind or below those that are there already."""
        there = self._at(area)
        dock = self._window.add_panel(name, title, area)
        self._named[name] = dock
        dock.installEventFilter(self)
        dock.visibilityChanged.connect(self._on_changed)  # a tab in front, which has no event
        if area is RIGHT and there:
            self._window.tabifyDockWidget(there[-1], dock)
            there[0].raise_()

    def fill(self, name: str, panel: QWidget) -> None:
        """Puts a panel into its place; a side that has to be wider for it was not dragged so."""
        is_given = self._widths() == self._given
        self[name].setWidget(panel)
        panel.show()
        layout = self._window.layout()
        if is_given and layout is not None:
            layout.activate()
            self._given = self._widths()
        self._timer.start()

    def go_to(self, name: str, focus: QWidget) -> None:
        """Shows a panel and gives the focus to what is in it."""
        self.bring(name)
        focus.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def bring(self, name: str) -> None:
        """Shows a panel, even if it was closed, and leaves the focus where it is."""
        self[name].show()
        self[name].raise_()

    # --- widths -----------------------------------------------------------------------------

    def share(self) -> None:
        """Gives all panels their share of the window, the page the most of it."""
        width = self._window.width()
        self._window.resizeDocks(self._at(LEFT), _HEIGHTS, Qt.Orientation.Vertical)
        self._widen({area: round(width * share) for area, share in _SHARES.items()})

    @Slot()
    def give_way(self) -> None:
        """Makes the panels as narrow as they must be for the whole sheet to be seen, and when there
        is room again as wide as they were.
        """
        widths = self._widths()
        if not widths:
            return
        wished = self._wished if widths == self._given else widths
        page, whole = self._window.page, sum(wished.values())
        room = min(whole, sum(widths.values()) + page.width() - page.least_width())
        if room == sum(widths.values()):
            return
        self._wished = wished
        self._given = _divided(room, wished, {area: self._least(area) for area in widths})
        self._widen(self._given)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._window:
            self._timer.start()  # when the panels have their new places
        if event.type() in _MOVES:
            self._on_changed()
        return super().eventFilter(watched, event)

    @Slot()
    def watch(self) -> None:
        """The window stands: from now on what changes is told."""
        self.is_watched = True

    @Slot()
    def _on_changed(self) -> None:
        if self.is_watched:
            self.changed.emit()

    def _widths(self) -> _Widths:
        """How wide the sides are that take room from the page."""
        shown = {area: [one for one in self._at(area) if _is_beside(one)] for area in _SHARES}
        return {area: max(one.width() for one in here) for area, here in shown.items() if here}

    def _widen(self, widths: _Widths) -> None:
        """Sets the width of all that stands on a side."""
        for area, width in widths.items():
            docks = self._at(area)
            self._window.resizeDocks(docks, [width] * len(docks), Qt.Orientation.Horizontal)

    def _least(self, area: Qt.DockWidgetArea) -> int:
        """How wide a side must be: a panel behind another one needs its room too."""
        open_ = (one for one in self._at(area) if not one.isHidden())
        return max(one.minimumSizeHint().width() for one in open_)

    def _at(self, area: Qt.DockWidgetArea) -> list[QDockWidget]:
        return [one for one in self._named.values() if self._window.dockWidgetArea(one) is area]

    # --- from one start to the next ---------------------------------------------------------

    def restore(self, settings: Settings) -> None:
        """Puts window and panels back where they were."""
        if settings.geometry:
            self._window.restoreGeometry(_from_base64(settings.geometry))
        if settings.layout:
            self._window.restoreState(_from_base64(settings.layout))

    def words(self) -> tuple[str, str]:
        """Geometry and state of the window, to be remembered."""
        geometry, state = self._window.saveGeometry(), self._window.saveState()
        return geometry.toBase64().toStdString(), state.toBase64().toStdString()


def _is_beside(dock: QDockWidget) -> bool:
    """Whether it takes room from the page: neither closed, floating, nor behind another tab."""
    return dock.isVisible() and not dock.isFloating() and not dock.visibleRegion().isEmpty()


def _divided(room: int, wished: _Widths, least: _Widths) -> _Widths:
    """The room for the sides, each as much of it as it wished but not less than it needs."""
    right = round(room * wished.get(RIGHT, 0) / sum(wished.values()))
    right = max(least.get(RIGHT, 0), min(right, room - least.get(LEFT, 0)))
    divided = {LEFT: max(least.get(LEFT, 0), room - right), RIGHT: right}
    return {area: divided[area] for area in wished}


def _from_base64(words: str) -> QByteArray:
    return QByteArray.fromBase64(words.encode())

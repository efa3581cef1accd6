"""Keeps the page as large as its usual size, or as there is room for, until somebody zooms."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from drafter.ui.editor.page import Page

_REST_MS = 120
"""How long the window must rest: while it is dragged, nothing is set anew."""


class Fitting(QObject):
    """Watches the widget around one page. A zoom that somebody chose is left alone."""

    def __init__(self, page: Page, around: QWidget) -> None:
        super().__init__(page)
        self.is_on = False
        self._page = page
        self._is_own_change = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._fit)
        page.zoom_changed.connect(self._on_page_zoom_changed)
        around.installEventFilter(self)

    @Slot()
    def fit(self) -> None:
        """Fits the page now, and again whenever its room changes."""
        self.is_on = True
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.is_on:
            self._timer.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _fit(self) -> None:
        self._is_own_change = True
        self._page.set_zoom(self._page.fitting_zoom())
        self._is_own_change = False

    @Slot(int)
    def _on_page_zoom_changed(self, _percent: int) -> None:
        self.is_on = self._is_own_change
        if not self.is_on:
            self._timer.stop()

"""Where finds stand on the page: each lies on a ground of its own colour while they are sought."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from drafter.app.places import Caret
from drafter.ui.editor.page import Page

_LAYER = "found"
_MOST = 500
"""More are not shown at once; they are counted and gone to all the same."""

Stretch = tuple[Caret, Caret]


class Found(QObject):
    """Keeps the finds on one page in sight."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._stretches: tuple[Stretch, ...] = ()
        page.set_anew.connect(self._draw)

    def show(self, stretches: Iterable[Stretch]) -> None:
        """Shows these and no others."""
        shown = tuple(islice(stretches, _MOST))
        if shown or self._stretches:
            self._stretches = shown
            self._draw()

    @Slot()
    def _draw(self) -> None:
        look = QTextCharFormat()
        look.setBackground(QColor(self._page.theme.found))
        self._page.lay(_LAYER, [self._selection(one, look) for one in self._stretches])

    def _selection(self, stretch: Stretch, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = QTextCursor(self._page.document())
        made.cursor.setPosition(self._page.position_of(stretch[0]))
        made.cursor.setPosition(self._page.position_of(stretch[1]), QTextCursor.MoveMode.KeepAnchor)
        made.format = look
        return made

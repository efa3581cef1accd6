"""The drafts that were open lately, as a menu; filled each time it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

_DIGITS = 9


class RecentMenu(QMenu):
    """Offers what `paths` gives, latest first; `path_chosen(path)`."""

    path_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Open &recent"))
        self.setObjectName("menu_recent")
        self.setToolTipsVisible(True)
        self.paths: Callable[[], Sequence[Path]] = tuple
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._on_triggered)

    @Slot()
    def fill(self) -> None:
        """Puts in what is recent now."""
        self.clear()
        for number, path in enumerate(self.paths(), start=1):
            name = path.name.replace("&", "&&")
            action = self.addAction(f"&{number}  {name}" if number <= _DIGITS else name)
            action.setToolTip(str(path))
            action.setStatusTip(str(path))
            action.setData(path)
        if self.isEmpty():
            self.addAction(self.tr("No draft yet")).setEnabled(False)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.path_chosen.emit(action.data())

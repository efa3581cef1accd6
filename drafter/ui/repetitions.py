"""After a move: the marks of repetition, “also” and “further”, are offered to be set right."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from drafter.core.model import Part, Resolution
from drafter.core.opener_offers import with_due_repetitions
from drafter.ui.main_window import MainWindow


class Repetitions(QObject):
    """Watches one window's paragraphs for another order."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._session = window.session
        self._bar = window.bar
        self._session.changed.connect(self._on_session_changed)

    @Slot(object, object)
    def _on_session_changed(self, old: Resolution, new: Resolution) -> None:
        if old.ids == new.ids or sorted(old.ids) != sorted(new.ids):
            return
        if _with_marks_right(new) == new:
            return
        offer = QAction(self.tr("Set them right"), self)
        offer.triggered.connect(self._on_offer_triggered)
        self._bar.say(
            self.tr("“also” and “further” no longer fit the order of the paragraphs."), [offer]
        )

    @Slot()
    def _on_offer_triggered(self) -> None:
        changed = _with_marks_right(self._session.resolution)
        self._session.apply(changed, self.tr("Set “also” and “further” right"))


def _with_marks_right(resolution: Resolution) -> Resolution:
    for part in (Part.PREAMBLE, Part.OPERATIVE):
        resolution = with_due_repetitions(resolution, part)
    return resolution

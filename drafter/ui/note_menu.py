"""The notes to choose from when one is to be marked again."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from drafter.core.model import Resolution
from drafter.core.numbering import numbering

_LONGEST = 70


class NoteMenu(QMenu):
    """All notes by number and first words; `note_chosen(note_id)`."""

    note_chosen = Signal(str)

    def __init__(self, resolution: Resolution, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Notes to mark again"))
        counted = numbering(resolution)
        for note_id in counted.note_order:
            words = resolution.footnote(note_id).text.plain
            short = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
            label = f"{counted.notes[note_id]}  {short}".replace("&", "&&")
            action = self.addAction(label)
            action.setData(note_id)
        self.triggered.connect(self._on_triggered)
        if self.actions():
            self.setActiveAction(self.actions()[0])

    @Slot(object)
    def _on_triggered(self, action: QAction) -> None:
        self.note_chosen.emit(action.data())

"""What another program wrote into the file beside what is here, and which of them is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from drafter.core.model import Resolution
from drafter.ui.comparison import ComparisonView

_WIDTH_CHARACTERS, _HEIGHT_LINES = 130, 36


class OutsideDialog(QDialog):
    """`take_requested()` for the other text, `keep_requested()` for the one that is here."""

    take_requested = Signal()
    keep_requested = Signal()

    def __init__(self, theirs: Resolution, mine: Resolution, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Changed outside this window"))
        self.comparison = ComparisonView(self)
        self.comparison.show_both(
            theirs, mine, old_name=self.tr("In the file"), new_name=self.tr("In this window")
        )
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.take = buttons.addButton(self.tr("&Take the other text"), role.ActionRole)
        self.keep = buttons.addButton(self.tr("&Keep mine"), role.ActionRole)
        self.take.clicked.connect(self.take_requested)
        self.keep.clicked.connect(self.keep_requested)
        for button in (self.take, self.keep):
            button.clicked.connect(self.accept)
        box = QVBoxLayout(self)
        box.addWidget(self.comparison, 1)
        box.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(
            metrics.averageCharWidth() * _WIDTH_CHARACTERS, metrics.lineSpacing() * _HEIGHT_LINES
        )

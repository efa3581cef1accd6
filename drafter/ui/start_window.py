"""The window one sees first: the start page, with what a crash left above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from drafter.settings import Settings
from drafter.ui.quiet_bar import QuietBar
from drafter.ui.start_page import StartPage

if TYPE_CHECKING:
    from drafter.app.recovery import Leftover
    from drafter.ui.dialogs.recovery import RecoveryOffer


class StartWindow(QWidget):
    """The start page; `offer` is None when nothing was left over."""

    def __init__(self, settings: Settings, left: Sequence[Leftover]) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Drafter"))
        self.setObjectName("start_window")
        self.resize(1080, 760)
        self.offer = self._offer(left) if left else None
        self.page = StartPage(settings, self)
        self.bar = QuietBar(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        if self.offer is not None:
            box.addWidget(self.offer)
        box.addWidget(self.page, 1)
        box.addWidget(self.bar)
        self.setFocusProxy(self.page)

    def _offer(self, left: Sequence[Leftover]) -> RecoveryOffer:
        # Inline: it compares texts, which a start without a crash before it does not.
        from drafter.ui.dialogs.recovery import RecoveryOffer  # noqa: PLC0415

        return RecoveryOffer(left, self)

"""What a crash left, offered wherever the next window opens, not on the start page alone.

Nothing is thrown away here but when the drafter says so on the start page; what was brought back is
taken away only when the recovery file of its window holds it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction

from drafter.core.errors import DrafterError

if TYPE_CHECKING:
    from drafter.app.recovery import Leftover
    from drafter.core.model import Resolution
    from drafter.ui.desk import Desk
    from drafter.ui.dialogs.recovery import RecoveryOffer
    from drafter.ui.main_window import MainWindow


class AfterCrash(QObject):
    """The leftovers in `folder`, for the windows of a desk."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        super().__init__(desk)
        self._desk = desk
        self._folder = folder
        self._was_told = False
        self._due: Leftover | None = None

    def leftovers(self) -> Sequence[Leftover]:
        """What crashed sessions left, newest first."""
        if not self._folder.exists():
            return ()
        # Inline: a start without a crash before it does without.
        from drafter.app.recovery import leftovers  # noqa: PLC0415

        return leftovers(self._folder)

    def answer(self, offer: RecoveryOffer) -> None:
        """Does what is asked for on a start page."""
        offer.open_requested.connect(self._on_leftover_opened)
        offer.discard_requested.connect(self._on_leftover_discarded)

    def tell_soon(self) -> None:
        """Tells the newest window, once what opened it is done."""
        QTimer.singleShot(0, self, self._tell)

    @Slot()
    def _tell(self) -> None:
        window = self._desk.windows[-1] if self._desk.windows else None
        if window is None or window.bar.isVisible():
            return
        left = self.leftovers()
        path = window.session.path
        of_file = [one for one in left if path is not None and _is_same(one.path, path)]
        if of_file:
            self._due = of_file[0]
            words = self.tr("What was last written in %1 was not saved, but it is kept.")
            take = self._offer(self.tr("Bring it back"), self._on_take_accepted)
            offers = (take, self._offer(self.tr("Look at it"), self._on_look_accepted))
            window.bar.say(words.replace("%1", path.name if path else ""), offers)
        elif left and not self._was_told:
            look = self._offer(self.tr("Look"), self._on_look_accepted)
            count = len(left)
            words = self.tr(
                "(A draft was|%Ln drafts were) not saved when the program ended.", "", count
            )
            window.bar.say(words, (look,))
            self._was_told = True

    def _offer(self, words: str, do: Callable[[], None]) -> QAction:
        offer = QAction(words, self)
        offer.triggered.connect(do)
        return offer

    # --- answers ----------------------------------------------------------------------------

    @Slot()
    def _on_take_accepted(self) -> None:
        if self._due is not None:
            self._on_leftover_opened(self._due)

    @Slot()
    def _on_look_accepted(self) -> None:
        self._close_start()
        start = self._desk.start()
        if start.offer is not None:
            start.offer.look.setChecked(True)

    @Slot(object)
    def _on_leftover_opened(self, left: Leftover) -> None:
        try:
            resolution = left.read()
        except DrafterError as error:
            self._desk.say(error.user_text())
            return
        window = self._desk.window_of(left.path) if left.path is not None else None
        if window is None:
            window = self._desk.show(resolution, None)
            if left.path is not None:
                window.session.set_path(left.path)
        else:
            self._bring_back(window, resolution)
        window.session.undo_stack.resetClean()
        if self._desk.workspaces[window].recovery.write():
            left.discard()
        self._was_told = False  # there may be more

    def _bring_back(self, window: MainWindow, resolution: Resolution) -> None:
        """Into the window that has the file, as one step that can be undone."""
        from drafter.app.versions import restored  # noqa: PLC0415

        new = restored(resolution, window.session.resolution)
        window.session.apply(new, self.tr("Bring back what was not saved"))
        window.activateWindow()
        self._close_start()

    def _close_start(self) -> None:
        if self._desk.start_window is not None:
            self._desk.start_window.close()
            self._desk.start_window = None

    @Slot(object)
    def _on_leftover_discarded(self, left: Leftover) -> None:
        left.discard()


def _is_same(one: Path | None, other: Path) -> bool:
    return one is not None and one.resolve() == other.resolve()

"""The file of one draft: saved whole or not at all, and watched for what others do to it.

Nothing of another program is overwritten, and nothing of the user given up, without a word; what
happened is said in the quiet bar, with what can be done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction

from drafter.app.session import Session
from drafter.core.errors import DrafterError, WriteError
from drafter.core.model import Resolution
from drafter.io.atomic import write_atomic
from drafter.io.native import native_bytes, read_native
from drafter.ui.quiet_bar import QuietBar

SETTLED_MS = 250
"""Other programs take a file away and put it back when they save; it is judged after this."""


class OwnFile(QObject):
    """Saves the draft of a session; `save_as_requested()` when another place has to be chosen,
    `comparison_requested(theirs)` with what another program wrote."""

    save_as_requested = Signal()
    comparison_requested = Signal(object)

    def __init__(self, session: Session, bar: QuietBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_open_elsewhere: Callable[[Path], bool] = lambda _path: False
        self._session = session
        self._bar = bar
        self._known = _digest(session.path)
        self._theirs: tuple[Resolution, str] | None = None
        self._wanted: Path | None = None
        self._offered: Sequence[QAction] = ()
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLED_MS)
        self._timer.timeout.connect(self.look)
        self._watcher.fileChanged.connect(self._on_watcher_changed)
        self._watcher.directoryChanged.connect(self._on_watcher_changed)
        session.path_changed.connect(self._on_session_path_changed)
        self._watch()

    # --- saving -----------------------------------------------------------------------------

    def save(self, path: Path) -> bool:
        """Saves to a file in the own format; whether that went well."""
        if self.is_open_elsewhere(path):
            words = self.tr("%1 is open in another window; save under another name.")
            self._say(words.replace("%1", path.name), (self._save_as(),))
            return False
        present = _digest(path)
        if path == self._session.path and present not in {"", self._known}:
            self._tell_of_change(path, present)
            return self._session.is_clean  # another program wrote the very same
        content = native_bytes(self._session.resolution)
        try:
            write_atomic(path, content)
        except WriteError as error:
            self._wanted = path
            again = self._offer(self.tr("Try again"), self._on_again_accepted)
            self._say(error.user_text(), (self._save_as(), again))
            return False
        self._known = sha256(content).hexdigest()
        self._session.mark_saved(path)
        self._watch()
        for offer in self._offered:  # what was said of a save that failed is over
            self._bar.withdraw(offer)
        return True

    @Slot()
    def _on_again_accepted(self) -> None:
        if self._wanted is not None:
            self.save(self._wanted)

    # --- what others do ---------------------------------------------------------------------

    @Slot()
    def look(self) -> None:
        """Looks whether the file is as it was read or written last."""
        path = self._session.path
        if path is None:
            return
        self._watch()
        present = _digest(path)
        if present == self._known:
            return
        if present:
            self._tell_of_change(path, present)
            return
        self._known = ""
        self._session.undo_stack.resetClean()
        words = self.tr("The file %1 is gone. What you have here is kept.")
        save = self._offer(self.tr("Write it again"), self._on_write_accepted)
        self._say(words.replace("%1", path.name), (save, self._save_as()))

    def _tell_of_change(self, path: Path, present: str) -> None:
        try:
            theirs = read_native(path.read_bytes())
        except (DrafterError, OSError):
            self._known = present
            self._session.undo_stack.resetClean()
            words = self.tr("Another program damaged %1. What you have here is kept.")
            save = self._offer(self.tr("Write it again"), self._on_write_accepted)
            self._say(words.replace("%1", path.name), (save, self._save_as()))
            return
        if theirs == self._session.resolution:
            self._known = present
            self._session.mark_saved(path)
            return
        self._theirs = (theirs, present)
        self._session.undo_stack.resetClean()
        words = self.tr("%1 was changed outside this window. What you have here is kept.")
        offers = (
            self._offer(self.tr("Compare"), self._on_compare_accepted),
            self._offer(self.tr("Take the other text"), self.take_theirs),
            self._offer(self.tr("Keep mine"), self.keep_mine),
        )
        self._say(words.replace("%1", path.name), offers)

    @Slot()
    def take_theirs(self) -> None:
        """The text of the other program, as one step that can be undone."""
        path = self._session.path
        if self._theirs is not None and path is not None:
            theirs, self._known = self._theirs
            self._theirs = None
            self._session.apply(theirs, self.tr("Take the text of the file"))
            self._session.mark_saved(path)

    @Slot()
    def keep_mine(self) -> None:
        """The text here: the next save writes over that of the other program."""
        if self._theirs is not None:
            self._known = self._theirs[1]
            self._theirs = None

    @Slot()
    def _on_compare_accepted(self) -> None:
        if self._theirs is not None:
            self.comparison_requested.emit(self._theirs[0])

    @Slot()
    def _on_write_accepted(self) -> None:
        if self._session.path is not None:
            self.save(self._session.path)

    # --- watching ---------------------------------------------------------------------------

    @Slot()
    def _on_watcher_changed(self) -> None:
        self._timer.start()

    @Slot(object)
    def _on_session_path_changed(self, path: Path) -> None:
        if not self._known:
            self._known = _digest(path)
        self._watch()

    def _watch(self) -> None:
        """The file, and its folder, which says when it is put there anew."""
        path = self._session.path
        wanted = {str(one) for one in (path, path.parent) if one.exists()} if path else set[str]()
        present = {*self._watcher.files(), *self._watcher.directories()}
        if present - wanted:
            self._watcher.removePaths(sorted(present - wanted))
        if wanted - present:
            self._watcher.addPaths(sorted(wanted - present))

    # --- saying -----------------------------------------------------------------------------

    def _offer(self, words: str, do: Callable[[], None]) -> QAction:
        offer = QAction(words, self)
        offer.triggered.connect(do)
        return offer

    def _save_as(self) -> QAction:
        offer = QAction(self.tr("Save under another name…"), self)
        offer.triggered.connect(self.save_as_requested)
        return offer

    def _say(self, words: str, offers: Sequence[QAction]) -> None:
        self._offered = offers
        self._bar.say(words, offers)


def _digest(path: Path | None) -> str:
    """What tells one content of a file from another; empty when there is none."""
    try:
        return sha256(path.read_bytes()).hexdigest() if path is not None else ""
    except OSError:
        return ""

"""What else there is of a draft's file: versions kept at each save, and what others wrote to it.

Dialogs are loaded when they are first asked for: they would make every start longer.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot

from drafter.app.versions import Versions
from drafter.core.errors import DrafterError
from drafter.core.model import Resolution
from drafter.ui.main_window import MainWindow


class VersionViews(QObject):
    """Keeps the versions of one window's file in `folder`, and shows them beside the draft."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self.folder = folder
        self._opened = (self._session.path, self._session.resolution, datetime.now(UTC))
        self._session.saved.connect(self._on_session_saved)
        window.file.comparison_requested.connect(self._compare_with)

    @Slot()
    def show_versions(self) -> None:
        """The versions kept of the file."""
        path = self._session.path
        versions = Versions(self.folder, path) if path else None
        from drafter.ui.dialogs.versions import VersionsDialog

        dialog = VersionsDialog(self._session, versions, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.restore_requested.connect(self._restore)
        dialog.show()

    @Slot(object)
    def _restore(self, resolution: Resolution) -> None:
        self._session.apply(resolution, self.tr("Restore version"))

    @Slot()
    def _on_session_saved(self) -> None:
        path = self._session.path
        if path is None:
            return
        versions = Versions(self.folder, path)
        opened, resolution, when = self._opened
        try:
            if opened == path and not versions.all():  # what the first save wrote over
                versions.keep(resolution, when=when)
            versions.keep_changed(self._session.resolution)
        except DrafterError as error:
            self._window.bar.say(error.user_text())

    @Slot(object)
    def _compare_with(self, theirs: Resolution) -> None:
        """What another program wrote beside what is here."""
        from drafter.ui.dialogs.outside import OutsideDialog

        dialog = OutsideDialog(theirs, self._session.resolution, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.take_requested.connect(self._window.file.take_theirs)
        dialog.keep_requested.connect(self._window.file.keep_mine)
        dialog.rejected.connect(self._window.file.look)  # not answered: it is said again
        dialog.show()

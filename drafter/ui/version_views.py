"""What else there is of a draft's file: versions kept at each save, and what others wrote to it.

Dialogs are loaded when they are first asked for: they would make every start longer.
"""

from __future__ import annotations

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
        self._folder = folder
        self._session.clean_changed.connect(self._on_session_clean_changed)
        window.file.comparison_requested.connect(self._compare_with)

    @Slot()
    def show_versions(self) -> None:
        """The versions kept of the file."""
        path = self._session.path
        versions = Versions(self._folder, path) if path else None
        from drafter.ui.dialogs.versions import VersionsDialog

        dialog = VersionsDialog(self._session, versions, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.restore_requested.connect(self._restore)
        dialog.show()

    @Slot(object)
    def _restore(self, resolution: Resolution) -> None:
        self._session.apply(resolution, self.tr("Restore version"))

    @Slot(bool)
    def _on_session_clean_changed(self, is_clean: bool) -> None:  # noqa: FBT001 - Qt's signal
        path = self._session.path
        if not is_clean or path is None or not path.exists():
            return
        try:
            Versions(self._folder, path).keep(self._session.resolution)
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

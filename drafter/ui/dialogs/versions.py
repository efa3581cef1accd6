"""The versions kept of a draft, each compared with the draft as it is now."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.app.session import Session
from drafter.app.versions import Version, Versions, restored
from drafter.core.errors import DrafterError, ReadError
from drafter.core.model import Resolution
from drafter.ui.comparison import ComparisonView
from drafter.ui.labels import titled
from drafter.ui.moments import exact_words

_VERSION = Qt.ItemDataRole.UserRole
_WHEN, _NAME = range(2)
_REST_MS = 400


class VersionsDialog(QDialog):
    """Lists the versions of a session's file; `restore_requested(resolution)` wishes one back.

    `versions` is None for a draft never saved, of which none are kept yet.
    """

    restore_requested = Signal(object)

    def __init__(
        self, session: Session, versions: Versions | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._versions = versions
        self._renamed: Version | None = None
        self.list = QTreeWidget(self)
        self.comparison = ComparisonView(self)
        self.name = QLineEdit(self)
        self.rename = QPushButton(self.tr("Na&me…"), self)
        self.keep_now = QPushButton(self.tr("&Keep the draft as it is now"), self)
        self.restore = QPushButton(self.tr("&Restore the chosen version"), self)
        self.complaint = QLabel(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._lay_out()
        self._connect()
        self._fill(None)

    def current(self) -> Version | None:
        """The version chosen."""
        item = self.list.currentItem()
        return item.data(_WHEN, _VERSION) if item else None

    # --- layout -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Versions"))
        self.list.setHeaderLabels([self.tr("Kept"), self.tr("Name")])
        self.list.ensurePolished()  # rows are measured once, in the look of the window
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.tr("Versions, newest first"))
        self.list.header().setSectionResizeMode(_WHEN, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)
        self.name.setPlaceholderText(self.tr("Name of a new version, such as “before the vote”"))
        self.name.setAccessibleName(self.tr("Name of a new version"))
        self.rename.setShortcut(QKeySequence(Qt.Key.Key_F2))
        self.rename.setToolTip(self.tr("Name the chosen version, so that it is kept for ever (F2)"))
        self.complaint.setForegroundRole(QPalette.ColorRole.BrightText)
        self.complaint.setWordWrap(True)
        self.complaint.hide()
        beside = QSplitter(Qt.Orientation.Horizontal, self)
        beside.addWidget(titled(self.tr("Versions, newest first"), self.list, self))
        beside.addWidget(self.comparison)
        beside.setStretchFactor(1, 1)
        width = self.fontMetrics().averageCharWidth()
        beside.setSizes([width * 40, width * 100])
        naming = QHBoxLayout()
        naming.addWidget(self.name, 1)
        naming.addWidget(self.keep_now)
        closing = QDialogButtonBox(self)
        close = closing.addButton(QDialogButtonBox.StandardButton.Close)
        closing.addButton(self.rename, QDialogButtonBox.ButtonRole.ActionRole)
        closing.addButton(self.restore, QDialogButtonBox.ButtonRole.ActionRole)
        closing.rejected.connect(self.reject)
        for button in (self.rename, self.keep_now, self.restore, close):
            button.setAutoDefault(False)
        box = QVBoxLayout(self)
        box.addWidget(beside, 1)
        box.addLayout(naming)
        box.addWidget(self.complaint)
        box.addWidget(closing)
        self.resize(width * 150, self.fontMetrics().lineSpacing() * 36)
        self.list.setFocus()

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._on_current_item_changed)
        self.list.itemChanged.connect(self._on_item_changed)
        self.list.itemDoubleClicked.connect(self._on_rename_clicked)
        self.name.returnPressed.connect(self._on_keep_now_clicked)
        self.rename.clicked.connect(self._on_rename_clicked)
        self.keep_now.clicked.connect(self._on_keep_now_clicked)
        self.restore.clicked.connect(self._on_restore_clicked)
        self._timer.timeout.connect(self._compare)
        self._session.changed.connect(self._on_session_changed)

    # --- showing ----------------------------------------------------------------------------

    def _fill(self, chosen: Version | None) -> None:
        kept = self._versions.all() if self._versions else ()
        with QSignalBlocker(self.list):
            self.list.clear()
            for version in kept:
                row = QTreeWidgetItem([exact_words(version.when), version.name])
                row.setData(_WHEN, _VERSION, version)
                row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
                self.list.addTopLevelItem(row)
            at = kept.index(chosen) if chosen in kept else 0
            self.list.setCurrentIndex(self.list.model().index(at, _WHEN))
        for widget in (self.name, self.keep_now):
            widget.setEnabled(self._versions is not None)
        self._compare()

    @Slot()
    def _compare(self) -> None:
        version = self.current()
        for button in (self.rename, self.restore):
            button.setEnabled(version is not None)
        if version is None:
            self.comparison.say(self._why_none())
            return
        try:
            old = version.read()
        except ReadError as error:
            self.restore.setEnabled(False)
            self.comparison.say(error.user_text())
            return
        self.comparison.show_both(
            old,
            self._session.resolution,
            old_name=version.name or exact_words(version.when),
            new_name=self.tr("The draft now"),
        )

    def _why_none(self) -> str:
        if self._versions is None:
            return self.tr("Save the draft first: from then on a version is kept at each save.")
        return self.tr(
            "A version will be kept here at each save. Those with a name are kept for ever."
        )

    def _complain(self, error: DrafterError) -> None:
        self.complaint.setText(f"● {error.user_text()}")
        self.complaint.show()

    # --- slots ------------------------------------------------------------------------------

    @Slot(object, object)
    def _on_session_changed(self, _old: Resolution, _new: Resolution) -> None:
        if self.isVisible():
            self._timer.start()

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _on_current_item_changed(
        self, _item: QTreeWidgetItem | None, _previous: QTreeWidgetItem | None
    ) -> None:
        self._compare()

    @Slot()
    def _on_rename_clicked(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.list.editItem(item, _NAME)

    @Slot(QTreeWidgetItem, int)
    def _on_item_changed(self, item: QTreeWidgetItem, _column: int) -> None:
        version: Version = item.data(_WHEN, _VERSION)
        name = item.text(_NAME)
        if self._versions is None or name == version.name:
            return
        try:
            version = self._versions.rename(version, name)
        except DrafterError as error:
            self._complain(error)
        else:
            self.complaint.hide()
        self._renamed = version
        QTimer.singleShot(0, self._on_renamed)  # not while the list still holds its editor

    @Slot()
    def _on_renamed(self) -> None:
        self._fill(self._renamed)

    @Slot()
    def _on_keep_now_clicked(self) -> None:
        if self._versions is None:
            return
        try:
            kept = self._versions.keep(self._session.resolution, self.name.text())
        except DrafterError as error:
            self._complain(error)
            return
        self.complaint.hide()
        self.name.clear()
        self._fill(kept)

    @Slot()
    def _on_restore_clicked(self) -> None:
        version = self.current()
        if version is None:
            return
        try:
            old = version.read()
        except ReadError as error:
            self._complain(error)
            return
        self.restore_requested.emit(restored(old, self._session.resolution))

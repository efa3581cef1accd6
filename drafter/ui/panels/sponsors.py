"""The sponsors of a draft: States picked by name, kept in the order of the language."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.app.collation import in_order
from drafter.core.model import Sponsor
from drafter.core.states import states
from drafter.ui.labels import second

_STATE, _ON_BEHALF_OF = range(2)
_MOST_ROWS = 8
_EDITABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


class SponsorList(QTreeWidget):
    """The States and for whom they speak; Delete takes one out."""

    removal_requested = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and row >= 0:
            self.removal_requested.emit(row)
            return
        super().keyPressEvent(event)


class SponsorsEdit(QWidget):
    """Shows and edits sponsors; `edited(sponsors)` after every change by the user."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = ""
        self._sponsors: tuple[Sponsor, ...] = ()
        self.name = QLineEdit(self)
        self.list = SponsorList(self)
        self._count = QLabel(self)
        self._lay_out()
        self.name.returnPressed.connect(self._on_name_return_pressed)
        self.list.removal_requested.connect(self._on_list_removal_requested)
        self.list.itemChanged.connect(self._on_list_item_changed)

    def show_sponsors(self, sponsors: tuple[Sponsor, ...], code: str) -> None:
        """Shows these sponsors of a draft in a language."""
        if code != self._language:
            self._language = code
            self._set_completer(code)
        self._sponsors = sponsors
        self.list.blockSignals(True)
        self.list.clear()
        for sponsor in sponsors:
            item = QTreeWidgetItem([sponsor.name, sponsor.on_behalf_of])
            item.setFlags(_EDITABLE)
            self.list.addTopLevelItem(item)
        self.list.blockSignals(False)
        self._count.setText(self.tr("%n sponsor(s)", "", len(sponsors)))
        self.list.setVisible(bool(sponsors))
        self._count.setVisible(bool(sponsors))
        self._fit()

    def _lay_out(self) -> None:
        self.name.setPlaceholderText(self.tr("Add a State…"))
        self.name.setAccessibleName(self.tr("Add a sponsor"))
        self.name.setClearButtonEnabled(True)
        self.list.setHeaderLabels([self.tr("State"), self.tr("On behalf of")])
        self.list.setAccessibleName(self.tr("Sponsors"))
        self.list.setRootIsDecorated(False)
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.list.setToolTip(self.tr("F2 or a double click edits, Delete takes a State out."))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for widget in (self.name, self.list, self._count):
            box.addWidget(widget)
        second(self._count)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_STATE, header.ResizeMode.Stretch)
        header.setSectionResizeMode(_ON_BEHALF_OF, header.ResizeMode.ResizeToContents)

    def _fit(self) -> None:
        """As high as the sponsors there are, up to a limit."""
        rows = min(len(self._sponsors), _MOST_ROWS)
        around = self.list.header().sizeHint().height() + 2 * self.list.frameWidth() + 2
        self.list.setFixedHeight(around + rows * max(0, self.list.sizeHintForRow(0)))

    def _set_completer(self, code: str) -> None:
        names = in_order((state.names[code] for state in states()), code)
        completer = QCompleter(list(names), self.name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)

    def _change(self, sponsors: tuple[Sponsor, ...]) -> None:
        if sponsors != self._sponsors:
            self.show_sponsors(sponsors, self._language)
            self.edited.emit(sponsors)

    @Slot()
    def _on_name_return_pressed(self) -> None:
        name = self.name.text().strip()
        self.name.clear()
        by_name = {sponsor.name: sponsor for sponsor in self._sponsors}
        if name and name not in by_name:
            by_name[name] = Sponsor(name)
            self._change(tuple(by_name[one] for one in in_order(by_name, self._language)))

    @Slot(int)
    def _on_list_removal_requested(self, row: int) -> None:
        self._change((*self._sponsors[:row], *self._sponsors[row + 1 :]))

    @Slot(QTreeWidgetItem, int)
    def _on_list_item_changed(self, item: QTreeWidgetItem, _column: int) -> None:
        row = self.list.indexOfTopLevelItem(item)
        changed = replace(
            self._sponsors[row],
            name=item.text(_STATE).strip() or self._sponsors[row].name,
            on_behalf_of=item.text(_ON_BEHALF_OF).strip(),
        )
        self._change((*self._sponsors[:row], changed, *self._sponsors[row + 1 :]))

"""The sponsors of a draft: States picked by name, kept in the order of the language.

A name in any language becomes that of the draft's; one that no State has is kept and marked.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.app.collation import in_order
from drafter.core.model import Sponsor
from drafter.core.phrases import folded
from drafter.core.states import nearest_state, state_named, states
from drafter.ui.labels import second

_STATE, _ON_BEHALF_OF, _FAULT = range(3)
_MOST_ROWS = 8
_MOST_ON_BEHALF_OF = 0.35
"""Of the width of the list."""
_MARK = "▲"
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Gives the States most of the room; for whom they speak takes what it needs."""
        needed = max(
            self.sizeHintForColumn(_ON_BEHALF_OF), self.header().sectionSizeHint(_ON_BEHALF_OF)
        )
        most = round(self.viewport().width() * _MOST_ON_BEHALF_OF)
        self.setColumnWidth(_ON_BEHALF_OF, min(needed, most))


class SponsorsEdit(QWidget):
    """Shows and edits sponsors; `edited(sponsors)` after every change by the user."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = ""
        self._sponsors: tuple[Sponsor, ...] = ()
        self.name = QLineEdit(self)
        self.list = SponsorList(self)
        self.fault = QLabel(self)
        self.nearest = QPushButton(self.tr("Make it the nearest State"), self)
        self._unknown = -1
        self._count = QLabel(self)
        self._lay_out()
        self.name.returnPressed.connect(self._on_name_return_pressed)
        self.name.editingFinished.connect(self._on_name_editing_finished)
        self.list.removal_requested.connect(self._on_list_removal_requested)
        self.list.itemChanged.connect(self._on_list_item_changed)
        self.nearest.clicked.connect(self._on_nearest_clicked)

    def show_sponsors(self, sponsors: tuple[Sponsor, ...], code: str) -> None:
        """Shows these sponsors of a draft in a language."""
        if code != self._language:
            self._language = code
            self._set_completer(code)
        self._sponsors = sponsors
        self.list.blockSignals(True)
        self.list.clear()
        for sponsor in sponsors:
            self.list.addTopLevelItem(self._row(sponsor))
        self.list.blockSignals(False)
        self._show_unknown()
        self._count.setText(self.tr("%Ln sponsor(s)", "", len(sponsors)))
        self.list.setVisible(bool(sponsors))
        self._count.setVisible(bool(sponsors))
        self._fit()

    def unread(self) -> str:
        """A sentence about a name that is typed and not among the sponsors; empty if none is."""
        self._on_name_editing_finished()
        name = self.name.text().strip()
        words = self.tr("“{0}” is not among the sponsors yet: Enter in its field adds it.")
        return words.format(name) if name else ""

    def _row(self, sponsor: Sponsor) -> QTreeWidgetItem:
        is_known = state_named(sponsor.name) is not None
        mark = "" if is_known else _MARK
        row = QTreeWidgetItem([sponsor.name, sponsor.on_behalf_of, mark])
        row.setFlags(_EDITABLE)
        fault = "" if is_known else self._no_state(sponsor)
        for column, words in (
            (_STATE, fault or sponsor.name),
            (_ON_BEHALF_OF, sponsor.on_behalf_of),
        ):
            row.setToolTip(column, f"{words}\n{self.list.toolTip()}".strip())
        if fault:
            row.setData(_STATE, Qt.ItemDataRole.AccessibleDescriptionRole, fault)
        return row

    def _no_state(self, sponsor: Sponsor) -> str:
        return self.tr("{0} is no Member or observer State.").format(sponsor.name)

    def _show_unknown(self) -> None:
        """Says which name is the first that no State has, and offers the State nearest to it."""
        unknown = (
            at for at, one in enumerate(self._sponsors) if one.name and not state_named(one.name)
        )
        self._unknown = next(unknown, -1)
        is_shown = self._unknown >= 0
        self.fault.setVisible(is_shown)
        self.list.setColumnHidden(_FAULT, not is_shown)
        state = nearest_state(self._sponsors[self._unknown].name) if is_shown else None
        self.nearest.setVisible(state is not None)
        if is_shown:
            self.fault.setText(f"{_MARK} {self._no_state(self._sponsors[self._unknown])}")
        if state is not None:
            self.nearest.setText(self.tr("Make it {0}").format(state.names[self._language]))

    def _lay_out(self) -> None:
        self.name.setPlaceholderText(self.tr("Add a State…"))
        self.name.setAccessibleName(self.tr("Add a sponsor"))
        self.name.setClearButtonEnabled(True)
        self.setFocusProxy(self.name)
        self.list.setHeaderLabels([self.tr("State"), self.tr("On behalf of"), ""])
        self.list.setAccessibleName(self.tr("Sponsors"))
        self.list.setRootIsDecorated(False)
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.list.setToolTip(self.tr("F2 or a double click edits, Delete takes a State out."))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for widget in (self.name, self.list, self.fault):
            box.addWidget(widget)
        box.addWidget(self.nearest, 0, Qt.AlignmentFlag.AlignLeading)
        box.addWidget(self._count)
        self.fault.setWordWrap(True)
        second(self._count)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_STATE, header.ResizeMode.Stretch)
        header.setSectionResizeMode(_ON_BEHALF_OF, header.ResizeMode.Interactive)
        header.setSectionResizeMode(_FAULT, header.ResizeMode.ResizeToContents)

    def _fit(self) -> None:
        """As high as the sponsors there are, up to a limit."""
        rows = min(len(self._sponsors), _MOST_ROWS)
        around = self.list.header().sizeHint().height() + 2 * self.list.frameWidth() + 2
        self.list.share_width()
        self.list.setFixedHeight(around + rows * max(0, self.list.sizeHintForRow(0)))

    def _set_completer(self, code: str) -> None:
        names = in_order((state.names[code] for state in states()), code)
        completer = QCompleter(list(names), self.name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # Queued: the field puts the chosen name in after Enter has added and cleared it.
        queued = Qt.ConnectionType.QueuedConnection
        completer.activated.connect(self._on_completer_activated, queued)
        self.name.setCompleter(completer)

    def _change(self, sponsors: tuple[Sponsor, ...]) -> None:
        if sponsors != self._sponsors:
            self.show_sponsors(sponsors, self._language)
            self.edited.emit(sponsors)

    @Slot()
    def _on_name_return_pressed(self) -> None:
        name = self._called(self.name.text().strip())
        self.name.setText("")  # and its history with it: what is undone next is the sponsor
        if name and all(one.name != name for one in self._sponsors):
            self._change_in_order((*self._sponsors, Sponsor(name)))

    @Slot(str)
    def _on_completer_activated(self, name: str) -> None:
        """A State chosen from those offered is added at once."""
        if self.name.text() == name:
            self._on_name_return_pressed()

    def _called(self, name: str) -> str:
        """What the draft's language calls the State, which its beginning means if no other has it.

        A name that no State has stays as it is.
        """
        state = state_named(name)
        if state is not None:
            return state.names[self._language]
        asked = folded(name)
        names = [one.names[self._language] for one in states()]
        begun = [one for one in names if asked and folded(one).startswith(asked)]
        return begun[0] if len(begun) == 1 else name

    def _change_in_order(self, sponsors: tuple[Sponsor, ...]) -> None:
        by_name = {sponsor.name: sponsor for sponsor in sponsors}
        self._change(tuple(by_name[one] for one in in_order(by_name, self._language)))

    @Slot()
    def _on_nearest_clicked(self) -> None:
        """The State that was offered, in the place of the name that no State has."""
        if self._unknown < 0:
            return
        wrong = self._sponsors[self._unknown]
        state = nearest_state(wrong.name)
        if state is None:
            return
        others = tuple(one for one in self._sponsors if one is not wrong)
        name = state.names[self._language]
        if all(one.name != name for one in others):
            others = (*others, replace(wrong, name=name))
        self._change_in_order(others)
        self.name.setFocus()

    @Slot()
    def _on_name_editing_finished(self) -> None:
        """A State named in full counts, though nobody pressed Enter."""
        if state_named(self.name.text().strip()) is not None:
            self._on_name_return_pressed()

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
        if changed == self._sponsors[row]:  # an emptied name, or blanks round it
            self.show_sponsors(self._sponsors, self._language)
        self._change((*self._sponsors[:row], changed, *self._sponsors[row + 1 :]))

"""What crashed sessions left: a quiet bar, and on demand each draft side by side with its file.

Nothing is thrown away but by two presses; what is put off is offered again at the next start.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from drafter.app.recovery import Leftover
from drafter.core.errors import ReadError
from drafter.core.model import Resolution
from drafter.io.formats import read_file
from drafter.ui.comparison import ComparisonView
from drafter.ui.labels import titled
from drafter.ui.moments import moment_words

_LEFTOVER = Qt.ItemDataRole.UserRole
_LONGEST_NAME = 60


class RecoveryOffer(QWidget):
    """Offers what is left over; hides itself when nothing remains.

    Signals, each with a `Leftover`: `open_requested`, `discard_requested`; and `later_requested()`.
    The window opens or discards; the offer only takes the row away.
    """

    open_requested = Signal(object)
    discard_requested = Signal(object)
    later_requested = Signal()

    def __init__(self, leftovers: Sequence[Leftover], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = QLabel(self)
        self.look = QPushButton(self.tr("Loo&k at them"), self)
        self.later = QPushButton(self.tr("L&ater"), self)
        self.list = QListWidget(self)
        self.comparison = ComparisonView(self)
        self.open = QPushButton(self.tr("Open this &draft"), self)
        self.discard = QPushButton(self.tr("&Throw away…"), self)
        self.warning = QLabel(self.tr("Throw this draft away? It cannot be brought back."), self)
        self.sure = QPushButton(self.tr("Throw awa&y"), self)
        self.keep = QPushButton(self.tr("&Keep it"), self)
        self.details = QWidget(self)
        self._lay_out()
        self._connect()
        self.show_leftovers(leftovers)

    def show_leftovers(self, leftovers: Sequence[Leftover]) -> None:
        """Shows these, the newest first as they come."""
        self.list.clear()
        for leftover in leftovers:
            name, draft = _named(leftover)
            words = name if draft is not None else self.tr("▲ Draft that cannot be read")
            when = moment_words(leftover.written)
            item = QListWidgetItem(f"{words or self.tr('Draft without a title')}\n{when}")
            item.setData(_LEFTOVER, leftover)
            item.setToolTip(str(leftover.path or ""))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._on_count_changed()

    def remaining(self) -> tuple[Leftover, ...]:
        """What is still offered."""
        return tuple(self.list.item(row).data(_LEFTOVER) for row in range(self.list.count()))

    # --- layout -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.look.setCheckable(True)
        self.open.setProperty("primary", True)
        self.list.setAccessibleName(self.tr("Drafts that were not saved"))
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.sentence.setWordWrap(True)
        bar = QHBoxLayout()
        bar.addWidget(self.sentence, 1)
        bar.addWidget(self.look)
        bar.addWidget(self.later)
        beside = QSplitter(Qt.Orientation.Horizontal, self.details)
        beside.addWidget(titled(self.tr("Not saved"), self.list, self.details))
        beside.addWidget(self.comparison)
        beside.setStretchFactor(1, 1)
        beside.setSizes([self.fontMetrics().averageCharWidth() * 32, 1000])
        buttons = QHBoxLayout()
        buttons.addStretch()
        for widget in (self.warning, self.sure, self.keep, self.discard, self.open):
            buttons.addWidget(widget)
        inner = QVBoxLayout(self.details)
        inner.setContentsMargins(0, 6, 0, 0)
        inner.addWidget(beside, 1)
        inner.addLayout(buttons)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 8)
        box.addLayout(bar)
        box.addWidget(self.details, 1)
        self.details.hide()
        self._ask(is_asking=False)
        self.setFocusProxy(self.look)

    def _connect(self) -> None:
        self.look.toggled.connect(self._on_look_toggled)
        self.later.clicked.connect(self._on_later_clicked)
        self.list.currentItemChanged.connect(self._on_current_item_changed)
        self.list.itemActivated.connect(self._on_open_clicked)
        self.open.clicked.connect(self._on_open_clicked)
        self.discard.clicked.connect(self._on_discard_clicked)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.sure.clicked.connect(self._on_sure_clicked)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    # --- showing ----------------------------------------------------------------------------

    def _current(self) -> Leftover | None:
        item = self.list.currentItem()
        return item.data(_LEFTOVER) if item else None

    def _compare(self) -> None:
        leftover = self._current()
        if leftover is None or not self.look.isChecked():
            return
        try:
            draft = leftover.read()
        except ReadError as error:
            self.open.setEnabled(False)
            self.comparison.say(error.user_text())
            return
        self.open.setEnabled(True)
        if leftover.path is None:
            self.comparison.show_one(draft, self.tr("This draft was never saved. It holds:"))
            return
        try:
            saved = read_file(leftover.path)
        except ReadError as error:
            self.comparison.show_one(draft, error.user_text())
            return
        self.comparison.show_both(
            saved, draft, old_name=self.tr("In the saved file"), new_name=self.tr("What was kept")
        )

    def _ask(self, *, is_asking: bool) -> None:
        for widget in (self.warning, self.sure, self.keep):
            widget.setVisible(is_asking)
        for widget in (self.discard, self.open):
            widget.setVisible(not is_asking)
        if is_asking:
            self.keep.setFocus()

    def _take_current(self) -> Leftover | None:
        leftover = self._current()
        self._ask(is_asking=False)
        if leftover is not None:
            self.list.takeItem(self.list.currentRow())
            self._on_count_changed()
        return leftover

    def _on_count_changed(self) -> None:
        count = self.list.count()
        words = self.tr(
            "(A draft was|%Ln drafts were) not saved when the program ended.", "", count
        )
        self.sentence.setText(f"■ {words}")
        self.setVisible(count > 0)
        self._name_look()

    def _name_look(self) -> None:
        is_one, is_open = self.list.count() == 1, self.look.isChecked()
        if is_open:
            self.look.setText(self.tr("&Hide it") if is_one else self.tr("&Hide them"))
        else:
            self.look.setText(self.tr("Loo&k at it") if is_one else self.tr("Loo&k at them"))

    # --- slots ------------------------------------------------------------------------------

    @Slot(bool)
    def _on_look_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.details.setVisible(is_open)
        self._name_look()
        self._compare()
        if is_open:
            self.list.setFocus()

    @Slot()
    def _on_later_clicked(self) -> None:
        self.hide()
        self.later_requested.emit()

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current_item_changed(
        self, _item: QListWidgetItem | None, _previous: QListWidgetItem | None
    ) -> None:
        self._ask(is_asking=False)
        self._compare()

    @Slot()
    def _on_open_clicked(self) -> None:
        if self.open.isEnabled():
            leftover = self._take_current()
            if leftover is not None:
                self.open_requested.emit(leftover)

    @Slot()
    def _on_discard_clicked(self) -> None:
        self._ask(is_asking=True)

    @Slot()
    def _on_keep_clicked(self) -> None:
        self._ask(is_asking=False)
        self.list.setFocus()

    @Slot()
    def _on_sure_clicked(self) -> None:
        leftover = self._take_current()
        if leftover is not None:
            self.discard_requested.emit(leftover)


def _named(leftover: Leftover) -> tuple[str, Resolution | None]:
    """What to call it, and the draft if it can be read."""
    try:
        draft = leftover.read()
    except ReadError:
        return "", None
    if leftover.path is not None:
        return leftover.path.stem, draft
    words = (draft.title.plain, *(one.text.plain for one in draft.paragraphs))
    first = next((one for one in words if one.strip()), "")
    return (first if len(first) <= _LONGEST_NAME else f"{first[:_LONGEST_NAME]}…"), draft

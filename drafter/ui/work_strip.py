"""What goes on with the corpus and what came of it: a bar, words, a button to stop, the results.

Any number of strips may show the same work; none of them owns it.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from drafter.app.corpus_tasks import Outcome, Result, Task, Told
from drafter.app.corpus_words import outcome_words, result_words, task_words, told_words
from drafter.app.corpus_work import CorpusWork
from drafter.app.outcome_model import NAME, OutcomeModel

_STEPS = 1000
_Index = QModelIndex | QPersistentModelIndex


class _Ends(QStyledItemDelegate):
    """Shows the end of what there is no room for: the name of a file rather than its folders."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


class WorkStrip(QWidget):
    """Shows one `CorpusWork`; `busy_changed(busy)` when something begins or ends."""

    busy_changed = Signal(bool)

    def __init__(self, work: CorpusWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._task: Task | None = work.task
        self.bar = QProgressBar(self)
        self.words = QLabel(self)
        self.cancel = QPushButton(self.tr("&Stop"), self)
        self.summary = QLabel(self)
        self.only = QComboBox(self)
        self.model = OutcomeModel(self)
        self.table = QTableView(self)
        self._lay_out()
        work.started.connect(self._on_work_started)
        work.told.connect(self._on_work_told)
        work.ended.connect(self._on_work_ended)
        work.failed.connect(self._on_work_failed)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        self.only.currentIndexChanged.connect(self._on_only_changed)
        if work.task is not None:
            self._on_work_started(work.task)
            self._on_work_told(work.last_told)
        else:
            self._show_busy(is_busy=False)

    def _lay_out(self) -> None:
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(self.fontMetrics().height())
        self.bar.setAccessibleName(self.tr("How far it has come"))
        self.summary.setWordWrap(True)
        self.summary.setTextInteractionFlags(
            self.summary.textInteractionFlags().TextSelectableByMouse
        )
        self.only.setAccessibleName(self.tr("Which results are shown"))
        self.cancel.setAutoDefault(False)
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("What became of each text"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setItemDelegateForColumn(NAME, _Ends(self.table))
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 6)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        width = self.fontMetrics().averageCharWidth()
        for column, characters in enumerate((18, 34, 12, 40)):
            header.resizeSection(column, width * characters)
        going = QHBoxLayout()
        going.addWidget(self.bar, 1)
        going.addWidget(self.cancel)
        came = QHBoxLayout()
        came.addWidget(self.summary, 1)
        came.addWidget(self.only)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(going)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.addWidget(self.words)
        box.addLayout(came)
        box.addWidget(self.table, 1)

    def _show_busy(self, *, is_busy: bool) -> None:
        for widget in (self.bar, self.words, self.cancel):
            widget.setVisible(is_busy)
        self.summary.setVisible(not is_busy and bool(self.summary.text()))
        has_rows = not is_busy and self.model.rowCount() > 0
        self.table.setVisible(has_rows)
        self.only.setVisible(has_rows and len(self.model.results()) > 1)
        policy = QSizePolicy.Policy.Expanding if has_rows else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self.busy_changed.emit(is_busy)

    # --- what the work says -----------------------------------------------------------------

    @Slot(object)
    def _on_work_started(self, task: Task) -> None:
        self._task = task
        self.summary.clear()
        self.model.set_rows(())
        self.bar.setRange(0, 0)
        self.words.setText(task_words(task))
        self.cancel.setEnabled(True)
        self._show_busy(is_busy=True)

    @Slot(object)
    def _on_work_told(self, told: Told) -> None:
        if self._work.is_cancelled:
            return
        self.bar.setRange(0, 0 if told.part is None else _STEPS)
        if told.part is not None:
            self.bar.setValue(round(told.part * _STEPS))
        words = told_words(told)
        if words:
            metrics, mode = self.words.fontMetrics(), Qt.TextElideMode.ElideRight
            self.words.setText(metrics.elidedText(words, mode, self.words.width()))

    @Slot(object)
    def _on_work_ended(self, outcome: Outcome) -> None:
        if self._task is not None:
            self.summary.setText(outcome_words(self._task, outcome))
        self.model.set_rows(outcome.rows)
        self.only.clear()
        self.only.addItem(self.tr("All results"), None)
        for result in self.model.results():
            self.only.addItem(result_words(result), result)
        self._show_busy(is_busy=False)

    @Slot(str)
    def _on_work_failed(self, sentence: str) -> None:
        self.summary.setText(f"● {sentence}")
        self._show_busy(is_busy=False)

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self._work.cancel()
        self.cancel.setEnabled(False)
        self.words.setText(self.tr("Stopping…"))

    @Slot(int)
    def _on_only_changed(self, at: int) -> None:
        chosen = self.only.itemData(at)
        self.model.show_only(Result(chosen) if chosen else None)

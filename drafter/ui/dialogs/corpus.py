"""The corpus: what is in it, with bars to look at, and everything that can be done to it.

Work goes on in processes of its own while this dialog and the page stay free; closing it stops
nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from drafter.app.census_model import BAR, FIRST_LANGUAGE, NAME, CensusModel, CensusTree, census_tree
from drafter.app.corpus import Corpus
from drafter.app.corpus_tasks import Adding, Compacting, Rebuilding, Removing, Task, Verifying
from drafter.app.corpus_words import paragraphs_words, size_words, texts_words
from drafter.app.i18n import organ_words
from drafter.app.worker import Answer, Worker
from drafter.core.model import Organ
from drafter.corpus.census import Census, census
from drafter.ui.bars import RowBar, YearBars
from drafter.ui.labels import heading, second
from drafter.ui.work_strip import WorkStrip

_WIDTHS = (26, 10, 14, 13)
"""Of the columns before the languages, in characters."""
_LANGUAGE_WIDTH = 10
_CHART_LINES = 18


@dataclass(frozen=True, slots=True)
class _Counted:
    """A census and its rows, made off the main thread."""

    census: Census
    tree: CensusTree


def _counted(folder: Path) -> _Counted:
    counted = census(folder)
    return _Counted(counted, census_tree(counted))


class CorpusDialog(QDialog):
    """Shows a corpus and the work on it; `get_more_requested()` for the open data."""

    get_more_requested = Signal()

    def __init__(self, corpus: Corpus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corpus = corpus
        self._census = Census()
        self._worker = Worker(self)
        self._worker.answered.connect(self._on_worker_answered)
        self.summary = QLabel(self)
        self.model = CensusModel(self)
        self.tree = QTreeView(self)
        self.bars = YearBars(self)
        self.whose = heading("", self)
        self.year = second(QLabel(self))
        self.strip = WorkStrip(corpus.work, self)
        self.symbol = QLineEdit(self)
        self.add_files = QPushButton(self.tr("Add &files…"), self)
        self.add_folder = QPushButton(self.tr("Add f&older…"), self)
        self.get_more = QPushButton(self.tr("&Get more…"), self)
        self.remove = QPushButton(self.tr("Re&move"), self)
        self.verify = QPushButton(self.tr("&Look for damage"), self)
        self.rebuild = QPushButton(self.tr("Make inde&xes again"), self)
        self.compact = QPushButton(self.tr("Give back &room"), self)
        self._lay_out()
        self._connect()
        self._show_busy(corpus.work.is_busy)
        self.look()

    # --- layout -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setObjectName("corpus_dialog")
        self.setWindowTitle(self.tr("Corpus"))
        self.setAcceptDrops(True)
        self.tree.setModel(self.model)
        self.tree.setItemDelegateForColumn(BAR, RowBar(self.tree))
        self.tree.setAccessibleName(self.tr("What is in the corpus, by organ, session or year"))
        self.tree.setUniformRowHeights(True)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.summary.setWordWrap(True)
        self.verify.setToolTip(self.tr("Looks for damage; nothing is changed"))
        self.rebuild.setToolTip(self.tr("Makes wordings and indexes again from the texts"))
        self.compact.setToolTip(self.tr("Gives back the room of what was removed"))
        self.symbol.setPlaceholderText(self.tr("Symbol or number: A/RES/64/177"))
        self.symbol.setMinimumWidth(self.fontMetrics().averageCharWidth() * 36)
        self.symbol.setAccessibleName(self.tr("Symbol or number of what is to be removed"))
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        box = QVBoxLayout(self)
        box.addLayout(self._row(self.summary, None, *self._adders()))
        box.addWidget(self._middle(), 3)
        box.addWidget(self.strip, 2)
        keepers = (self.verify, self.rebuild, self.compact)
        box.addLayout(self._row(self.symbol, self.remove, None, *keepers))
        width = self.fontMetrics().averageCharWidth()
        self.resize(width * 146, self.fontMetrics().lineSpacing() * 40)
        self.tree.setFocus()

    def _adders(self) -> tuple[QPushButton, ...]:
        return self.add_files, self.add_folder, self.get_more

    def _middle(self) -> QWidget:
        beside = QWidget(self)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.whose)
        column.addWidget(self.bars, 1)
        column.addWidget(self.year)
        column.addStretch()
        self.bars.setMaximumHeight(self.fontMetrics().lineSpacing() * _CHART_LINES)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.tree)
        splitter.addWidget(beside)
        splitter.setChildrenCollapsible(False)
        width = self.fontMetrics().averageCharWidth()
        splitter.setSizes([width * 104, width * 42])
        return splitter

    @staticmethod
    def _row(*widgets: QWidget | None) -> QHBoxLayout:
        """Widgets side by side; None is room between them."""
        row = QHBoxLayout()
        for widget in widgets:
            if widget is None:
                row.addStretch(1)
            else:
                row.addWidget(widget, 1 if isinstance(widget, QLabel) else 0)
        return row

    def _connect(self) -> None:
        self._corpus.changed.connect(self.look)
        self.tree.selectionModel().currentChanged.connect(self._on_tree_current_changed)
        self.bars.said.connect(self.year.setText)
        self.strip.busy_changed.connect(self._show_busy)
        self.add_files.clicked.connect(self._on_add_files_clicked)
        self.add_folder.clicked.connect(self._on_add_folder_clicked)
        self.get_more.clicked.connect(self.get_more_requested)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.symbol.returnPressed.connect(self._on_remove_clicked)
        self.symbol.textChanged.connect(self._on_symbol_changed)
        self.verify.clicked.connect(self._on_verify_clicked)
        self.rebuild.clicked.connect(self._on_rebuild_clicked)
        self.compact.clicked.connect(self._on_compact_clicked)

    # --- what is in it ----------------------------------------------------------------------

    @Slot()
    def look(self) -> None:
        """Counts again what is in the corpus, off the main thread."""
        folder = self._corpus.folder
        self._worker.ask(lambda: _counted(folder))

    def close_work(self) -> None:
        """Stops counting, for good."""
        self._worker.close()

    @Slot(object)
    def _on_worker_answered(self, answer: Answer) -> None:
        if answer.error is not None:
            self.summary.setText(f"● {answer.error.user_text()}")
            return
        if isinstance(answer.value, _Counted):
            self._show(answer.value.census, answer.value.tree)

    def _show(self, counted: Census, tree: CensusTree) -> None:
        self._census = counted
        self._set_tree(tree)
        if counted.documents:
            words = " · ".join(
                (
                    texts_words(counted.documents),
                    paragraphs_words(counted.paragraphs),
                    size_words(counted.size),
                )
            )
        else:
            words = self.tr(
                "Nothing is here yet. Add files, folders or archives, or drop them on this window."
            )
        self.summary.setText(words)
        self.summary.setToolTip(str(self._corpus.folder))
        self._show_years(self._organ(self.tree.currentIndex()))

    def _set_tree(self, tree: CensusTree) -> None:
        """Shows the new counts with the same organ chosen and the same ones open as before."""
        chosen = self._organ(self.tree.currentIndex())
        tops = [self.model.index(row, NAME) for row in range(self.model.rowCount())]
        is_open = {self._organ(top) for top in tops if self.tree.isExpanded(top)}
        before = self.model.tree.languages
        self.model.set_tree(tree)
        for row, organ in enumerate(self.model.tree.organs):
            top = self.model.index(row, NAME)
            self.tree.setExpanded(top, organ in is_open)
            if organ is chosen:
                self.tree.setCurrentIndex(top)
        if tree.languages == before:
            return
        width = self.fontMetrics().averageCharWidth()
        for column in range(self.model.columnCount()):
            characters = _WIDTHS[column] if column < FIRST_LANGUAGE else _LANGUAGE_WIDTH
            self.tree.setColumnWidth(column, width * characters)

    def _organ(self, index: QModelIndex) -> Organ | None:
        """The organ of a row, or of the row that one is below."""
        top = index.parent() if index.parent().isValid() else index
        return self.model.tree.organs[top.row()] if top.isValid() else None

    @Slot(QModelIndex, QModelIndex)
    def _on_tree_current_changed(self, index: QModelIndex, _previous: QModelIndex) -> None:
        self._show_years(self._organ(index))

    def _show_years(self, organ: Organ | None) -> None:
        """The years of an organ, or of all."""
        years = Counter[int]()
        for one in self._census.counts:
            if one.year is not None and organ in {None, one.organ}:
                years[one.year] += one.documents
        self.bars.set_counts(years)
        words = self.tr("Texts by year") if organ is None else organ_words(organ)
        self.whose.setText(words)
        is_choice = organ is None and bool(years)
        hint = self.tr("Choose an organ to see its years alone.") if is_choice else ""
        self.year.setText(hint)

    # --- what is done to it -----------------------------------------------------------------

    @Slot(bool)
    def _show_busy(self, is_busy: bool) -> None:  # noqa: FBT001 - Qt's signal
        keepers = (self.remove, self.verify, self.rebuild, self.compact)
        for button in (*self._adders(), *keepers):
            button.setEnabled(not is_busy)

    def add(self, paths: list[Path]) -> None:
        """Adds files, folders and archives."""
        if paths:
            self._start(Adding(self._corpus.folder, tuple(paths)))

    def _start(self, task: Task) -> None:
        if not self._corpus.work.start(task):
            self.year.setText(self.tr("Something else is being done; wait for it, or stop it."))

    @Slot()
    def _on_add_files_clicked(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add to the corpus"))
        self.add([Path(name) for name in names])

    @Slot()
    def _on_add_folder_clicked(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Add a folder to the corpus"))
        self.add([Path(name)] if name else [])

    @Slot()
    def _on_remove_clicked(self) -> None:
        """The first press asks, the second removes."""
        symbol = self.symbol.text().strip()
        if not symbol or self._corpus.work.is_busy:
            return
        question = self.tr("Re&move {0} for good").format(symbol.replace("&", "&&"))
        if self.remove.text() != question:
            self.remove.setText(question)
            return
        self.symbol.clear()
        self._start(Removing(self._corpus.folder, (symbol,)))

    @Slot()
    def _on_symbol_changed(self) -> None:
        self.remove.setText(self.tr("Re&move"))

    @Slot()
    def _on_verify_clicked(self) -> None:
        self._start(Verifying(self._corpus.folder))

    @Slot()
    def _on_rebuild_clicked(self) -> None:
        self._start(Rebuilding(self._corpus.folder))

    @Slot()
    def _on_compact_clicked(self) -> None:
        self._start(Compacting(self._corpus.folder))

    # --- dropping ---------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self._corpus.work.is_busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self.add([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

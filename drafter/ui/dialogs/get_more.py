"""More precedents: the United Nations' own open data, fetched when the button is pressed.

Until then nothing leaves the machine. What broke off or was stopped goes on where it was.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter.app.corpus import Corpus
from drafter.app.corpus_tasks import Fetching
from drafter.app.corpus_words import size_words
from drafter.app.i18n import language_words, organ_words
from drafter.app.worker import Answer, Worker
from drafter.core.language import LANGUAGES
from drafter.core.model import Organ
from drafter.corpus.census import Census, census
from drafter.corpus.open_data import FOLDER, REPOSITORIES, SOURCE, TERMS, addresses
from drafter.ui.labels import second
from drafter.ui.work_strip import WorkStrip

_APART = 8
"""Between what belongs to different questions."""


class GetMoreDialog(QDialog):
    """Asks what to fetch, in which languages; `language` is that of the draft."""

    def __init__(self, corpus: Corpus, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corpus = corpus
        self._worker = Worker(self)
        self._worker.answered.connect(self._on_worker_answered)
        self.sets = {organ: QCheckBox(organ_words(organ), self) for organ in REPOSITORIES}
        self.known = {organ: second(QLabel(self)) for organ in REPOSITORIES}
        self.languages = {code: QCheckBox(language_words(code), self) for code in LANGUAGES}
        self.address = QLineEdit(SOURCE, self)
        self.terms = QLabel(self)
        self.promise = QLabel(self)
        self.strip = WorkStrip(corpus.work, self)
        self.get = QPushButton(self.tr("&Get"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        for box in self.sets.values():
            box.setChecked(True)
        self.languages[language].setChecked(True)
        self._lay_out()
        self._connect()
        self._show_ready()
        self.look()

    # --- layout -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setObjectName("get_more_dialog")
        self.setWindowTitle(self.tr("Get more precedents"))
        self.terms.setText(TERMS)
        self.terms.setWordWrap(True)
        self.terms.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.terms.setAccessibleName(self.tr("Terms of use"))
        self.promise.setText(
            self.tr(
                "Nothing is sent or fetched until you press Get. What is stopped, or breaks off,"
                " goes on where it was the next time."
            )
        )
        self.promise.setWordWrap(True)
        self.address.setAccessibleDescription(
            self.tr("Another address, of a copy inside your own network or of one archive")
        )
        self.address.setToolTip(self.address.accessibleDescription())
        self.get.setDefault(True)
        self.get.setProperty("primary", True)
        self.close_button.setAutoDefault(False)
        form = QFormLayout()
        form.addRow(self.tr("&Address"), self.address)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.get)
        box = QVBoxLayout(self)
        box.addWidget(self._choice_of_sets())
        box.addSpacing(_APART)
        box.addWidget(self._choice_of_languages())
        box.addSpacing(_APART)
        box.addLayout(form)
        box.addSpacing(_APART)
        box.addWidget(self.terms)
        box.addWidget(second(self.promise))
        box.addWidget(self.strip, 1)
        box.addStretch(0)
        box.addLayout(buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 86, self.sizeHint().height())

    def _choice_of_sets(self) -> QGroupBox:
        group = QGroupBox(self.tr("Resolutions of"), self)
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for row, (organ, box) in enumerate(self.sets.items()):
            grid.addWidget(box, row, 0)
            grid.addWidget(self.known[organ], row, 1)
        return group

    def _choice_of_languages(self) -> QGroupBox:
        group = QGroupBox(self.tr("In these languages"), self)
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        for at, box in enumerate(self.languages.values()):
            grid.addWidget(box, at // 3, at % 3)
        return group

    def _connect(self) -> None:
        for box in (*self.sets.values(), *self.languages.values()):
            box.toggled.connect(self._show_ready)
        self.address.textChanged.connect(self._show_ready)
        self.strip.busy_changed.connect(self._show_ready)
        self.get.clicked.connect(self._on_get_clicked)
        self.close_button.clicked.connect(self.close)
        self._corpus.changed.connect(self.look)

    # --- what there is ----------------------------------------------------------------------

    @Slot()
    def look(self) -> None:
        """Looks which archives were fetched before."""
        folder = self._corpus.folder
        self._worker.ask(lambda: census(folder))

    def close_work(self) -> None:
        """Stops looking, for good."""
        self._worker.close()

    @Slot(object)
    def _on_worker_answered(self, answer: Answer) -> None:
        if not isinstance(answer.value, Census):
            return
        folder = self._corpus.folder / FOLDER
        for organ, label in self.known.items():
            label.setText(self._known_words(answer.value, organ, folder))

    def _known_words(self, counted: Census, organ: Organ, folder: Path) -> str:
        """What is known of the size of a set: from an earlier time, or from what broke off."""
        name = REPOSITORIES[organ]
        part = folder / f"{name}.zip.part"
        if part.exists():
            size = size_words(part.stat().st_size)
            return self.tr("{0} are here already; goes on from there").format(size)
        for one in counted.fetched:
            if name in one.url:
                words = self.tr("{0} when it was fetched on {1}")
                return words.format(size_words(one.size), one.added[:10])
        return ""

    # --- getting ----------------------------------------------------------------------------

    @Slot()
    def _show_ready(self) -> None:
        """Something to get, and nothing else going on."""
        is_chosen = any(box.isChecked() for box in self.sets.values())
        is_chosen = is_chosen and any(box.isChecked() for box in self.languages.values())
        has_address = bool(self.address.text().strip())
        self.get.setEnabled(is_chosen and has_address and not self._corpus.work.is_busy)

    @Slot()
    def _on_get_clicked(self) -> None:
        organs = [organ for organ, box in self.sets.items() if box.isChecked()]
        codes = tuple(code for code, box in self.languages.items() if box.isChecked())
        archives = addresses(organs, self.address.text().strip())
        self._corpus.work.start(Fetching(self._corpus.folder, tuple(archives.items()), codes))

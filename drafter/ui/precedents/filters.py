"""Which precedents are shown: language, part, organ, years, adopted without a vote."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QWidget,
)

from drafter.app.i18n import language_words
from drafter.core.model import Organ, Part
from drafter.corpus.asking import NO_FILTERS, Filters
from drafter.ui.labels import line_up

_ANY_YEAR = 1944
_LAST_YEAR = 2100


class FilterForm(QWidget):
    """The fields; `changed()` when one has another value."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.language = QComboBox(self)
        self.part = QComboBox(self)
        self.organ = QComboBox(self)
        self.first_year = QSpinBox(self)
        self.last_year = QSpinBox(self)
        self.agreed_only = QCheckBox(self.tr("Adopted without a &vote"), self)
        self.reset = QPushButton(self.tr("&Show all"), self)
        self._lay_out()
        for box in (self.language, self.part, self.organ):
            box.currentIndexChanged.connect(self._on_field_changed)
        for year in (self.first_year, self.last_year):
            year.valueChanged.connect(self._on_field_changed)
        self.agreed_only.toggled.connect(self._on_field_changed)
        self.reset.clicked.connect(self._on_reset_clicked)

    @property
    def chosen_language(self) -> str:
        """The language chosen, "" for the draft's."""
        return self.language.currentData() or ""

    def filters(self) -> Filters:
        """What is chosen."""
        return replace(
            NO_FILTERS,
            part=self.part.currentData(),
            organ=self.organ.currentData(),
            first_year=_year(self.first_year),
            last_year=_year(self.last_year),
            agreed_only=self.agreed_only.isChecked(),
        )

    def summary(self) -> str:
        """In a line what is left of all; "" when nothing is left out."""
        words: list[str] = []
        words.extend(
            box.currentText()
            for box in (self.language, self.part, self.organ)
            if box.currentIndex() > 0
        )
        years = [_year(one) for one in (self.first_year, self.last_year)]
        if any(years):
            words.append("–".join(str(one) if one else "…" for one in years))
        if self.agreed_only.isChecked():
            words.append(self.tr("without a vote"))
        return " · ".join(words)

    def show_languages(self, codes: Iterable[str]) -> None:
        """Offers the languages that the corpus has."""
        wanted = ["", *codes]
        if wanted == [self.language.itemData(at) for at in range(self.language.count())]:
            return
        chosen = self.chosen_language
        with QSignalBlocker(self.language):
            self.language.clear()
            for code in wanted:
                words = language_words(code) if code else self.tr("The draft’s")
                self.language.addItem(words, code)
            self.language.setCurrentIndex(max(0, self.language.findData(chosen)))
        if self.chosen_language != chosen:
            self.changed.emit()

    def _lay_out(self) -> None:
        self.language.addItem(self.tr("The draft’s"), "")
        for words, part in (
            (self.tr("All parts"), None),
            (self.tr("Preamble"), Part.PREAMBLE),
            (self.tr("Operative part"), Part.OPERATIVE),
            (self.tr("Annexes"), Part.ANNEX),
        ):
            self.part.addItem(words, part)
        for words, organ in (
            (self.tr("All organs"), None),
            (self.tr("General Assembly"), Organ.GA),
            (self.tr("Security Council"), Organ.SC),
            (self.tr("Economic and Social Council"), Organ.ECOSOC),
            (self.tr("Human Rights Council"), Organ.HRC),
            (self.tr("Others"), Organ.OTHER),
        ):
            self.organ.addItem(words, organ)
        self.organ.setMinimumContentsLength(8)
        for year, name in ((self.first_year, self.tr("From")), (self.last_year, self.tr("To"))):
            year.setRange(_ANY_YEAR, _LAST_YEAR)
            line_up(year)
            year.setSpecialValueText(self.tr("Any"))
            year.setValue(_ANY_YEAR)
            year.setKeyboardTracking(False)
            year.setAccessibleName(name)
        years = QHBoxLayout()
        years.addWidget(self.first_year, 1)
        years.addWidget(QLabel("–", self))
        years.addWidget(self.last_year, 1)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Language"), self.language)
        form.addRow(self.tr("&Part"), self.part)
        form.addRow(self.tr("&Organ"), self.organ)
        form.addRow(self.tr("Years"), years)
        last = QHBoxLayout()
        last.addWidget(self.agreed_only, 1)
        last.addWidget(self.reset)
        form.addRow(last)

    @Slot()
    def _on_field_changed(self) -> None:
        self.changed.emit()

    @Slot()
    def _on_reset_clicked(self) -> None:
        fields = (self.language, self.part, self.organ, self.first_year, self.last_year)
        blockers = [QSignalBlocker(one) for one in (*fields, self.agreed_only)]
        for box in (self.language, self.part, self.organ):
            box.setCurrentIndex(0)
        for year in (self.first_year, self.last_year):
            year.setValue(_ANY_YEAR)
        self.agreed_only.setChecked(False)
        for blocker in blockers:
            blocker.unblock()
        self.changed.emit()


def _year(box: QSpinBox) -> int | None:
    return None if box.value() == _ANY_YEAR else box.value()

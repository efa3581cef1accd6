"""The masthead as a form: what stands above the title, field by field.

What is chosen or accepted is one undo step each time, what is typed into a field until it is left
is one. Words that follow from the rest (the name of the organ, the line of the distribution) are
not asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from drafter.app.session import Session
from drafter.app.typing_steps import TypingSteps
from drafter.core.facts import LANGUAGES, language_name
from drafter.core.inline import Text
from drafter.core.language import language
from drafter.core.model import (
    AgendaItem,
    DocumentKind,
    Organ,
    Resolution,
    Sponsor,
)
from drafter.core.symbols import SymbolFault, symbol_fault
from drafter.ui.direction import write_towards
from drafter.ui.labels import line_up, second
from drafter.ui.panels.dates import DateEdit
from drafter.ui.panels.one_history import OneHistory
from drafter.ui.panels.sponsors import SponsorsEdit
from drafter.ui.raw_words import raw_words
from drafter.ui.scrolling import WheelPast

_LAST_YEAR = 2100
_NO_ORIGINAL = ""
_AFTER_LABEL = "|"
"""Between the label of an agenda item and its title."""
_MARGINS = (10, 12, 10, 12)
_BETWEEN_PX = 7


class _Lines(QPlainTextEdit):
    """Lines of words; `left()` when the caret goes to another field."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class MastheadPanel(QWidget):
    """The form; shows a session's document and edits it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps = TypingSteps(session)
        self._history = OneHistory(self)
        self._is_showing = False
        self.kind = self._choice(
            {
                DocumentKind.ADOPTED: self.tr("Adopted resolution"),
                DocumentKind.DRAFT: self.tr("Draft resolution"),
                DocumentKind.DECISION: self.tr("Decision"),
                DocumentKind.STATEMENT: self.tr("Presidential statement"),
                DocumentKind.OTHER: self.tr("Other"),
            }
        )
        self.organ = self._choice(
            {
                Organ.GA: self.tr("General Assembly"),
                Organ.SC: self.tr("Security Council"),
                Organ.ECOSOC: self.tr("Economic and Social Council"),
                Organ.HRC: self.tr("Human Rights Council"),
                Organ.OTHER: self.tr("Another organ"),
            }
        )
        self.organ_name = QLineEdit(self)
        self.symbol = QLineEdit(self)
        self.symbol_fault = QLabel(self)
        self.number = QLineEdit(self)
        self.session_number = QSpinBox(self)
        self.session_words = QLineEdit(self)
        self.issued = DateEdit(self.tr("Date of issue"), self)
        self.adopted = DateEdit(self.tr("Date of adoption"), self)
        self.agenda = _Lines(self)
        self.committee = QLineEdit(self)
        self.origin = QLineEdit(self)
        self.original = self._choice({_NO_ORIGINAL: self.tr("Not shown")} | _language_names())
        self.sponsors = SponsorsEdit(self)
        self.sponsors_name = QLabel(self.tr("S&ponsors"), self)
        self.submitted_by = QLineEdit(self)
        self._wheel_past = WheelPast(self)
        for field in (self.kind, self.organ, self.original, self.session_number):
            self._wheel_past.add(field)
        self._form = QFormLayout()
        self._lay_out()
        self._connect()
        self._show(session.resolution)

    # --- layout -----------------------------------------------------------------------------

    def _choice(self, names: dict[Any, str]) -> QComboBox:
        box = QComboBox(self)
        for value, name in names.items():
            box.addItem(name, value)
        return box

    def _rows(self) -> tuple[tuple[str, QWidget], ...]:
        return (
            (self.tr("&Kind"), self.kind),
            (self.tr("&Organ"), self.organ),
            (self.tr("Na&me of the organ"), self.organ_name),
            (self.tr("&Symbol"), self.symbol),
            ("", self.symbol_fault),
            (self.tr("Resolution &number"), self.number),
            (self.tr("S&ession"), self.session_number),
            (self.tr("Session in &words"), self.session_words),
            (self.tr("Date of &issue"), self.issued),
            (self.tr("Date of a&doption"), self.adopted),
            (self.tr("A&genda items"), self.agenda),
            (self.tr("&Committee"), self.committee),
            (self.tr("O&rigin line"), self.origin),
            (self.tr("Original &language"), self.original),
            ("", self.sponsors_name),
            ("", self.sponsors),
            (self.tr("Submitted &by"), self.submitted_by),
        )

    def _lay_out(self) -> None:
        self.session_number.setRange(0, _LAST_YEAR)
        line_up(self.session_number)
        self.session_number.setSpecialValueText(self.tr("None"))
        self.agenda.setTabChangesFocus(True)
        self.agenda.setUndoRedoEnabled(False)
        self.agenda.setFixedHeight(self.fontMetrics().lineSpacing() * 5)
        self.agenda.setPlaceholderText(self.tr("One on each line, like:\nAgenda item 77 | Oceans"))
        self.sponsors_name.setBuddy(self.sponsors)
        second(self.symbol_fault)
        self.symbol_fault.setWordWrap(True)
        for label, widget in self._rows():
            if label:
                self._form.addRow(label, widget)
                widget.setAccessibleName(widget.accessibleName() or label.replace("&", ""))
            else:
                self._form.addRow(widget)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        inner = QWidget(self)
        top = QVBoxLayout(inner)
        top.setContentsMargins(*_MARGINS)
        self._form.setVerticalSpacing(_BETWEEN_PX)
        top.addLayout(self._form)
        top.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scroll)
        self.setFocusProxy(self.symbol)

    def _connect(self) -> None:
        self._session.changed.connect(self._on_session_changed)
        self.kind.activated.connect(self._on_kind_activated)
        self.organ.activated.connect(self._on_organ_activated)
        self.original.activated.connect(self._on_original_activated)
        self.symbol.textEdited.connect(self._on_symbol_edited)
        self.organ_name.textEdited.connect(self._on_organ_name_edited)
        self.number.textEdited.connect(self._on_number_edited)
        self.committee.textEdited.connect(self._on_committee_edited)
        self.origin.textEdited.connect(self._on_origin_edited)
        self.submitted_by.textEdited.connect(self._on_submitted_by_edited)
        self.session_words.textEdited.connect(self._on_session_words_edited)
        self.session_number.valueChanged.connect(self._on_session_number_changed)
        self.agenda.textChanged.connect(self._on_agenda_changed)
        self.agenda.left.connect(self._session.end_typing)
        for field in self.findChildren(QLineEdit):
            field.editingFinished.connect(self._session.end_typing)
            self._history.add(field, has_own=field in self._not_at_once())
        self._history.add(self.agenda)
        self.issued.edited.connect(self._on_issued_edited)
        self.adopted.edited.connect(self._on_adopted_edited)
        self.sponsors.edited.connect(self._on_sponsors_edited)

    def _not_at_once(self) -> tuple[QLineEdit, ...]:
        """The fields whose words are in the draft only when they are left or Enter is pressed."""
        return (self.issued.words, self.adopted.words, self.sponsors.name)

    def unread(self) -> str:
        """A sentence about words that stand in the form but not in the draft; empty if none do."""
        fields = (self.issued, self.adopted, self.sponsors)
        shown = (field for field in fields if self._form.isRowVisible(field))
        return next(filter(None, (field.unread() for field in shown)), "")

    # --- showing ----------------------------------------------------------------------------

    @Slot(object, object)
    def _on_session_changed(self, old: Resolution, new: Resolution) -> None:
        same = (old.masthead, old.kind, old.organ, old.number, old.language)
        if same != (new.masthead, new.kind, new.organ, new.number, new.language):
            self._show(new)

    def _show(self, resolution: Resolution) -> None:
        self._is_showing = True
        masthead, code = resolution.masthead, resolution.language
        lines = (
            (self.organ_name, masthead.organ_name),
            (self.symbol, masthead.symbol),
            (self.number, resolution.number),
            (self.session_words, masthead.session),
            (self.committee, masthead.committee),
            (self.origin, masthead.origin.plain),
            (self.submitted_by, masthead.submitted_by),
        )
        for line, words in lines:
            if line.text() != words:
                line.setText(words)
        self.kind.setCurrentIndex(self.kind.findData(resolution.kind))
        self.organ.setCurrentIndex(self.organ.findData(resolution.organ))
        original = masthead.languages[0] if masthead.languages else _NO_ORIGINAL
        self.original.setCurrentIndex(max(0, self.original.findData(original)))
        write_towards(self.agenda, code)
        self.session_number.setValue(language(code).session_number(masthead.session) or 0)
        if _agenda_items(raw_words(self.agenda)) != masthead.agenda_items:
            self.agenda.setPlainText(_agenda_lines(masthead.agenda_items))
        self.issued.show_date(masthead.issued, code)
        self.adopted.show_date(masthead.adopted, code)
        self.sponsors.show_sponsors(masthead.sponsors, code)
        self._show_rows(resolution)
        self._show_symbol_fault(resolution)
        self._is_showing = False

    def _show_rows(self, resolution: Resolution) -> None:
        is_draft = resolution.kind is DocumentKind.DRAFT
        for widget, is_shown in (
            (self.organ_name, resolution.organ is Organ.OTHER),
            (self.number, not is_draft),
            (self.adopted, not is_draft),
            (self.sponsors_name, is_draft),
            (self.sponsors, is_draft),
            (self.submitted_by, is_draft),
        ):
            self._form.setRowVisible(widget, is_shown)

    def _show_symbol_fault(self, resolution: Resolution) -> None:
        symbol = resolution.masthead.symbol
        fault = symbol_fault(symbol, resolution.organ, resolution.kind) if symbol else None
        words = {
            SymbolFault.FORM: self.tr("▲ Not the form of a symbol, like A/RES/64/177."),
            SymbolFault.ORGAN: self.tr("▲ This symbol is not of the chosen organ."),
            SymbolFault.KIND: self.tr("▲ This symbol is not of the chosen kind of document."),
        }
        self.symbol_fault.setText(words[fault] if fault else "")
        self.symbol.setAccessibleDescription(self.symbol_fault.text())
        self._form.setRowVisible(self.symbol_fault, fault is not None)

    # --- editing ----------------------------------------------------------------------------

    def _apply(self, change: Callable[[Resolution], Resolution], label: str) -> None:
        """Makes a change, as an undo step of its own."""
        if not self._is_showing:
            self._session.apply(change(self._session.resolution), label)

    def _set(self, label: str, field: str, value: object) -> None:
        """Sets one field of the masthead."""
        self._apply(lambda doc: _with_field(doc, field, value), label)

    def _type(self, label: str, field: str, value: str | Text) -> None:
        """Sets one field of the masthead that is being typed."""
        doc = self._session.resolution
        changed = _with_field(doc, field, value)
        before, after = _signs(getattr(doc.masthead, field)), _signs(value)
        self._steps.apply(changed, label, f"masthead.{field}", before, after)

    @Slot(int)
    def _on_kind_activated(self, index: int) -> None:
        kind = DocumentKind(self.kind.itemData(index))
        self._apply(lambda doc: replace(doc, kind=kind), self.tr("Change kind"))

    @Slot(int)
    def _on_organ_activated(self, index: int) -> None:
        organ = Organ(self.organ.itemData(index))

        def change(doc: Resolution) -> Resolution:
            words = language(doc.language)
            has_preamble = bool(doc.paragraphs)
            was_made = doc.organ_line.plain == words.organ_line(doc.organ, has_preamble)
            line = Text(words.organ_line(organ, has_preamble)) if was_made else doc.organ_line
            return replace(doc, organ=organ, organ_line=line)

        self._apply(change, self.tr("Change organ"))

    @Slot(int)
    def _on_original_activated(self, index: int) -> None:
        code = self.original.itemData(index)
        self._set(self.tr("Change original language"), "languages", (code,) if code else ())

    @Slot(str)
    def _on_symbol_edited(self, words: str) -> None:
        self._type(self.tr("Change symbol"), "symbol", words.strip())

    @Slot(str)
    def _on_organ_name_edited(self, words: str) -> None:
        self._type(self.tr("Change organ"), "organ_name", words)

    @Slot(str)
    def _on_number_edited(self, words: str) -> None:
        doc, number = self._session.resolution, words.strip()
        label = self.tr("Change number")
        changed = replace(doc, number=number)
        before, after = _signs(doc.number), _signs(number)
        self._steps.apply(changed, label, "masthead.number", before, after)

    @Slot(str)
    def _on_committee_edited(self, words: str) -> None:
        self._type(self.tr("Change committee"), "committee", words)

    @Slot(str)
    def _on_origin_edited(self, words: str) -> None:
        self._type(self.tr("Change origin line"), "origin", Text(words))

    @Slot(str)
    def _on_submitted_by_edited(self, words: str) -> None:
        self._type(self.tr("Change who submits"), "submitted_by", words)

    @Slot(str)
    def _on_session_words_edited(self, words: str) -> None:
        self._type(self.tr("Change session"), "session", words)

    @Slot(int)
    def _on_session_number_changed(self, number: int) -> None:
        if self._is_showing:
            return
        doc = self._session.resolution
        language_words = language(doc.language)
        if number and not language_words.is_session(number):
            return  # on the way to a year: 2, 20, 202, 2024
        words = language_words.session_words(doc.organ, number) if number else ""
        changed = _with_field(doc, "session", words)
        self._session.apply(changed, self.tr("Change session"), merge_key="masthead.session")

    @Slot()
    def _on_agenda_changed(self) -> None:
        if self._is_showing:
            return
        doc, lines = self._session.resolution, raw_words(self.agenda)
        before = _signs(_agenda_lines(doc.masthead.agenda_items))
        changed = _with_field(doc, "agenda_items", _agenda_items(lines))
        label = self.tr("Change agenda items")
        self._steps.apply(changed, label, "masthead.agenda_items", before, _signs(lines))

    @Slot(object)
    def _on_issued_edited(self, day: date | None) -> None:
        self._set(self.tr("Change date of issue"), "issued", day)

    @Slot(object)
    def _on_adopted_edited(self, day: date | None) -> None:
        self._set(self.tr("Change date of adoption"), "adopted", day)

    @Slot(object)
    def _on_sponsors_edited(self, sponsors: tuple[Sponsor, ...]) -> None:
        self._set(self.tr("Change sponsors"), "sponsors", sponsors)


def _with_field(resolution: Resolution, field: str, value: object) -> Resolution:
    values: dict[str, Any] = {field: value}
    return replace(resolution, masthead=replace(resolution.masthead, **values))


def _signs(words: str | Text) -> str:
    """The words without signs that come and go with others: space, and between items."""
    plain = words.plain if isinstance(words, Text) else words
    return "".join(one for one in plain if not one.isspace() and one != _AFTER_LABEL)


def _language_names() -> dict[Any, str]:
    return {code: language_name(code) for code in LANGUAGES}


def _agenda_items(lines: str) -> tuple[AgendaItem, ...]:
    items: list[AgendaItem] = []
    for line in lines.splitlines():
        label, _, title = line.partition(_AFTER_LABEL)
        if label.strip() or title.strip():
            items.append(AgendaItem(label.strip(), title.strip()))
    return tuple(items)


def _agenda_lines(items: tuple[AgendaItem, ...]) -> str:
    return "\n".join(f"{i.label} {_AFTER_LABEL} {i.title}" if i.title else i.label for i in items)

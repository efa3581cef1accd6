"""The whole paragraph of a precedent with its neighbours and notes, and what can be done with it.

What the preview shows is what the buttons take: in another language it is the official text in
that one.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter.app.counts import count_words
from drafter.app.i18n import language_words
from drafter.app.library import Library
from drafter.app.precedent_words import agreed_words, document_words, strength_words, where_words
from drafter.app.questions import Look, Source
from drafter.app.worker import Answer
from drafter.corpus.asking import Precedent
from drafter.ui.precedents.setting import Setting, html_page
from drafter.ui.unbroken import UnbrokenBrowser, unbroken

_EACH_SIDE = 2
_SAMPLE = "<p><b>1</b> <i>1</i><sup>1</sup></p>"
"""Every look that a preview has."""


class Preview(QWidget):
    """Shows one precedent at a time; `source` is what it shows, once it was read.

    Signals: `rest_requested()`, `whole_requested()`, `insert_requested()`, `open_requested()`,
    `years_requested()`; `shown(source)` when it shows another one.
    """

    rest_requested = Signal()
    whole_requested = Signal()
    insert_requested = Signal()
    open_requested = Signal()
    years_requested = Signal()
    shown = Signal(object)

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self.source: Source | None = None
        self.precedent: Precedent | None = None
        self._line = library.line(self)
        self._line.answered.connect(self._on_line_answered)
        self.text = UnbrokenBrowser(self)
        self.rest = QPushButton(self.tr("Take the &rest"), self)
        self.whole = QPushButton(self.tr("Re&place"), self)
        self.insert = QPushButton(self.tr("&Insert"), self)
        self.open = QPushButton(self.tr("&Open"), self)
        self.years = QPushButton(self.tr("&Years"), self)
        self.language = QComboBox(self)
        self._lay_out()
        self.rest.clicked.connect(self.rest_requested)
        self.whole.clicked.connect(self.whole_requested)
        self.insert.clicked.connect(self.insert_requested)
        self.open.clicked.connect(self.open_requested)
        self.years.clicked.connect(self.years_requested)
        self.language.activated.connect(self._on_language_activated)

    def show_precedent(self, precedent: Precedent) -> None:
        """Shows a precedent."""
        before, self.precedent = self.precedent, precedent
        if before is not None and before.use == precedent.use:
            if (before.strength, before.also_in) != (precedent.strength, precedent.also_in):
                self._draw()
            return
        self.source = None
        self._line.ask(Look(precedent.use))

    def prepare(self) -> None:
        """Loads styles and fonts while nothing is shown yet."""
        if self.precedent is None:
            self.text.setHtml(html_page(_SAMPLE, self.palette()))
            self.grab()
            self.text.clear()

    def clear(self) -> None:
        """Shows nothing."""
        self._line.forget()
        self.precedent = self.source = None
        self.text.clear()

    def close_line(self) -> None:
        """Asks nothing any more."""
        self._line.close()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.source is not None:
            self._draw()

    # --- layout -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.text.setOpenLinks(False)
        self.text.setFrameShape(UnbrokenBrowser.Shape.NoFrame)
        self.text.setAccessibleName(self.tr("The precedent with its neighbours"))
        self.rest.setProperty("primary", True)
        self.rest.setToolTip(self.tr("Adds what follows after your words (Ctrl+Enter)"))
        self.whole.setToolTip(self.tr("Puts it in the place of the paragraph (Alt+1…9)"))
        self.insert.setToolTip(self.tr("Puts it at the caret, or beside a finished paragraph"))
        self.open.setToolTip(self.tr("Opens the whole document at this place"))
        self.years.setToolTip(self.tr("Shows this paragraph through the years, with its changes"))
        self.language.setAccessibleName(self.tr("Official text in another language"))
        self.language.setToolTip(self.tr("The official text of the same place"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.text, 1)
        for row in ((self.rest, self.whole, self.insert), (self.open, self.years, self.language)):
            line = QHBoxLayout()
            for widget in row:
                line.addWidget(widget, 1)
            box.addLayout(line)

    # --- showing ----------------------------------------------------------------------------

    @Slot(object)
    def _on_line_answered(self, answer: Answer) -> None:
        if isinstance(answer.value, Source):
            self.source = answer.value
            self._show_languages(answer.value)
            self._draw()
            self.shown.emit(self.source)
        elif answer.error is not None:
            self.source = None  # what is not shown is not taken
            self.text.setPlainText(answer.error.user_text())

    def _show_languages(self, source: Source) -> None:
        with QSignalBlocker(self.language):
            self.language.clear()
            for code in source.languages:
                self.language.addItem(language_words(code), code)
            self.language.setCurrentIndex(self.language.findData(source.resolution.language))
        self.language.setEnabled(self.language.count() > 1)

    @Slot(int)
    def _on_language_activated(self, _index: int) -> None:
        if self.precedent is not None:
            self._line.ask(Look(self.precedent.use, self.language.currentData()))

    def _draw(self) -> None:
        source, precedent = self.source, self.precedent
        if source is None or precedent is None:
            return
        setting = Setting(source.resolution, unbroken)
        place = source.use.place
        row = source.resolution.paragraphs
        before = range(max(0, place - _EACH_SIDE), place)
        after = range(place + 1, min(len(row), place + 1 + _EACH_SIDE))
        is_own = source.use.language == precedent.use.language
        self.rest.setEnabled(is_own)
        parts = [f"<p><b>{escape(unbroken(where_words(source.use)))}</b></p>", self._about(source)]
        parts.extend(setting.paragraph(at, "second") for at in before)
        parts.append(setting.paragraph(place))
        parts.append(setting.notes(row[place]))
        parts.extend(setting.paragraph(at, "second") for at in after)
        parts.append(self._also(precedent))
        self.text.setHtml(html_page("".join(parts), self.palette()))
        self._show_middle()

    def _show_middle(self) -> None:
        """Scrolls no more than it takes to see the paragraph, with the end of the one before it."""
        if self.source is not None:
            bar = self.text.verticalScrollBar()
            bar.setValue(0)
            anchor = self.source.resolution.paragraphs[self.source.use.place].id
            if self._bottom_of(anchor) <= self.text.viewport().height():
                return
            self.text.scrollToAnchor(anchor)
            if bar.value() < bar.maximum():
                bar.setValue(bar.value() - 2 * self.fontMetrics().lineSpacing())

    def _bottom_of(self, anchor: str) -> float:
        """Where the paragraph with an anchor ends, from the top of the text."""
        layout, block = self.text.document().documentLayout(), self.text.document().begin()
        while block.isValid():
            formats = (one.format for one in block.textFormats())
            if any(anchor in one.anchorNames() for one in formats):
                return layout.blockBoundingRect(block).bottom()
            block = block.next()
        return 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_middle()

    def _about(self, source: Source) -> str:
        """A fact a line, where no dot is left alone at the end of one."""
        use, precedent = source.use, self.precedent
        agreed = " · ".join(one for one in (use.adopted or "", agreed_words(use)) if one)
        lines = [use.title, agreed]
        if precedent is not None:
            lines.append(strength_words(precedent.strength))
        if not source.is_sure:
            lines.append(
                self.tr(
                    "▲ the two texts have {0} and {1} paragraphs here: look whether it is the place"
                ).format(count_words(source.own_count), count_words(source.count))
            )
        shown = "<br>".join(escape(line) for line in lines if line)
        return f'<p class="second">{shown}</p>'

    def _also(self, precedent: Precedent) -> str:
        if not precedent.also_in:
            return ""
        words = self.tr("Also in {0}").format(", ".join(map(document_words, precedent.also_in)))
        return f'<p class="second" dir="ltr">{escape(unbroken(words))}</p>'

"""One paragraph through the years: when it was used, and what changed from each wording to the
next.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from drafter.app.library import Library
from drafter.app.precedent_words import agreed_words, document_words, where_words
from drafter.app.questions import FollowYears, Lineage, Step
from drafter.app.worker import Answer
from drafter.core.diff import What, Words
from drafter.core.language import language
from drafter.corpus.asking import Precedent, Use
from drafter.ui.labels import second
from drafter.ui.marked_words import marked_words
from drafter.ui.precedents.setting import html_page
from drafter.ui.precedents.timeline import Timeline
from drafter.ui.unbroken import UnbrokenBrowser, unbroken

_MOST_STEPS = 300
_MOST_NAMED = 12
_THIN_SPACE = "\u2009"


class LineageWindow(QWidget):
    """Shows a family of wordings; `use_requested(use)` to read one where it stands."""

    use_requested = Signal(object)

    def __init__(self, library: Library, precedent: Precedent, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Through the years"))
        self.lineage: Lineage | None = None
        self._precedent = precedent
        self.summary = QLabel(self)
        self.key = second(QLabel(self))
        self.timeline = Timeline(self)
        self.text = UnbrokenBrowser(self)
        self._lay_out()
        self._line = library.line(self)
        self._line.answered.connect(self._on_line_answered)
        self.timeline.use_chosen.connect(self._on_timeline_use_chosen)
        self.text.anchorClicked.connect(self._on_text_anchor_clicked)
        self._line.ask(FollowYears(precedent.family, precedent.use))

    def _lay_out(self) -> None:
        self.summary.setWordWrap(True)
        self.key.setText(self.tr("● without a vote   ○ by vote   – not known"))
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.tr("The wordings and their changes"))
        self.text.document().setDocumentMargin(self.fontMetrics().height())
        box = QVBoxLayout(self)
        box.addWidget(self.summary)
        box.addWidget(self.timeline)
        box.addWidget(self.key)
        box.addWidget(self.text, 1)
        em = self.fontMetrics().averageCharWidth()
        self.resize(em * 105, self.fontMetrics().lineSpacing() * 42)
        self.setFocusProxy(self.timeline)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._line.close()
        super().closeEvent(event)

    @Slot(object)
    def _on_line_answered(self, answer: Answer) -> None:
        if answer.error is not None:
            self.summary.setText(answer.error.user_text())
        elif isinstance(answer.value, Lineage):
            self.lineage = answer.value
            self.timeline.show_uses(answer.value.uses)
            self.timeline.choose(self._precedent.use)
            self._summarize(answer.value)
            self._draw()

    def _summarize(self, lineage: Lineage) -> None:
        years = [use.year for use in lineage.uses if use.year]
        said = [
            self.tr("%Ln use(s)", "", len(lineage.uses)) if len(lineage.uses) > 1 else "",
            f"{min(years)}–{max(years)}" if years and min(years) < max(years) else "",
            self.tr("%Ln wording(s)", "", len(lineage.steps)) if len(lineage.steps) > 1 else "",
        ]
        words = " · ".join(one for one in said if one)
        self.summary.setText(words or self.tr("Used once, so there is nothing to compare yet."))

    # --- the text ---------------------------------------------------------------------------

    def _draw(self) -> None:
        if self.lineage is None:
            return
        steps = self.lineage.steps[-_MOST_STEPS:]
        parts = [self._step(step) for step in steps]
        left_out = len(self.lineage.steps) - len(steps)
        if left_out:
            words = self.tr("Earlier wordings that are not shown: %Ln", "", left_out)
            parts.insert(0, f'<p class="second">{escape(words)}</p>')
        self.text.setHtml(html_page("".join(parts), self.palette()))

    def _step(self, step: Step) -> str:
        direction = "rtl" if language(step.use.language).is_rtl else "ltr"
        words = _changed(step.changes) if step.changes else escape(step.use.text)
        anchor = f'<a name="{step.use.paragraph}"></a>'
        return (
            f'<p class="step" dir="ltr">{anchor}{self._named(step.use)}</p>'
            f'<p dir="{direction}">{words}</p>{self._again(step)}'
        )

    def _named(self, use: Use) -> str:
        vote = agreed_words(use)
        after = f' <span class="second">· {escape(vote)}</span>' if vote else ""
        where = escape(unbroken(where_words(use)))
        return f'<b><a href="use:{use.paragraph}">{where}</a></b>{after}'

    def _again(self, step: Step) -> str:
        if not step.again:
            return ""
        shown = step.again[-_MOST_NAMED:]
        names = ", ".join(
            f'<a name="{use.paragraph}"></a>'
            f'<a href="use:{use.paragraph}">{escape(unbroken(document_words(use.symbol)))}</a>'
            f"{f' ({use.year})' if use.year else ''}"
            for use in shown
        )
        hidden = len(step.again) - len(shown)
        more = " " + escape(self.tr("and %Ln before", "", hidden)) if hidden else ""
        words = escape(self.tr("The same in"))
        return f'<p class="second" dir="ltr">{words} {names}{more}</p>'

    # --- going somewhere --------------------------------------------------------------------

    @Slot(object)
    def _on_timeline_use_chosen(self, use: Use) -> None:
        self.text.scrollToAnchor(str(use.paragraph))

    @Slot(QUrl)
    def _on_text_anchor_clicked(self, url: QUrl) -> None:
        number = url.path()
        uses = self.lineage.uses if self.lineage else ()
        found = next((use for use in uses if str(use.paragraph) == number), None)
        if found is not None:
            self.use_requested.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()


def _changed(changes: tuple[Words, ...]) -> str:
    """The new wording as HTML, with what went struck through and what came underlined."""
    parts: list[str] = []
    for words in changes:
        if words.what is What.KEPT:
            parts.append(escape(words.new))
            continue
        if words.old.strip():
            parts.append(marked_words("del", words.old))
            parts.append(_THIN_SPACE if words.new else "")
        if words.new:
            parts.append(marked_words("ins", words.new))
    return "".join(parts)

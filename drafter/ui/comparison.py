"""Two states of a draft side by side, with the words that changed marked in both.

What was taken out is struck through, what came in is underlined, and each row says in a word what
became of it: nothing is said by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QTextBrowser, QVBoxLayout, QWidget

from drafter.core.diff import Comparison, Row, What, compared, plain_text, word_diff
from drafter.core.language import language
from drafter.core.model import Paragraph, Resolution
from drafter.core.numbering import numbering
from drafter.ui.marked_words import lines, marked_words

_MOST_ROWS = 600
_MOVED_LENGTH = 100
_SIGNS = {
    What.CHANGED: "±",
    What.MOVED: "↕",
    What.ADDED: "+",
    What.REMOVED: "−",
}


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is compared, and what the two are called."""

    old: Resolution | None
    new: Resolution
    old_name: str
    new_name: str


class ComparisonView(QWidget):
    """Shows a comparison, or a single draft where there is nothing to compare it with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: _Shown | None = None
        self.summary = QLabel(self)
        self.text = QTextBrowser(self)
        self.summary.setWordWrap(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(self.tr("What differs"))
        self.text.setOpenLinks(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.summary)
        box.addWidget(self.text, 1)

    def show_both(self, old: Resolution, new: Resolution, *, old_name: str, new_name: str) -> None:
        """Shows what changed from the one to the other."""
        self._shown = _Shown(old, new, old_name, new_name)
        self._draw()

    def show_one(self, draft: Resolution, why: str) -> None:
        """Shows a draft, and in a sentence why it stands alone."""
        self._shown = _Shown(None, draft, "", "")
        self.summary.setText(why)
        self.text.setHtml(self._page(self._whole(draft)))

    def say(self, words: str) -> None:
        """Shows a sentence and no text."""
        self._shown = None
        self.summary.setText(words)
        self.text.clear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._shown is not None:
            if self._shown.old is None:
                self.show_one(self._shown.new, self.summary.text())
            else:
                self._draw()

    # --- words ------------------------------------------------------------------------------

    def _draw(self) -> None:
        shown = self._shown
        if shown is None or shown.old is None:
            return
        comparison = compared(shown.old, shown.new)
        self.summary.setText(self._summary(shown.old, shown.new, comparison))
        if comparison.is_equal:
            self.text.clear()
            return
        head = _head(shown.old_name, shown.new_name)
        rows = [
            *self._field_rows(comparison),
            *self._rows(_Side(shown.old), _Side(shown.new), comparison),
            *self._note_rows(comparison),
        ]
        self.text.setHtml(self._page(self._table(head, rows)))

    def _summary(self, old: Resolution, new: Resolution, comparison: Comparison) -> str:
        if comparison.is_equal:
            beside = (old.masthead, _notes(old)) == (new.masthead, _notes(new))
            same = self.tr("The two are the same.")
            other = self.tr("The text is the same; something in the masthead or the notes differs.")
            return same if beside else other
        counts = comparison.counts()
        said = (
            (self.tr("%Ln changed", "", counts["changed"]), counts["changed"]),
            (self.tr("%Ln moved", "", counts["moved"]), counts["moved"]),
            (self.tr("%Ln added", "", counts["added"]), counts["added"]),
            (self.tr("%Ln taken out", "", counts["removed"]), counts["removed"]),
        )
        fields = [self._field(name) for name, _, _ in comparison.fields]
        notes = len(comparison.notes)
        fields.extend([self.tr("(one note|%Ln notes)", "", notes)] if notes else [])
        words = " · ".join([*fields, *(words for words, count in said if count)])
        return self.tr("What differs: %1").replace("%1", words)

    def _field(self, name: str) -> str:
        names = {
            "language": self.tr("language"),
            "organ": self.tr("organ"),
            "kind": self.tr("kind of document"),
            "symbol": self.tr("symbol"),
            "number": self.tr("number"),
            "title": self.tr("title"),
            "organ_line": self.tr("organ line"),
            "closing": self.tr("closing lines"),
            "vote": self.tr("vote"),
            "masthead.distribution": self.tr("distribution"),
            "masthead.issued": self.tr("date of issue"),
            "masthead.languages": self.tr("original language"),
            "masthead.organ_name": self.tr("name of the organ"),
            "masthead.session": self.tr("session"),
            "masthead.session_dates": self.tr("dates of the session"),
            "masthead.agenda_items": self.tr("agenda items"),
            "masthead.committee": self.tr("committee"),
            "masthead.sponsors": self.tr("sponsors"),
            "masthead.submitted_by": self.tr("submitted by"),
            "masthead.adopted": self.tr("date of adoption"),
            "masthead.meeting": self.tr("meeting"),
            "masthead.adoption": self.tr("heading of adoption"),
            "masthead.origin": self.tr("origin"),
        }
        return names[name]

    def _became(self, row: Row) -> str:
        words = {
            What.CHANGED: self.tr("changed"),
            What.MOVED: self.tr("moved"),
            What.ADDED: self.tr("added"),
            What.REMOVED: self.tr("taken out"),
        }
        others = {
            "notes": self.tr("note"),
            "level": self.tr("level"),
            "kind": self.tr("kind"),
            "part": self.tr("part"),
        }
        beside = [others[name] for name in row.differs if name in others]
        return "<br>".join([f"{_SIGNS[row.what]} {words[row.what]}", *beside])

    # --- the table --------------------------------------------------------------------------

    def _page(self, body: str) -> str:
        second = self._colour(QPalette.ColorRole.Dark)
        line = self._colour(QPalette.ColorRole.Mid)
        lit = self._colour(QPalette.ColorRole.Highlight)
        return (
            f"<style>.second {{ color: {second}; }}"
            f"td, th {{ border-bottom: 1px solid {line}; }}"
            f"del {{ text-decoration: line-through; background-color: {lit}; }}"
            f"ins {{ text-decoration: underline; background-color: {lit}; }}</style>{body}"
        )

    def _colour(self, role: QPalette.ColorRole) -> str:
        return self.palette().color(role).name()

    def _table(self, head: str, rows: list[str]) -> str:
        if len(rows) > _MOST_ROWS:
            more = self.tr("and %Ln more", "", len(rows) - _MOST_ROWS)
            rows = [*rows[:_MOST_ROWS], _across(more)]
        return (
            '<table width="100%" cellpadding="6" cellspacing="0" '
            f'style="border-collapse: collapse;">{head}{"".join(rows)}</table>'
        )

    def _field_rows(self, comparison: Comparison) -> Iterator[str]:
        for name, old, new in comparison.fields:
            before, after = _marked(old, new)
            yield _row(f"± {escape(self._field(name))}", before, after)

    def _note_rows(self, comparison: Comparison) -> Iterator[str]:
        for note in comparison.notes:
            words = (one.text.plain if one else "" for one in (note.old, note.new))
            before, after = _marked(*words)
            numbers = " → ".join(dict.fromkeys(filter(None, (note.old_number, note.new_number))))
            said = self.tr("note %1").replace("%1", numbers)
            yield _row(f"{_SIGNS[note.what]} {escape(said)}", before, after)

    def _rows(self, old: _Side, new: _Side, comparison: Comparison) -> Iterator[str]:
        for is_kept, rows in groupby(comparison.rows, lambda row: row.what is What.KEPT):
            if is_kept:
                count = len(list(rows))
                yield _across(self.tr("(One paragraph|%Ln paragraphs) the same", "", count))
                continue
            for row in rows:
                before, after = _row_words(row)
                yield _row(self._became(row), old.cell(row.old, before), new.cell(row.new, after))

    def _whole(self, draft: Resolution) -> str:
        side = _Side(draft)
        first = [draft.title.plain, draft.organ_line.plain]
        lines = [f"<p>{escape(line)}</p>" for line in first if line]
        lines += [f"<p>{side.cell(one, escape(plain_text(one)))}</p>" for one in draft.paragraphs]
        return "".join(lines)


class _Side:
    """One of the two drafts: its labels and its direction."""

    def __init__(self, draft: Resolution) -> None:
        self._labels = numbering(draft).labels
        self._direction = "rtl" if language(draft.language).is_rtl else "ltr"

    def cell(self, paragraph: Paragraph | None, words: str) -> str:
        """A paragraph's words with its label; empty for none."""
        if paragraph is None:
            return ""
        label = self._labels[paragraph.id]
        shown = f'<span class="second">{escape(label)}</span> ' if label else ""
        return f'<span dir="{self._direction}">{shown}{words}</span>'


def _notes(draft: Resolution) -> list[str]:
    return [note.text.plain for note in draft.footnotes]


def _row_words(row: Row) -> tuple[str, str]:
    """Both sides of a row; of what only moved the beginning is enough."""
    if row.what is What.MOVED and "text" not in row.differs:
        words = plain_text(row.new)
        shown = escape(words if len(words) <= _MOVED_LENGTH else f"{words[:_MOVED_LENGTH]}…")
        return shown, shown
    return _marked(plain_text(row.old), plain_text(row.new))


def _marked(old: str, new: str) -> tuple[str, str]:
    """Both texts as HTML, with what the other lacks marked."""
    before: list[str] = []
    after: list[str] = []
    for words in word_diff(old, new):
        if words.what is What.KEPT:
            before.append(lines(words.old))
            after.append(lines(words.new))
            continue
        if words.old:
            before.append(marked_words("del", words.old))
        if words.new:
            after.append(marked_words("ins", words.new))
    return "".join(before), "".join(after)


def _head(old_name: str, new_name: str) -> str:
    return (
        f'<tr><th width="14%"></th><th width="43%" align="left">{escape(old_name)}</th>'
        f'<th width="43%" align="left">{escape(new_name)}</th></tr>'
    )


def _row(became: str, before: str, after: str) -> str:
    return f'<tr><td class="second">{became}</td><td>{before}</td><td>{after}</td></tr>'


def _across(words: str) -> str:
    return f'<tr><td></td><td colspan="2" class="second">{escape(words)}</td></tr>'

"""A resolution set as HTML for reading: labels, italics, raised note numbers, notes at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape

from PySide6.QtGui import QPalette

from drafter.core.inline import Style, Text
from drafter.core.language import language
from drafter.core.model import Footnote, Paragraph, ParagraphKind, Resolution
from drafter.core.numbering import numbering

_TAGS = {Style.ITALIC: "i", Style.BOLD: "b", Style.SUPERSCRIPT: "sup", Style.SUBSCRIPT: "sub"}
_LIT_PX = 7
"""The ground of the paragraph sought goes so far beyond its words, which stay in line."""
_ITEM_EMS = 2.2
_HEADINGS = frozenset({ParagraphKind.HEADING, ParagraphKind.ANNEX})


class Setting:
    """One resolution with the labels and note numbers that it printed; `shown` is what words look
    like.
    """

    def __init__(self, resolution: Resolution, shown: Callable[[str], str] = str) -> None:
        self._shown = shown
        self._resolution = resolution
        numbers = numbering(resolution)
        self._labels = {
            one.id: numbers.labels[one.id] if one.printed is None else one.printed
            for one in resolution.paragraphs
        }
        self._numbers: Mapping[str, str] = numbers.notes
        self._note_order = numbers.note_order
        facts = language(resolution.language)
        self.direction = "rtl" if facts.is_rtl else "ltr"
        self._look = facts.look
        self._tags = _TAGS | ({Style.ITALIC: "b"} if facts.look.bold else {})

    def text(self, text: Text) -> str:
        """A text with its looks and the numbers of its notes."""
        return "".join(self._runs(text))

    def paragraph(self, index: int, classes: str = "") -> str:
        """A paragraph as a block, with an anchor that is its id."""
        one = self._resolution.paragraphs[index]
        words = self._table(one) if one.kind is ParagraphKind.TABLE else self.text(one.text)
        label = self._labels[one.id]
        if one.kind in _HEADINGS:
            label += self._look.title_stop if label and one.kind is ParagraphKind.HEADING else ""
            named = " ".join(part for part in (escape(label), words) if part)
            return f'<p class="{classes}" align="center"><a name="{one.id}"></a><b>{named}</b></p>'
        indent = one.level * _ITEM_EMS * 10
        shown = f'<span class="label">{escape(label)}</span>&nbsp; ' if label else ""
        return (
            f'<p class="{classes}" dir="{self.direction}" style="margin-left: {indent:.0f}px;">'
            f'<a name="{one.id}"></a>{shown}{words}</p>'
        )

    def notes(self, marked_in: Paragraph | None = None) -> str:
        """The notes in the order of their numbers, all or those of a paragraph."""
        wanted = self._note_order
        if marked_in is not None:
            wanted = tuple(mark.note for text in marked_in.texts() for mark in text.marks)
        known = {note.id: note for note in self._resolution.footnotes}
        return "".join(self._note(known[one]) for one in dict.fromkeys(wanted) if one in known)

    def whole(self, lit: int | None = None) -> str:
        """The document from its symbol to its last note; the paragraph `lit` stands out."""
        resolution = self._resolution
        masthead = resolution.masthead
        head = [f'<p class="second">{escape(masthead.symbol)}</p>' if masthead.symbol else ""]
        head.extend(f'<p class="second">{escape(line)}</p>' for line in self._masthead_lines())
        title = " ".join(x for x in (escape(resolution.number), self.text(resolution.title)) if x)
        head.append(f'<h2 dir="{self.direction}">{title}</h2>' if title else "")
        if resolution.organ_line:
            head.append(f'<p dir="{self.direction}">{self.text(resolution.organ_line)}</p>')
        annexes = resolution.first_annex()
        count = len(resolution.paragraphs)
        return "".join(
            (
                *head,
                *(self._member(at, lit) for at in range(annexes)),
                *map(self._closing, resolution.closing),
                f"<p>{self.text(resolution.vote)}</p>" if resolution.vote else "",
                *(self._member(at, lit) for at in range(annexes, count)),
                "<hr>" if resolution.footnotes else "",
                self.notes(),
            )
        )

    def _closing(self, line: Text) -> str:
        tag = self._tags[Style.ITALIC]
        return f'<p align="right"><{tag}>{self.text(line)}</{tag}></p>'

    def _member(self, index: int, lit: int | None) -> str:
        block = self.paragraph(index)
        if index != lit:
            return block
        margins = f"margin: {_LIT_PX}px -{_LIT_PX}px;"
        return (
            f'<table width="100%" cellspacing="0" cellpadding="{_LIT_PX}" style="{margins}">'
            f'<tr><td class="lit">{block}</td></tr></table>'
        )

    def _masthead_lines(self) -> Iterator[str]:
        masthead = self._resolution.masthead
        yield from (masthead.session,) if masthead.session else ()
        yield from (f"{one.label} {one.title}".strip() for one in masthead.agenda_items)

    def _runs(self, text: Text) -> Iterator[str]:
        for run in text.runs():
            if run.mark is not None:
                number = self._numbers.get(run.mark.note, run.mark.printed)
                yield f'<sup class="mark">{escape(number)}</sup>'
                continue
            words = escape(self._shown(run.text)).replace("\n", "<br>")
            for style in sorted(run.styles):
                words = f"<{self._tags[style]}>{words}</{self._tags[style]}>"
            yield words

    def _note(self, note: Footnote) -> str:
        number = f"<sup>{escape(self._numbers.get(note.id, ''))}</sup>"
        return f'<p class="note" dir="{self.direction}">{number} {self.text(note.text)}</p>'

    def _table(self, table: Paragraph) -> str:
        rows = "".join(
            "<tr>" + "".join(f"<td>{self.text(cell)}</td>" for cell in row) + "</tr>"
            for row in table.cells
        )
        lead = self.text(table.text)
        return f'{lead}<table border="1" cellspacing="0" cellpadding="3">{rows}</table>'


def html_page(body: str, palette: QPalette) -> str:
    """A page of HTML in the colours of a palette."""
    role = QPalette.ColorRole
    second, lit = (palette.color(one).name() for one in (role.Dark, role.Highlight))
    return (
        f"<style>.second, .label, .note, .mark {{ color: {second}; }}"
        f".lit {{ background-color: {lit}; }} td p {{ margin-bottom: 0; }}"
        "p { margin-top: 0; margin-bottom: 7px; } .step { margin-top: 18px; }"
        f"del {{ text-decoration: line-through; background-color: {lit}; }}"
        f"ins {{ text-decoration: underline; background-color: {lit}; }}</style>{body}"
    )

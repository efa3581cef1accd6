"""`drafter outline`: the structure of a resolution.

Lines are cut to the width of the terminal by what a terminal shows; pieces that run from right to
left are isolated, so that labels stay where they are.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from drafter.cli.output import FINE, print_json, print_lines, width
from drafter.cli.words import count, cut, shown_width
from drafter.core.inline import Text
from drafter.core.language import language
from drafter.core.model import Footnote, Paragraph, ParagraphKind, Part, Resolution
from drafter.core.numbering import Numbering, numbering
from drafter.io.formats import read_file
from drafter.io.outline import adopted, outline

_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_LABEL_PLACES = 6
_PARTS = {
    Part.PREAMBLE: "Preamble",
    Part.OPERATIVE: "Operative part",
    Part.ANNEX: "Annexes",
}
_KINDS = {
    ParagraphKind.TABLE: "table",
    ParagraphKind.QUOTED: "quoted",
    ParagraphKind.PLAIN: "not placed",
}


def run(options: argparse.Namespace) -> int:
    """Shows the structure, as lines or as JSON."""
    resolution = read_file(options.file)
    if options.json:
        print_json(outline(resolution))
    else:
        print_lines(outline_lines(resolution, width()))
    return FINE


def outline_lines(resolution: Resolution, width: int) -> Iterator[str]:
    """The structure, a line a paragraph."""
    page = _Page(resolution, width)
    annexes = resolution.first_annex()
    yield from page.head()
    yield from page.parts(resolution.paragraphs[:annexes])
    yield from page.section("Closing", (*resolution.closing, resolution.vote))
    yield from page.parts(resolution.paragraphs[annexes:])
    if resolution.footnotes:
        yield ""
        yield "Footnotes"
        yield from page.notes()
    yield ""
    yield _summary(resolution)
    yield from _doubts(resolution, page)


class _Page:
    """Lines of one width for one document."""

    def __init__(self, resolution: Resolution, width: int) -> None:
        self.resolution = resolution
        self.width = width
        self.numbers: Numbering = numbering(resolution)
        self.is_rtl = language(resolution.language).is_rtl

    def head(self) -> Iterator[str]:
        resolution = self.resolution
        words = language(resolution.language)
        name = resolution.masthead.symbol or resolution.number
        if name or resolution.title:
            yield self.line(f"{name}  " if name else "", resolution.title)
        facts = [words.english_name, resolution.organ.value, resolution.kind.value]
        if day := adopted(resolution):
            facts.append(day.isoformat())
        yield " · ".join(facts)
        if resolution.organ_line:
            yield self.line("", resolution.organ_line)

    def parts(self, paragraphs: Sequence[Paragraph]) -> Iterator[str]:
        for part, members in groupby(paragraphs, key=lambda paragraph: paragraph.part):
            yield ""
            yield _PARTS[part]
            yield from map(self.paragraph, members)

    def paragraph(self, paragraph: Paragraph) -> str:
        label = self.numbers.labels[paragraph.id]
        indent = "  " * (paragraph.level + 1)
        note = _KINDS.get(paragraph.kind, "")
        if paragraph.printed is not None and paragraph.printed.strip() not in ("", label):
            note = f"printed {paragraph.printed}"
        places = max(_LABEL_PLACES, shown_width(label) + 1)
        shown = self.isolated(label) + " " * (places - shown_width(label))
        text = paragraph.text
        if paragraph.cells:
            text += Text(" | ".join(cell.plain for cell in paragraph.cells[0]))
        return self.line(indent + shown, text, note)

    def section(self, name: str, texts: Sequence[Text]) -> Iterator[str]:
        lines = [self.line("  ", text) for text in texts if text]
        if lines:
            yield ""
            yield name
            yield from lines

    def notes(self) -> Iterator[str]:
        notes: Mapping[str, Footnote] = {note.id: note for note in self.resolution.footnotes}
        for note in self.numbers.note_order:
            yield self.line(f"  {self.numbers.notes[note]:<{_LABEL_PLACES}}", notes[note].text)

    def line(self, start: str, text: Text, note: str = "") -> str:
        """One line: what fits of the text, then its note marks and a remark."""
        marks = "".join(
            f" [{self.numbers.notes.get(mark.note, mark.printed)}]" for mark in text.marks
        )
        end = f"{marks} ({note})" if note else marks
        room = self.width - shown_width(start) - shown_width(end)
        return f"{start}{self.isolated(cut(text.plain, max(room, 20)))}{end}".rstrip()

    def isolated(self, words: str) -> str:
        return f"{_ISOLATE}{words}{_END_ISOLATE}" if self.is_rtl and words else words


def _summary(resolution: Resolution) -> str:
    def paragraphs(part: Part) -> int:
        return sum(
            p.kind is ParagraphKind.PARAGRAPH and p.level == 0 and not p.closing
            for p in resolution.part(part)
        )

    items = sum(p.level > 0 and p.kind is ParagraphKind.PARAGRAPH for p in resolution.paragraphs)
    annexes = sum(p.kind is ParagraphKind.ANNEX for p in resolution.paragraphs)
    pieces = [
        f"{paragraphs(Part.PREAMBLE):,} preambular",
        f"{count(paragraphs(Part.OPERATIVE), 'operative paragraph')}",
    ]
    pieces.extend([count(items, "item")] if items else [])
    pieces.append(count(len(resolution.footnotes), "footnote"))
    pieces.extend([count(annexes, "annex", "annexes")] if annexes else [])
    return ", ".join(pieces) + "."


def _doubts(resolution: Resolution, page: _Page) -> Iterator[str]:
    """What the import was not sure of, and what it left out."""
    for guess in resolution.guesses:
        label = page.numbers.labels.get(guess.paragraph or "", "")
        place = f"line {guess.line}" if guess.line else label or guess.paragraph or "document"
        detail = f": {guess.detail}" if guess.detail else ""
        yield cut(f"Not sure ({guess.confidence:.0%}), {place}, {guess.what}{detail}", page.width)
    if resolution.discarded:
        yield f"{count(len(resolution.discarded), 'piece')} of the source left out; see --json."

"""Writes a resolution as plain text and as Markdown.

Plain text has a block a paragraph and raised figures for note marks, which the text import reads
back. Markdown has real headings, lists, italics and footnotes. Labels are the computed ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from drafter.core.inline import Mark, Run, Style, Text
from drafter.core.language import Language, language
from drafter.core.model import Masthead, Paragraph, ParagraphKind, Part, Resolution
from drafter.core.numbering import Numbering, numbering, sponsor_signs

NOTE_RULE = "_" * 15
"""What stands above the notes in plain text, as in official documents."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LIST_LABEL = re.compile(r"\d{1,9}\.")
_SPECIAL = re.compile(r"[\\`*_\[\]<>~^$&|@]")
_SPECIAL_AT_START = re.compile(r"^(?:[#+=-]|\d{1,9}(?=[.)]))(?=.)|(?<=\n)[#+=-]")
_AROUND = {Style.BOLD: ("**", "**"), Style.ITALIC: ("*", "*")}
_RAISED_TAGS = {
    Style.SUPERSCRIPT: ("<sup>", "</sup>"),
    Style.SUBSCRIPT: ("<sub>", "</sub>"),
}


def text(resolution: Resolution) -> str:
    """The resolution as plain text."""
    return _document(_Plain(resolution).blocks())


def markdown(resolution: Resolution) -> str:
    """The resolution as Markdown (CommonMark with footnotes and tables)."""
    return _document(_Markdown(resolution).blocks())


def _document(blocks: Iterator[str]) -> str:
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def masthead_lines(resolution: Resolution) -> tuple[str, ...]:
    """What stands above the title: as the source printed it while that is still true, else made."""
    masthead = resolution.masthead
    words = language(resolution.language)
    if masthead.printed and _is_still_true(masthead, words):
        return masthead.printed
    return tuple(line for line in _made_lines(resolution, words) if line)


def _sponsor_notes(resolution: Resolution) -> tuple[tuple[str, str], ...]:
    """For whom sponsors speak, each with the stars that stand at the sponsor's name."""
    sponsors = resolution.masthead.sponsors
    spoken_for = (one.on_behalf_of for one in sponsors if one.on_behalf_of)
    return tuple(zip(sponsor_signs(resolution), spoken_for, strict=True))


def title_line(resolution: Resolution) -> Text:
    """The number and the title, as they print above the text."""
    number = resolution.number
    if not number or not resolution.title:
        return resolution.title
    return Text(f"{number}. ") + resolution.title


# --- the masthead -------------------------------------------------------------------------------


def _is_still_true(masthead: Masthead, words: Language) -> bool:
    """Whether all that the fields say can be read in the printed lines."""
    printed = " ".join(" ".join(masthead.printed).split())
    said = [masthead.symbol, masthead.session, masthead.committee, masthead.meeting]
    said.append(masthead.origin.plain)
    for item in masthead.agenda_items:
        said.extend((item.label, item.title))
    for sponsor in masthead.sponsors:
        said.extend((sponsor.name, sponsor.on_behalf_of))
    days = {day for _, _, day in words.find_dates(printed)}
    days_hold = all(
        day is None or day in days or words.issue_date(day) in printed
        for day in (masthead.issued, masthead.adopted)
    )
    return days_hold and all(" ".join(one.split()) in printed for one in said)


def _unprinted_sponsor_notes(resolution: Resolution) -> tuple[tuple[str, str], ...]:
    """Those that a masthead as the source printed it does not hold already."""
    masthead = resolution.masthead
    if masthead.printed and _is_still_true(masthead, language(resolution.language)):
        return ()
    return _sponsor_notes(resolution)


def _made_lines(resolution: Resolution, words: Language) -> Iterator[str]:
    masthead = resolution.masthead
    yield masthead.symbol
    yield masthead.distribution
    yield words.issue_date(masthead.issued) if masthead.issued else ""
    yield from words.original_lines(masthead.languages)
    yield masthead.organ_name
    yield masthead.session
    yield masthead.session_dates
    for item in masthead.agenda_items:
        yield item.label
        yield item.title
    yield masthead.committee
    if masthead.sponsors:
        stars = iter(sponsor_signs(resolution))
        yield words.sponsor_line(
            [one.name + (next(stars) if one.on_behalf_of else "") for one in masthead.sponsors]
        )
    elif masthead.submitted_by:
        yield words.submitted_line(masthead.submitted_by)
    if masthead.adoption:
        yield from masthead.adoption.splitlines()
    elif masthead.adopted:
        yield from words.adoption_lines(
            resolution.organ, masthead.adopted, resolution.number, masthead.meeting_number
        )
    yield masthead.origin.plain


# --- plain text ---------------------------------------------------------------------------------


class _Plain:
    """Writes plain text, a block at a time."""

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution
        self.numbers: Numbering = numbering(resolution)

    def blocks(self) -> Iterator[str]:
        resolution = self.resolution
        yield from masthead_lines(resolution)
        yield from self._texts(title_line(resolution), resolution.organ_line)
        annexes = resolution.first_annex()
        yield from map(self._paragraph, resolution.paragraphs[:annexes])
        yield from self._texts(*resolution.closing, resolution.vote)
        yield from map(self._paragraph, resolution.paragraphs[annexes:])
        yield from self._notes()

    def _texts(self, *texts: Text) -> Iterator[str]:
        return (self._text(one) for one in texts if one)

    def _paragraph(self, paragraph: Paragraph) -> str:
        label = self.numbers.labels[paragraph.id]
        words = self._text(paragraph.text)
        rows = ["\t".join(self._text(cell) for cell in row) for row in paragraph.cells]
        if rows:
            return "\n".join([words, *rows] if words else rows)
        if not label:
            return words
        if paragraph.kind is ParagraphKind.ANNEX:
            return f"{label}\n{words}" if words else label
        if paragraph.kind is ParagraphKind.HEADING and words:
            label = f"{label}."  # a bare number and title would read as two headings
        return f"{label} {words}".rstrip()

    def _text(self, one: Text) -> str:
        pieces: list[str] = []
        before: Run | None = None
        for run in one.runs():
            if run.mark and before and before.mark:
                pieces.append(" ")  # two marks at one spot would read as one number
            pieces.append(self._mark(run.mark) if run.mark else run.text)
            before = run
        return "".join(pieces)

    def _mark(self, mark: Mark) -> str:
        return self.numbers.notes.get(mark.note, mark.printed).translate(_RAISED)

    def _notes(self) -> Iterator[str]:
        notes = {note.id: note.text for note in self.resolution.footnotes}
        lines = [f"{stars} {words}" for stars, words in _unprinted_sponsor_notes(self.resolution)]
        lines += [
            f"{self.numbers.notes[note].translate(_RAISED)} {self._text(notes[note])}"
            for note in self.numbers.note_order
        ]
        if lines:
            yield "\n".join([NOTE_RULE, *lines])


# --- Markdown -----------------------------------------------------------------------------------


class _Markdown:
    """Writes Markdown, a block at a time; `_indent` is that of the list item that is open."""

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution
        self.numbers: Numbering = numbering(resolution)
        self._indent = ""

    def blocks(self) -> Iterator[str]:
        resolution = self.resolution
        masthead = [_escaped(line) for line in masthead_lines(resolution)]
        if masthead:
            yield "\\\n".join(masthead)
        if title := title_line(resolution):
            yield f"# {self._heading(title)}"
        if resolution.organ_line:
            yield self._text(resolution.organ_line)
        annexes = resolution.first_annex()
        yield from map(self._paragraph, resolution.paragraphs[:annexes])
        closing = [self._text(one) for one in (*resolution.closing, resolution.vote) if one]
        if closing:
            yield "\\\n".join(closing)
        yield from map(self._paragraph, resolution.paragraphs[annexes:])
        yield from self._notes()

    def _paragraph(self, paragraph: Paragraph) -> str:
        writers = {
            ParagraphKind.ANNEX: self._annex,
            ParagraphKind.HEADING: self._section,
            ParagraphKind.TABLE: self._table,
            ParagraphKind.QUOTED: self._quoted,
        }
        writer = writers.get(paragraph.kind)
        if writer is None:
            return self._numbered(paragraph)
        self._indent = ""
        return writer(paragraph)

    def _numbered(self, paragraph: Paragraph) -> str:
        """A list item for `1.`; items below it and its closing words stand in that item."""
        label = self.numbers.labels[paragraph.id]
        words = self._text(paragraph.text)
        is_list_item = _LIST_LABEL.fullmatch(label) is not None
        if is_list_item:
            self._indent = " " * (len(label) + 1)
            return f"{label} {_indented(words, self._indent)}"
        if paragraph.level == 0 and not paragraph.closing:
            self._indent = ""
        block = f"{_escaped(label)} {words}" if label else words
        return self._indent + _indented(block, self._indent)

    def _annex(self, paragraph: Paragraph) -> str:
        label = self.numbers.labels[paragraph.id]
        return f"## {_escaped(label)} {self._heading(paragraph.text)}".rstrip()

    def _section(self, paragraph: Paragraph) -> str:
        label = self.numbers.labels[paragraph.id]
        signs = "#" * (paragraph.level + 2 + (paragraph.part is Part.ANNEX))
        number = f"{label}. " if label else ""
        return f"{signs} {number}{self._heading(paragraph.text)}".rstrip()

    def _table(self, paragraph: Paragraph) -> str:
        columns = max((len(row) for row in paragraph.cells), default=0)
        rows = [[self._heading(cell) for cell in row] for row in paragraph.cells]
        lines = [f"| {' | '.join(row + [''] * (columns - len(row)))} |" for row in rows]
        if lines:
            lines.insert(1, "|" + " --- |" * columns)
        words = self._text(paragraph.text)
        return "\n\n".join(part for part in (words, "\n".join(lines)) if part)

    def _quoted(self, paragraph: Paragraph) -> str:
        label = self.numbers.labels[paragraph.id]
        words = self._text(paragraph.text)
        return "> " + _indented(f"{_escaped(label)} {words}" if label else words, "> ")

    def _notes(self) -> Iterator[str]:
        for stars, words in _unprinted_sponsor_notes(self.resolution):
            yield _escaped(f"{stars} {words}")
        notes = {note.id: note.text for note in self.resolution.footnotes}
        for note in self.numbers.note_order:
            yield f"[^{self._reference(note)}]: {_indented(self._text(notes[note]), ' ' * 4)}"

    def _reference(self, note: str) -> str:
        """What a note is called: its number, or its id if it shows a sign."""
        number = self.numbers.notes[note]
        return number if number.isdecimal() else note

    def _heading(self, one: Text) -> str:
        """A text on one line, behind the signs of a heading or cell."""
        return self._inline(one).replace("\n", " ")

    def _inline(self, one: Text) -> str:
        return "".join(self._run(run) for run in one.runs())

    def _text(self, one: Text) -> str:
        written = self._inline(one)
        # Escaped in the end: only now is it known what stands at the start of a line.
        start = _SPECIAL_AT_START.sub(lambda found: _escaped_start(found[0]), written)
        return start.replace("\n", "\\\n")

    def _run(self, run: Run) -> str:
        if run.mark is not None:
            if run.mark.note in self.numbers.notes:
                return f"[^{self._reference(run.mark.note)}]"
            return f"<sup>{_escaped(run.mark.printed)}</sup>"
        return _styled(run)


def _styled(run: Run) -> str:
    """The run with its signs inside the spaces and punctuation at its ends, as Markdown needs."""
    start, end = 0, len(run.text)
    while run.styles and start < end and not _is_wordlike(run.text[start]):
        start += 1
    while run.styles and end > start and not _is_wordlike(run.text[end - 1]):
        end -= 1
    head, body, tail = (
        _escaped(s) for s in (run.text[:start], run.text[start:end], run.text[end:])
    )
    for styles in (_RAISED_TAGS, _AROUND):
        for style, (opening, closing) in styles.items():
            if style in run.styles and body:
                body = f"{opening}{body}{closing}"
    return head + body + tail


def _is_wordlike(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", words)


def _escaped_start(sign: str) -> str:
    return f"{sign}\\" if sign[-1].isdigit() else f"\\{sign}"


def _indented(block: str, indent: str) -> str:
    """The block with its further lines indented."""
    return block.replace("\n", "\n" + indent)

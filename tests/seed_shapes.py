"""Turns a resolution into text as people paste it: the shape of the seeds, and worse.

`shaped(resolution, random)` gives the text and what an importer should read in it. Everything the
drafter's own words decide stays as it is; what a page, a PDF and a clipboard do to them is drawn
from `Habits`: wrapping, indents, blank lines, hyphens at line ends, page headers and numbers, note
blocks at page ends or at the end, marks glued to words and numbers, a note marked twice, notes that
start at 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from drafter.core.inline import Text
from drafter.core.model import Footnote, Paragraph, ParagraphKind, Part, Resolution
from drafter.core.numbering import numbering
from tests.accept.truth import Row, folded

_NUMBER_IN_TEXT = re.compile(r"(?<![\w/])(?:\d{1,3}/\d{2,3}|(?:19|20)\d\d)(?=[ ,;])")
_WORD_END = re.compile(r"[^\W\d_]{4,}(?=[ ,;])")
_BREAKABLE = re.compile(r"[a-zà-öø-ÿа-я]{8,}", re.IGNORECASE)
_CJK = re.compile("[\u3000-\u9fff\uff00-\uffef]")
_RULE = "_______________"


@dataclass(frozen=True, slots=True)
class Habits:
    """What page, PDF and clipboard do; chances are between 0 and 1."""

    width: int
    lines_a_page: int
    indent: int
    blank_between: float
    blank_inside: float
    soft_hyphens: float
    hyphen_sign: str
    double_spaces: float
    notes_at_page_end: bool
    has_rule: bool
    has_header: bool
    header_first: bool
    page_number: str
    form_feed: bool
    has_masthead: bool
    has_closing: bool
    plain_apostrophes: bool
    plain_spaces: bool
    labels_apart: bool
    first_note: int
    mark: str


def habits(random: Random, language: str) -> Habits:
    """One set of habits, drawn."""
    has_blank = random.random() < 0.75
    no_hyphens = language in {"ar", "zh"}
    return Habits(
        width=random.randint(60, 95),
        lines_a_page=random.randint(28, 55),
        indent=random.choice((0, 0, 1, 1, 2, 4, 7)),
        blank_between=random.choice((1.0, 0.95, 0.85)) if has_blank else random.choice((0.0, 0.3)),
        blank_inside=random.choice((0.0, 0.0, 0.01)),
        soft_hyphens=0.0 if no_hyphens else random.choice((0.0, 0.02, 0.08, 0.25)),
        hyphen_sign=random.choice(("-", "-", "-", "\u00ad")),
        double_spaces=random.choice((0.0, 0.0, 0.05)),
        notes_at_page_end=random.random() < 0.7,
        has_rule=random.random() < 0.7,
        has_header=random.random() < 0.5,
        header_first=random.random() < 0.5,
        page_number=random.choice(("", "{n}", "{n}/{all}", "- {n} -", "{n}")),
        form_feed=random.random() < 0.2,
        has_masthead=random.random() < 0.4,
        has_closing=random.random() < 0.8,
        plain_apostrophes=random.random() < 0.3,
        plain_spaces=random.random() < 0.7,
        labels_apart=random.random() < 0.1,
        first_note=random.choice((1, 1, 1, 2)),
        mark="({n})" if language == "ar" else random.choice(("{n}", "{n}", "{n}", "{n}", " {n}")),
    )


@dataclass(frozen=True, slots=True)
class Shaped:
    """The text, and the rows that an import of it should give."""

    text: str
    rows: tuple[Row, ...]
    habits: Habits


@dataclass(slots=True)
class _Sheet:
    """A paragraph as it prints: its words with marks, and the notes that hang on its characters."""

    words: str
    notes: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    is_apart: bool = False
    indent: int = 0


def shaped(resolution: Resolution, random: Random) -> Shaped:
    """The resolution as pasted text."""
    return _Shaping(resolution, random).shaped()


class _Shaping:
    def __init__(self, resolution: Resolution, random: Random) -> None:
        self.random = random
        self.habits = habits(random, resolution.language)
        self.resolution = _with_marks(resolution, random)
        self.numbering = numbering(self.resolution)
        self.numbers = {
            note: str(int(number) + self.habits.first_note - 1) if number.isdigit() else number
            for note, number in self.numbering.notes.items()
        }
        self.by_number = {self.numbers[note.id]: note for note in self.resolution.footnotes}

    def shaped(self) -> Shaped:
        sheets = list(self._sheets())
        printed = self._printed(sheets)
        rows = tuple(self._row(one) for one in self.resolution.paragraphs if _is_row(one))
        return Shaped(printed, rows, self.habits)

    # What is printed

    def _sheets(self) -> Iterator[_Sheet]:
        yield from self._head()
        for paragraph in self.resolution.paragraphs:
            if paragraph.part is not Part.ANNEX:
                yield from self._paragraph(paragraph)
        if self.habits.has_closing:
            for line in self.resolution.closing:
                for words in line.plain.split("\n"):
                    yield _Sheet(self._plain(words.strip()), is_apart=True)
        for paragraph in self.resolution.part(Part.ANNEX):
            yield from self._paragraph(paragraph)

    def _head(self) -> Iterator[_Sheet]:
        resolution = self.resolution
        if self.habits.has_masthead:
            for line in resolution.masthead.printed:
                if line.rstrip(".") != resolution.number:
                    yield _Sheet(self._plain(line), is_apart=True)
        title = self._sheet(resolution.title)
        if resolution.number:
            title.words = f"{resolution.number}. {title.words}"
        if title.words:
            yield replace(title, is_apart=True)
        if resolution.organ_line.plain:
            line = self._sheet(resolution.organ_line)
            yield replace(line, is_apart=True, indent=self.habits.indent)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[_Sheet]:
        label = self._label(paragraph)
        if paragraph.kind is ParagraphKind.ANNEX:
            yield _Sheet(label, is_apart=True)
            label = ""
        sheet = self._sheet(paragraph.text)
        heading = paragraph.kind in {ParagraphKind.HEADING, ParagraphKind.ANNEX}
        if label and heading and sheet.words:
            yield _Sheet(label, is_apart=True)
        elif label:
            apart = "\n" if self.habits.labels_apart and paragraph.level == 0 else " "
            sheet.words = f"{label}{apart if sheet.words else ''}{sheet.words}"
            sheet.notes = [(at + len(label) + 1, note) for at, note in sheet.notes]
        sheet.is_apart = heading
        sheet.indent = 0 if heading else self.habits.indent * (1 + min(paragraph.level, 2))
        if sheet.words:
            yield sheet

    def _label(self, paragraph: Paragraph) -> str:
        if paragraph.printed is not None:
            return paragraph.printed
        return self.numbering.labels[paragraph.id]

    def _sheet(self, text: Text) -> _Sheet:
        """The words with their marks printed."""
        words: list[str] = []
        notes: list[tuple[int, str]] = []
        start = length = 0
        for mark in text.marks:
            number = self.numbers.get(mark.note, "")
            piece = text.plain[start : mark.at]
            if self.habits.mark.startswith(" ") and piece.endswith((" ", "\u00a0")):
                piece = piece.rstrip()
            printed = self.habits.mark.format(n=number) if number else ""
            words.extend((piece, printed))
            length += len(piece) + len(printed)
            if number:
                notes.append((length - 1, number))
            start = mark.at
        words.append(text.plain[start:])
        return _Sheet(self._plain("".join(words)), notes)

    def _plain(self, words: str) -> str:
        if self.habits.plain_apostrophes:
            words = words.replace("’", "'")
        if self.habits.plain_spaces:
            words = words.replace("\u00a0", " ").replace("\u202f", " ")
        return words

    # Lines and pages

    def _printed(self, sheets: Sequence[_Sheet]) -> str:
        pages = _Pages(self)
        for index, sheet in enumerate(sheets):
            blank = index > 0 and (
                sheet.is_apart
                or sheets[index - 1].is_apart
                or self.random.random() < self.habits.blank_between
            )
            pages.add(sheet, blank=blank)
        return pages.text()

    def wrapped(self, sheet: _Sheet) -> Iterator[tuple[str, list[str]]]:
        """The lines of a sheet with the notes marked in each."""
        words, at = sheet.words, 0
        notes = list(sheet.notes)
        lead = " " * sheet.indent
        while at < len(words):
            room = self.habits.width - len(lead)
            end, line = self._line(words, at, room)
            marked: list[str] = []
            while notes and notes[0][0] < end:
                marked.append(notes.pop(0)[1])
            yield lead + self._justified(line), marked
            at, lead = end, ""

    def _line(self, words: str, at: int, room: int) -> tuple[int, str]:
        """One line's end in the words, and its characters."""
        stop = words.find("\n", at)
        rest = len(words) - at if stop < 0 else stop - at
        if rest <= room:
            end = at + rest
            return end + (stop >= 0), words[at:end].rstrip()
        space = max(words.rfind(" ", at, at + room + 1), words.rfind("-", at, at + room - 1) + 1)
        if _CJK.search(words, at, at + room):
            end = at + room
            while end > at + 1 and words[end - 1].isascii() and words[end].isascii():
                end -= 1  # figures and Latin words stay whole
            return end, words[at:end].rstrip()
        if space <= at:
            space = at + room
        cut = self._hyphenated(words, space, at + room)
        if cut:
            return cut, words[at:cut] + self.habits.hyphen_sign
        return space + (words[space : space + 1] == " "), words[at:space].rstrip()

    def _hyphenated(self, words: str, space: int, limit: int) -> int:
        """Where the word after `space` is cut, if it is."""
        match = _BREAKABLE.match(words, space + 1)
        if match is None or self.random.random() >= self.habits.soft_hyphens:
            return 0
        last = min(limit - 1, match.end() - 3)
        first = match.start() + 3
        return self.random.randint(first, last) if first <= last else 0

    def _justified(self, line: str) -> str:
        if not self.habits.double_spaces:
            return line
        return "".join(
            sign * 2 if sign == " " and self.random.random() < self.habits.double_spaces else sign
            for sign in line
        )

    # What should be read

    def _row(self, paragraph: Paragraph) -> Row:
        marks = [self.numbers[mark.note] for mark in paragraph.text.marks if mark.note]
        return Row(
            paragraph.part.value,
            folded(self._label(paragraph)),
            folded(self._plain(paragraph.text.plain)),
            tuple(marks),
        )


class _Pages:
    """Lines put on pages, with the notes of each page at its end."""

    def __init__(self, shaping: _Shaping) -> None:
        self.shaping = shaping
        self.habits = shaping.habits
        self.random = shaping.random
        self.pages: list[list[str]] = [[]]
        self.notes: list[list[str]] = [[]]
        self.printed: set[str] = set()

    def add(self, sheet: _Sheet, *, blank: bool) -> None:
        if blank and self.pages[-1]:
            self.pages[-1].append("")
        for line, marked in self.shaping.wrapped(sheet):
            if len(self.pages[-1]) >= self.habits.lines_a_page:
                self.pages.append([])
                self.notes.append([])
            self.pages[-1].append(line)
            new = [number for number in marked if number not in self.printed]
            self.printed.update(new)
            self.notes[-1].extend(dict.fromkeys(new))
            if self.random.random() < self.habits.blank_inside:
                self.pages[-1].append("")

    def text(self) -> str:
        lines: list[str] = []
        unmarked = [n for n in self.shaping.by_number if n not in self.printed]
        self.notes[-1].extend(unmarked)
        if not self.habits.notes_at_page_end:
            self.notes = [[] for _ in self.pages[1:]] + [[n for row in self.notes for n in row]]
        for number, (page, notes) in enumerate(zip(self.pages, self.notes, strict=True), 1):
            if number > 1:
                lines.extend(self._header())
            lines.extend(page)
            lines.extend(self._note_block(notes))
            lines.extend(self._footer(number))
            if self.habits.form_feed and number < len(self.pages):
                lines[-1] += "\f" if lines else ""
        return "\n".join(lines) + "\n"

    def _note_block(self, notes: Sequence[str]) -> Iterator[str]:
        if not notes:
            return
        yield ""
        if self.habits.has_rule:
            yield _RULE
        for number in notes:
            words = self.shaping.by_number[number].text.plain
            label = f"({number})" if self.shaping.resolution.language == "ar" else number
            sheet = _Sheet(self.shaping._plain(f"{label} {words}"))
            for line, _ in self.shaping.wrapped(sheet):
                yield line

    def _page_number(self, number: int) -> str:
        return self.habits.page_number.format(n=number, all=len(self.pages))

    def _header(self) -> Iterator[str]:
        if not self.habits.has_header:
            return
        resolution = self.shaping.resolution
        symbol = resolution.masthead.symbol
        title = resolution.title.plain[: self.habits.width]
        yield ""
        if self.habits.header_first:
            yield symbol or title
        else:
            yield from filter(None, (title, symbol))
        yield ""

    def _footer(self, number: int) -> Iterator[str]:
        if self.habits.page_number and (len(self.pages) > 1):
            yield ""
            yield self._page_number(number)
            yield ""


def _is_row(paragraph: Paragraph) -> bool:
    return paragraph.kind not in {
        ParagraphKind.HEADING,
        ParagraphKind.ANNEX,
        ParagraphKind.TABLE,
    } and bool(paragraph.text.plain or paragraph.printed)


def _with_marks(resolution: Resolution, random: Random) -> Resolution:
    """With a mark moved behind a number, and a note marked a second time further down."""
    paragraphs = [_without_orphans(one, resolution.footnotes) for one in resolution.paragraphs]
    marked = [index for index, one in enumerate(paragraphs) if one.text.marks]
    if marked and random.random() < 0.7:
        index = random.choice(marked)
        paragraphs[index] = _behind_number(paragraphs[index], random)
    if marked and random.random() < 0.7:
        index = random.choice(marked)
        note = random.choice(paragraphs[index].text.marks).note
        below = [
            place
            for place in range(index + 1, len(paragraphs))
            if paragraphs[place].kind is ParagraphKind.PARAGRAPH
            and _WORD_END.search(paragraphs[place].text.plain)
        ]
        if below:
            place = random.choice(below)
            text = paragraphs[place].text
            ends = [match.end() for match in _WORD_END.finditer(text.plain)]
            at = random.choice(ends)
            if all(mark.at != at for mark in text.marks):
                paragraphs[place] = replace(paragraphs[place], text=text.marked(at, note))
    return replace(resolution, paragraphs=tuple(paragraphs))


def _without_orphans(paragraph: Paragraph, notes: Sequence[Footnote]) -> Paragraph:
    """Without marks whose notes the document does not have, or that have signs."""
    numbered = {note.id for note in notes if not note.symbol}
    marks = tuple(mark for mark in paragraph.text.marks if mark.note in numbered)
    return replace(paragraph, text=replace(paragraph.text, marks=marks))


def _behind_number(paragraph: Paragraph, random: Random) -> Paragraph:
    """With one mark moved behind a resolution's number or a year, if the order of marks allows."""
    text = paragraph.text
    which = random.randrange(len(text.marks))
    first = text.marks[which - 1].at if which else 0
    last = text.marks[which + 1].at if which + 1 < len(text.marks) else len(text.plain)
    places = [
        match.end() for match in _NUMBER_IN_TEXT.finditer(text.plain) if first < match.end() < last
    ]
    if not places:
        return paragraph
    moved = replace(text.marks[which], at=random.choice(places))
    marks = (*text.marks[:which], moved, *text.marks[which + 1 :])
    return replace(paragraph, text=replace(text, marks=marks))

"""From lines in their places to a resolution: words joined, marks found, ids given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from drafter.core.inline import Mark, Span, Style, Text, joined
from drafter.core.model import (
    Discarded,
    DocumentKind,
    Footnote,
    Guess,
    Paragraph,
    ParagraphKind,
    Part,
    Resolution,
)
from drafter.core.openers import opener
from drafter.io.text.blocks import Block, blocks
from drafter.io.text.choice import Choice, Due, chosen
from drafter.io.text.evidence import Reader
from drafter.io.text.head import Head
from drafter.io.text.joining import Joined, Joiner
from drafter.io.text.lines import Line
from drafter.io.text.marks import LONGEST_MARKED, Candidate, candidates
from drafter.io.text.notes import NoteBlock
from drafter.io.text.numbers import Numbers
from drafter.io.text.page import BodyLine
from drafter.io.text.parts import Placed, Role, placed
from drafter.io.text.tables import Table
from drafter.io.text.words import KnownWords

_DOUBTFUL = 0.6
_SPOKEN = {DocumentKind.DECISION, DocumentKind.STATEMENT}
NUMBER_STOP = "full stop after the number"
MARK_BRACKETS = "brackets of a note mark"
NOTE_BRACKETS = "brackets of a note's number"


@dataclass(frozen=True, slots=True)
class Parts:
    """What the stages found, in source order."""

    reader: Reader
    numbers: Numbers
    head: Head
    rows: Sequence[BodyLine]
    notes: Sequence[NoteBlock]
    lines: Sequence[Line]
    discarded: Sequence[Discarded] = ()
    guesses: Sequence[Guess] = ()


@dataclass(slots=True)
class _Words:
    """Joined words that await their marks, and where they go: a paragraph's id, or none."""

    joined: Joined
    paragraph: str | None = None
    text: Text = field(default_factory=Text)
    cells: list[list[_Words]] = field(default_factory=list["list[_Words]"])

    @property
    def plain(self) -> str:
        return self.joined.plain


def built(parts: Parts) -> Resolution:
    """The resolution."""
    return _Building(parts).resolution()


class _Building:
    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.words = parts.reader.words
        self.discarded = list(parts.discarded)
        self.guesses = list(parts.guesses)
        texts = [line.text for line in parts.lines]
        self.joiner = Joiner(KnownWords(texts, self.words.code), texts, self.words.quotes)
        self.rows: list[_Words] = []

    def resolution(self) -> Resolution:
        head, each = self.parts.head, self.parts.reader.each
        title = self._row(_pieces(head.title))
        organ_line = self._row(_pieces([head.organ_line] if head.organ_line else []))
        row = placed(
            blocks(self.parts.rows, self.parts.reader),
            self.parts.reader,
            is_operative=head.kind in _SPOKEN and head.organ_line is None,
        )
        words = [self._placed_row(one, f"p{number}") for number, one in each(self._numbered(row))]
        notes = self._notes()
        self._mark(notes)
        paragraphs = [
            self._paragraph(one, text)
            for one, text in zip(row, words, strict=True)
            if one.role not in {Role.CLOSING, Role.VOTE}
        ]
        if head.stop:
            self.discarded.append(Discarded(head.stop[0], NUMBER_STOP, head.stop[1]))
        return Resolution(
            language=self.words.code,
            organ=head.organ,
            kind=head.kind,
            number=head.number,
            title=title.text,
            organ_line=_italic_organ(organ_line.text),
            masthead=head.masthead,
            paragraphs=tuple(paragraphs),
            closing=tuple(
                text.text for one, text in zip(row, words, strict=True) if one.role is Role.CLOSING
            ),
            vote=_vote(
                [text.text for one, text in zip(row, words, strict=True) if one.role is Role.VOTE]
            ),
            footnotes=tuple(notes),
            guesses=tuple(self.guesses),
            discarded=tuple(sorted(self.discarded, key=lambda one: one.line or 0)),
            serial=max(len(paragraphs), len(notes)),
        )

    @staticmethod
    def _numbered(row: Sequence[Placed]) -> Iterable[tuple[int, Placed]]:
        number = 0
        for one in row:
            number += one.role not in {Role.CLOSING, Role.VOTE}
            yield number, one

    # Words

    def _row(self, pieces: Iterable[tuple[str, int]], paragraph: str | None = None) -> _Words:
        whole = self.joiner.joined(pieces)
        self.discarded.extend(whole.discarded)
        self.guesses.extend(replace(guess, paragraph=paragraph) for guess in whole.guesses)
        row = _Words(whole, paragraph)
        self.rows.append(row)
        return row

    def _placed_row(self, one: Placed, paragraph: str) -> _Words:
        spoken = one.role not in {Role.CLOSING, Role.VOTE}
        lines = one.block.lines if one.role is not Role.ANNEX else _lines_of(one.more)
        first = one.block.lines[0]
        if one.block.table is not None:
            return self._table(one.block, one.block.table, paragraph)
        row = self._row(_without_label(lines, one.skip), paragraph if spoken else None)
        if one.kind is ParagraphKind.PLAIN:
            self._guess("beside a quotation", paragraph, 0.5, first)
        if one.block.confidence < _DOUBTFUL:
            self._guess("paragraph start", paragraph, one.block.confidence, first)
        if not one.is_sure:
            self._guess("label", paragraph, 0.6, first, one.printed)
        return row

    def _table(self, block: Block, table: Table, paragraph: str) -> _Words:
        first = block.lines[0]
        size = f"{len(table.cells)} × {len(table.cells[0])}"
        self._guess("table", paragraph, 0.6, first, size)
        whole = self._row([], paragraph)
        for line, cells in zip(block.lines, table.cells, strict=True):
            whole.cells.append([self._row([(cell, line.number)], paragraph) for cell in cells])
        return whole

    def _guess(
        self, what: str, paragraph: str, confidence: float, line: Line, detail: str = ""
    ) -> None:
        self.guesses.append(
            Guess(what, paragraph, detail, round(confidence, 2), line.number, line.text[:60])
        )

    def _paragraph(self, one: Placed, row: _Words) -> Paragraph:
        text = row.text
        if one.kind is ParagraphKind.PARAGRAPH and one.level == 0 and one.part is not Part.ANNEX:
            stretch = opener(text.plain, one.part, self.words.code) if not one.closing else None
            if stretch is not None:
                text = text.styled(*stretch, Style.ITALIC)
        return Paragraph(
            id=row.paragraph or "",
            part=one.part,
            text=text,
            kind=one.kind,
            level=one.level,
            numbered=one.numbered,
            closing=one.closing,
            restarts=one.restarts,
            alternative=one.alternative,
            printed=one.printed,
            cells=tuple(tuple(cell.text for cell in cells) for cells in row.cells),
        )

    # Notes and their marks

    def _notes(self) -> list[Footnote]:
        found: list[Footnote] = []
        for block in self.parts.notes:
            for entry in block.entries:
                whole = self.joiner.joined(entry.pieces)
                self.discarded.extend(whole.discarded)
                self.guesses.extend(whole.guesses)
                brackets, line = entry.brackets
                if brackets:
                    self.discarded.append(Discarded(brackets, NOTE_BRACKETS, line))
                number = len(found) + 1
                found.append(Footnote(f"n{number}", Text(whole.plain), entry.printed, entry.sign))
        return found

    def _mark(self, notes: Sequence[Footnote]) -> None:
        """Finds the marks in all rows."""
        found: list[Candidate] = []
        for index, row in enumerate(self.parts.reader.each(self.rows)):
            if len(row.plain) <= LONGEST_MARKED:
                found.extend(candidates(row.plain, index, row.joined.line_at, self.parts.numbers))
        choices = chosen(found, self._dues())
        by_row: dict[int, list[Choice]] = {}
        for choice in choices:
            by_row.setdefault(choice.candidate.text, []).append(choice)
        for index, row in enumerate(self.rows):
            row.text = self._marked(row, by_row.get(index, ()), notes)
        marked = {choice.note for choice in choices}
        for index, note in enumerate(notes):
            if index not in marked:
                self.guesses.append(Guess("note without mark", None, note.printed or "", 0.8))

    def _dues(self) -> list[Due]:
        dues: list[Due] = []
        after = 0
        last = self.parts.rows[-1].line.number if self.parts.rows else 0
        for block in self.parts.notes:
            start = self.parts.lines[block.start].number
            for entry in block.entries:
                key = entry.sign or entry.printed
                dues.append(Due(key, after, start if start < last else None))
            after = start
        return dues

    def _marked(self, row: _Words, choices: Sequence[Choice], notes: Sequence[Footnote]) -> Text:
        """The row's words with its marks taken out of the characters."""
        plain = row.plain
        kept: list[str] = []
        marks: list[Mark] = []
        start = length = 0
        for choice in choices:
            one = choice.candidate
            piece = plain[start : one.start]
            following = plain[one.end : one.end + 1]
            if piece.endswith((" ", "\u00a0")) and not following.isalnum():
                piece = piece.rstrip()
            kept.append(piece)
            length += len(piece)
            note = "" if choice.note is None else notes[choice.note].id
            marks.append(Mark(length, note, one.key))
            self._account(row, choice)
            start = one.end
        kept.append(plain[start:])
        return Text("".join(kept), marks=tuple(marks)).stripped()

    def _account(self, row: _Words, choice: Choice) -> None:
        one = choice.candidate
        written = row.plain[one.start : one.end]
        line = one.line
        if written[0] in "([":
            brackets = "".join(sign for sign in written if not sign.isdigit())
            self.discarded.append(Discarded(brackets, MARK_BRACKETS, line))
        if choice.note is None:
            self.guesses.append(Guess("mark without note", row.paragraph, one.key, 0.5, line))
        elif choice.confidence < _DOUBTFUL:
            context = row.plain[max(0, one.start - 20) : one.end]
            self.guesses.append(
                Guess(
                    "note mark", row.paragraph, one.key, round(choice.confidence, 2), line, context
                )
            )


def _pieces(lines: Iterable[Line]) -> list[tuple[str, int]]:
    return [(line.text, line.number) for line in lines]


def _without_label(lines: Iterable[Line], skip: int) -> list[tuple[str, int]]:
    """The lines' words without the first `skip` characters, which are the label and its space."""
    pieces: list[tuple[str, int]] = []
    for line in lines:
        if skip < len(line.text):
            pieces.append((line.text[skip:], line.number))
        skip = max(0, skip - len(line.text) - 1)
    return pieces


def _lines_of(found: Iterable[Block]) -> list[Line]:
    return [line for block in found for line in block.lines]


def _vote(texts: Sequence[Text]) -> Text:
    rows: list[Text] = []
    for text in texts:
        rows.extend((Text("\n"), text) if rows else (text,))
    return joined(rows)


def _italic_organ(text: Text) -> Text:
    words = text.plain.rstrip(" ,،，:：\u00a0")
    return replace(text, spans=(Span(0, len(words), Style.ITALIC),)) if words else text

"""Plain text in: what is pasted from a PDF, a web page or a message becomes a structured draft.

A row of pure stages: characters and lines, the head, what a page prints around the text, footnote
blocks, paragraphs and their places, footnote marks. Every character that is not white space ends in
the resolution or in `discarded`. What a stage is not sure of becomes a `Guess`; its `what` is one
of "encoding", "organ", "hyphen", "lost hyphen", "torn word", "paragraph start", "label", "table",
"beside a quotation", "note mark", "mark without note" and "note without mark".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.core.errors import ReadError
from drafter.core.language import language
from drafter.core.model import Discarded, Guess, Resolution
from drafter.core.patience import IsGivenUp, never
from drafter.core.telling import tell_language
from drafter.core.vocabulary import counting_words
from drafter.io.text.build import Parts, built
from drafter.io.text.evidence import Reader
from drafter.io.text.furniture import (
    JOB_NUMBER,
    Known,
    furniture,
    job_number,
    letters,
    page_numbers,
)
from drafter.io.text.head import head
from drafter.io.text.lines import LARGEST_BYTES, Line, decoded, source
from drafter.io.text.marks import MarkIndex
from drafter.io.text.notes import Around, NoteBlock, note_blocks
from drafter.io.text.numbers import Numbers
from drafter.io.text.page import BodyLine, Page
from drafter.io.text.sponsors import sponsor_notes

_ON_EVERY_PAGE = {"united_nations", "organ_name", "symbol", "distribution", "job"}
NOTE_RULE = "note rule"


def read_text(content: bytes | str, is_given_up: IsGivenUp = never) -> Resolution:
    """The resolution that a plain text holds, as far as it can be told.

    Bytes may be in UTF-8, UTF-16 or cp1252. Any characters at all can be read, if only as one plain
    paragraph.

    Raises:
        ReadError: the bytes are no text, or there is more of it than any resolution has.
        GivenUpError: `is_given_up`, asked before each line of each stage, said so.
    """
    if isinstance(content, bytes):
        text, guesses = decoded(content)
    else:
        text, guesses = _bounded(content), ()
    found = source(text)
    code = tell_language(text)
    stages = _Stages(found.lines, Reader(language(code), is_given_up=is_given_up))
    return built(stages.parts(found.discarded, guesses))


def _bounded(text: str) -> str:
    if len(text) > LARGEST_BYTES:
        raise ReadError(
            f"The text has {len(text)} characters, more than {LARGEST_BYTES}: "
            "import the part of it that you need."
        )
    return text


class _Stages:
    """The stages between lines and paragraphs, each of which takes lines out of the body."""

    def __init__(self, lines: Sequence[Line], reader: Reader) -> None:
        self.reader = reader
        self.discarded: list[Discarded] = []
        self.lines = self._without_jobs_above(lines)
        self.head = head(self.lines, reader.words, reader)
        self.numbers = Numbers(
            [line.text for line in self.lines],
            counting_words(reader.words.code),
            reader.words.find_dates,
            reader.words.facts.texts("dates", "months"),
        )
        self.reader = replace(reader, lower_openers=self._opens_small())

    def parts(self, discarded: Sequence[Discarded], guesses: Sequence[Guess]) -> Parts:
        """Everything the building needs."""
        around = self._furniture()
        masthead, spoken = sponsor_notes(self.head.masthead, self.lines, self.head.body)
        blocks = self._notes({*around, *spoken})
        taken = self._taken(around, blocks) | set(spoken)
        rows = self._rows(taken)
        return Parts(
            reader=self.reader,
            numbers=self.numbers,
            head=replace(self.head, masthead=masthead),
            rows=rows,
            notes=blocks,
            lines=self.lines,
            discarded=(*discarded, *self.discarded),
            guesses=(*guesses, *self._organ_guess()),
        )

    def _organ_guess(self) -> tuple[Guess, ...]:
        return () if self.head.is_organ_told else (Guess("organ", None, self.head.organ, 0.3),)

    def _without_jobs_above(self, lines: Sequence[Line]) -> Sequence[Line]:
        """Job numbers and bar codes at the top, which some PDF texts put in the head."""
        kept: list[Line] = []
        for index, line in enumerate(lines):
            if index < 20 and job_number(line.text):
                self.discarded.append(Discarded(line.text, JOB_NUMBER, line.number))
            else:
                kept.append(line)
        return kept

    def _opens_small(self) -> bool:
        """Whether the openers of the text are in small letters, as in Russian."""
        body = self.lines[self.head.body : self.head.body + 1]
        return self.head.organ_line is not None and any(line.text[:1].islower() for line in body)

    def _furniture(self) -> dict[int, str]:
        words = self.reader.words
        known = Known(
            words=tuple(letters(words) for words in self._running_words()),
            symbol=self.head.masthead.symbol,
            number=self.head.number,
            is_masthead=lambda cell: any(
                name in _ON_EVERY_PAGE for _, name in words.read_masthead([cell])[1]
            ),
        )
        return dict(furniture(self.lines, self.head.body, known))

    def _running_words(self) -> list[str]:
        """What a running head may say: the title, the organ's name, the masthead's lines."""
        title = " ".join(line.text for line in self.head.title)
        words = self.reader.words
        organ = words.organ_name(self.head.organ)
        return [title, f"{self.head.number} {title}", organ, words.united_nations]

    def _notes(self, around: set[int]) -> list[NoteBlock]:
        rows = [BodyLine(line) for line in self.lines[self.head.body :]]
        marks = MarkIndex(self.reader.each(line.text for line in self.lines), self.numbers)
        evidence = Around(
            width=Page(rows).width,
            is_start=lambda text: (
                self.reader.starts_clearly(text) or self.reader.begins_with_date(text)
            ),
            is_closing=lambda text: self.reader.is_closing(text) or self.reader.is_date(text),
            mark_support=marks.support,
            has_sign=marks.has_sign,
            is_furniture=around.__contains__,
        )
        return note_blocks(self.lines, self.head.body, evidence)

    def _taken(self, around: dict[int, str], blocks: Sequence[NoteBlock]) -> set[int]:
        """The indexes that are no body, with what is dropped of them written down."""
        taken = set(around)
        for block in blocks:
            taken.update(range(block.start, block.stop))
            if block.rule is not None:
                rule = self.lines[block.rule]
                self.discarded.append(Discarded(rule.text, NOTE_RULE, rule.number))
        borders = taken | {index for index, line in enumerate(self.lines) if line.new_page}
        left = (i for i in range(self.head.body, len(self.lines)) if i not in taken)
        numbers = page_numbers(self.lines, left, borders)
        for index, why in sorted({**around, **numbers}.items()):
            self.discarded.append(Discarded(self.lines[index].text, why, self.lines[index].number))
        return taken | set(numbers)

    def _rows(self, taken: set[int]) -> list[BodyLine]:
        rows: list[BodyLine] = []
        last = self.head.body - 1
        for index in range(self.head.body, len(self.lines)):
            if index in taken:
                continue
            rows.append(BodyLine(self.lines[index], interrupted=last != index - 1))
            last = index
        return rows

"""The resolution: a small immutable value from which everything else is derived.

The paragraphs stand in one row in reading order, as they do on the page; `part` says where each
belongs and `level` how deep it hangs, so the tree of chapeau, items and closing words is read off
(see `numbering`). Labels and footnote numbers are never stored: `printed` only keeps what a source
printed, which may be wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from drafter.core.errors import ModelError
from drafter.core.inline import NO_TEXT, Text
from drafter.core.kinds import DocumentKind, Organ

DEEPEST_LEVEL = 4
"""Sub-paragraphs go to four levels: (a), (i), a., i. (rule O-07)."""

_FIGURES = re.compile(r"\d{1,9}")


class Part(StrEnum):
    """Where a paragraph belongs."""

    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    ANNEX = "annex"


class ParagraphKind(StrEnum):
    """What a paragraph is.

    ANNEX is the heading that opens an annex; its text is the annex's title. QUOTED stands inside
    the paragraph before it (an embedded draft resolution); PLAIN keeps what the model has no place
    for.
    """

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    TABLE = "table"
    QUOTED = "quoted"
    PLAIN = "plain"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the wording of a paragraph was taken from.

    `part` and `place` say where it stands there: `8 (a)` as printed in the operative part or an
    annex, the how manieth in the preamble. `dated` is the day of adoption, `2008-12-18`, or the
    year where no more is known.
    """

    symbol: str
    part: Part = Part.OPERATIVE
    place: str = ""
    language: str = ""
    dated: str = ""
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the page: a paragraph, an item, closing words, a heading, a table.

    `level` is 0 for a paragraph, 1 to 4 for items; for a heading its rank, 0 the highest.
    `numbered` says whether it takes part in numbering (a preambular paragraph of level 0 never
    shows a label). `closing` marks the words that end a paragraph after its items, at the
    paragraph's own level. `restarts` on a heading or annex: the numbering of operative paragraphs
    starts again at 1 below it. `alternative` counts the versions under negotiation: 0 the first or
    only one, 1 bis, 2 ter, ... `printed` is the label a source printed ("" when it printed none),
    None for what was written here. `cells` are the rows of a TABLE. `provenance` says where the
    wording came from, if it was taken from somewhere. `extra` is what a newer program wrote (JSON
    object), kept as it is.
    """

    id: str
    part: Part
    text: Text = NO_TEXT
    kind: ParagraphKind = ParagraphKind.PARAGRAPH
    level: int = 0
    numbered: bool = True
    closing: bool = False
    restarts: bool = False
    alternative: int = 0
    printed: str | None = None
    cells: tuple[tuple[Text, ...], ...] = ()
    provenance: Provenance | None = None
    extra: str = ""

    def __post_init__(self) -> None:
        if not self.id:
            raise ModelError("A paragraph needs an id.")
        if not 0 <= self.level <= DEEPEST_LEVEL:
            raise ModelError(f"Level {self.level} is not between 0 and {DEEPEST_LEVEL}.")
        if self.alternative < 0:
            raise ModelError(f"There is no version {self.alternative} of a paragraph.")
        if self.kind is ParagraphKind.ANNEX and self.part is not Part.ANNEX:
            raise ModelError("The heading of an annex belongs to the annex.")
        if self.cells and self.kind is not ParagraphKind.TABLE:
            raise ModelError("Only a table has cells.")

    def texts(self) -> Iterator[Text]:
        """Its own text and that of its cells, in reading order."""
        yield self.text
        for row in self.cells:
            yield from row


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note; marks in the text refer to its id, several marks to the same note if need be.

    `symbol` is the sign of a note that does not take a number (`*`), empty for all others.
    """

    id: str
    text: Text = NO_TEXT
    printed: str | None = None
    symbol: str = ""
    extra: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An agenda item as printed (`Agenda item 18 (f)`) and its title."""

    label: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Sponsor:
    """A State that sponsors a draft, and for whom it speaks if not for itself alone."""

    name: str
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above the title, in the words that print; empty means absent.

    Words that follow from the rest (organ names, `Distr.: General`, the heading of an adopted text)
    are not stored: `language` makes them. `adoption` overrides the made heading (`Resolution
    adopted by ...`), one line or two, when a source words it otherwise. `printed` keeps the lines
    as the source printed them, in order.
    """

    symbol: str = ""
    issued: date | None = None
    distribution: str = ""
    languages: tuple[str, ...] = ()
    organ_name: str = ""
    session: str = ""
    session_dates: str = ""
    agenda_items: tuple[AgendaItem, ...] = ()
    committee: str = ""
    adopted: date | None = None
    meeting: str = ""
    adoption: str = ""
    origin: Text = NO_TEXT
    sponsors: tuple[Sponsor, ...] = ()
    submitted_by: str = ""
    printed: tuple[str, ...] = ()
    extra: str = ""

    @property
    def meeting_number(self) -> int:
        """The number in `meeting`; 0 without one."""
        found = _FIGURES.search(self.meeting)
        return int(found[0]) if found else 0


NO_MASTHEAD = Masthead()


@dataclass(frozen=True, slots=True)
class Guess:
    """Something the importer was not sure of.

    `what` is a code (`io` says which, `cli` and `app` have the words), `detail` its argument,
    `confidence` 0 to 1, `line` the 1-based line of the source, `source` the words of the source it
    is about.
    """

    what: str
    paragraph: str | None = None
    detail: str = ""
    confidence: float = 0.5
    line: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Discarded:
    """Characters of the source that stand nowhere in the text, and why; `line` is 1-based."""

    text: str
    why: str
    line: int | None = None


STRUCK_OUT = "struck out"
"""Why words are left out that the writer of the source took back."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding the drafter has looked at and wants to hear no more of.

    `rule` is the rule's id, `place` the id of a paragraph or note, empty for the whole document.
    """

    rule: str
    place: str


class _Indexed:
    """Room for the row of ids, which documents share that differ in words only."""

    __slots__ = ("_ids",)


@dataclass(frozen=True, slots=True)
class BaseText:
    """What a draft started from: a whole document, kept as it was so that the two can be compared.

    `dated` as in `Provenance`.
    """

    symbol: str
    text: Resolution
    dated: str = ""
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Resolution(_Indexed):
    """A whole document.

    `number` is the resolution's number as printed before its title (`64/177`), without the full
    stop. `paragraphs` runs from the first preambular paragraph to the end of the last annex; what
    comes after the first ANNEX heading, and only that, has part ANNEX. `closing` prints between the
    operative part and the annexes. `serial` is the highest number ever given to an id here: it only
    grows, so that an id is never used twice. `base` is the text a draft started from.

    Raises:
        ModelError: an id used twice, a mark to a note that is not there, or an annex paragraph
            outside an annex.
    """

    language: str = "en"
    organ: Organ = Organ.GA
    kind: DocumentKind = DocumentKind.ADOPTED
    number: str = ""
    title: Text = NO_TEXT
    organ_line: Text = NO_TEXT
    masthead: Masthead = NO_MASTHEAD
    paragraphs: tuple[Paragraph, ...] = ()
    closing: tuple[Text, ...] = ()
    vote: Text = NO_TEXT
    footnotes: tuple[Footnote, ...] = ()
    guesses: tuple[Guess, ...] = ()
    discarded: tuple[Discarded, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    serial: int = 0
    base: BaseText | None = None
    extra: str = ""

    def __post_init__(self) -> None:
        ids = (*self.ids, *(note.id for note in self.footnotes))
        if len(set(ids)) != len(ids):
            twice = next(one for one, times in Counter(ids).items() if times > 1)
            raise ModelError(f"The id “{twice}” is used twice.")
        in_annex = False
        for paragraph in self.paragraphs:
            in_annex = in_annex or paragraph.kind is ParagraphKind.ANNEX
            if in_annex is not (paragraph.part is Part.ANNEX):
                raise ModelError(
                    f"Paragraph “{paragraph.id}” is on the wrong side of the annex heading."
                )
        notes = {note.id for note in self.footnotes}
        for text in self.texts():
            for mark in text.marks:
                if mark.note and mark.note not in notes:
                    raise ModelError(
                        f"A mark refers to the note “{mark.note}”, which is not there."
                    )

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the paragraphs, in order; worked out when first asked for."""
        try:
            return self._ids
        except AttributeError:
            ids = tuple(paragraph.id for paragraph in self.paragraphs)
            object.__setattr__(self, "_ids", ids)
            return ids

    def texts(self) -> Iterator[Text]:
        """Every text that may carry marks, in the order in which it prints; notes excepted."""
        yield self.masthead.origin
        yield self.title
        yield self.organ_line
        annexes = self.first_annex()
        yield from _texts(self.paragraphs[:annexes])
        yield from self.closing
        yield self.vote
        yield from _texts(self.paragraphs[annexes:])

    def first_annex(self) -> int:
        """The index of the first ANNEX heading; the number of paragraphs if there is none."""
        for index, paragraph in enumerate(self.paragraphs):
            if paragraph.kind is ParagraphKind.ANNEX:
                return index
        return len(self.paragraphs)

    def part(self, part: Part) -> tuple[Paragraph, ...]:
        """The paragraphs of one part, in order."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.part is part)

    def index(self, paragraph_id: str) -> int:
        """Where the paragraph stands in `paragraphs`.

        Raises:
            ModelError: there is no such paragraph.
        """
        try:
            return self.ids.index(paragraph_id)
        except ValueError:
            raise ModelError(f"There is no paragraph “{paragraph_id}”.") from None

    def paragraph(self, paragraph_id: str) -> Paragraph:
        """The paragraph with this id; raises as `index`."""
        return self.paragraphs[self.index(paragraph_id)]

    def footnote(self, note_id: str) -> Footnote:
        """The footnote with this id.

        Raises:
            ModelError: there is no such note.
        """
        for note in self.footnotes:
            if note.id == note_id:
                return note
        raise ModelError(f"There is no footnote “{note_id}”.")

    def with_paragraph(self, paragraph: Paragraph) -> Resolution:
        """With the paragraph of the same id replaced; raises as `index`.

        The same object if the paragraphs are equal.
        """
        at = self.index(paragraph.id)
        if paragraph == self.paragraphs[at]:
            return self
        row = (*self.paragraphs[:at], paragraph, *self.paragraphs[at + 1 :])
        if not _stays_valid(self.paragraphs[at], paragraph):
            return self.with_paragraphs(row)
        # Other words cannot break what the constructor looks for, and it looks at everything: too
        # much for each key in a long text.
        made = object.__new__(Resolution)
        for name in Resolution.__slots__:
            object.__setattr__(made, name, row if name == "paragraphs" else getattr(self, name))
        object.__setattr__(made, "_ids", self.ids)
        return made

    def with_paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> Resolution:
        """With other paragraphs; the same object if they are equal."""
        return self if paragraphs == self.paragraphs else replace(self, paragraphs=paragraphs)


def _texts(paragraphs: tuple[Paragraph, ...]) -> Iterator[Text]:
    """Theirs and those of their cells; flat, since it is asked of thousands at once."""
    for paragraph in paragraphs:
        yield paragraph.text
        for row in paragraph.cells:
            yield from row


def _stays_valid(old: Paragraph, new: Paragraph) -> bool:
    """Whether a document stays valid with `new` in the place of `old`."""
    return (
        new.kind is old.kind
        and new.part is old.part
        and new.cells is old.cells
        and {mark.note for mark in new.text.marks} <= {mark.note for mark in old.text.marks}
    )

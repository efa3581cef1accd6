"""The paragraphs of an Akoma Ntoso file while their row is built, and what only the row tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from drafter.core.inline import NO_TEXT, Text
from drafter.core.model import Guess, Paragraph, ParagraphKind, Part
from drafter.io.akn.pieces import Doubt

_SOURCE_LENGTH = 60


@dataclass(slots=True)
class Line:
    """A paragraph while the row is being built."""

    part: Part
    text: Text
    kind: ParagraphKind = ParagraphKind.PARAGRAPH
    level: int = 0
    numbered: bool = True
    closing: bool = False
    restarts: bool = False
    alternative: int = 0
    printed: str = ""
    cells: tuple[tuple[Text, ...], ...] = ()
    doubts: list[Doubt] = field(default_factory=list[Doubt])
    n: int = 0
    source_line: int | None = None

    @property
    def is_main(self) -> bool:
        """Whether it is a paragraph of level 0 that may be numbered."""
        is_paragraph = self.kind is ParagraphKind.PARAGRAPH and not self.closing
        return is_paragraph and self.level == 0 and self.part is not Part.PREAMBLE


@dataclass(slots=True)
class Structure:
    """What the pieces became; `dropped` are signs that the file tagged as numbers."""

    lines: list[Line] = field(default_factory=list[Line])
    organ_line: Text = NO_TEXT
    title: Text = NO_TEXT
    closing: list[Text] = field(default_factory=list[Text])
    votes: list[Text] = field(default_factory=list[Text])
    dropped: list[str] = field(default_factory=list[str])

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """With ids p1, p2, ... in order."""
        return tuple(
            Paragraph(
                id=f"p{index}",
                part=line.part,
                text=line.text,
                kind=line.kind,
                level=line.level,
                numbered=line.numbered,
                closing=line.closing,
                restarts=line.restarts,
                alternative=line.alternative,
                printed=line.printed,
                cells=line.cells,
            )
            for index, line in enumerate(self.lines, 1)
        )

    def guesses(self) -> tuple[Guess, ...]:
        """The doubts of the lines, as guesses about paragraphs."""
        return tuple(
            Guess(
                doubt.what,
                paragraph=f"p{index}",
                detail=doubt.detail,
                confidence=doubt.confidence,
                line=line.source_line,
                source=line.text.plain[:_SOURCE_LENGTH],
            )
            for index, line in enumerate(self.lines, 1)
            for doubt in line.doubts
        )


def settle_restarts(lines: list[Line]) -> None:
    """A heading restarts the numbers if the first number below it is 1 and others stood before.

    The other headings of its rank restart too when all that stands below them is one paragraph.
    """
    ranks: set[tuple[Part, int]] = set()
    below_others = _headings_below_main(lines)
    for heading, below in _sections(lines):
        if heading is not None and _first(below) == 1 and id(heading) in below_others:
            heading.restarts = True
            ranks.add((heading.part, heading.level))
    for heading, below in _sections(lines):
        if heading is None or (heading.part, heading.level) not in ranks or not below:
            continue
        is_first = _first(below) == 1
        is_alone = len(below) == 1 and below[0].n == 0
        heading.restarts = heading.restarts or is_first or is_alone


def _first(below: list[Line]) -> int:
    """The first number below a heading, 0 if nothing is numbered there."""
    return next((line.n for line in below if line.n), 0)


def _sections(lines: list[Line]) -> Iterable[tuple[Line | None, list[Line]]]:
    """Each run of headings, as its highest heading, with the main paragraphs below it."""
    sections: list[tuple[Line | None, list[Line]]] = [(None, [])]
    is_run = False
    for line in lines:
        if line.kind is ParagraphKind.HEADING:
            heading = sections[-1][0]
            if not is_run or heading is None:
                sections.append((line, []))
            elif line.level < heading.level:
                sections[-1] = (line, [])
            is_run = True
        elif line.kind is ParagraphKind.ANNEX:
            sections.append((None, []))
            is_run = False
        elif line.is_main:
            sections[-1][1].append(line)
            is_run = False
    return sections


def _headings_below_main(lines: list[Line]) -> set[int]:
    """The headings, by `id`, before which paragraphs that count stand in their part or annex."""
    headings: set[int] = set()
    found = False
    for line in lines:
        if found and line.kind is ParagraphKind.HEADING:
            headings.add(id(line))
        found = line.is_main or (found and line.kind is not ParagraphKind.ANNEX)
    return headings


def settle_numbers(lines: list[Line]) -> None:
    """A main paragraph without a label is numbered only if it stands alone: then it shows none."""
    stretch: list[Line] = []
    for line in [*lines, None]:
        if line is None or line.restarts or line.kind is ParagraphKind.ANNEX:
            is_alone = len(stretch) == 1
            for one in stretch:
                if not one.printed:
                    one.numbered = is_alone and one.part is Part.OPERATIVE
            stretch = []
        if line is not None and line.is_main:
            stretch.append(line)

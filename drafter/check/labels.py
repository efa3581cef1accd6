"""Printed labels read back as numbers, and where a row of them breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from drafter.core.labels import Label
from drafter.core.language import Language
from drafter.core.model import DEEPEST_LEVEL, Paragraph, ParagraphKind, Part, Resolution
from drafter.core.numbering import Numbering
from drafter.core.phrases import folded


@dataclass(frozen=True, slots=True)
class Read:
    """A paragraph with the label that shows and what it says: its number and version."""

    paragraph: Paragraph
    shown: str
    n: int
    alternative: int = 0


@dataclass(frozen=True, slots=True)
class Break:
    """Where a row does not count on: `code` is `start`, `repeat`, `gap`, `back` or `version`."""

    code: str
    at: Read
    before: Read | None


def is_same(printed: str, computed: str) -> bool:
    """Whether two labels are the same but for what print does to them."""
    return folded(printed).replace(" ", "") == folded(computed).replace(" ", "")


@lru_cache(maxsize=4096)
def readings(words: Language, printed: str) -> tuple[Label, ...]:
    """The ways in which a whole label can be read."""
    return tuple(one for one in words.read_labels(printed) if one.end >= len(printed))


def operative_rows(resolution: Resolution) -> list[list[Paragraph]]:
    """The paragraphs of the operative part, level 0, in rows that count on without a restart."""
    return _rows(resolution, Part.OPERATIVE)


def annex_rows(resolution: Resolution) -> list[list[Paragraph]]:
    """The same of the annexes, each of which starts afresh."""
    return _rows(resolution, Part.ANNEX)


def _rows(resolution: Resolution, part: Part) -> list[list[Paragraph]]:
    rows: list[list[Paragraph]] = [[]]
    for paragraph in resolution.paragraphs:
        if paragraph.restarts or paragraph.kind is ParagraphKind.ANNEX:
            rows.append([])
        if paragraph.part is part and is_counted(paragraph) and not paragraph.level:
            rows[-1].append(paragraph)
    return [row for row in rows if row]


def item_rows(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, ...]]:
    """The items that hang side by side, row by row."""
    open_rows: list[list[Paragraph]] = [[] for _ in range(DEEPEST_LEVEL + 1)]
    for paragraph in paragraphs:
        depth = paragraph.level if is_counted(paragraph) else 0
        first_closed = depth + 1 if is_counted(paragraph) else paragraph.level + 1
        for row in open_rows[first_closed:]:
            if row:
                yield tuple(row)
                row.clear()
        if depth:
            open_rows[depth].append(paragraph)
    yield from (tuple(row) for row in open_rows if row)


def is_counted(paragraph: Paragraph) -> bool:
    """Whether it is of a kind that can take a label in the counting of its level."""
    return paragraph.kind is ParagraphKind.PARAGRAPH and not paragraph.closing


def numbers(words: Language, numbering: Numbering, row: Iterable[Paragraph]) -> Iterator[Read]:
    """The numbers that show in a row; paragraphs without a number are left out."""
    for paragraph in row:
        computed = numbering.labels[paragraph.id]
        shown = computed if paragraph.printed is None else paragraph.printed
        found = [one for one in readings(words, shown) if paragraph.level in one.levels]
        if shown and found:
            yield Read(paragraph, shown, found[0].n, found[0].alternative)


def breaks(row: Iterable[Read]) -> Iterator[Break]:
    """The places where the row does not count on from what stands before."""
    before: Read | None = None
    for read in row:
        due = 1 if before is None else before.n + (read.alternative == 0)
        if read.n != due or (before is not None and _skips_or_repeats(read, before)):
            yield Break(_kind(read, before), read, before)
        before = read


def _skips_or_repeats(read: Read, before: Read) -> bool:
    """Whether a version of the same number is not the next one (`1 bis` twice, `1 ter` after 1)."""
    is_version = read.alternative != 0 and read.n == before.n
    return is_version and read.alternative != before.alternative + 1


def _kind(read: Read, before: Read | None) -> str:
    if before is None:
        return "start"
    if read.n == before.n:
        is_other = read.alternative and read.alternative != before.alternative
        return "version" if is_other else "repeat"
    return "gap" if read.n > before.n else "back"


@dataclass(frozen=True, slots=True)
class RowReading:
    """A row of items read as the labels of one level, and where it does not count on."""

    level: int
    reads: tuple[Read, ...]
    breaks: tuple[Break, ...]


def read_row(words: Language, row: Sequence[Paragraph]) -> RowReading:
    """The row read as labels of the level that suits it best, its own in case of doubt."""
    own = row[0].level
    levels = sorted(range(DEEPEST_LEVEL + 1), key=lambda level: (level != own, level))
    ways = [_read_as(words, row, level) for level in levels]
    return min(ways, key=lambda one: len(row) - len(one.reads) + len(one.breaks))


def _read_as(words: Language, row: Sequence[Paragraph], level: int) -> RowReading:
    """Where a label can be read in two ways, the one that counts on is taken."""
    reads: list[Read] = []
    for item in row:
        shown = item.printed or ""
        found = [one for one in readings(words, shown) if level in one.levels]
        due = reads[-1].n + 1 if reads else 1
        found.sort(key=lambda one: (one.n != due, bool(one.alternative)))
        if found:
            reads.append(Read(item, shown, found[0].n, found[0].alternative))
    return RowReading(level, tuple(reads), tuple(breaks(reads)))

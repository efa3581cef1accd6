"""Where paragraphs begin: the lines of the body in blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.io.text.evidence import Lexical, Place, Reader, ends_in_colon, ends_strongly
from drafter.io.text.labels import Counters, Labelled
from drafter.io.text.lines import Line
from drafter.io.text.page import BodyLine, Page, Weights, first_weights, measured_weights
from drafter.io.text.tables import Table, tables

_LIKE_OTHERS = 2.5
_FLUSH = ("indent", "same")  # says nothing about a heading
_LONGEST_BEGINNING = 80


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that make one paragraph; `confidence` that it begins and holds together as found.

    `table` has the cells of lines that make a table, a row a line.
    """

    lines: tuple[Line, ...]
    confidence: float = 1.0
    table: Table | None = None


def blocks(rows: Sequence[BodyLine], reader: Reader) -> list[Block]:
    """The lines in blocks, in order."""
    found = tables(rows, reader)
    if not found:
        return _cut(rows, _scores(rows, reader))
    tabled = {index for table in found for index in range(table.start, table.stop)}
    prose = [index for index in range(len(rows)) if index not in tabled]
    scores = dict(zip(prose, _scores([rows[index] for index in prose], reader), strict=True))
    made: list[Block] = []
    rest = 0
    for table in found:
        made.extend(_stretch(rows, scores, rest, table.start))
        lines = tuple(row.line for row in rows[table.start : table.stop])
        made.append(Block(lines, table=table))
        rest = table.stop
    return [*made, *_stretch(rows, scores, rest, len(rows))]


def _stretch(
    rows: Sequence[BodyLine], scores: Mapping[int, float], start: int, stop: int
) -> list[Block]:
    """The blocks between two tables."""
    return _cut(rows[start:stop], [scores[index] for index in range(start, stop)])


def _scores(rows: Sequence[BodyLine], reader: Reader) -> list[float]:
    """How likely each line begins a paragraph: above 0 it does."""
    if not rows:
        return []
    page = Page(rows)
    signs = [page.signs(index) for index in reader.each(range(len(rows)))]
    words, totals = _pass(rows, reader, signs, first_weights(), Counter())
    weights = measured_weights(words, signs)
    first_words = (
        _first_words(row.line) for row, total in zip(rows, totals, strict=True) if total > 0
    )
    _, totals = _pass(rows, reader, signs, weights, Counter(first_words))
    return totals


def _first_words(line: Line) -> str:
    """The first two words, by which the paragraphs of a statement begin alike."""
    return " ".join(line.text[:_LONGEST_BEGINNING].split(" ", 2)[:2])


def _pass(
    rows: Sequence[BodyLine],
    reader: Reader,
    signs: Sequence[Mapping[str, str]],
    weights: Weights,
    beginnings: Counter[str],
) -> tuple[list[float], list[float]]:
    """The scores by words, and with the page's signs, of every line to begin a paragraph.

    `beginnings` counts the first words of paragraphs already found.
    """
    lexical = Lexical(reader)
    counters = Counters()
    by_words: list[float] = []
    totals: list[float] = []
    before: Line | None = None
    heading_lines = 0
    for index, (row, shown) in enumerate(reader.each(zip(rows, signs, strict=True))):
        after = rows[index + 1].line if index + 1 < len(rows) else None
        place = Place(before, after, heading_lines, in_list=shown["around"] == "list")
        score = lexical.score(place, row.line, counters)
        if beginnings[_first_words(row.line)] > 1 and before and ends_strongly(before.text):
            score += _LIKE_OTHERS
        lone = reader.may_be_heading(row.line.text)
        total = score + sum(
            weights[sign] for sign in shown.items() if not (lone and sign == _FLUSH)
        )
        total += lexical.score_after_lost_end(place, row.line)
        by_words.append(score)
        totals.append(total)
        if total > 0:
            _count(counters, reader, before, row.line)
            heading_lines = int(lone)
        elif heading_lines:
            heading_lines += 1
        before = row.line
    return by_words, totals


def _count(counters: Counters, reader: Reader, before: Line | None, line: Line) -> None:
    text = line.text
    labels = reader.labels(text)
    if labels:
        after_colon = before is not None and ends_in_colon(before.text)
        counters.take(counters.readings(Labelled(labels, after_colon=after_colon))[0])
    elif reader.is_annex(text) or reader.is_heading_sign(text):
        counters.start_afresh()


def _cut(rows: Sequence[BodyLine], totals: Sequence[float]) -> list[Block]:
    found: list[Block] = []
    lines: list[Line] = []
    doubt = 0.0
    for row, total in zip(rows, totals, strict=True):
        if total > 0 and lines:
            found.append(Block(tuple(lines), 1 - doubt))
            lines, doubt = [], 0.0
        doubt = max(doubt, 0.5 - min(abs(total), 2.0) / 4)
        lines.append(row.line)
    return [*found, Block(tuple(lines), 1 - doubt)] if lines else found

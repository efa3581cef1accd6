"""Notes that a file leaves in its text: a rule of underscores, then `*` and `**` or a table's `a`.

The rule goes to the discarded, the note becomes a footnote with its sign, and the signs before it
become its marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter.core.inline import Mark, Span, Style, Text
from drafter.core.model import Discarded
from drafter.io.akn.blocks import Block, Shape
from drafter.io.akn.text import Notes

_RULE = re.compile(r"[_\s]*_{3,}[_\s]*")
_STARS = re.compile(r"(\*{1,6})[\s\u00a0]*(?=[^\s*])")
_LETTER = re.compile(r"([a-h])[\s\u00a0]*(?=\S)")
_SHAPES = frozenset({Shape.PARAGRAPH, Shape.HEADING})


@dataclass(frozen=True, slots=True)
class _Found:
    """A place where a sign stands in a text."""

    start: int
    end: int


def without_symbol_notes(
    blocks: list[Block], notes: Notes
) -> tuple[list[Block], tuple[Discarded, ...]]:
    """The blocks without rules and such notes, marked where the notes' signs stood."""
    for one in notes.footnotes:
        if one.symbol:
            blocks = [_marked(block, one.symbol, one.id) for block in blocks]
    kept: list[Block] = []
    discarded: list[Discarded] = []
    since = 0
    is_in_notes = False
    for block in blocks:
        if block.shape in _SHAPES and _RULE.fullmatch(block.text.plain):
            discarded.append(Discarded(block.text.plain, "rule above the footnotes", block.line))
            continue
        sign = _sign(block)
        if not sign:
            since = len(kept) if is_in_notes else since
            is_in_notes = False
            kept.append(block)
            continue
        is_in_notes = True
        printed = block.text.slice(_length(block, sign)).stripped()
        note = notes.add_symbol(sign, printed)
        for index in range(since, len(kept)):
            kept[index] = _marked(kept[index], sign, note)
    return kept, tuple(discarded)


def _sign(block: Block) -> str:
    """The sign of the note that the block is; empty for any other block."""
    if block.shape not in _SHAPES or block.label:
        return ""
    plain = block.text.plain
    stars = _STARS.match(plain)
    if stars:
        return stars[1]
    letter = _LETTER.match(plain)
    is_high = any(s.start == 0 and s.end == 1 for s in _high(block.text))
    return letter[1] if letter and is_high else ""


def _length(block: Block, sign: str) -> int:
    match = (_STARS if sign.startswith("*") else _LETTER).match(block.text.plain)
    return match.end() if match else 0


def _high(text: Text) -> tuple[Span, ...]:
    return tuple(span for span in text.spans if span.style is Style.SUPERSCRIPT)


def _marked(block: Block, sign: str, note: str) -> Block:
    if sign.startswith("*"):
        text = _with_marks(block.text, _starred(block.text, sign), sign, note)
    else:
        text = block.text
    cells = tuple(
        tuple(_with_marks(cell, _places(cell, sign), sign, note) for cell in row)
        for row in block.cells
    )
    return replace(block, text=text, cells=cells)


def _places(cell: Text, sign: str) -> list[_Found]:
    if sign.startswith("*"):
        return _starred(cell, sign)
    return [
        _Found(span.start, span.end)
        for span in _high(cell)
        if cell.plain[span.start : span.end] == sign
    ]


def _starred(text: Text, sign: str) -> list[_Found]:
    row = re.finditer(rf"(?<!\*){re.escape(sign)}(?!\*)", text.plain)
    return [_Found(match.start(), match.end()) for match in row]


def _with_marks(text: Text, places: list[_Found], sign: str, note: str) -> Text:
    """The signs replaced by marks of the note."""
    for place in reversed(places):
        marks = text.marks
        cut = place.end - place.start
        text = replace(text, marks=()).replaced(place.start, place.end, Text())
        moved = [
            replace(mark, at=mark.at if mark.at <= place.start else max(place.start, mark.at - cut))
            for mark in marks
        ]
        text = replace(text, marks=(*moved, Mark(place.start, note, sign)))
    return text

"""A text as it stands on the page, where a footnote mark takes a place of its own.

The model's positions count code points and set marks between them; a caret can stand before or
after a mark. A *slot* is a code point or a mark; positions here count slots, and `surface` shows
each mark as one U+FFFC.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drafter.core.inline import Mark, Span, Style, Text, joined

MARK = "\ufffc"
_GROWING = frozenset({Style.ITALIC, Style.BOLD})
"""The styles that what is typed at their end takes on; raised letters stop where they stop."""


def surface(text: Text) -> str:
    """The characters, with U+FFFC for each mark."""
    if not text.marks:
        return text.plain
    pieces: list[str] = []
    done = 0
    for mark in text.marks:
        pieces.extend((text.plain[done : mark.at], MARK))
        done = mark.at
    pieces.append(text.plain[done:])
    return "".join(pieces)


def width(text: Text) -> int:
    """How many slots the text has."""
    return len(text.plain) + len(text.marks)


def mark_slots(text: Text) -> tuple[tuple[int, Mark], ...]:
    """The marks, each with the slot it takes."""
    return tuple((mark.at + index, mark) for index, mark in enumerate(text.marks))


def plain_position(text: Text, slot: int) -> int:
    """The code points before a slot."""
    return slot - sum(1 for taken, _ in mark_slots(text) if taken < slot)


def slot_position(text: Text, at: int) -> int:
    """The slot of the code point at `at`, after the marks that stand before it."""
    return at + sum(1 for mark in text.marks if mark.at <= at)


def section(text: Text, start: int, end: int | None = None) -> Text:
    """What stands from slot `start` to slot `end`, with exactly the marks in between."""
    stop = width(text) if end is None else end
    first, last = plain_position(text, start), plain_position(text, stop)
    marks = tuple(
        replace(mark, at=mark.at - first) for slot, mark in mark_slots(text) if start <= slot < stop
    )
    return replace(text.slice(first, last), marks=marks)


def spliced(text: Text, start: int, end: int, new: Text) -> Text:
    """With the slots `start` to `end` replaced."""
    return joined((section(text, 0, start), new, section(text, end)))


def styles_for_typing(text: Text, start: int, end: int) -> frozenset[Style]:
    """The styles that characters typed over the slots `start` to `end` take from their place."""
    first, last = plain_position(text, start), plain_position(text, end)
    return frozenset(
        span.style
        for span in text.spans
        if span.start < first < span.end
        or (span.style in _GROWING and span.start < first == span.end)
        or (span.start <= first < last <= span.end)
    )


def in_styles(plain: str, styles: Iterable[Style]) -> Text:
    """Characters that all have the same styles."""
    return Text(plain, tuple(Span(0, len(plain), style) for style in sorted(styles)))

"""Text inside a paragraph: characters, styled spans and footnote marks.

All positions are code points. A mark stands *between* characters: `at` is the number of code points
before it, and the mark itself is not in `plain`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from drafter.core.errors import ModelError


class Style(StrEnum):
    """What a span of characters can look like."""

    ITALIC = "italic"
    BOLD = "bold"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A styled stretch, `start` to `end` (excluded)."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark before the character at `at`.

    `note` is the footnote's id, empty for a mark whose note the source does not have;
    `printed` is the number the source printed, empty when typed in the program.
    """

    at: int
    note: str
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look, or (with `text` empty) one mark."""

    text: str
    styles: frozenset[Style] = frozenset()
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """Characters with spans and marks, in normal form.

    Spans are sorted; spans of one style neither touch nor overlap; marks are in reading order,
    several at one place keep the order they were given in. Equal looks are equal values.

    Raises:
        ModelError: a span or mark lies outside the characters.
    """

    plain: str = ""
    spans: tuple[Span, ...] = ()
    marks: tuple[Mark, ...] = ()

    def __post_init__(self) -> None:
        if not self.spans and not self.marks:
            return
        length = len(self.plain)
        if any(span.start < 0 or span.end > length for span in self.spans):
            raise ModelError(f"A styled stretch lies outside the text “{self.plain[:40]}”.")
        if any(not 0 <= mark.at <= length for mark in self.marks):
            raise ModelError(f"A footnote mark lies outside the text “{self.plain[:40]}”.")
        object.__setattr__(self, "spans", _normal_spans(self.spans))
        object.__setattr__(self, "marks", tuple(sorted(self.marks, key=lambda mark: mark.at)))

    def __len__(self) -> int:
        return len(self.plain)

    def __bool__(self) -> bool:
        return bool(self.plain or self.marks)

    def __add__(self, other: Text) -> Text:
        return joined((self, other))

    def slice(self, start: int, end: int | None = None, *, marks_at_end: bool = True) -> Text:
        """From `start` to `end`; a mark at `start` belongs to it, one at `end` if asked for."""
        stop = len(self.plain) if end is None else min(end, len(self.plain))
        spans = (
            Span(max(span.start, start) - start, min(span.end, stop) - start, span.style)
            for span in self.spans
            if span.start < stop and span.end > start
        )
        marks = (
            replace(mark, at=mark.at - start)
            for mark in self.marks
            if start <= mark.at < stop or (mark.at == stop and (marks_at_end or stop == start))
        )
        return Text(self.plain[start:stop], tuple(spans), tuple(marks))

    def split(self, at: int) -> tuple[Text, Text]:
        """The text before and after `at`; marks at `at` stay with the words before them."""
        before = self.slice(0, at)
        after = self.slice(at)
        if at > 0:
            after = replace(after, marks=tuple(mark for mark in after.marks if mark.at > 0))
        else:
            before = Text()
        return before, after

    def replaced(self, start: int, end: int, new: Text | str) -> Text:
        """With `start` to `end` replaced; marks at either border stay, those inside go.

        Characters typed at the end of a span, or inside it, take its style when `new` is a plain
        string.
        """
        piece = self._in_style_of_place(start, end, new) if isinstance(new, str) else new
        head = self.slice(0, start)
        tail = self.slice(end)
        if start == end:
            tail = replace(tail, marks=tuple(mark for mark in tail.marks if mark.at > 0))
        else:
            inside_head = tuple(mark for mark in self.marks if mark.at <= start)
            head = replace(head, marks=inside_head)
        return joined((head, piece, tail))

    def _in_style_of_place(self, start: int, end: int, new: str) -> Text:
        styles = {
            span.style
            for span in self.spans
            if span.start < start <= span.end or (span.start <= start and span.end >= end > start)
        }
        return Text(new, tuple(Span(0, len(new), style) for style in sorted(styles)))

    def styled(self, start: int, end: int, style: Style, *, on: bool = True) -> Text:
        """With `style` set on `start` to `end`, or taken off."""
        kept = [span for span in self.spans if span.style is not style]
        for span in (span for span in self.spans if span.style is style):
            if on:
                kept.append(span)
            else:
                kept.extend(_span_without(span, start, end))
        if on:
            kept.append(Span(start, end, style))
        return replace(self, spans=tuple(kept))

    def stretches(self, style: Style) -> tuple[tuple[int, int], ...]:
        """Where `style` is set, as (start, end) pairs in order."""
        return tuple((span.start, span.end) for span in self.spans if span.style is style)

    def marked(self, at: int, note: str, printed: str = "") -> Text:
        """With a further mark at `at`, after those that stand there."""
        return replace(self, marks=(*self.marks, Mark(at, note, printed)))

    def unmarked(self, note: str | None = None) -> Text:
        """Without the marks of `note`, or without any."""
        kept = () if note is None else tuple(mark for mark in self.marks if mark.note != note)
        return replace(self, marks=kept)

    def stripped(self) -> Text:
        """Without white space at both ends; marks that stood in it move to the border."""
        start = len(self.plain) - len(self.plain.lstrip())
        end = max(start, len(self.plain.rstrip()))
        inner = self.slice(start, end)
        marks = tuple(
            replace(mark, at=min(max(mark.at, start), end) - start) for mark in self.marks
        )
        return replace(inner, marks=marks)

    def runs(self) -> Iterator[Run]:
        """Runs of equal look and single marks, in reading order."""
        borders = {0, len(self.plain)}
        borders.update(border for span in self.spans for border in (span.start, span.end))
        borders.update(mark.at for mark in self.marks)
        places = sorted(borders)
        marks = list(self.marks)
        for start, end in pairwise((*places, places[-1])):
            while marks and marks[0].at <= start:
                yield Run("", mark=marks.pop(0))
            if start < end:
                styles = frozenset(s.style for s in self.spans if s.start <= start < s.end)
                yield Run(self.plain[start:end], styles)


NO_TEXT = Text()


def joined(texts: Iterable[Text]) -> Text:
    """The texts one after the other."""
    plain: list[str] = []
    spans: list[Span] = []
    marks: list[Mark] = []
    length = 0
    for text in texts:
        plain.append(text.plain)
        spans.extend(Span(s.start + length, s.end + length, s.style) for s in text.spans)
        marks.extend(replace(mark, at=mark.at + length) for mark in text.marks)
        length += len(text.plain)
    return Text("".join(plain), tuple(spans), tuple(marks))


def italic(plain: str) -> Text:
    """`plain`, all of it in italics."""
    return Text(plain, (Span(0, len(plain), Style.ITALIC),))


def _span_without(span: Span, start: int, end: int) -> Iterator[Span]:
    if end <= span.start or start >= span.end:
        yield span
        return
    if span.start < start:
        yield Span(span.start, start, span.style)
    if end < span.end:
        yield Span(end, span.end, span.style)


def _normal_spans(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    if len(spans) == 1:  # as in nine of ten paragraphs
        return spans if spans[0].start < spans[0].end else ()
    merged: list[Span] = []
    for style in Style:
        mine = sorted(span for span in spans if span.style is style and span.start < span.end)
        for span in mine:
            if merged and merged[-1].style is style and merged[-1].end >= span.start:
                last = merged.pop()
                merged.append(Span(last.start, max(last.end, span.end), style))
            else:
                merged.append(span)
    return tuple(sorted(merged))

"""Puts what the rows of a page look like onto the draft that was made of their words.

The draft's texts stand in the rows in the same order, but for white space, labels and what the
import left out; so each is sought from where the one before it ended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from drafter.core.inline import Mark, Span, Style, Text
from drafter.core.model import Paragraph, ParagraphKind, Resolution
from drafter.io.html.rows import Row

_LEAST_ALIKE_PCT = 80.0
_LOOK_AHEAD = 2_000
_KEPT = (Style.ITALIC, Style.SUPERSCRIPT, Style.SUBSCRIPT, Style.BOLD)
_SET_BY_KIND = {ParagraphKind.HEADING, ParagraphKind.ANNEX}
"""Kinds that print bold by themselves."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a character stands: the row, and the place in its text; none in its label."""

    row: int
    at: int | None


class Dresser:
    """Dresses the texts of one draft, in reading order."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._places: list[_Place] = []
        signs: list[str] = []
        for index, row in enumerate(rows):
            for sign in row.label:
                if not sign.isspace():
                    signs.append(sign)
                    self._places.append(_Place(index, None))
            for at, sign in enumerate(row.text.plain):
                if not sign.isspace():
                    signs.append(sign)
                    self._places.append(_Place(index, at))
        self._signs = "".join(signs)
        self._next = 0
        self._placed: set[tuple[int, int]] = set()
        self._last_row = -1

    def dressed(self, draft: Resolution) -> tuple[Resolution, Mapping[str, int]]:
        """The draft with its looks, and for each paragraph the row it begins in."""
        first = draft.first_annex()
        origin = self._text(draft.masthead.origin)
        title = self._text(draft.title, keeps_bold=False)
        organ_line = self._text(draft.organ_line, keeps_bold=False)
        rows: dict[str, int] = {}
        before = [self._paragraph(one, rows) for one in draft.paragraphs[:first]]
        closing = tuple(self._text(line) for line in draft.closing)
        vote = self._text(draft.vote)
        after = [self._paragraph(one, rows) for one in draft.paragraphs[first:]]
        made = replace(
            draft,
            masthead=replace(draft.masthead, origin=origin),
            title=title,
            organ_line=organ_line,
            paragraphs=(*before, *after),
            closing=closing,
            vote=vote,
        )
        return made, rows

    def unplaced(self) -> Iterator[Mark]:
        """The marks for which no place was found."""
        for index, row in enumerate(self._rows):
            for number, mark in enumerate(row.text.marks):
                if (index, number) not in self._placed:
                    yield mark

    def _paragraph(self, paragraph: Paragraph, rows: dict[str, int]) -> Paragraph:
        text = self._text(paragraph.text, keeps_bold=paragraph.kind not in _SET_BY_KIND)
        rows[paragraph.id] = self._last_row
        return paragraph if text == paragraph.text else replace(paragraph, text=text)

    def _text(self, text: Text, *, keeps_bold: bool = True) -> Text:
        sought = [at for at, sign in enumerate(text.plain) if not sign.isspace()]
        pairs = self._found("".join(text.plain[at] for at in sought))
        if not pairs:
            return text
        from_source = {sought[here]: self._places[there] for here, there in pairs}
        self._last_row = min(place.row for place in from_source.values())
        spans = tuple(_spans(text.plain, self._styles(from_source)))
        if not keeps_bold:
            spans = tuple(span for span in spans if span.style is not Style.BOLD)
        marks = tuple(self._marks(from_source))
        return replace(text, spans=(*text.spans, *spans), marks=(*text.marks, *marks))

    def _found(self, sought: str) -> list[tuple[int, int]]:
        """Pairs of a place in the words sought and a place in the source."""
        if not sought:
            return []
        start = self._signs.find(sought, self._next)
        if start >= 0:
            self._next = start + len(sought)
            return [(at, start + at) for at in range(len(sought))]
        window = self._signs[self._next : self._next + len(sought) + _LOOK_AHEAD]
        near = fuzz.partial_ratio_alignment(sought, window, score_cutoff=_LEAST_ALIKE_PCT)
        if near is None or len(window) < len(sought):
            near_start, near_end = 0, len(window)
            if fuzz.ratio(sought, window) < _LEAST_ALIKE_PCT:
                return []
        else:
            near_start, near_end = near.dest_start, near.dest_end
        offset = self._next + near_start
        pairs = [
            (here, offset + there)
            for step in Indel.opcodes(sought, window[near_start:near_end])
            if step.tag == "equal"
            for here, there in zip(
                range(step.src_start, step.src_end),
                range(step.dest_start, step.dest_end),
                strict=True,
            )
        ]
        self._next = pairs[-1][1] + 1 if pairs else self._next
        return pairs

    def _styles(self, places: Mapping[int, _Place]) -> dict[int, frozenset[Style]]:
        """The styles of each character that was found."""
        looks: dict[int, list[frozenset[Style]]] = {}
        styles: dict[int, frozenset[Style]] = {}
        for here, place in places.items():
            if place.at is None:
                continue
            if place.row not in looks:
                looks[place.row] = _looks(self._rows[place.row].text)
            styles[here] = looks[place.row][place.at]
        return styles

    def _marks(self, places: Mapping[int, _Place]) -> Iterator[Mark]:
        """The marks that stand after, or else before, a character that was found."""
        here_of = {(place.row, place.at): here for here, place in places.items()}
        for index in sorted({place.row for place in places.values()}):
            text = self._rows[index].text
            for number, mark in enumerate(text.marks):
                if (index, number) in self._placed:
                    continue
                before = len(text.plain[: mark.at].rstrip()) - 1
                after = mark.at + len(text.plain[mark.at :]) - len(text.plain[mark.at :].lstrip())
                if (index, before) in here_of:
                    at = here_of[index, before] + 1
                elif (index, after) in here_of:
                    at = here_of[index, after]
                else:
                    continue
                self._placed.add((index, number))
                yield Mark(at, mark.note, mark.printed)


def _looks(text: Text) -> list[frozenset[Style]]:
    looks = [frozenset[Style]()] * len(text.plain)
    for span in text.spans:
        for at in range(span.start, span.end):
            looks[at] |= {span.style}
    return looks


def _spans(plain: str, styles: Mapping[int, frozenset[Style]]) -> Iterator[Span]:
    """The stretches of each style; white space between two characters of it belongs to it."""
    for style in _KEPT:
        start = end = -1
        for at, sign in enumerate(plain):
            if style in styles.get(at, ()):
                start = at if start < 0 else start
                end = at + 1
            elif start >= 0 and not sign.isspace():
                yield Span(start, end, style)
                start = -1
        if start >= 0:
            yield Span(start, end, style)

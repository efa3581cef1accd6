"""Resolutions of every shape for the laws."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import strategies as st

from drafter.core.inline import Mark, Span, Style, Text
from drafter.core.model import (
    DEEPEST_LEVEL,
    AgendaItem,
    BaseText,
    Discarded,
    DocumentKind,
    Footnote,
    Guess,
    Masthead,
    Organ,
    Paragraph,
    ParagraphKind,
    Part,
    Provenance,
    Resolution,
    Sponsor,
)

WORDS = st.text(
    st.sampled_from('aeé ’\u00a0;,.ЖÀ条مر()\n\t"\\1[]_*|#<&\U0001f54a'), min_size=0, max_size=30
)
_DATES = st.none() | st.dates(date(1946, 1, 1), date(2100, 1, 1))
_SCALARS = st.none() | st.booleans() | st.integers(-9, 10**12) | WORDS
_UNKNOWN = st.dictionaries(
    st.sampled_from(("future", "colour", "history")),
    st.recursive(_SCALARS, lambda below: st.lists(below, max_size=3), max_leaves=5),
    max_size=2,
)
EXTRAS = _UNKNOWN.map(lambda found: json.dumps(found, ensure_ascii=False) if found else "")


# A few of each: what varies in them is varied elsewhere, and drawing it takes its time.
_PROVENANCES = (
    Provenance("A/RES/63/195", Part.OPERATIVE, "8 (a)", "en", "2008-12-18"),
    Provenance("S/RES/1373 (2001)", Part.PREAMBLE, "2", "ar", "2001", '{"future": [1, null]}'),
    Provenance("É’\n", Part.ANNEX),
)


@st.composite
def texts(draw: st.DrawFn, notes: tuple[str, ...] = ()) -> Text:
    """A text with spans, and marks to some of the notes or to none."""
    plain = draw(WORDS)
    places = st.integers(0, len(plain))
    spans = draw(st.lists(st.tuples(places, places, st.sampled_from(Style)), max_size=3))
    signs = st.sampled_from((*notes, ""))
    marks = draw(st.lists(st.tuples(places, signs, st.sampled_from(("", "1", "*"))), max_size=2))
    return Text(
        plain,
        tuple(Span(min(a, b), max(a, b), style) for a, b, style in spans),
        tuple(Mark(*mark) for mark in marks),
    )


@st.composite
def paragraphs(draw: st.DrawFn, notes: tuple[str, ...]) -> tuple[Paragraph, ...]:
    """A row of paragraphs in which what follows an annex heading belongs to the annex."""
    row: list[Paragraph] = []
    part = Part.PREAMBLE
    for index in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from(ParagraphKind))
        if kind is ParagraphKind.ANNEX:
            part = Part.ANNEX
        elif part is not Part.ANNEX:
            part = draw(st.sampled_from((Part.PREAMBLE, Part.OPERATIVE)))
        cells = st.lists(st.lists(texts(notes), max_size=2).map(tuple), max_size=2).map(tuple)
        row.append(
            Paragraph(
                id=f"p{index + 1}",
                part=part,
                text=draw(texts(notes)),
                kind=kind,
                level=draw(st.integers(0, DEEPEST_LEVEL)),
                numbered=draw(st.booleans()),
                closing=draw(st.booleans()),
                restarts=draw(st.booleans()),
                alternative=draw(st.integers(0, 3)),
                printed=draw(st.none() | st.sampled_from(("", "1.", "(a)"))),
                cells=draw(cells) if kind is ParagraphKind.TABLE else (),
                provenance=draw(st.sampled_from((None, *_PROVENANCES))),
                extra=draw(EXTRAS),
            )
        )
    return tuple(row)


@st.composite
def mastheads(draw: st.DrawFn, notes: tuple[str, ...]) -> Masthead:
    """A masthead with every field in use now and then."""
    return Masthead(
        symbol=draw(WORDS),
        issued=draw(_DATES),
        distribution=draw(WORDS),
        languages=tuple(draw(st.lists(WORDS, max_size=2))),
        session=draw(WORDS),
        agenda_items=tuple(draw(st.lists(st.builds(AgendaItem, WORDS, WORDS), max_size=2))),
        committee=draw(WORDS),
        adopted=draw(_DATES),
        meeting=draw(WORDS),
        origin=draw(texts(notes)),
        sponsors=tuple(draw(st.lists(st.builds(Sponsor, WORDS, WORDS), max_size=2))),
        printed=tuple(draw(st.lists(WORDS, max_size=2))),
        extra=draw(EXTRAS),
    )


_CONFIDENCES = st.floats(0, 1)
_LINES = st.none() | st.integers(1, 999)


_PAST = (
    Resolution(title=Text("A past text")),
    Resolution("fr", paragraphs=(Paragraph("p1", Part.OPERATIVE, Text("Décide ;")),), serial=1),
)
_BASES = (
    BaseText("A/RES/63/195", _PAST[0], "2008-12-18"),
    BaseText("A/RES/64/1", _PAST[1], "", '{"colour": {}}'),
)


@st.composite
def resolutions(draw: st.DrawFn, language: str | None = None) -> Resolution:
    """A whole document, sound by the model's rules and by no other."""
    notes = tuple(f"n{index + 1}" for index in range(draw(st.integers(0, 3))))
    rows = draw(paragraphs(notes))
    return Resolution(
        language=language or draw(st.sampled_from(("ar", "en", "es", "fr", "ru", "zh"))),
        organ=draw(st.sampled_from(Organ)),
        kind=draw(st.sampled_from(DocumentKind)),
        number=draw(WORDS),
        title=draw(texts(notes)),
        organ_line=draw(texts(notes)),
        masthead=draw(mastheads(notes)),
        paragraphs=rows,
        closing=tuple(draw(st.lists(texts(notes), max_size=2))),
        vote=draw(texts(notes)),
        footnotes=tuple(
            Footnote(
                note,
                draw(texts()),
                draw(st.none() | st.just("1")),
                draw(st.sampled_from(("", "*"))),
                draw(EXTRAS),
            )
            for note in notes
        ),
        guesses=tuple(
            draw(
                st.lists(
                    st.builds(Guess, WORDS, st.none(), WORDS, _CONFIDENCES, _LINES, WORDS),
                    max_size=2,
                )
            )
        ),
        discarded=tuple(draw(st.lists(st.builds(Discarded, WORDS, WORDS, _LINES), max_size=2))),
        serial=draw(st.integers(max(len(rows), len(notes)), 99)),
        base=draw(st.sampled_from((None, *_BASES))),
        extra=draw(EXTRAS),
    )

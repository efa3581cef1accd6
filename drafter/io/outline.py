"""The structure of a resolution as one JSON object: what `outline --json` prints.

The keys are a public contract: they are only ever added to. Positions are code points, ids those of
the document, and every character of an imported source is in here, what was dropped included.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from drafter.core.inline import Style, Text
from drafter.core.language import language
from drafter.core.model import (
    Discarded,
    Footnote,
    Guess,
    Masthead,
    Paragraph,
    ParagraphKind,
    Resolution,
)
from drafter.core.numbering import Numbering, numbering

FORMAT = "drafter.outline"
VERSION = 1

Json = dict[str, Any]


def outline(resolution: Resolution) -> Json:
    """The outline as JSON values, in the order in which they are printed."""
    numbers = numbering(resolution)
    return {
        "format": FORMAT,
        "version": VERSION,
        "language": resolution.language,
        "organ": resolution.organ.value,
        "kind": resolution.kind.value,
        "symbol": resolution.masthead.symbol or None,
        "number": resolution.number or None,
        "title": resolution.title.plain,
        "date": _iso(adopted(resolution)),
        "organ_line": resolution.organ_line.plain,
        "masthead": _masthead(resolution.masthead),
        "paragraphs": [_paragraph(p, numbers) for p in resolution.paragraphs],
        "footnotes": _footnotes(resolution, numbers),
        "closing": [text.plain for text in resolution.closing],
        "vote": resolution.vote.plain or None,
        "marks": list(_marks_elsewhere(resolution, numbers)),
        "guesses": [_guess(guess) for guess in resolution.guesses],
        "discarded": [_discarded(piece) for piece in resolution.discarded],
    }


def opener(paragraph: Paragraph) -> str:
    """The words in italics that a paragraph begins with; "" if it does not."""
    stretches = paragraph.text.stretches(Style.ITALIC)
    if paragraph.kind is not ParagraphKind.PARAGRAPH or not stretches or stretches[0][0] > 0:
        return ""
    return paragraph.text.plain[: stretches[0][1]]


def adopted(resolution: Resolution) -> date | None:
    """The day of adoption: the masthead's, else the one under the text."""
    read_date = language(resolution.language).read_date
    under = (read_date(line.plain.strip()) for line in resolution.closing)
    return resolution.masthead.adopted or next((day for day in under if day), None)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _masthead(masthead: Masthead) -> Json:
    return {
        "issued": _iso(masthead.issued),
        "session": masthead.session or None,
        "agenda_items": [
            {"label": item.label, "title": item.title} for item in masthead.agenda_items
        ],
        "committee": masthead.committee or None,
        "origin": masthead.origin.plain or None,
        "sponsors": [
            {"name": one.name, "on_behalf_of": one.on_behalf_of or None}
            for one in masthead.sponsors
        ],
        "distribution": masthead.distribution or None,
        "languages": list(masthead.languages),
        "organ_name": masthead.organ_name or None,
        "session_dates": masthead.session_dates or None,
        "meeting": masthead.meeting or None,
        "adoption": masthead.adoption or None,
        "submitted_by": masthead.submitted_by or None,
        "lines": list(masthead.printed),
    }


def _paragraph(paragraph: Paragraph, numbers: Numbering) -> Json:
    is_annex = paragraph.kind is ParagraphKind.ANNEX
    marks = _marks(paragraph.text, numbers)
    return {
        "id": paragraph.id,
        "part": paragraph.part.value,
        "annex": numbers.annexes[paragraph.id],
        "kind": ParagraphKind.HEADING.value if is_annex else paragraph.kind.value,
        "level": paragraph.level,
        "label": numbers.labels[paragraph.id],
        "printed": paragraph.printed,
        "role": numbers.roles[paragraph.id].value,
        "opener": opener(paragraph),
        "text": paragraph.text.plain,
        "notes": [mark["note"] for mark in marks],
        "marks": marks,
        "italics": [list(stretch) for stretch in paragraph.text.stretches(Style.ITALIC)],
        "cells": [[cell.plain for cell in row] for row in paragraph.cells],
        "opens_annex": is_annex,
    }


def _marks(text: Text, numbers: Numbering) -> list[Json]:
    """The marks of a text; one whose note is missing shows the number it was printed with."""
    return [
        {
            "note": numbers.notes.get(mark.note, mark.printed),
            "at": mark.at,
            "printed": mark.printed or None,
            "id": mark.note or None,
        }
        for mark in text.marks
    ]


def _marks_elsewhere(resolution: Resolution, numbers: Numbering) -> Iterator[Json]:
    """The marks outside the text of paragraphs: `where` is the way to the text they stand in."""
    places: list[tuple[str, Text]] = [
        ("masthead.origin", resolution.masthead.origin),
        ("title", resolution.title),
        ("organ_line", resolution.organ_line),
        ("vote", resolution.vote),
    ]
    places.extend((f"closing[{n}]", text) for n, text in enumerate(resolution.closing))
    for index, paragraph in enumerate(resolution.paragraphs):
        for row, cells in enumerate(paragraph.cells):
            at = f"paragraphs[{index}].cells[{row}]"
            places.extend((f"{at}[{column}]", cell) for column, cell in enumerate(cells))
    for where, text in places:
        for mark in _marks(text, numbers):
            yield {"where": where, **mark}


def _footnotes(resolution: Resolution, numbers: Numbering) -> list[Json]:
    """The notes in the order of their numbers, those never marked last."""
    notes = {note.id: note for note in resolution.footnotes}
    return [_footnote(notes[note], numbers) for note in numbers.note_order]


def _footnote(note: Footnote, numbers: Numbering) -> Json:
    return {
        "number": numbers.notes[note.id],
        "printed": note.printed,
        "text": note.text.plain,
        "id": note.id,
        "italics": [list(stretch) for stretch in note.text.stretches(Style.ITALIC)],
    }


def _guess(guess: Guess) -> Json:
    return {
        "paragraph": guess.paragraph,
        "what": guess.what,
        "confidence": guess.confidence,
        "detail": guess.detail or None,
        "line": guess.line,
        "source": guess.source or None,
    }


def _discarded(piece: Discarded) -> Json:
    return {"text": piece.text, "why": piece.why, "line": piece.line}

"""What may come in the place of an empty operative paragraph, or at the end: closing lines, annex,
section.
"""

from __future__ import annotations

from dataclasses import replace

from drafter.app.endmarks import with_end_marks
from drafter.app.places import Caret, Field, Place, paragraph_place
from drafter.app.writing import Written
from drafter.core import edits
from drafter.core.inline import NO_TEXT, Text
from drafter.core.language import language
from drafter.core.model import ParagraphKind, Part, Resolution

_FIRST_LINE = Caret(Place(Field.CLOSING, "0"))


def closing_lines(resolution: Resolution, paragraph_id: str) -> Written:
    """With closing lines: those the masthead tells, or an empty one to be typed."""
    rest = edits.delete(resolution, (paragraph_id,))
    if not rest.closing:
        rest = replace(rest, closing=_told(resolution) or (NO_TEXT,))
    return Written(with_end_marks(resolution, rest), _FIRST_LINE)


def annex(resolution: Resolution, paragraph_id: str) -> Written:
    """With the heading of an annex."""
    new = edits.make_annex(resolution, paragraph_id)
    return Written(with_end_marks(resolution, new), Caret(paragraph_place(paragraph_id)))


def annex_at_end(resolution: Resolution) -> Written:
    """With the heading of an annex below everything; an empty last paragraph becomes it."""
    row = resolution.paragraphs
    if not row or row[-1].text or row[-1].kind is not ParagraphKind.PARAGRAPH:
        part = row[-1].part if row else Part.OPERATIVE
        grown = edits.insert(resolution, len(row), part)
    else:
        grown = resolution
    new, caret = annex(grown, grown.paragraphs[-1].id)
    return Written(with_end_marks(resolution, new), caret)


def section(resolution: Resolution, paragraph_id: str) -> Written:
    """With the heading of a section."""
    new = edits.make_heading(resolution, paragraph_id)
    return Written(with_end_marks(resolution, new), Caret(paragraph_place(paragraph_id)))


def _told(resolution: Resolution) -> tuple[Text, ...]:
    facts = resolution.masthead
    if facts.adopted is None or not facts.meeting_number:
        return ()
    words = language(resolution.language)
    lines = words.closing_lines(resolution.organ, facts.meeting_number, facts.adopted)
    return tuple(Text(line) for line in lines)

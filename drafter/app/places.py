"""The places of the page where text can stand, and the text in them, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from drafter.core import edits
from drafter.core.errors import ModelError
from drafter.core.inline import NO_TEXT, Text
from drafter.core.model import Resolution


class Field(StrEnum):
    """Which field of the resolution a place shows."""

    __hash__ = str.__hash__  # Enum's own is slow, and every place of the page is looked up by it

    TITLE = "title"
    ORGAN_LINE = "organ_line"
    PARAGRAPH = "paragraph"
    CLOSING = "closing"
    VOTE = "vote"


class Place(NamedTuple):
    """One block of the page: a paragraph by its id, a closing line by its number, or a field."""

    field: Field
    id: str = ""


class Caret(NamedTuple):
    """A position on the page: `at` slots into a place (see `slots`)."""

    place: Place
    at: int = 0


TITLE = Place(Field.TITLE)
ORGAN_LINE = Place(Field.ORGAN_LINE)
VOTE = Place(Field.VOTE)


def paragraph_place(paragraph_id: str) -> Place:
    """The place of a paragraph."""
    return Place(Field.PARAGRAPH, paragraph_id)


def places(resolution: Resolution) -> Iterator[Place]:
    """All places, from the title down; the vote only if there is one."""
    annexes = resolution.first_annex()
    yield TITLE
    yield ORGAN_LINE
    for paragraph in resolution.paragraphs[:annexes]:
        yield paragraph_place(paragraph.id)
    for index in range(len(resolution.closing)):
        yield Place(Field.CLOSING, str(index))
    if resolution.vote:
        yield VOTE
    for paragraph in resolution.paragraphs[annexes:]:
        yield paragraph_place(paragraph.id)


def text_at(resolution: Resolution, place: Place) -> Text:
    """The text in a place; of a table, the words before its cells.

    Raises:
        ModelError: there is no such place.
    """
    match place.field:
        case Field.TITLE:
            return resolution.title
        case Field.ORGAN_LINE:
            return resolution.organ_line
        case Field.VOTE:
            return resolution.vote
        case Field.CLOSING:
            return resolution.closing[_line(resolution, place)]
        case Field.PARAGRAPH:
            return resolution.paragraph(place.id).text


def with_text(resolution: Resolution, place: Place, text: Text) -> Resolution:
    """With another text in a place; raises as `text_at`."""
    if text_at(resolution, place) == text:
        return resolution
    match place.field:
        case Field.TITLE:
            return replace(resolution, title=text)
        case Field.ORGAN_LINE:
            return replace(resolution, organ_line=text)
        case Field.VOTE:
            return replace(resolution, vote=text)
        case Field.CLOSING:
            at = _line(resolution, place)
            lines = (*resolution.closing[:at], text, *resolution.closing[at + 1 :])
            return replace(resolution, closing=lines)
        case Field.PARAGRAPH:
            return edits.set_text(resolution, place.id, text)


def without(resolution: Resolution, doomed: set[Place]) -> Resolution:
    """Without these paragraphs and closing lines; the other fields are emptied."""
    ids = {place.id for place in doomed if place.field is Field.PARAGRAPH}
    lines = {int(place.id) for place in doomed if place.field is Field.CLOSING}
    emptied = replace(
        resolution,
        title=NO_TEXT if TITLE in doomed else resolution.title,
        organ_line=NO_TEXT if ORGAN_LINE in doomed else resolution.organ_line,
        vote=NO_TEXT if VOTE in doomed else resolution.vote,
        closing=tuple(t for at, t in enumerate(resolution.closing) if at not in lines),
    )
    return edits.delete(emptied, ids)


def _line(resolution: Resolution, place: Place) -> int:
    line = int(place.id)
    if line >= len(resolution.closing):
        raise ModelError(f"There is no closing line {line + 1}.")
    return line

"""What the keys do to the text: pure functions from a resolution and a caret to both.

Positions are slots (see `slots`). An edit that is not possible raises ModelError with a sentence
that the window shows in its bar.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from drafter.app import slots
from drafter.app.places import (
    VOTE,
    Caret,
    Field,
    Place,
    places,
    text_at,
    with_text,
    without,
)
from drafter.core.errors import ModelError
from drafter.core.inline import NO_TEXT, Style, Text, joined
from drafter.core.language import language
from drafter.core.model import Paragraph, ParagraphKind, Part, Resolution
from drafter.core.openers import opener

_OPENED_PARTS = frozenset({Part.PREAMBLE, Part.OPERATIVE})
_OPENER_WITHIN = 240
"""No opener reaches further into a paragraph."""


class Written(NamedTuple):
    """The document after an edit, and where the caret goes."""

    resolution: Resolution
    caret: Caret


# --- within a place -----------------------------------------------------------------------------


def type_text(
    resolution: Resolution, place: Place, start: int, end: int, new: Text | str
) -> Written:
    """With the slots `start` to `end` of a place replaced; openers become italic by themselves."""
    old = text_at(resolution, place)
    if isinstance(new, str):
        piece = slots.in_styles(new, slots.styles_for_typing(old, start, end))
    else:
        piece = new
    text = with_opener(resolution, place, old, slots.spliced(old, start, end, piece))
    return Written(with_text(resolution, place, text), Caret(place, start + slots.width(piece)))


def type_sign(resolution: Resolution, place: Place, at: int, words: str) -> Written:
    """With words typed at a slot; a sign that its language holds to the word before it is held.

    The space typed before such a sign, as before the `;` of French, becomes a no-break space.
    """
    held = language(resolution.language).signs_held
    if words in held and slots.surface(text_at(resolution, place))[:at].endswith(" "):
        return type_text(resolution, place, at - 1, at, f"\N{NO-BREAK SPACE}{words}")
    return type_text(resolution, place, at, at, words)


def with_opener(resolution: Resolution, place: Place, old: Text, new: Text) -> Text:
    """With the opening phrase of a paragraph in italics, and no more than it.

    Italics that somebody set otherwise by hand are left alone.
    """
    if place.field is not Field.PARAGRAPH:
        return new
    if old.plain[:_OPENER_WITHIN] == new.plain[:_OPENER_WITHIN]:
        return new
    paragraph = resolution.paragraph(place.id)
    if not _opens(paragraph):
        return new
    before = _opener(old.plain[:_OPENER_WITHIN], paragraph.part, resolution.language)
    after = _opener(new.plain[:_OPENER_WITHIN], paragraph.part, resolution.language)
    leading = _leading_italics(old)
    if leading != before or (after == before == _leading_italics(new)):
        return new
    bare = new.styled(0, (_leading_italics(new) or (0, 0))[1], Style.ITALIC, on=False)
    return bare if after is None else bare.styled(*after, Style.ITALIC)


@lru_cache(maxsize=16)
def _opener(start: str, part: Part, code: str) -> tuple[int, int] | None:
    """The opener; what was found for one key is what the next one starts from."""
    return opener(start, part, code)


def _opens(paragraph: Paragraph) -> bool:
    return (
        paragraph.kind is ParagraphKind.PARAGRAPH
        and paragraph.level == 0
        and not paragraph.closing
        and paragraph.part in _OPENED_PARTS
    )


def _leading_italics(text: Text) -> tuple[int, int] | None:
    stretches = text.stretches(Style.ITALIC)
    return stretches[0] if stretches and stretches[0][0] == 0 else None


def set_style(
    resolution: Resolution, start: Caret, end: Caret, style: Style, *, on: bool
) -> Resolution:
    """With a style set or taken off between two carets."""
    changed = resolution
    for place, first, last in stretch(resolution, start, end):
        if is_table(resolution, place):
            continue
        text = text_at(resolution, place)
        bounds = slots.plain_position(text, first), slots.plain_position(text, last)
        changed = with_text(changed, place, text.styled(*bounds, style, on=on))
    return changed


def stretch(resolution: Resolution, start: Caret, end: Caret) -> list[tuple[Place, int, int]]:
    """The places between two carets, each with the slots that lie between them."""
    if start.place == end.place:
        return [(start.place, start.at, end.at)]
    row = list(places(resolution))
    first, last = row.index(start.place), row.index(end.place)
    return [
        (
            place,
            start.at if at == first else 0,
            end.at if at == last else end_of(resolution, place),
        )
        for at, place in enumerate(row[first : last + 1], start=first)
    ]


# --- taking out ---------------------------------------------------------------------------------


def remove(resolution: Resolution, start: Caret, end: Caret) -> Written:
    """Without what stands between two carets; the paragraphs at the borders become one.

    That is the first of them, or the second when nothing is left of the first.
    """
    covered = stretch(resolution, start, end)
    doomed = {place for place, _, _ in covered[1:-1]}
    borders = covered if len(covered) == 1 else [covered[0], covered[-1]]
    changed = resolution
    for place, first, last in borders:
        if is_table(resolution, place):
            doomed |= {place} if first < last else set()
        else:
            changed = type_text(changed, place, first, last, NO_TEXT).resolution
    caret = start
    if len(covered) > 1 and _can_join(resolution, start.place, end.place):
        head, tail = text_at(changed, start.place), text_at(changed, end.place)
        if tail and not head:
            doomed.add(start.place)
            caret = Caret(end.place)
        else:
            changed = _with_text_and_opener(changed, start.place, joined((head, tail)))
            doomed.add(end.place)
    if caret.place in doomed:
        caret = _beside(resolution, start.place, end.place, doomed)
    rest = without(changed, doomed)
    return Written(rest, at_home(rest, caret))


def _beside(resolution: Resolution, first: Place, last: Place, doomed: set[Place]) -> Caret:
    """Where the caret goes from a table that is gone: to what is left of the selection, else to a
    paragraph before or after it.
    """
    if last not in doomed:
        return Caret(last)
    row = list(places(resolution))
    before = row[row.index(first) - 1]
    after = row[row.index(last) + 1 :][:1]
    if before.field is not Field.PARAGRAPH and after and after[0].field is Field.PARAGRAPH:
        return Caret(after[0])
    return Caret(before, end_of(resolution, before))


def _with_text_and_opener(resolution: Resolution, place: Place, text: Text) -> Resolution:
    old = text_at(resolution, place)
    return with_text(resolution, place, with_opener(resolution, place, old, text))


def _can_join(resolution: Resolution, first: Place, second: Place) -> bool:
    return all(
        place.field is Field.PARAGRAPH and not is_table(resolution, place)
        for place in (first, second)
    )


def is_table(resolution: Resolution, place: Place) -> bool:
    """Whether a table stands there, which is one slot wide."""
    return (
        place.field is Field.PARAGRAPH
        and resolution.paragraph(place.id).kind is ParagraphKind.TABLE
    )


def end_of(resolution: Resolution, place: Place) -> int:
    """The slot after the last one of a place; a table is one slot wide."""
    return 1 if is_table(resolution, place) else slots.width(text_at(resolution, place))


def at_home(resolution: Resolution, caret: Caret) -> Caret:
    """The caret, or the nearest one that there is in this document."""
    try:
        if caret.place != VOTE or resolution.vote:
            return Caret(caret.place, min(caret.at, end_of(resolution, caret.place)))
    except ModelError:
        pass  # the place is gone
    *_, last = places(resolution)
    return Caret(last, end_of(resolution, last))

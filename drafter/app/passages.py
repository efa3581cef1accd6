"""Passages: what is cut, copied, pasted and dragged, a resolution of its own with loose ends.

An open end is one that was cut through a paragraph: pasted, it grows together with what is there.
A passage brings its notes; paragraphs cut and pasted back keep their ids.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from drafter.app import slots
from drafter.app.endmarks import with_end_marks
from drafter.app.places import (
    ORGAN_LINE,
    TITLE,
    Caret,
    Field,
    Place,
    paragraph_place,
    places,
    text_at,
)
from drafter.app.structure import ground_for_words, is_to_be_written
from drafter.app.writing import Written, end_of, is_table, remove, stretch, type_text
from drafter.core import edits
from drafter.core.inline import NO_TEXT, Mark, Text, joined
from drafter.core.model import Footnote, Paragraph, ParagraphKind, Part, Resolution

_PRINTED_KINDS = frozenset({ParagraphKind.QUOTED, ParagraphKind.PLAIN})
"""The kinds whose label is what was printed, wherever they stand."""

_ID = re.compile(r"p[0-9]{1,9}")

_FIELDS = frozenset(Field) - {Field.PARAGRAPH}
_NOTHING = (NO_TEXT, (), (NO_TEXT,))
"""What a field is that has no words; closing lines that were taken out leave an empty one."""

_ABOUT_WHOLE_TEXTS = frozenset({"organ", "encoding"})
"""Guesses that mean nothing for a passage in another text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a resolution; `starts_open` and `ends_open` say where a paragraph was cut."""

    resolution: Resolution
    starts_open: bool = False
    ends_open: bool = False

    @property
    def is_inline(self) -> bool:
        """Whether it is words only, to be set into a paragraph without making a new one."""
        row = self.resolution.paragraphs
        return len(row) == 1 and row[0].kind is not ParagraphKind.TABLE


def passage(resolution: Resolution, start: Caret, end: Caret) -> Passage:
    """What stands between two carets."""
    pieces = [
        _piece(resolution, place, first, last)
        for place, first, last in stretch(resolution, start, end)
        if first < last or not is_table(resolution, place)
    ]
    marked = {mark.note for piece in pieces for text in piece.texts() for mark in text.marks}
    inside = Resolution(
        language=resolution.language,
        organ=resolution.organ,
        kind=resolution.kind,
        paragraphs=edits.with_annex_part(tuple(pieces)),
        footnotes=tuple(note for note in resolution.footnotes if note.id in marked),
        serial=resolution.serial,
    )
    return Passage(inside, start.at > 0, end.at < end_of(resolution, end.place))


def _piece(resolution: Resolution, place: Place, first: int, last: int) -> Paragraph:
    if is_table(resolution, place):
        return resolution.paragraph(place.id)
    text = slots.section(text_at(resolution, place), first, last)
    if place.field is Field.PARAGRAPH:
        return replace(resolution.paragraph(place.id), text=text)
    identity = f"{place.field}-{place.id}"
    return Paragraph(identity, Part.OPERATIVE, text, ParagraphKind.PLAIN, printed="")


def is_blank(resolution: Resolution) -> bool:
    """Whether nothing has been written yet, so that a whole text can take its place."""
    return not resolution.title and not any(
        text for paragraph in resolution.paragraphs for text in paragraph.texts()
    )


def paste(resolution: Resolution, start: Caret, end: Caret, pasted: Passage) -> Written:
    """With a passage in the place of what stands between two carets.

    A whole text pasted into a draft in which nothing is written becomes the draft; paragraphs take
    the place of the empty ones of their part. Below the text of another one it becomes an annex.
    """
    if is_blank(resolution) and pasted.resolution.title:
        last = list(places(pasted.resolution))[-1]
        return Written(pasted.resolution, Caret(last, end_of(pasted.resolution, last)))
    cleared = remove(resolution, start, end) if start != end else Written(resolution, start)
    caret = cleared.caret
    if _is_for_annex(cleared.resolution, pasted, caret):
        pasted = Passage(_as_annex(_with_its_fields(pasted, Resolution()).resolution))
    else:
        pasted = _with_its_fields(pasted, cleared.resolution)
    ground, row = _taken_up(cleared.resolution, pasted)
    if not row:
        return Written(ground, caret)
    if is_blank(resolution) and not (pasted.starts_open or pasted.ends_open):
        return _pasted_in_blank(ground, row)
    if start == end and (pasted.is_inline or pasted.starts_open):
        ground, caret = ground_for_words(ground, caret, row[0].text.plain)
    if pasted.is_inline and not is_table(ground, caret.place):
        text = row[0].text
        return type_text(ground, caret.place, caret.at, caret.at, text)
    if caret.place.field is Field.PARAGRAPH:
        new = _paragraphs_pasted(ground, caret, row, pasted)
    else:
        new = _pasted_at_field(ground, caret, row, starts_open=pasted.starts_open)
    return Written(with_end_marks(resolution, new.resolution), new.caret)


def left_out(resolution: Resolution, pasted: Passage, caret: Caret) -> tuple[Field, ...]:
    """What of a passage has no room in a document that has its own: title, closing lines."""
    if is_blank(resolution) and pasted.resolution.title:
        return ()
    if _is_for_annex(resolution, pasted, caret):
        return ()
    guest = pasted.resolution
    pairs = (
        (Field.TITLE, guest.title, resolution.title),
        (Field.ORGAN_LINE, guest.organ_line, resolution.organ_line),
        (Field.CLOSING, guest.closing, resolution.closing),
        (Field.VOTE, guest.vote, resolution.vote),
    )
    return tuple(field for field, theirs, ours in pairs if theirs and ours and theirs != ours)


# --- whole texts --------------------------------------------------------------------------------


def _is_for_annex(ground: Resolution, pasted: Passage, caret: Caret) -> bool:
    """Whether it is a whole text pasted below the closing lines of one that has its own title."""
    is_below = caret.place.field in {Field.CLOSING, Field.VOTE}
    whole = _with_its_fields(pasted, Resolution()).resolution
    return is_below and bool(ground.title) and bool(whole.title)


def _with_its_fields(pasted: Passage, ground: Resolution) -> Passage:
    """A passage copied here with its title, organ line, closing lines and vote as such again; of
    which the ground has another one stays a paragraph.
    """
    inside = pasted.resolution
    found: dict[str, Any] = {}
    for paragraph in inside.paragraphs:
        field = _field_of(paragraph)
        if field == Field.CLOSING:
            found[field] = (*found.get(field, ()), paragraph.text)
        elif field:
            found[field] = paragraph.text
    is_whole = not (pasted.starts_open or pasted.ends_open)
    if not is_whole or all(map(_field_of, inside.paragraphs)):
        return pasted
    fitting = {
        field: value
        for field, value in found.items()
        if getattr(ground, field) in (*_NOTHING, value)
    }
    row = tuple(one for one in inside.paragraphs if _field_of(one) not in fitting)
    return replace(pasted, resolution=replace(inside, paragraphs=row, **fitting))


def _field_of(piece: Paragraph) -> str:
    """The field that a piece of a passage was copied from, "" if it is a paragraph."""
    name = piece.id.partition("-")[0]
    is_field = piece.kind is ParagraphKind.PLAIN and name in _FIELDS
    return name if is_field else ""


def _as_annex(whole: Resolution) -> Resolution:
    """The text as an annex: the title its heading, what stood around the paragraphs plain."""
    annexes = whole.first_annex()
    around = Paragraph("around", Part.ANNEX, kind=ParagraphKind.PLAIN, printed="")
    above = (whole.organ_line,) if whole.organ_line else ()
    below = (*whole.closing, whole.vote) if whole.vote else whole.closing
    row = (
        Paragraph("heading", Part.ANNEX, whole.title, ParagraphKind.ANNEX),
        *(replace(around, id=f"above {at}", text=text) for at, text in enumerate(above)),
        *(
            replace(one, part=Part.ANNEX, numbered=one.numbered and one.part is Part.OPERATIVE)
            for one in whole.paragraphs[:annexes]
        ),
        *(replace(around, id=f"below {at}", text=text) for at, text in enumerate(below)),
        *whole.paragraphs[annexes:],
    )
    bare = replace(whole, title=NO_TEXT, organ_line=NO_TEXT, closing=(), vote=NO_TEXT)
    return replace(bare, paragraphs=row)


def move(resolution: Resolution, start: Caret, end: Caret, target: Caret) -> Written:
    """With what stands between two carets moved to a third one, as a drag does."""
    row = {place: at for at, place in enumerate(places(resolution))}
    positions = [(row[caret.place], caret.at) for caret in (start, target, end)]
    if positions == sorted(positions):
        return Written(resolution, target)
    taken = passage(resolution, start, end)
    dragged = _of_the_part(resolution, taken, target)
    cleared = remove(resolution, start, end)
    landing = target
    if target.place == end.place and positions[1] > positions[2]:
        gone = end.place not in set(places(cleared.resolution)) or start.place == end.place
        shift = target.at - end.at
        landing = (
            Caret(cleared.caret.place, cleared.caret.at + shift)
            if gone
            else Caret(end.place, shift)
        )
    pasted = paste(cleared.resolution, landing, landing, dragged)
    if dragged is taken:
        return pasted
    known = set(cleared.resolution.ids)
    fresh = [one.id for one in pasted.resolution.paragraphs if one.id not in known]
    new = with_end_marks(cleared.resolution, pasted.resolution, fresh)
    return Written(new, pasted.caret)


def _of_the_part(resolution: Resolution, dragged: Passage, target: Caret) -> Passage:
    """Paragraphs of one part become such of the part they are dragged into, as in the outline."""
    row = dragged.resolution.paragraphs
    parts = {paragraph.part for paragraph in row}
    if target.place.field is not Field.PARAGRAPH or len(parts) != 1:
        return dragged
    part = resolution.paragraph(target.place.id).part
    if Part.ANNEX in {part, *parts} or parts == {part}:
        return dragged
    moved = tuple(replace(paragraph, part=part) for paragraph in row)
    return replace(dragged, resolution=dragged.resolution.with_paragraphs(moved))


# --- pasting ------------------------------------------------------------------------------------


def adopted(ground: Resolution, guest: Resolution) -> tuple[Resolution, list[Paragraph]]:
    """The ground with the guest's notes, and the guest's paragraphs with ids that are free here."""
    noted, notes = _with_notes(ground, guest)
    return _with_free_ids(noted, guest, notes)


def _taken_up(ground: Resolution, pasted: Passage) -> tuple[Resolution, list[Paragraph]]:
    """As `adopted`, with what an import was not sure of; of a whole text the ground takes the
    fields it lacks as well."""
    guest = pasted.resolution
    noted, notes = _with_notes(ground, guest)
    if not (pasted.starts_open or pasted.ends_open):
        noted = _with_fields(noted, guest, notes)
    taken, row = _with_free_ids(noted, guest, notes)
    ids = {old.id: new.id for old, new in zip(guest.paragraphs, row, strict=True)}
    guesses = tuple(
        replace(guess, paragraph=ids.get(guess.paragraph or ""))
        for guess in guest.guesses
        if guess.what not in _ABOUT_WHOLE_TEXTS
    )
    discarded = (*taken.discarded, *guest.discarded)
    return replace(taken, guesses=(*taken.guesses, *guesses), discarded=discarded), row


def _with_free_ids(
    ground: Resolution, guest: Resolution, notes: dict[str, str]
) -> tuple[Resolution, list[Paragraph]]:
    taken = {paragraph.id for paragraph in ground.paragraphs}
    serial = ground.serial
    row: list[Paragraph] = []
    for paragraph in guest.paragraphs:
        identity = paragraph.id
        if identity in taken or not _was_given_out(identity, ground.serial):
            serial += 1
            identity = f"p{serial}"
        row.append(
            replace(
                paragraph,
                id=identity,
                printed=paragraph.printed if paragraph.kind in _PRINTED_KINDS else None,
                text=_pointed(paragraph.text, notes),
                cells=tuple(tuple(_pointed(c, notes) for c in line) for line in paragraph.cells),
            )
        )
    return replace(ground, serial=serial), row


def _with_notes(ground: Resolution, guest: Resolution) -> tuple[Resolution, dict[str, str]]:
    """With the guest's notes, and the ids they have here by those they had there."""
    known = {note.id: note for note in ground.footnotes}
    serial = ground.serial
    ids: dict[str, str] = {}
    new: list[Footnote] = []
    for note in guest.footnotes:
        if note.id in known and known[note.id].text == note.text:
            ids[note.id] = note.id
            continue
        serial += 1
        ids[note.id] = f"n{serial}"
        new.append(replace(note, id=ids[note.id], printed=None))
    return replace(ground, footnotes=(*ground.footnotes, *new), serial=serial), ids


def _with_fields(ground: Resolution, guest: Resolution, notes: dict[str, str]) -> Resolution:
    """With the guest's title, organ line, closing lines and vote where there were none."""
    return replace(
        ground,
        title=ground.title or _pointed(guest.title, notes),
        organ_line=ground.organ_line or _pointed(guest.organ_line, notes),
        closing=ground.closing
        if any(ground.closing)
        else tuple(_pointed(line, notes) for line in guest.closing),
        vote=ground.vote or _pointed(guest.vote, notes),
    )


def _was_given_out(paragraph_id: str, serial: int) -> bool:
    return _ID.fullmatch(paragraph_id) is not None and int(paragraph_id[1:]) <= serial


def _pointed(text: Text, notes: dict[str, str]) -> Text:
    marks = tuple(
        Mark(mark.at, notes[mark.note]) if mark.note in notes else mark for mark in text.marks
    )
    return replace(text, marks=marks)


def _pasted_in_blank(ground: Resolution, row: list[Paragraph]) -> Written:
    """The passage, and the empty paragraphs of the parts that it has nothing for."""
    filled = {paragraph.part for paragraph in row}
    left = {part: ground.part(part) for part in Part if part not in filled}
    body = [paragraph for paragraph in row if paragraph.part is not Part.ANNEX]
    annexes = row[len(body) :]
    whole = (
        *left.get(Part.PREAMBLE, ()),
        *body,
        *left.get(Part.OPERATIVE, ()),
        *annexes,
        *left.get(Part.ANNEX, ()),
    )
    end = Caret(paragraph_place(row[-1].id), _width(row[-1]))
    return Written(ground.with_paragraphs(whole), end)


def _pasted_at_field(
    ground: Resolution, caret: Caret, row: list[Paragraph], *, starts_open: bool
) -> Written:
    """Paragraphs pasted at the title or a closing line: they go to the text next to it."""
    if starts_open and row[0].kind is not ParagraphKind.TABLE:
        words = row.pop(0).text
        ground, caret = type_text(ground, caret.place, caret.at, caret.at, words)
    if not row:
        return Written(ground, caret)
    is_above = caret.place in {TITLE, ORGAN_LINE}
    index = 0 if is_above else ground.first_annex()
    beside = ground.paragraphs[index - 1 if index else 0 :][:1]
    part = Part.OPERATIVE if not beside or not is_above else beside[0].part
    fresh = tuple(_in_part(paragraph, part) for paragraph in row)
    new_row = (*ground.paragraphs[:index], *fresh, *ground.paragraphs[index:])
    end = Caret(paragraph_place(fresh[-1].id), _width(fresh[-1]))
    return Written(ground.with_paragraphs(edits.with_annex_part(new_row)), end)


def _paragraphs_pasted(
    ground: Resolution, caret: Caret, row: list[Paragraph], pasted: Passage
) -> Written:
    target = ground.paragraph(caret.place.id)
    index = ground.index(target.id)
    ground, before, after = _cut(ground, target, caret.at)
    fresh = [_in_part(paragraph, target.part) for paragraph in row]
    if pasted.starts_open and before and _can_grow(before[0], fresh[0]):
        text = joined((before[0].text, fresh[0].text))
        fresh[0] = replace(before.pop(), text=text)
    if pasted.ends_open and after and len(fresh) > 1 and not _width(fresh[-1]):
        fresh.pop()  # it ended before a paragraph, as it does here
    end = Caret(paragraph_place(fresh[-1].id), _width(fresh[-1]))
    if pasted.ends_open and after and len(fresh) == len(row) and _can_grow(fresh[-1], after[0]):
        fresh[-1] = replace(fresh[-1], text=joined((fresh[-1].text, after.pop().text)))
    after = [replace(paragraph, text=paragraph.text.stripped()) for paragraph in after]
    paragraphs = ground.paragraphs
    below = paragraphs[index + 1 :]
    has_begun = target.part is Part.PREAMBLE and fresh[-1].part is Part.OPERATIVE
    if has_begun and not after and below and is_to_be_written(below[0]):
        below = below[1:]
    new_row = (*paragraphs[:index], *before, *fresh, *after, *below)
    return Written(ground.with_paragraphs(edits.with_annex_part(new_row)), end)


def _cut(
    ground: Resolution, target: Paragraph, at: int
) -> tuple[Resolution, list[Paragraph], list[Paragraph]]:
    """What of a paragraph stands before and after a slot, neither of it when it is empty."""
    if target.kind is ParagraphKind.TABLE:
        return (ground, [target], []) if at else (ground, [], [target])
    head, tail = slots.section(target.text, 0, at), slots.section(target.text, at)
    if not head:
        return ground, [], [target] if tail else []
    if not tail:
        return ground, [target], []
    split = edits.split(ground, target.id, slots.plain_position(target.text, at))
    second = split.paragraph(edits.latest_id(split))
    return (
        replace(ground, serial=split.serial),
        [replace(target, text=head)],
        [replace(second, text=tail)],
    )


def _in_part(paragraph: Paragraph, part: Part) -> Paragraph:
    if paragraph.kind is ParagraphKind.ANNEX or Part.ANNEX not in {paragraph.part, part}:
        return paragraph
    return replace(paragraph, part=part)


def _can_grow(first: Paragraph, second: Paragraph) -> bool:
    return ParagraphKind.TABLE not in {first.kind, second.kind}


def _width(paragraph: Paragraph) -> int:
    return 1 if paragraph.kind is ParagraphKind.TABLE else slots.width(paragraph.text)

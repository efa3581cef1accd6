"""Takes a precedent into the draft: the rest of it, the whole, or at the caret.

Pure functions, as in `writing`. Its notes come along as notes of the draft, and the paragraph
remembers where its wording came from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drafter.app import slots
from drafter.app.endmarks import with_end, with_end_marks
from drafter.app.passages import adopted
from drafter.app.places import Caret, Field, Place, paragraph_place, with_text
from drafter.app.questions import Source
from drafter.app.writing import Written, end_of, is_table, type_text, with_opener
from drafter.core import edits
from drafter.core.continuing import continuation, rest
from drafter.core.errors import ModelError
from drafter.core.inline import NO_TEXT, Text, joined
from drafter.core.language import EndMark, language
from drafter.core.model import DEEPEST_LEVEL, Paragraph, Part, Provenance, Resolution
from drafter.core.numbering import numbering, path


def provenances(
    resolution: Resolution, indexes: Iterable[int], symbol: str, dated: str
) -> tuple[Provenance, ...]:
    """Where the paragraphs at these places of a document stand, for those who take them over."""
    counted = numbering(resolution)
    labels = {
        one.id: counted.labels[one.id] if one.printed is None else one.printed
        for one in resolution.paragraphs
    }

    def told(index: int) -> Provenance:
        paragraph = resolution.paragraphs[index]
        if paragraph.part is Part.PREAMBLE and paragraph.level == 0:
            place = str(counted.preambular[paragraph.id])
        else:
            place = path(resolution, labels, index)
        return Provenance(symbol, paragraph.part, place, resolution.language, dated)

    return tuple(map(told, indexes))


def source_provenance(source: Source) -> Provenance:
    """Where a precedent stands."""
    (own,) = _provenances(source, (source.use.place,))
    return own


def _provenances(source: Source, indexes: Iterable[int]) -> tuple[Provenance, ...]:
    use = source.use
    return provenances(source.resolution, indexes, use.symbol, use.adopted or str(use.year or ""))


def continues(resolution: Resolution, paragraph_id: str, source: Source) -> bool:
    """Whether the precedent goes on after the words of a paragraph."""
    typed = resolution.paragraph(paragraph_id).text.plain
    return continuation(typed, _precedent(source).plain) is not None


def take_rest(resolution: Resolution, paragraph_id: str, source: Source) -> Written:
    """With the paragraph completed; when its words do not begin the precedent, as `take_whole`."""
    paragraph = resolution.paragraph(paragraph_id)
    ground, whole = _adopted(resolution, source)
    found = continuation(paragraph.text.plain, whole.plain)
    if found is None:
        return take_whole(resolution, paragraph_id, source)
    typed = paragraph.text
    if found.end < len(whole.plain.rstrip()):
        typed = with_end(typed, "", language(resolution.language))
    if not typed.marks and whole.plain.startswith(typed.plain):
        head = whole.slice(0, len(typed.plain), marks_at_end=False)
        typed = replace(typed, marks=head.marks)
    added = whole.slice(rest(typed.plain, whole.plain, found.end))
    place = paragraph_place(paragraph_id)
    text = with_opener(resolution, place, paragraph.text, joined((typed, added)))
    return _taken(resolution, ground, place, text, source)


def take_whole(resolution: Resolution, paragraph_id: str, source: Source) -> Written:
    """With the precedent in the place of the paragraph's words."""
    ground, whole = _adopted(resolution, source)
    place = paragraph_place(paragraph_id)
    return _taken(resolution, ground, place, _opened(ground, place, whole), source)


def insert(resolution: Resolution, caret: Caret, source: Source) -> Written:
    """With the precedent at the caret.

    An empty paragraph becomes it; before a paragraph or after a finished one it is a paragraph of
    its own; elsewhere its words stand at the caret.

    Raises:
        ModelError: there is no paragraph at the caret.
    """
    if caret.place.field is not Field.PARAGRAPH or is_table(resolution, caret.place):
        raise ModelError("Put the caret into a paragraph: the precedent goes there.")
    paragraph = resolution.paragraph(caret.place.id)
    if not paragraph.text:
        return take_whole(resolution, paragraph.id, source)
    is_finished = bool(language(resolution.language).ends_with(paragraph.text.plain))
    is_at_end = caret.at == end_of(resolution, caret.place)
    if caret.at > 0 and not (is_at_end and is_finished):
        return _set_in(resolution, caret, source)
    members = edits.family(resolution, paragraph.id)
    index = members.stop if caret.at else members.start
    grown = edits.insert(resolution, index, paragraph.part, level=paragraph.level)
    return take_whole(grown, edits.latest_id(grown), source)


def _set_in(resolution: Resolution, caret: Caret, source: Source) -> Written:
    ground, whole = _adopted(resolution, source)
    paragraph = resolution.paragraph(caret.place.id)
    around = slots.surface(paragraph.text)
    before, after = around[: caret.at], around[caret.at :]
    if before[-1:].isalnum():
        whole = joined((Text(" "), whole))
    if after[:1].isalnum():
        whole = joined((whole, Text(" ")))
    written = type_text(ground, caret.place, caret.at, caret.at, whole)
    if paragraph.provenance is not None and len(whole) < len(paragraph.text):
        return written
    return Written(_told(written.resolution, caret.place, source), written.caret)


def items(source: Source) -> tuple[Paragraph, ...]:
    """What hangs on the precedent: its items, quoted blocks and closing words."""
    row = source.resolution.paragraphs
    return tuple(row[at] for at in _members(source))


def awaits_items(resolution: Resolution, paragraph_id: str) -> bool:
    """Whether a paragraph announces items, of which it has none yet."""
    words = language(resolution.language)
    plain = resolution.paragraph(paragraph_id).text.plain
    is_chapeau = words.ends_with(plain).strip() == words.end_mark(EndMark.CHAPEAU).strip()
    return is_chapeau and len(edits.family(resolution, paragraph_id)) == 1


def take_items(resolution: Resolution, paragraph_id: str, source: Source) -> Written:
    """With the items of the precedent below a paragraph, each of which remembers its place."""
    head = resolution.paragraph(paragraph_id)
    deeper = head.level - source.resolution.paragraphs[source.use.place].level
    guest = replace(source.resolution, paragraphs=items(source))
    marked = {mark.note for one in guest.paragraphs for text in one.texts() for mark in text.marks}
    notes = tuple(note for note in guest.footnotes if note.id in marked)
    ground, row = adopted(resolution, replace(guest, footnotes=notes))
    new = tuple(
        replace(
            one,
            part=head.part,
            level=max(0, min(DEEPEST_LEVEL, one.level + deeper)),
            provenance=stood,
        )
        for one, stood in zip(row, _provenances(source, _members(source)), strict=True)
    )
    index = edits.family(ground, paragraph_id).stop
    grown = edits.insert_paragraphs(ground, index, new, serial=ground.serial)
    marked_off = with_end_marks(resolution, grown, [one.id for one in new])
    place = paragraph_place(new[-1].id if new else paragraph_id)
    return Written(marked_off, Caret(place, end_of(marked_off, place)))


def _members(source: Source) -> range:
    row = source.resolution.paragraphs
    members = edits.family(source.resolution, row[source.use.place].id)
    return range(members.start + 1, members.stop)


def _adopted(resolution: Resolution, source: Source) -> tuple[Resolution, Text]:
    """The draft with the precedent's notes, and the precedent's text with marks to them."""
    text = _precedent(source)
    marked = {mark.note for mark in text.marks}
    notes = tuple(note for note in source.resolution.footnotes if note.id in marked)
    paragraph = source.resolution.paragraphs[source.use.place]
    guest = Resolution(
        paragraphs=edits.with_annex_part((replace(paragraph, text=text, cells=()),)),
        footnotes=notes,
        serial=source.resolution.serial,
    )
    ground, row = adopted(resolution, guest)
    return ground, row[0].text


def _precedent(source: Source) -> Text:
    """The text of the precedent; marks whose note its document does not have are left there."""
    text = source.resolution.paragraphs[source.use.place].text
    return replace(text, marks=tuple(mark for mark in text.marks if mark.note)).stripped()


def _opened(resolution: Resolution, place: Place, text: Text) -> Text:
    """With its opening phrase in italics, whatever the source's were."""
    return with_opener(resolution, place, NO_TEXT, text)


def _taken(
    before: Resolution, ground: Resolution, place: Place, text: Text, source: Source
) -> Written:
    """With the text set, its end mark as it is due here, and the provenance noted."""
    new = _told(with_text(ground, place, text), place, source)
    words = language(new.language)
    is_chapeau = words.ends_with(text.plain).strip() == words.end_mark(EndMark.CHAPEAU).strip()
    new = with_end_marks(before, new, () if is_chapeau else (place.id,))
    return Written(new, Caret(place, end_of(new, place)))


def _told(resolution: Resolution, place: Place, source: Source) -> Resolution:
    paragraph = resolution.paragraph(place.id)
    return resolution.with_paragraph(replace(paragraph, provenance=source_provenance(source)))

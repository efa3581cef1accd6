"""Enter, Backspace at a start, Tab and the moves: edits of the structure at the caret.

Each is one undo step and sets the end marks that it changes (see `endmarks`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple
from unicodedata import east_asian_width

from drafter.app import slots
from drafter.app.endmarks import with_end_marks
from drafter.app.places import (
    ORGAN_LINE,
    Caret,
    Field,
    Place,
    paragraph_place,
    places,
    text_at,
    with_text,
)
from drafter.app.writing import Written, end_of, is_table, type_text, with_opener
from drafter.core import edits
from drafter.core.endings import expected_endings
from drafter.core.errors import ModelError
from drafter.core.inline import NO_TEXT, Text, joined
from drafter.core.language import EndMark, language
from drafter.core.model import DEEPEST_LEVEL, Paragraph, ParagraphKind, Part, Resolution

_ABOVE_THE_TEXT = frozenset({Field.TITLE, Field.ORGAN_LINE})
_IN_ORGAN_LINE = frozenset(",،，")
_OPENING = "([{«“‘„\"'"
_NOTHING_AFTER = frozenset("([{«“‘„-‐‑–/")
"""What a word follows at once."""

# --- Enter --------------------------------------------------------------------------------------


def enter(resolution: Resolution, caret: Caret) -> Written:
    """The next paragraph of the same kind; in the middle of one, the rest of it.

    On an empty item it goes up a level; on an empty preambular paragraph the operative part begins.

    Raises:
        ModelError: on an empty operative paragraph, where something else has to be chosen.
    """
    if caret.place.field in _ABOVE_THE_TEXT:
        return _into_the_text(resolution)
    if caret.place.field is Field.CLOSING:
        return _closing_line_split(resolution, caret)
    if caret.place.field is not Field.PARAGRAPH:
        raise ModelError("The vote is one line: nothing follows it.")
    paragraph = resolution.paragraph(caret.place.id)
    if paragraph.kind is ParagraphKind.TABLE:
        return _beside_table(resolution, paragraph, after=caret.at > 0)
    if not paragraph.text:
        return _up_from_empty(resolution, paragraph)
    if caret.at == 0:
        new = _inserted_like(resolution, paragraph, resolution.index(paragraph.id))
        return Written(with_end_marks(resolution, new), caret)
    return _split(resolution, paragraph, caret.at)


def ground_for_words(resolution: Resolution, caret: Caret, words: str) -> Written:
    """Where words typed or pasted at a caret go: on the organ's own line they begin the text.

    That line is the program's to write. A comma may be set in it, and a selection in it replaced.
    """
    is_drawn = caret.place == ORGAN_LINE and _has_organs_own_line(resolution)
    if not is_drawn or words[:1] in _IN_ORGAN_LINE:
        return Written(resolution, caret)
    return _into_the_text(resolution)


def _has_organs_own_line(resolution: Resolution) -> bool:
    organ = language(resolution.language).read_organ_line(resolution.organ_line.plain)
    return organ is not None and organ is resolution.organ


def _into_the_text(resolution: Resolution) -> Written:
    row = resolution.paragraphs
    if row and not row[0].text and row[0].kind is ParagraphKind.PARAGRAPH:
        return Written(resolution, Caret(paragraph_place(row[0].id)))
    part = row[0].part if row and row[0].part is not Part.ANNEX else Part.PREAMBLE
    new = edits.insert(resolution, 0, part)
    return Written(new, Caret(paragraph_place(edits.latest_id(new))))


def _closing_line_split(resolution: Resolution, caret: Caret) -> Written:
    at = int(caret.place.id)
    text = resolution.closing[at]
    halves = slots.section(text, 0, caret.at), slots.section(text, caret.at)
    lines = (*resolution.closing[:at], *halves, *resolution.closing[at + 1 :])
    return Written(replace(resolution, closing=lines), Caret(Place(Field.CLOSING, str(at + 1))))


def _beside_table(resolution: Resolution, table: Paragraph, *, after: bool) -> Written:
    index = resolution.index(table.id) + after
    new = edits.insert(resolution, index, table.part)
    return Written(new, Caret(paragraph_place(edits.latest_id(new))))


def _up_from_empty(resolution: Resolution, paragraph: Paragraph) -> Written:
    caret = Caret(paragraph_place(paragraph.id))
    if paragraph.kind in {ParagraphKind.QUOTED, ParagraphKind.PLAIN}:
        plain = replace(paragraph, kind=ParagraphKind.PARAGRAPH, printed=None)
        return Written(resolution.with_paragraph(plain), caret)
    if paragraph.kind is not ParagraphKind.PARAGRAPH:
        raise ModelError("An empty heading: type its words, or turn it into a paragraph.")
    if paragraph.level > 0:
        new = edits.outdent(resolution, (paragraph.id,))
    elif paragraph.closing:
        new = resolution.with_paragraph(replace(paragraph, closing=False))
    elif paragraph.part is Part.PREAMBLE:
        after = resolution.paragraphs[resolution.index(paragraph.id) + 1 :][:1]
        if after and is_to_be_written(after[0]):
            new = edits.delete(resolution, (paragraph.id,))
            return Written(new, Caret(paragraph_place(after[0].id)))
        new = edits.set_part(resolution, (paragraph.id,), Part.OPERATIVE)
    else:
        raise ModelError("This paragraph is empty: type its words, or choose what comes here.")
    return Written(with_end_marks(resolution, new), caret)


def is_to_be_written(paragraph: Paragraph) -> bool:
    """Whether it is the empty operative paragraph with which a new draft begins."""
    is_first = paragraph.kind is ParagraphKind.PARAGRAPH and paragraph.level == 0
    return is_first and paragraph.part is Part.OPERATIVE and not paragraph.text


def _inserted_like(resolution: Resolution, model: Paragraph, index: int) -> Resolution:
    """With an empty paragraph of the kind and level of `model` at `index`."""
    if model.kind in {ParagraphKind.HEADING, ParagraphKind.ANNEX}:
        part = model.part if model.kind is ParagraphKind.HEADING else Part.OPERATIVE
        part = _part_before(resolution, index, part)
        return edits.insert(resolution, index, part)
    empty = replace(
        model,
        id=f"p{resolution.serial + 1}",
        text=NO_TEXT,
        closing=False,
        restarts=False,
        alternative=0,
        printed=None,
        provenance=None,
        extra="",
    )
    serial = resolution.serial + 1
    return edits.insert_paragraphs(resolution, index, (empty,), serial=serial)


def _part_before(resolution: Resolution, index: int, fallback: Part) -> Part:
    return resolution.paragraphs[index - 1].part if index > 0 else fallback


def _split(resolution: Resolution, paragraph: Paragraph, at: int) -> Written:
    head = slots.section(paragraph.text, 0, at)
    tail = slots.section(paragraph.text, at).stripped()
    if tail:
        head = head.stripped()
    if not tail and _starts_items(resolution, paragraph):
        new = _first_item(resolution, paragraph)
    else:
        new = edits.split(resolution, paragraph.id, slots.plain_position(paragraph.text, at))
    second = paragraph_place(f"p{resolution.serial + 1}")
    if tail or paragraph.kind is not ParagraphKind.PARAGRAPH:
        new = with_text(new, paragraph_place(paragraph.id), head)
    new = with_text(new, second, with_opener(new, second, NO_TEXT, tail))
    marked = with_end_marks(resolution, new, () if tail else (paragraph.id,))
    return Written(marked, Caret(second))


def typed_lines(resolution: Resolution, caret: Caret, lines: Sequence[str]) -> Written:
    """With lines typed at the caret, each break between them a new paragraph of the same kind."""
    written = Written(resolution, caret)
    for number, line in enumerate(lines):
        if number:
            written = _broken(*written)
        place, at = written.caret
        written = type_text(written.resolution, place, at, at, line)
    return written


def _broken(resolution: Resolution, caret: Caret) -> Written:
    if caret.place.field is not Field.PARAGRAPH or is_table(resolution, caret.place):
        return type_text(resolution, caret.place, caret.at, caret.at, " ")
    text = resolution.paragraph(caret.place.id).text
    new = edits.split(resolution, caret.place.id, slots.plain_position(text, caret.at))
    second = paragraph_place(edits.latest_id(new))
    new = with_text(new, caret.place, slots.section(text, 0, caret.at))
    return Written(with_text(new, second, slots.section(text, caret.at)), Caret(second))


def _starts_items(resolution: Resolution, paragraph: Paragraph) -> bool:
    """Whether what follows the end of a paragraph is its first item."""
    if paragraph.kind is not ParagraphKind.PARAGRAPH or paragraph.closing:
        return False
    if paragraph.level == DEEPEST_LEVEL:
        return False
    if expected_endings(resolution).get(paragraph.id) is EndMark.CHAPEAU:
        return True
    words = language(resolution.language)
    chapeau = words.end_mark(EndMark.CHAPEAU).strip()
    return words.ends_with(paragraph.text.plain).strip() == chapeau


def _first_item(resolution: Resolution, chapeau: Paragraph) -> Resolution:
    index = resolution.index(chapeau.id) + 1
    return edits.insert(resolution, index, chapeau.part, level=chapeau.level + 1)


# --- joining ------------------------------------------------------------------------------------


class Cut(NamedTuple):
    """A paragraph that Enter cut in two: the halves as they stand since, and the whole before.

    The halves have no white space where they were cut, and may have got end marks; as long as they
    stand so, joining them gives the whole back.
    """

    places: tuple[Place, Place]
    halves: tuple[Text, Text]
    whole: Paragraph
    at: int


def cut(old: Resolution, new: Resolution, caret: Caret) -> Cut | None:
    """What Enter at a caret did to a paragraph, None if it did not cut one in two."""
    if caret.place.field is not Field.PARAGRAPH or len(new.ids) <= len(old.ids):
        return None
    both = caret.place, paragraph_place(edits.latest_id(new))
    halves = text_at(new, both[0]), text_at(new, both[1])
    return Cut(both, halves, old.paragraph(caret.place.id), caret.at) if all(halves) else None


def join_backward(resolution: Resolution, caret: Caret, last_cut: Cut | None = None) -> Written:
    """With the place joined to the one before it, as Backspace at its start does; the caret stays
    before the same word.

    Raises:
        ModelError: the two cannot become one.
    """
    row = list(places(resolution))
    at = row.index(caret.place)
    if at == 0:
        raise ModelError("This is the start of the text.")
    new, seam = join(resolution, row[at - 1], caret.place, last_cut)
    is_spaced = slots.surface(text_at(new, seam.place))[seam.at : seam.at + 1].isspace()
    return Written(new, seam._replace(at=seam.at + is_spaced))


def join_forward(resolution: Resolution, caret: Caret, last_cut: Cut | None = None) -> Written:
    """With the next place joined to this one, as Delete at its end does; raises likewise."""
    row = list(places(resolution))
    at = row.index(caret.place)
    if at + 1 == len(row):
        raise ModelError("This is the end of the text.")
    return join(resolution, caret.place, row[at + 1], last_cut)


def join(
    resolution: Resolution, first: Place, second: Place, last_cut: Cut | None = None
) -> Written:
    """With two places that stand one after the other made into one; the caret is at the seam.

    Words that would run together get a space between them.
    """
    if first.field is Field.CLOSING and second.field is Field.CLOSING:
        return _closing_lines_joined(resolution, first, second)
    seam = Caret(first, end_of(resolution, first))
    if is_empty_paragraph(resolution, second):
        new = edits.delete(resolution, (second.id,))
        return Written(with_end_marks(resolution, new), seam)
    if is_empty_paragraph(resolution, first):
        new = edits.delete(resolution, (first.id,))
        return Written(with_end_marks(resolution, new), Caret(second))
    if not first.field is second.field is Field.PARAGRAPH:
        raise ModelError("What stands above cannot be joined with what stands below.")
    if is_table(resolution, first) or is_table(resolution, second):
        raise ModelError("A table cannot be joined to a paragraph.")
    texts = text_at(resolution, first), text_at(resolution, second)
    new = edits.delete(resolution, (second.id,))
    if last_cut is not None and (last_cut.places, last_cut.halves) == ((first, second), texts):
        text, provenance = last_cut.whole.text, last_cut.whole.provenance
        whole = replace(new.paragraph(first.id), text=text, provenance=provenance)
        return Written(new.with_paragraph(whole), Caret(first, last_cut.at))
    space = Text(" " if _would_run_together(texts[0].plain, texts[1].plain) else "")
    text = with_opener(new, first, texts[0], joined((texts[0], space, texts[1])))
    return Written(with_end_marks(resolution, with_text(new, first, text)), seam)


def _would_run_together(first: str, second: str) -> bool:
    """Whether a space belongs between two texts; not in Chinese, nor at a hyphen or a bracket."""
    before, after = first[-1:], second[:1]
    if not before or not after or before in _NOTHING_AFTER or _is_wide(before):
        return False
    return (after.isalnum() or after in _OPENING) and not _is_wide(after) and not before.isspace()


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in {"W", "F"}


def is_empty_paragraph(resolution: Resolution, place: Place) -> bool:
    """Whether a paragraph without a word stands there."""
    if place.field is not Field.PARAGRAPH or is_table(resolution, place):
        return False
    return not resolution.paragraph(place.id).text


def _closing_lines_joined(resolution: Resolution, first: Place, second: Place) -> Written:
    at = int(first.id)
    seam = Caret(first, end_of(resolution, first))
    line = joined((resolution.closing[at], resolution.closing[int(second.id)]))
    lines = (*resolution.closing[:at], line, *resolution.closing[at + 2 :])
    return Written(replace(resolution, closing=lines), seam)


# --- levels, order, parts -----------------------------------------------------------------------

Edit = Callable[[Resolution, Sequence[str]], Resolution]


def _marked(edit: Edit) -> Edit:
    def edited(resolution: Resolution, ids: Sequence[str]) -> Resolution:
        return with_end_marks(resolution, edit(resolution, heads(resolution, ids)))

    return edited


def heads(resolution: Resolution, ids: Iterable[str]) -> list[str]:
    """Those of the paragraphs that do not hang on another of them, in order."""
    wanted = set(ids)
    row = [paragraph.id for paragraph in resolution.paragraphs if paragraph.id in wanted]
    covered: set[str] = set()
    kept: list[str] = []
    for one in row:
        if one not in covered:
            kept.append(one)
            covered.update(resolution.paragraphs[at].id for at in edits.family(resolution, one))
    if not kept:
        raise ModelError("The caret is not in a paragraph.")
    return kept


def _moved_up(resolution: Resolution, ids: Sequence[str]) -> Resolution:
    for one in ids:
        moved = edits.move_up(resolution, one)
        if moved is resolution:
            raise ModelError("There is nothing above on this level to move past.")
        resolution = moved
    return resolution


def _moved_down(resolution: Resolution, ids: Sequence[str]) -> Resolution:
    for one in reversed(ids):
        moved = edits.move_down(resolution, one)
        if moved is resolution:
            raise ModelError("There is nothing below on this level to move past.")
        resolution = moved
    return resolution


def _made_headings(resolution: Resolution, ids: Sequence[str]) -> Resolution:
    for one in ids:
        resolution = edits.make_heading(resolution, one)
    return resolution


indent: Edit = _marked(edits.indent)
outdent: Edit = _marked(edits.outdent)
move_up: Edit = _marked(_moved_up)
move_down: Edit = _marked(_moved_down)
make_headings: Edit = _marked(_made_headings)
make_preambular: Edit = _marked(lambda r, ids: edits.set_part(r, ids, Part.PREAMBLE))
make_operative: Edit = _marked(lambda r, ids: edits.set_part(r, ids, Part.OPERATIVE))
delete: Edit = _marked(edits.delete)

"""Edits: pure functions from a resolution to a resolution.

An edit that changes nothing returns the very same object, so that callers can compare by identity.
New paragraphs and notes take the next free number of `serial`; the one an edit made last is
`latest_id`. The edits of footnotes are in `note_edits`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from drafter.core.errors import ModelError
from drafter.core.inline import Text, joined
from drafter.core.model import (
    DEEPEST_LEVEL,
    Guess,
    Ignored,
    Paragraph,
    ParagraphKind,
    Part,
    Resolution,
)

# --- text ---------------------------------------------------------------------------------------


def set_text(resolution: Resolution, paragraph_id: str, text: Text) -> Resolution:
    """With another text in a paragraph; an emptied one no longer comes from anywhere."""
    paragraph = resolution.paragraph(paragraph_id)
    if paragraph.text == text:
        return resolution
    return resolution.with_paragraph(_with_text(paragraph, text))


def _with_text(paragraph: Paragraph, text: Text) -> Paragraph:
    return replace(paragraph, text=text, provenance=paragraph.provenance if text else None)


def replace_text(
    resolution: Resolution, paragraph_id: str, start: int, end: int, new: Text | str
) -> Resolution:
    """With the code points `start` to `end` of a paragraph replaced."""
    paragraph = resolution.paragraph(paragraph_id)
    return set_text(resolution, paragraph_id, paragraph.text.replaced(start, end, new))


def set_cell(
    resolution: Resolution, paragraph_id: str, row: int, column: int, text: Text
) -> Resolution:
    """With another text in one cell of a table.

    Raises:
        ModelError: the table has no such cell.
    """
    table = resolution.paragraph(paragraph_id)
    try:
        old = table.cells[row][column]
    except IndexError:
        raise ModelError(f"The table has no cell in row {row + 1}, column {column + 1}.") from None
    if old == text:
        return resolution
    cells = [list(line) for line in table.cells]
    cells[row][column] = text
    return resolution.with_paragraph(replace(table, cells=tuple(tuple(line) for line in cells)))


def map_texts(resolution: Resolution, change: Callable[[Text], Text]) -> Resolution:
    """With `change` applied to every text that may carry marks."""
    return replace(
        resolution,
        masthead=replace(resolution.masthead, origin=change(resolution.masthead.origin)),
        title=change(resolution.title),
        organ_line=change(resolution.organ_line),
        closing=tuple(change(line) for line in resolution.closing),
        vote=change(resolution.vote),
        paragraphs=tuple(_mapped(paragraph, change) for paragraph in resolution.paragraphs),
    )


def _mapped(paragraph: Paragraph, change: Callable[[Text], Text]) -> Paragraph:
    text = change(paragraph.text)
    cells = tuple(tuple(change(cell) for cell in row) for row in paragraph.cells)
    if text == paragraph.text and cells == paragraph.cells:
        return paragraph
    return replace(paragraph, text=text, cells=cells)


# --- structure ----------------------------------------------------------------------------------


def latest_id(resolution: Resolution, prefix: str = "p") -> str:
    """The id that the last edit gave out."""
    return f"{prefix}{resolution.serial}"


def family(resolution: Resolution, paragraph_id: str) -> range:
    """The indices of a paragraph and all that hangs on it: items, quoted blocks, closing words."""
    start = resolution.index(paragraph_id)
    head = resolution.paragraphs[start]
    end = start + 1
    if head.kind is ParagraphKind.PARAGRAPH and not head.closing:
        while end < len(resolution.paragraphs) and _hangs_on(resolution.paragraphs[end], head):
            end += 1
    return range(start, end)


def _hangs_on(paragraph: Paragraph, head: Paragraph) -> bool:
    if paragraph.part is not head.part:
        return False
    if paragraph.kind is ParagraphKind.QUOTED:
        return True
    if paragraph.kind not in {ParagraphKind.PARAGRAPH, ParagraphKind.TABLE}:
        return False
    return paragraph.level > head.level or (paragraph.closing and paragraph.level == head.level)


def insert(
    resolution: Resolution,
    index: int,
    part: Part,
    text: Text | str = "",
    *,
    kind: ParagraphKind = ParagraphKind.PARAGRAPH,
    level: int = 0,
) -> Resolution:
    """With a new paragraph at `index` of the row; headings come unnumbered."""
    paragraph = Paragraph(
        id=f"p{resolution.serial + 1}",
        part=part,
        text=Text(text) if isinstance(text, str) else text,
        kind=kind,
        level=level,
        numbered=kind is not ParagraphKind.HEADING,
    )
    return insert_paragraphs(resolution, index, (paragraph,), serial=resolution.serial + 1)


def insert_paragraphs(
    resolution: Resolution, index: int, paragraphs: Iterable[Paragraph], *, serial: int
) -> Resolution:
    """With ready-made paragraphs at `index`; `serial` is the highest number in their ids."""
    row = resolution.paragraphs
    return replace(
        resolution,
        paragraphs=(*row[:index], *paragraphs, *row[index:]),
        serial=max(resolution.serial, serial),
    )


def delete(resolution: Resolution, paragraph_ids: Iterable[str]) -> Resolution:
    """Without these paragraphs; their notes stay, so that nothing is lost by it.

    What hung on a deleted annex heading goes to the annex before it, or to the operative part.
    """
    doomed = set(paragraph_ids)
    if not doomed:
        return resolution
    for one in doomed:
        resolution.index(one)
    kept = tuple(p for p in resolution.paragraphs if p.id not in doomed)
    return resolution.with_paragraphs(with_annex_part(kept))


def with_annex_part(row: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The row with the part of each paragraph put right for the annex headings that it has."""
    fixed: list[Paragraph] = []
    inside = False
    for paragraph in row:
        inside = inside or paragraph.kind is ParagraphKind.ANNEX
        if inside and paragraph.part is not Part.ANNEX:
            fixed.append(replace(paragraph, part=Part.ANNEX))
        elif not inside and paragraph.part is Part.ANNEX:
            fixed.append(replace(paragraph, part=Part.OPERATIVE))
        else:
            fixed.append(paragraph)
    return tuple(fixed)


def split(resolution: Resolution, paragraph_id: str, at: int) -> Resolution:
    """With a paragraph cut in two before the code point `at`; the second is of the same kind and
    new.

    Closing words and headings are followed by an ordinary paragraph.

    Raises:
        ModelError: it is a table.
    """
    index = resolution.index(paragraph_id)
    paragraph = resolution.paragraphs[index]
    if paragraph.kind is ParagraphKind.TABLE:
        raise ModelError("A table cannot be cut in two; edit its cells.")
    before, after = paragraph.text.split(at)
    special = paragraph.closing or paragraph.kind in {ParagraphKind.HEADING, ParagraphKind.ANNEX}
    second = replace(
        paragraph,
        id=f"p{resolution.serial + 1}",
        text=after,
        kind=ParagraphKind.PARAGRAPH if special else paragraph.kind,
        level=0 if special else paragraph.level,
        numbered=True if special else paragraph.numbered,
        closing=False,
        restarts=False,
        alternative=0,
        printed=None,
        cells=(),
        provenance=paragraph.provenance if after else None,
        extra="",
    )
    row = resolution.paragraphs
    return replace(
        resolution,
        paragraphs=(*row[:index], _with_text(paragraph, before), second, *row[index + 1 :]),
        serial=resolution.serial + 1,
    )


def join(resolution: Resolution, paragraph_id: str) -> Resolution:
    """With a paragraph joined to the end of the one before it, which keeps its id and kind.

    Raises:
        ModelError: there is nothing before it, or one of the two is a table.
    """
    index = resolution.index(paragraph_id)
    if index == 0:
        raise ModelError("There is no paragraph before the first one to join it to.")
    first, second = resolution.paragraphs[index - 1 : index + 1]
    if ParagraphKind.TABLE in {first.kind, second.kind}:
        raise ModelError("A table cannot be joined to a paragraph.")
    whole = replace(
        first,
        text=joined((first.text, second.text)),
        provenance=first.provenance if first.text else second.provenance,
    )
    row = (*resolution.paragraphs[: index - 1], whole, *resolution.paragraphs[index + 1 :])
    return resolution.with_paragraphs(with_annex_part(row))


def move(
    resolution: Resolution, paragraph_id: str, index: int, part: Part | None = None
) -> Resolution:
    """With a paragraph and all that hangs on it moved to stand before what is now at `index`.

    It takes the given part, or that of the paragraph now at `index` (at the end: of the last one).
    """
    block = family(resolution, paragraph_id)
    if block.start <= index <= block.stop and part is None:
        return resolution
    row = resolution.paragraphs
    new_part = part or row[min(index, len(row) - 1)].part
    moved = tuple(_in_part(p, new_part) for p in row[block.start : block.stop])
    before = tuple(p for at, p in enumerate(row[:index]) if at not in block)
    after = tuple(p for at, p in enumerate(row[index:], start=index) if at not in block)
    new_row = with_annex_part((*before, *moved, *after))
    return resolution if new_row == row else resolution.with_paragraphs(new_row)


def _in_part(paragraph: Paragraph, part: Part) -> Paragraph:
    if paragraph.part is part or paragraph.kind is ParagraphKind.ANNEX:
        return paragraph
    return replace(paragraph, part=part)


def move_up(resolution: Resolution, paragraph_id: str) -> Resolution:
    """With a paragraph moved above its elder sibling, with all that hangs on either."""
    start = resolution.index(paragraph_id)
    paragraph = resolution.paragraphs[start]
    for index in range(start - 1, -1, -1):
        other = resolution.paragraphs[index]
        if other.closing or (other.level > paragraph.level and _is_text(other)):
            continue
        if other.level == paragraph.level or not _is_text(other):
            return move(resolution, paragraph_id, index)
        return resolution
    return resolution


def move_down(resolution: Resolution, paragraph_id: str) -> Resolution:
    """With a paragraph moved below its younger sibling, with all that hangs on either."""
    block = family(resolution, paragraph_id)
    if block.stop >= len(resolution.paragraphs):
        return resolution
    paragraph = resolution.paragraphs[block.start]
    following = resolution.paragraphs[block.stop]
    if _is_text(following) and following.level < paragraph.level:
        return resolution
    beyond = family(resolution, following.id)
    return move(resolution, paragraph_id, beyond.stop, following.part)


def _is_text(paragraph: Paragraph) -> bool:
    return paragraph.kind is ParagraphKind.PARAGRAPH


def indent(resolution: Resolution, paragraph_ids: Iterable[str]) -> Resolution:
    """With these paragraphs, and what hangs on them, one level deeper.

    Raises:
        ModelError: one of them would be deeper than the deepest level, or there is none before it
        to hang on.
    """
    ids = _with_families(resolution, paragraph_ids)
    first = resolution.paragraphs[min(resolution.index(one) for one in ids)]
    before = resolution.index(first.id) - 1
    parent = resolution.paragraphs[before] if before >= 0 else None
    if first.kind is ParagraphKind.PARAGRAPH and (
        parent is None
        or parent.part is not first.part
        or parent.kind not in {ParagraphKind.PARAGRAPH, ParagraphKind.TABLE, ParagraphKind.QUOTED}
        or parent.level < first.level
    ):
        raise ModelError("There is no paragraph above for this one to hang on.")
    return _each(resolution, ids, lambda p: replace(p, level=_checked(p.level + 1), printed=None))


def outdent(resolution: Resolution, paragraph_ids: Iterable[str]) -> Resolution:
    """With these paragraphs, and what hangs on them, one level up.

    Raises:
        ModelError: one of them is a full paragraph already.
    """
    ids = _with_families(resolution, paragraph_ids)
    return _each(resolution, ids, lambda p: replace(p, level=_checked(p.level - 1), printed=None))


def _checked(level: int) -> int:
    if level < 0:
        raise ModelError("This is a full paragraph already: it cannot go up a level.")
    if level > DEEPEST_LEVEL:
        raise ModelError(f"Items go down to {DEEPEST_LEVEL} levels: this one is as deep as can be.")
    return level


def _with_families(resolution: Resolution, paragraph_ids: Iterable[str]) -> set[str]:
    ids: set[str] = set()
    for one in paragraph_ids:
        ids.update(resolution.paragraphs[at].id for at in family(resolution, one))
    if not ids:
        raise ModelError("No paragraph was chosen.")
    return ids


def _each(
    resolution: Resolution, ids: set[str], change: Callable[[Paragraph], Paragraph]
) -> Resolution:
    row = tuple(change(p) if p.id in ids else p for p in resolution.paragraphs)
    return resolution.with_paragraphs(row)


def set_part(resolution: Resolution, paragraph_ids: Iterable[str], part: Part) -> Resolution:
    """With these paragraphs, and what hangs on them, made preambular or operative where they stand.

    A heading becomes a paragraph; one that now stands above the operative part belongs to it.

    Raises:
        ModelError: one of them belongs to an annex, which is left by moving it.
    """
    ids = _with_families(resolution, paragraph_ids)
    for one in ids:
        if Part.ANNEX in {resolution.paragraph(one).part, part}:
            raise ModelError("What belongs to an annex changes its part by being moved.")

    def changed(paragraph: Paragraph) -> Paragraph:
        if paragraph.kind is ParagraphKind.HEADING:
            return replace(
                paragraph,
                part=part,
                kind=ParagraphKind.PARAGRAPH,
                level=0,
                numbered=True,
                restarts=False,
                printed=None,
            )
        if paragraph.part is part:
            return paragraph
        return replace(paragraph, part=part, printed=None)

    turned = _each(resolution, ids, changed)
    return turned.with_paragraphs(_with_headings_below(turned.paragraphs))


def _with_headings_below(row: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The row with headings between preamble and operative part in the second, which they head."""
    at = next((n for n, one in enumerate(row) if one.part is not Part.PREAMBLE), len(row))
    first = at
    while first and row[first - 1].kind is ParagraphKind.HEADING:
        first -= 1
    if first == at or at == len(row) or row[at].part is not Part.OPERATIVE:
        return row
    heads = tuple(_in_part(one, Part.OPERATIVE) for one in row[first:at])
    return (*row[:first], *heads, *row[at:])


def make_heading(
    resolution: Resolution, paragraph_id: str, *, numbered: bool = False
) -> Resolution:
    """With a paragraph turned into a section heading; what hung on it stays where it is.

    Between preamble and operative part it heads the second and belongs to it.
    What hung on an annex heading goes where `delete` would leave it.
    """
    at = resolution.index(paragraph_id)
    row = resolution.paragraphs
    heading = replace(
        row[at],
        kind=ParagraphKind.HEADING,
        level=0,
        numbered=numbered,
        closing=False,
        alternative=0,
        printed=None,
    )
    changed = with_annex_part((*row[:at], heading, *row[at + 1 :]))
    return resolution.with_paragraphs(_with_headings_below(changed))


def make_annex(resolution: Resolution, paragraph_id: str) -> Resolution:
    """With a paragraph turned into the heading of an annex; all below it belongs to the annex."""
    paragraph = resolution.paragraph(paragraph_id)
    heading = replace(
        paragraph,
        kind=ParagraphKind.ANNEX,
        part=Part.ANNEX,
        level=0,
        numbered=True,
        closing=False,
        alternative=0,
        printed=None,
    )
    at = resolution.index(paragraph_id)
    row = (*resolution.paragraphs[:at], heading, *resolution.paragraphs[at + 1 :])
    return resolution.with_paragraphs(with_annex_part(row))


def accept_labels(resolution: Resolution, paragraph_ids: Iterable[str] | None = None) -> Resolution:
    """With the computed labels accepted in place of the printed ones, everywhere or in these
    paragraphs.
    """
    ids = {p.id for p in resolution.paragraphs} if paragraph_ids is None else set(paragraph_ids)
    countable = {
        p.id
        for p in resolution.paragraphs
        if p.id in ids and p.kind not in {ParagraphKind.QUOTED, ParagraphKind.PLAIN}
    }
    return _each(resolution, countable, lambda p: replace(p, printed=None))


# --- findings and guesses -------------------------------------------------------------------------


def ignore(resolution: Resolution, rule: str, place: str) -> Resolution:
    """With the findings of a rule at a place ignored from now on."""
    ignored = Ignored(rule, place)
    if ignored in resolution.ignored:
        return resolution
    return replace(resolution, ignored=(*resolution.ignored, ignored))


def confirm_guess(resolution: Resolution, guess: Guess) -> Resolution:
    """Without a guess that somebody has looked at."""
    kept = tuple(one for one in resolution.guesses if one != guess)
    return resolution if kept == resolution.guesses else replace(resolution, guesses=kept)

"""The end marks that are due, less those where official texts go their own way.

Titles among items have no mark at all, a section may end like any paragraph, and words that lead to
a heading, a table or an unnumbered text end with a colon.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from drafter.check.labels import is_counted, item_rows
from drafter.core.endings import expected_endings
from drafter.core.inline import Style
from drafter.core.language import EndMark, Language
from drafter.core.model import Paragraph, ParagraphKind, Part, Resolution

STOPS = ",;:.،؛，；：。、"
CLOSERS = ")]»”’\"'）」』》"
_WORDS_OF_A_TITLE = 5


def due_endings(resolution: Resolution, words: Language) -> Mapping[str, EndMark]:
    """The end mark due, by paragraph id; who may end as they like are not in it."""
    due = dict(expected_endings(resolution))
    free = {
        *_ends_of_sections(resolution, due, words),
        *_leading_on(resolution, words),
        *_titles(resolution),
        *_in_rows_of_their_own(resolution, due, words),
    }
    return {place: ending for place, ending in due.items() if place not in free}


def ends_with(paragraph: Paragraph, sign: str) -> bool:
    """Whether the paragraph ends with the sign, be it inside a quotation or brackets."""
    plain = paragraph.text.plain.rstrip()
    return plain.endswith(sign) or plain.rstrip(CLOSERS).endswith(sign)


def _has_mark(paragraph: Paragraph) -> bool:
    return paragraph.text.plain.rstrip().rstrip(CLOSERS)[-1:] in tuple(STOPS)


def _ends_of_sections(
    resolution: Resolution, due: Mapping[str, EndMark], words: Language
) -> set[str]:
    """Sections before the last one that end with a semicolon."""
    lasts = [p for p in resolution.paragraphs if due.get(p.id) is EndMark.LAST]
    sign = words.end_mark(EndMark.OPERATIVE).strip()
    return {paragraph.id for paragraph in lasts[:-1] if ends_with(paragraph, sign)}


def _leading_on(resolution: Resolution, words: Language) -> set[str]:
    """Words with a colon before what is no numbered paragraph, and the words below a table."""
    sign = words.end_mark(EndMark.CHAPEAU).strip()
    free: set[str] = set()
    for above, below in pairwise(resolution.paragraphs):
        if ends_with(above, sign) and not (is_counted(below) and below.numbered):
            free.add(above.id)
        if above.kind is ParagraphKind.TABLE and not below.numbered:
            free.add(below.id)
    return free


def _titles(resolution: Resolution) -> set[str]:
    """A few upright words without number and mark: a heading that is not told as one."""
    return {
        paragraph.id
        for paragraph in resolution.paragraphs
        if not (paragraph.part is Part.OPERATIVE and paragraph.numbered)
        and len(paragraph.text.plain.split()) <= _WORDS_OF_A_TITLE
        and not paragraph.text.stretches(Style.ITALIC)
        and not _has_mark(paragraph)
    }


def _in_rows_of_their_own(
    resolution: Resolution, due: Mapping[str, EndMark], words: Language
) -> set[str]:
    """Items that are titles, and the items of a preambular paragraph that all end with commas."""
    free: set[str] = set()
    comma = words.end_mark(EndMark.PREAMBLE).strip()
    for row in item_rows(resolution.paragraphs):
        without = [item for item in row if not _has_mark(item)]
        if 2 * len(without) > len(row):
            free.update(item.id for item in without)
        free.update(item.id for item in without if due.get(item.id) is EndMark.CHAPEAU)
        inner = [item for item in row if due.get(item.id) is EndMark.ITEM]
        if row[0].part is Part.PREAMBLE and _all_end_with(inner, comma):
            free.update(item.id for item in inner)
    return free


def _all_end_with(row: Sequence[Paragraph], sign: str) -> bool:
    return all(ends_with(item, sign) for item in row)

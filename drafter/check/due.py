"""The end marks that are due, less those where official texts go their own way.

Titles among items have no mark at all, a section may end like any paragraph, and words that lead to
a heading, a table or an unnumbered text end with a colon.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from drafter.check.labels import is_counted, item_rows
from drafter.core.endings import expected_endings
from drafter.core.inline import Style
from drafter.core.language import EndMark, Language
from drafter.core.model import Organ, Paragraph, ParagraphKind, Part, Resolution
from drafter.core.signs import CLOSERS, STOPS

_WORDS_OF_A_TITLE = 5
_LONGEST_TITLE = 80
_FEWEST_SENTENCES = 3
_MOST = 2 / 3
_STRAY = 3
"""One in so many may end in a way of its own by mistake."""
_UNSEEN = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
_BLANK = "".join(one for one in map(chr, range(0x3001)) if one.isspace()) + _UNSEEN
"""White space of all kinds, the last of which is the ideographic space."""


def due_endings(resolution: Resolution, words: Language) -> Mapping[str, EndMark]:
    """The end mark due, by paragraph id; who may end as they like are not in it."""
    due = dict(expected_endings(resolution))
    free = {
        *_ends_of_sections(resolution, due, words),
        *_leading_on(resolution, words),
        *_titles(resolution),
        *_organ_lines(resolution, words),
        *_sentences(resolution, due, words),
        *_in_rows_of_their_own(resolution, due, words),
    }
    return {place: ending for place, ending in due.items() if place not in free}


def visible(plain: str) -> str:
    """The text without white space and direction marks at its end."""
    return plain.rstrip(_BLANK)


def ends_with(paragraph: Paragraph, sign: str) -> bool:
    """Whether the paragraph ends with the sign, be it inside a quotation or brackets."""
    plain = visible(paragraph.text.plain)
    return plain.endswith(sign) or plain.rstrip(CLOSERS).endswith(sign)


def _has_mark(paragraph: Paragraph) -> bool:
    return visible(paragraph.text.plain).rstrip(CLOSERS)[-1:] in tuple(STOPS)


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
    """A few upright words without number and mark: a heading that is not told as one.

    The last paragraph of the preamble has nothing below it that it could be the heading of.
    """
    last = resolution.part(Part.PREAMBLE)[-1:]
    return {
        paragraph.id
        for paragraph in resolution.paragraphs
        if not (paragraph.part is Part.OPERATIVE and paragraph.numbered)
        and paragraph not in last
        and len(paragraph.text) <= _LONGEST_TITLE
        and len(paragraph.text.plain.split()) <= _WORDS_OF_A_TITLE
        and not paragraph.text.stretches(Style.ITALIC)
        and not _has_mark(paragraph)
    }


def _organ_lines(resolution: Resolution, words: Language) -> set[str]:
    """The organ's name above a second text."""
    return {
        paragraph.id
        for paragraph in resolution.part(Part.PREAMBLE)
        if len(paragraph.text) <= _LONGEST_TITLE
        and words.read_organ_line(paragraph.text.plain) is not None
    }


def _sentences(resolution: Resolution, due: Mapping[str, EndMark], words: Language) -> set[str]:
    """Declarations: rows of paragraphs most of which, or whose last items, end with a stop.

    In the first row, which may be that of a resolution with wrong ends, several paragraphs must
    have a second sentence too.
    """
    sign = words.end_mark(EndMark.LAST).strip()
    inner_stop = re.compile(rf"\w{re.escape(sign)}\s*[^\W\d]")
    free: set[str] = set()
    for number, row in enumerate(_operative_stretches(resolution)):
        ends = [one for one in row if due.get(one.id) is EndMark.OPERATIVE]
        stopped = [one for one in ends if ends_with(one, sign)]
        prose = [one for one in stopped if number or inner_stop.search(one.text.plain)]
        if len(prose) >= _FEWEST_SENTENCES and 2 * len(stopped) > len(ends):
            free.update(one.id for one in row if due.get(one.id) is not EndMark.LAST)
    return free


def _operative_stretches(resolution: Resolution) -> list[list[Paragraph]]:
    """The operative paragraphs of all levels, parted where the numbers start again."""
    stretches: list[list[Paragraph]] = [[]]
    for paragraph in resolution.paragraphs:
        if paragraph.restarts:
            stretches.append([])
        if paragraph.part is Part.OPERATIVE:
            stretches[-1].append(paragraph)
    return [stretch for stretch in stretches if stretch]


def _in_rows_of_their_own(
    resolution: Resolution, due: Mapping[str, EndMark], words: Language
) -> set[str]:
    """Items that are titles; items that all end with commas, in a preamble or a Council text."""
    free: set[str] = set()
    comma = words.end_mark(EndMark.PREAMBLE).strip()
    colon = words.end_mark(EndMark.CHAPEAU).strip()
    for row in item_rows(resolution.paragraphs):
        without = [item for item in row if not _has_mark(item)]
        if 2 * len(without) > len(row):
            free.update(item.id for item in without)
        free.update(item.id for item in without if due.get(item.id) is EndMark.CHAPEAU)
        free.update(item.id for item in row if not item.numbered and ends_with(item, colon))
        free.update(item.id for item in without if not item.numbered)
        inner = [item for item in row if due.get(item.id) is EndMark.ITEM]
        before_last = [item for item in inner if item is not row[-1]]
        may_take_commas = row[0].part is Part.PREAMBLE or resolution.organ is Organ.SC
        if may_take_commas and _most_end_with(before_last or inner, comma):
            free.update(item.id for item in inner)
    return free


def _most_end_with(row: Sequence[Paragraph], sign: str) -> bool:
    return _MOST * len(row) <= sum(ends_with(item, sign) for item in row)


def stray_ends(
    resolution: Resolution, due: Mapping[str, EndMark], words: Language
) -> frozenset[str]:
    """The paragraphs whose end is an exception among their like, so that it may be put right.

    Where several paragraphs that should end alike end alike in another way, be they in the same
    part or items side by side, that is how the text is written.
    """
    groups: defaultdict[object, list[Paragraph]] = defaultdict(list)
    for paragraph in resolution.paragraphs:
        if paragraph.id in due:
            groups[paragraph.part, due[paragraph.id]].append(paragraph)
    for row in item_rows(resolution.paragraphs):
        groups[row[0].id] = [item for item in row if due.get(item.id) is EndMark.ITEM]
    habits = {paragraph.id for group in groups.values() for paragraph in _habits(group, due, words)}
    return frozenset(due.keys() - habits)


def _habits(
    group: Sequence[Paragraph], due: Mapping[str, EndMark], words: Language
) -> Iterator[Paragraph]:
    """The paragraphs of a group that end in the same wrong way as many others of it."""
    ways: defaultdict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in group:
        if not ends_with(paragraph, words.end_mark(due[paragraph.id]).strip()):
            end = visible(paragraph.text.plain)[-1:]
            ways[end if end in STOPS else ""].append(paragraph)
    for alike in ways.values():
        if len(alike) > 1 and _STRAY * len(alike) > len(group):
            yield from alike

"""What changed between two resolutions by paragraph, and between two texts by word.

Paragraphs are aligned by content, not by number or id, so that texts from different files compare.
White space, italics and labels do not count as changes; renumbering is no change of words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from drafter.core.model import Footnote, Masthead, Paragraph, Resolution
from drafter.core.numbering import numbering

SIMILAR = 0.5
"""Two paragraphs that share fewer of their words than this are not versions of one another."""

LARGEST_TABLE = 25_000_000
"""Words of one text times words of the other above which the changed middle is one replacement."""

_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_CJK}]|(?:(?![{_CJK}])\w)+['’]?|\s+|.", re.DOTALL)
_WORD = re.compile(rf"[{_CJK}]|(?:(?![{_CJK}])\w)+|[^\w\s]")


class What(StrEnum):
    """What became of a paragraph, or of a stretch of words."""

    KEPT = "kept"
    CHANGED = "changed"
    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of two texts: KEPT (equal), CHANGED, ADDED (no old) or REMOVED (no new)."""

    what: What
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph and its other version; `similarity` 0 to 1 is the share of words in common.

    A MOVED paragraph may have changed too. `differs` names what changed beside its place: "text",
    "notes", "level", "kind", "part".
    """

    what: What
    old: Paragraph | None
    new: Paragraph | None
    similarity: float = 0.0
    differs: tuple[str, ...] = ()

    def words(self) -> tuple[Words, ...]:
        """What changed in its words."""
        return word_diff(plain_text(self.old), plain_text(self.new))


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A footnote that is CHANGED, ADDED or REMOVED, with the numbers that print."""

    what: What
    old: Footnote | None
    new: Footnote | None
    old_number: str = ""
    new_number: str = ""

    def words(self) -> tuple[Words, ...]:
        """What changed in its words."""
        return word_diff(*(note.text.plain if note else "" for note in (self.old, self.new)))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two resolutions compared.

    `rows` are in the order of the new text, a removed paragraph after the one it followed.
    `fields` are those outside the paragraphs that differ: name, old words, new words; those of the
    masthead are named as there, after `masthead.`. `notes` are the footnotes whose words differ.
    """

    rows: tuple[Row, ...]
    fields: tuple[tuple[str, str, str], ...]
    notes: tuple[NoteRow, ...] = ()

    @property
    def is_equal(self) -> bool:
        """Whether nothing changed."""
        return not (self.fields or self.notes) and all(row.what is What.KEPT for row in self.rows)

    def counts(self) -> dict[str, int]:
        """How many paragraphs there are of each kind of change."""
        return {what.value: sum(row.what is what for row in self.rows) for what in What}


def compared(old: Resolution, new: Resolution) -> Comparison:
    """What changed from `old` to `new`."""
    before, after = _Side(old), _Side(new)
    pairs = _equal_pairs(before.keys, after.keys)
    pairs.update(_similar_pairs(before.texts, after.texts, pairs))
    rows = tuple(_rows(before, after, pairs))
    return Comparison(rows, tuple(_fields(old, new)), tuple(_note_rows(old, new)))


def word_diff(old: str, new: str) -> tuple[Words, ...]:
    """The stretches two texts keep and change, in order; joined, they give either text back."""
    before: list[str] = _TOKEN.findall(old)
    after: list[str] = _TOKEN.findall(new)
    if len(before) * len(after) > LARGEST_TABLE:
        return _ends_diff(old, new)
    stretches = (
        (before[o.src_start : o.src_end], after[o.dest_start : o.dest_end])
        for o in Indel.opcodes(before, after)
    )
    return tuple(_smoothed([("".join(gone), "".join(come)) for gone, come in stretches]))


def plain_text(paragraph: Paragraph | None) -> str:
    """The words of a paragraph, cells after its own text a line each; "" for none."""
    if paragraph is None:
        return ""
    return "\n".join(text.plain for text in paragraph.texts())


# --- paragraphs ---------------------------------------------------------------------------------


class _Side:
    """One of the two resolutions, prepared."""

    def __init__(self, resolution: Resolution) -> None:
        notes = {note.id: note.text.plain for note in resolution.footnotes}
        self.paragraphs = resolution.paragraphs
        self.texts = [plain_text(paragraph) for paragraph in self.paragraphs]
        self.notes = [_notes(paragraph, notes) for paragraph in self.paragraphs]
        self.keys = [
            (p.kind.value, " ".join(text.split()), notes)
            for p, text, notes in zip(self.paragraphs, self.texts, self.notes, strict=True)
        ]


def _notes(paragraph: Paragraph, notes: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(notes.get(mark.note, "") for text in paragraph.texts() for mark in text.marks)


def _equal_pairs(before: Sequence[object], after: Sequence[object]) -> dict[int, int]:
    """Old places by their equals' new places; of several equals the first goes with the first."""
    places: defaultdict[object, deque[int]] = defaultdict(deque)
    for place, key in enumerate(before):
        places[key].append(place)
    return {places[key].popleft(): place for place, key in enumerate(after) if places[key]}


def _similar_pairs(
    before: Sequence[str], after: Sequence[str], taken: Mapping[int, int]
) -> dict[int, int]:
    """The best pairs among the texts without an equal, the most similar first."""
    numbers: dict[str, int] = {}
    old = {i: _coded(text, numbers) for i, text in enumerate(before) if i not in taken}
    used = set(taken.values())
    new = {j: _coded(text, numbers) for j, text in enumerate(after) if j not in used}
    found = [
        (-score, abs(i - j), i, j)
        for i, one in old.items()
        for j, other in new.items()
        if (score := Indel.normalized_similarity(one, other, score_cutoff=SIMILAR)) > 0
    ]
    pairs: dict[int, int] = {}
    for _, _, i, j in sorted(found):
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def _coded(text: str, numbers: dict[str, int]) -> str:
    """The text with a character for each word, which compares many times faster."""
    words = (numbers.setdefault(word, len(numbers)) for word in _WORD.findall(text.casefold()))
    return "".join(chr(0x10000 + number % 0x100000) for number in words)


def _rows(before: _Side, after: _Side, pairs: Mapping[int, int]) -> Iterator[Row]:
    in_place = dict(_longest_rising(sorted(pairs.items())))
    old_places = {j: i for i, j in pairs.items()}
    next_old = 0

    def removed(until: int) -> Iterator[Row]:
        for i in range(next_old, until):
            if i not in pairs:
                yield Row(What.REMOVED, before.paragraphs[i], None)

    for j, paragraph in enumerate(after.paragraphs):
        i = old_places.get(j)
        if i is not None and i in in_place:
            yield from removed(i)
            next_old = i + 1
            yield _pair(before, i, after, j, What.CHANGED)
        elif i is not None:
            yield _pair(before, i, after, j, What.MOVED)
        else:
            yield Row(What.ADDED, None, paragraph)
    yield from removed(len(before.paragraphs))


def _pair(before: _Side, i: int, after: _Side, j: int, what: What) -> Row:
    old, new = before.paragraphs[i], after.paragraphs[j]
    versions = {
        "text": (before.keys[i][1], after.keys[j][1]),
        "notes": (before.notes[i], after.notes[j]),
        "level": (old.level, new.level),
        "kind": (old.kind, new.kind),
        "part": (old.part, new.part),
    }
    differs = tuple(name for name, (one, other) in versions.items() if one != other)
    similarity = _similarity(before.texts[i], after.texts[j]) if "text" in differs else 1.0
    if what is What.CHANGED and not differs:
        what = What.KEPT
    return Row(what, old, new, similarity, differs)


def _similarity(one: str, other: str) -> float:
    numbers: dict[str, int] = {}
    return Indel.normalized_similarity(_coded(one, numbers), _coded(other, numbers))


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """The longest run of pairs that are in the same order on both sides."""
    lowest: list[int] = []  # by length, the lowest new place a run of that length ends with
    ends: list[int] = []  # where in `pairs` that run ends
    before: list[int] = []  # for each pair, the one before it in its run, or -1
    for place, (_, j) in enumerate(pairs):
        length = bisect_left(lowest, j)
        lowest[length : length + 1] = [j]
        ends[length : length + 1] = [place]
        before.append(ends[length - 1] if length else -1)
    rising: list[tuple[int, int]] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        rising.append(pairs[place])
        place = before[place]
    return rising


def _fields(old: Resolution, new: Resolution) -> Iterator[tuple[str, str, str]]:
    for (name, before), (_, after) in zip(_field_words(old), _field_words(new), strict=True):
        if " ".join(before.split()) != " ".join(after.split()):
            yield name, before, after


def _field_words(resolution: Resolution) -> Iterator[tuple[str, str]]:
    yield "language", resolution.language
    yield "organ", resolution.organ.value
    yield "kind", resolution.kind.value
    yield "symbol", resolution.masthead.symbol
    yield "number", resolution.number
    yield "title", resolution.title.plain
    yield "organ_line", resolution.organ_line.plain
    yield "closing", "\n".join(text.plain for text in resolution.closing)
    yield "vote", resolution.vote.plain
    yield from _masthead_words(resolution.masthead)


def _masthead_words(masthead: Masthead) -> Iterator[tuple[str, str]]:
    """The fields of the masthead but its symbol, in the order in which they print."""
    items = [" ".join(filter(None, (one.label, one.title))) for one in masthead.agenda_items]
    sponsors = [
        f"{one.name} ({one.on_behalf_of})" if one.on_behalf_of else one.name
        for one in masthead.sponsors
    ]
    words = {
        "distribution": masthead.distribution,
        "issued": masthead.issued.isoformat() if masthead.issued else "",
        "languages": ", ".join(masthead.languages),
        "organ_name": masthead.organ_name,
        "session": masthead.session,
        "session_dates": masthead.session_dates,
        "agenda_items": "\n".join(items),
        "committee": masthead.committee,
        "sponsors": ", ".join(sponsors),
        "submitted_by": masthead.submitted_by,
        "adopted": masthead.adopted.isoformat() if masthead.adopted else "",
        "meeting": masthead.meeting,
        "adoption": masthead.adoption,
        "origin": masthead.origin.plain,
    }
    yield from ((f"masthead.{name}", said) for name, said in words.items())


# --- notes --------------------------------------------------------------------------------------


def _note_rows(old: Resolution, new: Resolution) -> Iterator[NoteRow]:
    """The notes whose words differ, in the order of the new text, removed ones last."""
    before, after = numbering(old), numbering(new)
    gone = [old.footnote(note) for note in before.note_order]
    come = [new.footnote(note) for note in after.note_order]
    old_words, new_words = _folded(gone), _folded(come)
    equal = _equal_pairs(old_words, new_words)
    similar = _similar_pairs(old_words, new_words, equal)
    old_places = {j: i for i, j in similar.items()}
    kept = set(equal.values())
    for j, note in enumerate(come):
        number = after.notes[note.id]
        if j in old_places:
            was = gone[old_places[j]]
            yield NoteRow(What.CHANGED, was, note, before.notes[was.id], number)
        elif j not in kept:
            yield NoteRow(What.ADDED, None, note, "", number)
    for i, note in enumerate(gone):
        if i not in equal and i not in similar:
            yield NoteRow(What.REMOVED, note, None, before.notes[note.id])


def _folded(notes: Sequence[Footnote]) -> list[str]:
    return [" ".join(note.text.plain.split()) for note in notes]


# --- words --------------------------------------------------------------------------------------


def _smoothed(stretches: Sequence[tuple[str, str]]) -> Iterator[Words]:
    """Joins changes that only white space stands between, so that they read as one."""
    gone = come = ""
    for place, (old, new) in enumerate(stretches):
        is_bridge = old == new and old.isspace() and gone + come and place + 1 < len(stretches)
        if old != new or is_bridge:
            gone, come = gone + old, come + new
            continue
        yield from _change(gone, come)
        gone = come = ""
        yield Words(What.KEPT, old, new)
    yield from _change(gone, come)


def _change(gone: str, come: str) -> Iterator[Words]:
    if gone and come:
        yield Words(What.CHANGED, gone, come)
    elif gone or come:
        yield Words(What.REMOVED if gone else What.ADDED, gone, come)


def _ends_diff(old: str, new: str) -> tuple[Words, ...]:
    """Texts too long to compare word by word: what they share at both ends is kept."""
    most = min(len(old), len(new))
    start = next((i for i in range(most) if old[i] != new[i]), most)
    most -= start
    end = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    head, tail = old[:start], old[len(old) - end :]
    middle = _change(old[start : len(old) - end], new[start : len(new) - end])
    ends = (Words(What.KEPT, head, head), *middle, Words(What.KEPT, tail, tail))
    return tuple(words for words in ends if words.old or words.new)

"""The choice of footnote marks among all the digits that may be some.

A glued digit is judged by the notes that are there: the first marks of the notes come in the notes'
order, each before the block its note stands in. What remains may be a note marked again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.io.text.marks import Candidate, Style

_FOUND = 3.0
_LEAST = -0.6
_OF_STYLE = 1.0
_AGAIN_AT_LEAST = 2.5
_AGAIN_APART_AT_LEAST = 2.0
_ORPHAN_AT_LEAST = 3.0
_BEFORE_ITS_PAGE = -2.0


@dataclass(frozen=True, slots=True)
class Due:
    """A note that awaits its mark: its number or sign as `key`.

    `before` is the line of its block (None when nothing of the text stands below), `after` the line
    of the block before it.
    """

    key: str
    after: int
    before: int | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A mark: which note of the row it belongs to (None: to none), and how sure that is."""

    candidate: Candidate
    note: int | None
    confidence: float


def chosen(found: Sequence[Candidate], dues: Sequence[Due]) -> list[Choice]:
    """The marks among the candidates, given the notes that are there, in reading order.

    The marks are chosen twice: the second time those printed like most of the first are favoured.
    """
    style = _style(found, _chain(found, dues, None).values())
    chain = _chain(found, dues, style)
    choices = [
        Choice(found[index], note, _confidence(found[index].score)) for note, index in chain.items()
    ]
    choices.extend(_again(found, dues, chain, style))
    choices.extend(_signed(found, dues))
    if not dues:
        choices.extend(_orphans(found))
    return _apart(choices)


def _signed(found: Sequence[Candidate], dues: Sequence[Due]) -> Iterator[Choice]:
    """The marks with signs, whose notes come in any order and may be marked many times.

    Each belongs to the first note with its sign below it, or to the last there is.
    """
    for candidate in found:
        if not candidate.sign:
            continue
        notes = [note for note, due in enumerate(dues) if due.key == candidate.key]
        if notes:
            below = (note for note in notes if _stands_below(dues[note], candidate))
            yield Choice(candidate, next(below, notes[-1]), _confidence(candidate.score))


def _stands_below(due: Due, candidate: Candidate) -> bool:
    return due.before is None or due.before > candidate.line


def _style(found: Sequence[Candidate], indexes: Iterable[int]) -> Style | None:
    """The style of most marks, if there is one."""
    counted = Counter(found[index].style for index in indexes)
    if not counted:
        return None
    style, count = counted.most_common(1)[0]
    return style if count * 3 >= counted.total() * 2 else None


def _confidence(score: float) -> float:
    return min(0.99, max(0.3, 0.6 + score / 10))


class _Best:
    """The best chain that ends at or before a place, kept as a Fenwick tree of (score, index)."""

    def __init__(self, size: int) -> None:
        self.rows: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def put(self, place: int, value: tuple[float, int]) -> None:
        place += 1
        while place < len(self.rows):
            self.rows[place] = max(self.rows[place], value)
            place += place & -place

    def before(self, place: int) -> tuple[float, int]:
        best = (0.0, -1)
        while place > 0:
            best = max(best, self.rows[place])
            place -= place & -place
        return best


def _chain(found: Sequence[Candidate], dues: Sequence[Due], style: Style | None) -> dict[int, int]:
    """For each note the candidate of its first mark: the best row of marks in the notes' order."""
    by_key: Mapping[str, list[int]] = defaultdict(list)
    for index, candidate in enumerate(found):
        if not candidate.sign:
            by_key[candidate.key].append(index)
    best = _Best(len(found))
    back: dict[tuple[int, int], tuple[int, int]] = {}
    states: list[tuple[int, int]] = []
    for note, due in enumerate(dues):
        reached: list[tuple[int, tuple[float, int]]] = []
        for index in by_key.get(due.key, ()):
            worth = _worth(found[index], due, style)
            if worth is None:
                continue
            score, state = best.before(index)
            back[note, index] = states[state] if state >= 0 else (-1, -1)
            states.append((note, index))
            reached.append((index, (score + worth, len(states) - 1)))
        for index, value in reached:
            best.put(index, value)
    chain: dict[int, int] = {}
    _, state = best.before(len(found))
    note, index = states[state] if state >= 0 else (-1, -1)
    while note >= 0:
        chain[note] = index
        note, index = back[note, index]
    return chain


def _worth(candidate: Candidate, due: Due, style: Style | None) -> float | None:
    if not _stands_below(due, candidate):
        return None
    if candidate.score < _LEAST:
        return None
    worth = candidate.score + _FOUND
    if style is not None:
        worth += _OF_STYLE if candidate.style is style else -_OF_STYLE
    if candidate.line < due.after:
        worth += _BEFORE_ITS_PAGE
    return worth


def _again(
    found: Sequence[Candidate],
    dues: Sequence[Due],
    chain: Mapping[int, int],
    style: Style | None,
) -> list[Choice]:
    """Candidates that mark a note once more."""
    first: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for note, index in sorted(chain.items()):
        first[dues[note].key].append((index, note))
    taken = set(chain.values())
    choices: list[Choice] = []
    for index, candidate in enumerate(found):
        rows = first.get(candidate.key)
        apart = candidate.style is Style.APART
        least = _AGAIN_APART_AT_LEAST if apart else _AGAIN_AT_LEAST
        if index in taken or rows is None or candidate.score < least:
            continue
        if apart and style is not Style.APART:
            continue
        place = bisect_left(rows, (index, -1)) - 1
        if place >= 0:
            choices.append(Choice(candidate, rows[place][1], _confidence(candidate.score - 1)))
    return choices


def _orphans(found: Sequence[Candidate]) -> list[Choice]:
    """Marks whose notes the source does not have: plain ones that count up from one."""
    choices: list[Choice] = []
    last = 0
    for candidate in found:
        clear = candidate.score >= _ORPHAN_AT_LEAST and not candidate.sign
        if clear and 1 <= candidate.number <= last + 1:
            last = max(last, candidate.number)
            choices.append(Choice(candidate, None, 0.5))
    return choices


def _apart(choices: list[Choice]) -> list[Choice]:
    """In reading order, the surer of two that overlap."""
    kept: list[Choice] = []
    ordered = sorted(choices, key=lambda one: (one.candidate.text, one.candidate.start))
    for choice in ordered:
        last = kept[-1].candidate if kept else None
        here = choice.candidate
        if last and last.text == here.text and here.start < last.end:
            if kept[-1].confidence < choice.confidence:
                kept[-1] = choice
            continue
        kept.append(choice)
    return kept

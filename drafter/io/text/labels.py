"""Which reading of a label is meant: the next one expected is the best judge.

`(i)` is the ninth letter after `(h)` and the first Roman figure after a colon; a `4.` at the start
of a line is a label when 3 went before it, and the end of `paragraphs 3 and 4.` when not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.core.labels import Label
from drafter.core.model import DEEPEST_LEVEL

NEXT = 4.5
_FIRST = 4.0
_AHEAD = 2.0
_AGAIN = 1.0
_NONE = -1.0
_FURTHEST_AHEAD = 3
_LARGEST_FIRST = 200
_LOOK_AHEAD_WORTH = 0.9
_SURE_LEAD = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """A label read at a level, and how well it fits there."""

    label: Label
    level: int
    score: float


@dataclass(frozen=True, slots=True)
class Labelled:
    """The labels that a paragraph's start can be read as; `after_colon` opens a deeper row."""

    labels: Sequence[Label]
    after_colon: bool = False
    starts_afresh: bool = False


@dataclass(slots=True)
class Counters:
    """The last number at each level; `fresh` after a heading that may start the numbers again."""

    levels: list[int] = field(default_factory=lambda: [0] * (DEEPEST_LEVEL + 1))
    depth: int = 0
    fresh: bool = True

    def copy(self) -> Counters:
        """The same counts, to try a reading on."""
        return Counters(list(self.levels), self.depth, self.fresh)

    def readings(self, labelled: Labelled) -> list[Reading]:
        """Every reading at every level it can have, the best first."""
        found = [
            Reading(label, level, self._score(level, label, after_colon=labelled.after_colon))
            for label in labelled.labels
            for level in label.levels
            if level <= DEEPEST_LEVEL
        ]
        return sorted(found, key=lambda reading: -reading.score)

    def take(self, reading: Reading) -> None:
        """Counts on from this reading."""
        level = reading.level
        self.levels[level] = reading.label.n
        self.levels[level + 1 :] = [0] * (DEEPEST_LEVEL - level)
        self.depth = level
        self.fresh = self.fresh and level > 0

    def leave_items(self) -> None:
        """An unlabelled paragraph ends the rows of items."""
        self.levels[1:] = [0] * DEEPEST_LEVEL
        self.depth = 0

    def start_afresh(self) -> None:
        """A heading stands here."""
        self.leave_items()
        self.fresh = True

    def _score(self, level: int, label: Label, *, after_colon: bool) -> float:
        n, last = label.n, self.levels[level]
        if label.part is not None:
            return NEXT
        if label.alternative:
            return NEXT if n in {last, last + 1} else _AGAIN
        if level == 0:
            return self._score_of_number(n, last)
        is_open = last > 0 and self.depth >= level
        if not is_open:
            jump = max(0, level - self.depth - 1)
            first = (_FIRST if after_colon else _AHEAD) if n == 1 else 0.5
            return first - 0.7 * jump
        if n == 1 and after_colon:
            return 2.5
        return _score_in_row(n, last)

    def _score_of_number(self, n: int, last: int) -> float:
        if n == 1 and (self.fresh or not last):
            return _FIRST
        if not last:
            return 1.5 if n < _LARGEST_FIRST else _NONE
        return _score_in_row(n, last)


def _score_in_row(n: int, last: int) -> float:
    if n == last + 1:
        return NEXT
    if last < n <= last + _FURTHEST_AHEAD:
        return _AHEAD
    if n == last:
        return _AGAIN
    return 0.5 if n == 1 else _NONE


def resolved(
    counters: Counters, row: Sequence[Labelled], index: int
) -> tuple[Reading | None, bool]:
    """The reading of the label at `index`, and whether it is sure; the next labels help."""
    readings = counters.readings(row[index])
    if not readings:
        return None, True
    rivals = [one for one in readings if one.score > readings[0].score - 2 * NEXT]
    if len(rivals) == 1:
        return rivals[0], True
    worths = [(_worth(counters, one, row, index), -place) for place, one in enumerate(rivals)]
    ordered = sorted(worths, reverse=True)
    sure = ordered[0][0] - ordered[1][0] >= _SURE_LEAD
    return rivals[-ordered[0][1]], sure


def _worth(counters: Counters, reading: Reading, row: Sequence[Labelled], index: int) -> float:
    after = counters.copy()
    after.take(reading)
    worth = reading.score
    for following in row[index + 1 : index + 4]:
        if following.starts_afresh:
            break
        readings = after.readings(following)
        if readings:
            worth += _LOOK_AHEAD_WORTH * readings[0].score
            break
    return worth

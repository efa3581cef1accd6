"""How like a wording is to what was typed: whole, half, out of its middle or by its key words.

rapidfuzz holds the GIL while it works through a list, so lists are cut into chunks and the caller
is asked between them whether the answer is still wanted.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

LEAST_LIKENESS = 50.0
"""What is less like the query than this is not shown."""
KEY_WORDS_PCT = 88.0
"""What a wording gets that has all the query's words, wherever they stand."""
PARTIAL_FACTOR = 0.96
"""A stretch out of the middle counts a little less than a beginning."""
LONGEST_HEAD = 400
"""The first characters of a long query are enough to choose which wordings to compare whole."""
_SHORTENED_WHOLE = 40
_PARTIALS = ((64, 120), (128, 60), (256, 16))
"""Up to how many characters of the query how many wordings are searched for it inside."""
_CHUNK_CHARACTERS = 40_000
"""Of query times wordings, in one call: about two milliseconds of the slowest comparison."""

USES_BONUS = 0.35
RECENT_BONUS = 0.5
SHORT_BONUS = 1.0
"""Of two wordings that have the words, the one that has fewer others is more likely meant."""
SAME_PART_BONUS = 1.0
SAME_ORGAN_BONUS = 0.5
_RECENT_YEARS = 10

Stale = Callable[[], bool]


class StaleQueryError(Exception):
    """The answer is no longer wanted; never leaves the corpus floor."""


class Standing(NamedTuple):
    """What speaks for a wording besides its words; `last_year` is 0 when unknown."""

    uses: int
    last_year: int
    letters: int
    is_same_part: bool = False
    is_same_organ: bool = False


def likenesses(
    query: str, wordings: Sequence[str], shares: Sequence[float], is_stale: Stale
) -> list[float]:
    """For each wording 0 to 100: how like it is to the folded query.

    `shares` are the parts of the query's weight that each wording has.

    Raises:
        StaleQueryError: `is_stale` said so.
    """
    if not query or not wordings:
        return [0.0] * len(wordings)
    length = len(query)
    best = [KEY_WORDS_PCT * share for share in shares]
    head = query[:LONGEST_HEAD]
    everyone = range(len(wordings))
    for cut in (len(head), len(head) + len(head) // 12, len(head) - len(head) // 12):
        _raise_to(best, head, everyone, [words[:cut] for words in wordings], is_stale)
    if length > LONGEST_HEAD:
        _settle_long(best, query, wordings, is_stale)
    else:
        short = [one for one, words in enumerate(wordings) if len(words) <= 1.5 * length]
        _raise_to(best, query, short, [wordings[one] for one in short], is_stale)
    count = next((count for longest, count in _PARTIALS if length <= longest), 0)
    if count:
        _raise_by_parts(best, query, _best_first(best)[:count], wordings, is_stale)
    return best


def bonus(standing: Standing, newest_year: int) -> float:
    """What a wording's standing adds: how much it was used, how lately, where; how short it is."""
    uses, last_year, letters, is_same_part, is_same_organ = standing
    extra = USES_BONUS * math.log2(1 + uses) - SHORT_BONUS * math.log2(1 + letters / 100)
    if last_year and last_year > newest_year - _RECENT_YEARS:
        extra += RECENT_BONUS * (1 - (newest_year - last_year) / _RECENT_YEARS)
    return extra + SAME_PART_BONUS * is_same_part + SAME_ORGAN_BONUS * is_same_organ


def _settle_long(best: list[float], query: str, wordings: Sequence[str], is_stale: Stale) -> None:
    """For a long query the head says little: the best of them are compared whole."""
    order = _best_first(best)
    likely = order[:_SHORTENED_WHOLE]
    for one in order[_SHORTENED_WHOLE:]:
        best[one] *= 0.9
    for one in likely:
        best[one] = 0.0
    cut = int(1.25 * len(query))
    _raise_to(best, query, likely, [wordings[one][:cut] for one in likely], is_stale)


def _raise_to(
    best: list[float],
    query: str,
    numbers: Sequence[int],
    wordings: Sequence[str],
    is_stale: Stale,
) -> None:
    """Raises what the wordings with these numbers have to their ratio, a chunk at a time."""
    size = max(8, _CHUNK_CHARACTERS // len(query))
    for start in range(0, len(wordings), size):
        if is_stale():
            raise StaleQueryError
        chunk = wordings[start : start + size]
        for _, likeness, at in process.extract(query, chunk, scorer=fuzz.ratio, limit=None):
            one = numbers[start + at]
            best[one] = max(best[one], likeness)


def _raise_by_parts(
    best: list[float],
    query: str,
    numbers: Sequence[int],
    wordings: Sequence[str],
    is_stale: Stale,
) -> None:
    """Raises what wordings have to that of the stretch in them that is most like the query, where
    that is enough to be shown.
    """
    size = max(8, _CHUNK_CHARACTERS // len(query))
    for at, one in enumerate(numbers):
        if at % size == 0 and is_stale():
            raise StaleQueryError
        needed = max(best[one], LEAST_LIKENESS) / PARTIAL_FACTOR
        if needed < 100.0:
            likeness = fuzz.partial_ratio(query, wordings[one], score_cutoff=needed)
            best[one] = max(best[one], PARTIAL_FACTOR * likeness)


def _best_first(best: Sequence[float]) -> list[int]:
    return sorted(range(len(best)), key=best.__getitem__, reverse=True)

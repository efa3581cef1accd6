"""How like a wording is to what was typed: whole, half, out of its middle or by its key words.

rapidfuzz holds the GIL while it works through a list, so lists are cut into chunks and the caller
is asked between them whether the answer is still wanted.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

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


@dataclass(frozen=True, slots=True)
class Standing:
    """What speaks for a wording besides its words."""

    uses: int
    last_year: int | None
    letters: int
    is_same_part: bool = False
    is_same_organ: bool = False


def likenesses(
    query: str,
    wordings: Mapping[int, str],
    shares: Mapping[int, float],
    is_stale: Stale,
) -> dict[int, float]:
    """For each wording 0 to 100: how like it is to the folded query.

    `shares` are the parts of the query's weight that each wording has.

    Raises:
        StaleQueryError: `is_stale` said so.
    """
    if not query or not wordings:
        return dict.fromkeys(wordings, 0.0)
    length = len(query)
    best = {one: KEY_WORDS_PCT * shares.get(one, 0.0) for one in wordings}
    head = query[:LONGEST_HEAD]
    for cut in (len(head), len(head) + len(head) // 12, len(head) - len(head) // 12):
        _raise_to(best, head, {one: words[:cut] for one, words in wordings.items()}, is_stale)
    if length > LONGEST_HEAD:
        _settle_long(best, query, wordings, is_stale)
    else:
        short = {one: words for one, words in wordings.items() if len(words) <= 1.5 * length}
        _raise_to(best, query, short, is_stale)
    count = next((count for longest, count in _PARTIALS if length <= longest), 0)
    if count:
        inside = {one: wordings[one] for one in _best_first(best)[:count]}
        _raise_to(best, query, inside, is_stale, fuzz.partial_ratio, PARTIAL_FACTOR)
    return best


def bonus(standing: Standing, newest_year: int) -> float:
    """What a wording's standing adds: how much it was used, how lately, where; how short it is."""
    extra = USES_BONUS * math.log2(1 + standing.uses)
    extra -= SHORT_BONUS * math.log2(1 + standing.letters / 100)
    if standing.last_year is not None:
        age = max(0, newest_year - standing.last_year)
        extra += RECENT_BONUS * max(0.0, 1 - age / _RECENT_YEARS)
    extra += SAME_PART_BONUS * standing.is_same_part
    return extra + SAME_ORGAN_BONUS * standing.is_same_organ


def _settle_long(
    best: dict[int, float], query: str, wordings: Mapping[int, str], is_stale: Stale
) -> None:
    """For a long query the head says little: the best of them are compared whole."""
    for one in _best_first(best)[_SHORTENED_WHOLE:]:
        best[one] *= 0.9
    likely = _best_first(best)[:_SHORTENED_WHOLE]
    cut = int(1.25 * len(query))
    whole = {one: wordings[one][:cut] for one in likely}
    for one in likely:
        best[one] = 0.0
    _raise_to(best, query, whole, is_stale)


def _raise_to(
    best: dict[int, float],
    query: str,
    wordings: Mapping[int, str],
    is_stale: Stale,
    scorer: Callable[..., float] = fuzz.ratio,
    factor: float = 1.0,
) -> None:
    """Raises what each wording has to what the scorer says, a chunk at a time."""
    keys = list(wordings)
    size = max(8, _CHUNK_CHARACTERS // len(query))
    for start in range(0, len(keys), size):
        if is_stale():
            raise StaleQueryError
        chunk = {one: wordings[one] for one in keys[start : start + size]}
        for _, likeness, one in process.extract(query, chunk, scorer=scorer, limit=None):
            best[one] = max(best[one], factor * likeness)


def _best_first(best: Mapping[int, float]) -> Sequence[int]:
    return sorted(best, key=lambda one: -best[one])

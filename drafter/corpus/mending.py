"""Puts right what was typed with two neighbouring letters, or a letter and a space, swapped.

Only words that the corpus hardly knows are touched, and only where the swap gives words that it
knows well, so that a word that is new to the corpus stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

RARE_ROWS = 3
"""A word in no more rows than this may be a slip that got into a text."""
COMMONER = 200
"""How many times oftener than the word itself the mended one must be used."""

Rows = Callable[[str], int]


def mended(words: Sequence[str], rows: Rows, starting: Rows, *, is_unfinished: bool) -> list[str]:
    """The folded words, put right.

    `rows` tells in how many texts a word is, `starting` the same of a word's start: that is asked
    of the last word if it is unfinished.
    """
    last = len(words) - 1
    known = [starting if is_unfinished and at == last else rows for at in range(len(words))]
    found: list[str] = []
    at = 0
    while at <= last:
        word, count = words[at], known[at]
        if not word.isalpha() or count(word) > RARE_ROWS:
            found.append(word)
        elif at < last and (pair := _pair_or_swap(words[at : at + 2], rows, count, known[at + 1])):
            found.extend(pair)
            at += 1
        elif (swapped := _swapped(word, count)) is not None:
            found.append(swapped)
        elif found and (pair := _pair(found[-1], word, rows, count)):
            found[-1:] = pair
        else:
            found.extend(_split(word, rows))
        at += 1
    return found


def _swapped(word: str, count: Rows) -> str | None:
    """The commonest word that a swap gives, if it is common enough."""
    least = COMMONER * count(word)
    best = max(_swaps(word), key=count, default=word)
    return best if count(best) > least else None


def _swaps(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _pair_or_swap(
    two: Sequence[str], rows: Rows, first_rows: Rows, second_rows: Rows
) -> tuple[str, str] | None:
    """Two words put right over the space between them, unless a swap in the first gives a commoner
    word.
    """
    pair = _pair(two[0], two[1], rows, second_rows)
    if pair is None:
        return None
    swapped = _swapped(two[0], first_rows)
    rarest = min(rows(pair[0]), second_rows(pair[1]))
    return (swapped, two[1]) if swapped and rows(swapped) > rarest else pair


def _pair(first: str, second: str, rows: Rows, second_rows: Rows) -> tuple[str, str] | None:
    """Both words, when a letter stood on the wrong side of the space between them."""
    if rows(first) > RARE_ROWS and second_rows(second) > RARE_ROWS:
        return None
    for one, other in ((first[:-1], first[-1] + second), (first + second[:1], second[1:])):
        if one and other and rows(one) > RARE_ROWS and second_rows(other) > RARE_ROWS:
            return one, other
    return None


def _split(word: str, rows: Rows) -> tuple[str, ...]:
    """The word without its last letter and that letter, where both are words."""
    one, other = word[:-1], word[-1:]
    if one and rows(word) == 0 and rows(one) > RARE_ROWS and rows(other) > RARE_ROWS:
        return one, other
    return (word,)

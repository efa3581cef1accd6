"""Where in a longer text the words that somebody has typed end, and in which words the two differ.

What was typed may be badly typed, without accents, broken off in a word, or come from the middle.
All positions are code points of the longer text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from drafter.core.diff import What, word_diff

ALIKE_PCT = 72.0
"""What is less like the best stretch of the longer text is not the beginning of it."""
_LONGEST_SOUGHT = 240
"""Of a long text its end is sought: comparing takes time with the square of the length."""
_NEAR = 24
"""So far from where the stretches end the last word is looked for."""
_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_CJK}]|(?:(?![{_CJK}])\w)+")


@dataclass(frozen=True, slots=True)
class Continuation:
    """The longer text seen from what was typed.

    `start` to `end` answers what was typed; from `end` on it is new. `differing` are the stretches
    in between that were typed otherwise or not at all.
    """

    start: int
    end: int
    differing: tuple[tuple[int, int], ...] = ()


def continuation(typed: str, whole: str) -> Continuation | None:
    """How `whole` goes on after `typed`; None when the words typed are no stretch of it."""
    sought = typed.rstrip()
    if not _WORD.search(sought) or not whole:
        return None
    tail = sought[-_LONGEST_SOUGHT:]
    found = fuzz.partial_ratio_alignment(_folded(tail), _folded(whole), score_cutoff=ALIKE_PCT)
    if found is None or len(tail) > len(whole) + _NEAR:
        return None
    end = _end(sought, whole, found.dest_end)
    start = 0 if len(sought) > len(tail) else _word_start(whole, found.dest_start)
    is_broken = len(typed) == len(sought) and end < len(whole) and whole[end].isalnum()
    return Continuation(start, end, tuple(_differing(sought, whole, start, end, is_broken)))


def rest(typed: str, whole: str, end: int) -> int:
    """From where in `whole` to take over after `typed`, so that no space stands twice."""
    if typed[-1:].isspace():
        while end < len(whole) and whole[end].isspace():
            end += 1
    return end


def _end(sought: str, whole: str, near: int) -> int:
    """After the word of `whole` that the last one typed is, or the part of it that was typed."""
    words = list(_WORD.finditer(sought))
    last = words[-1]
    after = sought[last.end() :]
    word = _folded(last[0])
    best = near
    nearest = _NEAR + 1
    for match in _WORD.finditer(whole, max(0, near - 2 * _NEAR)):
        if match.start() > near + _NEAR:
            break
        if _folded(match[0]).startswith(word):
            end = match.start() + len(word) if not after else match.end()
            end += _alike(after, whole[end:])
            if abs(end - near) < nearest:
                best, nearest = end, abs(end - near)
    return best if nearest <= _NEAR else _word_end(whole, near)


def _alike(first: str, second: str) -> int:
    """How many signs two texts begin with alike."""
    for at, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return at
    return min(len(first), len(second))


def _word_start(text: str, at: int) -> int:
    while 0 < at < len(text) and text[at].isalnum() and text[at - 1].isalnum():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while 0 < at < len(text) and text[at].isalnum() and text[at - 1].isalnum():
        at += 1
    return at


def _differing(
    sought: str,
    whole: str,
    start: int,
    end: int,
    is_broken: bool,  # noqa: FBT001 - private
) -> Iterator[tuple[int, int]]:
    """The stretches of `whole` between `start` and `end` that are not in what was typed."""
    typed = sought
    if is_broken:  # the last word was typed in part, which is no difference
        typed += whole[end : _word_end(whole, end)]
        end = _word_end(whole, end)
    at = start
    for words in word_diff(_folded(typed), _folded(whole[start:end])):
        if words.what is not What.KEPT and words.new.strip():
            lead = len(words.new) - len(words.new.lstrip())
            yield at + lead, at + len(words.new.rstrip())
        at += len(words.new)


def _folded(text: str) -> str:
    """In small letters without accents, sign by sign, so that positions stay."""
    return "".join(map(_folded_sign, text))


@lru_cache(maxsize=4096)
def _folded_sign(sign: str) -> str:
    bare = unicodedata.normalize("NFD", sign)[0]
    small = bare.casefold()
    if small in "’‘`":
        return "'"
    return small if len(small) == 1 else bare

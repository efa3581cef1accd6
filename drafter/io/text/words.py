"""The words a text and its language know: the judges of hyphens and of words torn apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from drafter.core.vocabulary import known_words

HYPHENS = "-‐‑"
_WORD = re.compile(rf"[^\W\d_]+(?:[{HYPHENS}][^\W\d_]+)*")
_ELISION = re.compile(r"^.*[’']")
_PLAIN_HYPHENS = re.compile(f"[{HYPHENS}]")


def plain_word(word: str) -> str:
    """The word in small letters with plain hyphens."""
    return _PLAIN_HYPHENS.sub("-", word.casefold())


class KnownWords:
    """Words counted in the text's own lines, then looked up in the language's list."""

    def __init__(self, lines: Iterable[str], language: str) -> None:
        self._lines = lines
        self._language = language

    @cached_property
    def _own(self) -> Counter[str]:
        counted: Counter[str] = Counter()
        cut = False
        for line in self._lines:
            words = [plain_word(word) for word in _WORD.findall(line)]
            ends_cut = line.rstrip("\u00ad").endswith(tuple(HYPHENS)) or line.endswith("\u00ad")
            counted.update(words[cut : len(words) - ends_cut])
            cut = ends_cut
        return counted

    def own(self, word: str) -> int:
        """How often the word stands in the text itself, whole."""
        return self._own[plain_word(word)]

    def in_language(self, word: str) -> bool:
        """Whether the language's list has the word."""
        return plain_word(word) in known_words(self._language)

    def knows(self, word: str) -> bool:
        """Whether the text or the language has the word."""
        return self.in_language(word) or self.own(word) > 0

    def knows_compound(self, first: str, second: str) -> bool:
        """Whether the text or the language has the two words with a hyphen between them."""
        compound = f"{first}-{second}"
        return self.in_language(compound) or self.own(compound) > 0

    def has_list(self) -> bool:
        """Whether the language has a list at all."""
        return bool(known_words(self._language))


def keeps_hyphen(before: str, after: str, words: KnownWords) -> tuple[bool, float]:
    """Whether the hyphen between two pieces of a line end is real, and how sure that is."""
    before = _ELISION.sub("", before)
    whole, compound = before + after, f"{before}-{after}"
    by_text = words.own(compound) - words.own(whole)
    if by_text:
        return by_text > 0, 0.97
    by_language = words.in_language(compound) - words.in_language(whole)
    if by_language:
        return by_language > 0, 0.95
    if words.in_language(compound):
        return True, 0.6
    if not after[:1].islower():
        return True, 0.9
    last, first = re.split(f"[{HYPHENS}]", before)[-1], re.split(f"[{HYPHENS}]", after)[0]
    tail = last + first
    if words.knows(tail) and not (words.knows(last) and words.knows(first)):
        return False, 0.8
    either = words.knows(last) or words.knows(first)
    return either, 0.7 if words.has_list() else 0.4

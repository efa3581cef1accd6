"""References inside a text: found by the patterns of its language, read into numbers and letters.

The patterns are facts of the language (`[citations]` in its file): `own` are the ways to point to a
paragraph of the same text, with `{list}` for the numbers; `item` is a letter with its bracket;
`joints` stand between two numbers; `same_source` are the words of a note that leans on the one
before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache

from drafter.core.facts import Facts
from drafter.core.language import language
from drafter.core.model import Resolution
from drafter.core.phrases import folded

_FIGURES = r"(?<!\d)\d{1,3}(?!\d|/|\.\d)"


class Points(StrEnum):
    """Which way a reference points."""

    ABOVE = "above"
    BELOW = "below"
    HERE = "here"


@dataclass(frozen=True, slots=True)
class Target:
    """One paragraph that is meant: its number and, outermost first, its letters without brackets.

    `start` and `end` are the code points that name it; `alternative` is 1 for `bis`, 2 for `ter`.
    """

    number: int
    items: tuple[str, ...]
    start: int
    end: int
    alternative: int = 0


@dataclass(frozen=True, slots=True)
class InternalReference:
    """Words that point to paragraphs of the same text."""

    start: int
    end: int
    points: Points
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class _Patterns:
    own: tuple[tuple[re.Pattern[str], Points], ...]
    token: re.Pattern[str]
    alternatives: tuple[str, ...]


@lru_cache(maxsize=4096)
def internal_references(text: str, language_code: str) -> tuple[InternalReference, ...]:
    """The references to paragraphs of the same text, in order."""
    patterns = _patterns(language_code)
    found = (
        InternalReference(
            match.start(), match.end(), points, _targets(patterns, text, *match.span("list"))
        )
        for pattern, points in patterns.own
        for match in pattern.finditer(text)
    )
    return tuple(sorted(found, key=lambda reference: reference.start))


def refers_to_itself(resolution: Resolution) -> bool:
    """Whether any paragraph points to one of the same text."""
    return any(
        internal_references(paragraph.text.plain, resolution.language)
        for paragraph in resolution.paragraphs
    )


def item_key(label: str) -> str:
    """What tells one letter from another, whatever brackets and forms it is printed with."""
    return re.sub(r"\W", "", folded(label))


def is_same_source(note: str, language_code: str) -> bool:
    """Whether a note says that its source is that of the note before it (`Ibid.`)."""
    words = folded(note)
    starts = language(language_code).facts.texts("citations", "same_source")
    return any(words.startswith(folded(start)) for start in starts)


def _targets(patterns: _Patterns, text: str, start: int, end: int) -> tuple[Target, ...]:
    targets: list[Target] = []
    is_new = True
    for match in patterns.token.finditer(text, start, end):
        if match.lastgroup == "joint":
            is_new = True
        elif match.lastgroup == "number":
            targets.append(_numbered(match, patterns.alternatives))
            is_new = False
        elif targets:
            last = targets[-1]
            key = item_key(match.group())
            if is_new:
                beside = replace(last, items=(*last.items[:-1], key))
                targets.append(replace(beside, start=match.start(), end=match.end()))
            else:
                targets[-1] = replace(last, items=(*last.items, key), end=match.end())
            is_new = False
    return tuple(targets)


def _numbered(match: re.Match[str], alternatives: tuple[str, ...]) -> Target:
    spare = " ".join((match["spare"] or "").casefold().split())
    alternative = alternatives.index(spare) + 1 if spare else 0
    return Target(int(match["figures"]), (), *match.span("number"), alternative)


@cache
def _patterns(language_code: str) -> _Patterns:
    every_fact = language(language_code).facts
    facts = every_fact.table("citations")
    alternatives = every_fact.texts("labels", "alternatives")
    spare = "|".join(map(_whole, sorted(alternatives, key=len, reverse=True)))
    item = facts.text("item")
    joint = "|".join(_spaced(one) for one in facts.texts("joints"))
    entry = rf"{_FIGURES}(?:\s*(?:{spare}))?(?:\s*{item})*"
    further = rf"(?:{joint})\s*(?:{entry}|{item}(?:\s*{item})*)"
    row = rf"(?P<list>{entry}(?:\s*{further})*)"
    number = rf"(?P<figures>{_FIGURES})(?:\s*(?P<spare>{spare}))?"
    token = re.compile(rf"(?P<number>{number})|(?P<item>{item})|(?P<joint>{joint})", re.IGNORECASE)
    own = tuple(_own(facts.tables("own"), row))
    return _Patterns(own, token, tuple(one.casefold() for one in alternatives))


def _own(forms: Iterable[Facts], row: str) -> Iterator[tuple[re.Pattern[str], Points]]:
    for form in forms:
        before, _, after = form.text("words").partition("{list}")
        pattern = re.compile(_spaced(before) + row + _spaced(after), re.IGNORECASE)
        yield pattern, Points(form.text("points"))


def _whole(word: str) -> str:
    return _spaced(word) + (r"\b" if word.isascii() else "")


def _spaced(words: str) -> str:
    return words.replace(" ", r"\s+")

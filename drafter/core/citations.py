"""References inside a text: found by the patterns of its language, read into numbers and letters.

The patterns are facts of the language (`[citations]` in its file): `own` are the ways to point to a
paragraph of the same text, with `{list}` for the numbers; `item` is a letter with its bracket;
`joints` stand between two numbers; `same_source` are the words of a note that leans on the one
before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from drafter.core.facts import Facts
from drafter.core.language import language
from drafter.core.phrases import folded

_NUMBER = r"(?<!\d)\d{1,3}(?!\d|/|\.\d)(?:\s+(?:bis|ter|quater)\b)?"


class Points(StrEnum):
    """Which way a reference points."""

    ABOVE = "above"
    BELOW = "below"
    HERE = "here"


@dataclass(frozen=True, slots=True)
class Target:
    """One paragraph that is meant: its number and, outermost first, its letters without brackets.

    `start` and `end` are the code points that name it.
    """

    number: int
    items: tuple[str, ...]
    start: int
    end: int


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


@lru_cache(maxsize=4096)
def internal_references(text: str, language_code: str) -> tuple[InternalReference, ...]:
    """The references to paragraphs of the same text, in order."""
    patterns = _patterns(language_code)
    found = (
        InternalReference(
            match.start(), match.end(), points, _targets(patterns.token, text, *match.span("list"))
        )
        for pattern, points in patterns.own
        for match in pattern.finditer(text)
    )
    return tuple(sorted(found, key=lambda reference: reference.start))


def item_key(label: str) -> str:
    """What tells one letter from another, whatever brackets and forms it is printed with."""
    return re.sub(r"\W", "", folded(label))


def is_same_source(note: str, language_code: str) -> bool:
    """Whether a note says that its source is that of the note before it (`Ibid.`)."""
    words = folded(note)
    starts = language(language_code).facts.texts("citations", "same_source")
    return any(words.startswith(folded(start)) for start in starts)


def _targets(token: re.Pattern[str], text: str, start: int, end: int) -> tuple[Target, ...]:
    targets: list[Target] = []
    is_new = True
    for match in token.finditer(text, start, end):
        if match.lastgroup == "joint":
            is_new = True
        elif match.lastgroup == "number":
            number = int(re.match(r"\d+", match.group()).group())  # type: ignore[union-attr]
            targets.append(Target(number, (), *match.span()))
            is_new = False
        elif targets:
            last = targets[-1]
            key = item_key(match.group())
            if is_new:
                targets.append(Target(last.number, (*last.items[:-1], key), *match.span()))
            else:
                targets[-1] = Target(last.number, (*last.items, key), last.start, match.end())
            is_new = False
    return tuple(targets)


@cache
def _patterns(language_code: str) -> _Patterns:
    facts = language(language_code).facts.table("citations")
    item = facts.text("item")
    joint = "|".join(_spaced(one) for one in facts.texts("joints"))
    entry = rf"{_NUMBER}(?:\s*{item})*"
    further = rf"(?:{joint})\s*(?:{entry}|{item}(?:\s*{item})*)"
    row = rf"(?P<list>{entry}(?:\s*{further})*)"
    token = rf"(?P<number>{_NUMBER})|(?P<item>{item})|(?P<joint>{joint})"
    return _Patterns(tuple(_own(facts.tables("own"), row)), re.compile(token))


def _own(forms: Iterable[Facts], row: str) -> Iterator[tuple[re.Pattern[str], Points]]:
    for form in forms:
        before, _, after = form.text("words").partition("{list}")
        pattern = re.compile(_spaced(before) + row + _spaced(after), re.IGNORECASE)
        yield pattern, Points(form.text("points"))


def _spaced(words: str) -> str:
    return words.replace(" ", r"\s+")

"""Set wordings with places: one template writes them and reads them again.

A template is plain words with places in braces (`Adopted on {date}`). Reading goes by folded text:
it forgives what a printer, a PDF or a typist changes (white space, apostrophes, dashes, full-width
marks, vowel signs, look-alike letters, capitals) and nothing else. Positions given back are always
those of the text as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache

_ANY_WORDS = r"\S(?:.*?\S)?"
_PLACE = re.compile(r"\{(\w+)\}")
_ALIKE = (
    "'’‘ʼ´`",
    "-‐‑‒–—",
    ",，،",
    ";；؛",
    ":：∶",
    "(（",
    ")）",
    "[［",
    "]］",
    "aаª",
    "oоº°",
    "eеё",
    "pр",
    "cс",
    "yу",
    "xх",
    "kк",
    "mм",
    "hн",
    "tт",
    "bв",
    "اأإآٱ",
    "يى",
    "هﻫ",
    '"“”„«»',
)
_FOLDED = {letter: row[0] for row in _ALIKE for letter in row}
_UNSEEN = re.compile("[\u064b-\u0652\u0640\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@cache
def _folded_letter(letter: str) -> str:
    if letter.isspace():
        return " "
    if _UNSEEN.match(letter):
        return ""
    small = letter.lower()
    return _FOLDED.get(small, small) if len(small) == 1 else letter


class _FoldedLetters(dict[int, str]):
    """What each letter becomes, by its code; filled as letters are met."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = _folded_letter(chr(code))
        return letter


_FOLDED_LETTERS = _FoldedLetters()
_GAP = re.compile(" {2,}")


@lru_cache(maxsize=64)
def with_places(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, one space for a gap and none at its start; where each letter stood."""
    plain = text.translate(_FOLDED_LETTERS)
    if len(plain) == len(text) and not plain.startswith(" ") and "  " not in plain:
        return plain, range(len(plain))
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        small = _folded_letter(letter)
        if small and not (small == " " and (not letters or letters[-1] == " ")):
            letters.append(small)
            places.append(place)
    return "".join(letters), places


@lru_cache(maxsize=64)
def folded(words: str) -> str:
    """The words as they are compared: look-alikes made one, no capitals and no vowel signs."""
    return _GAP.sub(" ", words.translate(_FOLDED_LETTERS)).strip(" ")


def folded_pattern(words: str) -> str:
    """A regular expression for the words in folded text; gaps may be missing."""
    loose = re.escape(folded(words)).replace(r"\ ", " ?")
    start = " ?" if words[:1].isspace() else ""
    end = " ?" if words[-1:].isspace() and words.strip() else ""
    return start + loose + end


def template_pattern(template: str, shapes: Mapping[str, str]) -> str:
    """The regular expression of a template on folded text; a place without a shape takes any words.

    A place that comes twice must be filled alike in writing; in reading the first one counts.
    """
    pattern: list[str] = []
    seen: set[str] = set()
    position = 0
    for place in _PLACE.finditer(template):
        pattern.append(folded_pattern(template[position : place.start()]))
        name = place.group(1)
        shape = shapes.get(name)
        if shape is None and template[: place.start()].endswith(" "):
            pattern.append("(?<= )")  # free words must not begin inside a word
        shape = shape or _ANY_WORDS
        value = f"(?:{shape})" if name in seen else f"(?P<{name}>{shape})"
        pattern.append(f" ?{value} ?")
        seen.add(name)
        position = place.end()
    pattern.append(folded_pattern(template[position:]))
    return "".join(pattern)


class Wording:
    """A wording in one or more forms: the first is written, all are read."""

    def __init__(self, forms: Iterable[str], shapes: Mapping[str, str] | None = None) -> None:
        self._forms: Sequence[str] = tuple(forms)
        self._shapes = shapes or {}

    def __bool__(self) -> bool:
        return bool(self._forms)

    def write(self, **values: str) -> str:
        """The first form whose places are all given, filled; empty if there is none."""
        for form in self._forms:
            if {place.group(1) for place in _PLACE.finditer(form)} <= values.keys():
                return form.format(**values)
        return ""

    def read(self, line: str) -> Mapping[str, str] | None:
        """What stands in the places, if the whole line is this wording in one of its forms."""
        return next(self.readings(line), None)

    def readings(self, line: str) -> Iterator[Mapping[str, str]]:
        """What stands in the places, for every form that the whole line can be."""
        plain = folded(line)
        for pattern in self._patterns:
            match = pattern.fullmatch(plain)
            if match:
                _, places = with_places(line)
                yield {
                    name: _as_it_stands(line, places, *match.span(name))
                    for name in match.groupdict()
                }

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(template_pattern(form, self._shapes)) for form in self._forms)


def _as_it_stands(line: str, places: Sequence[int], start: int, end: int) -> str:
    return line[places[start] : places[end - 1] + 1] if end > start else ""

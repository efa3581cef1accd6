"""Set wordings with places: one template writes them and reads them again.

A template is plain words with places in braces (`Adopted on {date}`). Reading is forgiving in what
a printer, a PDF or a typist changes (white space, apostrophes, dashes, full-width marks, vowel
signs, look-alike letters, capitals) and in nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

_ANY_WORDS = r"\S(?:.*?\S)?"
_PLACE = re.compile(r"\{(\w+)\}")
_GAP = r"[\s\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]*"
_VOWEL_SIGNS = r"[\u064b-\u0652\u0640]*"
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
    "еeё",
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
    '“”„"«»',
)
_CLASSES = {letter: row for row in _ALIKE for letter in row}
_FOLDED = str.maketrans({letter: row[0] for row in _ALIKE for letter in row[1:]})
_UNSEEN = re.compile("[\u064b-\u0652\u0640\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def folded(words: str) -> str:
    """The words as they are compared: look-alikes made one, no capitals and no vowel signs."""
    return " ".join(_UNSEEN.sub("", words).casefold().translate(_FOLDED).split())


def tolerant(words: str) -> str:
    """A regular expression for the words as they may be printed."""
    pieces = ["".join(_letter(letter) for letter in word) for word in words.split()]
    start = _GAP if words[:1].isspace() else ""
    end = _GAP if words[-1:].isspace() and words.strip() else ""
    return start + _GAP.join(pieces) + end


def _letter(letter: str) -> str:
    alike = _CLASSES.get(letter)
    pattern = f"[{re.escape(alike)}]" if alike else re.escape(letter)
    return pattern + _VOWEL_SIGNS if "\u0621" <= letter <= "\u064a" else pattern


def template_pattern(template: str, shapes: Mapping[str, str]) -> str:
    """The regular expression of a template; a place without a shape takes any words.

    A place that comes twice must be filled alike in writing; in reading the first one counts.
    """
    pattern: list[str] = []
    seen: set[str] = set()
    position = 0
    for place in _PLACE.finditer(template):
        pattern.append(tolerant(template[position : place.start()]))
        name = place.group(1)
        shape = shapes.get(name)
        if shape is None and template[: place.start()].endswith(" "):
            pattern.append(r"(?<=\s)")  # free words must not begin inside a word
        shape = shape or _ANY_WORDS
        value = f"(?:{shape})" if name in seen else f"(?P<{name}>{shape})"
        pattern.append(_GAP + value + _GAP)
        seen.add(name)
        position = place.end()
    pattern.append(tolerant(template[position:]))
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
        for pattern in self._patterns:
            match = pattern.fullmatch(line)
            if match:
                return match.groupdict()
        return None

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(
            re.compile(_GAP + template_pattern(form, self._shapes) + _GAP, re.IGNORECASE)
            for form in self._forms
        )

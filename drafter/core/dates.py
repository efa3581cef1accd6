"""Dates as the six languages print them, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from drafter.core.phrases import folded, folded_pattern, template_pattern, with_places

_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class DateWords:
    """How a language words a date.

    `months` are the twelve names as written; `also` further names and their numbers; `day_marks`
    what may follow the day (`er`), `first` how the first of a month is written; `forms` are
    templates with the places day, month and year, the first one is written.
    """

    months: Sequence[str]
    also: Mapping[str, int]
    first: str
    day_marks: Sequence[str]
    forms: Sequence[str]


class Dates:
    """Writes and reads dates."""

    def __init__(self, words: DateWords) -> None:
        self._words = words

    def write(self, day: date) -> str:
        """The date in words, with the no-break spaces of print."""
        words = self._words
        return words.forms[0].format(
            day=words.first if day.day == 1 else day.day,
            month=words.months[day.month - 1],
            year=day.year,
        )

    def read(self, text: str) -> date | None:
        """The date, if the whole text is one."""
        plain = folded(text)
        for pattern in self._patterns:
            match = pattern.fullmatch(plain)
            if match:
                return self._date(match)
        return None

    def find(self, text: str) -> Iterator[tuple[int, int, date]]:
        """All dates in a text, as (start, end, date)."""
        plain, places = with_places(text)
        end = 0
        for start, stop, day in sorted(self._found(plain), key=lambda one: (one[0], -one[1])):
            if start >= end:
                end = stop
                yield places[start], places[stop - 1] + 1, day

    def _found(self, plain: str) -> Iterator[tuple[int, int, date]]:
        for pattern in self._anywhere:
            for match in pattern.finditer(plain):
                day = self._date(match)
                if day is not None:
                    words = match.group()
                    start = match.end() - len(words.lstrip())
                    yield start, start + len(words.strip()), day

    @cached_property
    def months(self) -> Mapping[str, int]:
        """Every name of a month, folded and without gaps, with its number."""
        named = {name: number for number, name in enumerate(self._words.months, 1)}
        return {_key(name): number for name, number in {**self._words.also, **named}.items()}

    def month_number(self, name: str) -> int | None:
        """The number of the month with this name."""
        return self.months.get(_key(name))

    @cached_property
    def month_pattern(self) -> str:
        """A regular expression for the name of a month in folded text."""
        names = {folded_pattern(name) for name in (*self._words.months, *self._words.also)}
        return "|".join(sorted(names, key=lambda one: (-len(one), one)))

    @cached_property
    def _form_patterns(self) -> tuple[str, ...]:
        marks = "|".join(folded_pattern(mark) for mark in self._words.day_marks)
        shapes = {
            "day": rf"\d{{1,2}}(?:{marks})?",
            "month": self.month_pattern,
            "year": r"\d{4}",
        }
        return tuple(template_pattern(form, shapes) for form in self._words.forms)

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(one) for one in self._form_patterns)

    @cached_property
    def _anywhere(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(rf"(?<!\d){one}(?!\d)") for one in self._form_patterns)

    def _date(self, match: re.Match[str]) -> date | None:
        month = self.month_number(match["month"])
        figures = _FIGURES.match(match["day"])
        if month is None or figures is None:
            return None
        try:
            return date(int(match["year"]), month, int(figures.group()))
        except ValueError:
            return None  # the thirty-first of a shorter month


def _key(name: str) -> str:
    return folded(name).replace(" ", "")

"""Dates as the six languages print them, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from drafter.core.phrases import folded, template_pattern, tolerant

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
        for pattern in self._patterns:
            match = pattern.fullmatch(text.strip())
            if match:
                return self._date(match)
        return None

    def find(self, text: str) -> Iterator[tuple[int, int, date]]:
        """All dates in a text, as (start, end, date)."""
        end = 0
        for match in self._any.finditer(text):
            day = self.read(match.group())
            if day is not None and match.start() >= end:
                end = match.end()
                yield match.start(), end, day

    @cached_property
    def pattern(self) -> str:
        """A regular expression for a date, without groups."""
        forms = (re.sub(r"\?P<\w+>", "?:", one) for one in self._form_patterns)
        return "|".join(forms)

    @cached_property
    def months(self) -> Mapping[str, int]:
        """Every name of a month, folded, with its number."""
        named = {name: number for number, name in enumerate(self._words.months, 1)}
        return {_key(name): number for name, number in {**self._words.also, **named}.items()}

    def month_number(self, name: str) -> int | None:
        """The number of the month with this name."""
        return self.months.get(_key(name))

    @cached_property
    def month_pattern(self) -> str:
        """A regular expression for the name of a month."""
        names = {*self._words.months, *self._words.also}
        longest_first = sorted(names, key=lambda one: (-len(one), one))
        return "|".join(tolerant(name) for name in longest_first)

    @cached_property
    def _form_patterns(self) -> tuple[str, ...]:
        marks = "|".join(tolerant(mark) for mark in self._words.day_marks)
        shapes = {
            "day": rf"\d{{1,2}}(?:{marks})?",
            "month": self.month_pattern,
            "year": r"\d{4}",
        }
        return tuple(template_pattern(form, shapes) for form in self._words.forms)

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(one, re.IGNORECASE) for one in self._form_patterns)

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\d)(?:{self.pattern})(?!\d)", re.IGNORECASE)

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

"""The numbers of a text, by which a footnote mark is told from the end of a number."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date

_LETTERS = re.compile(r"[^\W\d_]+$")
_NUMBER = re.compile(r"\d+(?:/\d+)*")
_COUNTED = re.compile(
    r"(?P<before>[\u3400-\u9fff]?)(?P<number>\d+(?:/\d+)*)(?P<after>[\u3400-\u9fff]?)"
)
_OFTEN = 3


class Numbers:
    """What tells a number of the text from a mark.

    It knows the numbers and pairs (`60/175`) that stand whole somewhere in `lines`, the words that
    count something (`counting`: paragraph, article) and where dates are.
    """

    def __init__(
        self,
        lines: Sequence[str],
        counting: frozenset[str] = frozenset(),
        find_dates: Callable[[str], Sequence[tuple[int, int, date]]] = lambda _: (),
        months: Sequence[str] = (),
    ) -> None:
        self._counting = counting
        self._find_dates = find_dates
        self._months = tuple(month.casefold() for month in months)
        self._seen = Counter(number for line in lines for number in _NUMBER.findall(line))
        self._before: dict[str, set[str]] = defaultdict(set)
        self._after: dict[str, set[str]] = defaultdict(set)
        for line in lines:
            for match in _COUNTED.finditer(line):
                self._after[match["before"]].add(match["number"])
                self._before[match["after"]].add(match["number"])

    def __call__(self, number: str, times: int = 1) -> bool:
        return self._seen[number] >= times

    def is_counted(self, words: str) -> bool:
        """Whether the words end in one after which numbers stand."""
        match = _LETTERS.search(words.rstrip("."))
        return match is not None and match.group().casefold() in self._counting

    def is_day(self, following: str) -> bool:
        """Whether a month follows, so that a number before it is a day."""
        return following.lstrip().casefold().startswith(self._months) if self._months else False

    def in_dates(self, plain: str) -> Callable[[int], bool]:
        """Tells whether a place lies inside a date."""
        inside = {
            place for start, end, _ in self._find_dates(plain) for place in range(start, end - 1)
        }
        return inside.__contains__

    def counts_before(self, sign: str) -> float:
        """What speaks against a mark before this ideograph: numbers often stand there (`年`)."""
        return 2.0 if len(self._before.get(sign, ())) > _OFTEN else 0.0

    def counts_after(self, sign: str) -> float:
        """What speaks against a mark after this ideograph (`第`)."""
        return 2.0 if len(self._after.get(sign, ())) > _OFTEN else 0.0

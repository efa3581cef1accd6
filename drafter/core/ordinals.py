"""Numbers in words: session ordinals to one hundred, Chinese numerals, figures with endings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from drafter.core.phrases import folded, folded_pattern

LARGEST = 100
_CHINESE_DIGITS = "零一二三四五六七八九"


def chinese_numeral(number: int) -> str:
    """1 to 100 in Chinese characters."""
    if number == LARGEST:
        return "一百"
    tens, units = divmod(number, 10)
    start = "" if tens == 0 else "十" if tens == 1 else f"{_CHINESE_DIGITS[tens]}十"
    return start + (_CHINESE_DIGITS[units] if units else "")


@dataclass(frozen=True, slots=True)
class OrdinalForm:
    """The words of one form (a gender, or the form before a noun).

    `alone` are 1 to at least 10, `rounds` the tens standing alone, `tens` what comes before a unit,
    `units` 1 to 9 (or 19) after the tens, `whole` what follows no rule.
    """

    alone: Sequence[str]
    rounds: Mapping[int, str]
    tens: Mapping[int, str]
    units: Sequence[str]
    compound: str
    whole: Mapping[int, str]

    def word(self, number: int) -> str:
        """The ordinal in words."""
        if number in self.whole:
            return self.whole[number]
        if number <= len(self.alone):
            return self.alone[number - 1]
        if number in self.rounds:
            return self.rounds[number]
        ten = max(one for one in self.tens if one < number)
        return self.compound.format(tens=self.tens[ten], unit=self.units[number - ten - 1])


class Ordinals:
    """The ordinals of a language; `variants` are pairs of word ends that are read alike."""

    def __init__(
        self,
        forms: Mapping[str, OrdinalForm],
        also: Mapping[str, int],
        variants: Sequence[tuple[str, str]],
    ) -> None:
        self._forms = forms
        self._also = also
        self._variants = variants

    def word(self, number: int, form: str) -> str:
        """The ordinal of 1 to 100 in one of the forms.

        Raises:
            ValueError: the number is not between 1 and 100.
        """
        if not 1 <= number <= LARGEST:
            raise ValueError(f"There is no ordinal for {number}.")
        return self._forms.get(form, self._forms["masculine"]).word(number)

    def number(self, words: str) -> int | None:
        """The number the words stand for, in any form and case."""
        return self._numbers.get(folded(words))

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        numbers: dict[str, int] = {}
        for form in self._forms.values():
            for number in range(1, LARGEST + 1):
                for word in self._read_forms(form.word(number)):
                    numbers.setdefault(folded(word), number)
        numbers.update({folded(word): number for word, number in self._also.items()})
        return numbers

    def _read_forms(self, word: str) -> Iterator[str]:
        yield word
        for old, new in self._variants:
            if word.endswith(old):
                yield word.removesuffix(old) + new


@dataclass(frozen=True, slots=True)
class FigureEndings:
    """A number in figures with its ordinal ending: `8712th`, `1re`, `54‑е`.

    `exact` goes by the whole number, `last` by its last figures (the longest wins), `read` are
    further endings that are read but not written.
    """

    exact: Mapping[str, str]
    last: Mapping[str, str]
    other: str
    read: Sequence[str]

    def write(self, number: int) -> str:
        """The figures with their ending."""
        figures = str(number)
        if figures in self.exact:
            return figures + self.exact[figures]
        for length in (2, 1):
            ending = self.last.get(figures[-length:])
            if ending is not None:
                return figures + ending
        return figures + self.other

    def pattern(self) -> str:
        """A regular expression, for folded text, of figures with any of the endings or none."""
        endings = {*self.exact.values(), *self.last.values(), self.other, *self.read} - {""}
        if not endings:
            return r"\d+"
        patterns = sorted(
            {folded_pattern(one) for one in endings}, key=lambda one: (-len(one), one)
        )
        return rf"\d+(?: ?(?:{'|'.join(patterns)}))?"

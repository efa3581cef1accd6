"""Labels of paragraphs, items, headings and annexes: written one way, read every way they occur."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from drafter.core.model import Part
from drafter.core.ordinals import LARGEST, chinese_numeral

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LARGEST_ROMAN = 399
_LARGEST_FIGURE = 9999
_GAP = r"[\s\u200b\u200e\u200f]*"
_STOPS = r"[\s\u200b\u200e\u200f]*[-‐‑–—.．:)）]"
_NEXT = r"(?=[\s\u200b\u200e\u200f]|$)"
_NEXT_LETTER = r"(?=[^\W\d_]|[“”«\"‘’'])"


@dataclass(frozen=True, slots=True)
class Label:
    """One way to read the start of a line as a label.

    `levels` are the levels it can have, the likeliest first; `end` the code points it takes with
    the white space around it; `as_printed` the label alone; `part` the part it names (`PP1`), if
    it does.
    """

    levels: tuple[int, ...]
    n: int
    alternative: int
    end: int
    as_printed: str
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A way of counting: `write` gives the sign, `signs` is its pattern, `read` goes back."""

    write: Callable[[int], str]
    signs: str
    read: Callable[[str], int | None]

    def read_sign(self, sign: str) -> int | None:
        """The number of a sign standing alone."""
        return self.read(sign) if re.fullmatch(self.signs, sign) else None


@dataclass(frozen=True, slots=True)
class LabelForm:
    """A template with a place for the sign, its series, and the levels it can stand for.

    `part` is the part that the form names by itself.
    """

    template: str
    series: str
    levels: tuple[int, ...]
    part: Part | None = None


def roman(number: int) -> str:
    """The number in small Roman figures."""
    letters: list[str] = []
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        letters.append(sign * count)
    return "".join(letters)


_ROMAN_NUMBERS = {roman(number): number for number in range(1, _LARGEST_ROMAN + 1)}


def _chinese() -> Series:
    numbers = {chinese_numeral(number): number for number in range(1, LARGEST + 1)}
    return Series(chinese_numeral, "[一二三四五六七八九十百]{1,4}", numbers.get)


def _listed(words: Sequence[str]) -> Series:
    numbers = {word: number for number, word in reversed(list(enumerate(words, 1)))}
    longest_first = sorted(numbers, key=lambda one: (-len(one), one))
    return Series(
        lambda number: words[number - 1] if number <= len(words) else str(number),
        "|".join(re.escape(word) for word in longest_first),
        numbers.get,
    )


def _letters(alphabet: str, joint: str, alike: Mapping[str, str]) -> Series:
    """a to z, then doubled (aa, bb), trebled and so on; `alike` are letters read as others."""
    size = len(alphabet)

    def write(number: int) -> str:
        times, index = divmod(number - 1, size)
        return joint.join([alphabet[index]] * (times + 1))

    def read(sign: str) -> int | None:
        plain = "".join(alike.get(letter, letter) for letter in sign if not letter.isspace())
        plain = plain.replace("ـ", "")
        index = alphabet.find(plain[:1])
        same = plain and index >= 0 and plain == plain[0] * len(plain)
        return (len(plain) - 1) * size + index + 1 if same else None

    one = f"[{re.escape(alphabet + ''.join(alike))}]ـ?"
    return Series(write, rf"{one}(?:\s?{one}){{0,2}}", read)


def _figures() -> Series:
    def read(sign: str) -> int | None:
        number = int(sign)
        return number if 1 <= number <= _LARGEST_FIGURE else None

    return Series(str, r"\d{1,4}", read)


class Counting:
    """The ways of counting that a language's labels use, by name."""

    def __init__(
        self,
        alphabet: str,
        joint: str,
        alike: Mapping[str, str],
        words: Mapping[str, Sequence[str]],
    ) -> None:
        small_roman = Series(roman, "[ivxlc]{1,9}", _ROMAN_NUMBERS.get)
        latin = _letters("abcdefghijklmnopqrstuvwxyz", "", {})
        capitals = _letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "", {"А": "A", "В": "B", "С": "C"})
        self._series: dict[str, Series] = {
            "figures": _figures(),
            "letters": _letters(alphabet, joint, alike),
            "latin": latin,
            "capitals": capitals,
            "roman": small_roman,
            "capital-roman": Series(
                lambda number: roman(number).upper(),
                "[IVXLC]{1,9}",
                lambda sign: _ROMAN_NUMBERS.get(sign.lower()),
            ),
            "chinese": _chinese(),
        }
        self._series.update({name: _listed(row) for name, row in words.items()})

    def __getitem__(self, name: str) -> Series:
        return self._series[name]


class Labels:
    """Writes and reads the labels of one language.

    `written` is the form of each level; `read` the forms found in print, the written ones among
    them; `signs` are whole labels printed as one character (`㈠`); `alternatives` the Latin words
    that tell versions of a paragraph apart, and `also` others that are read as one of them.
    """

    def __init__(
        self,
        counting: Counting,
        written: Sequence[LabelForm],
        read: Sequence[LabelForm],
        signs: Mapping[str, str],
        alternatives: Sequence[str],
        also: Mapping[str, int],
    ) -> None:
        self._counting = counting
        self._written = written
        self._read = read
        self._signs = signs
        self._alternatives = alternatives
        self._spares = {**also, **{word: n for n, word in enumerate(alternatives, 1)}}

    def label(self, level: int, n: int, alternative: int = 0) -> str:
        """The label of the n-th paragraph at a level."""
        form = self._written[level]
        sign = self._counting[form.series].write(n)
        if alternative:
            words = self._alternatives
            spare = words[alternative - 1] if alternative <= len(words) else f"({alternative + 1})"
            sign = f"{sign} {spare}"
        label = form.template.format(sign)
        return self._signs.get(label, label)

    def read_labels(self, text: str) -> list[Label]:
        """Every way to read the start of the text as a label, the likeliest first.

        The language's own forms go before foreign ones, then low numbers before high ones: a lone
        `(i)` is more often the first of its row than the ninth.
        """
        found: dict[tuple[tuple[int, ...], int, int], tuple[int, Label]] = {}
        start = re.match(_GAP, text)
        skipped = start.end() if start else 0
        for rank, label in self._readings(text, skipped):
            found.setdefault((label.levels, label.n, label.alternative), (rank, label))
        ordered = sorted(found.values(), key=lambda one: (one[0], one[1].n))
        return [label for _, label in ordered]

    def _readings(self, text: str, skipped: int) -> Iterator[tuple[int, Label]]:
        for rank, (form, pattern) in enumerate(self._patterns):
            match = pattern.match(text, skipped)
            if match is None:
                continue
            n = self._number(form, match)
            if n is None:
                continue
            spare = (match.groupdict().get("spare") or "").lower()
            if spare and match["bare"] is not None and text[match.end() :][:1].islower():
                continue  # `article / 3 bis of the Convention`
            alternative = self._spares.get(spare, 0)
            printed = match["label"]
            own = rank < len(self._written)
            yield not own, Label(form.levels, n, alternative, match.end(), printed, form.part)

    def _number(self, form: LabelForm, match: re.Match[str]) -> int | None:
        sign = match.groupdict().get("sign")
        if sign is None:
            whole = {sign: label for label, sign in self._signs.items()}[match["label"]]
            sign = form.template.partition("{}")
            sign = whole.removeprefix(sign[0]).removesuffix(sign[2])
        return self._counting[form.series].read(sign)

    @cached_property
    def _patterns(self) -> tuple[tuple[LabelForm, re.Pattern[str]], ...]:
        forms = [*self._written, *self._read]
        return tuple((form, self._pattern(form)) for form in forms)

    def _pattern(self, form: LabelForm) -> re.Pattern[str]:
        before, _, after = form.template.partition("{}")
        spares = sorted(self._spares, key=lambda one: (-len(one), one))
        spare = "|".join(re.escape(one) for one in spares)
        sign = self._counting[form.series].signs
        whole = "|".join(
            re.escape(one)
            for label, one in self._signs.items()
            if label.startswith(before) and label.endswith(after)
        )
        stop = r"(?:\s?[.:)])?" if form.part else _loose(after)
        versions = rf"[\s.]*(?P<spare>(?i:{spare}))(?:{stop}|(?P<bare>)(?!{_STOPS}))"
        joined = rf"{_loose(before)}(?P<sign>{sign})(?:{versions}|{stop})"
        if whole and form in self._written:
            joined = f"{joined}|(?:{whole})"
        ending = f"(?:{_NEXT}|{_NEXT_LETTER})" if self._may_touch(form) else _NEXT
        return re.compile(rf"(?P<label>{joined}){ending}{_GAP}")

    @staticmethod
    def _may_touch(form: LabelForm) -> bool:
        """Whether the words may follow without a space: `1.Decides`, `(a)To`, but not `a.m.`."""
        return form.series == "figures" or not form.template.endswith(".")


_LOOSE = {"(": "[(（]", ")": "[)）]", ".": "[.．]", "-": "[-‐‑–—]", "’": "[’‘']", "‘": "[’‘']"}


def _loose(words: str) -> str:
    """The words around a sign with the white space and brackets that print gives them."""
    return "".join(r"\s*" if one.isspace() else _LOOSE.get(one, re.escape(one)) for one in words)

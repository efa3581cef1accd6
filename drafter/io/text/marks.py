"""Footnote marks in the words: every digit that may be one, with how well it fits by its look."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from drafter.io.text.numbers import Numbers

_RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(_RAISED_DIGITS, "0123456789")
_IDEOGRAPH = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_ARABIC = re.compile("[\u0600-\u06ff]")

_RAISED = re.compile(rf"[{_RAISED_DIGITS}]{{1,3}}")
_HELD = re.compile(r"(?<=\S)\[\^?(?P<square>\d{1,3})\]|(?<=[^\s(（])\((?P<round>\d{1,3})\)")
_SIGN = re.compile(r"(?<=[^\s*])\*{1,3}(?!\w)")
_FIGURES = re.compile(r"\d+")
_SPACED = re.compile(r"(?<=\S)[ \u00a0](?P<digits>[1-9]\d{0,2})(?=[\s,.;:)»”’\]،؛，；。]|$)")
_PART_OF_NUMBER = re.compile(r"[.,:]\d|[ \u00a0]\d{3}(?!\d)")
_AT_START = re.compile(r"[1-9]\d{0,2}(?=[ ,;:])")
_AFTER_MARK = re.compile(r"[\w/%°$€]")
_UNITS = re.compile(r"(?:^|\s)(?:k|c|m)?m$")
_YEAR = re.compile(r"(?:1[89]\d|20[0-5])\d")
_YEAR_END = re.compile(r"(?:1[89]\d|20[0-5])\d\Z")
_SYMBOL = re.compile(r"[(\[“«]?(?=[^a-z]*[/.])[A-Z0-9./()\-‑]+(?:Add|Rev|Corr|L|No|Vol)?\.?")
_LETTERS = re.compile(r"[^\W\d_]+$")
LONGEST_MARKED = 60_000
"""No paragraph is half as long; in what is longer no marks are looked for."""
_LONGEST_MARK = 3
_LONGEST_FIGURES = 8
_LONGEST_NUMBER = 24
_LIKELY = 1.5
_POSSIBLE = -0.6


class Style(Enum):
    """How a text prints its marks."""

    RAISED = auto()
    HELD = auto()
    GLUED = auto()
    APART = auto()
    SIGN = auto()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters `start` to `end` of text `text` that may be the mark of note `number` (or `sign`).

    `score` says how well the place fits by its look alone; `line` is the source line; `style`
    is how the mark would be printed.
    """

    text: int
    start: int
    end: int
    number: int
    score: float
    line: int
    sign: str = ""
    style: Style = Style.GLUED

    @property
    def key(self) -> str:
        """The number or sign as a note prints it."""
        return self.sign or str(self.number)


def candidates(
    plain: str, text: int, line_at: Callable[[int], int], known: Numbers
) -> list[Candidate]:
    """Every place in the words that may be a mark; `known` tells a number that stands elsewhere."""
    places = (*_raised(plain), *_held(plain), *_signs(plain), *_spaced(plain, known))
    places = (*places, *_all_glued(plain, known))
    if not places:
        return []
    in_date = known.in_dates(plain)
    return [
        Candidate(
            text=text,
            start=one.start,
            end=one.end,
            number=int(one.digits) if one.digits else 0,
            score=one.score,
            line=line_at(one.start),
            sign="" if one.digits else plain[one.start : one.end],
            style=one.style,
        )
        for one in sorted(places, key=lambda one: (one.start, one.end))
        if not in_date(one.end - 1)
    ]


@dataclass(frozen=True, slots=True)
class _Place:
    """Characters that may be a mark, with the figures in them."""

    start: int
    end: int
    digits: str
    score: float
    style: Style


def _raised(plain: str) -> Iterator[_Place]:
    for match in _RAISED.finditer(plain):
        if match.start() and not _UNITS.search(plain, max(0, match.start() - 4), match.start()):
            digits = match.group().translate(_TO_DIGITS)
            yield _Place(match.start(), match.end(), digits, 5.0, Style.RAISED)


def _held(plain: str) -> Iterator[_Place]:
    for match in _HELD.finditer(plain):
        digits = match["square"] or match["round"]
        yield _Place(match.start(), match.end(), digits, _held_score(plain, match), Style.HELD)


def _signs(plain: str) -> Iterator[_Place]:
    for match in _SIGN.finditer(plain):
        yield _Place(match.start(), match.end(), "", 3.0, Style.SIGN)


def _spaced(plain: str, known: Numbers) -> Iterator[_Place]:
    for match in _SPACED.finditer(plain):
        start, end = match.span("digits")
        score = _spaced_score(plain, start, end)
        score -= 1.5 if known.is_counted(plain[max(0, start - 20) : start].rstrip()) else 0.0
        score -= 6.0 if known.is_day(plain[end : end + 20]) else 0.0
        yield _Place(start, end, match["digits"], score, Style.APART)


def _all_glued(plain: str, known: Numbers) -> Iterator[_Place]:
    for match in _FIGURES.finditer(plain):
        for start, score in _glued(plain, match, known):
            yield _Place(start, match.end(), plain[start : match.end()], score, Style.GLUED)


def _held_score(plain: str, match: re.Match[str]) -> float:
    if match["square"]:
        return 4.5
    before = plain[match.start() - 1]
    if _ARABIC.search(plain, max(0, match.start() - 40), match.end() + 20):
        return 2.0 if before.isdigit() else 4.0
    return 1.0 if before in ",.;:»”’" else 0.0


def _spaced_score(plain: str, start: int, end: int) -> float:
    before = plain[start - 2]
    after = plain[end : end + 2].strip()
    if _PART_OF_NUMBER.match(plain, end):
        return -6.0
    if before in ";:." and after[:1] == ".":
        return -3.0
    if before in ",،、，" and plain[start - 3 : start - 2].isdigit():
        return 0.2
    if before.isdigit():
        return _score_after_spaced_figures(plain, start, end)
    score = 2.0 if before in ",;:)”»’" else 0.0
    score += 0.4 if before.isalpha() else 0.0
    score -= 1.0 if before.isalpha() and after[:1].isdigit() else 0.0
    return score + (0.5 if not after or after[0] in ",;:" else 0.0)


def _score_after_spaced_figures(plain: str, start: int, end: int) -> float:
    """`2019-2020 1,` may be a mark, the groups of `1 234 567` are none."""
    if end - start == _LONGEST_MARK or (
        plain[end : end + 1].isspace() and plain[end + 1 : end + 2].isdigit()
    ):
        return -6.0
    return 0.8 if _YEAR_END.search(plain, max(0, start - 9), start - 1) else -0.3


def _glued(plain: str, figures: re.Match[str], known: Numbers) -> list[tuple[int, float]]:
    """Where in a row of figures a mark may begin, with its score; the row's end is the mark's."""
    start, end = figures.span()
    if end - start > _LONGEST_FIGURES:
        return []
    after = plain[end : end + 1]
    if after and _AFTER_MARK.match(after) and not _IDEOGRAPH.match(after):
        return []
    penalty = _penalty_of_following(plain, end, known)
    penalty += known.counts_after(plain[start - 1]) if start else 0.0
    found: list[tuple[int, float]] = []
    for length in range(1, min(_LONGEST_MARK, end - start) + 1):
        at = end - length
        if plain[at] == "0":
            continue
        score = _score_of_glue(plain, start, at, end, known)
        if score is not None:
            found.append((at, score - penalty))
    return found


def _penalty_of_following(plain: str, end: int, known: Numbers) -> float:
    following = plain[end : end + 1]
    if _IDEOGRAPH.match(following):
        return 1.5 + known.counts_before(following)
    if following in {".", ",", ":"} and plain[end + 1 : end + 2].isdigit():
        return 6.0
    return 4.0 if following in {"-", "‐", "‑", "–"} and plain[end + 1 : end + 2].isalnum() else 0.0


def _score_of_glue(plain: str, start: int, at: int, end: int, known: Numbers) -> float | None:
    if at > start:
        return _score_after_figures(plain, start, at, end, known)
    before = plain[start - 1] if start else " "
    if before.isspace() or before in "(/[-‐‑–—+=$€£#":
        return None
    if before.isalpha():
        return _score_after_letter(plain, start)
    return _score_after_sign(plain, start)


def _score_after_letter(plain: str, start: int) -> float:
    token = plain[max(0, start - 40) : start].rsplit(maxsplit=1)[-1]
    if _SYMBOL.fullmatch(token):
        return -2.0
    word = _LETTERS.search(token)
    letters = word.group() if word else ""
    if _IDEOGRAPH.match(letters[-1:]):
        return 1.5
    if letters.isupper() and len(letters) <= 5:
        return 0.0 if len(letters) > 2 else -1.0
    return 3.5 if len(letters) > 1 else 0.5


def _score_after_sign(plain: str, start: int) -> float:
    sign = plain[start - 1]
    earlier = plain[start - 2 : start - 1]
    if sign in ".,:、，،" and earlier.isdigit():
        if _YEAR_END.search(plain, max(0, start - 9), start - 1):
            return 1.5
        return 0.8 if sign == "," else -3.0
    if sign == ".":
        token = plain[max(0, start - 40) : start].rsplit(maxsplit=1)[-1]
        return -2.0 if "/" in token or _SYMBOL.fullmatch(token) or len(token) < 4 else 2.5
    if sign in "“«‘„":
        return -1.0
    return 3.0


def _score_after_figures(plain: str, start: int, at: int, end: int, known: Numbers) -> float:
    """How much better the row of figures reads when it is cut: `20112` as 2011 and note 2."""
    whole, rest = plain[start:end], plain[start:at]
    slash = start > 1 and plain[start - 1] == "/" and plain[start - 2].isdigit()
    score = -0.5 if len(whole) <= _LONGEST_MARK + 1 else -1.0
    if _YEAR.fullmatch(rest):
        score = 3.0
    elif _YEAR.fullmatch(whole):
        score = -3.0
    elif slash:
        score = _score_after_slash(whole, rest)
    number = plain[_number_start(plain, start) : at]
    longer = plain[_number_start(plain, start) : end]
    if known(number) and not known(longer, 2):
        score += 2.0 if slash and len(whole) > _LONGEST_MARK else 0.7
    return score


def _score_after_slash(whole: str, rest: str) -> float:
    """A resolution's number has up to three figures: four are three and a mark."""
    if len(whole) > _LONGEST_MARK:
        return 2.5 if len(rest) <= _LONGEST_MARK else -1.0
    return 0.5 if len(whole) == _LONGEST_MARK else -0.5


def _number_start(plain: str, start: int) -> int:
    first = max(0, start - _LONGEST_NUMBER)
    while start > first and (plain[start - 1].isdigit() or plain[start - 1] == "/"):
        start -= 1
    return start


class MarkIndex:
    """Which lines hold what may be a mark, before paragraphs are known."""

    def __init__(self, lines: Iterable[str], known: Numbers) -> None:
        self._likely: Mapping[int, list[int]] = defaultdict(list)
        self._possible: Mapping[int, list[int]] = defaultdict(list)
        self._signs: Mapping[str, list[int]] = defaultdict(list)
        for index, line in enumerate(lines):
            broken_off = _AT_START.match(line)
            if broken_off:
                self._possible[int(broken_off.group())].append(index)
            if len(line) > LONGEST_MARKED:
                continue
            for one in candidates(line, index, int, known):
                if one.sign:
                    self._signs[one.sign].append(index)
                if one.score >= _POSSIBLE and one.number:
                    rows = self._likely if one.score >= _LIKELY else self._possible
                    rows[one.number].append(index)

    def has_sign(self, sign: str, last: int) -> bool:
        """Whether a mark with this sign stands above line `last`."""
        return _any_between(self._signs.get(sign, []), 0, last)

    def support(self, number: int, first: int, last: int) -> float:
        """How likely it is that a mark of this number stands from line `first` to before `last`."""
        if _any_between(self._likely.get(number, []), first, last):
            return 1.0
        return 0.5 if _any_between(self._possible.get(number, []), first, last) else 0.0


def _any_between(rows: Sequence[int], first: int, last: int) -> bool:
    place = bisect_left(rows, first)
    return place < len(rows) and rows[place] < last

"""What the look of the page says for a line to begin a paragraph.

What blank lines, indents and short lines are worth is measured on the text itself, against what the
words say: in one text every blank line ends a paragraph, in the next there is one after every line.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from drafter.io.text.evidence import ends_in_mark, ends_strongly, ends_weakly
from drafter.io.text.lines import Line

_CJK = re.compile("[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]")

_UNWRAPPED = 200
_CLOSE_SHARE = 0.05
_OVERLONG = 1.5
_LIST_REACH = 5
_SHORT_LINE = 0.7
_MOSTLY_SHORT = 0.55
_MOSTLY_CAPITALS = 0.8
_STARTS = {
    "blank": {"none": 0.30, "one": 0.60, "more": 0.10},
    "indent": {"same": 0.60, "deeper": 0.38, "less": 0.02},
    "fill": {"full": 0.12, "near": 0.08, "short": 0.30, "half": 0.50},
    "around": {"prose": 0.75, "list": 0.25},
}
_GOES_ON = {
    "blank": {"none": 0.94, "one": 0.05, "more": 0.01},
    "indent": {"same": 0.93, "deeper": 0.04, "less": 0.03},
    "fill": {"full": 0.72, "near": 0.20, "short": 0.06, "half": 0.02},
    "around": {"prose": 0.997, "list": 0.003},
}
_PRIOR_COUNT = 6.0
_CLEAR_START = 2.0
_CLEAR_REST = -5.2
_MOST = 7.0
_LEAST = -5.0


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A line of the body; `interrupted` when furniture or notes stood before it."""

    line: Line
    interrupted: bool = False


class Page:
    """The look of the lines: blank lines, indents, and how full the line before is."""

    def __init__(self, rows: Sequence[BodyLine]) -> None:
        self._rows = rows

    @cached_property
    def width(self) -> float:
        """The length of a full line."""
        lengths = sorted(len(row.line.text) for row in self._rows if len(row.line.text) >= 30)
        return float(lengths[int(len(lengths) * 0.95)]) if lengths else 80.0

    @cached_property
    def is_unwrapped(self) -> bool:
        """Whether each line is a paragraph, whatever its length."""
        if self.width > _UNWRAPPED:
            return True
        below = [row.line for row in self._rows[1:] if not row.interrupted]
        close = sum(not line.blanks for line in below)
        longest = max((len(row.line.text) for row in self._rows), default=0)
        return close <= _CLOSE_SHARE * len(below) and longest > _OVERLONG * self.width

    @cached_property
    def _margins(self) -> Sequence[int]:
        """For each line the indent most lines of its page have."""
        margins: list[int] = []
        page: list[int] = []
        for index, row in enumerate(self._rows):
            if row.interrupted and page:
                margins.extend([_commonest(page)] * len(page))
                page = []
            page.append(self._rows[index].line.indent)
        margins.extend([_commonest(page)] * len(page) if page else [])
        return margins

    def signs(self, index: int) -> Mapping[str, str]:
        """What the page shows at a line, by kind of sign; what is not to be seen is left out."""
        row = self._rows[index]
        fill = self._fill(index) if index else ""
        signs = {"fill": fill} if fill else {}
        signs["around"] = "list" if self.in_list(index) else "prose"
        if not row.interrupted:
            signs["blank"] = ("none", "one", "more")[min(row.line.blanks, 2)]
            deeper = row.line.indent - self._margins[index]
            signs["indent"] = "same" if not deeper else "deeper" if deeper > 0 else "less"
        return signs

    def in_list(self, index: int) -> bool:
        """Whether the lines around are of all lengths, as in a list of names.

        Lines of running text are full but for the last of a paragraph, which ends in a sign, and
        begin in small letters as often as not.
        """
        near = range(max(0, index - _LIST_REACH), min(len(self._rows), index + _LIST_REACH))
        texts = [self._rows[one].line.text for one in near]
        if any(map(ends_in_mark, texts)) or sum(map(_ends_in_sign, texts)) > 1:
            return False
        if sum(text[:1].isupper() for text in texts) < _MOSTLY_CAPITALS * len(texts):
            return False
        lengths = [len(text) for text in texts]
        longest = min(float(max(lengths)), self.width)
        short = sum(length < longest * _SHORT_LINE for length in lengths)
        return len(near) > _LIST_REACH and short >= _MOSTLY_SHORT * len(near)

    def _fill(self, index: int) -> str:
        """How full the line before is; nothing after a mark, where some PDFs break the line."""
        before, text = self._rows[index - 1].line.text, self._rows[index].line.text
        if self.is_unwrapped:
            return "half"
        if ends_in_mark(before):
            return ""
        if before.endswith(("-", "‐", "‑", "\u00ad")):
            return "full"
        word = 1 if _CJK.match(text) else len(text.split(" ", 1)[0]) + 1
        left = (self.width - self._length(index - 1) - word) / self.width
        if left < 0:
            return "full"
        return "near" if left < 0.08 else "short" if left < 0.35 else "half"

    def _length(self, index: int) -> int:
        """The length of a line; one that a mark broke off counts with the piece before it."""
        text = self._rows[index].line.text
        broken = index > 0 and ends_in_mark(self._rows[index - 1].line.text)
        whole = len(text) + 1 + (len(self._rows[index - 1].line.text) if broken else 0)
        return whole if broken and whole <= self.width * 1.1 else len(text)


def _ends_in_sign(text: str) -> bool:
    return ends_strongly(text) or ends_weakly(text)


def _commonest(values: Iterable[int]) -> int:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value))


Weights = Mapping[tuple[str, str], float]


def first_weights() -> Weights:
    """What the signs of a page are worth before the text is seen."""
    return _weights({}, {})


def measured_weights(scores: Sequence[float], signs: Sequence[Mapping[str, str]]) -> Weights:
    """What they are worth in this text, by the lines whose words are clear."""
    starts: dict[tuple[str, str], int] = defaultdict(int)
    goes_on: dict[tuple[str, str], int] = defaultdict(int)
    for score, shown in zip(scores, signs, strict=True):
        if _CLEAR_REST < score < _CLEAR_START or shown["around"] == "list":
            continue
        for sign in shown.items():
            (starts if score > 0 else goes_on)[sign] += 1
    return _weights(starts, goes_on)


def _weights(
    starts: Mapping[tuple[str, str], int], goes_on: Mapping[tuple[str, str], int]
) -> Weights:
    weights: dict[tuple[str, str], float] = {}
    for kind, values in _STARTS.items():
        start_total = sum(starts.get((kind, value), 0) for value in values) + _PRIOR_COUNT
        on_total = sum(goes_on.get((kind, value), 0) for value in values) + _PRIOR_COUNT
        for value, likely in values.items():
            unlikely = _GOES_ON[kind][value]
            start = (starts.get((kind, value), 0) + _PRIOR_COUNT * likely) / start_total
            on = (goes_on.get((kind, value), 0) + _PRIOR_COUNT * unlikely) / on_total
            weights[kind, value] = max(_LEAST, min(_MOST, math.log(start / on)))
    return weights

"""The blocks of a text in their row, and what is told of a block by those round it.

A heading, a closing line and the beginning of the operative part are known by what stands beside
them. Nothing is placed here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from drafter.core.model import Part
from drafter.core.states import state_named
from drafter.io.text.blocks import Block
from drafter.io.text.evidence import Reader, ends_in_colon, ends_strongly, ends_weakly
from drafter.io.text.labels import Labelled

BULLET = re.compile(r"([–—•·▪●-])\s+(?=\S)")
_LONGEST_HEADING = 220
_LONGEST_TITLE = 500
_MOST_HEADINGS = 7
_LONGEST_SECTION_SIGN = 8
_SECTION = re.compile(r"(?P<label>(?P<sign>[^\s.\-–—)]{1,6})\s?[.\-–—]?)\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Seen:
    """A block's words and its labels."""

    block: Block
    text: str
    labelled: Labelled

    @property
    def is_apart(self) -> bool:
        """Whether it is no text of the document that a reader could read: a table, a remark."""
        return self.block.table is not None or self.block.lines[0].is_beside

    @property
    def last(self) -> str:
        return self.block.lines[-1].text


class BlockRow:
    """The blocks in order; `part` in a question is the part that the block would stand in."""

    def __init__(self, blocks: Sequence[Block], reader: Reader) -> None:
        self._reader = reader
        self.seen = _seen(blocks, reader)
        self.labelled = [one.labelled for one in self.seen]

    def __len__(self) -> int:
        return len(self.seen)

    def first_operative(self) -> int:
        """The index of the first block of the operative part, in a text that has a preamble."""
        end = self._end_of_text()
        numbers = (
            index
            for index in range(end)
            if any(
                0 in label.levels and label.part is not Part.PREAMBLE
                for label in self.labelled[index].labels[:1]
            )
        )
        first = next(numbers, None)
        if first is None:
            end = next((index for index in range(1, end) if self.is_closing(index)), end)
        stop = end if first is None else first
        for index in range(stop):
            if self._reads_operative(index, strict=first is not None):
                return self._with_headings(index)
        return self._with_headings(stop if first is not None else self._last_paragraph(end))

    def _with_headings(self, index: int) -> int:
        """The index of the first heading of those right above the block."""
        while 0 < index < len(self) and self.is_heading(index - 1, Part.PREAMBLE):
            index -= 1
        return index

    def _end_of_text(self) -> int:
        for index, seen in enumerate(self.seen):
            if self._reader.is_annex(seen.text) and index:
                return index
        return len(self)

    def _last_paragraph(self, end: int) -> int:
        """Without any sign of an operative part: the last paragraph if it ends in a full stop."""
        for index in range(end - 1, -1, -1):
            seen = self.seen[index]
            if seen.is_apart or self.is_closing(index) or self.is_heading(index, Part.PREAMBLE):
                continue
            return index if ends_strongly(seen.last) or self._only_operative(seen.text) else end
        return end

    def _only_operative(self, text: str) -> bool:
        """Whether the words open a paragraph of the operative part and none of the preamble."""
        opens = self._reader.opens(text, Part.OPERATIVE)
        return opens and not self._reader.opens(text, Part.PREAMBLE)

    def _reads_operative(self, index: int, *, strict: bool) -> bool:
        seen = self.seen[index]
        if seen.is_apart or seen.labelled.labels or not ends_strongly(seen.last):
            return False
        if self._only_operative(seen.text):
            return True
        if strict or self._reader.opens(seen.text, Part.PREAMBLE):
            return False
        return not self.is_heading(index, Part.PREAMBLE) and not self.is_closing(index)

    # Headings and closing lines

    def is_heading(self, index: int, part: Part) -> bool:
        """Whether the block is a heading."""
        return self._looks_like_heading(index, part) and not self._is_listed(index, part)

    def _is_listed(self, index: int, part: Part) -> bool:
        """Whether the block stands in a row of such blocks, which is a list and no heading."""
        if self._reader.is_heading_sign(self.seen[index].text):
            return False
        first = last = index
        while first > max(0, index - _MOST_HEADINGS) and self._looks_like_heading(first - 1, part):
            first -= 1
        end = len(self) - 1
        while last < min(end, index + _MOST_HEADINGS) and self._looks_like_heading(last + 1, part):
            last += 1
        if last - first >= _MOST_HEADINGS:
            return True
        is_announced = first > 0 and ends_in_colon(self.seen[first - 1].last)
        below = self.seen[last + 1].text if last < end else ""
        goes_to_end = self._reader.is_closing(below)
        return last > first + 1 and (is_announced or goes_to_end)

    def _looks_like_heading(self, index: int, part: Part, longest: int = _LONGEST_HEADING) -> bool:
        seen = self.seen[index]
        text = seen.text
        if seen.is_apart:
            return False
        if len(seen.block.lines) == 1 and self._reader.is_heading_sign(text):
            return True
        length = sum(len(line.text) for line in seen.block.lines)
        if length > longest or seen.labelled.labels or index + 1 >= len(self):
            return False
        if ends_strongly(seen.last) or ends_weakly(seen.last) or text[:1].islower():
            return False
        if part is Part.PREAMBLE and self._only_operative(text):
            return False
        return not self._reader.opens(text, part) and not BULLET.match(text)

    def section_label(self, index: int) -> tuple[str, int, int]:
        """The sign of a section, the characters it takes, and the heading's rank."""
        text = self.seen[index].text
        words = self._reader.words
        if len(text) <= _LONGEST_SECTION_SIGN:
            alone = words.read_heading_label(text)
            if alone is not None and not text.isdecimal():
                return text, len(text), alone[0]
        match = _SECTION.match(text)
        if match is not None and not match["sign"].isdecimal():
            read = words.read_heading_label(match["sign"])
            if read is not None and match["label"] != match["sign"]:
                return match["label"], match.end(), read[0]
        return "", 0, 0

    def is_title(self, index: int) -> bool:
        """Whether the block may be the title of the annex above it."""
        looks_like_one = self._looks_like_heading(index, Part.ANNEX, _LONGEST_TITLE)
        return looks_like_one and not (self.section_label(index)[0] or self._is_of_states(index))

    def _is_of_states(self, index: int) -> bool:
        """Whether a list of States begins here, whose first name stands alone as a title does."""
        names = [seen.block.lines[0].text for seen in self.seen[index : index + 2]]
        return len(names) > 1 and all(state_named(name) is not None for name in names)

    def is_closing(self, index: int, *, is_after_closing: bool = False) -> bool:
        """Whether the block is a closing line; a date alone is one after another, or at the end."""
        text = self.seen[index].text
        if self._reader.is_closing(text):
            return True
        return self._reader.is_date(text) and (is_after_closing or index + 1 >= len(self))

    def next_number(self, index: int) -> int | None:
        """The first number of a paragraph below the block."""
        return self._numbers_below[index]

    @cached_property
    def _numbers_below(self) -> Sequence[int | None]:
        below: list[int | None] = []
        number: int | None = None
        for labelled in reversed(self.labelled):
            below.append(number)
            number = next((one.n for one in labelled.labels[:1] if 0 in one.levels), number)
        return below[::-1]


def _seen(blocks: Sequence[Block], reader: Reader) -> list[Seen]:
    seen: list[Seen] = []
    before = ""
    for block in reader.each(blocks):
        text = " ".join(line.text for line in block.lines[:3])
        afresh = len(block.lines) == 1 and (reader.is_annex(text) or reader.is_heading_sign(text))
        one = Seen(block, text, Labelled([], ends_in_colon(before), afresh))
        if not (afresh or one.is_apart):
            one = replace(one, labelled=replace(one.labelled, labels=reader.labels(text)))
        seen.append(one)
        before = block.lines[-1].text
    return seen

"""What each block is: its label and level, its part, a heading, an annex, a closing line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from drafter.core.model import ParagraphKind, Part
from drafter.io.text.blocks import Block
from drafter.io.text.evidence import Reader, ends_in_colon, ends_strongly, ends_weakly
from drafter.io.text.labels import Counters, Labelled, Reading, resolved

_LONGEST_HEADING = 220
_LONGEST_TITLE = 500
_MOST_HEADINGS = 7
_LONGEST_SECTION_SIGN = 8
_BULLET = re.compile(r"([–—•·▪●-])\s+(?=\S)")
_SECTION = re.compile(r"(?P<label>(?P<sign>[^\s.\-–—)]{1,6})\s?[.\-–—]?)\s+(?=\S)")
_QUOTED = re.compile(r"[“«„\"「『”]")


class Role(Enum):
    """What a block is in the document."""

    PARAGRAPH = auto()
    HEADING = auto()
    ANNEX = auto()
    CLOSING = auto()
    VOTE = auto()


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with its place: `printed` is its label, which takes the first `skip` characters."""

    block: Block
    role: Role = Role.PARAGRAPH
    part: Part = Part.PREAMBLE
    kind: ParagraphKind = ParagraphKind.PARAGRAPH
    level: int = 0
    printed: str = ""
    skip: int = 0
    numbered: bool = False
    closing: bool = False
    restarts: bool = False
    alternative: int = 0
    is_sure: bool = True
    more: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class _Seen:
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


def placed(blocks: Sequence[Block], reader: Reader, *, is_operative: bool = False) -> list[Placed]:
    """The blocks in their places, in order.

    `is_operative` says that the document has no preamble at all (a decision, a statement).
    """
    return _Placing(blocks, reader, is_operative=is_operative).run()


def _seen(blocks: Sequence[Block], reader: Reader) -> list[_Seen]:
    seen: list[_Seen] = []
    before = ""
    for block in blocks:
        text = " ".join(line.text for line in block.lines[:3])
        afresh = len(block.lines) == 1 and (reader.is_annex(text) or reader.is_heading_sign(text))
        one = _Seen(block, text, Labelled([], ends_in_colon(before), afresh))
        if not (afresh or one.is_apart):
            one = replace(one, labelled=replace(one.labelled, labels=reader.labels(text)))
        seen.append(one)
        before = block.lines[-1].text
    return seen


class _Placing:
    def __init__(self, blocks: Sequence[Block], reader: Reader, *, is_operative: bool) -> None:
        self.reader = reader
        self.seen = _seen(blocks, reader)
        self.row = [one.labelled for one in self.seen]
        self.counters = Counters()
        self.found: list[Placed] = []
        self.part = Part.OPERATIVE if is_operative else Part.PREAMBLE
        self.after_heading = False
        self.quoted = False
        self.opens_text = False
        self.operative_from = self._first_operative()

    def run(self) -> list[Placed]:
        index = 0
        while index < len(self.seen):
            index += self._place(index)
        return _single_numbered(self.found)

    # The part

    def _first_operative(self) -> int:
        """The index of the first block of the operative part."""
        if self.part is Part.OPERATIVE:
            return 0
        end = self._end_of_text()
        numbers = (
            index
            for index in range(end)
            if any(
                0 in label.levels and label.part is not Part.PREAMBLE
                for label in self.row[index].labels[:1]
            )
        )
        first = next(numbers, None)
        if first is None:
            end = next((index for index in range(1, end) if self._is_closing(index)), end)
        stop = end if first is None else first
        for index in range(stop):
            if self._reads_operative(index, strict=first is not None):
                return self._with_headings(index)
        return self._with_headings(stop if first is not None else self._last_paragraph(end))

    def _with_headings(self, index: int) -> int:
        """The index of the first heading of those right above the block."""
        while 0 < index < len(self.seen) and self._is_heading(index - 1):
            index -= 1
        return index

    def _end_of_text(self) -> int:
        for index, seen in enumerate(self.seen):
            if self.reader.is_annex(seen.text) and index:
                return index
        return len(self.seen)

    def _last_paragraph(self, end: int) -> int:
        """Without any sign of an operative part: the last paragraph if it ends in a full stop."""
        for index in range(end - 1, -1, -1):
            seen = self.seen[index]
            if seen.is_apart or self._is_closing(index) or self._is_heading(index):
                continue
            return index if ends_strongly(seen.last) or self._only_operative(seen.text) else end
        return end

    def _only_operative(self, text: str) -> bool:
        """Whether the words open a paragraph of the operative part and none of the preamble."""
        opens = self.reader.opens(text, Part.OPERATIVE)
        return opens and not self.reader.opens(text, Part.PREAMBLE)

    def _reads_operative(self, index: int, *, strict: bool) -> bool:
        seen = self.seen[index]
        if seen.is_apart or seen.labelled.labels or not ends_strongly(seen.last):
            return False
        if self._only_operative(seen.text):
            return True
        if strict or self.reader.opens(seen.text, Part.PREAMBLE):
            return False
        return not self._is_heading(index) and not self._is_closing(index)

    # One block

    def _place(self, index: int) -> int:
        """Places the block at `index`, and says how many blocks that took."""
        seen = self.seen[index]
        if index == self.operative_from and self.part is Part.PREAMBLE:
            self.part = Part.OPERATIVE
        if seen.is_apart:
            return self._place_apart(seen)
        if self._is_closing(index):
            return self._place_closing(index)
        if self._goes_on_voting(seen):
            return self._put(Placed(seen.block, role=Role.VOTE, part=self.part))
        if self.reader.is_annex(seen.text):
            return self._place_annex(index)
        return self._place_text(index)

    def _place_text(self, index: int) -> int:
        seen = self.seen[index]
        if self.reader.read_organ(seen.text):
            return self._place_organ_line(index)
        reading, sure = resolved(self.counters, self.row, index)
        if reading is not None:
            return self._place_labelled(index, reading, sure=sure)
        if self._is_heading(index):
            return self._place_heading(index)
        return self._place_unlabelled(index)

    def _put(self, placed: Placed) -> int:
        self.found.append(placed)
        return 1

    def _place_apart(self, seen: _Seen) -> int:
        kind = ParagraphKind.PLAIN if seen.block.table is None else ParagraphKind.TABLE
        return self._put(Placed(seen.block, part=self.part, kind=kind))

    def _kind(self) -> ParagraphKind:
        return ParagraphKind.QUOTED if self.quoted else ParagraphKind.PARAGRAPH

    def _place_organ_line(self, index: int) -> int:
        """A second organ line: of an embedded draft that is announced, or of a second text."""
        words = [one for one in self.found if one.role is Role.PARAGRAPH]
        announced = bool(words) and ends_in_colon(words[-1].block.lines[-1].text)
        self.counters.start_afresh()
        if announced:
            self.quoted = True
            self.part = Part.OPERATIVE if self.part is Part.PREAMBLE else self.part
        else:
            self.opens_text = self.part is Part.OPERATIVE
        part = Part.PREAMBLE if self.opens_text else self.part
        return self._put(Placed(self.seen[index].block, part=part, kind=self._kind()))

    def _place_labelled(self, index: int, reading: Reading, *, sure: bool) -> int:
        self.counters.take(reading)
        part = self._part_of_label(reading.level)
        self.after_heading = self.after_heading and reading.level > 0
        self.opens_text = self.opens_text and reading.level > 0
        return self._put(
            Placed(
                self.seen[index].block,
                part=part,
                kind=self._kind(),
                level=0 if self.quoted else reading.level,
                printed=reading.label.as_printed,
                skip=reading.label.end,
                numbered=not self.quoted,
                alternative=0 if self.quoted else reading.label.alternative,
                is_sure=sure,
            )
        )

    def _part_of_label(self, level: int) -> Part:
        if self.part is not Part.OPERATIVE or level == 0:
            return self.part
        before = next((one for one in reversed(self.found) if one.level == 0), None)
        if before is None or before.role is not Role.PARAGRAPH:
            return self.part
        return before.part

    def _place_unlabelled(self, index: int) -> int:
        seen = self.seen[index]
        bullet = _BULLET.match(seen.text)
        if bullet is not None:
            return self._place_bullet(index, bullet)
        part = self.part
        closing = self._is_after_items(index)
        level = max(0, self.counters.depth - 1) if closing else 0
        if not closing:
            self.counters.leave_items()
            if self.opens_text or self._is_sections_preamble(index):
                part = Part.PREAMBLE
            else:
                self.after_heading = False
        return self._put(
            Placed(
                seen.block,
                part=part,
                kind=self._kind(),
                level=level,
                closing=closing and not self.quoted,
                numbered=part is Part.PREAMBLE and not self.quoted,
            )
        )

    def _place_bullet(self, index: int, bullet: re.Match[str]) -> int:
        level = min(4, self.counters.depth + 1)
        return self._put(
            Placed(
                self.seen[index].block,
                part=self._part_of_label(level),
                kind=self._kind(),
                level=0 if self.quoted else level,
                printed=bullet.group(1),
                skip=bullet.end(),
            )
        )

    def _is_after_items(self, index: int) -> bool:
        """Whether the block is the closing words of a paragraph with items."""
        if not self.counters.depth or not self.found:
            return False
        text = self.seen[index].text
        before = self.found[-1].block.lines[-1].text
        small = text[:1].islower() and not self.reader.has_opener(text)
        return small or (ends_weakly(before) and not self.reader.has_opener(text))

    def _is_sections_preamble(self, index: int) -> bool:
        """Whether an unnumbered paragraph opens a section as its own preamble."""
        if self.part is not Part.OPERATIVE or not self.after_heading or self.quoted:
            return False
        seen = self.seen[index]
        return (ends_weakly(seen.last) or ends_in_colon(seen.last)) and self.reader.opens(
            seen.text, Part.PREAMBLE
        )

    # Headings, annexes, closing lines

    def _is_heading(self, index: int) -> bool:
        return self._looks_like_heading(index) and not self._is_listed(index)

    def _is_listed(self, index: int) -> bool:
        """Whether the block stands in a row of such blocks, which is a list and no heading."""
        if self.reader.is_heading_sign(self.seen[index].text):
            return False
        first = last = index
        while first > max(0, index - _MOST_HEADINGS) and self._looks_like_heading(first - 1):
            first -= 1
        end = len(self.seen) - 1
        while last < min(end, index + _MOST_HEADINGS) and self._looks_like_heading(last + 1):
            last += 1
        if last - first >= _MOST_HEADINGS:
            return True
        is_announced = first > 0 and ends_in_colon(self.seen[first - 1].last)
        below = self.seen[last + 1].text if last < end else ""
        goes_to_end = self.reader.is_closing(below)
        return last > first + 1 and (is_announced or goes_to_end)

    def _looks_like_heading(self, index: int, longest: int = _LONGEST_HEADING) -> bool:
        seen = self.seen[index]
        text = seen.text
        if seen.is_apart:
            return False
        if len(seen.block.lines) == 1 and self.reader.is_heading_sign(text):
            return True
        length = sum(len(line.text) for line in seen.block.lines)
        if length > longest or seen.labelled.labels or index + 1 >= len(self.seen):
            return False
        if ends_strongly(seen.last) or ends_weakly(seen.last) or text[:1].islower():
            return False
        if self.part is Part.PREAMBLE and self._only_operative(text):
            return False
        return not self.reader.opens(text, self.part) and not _BULLET.match(text)

    def _place_heading(self, index: int) -> int:
        seen = self.seen[index]
        label, skip, rank = self._section_label(seen)
        self.counters.start_afresh()
        self.after_heading = True
        part = self.part
        return self._put(
            Placed(
                seen.block,
                role=Role.HEADING,
                part=part,
                kind=ParagraphKind.QUOTED if self.quoted else ParagraphKind.HEADING,
                level=0 if self.quoted else rank,
                printed=label,
                skip=skip,
                numbered=bool(label) and not self.quoted,
                restarts=self._numbers_restart(index),
            )
        )

    def _section_label(self, seen: _Seen) -> tuple[str, int, int]:
        """The sign of a section, the characters it takes, and the heading's rank."""
        text = seen.text
        words = self.reader.words
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

    def _numbers_restart(self, index: int) -> bool:
        """Whether the next numbered paragraph below a heading is number 1 again."""
        before = self.found[-1] if self.found else None
        if before is None or before.restarts:
            return False
        if not any(one.part is Part.OPERATIVE and one.role is Role.PARAGRAPH for one in self.found):
            return False
        for following in self.row[index + 1 :]:
            numbers = [label.n for label in following.labels[:1] if 0 in label.levels]
            if numbers:
                return numbers[0] == 1
        return False

    def _place_annex(self, index: int) -> int:
        self.part = Part.ANNEX
        self.quoted = False
        self.counters = Counters()
        seen = self.seen[index]
        taken = self.reader.annex_label(seen.text)
        title = [seen.block] if taken < len(seen.text) else []
        count = 1
        if not title and index + 1 < len(self.seen) and self._is_title(index + 1):
            title.append(self.seen[index + 1].block)
            count = 2
        self.after_heading = True
        self._put(
            Placed(
                seen.block,
                role=Role.ANNEX,
                part=Part.ANNEX,
                kind=ParagraphKind.ANNEX,
                printed=seen.text[:taken].rstrip(),
                skip=taken if taken < len(seen.text) else 0,
                numbered=True,
                restarts=True,
                more=tuple(title),
            )
        )
        return count

    def _is_title(self, index: int) -> bool:
        """Whether the block may be the title of the annex above it."""
        text = self.seen[index].text
        looks_like_one = self._looks_like_heading(index, _LONGEST_TITLE)
        return looks_like_one and not self.reader.is_heading_sign(text)

    def _is_closing(self, index: int) -> bool:
        text = self.seen[index].text
        if self.reader.is_closing(text):
            return True
        after_closing = bool(self.found) and self.found[-1].role is Role.CLOSING
        if not self.reader.is_date(text):
            return False
        return after_closing or index + 1 >= len(self.seen)

    def _goes_on_voting(self, seen: _Seen) -> bool:
        """Whether the block belongs to the list of votes before it."""
        after_vote = bool(self.found) and self.found[-1].role is Role.VOTE
        return after_vote and not seen.labelled.labels and not self.reader.is_annex(seen.text)

    def _place_closing(self, index: int) -> int:
        seen = self.seen[index]
        is_vote = self.reader.words.is_vote_line(seen.text)
        self.quoted = False
        role = Role.VOTE if is_vote else Role.CLOSING
        return self._put(Placed(seen.block, role=role, part=self.part))


def _single_numbered(found: list[Placed]) -> list[Placed]:
    """An only operative paragraph of level 0 counts as numbered though it prints no number."""
    operative = [
        index
        for index, one in enumerate(found)
        if one.part is Part.OPERATIVE
        and one.role is Role.PARAGRAPH
        and one.kind is ParagraphKind.PARAGRAPH
        and one.level == 0
        and not one.closing
    ]
    if len(operative) == 1 and not found[operative[0]].printed:
        at = operative[0]
        found[at] = replace(found[at], numbered=True)
    return found

"""What each block is: its label and level, its part, a heading, an annex, a closing line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from drafter.core.model import ParagraphKind, Part
from drafter.io.text.blocks import Block
from drafter.io.text.evidence import Reader, ends_in_colon, ends_weakly
from drafter.io.text.labels import Counters, Reading, resolved
from drafter.io.text.row import BULLET, BlockRow, Seen


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


def placed(blocks: Sequence[Block], reader: Reader, *, is_operative: bool = False) -> list[Placed]:
    """The blocks in their places, in order.

    `is_operative` says that the document has no preamble at all (a decision, a statement).
    """
    return _Placing(blocks, reader, is_operative=is_operative).run()


class _Placing:
    def __init__(self, blocks: Sequence[Block], reader: Reader, *, is_operative: bool) -> None:
        self.reader = reader
        self.row = BlockRow(blocks, reader)
        self.seen = self.row.seen
        self.counters = Counters()
        self.found: list[Placed] = []
        self.top: Placed | None = None
        self.part = Part.OPERATIVE if is_operative else Part.PREAMBLE
        self.after_heading = False
        self.quoted = False
        self.opens_text = False
        self.operative_from = 0 if is_operative else self.row.first_operative()

    def run(self) -> list[Placed]:
        index = 0
        while index < len(self.seen):
            index += self._place(index)
        return _single_numbered(self.found)

    # One block

    def _place(self, index: int) -> int:
        """Places the block at `index`, and says how many blocks that took."""
        seen = self.seen[index]
        if index == self.operative_from and self.part is Part.PREAMBLE:
            self.part = Part.OPERATIVE
        if seen.is_apart:
            return self._place_apart(seen)
        is_after_closing = bool(self.found) and self.found[-1].role is Role.CLOSING
        if self.row.is_closing(index, is_after_closing=is_after_closing):
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
        reading, sure = resolved(self.counters, self.row.labelled, index)
        if reading is not None:
            return self._place_labelled(index, reading, sure=sure)
        if self.row.is_heading(index, self.part):
            return self._place_heading(index)
        return self._place_unlabelled(index)

    def _put(self, placed: Placed) -> int:
        self.found.append(placed)
        if placed.level == 0:
            self.top = placed
        return 1

    def _place_apart(self, seen: Seen) -> int:
        kind = ParagraphKind.PLAIN if seen.block.table is None else ParagraphKind.TABLE
        return self._put(Placed(seen.block, part=self.part, kind=kind))

    def _kind(self) -> ParagraphKind:
        return ParagraphKind.QUOTED if self.quoted else ParagraphKind.PARAGRAPH

    def _place_organ_line(self, index: int) -> int:
        """A second organ line: of an embedded draft that is announced, or of a second text."""
        words = (one for one in reversed(self.found) if one.role is Role.PARAGRAPH)
        before = next(words, None)
        announced = before is not None and ends_in_colon(before.block.lines[-1].text)
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
        if self.top is None or self.top.role is not Role.PARAGRAPH:
            return self.part
        return self.top.part

    def _place_unlabelled(self, index: int) -> int:
        seen = self.seen[index]
        bullet = BULLET.match(seen.text)
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

    def _place_heading(self, index: int) -> int:
        seen = self.seen[index]
        label, skip, rank = self.row.section_label(index)
        self.counters.start_afresh()
        self.after_heading = True
        return self._put(
            Placed(
                seen.block,
                role=Role.HEADING,
                part=self.part,
                kind=ParagraphKind.QUOTED if self.quoted else ParagraphKind.HEADING,
                level=0 if self.quoted else rank,
                printed=label,
                skip=skip,
                numbered=bool(label) and not self.quoted,
                restarts=self._numbers_restart(index),
            )
        )

    def _numbers_restart(self, index: int) -> bool:
        """Whether the next numbered paragraph below a heading is number 1 again."""
        before = self.found[-1] if self.found else None
        if before is None or before.restarts:
            return False
        if not any(one.part is Part.OPERATIVE and one.role is Role.PARAGRAPH for one in self.found):
            return False
        return self.row.next_number(index) == 1

    def _place_annex(self, index: int) -> int:
        self.part = Part.ANNEX
        self.quoted = False
        self.counters = Counters()
        seen = self.seen[index]
        taken = self.reader.annex_label(seen.text)
        title = [seen.block] if taken < len(seen.text) else []
        count = 1
        if not title and index + 1 < len(self.seen) and self.row.is_title(index + 1):
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

    def _goes_on_voting(self, seen: Seen) -> bool:
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

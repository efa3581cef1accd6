"""Footnote blocks among the lines: where each begins, what its notes are, and where it ends.

A block is told by its rule of underscores or, without one, by the note number that is due. What
follows a block may go on with the paragraph that the end of the page cut in two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from drafter.io.text.lines import Line

_RULE = re.compile(r"[_―—–─‐‑-]{4,}")
_START = re.compile(
    r"(?:(?P<sign>\*{1,3})|(?P<raised>[⁰¹²³⁴-⁹]{1,3})|[\[(](?P<held>\d{1,3})[\])]"
    r"|(?P<plain>\d{1,3})(?P<dot>[.)](?=\s))?)(?P<gap>\s*)(?P<rest>\S.*)?$",
    re.DOTALL,
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SENTENCE_END = re.compile(r"[.。!?；;)\]”»’\"۔][)\]”»’\"]?$")
_FULL_STOP = re.compile(r"[.。۔][)\]”»’\"]?$")
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:\w{1,4}|[\w.]{2,6})\.$")
_ADDRESSES = ("http://", "https://", "www.")
_LARGEST_FIRST = 60
_START_AT_LEAST = 3.0
_LOOK_AHEAD = 4
_MOST_MISSED = 4


@dataclass(frozen=True, slots=True)
class NoteStart:
    """The number or sign at the start of a line, and where the words begin.

    `is_clear` that the words could be a note's; `brackets` are those round the number, or the dot
    after it, which are no part of it.
    """

    number: int
    sign: str
    printed: str
    rest: str
    is_clear: bool
    brackets: str = ""

    @property
    def is_like_label(self) -> bool:
        """Whether it may as well be a paragraph's label: `1.`, `1)`."""
        return len(self.brackets) == 1


@dataclass(slots=True)
class NoteEntry:
    """A note as it stands in a block: its lines' words, with their line numbers.

    `brackets` stood round its number, in the line with that number.
    """

    printed: str
    sign: str
    pieces: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    brackets: tuple[str, int] = ("", 0)

    @property
    def number(self) -> int:
        """Its number, 0 for a note with a sign or none."""
        return int(self.printed) if self.printed.isdigit() else 0


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """Notes that stand together: lines `start` to `stop` (excluded), by index."""

    start: int
    stop: int
    entries: tuple[NoteEntry, ...]
    rule: int | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What the blocks are judged by: full lines' `width`, and what the body's words say.

    `is_start` says that a line reads as a paragraph's beginning, `is_closing` as a closing line,
    `mark_support(number, first, last)` how likely (0 to 1) a mark stands between two lines,
    `has_sign(sign, index)` that a mark with that sign stands above a line, `is_furniture` that an
    index is one.
    """

    width: float
    is_start: Callable[[str], bool]
    is_closing: Callable[[str], bool]
    mark_support: Callable[[int, int, int], float]
    has_sign: Callable[[str, int], bool]
    is_furniture: Callable[[int], bool]


def is_rule(text: str) -> bool:
    """Whether the line is the rule above notes."""
    return _RULE.fullmatch(text) is not None


def note_start(text: str) -> NoteStart | None:
    """The note number or sign at the start of the line, if its words could be a note's."""
    match = _START.match(text)
    if match is None:
        return None
    rest = match["rest"] or ""
    if match["sign"]:
        return NoteStart(0, match["sign"], match["sign"], rest, is_clear=bool(rest))
    figures = (match["raised"] or match["held"] or match["plain"]).translate(_RAISED)
    if figures[0] == "0":
        return None
    plain = match["plain"] is not None
    if plain and rest and not match["gap"] and not rest[0].isupper():
        return None
    if plain and rest and rest[0] in ".)/-–°%,;:":
        return None
    clear = not plain or not rest[:1].islower() or rest.startswith(_ADDRESSES)
    held = match["held"] is not None
    brackets = f"{text[0]}{text[match.end('held')]}" if held else match["dot"] or ""
    return NoteStart(int(figures), "", figures, rest, clear, brackets)


def note_blocks(lines: Sequence[Line], first: int, around: Around) -> list[NoteBlock]:
    """All note blocks from line `first` on, in order."""
    return _Blocks(lines, around).found(first)


class _Blocks:
    def __init__(self, lines: Sequence[Line], around: Around) -> None:
        self.lines = lines
        self.around = around
        self.last = 0
        self.searched_from = 0

    def found(self, first: int) -> list[NoteBlock]:
        blocks: list[NoteBlock] = []
        index = first
        self.searched_from = first
        while index < len(self.lines):
            block = self._block_at(index)
            if block is None:
                index += 1
                continue
            blocks.append(block)
            numbers = [entry.number for entry in block.entries if entry.number]
            self.last = max(numbers, default=self.last)
            index = self.searched_from = max(block.stop, index + 1)
        return blocks

    def _block_at(self, index: int) -> NoteBlock | None:
        if self.around.is_furniture(index):
            return None
        if is_rule(self.lines[index].text):
            entries, stop = self._ruled(index + 1)
            return NoteBlock(index, stop, tuple(entries), rule=index)
        start = note_start(self.lines[index].text)
        if self.around.is_closing(self.lines[index].text):
            return None  # `1 December 2025`
        if start is not None and start.sign:
            return self._signed(index)
        if start is None or not self._is_due(start):
            return None
        entries, stop = self._entries(index, due=start.number)
        score = self._score_of_unruled(entries, index, stop)
        return NoteBlock(index, stop, tuple(entries)) if score >= _START_AT_LEAST else None

    def _signed(self, index: int) -> NoteBlock | None:
        """Notes with stars of their own, each marked above; rows of one star are bullets."""
        entries, stop = self._entries(index, due=0)
        signs = [entry.sign for entry in entries]
        above = note_start(self.lines[index - 1].text) if index else None
        if above is not None and above.sign:
            signs.append(above.sign)
        if not entries or len(set(signs)) < len(signs):
            return None
        is_marked = all(self.around.has_sign(entry.sign, index) for entry in entries)
        return NoteBlock(index, stop, tuple(entries)) if is_marked else None

    def _is_due(self, start: NoteStart) -> bool:
        if start.is_like_label or not start.is_clear or not start.rest:
            return False
        if self.last:
            return self.last < start.number <= self.last + _MOST_MISSED
        return start.number <= _LARGEST_FIRST

    def _score_of_unruled(self, entries: list[NoteEntry], index: int, stop: int) -> float:
        number, count = entries[0].number, len(entries)
        first = self.searched_from
        support = max(
            self.around.mark_support(number, first, index),
            sum(self.around.mark_support(one.number, first, index) for one in entries) / count,
        )
        before = self.lines[index - 1].text if index else ""
        score = 4.0 * support - 2.0
        if support == 1 and not self.last:
            score = 1.5 if number <= 2 else 0.0
        score += 1.0 if self.lines[index].blanks else 0.0
        score += min(count - 1, 2) * 1.25
        score += 1.0 if _FULL_STOP.search(self.lines[stop - 1].text) else -1.0
        score += 2.0 if self._is_page_end(stop) else 0.0
        score += 2.0 if before and self.around.is_closing(before) else 0.0
        score += 1.0 if before and not _SENTENCE_END.search(before) else 0.0
        score -= 1.5 if self.last and number > self.last + 1 else 0.0
        if self.around.is_start(self.lines[index].text):
            score -= 1.0 if support == 1 else 3.0
        return score

    def _is_page_end(self, index: int) -> bool:
        if index >= len(self.lines) or self.around.is_furniture(index):
            return True
        return self.lines[index].new_page or self.lines[index].text.isdecimal()

    def _ruled(self, index: int) -> tuple[list[NoteEntry], int]:
        """The notes below a rule, and where the block ends."""
        if index >= len(self.lines) or self.around.is_furniture(index):
            return [], index
        start = note_start(self.lines[index].text)
        if start is not None and start.rest and (start.sign or start.is_clear):
            return self._entries(index, due=start.number)
        if start is not None and not start.rest and index + 1 < len(self.lines):
            return self._loose_entries(index)
        return self._loose_entries(index) if self._has_numbers_below(index) else ([], index)

    def _has_numbers_below(self, index: int) -> bool:
        """Whether a number alone on its line stands before the page ends."""
        for below in range(index + 1, min(index + 60, len(self.lines))):
            if self.around.is_furniture(below) or is_rule(self.lines[below].text):
                return False
            start = note_start(self.lines[below].text)
            if start is not None and not start.rest:
                return True
        return False

    def _entries(self, index: int, due: int) -> tuple[list[NoteEntry], int]:
        """Notes whose numbers stand before their words, from `index` on."""
        entries: list[NoteEntry] = []
        while index < len(self.lines) and not self._ends_page(index):
            line = self.lines[index]
            start = note_start(line.text)
            if start is not None and start.rest and self._opens(start, due, entries):
                held = (start.brackets, line.number)
                pieces = [(start.rest, line.number)]
                entries.append(NoteEntry(start.printed, start.sign, pieces, held))
                due = start.number + 1 if start.number else due
            elif entries and self._continues(index, due):
                entries[-1].pieces.append((line.text, line.number))
            else:
                break
            index += 1
        return entries, index

    @staticmethod
    def _opens(start: NoteStart, due: int, entries: list[NoteEntry]) -> bool:
        if start.sign:
            return not entries or bool(entries[-1].sign)
        stopped = not entries or _FULL_STOP.search(entries[-1].pieces[-1][0]) is not None
        return start.number == due and (start.is_clear or stopped)

    def _ends_page(self, index: int) -> bool:
        return self.around.is_furniture(index) or is_rule(self.lines[index].text)

    def _continues(self, index: int, due: int) -> bool:
        """Whether the line goes on with the note before it, rather than with the body."""
        line, before = self.lines[index], self.lines[index - 1]
        if line.new_page:
            return False
        head = line.text.split(" ", 1)[0]
        full = len(before.text) + 1 + len(head) > self.around.width
        stopped = bool(_FULL_STOP.search(before.text))
        if stopped and full and _ABBREVIATION.search(before.text):
            stopped = False
        score = -3.0 if stopped else 4.0
        score += 2.0 if full else -2.0
        score -= 2.0 if line.blanks else 0.0
        score -= 3.0 if self.around.is_start(line.text) else 0.0
        score += 3.0 if self._note_follows(index, due) else 0.0
        return score > 0

    def _note_follows(self, index: int, due: int) -> bool:
        for below in range(index + 1, min(index + _LOOK_AHEAD, len(self.lines))):
            if self._ends_page(below) or self.lines[below].blanks > 1:
                return False
            start = note_start(self.lines[below].text)
            if start is not None and start.rest and start.number == due and start.is_clear:
                return True
        return False

    def _loose_entries(self, index: int) -> tuple[list[NoteEntry], int]:
        """Notes whose numbers stand on lines of their own, before their words or below them."""
        entries: list[NoteEntry] = []
        numbers: list[tuple[NoteStart, int]] = []
        awaits_words = False
        last = index
        while index < len(self.lines):
            if self._ends_page(index):
                index = self._past_furniture(index) if awaits_words else 0
                if not index:
                    break
                continue
            stop = index + 1
            line = self.lines[index]
            start = note_start(line.text)
            is_number = start is not None and not start.rest
            if start is not None and is_number:
                numbers.append((start, line.number))
            elif awaits_words:
                label, at = numbers.pop()
                pieces = [(line.text, line.number)]
                entries.append(NoteEntry(label.printed, "", pieces, (label.brackets, at)))
            elif self._goes_on(index, entries):
                entries[-1].pieces.append((line.text, line.number))
            elif self._has_numbers_below(index) and not self.around.is_start(line.text):
                entries.append(NoteEntry("", "", [(line.text, line.number)]))
            else:
                break
            awaits_words = is_number
            index = last = stop
        return _numbered(entries, numbers), last

    def _past_furniture(self, index: int) -> int:
        """The line after some furniture, if more follows soon: then both stand on one page; else 0.

        A rule is no furniture: nothing follows it on the same page.
        """
        if not self.around.is_furniture(index):
            return 0
        while index < len(self.lines) and self.around.is_furniture(index):
            index += 1
        soon = range(index + 1, min(index + _LOOK_AHEAD, len(self.lines)))
        return index if any(self.around.is_furniture(below) for below in soon) else 0

    def _goes_on(self, index: int, entries: list[NoteEntry]) -> bool:
        if not entries or self.lines[index].blanks:
            return False
        return not _FULL_STOP.search(entries[-1].pieces[-1][0])


def _numbered(entries: list[NoteEntry], numbers: list[tuple[NoteStart, int]]) -> list[NoteEntry]:
    """The notes in order, those without a number given the `numbers` that stand below the block.

    A number that is left over becomes a note without words.
    """
    unnumbered = [entry for entry in entries if not entry.printed]
    for entry, (number, line) in zip(unnumbered, numbers, strict=False):
        entry.printed = number.printed
        entry.brackets = (number.brackets, line)
    for number, line in numbers[len(unnumbered) :]:
        entries.append(NoteEntry(number.printed, "", [("", line)], (number.brackets, line)))
    return sorted(entries, key=lambda entry: entry.number)

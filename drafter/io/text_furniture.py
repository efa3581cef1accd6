"""What a page prints around the text: symbols, page and job numbers, bar codes, running titles.

Some signs are furniture by their look (`2/10`, `*1816895*`); others, such as a running title, only
because they stand next to such a sign or a page break and say again what was said before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.core.phrases import folded
from drafter.io.text_lines import Line

PAGE_NUMBER = "page number"
RUNNING_HEAD = "running head"
JOB_NUMBER = "job number"
DOCUMENT_SYMBOL = "document symbol of a page"

_JOB = r"(?:GE\.)?\d{2}-\d{5}|\*?\d{6,8}\*"
_JOB_LANGUAGE = r"\([A-Z]\)|\d{6}"
_SYMBOL = (
    r"[A-Z]{1,5}(?:/[A-Z0-9](?:[\w.\-]*\w)?)+(?:\([^\s()]{1,12}\))?"
    r"(?:[ \u00a0]\(\d{4}\)|[ \u00a0][A-Z])?"
)
_PAGE_OF = r"\d{1,3}[ \u00a0]?/[ \u00a0]?\d{1,3}"
_PAGE_WORD = (
    r"(?:page|página|pág\.|p\.|страница|стр\.|с\.|الصفحة|صفحة|第)[ \u00a0]?\d{1,3}[ \u00a0]?页?"
    r"(?:[ \u00a0]?(?:of|sur|de|из|من|/|／|共)[ \u00a0]?\d{1,3}[ \u00a0]?页?)?"
)
_DRESSED = r"[-–—|\[][ \u00a0]?\d{1,3}[ \u00a0]?[-–—|\]]"
_BY_LOOK = (
    (JOB_NUMBER, re.compile(rf"(?:{_JOB})(?:\s*(?:{_JOB}|{_JOB_LANGUAGE}))*")),
    (PAGE_NUMBER, re.compile(_PAGE_OF)),
    (PAGE_NUMBER, re.compile(_PAGE_WORD, re.IGNORECASE)),
    (PAGE_NUMBER, re.compile(_DRESSED)),
    (DOCUMENT_SYMBOL, re.compile(_SYMBOL)),
)
_FIRST_TOKEN = re.compile(rf"(?:{_SYMBOL}|{_PAGE_OF}|{_JOB})(?=\s|$)")
_LAST_TOKEN = re.compile(rf"(?<!\S)(?:{_SYMBOL}|{_PAGE_OF}|{_JOB}|\d{{1,3}})$")
_NUMBER = re.compile(r"\d{1,3}")
_DAY_CODE = re.compile(r"\d{6}")
_SHORTEST_HEAD = 8
_LONGEST_HEAD = 200
_SHORTEST_PIECE = 20
_NEAR = 3
_LEAST_SHARE = 0.4
_SHORTEST_REPEATED = 4
_FEWEST_PAGES = 3
_SENTENCE_END = re.compile(r"[;,.:；，。：؛،]$")


@dataclass(frozen=True, slots=True)
class Known:
    """What the head says: `words` of title and organ, folded, the `symbol`, masthead lines."""

    words: tuple[str, ...] = ()
    symbol: str = ""
    is_masthead: Callable[[str], bool] = field(default=lambda _: False)


def job_number(text: str) -> bool:
    """Whether the line is a job number or bar code."""
    return len(text) < _LONGEST_HEAD and _BY_LOOK[0][1].fullmatch(text) is not None


def furniture(lines: Sequence[Line], first: int, known: Known) -> Mapping[int, str]:
    """Why each line from `first` on that is page furniture is one, by index.

    Numbers that stand alone on a line are left out: see `page_numbers`.
    """
    return _Pages(lines, first, known).found()


class _Pages:
    def __init__(self, lines: Sequence[Line], first: int, known: Known) -> None:
        self.lines = lines
        self.first = first
        self.known = known
        self.symbols = Counter(
            line.text for line in lines if len(line.text) < 60 and _why_by_look(line.text)
        )

    def found(self) -> dict[int, str]:
        found = {
            index: why
            for index in range(self.first, len(self.lines))
            if (why := self._certain(self.lines[index]))
        }
        borders = set(found)
        borders.update(
            index for index in range(self.first, len(self.lines)) if self.lines[index].new_page
        )
        repeated = self._repeated(borders)
        self._grow(found, repeated)
        return found

    def _certain(self, line: Line) -> str:
        """Why the line is furniture wherever it stands, or nothing."""
        if len(line.text) > _LONGEST_HEAD:
            return ""
        reasons = [_why_by_look(cell) for cell in line.cells]
        if not all(reasons):
            rest = _without_tokens(line.text)
            return RUNNING_HEAD if rest != line.text and self._is_known(rest) else ""
        if set(reasons) != {DOCUMENT_SYMBOL}:
            return next(reason for reason in reasons if reason is not DOCUMENT_SYMBOL)
        is_own = folded(line.text) == folded(self.known.symbol)
        return DOCUMENT_SYMBOL if is_own or self.symbols[line.text] > 1 or line.new_page else ""

    def _is_foreign_symbol(self, line: Line) -> bool:
        """Whether the line is nothing but the symbol of some other document."""
        own = folded(self.known.symbol)
        return (
            all(_is_symbol(cell) for cell in line.cells)
            and self.symbols[line.text] < 2
            and folded(line.text) != own
        )

    def _is_known(self, cell: str) -> bool:
        words = folded(cell)
        if not _SHORTEST_HEAD <= len(words) <= _LONGEST_HEAD or _SENTENCE_END.search(cell):
            return False
        if words in self.known.words or self.known.is_masthead(cell):
            return True
        enough = len(words) >= _SHORTEST_PIECE and len(words.split()) > 3
        return enough and any(
            f"{one} ".startswith(f"{words} ") or f" {one}".endswith(f" {words}")
            for one in self.known.words
        )

    def _repeated(self, borders: set[int]) -> set[str]:
        """Lines that come on many pages at the same end of the page."""
        tops: Counter[str] = Counter()
        feet: Counter[str] = Counter()
        for index in borders:
            if index + 1 not in borders:
                tops.update(self._heads_near(range(index + 1, index + _NEAR)))
            if index - 1 not in borders:
                feet.update(self._heads_near(range(index - _NEAR + 1, index)))
        pages = sum(index - 1 not in borders for index in borders)
        least = max(2, pages * _LEAST_SHARE)
        return {cell for ends in (tops, feet) for cell, count in ends.items() if count >= least}

    def _heads_near(self, place: range) -> set[str]:
        """What may be a running head on these lines."""
        return {
            words
            for index in place
            if self.first <= index < len(self.lines)
            for cell in _words_of(self.lines[index])
            if not (_SENTENCE_END.search(cell) or cell[:1].islower())
            and len(words := folded(cell)) >= _SHORTEST_REPEATED
        }

    def _grow(self, found: dict[int, str], repeated: set[str]) -> None:
        """Takes in the running heads next to furniture and page breaks."""
        waiting = sorted(found)
        waiting.extend(
            index for index in range(self.first, len(self.lines)) if self.lines[index].new_page
        )
        while waiting:
            index = waiting.pop()
            neighbours = (index - 1, index + 1)
            if index not in found and not self._take(index, found, repeated):
                neighbours = (index - 1,)  # a page begins here, and the one before may have a foot
            for neighbour in neighbours:
                inside = self.first <= neighbour < len(self.lines) and neighbour not in found
                if inside and self._take(neighbour, found, repeated):
                    waiting.append(neighbour)

    def _take(self, index: int, found: dict[int, str], repeated: set[str]) -> bool:
        line = self.lines[index]
        if len(line.text) > _LONGEST_HEAD:
            return False
        words = _words_of(line)
        is_head = all(folded(cell) in repeated or self._is_known(cell) for cell in words)
        if is_head and words:
            found[index] = RUNNING_HEAD
        elif not words and not self._is_foreign_symbol(line):
            found[index] = _why_by_look(line.cells[0]) or PAGE_NUMBER
        return index in found


def _is_symbol(cell: str) -> bool:
    return _why_by_look(cell) == DOCUMENT_SYMBOL


def _words_of(line: Line) -> list[str]:
    """The cells of a line without symbols, page and job numbers."""
    if len(line.text) > _LONGEST_HEAD:
        return []
    if all(_NUMBER.fullmatch(cell) for cell in line.cells):
        return list(line.cells)
    cells = (
        cell for cell in line.cells if not _why_by_look(cell) and not _DAY_CODE.fullmatch(cell)
    )
    return [rest for cell in cells if (rest := _without_tokens(cell))]


def _without_tokens(cell: str) -> str:
    first = _FIRST_TOKEN.match(cell)
    rest = cell[first.end() :].strip() if first else cell
    last = _LAST_TOKEN.search(rest)
    return rest[: last.start()].strip() if last else rest


def _why_by_look(cell: str) -> str:
    for why, pattern in _BY_LOOK:
        if pattern.fullmatch(cell) and any(sign.isdigit() for sign in cell):
            return why
    return ""


def page_numbers(
    lines: Sequence[Line], left: Iterable[int], borders: set[int]
) -> Mapping[int, str]:
    """The numbers alone on their line, among the indexes `left`, that count pages.

    A number counts a page when it stands at a `border` (next to furniture, a note block, a page
    break) or in a sequence of such numbers.
    """
    numbers = {
        index: int(lines[index].text)
        for index in left
        if _NUMBER.fullmatch(lines[index].text) and lines[index].text[0] != "0"
    }
    counted = _in_sequence(numbers)
    return {
        index: PAGE_NUMBER
        for index in numbers
        if index in counted or {index - 1, index + 1, index} & borders
    }


def _in_sequence(numbers: Mapping[int, int]) -> set[int]:
    """The indexes whose numbers count on by one at least twice, with lines between them."""
    chains: dict[int, list[int]] = {}
    for index, number in numbers.items():
        before = chains.pop(number - 1, [])
        chains[number] = [*before, index] if before else [index]
    return {
        index
        for chain in chains.values()
        if len(chain) >= _FEWEST_PAGES
        or (len(chain) == _FEWEST_PAGES - 1 and chain[-1] - chain[0] > 2 * _NEAR)
        for index in chain
    }

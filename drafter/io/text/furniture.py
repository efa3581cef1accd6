"""What a page prints around the text: symbols, page and job numbers, bar codes, running titles.

Some signs are furniture by their look (`2/10`, `*1816895*`); others, such as a running title, only
because they stand next to such a sign or a page break and say again what was said before.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.core.phrases import folded
from drafter.io.text.lines import Line

PAGE_NUMBER = "page number"
RUNNING_HEAD = "running head"
JOB_NUMBER = "job number"
DOCUMENT_SYMBOL = "document symbol of a page"

_JOB = r"(?:GE\.)?\d{2}-\d{5}|\*?\d{6,8}\*"
_JOB_LANGUAGE = r"\([A-Z]\)|\d{6}"
_SYMBOL = (
    r"[A-Z]{1,5}(?:/[A-Z0-9](?:[\w.\-]*\w)?)+(?:\([^\s()]{1,12}\))?"
    r"(?:[ \u00a0]\(\d{4}\)|[ \u00a0][A-Z](?:[-–][A-Z])?)?"
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
_SHORTEST_BODY = 50
_FEWEST_PAGES = 3
_ANY_END = re.compile(r"[;,.:；，。：؛،]\W{0,3}\d{0,3}$")
_SENTENCE_END = re.compile(r"[;,.:；，。：؛،]$")


@dataclass(frozen=True, slots=True)
class Known:
    """What the head says: the `letters` of title and organ as `words`, symbol, number, masthead."""

    words: tuple[str, ...] = ()
    symbol: str = ""
    number: str = ""
    is_masthead: Callable[[str], bool] = field(default=lambda _: False)


def letters(text: str) -> str:
    """The letters and figures alone, so that spaces and hyphens at line ends make no difference."""
    return "".join(sign for sign in folded(text) if sign.isalnum())


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
        found.update(dict.fromkeys(self._lone_heads(found), RUNNING_HEAD))
        return found

    def _lone_heads(self, found: dict[int, str]) -> Iterator[int]:
        """Lines with the title's words that interrupt the text again and again, or a sentence."""
        places: dict[str, list[int]] = defaultdict(list)
        for index in range(self.first, len(self.lines)):
            text = self.lines[index].text
            if index not in found and self._stands_apart(index) and self._is_title(text):
                places[text].append(index)
        for indexes in places.values():
            if len(indexes) > 1 or self._interrupts(indexes[0]):
                yield from indexes

    def _interrupts(self, index: int) -> bool:
        """Whether the line stands in the middle of a sentence."""
        if index == self.first or index + 1 >= len(self.lines):
            return False
        before, after = self.lines[index - 1].text, self.lines[index + 1].text
        return not _ANY_END.search(before) and after[:1].islower()

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
        is_own = self._is_own_symbol(line.text)
        return DOCUMENT_SYMBOL if is_own or self.symbols[line.text] > 1 or line.new_page else ""

    def _is_foreign_symbol(self, line: Line) -> bool:
        """Whether the line is nothing but the symbol of some other document."""
        return (
            all(_is_symbol(cell) for cell in line.cells)
            and self.symbols[line.text] < 2
            and not self._is_own_symbol(line.text)
        )

    def _is_own_symbol(self, text: str) -> bool:
        number = self.known.number
        is_own = folded(text) == folded(self.known.symbol)
        return is_own or (bool(number) and text.endswith(f"/RES/{number}"))

    def _is_known(self, cell: str) -> bool:
        return self._is_title(cell) or self.known.is_masthead(cell)

    def _is_title(self, cell: str) -> bool:
        """Whether the cell says the title or the organ's name again, or the title's end."""
        if len(cell) > _LONGEST_HEAD or _SENTENCE_END.search(cell):
            return False
        words = letters(cell)
        if len(words) >= _SHORTEST_HEAD and words in self.known.words:
            return True
        if len(words) < _SHORTEST_PIECE:
            return False
        begins = not cell[:1].islower()
        return any(
            (begins and one.startswith(words)) or one.endswith(words) for one in self.known.words
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
            and (len(cell) < _SHORTEST_BODY or self._stands_apart(index))
            and len(words := folded(cell)) >= _SHORTEST_REPEATED
        }

    def _stands_apart(self, index: int) -> bool:
        """Whether an empty line or other furniture sets the line apart from the text."""
        below = index + 1 >= len(self.lines) or self.lines[index + 1].blanks > 0
        return self.lines[index].blanks > 0 and below

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

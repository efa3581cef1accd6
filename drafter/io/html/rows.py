"""The rows of a page: its paragraphs, list items and tables in order, with styles and marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from drafter.core.inline import Mark, Span, Style, Text, joined
from drafter.io.html.looks import Element, Looks, local_name
from drafter.io.html.notes import NoteLinks, note_links

_APART = {
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "ul", "dl", "blockquote", "pre"),
    *("table", "section", "article", "hr", "figure", "address"),
}
"""What stands apart from the row before; any other block only begins on a line of its own."""
_BLOCKS = _APART | {
    *("div", "tr", "td", "th", "dt", "dd", "center", "header", "footer", "main", "nav", "aside"),
    *("body", "html", "form", "fieldset", "caption", "thead", "tbody", "tfoot", "figcaption"),
}
_SPACES = re.compile("[ \t\r\n\f]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")
_KINDS_BY_DEPTH = ("1", "a", "i")
_LONGEST_NUMBER = 4
_CELL_GAP = "     "


@dataclass(frozen=True, slots=True)
class Row:
    """One block: its words, or the cells of a table.

    `label` is what a list puts before it, `apart` whether it stands apart from the row above,
    `note` the key of the note whose words it is.
    """

    text: Text = field(default_factory=Text)
    label: str = ""
    apart: bool = True
    note: str = ""
    cells: tuple[tuple[Text, ...], ...] = ()


@dataclass(slots=True)
class _List:
    kind: str
    next: int = 1


def page_rows(root: Element) -> tuple[list[Row], NoteLinks, tuple[str, ...]]:
    """The rows that hold something, the note links of the page, and what is struck out in it."""
    links = note_links(root)
    walk = _Walk(Looks(root), links, [])
    rows = walk.rows_of(root)
    return [row for row in rows if row.text or row.cells], links, tuple(walk.struck)


class _Walk:
    """Goes once through the elements, in order, without recursion: pages nest deep."""

    def __init__(self, looks: Looks, links: NoteLinks, struck: list[str]) -> None:
        self.looks = looks
        self.links = links
        self.struck = struck
        self.rows: list[Row] = []
        self.pieces: list[tuple[str, frozenset[Style]]] = []
        self.marks: list[tuple[int, str, str]] = []
        self.label = ""
        self.apart = True
        self.lists: list[_List] = []
        self.notes: list[str] = []
        self.looks_of: list[tuple[frozenset[Style], bool]] = [(frozenset(), False)]
        self.skipped: Element | None = None

    def rows_of(self, root: Element) -> list[Row]:
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event == "start":
                self._start(element)
            elif event == "end":
                self._end(element)
            if event != "start" and element is not root:
                self._say(element.tail or "")
        self._finish()
        return self.rows

    def _start(self, element: Element) -> None:
        if self.skipped is not None:
            return
        if self._replaced(element):
            self.skipped = element
            return
        outside, keeps = self.looks_of[-1]
        name = local_name(element)
        styles = frozenset[Style]() if re.fullmatch("h[1-6]", name) else outside
        styles = self.looks.styles(element, styles)
        keeps = self.looks.keeps_spaces(element, outside=keeps)
        self.looks_of.append((styles, keeps))
        if name in _BLOCKS:
            self._begin(name)
        if element in self.links.bodies:
            self._finish()
            self.notes.append(self.links.bodies[element])
        if name in {"ol", "ul"}:
            self.lists.append(_list_of(element, self.lists))
        elif name == "li":
            self.label = self._list_label(element)
        elif name == "br":
            self._put("\n")
        self._say(element.text or "")

    def _replaced(self, element: Element) -> bool:
        """Whether something else stands for an element and all that is in it."""
        if self.looks.is_hidden(element) or element in self.links.backward:
            return True
        if self.looks.is_struck(element):
            words = " ".join("".join(map(str, element.itertext())).split())
            self.struck.extend([words] if words else [])
            return True
        if element in self.links.marks:
            self._mark(*self.links.marks[element])
            return True
        declared = self.looks.declared(element)
        if declared.get("mso-list") == "ignore":
            self.label = " ".join("".join(map(str, element.itertext())).split())
            return True
        if local_name(element) == "table" and not self.notes:
            cells = _cells(element, self.looks, self.links, self.struck)
            if cells:
                self._begin("table")
                self.rows.append(Row(cells=cells))
                return True
        return False

    def _end(self, element: Element) -> None:
        if self.skipped is not None:
            if self.skipped is element:
                self.skipped = None
            return
        name = local_name(element)
        self.looks_of.pop()
        if name in {"td", "th"} and element.getnext() is not None:
            self._put(_CELL_GAP)
        elif name in _BLOCKS:
            self._begin(name)
        if name in {"ol", "ul"} and self.lists:
            self.lists.pop()
        if element in self.links.bodies:
            self._finish()
            self.notes.pop()

    def _begin(self, name: str) -> None:
        """A block begins or ends here: what was said before is a row."""
        if name in {"td", "th"} and self.pieces:
            return  # cells of a table that only arranges stand side by side
        self._finish()
        self.apart = self.apart or name in _APART

    def _finish(self) -> None:
        text = _text(self.pieces, self.marks)
        if text:
            note = self.notes[-1] if self.notes else ""
            self.rows.append(Row(text, self.label, self.apart, note))
            self.apart = False
            self.label = ""
        self.pieces, self.marks = [], []

    def _say(self, words: str) -> None:
        if self.skipped is None and words:
            keeps = self.looks_of[-1][1]
            self._put(words.replace("\r\n", "\n") if keeps else _SPACES.sub(" ", words))

    def _put(self, words: str) -> None:
        self.pieces.append((words, self.looks_of[-1][0]))

    def _mark(self, key: str, printed: str) -> None:
        if self.notes:  # a note has no notes
            self.pieces.append((printed, frozenset({Style.SUPERSCRIPT})))
        else:
            self.marks.append((len(self.pieces), key, printed))

    def _list_label(self, element: Element) -> str:
        if not self.lists or self.notes:
            return ""
        one = self.lists[-1]
        number = _number(element.get("value", ""), one.next)
        one.next = number + 1
        return _label(one.kind, number)


def _list_of(element: Element, above: list[_List]) -> _List:
    if local_name(element) == "ul":
        return _List("•")
    numbered = sum(one.kind != "•" for one in above)
    usual = _KINDS_BY_DEPTH[min(numbered, len(_KINDS_BY_DEPTH) - 1)]
    kind = element.get("type") or usual
    return _List(kind, _number(element.get("start", ""), 1))


def _number(words: str, otherwise: int) -> int:
    return int(words) if words.isdecimal() and len(words) <= _LONGEST_NUMBER else otherwise


def _label(kind: str, number: int) -> str:
    if kind == "•":
        return "•"
    if kind in {"a", "A"} and 0 < number <= len(_LETTERS):
        return f"({_LETTERS[number - 1]})"
    if kind in {"i", "I"} and 0 < number <= len(_ROMAN):
        return f"({_ROMAN[number - 1]})"
    return f"{number}."


def _cells(
    table: Element, looks: Looks, links: NoteLinks, struck: list[str]
) -> tuple[tuple[Text, ...], ...]:
    """The cells of a table that holds figures or words; none of one that only arranges a page."""
    if any(local_name(one) == "table" for one in table.iterdescendants()):
        return ()
    within = set(table.iter())
    if not within.isdisjoint(links.bodies):
        return ()
    lines = [
        [cell for cell in row if local_name(cell) in {"td", "th"}]
        for row in _descendants(table, "tr")
    ]
    lines = [line for line in lines if line]
    width = max((len(line) for line in lines), default=0)
    if len(lines) < 2 or width < 2:
        return ()
    rows: list[tuple[Text, ...]] = []
    left_out: list[str] = []
    for line in lines:
        cells: list[Text] = []
        for cell in line:
            inside = _Walk(looks, links, left_out).rows_of(cell)
            if len(inside) > 2:
                return ()
            cells.append(joined(_with_breaks(row.text for row in inside)))
        rows.append((*cells, *[Text()] * (width - len(cells))))
    if not any(cell for row in rows for cell in row):
        return ()
    struck.extend(left_out)
    return tuple(rows)


def _descendants(table: Element, name: str) -> Iterator[Element]:
    """The descendants of a name, in order."""
    return (one for one in table.iterdescendants() if local_name(one) == name)


def _with_breaks(texts: Iterable[Text]) -> Iterator[Text]:
    for number, text in enumerate(texts):
        if number:
            yield Text("\n")
        yield text


def _text(pieces: list[tuple[str, frozenset[Style]]], marks: list[tuple[int, str, str]]) -> Text:
    """The pieces as one text with single spaces; marks stand before the piece of their number."""
    signs: list[tuple[str, frozenset[Style]]] = []
    placed: list[Mark] = []
    waiting = list(marks)
    for number, (words, styles) in enumerate(pieces):
        while waiting and waiting[0][0] <= number:
            placed.append(Mark(len(signs), *waiting.pop(0)[1:]))
        for sign in words:
            after_space = not signs or signs[-1][0] in " \n"
            if sign == " " and after_space:
                continue
            if sign == "\n" and signs and signs[-1][0] == " " and not _is_at(placed, len(signs)):
                signs.pop()
            signs.append((sign, styles))
    placed.extend(Mark(len(signs), *one[1:]) for one in waiting)
    plain = "".join(sign for sign, _ in signs)
    return Text(plain, tuple(_spans(signs)), tuple(placed)).stripped()


def _is_at(marks: list[Mark], at: int) -> bool:
    return bool(marks) and marks[-1].at == at


def _spans(signs: list[tuple[str, frozenset[Style]]]) -> Iterator[Span]:
    for style in Style:
        at = 0
        for is_set, run in groupby(signs, lambda one, style=style: style in one[1]):
            length = len(list(run))
            if is_set:
                yield Span(at, at + length, style)
            at += length

"""An Akoma Ntoso document as one row of blocks in reading order, with what the file says of each.

Nothing is interpreted here: a block knows its words, its label, its style and how deep in lists it
stood. `structure` decides what it means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from drafter.core.inline import NO_TEXT, Text, joined
from drafter.io.akn.text import Notes, child_words, folded, text_of, words_of
from drafter.io.akn.xml import Element, attribute, child, name


class Zone(StrEnum):
    """Where in the file a block stood."""

    PREAMBLE = "preamble"
    BODY = "body"
    QUOTED = "quoted"
    ANNEX = "annex"


class Shape(StrEnum):
    """What the file calls a block."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CROSS_HEADING = "cross-heading"
    ORGAN_LINE = "organ line"
    TITLE = "title"
    TABLE = "table"
    CLOSING_WORDS = "closing words"
    CLOSING_LINE = "closing line"
    VOTE = "vote"
    COMPONENT = "component"
    ATTACHMENT = "attachment"
    STRAY = "stray"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file: its zone, its lists' depth, its style, the label waiting for its words."""

    zone: Zone
    depth: int = 0
    style: str = ""
    label: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Block:
    """One block; `raw` are its characters before white space was folded."""

    shape: Shape
    place: Place
    text: Text = NO_TEXT
    raw: str = ""
    cells: tuple[tuple[Text, ...], ...] = ()
    line: int | None = None

    @property
    def label(self) -> str:
        """The number the file gives it."""
        return self.place.label.plain


_HEADINGS = frozenset({"heading", "subheading"})
_EMBEDDED = frozenset({"embeddedStructure"})
_PLAIN_WORDS = frozenset({"p", "block", "listIntroduction"})
_CLOSING_WORDS = frozenset({"wrapUp", "listWrapUp", "listConclusion"})
_WORDS = frozenset({"content", "intro"}) | _PLAIN_WORDS | _CLOSING_WORDS
_ITEMS = frozenset({"point", "item", "indent"})
_LISTS = frozenset({"list", "sublist", "blockList"})
_PARAGRAPHS = frozenset({"paragraph", "alinea", "subparagraph", "clause"}) | _ITEMS
_SHAPES = {
    "crossHeading": Shape.CROSS_HEADING,
    "heading": Shape.HEADING,
    "subheading": Shape.HEADING,
    "docTitle": Shape.TITLE,
}
_TAKING_LABELS = _WORDS | _LISTS | frozenset(_SHAPES)


class BlockReader:
    """Walks the elements; `blocks` grows in reading order.

    `read_apart` are the covers and prefaces that are read elsewhere.
    """

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.read_apart: list[Element] = []
        self.blocks: list[Block] = []

    def read_statement(self, statement: Element, zone: Zone = Zone.BODY) -> None:
        """A resolution, decision, annex or embedded draft: all but its cover and preface."""
        for one in self._children(statement, Place(zone)):
            tag = name(one)
            if tag == "preamble":
                self._read_all(one, Place(Zone.PREAMBLE if zone is Zone.BODY else zone))
            elif tag == "conclusions":
                self._read_conclusions(one, Place(zone))
            elif tag == "attachments":
                self._read_attachments(one)
            elif tag == "components":
                self._read_embedded(one)
            elif tag != "meta" and not any(one is known for known in self.read_apart):
                self._read_all(one, Place(zone))

    def read_between(self, parent: Element) -> None:
        """The words that stand between elements that are read apart."""
        for _ in self._children(parent, Place(Zone.BODY)):
            pass

    def add_component(self, label: Text, title: Text) -> None:
        """The beginning of a resolution that is one of several in the file."""
        self.blocks.append(Block(Shape.COMPONENT, Place(Zone.BODY, label=label), title))

    def _read_attachments(self, attachments: Element) -> None:
        place = Place(Zone.ANNEX)
        for attachment in self._children(attachments, place):
            for document in self._children(attachment, place):
                self._add(Shape.ATTACHMENT, place, document)
                self.read_statement(document, Zone.ANNEX)

    def _read_embedded(self, components: Element) -> None:
        place = Place(Zone.QUOTED)
        for component in self._children(components, place):
            for statement in self._children(component, place):
                self.read_statement(statement, Zone.QUOTED)

    def _read_conclusions(self, conclusions: Element, place: Place) -> None:
        for one in self._children(conclusions, place):
            words = words_of(one, self.notes)
            if child(one, "vote") is not None:
                self._add(Shape.VOTE, place, one, words.text())
                continue
            for line in words.lines():
                self._add(Shape.CLOSING_LINE, place, one, line)

    def _read_all(self, parent: Element, place: Place) -> None:
        for one in self._children(parent, place):
            self._read(one, place)

    def _read(self, element: Element, place: Place) -> None:
        tag = name(element)
        if tag not in _TAKING_LABELS:
            self._flush(Shape.PARAGRAPH, place, element)
            place = replace(place, label=NO_TEXT)
        if tag in _PARAGRAPHS:
            self._read_paragraph(element, place)
        elif tag in _LISTS:
            self._read_list(element, place)
        elif tag in _WORDS:
            self._read_words(element, place)
        elif tag in _SHAPES:
            self._add_words(_SHAPES[tag], place, element)
        elif tag == "table":
            self._read_table(element, place)
        elif tag == "formula" or attribute(element, "name") == "formula":
            for one in self._children(element, place):
                self._add_words(Shape.ORGAN_LINE, place, one)
        else:
            self._read_section(element, place)

    def _read_table(self, table: Element, place: Place) -> None:
        rows: list[tuple[Text, ...]] = []
        caption: list[Text] = []
        for row in self._children(table, place):
            if name(row) == "tr":
                rows.append(tuple(text_of(cell, self.notes) for cell in self._children(row, place)))
            else:
                caption.extend((Text(" "), child_words(row, self.notes)))
        text = folded(joined(caption))
        self.blocks.append(
            Block(Shape.TABLE, place, text, cells=tuple(rows), line=table.sourceline)
        )

    def _read_section(self, section: Element, place: Place) -> None:
        """A section, part, container or anything else that holds blocks."""
        place = replace(place, style=attribute(section, "class"))
        for one in self._children(section, place):
            tag = name(one)
            if tag == "num":
                self._flush(Shape.HEADING, place, section)
                place = replace(place, label=text_of(one, self.notes))
                continue
            if tag in _HEADINGS:
                self._add_words(Shape.HEADING, place, one)
            else:
                self._flush(Shape.HEADING, place, section)
                self._read(one, replace(place, label=NO_TEXT))
            place = replace(place, label=NO_TEXT)
        self._flush(Shape.HEADING, place, section)

    def _read_paragraph(self, paragraph: Element, place: Place) -> None:
        place = replace(place, style=attribute(paragraph, "class") or place.style)
        has_words = any(name(one) in _WORDS | _LISTS for one in paragraph)
        for one in self._children(paragraph, place):
            tag = name(one)
            if tag == "num":
                self._flush(Shape.PARAGRAPH, place, paragraph)
                place = replace(place, label=text_of(one, self.notes))
            elif tag in _HEADINGS and has_words:
                self._add_words(Shape.HEADING, replace(place, label=NO_TEXT), one)
            else:
                self._read(one, place)
                place = replace(place, label=NO_TEXT)
        self._flush(Shape.PARAGRAPH, place, paragraph)

    def _read_list(self, items: Element, place: Place) -> None:
        deeper = replace(place, depth=place.depth + 1, style="", label=NO_TEXT)
        for one in self._children(items, place):
            if name(one) in _ITEMS | _LISTS:
                self._flush(Shape.PARAGRAPH, place, items)
                self._read(one, deeper)
            else:
                self._read(one, place)
            place = replace(place, label=NO_TEXT)
        self._flush(Shape.PARAGRAPH, place, items)

    def _read_words(self, words: Element, place: Place) -> None:
        shape = Shape.CLOSING_WORDS if name(words) in _CLOSING_WORDS else Shape.PARAGRAPH
        if name(words) in _PLAIN_WORDS:
            self._read_p(words, shape, place)
            return
        for one in self._children(words, place):
            if name(one) in _PLAIN_WORDS:
                self._read_p(one, shape, place)
            else:
                self._read(one, place)
            place = replace(place, label=NO_TEXT)
        self._flush(shape, place, words)

    def _read_p(self, p: Element, shape: Shape, place: Place) -> None:
        if len(p) == 1 and not _has_own_words(p):
            shape = _SHAPES.get(name(p[0]), shape)
        self._add_words(shape, place, p)
        for one in p:
            if name(one) in _EMBEDDED:
                self._read_all(one, Place(Zone.QUOTED))

    def _add_words(self, shape: Shape, place: Place, element: Element) -> None:
        apart = _EMBEDDED if name(element) == "p" else frozenset[str]()
        words = words_of(element, self.notes, apart=apart)
        text = words.text()
        if text or place.label:
            self._add(shape, place, element, text, words.plain)

    def _flush(self, shape: Shape, place: Place, element: Element) -> None:
        """A number that no words followed is a block of its own."""
        if place.label:
            self._add(shape, place, element)

    def _add(
        self, shape: Shape, place: Place, element: Element, text: Text = NO_TEXT, raw: str = ""
    ) -> None:
        marks = tuple(replace(mark, at=0) for mark in place.label.marks)
        if marks:
            text = replace(text, marks=(*marks, *text.marks))
        self.blocks.append(Block(shape, place, text, raw, line=element.sourceline))

    def _children(self, parent: Element, place: Place) -> Iterator[Element]:
        """The children; words that stand between them become blocks of their own."""
        self._add_stray(parent.text, place, parent)
        for one in parent:
            yield one
            self._add_stray(one.tail, place, parent)

    def _add_stray(self, words: str | None, place: Place, parent: Element) -> None:
        if words and words.strip():
            stray = replace(place, label=NO_TEXT)
            self._add(Shape.STRAY, stray, parent, folded(Text(words)), words)


def _has_own_words(element: Element) -> bool:
    return any((words or "").strip() for words in (element.text, *(one.tail for one in element)))

"""Runs of a paragraph: looks, direction and footnote marks.

A note is written once, at its first mark; every further mark is a reference to a bookmark round the
first. Hence marks must be rendered in the order in which they print.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from drafter.core.inline import Mark, Run, Style, Text
from drafter.core.language import language
from drafter.core.looks import Script
from drafter.core.model import Resolution
from drafter.io.docx import xml as x
from drafter.io.docx.layout import NOTE_INDENT, NOTE_TABS
from drafter.io.docx.xml import Value, Xml

_LATIN_FONTS: Mapping[str, int | str] = dict.fromkeys(("ascii", "hAnsi", "cs"), "Times New Roman")
_EAST_ASIAN: Mapping[str, int | str] = {"hint": "eastAsia"}
_LATIN_WORDS = r"[A-Za-zÀ-ɏ][A-Za-z0-9À-ɏ]*(?:[ ./()\-–_&:,]+[A-Za-z0-9À-ɏ]+)*"
_LATIN_STRETCH = re.compile(rf"\({_LATIN_WORDS}\)|{_LATIN_WORDS}")
"""What keeps its own direction inside Arabic: symbols and words in Latin letters."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[A-Za-zÀ-ɏ]")


@dataclass(frozen=True, slots=True)
class Look:
    """How a language prints emphasis, direction and marks.

    Official texts set openers bold in Chinese, where Kai type stands for italics, and bold italic
    in Arabic, where marks also stand in brackets and titles have no full stop after the number.
    `aside` is for what is italic elsewhere without being an opener: origin and closing lines.
    """

    base: Mapping[str, Value] = field(default_factory=dict[str, Value])
    aside: Mapping[str, Value] = field(default_factory=lambda: dict[str, Value](i=True, iCs=True))
    italic: Mapping[str, Value] = field(default_factory=lambda: dict[str, Value](i=True, iCs=True))
    is_rtl: bool = False
    mark_brackets: tuple[str, str] = ("", "")
    title_stop: str = "."


_STYLES: Mapping[Style, Mapping[str, Value]] = {
    Style.BOLD: {"b": True, "bCs": True},
    Style.SUPERSCRIPT: {"vertAlign": "superscript"},
    Style.SUBSCRIPT: {"vertAlign": "subscript"},
}
_REFERENCE: Mapping[str, Value] = {"rStyle": "FootnoteReference"}


def look(code: str) -> Look:
    """How a language prints emphasis, direction and marks."""
    words = language(code)
    facts = words.look
    bold: dict[str, Value] = {"b": True, "bCs": True} if facts.bold else {}
    slanted: dict[str, Value] = {"i": True, "iCs": True} if facts.slanted else {}
    typeface: dict[str, Value] = {}
    for family in facts.italic_families[:1]:
        typeface["rFonts"] = {**_LATIN_FONTS, "eastAsia": family, **_EAST_ASIAN}
    return Look(
        base={"rFonts": _EAST_ASIAN} if facts.script is Script.EAST_ASIAN else {},
        aside=typeface or {"i": True, "iCs": True},
        italic={**typeface, **bold, **slanted},
        is_rtl=words.is_rtl,
        mark_brackets=facts.mark_brackets,
        title_stop=facts.title_stop,
    )


class Writer:
    """Turns texts into runs and gathers the footnotes on the way; one for one document."""

    def __init__(self, resolution: Resolution, numbers: Mapping[str, str]) -> None:
        self.look = look(resolution.language)
        self._numbers = numbers
        self._notes = {note.id: note for note in resolution.footnotes}
        marks = Counter(m.note for text in resolution.texts() for m in text.marks if m.note)
        self._repeated = {note for note, times in marks.items() if times > 1}
        self._ids: dict[str, int] = {}
        self._added: dict[int, tuple[str, str]] = {}
        self._properties: dict[tuple[object, ...], Xml] = {}

    def runs(self, text: Text, **base: Value) -> str:
        """The runs and marks of `text`; `base` are run properties that all of it takes."""
        if not text.spans and not text.marks:
            return self.plain(text.plain, **base)
        pieces: list[str] = []
        before: Run | None = None
        for run in text.runs():
            if run.mark is None:
                pieces.append(self._styled(run, base))
            else:
                if before is not None and before.mark is not None:
                    pieces.append(
                        x.run(",", self._rpr(_REFERENCE))
                    )  # two marks at one spot: rule F-08
                pieces.append(self._mark(run.mark))
            before = run
        return "".join(pieces)

    def aside(self, text: Text) -> str:
        """A line that is italic as a whole: an origin, a closing line."""
        return self.runs(text, **self.look.aside)

    def plain(self, text: str, **base: Value) -> str:
        """Runs of characters of one look."""
        return self._directed(text, base)

    def added_note(self, symbol: str, text: str) -> str:
        """The mark of a note that is not in the model's row (for whom a sponsor speaks)."""
        number = self._next_id()
        self._added[number] = (symbol, text)
        return x.note_reference(number, self._rpr(_REFERENCE), symbol)

    def notes(self) -> Iterator[Xml]:
        """The footnotes met so far, as elements."""
        for number, (symbol, text) in self._added.items():
            yield x.footnote(number, self._note_paragraph(self.plain(text), symbol))
        for note, number in self._ids.items():
            text = self._unmarkable(self._notes[note].text)
            yield x.footnote(number, self._note_paragraph(text, self._notes[note].symbol))

    def unmarked(self) -> Iterator[Xml]:
        """Notes without a mark, as paragraphs: Word has no place for them at the foot of a page."""
        for note in self._notes:
            if note not in self._ids:
                yield self._note_paragraph(
                    self._unmarkable(self._notes[note].text), self._numbers[note]
                )

    def _styled(self, run: Run, base: Mapping[str, Value]) -> str:
        looks = [base]
        if Style.ITALIC in run.styles:
            is_foreign = self.look.is_rtl and is_latin(run.text)
            looks.append(self.look.aside if is_foreign else self.look.italic)
        looks.extend(_STYLES[style] for style in Style if style in run.styles and style in _STYLES)
        return self._directed(run.text, x.merged(*looks))

    def _directed(self, text: str, look_of: Mapping[str, Value]) -> str:
        """Runs of one direction each: Word turns Latin symbols round in right-to-left runs."""
        if not self.look.is_rtl:
            return x.run(text, self._rpr(self.look.base, look_of)) if text else ""
        return "".join(
            x.run(piece, self._rpr(look_of, {"rtl": True} if is_rtl else {}))
            for piece, is_rtl in _stretches(text)
        )

    def _rpr(self, *looks: Mapping[str, Value]) -> Xml:
        together = x.merged(*looks)
        key = tuple((name, str(value)) for name, value in together.items())
        made = self._properties.get(key)
        if made is None:
            made = self._properties[key] = x.properties("rPr", **together)
        return made

    def _mark(self, mark: Mark) -> str:
        look_of = self._rpr(_REFERENCE)
        opening, closing = self.look.mark_brackets
        if not mark.note:
            inner: str = x.run(mark.printed, look_of)
        elif mark.note in self._ids:
            bookmark = _bookmark_name(self._ids[mark.note])
            inner = x.field(f"NOTEREF {bookmark} \\f \\h", self._numbers[mark.note], look_of)
        else:
            inner = self._first_mark(mark.note, look_of)
        if not opening:
            return inner
        return x.run(opening, look_of) + inner + x.run(closing, look_of)

    def _first_mark(self, note: str, look_of: Xml) -> str:
        number = self._ids[note] = self._next_id()
        reference = x.note_reference(number, look_of, self._notes[note].symbol)
        if note in self._repeated:
            return x.bookmark(number, _bookmark_name(number), reference)
        return reference

    def _next_id(self) -> int:
        return len(self._ids) + len(self._added) + x.FIRST_NOTE_ID

    def _note_paragraph(self, text: str, symbol: str) -> Xml:
        """A note: tab, mark, space, tab, text (the mark ends at a right tab before the column)."""
        opening, closing = self.look.mark_brackets
        own = x.own_mark(self._rpr(_REFERENCE), opening, closing, symbol)
        content = x.run("\t") + own + x.run(" \t") + text
        return x.paragraph(
            content, x.properties("pPr", pStyle="FootnoteText", tabs=NOTE_TABS, ind=NOTE_INDENT)
        )

    def _unmarkable(self, text: Text) -> str:
        """The runs of a note's own text: a note cannot hold a note, so its marks are typed."""
        pieces: list[str] = []
        for run in text.runs():
            if run.mark is None:
                pieces.append(self._styled(run, {}))
            else:
                printed = run.mark.printed or self._numbers.get(run.mark.note, "")
                pieces.append(x.run(printed, self._rpr(_REFERENCE)))
        return "".join(pieces)


def _bookmark_name(number: int) -> str:
    return f"_Note{number}"


def is_latin(text: str) -> bool:
    """Whether the text has Latin letters and nothing that runs from right to left."""
    return bool(_LETTER.search(text)) and not _RIGHT_TO_LEFT.search(text)


def _stretches(text: str) -> Iterator[tuple[str, bool]]:
    """Pieces, and whether each runs from right to left; a line of Latin words does not."""
    if is_latin(text):
        yield text, False
        return
    place = 0
    for latin in _LATIN_STRETCH.finditer(text):
        if latin.start() > place:
            yield text[place : latin.start()], True
        yield latin.group(), False
        place = latin.end()
    if place < len(text):
        yield text[place:], True

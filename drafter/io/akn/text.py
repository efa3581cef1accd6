"""The words inside one Akoma Ntoso paragraph: styled spans, footnote marks, white space folded.

Footnotes are numbered in the order of the file, whatever number they printed; `Notes` owns them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafter.core.inline import Mark, Span, Style, Text
from drafter.core.model import Footnote
from drafter.io.akn.xml import Element, attribute, descendants, name

LINE_END = "\u2028"
"""Stands for `eol` until the lines are parted."""

_CLASS_STYLES = {"italic": Style.ITALIC, "bold": Style.BOLD}
_TAG_STYLES = {
    "sup": Style.SUPERSCRIPT,
    "sub": Style.SUBSCRIPT,
    "i": Style.ITALIC,
    "b": Style.BOLD,
}
_WHITE = " \t\r\n"
_GLUE = re.compile(rf"[{_WHITE}]{{2,}}|[{_WHITE.strip(' ')}]|\A | \Z")
"""White space that is not the one space between two words: a thirtieth of the gaps."""
_NOTE_SIGN = re.compile(rf"[{_WHITE}]*(?:\((\d*)\)|(\d+)(?=[{_WHITE}]*\t))[{_WHITE}]*")
_REPEATED = re.compile(rf"[{_WHITE}]*\(?(\d+)\)?[{_WHITE}]*")


@dataclass(slots=True)
class Notes:
    """The footnotes met so far, and what the file printed around them."""

    footnotes: list[Footnote] = field(default_factory=list[Footnote])
    brackets: list[str] = field(default_factory=list[str])
    signs: list[str] = field(default_factory=list[str])
    lost_styles: set[str] = field(default_factory=set[str])
    numbers: dict[str, str] = field(default_factory=dict[str, str])

    def announce(self, root: Element) -> None:
        """Learns the numbers of all notes, so that a number set high is known as a second mark."""
        for index, note in enumerate(descendants(root, "authorialNote"), 1):
            self.numbers.setdefault(attribute(note, "marker").strip(), f"n{index}")

    def add(self, element: Element) -> Mark:
        """Keeps the note and returns its mark, to be placed."""
        note_id = f"n{len(self.footnotes) + 1}"
        printed = attribute(element, "marker").strip()
        symbol = "" if printed.isdigit() else printed
        self.footnotes.append(Footnote(note_id, printed=printed, symbol=symbol))
        place = len(self.footnotes) - 1
        words = Words(self, repeats=False)
        words.take(element)
        text = self._without_sign(words, printed)
        self.footnotes[place] = replace(self.footnotes[place], text=text)
        return Mark(0, note_id, printed)

    def add_symbol(self, symbol: str, text: Text) -> str:
        """Keeps a note with a sign of its own and returns its id."""
        note_id = f"n{len(self.footnotes) + 1}"
        self.footnotes.append(Footnote(note_id, text, printed=symbol, symbol=symbol))
        return note_id

    def _without_sign(self, words: Words, printed: str) -> Text:
        match = _NOTE_SIGN.match(words.plain)
        number = "" if match is None else match[1] or match[2] or ""
        if match is None or (number and number != printed):
            return words.text()
        self.signs.append("".join(match[0].split()))
        return folded(words.raw().slice(match.end()))


class Words:
    """The characters of an element as they stand in the file, before white space is folded."""

    def __init__(
        self, notes: Notes, *, repeats: bool = True, apart: frozenset[str] = frozenset()
    ) -> None:
        self.notes = notes
        self._repeats = repeats
        self._apart = apart | {"meta"}
        self._pieces: list[str] = []
        self._length = 0
        self._spans: list[Span] = []
        self._marks: list[Mark] = []

    @property
    def plain(self) -> str:
        """The characters."""
        return "".join(self._pieces)

    def raw(self) -> Text:
        """With spans and marks, not folded."""
        return Text(self.plain, tuple(self._spans), tuple(self._marks))

    def text(self) -> Text:
        """Folded and stripped; spans do not cover white space at their ends."""
        return tidied(self.raw(), self.notes)

    def lines(self) -> list[Text]:
        """The text parted at the line ends of the source, empty lines left out."""
        whole = _unbracketed(self.raw(), self.notes)
        lines: list[Text] = []
        start = 0
        for stop in (*(m.start() for m in re.finditer(LINE_END, whole.plain)), len(whole.plain)):
            lines.append(folded(whole.slice(start, stop, marks_at_end=stop == len(whole.plain))))
            start = stop + 1
        return [line for line in lines if line]

    def add(self, characters: str | None) -> None:
        """Adds characters of no style."""
        if characters:
            self._pieces.append(characters)
            self._length += len(characters)

    def take(self, element: Element) -> None:
        """Adds all the words of an element, its own tail excepted."""
        start = self._length
        self.add(element.text)
        for one in element:
            self.take_child(one)
            self.add(one.tail)
        self._style(element, start)

    def take_block(self, element: Element) -> None:
        """Adds the words of an element on a line of their own."""
        if self._length:
            self.add("\n")
        self.take(element)

    def take_child(self, element: Element) -> None:
        """Adds what stands in a text: a mark for a note, a line end, or the element's words."""
        tag = name(element)
        if tag == "authorialNote":
            self._marks.append(replace(self.notes.add(element), at=self._length))
        elif tag in ("eol", "br"):
            self.add(LINE_END)
            self.take(element)
        elif tag == "p":
            self.take_block(element)
        elif tag not in self._apart and not (tag == "sup" and self._take_repeated(element)):
            self.take(element)

    def _take_repeated(self, element: Element) -> bool:
        """A number set high that is a note's: the note is marked once more."""
        inside = "".join(element.itertext())
        match = _REPEATED.fullmatch(inside)
        note = self.notes.numbers.get(match[1]) if match and self._repeats else None
        if match is None or note is None or len(element) or not self._follows_words():
            return False
        if inside.strip() != match[1]:
            self.notes.brackets.append("()")
        self._marks.append(Mark(self._length, note, match[1]))
        return True

    def _follows_words(self) -> bool:
        """Whether a mark can stand here: not at the start, not after a unit of measure."""
        before = self.plain.rstrip()
        return bool(before) and re.search(r"(?<!\w)[ckm]?m$", before) is None

    def _style(self, element: Element, start: int) -> None:
        tag = name(element)
        if tag in _TAG_STYLES:
            self._spans.append(Span(start, self._length, _TAG_STYLES[tag]))
        look = attribute(element, "class") if tag == "span" else ""
        look = look or (attribute(element, "name") if tag == "inline" else "")
        for part in look.split():
            if part in _CLASS_STYLES:
                self._spans.append(Span(start, self._length, _CLASS_STYLES[part]))
            elif part in ("underline", "smallCaps"):
                self.notes.lost_styles.add(part)


def words_of(element: Element, notes: Notes, *, apart: frozenset[str] = frozenset()) -> Words:
    """The words of an element, without the elements inside it that are read `apart`."""
    words = Words(notes, apart=apart)
    words.take(element)
    return words


def text_of(element: Element, notes: Notes) -> Text:
    """The folded text of an element."""
    return words_of(element, notes).text()


def child_words(element: Element, notes: Notes) -> Text:
    """What an element is in a text, not folded: a mark for a note, its words for others."""
    words = Words(notes)
    words.take_child(element)
    return words.raw()


def tidied(raw: Text, notes: Notes) -> Text:
    """The text folded, without the brackets that Arabic prints around the number of a note."""
    return folded(_unbracketed(raw, notes))


def _unbracketed(raw: Text, notes: Notes) -> Text:
    for index in reversed(range(len(raw.marks))):
        mark = raw.marks[index]
        before = raw.plain[: mark.at].rstrip(_WHITE)
        after = raw.plain[mark.at :].lstrip(_WHITE)
        if before.endswith("(") and after.startswith(")"):
            start, end = len(before) - 1, len(raw.plain) - len(after) + 1
            raw = _without(_without(raw, mark.at, end), start, mark.at)
            notes.brackets.append("()")
    return raw


def folded(raw: Text) -> Text:
    """White space folded to single spaces and stripped; no-break spaces inside are kept.

    A mark that stood in white space goes to the word before it. Spans end with a word; two of one
    style that only a space parts become one.
    """
    plain = raw.plain.replace(LINE_END, " ")
    if not (raw.spans or raw.marks):
        return Text(_GLUE.sub(" ", plain).strip())
    text, places = _with_places(plain)
    start = len(text) - len(text.lstrip())
    end = max(start, len(text.rstrip()))
    marks = (
        replace(mark, at=min(max(_before_space(text, places[mark.at]), start), end) - start)
        for mark in raw.marks
    )
    spans = (
        Span(span.start - start, span.end - start, span.style)
        for span in _tidy_spans(text, raw.spans, places)
    )
    return Text(text[start:end], tuple(spans), tuple(marks))


def _with_places(plain: str) -> tuple[str, Sequence[int]]:
    """With single spaces, and where in that each place of `plain` is."""
    if _GLUE.search(plain) is None:
        return plain, range(len(plain) + 1)
    places: list[int] = [0] * (len(plain) + 1)
    pieces: list[str] = []
    length = position = 0
    for gap in _GLUE.finditer(plain):
        before = length
        length += gap.start() - position
        places[position : gap.start()] = range(before, length)
        pieces.append(plain[position : gap.start()])
        is_border = gap.start() == 0 or gap.end() == len(plain)
        places[gap.start() : gap.end()] = [length] * (gap.end() - gap.start())
        if not is_border:
            pieces.append(" ")
            length += 1
        position = gap.end()
    places[position:] = range(length, length + len(plain) + 1 - position)
    pieces.append(plain[position:])
    return "".join(pieces), places


def without_style(text: Text, style: Style) -> Text:
    """The text with none of that style."""
    return replace(text, spans=tuple(span for span in text.spans if span.style is not style))


def is_all(text: Text, style: Style) -> bool:
    """Whether every visible character has the style."""
    bare = "".join(
        text.plain[start:end].strip()
        for start, end in _gaps(text.stretches(style), len(text.plain))
    )
    return bool(text.plain.strip()) and not any(one.isalnum() for one in bare)


def _gaps(stretches: tuple[tuple[int, int], ...], length: int) -> list[tuple[int, int]]:
    edges = [0, *(edge for stretch in stretches for edge in stretch), length]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _without(text: Text, start: int, end: int) -> Text:
    """With `start` to `end` cut out, every mark kept."""
    cut = end - start

    def place(at: int) -> int:
        return at if at <= start else max(start, at - cut)

    spans = tuple(replace(s, start=place(s.start), end=place(s.end)) for s in text.spans)
    marks = tuple(replace(mark, at=place(mark.at)) for mark in text.marks)
    return Text(text.plain[:start] + text.plain[end:], spans, marks)


def _before_space(text: str, at: int) -> int:
    return at - 1 if at > 0 and text[at - 1] == " " and at < len(text) else at


def _tidy_spans(text: str, spans: tuple[Span, ...], places: Sequence[int]) -> tuple[Span, ...]:
    tidy: list[Span] = []
    for span in spans:
        start, end = places[span.start], places[span.end]
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            tidy.append(Span(start, end, span.style))
    return tuple(_bridged(text, tidy))


def _bridged(text: str, spans: list[Span]) -> list[Span]:
    """With the white space between neighbours of one style covered too."""
    bridged: list[Span] = []
    last: dict[Style, Span] = {}
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        before = last.get(span.style)
        if before and before.end < span.start and not text[before.end : span.start].strip():
            bridged.append(Span(before.end, span.start, span.style))
        bridged.append(span)
        if before is None or span.end > before.end:
            last[span.style] = span
    return bridged

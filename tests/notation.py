"""A one-line notation for resolutions, so that a test shows its document in a line.

    document("P: _Recalling_ x,[^1] | 1. _Decides_ y: | (a) z; | [^1]: Resolution 60/288.")

Pieces are separated by `|`; white space around them is dropped. A piece's start says what it is:

    P: Recalling x,    a preambular paragraph; `O:` an operative one without a number
    1. Decides y:      a numbered paragraph, operative or (after `A:`) of the annex; `1 bis.` too
    (a) z;   a) z;     an item of level 1; letters need not be in order
    (i) z;   i) z;     level 2 if an item stands before it; after (h), (i) is the letter
    a. z;              level 3
    i. z;              level 4, below level 3
    >> z;              an item without a label, one `>` a level
    • z;   –– z;       an item with a bullet or a dash, one sign a level
    < and so on,       closing words after items at level 0; `<<` at level 1, ...
    # I. Title         a numbered heading of rank 0 (`##` rank 1); `# Title` has no number;
                       `#! I. Title` restarts the paragraph numbers
    A: Title           the heading of an annex (`A I: Title` is printed "Annex I")
    Q: 1. text         a quoted block with the label it printed, if any; `X: text` a plain block
    T: a ; b // c ; d  a table, rows separated by `//`, cells by `;`
    [^1]: Note 1.      a footnote; `[^*]: text` one with a sign of its own
    @fr SC draft       language, organ and kind of the document, in any order
    Number: 64/177     also Title: Line: (the organ line) Closing: Vote: Symbol:

Inside a text: `_italics_`, `**bold**`, `^{superscript}`, and `[^1]` a mark to note 1, or a mark
without a note when the document defines no such note. What has no `P:`, `O:` or `A:` stays in the
part of the piece before it; the first number ends the preamble.

Ids are p1, p2, ... and n1, n2, ... in order, as importers give them. `printed` is the label as
written ("" for none); with `printed=False` it is None, as in what is written in the program.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from drafter.core.inline import Mark, Span, Style, Text
from drafter.core.model import (
    DocumentKind,
    Footnote,
    Masthead,
    Organ,
    Paragraph,
    ParagraphKind,
    Part,
    Resolution,
)

_FIELD = re.compile(r"(Number|Title|Line|Closing|Vote|Symbol):\s*(.*)", re.DOTALL)
_NOTE = re.compile(r"\[\^([^\]]+)\]:\s*(.*)", re.DOTALL)
_OPENING = re.compile(r"(P|O|Q|X|T):\s*(.*)", re.DOTALL)
_ANNEX = re.compile(r"A(?: ([IVX]+|\d+))?:\s*(.*)", re.DOTALL)
_HEADING = re.compile(r"(#+)(!?)\s*(?:([IVX]+|[A-Z]|\d+)\.\s+)?(.*)", re.DOTALL)
_NUMBER = re.compile(r"(\d+(?: (bis|ter|quater))?\.)\s+(.*)", re.DOTALL)
_ITEM = re.compile(r"(\(?([a-z]+)\)|([a-z]+)\.)\s+(.*)", re.DOTALL)
_DEPTH = re.compile(r"([><]+|•+|–+)\s*(.*)", re.DOTALL)
_INLINE = re.compile(r"\[\^([^\]]+)\]|_([^_]+)_|\*\*(.+?)\*\*|\^\{([^}]+)\}")
_STYLES = (Style.ITALIC, Style.BOLD, Style.SUPERSCRIPT)
_ALTERNATIVES = {None: 0, "bis": 1, "ter": 2, "quater": 3}
_FORCED_PARTS = {"P": Part.PREAMBLE, "O": Part.OPERATIVE}
_KINDS = {"Q": ParagraphKind.QUOTED, "X": ParagraphKind.PLAIN, "T": ParagraphKind.TABLE}


def document(notation: str, *, printed: bool = True) -> Resolution:
    """The resolution the notation describes; raises ValueError for a piece it cannot read."""
    builder = _Builder(printed)
    pieces = [piece.strip() for piece in notation.split("|")]
    for index, (sign, _) in enumerate(m.groups() for m in map(_NOTE.fullmatch, pieces) if m):
        builder.notes[sign] = f"n{index + 1}"
    for piece in pieces:
        if piece:
            builder.add(piece)
    return builder.resolution()


@dataclass
class _Builder:
    printed: bool
    notes: dict[str, str] = field(default_factory=dict)
    fields: dict[str, object] = field(default_factory=dict)
    paragraphs: list[Paragraph] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    closing: list[Text] = field(default_factory=list)
    part: Part = Part.PREAMBLE
    letter: str = ""
    level: int = 0

    def add(self, piece: str) -> None:
        readers = (
            self._profile,
            self._field,
            self._note,
            self._opening,
            self._annex,
            self._heading,
            self._number,
            self._depth,
            self._item,
        )
        if not any(reader(piece) for reader in readers):
            raise ValueError(f"No reading for “{piece}”.")

    def resolution(self) -> Resolution:
        return Resolution(
            paragraphs=tuple(self.paragraphs),
            footnotes=tuple(self.footnotes),
            closing=tuple(self.closing),
            serial=max(len(self.paragraphs), len(self.footnotes)),
            **self.fields,  # type: ignore[arg-type]
        )

    def _profile(self, piece: str) -> bool:
        if not piece.startswith("@"):
            return False
        for word in piece[1:].split():
            if word in Organ.__members__:
                self.fields["organ"] = Organ(word)
            elif word in set(DocumentKind):
                self.fields["kind"] = DocumentKind(word)
            else:
                self.fields["language"] = word
        return True

    def _field(self, piece: str) -> bool:
        match = _FIELD.fullmatch(piece)
        if not match:
            return False
        name, words = match.groups()
        text = self.text(words)
        if name == "Closing":
            self.closing.append(text)
        elif name == "Symbol":
            self.fields["masthead"] = Masthead(symbol=words)
        elif name == "Number":
            self.fields["number"] = words
        else:
            self.fields[{"Title": "title", "Line": "organ_line", "Vote": "vote"}[name]] = text
        return True

    def _note(self, piece: str) -> bool:
        match = _NOTE.fullmatch(piece)
        if not match:
            return False
        sign, words = match.groups()
        symbol = "" if sign.isdigit() else sign
        label = sign if self.printed else None
        self.footnotes.append(Footnote(self.notes[sign], self.text(words), label, symbol))
        return True

    def _opening(self, piece: str) -> bool:
        match = _OPENING.fullmatch(piece)
        if not match:
            return False
        prefix, words = match.groups()
        if prefix in _FORCED_PARTS:
            self.part = _FORCED_PARTS[prefix]
            self._append("", words, level=0, numbered=prefix == "P")
        elif prefix == "T":
            rows = (row.split(";") for row in words.split("//"))
            cells = tuple(tuple(self.text(cell.strip()) for cell in row) for row in rows)
            self._append("", "", kind=ParagraphKind.TABLE, cells=cells)
        else:
            label = _NUMBER.fullmatch(words) or _ITEM.fullmatch(words)
            shown, rest = (label[1], label[label.re.groups]) if label else ("", words)
            self._append(shown, rest, kind=_KINDS[prefix])
        return True

    def _annex(self, piece: str) -> bool:
        match = _ANNEX.fullmatch(piece)
        if not match:
            return False
        number, words = match.groups()
        self.part = Part.ANNEX
        shown = f"Annex {number}" if number else "Annex"
        self._append(shown, words, kind=ParagraphKind.ANNEX, restarts=True)
        return True

    def _heading(self, piece: str) -> bool:
        match = _HEADING.fullmatch(piece)
        if not match:
            return False
        rank, restarts, number, words = match.groups()
        self._append(
            number or "",
            words,
            kind=ParagraphKind.HEADING,
            level=len(rank) - 1,
            numbered=number is not None,
            restarts=bool(restarts),
        )
        return True

    def _number(self, piece: str) -> bool:
        match = _NUMBER.fullmatch(piece)
        if not match:
            return False
        label, alternative, words = match.groups()
        if self.part is Part.PREAMBLE:
            self.part = Part.OPERATIVE
        self._append(label, words, level=0, alternative=_ALTERNATIVES[alternative])
        return True

    def _depth(self, piece: str) -> bool:
        match = _DEPTH.fullmatch(piece)
        if not match:
            return False
        signs, words = match.groups()
        if signs[0] == ">":
            self._append("", words, level=len(signs), numbered=False)
        elif signs[0] in "•–":
            self._append(signs[0], words, level=len(signs), numbered=False)
        else:
            self._append("", words, level=len(signs) - 1, closing=True)
        return True

    def _item(self, piece: str) -> bool:
        match = _ITEM.fullmatch(piece)
        if not match:
            return False
        label, bracketed, pointed, words = match.groups()
        level = self._level(bracketed or pointed, 1 if bracketed else 3)
        if level == 1:
            self.letter = bracketed
        self._append(label, words, level=level)
        return True

    def _level(self, letters: str, shallow: int) -> int:
        """The level of an item: `shallow` for a letter, one deeper for a roman number."""
        is_roman = set(letters) <= set("ivx") and self.level >= shallow
        is_next = shallow == 1 and len(letters) == 1 and ord(letters) == ord(self.letter or " ") + 1
        return shallow + (is_roman and not is_next)

    def _append(
        self,
        label: str,
        words: str,
        *,
        kind: ParagraphKind = ParagraphKind.PARAGRAPH,
        level: int = 0,
        **rest: object,
    ) -> None:
        if kind is ParagraphKind.PARAGRAPH:
            self.level = level
            self.letter = self.letter if level > 0 else ""
        self.paragraphs.append(
            Paragraph(
                id=f"p{len(self.paragraphs) + 1}",
                part=self.part,
                text=self.text(words),
                kind=kind,
                level=level,
                printed=label if self.printed else None,
                **rest,  # type: ignore[arg-type]
            )
        )

    def text(self, words: str) -> Text:
        """The text with its italics and marks."""
        text = Text()
        position = 0
        for match in _INLINE.finditer(words):
            text += Text(words[position : match.start()])
            position = match.end()
            sign, *styled = match.groups()
            if sign is not None:
                label = sign if self.printed else ""
                text = replace(
                    text,
                    marks=(*text.marks, Mark(len(text), self.notes.get(sign, ""), label)),
                )
            for style, stretch in zip(_STYLES, styled, strict=True):
                if stretch is not None:
                    text += Text(stretch, (Span(0, len(stretch), style),))
        return text + Text(words[position:])

"""Compares a resolution read from Akoma Ntoso with the structure another parser saw in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from drafter.core.inline import Text
from drafter.core.model import Paragraph, ParagraphKind, Resolution

_MARK = re.compile(r"\s*\(\[\^(\d+)\]\)|\[\^(\d+)\]")
COUNTED = ("preambular", "operative", "sub")


@dataclass(frozen=True, slots=True)
class Row:
    """A block of either side; `kind` only of the truth, `source` to find it again."""

    kind: str
    part: str
    printed: str
    text: str
    notes: tuple[str, ...]
    source: int = 0

    def differs(self, other: Row) -> str:
        """In what it differs from the block of the same text."""
        names = ("part", "printed", "notes")
        return " ".join(one for one in names if getattr(self, one) != getattr(other, one))


@dataclass(frozen=True, slots=True)
class Difference:
    """A block of the truth that the reading does not have like that."""

    truth: Row
    ours: Row | None
    what: str


def truth_rows(truth: Mapping[str, Any]) -> list[Row]:
    """The blocks with words, as preamble, operative, quoted or annex."""
    rows: list[Row] = []
    part = "preamble"
    enacting = 0
    for index, block in enumerate(truth["blocks"]):
        kind = block["kind"]
        enacting += kind == "enacting"
        if kind in ("title", "enacting", "closing", "table"):
            continue
        part = _part(kind, part)
        shown = "quoted" if enacting > 1 and part != "annex" else part
        marks = tuple(one or two for one, two in _MARK.findall(block["text"]))
        text = _folded(_MARK.sub("", block["text"]))
        rows.append(Row(kind, shown, _folded(block.get("num") or ""), text, marks, index))
    return rows


def _part(kind: str, before: str) -> str:
    if kind.startswith("annex"):
        return "annex"
    if kind == "preambular":
        return "preamble"
    return "operative" if kind in ("operative", "unnumbered", "section") else before


def our_rows(resolution: Resolution) -> list[Row]:
    """Our paragraphs in the same form."""
    numbers = {note.id: note.printed or "" for note in resolution.footnotes}
    return [
        Row(
            paragraph.kind.value,
            _our_part(paragraph),
            _folded(paragraph.printed or ""),
            _folded(paragraph.text.plain),
            _marks(paragraph.text, numbers),
        )
        for paragraph in resolution.paragraphs
    ]


def _our_part(paragraph: Paragraph) -> str:
    is_quoted = paragraph.kind is ParagraphKind.QUOTED
    return "quoted" if is_quoted else paragraph.part.value


def _marks(text: Text, numbers: Mapping[str, str]) -> tuple[str, ...]:
    """The printed numbers of the notes, repeated marks left out: the truth has none."""
    return tuple(dict.fromkeys(numbers.get(mark.note, "") for mark in text.marks))


def differences(truth: Sequence[Row], ours: Sequence[Row]) -> Iterator[Difference]:
    """The truth's blocks aligned with ours by their words, in order."""
    matcher = SequenceMatcher(None, [t.text for t in truth], [o.text for o in ours], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pairs = zip(truth[a:b], ours[c:d], strict=True)
            yield from (Difference(t, o, t.differs(o)) for t, o in pairs if t.differs(o))
            continue
        for index, row in enumerate(truth[a:b]):
            other = ours[c + index] if c + index < d else None
            yield Difference(row, other, "text")


def _folded(words: str) -> str:
    return " ".join(words.split())

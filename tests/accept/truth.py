"""The truth about official texts (`truth.jsonl.xz`) in the form in which imports are compared.

A paragraph is right when its part, printed label, text (white space folded) and notes are equal.
"""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from drafter.core.model import ParagraphKind, Resolution

_MARK = re.compile(r"[ \u00a0]?\[\^(\d+)\]")
_HELD_MARK = re.compile(r"\((\[\^\d+\])\)")
_GAP = re.compile(r"\s+")
_CJK = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]"
_BY_CJK = re.compile(rf"(?<={_CJK}) | (?={_CJK})")
_ARABIC_NUMBER = re.compile(r"(\d+\s*[-–])\s+")
_ARABIC_PREAMBLE = re.compile(r"و?إذ\s")
PARAGRAPHS = {"preambular", "operative", "unnumbered", "sub", "annex_para", "annex_sub"}


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph as it is compared."""

    part: str
    label: str
    text: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """One document: `blocks` as given, `rows` its paragraphs, `headings` their words."""

    key: str
    language: str
    organ: str
    kind: str
    blocks: tuple[dict[str, Any], ...]
    notes: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    headings: tuple[str, ...]
    title: str


def folded(text: str) -> str:
    """The text with white space folded; next to Chinese characters it does not count."""
    return _BY_CJK.sub("", _GAP.sub(" ", text).strip())


def truths(path: Path) -> Iterator[Truth]:
    """All documents of the truth."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield _truth(json.loads(line))


def _truth(document: dict[str, Any]) -> Truth:
    blocks = tuple(document["blocks"])
    return Truth(
        key=document["key"],
        language=document["lang"],
        organ=document["organ"],
        kind=document["class"],
        blocks=blocks,
        notes=tuple((str(number), text) for number, text in document["notes"]),
        rows=tuple(_rows(blocks)),
        headings=tuple(
            folded(f"{block.get('num') or ''} {block['text']}")
            for block in blocks
            if block["kind"] in {"heading", "section"}
        ),
        title=document["title"],
    )


def row_of(part: str, label: str, marked: str) -> Row:
    """A row from words with `[^n]` marks."""
    marked = _HELD_MARK.sub(r"\1", marked)
    notes = tuple(_MARK.findall(marked))
    return Row(part, folded(label), folded(_MARK.sub("", marked)), notes)


def _rows(blocks: tuple[dict[str, Any], ...]) -> Iterator[Row]:
    part, embedded, organ_lines = "preamble", False, 0
    for block in blocks:
        kind = block["kind"]
        organ_lines += kind == "enacting"
        embedded = organ_lines > 1
        if kind not in PARAGRAPHS:
            continue
        label, text = block.get("num") or "", block["text"]
        if kind.startswith("annex"):
            part = "annex"
        elif kind == "preambular":
            part = "preamble"
        elif kind == "operative":
            part = "operative"
        elif kind == "unnumbered":
            part, label, text = _unnumbered(text)
        yield row_of("operative" if embedded and part == "preamble" else part, label, text)


def _unnumbered(text: str) -> tuple[str, str, str]:
    number = _ARABIC_NUMBER.match(text)
    if number:
        return "operative", number.group(1), text[number.end() :]
    if _ARABIC_PREAMBLE.match(text):
        return "preamble", "", text
    return "operative", "", text


def rows_of(resolution: Resolution) -> list[Row]:
    """The rows of an imported resolution."""
    return [
        Row(
            paragraph.part.value,
            folded(paragraph.printed or ""),
            folded(paragraph.text.plain),
            tuple(mark.printed for mark in paragraph.text.marks),
        )
        for paragraph in resolution.paragraphs
        if paragraph.kind not in {ParagraphKind.HEADING, ParagraphKind.ANNEX, ParagraphKind.TABLE}
    ]


def headings_of(resolution: Resolution) -> list[str]:
    """The words of its headings, annex headings among them, a line each."""
    return [
        folded(words)
        for paragraph in resolution.paragraphs
        if paragraph.kind in {ParagraphKind.HEADING, ParagraphKind.ANNEX}
        for words in _heading_words(paragraph.kind, paragraph.printed or "", paragraph.text.plain)
    ]


def _heading_words(kind: ParagraphKind, printed: str, plain: str) -> list[str]:
    if kind is ParagraphKind.HEADING:
        return [f"{printed} {plain}"]
    return [printed, *plain.split("\n")]


def compared(expected: list[Row], got: list[Row]) -> tuple[int, list[Row], list[Row]]:
    """How many rows are right, which are missing, and which are there that should not be."""
    matcher = SequenceMatcher(None, expected, got, autojunk=False)
    right = 0
    missing: list[Row] = []
    extra: list[Row] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            right += i2 - i1
        else:
            missing.extend(expected[i1:i2])
            extra.extend(got[j1:j2])
    return right, missing, extra

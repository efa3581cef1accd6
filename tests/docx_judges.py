"""Judges of a Word file: two validators, our own check for what neither sees, and pandoc's reading.

Each returns its complaints, none for a sound file. See `faults` for all but pandoc, `misreadings`
for pandoc.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

from docx_integrity import check
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.core.inline import Style, Text
from drafter.core.language import language
from drafter.core.model import DocumentKind, Organ, ParagraphKind, Resolution
from drafter.core.numbering import numbering

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FIRST_NOTE = 1
_NOTEREF = re.compile(r"^\s*NOTEREF\s+(\S+)")


def faults(content: bytes) -> list[str]:
    """What the two validators and our own check complain about."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "judged.docx")
        path.write_bytes(content)
        found = [f"docx-integrity: {one}" for one in check(path)]
        # A fresh validator for each file: a used one complains of notes that are there.
        audit = OpenXmlValidator().validate(path)
        found.extend(f"openxml-audit: {one}" for one in audit.errors)
    return [*found, *own_faults(content)]


def own_faults(content: bytes) -> list[str]:
    """Bookmarks, references, fields and notes that no validator looks at."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
        others = [
            etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if re.match(r"word/(header|footer)\d*\.xml", name)
        ]
    found = list(_bookmark_faults(document))
    found.extend(_note_faults(document, notes))
    for root in (document, notes, *others):
        found.extend(_field_faults(root))
    if any(one.find(f".//{W}footnoteReference") is not None for one in others):
        found.append("a note in a header or footer")
    return found


def _bookmark_faults(document: Any) -> Iterator[str]:
    starts = list(document.iter(f"{W}bookmarkStart"))
    names = [one.get(f"{W}name") for one in starts]
    opened = [one.get(f"{W}id") for one in starts]
    closed = [one.get(f"{W}id") for one in document.iter(f"{W}bookmarkEnd")]
    if sorted(opened) != sorted(closed):
        yield "an unpaired bookmark"
    if len(set(names)) != len(names) or len(set(opened)) != len(opened):
        yield "a bookmark twice"
    for code in document.iter(f"{W}instrText"):
        target = _NOTEREF.match(code.text or "")
        if target and target.group(1) not in names:
            yield f"NOTEREF to nowhere: {target.group(1)}"


def _field_faults(root: Any) -> Iterator[str]:
    for paragraph in root.iter(f"{W}p"):
        depth = 0
        for mark in paragraph.iter(f"{W}fldChar"):
            depth += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType"), 0)
            if depth < 0:
                yield "a field that ends before it begins"
        if depth:
            yield "an unclosed field"


def _note_faults(document: Any, notes: Any) -> Iterator[str]:
    referred = [int(one.get(f"{W}id")) for one in document.iter(f"{W}footnoteReference")]
    there = [int(one.get(f"{W}id")) for one in notes.iter(f"{W}footnote")]
    if len(set(referred)) != len(referred):
        yield "two references to one footnote"
    if sorted(referred) != sorted(one for one in there if one >= _FIRST_NOTE):
        yield "references and footnotes do not match"
    if referred != sorted(referred):
        yield "footnote ids out of order"
    for note in notes.iter(f"{W}footnote"):
        if note.get(f"{W}type"):
            continue
        if note.find(f".//{W}footnoteReference") is not None:
            yield "a note in a note"
        if not "".join(note.itertext()).strip():
            yield "an empty note"


# What pandoc reads


def misreadings(content: bytes, resolution: Resolution) -> list[str]:
    """Where pandoc reads something else than the resolution says: words, italics, notes, order."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "read.docx")
        path.write_bytes(content)
        return file_misreadings(path, resolution)


def file_misreadings(path: Path, resolution: Resolution) -> list[str]:
    """The same for a file."""
    done = subprocess.run(
        ["pandoc", "-f", "docx", "-t", "json", str(path)], capture_output=True, check=True
    )
    read = [_folded(block) for block in _blocks(json.loads(done.stdout)["blocks"])]
    read = [block for block in read if block]
    expected = [_folded(block) for block in _expected(resolution)]
    expected = [block for block in expected if block]
    return list(_differences(read, expected))


def _differences(read: list[str], expected: list[str]) -> Iterator[str]:
    """All expected blocks in order; before the first of them the file may have more (session)."""
    if not expected:
        return
    start = next((place for place, one in enumerate(read) if one == expected[0]), None)
    if start is None:
        yield f"not read: {expected[0]}"
        return
    for one, other in zip_longest(read[start:], expected):
        if one != other:
            yield f"read {one!r} instead of {other!r}"
            return


def _folded(block: str) -> str:
    """White space gone (tabs and justified lines differ), neighbouring signs of one look joined."""
    plain = re.sub(r"[\s\u00a0]+", "", block)
    return plain.replace(")^(", "").replace("›‹", "")


def _blocks(blocks: list[Any]) -> Iterator[str]:
    """The paragraphs in order: italics in ‹›, superscripts as ^( ), notes as {note}."""
    for block in blocks:
        kind, inner = block["t"], block.get("c")
        if kind in {"Para", "Plain"}:
            yield _inlines(inner)
        elif kind == "Header":
            yield _inlines(inner[2])
        elif kind in {"BlockQuote", "Div"}:
            yield from _blocks(inner if kind == "BlockQuote" else inner[1])
        elif kind == "Table":
            yield from _table(inner)
        else:
            raise AssertionError(f"pandoc read a {kind}")


def _table(table: list[Any]) -> Iterator[str]:
    _, _, _, head, bodies, foot = table
    rows = [*head[1]]
    for body in bodies:
        rows += [*body[2], *body[3]]
    rows += foot[1]
    for row in rows:
        for cell in row[1]:
            yield from _blocks(cell[4])


def _inlines(inlines: list[Any]) -> str:
    pieces: list[str] = []
    for inline in inlines:
        kind, inner = inline["t"], inline.get("c")
        if kind == "Str":
            pieces.append(inner)
        elif kind in {"Space", "SoftBreak", "LineBreak"}:
            pieces.append(" ")
        elif kind == "Note":
            pieces.append("{" + "".join(_blocks(inner)) + "}")
        elif kind == "Emph":
            pieces.append(f"‹{_inlines(inner)}›")
        elif kind == "Superscript":
            pieces.append(f"^({_inlines(inner)})")
        elif kind in {"Strong", "Subscript", "Underline", "SmallCaps"}:
            pieces.append(_inlines(inner))
        elif kind in {"Span", "Link"}:
            pieces.append(_inlines(inner[1]))
        else:
            raise AssertionError(f"pandoc read a {kind}")
    return "".join(pieces)


class _Expected:
    """What a reader must find, in the notation of `_blocks`."""

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution
        self.numbers = numbering(resolution)
        self.seen: set[str] = set()
        is_rtl = language(resolution.language).is_rtl
        self.brackets = ("^(()", "^())") if is_rtl else ("", "")
        self.look_brackets = ("(", ")") if is_rtl else ("", "")
        self.slants = resolution.language != "zh"

    def text(self, text: Text, *, italic_by_default: bool = False) -> str:
        pieces: list[str] = []
        before_was_mark = False
        for run in text.runs():
            if run.mark is not None:
                comma = "^(,)" if before_was_mark else ""
                mark = self.mark(run.mark.note, run.mark.printed)
                pieces.append(f"{comma}{self.brackets[0]}{mark}{self.brackets[1]}")
                before_was_mark = True
                continue
            before_was_mark = False
            words = run.text
            if Style.SUPERSCRIPT in run.styles:
                words = f"^({words})"
            if self.slants and (Style.ITALIC in run.styles or italic_by_default):
                words = f"‹{words}›"
            pieces.append(words)
        return "".join(pieces)

    def mark(self, note: str, printed: str) -> str:
        if not note:
            return f"^({printed})" if printed else ""
        if note in self.seen:
            return f"^({self.numbers.notes[note]})"
        self.seen.add(note)
        own = next(one for one in self.resolution.footnotes if one.id == note)
        opening, closing = self.look_brackets
        around = f"{opening}{own.symbol}{closing}"
        around = f"^({around})" if around else ""
        return "{" + f"{around}{self.plain_note(own.text)}" + "}"

    def plain_note(self, text: Text) -> str:
        return self.text(text.unmarked())


def _expected(resolution: Resolution) -> Iterator[str]:
    """Title, organ line and everything after it, block by block."""
    made = _Expected(resolution)
    yield from _opening(resolution, made)
    for text in _lines_of(resolution.organ_line):
        comma = len(text.plain.rstrip(",،，"))
        words, rest = text.split(comma)
        yield made.text(words, italic_by_default=not text.spans) + made.text(rest)
    annexes = resolution.first_annex()
    for paragraph in resolution.paragraphs[:annexes]:
        yield from _paragraph(paragraph, made)
    for closing in resolution.closing:
        for text in _lines_of(closing):
            yield made.text(text, italic_by_default=not closing.spans)
    for text in _lines_of(resolution.vote):
        yield made.text(text)
    for paragraph in resolution.paragraphs[annexes:]:
        yield from _paragraph(paragraph, made)
    yield from _unmarked(resolution, made)


def _unmarked(resolution: Resolution, made: _Expected) -> Iterator[str]:
    """Notes that nothing marks: they print at the end, with their number."""
    opening, closing = made.look_brackets
    for note in resolution.footnotes:
        if note.id not in made.seen:
            number = f"^({opening}{made.numbers.notes[note.id]}{closing})"
            yield f"{number}{made.plain_note(note.text)}"


def _opening(resolution: Resolution, made: _Expected) -> Iterator[str]:
    """The title, which begins what is compared; the origin is before it but may have marks."""
    made.text(resolution.masthead.origin)
    is_in_heading = resolution.organ is Organ.SC and resolution.kind is DocumentKind.ADOPTED
    if resolution.title or (resolution.number and not is_in_heading):
        stop = "" if resolution.language == "ar" else "."
        number = f"{resolution.number}{stop}" if resolution.number else ""
        yield f"{number}{made.text(resolution.title)}"


def _paragraph(paragraph: Any, made: _Expected) -> Iterator[str]:
    label = made.numbers.labels[paragraph.id]
    if paragraph.kind is ParagraphKind.TABLE:
        for text in paragraph.texts():
            yield made.text(text)
        return
    lines = [made.text(line) for line in _lines_of(paragraph.text)]
    if paragraph.kind in {ParagraphKind.ANNEX, ParagraphKind.HEADING}:
        printed = paragraph.printed or ""
        has_stop = paragraph.level > 0 or printed.endswith(".")
        is_inline = paragraph.kind is ParagraphKind.HEADING and has_stop and paragraph.text
        if label and not is_inline:
            is_heading = paragraph.kind is ParagraphKind.HEADING
            yield f"{label.rstrip('.')}." if is_heading and has_stop else label
            label = ""
        elif label:
            label = f"{label.rstrip('.')}."
    yield from (f"{'' if place else label}{line}" for place, line in enumerate(lines))


def _lines_of(text: Text) -> list[Text]:
    pieces: list[Text] = []
    start = 0
    for line in text.plain.split("\n"):
        pieces.append(text.slice(start, start + len(line)))
        start += len(line) + 1
    return pieces

"""Passages on the clipboard: in the program's own format, as HTML with labels, and as text.

What comes from elsewhere is read by the text import, so that it lands as structure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QTextDocumentFragment

from drafter.app.passages import Passage
from drafter.core.errors import ReadError
from drafter.core.inline import Style, Text
from drafter.core.model import Paragraph, ParagraphKind, Part, Resolution
from drafter.io.native import native_bytes, read_native

PASSAGE_TYPE = "application/x-drafter-passage"
"""Two digits for an open start and an open end, a line break, and the own format."""
_TAGS = {
    Style.ITALIC: "i",
    Style.BOLD: "b",
    Style.SUPERSCRIPT: "sup",
    Style.SUBSCRIPT: "sub",
}
_HEADINGS = {ParagraphKind.HEADING: "h3", ParagraphKind.ANNEX: "h2"}

Importer = Callable[[str], Resolution]


def fill(
    made: QMimeData, passage: Passage, labels: dict[str, str], notes: dict[str, str]
) -> QMimeData:
    """A passage for the clipboard; labels and note numbers are those it had in its document."""
    made.clear()
    ends = f"{passage.starts_open:d}{passage.ends_open:d}\n".encode("ascii")
    made.setData(PASSAGE_TYPE, QByteArray(ends + native_bytes(passage.resolution)))
    shown = {} if passage.is_inline and passage.starts_open else labels
    made.setText("\n".join(_lines(passage.resolution, shown)))
    made.setHtml(html(passage.resolution, shown, notes))
    return made


def has_passage(mime: QMimeData) -> bool:
    """Whether there is something that can be pasted as text."""
    return mime.hasFormat(PASSAGE_TYPE) or mime.hasText() or mime.hasHtml()


def read_passage(mime: QMimeData, importer: Importer) -> Passage:
    """The passage on the clipboard.

    Raises:
        ReadError: there is none, or it cannot be read.
    """
    if mime.hasFormat(PASSAGE_TYPE):
        content = bytes(mime.data(PASSAGE_TYPE).data())
        ends, _, own = content.partition(b"\n")
        return Passage(read_native(own), ends.startswith(b"1"), ends.endswith(b"1"))
    characters = mime.text()
    if not characters and mime.hasHtml():
        characters = QTextDocumentFragment.fromHtml(mime.html()).toPlainText()
    if not characters:
        raise ReadError("There is no text on the clipboard to paste.")
    if len(characters.strip().splitlines()) == 1:
        return words(characters.strip("\r\n"))
    return Passage(importer(characters))


def words(characters: str) -> Passage:
    """Words without structure, to be set into a paragraph."""
    paragraph = Paragraph("p1", Part.OPERATIVE, Text(characters))
    return Passage(Resolution(paragraphs=(paragraph,), serial=1), True, True)


def _lines(resolution: Resolution, labels: dict[str, str]) -> Iterator[str]:
    for paragraph in resolution.paragraphs:
        label = labels.get(paragraph.id, "")
        space = " " if label and paragraph.text else ""
        yield f"{label}{space}{paragraph.text.plain}"
        for row in paragraph.cells:
            yield "\t".join(cell.plain for cell in row)


def html(resolution: Resolution, labels: dict[str, str], notes: dict[str, str]) -> str:
    """The paragraphs with their labels, and the notes below them, as HTML."""
    return "\n".join(_html(resolution, labels, notes))


def _html(resolution: Resolution, labels: dict[str, str], notes: dict[str, str]) -> Iterator[str]:
    for paragraph in resolution.paragraphs:
        tag = _HEADINGS.get(paragraph.kind, "p")
        label = labels.get(paragraph.id, "")
        space = "\u2003" if label and paragraph.text else ""
        yield f"<{tag}>{escape(label)}{space}{_marked_up(paragraph.text, notes)}</{tag}>"
        if paragraph.cells:
            rows = (
                "".join(f"<td>{_marked_up(cell, notes)}</td>" for cell in row)
                for row in paragraph.cells
            )
            yield "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    for note in resolution.footnotes:
        number = notes.get(note.id, "")
        yield f"<p><sup>{escape(number)}</sup> {_marked_up(note.text, notes)}</p>"


def _marked_up(text: Text, notes: dict[str, str]) -> str:
    pieces: list[str] = []
    for run in text.runs():
        if run.mark is not None:
            number = notes.get(run.mark.note, run.mark.printed)
            pieces.append(f"<sup>{escape(number)}</sup>")
            continue
        piece = escape(run.text).replace("\n", "<br>")
        for style in sorted(run.styles):
            piece = f"<{_TAGS[style]}>{piece}</{_TAGS[style]}>"
        pieces.append(piece)
    return "".join(pieces)

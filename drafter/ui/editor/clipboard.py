"""Passages on the clipboard: in the program's own format, as HTML with labels, and as text.

What comes from elsewhere is read by the imports, so that it lands as structure; of HTML and text
the first has more to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QByteArray, QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from drafter.app.passages import Passage
from drafter.core.errors import ReadError
from drafter.core.inline import Mark, Run, Style, Text
from drafter.core.language import language
from drafter.core.model import Footnote, Paragraph, ParagraphKind, Part, Resolution
from drafter.core.patience import IsGivenUp, never
from drafter.io.native import native_bytes, read_native
from drafter.ui.reading import Reading

PASSAGE_TYPE = "application/x-drafter-passage"
"""Two digits for an open start and an open end, a line break, and the own format."""
LARGE = 24 * 1024
"""In characters; reading so many takes about a tenth of a second."""
_TAGS = {
    Style.ITALIC: "i",
    Style.BOLD: "b",
    Style.SUPERSCRIPT: "sup",
    Style.SUBSCRIPT: "sub",
}
_HEADINGS = {ParagraphKind.HEADING: "h3", ParagraphKind.ANNEX: "h2"}


def fill(
    made: QMimeData, passage: Passage, labels: Mapping[str, str], notes: Mapping[str, str]
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
    return (
        mime.hasFormat(PASSAGE_TYPE) or mime.hasHtml() or (mime.hasText() and not has_files(mime))
    )


def has_files(mime: QMimeData) -> bool:
    """Whether it is files, whose names Qt offers as a text."""
    return any(url.isLocalFile() for url in mime.urls())


@contextmanager
def waiting() -> Iterator[None]:
    """While a text is read: the pointer says so."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()


@dataclass(frozen=True, slots=True)
class Copied:
    """What was on the clipboard; unlike it, this can be read off the main thread.

    `own` is a passage in the program's own format, `html` a web page, None where there is none.
    """

    own: bytes | None = None
    html: str | None = None
    text: str = ""
    is_file: bool = False

    @property
    def is_large(self) -> bool:
        """Whether reading it may take longer than a blink; the own format never does."""
        return self.own is None and max(len(self.html or ""), len(self.text)) > LARGE


@dataclass(frozen=True, slots=True)
class Taken:
    """What was read, and the text with the lines that guesses about it count, "" without any."""

    passage: Passage
    source: str = ""
    is_own: bool = False


def copied(mime: QMimeData) -> Copied:
    """Takes what is there off the clipboard, or off what was dropped."""
    if mime.hasFormat(PASSAGE_TYPE):
        return Copied(bytes(mime.data(PASSAGE_TYPE).data()))
    html = mime.html() if mime.hasHtml() else None
    return Copied(html=html, text=mime.text(), is_file=has_files(mime))


def taken(was_copied: Copied, is_given_up: IsGivenUp = never) -> Taken:
    """What was copied, as a passage.

    Raises:
        ReadError: there is none, or it cannot be read.
        GivenUpError: `is_given_up`, asked again and again, said so.
    """
    passage = _passage(was_copied, is_given_up)
    if was_copied.own is not None:
        return Taken(passage, is_own=True)
    return Taken(passage, _source(was_copied) if passage.resolution.guesses else "")


def reading_of(was_copied: Copied, is_given_up: IsGivenUp = never) -> Reading:
    """The same as a draft of its own: a few words as well are read as a text; raises likewise."""
    # Inline: needed at the first paste only, and a large part of the start otherwise.
    from drafter.io.text import read_text  # noqa: PLC0415

    read = taken(was_copied, is_given_up)
    inside = read.passage.resolution
    if read.passage.is_inline:
        inside = read_text(inside.paragraphs[0].text.plain)
    return Reading(None, inside, _source(was_copied) if inside.guesses else "")


def _passage(was_copied: Copied, is_given_up: IsGivenUp) -> Passage:
    from drafter.io.text import read_text  # noqa: PLC0415 - as above

    if was_copied.own is not None:
        ends, _, own = was_copied.own.partition(b"\n")
        return Passage(read_native(own), ends.startswith(b"1"), ends.endswith(b"1"))
    if was_copied.html is not None:
        with suppress(ReadError):  # no words in it, as with a picture
            return _read_page(was_copied.html, is_given_up)
    if was_copied.is_file:
        raise ReadError("What was copied is a file: open it, or drop it on the window.")
    characters = was_copied.text
    if not characters.strip():
        raise ReadError("There is no text on the clipboard to paste.")
    if len(characters.strip().splitlines()) == 1:
        return words(characters.strip("\r\n"))
    return Passage(read_text(characters, is_given_up))


def _source(was_copied: Copied) -> str:
    from drafter.io.html import html_source  # noqa: PLC0415 - as above

    if was_copied.html is not None:
        with suppress(ReadError):
            return html_source(was_copied.html)
    return was_copied.text


def _read_page(characters: str, is_given_up: IsGivenUp) -> Passage:
    from drafter.io.html import html_words, read_html  # noqa: PLC0415

    inside = html_words(characters)
    if inside is not None:
        return Passage(inside, True, True)
    return Passage(read_html(characters, is_given_up))


def words(characters: str) -> Passage:
    """Words without structure, to be set into a paragraph."""
    paragraph = Paragraph("p1", Part.OPERATIVE, Text(characters))
    return Passage(Resolution(paragraphs=(paragraph,), serial=1), True, True)


def _lines(resolution: Resolution, labels: Mapping[str, str]) -> Iterator[str]:
    for paragraph in resolution.paragraphs:
        label = labels.get(paragraph.id, "")
        space = " " if label and paragraph.text else ""
        yield f"{label}{space}{paragraph.text.plain}"
        for row in paragraph.cells:
            yield "\t".join(cell.plain for cell in row)


def html(resolution: Resolution, labels: Mapping[str, str], notes: Mapping[str, str]) -> str:
    """The paragraphs with their labels, and the notes below them, as HTML.

    The links between marks and notes are named so that word processors make footnotes of them.
    """
    direction = "rtl" if language(resolution.language).is_rtl else "ltr"
    head = f'<div lang="{resolution.language}" dir="{direction}">'
    return "\n".join((head, *_Page(notes).lines(resolution, labels), "</div>"))


class _Page:
    """Writes one page; the first mark of each note is linked with it, the others only raised."""

    def __init__(self, notes: Mapping[str, str]) -> None:
        self._numbers = notes
        self._linked: list[str] = []

    def lines(self, resolution: Resolution, labels: Mapping[str, str]) -> Iterator[str]:
        for paragraph in resolution.paragraphs:
            tag = _HEADINGS.get(paragraph.kind, "p")
            label = labels.get(paragraph.id, "")
            space = "\u2003" if label and paragraph.text else ""
            indent = f' style="margin-left:{paragraph.level * 2}em"' if paragraph.level else ""
            words = f"{escape(label)}{space}{self._words(paragraph.text)}"
            if words or not paragraph.cells:
                yield f"<{tag}{indent}>{words}</{tag}>"
            if paragraph.cells:
                yield self._table(paragraph)
        marked = [self._note(note) for note in resolution.footnotes if note.id in self._linked]
        if marked:
            yield '<div style="mso-element:footnote-list">'
            yield from marked
            yield "</div>"

    def _table(self, paragraph: Paragraph) -> str:
        rows = ("".join(f"<td>{self._words(cell)}</td>" for cell in row) for row in paragraph.cells)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"

    def _note(self, note: Footnote) -> str:
        name = f"sdfootnote{self._linked.index(note.id) + 1}"
        number = f"<sup>{escape(self._numbers.get(note.id, note.symbol))}</sup>"
        link = f'<a class="sdfootnotesym" name="{name}sym" href="#{name}anc">{number}</a>'
        return (
            f'<div style="mso-element:footnote" id="{name}">'
            f'<p class="sdfootnote">{link} {self._words(note.text)}</p></div>'
        )

    def _words(self, text: Text) -> str:
        return "".join(
            _styled(run) if run.mark is None else self._mark(run.mark) for run in text.runs()
        )

    def _mark(self, mark: Mark) -> str:
        number = f"<sup>{escape(self._numbers.get(mark.note, mark.printed))}</sup>"
        if not mark.note or mark.note in self._linked:
            return number
        self._linked.append(mark.note)
        name = f"sdfootnote{len(self._linked)}"
        return (
            f'<a class="sdfootnoteanc" name="{name}anc" href="#{name}sym" '
            f'style="mso-footnote-id:{name}">{number}</a>'
        )


def _styled(run: Run) -> str:
    piece = escape(run.text).replace("\n", "<br>")
    for style in sorted(run.styles):
        piece = f"<{_TAGS[style]}>{piece}</{_TAGS[style]}>"
    return piece

"""HTML in: the words of a page go through the text import, and its looks, notes and tables follow.

The text import decides about the structure; what a plain text cannot say, italics, raised letters,
which link is a footnote mark, what a list numbers by itself, comes from the page. Nothing is
fetched.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from lxml import etree
from lxml import html as lxml_html

from drafter.core.errors import ReadError
from drafter.core.inline import Mark, Text, joined
from drafter.core.model import (
    STRUCK_OUT,
    Discarded,
    Footnote,
    Guess,
    Paragraph,
    ParagraphKind,
    Part,
    Resolution,
)
from drafter.core.patience import IsGivenUp, never
from drafter.io.html.dress import Dresser
from drafter.io.html.looks import Element
from drafter.io.html.raised import with_raised_marks
from drafter.io.html.rows import Row, page_rows
from drafter.io.text import read_text

LARGEST_CHARACTERS = 8 * 1024 * 1024
"""Word says every line's font again and again; the words are a tenth of it."""

LARGEST_WORDS = 1024 * 1024
"""Characters of the words alone: each takes some four hundred bytes on its way."""

MOST_TAGS = 250_000
MOST_ROWS = 25_000

_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_STYLE_SHEET = re.compile(r"<style\b.*?(?:</style>|\Z)", re.DOTALL | re.IGNORECASE)
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Page:
    """The rows of the body, the words of the notes by key, what each is numbered, and what is
    struck out."""

    rows: tuple[Row, ...]
    notes: Mapping[str, Text]
    printed: Mapping[str, str]
    struck: tuple[Discarded, ...]


def read_html(characters: str, is_given_up: IsGivenUp = never) -> Resolution:
    """The resolution that a page holds, as far as it can be told.

    Raises:
        ReadError: there are no words in it, or more than any resolution has.
        GivenUpError: as `read_text`.
    """
    page = _page(characters)
    words = _source(page.rows)
    draft = read_text(words, is_given_up) if words else Resolution()
    notes, ids = _footnotes(page, draft.serial)
    rows = [_with_ids(row, ids) for row in page.rows]
    noted = replace(draft, footnotes=(*draft.footnotes, *notes), serial=draft.serial + len(notes))
    dresser = Dresser(_without_tables(rows))
    dressed, begins = dresser.dressed(noted)
    whole = _with_tables(dressed, rows, begins)
    known = {(guess.what, guess.paragraph, guess.detail) for guess in draft.guesses}
    found = [
        guess
        for guess in _guesses(whole, dresser.unplaced())
        if (guess.what, guess.paragraph, guess.detail) not in known
    ]
    return replace(
        whole,
        guesses=(*whole.guesses, *found),
        discarded=(*whole.discarded, *page.struck),
    )


def html_source(characters: str) -> str:
    """The words of a page in the lines that the guesses about it count.

    Raises:
        ReadError: as `read_html`.
    """
    return _source(_page(characters).rows)


def html_words(characters: str) -> Resolution | None:
    """The one paragraph that a page holds, just as it is written; None if it holds more.

    Raises:
        ReadError: as `read_html`.
    """
    page = _page(characters)
    row = page.rows[0]
    if len(page.rows) > 1 or row.label or row.cells or "\n" in row.text.plain:
        return None
    notes, ids = _footnotes(page, 1)
    paragraph = Paragraph("p1", Part.OPERATIVE, _with_ids(row, ids).text)
    return Resolution(
        paragraphs=(paragraph,),
        footnotes=notes,
        serial=1 + len(notes),
        discarded=page.struck,
    )


def _page(characters: str) -> _Page:
    if len(characters) > LARGEST_CHARACTERS:
        raise ReadError(
            f"The page has {len(characters)} characters, more than {LARGEST_CHARACTERS}: "
            "take the part of it that you need."
        )
    if characters.count("<") > MOST_TAGS:
        raise _too_long()
    rows, links, struck = page_rows(_root(characters))
    if len(rows) > MOST_ROWS:
        raise _too_long()
    printed = dict(links.printed)
    marked = with_raised_marks(rows, printed)
    body = tuple(row for row in marked if not row.note and (row.text or row.cells))
    if not body:
        raise ReadError("The page holds no words: choose another one.")
    if sum(len(row.text) for row in body) > LARGEST_WORDS:
        raise _too_long()
    notes = {
        key: joined(_lines([row.text for row in group]))
        for key, group in groupby((row for row in marked if row.note), lambda row: row.note)
    }
    used = {mark.note for row in body for text in _texts(row) for mark in text.marks}
    kept = {key: _unnumbered(text, printed.get(key, "")) for key, text in notes.items()}
    missing = {key: Text() for key in sorted(used - {"", *kept})}
    left_out = tuple(Discarded(words, STRUCK_OUT) for words in struck)
    return _Page(body, kept | missing, printed, left_out)


def _too_long() -> ReadError:
    return ReadError("The page holds more than any resolution: take the part you need.")


def _root(characters: str) -> Element:
    """The page as a tree; only what a clipboard says is its part, if it says so."""
    clean = _DECLARED.sub("", _UNFIT.sub("", characters))
    fragment = _FRAGMENT.search(clean)
    if fragment and "mso-element" not in clean:
        clean = f"{_style_sheets(clean)}{fragment[1]}"
    parser = lxml_html.HTMLParser(huge_tree=True, no_network=True, encoding="utf-8")
    try:
        root = lxml_html.document_fromstring(clean.encode("utf-8"), parser=parser)
    except (ValueError, etree.ParserError) as error:
        raise ReadError("The page holds no words: choose another one.") from error
    if any(one.type_name == "ERR_RESOURCE_LIMIT" for one in parser.error_log):
        raise ReadError("The page nests too deep to be read: save it as plain text.")
    return root


def _style_sheets(characters: str) -> str:
    return "".join(_STYLE_SHEET.findall(characters))


def _texts(row: Row) -> list[Text]:
    return [row.text, *(cell for line in row.cells for cell in line)]


def _lines(texts: Sequence[Text]) -> list[Text]:
    return [one for text in texts for one in (Text("\n"), text)][1:]


def _unnumbered(text: Text, printed: str) -> Text:
    """The words of a note without its own number before them, where nothing linked it."""
    number = re.match(rf"\s*[\[(]?{re.escape(printed)}[\])]?[.:]?\s+", text.plain)
    return text.slice(number.end()) if printed and number else text.stripped()


def _source(rows: Sequence[Row]) -> str:
    """The words of the rows as a plain text, for the text import."""
    pieces: list[str] = []
    for row in _without_tables(rows):
        gap = "\n\n" if row.apart else "\n"
        space = " " if row.label else ""
        pieces.append(f"{gap}{row.label}{space}{row.text.plain}")
    return "".join(pieces).lstrip("\n")


def _without_tables(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if not row.cells]


# --- notes --------------------------------------------------------------------------------------


def _footnotes(page: _Page, serial: int) -> tuple[tuple[Footnote, ...], Mapping[str, str]]:
    """The notes with ids after `serial`, and the ids by their keys."""
    ids = {key: f"n{serial + number}" for number, key in enumerate(page.notes, 1)}
    notes: list[Footnote] = []
    for key, text in page.notes.items():
        printed = page.printed.get(key, "")
        symbol = printed if printed.strip("*") == "" else ""
        notes.append(Footnote(ids[key], text.unmarked(), printed, symbol))
    return tuple(notes), ids


def _with_ids(row: Row, ids: Mapping[str, str]) -> Row:
    """With the marks leading to notes by their ids."""

    def led(text: Text) -> Text:
        marks = tuple(replace(mark, note=ids.get(mark.note, "")) for mark in text.marks)
        return replace(text, marks=marks)

    cells = tuple(tuple(led(cell) for cell in line) for line in row.cells)
    return replace(row, text=led(row.text), cells=cells)


def _guesses(draft: Resolution, lost: Iterable[Mark]) -> Iterator[Guess]:
    """What of the marks is to be looked at."""
    for mark in lost:
        yield Guess("note mark", None, mark.printed, 0.3)
    marked: set[str] = set()
    for paragraph in draft.paragraphs:
        for text in paragraph.texts():
            marked.update(mark.note for mark in text.marks)
            for mark in text.marks:
                if not mark.note:
                    yield Guess("mark without note", paragraph.id, mark.printed, 0.5)
    marked.update(mark.note for text in draft.texts() for mark in text.marks)
    for note in draft.footnotes:
        if note.id not in marked:
            yield Guess("note without mark", None, note.printed or "", 0.8)


# --- tables -------------------------------------------------------------------------------------


def _with_tables(draft: Resolution, rows: Sequence[Row], begins: Mapping[str, int]) -> Resolution:
    """With each table after the paragraph that stands before it on the page."""
    serial = draft.serial
    paragraphs = list(draft.paragraphs)
    beginnings = sorted(begins.get(one.id, -1) for one in paragraphs)
    words_before = 0
    for row in rows:
        if not row.cells:
            words_before += 1
            continue
        serial += 1
        at = bisect_left(beginnings, words_before)
        part = paragraphs[at - 1].part if at else Part.OPERATIVE
        table = Paragraph(
            f"p{serial}", part, kind=ParagraphKind.TABLE, numbered=False, cells=row.cells
        )
        paragraphs.insert(at, table)
        insort(beginnings, words_before - 1)
    return replace(draft, paragraphs=tuple(paragraphs), serial=serial)

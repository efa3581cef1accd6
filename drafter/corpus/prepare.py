"""A resolution made ready for the corpus: all that can be worked out without the corpus.

This is the slow half of an import and runs in the reading processes; a `Prepared` is what they send
to the one that writes, so it holds plain values only.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from drafter.core.errors import ReadError
from drafter.core.language import language
from drafter.core.model import Paragraph, ParagraphKind, Resolution
from drafter.core.numbering import numbering
from drafter.corpus.citing import Citation, cited_resolutions
from drafter.corpus.names import number_of_symbol, symbol_of_number, year_of_number
from drafter.corpus.tokens import folded_words, formula, key, sketch, terms
from drafter.io.native import native_bytes

SEARCHED_KINDS = frozenset({ParagraphKind.PARAGRAPH, ParagraphKind.QUOTED, ParagraphKind.PLAIN})
"""Headings and tables are kept for reading, but nobody looks for them as wordings."""

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_ZLIB_LEVEL = 3
"""A tenth larger than the default and three times as fast."""


@dataclass(frozen=True, slots=True)
class PreparedWording:
    """Folded words and their hashes."""

    words: str
    key: int
    formula: int
    sketch: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PreparedParagraph:
    """One row of the document; `wording` is None where there is nothing to search."""

    part: str
    annex: int
    kind: str
    level: int
    label: str
    text: str
    wording: PreparedWording | None


@dataclass(frozen=True, slots=True)
class PreparedCitation:
    """A resolution that the paragraph at `place` names."""

    place: int
    organ: str
    number: str
    adopted: str | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with its paragraphs, ready to be stored.

    `stamp` grows with the age of the copy: of two with the same symbol and language the one with
    the larger stamp is the newer. `digest` is the SHA-256 of the resolution, not of the file.
    """

    symbol: str
    language: str
    organ: str
    kind: str
    number: str
    title: str
    adopted: str | None
    year: int | None
    session: str
    source: str
    stamp: str
    digest: bytes
    native: bytes
    paragraphs: tuple[PreparedParagraph, ...]
    citations: tuple[PreparedCitation, ...]


def prepared(resolution: Resolution, source: str, modified: str = "") -> Prepared:
    """The resolution made ready.

    `source` says where it came from, for people; `modified` is the ISO time of its file.

    Raises:
        ReadError: it holds half a character, as a text cut within an emoji; none can be stored.
    """
    masthead = resolution.masthead
    native = native_bytes(resolution, on_one_line=True)
    symbol = masthead.symbol or symbol_of_number(resolution.organ, resolution.number) or source
    reference = number_of_symbol(symbol)
    number = reference.number if reference else resolution.number
    adopted = masthead.adopted or _closing_date(resolution)
    newest = masthead.issued or adopted
    paragraphs = _paragraphs(resolution)
    labels_and_texts = (part for one in paragraphs for part in (one.label, one.text))
    if any(map(_HALF_CHARACTER.search, (symbol, resolution.title.plain, *labels_and_texts))):
        raise ReadError("It holds half a character.")
    return Prepared(
        symbol=symbol,
        language=resolution.language,
        organ=resolution.organ,
        kind=resolution.kind,
        number=number,
        title=resolution.title.plain,
        adopted=adopted.isoformat() if adopted else None,
        year=adopted.year if adopted else year_of_number(reference),
        session=masthead.session,
        source=source,
        stamp=f"{newest.isoformat() if newest else ''} {modified}",
        digest=sha256(native).digest(),
        native=zlib.compress(native, _ZLIB_LEVEL),
        paragraphs=paragraphs,
        citations=tuple(_citations(resolution)),
    )


def prepared_wording(text: str, code: str) -> PreparedWording | None:
    """What the corpus compares of a text; None when it has no words."""
    words = folded_words(text)
    if not words:
        return None
    masked = formula(terms(words), code)
    return PreparedWording(
        words, key(words, code), key(" ".join(masked), code), sketch(masked, code)
    )


def _paragraphs(resolution: Resolution) -> tuple[PreparedParagraph, ...]:
    numbers = numbering(resolution)
    code = resolution.language
    return tuple(
        PreparedParagraph(
            part=paragraph.part,
            annex=numbers.annexes[paragraph.id],
            kind=paragraph.kind,
            level=paragraph.level,
            label=numbers.labels[paragraph.id] if paragraph.printed is None else paragraph.printed,
            text=_whole_text(paragraph),
            wording=prepared_wording(paragraph.text.plain, code)
            if paragraph.kind in SEARCHED_KINDS
            else None,
        )
        for paragraph in resolution.paragraphs
    )


def _whole_text(paragraph: Paragraph) -> str:
    if paragraph.kind is not ParagraphKind.TABLE:
        return paragraph.text.plain
    rows = ("\t".join(cell.plain for cell in row) for row in paragraph.cells)
    return "\n".join((paragraph.text.plain, *rows)).strip("\n")


def _citations(resolution: Resolution) -> list[PreparedCitation]:
    """The resolutions that paragraphs and their notes name."""
    notes = {note.id: note.text.plain for note in resolution.footnotes}
    found: list[PreparedCitation] = []
    for place, paragraph in enumerate(resolution.paragraphs):
        texts = tuple(paragraph.texts())
        marked = dict.fromkeys(mark.note for text in texts for mark in text.marks if mark.note)
        for plain in (*(text.plain for text in texts), *(notes[one] for one in marked)):
            cited = cited_resolutions(plain, resolution.language, resolution.organ)
            found.extend(_citation(place, one) for one in cited)
    return found


def _closing_date(resolution: Resolution) -> date | None:
    """The date under the text, when it is one day only."""
    find = language(resolution.language).find_dates
    days = {day for line in resolution.closing for _, _, day in find(line.plain)}
    return days.pop() if len(days) == 1 else None


def _citation(place: int, one: Citation) -> PreparedCitation:
    adopted = one.adopted.isoformat() if one.adopted else None
    return PreparedCitation(place, one.reference.organ, one.reference.number, adopted)

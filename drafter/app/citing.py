"""What can be cited at the caret, in which words, and the edits that cite it.

A resolution is named in the text: the first time with its date, afterwards without. A report,
another document or an instrument is named by the drafter and gets its source in a note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.app.places import Caret, Field, text_at
from drafter.app.slots import plain_position, section, slot_position, surface
from drafter.app.writing import Written, is_table, remove, type_text
from drafter.core import note_edits
from drafter.core.errors import ModelError
from drafter.core.inline import Text
from drafter.core.language import language
from drafter.core.model import Part, Resolution
from drafter.core.openers import openers
from drafter.core.symbols import is_document_symbol, is_symbol
from drafter.corpus.citing import cited_resolutions
from drafter.corpus.finding import Finder
from drafter.corpus.instruments import (
    Instrument,
    document_note,
    find_instruments,
    instrument_note,
    named_instrument,
)
from drafter.corpus.meant import references
from drafter.corpus.names import Reference, number_of_symbol
from drafter.corpus.register import Entry, naming, note_words

MOST_CHOICES = 12
_MOST_INSTRUMENTS = 4
_AFTER_MARK = frozenset("([“«‘’'/-–—")
"""Signs that are followed by a word without a space."""
_WORD = re.compile(r"\S+")
_STOPS = frozenset(",;:.،؛，；：。")


@dataclass(frozen=True, slots=True)
class Document:
    """A report or another document, by its symbol."""

    symbol: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to cite: the words for the text (none for what only gets a note), and the note."""

    source: Entry | Instrument | Document
    words: str
    note: Text


def named_before(resolution: Resolution, caret: Caret) -> frozenset[Reference]:
    """The resolutions that the paragraphs up to the caret name."""
    if caret.place.field is not Field.PARAGRAPH:
        return frozenset()
    last = resolution.index(caret.place.id)
    found: set[Reference] = set()
    for at, paragraph in enumerate(resolution.paragraphs[: last + 1]):
        text = paragraph.text
        words = text.plain if at < last else text.plain[: plain_position(text, caret.at)]
        cited = cited_resolutions(words, resolution.language, resolution.organ)
        found.update(one.reference for one in cited)
    return frozenset(found)


def choices(
    finder: Finder, resolution: Resolution, named: frozenset[Reference], words: str
) -> tuple[Choice, ...]:
    """What number, symbol or words may mean, the likeliest first; `named` are named without date.

    Raises:
        CorpusError: the corpus cannot be read.
    """
    code, speaker = resolution.language, resolution.organ
    symbol = words.strip() if is_symbol(words.strip()) else words.strip().upper()
    if is_document_symbol(symbol) and not number_of_symbol(symbol):
        return (Choice(Document(symbol), "", document_note(symbol, code)),)
    asked = symbol if is_symbol(symbol) else words
    found = [
        Choice(one, "", instrument_note(one, code, speaker))
        for one in find_instruments(words)[:_MOST_INSTRUMENTS]
    ]
    for entry in finder.find(asked, speaker, MOST_CHOICES - len(found)):
        said = naming(entry, code, speaker)
        text = said.later if entry.reference in named else said.first
        found.append(Choice(entry, text, Text(said.note)))
    return tuple(found)


def words_between(resolution: Resolution, start: Caret, end: Caret) -> str:
    """The words between two carets of one place; none where they reach over several."""
    if start.place != end.place or start == end or is_table(resolution, start.place):
        return ""
    return section(text_at(resolution, start.place), start.at, end.at).plain


def note_for(resolution: Resolution, words: str) -> Text | None:
    """The note for words that cite one resolution, an instrument or a document; None for others."""
    words = words.strip()
    code, speaker = resolution.language, resolution.organ
    cited = {one.reference for one in cited_resolutions(words, code, speaker)}
    cited = cited or set(references(words)[:1])
    if len(cited) == 1:
        return Text(note_words(cited.pop(), code, speaker))
    instrument = named_instrument(words, code)
    if instrument is not None:
        return instrument_note(instrument, code, speaker)
    return document_note(words, code) if is_document_symbol(words) else None


def with_words(resolution: Resolution, start: Caret, end: Caret, words: str) -> Written:
    """With the words in the place of the selection, set apart where the language does so.

    What stands before them already, as `its resolution`, is not said twice.

    Raises:
        ModelError: a table stands there.
    """
    ground = Written(resolution, start)
    if start != end:
        ground = remove(resolution, start, end)
    place, at = ground.caret
    if is_table(ground.resolution, place):
        raise ModelError("A table is edited cell by cell.")
    row = surface(text_at(ground.resolution, place))
    if openers(Part.OPERATIVE, resolution.language).spaced:
        before, after = row[:at], row[at:]
        words = _without_repetition(before, words)
        if before and not before[-1].isspace() and before[-1] not in _AFTER_MARK:
            words = f" {words}"
        if after and after[0].isalnum():
            words = f"{words} "
    return type_text(ground.resolution, place, at, at, words)


def _without_repetition(before: str, words: str) -> str:
    """The words without those, ahead of the number, up to one that the text before ends with."""
    last = (before.split() or [""])[-1].casefold()
    number = next((at for at, sign in enumerate(words) if sign.isdigit()), 0)
    said = [one for one in _WORD.finditer(words, 0, number) if one[0].casefold() == last]
    return words[said[-1].end() :].lstrip() if said else words


def with_note(resolution: Resolution, caret: Caret, note: Text) -> Written:
    """With a note marked at the caret; one with the same words that is there is marked again.

    Where the language sets marks after commas and stops, it goes after the one at the caret.

    Raises:
        ModelError: the caret is in no paragraph of text.
    """
    if caret.place.field is not Field.PARAGRAPH:
        raise ModelError("A footnote belongs to a paragraph.")
    if is_table(resolution, caret.place):
        raise ModelError("A footnote of a table is set in its cell.")
    text = resolution.paragraph(caret.place.id).text
    at = plain_position(text, caret.at)
    is_after = not language(resolution.language).marks_before_punctuation
    if is_after and text.plain[at : at + 1] in _STOPS:
        at += 1
    same = next((one.id for one in resolution.footnotes if one.text.plain == note.plain), None)
    if same is None:
        new = note_edits.add_footnote(resolution, caret.place.id, at, note)
    else:
        new = note_edits.add_mark(resolution, caret.place.id, at, same)
    return Written(new, Caret(caret.place, slot_position(new.paragraph(caret.place.id).text, at)))

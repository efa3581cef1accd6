"""Treaties, covenants and declarations that resolutions often name, and the notes they get.

The table is facts: the United Nations Treaty Series and the titles in the official languages.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rapidfuzz import fuzz

from drafter.core.inline import Span, Style, Text
from drafter.core.language import LANGUAGES
from drafter.core.model import Organ
from drafter.corpus.names import Reference
from drafter.corpus.printed import wording_facts
from drafter.corpus.register import note_words
from drafter.corpus.tokens import folded_words
from drafter.paths import resource

_TABLE = ("register", "instruments.tsv")
_ALIKE_PCT = 88
"""As alike as a title and its inflected form in Russian are."""
_LOOKS = MappingProxyType({"_": Style.ITALIC, "^": Style.SUPERSCRIPT})


@dataclass(frozen=True, slots=True)
class Instrument:
    """What is cited by its note: `volume` and `number` of the Treaty Series, or (`volume` empty)
    the number of the resolution that it is, or that it is annexed to.
    """

    volume: str
    number: str
    is_annexed: bool
    titles: Mapping[str, str]


@cache
def instruments() -> tuple[Instrument, ...]:
    """All there are, those of human rights first."""
    with resource(*_TABLE).open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(
            Instrument(
                row["volume"],
                row["number"],
                bool(row["annexed"]),
                MappingProxyType({code: row[code] for code in LANGUAGES}),
            )
            for row in rows
        )


def find_instruments(words: str) -> tuple[Instrument, ...]:
    """Those with all the words, or the starts of them, in a title of any language."""
    sought = folded_words(words).split()
    if not sought:
        return ()
    found = zip(instruments(), _folded_titles(), strict=True)
    return tuple(one for one, titles in found if any(_has(title, sought) for title in titles))


def named_instrument(words: str, code: str) -> Instrument | None:
    """The one that words of a text name: they end with its title, or are nearly it."""
    said = folded_words(words)
    best: Instrument | None = None
    length = 0
    for one in instruments():
        title = folded_words(one.titles[code])
        is_named = said.endswith(title) or fuzz.ratio(said, title) >= _ALIKE_PCT
        if is_named and len(title) > length:
            best, length = one, len(title)
    return best


def instrument_note(instrument: Instrument, code: str, speaker: Organ) -> Text:
    """The note that gives the instrument's source."""
    if not instrument.volume:
        reference = Reference(Organ.GA, instrument.number)
        return Text(note_words(reference, code, speaker, is_annexed=instrument.is_annexed))
    form = wording_facts(code).text("note", "treaty")
    return _styled(form.format(volume=instrument.volume, number=instrument.number))


def document_note(symbol: str, code: str) -> Text:
    """The note that gives a report or another document by its symbol."""
    return Text(wording_facts(code).text("note", "document").format(symbol=symbol))


@cache
def _folded_titles() -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(f" {folded_words(title)}" for title in one.titles.values()) for one in instruments()
    )


def _has(title: str, sought: list[str]) -> bool:
    return all((word if not word.isascii() else f" {word}") in title for word in sought)


def _styled(form: str) -> Text:
    """A form with its signs for italics and raised letters made into looks."""
    plain = ""
    spans: list[Span] = []
    for piece in re.findall(r"_[^_]*_|\^[^^]*\^|[^_^]+", form):
        style = _LOOKS.get(piece[0])
        words = piece[1:-1] if style else piece
        if style:
            spans.append(Span(len(plain), len(plain) + len(words), style))
        plain += words
    return Text(plain, tuple(spans))

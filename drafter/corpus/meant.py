"""Which resolutions somebody means who asks for one by its number, its symbol or a few words.

What is asked comes as it was typed or copied: in small letters, with the figures of Arabic, with
the organ in short before the number.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from drafter.core.language import LANGUAGES
from drafter.core.model import Organ
from drafter.corpus.citing import names_organ, sole_citations
from drafter.corpus.names import (
    SYMBOL_PREFIXES,
    Reference,
    is_number_of,
    is_possible,
    plain_number,
    unlettered,
)
from drafter.corpus.printed import read_number

_CALLED = {
    "GA": Organ.GA,
    "UNGA": Organ.GA,
    "SC": Organ.SC,
    "UNSC": Organ.SC,
    "UNSCR": Organ.SC,
    "HRC": Organ.HRC,
    "UNHRC": Organ.HRC,
    "ECOSOC": Organ.ECOSOC,
}
"""The organs in short."""
_ASKED = re.compile(r"(?P<before>\D*?)(?P<number>(?:E?S-)?\d.*)")
_YEARLESS = re.compile(r"(\D*)(\d{1,4})(\D*)")
_ANY_YEAR = "(2000)"
_LETTER = re.compile(r"(?<=\d) ?([A-Z](?:[-–][A-Z])?)(?= |$)")
_UNSEEN = frozenset({"Cf", "Cs"})
"""Marks of direction and the like, and halves of characters."""
_NUMBERED_ALIKE = (Organ.GA, Organ.HRC)
"""Both number by session: without an organ `60/288` may be of either."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A number in the form of `names`, perhaps unfinished; `organ` is None where it is not told."""

    organ: Organ | None
    number: str

    @property
    def lacks_year(self) -> bool:
        """Whether it is one of the Security Council's without its year, as `S/RES/1325`."""
        return self.organ is Organ.SC and self.number.isdigit()


def asked_number(words: str) -> Asked | None:
    """The number that words end with; None when there is none, or it is that of a document."""
    text = _folded(words)
    yearless = _yearless_number(text)
    if yearless:
        return Asked(Organ.SC, yearless)
    match = _ASKED.fullmatch(text.upper())
    if match is None:
        return None
    before, number = match["before"], match["number"]
    organ = next((one for prefix, one in SYMBOL_PREFIXES.items() if before.endswith(prefix)), None)
    if organ is None and "/" in before:
        return None
    called = (_CALLED.get(word) for word in re.findall(r"\w+", before))
    organ = organ or next((one for one in called if one), None)
    for code in LANGUAGES:
        number = read_number(number, code)
    return Asked(organ, unlettered(plain_number(_LETTER.sub(r" \1", number))))


def references(words: str) -> tuple[Reference, ...]:
    """Every resolution that a number, a symbol or a few words may mean, the likeliest first."""
    text = _folded(words)
    said = dict.fromkeys(
        one.reference
        for code in LANGUAGES
        for speaker in _NUMBERED_ALIKE
        for one in sole_citations(text, code, speaker)
    )
    asked = asked_number(words)
    if said or asked is None:
        return tuple(said)
    return tuple(
        Reference(organ, asked.number)
        for organ in SYMBOL_PREFIXES.values()
        if asked.organ in {organ, None}
        and is_number_of(organ, asked.number)
        and is_possible(organ, asked.number)
    )


def _yearless_number(text: str) -> str:
    """The number of `resolution 1325 of the Security Council`; empty when more is said."""
    match = _YEARLESS.fullmatch(text)
    if match is None:
        return ""
    before, number, after = match.groups()
    whole = f"{before}{number}{_ANY_YEAR}{after}"
    is_named = any(
        names_organ(text, code, Organ.SC) and sole_citations(whole, code, Organ.SC)
        for code in LANGUAGES
    )
    return number if is_named else ""


def _folded(words: str) -> str:
    """With the figures of English, one kind of hyphen and space, and nothing unseen."""
    plain = unicodedata.normalize("NFKC", words).replace("\u2010", "-").rstrip(" .,;*")
    kept = (one for one in plain if unicodedata.category(one) not in _UNSEEN)
    figured = (str(unicodedata.decimal(one)) if one.isdecimal() else one for one in kept)
    return " ".join("".join(figured).split())

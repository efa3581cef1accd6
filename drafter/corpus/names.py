"""What a resolution is called: its organ and number, and the symbol that says the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from drafter.core.model import Organ

SYMBOL_PREFIXES = MappingProxyType(
    {
        "A/RES/": Organ.GA,
        "S/RES/": Organ.SC,
        "E/RES/": Organ.ECOSOC,
        "A/HRC/RES/": Organ.HRC,
    }
)
"""How the symbols of an organ's resolutions begin; none is the end of another."""
_SYMBOLS = {organ: prefix for prefix, organ in SYMBOL_PREFIXES.items()}

ROMAN_SESSION = r"\((?:[IVXL]+|S-[IVX]+|ES-[IVX]+)\)"
"""The session of a resolution of the General Assembly before 1976: `(XXV)`, `(S-VI)`."""

_SHAPES = {
    Organ.GA: re.compile(
        rf"(?:(?:S-|ES-)?\d{{1,3}}/\d{{1,4}}(?: [A-Z](?:[-–][A-Z])?)?"
        rf"|\d{{1,4}}(?: [A-Z])? {ROMAN_SESSION})"
    ),
    Organ.SC: re.compile(r"\d{1,4} \((?:19|20)\d\d\)"),
    Organ.ECOSOC: re.compile(r"(?:19|20)\d\d/\d{1,3}(?: [A-Z])?"),
    Organ.HRC: re.compile(r"(?:S-)?\d{1,2}/\d{1,3}"),
}
_LETTERED = re.compile(r"(\d+)( ?)(\([^)]*\))(?: ?\[?([A-Z])\]?)?")
_FIRST_ANNUAL_SESSION = 31
"""From its thirty-first session on, the General Assembly numbers by session (rule R-02)."""

_FIRST_COUNCIL_YEAR = 2006


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """A resolution by organ and number, as `GA` and `60/288`."""

    organ: Organ
    number: str

    @property
    def symbol(self) -> str:
        """The document symbol, as `A/RES/60/288`."""
        return symbol_of_number(self.organ, self.number)


def plain_number(number: str) -> str:
    """The number with one space where there is any, and none at the ends."""
    spaced = re.sub(r"(?<=\d)\(", " (", number)
    return re.sub(r"\s+", " ", spaced).strip()


def symbol_of_number(organ: Organ, number: str) -> str:
    """The symbol of an organ's resolution; empty when the number is not one of that organ's."""
    number = plain_number(number)
    return _SYMBOLS[organ] + number if is_number_of(organ, number) else ""


def is_number_of(organ: Organ, number: str) -> bool:
    """Whether a number has the form of the organ's."""
    shape = _SHAPES.get(organ)
    return shape is not None and bool(shape.fullmatch(number))


def number_of_symbol(symbol: str) -> Reference | None:
    """The organ and number in a resolution's symbol; None for every other document."""
    for prefix, organ in SYMBOL_PREFIXES.items():
        if symbol.startswith(prefix):
            number = unlettered(plain_number(symbol.removeprefix(prefix)))
            return Reference(organ, number) if is_number_of(organ, number) else None
    return None


def is_possible(organ: Organ, number: str, day: date | None = None) -> bool:
    """Whether the organ can have given out the number (on that day): two organs number by
    session.
    """
    if organ is Organ.HRC and day and day.year < _FIRST_COUNCIL_YEAR:
        return False
    session = re.match(r"(\d+)/", number)
    if session is None or organ not in {Organ.GA, Organ.HRC}:
        return True
    count = int(session.group(1))
    first, last = _years(organ, count)
    if organ is Organ.GA and count < _FIRST_ANNUAL_SESSION:
        return False
    return first <= day.year <= last if day else True


def year_of_number(reference: Reference | None) -> int | None:
    """The year that the number itself tells, give or take one: `1373 (2001)`, `2007/12`,
    `60/288`.
    """
    if reference is None:
        return None
    told = re.search(r"(?:^|\()((?:19|20)\d\d)(?:\)$|/)", reference.number)
    if told:
        return int(told[1])
    session = re.match(r"(\d+)/", reference.number)
    return sum(_years(reference.organ, int(session[1]))) // 2 if session else None


def _years(organ: Organ, session: int) -> tuple[int, int]:
    """The years in which a session of the organ can have sat, give or take one."""
    if organ is Organ.GA:  # the sixtieth opened in 2005
        return session + 1944, session + 1947
    middle = 2006 + session // 3  # the Council sits three times a year
    return middle - 1, middle + 1


def unlettered(number: str) -> str:
    """`217 (III) A` and `217 (III)[A]`, as symbols have it, as texts have it: `217 A (III)`."""
    match = _LETTERED.fullmatch(number)
    if match is None or match[4] is None:
        return number
    return f"{match[1]} {match[4]} {match[3]}"

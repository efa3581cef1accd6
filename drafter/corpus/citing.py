"""Resolutions that a text names: found by the words of its language, read into organ, number, date.

The words are data (`resources/register/wording.toml`). A number counts when the noun stands before
it (in Chinese after it) with nothing between but what may stand in such a list: other numbers,
dates, organs and joints. A date belongs to the number it stands next to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from drafter.core.language import language
from drafter.core.model import Organ
from drafter.corpus.names import Reference, is_possible, symbol_of_number
from drafter.corpus.printed import number_pattern, read_number, wording_facts

_COUNCIL = "COUNCIL"
_ELIDED = "[’']"
"""How a filler ends after which the next word follows at once."""
_NUMBER_MARK = "第"
_LIKELY_ASSEMBLY = 65
"""A session as high as this, without organ and date, is the Assembly's even in the Council."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A resolution that a text names; `start` and `end` are the code points of the number."""

    reference: Reference
    adopted: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    start: int
    end: int
    text: str
    day: date | None = None


@dataclass(slots=True)
class _Named:
    """A number while its organ and date are still looked for."""

    piece: _Piece
    organ: str | None
    day: date | None


def cited_resolutions(text: str, code: str, organ: Organ) -> tuple[Citation, ...]:
    """The resolutions a text names, in order; `organ` is the one that speaks."""
    return _citations(_runs(text, _words(code)), code, organ)


def sole_citations(text: str, code: str, organ: Organ) -> tuple[Citation, ...]:
    """The same of a text that says nothing else; none of one that does."""
    runs = _runs(text, _words(code))
    if len(runs) != 1 or text[: runs[0][0].start].strip() or text[runs[0][-1].end :].strip():
        return ()
    return _citations(runs, code, organ)


def names_organ(text: str, code: str, organ: Organ) -> bool:
    """Whether a text has an organ's name in it."""
    named = _spaced(wording_facts(code).text("organs", organ))
    return re.search(named, text, re.IGNORECASE) is not None


def _citations(runs: Sequence[Sequence[_Piece]], code: str, organ: Organ) -> tuple[Citation, ...]:
    named = (one for run in runs for one in _named(run, _words(code).noun_last))
    citations: list[Citation] = []
    for one in named:
        reference = _reference(read_number(one.piece.text, code), one.organ, one.day, organ)
        if reference is not None:
            citations.append(Citation(reference, one.day, one.piece.start, one.piece.end))
    return tuple(citations)


@dataclass(frozen=True, slots=True)
class _Words:
    code: str
    noun: re.Pattern[str]
    number: re.Pattern[str]
    piece: re.Pattern[str]
    noun_last: bool


def _runs(text: str, words: _Words) -> list[list[_Piece]]:
    """The rows of pieces that hang together, those with a noun and a number only."""
    if not words.noun.search(text) or not words.number.search(text):
        return []
    days = [
        _Piece("date", start, end, text[start:end], day)
        for start, end, day in language(words.code).find_dates(text)
    ]
    runs: list[list[_Piece]] = []
    run: list[_Piece] = []
    for piece in _pieces(text, words, days):
        if run and text[run[-1].end : piece.start].strip():
            runs.append(run)
            run = []
        run.append(piece)
    runs.append(run)
    return [run for run in runs if {"noun", "number"} <= {piece.kind for piece in run}]


def _pieces(text: str, words: _Words, days: Sequence[_Piece]) -> Iterator[_Piece]:
    """The pieces of a text; a date is one piece, whatever numbers are in it."""
    position = 0
    for day in (*days, None):
        end = day.start if day else len(text)
        for match in words.piece.finditer(text, position, end):
            yield _Piece(str(match.lastgroup), match.start(), match.end(), match.group())
        if day:
            yield day
            position = day.end


def _named(run: Sequence[_Piece], noun_last: bool) -> list[_Named]:  # noqa: FBT001 - private
    """The numbers of a run, each with the organ and the date that belong to it."""
    first = next(at for at, piece in enumerate(run) if piece.kind == "noun")
    found: list[_Named] = []
    counted = 0  # those that a noun is known for
    organ: str | None = None
    leads = False  # the organs stand before their numbers: resolutions of the Assembly 60/288
    for at, piece in enumerate(run):
        before = run[at - 1].kind if at else ""
        after = run[at + 1].kind if at + 1 < len(run) else ""
        if piece.kind == "noun":
            counted, leads = len(found), False
            if not _is_organ(before) or noun_last:
                organ = None
        elif piece.kind == "number":
            day = _day_before(run, at) if noun_last else None
            found.append(_Named(piece, organ, day))
        elif piece.kind == "date" and before != "date" and found and not noun_last:
            found[-1].day = found[-1].day or piece.day
        elif _is_organ(piece.kind):
            leads = leads or (counted == len(found) and at > first)
            if noun_last or leads or "noun" in {before, after}:
                organ = piece.kind
            else:
                for one in found[counted:]:
                    one.organ = one.organ or piece.kind
    if noun_last:
        return found[:counted]
    return [one for one in found if one.piece.start > run[first].start]


def _is_organ(kind: str) -> bool:
    return kind == _COUNCIL or kind in Organ.__members__


def _day_before(run: Sequence[_Piece], at: int) -> date | None:
    """The date right before a number, with nothing but the mark of a number between."""
    for piece in reversed(run[:at]):
        if piece.kind == "date":
            return piece.day
        if piece.kind != "filler" or piece.text != _NUMBER_MARK:
            return None
    return None


def _reference(
    number: str, named: str | None, day: date | None, speaker: Organ
) -> Reference | None:
    if re.search(r"\((?:19|20)\d\d\)$", number):
        return Reference(Organ.SC, number)
    if "(" in number:
        return Reference(Organ.GA, number)
    first = number.split("/", maxsplit=1)[0]
    if len(first) == 4 and first.isdigit():
        is_year = first[:2] in {"19", "20"}
        return Reference(Organ.ECOSOC, number) if is_year else None
    for organ in _session_organs(named, speaker, int(first) if first.isdigit() else 0):
        if symbol_of_number(organ, number) and is_possible(organ, number, day):
            return Reference(organ, number)
    return None


def _session_organs(named: str | None, speaker: Organ, session: int) -> tuple[Organ, ...]:
    """Whose sessions a number like 60/288 may count, the likeliest first."""
    if named is None:
        is_council = speaker is Organ.HRC and session < _LIKELY_ASSEMBLY
        return (Organ.HRC, Organ.GA) if is_council else (Organ.GA, Organ.HRC)
    if named == _COUNCIL:
        return (Organ.HRC,)
    return (Organ(named),) if named in {Organ.GA, Organ.HRC} else ()


@cache
def _words(code: str) -> _Words:
    facts = wording_facts(code)
    noun_last = facts.flag("noun_last")
    number = number_pattern(code)
    start, edge = ("", "") if noun_last else (r"(?<!\w)", r"(?!\w)")
    nouns = "|".join(facts.texts("nouns"))
    organs = "|".join(
        f"(?P<{name}>{_spaced(facts.text('organs', name))})" for name in facts.keys("organs")
    )
    fillers = "|".join(
        one
        if one.startswith("[")
        else start + _spaced(one) + ("" if one.endswith(_ELIDED) else edge)
        for one in sorted(facts.texts("fillers"), key=len, reverse=True)
    )
    piece = (
        rf"{start}(?P<noun>(?:{nouns}){edge})|(?P<number>{number})|{start}(?:{organs}){edge}"
        rf"|(?P<filler>{fillers})"
    )
    return _Words(
        code,
        re.compile(nouns, re.IGNORECASE),
        re.compile(number),
        re.compile(piece, re.IGNORECASE),
        noun_last,
    )


def _spaced(words: str) -> str:
    return words.replace(" ", r"\s+")

"""Opening phrases (`Recalling also`): how far the italics reach, and the marks of repetition.

The phrases stand in `resources/openers/<part>.<language>.tsv`; what is in no list is put together
from parts of known ones (`Strongly` + `deplores`, `Noting` + `with satisfaction`), never guessed
beyond them except for a participle that begins a preambular paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from drafter.core.language import language as language_words
from drafter.core.model import Part
from drafter.paths import resource

_LONGEST = 120
_UNSEEN = frozenset("\u0640\u200b\u200e\u200f") | {chr(one) for one in range(0x064B, 0x0653)}
_WORD = re.compile(r"\w+")


class Repetition(StrEnum):
    """The mark that an opener carries when the paragraph before it has the same one."""

    NONE = ""
    ALSO = "also"
    FURTHER = "further"


@dataclass(frozen=True)
class Openers:
    """The openers of one part in one language, folded.

    `counts` are the whole phrases and how often they occur, `tails` what may follow one, `leads`
    what may go before one, `shape` what an unknown first word looks like, `dropped` a first letter
    that makes no difference (Arabic waw), `spaced` whether words are set apart.
    """

    counts: Mapping[str, int]
    tails: Sequence[str]
    leads: Sequence[str]
    shape: str
    dropped: str
    spaced: bool

    def length(self, text: str) -> int:
        """How many folded characters at the start of the text are its opener."""
        skipped = len(self.dropped) if self.dropped and text.startswith(self.dropped) else 0
        for start in sorted({skipped, 0}, reverse=True):
            found = self._phrase(text, start) or self._after_lead(text, start)
            found = found or self._unknown(text, start)
            if found:
                return self._with_tails(text, found)
        return 0

    def _phrase(self, text: str, start: int) -> int:
        """Where the longest known phrase from `start` ends; 0 if there is none."""
        for end in reversed(list(self._ends(text, start))):
            if text[start:end] in self.counts:
                return end
        return 0

    def _after_lead(self, text: str, start: int) -> int:
        for lead in self.leads:
            end = start + len(lead)
            if text.startswith(lead, start) and self._is_border(text, end):
                found = self._phrase(text, end + self.spaced)
                if found:
                    return found
        return 0

    def _unknown(self, text: str, start: int) -> int:
        match = re.compile(self.shape).match(text, start) if self.shape else None
        return match.end() if match and self._is_border(text, match.end()) else 0

    def _with_tails(self, text: str, end: int) -> int:
        gap = " " if self.spaced else ""
        for tail in self.tails:
            longer = end + len(gap) + len(tail)
            if text.startswith(gap + tail, end) and self._is_border(text, longer):
                return self._with_tails(text, longer)
        return end

    def _ends(self, text: str, start: int) -> Iterator[int]:
        if not self.spaced:
            yield from range(start + 1, len(text) + 1)
            return
        for word in _WORD.finditer(text, start):
            yield word.end()

    def _is_border(self, text: str, end: int) -> bool:
        return not self.spaced or end >= len(text) or not text[end].isalnum()


def opener(text: str, part: Part, language: str) -> tuple[int, int] | None:
    """The opening phrase at the start of a paragraph, in code points; None if it has none.

    Annexes have no openers. White space before the phrase is left out, and so is what follows it.
    """
    if part is Part.ANNEX:
        return None
    plain, places = _with_places(text)
    length = openers(part, language).length(plain)
    return (places[0], places[length - 1] + 1) if length else None


@cache
def openers(part: Part, language: str) -> Openers:
    """The openers of the preamble or the operative part, read once."""
    facts = language_words(language).facts
    path = resource("openers", f"{part.value}.{language}.tsv")
    rows = [row for row in path.read_text(encoding="utf-8").splitlines() if row[:1] != "#"]
    dropped = facts.words("openers").get("dropped", "")
    phrases = dict(_counted(rows[1:], dropped))
    return Openers(
        counts=phrases,
        tails=_longest_first(row[2:] for row in rows if row.startswith("~ ")),
        leads=_longest_first(row[:-2] for row in rows if row.endswith(" ~")),
        shape=_folded(facts.text("openers", "shape")) if part is Part.PREAMBLE else "",
        dropped=dropped,
        spaced=any(" " in phrase for phrase in phrases),
    )


def _counted(rows: Iterable[str], dropped: str) -> Iterator[tuple[str, int]]:
    for row in rows:
        phrase, _, counts = row.partition("\t")
        if counts:
            yield _folded(phrase).removeprefix(dropped), int(counts.partition("\t")[0])


def _longest_first(phrases: Iterable[str]) -> Sequence[str]:
    return sorted({_folded(one) for one in phrases}, key=lambda one: (-len(one), one))


def _folded(words: str) -> str:
    return _with_places(words)[0]


def _with_places(text: str) -> tuple[str, Sequence[int]]:
    """The text's start without capitals and vowel signs, and where each character stands."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text[:_LONGEST]):
        if letter in _UNSEEN:
            if places:
                places[-1] = place
            continue
        if letter.isspace():
            if not letters or letters[-1] == " ":
                continue
            letters.append(" ")
        else:
            lower = letter.lower()
            letters.append("’" if letter == "'" else lower if len(lower) == 1 else letter)
        places.append(place)
    return "".join(letters), places


def bare(phrase: str, language: str) -> str:
    """The opener without its mark of repetition: `Also requests` gives `Requests`."""
    found = _mark(phrase, language)
    if found is None:
        return phrase
    _, start, end = found
    rest = f"{phrase[:start].rstrip()} {phrase[end:].lstrip()}".strip()
    if start == 0 and phrase[:1].isupper():
        return rest[:1].upper() + rest[1:]
    return rest


def mark(phrase: str, language: str) -> Repetition:
    """The mark of repetition in an opener."""
    found = _mark(phrase, language)
    return Repetition.NONE if found is None else found[0]


def marked(phrase: str, repetition: Repetition, part: Part, language: str) -> str:
    """The opener with another mark, or with none.

    Where the mark goes is taken from official texts if they have the phrase, else from the rule
    of the language: in front with a small letter after it, after the first word, or as a prefix.
    """
    plain = bare(phrase, language)
    if repetition is Repetition.NONE:
        return plain
    facts = language_words(language).facts
    sign = facts.texts("openers", repetition.value)[0]
    candidates = list(_placed(plain, sign, facts.text("openers", part.value)))
    known = openers(part, language)
    return max(
        candidates,
        key=lambda one: known.counts.get(_folded(one).removeprefix(known.dropped), 0),
    )


def _placed(plain: str, sign: str, position: str) -> Iterator[str]:
    """The opener with the sign at every place it may stand, the usual one first."""
    if position == "front":
        yield sign + plain
        return
    if position == "before":
        yield f"{sign.capitalize()} {plain[:1].lower()}{plain[1:]}"
        return
    for word in _WORD.finditer(plain):
        end = word.end()
        if not plain[end : end + 1].strip():
            yield f"{plain[:end]} {sign}{plain[end:]}"


def _mark(phrase: str, language: str) -> tuple[Repetition, int, int] | None:
    """Kind and place of the mark in an opener."""
    facts = language_words(language).facts
    prefixed = facts.text("openers", Part.PREAMBLE.value) == "front"
    for kind in (Repetition.ALSO, Repetition.FURTHER):
        for sign in facts.texts("openers", kind.value):
            if prefixed:
                if phrase.startswith(sign) and len(phrase) > len(sign):
                    return kind, 0, len(sign)
                continue
            for match in re.finditer(rf"{_letters(sign)}(?!\w)", phrase, re.IGNORECASE):
                if match.start() == 0 or not phrase[match.start() - 1].isalnum():
                    return kind, match.start(), match.end()
    return None


def _letters(sign: str) -> str:
    """The sign with the vowel signs that Arabic may put on its letters."""
    signs = "".join(sorted(_UNSEEN))
    return "".join(f"{re.escape(one)}[{signs}]*" for one in sign)

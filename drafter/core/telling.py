"""Tells from a text what it is: its language, the organ and the kind of document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from drafter.core.facts import LANGUAGES, language_table
from drafter.core.language import language
from drafter.core.model import DocumentKind, Masthead, Organ
from drafter.core.vocabulary import known_words

_FEW_WORDS = 60
_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_ORGANS = (("A/HRC/", Organ.HRC), ("A/", Organ.GA), ("S/", Organ.SC), ("E/", Organ.ECOSOC))
_SYMBOL = re.compile(r"^(?:[^\W\d_]+ ){0,4}\s*((?:A|S|E)/\S+)", re.MULTILINE)


def tell_language(text: str) -> str:
    """The code of the language that most of the text is in; English if nothing tells."""
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    for code, script, share in _scripts():
        if letters and len(script.findall(sample)) >= share * letters:
            return code
    counts = Counter(word.casefold() for word in _WORD.findall(sample))
    scores = {
        code: sum(count * own.get(word, 0.0) for word, count in counts.items())
        for code, own in _common_words().items()
    }
    if counts.total() <= _FEW_WORDS:  # they may hold none of the common ones
        for code in scores:
            known = known_words(code)
            scores[code] += sum(count for word, count in counts.items() if word in known)
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    return best if scores[best] else "en"


@cache
def _scripts() -> tuple[tuple[str, re.Pattern[str], float], ...]:
    """The scripts of one language each, and from what share of a text's letters on they decide."""
    told = {code: language_table(code, "telling") for code in LANGUAGES}
    return tuple(
        (code, re.compile(facts.text("script")), facts.number("share"))
        for code, facts in told.items()
        if facts.has("script")
    )


@cache
def _common_words() -> dict[str, dict[str, float]]:
    """The common words and months of the languages in Latin script, less where two share one."""
    told = {code: language_table(code, "telling") for code in LANGUAGES}
    written = {
        code: {*facts.texts("words"), *_months(code)}
        for code, facts in told.items()
        if facts.has("words")
    }
    times = Counter(word for words in written.values() for word in words)
    return {
        code: {word: 1.0 if times[word] == 1 else 0.4 for word in words}
        for code, words in written.items()
    }


def _months(code: str) -> set[str]:
    return {month.casefold() for month in language_table(code, "dates").texts("months")}


def organ_of_symbol(symbol: str) -> Organ | None:
    """The organ that a document symbol belongs to."""
    return next((organ for start, organ in _ORGANS if symbol.startswith(start)), None)


def tell_organ(text: str, code: str) -> Organ | None:
    """The organ of a text: by its organ line, its symbol, or the first organ named on a line."""
    words = language(code)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in lines:
        organ = words.read_organ_line(line)
        if organ is not None and (line[-1:] in ",，،" or line != words.organ_name(organ)):
            return organ
    symbol = _SYMBOL.search("\n".join(lines[:40]))
    found = organ_of_symbol(symbol.group(1)) if symbol else None
    return found or _named(lines, code)


def _named(lines: Iterable[str], code: str) -> Organ | None:
    words = language(code)
    for line in lines:
        for organ in (Organ.HRC, Organ.ECOSOC, Organ.SC, Organ.GA):
            if words.organ_name(organ) in line:
                return organ
    return None


def tell_kind(masthead: Masthead, fields: Iterable[str]) -> DocumentKind:
    """The kind of document, from its masthead and the fields that were read in it."""
    names = set(fields)
    symbol = masthead.symbol
    if "/PRST/" in symbol or "statement" in names:
        return DocumentKind.STATEMENT
    if "/DEC/" in symbol or "decision" in names:
        return DocumentKind.DECISION
    if "/L." in symbol or names & {"sponsors", "submitted_by"} or masthead.distribution:
        return DocumentKind.DRAFT
    return DocumentKind.ADOPTED

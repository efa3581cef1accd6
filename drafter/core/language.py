"""One object for each official language: how it numbers, dates, counts, names and words things.

All facts come from `resources/languages/<code>.toml`; nothing else in the program may know what
French puts before a semicolon.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from drafter.core.facts import LANGUAGES, language_facts
from drafter.core.labels import Label
from drafter.core.masthead_lines import read_masthead
from drafter.core.masthead_words import MastheadWords
from drafter.core.model import Masthead
from drafter.core.words import EndMark, SessionKind

__all__ = [
    "LANGUAGES",
    "EndMark",
    "Label",
    "Language",
    "SessionKind",
    "code_of_iso",
    "language",
]


class Language(MastheadWords):
    """An official language; immutable, one object for each code."""

    def read_masthead(self, lines: Sequence[str]) -> tuple[Masthead, list[tuple[int, str]]]:
        """The masthead in the lines above a text, and (line index, field) for each line taken."""
        return read_masthead(self, lines)


def code_of_iso(code: str) -> str:
    """The code of the language that ISO 639-2 calls so (`fra`); empty for a language of others."""
    return _iso_codes().get(code, "")


@cache
def _iso_codes() -> dict[str, str]:
    return {iso: code for code in LANGUAGES for iso in language(code).facts.texts("iso_639_2")}


@cache
def language(code: str) -> Language:
    """The official language with this code.

    Raises:
        ModelError: it is not one of `LANGUAGES`.
    """
    facts = language_facts(code)
    issued = facts.text("dates", "issued")
    return Language(code, facts, None if issued == code else language(issued))

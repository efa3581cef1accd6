"""Numbers of resolutions as a language prints them, and back to the form of `names`.

All languages but Arabic print them as English does; `217 A (III)` is `217 ألف (د-3)` there. The
forms are data (`resources/register/wording.toml`).
"""

from __future__ import annotations

import re
from functools import cache

from drafter.core.facts import Facts
from drafter.core.labels import roman
from drafter.corpus.names import plain_number
from drafter.paths import resource

_SESSIONS = {"": "regular", "S-": "special", "ES-": "emergency"}
_ROMAN_SESSION = re.compile(r"\((S-|ES-)?([IVXL]+)\)")
_LETTER = re.compile(r"(?<=\d )[A-Z](?= |$)")
_FIGURES = {roman(count).upper(): count for count in range(1, 90)}


def wording_facts(code: str) -> Facts:
    """How the language names resolutions."""
    return _facts().table(code)


@cache
def number_pattern(code: str) -> str:
    """A regular expression for a number, without groups."""
    facts = wording_facts(code)
    letters = "|".join(("[A-Z](?![\\w’'])", *facts.words("numbers", "letters").values()))
    letter = rf"(?:\s(?:{letters}))"
    sessions = "|".join((r"(?:E?S-)?[IVXL]+", *_session_patterns(facts).values()))
    return (
        rf"(?<![\d/.])(?:(?:S-|ES-)?\d{{1,4}}/\d{{1,4}}{letter}?"
        rf"|\d{{1,4}}{letter}?\s?\((?:{sessions})\)|\d{{1,4}}\s?\((?:19|20)\d\d\))(?![\d/])"
    )


def printed_number(number: str, code: str) -> str:
    """A number as the language prints it."""
    facts = wording_facts(code)
    if not facts.has("numbers"):
        return number
    letters = facts.words("numbers", "letters")
    lettered = _LETTER.sub(lambda match: letters.get(match[0], match[0]), number)
    return _ROMAN_SESSION.sub(
        lambda match: f"({_session(facts, match[1] or '', _FIGURES[match[2]])})", lettered
    )


def read_number(printed: str, code: str) -> str:
    """The number in the form of `names`, whatever the language prints."""
    facts = wording_facts(code)
    number = re.sub(r"\s+", " ", printed)
    for letter, name in facts.words("numbers", "letters").items():
        number = re.sub(rf"(?<=\d ){name}(?= |$)", letter, number)
    for prefix, pattern in _session_patterns(facts).items():
        match = re.search(rf"\({pattern}\)", number)
        if match:
            session = int(re.sub(r"\D", "", match[0]))
            number = number.replace(match[0], f"({prefix}{roman(session).upper()})")
    return plain_number(number)


def _session(facts: Facts, prefix: str, session: int) -> str:
    return facts.text("numbers", _SESSIONS[prefix]).format(session=session)


def _session_patterns(facts: Facts) -> dict[str, str]:
    """By prefix the pattern of a session, longest first; none where it is printed as in English."""
    if not facts.has("numbers"):
        return {}
    return {
        prefix: re.escape(facts.text("numbers", kind)).replace(r"\{session\}", r"\d{1,2}")
        for prefix, kind in reversed(_SESSIONS.items())
    }


@cache
def _facts() -> Facts:
    return Facts.read(resource("register", "wording.toml"))

"""Words on the lines of a terminal: their width, cut to it, and counted things.

A terminal shows a Chinese character in two places, and a combining mark in none.
"""

from __future__ import annotations

import unicodedata

WIDTH = 96
"""Of running text that is wrapped, in places."""


def count(number: int, one: str, many: str = "") -> str:
    """`1 footnote`, `2,000 footnotes`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def shown_width(words: str) -> int:
    """How many places a terminal gives to the words."""
    return sum(_places(character) for character in words)


def cut(words: str, width: int) -> str:
    """The words on one line, with … where they do not fit."""
    line = " ".join(words.split())
    if shown_width(line) <= width:
        return line
    used = 1
    for at, character in enumerate(line):
        used += _places(character)
        if used > width:
            return line[:at].rstrip() + "…"
    return line


def _places(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

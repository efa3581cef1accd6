"""The words that official texts of a language use, counted into `resources/words/<code>.txt`."""

from __future__ import annotations

from functools import cache

from drafter.paths import resource

_COUNTS = "+"
"""Marks a word after which a small number often stands."""


@cache
def known_words(code: str) -> frozenset[str]:
    """The words of the language, in small letters; none for one without a list."""
    return frozenset(row.rstrip(_COUNTS) for row in _rows(code))


@cache
def counting_words(code: str) -> frozenset[str]:
    """The words of the language after which a small number often stands (`paragraph`)."""
    return frozenset(row.rstrip(_COUNTS) for row in _rows(code) if row.endswith(_COUNTS))


def _rows(code: str) -> list[str]:
    path = resource("words", f"{code}.txt")
    if not path.is_file():
        return []
    rows = path.read_text(encoding="utf-8").splitlines()
    return [row for row in rows if not row.startswith("#")]

"""The examples of a rule as lines of a draft, out of the short notation the rules keep them in."""

from __future__ import annotations

import re
from html import escape

_SETTINGS = re.compile(r"@|(?:Number|Title|Vote|Symbol):")
_UNSHOWN = re.compile(r"(?:[POQXA]|Line|Closing):\s*|#+!?\s*|>+\s*|<+\s*")
_NOTE = re.compile(r"\[\^([^\]]+)\]:\s*")
_STYLES = (
    (re.compile(r"\[\^([^\]]+)\]"), r"<sup>\1</sup>"),
    (re.compile(r"\^\{([^}]+)\}"), r"<sup>\1</sup>"),
    (re.compile(r"\*\*(.+?)\*\*"), r"<b>\1</b>"),
    (re.compile(r"_([^_]+)_"), r"<i>\1</i>"),
)


def example_html(notation: str) -> str:
    """An example as HTML, a line for each paragraph: `P: Recalling x, | 1. Decides y.`"""
    pieces = (piece.strip() for piece in notation.split(" | "))
    return "<br>".join(_line(piece) for piece in pieces if not _SETTINGS.match(piece))


def _line(piece: str) -> str:
    note = _NOTE.match(piece)
    if note:
        return f"<sup>{escape(note[1])}</sup> {_styled(piece[note.end() :])}"
    opening = _UNSHOWN.match(piece)
    return _styled(piece[opening.end() :] if opening else piece)


def _styled(words: str) -> str:
    made = escape(words)
    for pattern, tags in _STYLES:
        made = pattern.sub(tags, made)
    return made

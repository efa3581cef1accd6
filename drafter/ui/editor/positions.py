"""Positions in Qt's UTF-16 and in code points: an emoji is two of the first, one of the second."""

from __future__ import annotations

_LAST_SINGLE = "\uffff"


def is_flat(characters: str) -> bool:
    """Whether the two ways of counting agree."""
    return characters.isascii() or max(characters) <= _LAST_SINGLE


def utf16_length(characters: str) -> int:
    """How long Qt takes the characters to be."""
    return len(characters.encode("utf-16-le")) // 2


def to_utf16(characters: str, position: int) -> int:
    """Qt's position of a code point."""
    if is_flat(characters):
        return min(position, len(characters))
    return utf16_length(characters[:position])


def to_code_points(characters: str, position_utf16: int) -> int:
    """The code point at Qt's position; half of a pair counts as its start."""
    if is_flat(characters):
        return min(position_utf16, len(characters))
    units = characters.encode("utf-16-le")[: 2 * position_utf16]
    return len(units.decode("utf-16-le", "ignore"))

"""The law of imports: no character of the source is lost."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from drafter.core.inline import Text
from drafter.core.model import Resolution

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def kept(resolution: Resolution) -> Iterator[str]:
    """Every piece of the source that a resolution holds, and what it says it dropped."""
    yield from resolution.masthead.printed
    yield resolution.number
    for text in resolution.texts():
        yield from _printed(text)
    for paragraph in resolution.paragraphs:
        yield paragraph.printed or ""
    for note in resolution.footnotes:
        yield note.printed or ""
        yield from _printed(note.text)
    for dropped in resolution.discarded:
        yield dropped.text


def _printed(text: Text) -> Iterator[str]:
    yield text.plain
    for mark in text.marks:
        yield mark.printed


def lost(source: str, resolution: Resolution) -> Counter[str]:
    """The characters of the source, white space aside, that stand nowhere; none by the law.

    Raised figures count as figures; what cannot stand in a document is named in `discarded`.
    """
    there = Counter("".join(kept(resolution)).translate(_RAISED))
    return _counted(source) - there


def _counted(source: str) -> Counter[str]:
    return Counter(
        sign
        for sign in source.translate(_RAISED)
        if not sign.isspace() and unicodedata.category(sign) not in {"Cc", "Cs"}
    )

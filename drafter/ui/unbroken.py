"""Symbols such as A/RES/70/12 that are not torn at the end of a line: only shown so, never copied.

Line breaking would allow a break after each stroke before a letter.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QTextBrowser

_JOINER = "\u2060"
_SYMBOL = re.compile(r"\b[A-Z]+(?:[/.-][A-Za-z0-9]+)*/[A-Za-z0-9]+(?:[/.-][A-Za-z0-9]+)*")
_JOINT = re.compile(r"(?<=[/.-])(?=[A-Za-z0-9])")


class Unbroken:
    """Words with their symbols held together."""

    def __init__(self, words: str) -> None:
        self._joints: Sequence[int] = tuple(
            joint.start()
            for symbol in _SYMBOL.finditer(words)
            for joint in _JOINT.finditer(words, symbol.start(), symbol.end())
        )
        ends = (*self._joints, len(words))
        starts = (0, *self._joints)
        self.shown = _JOINER.join(words[a:b] for a, b in zip(starts, ends, strict=True))

    def at(self, position: int) -> int:
        """Where a code point of the words stands in what is shown."""
        return position + bisect_left(self._joints, position)


def unbroken(words: str) -> str:
    """The words with their symbols held together."""
    return Unbroken(words).shown


class UnbrokenBrowser(QTextBrowser):
    """Shows words held together; what is copied out of it is as it was."""

    def createMimeDataFromSelection(self) -> QMimeData:
        # WORKAROUND offscreen aborts at exit with one made in Python on the clipboard (6.11).
        made = super().createMimeDataFromSelection()
        plain, html = made.text(), made.html()
        made.clear()
        made.setText(plain.replace(_JOINER, ""))
        made.setHtml(html.replace(_JOINER, ""))
        return made

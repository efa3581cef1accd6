"""English as a language of the interface: one and many, from the words in the code.

Qt looks for plurals in a translation and has none for the language the code is written in; this is
that translation. In the code stands what Qt's tools expect, `%Ln note(s)`, or where the words
differ more `%Ln (draft was|drafts were) lost`. Other languages are put before it and have their own
forms.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QTranslator

_ENDING = re.compile(r"\((e?s)\)")
_CHOICE = re.compile(r"\(([^()|]*)\|([^()|]*)\)")


class EnglishPlurals(QTranslator):
    """Install one for as long as there are windows."""

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        return sourceText if n < 0 else in_number(sourceText, n)

    def isEmpty(self) -> bool:
        return False


def in_number(words: str, count: int) -> str:
    """The words for one or for many of what is counted; the `%Ln` in them stays."""
    is_one = count == 1
    chosen = _CHOICE.sub(lambda choice: choice[1] if is_one else choice[2], words)
    return _ENDING.sub("" if is_one else r"\1", chosen)

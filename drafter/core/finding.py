"""Finding and replacing words in a text, with its marks and styles kept.

An expression may need longer than anybody lives; what is looked for by one is therefore given up at
`until`, a moment of `time.monotonic`, which `patience` makes. Plain words are always found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from drafter.core.errors import ModelError
from drafter.core.inline import Text

if TYPE_CHECKING:
    import regex

_AS_PRINTED = {
    "'": "['’‘ʼ]",
    '"': '["“”„«»]',
    "-": "[-\u2010\u2011]",
}


_OF_NO_WORD = frozenset({"Cc", "Cs", "Zl", "Zp"})
_PATIENCE_S = 1.0
"""A search through 3,000 paragraphs takes a third of that at most."""


def patience() -> float:
    """Until when a search that begins now may go on."""
    return monotonic() + _PATIENCE_S


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for. In plain words white space finds any white space, no-break spaces too, and
    the apostrophe, quotation marks and hyphen of the keyboard find those of print.

    Raises:
        ModelError: the regular expression cannot be read.
    """

    words: str
    match_case: bool = False
    whole_word: bool = False
    is_regex: bool = False

    def __post_init__(self) -> None:
        self.pattern()

    def pattern(self) -> regex.Pattern[str]:
        """The expression that finds it."""
        # Inline: a tenth of the window's start, and nothing is sought then.
        import regex  # noqa: PLC0415

        source = self.words if self.is_regex else _plain(self.words)
        if self.whole_word:
            source = rf"(?<!\w)(?:{source})(?!\w)"
        try:
            return regex.compile(source, 0 if self.match_case else regex.IGNORECASE)
        except (regex.error, ValueError, OverflowError, RecursionError, MemoryError) as error:
            raise ModelError(
                f"“{self.words}” is not a regular expression: {error}; mend it, or turn"
                " regular expressions off."
            ) from error


def _plain(words: str) -> str:
    return r"\s+".join(_signs(word) for word in re.split(r"\s+", words))


def _signs(word: str) -> str:
    return "".join(_AS_PRINTED.get(sign) or re.escape(sign) for sign in word)


def hits(query: Query, text: Text, until: float) -> Iterator[tuple[int, int]]:
    """Where it stands in the text, as (start, end) in code points; empty finds are passed over.

    Raises:
        ModelError: it takes too long.
    """
    return (found.span() for found in _matches(query, text, until))


def _matches(query: Query, text: Text, until: float) -> Iterator[regex.Match[str]]:
    if not query.words:
        return
    left = max(0.0, until - monotonic()) if query.is_regex else None
    try:
        for found in query.pattern().finditer(text.plain, timeout=left):
            if found.end() > found.start():
                yield found
    except (TimeoutError, MemoryError) as error:
        raise ModelError(
            f"“{query.words}” takes too long to look for; make the expression simpler."
        ) from error


def replaced(
    query: Query, text: Text, new: str, until: float, *, at: Collection[int] | None = None
) -> tuple[Text, int]:
    """The text with all hits replaced, or those that start at `at`, and how many there were.

    All are found before one is replaced: an expression may look at the words round its find.

    In a replacement for a regular expression `\\1` stands for the first group. The new words take
    the look of the place; marks inside what is replaced move to its end, so that no note is lost.

    Raises:
        ModelError: the replacement names a group that is not there or makes a sign that is no
            word's, or it takes too long.
    """
    count = 0
    for match in reversed(list(_matches(query, text, until))):
        if at is None or match.start() in at:
            text = _with(text, match, _expanded(match, new) if query.is_regex else new)
            count += 1
    return text, count


def _with(text: Text, match: regex.Match[str], new: str) -> Text:
    start, end = match.span()
    inside = [mark for mark in text.marks if start < mark.at < end]
    text = text.replaced(start, end, new)
    for mark in inside:
        text = text.marked(start + len(new), mark.note, mark.printed)
    return text


def _expanded(match: regex.Match[str], new: str) -> str:
    import regex  # noqa: PLC0415 - as above

    try:
        words = match.expand(new)
    except (regex.error, IndexError, OverflowError) as error:
        raise ModelError(f"The replacement “{new}” cannot be used: {error}.") from error
    strange = set(words) - set(match.string)
    if any(unicodedata.category(sign) in _OF_NO_WORD for sign in strange):
        raise ModelError(
            f"The replacement “{new}” cannot be used: a paragraph has no line ends, tabs and other"
            " signs that are not printed."
        )
    return words

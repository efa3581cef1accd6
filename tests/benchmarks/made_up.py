"""A made-up corpus of any size in the manner of resolutions, always the same for a size.

Series of resolutions run through eighty years. From one year to the next half of a resolution's
paragraphs stay word for word, a quarter change a few words, a quarter are new; numbers and dates go
with the year. Words are drawn as in a language (few are common), clauses from a stock that all
series share, so that many paragraphs are nearly alike: the hard case for a search.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import accumulate

from drafter.core.inline import Text
from drafter.core.language import language
from drafter.core.model import DocumentKind, Masthead, Organ, Paragraph, Part, Resolution
from drafter.corpus.prepare import Prepared, prepared
from drafter.corpus.sources import Item

FIRST_YEAR = 1946
YEARS = 80
PARAGRAPHS = 33
PREAMBLE = 12
STOCK = 6_000
VOCABULARY = 14_000
_SYLLABLES = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ha",
    "je",
    "ki",
    "lo",
    "mu",
    "na",
    "pe",
    "qui",
    "ro",
    "su",
    "ta",
    "ve",
    "wi",
    "xo",
    "yu",
    "za",
    "bre",
    "cli",
    "dro",
    "fla",
    "gre",
    "sta",
    "tri",
]
_COMMON = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "for",
    "on",
    "with",
    "by",
    "as",
    "its",
    "their",
    "that",
    "which",
    "all",
    "from",
    "at",
    "or",
    "through",
]
_PREAMBLE_OPENERS = [
    "Recalling",
    "Noting",
    "Recognizing",
    "Reaffirming",
    "Welcoming",
    "Stressing",
    "Mindful",
    "Convinced",
]
_OPERATIVE_OPENERS = [
    "Requests",
    "Urges",
    "Decides",
    "Calls",
    "Invites",
    "Encourages",
    "Takes",
    "Reaffirms",
]


def document_count(paragraphs: int) -> int:
    """How many documents make so many paragraphs."""
    return -(-paragraphs // PARAGRAPHS)


def item(number: int) -> Item:
    """The nth document as something for a reading process."""
    return Item(str(number), ".made", "", 0, content=b"")


def made(one: Item) -> Prepared:
    """The document of an item, ready for the corpus."""
    return prepared(resolution(int(one.name)), "made")


def resolution(number: int) -> Resolution:
    """The nth document: years of one series stand together."""
    series, year = divmod(number, YEARS)
    adopted = date(FIRST_YEAR + year, 12, 1 + series % 28)
    rows = [slot(series, at, year) for at in range(PARAGRAPHS)]
    texts = [
        text.format(last=reference(series, year - 1), day=day(series, year - 1)) for text in rows
    ]
    paragraphs = tuple(
        Paragraph(
            id=f"p{at + 1}",
            part=Part.PREAMBLE if at < PREAMBLE else Part.OPERATIVE,
            text=Text(text),
            printed="" if at < PREAMBLE else f"{at - PREAMBLE + 1}.",
        )
        for at, text in enumerate(texts)
    )
    return Resolution(
        kind=DocumentKind.ADOPTED,
        number=reference(series, year),
        title=Text(" ".join(clause(series)).capitalize()),
        organ=Organ.GA,
        masthead=Masthead(symbol=f"A/RES/{reference(series, year)}", adopted=adopted),
        paragraphs=paragraphs,
        serial=PARAGRAPHS,
    )


def reference(series: int, year: int) -> str:
    """The number of a series's resolution of a year."""
    return f"{year + 31}/{series + 1}"


def day(series: int, year: int) -> str:
    """The date of a series's resolution of a year, in words."""
    return language("en").date_words(date(FIRST_YEAR + max(0, year), 12, 1 + series % 28))


@lru_cache(10_000)
def slot(series: int, at: int, year: int) -> str:
    """The words of a paragraph in a year: those of the year before, edited, or new ones."""
    draw = random.Random(f"{series} {at} {year}")
    fate = draw.random() if year else 1.0
    if fate < 0.5:
        return slot(series, at, year - 1)
    if fate < 0.75:
        words = slot(series, at, year - 1).split(" ")
        for _ in range(draw.randint(1, 3)):
            where = draw.randrange(1, len(words))
            if "{" not in words[where]:
                words[where] = word(draw)
        return " ".join(words)
    opener = draw.choice(_PREAMBLE_OPENERS if at < PREAMBLE else _OPERATIVE_OPENERS)
    clauses = [
        " ".join(clause(int(STOCK * draw.random() ** 2.2))) for _ in range(draw.randint(2, 6))
    ]
    if draw.random() < 0.2:
        clauses.insert(1, "its resolution {last} of {day}")
    return f"{opener} {', '.join(clauses)}{',' if at < PREAMBLE else ';'}"


@cache
def clause(number: int) -> tuple[str, ...]:
    """A clause of the stock."""
    draw = random.Random(f"clause {number}")
    return tuple(word(draw) for _ in range(draw.randint(5, 14)))


def word(draw: random.Random) -> str:
    """A word, common ones oftener."""
    words, weights = _vocabulary()
    return words[bisect(weights, draw.random() * weights[-1])]


@cache
def _vocabulary() -> tuple[Sequence[str], Sequence[float]]:
    draw = random.Random("vocabulary")
    made_words: dict[str, None] = dict.fromkeys(_COMMON)
    while len(made_words) < VOCABULARY:
        made_words["".join(draw.choice(_SYLLABLES) for _ in range(draw.randint(2, 5)))] = None
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(VOCABULARY)))
    return tuple(made_words), weights

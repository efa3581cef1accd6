"""Counts what a corpus holds, by organ, session or year, and language; light enough for a window.

It needs the corpus file alone, neither indexes nor the search engine.
"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from drafter.core.language import LANGUAGES, language
from drafter.core.model import Organ
from drafter.corpus.schema import FILE, connect_to_read, known_errors

_DOCUMENTS = (
    "SELECT d.organ, d.language, d.year, d.session, d.number, coalesce(p.n, 0)"
    " FROM documents d LEFT JOIN"
    " (SELECT document, count(*) AS n FROM paragraphs GROUP BY document) p ON p.document = d.id"
)
_FETCHED = "SELECT url, languages, size, added FROM downloads ORDER BY added DESC"
_SESSION = re.compile(r"(\d+)/")
_BY_SESSION = frozenset({Organ.GA, Organ.HRC})
"""The organs whose numbers begin with the session."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many texts and paragraphs there are of an organ, language, session and year.

    `session` is None for special sessions and where the organ's texts go by the year.
    """

    organ: Organ
    language: str
    session: int | None
    year: int | None
    documents: int
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """An archive that was fetched and added; `languages` are its codes, none for all."""

    url: str
    languages: tuple[str, ...]
    size: int
    added: str


@dataclass(frozen=True, slots=True)
class Census:
    """What a corpus holds; `size` in bytes with its indexes."""

    counts: tuple[Count, ...] = ()
    fetched: tuple[Fetched, ...] = ()
    size: int = 0

    @property
    def documents(self) -> int:
        """How many texts there are."""
        return sum(one.documents for one in self.counts)

    @property
    def paragraphs(self) -> int:
        """How many paragraphs there are."""
        return sum(one.paragraphs for one in self.counts)


def census(folder: Path) -> Census:
    """What the corpus in a folder holds; nothing where there is none yet.

    Raises:
        CorpusError: it cannot be read.
    """
    if not (folder / FILE).exists():
        return Census()
    with closing(connect_to_read(folder)) as connection, known_errors(folder):
        texts = Counter[tuple[Organ, str, int | None, int | None]]()
        paragraphs = Counter[tuple[Organ, str, int | None, int | None]]()
        for organ, code, year, session, number, count in connection.execute(_DOCUMENTS):
            key = (Organ(organ), code, _session(organ, code, session, number), year)
            texts[key] += 1
            paragraphs[key] += count
        fetched = tuple(
            Fetched(url, tuple(codes.split()), size, added)
            for url, codes, size, added in connection.execute(_FETCHED)
        )
    counts = tuple(Count(*key, texts[key], paragraphs[key]) for key in texts)
    size = sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())
    return Census(counts, fetched, size)


@lru_cache(maxsize=4096)
def _session(organ: str, code: str, words: str, number: str) -> int | None:
    told = _SESSION.match(number) if organ in _BY_SESSION else None
    if told:
        return int(told[1])
    if organ not in _BY_SESSION or code not in LANGUAGES:
        return None
    return language(code).session_number(words)

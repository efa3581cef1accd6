"""Finds resolutions as fast as somebody types: by number, its start, or words of a title.

Titles are folded once, whatever an import that goes on adds to them, and ranked in small pieces,
since rapidfuzz holds the interpreter's lock. Where there is no corpus yet, the published table
answers.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from drafter.core.model import Organ
from drafter.corpus.meant import Asked, asked_number, references
from drafter.corpus.names import Reference
from drafter.corpus.register import Entry, look_up, meant, table_alone, unknown_entry
from drafter.corpus.schema import FILE, connect_to_read, known_errors
from drafter.corpus.tokens import folded_words, terms

_PIECE = 500
"""Titles ranked at a time."""
_LEAST_SCORE_PCT = 70
_NUMBER = re.compile(r"(?:S-|ES-)?\d")
_TITLES = (
    "SELECT organ, number, title, coalesce(adopted, '') AS day FROM documents"
    " WHERE title != '' AND number != ''"
    " UNION SELECT organ, number, title, coalesce(adopted, '') FROM register WHERE title != ''"
    " ORDER BY day DESC, number DESC"
)
_NUMBERS = (
    "SELECT organ, number FROM ("
    " SELECT organ, number FROM register WHERE number LIKE ?1"
    " UNION SELECT organ, number FROM documents WHERE number LIKE ?1"
    " UNION SELECT organ, number FROM citations WHERE number LIKE ?1"
    ") ORDER BY organ != ?2, length(number), number LIMIT ?3"
)


@dataclass(frozen=True, slots=True)
class _Titles:
    """The titles, newest first, each with a space before every word."""

    version: int
    references: tuple[Reference, ...]
    folded: tuple[str, ...]


class Finder:
    """Looks into the corpus in a folder; used by one thread at a time, and closed in the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._connection: sqlite3.Connection | None = None
        self._is_corpus = False
        self._titles: _Titles | None = None
        self._folded: dict[str, str] = {}

    def close(self) -> None:
        """Lets go of the corpus."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def find(self, words: str, speaker: Organ, limit: int = 10) -> tuple[Entry, ...]:
        """The resolutions that number or words may mean, the likeliest first.

        Those of the organ that speaks come first. A whole number that nothing is known of gives an
        entry that says so.

        Raises:
            CorpusError: the corpus cannot be read.
        """
        words = words.strip()
        connection = self._connected()
        with known_errors(self._folder):
            asked = asked_number(words)
            if asked and (asked.organ or _NUMBER.match(words) or references(words)):
                found = _numbered(connection, words, asked, speaker, limit)
            else:
                found = (look_up(connection, one) for one in self._titled(words, speaker, limit))
            return tuple(entry for entry in found if entry is not None)[:limit]

    def _connected(self) -> sqlite3.Connection:
        is_corpus = (self._folder / FILE).exists()
        if self._connection is None or is_corpus is not self._is_corpus:
            self.close()
            self._connection = connect_to_read(self._folder) if is_corpus else table_alone()
            self._is_corpus = is_corpus
            self._titles = None
        return self._connection

    def _titled(self, words: str, speaker: Organ, limit: int) -> Sequence[Reference]:
        sought = _folded(words)
        titles = self._all_titles()
        if not sought:
            return ()
        whole = list(_with_all(titles, sought))
        found = dict.fromkeys(sorted(whole, key=lambda one: one.organ is not speaker))
        for scorer in (fuzz.token_set_ratio, fuzz.partial_ratio):
            if len(found) < limit:
                found |= dict.fromkeys(_alike(titles, sought, scorer))
        return tuple(found)[:limit]

    def _all_titles(self) -> _Titles:
        connection = self._connected()
        (version,) = connection.execute("PRAGMA data_version").fetchone()
        if self._titles is None or self._titles.version != version:
            rows = connection.execute(_TITLES).fetchall()
            known = self._folded
            for _, _, title, _ in rows:
                if title not in known:
                    known[title] = f" {_folded(title)}"
            self._titles = _Titles(
                version,
                tuple(Reference(Organ(organ), number) for organ, number, _, _ in rows),
                tuple(known[title] for _, _, title, _ in rows),
            )
        return self._titles


def _folded(words: str) -> str:
    return " ".join(terms(folded_words(words)))


def _numbered(
    connection: sqlite3.Connection, words: str, asked: Asked, speaker: Organ, limit: int
) -> Iterator[Entry | None]:
    organ = asked.organ or speaker
    exact = sorted(meant(connection, words), key=lambda one: one.organ is not organ)
    known = {one: look_up(connection, one) for one in exact}
    yield from known.values()
    if exact and not any(known.values()):
        yield unknown_entry(exact[0])
    start = re.sub(r"[\\%_]", "", asked.number)
    for of, number in connection.execute(_NUMBERS, (f"{start}%", str(organ), limit)):
        reference = Reference(Organ(of), number)
        if reference not in known:
            yield look_up(connection, reference)


def _with_all(titles: _Titles, sought: str) -> Iterator[Reference]:
    """The titles in which every word sought is a word or the start of one."""
    starts = [f" {word}" for word in sought.split()]
    for reference, title in zip(titles.references, titles.folded, strict=True):
        if all(start in title for start in starts):
            yield reference


def _alike(titles: _Titles, sought: str, scorer: Callable[..., float]) -> Iterable[Reference]:
    """Titles with nearly these words, best first."""
    scored: list[tuple[float, int]] = []
    for at in range(0, len(titles.folded), _PIECE):
        piece = titles.folded[at : at + _PIECE]
        best = process.extract(
            sought, piece, scorer=scorer, limit=None, score_cutoff=_LEAST_SCORE_PCT
        )
        scored.extend((-score, at + place) for _, score, place in best)
    return (titles.references[place] for _, place in sorted(scored))

"""Keeps the indexes level with the corpus file: takes up what changed since their generation."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, nullcontext
from pathlib import Path

from drafter.core.errors import CorpusError
from drafter.corpus.index import IndexedWording, IndexReader, IndexWriter
from drafter.corpus.index_state import STATE, State, is_whole, read_state
from drafter.corpus.schema import (
    INDEX,
    connect_to_write,
    generations,
    identity,
    known_errors,
    writing_lock,
)
from drafter.corpus.standing import ORGAN_BITS, PART_BITS

AGREED = "agreed"
_log = logging.getLogger(__name__)


def index_folder(folder: Path, code: str) -> Path:
    """Where the index of a language lies."""
    return folder / INDEX / code


def part_trait(part: str) -> str:
    """The trait of wordings used in a part."""
    return f"part:{part}"


def organ_trait(organ: str) -> str:
    """The trait of wordings used by an organ."""
    return f"organ:{organ}"


class Indexes:
    """The open index writers of one import, a language each; for the holder of the lock."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._connection = connection
        self._folder = folder
        self._identity = identity(connection)
        self._open: dict[str, tuple[IndexWriter, int]] = {}

    def update(self) -> None:
        """Brings the index of every language level with what is committed."""
        for code, generation in generations(self._connection).items():
            is_open = code in self._open
            level = is_level(self._folder, code, self._identity, generation)
            if not level or not (is_open or is_whole(index_folder(self._folder, code))):
                self._take_up(code, generation)

    def close(self) -> None:
        """Gives the files free; the indexes are as the last `update` left them."""
        with ExitStack() as closing:
            for writer, _ in self._open.values():
                closing.callback(writer.close)
            self._open.clear()

    def _take_up(self, code: str, generation: int) -> None:
        writer, since = self._writer(code, generation)
        self._open[code] = (writer, since)
        writer.drop(_gone(self._connection, code, since))
        writer.put(_changed(self._connection, code, since))
        writer.commit(State(self._identity, generation))
        self._open[code] = (writer, generation)

    def _writer(self, code: str, generation: int) -> tuple[IndexWriter, int]:
        """The writer of a language, and the generation its index holds; 0 when it starts afresh."""
        if code in self._open:
            return self._open[code]
        place = index_folder(self._folder, code)
        state = read_state(place)
        fits = state and state.identity == self._identity and state.generation <= generation
        if state is not None and fits and is_whole(place):
            try:
                return IndexWriter(place, afresh=False), state.generation
            except CorpusError:
                _log.warning("The index of %s is damaged and made again.", code)
        return IndexWriter(place, afresh=True), 0


def is_level(folder: Path, code: str, of_corpus: str, generation: int) -> bool:
    """Whether the index of a language holds all that is committed."""
    return read_state(index_folder(folder, code)) == State(of_corpus, generation)


def is_all_level(connection: sqlite3.Connection, folder: Path) -> bool:
    """Whether every index holds all that is committed, and is whole."""
    of_corpus = identity(connection)
    return all(
        is_level(folder, code, of_corpus, generation) and is_whole(index_folder(folder, code))
        for code, generation in generations(connection).items()
    )


def level_indexes(folder: Path, *, afresh: bool = False, is_locked: bool = False) -> None:
    """Brings all indexes level, or makes them again; `is_locked` when the caller holds the lock.

    Raises:
        CorpusError: another process writes, or the folder cannot be written.
    """
    with nullcontext() if is_locked else writing_lock(folder), known_errors(folder):
        connection = connect_to_write(folder)
        try:
            if afresh:
                for code in generations(connection):
                    (index_folder(folder, code) / STATE).unlink(missing_ok=True)
            indexes = Indexes(connection, folder)
            try:
                indexes.update()
            finally:
                indexes.close()
        finally:
            connection.close()


def open_index(folder: Path, code: str) -> IndexReader | None:
    """The index of a language to search in; None when there is none."""
    place = index_folder(folder, code)
    return IndexReader(place) if read_state(place) else None


def _changed(connection: sqlite3.Connection, code: str, since: int) -> Iterator[IndexedWording]:
    rows = connection.execute(
        "SELECT id, words, family, uses, parts, organs, agreed, first_year, last_year"
        " FROM wordings WHERE language = ? AND generation > ? AND uses > 0",
        (code, since),
    )
    for one, words, family, uses, parts, organs, agreed, first, last in rows:
        traits = _traits(parts, organs, agreed)
        yield IndexedWording(one, words, family, uses, traits, parts, organs, first or 0, last or 0)


def _gone(connection: sqlite3.Connection, code: str, since: int) -> list[int]:
    rows = connection.execute(
        "SELECT id FROM wordings WHERE language = ? AND generation > ? AND uses = 0", (code, since)
    )
    return [int(row[0]) for row in rows]


def _traits(parts: int, organs: int, agreed: int) -> tuple[str, ...]:
    traits = [part_trait(part) for part, bit in PART_BITS.items() if parts & bit]
    traits.extend(organ_trait(organ) for organ, bit in ORGAN_BITS.items() if organs & bit)
    if agreed:
        traits.append(AGREED)
    return tuple(traits)

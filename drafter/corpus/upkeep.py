"""What a corpus holds, and how it is put right: info, rebuild, compact, remove."""

from __future__ import annotations

import shutil
import sqlite3
import zlib
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from drafter.core.errors import CorpusError, ReadError
from drafter.corpus.indexing import is_all_level, level_indexes
from drafter.corpus.prepare import Prepared, prepared
from drafter.corpus.schema import (
    FILE,
    INDEX,
    check_is_there,
    connect_to_read,
    connect_to_write,
    known_errors,
    meta,
    renew_identity,
    set_meta,
    writing_lock,
)
from drafter.corpus.store import Store
from drafter.corpus.tokens import NORMAL_FORM, storable
from drafter.io.native import read_native

REMOVED = "removed"
"""The name of what is noted about the last removal: its time. What was fetched before may no longer
be there."""
_ROOM_FACTOR = 1.5
"""Rebuilding and compacting need room for the new beside the old."""
_DROP_UNUSED = (
    "DELETE FROM wordings WHERE uses = 0",
    "DELETE FROM families WHERE id NOT IN (SELECT family FROM wordings)",
    "DELETE FROM sketches WHERE family NOT IN (SELECT id FROM families)",
)


@dataclass(frozen=True, slots=True)
class Holding:
    """The documents of one language, organ and kind."""

    language: str
    organ: str
    kind: str
    documents: int
    paragraphs: int
    first_year: int | None
    last_year: int | None


@dataclass(frozen=True, slots=True)
class Contents:
    """What a corpus holds. `is_level` says that the indexes hold all of it."""

    holdings: tuple[Holding, ...]
    documents: int
    paragraphs: int
    wordings: int
    families: int
    citations: int
    database_bytes: int
    index_bytes: int
    is_level: bool


@dataclass(frozen=True, slots=True)
class Removal:
    """The symbols and languages of the documents removed, and the names that nothing has."""

    removed: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]


def contents(folder: Path) -> Contents:
    """What the corpus in a folder holds."""
    with closing(connect_to_read(folder)) as connection, known_errors(folder):
        rows = connection.execute(
            "SELECT d.language, d.organ, d.kind, count(*), sum(p.n), min(d.year), max(d.year)"
            " FROM documents d LEFT JOIN"
            " (SELECT document, count(*) AS n FROM paragraphs GROUP BY document) p"
            " ON p.document = d.id GROUP BY d.language, d.organ, d.kind ORDER BY 1, 2, 3"
        )
        holdings = tuple(
            Holding(language, organ, kind, documents, paragraphs or 0, first, last)
            for language, organ, kind, documents, paragraphs, first, last in rows
        )
        return Contents(
            holdings=holdings,
            documents=sum(one.documents for one in holdings),
            paragraphs=sum(one.paragraphs for one in holdings),
            wordings=_count(connection, "SELECT count(*) FROM wordings WHERE uses > 0"),
            families=_count(connection, "SELECT count(*) FROM families WHERE uses > 0"),
            citations=_count(connection, "SELECT count(*) FROM citations"),
            database_bytes=(folder / FILE).stat().st_size,
            index_bytes=_size(folder / INDEX),
            is_level=is_all_level(connection, folder),
        )


def rebuild(folder: Path, tell: Callable[[int, int], None] = lambda _done, _all: None) -> int:
    """Makes all that can be made from the documents again; gives how many there are.

    One transaction: whoever reads meanwhile sees the old corpus, and a kill leaves it.
    """
    check_is_there(folder)
    _check_room(folder)
    with writing_lock(folder), known_errors(folder):
        with closing(connect_to_write(folder)) as connection:
            rows = connection.execute("SELECT id FROM documents ORDER BY id")
            ids = [int(row[0]) for row in rows]
            store = Store(connection)
            store.clear_computed()
            for at, document in enumerate(ids):
                store.store_again(document, _prepared(connection, document))
                tell(at + 1, len(ids))
            renew_identity(connection)
            store.commit()
        level_indexes(folder, is_locked=True)
    return len(ids)


def renew(folder: Path) -> bool:
    """Rebuilds a corpus whose words were folded by an earlier program; says whether it was."""
    with closing(connect_to_read(folder)) as connection, known_errors(folder):
        is_level = meta(connection, "normal_form") == str(NORMAL_FORM)
    if not is_level:
        rebuild(folder)
    return not is_level


def compact(folder: Path) -> int:
    """Gives back the room of what was removed; gives the bytes saved."""
    check_is_there(folder)
    _check_room(folder)
    before = _size(folder)
    with writing_lock(folder), known_errors(folder):
        level_indexes(folder, is_locked=True)
        with closing(connect_to_write(folder)) as connection:
            for statement in _DROP_UNUSED:
                connection.execute(statement)
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        level_indexes(folder, is_locked=True, afresh=True)
    return max(0, before - _size(folder))


def remove(folder: Path, names: Sequence[str]) -> Removal:
    """Removes documents by symbol, number or source name, in all languages."""
    removed: list[tuple[str, str]] = []
    unknown: list[str] = []
    check_is_there(folder)
    with writing_lock(folder), known_errors(folder):
        with closing(connect_to_write(folder)) as connection:
            store = Store(connection)
            for name in dict.fromkeys(names):
                rows = connection.execute(
                    "SELECT id, symbol, language FROM documents"
                    " WHERE ?1 IN (symbol, source) OR (number = ?1 AND number != '')",
                    (storable(name),),
                ).fetchall()
                for document, symbol, language in rows:
                    store.remove(document)
                    removed.append((symbol, language))
                if not rows:
                    unknown.append(name)
            if removed:
                set_meta(connection, REMOVED, datetime.now(UTC).isoformat(timespec="seconds"))
            store.commit()
        level_indexes(folder, is_locked=True)
    return Removal(tuple(removed), tuple(unknown))


def _prepared(connection: sqlite3.Connection, document: int) -> Prepared:
    symbol, native, source, stamp = connection.execute(
        "SELECT d.symbol, c.native, d.source, d.stamp FROM documents d"
        " LEFT JOIN contents c ON d.id = c.document WHERE d.id = ?",
        (document,),
    ).fetchone()
    try:
        resolution = read_native(zlib.decompress(native or b""))
    except (zlib.error, ReadError) as error:
        raise CorpusError(
            f"The text of {symbol} is damaged. Remove it (drafter corpus remove), add it again, "
            "and then make the rest again."
        ) from error
    return prepared(resolution, str(source), str(stamp).partition(" ")[2])


def _check_room(folder: Path) -> None:
    needed = int(_size(folder) * _ROOM_FACTOR)
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise CorpusError(
            f"The disk has {free // 1024**2} MB free, and this needs {needed // 1024**2} MB. "
            "Nothing was changed; make room and try again."
        )


def _count(connection: sqlite3.Connection, question: str) -> int:
    return int(connection.execute(question).fetchone()[0])


def _size(path: Path) -> int:
    return sum(one.stat().st_size for one in path.rglob("*") if one.is_file())

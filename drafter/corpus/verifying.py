"""Whether a corpus is sound: the file, what is computed from it, and every index."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from drafter.core.errors import CorpusError
from drafter.corpus.index import IndexReader
from drafter.corpus.index_state import State, damaged_files, read_state
from drafter.corpus.indexing import index_folder, is_level
from drafter.corpus.schema import (
    COUNTED,
    FILE,
    connect_to_read,
    generations,
    identity,
    known_errors,
    version,
)
from drafter.corpus.standing import TOLD

_QUESTIONS = (
    (
        "paragraphs of no document",
        "SELECT count(*) FROM paragraphs WHERE document NOT IN (SELECT id FROM documents)",
    ),
    (
        "citations of no document",
        "SELECT count(*) FROM citations WHERE document NOT IN (SELECT id FROM documents)",
    ),
    (
        "documents without their text",
        "SELECT count(*) FROM documents WHERE id NOT IN (SELECT document FROM contents)",
    ),
    (
        "paragraphs of no wording",
        "SELECT count(*) FROM paragraphs WHERE wording NOT IN (SELECT id FROM wordings)",
    ),
    (
        "wordings of no family",
        "SELECT count(*) FROM wordings WHERE family NOT IN (SELECT id FROM families)",
    ),
    (
        "wordings whose uses are miscounted",
        """SELECT count(*) FROM wordings w LEFT JOIN
        (SELECT wording, count(DISTINCT document) AS n FROM paragraphs GROUP BY wording) p
        ON p.wording = w.id WHERE w.uses != coalesce(p.n, 0)""",
    ),
    (
        "families whose uses are miscounted",
        """SELECT count(*) FROM families f LEFT JOIN
        (SELECT w.family, count(DISTINCT p.document) AS n FROM wordings w
        JOIN paragraphs p ON p.wording = w.id GROUP BY w.family) u
        ON u.family = f.id WHERE f.uses != coalesce(u.n, 0)""",
    ),
    (
        "documents whose adoption is not that of the register",
        f"SELECT count(*) FROM documents d WHERE agreed IS NOT {TOLD}",  # noqa: S608 - our own words
    ),
    (
        "wordings whose adoptions are miscounted",
        """SELECT count(*) FROM wordings w LEFT JOIN
        (SELECT p.wording, max(d.agreed) AS agreed FROM paragraphs p
        JOIN documents d ON d.id = p.document GROUP BY p.wording) u
        ON u.wording = w.id WHERE w.agreed != coalesce(u.agreed, 0)""",
    ),
    (
        "families whose adoptions are miscounted",
        """SELECT count(*) FROM families f LEFT JOIN
        (SELECT w.family, count(DISTINCT CASE d.agreed WHEN 1 THEN d.id END) AS agreed,
        count(DISTINCT CASE d.agreed WHEN 0 THEN d.id END) AS voted FROM wordings w
        JOIN paragraphs p ON p.wording = w.id JOIN documents d ON d.id = p.document
        GROUP BY w.family) u ON u.family = f.id
        WHERE (f.agreed, f.voted) != (coalesce(u.agreed, 0), coalesce(u.voted, 0))""",
    ),
)
"""What is counted, and how; each answer should be zero."""
_COUNTS = (
    "languages whose paragraphs are miscounted",
    f"SELECT count(*) FROM languages l WHERE paragraphs != ({COUNTED.format(language='l.code')})",  # noqa: S608 - our own words
)
"""The same, from version 1.1 on."""


def faults(folder: Path, tell: Callable[[str], None] = lambda _: None) -> tuple[str, ...]:
    """Everything that is wrong with a corpus, in words; nothing when it is sound.

    An index that does not hold all of the corpus is no fault: see `behind`.
    """
    with closing(connect_to_read(folder)) as connection, known_errors(folder):
        tell("file")
        said = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
        found = [] if said == ["ok"] else [f"{FILE}: {one}" for one in said]
        counts = (_COUNTS,) if version(connection) >= (1, 1) else ()
        for words, question in (*_QUESTIONS, *counts):
            tell(words)
            count = _count(connection, question)
            if count:
                found.append(f"{count} {words}")
        tell("documents")
        found.extend(_content_faults(connection))
        of_corpus = identity(connection)
        for code, generation in sorted(generations(connection).items()):
            tell(f"index {code}")
            found.extend(_index_faults(connection, folder, code, State(of_corpus, generation)))
    return tuple(found)


def behind(folder: Path) -> tuple[str, ...]:
    """The languages whose index does not hold all of the corpus, as after a kill between the two.

    Whoever opens the corpus next makes it up, or makes the index again.
    """
    with closing(connect_to_read(folder)) as connection, known_errors(folder):
        of_corpus = identity(connection)
        return tuple(
            code
            for code, generation in sorted(generations(connection).items())
            if not is_level(folder, code, of_corpus, generation)
        )


def _content_faults(connection: sqlite3.Connection) -> list[str]:
    found: list[str] = []
    rows = connection.execute(
        "SELECT d.symbol, d.language, d.digest, c.native FROM documents d"
        " JOIN contents c ON c.document = d.id"
    )
    for symbol, language, digest, native in rows:
        try:
            sound = sha256(zlib.decompress(native)).digest() == digest
        except zlib.error:
            sound = False
        if not sound:
            found.append(f"The text of {symbol} ({language}) is damaged.")
    return found


def _index_faults(connection: sqlite3.Connection, folder: Path, code: str, due: State) -> list[str]:
    place = index_folder(folder, code)
    if read_state(place) != due:
        return []
    found = [f"The index for {code} is damaged: {name}." for name in damaged_files(place)]
    if found:
        return found
    try:
        with closing(IndexReader(place)) as reader:
            held = reader.ids()
    except CorpusError as error:
        return [error.user_text()]
    rows = connection.execute("SELECT id FROM wordings WHERE language = ? AND uses > 0", (code,))
    if held != {int(row[0]) for row in rows}:
        return [f"The index for {code} holds other wordings than the corpus."]
    return []


def _count(connection: sqlite3.Connection, question: str) -> int:
    return int(connection.execute(question).fetchone()[0])

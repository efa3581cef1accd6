"""The corpus on disk: one SQLite file that holds the truth, and how it is opened.

The file is the truth: the index beside it can be made from it at any time. Its version stands in
`user_version` as major * 1000 + minor; a newer major version is refused and not touched.

Change history:
    1.0  the first.
    1.1  languages.paragraphs: counting them took half a second at three million.
"""

from __future__ import annotations

import os
import sqlite3
import uuid
import zlib
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from types import MappingProxyType
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from drafter.core.errors import CorpusError
from drafter.corpus.tokens import NORMAL_FORM

FILE = "corpus.sqlite"
LOCK = "writing.lock"
INDEX = "index"
VERSION = (1, 1)
APPLICATION_ID = 0x44524654
"""Says that the file is ours ("DRFT")."""
PAGE_BYTES = 8192
BUSY_MS = 10_000
READ_CACHE_KB = 8_192
WRITE_CACHE_KB = 65_536

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- generation counts the commits that changed what the index of the language must hold; paragraphs
-- are those with a wording.
CREATE TABLE languages (
    code TEXT PRIMARY KEY,
    generation INTEGER NOT NULL,
    paragraphs INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    symbol TEXT NOT NULL,          -- or the name of the source, when it prints no symbol
    language TEXT NOT NULL,
    organ TEXT NOT NULL,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    adopted TEXT,                  -- ISO
    year INTEGER,
    session TEXT NOT NULL,
    agreed INTEGER,                -- 1 adopted without a vote or unanimously, 0 not, NULL unknown
    source TEXT NOT NULL,
    stamp TEXT NOT NULL,           -- what tells the newer of two copies
    digest BLOB NOT NULL,
    added TEXT NOT NULL,
    UNIQUE (symbol, language)
);
CREATE INDEX documents_by_number ON documents (organ, number);

-- The whole resolution in the program's own format, zlib.
CREATE TABLE contents (document INTEGER PRIMARY KEY, native BLOB NOT NULL);

CREATE TABLE paragraphs (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL,
    place INTEGER NOT NULL,        -- in the document's row of paragraphs
    part TEXT NOT NULL,
    annex INTEGER NOT NULL,
    kind TEXT NOT NULL,
    level INTEGER NOT NULL,
    label TEXT NOT NULL,
    wording INTEGER,               -- NULL for headings and tables
    text TEXT,                     -- as printed; NULL when it is that of the wording
    UNIQUE (document, place)
);
CREATE INDEX paragraphs_by_wording ON paragraphs (wording) WHERE wording IS NOT NULL;

-- One row for each different row of words; what follows `family` is computed from its paragraphs.
CREATE TABLE wordings (
    id INTEGER PRIMARY KEY,
    language TEXT NOT NULL,
    key INTEGER NOT NULL UNIQUE,
    words TEXT NOT NULL,
    text TEXT NOT NULL,
    family INTEGER NOT NULL,
    uses INTEGER NOT NULL DEFAULT 0,
    first_year INTEGER,
    last_year INTEGER,
    parts INTEGER NOT NULL DEFAULT 0,
    organs INTEGER NOT NULL DEFAULT 0,
    agreed INTEGER NOT NULL DEFAULT 0,
    latest INTEGER,                -- its newest paragraph
    generation INTEGER NOT NULL    -- when what the index holds of it changed last
);
CREATE INDEX wordings_by_family ON wordings (family);
CREATE INDEX wordings_by_generation ON wordings (language, generation);

CREATE TABLE families (
    id INTEGER PRIMARY KEY,
    language TEXT NOT NULL,
    newest INTEGER,                -- the wording that joined last
    uses INTEGER NOT NULL DEFAULT 0,
    first_year INTEGER,
    last_year INTEGER,
    organs INTEGER NOT NULL DEFAULT 0,
    agreed INTEGER NOT NULL DEFAULT 0,
    voted INTEGER NOT NULL DEFAULT 0,
    latest TEXT NOT NULL DEFAULT '[]'  -- its newest paragraphs, JSON
);
CREATE TABLE sketches (hash INTEGER, family INTEGER, PRIMARY KEY (hash, family)) WITHOUT ROWID;
CREATE TABLE crowded (hash INTEGER PRIMARY KEY) WITHOUT ROWID;

CREATE TABLE citations (
    document INTEGER NOT NULL,
    place INTEGER NOT NULL,
    organ TEXT NOT NULL,
    number TEXT NOT NULL,
    adopted TEXT
);
CREATE INDEX citations_by_number ON citations (number, organ);
CREATE INDEX citations_by_document ON citations (document);

-- The archives that were fetched and added.
CREATE TABLE downloads (
    sha256 TEXT NOT NULL,
    languages TEXT NOT NULL,
    url TEXT NOT NULL,
    size INTEGER NOT NULL,
    added TEXT NOT NULL,
    PRIMARY KEY (sha256, languages)
) WITHOUT ROWID;

-- Facts of published tables; what the corpus knows from its own texts is not repeated here.
CREATE TABLE register (
    organ TEXT NOT NULL,
    number TEXT NOT NULL,
    adopted TEXT,
    title TEXT NOT NULL,
    meeting TEXT NOT NULL,
    agenda_item TEXT NOT NULL,
    agreed INTEGER,
    in_favour INTEGER,
    against INTEGER,
    abstaining INTEGER,
    PRIMARY KEY (organ, number)
) WITHOUT ROWID;
"""


class Closable(Protocol):
    """What has to be closed."""

    def close(self) -> object:
        """Gives back what it holds."""


P = ParamSpec("P")
R = TypeVar("R")
Upgrade = Callable[[sqlite3.Connection], None]
COUNTED = (
    "SELECT count(*) FROM paragraphs WHERE wording IS NOT NULL AND document IN"
    " (SELECT id FROM documents WHERE language = {language})"
)
"""The paragraphs with a wording in a language, counted one by one."""


def _note_paragraphs(connection: sqlite3.Connection) -> None:
    connection.execute(
        "ALTER TABLE languages ADD COLUMN paragraphs INTEGER NOT NULL DEFAULT 0",
    )
    connection.execute(
        f"UPDATE languages SET paragraphs = ({COUNTED.format(language='languages.code')})"  # noqa: S608 - our own words
    )


UPGRADES: Mapping[tuple[int, int], tuple[tuple[int, int], Upgrade]] = MappingProxyType(
    {(1, 0): ((1, 1), _note_paragraphs)}
)
"""From a version to the next one, and what has to be done."""


def create(folder: Path) -> None:
    """Makes an empty corpus; the folder may exist, a corpus may not be in it."""
    with writing_lock(folder):
        if (folder / FILE).exists():
            return
        beside = folder / f"{FILE}.new"
        beside.unlink(missing_ok=True)
        with known_errors(folder):
            connection = sqlite3.connect(beside, isolation_level=None)
            try:
                connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
                connection.execute("PRAGMA journal_mode = DELETE")
                connection.executescript(f"BEGIN; {TABLES}")
                connection.executemany(
                    "INSERT INTO meta VALUES (?, ?)",
                    (("identity", uuid.uuid4().hex), ("normal_form", str(NORMAL_FORM))),
                )
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {_number(VERSION)}")
                connection.execute("COMMIT")
                connection.execute("PRAGMA journal_mode = WAL")
            finally:
                connection.close()
            beside.replace(folder / FILE)


def check_is_there(folder: Path) -> None:
    """For who would make the folder, with the lock in it, before it is seen that there is none.

    Raises:
        CorpusError: there is no corpus.
    """
    if not (folder / FILE).is_file():
        raise CorpusError(f"There is no corpus in {folder}. Make one with: drafter corpus add")


@contextmanager
def writing_lock(folder: Path) -> Generator[None]:
    """Holds the one right to write; the system gives it back even when the process is killed.

    Raises:
        CorpusError: another process writes, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(folder / LOCK, timeout=0, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise _not_writable(folder) from error
    try:
        try:
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if "locked" in str(error):
                raise CorpusError(
                    f"Another program is changing the corpus in {folder}. "
                    "Nothing was changed; try again when it is done."
                ) from error
            raise _not_writable(folder) from error
        yield
    finally:
        connection.close()


def connect_to_write(folder: Path) -> sqlite3.Connection:
    """A connection that may write; the caller holds the writing lock.

    Raises:
        CorpusError: there is no corpus, it is damaged, or of a newer major version.
    """
    connection = _connect(folder, f"{_uri(folder)}?mode=rw")
    with closed_if_it_fails(connection), known_errors(folder):
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = {-WRITE_CACHE_KB}")
        _upgrade(connection)
    return connection


def connect_to_read(folder: Path) -> sqlite3.Connection:
    """A connection that only reads, while others may write; works in a read-only folder too.

    Raises:
        CorpusError: there is no corpus, it is damaged, or of a newer major version.
    """
    if os.access(folder, os.W_OK) or (folder / f"{FILE}-wal").exists():
        return _connect(folder, f"{_uri(folder)}?mode=ro")
    # Without the right to make the files beside it, a WAL database opens only as immutable.
    return _connect(folder, f"{_uri(folder)}?mode=ro&immutable=1")


@contextmanager
def known_errors(folder: Path) -> Generator[None]:
    """Turns what SQLite and the system say into words for people."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise CorpusError(_sentence(folder, str(error))) from error
    except (sqlite3.DatabaseError, zlib.error, UnicodeDecodeError) as error:
        raise CorpusError(_damaged(folder, str(error))) from error
    except OSError as error:
        raise CorpusError(
            f"The corpus in {folder} cannot be used: {error.strerror or error}."
        ) from error


@contextmanager
def one_state(connection: sqlite3.Connection) -> Generator[None]:
    """For several questions that must be answered from the same state of the corpus, whatever is
    committed between them.
    """
    connection.execute("BEGIN")
    try:
        yield
    finally:
        _roll_back(connection)


@contextmanager
def one_change(connection: sqlite3.Connection) -> Generator[None]:
    """For what is written as a whole or, when something stops it, not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        _roll_back(connection)


@contextmanager
def closed_if_it_fails(opened: Closable) -> Generator[None]:
    """For what is done to something open before somebody has it who closes it."""
    try:
        yield
    except BaseException:  # an interruption too
        opened.close()
        raise


def in_words(
    read: Callable[Concatenate[sqlite3.Connection, P], R],
) -> Callable[Concatenate[sqlite3.Connection, P], R]:
    """Makes a function that reads from a connection say in words what is wrong with the file."""

    @wraps(read)
    def reading(connection: sqlite3.Connection, *args: P.args, **kwargs: P.kwargs) -> R:
        with known_errors(_folder(connection)):
            return read(connection, *args, **kwargs)

    return reading


def identity(connection: sqlite3.Connection) -> str:
    """What tells this corpus from every other."""
    return str(meta(connection, "identity"))


def renew_identity(connection: sqlite3.Connection) -> None:
    """Makes it another corpus, so that no index made before can be taken for its own."""
    set_meta(connection, "identity", uuid.uuid4().hex)
    set_meta(connection, "normal_form", str(NORMAL_FORM))


def meta(connection: sqlite3.Connection, name: str) -> str | None:
    """A value noted about the whole corpus."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def set_meta(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Notes a value about the whole corpus."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))


def generations(connection: sqlite3.Connection) -> dict[str, int]:
    """The languages of the corpus and how far each has come."""
    return dict(connection.execute("SELECT code, generation FROM languages"))


def version(connection: sqlite3.Connection) -> tuple[int, int]:
    """The version of the file's tables; an older one is brought up to date at the next writing."""
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    return divmod(int(number), 1000)


def _connect(folder: Path, uri: str) -> sqlite3.Connection:
    check_is_there(folder)
    with known_errors(folder):
        connection = sqlite3.connect(
            uri, uri=True, isolation_level=None, timeout=BUSY_MS / 1000, check_same_thread=False
        )
        with closed_if_it_fails(connection):
            # Read, not mapped: a third of a millisecond a search, for memory that stays bounded.
            connection.execute(f"PRAGMA cache_size = {-READ_CACHE_KB}")
            _check_version(folder, connection)
    return connection


def _check_version(folder: Path, connection: sqlite3.Connection) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise CorpusError(f"{folder / FILE} is not a corpus of this program.")
    major, minor = version(connection)
    if major > VERSION[0]:
        raise CorpusError(
            f"The corpus in {folder} was made by a newer program (version {major}.{minor}). "
            "It was not touched; use that program, or another folder."
        )


def _upgrade(connection: sqlite3.Connection) -> None:
    while (old := version(connection)) in UPGRADES:
        new, step = UPGRADES[old]
        with one_change(connection):
            step(connection)
            connection.execute(f"PRAGMA user_version = {_number(new)}")


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:  # an error of the disk has ended it already
        connection.execute("ROLLBACK")


def _number(of: tuple[int, int]) -> int:
    return of[0] * 1000 + of[1]


def _folder(connection: sqlite3.Connection) -> Path:
    (_, _, file), *_ = connection.execute("PRAGMA database_list")
    return Path(str(file)).parent


def _damaged(folder: Path, said: str) -> str:
    return (
        f"The corpus in {folder} is damaged ({said}). Move the folder away and add the texts again."
    )


def _uri(folder: Path) -> str:
    return (folder / FILE).resolve().as_uri()


def _not_writable(folder: Path) -> CorpusError:
    return CorpusError(
        f"The folder {folder} cannot be written. Choose another one with --corpus, "
        "or ask for the right to write there."
    )


def _sentence(folder: Path, said: str) -> str:
    if "full" in said:
        return (
            f"The disk is full: the corpus in {folder} keeps what it had at the last commit. "
            "Make room and add the rest again."
        )
    if "locked" in said or "busy" in said:
        return f"Another program is changing the corpus in {folder}. Try again when it is done."
    if "decode" in said:
        return _damaged(folder, "words that are none")
    if "readonly" in said or "unable to open" in said:
        return str(_not_writable(folder))
    return f"The corpus in {folder} cannot be used: {said}."

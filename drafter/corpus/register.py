"""The register: every resolution that the corpus holds, a published table names, or texts cite.

A date comes from the resolution's own text, else from the table, else from most of the documents
that cite it with a date. The table is facts of the United Nations, seeded into each corpus.
"""

from __future__ import annotations

import csv
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from drafter.core.language import language
from drafter.core.model import Organ
from drafter.corpus.meant import asked_number, references
from drafter.corpus.names import Reference
from drafter.corpus.printed import printed_number, wording_facts
from drafter.corpus.schema import TABLES, in_words, meta, one_change, set_meta
from drafter.corpus.standing import DATED, TOLD, recount, start_touching
from drafter.paths import resource

TABLE = ("register", "resolutions.tsv")
_SEEDED = "register_seeded"
_BETWEEN = "WHERE organ = 'SC' AND number > ?1 AND number < ?2"
_NUMBERS_OF_COUNCIL = (
    f"SELECT number FROM documents {_BETWEEN} UNION SELECT number FROM register {_BETWEEN}",  # noqa: S608
    f"SELECT DISTINCT number FROM citations {_BETWEEN} ORDER BY number",  # noqa: S608 - our own words
)
"""Those in a range, as the texts and the table know them or else as they are cited."""


class KnownBy(StrEnum):
    """How a date is known, the surest first."""

    TEXT = "text"
    TABLE = "table"
    CITATIONS = "citations"


@dataclass(frozen=True, slots=True)
class DatedCount:
    """A date, and how many documents give it."""

    adopted: date
    documents: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What the register knows of a resolution.

    `titles` are by language. `cited_by` counts the documents that name it; `cited_dates` the dates
    they give, the most frequent first. `agreed`: without a vote or unanimously; None is unknown.
    """

    reference: Reference
    adopted: date | None
    known_by: KnownBy | None
    titles: Mapping[str, str]
    cited_by: int
    cited_in: tuple[str, ...]
    cited_dates: tuple[DatedCount, ...]
    agreed: bool | None
    votes: tuple[int, int, int] | None
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """How a resolution is named in a text and in a note."""

    first: str
    later: str
    note: str


def seed_register(connection: sqlite3.Connection) -> None:
    """Takes up the published table, if it is not in the corpus as it is now; in one transaction."""
    path = resource(*TABLE)
    seed = f"{zlib.crc32(path.read_bytes()):08x}"
    if meta(connection, _SEEDED) == seed:
        return
    with one_change(connection):
        connection.execute("DELETE FROM register")
        connection.executemany(
            "INSERT INTO register VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _table_rows(path)
        )
        _tell_documents(connection)
        set_meta(connection, _SEEDED, seed)


def _tell_documents(connection: sqlite3.Connection) -> None:
    """Notes with the documents what the table says now, and counts again what that changes."""
    start_touching(connection)
    connection.execute(
        "INSERT OR IGNORE INTO touched SELECT p.wording FROM documents d"  # noqa: S608
        f" JOIN paragraphs p ON p.document = d.id WHERE d.agreed IS NOT {TOLD}"
        " AND p.wording IS NOT NULL"
    )
    connection.execute(f"UPDATE documents AS d SET agreed = {TOLD}")  # noqa: S608 - our own words
    recount(connection)


@in_words
def look_up(connection: sqlite3.Connection, reference: Reference) -> Entry | None:
    """What is known of a resolution; None when nothing is."""
    key = (reference.organ, reference.number)
    texts = connection.execute(
        "SELECT language, title, adopted FROM documents WHERE organ = ? AND number = ?"
        " ORDER BY language",
        key,
    ).fetchall()
    row = connection.execute(
        "SELECT adopted, title, agreed, in_favour, against, abstaining FROM register"
        " WHERE organ = ? AND number = ?",
        key,
    ).fetchone()
    cited_in = _citing_symbols(connection, reference)
    if not (texts or row or cited_in):
        return None
    dates = _cited_dates(connection, reference)
    adopted, known_by = _date(texts, row, dates)
    titles = {"en": str(row[1])} if row and row[1] else {}
    titles.update((code, title) for code, title, _ in texts if title)
    return Entry(
        reference=reference,
        adopted=adopted,
        known_by=known_by,
        titles=titles,
        cited_by=len(cited_in),
        cited_in=cited_in,
        cited_dates=dates,
        agreed=None if row is None or row[2] is None else bool(row[2]),
        votes=(row[3], row[4], row[5]) if row and row[3] is not None else None,
        languages=tuple(code for code, _, _ in texts),
    )


@in_words
def look_up_all(connection: sqlite3.Connection, asked: str) -> tuple[Entry, ...]:
    """What is known of every resolution that a number or symbol may mean."""
    found = (look_up(connection, reference) for reference in meant(connection, asked))
    return tuple(entry for entry in found if entry is not None)


@in_words
def meant(connection: sqlite3.Connection, words: str) -> tuple[Reference, ...]:
    """Every resolution that a number, a symbol or a few words may mean, the likeliest first.

    The year of one of the Security Council's is found where it is left out.
    """
    asked = asked_number(words)
    if asked is None or not asked.lacks_year:
        return references(words)
    for known in _NUMBERS_OF_COUNCIL:
        rows = connection.execute(known, (f"{asked.number} (", f"{asked.number} )")).fetchall()
        if rows:
            return tuple(Reference(Organ.SC, number) for (number,) in rows)
    return ()


def table_alone() -> sqlite3.Connection:
    """What the published table knows, in memory, for where there is no corpus."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.executescript(TABLES)
    seed_register(connection)
    return connection


def unknown_entry(reference: Reference) -> Entry:
    """An entry for a resolution that nothing is known of."""
    return Entry(reference, None, None, {}, 0, (), (), None, None, ())


def naming(entry: Entry, code: str, speaker: Organ) -> Naming:
    """How the organ that speaks names the resolution: at first with its date, later without.

    A resolution whose date is not known is named without it at first, too.
    """
    facts = wording_facts(code)
    whose = "own" if entry.reference.organ is speaker else "other"
    words = language(code)
    places = _places(entry.reference, code)
    places["date"] = words.date_words(entry.adopted) if entry.adopted else ""
    if facts.has("own"):
        places["own"] = facts.text("own", words.organ_gender(speaker))
    later = facts.text("named", whose).format(**places)
    first = facts.text("named", f"{whose}_dated").format(**places) if entry.adopted else later
    return Naming(first, later, note_words(entry.reference, code, speaker))


def note_words(reference: Reference, code: str, speaker: Organ, *, is_annexed: bool = False) -> str:
    """The note that gives a resolution, or what is annexed to it, as the source."""
    whose = "own" if reference.organ is speaker else "other"
    kind = f"{whose}_annex" if is_annexed else whose
    return wording_facts(code).text("note", kind).format(**_places(reference, code))


def _places(reference: Reference, code: str) -> dict[str, str]:
    return {
        "number": printed_number(reference.number, code),
        "organ": wording_facts(code).text("organ", reference.organ),
    }


def _table_rows(path: Path) -> Iterator[Sequence[str | None]]:
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(table)
        for organ, number, adopted, title, meeting, item, *voting in table:
            votes = (one or None for one in voting)
            yield (organ, number, adopted or None, title, meeting, item, *votes)


def _citing_symbols(connection: sqlite3.Connection, reference: Reference) -> tuple[str, ...]:
    rows = connection.execute(
        "SELECT d.symbol FROM citations c JOIN documents d ON d.id = c.document"  # noqa: S608
        " WHERE c.organ = ? AND c.number = ?"
        f" GROUP BY d.symbol ORDER BY max({DATED}) DESC, d.symbol",
        (reference.organ, reference.number),
    )
    return tuple(str(row[0]) for row in rows)


def _cited_dates(connection: sqlite3.Connection, reference: Reference) -> tuple[DatedCount, ...]:
    rows = connection.execute(
        "SELECT c.adopted, count(DISTINCT d.symbol) AS documents FROM citations c"
        " JOIN documents d ON d.id = c.document"
        " WHERE c.organ = ? AND c.number = ? AND c.adopted IS NOT NULL"
        " GROUP BY c.adopted ORDER BY documents DESC, c.adopted",
        (reference.organ, reference.number),
    )
    return tuple(DatedCount(date.fromisoformat(day), count) for day, count in rows)


def _date(
    texts: Sequence[Sequence[str | None]],
    row: Sequence[str | None] | None,
    dates: Sequence[DatedCount],
) -> tuple[date | None, KnownBy | None]:
    own = next((adopted for _, _, adopted in texts if adopted), None)
    if own:
        return date.fromisoformat(own), KnownBy.TEXT
    if row and row[0]:
        return date.fromisoformat(row[0]), KnownBy.TABLE
    if dates:
        return dates[0].adopted, KnownBy.CITATIONS
    return None, None

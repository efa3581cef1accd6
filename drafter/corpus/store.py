"""Writes documents into the corpus file; one writer at a time, which holds the writing lock.

The order of things is what makes a kill harmless: first the rows of the documents, then what is
computed from them (uses, years, families), all in one transaction, and only after its commit the
index, which catches up by the generation numbers.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, OrderedDict
from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum

from drafter.corpus.families import Families
from drafter.corpus.prepare import Prepared, PreparedParagraph, PreparedWording
from drafter.corpus.standing import TOLD, recount, start_touching

COMMIT_PARAGRAPHS = 20_000
_KNOWN_WORDINGS = 100_000


class Outcome(StrEnum):
    """What became of a document."""

    ADDED = "added"
    REPLACED = "replaced"
    SAME = "same"
    OLDER = "older"


class Store:
    """Adds and removes documents; nothing is kept before `commit`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._families = Families(connection)
        self._wordings: OrderedDict[int, tuple[int, str]] = OrderedDict()
        self._pending = 0
        self._counted: Counter[str] = Counter()
        start_touching(connection)

    @property
    def is_due(self) -> bool:
        """Whether it is time to commit."""
        return self._pending >= COMMIT_PARAGRAPHS

    def add(self, document: Prepared) -> Outcome:
        """Adds a document, or replaces an older copy of it."""
        self._begin()
        row = self._connection.execute(
            "SELECT id, stamp, digest FROM documents WHERE symbol = ? AND language = ?",
            (document.symbol, document.language),
        ).fetchone()
        if row is not None:
            old, stamp, digest = row
            if bytes(digest) == document.digest:
                return Outcome.SAME
            if str(stamp) > document.stamp:
                return Outcome.OLDER
            self._remove(int(old))
        self._insert(document)
        return Outcome.ADDED if row is None else Outcome.REPLACED

    def remove(self, document: int) -> None:
        """Removes a document by its id."""
        self._begin()
        self._remove(document)

    def clear_computed(self) -> None:
        """Forgets all that can be made from the documents; to be followed by `store_again`."""
        self._begin()
        for table in ("paragraphs", "citations", "wordings", "families", "sketches", "crowded"):
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
        self._connection.execute("UPDATE languages SET paragraphs = 0")
        self._connection.execute(f"UPDATE documents AS d SET agreed = {TOLD}")  # noqa: S608 - ours
        self._families = Families(self._connection)
        self._wordings.clear()

    def store_again(self, document: int, now: Prepared) -> None:
        """Makes the rows of a document again."""
        self._insert_rows(document, now)

    def commit(self) -> None:
        """Keeps what was added and removed, with everything that is computed from it."""
        if not self._connection.in_transaction:
            return
        recount(self._connection)
        self._connection.executemany(
            "UPDATE languages SET paragraphs = paragraphs + ? WHERE code = ?",
            [(more, code) for code, more in self._counted.items()],
        )
        self._connection.execute("DELETE FROM touched")
        self._connection.execute("COMMIT")
        self._counted.clear()
        self._pending = 0

    def roll_back(self) -> None:
        """Forgets what was not committed."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        self._counted.clear()
        self._pending = 0

    def _begin(self) -> None:
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN IMMEDIATE")

    def _insert(self, document: Prepared) -> None:
        cursor = self._connection.execute(
            "INSERT INTO documents (symbol, language, organ, kind, number, title, adopted, year,"
            " session, agreed, source, stamp, digest, added)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                document.symbol,
                document.language,
                document.organ,
                document.kind,
                document.number,
                document.title,
                document.adopted,
                document.year,
                document.session,
                self._agreed(document),
                document.source,
                document.stamp,
                document.digest,
                datetime.now(UTC).isoformat(timespec="seconds"),
            ),
        )
        new = int(cursor.lastrowid or 0)
        self._connection.execute("INSERT INTO contents VALUES (?, ?)", (new, document.native))
        self._insert_rows(new, document)

    def _insert_rows(self, new: int, document: Prepared) -> None:
        self._connection.executemany(
            "INSERT INTO citations VALUES (?, ?, ?, ?, ?)",
            [(new, one.place, one.organ, one.number, one.adopted) for one in document.citations],
        )
        self._connection.execute(
            "INSERT OR IGNORE INTO languages VALUES (?, 0, 0)", (document.language,)
        )
        self._insert_paragraphs(new, document.language, document.paragraphs)

    def _agreed(self, document: Prepared) -> int | None:
        row = self._connection.execute(
            "SELECT agreed FROM register WHERE organ = ? AND number = ?",
            (document.organ, document.number),
        ).fetchone()
        return None if row is None else row[0]

    def _insert_paragraphs(
        self, document: int, code: str, paragraphs: Iterable[PreparedParagraph]
    ) -> None:
        rows: list[tuple[object, ...]] = []
        touched: list[tuple[int]] = []
        for place, one in enumerate(paragraphs):
            wording, text = None, one.text
            if one.wording is not None:
                wording, printed = self._wording(one.wording, one.text, code)
                text = None if printed == one.text else one.text
                touched.append((wording,))
            rows.append(
                (
                    document, place, one.part, one.annex, one.kind,
                    one.level, one.label, wording, text,
                )
            )  # fmt: skip
        self._connection.executemany(
            "INSERT INTO paragraphs"
            " (document, place, part, annex, kind, level, label, wording, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        self._connection.executemany("INSERT OR IGNORE INTO touched VALUES (?)", touched)
        self._counted[code] += len(touched)
        self._pending += len(rows)

    def _wording(self, wording: PreparedWording, text: str, code: str) -> tuple[int, str]:
        """The wording's id and the text it stands for, new or known."""
        known = (
            self._wordings.get(wording.key)
            or self._connection.execute(
                "SELECT id, text FROM wordings WHERE key = ?", (wording.key,)
            ).fetchone()
        )
        if known is None:
            family = self._families.join(wording.words, wording.formula, wording.sketch, code)
            cursor = self._connection.execute(
                "INSERT INTO wordings (language, key, words, text, family, generation)"
                " VALUES (?, ?, ?, ?, ?, 0)",
                (code, wording.key, wording.words, text, family),
            )
            known = (int(cursor.lastrowid or 0), text)
            self._families.set_newest(family, known[0])
        self._wordings[wording.key] = known
        if len(self._wordings) > _KNOWN_WORDINGS:
            self._wordings.popitem(last=False)
        return known

    def _remove(self, document: int) -> None:
        code, count = self._connection.execute(
            "SELECT d.language, count(p.wording) FROM documents d"
            " LEFT JOIN paragraphs p ON p.document = d.id WHERE d.id = ?",
            (document,),
        ).fetchone()
        self._counted[code] -= count
        self._connection.execute(
            "INSERT OR IGNORE INTO touched SELECT DISTINCT wording FROM paragraphs"
            " WHERE document = ? AND wording IS NOT NULL",
            (document,),
        )
        for table in ("paragraphs", "citations", "contents"):
            self._connection.execute(
                f"DELETE FROM {table} WHERE document = ?",  # noqa: S608 - our own names
                (document,),
            )
        self._connection.execute("DELETE FROM documents WHERE id = ?", (document,))
        self._pending += 1

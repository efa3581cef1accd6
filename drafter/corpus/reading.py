"""Reads on from a precedent: its document, its neighbours, its years, and other languages.

All functions take the connection of the `Searcher` in the same thread.
"""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import dataclass
from functools import lru_cache

from drafter.core.errors import CorpusError
from drafter.core.model import Organ, Resolution
from drafter.corpus.asking import Document, Use
from drafter.corpus.schema import in_words
from drafter.corpus.search import uses
from drafter.corpus.standing import DATED
from drafter.corpus.tokens import folded_words
from drafter.io.native import read_native

_BY_DATE = f"ORDER BY {DATED}, d.symbol, p.place"


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The same place of the same document in another language.

    `is_sure` when both texts have as many paragraphs of the kind in that part; otherwise `count`
    and `own_count` say how many there are there and here.
    """

    use: Use
    is_sure: bool
    own_count: int
    count: int


@in_words
def document(connection: sqlite3.Connection, number: int) -> Resolution:
    """The whole resolution, as it was added.

    Raises:
        CorpusError: it is no longer there.
    """
    row = connection.execute("SELECT native FROM contents WHERE document = ?", (number,)).fetchone()
    if row is None:
        raise CorpusError("The document is no longer in the corpus; search again.")
    return read_native(zlib.decompress(row[0]))


@in_words
def check_use(connection: sqlite3.Connection, use: Use) -> None:
    """Sees to it that a use found before is still what it was: its numbers are given anew.

    Raises:
        CorpusError: it is not.
    """
    now = uses(connection, "p.id = ?", (use.paragraph,))
    if not now or (now[0].document, now[0].place, now[0].symbol, now[0].text) != (
        use.document,
        use.place,
        use.symbol,
        use.text,
    ):
        raise CorpusError(f"{use.symbol} has changed in the corpus since; search again.")


@in_words
def check_document(connection: sqlite3.Connection, listed: Document) -> None:
    """Sees to it that a document listed before still has its number.

    Raises:
        CorpusError: it does not.
    """
    row = connection.execute(
        "SELECT symbol, language FROM documents WHERE id = ?", (listed.id,)
    ).fetchone()
    if row != (listed.symbol, listed.language):
        raise CorpusError(f"{listed.symbol} has changed in the corpus since; search again.")


@in_words
def find_documents(
    connection: sqlite3.Connection, words: str, code: str, limit: int = 200
) -> tuple[Document, ...]:
    """The documents of a language whose symbol, number or title has all the words, the newest
    first.

    Words are compared without regard to case; no words find everything.
    """
    sought = [folded_words(word) or word for word in words.split()]
    rows = connection.execute(
        "SELECT id, symbol, language, organ, title, adopted, year FROM documents d"  # noqa: S608
        f" WHERE language = ? ORDER BY {DATED} DESC, symbol",
        (code,),
    )
    found: list[Document] = []
    for number, symbol, language, organ, title, adopted, year in rows:
        named = _named(symbol, title)
        if all(word in named for word in sought):
            found.append(Document(number, symbol, language, Organ(organ), title, adopted, year))
            if len(found) == limit:
                break
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def _named(symbol: str, title: str) -> str:
    return folded_words(f"{symbol} {title}")


@in_words
def languages_of(connection: sqlite3.Connection, symbol: str) -> tuple[str, ...]:
    """The languages in which the corpus has a document."""
    rows = connection.execute(
        "SELECT language FROM documents WHERE symbol = ? ORDER BY language", (symbol,)
    )
    return tuple(str(row[0]) for row in rows)


@in_words
def neighbours(connection: sqlite3.Connection, use: Use, each_side: int = 2) -> tuple[Use, ...]:
    """The paragraph with those before and after it, in order."""
    return uses(
        connection,
        "p.document = ? AND p.place BETWEEN ? AND ? ORDER BY p.place",
        (use.document, use.place - each_side, use.place + each_side),
    )


@in_words
def lineage(connection: sqlite3.Connection, family: int) -> tuple[Use, ...]:
    """Every use of a family's wordings, the oldest first."""
    return uses(
        connection,
        f"p.wording IN (SELECT id FROM wordings WHERE family = ?) {_BY_DATE}",  # noqa: S608
        (family,),
    )


@in_words
def counterpart(connection: sqlite3.Connection, use: Use, code: str) -> Counterpart | None:
    """The official text of the same paragraph in another language; None when there is none.

    Paragraphs of one kind and level are counted within their part and annex: the nth here is the
    nth there. A label that is printed there alike is believed before the count.
    """
    row = connection.execute(
        "SELECT id FROM documents WHERE symbol = ? AND language = ?", (use.symbol, code)
    ).fetchone()
    if row is None:
        return None
    here, there = _row(connection, use.document, use), _row(connection, int(row[0]), use)
    at = next((at for at, one in enumerate(here) if one.paragraph == use.paragraph), None)
    if at is None or not there:
        return None
    if len(here) == len(there):
        return Counterpart(there[at], True, len(here), len(there))
    alike = [one for one in there if use.label and _figures(one.label) == _figures(use.label)]
    found = alike[0] if len(alike) == 1 else there[min(at, len(there) - 1)]
    return Counterpart(found, False, len(here), len(there))


def _row(connection: sqlite3.Connection, document_id: int, use: Use) -> tuple[Use, ...]:
    """The paragraphs of a document that are of the use's part, annex, kind and level."""
    annex, kind, level = connection.execute(
        "SELECT annex, kind, level FROM paragraphs WHERE id = ?", (use.paragraph,)
    ).fetchone()
    return uses(
        connection,
        "p.document = ? AND p.part = ? AND p.annex = ? AND p.kind = ? AND p.level = ?"
        " ORDER BY p.place",
        (document_id, use.part, annex, kind, level),
    )


def _figures(label: str) -> str:
    return "".join(sign for sign in label if sign.isdigit())

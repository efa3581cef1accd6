"""Finds precedents: candidates from the index, ranked by likeness and standing, a family a row.

A `Searcher` belongs to the one thread that made it. It holds a read-only connection and the open
indexes, sees what an import commits while it runs, and gives up between two chunks of work when
the caller says that the answer is no longer wanted.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from drafter.core.errors import CorpusError
from drafter.core.model import Organ, Part
from drafter.corpus.asking import NO_FILTERS, Answer, Precedent, Query, Strength, Use
from drafter.corpus.index import Candidate, IndexReader, Narrowing
from drafter.corpus.index_state import State, read_state
from drafter.corpus.indexing import AGREED, index_folder, open_index, organ_trait, part_trait
from drafter.corpus.rank import Stale, StaleQueryError, Standing, bonus, likenesses
from drafter.corpus.schema import (
    COUNTED,
    connect_to_read,
    identity,
    known_errors,
    one_state,
    version,
)
from drafter.corpus.standing import ORGAN_BITS, PART_BITS, organs_of
from drafter.corpus.tokens import folded_words

CANDIDATES = 200
LEAST_SCORE = 50.0
"""What is less like the query than this is not shown."""
NARROWED_CANDIDATES = 400
"""More when uses are filtered: some candidates have each trait, but not in one use."""


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    words: str
    family: int
    standing: Standing
    latest: int


class Searcher:
    """Searches one corpus; for one thread.

    Raises:
        CorpusError: from every method, when the corpus cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._connection = connect_to_read(folder)
        self._indexes: dict[str, tuple[State, IndexReader]] = {}
        self._paragraphs: dict[str, tuple[int, int]] = {}

    def close(self) -> None:
        """Gives the files free."""
        for _, reader in self._indexes.values():
            reader.close()
        self._indexes.clear()
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def connection(self) -> sqlite3.Connection:
        """The read-only connection, for the register and the reader in the same thread."""
        return self._connection

    def languages(self) -> tuple[str, ...]:
        """The languages of the corpus."""
        with known_errors(self._folder):
            rows = self._connection.execute("SELECT code FROM languages ORDER BY code")
            return tuple(str(row[0]) for row in rows)

    def warm_up(self, language: str) -> None:
        """Reads what a first search would wait for."""
        words = folded_words("a b c")
        reader = self._reader(language)[0]
        if reader is not None:
            found = reader.candidates(words, is_unfinished=True, limit=CANDIDATES)
            self._rows(found, Query("", language))

    def suggest(self, query: Query, is_stale: Stale = lambda: False) -> Answer | None:
        """The precedents for a text, the likeliest first; None when `is_stale` said so."""
        try:
            with known_errors(self._folder), one_state(self._connection):
                return self._suggest(query, is_stale)
        except StaleQueryError:
            return None

    def _suggest(self, query: Query, is_stale: Stale) -> Answer:
        words = folded_words(query.text)
        reader, generation = self._reader(query.language)
        if reader is None:
            return Answer((), self._count(query.language, generation))
        is_behind = self._indexes[query.language][0].generation < generation
        words = reader.mended(words, is_unfinished=_is_unfinished(query))
        found = self._candidates(reader, words, query)
        if is_stale():
            raise StaleQueryError
        rows = self._rows(found, query)
        shares = {one.wording: one.share for one in found}
        scores = likenesses(words, {row.id: row.words for row in rows}, shares, is_stale)
        newest = max((row.standing.last_year or 0 for row in rows), default=0)
        rows.sort(key=lambda row: -(scores[row.id] + bonus(row.standing, newest)))
        precedents = self._precedents(rows, scores, query, is_stale)
        return Answer(precedents, self._count(query.language, generation), is_behind)

    def _candidates(self, reader: IndexReader, words: str, query: Query) -> list[Candidate]:
        filters = query.filters
        traits = [part_trait(filters.part)] if filters.part else []
        if filters.organ:
            traits.append(organ_trait(filters.organ))
        if filters.agreed_only:
            traits.append(AGREED)
        return reader.candidates(
            words,
            is_unfinished=_is_unfinished(query),
            limit=CANDIDATES if filters == NO_FILTERS else NARROWED_CANDIDATES,
            narrowing=Narrowing(tuple(traits), filters.first_year, filters.last_year),
        )

    def _rows(self, found: Sequence[Candidate], query: Query) -> list[_Row]:
        part = PART_BITS[query.part] if query.part else 0
        organ = ORGAN_BITS[query.organ] if query.organ else 0
        rows = self._connection.execute(
            "SELECT id, words, family, uses, last_year, parts, organs, latest FROM wordings"
            " WHERE id IN (SELECT value FROM json_each(?)) AND uses > 0",
            (json.dumps(sorted(one.wording for one in found)),),
        )
        return [
            _Row(
                id=row[0],
                words=row[1],
                family=row[2],
                standing=Standing(
                    row[3], row[4], len(row[1]), bool(row[5] & part), bool(row[6] & organ)
                ),
                latest=row[7],
            )
            for row in rows
        ]

    def _precedents(
        self, rows: Sequence[_Row], scores: dict[int, float], query: Query, is_stale: Stale
    ) -> tuple[Precedent, ...]:
        shown: dict[int, Precedent] = {}
        for row in rows:
            if len(shown) >= query.limit:
                break
            if row.family in shown or scores[row.id] < LEAST_SCORE:
                continue
            if is_stale():
                raise StaleQueryError
            use = self._newest_use(row, query)
            if use is not None:
                shown[row.family] = self._precedent(row, use, scores[row.id])
        return tuple(shown.values())

    def _newest_use(self, row: _Row, query: Query) -> Use | None:
        """The newest use of a wording that the query asks for."""
        if query.filters == NO_FILTERS and not query.exclude:
            return next(iter(uses(self._connection, "p.id = ?", (row.latest,))), None)
        condition, values = _condition(query)
        found = uses(
            self._connection,
            f"p.wording = ? {condition} ORDER BY coalesce(d.adopted, d.year, '') DESC LIMIT 1",
            (row.id, *values),
        )
        return next(iter(found), None)

    def _precedent(self, row: _Row, use: Use, score: float) -> Precedent:
        count, first, last, organs, agreed, voted, latest = self._connection.execute(
            "SELECT uses, first_year, last_year, organs, agreed, voted, latest FROM families"
            " WHERE id = ?",
            (row.family,),
        ).fetchone()
        symbols = self._connection.execute(
            "SELECT d.symbol FROM json_each(?) j JOIN paragraphs p ON p.id = j.value"
            " JOIN documents d ON d.id = p.document ORDER BY j.key",
            (latest,),
        )
        also_in = dict.fromkeys(str(symbol) for (symbol,) in symbols if symbol != use.symbol)
        strength = Strength(count, first, last, organs_of(organs), agreed, voted)
        return Precedent(use, round(score, 1), strength, tuple(also_in), row.id, row.family)

    def _reader(self, code: str) -> tuple[IndexReader | None, int]:
        """The index of a language as it is now, and the generation of the corpus."""
        row = self._connection.execute(
            "SELECT generation FROM languages WHERE code = ?", (code,)
        ).fetchone()
        generation = int(row[0]) if row else 0
        state = read_state(index_folder(self._folder, code))
        known = self._indexes.get(code)
        if state is None or state.identity != identity(self._connection):
            return None, generation
        if known and known[0] == state:
            return known[1], generation
        if known and known[0].identity == state.identity and known[0].generation < state.generation:
            known[1].reload()
            self._indexes[code] = (state, known[1])
        else:
            reader = open_index(self._folder, code)
            if reader is None:
                raise CorpusError(
                    f"The index for {code} in {self._folder} is being made. Try again in a moment."
                )
            if known:
                known[1].close()
            self._indexes[code] = (state, reader)
        return self._indexes[code][1], generation

    def _count(self, code: str, generation: int) -> int:
        known = self._paragraphs.get(code)
        if known is None or known[0] != generation:
            question = "SELECT paragraphs FROM languages WHERE code = ?"
            if version(self._connection) < (1, 1):
                question = COUNTED.format(language="?")
            row = self._connection.execute(question, (code,)).fetchone()
            known = self._paragraphs[code] = (generation, int(row[0]) if row else 0)
        return known[1]


def _is_unfinished(query: Query) -> bool:
    """Whether the last word may go on."""
    return query.text[-1:].isalnum()


_USES = (
    "SELECT p.id, d.id, p.place, d.symbol, d.language, d.organ, p.part, p.label, d.adopted,"
    " d.year, d.agreed, d.title, coalesce(p.text, w.text)"
    " FROM paragraphs p JOIN documents d ON d.id = p.document"
    " LEFT JOIN wordings w ON w.id = p.wording WHERE "
)


def uses(
    connection: sqlite3.Connection, condition: str, values: Sequence[object]
) -> tuple[Use, ...]:
    """The paragraphs (`p`) of documents (`d`) that a condition of this program's own asks for."""
    rows = connection.execute(_USES + condition, values)
    return tuple(
        Use(
            paragraph=row[0],
            document=row[1],
            place=row[2],
            symbol=row[3],
            language=row[4],
            organ=Organ(row[5]),
            part=Part(row[6]),
            label=row[7],
            adopted=row[8],
            year=row[9],
            agreed=None if row[10] is None else bool(row[10]),
            title=row[11],
            text=row[12],
        )
        for row in rows
    )


def _condition(query: Query) -> tuple[str, tuple[object, ...]]:
    filters = query.filters
    asked = (
        ("p.part = ?", filters.part),
        ("d.organ = ?", filters.organ),
        ("d.year >= ?", filters.first_year),
        ("d.year <= ?", filters.last_year),
        ("d.agreed = ?", 1 if filters.agreed_only else None),
        ("d.symbol != ?", query.exclude or None),
    )
    wanted = [(words, value) for words, value in asked if value is not None]
    return (
        "".join(f" AND {words}" for words, _ in wanted),
        tuple(value for _, value in wanted),
    )

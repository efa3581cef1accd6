"""Finds precedents: candidates from the index, ranked by likeness and standing, a family a row.

A `Searcher` belongs to the one thread that made it. It holds a read-only connection and the open
indexes, sees what an import commits while it runs, and gives up between two chunks of work when
the caller says that the answer is no longer wanted.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from drafter.core.errors import CorpusError
from drafter.core.model import Organ, Part
from drafter.corpus.asking import NO_FILTERS, Answer, Precedent, Query, Strength, Use
from drafter.corpus.index import Candidate, IndexReader, Narrowing
from drafter.corpus.index_state import State, read_state, stamp_of_state
from drafter.corpus.indexing import AGREED, index_folder, open_index, organ_trait, part_trait
from drafter.corpus.rank import LEAST_LIKENESS, Stale, StaleQueryError, Standing, bonus, likenesses
from drafter.corpus.schema import (
    COUNTED,
    connect_to_read,
    identity,
    known_errors,
    one_state,
    version,
)
from drafter.corpus.standing import DATED, ORGAN_BITS, PART_BITS, organs_of
from drafter.corpus.tokens import folded_words, storable

CANDIDATES = 200
NARROWED_CANDIDATES = 400
"""More when uses are filtered: some candidates have each trait, but not in one use."""


class _Ranked(NamedTuple):
    """A candidate with what it is ranked by, and its likeness."""

    rank: float
    score: float
    candidate: Candidate


class Searcher:
    """Searches one corpus; for one thread.

    Raises:
        CorpusError: from every method, when the corpus cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._connection = connect_to_read(folder)
        self._indexes: dict[str, tuple[State, IndexReader]] = {}
        self._states: dict[str, tuple[tuple[int, int, int] | None, State | None]] = {}
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
            reader.candidates(words, is_unfinished=True, limit=CANDIDATES)

    def suggest(self, query: Query, is_stale: Stale = lambda: False) -> Answer | None:
        """The precedents for a text, the likeliest first; None when `is_stale` said so."""
        was_open = query.language in self._indexes
        try:
            with known_errors(self._folder), one_state(self._connection):
                return self._suggest(query, is_stale)
        except StaleQueryError:
            return None
        except CorpusError:
            self._close_index(query.language)
            if not was_open:
                raise
        return self.suggest(query, is_stale)  # the index may have been made again meanwhile

    def _suggest(self, query: Query, is_stale: Stale) -> Answer:
        words = folded_words(query.text)
        reader, generation = self._reader(query.language)
        if reader is None:
            count = self._count(query.language, generation)
            return Answer((), count, is_behind=generation > 0)
        is_behind = self._indexes[query.language][0].generation < generation
        words = reader.mended(words, is_unfinished=_is_unfinished(query))
        found = self._candidates(reader, words, query)
        if is_stale():
            raise StaleQueryError
        ranked = _ranked(words, found, query, is_stale)
        precedents = self._precedents(ranked, query, is_stale)
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

    def _precedents(
        self, ranked: Sequence[_Ranked], query: Query, is_stale: Stale
    ) -> tuple[Precedent, ...]:
        """The best of each family in a use that is asked for, until there are enough."""
        shown: dict[int, tuple[_Ranked, Use]] = {}
        for one in ranked:
            if len(shown) >= query.limit:
                break
            family = one.candidate.family
            if family in shown:
                continue
            if is_stale():
                raise StaleQueryError
            use = self._newest_use(one.candidate, query)
            if use is not None:
                shown[family] = one, use
        strengths = self._strengths(shown)
        symbols = self._symbols(shown)
        return tuple(
            Precedent(
                use,
                round(one.score, 1),
                strengths[family],
                tuple(symbol for symbol in symbols[family] if symbol != use.symbol),
                one.candidate.wording,
                family,
            )
            for family, (one, use) in shown.items()
        )

    def _newest_use(self, one: Candidate, query: Query) -> Use | None:
        """The newest use of a wording that the query asks for, if the corpus still has it."""
        still = "FROM wordings WHERE id = ? AND family = ? AND uses > 0"
        named = (one.wording, one.family)
        if query.filters == NO_FILTERS and not storable(query.exclude):
            found = uses(self._connection, f"p.id = (SELECT latest {still})", named)
            return next(iter(found), None)
        condition, values = _condition(query)
        found = uses(
            self._connection,
            f"p.wording = (SELECT id {still}) {condition} ORDER BY {DATED} DESC, p.id DESC LIMIT 1",
            (*named, *values),
        )
        return next(iter(found), None)

    def _strengths(self, families: Iterable[int]) -> dict[int, Strength]:
        rows = self._connection.execute(
            "SELECT id, uses, first_year, last_year, organs, agreed, voted FROM families"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(families)),),
        )
        return {
            family: Strength(count, first, last, organs_of(organs), agreed, voted)
            for family, count, first, last, organs, agreed, voted in rows
        }

    def _symbols(self, families: Iterable[int]) -> dict[int, dict[str, None]]:
        """The symbols of the families' newest documents, each once."""
        symbols: dict[int, dict[str, None]] = {family: {} for family in families}
        rows = self._connection.execute(
            "SELECT f.id, d.symbol FROM json_each(?) asked JOIN families f ON f.id = asked.value"
            " JOIN json_each(f.latest) j JOIN paragraphs p ON p.id = j.value"
            " JOIN documents d ON d.id = p.document ORDER BY asked.key, j.key",
            (json.dumps(list(symbols)),),
        )
        for family, symbol in rows:
            symbols[family][symbol] = None
        return symbols

    def _reader(self, code: str) -> tuple[IndexReader | None, int]:
        """The index of a language as it is now, and the generation of the corpus."""
        row = self._connection.execute(
            "SELECT generation FROM languages WHERE code = ?", (code,)
        ).fetchone()
        generation = int(row[0]) if row else 0
        state = self._state(code)
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

    def _state(self, code: str) -> State | None:
        """The state of a language's index, read again when its file has changed."""
        place = index_folder(self._folder, code)
        stamp = stamp_of_state(place)
        known = self._states.get(code)
        if known is None or known[0] != stamp:
            known = self._states[code] = stamp, read_state(place)
        return known[1]

    def _close_index(self, code: str) -> None:
        """Gives an index free, so that the next search takes it as it is then."""
        known = self._indexes.pop(code, None)
        if known is not None:
            known[1].close()

    def _count(self, code: str, generation: int) -> int:
        known = self._paragraphs.get(code)
        if known is None or known[0] != generation:
            question = "SELECT paragraphs FROM languages WHERE code = ?"
            if version(self._connection) < (1, 1):
                question = COUNTED.format(language="?")
            row = self._connection.execute(question, (code,)).fetchone()
            known = self._paragraphs[code] = (generation, int(row[0]) if row else 0)
        return known[1]


def _ranked(words: str, found: Sequence[Candidate], query: Query, is_stale: Stale) -> list[_Ranked]:
    """The candidates that are like the query, the likeliest first."""
    found = sorted(found)  # of equals the older comes first
    part = PART_BITS[query.part] if query.part else 0
    organ = ORGAN_BITS[query.organ] if query.organ else 0
    texts, shares = [one.words for one in found], [one.share for one in found]
    scores = likenesses(words, texts, shares, is_stale)
    newest = max((one.last_year for one in found), default=0)
    ranked: list[_Ranked] = []
    for one, score in zip(found, scores, strict=True):
        if score < LEAST_LIKENESS:
            continue
        is_same = bool(one.parts & part), bool(one.organs & organ)
        standing = Standing(one.uses, one.last_year, len(one.words), *is_same)
        ranked.append(_Ranked(score + bonus(standing, newest), score, one))
    ranked.sort(key=itemgetter(0), reverse=True)
    return ranked


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
        ("d.symbol != ?", storable(query.exclude) or None),
    )
    wanted = [(words, value) for words, value in asked if value is not None]
    return (
        "".join(f" AND {words}" for words, _ in wanted),
        tuple(value for _, value in wanted),
    )

"""The index of one language: which wordings share words with a query; derived, and thrown away
when in doubt.

A folder of tantivy files; `index_state` says which corpus and which generation of it they hold.
"""

from __future__ import annotations

import math
import shutil
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, cast

import tantivy

from drafter.core.errors import CorpusError
from drafter.corpus.index_state import State, share_rights, words_mark, write_state
from drafter.corpus.index_words import WordsMark, WordsReader, WordsWriter
from drafter.corpus.mending import mended
from drafter.corpus.tokens import heads, terms

_HEAP_BYTES = 32_000_000
_WORDS, _TRAITS, _ID, _FIRST, _LAST = "words", "traits", "id", "first_year", "last_year"
_FAMILY, _USES, _PARTS, _ORGANS = "family", "uses", "parts", "organs"
_PLACE, _BYTES = "place", "bytes"
_OCCUR = tantivy.Occur
_QUERY = tantivy.Query

LEAST_TERMS, SURE_TERMS, MOST_TERMS = 2, 4, 24
COMMON_SHARE = 0.25
"""A term in more of the rows than this tells nothing once there are `LEAST_TERMS` others."""
MOST_ROWS = 500_000
"""Reading more than these costs milliseconds and, after `SURE_TERMS`, tells little."""
COMPLETIONS = 6
COMPLETION_WEIGHT = 0.6
NEIGHBOUR_WEIGHT = 0.8
MOST_NEIGHBOURS = 3
SHORTEST_NEIGHBOUR = 4
_NEIGHBOURLY = range(SHORTEST_NEIGHBOUR, 65)
"""How long a word is whose neighbours are looked for; what is longer is no word."""
_NEIGHBOUR_ROWS = 50
_KNOWN_ROWS = 20_000
"""Of how many words the number of rows is remembered."""
HEAD_WEIGHT = 3.0
_DISK_FULL = ("No space left", "File too large", "io::Error")
"""How the system and tantivy, which does not tell the reason of its threads, say it."""


@dataclass(frozen=True, slots=True)
class IndexedWording:
    """What the index holds of a wording; years are 0 when unknown, `parts` and `organs` bits."""

    id: int
    words: str
    family: int
    uses: int
    traits: tuple[str, ...]
    parts: int
    organs: int
    first_year: int
    last_year: int


class Candidate(NamedTuple):
    """A wording that shares words with the query.

    `share` is the weight of the query's words that it has, 0 to 1. All else is as the index had it
    when it was last brought level with the corpus.
    """

    wording: int
    share: float
    words: str
    family: int
    uses: int
    last_year: int
    parts: int
    organs: int


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What every candidate must have: all traits, and a year in the range."""

    traits: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None


NO_NARROWING = Narrowing()


class IndexWriter:
    """Writes the index of a language; the holder of the writing lock only."""

    def __init__(self, folder: Path, *, afresh: bool) -> None:
        self._folder = folder
        self._is_afresh = afresh
        self._state: tuple[State, WordsMark] | None = None
        with _in_words(folder):
            if afresh and folder.exists():
                shutil.rmtree(folder)
            folder.mkdir(parents=True, exist_ok=True)
            self._index = tantivy.Index(_schema(), path=str(folder))
            self._writer = self._index.writer(_HEAP_BYTES, 1)
            self._words = WordsWriter(folder, None if afresh else words_mark(folder))

    def put(self, wordings: Iterable[IndexedWording]) -> None:
        """Takes up wordings anew, in place of what was there of them."""
        with _in_words(self._folder):
            for wording in wordings:
                if not self._is_afresh:  # what is to be deleted stays in memory till the commit
                    self._writer.delete_documents_by_term(_ID, wording.id)
                place = self._words.put(wording.id, wording.words)
                self._writer.add_document(_document(wording, place))

    def drop(self, ids: Iterable[int]) -> None:
        """Forgets wordings."""
        with _in_words(self._folder):
            for one in ids:
                self._writer.delete_documents_by_term(_ID, one)

    def commit(self, state: State) -> None:
        """Keeps what was taken up and then says so."""
        with _in_words(self._folder):
            mark = self._words.kept()  # before what points into it
            self._writer.commit()
            share_rights(self._folder)
            write_state(self._folder, state, mark)
        self._state = (state, mark)
        self._is_afresh = False

    def close(self) -> None:
        """Waits for the merging of segments, which makes other files, and gives them free."""
        with _in_words(self._folder):
            try:
                self._writer.wait_merging_threads()
            finally:
                self._words.close()
            if self._state is not None:
                write_state(self._folder, *self._state)


class IndexReader:
    """Finds candidates; for the one thread that made it, which closes it in the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._links: TemporaryDirectory[str] | None = None
        self._words = WordsReader(folder)
        with _in_words(folder):
            try:
                self._open(folder)
            except ValueError as error:
                if "Lockfile" not in str(error):
                    raise
                self._open_read_only()

    def reload(self) -> None:
        """Sees what was committed since."""
        with _in_words(self._folder):
            if self._links is not None:
                self._open_read_only()
                return
            self._index.reload()
            self._look()

    def _open(self, place: Path) -> None:
        self._index = tantivy.Index.open(str(place))
        self._index.config_reader("manual")
        self._index.reload()
        self._schema = self._index.schema
        self._look()

    def _look(self) -> None:
        """Takes the files as they are now; the words after what points into them."""
        self._searcher = self._index.searcher()
        self._known_rows: dict[str, int] = {}
        self._words.open()

    def _open_read_only(self) -> None:
        """Opens the files through links: tantivy wants to lock the folder even to read in it."""
        links = TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True)
        for file in self._folder.iterdir():
            if not file.name.endswith(".lock"):
                _link_or_copy(file, Path(links.name) / file.name)
        self._open(Path(links.name))
        self._remove_links()
        self._links = links

    def close(self) -> None:
        """Gives the files free, as far as tantivy does."""
        self._words.close()
        self._remove_links()

    def _remove_links(self) -> None:
        if self._links is not None:
            self._links.cleanup()
            self._links = None

    @property
    def wordings(self) -> int:
        """How many wordings there are."""
        return self._searcher.num_docs

    def candidates(
        self,
        words: str,
        *,
        is_unfinished: bool,
        limit: int,
        narrowing: Narrowing = NO_NARROWING,
    ) -> list[Candidate]:
        """The wordings that share most of the query's weight, best first.

        `words` are folded; `is_unfinished` says that the last of them may go on.
        """
        with _in_words(self._folder):
            query, whole = self._query(terms(words), is_unfinished)
            if not whole:
                return []
            query = self._narrowed(query, narrowing)
            hits = self._searcher.search(query, limit, count=False).hits
            shares = [min(1.0, score / whole) for score, _ in hits]
            return self._found([address for _, address in hits], shares)

    def _found(self, addresses: list[Any], shares: list[float]) -> list[Candidate]:
        def values(field: str) -> list[int]:
            return cast("list[int]", self._searcher.fast_field_values(field, addresses))

        ids = values(_ID)
        words = self._words.read(ids, values(_PLACE), values(_BYTES))
        standing = (values(field) for field in (_FAMILY, _USES, _LAST, _PARTS, _ORGANS))
        return list(map(Candidate, ids, shares, words, *standing))

    def mended(self, words: str, *, is_unfinished: bool) -> str:
        """The folded words with what is evidently mistyped put right."""
        with _in_words(self._folder):
            right = mended(words.split(), self._rows, self._starting, is_unfinished=is_unfinished)
        return " ".join(right)

    def ids(self) -> set[int]:
        """All wordings of the index."""
        count = max(1, self._searcher.num_docs)
        with _in_words(self._folder):
            hits = self._searcher.search(_QUERY.all_query(), count, count=False).hits
            values = self._searcher.fast_field_values(_ID, [address for _, address in hits])
        return {int(one or 0) for one in values}

    def _query(self, query_terms: Sequence[str], is_unfinished: bool) -> tuple[Any, float]:  # noqa: FBT001 - private
        """The query and the weight of all its words together."""
        last = query_terms[-1] if is_unfinished and query_terms else None
        whole = query_terms[:-1] if last else query_terms
        telling = _Telling(self.wordings)
        unknown = self._add_known(whole, telling)
        if last and not self._add_completions(last, telling):
            unknown.append(last)
        parts = telling.parts
        missing = NEIGHBOUR_WEIGHT * self._weight(min(_NEIGHBOUR_ROWS, self.wordings // 10))
        weight = sum(one for _, one in parts) + missing * len(unknown)
        for word in [one for one in unknown if len(one) in _NEIGHBOURLY][:MOST_NEIGHBOURS]:
            near = _QUERY.fuzzy_term_query(
                self._schema, _WORDS, word, 1, transposition_cost_one=True
            )
            parts.append((near, missing))
        parts.extend(
            (_QUERY.term_query(self._schema, _WORDS, head, "basic"), HEAD_WEIGHT)
            for head in heads(whole)
            if self._rows(head)
        )
        scored = [(_OCCUR.Should, _QUERY.const_score_query(q, w)) for q, w in parts if w > 0]
        return _QUERY.boolean_query(scored), weight

    def _add_known(self, words: Sequence[str], telling: _Telling) -> list[str]:
        """Adds the words that the index has, the rarest first; the others are returned."""
        counted = sorted((self._rows(word), word) for word in dict.fromkeys(words))
        for rows, word in counted:
            if rows and telling.is_helped_by(rows):
                query = _QUERY.term_query(self._schema, _WORDS, word, "basic")
                telling.add(query, self._weight(rows), rows)
        return [word for rows, word in counted if not rows]

    def _add_completions(self, start: str, telling: _Telling) -> bool:
        """Adds the commonest words with this start, as one; False when there are none."""
        found = self._searcher.terms_with_prefix(_WORDS, start, limit=COMPLETIONS)
        if not found:
            return False
        rows = sum(rows for _, rows in found)
        if telling.affords(rows):
            any_of = _QUERY.boolean_query(
                [
                    (_OCCUR.Should, _QUERY.term_query(self._schema, _WORDS, word, "basic"))
                    for word, _ in found
                ]
            )
            telling.add(any_of, COMPLETION_WEIGHT * self._weight(rows), rows)
        return True

    def _rows(self, word: str) -> int:
        rows = self._known_rows.get(word)
        if rows is None:
            if len(self._known_rows) >= _KNOWN_ROWS:
                self._known_rows.clear()
            rows = self._known_rows[word] = self._searcher.doc_freq(_WORDS, word)
        return rows

    def _starting(self, start: str) -> int:
        return sum(rows for _, rows in self._searcher.terms_with_prefix(_WORDS, start, limit=1))

    def _weight(self, rows: int) -> float:
        total = self._searcher.num_docs
        return math.log1p(max(0.0, total - rows + 0.5) / (rows + 0.5))

    def _narrowed(self, query: Any, narrowing: Narrowing) -> Any:
        if narrowing == NO_NARROWING:
            return query
        must: list[tuple[tantivy.Occur, Any]] = [(_OCCUR.Must, query)]
        for trait in narrowing.traits:
            term = _QUERY.term_query(self._schema, _TRAITS, trait, "basic")
            must.append((_OCCUR.Must, _QUERY.const_score_query(term, 0.0)))
        if narrowing.first_year is not None:
            must.append((_OCCUR.Must, self._years(_LAST, narrowing.first_year, None)))
        if narrowing.last_year is not None:
            must.append((_OCCUR.Must, self._years(_FIRST, None, narrowing.last_year)))
        return _QUERY.boolean_query(must)

    def _years(self, field: str, first: int | None, last: int | None) -> Any:
        kind = tantivy.FieldType.Unsigned
        years = _QUERY.range_query(
            self._schema, field, kind, 1 if first is None else first, 9999 if last is None else last
        )
        return _QUERY.const_score_query(years, 0.0)


class _Telling:
    """The words of a query by which candidates are found, with their weights: the rarest, until
    more would cost much and tell little.
    """

    def __init__(self, wordings: int) -> None:
        self._common = COMMON_SHARE * wordings
        self._rows = 0
        self.parts: list[tuple[Any, float]] = []

    def is_helped_by(self, rows: int) -> bool:
        """Whether a word that is in so many rows should be added."""
        count = len(self.parts)
        if count < LEAST_TERMS:
            return True
        return count < MOST_TERMS and rows <= self._common and self.affords(rows)

    def affords(self, rows: int) -> bool:
        """Whether so many rows more can be read."""
        return len(self.parts) < SURE_TERMS or self._rows + rows <= MOST_ROWS

    def add(self, query: Any, weight: float, rows: int) -> None:
        """Adds a word, or several that count as one."""
        self.parts.append((query, weight))
        self._rows += rows


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(_WORDS, tokenizer_name="whitespace", index_option="basic")
    builder.add_text_field(_TRAITS, tokenizer_name="whitespace", index_option="basic")
    # Signed, because a term to delete by is made signed.
    builder.add_integer_field(_ID, fast=True, indexed=True)
    for field in (_FIRST, _LAST, _FAMILY, _USES, _PARTS, _ORGANS, _PLACE, _BYTES):
        builder.add_unsigned_field(field, fast=True)
    return builder.build()


def _document(wording: IndexedWording, place: tuple[int, int]) -> tantivy.Document:
    all_terms = terms(wording.words)
    document = tantivy.Document()
    document.add_text(_WORDS, " ".join((*all_terms, *heads(all_terms))))
    document.add_text(_TRAITS, " ".join(wording.traits))
    document.add_integer(_ID, wording.id)
    for field, value in (
        (_FIRST, wording.first_year),
        (_LAST, wording.last_year),
        (_FAMILY, wording.family),
        (_USES, wording.uses),
        (_PARTS, wording.parts),
        (_ORGANS, wording.organs),
        (_PLACE, place[0]),
        (_BYTES, place[1]),
    ):
        document.add_unsigned(field, value)
    return document


def _link_or_copy(file: Path, link: Path) -> None:
    try:
        link.symlink_to(file.resolve())
    except OSError:  # Windows wants a right for links that few have
        shutil.copyfile(file, link)


@contextmanager
def _in_words(folder: Path) -> Generator[None]:
    """Turns what tantivy and the system say into words for people."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise _failed(folder, error) from error
    except BaseException as error:
        # A damaged file can make tantivy panic; the panic has no class that could be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise _failed(folder, error) from error


def _failed(folder: Path, error: BaseException) -> CorpusError:
    said = str(error)
    if any(sign in said for sign in _DISK_FULL):
        return CorpusError(
            f"The disk is full, or failed: the index in {folder} could not be written. The texts "
            "are kept; make room, and the index is made up for at the next start."
        )
    return CorpusError(
        f"The index in {folder} cannot be used ({said}). The texts are kept; "
        "make it again with: drafter corpus rebuild"
    )

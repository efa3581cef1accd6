"""Import: reads files in other processes, writes what they give, says how far it has come.

One bad file never stops the rest. What was committed stays, whatever happens after: a cancelled or
killed import leaves a whole corpus with fewer documents in it.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Self

from drafter.corpus.indexing import Indexes
from drafter.corpus.prepare import Prepared
from drafter.corpus.readers import Readers, read_item, reading_processes
from drafter.corpus.register import seed_register
from drafter.corpus.schema import (
    FILE,
    closed_if_it_fails,
    connect_to_write,
    create,
    known_errors,
    writing_lock,
)
from drafter.corpus.sources import Item, Refusal, items, total_bytes
from drafter.corpus.store import Outcome, Store
from drafter.corpus.upkeep import renew

_log = logging.getLogger(__name__)

INLINE_BYTES = 400_000
"""Less than this is read faster here than in processes that have to start first."""
_WAIT_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import has come; `part` is 0 to 1 of the bytes given."""

    part: float
    taken: int
    skipped: int
    refused: int
    paragraphs: int
    name: str


@dataclass(frozen=True, slots=True)
class Report:
    """What became of an import: symbols and languages of documents added and replaced, what was
    there already in the same or a newer form, what was refused with the reason, and how many files
    were passed over since nobody would look for a text in them.
    """

    added: tuple[tuple[str, str], ...]
    replaced: tuple[tuple[str, str], ...]
    same: tuple[tuple[str, str], ...]
    older: tuple[tuple[str, str], ...]
    refused: tuple[Refusal, ...]
    paragraphs: int
    is_cancelled: bool = False
    passed_over: int = 0


Tell = Callable[[Progress], None]
Cancelled = Callable[[], bool]


def add(
    folder: Path,
    paths: Sequence[Path],
    tell: Tell = lambda _: None,
    is_cancelled: Cancelled = lambda: False,
    languages: Sequence[str] = (),
) -> Report:
    """Adds files, folders and archives to the corpus in a folder, and makes it if need be.

    With `languages` what is in another language is passed over.

    Raises:
        CorpusError: the corpus cannot be written; what was committed before stays.
    """
    _make_ready(folder)
    total = total_bytes(paths)
    with writing_lock(folder), known_errors(folder), _Import(folder, total, tell) as run:
        read = _read_here if total < INLINE_BYTES else _read_elsewhere
        for item, result in read(items(paths), languages):
            if is_cancelled():
                return run.report(is_cancelled=True)
            run.take(item, result)
        return run.report()


def add_prepared(folder: Path, documents: Iterable[Prepared]) -> Report:
    """Adds documents that are ready, as from memory."""
    _make_ready(folder)
    with writing_lock(folder), known_errors(folder), _Import(folder, 0, lambda _: None) as run:
        for document in documents:
            run.take(None, document)
        return run.report()


def _make_ready(folder: Path) -> None:
    if (folder / FILE).exists():
        renew(folder)
    else:
        create(folder)


@dataclass(slots=True)
class _Lists:
    by_outcome: dict[Outcome, list[tuple[str, str]]] = field(
        default_factory=dict[Outcome, list[tuple[str, str]]]
    )
    refused: list[Refusal] = field(default_factory=list[Refusal])
    passed_over: int = 0
    paragraphs: int = 0


class _Import:
    """The writing half, for the time of the writing lock."""

    def __init__(self, folder: Path, total: int, tell: Tell) -> None:
        self._folder = folder
        self._total = total
        self._tell = tell
        self._lists = _Lists()
        self._counts: Counter[Outcome] = Counter()

    def __enter__(self) -> Self:
        self._connection = connect_to_write(self._folder)
        with closed_if_it_fails(self._connection):
            seed_register(self._connection)
            self._store = Store(self._connection)
            self._indexes = Indexes(self._connection, self._folder)
            with closed_if_it_fails(self._indexes):
                self._indexes.update()
        return self

    def __exit__(self, *_: object) -> None:
        with closing(self._connection), closing(self._indexes):
            self._store.roll_back()

    def take(self, item: Item | None, result: Prepared | Refusal | None) -> None:
        """Stores a document, or notes why there is none; None was passed over on purpose."""
        if isinstance(result, Refusal) and result.is_foreign:
            self._lists.passed_over += 1
        elif isinstance(result, Refusal):
            self._lists.refused.append(result)
        elif result is not None:
            outcome = self._store.add(result)
            named = (result.symbol, result.language)
            self._lists.by_outcome.setdefault(outcome, []).append(named)
            self._counts[outcome] += 1
            if outcome in {Outcome.ADDED, Outcome.REPLACED}:
                self._lists.paragraphs += len(result.paragraphs)
            if self._store.is_due:
                self._commit()
        if item is not None:
            self._tell(self._progress(item))

    def report(self, *, is_cancelled: bool = False) -> Report:
        """Commits what is left and says what became of everything."""
        self._commit()
        lists = self._lists
        named = {outcome: tuple(lists.by_outcome.get(outcome, ())) for outcome in Outcome}
        return Report(
            added=named[Outcome.ADDED],
            replaced=named[Outcome.REPLACED],
            same=named[Outcome.SAME],
            older=named[Outcome.OLDER],
            refused=tuple(lists.refused),
            paragraphs=lists.paragraphs,
            is_cancelled=is_cancelled,
            passed_over=lists.passed_over,
        )

    def _commit(self) -> None:
        self._store.commit()
        self._indexes.update()

    def _progress(self, item: Item) -> Progress:
        counts = self._counts
        return Progress(
            part=min(1.0, item.position / self._total) if self._total else 1.0,
            taken=counts[Outcome.ADDED] + counts[Outcome.REPLACED],
            skipped=counts[Outcome.SAME] + counts[Outcome.OLDER],
            refused=len(self._lists.refused),
            paragraphs=self._lists.paragraphs,
            name=item.name,
        )


_Found = tuple[Item | None, Prepared | Refusal | None]


def _read_here(found: Iterator[Item | Refusal], languages: Sequence[str]) -> Iterator[_Found]:
    for one in found:
        if isinstance(one, Refusal):
            yield None, one
            continue
        yield one, _read(one, languages)


def _read(item: Item, languages: Sequence[str]) -> Prepared | Refusal | None:
    try:
        return read_item(item, languages)
    except Exception:  # noqa: BLE001 - a border: one bad file never stops the rest
        _log.exception("A fault of the program over one file of an import.")
        return Refusal(item.name, "The program has a fault that this file brings out.")


def _read_elsewhere(found: Iterator[Item | Refusal], languages: Sequence[str]) -> Iterator[_Found]:
    readers = Readers(reading_processes(), partial(read_item, languages=languages))
    try:
        for one in found:
            if isinstance(one, Refusal):
                yield None, one
                continue
            while not readers.has_room:
                yield from _results(readers)
            readers.submit(one)
        while not readers.is_idle:
            yield from _results(readers)
    finally:
        readers.close()


def _results(readers: Readers) -> Iterator[_Found]:
    yield None, None  # a cancel is seen while all wait for one file
    yield from readers.results(_WAIT_SECONDS)

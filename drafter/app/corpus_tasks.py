"""Pieces of work on a corpus, each done in a process of its own, and what is told of them.

A task is a value that goes into the other process; what comes back is of this module as well. The
engine is imported there and only there: loading it would stop the window for a tenth of a second.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from drafter.core.errors import CorpusError

if TYPE_CHECKING:
    from drafter.corpus.getting import Getting
    from drafter.corpus.importing import Progress, Report

_TELL_SECONDS = 0.1
_PATIENCE_SECONDS = 10.0
"""How long to wait for somebody else who changes the corpus."""


class Result(StrEnum):
    """What became of one text, or what was found."""

    ADDED = "added"
    REPLACED = "replaced"
    SAME = "same"
    OLDER = "older"
    REFUSED = "refused"
    REMOVED = "removed"
    UNKNOWN = "unknown"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the outcome; `why` is said for what was refused or found faulty."""

    result: Result
    name: str
    language: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """How far it has come: `part` from 0 to 1, None where nobody knows.

    `fetched` and `size` are the bytes of an archive that is fetched.
    """

    part: float | None
    name: str = ""
    taken: int = 0
    paragraphs: int = 0
    refused: int = 0
    fetched: int | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task; `figure` counts what it is about (paragraphs, documents, bytes),
    `passed_over` the files in which nobody would look for a text.
    """

    rows: tuple[Row, ...] = ()
    figure: int = 0
    is_cancelled: bool = False
    passed_over: int = 0


Tell = Callable[[Told], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class _Task(ABC):
    """Work on the corpus in a folder; it `changes` the corpus, or only looks.

    `is_killed` when it is cancelled, as it cannot stop half-way: until the end of its one
    transaction the corpus is as before.
    """

    folder: Path
    changes: ClassVar[bool] = True
    is_killed: ClassVar[bool] = True

    @abstractmethod
    def __call__(self, tell: Tell, is_cancelled: Cancelled) -> Outcome:
        """Does it, in the process of its own."""


@dataclass(frozen=True, slots=True)
class Adding(_Task):
    """Adds files, folders and archives."""

    paths: tuple[Path, ...]
    is_killed: ClassVar[bool] = False

    def __call__(self, tell: Tell, is_cancelled: Cancelled) -> Outcome:
        from drafter.corpus.importing import add  # noqa: PLC0415 - see the module

        teller = _Teller(tell)
        _begin(self.folder, is_cancelled)
        report = add(self.folder, self.paths, lambda p: teller.tell(_adding(p)), is_cancelled)
        return Outcome(_rows(report), report.paragraphs, report.is_cancelled, report.passed_over)


@dataclass(frozen=True, slots=True)
class Fetching(_Task):
    """Fetches archives (name and address) and adds what they hold in the languages chosen."""

    archives: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]
    is_killed: ClassVar[bool] = False

    def __call__(self, tell: Tell, is_cancelled: Cancelled) -> Outcome:
        from drafter.corpus.getting import get  # noqa: PLC0415 - see the module

        teller = _Teller(tell)
        _begin(self.folder, is_cancelled)
        got = get(
            self.folder,
            dict(self.archives),
            self.languages,
            lambda getting: teller.tell(_getting(getting)),
            is_cancelled,
        )
        reports = [one.report for one in got if one.report is not None]
        rows = (row for report in reports for row in _rows(report))
        is_whole = len(got) == len(self.archives)
        known = (Row(Result.SAME, one.name) for one in got if one.report is None)
        figure = sum(report.paragraphs for report in reports)
        passed_over = sum(report.passed_over for report in reports)
        return Outcome((*known, *rows), figure, not is_whole, passed_over)


@dataclass(frozen=True, slots=True)
class Removing(_Task):
    """Removes texts by symbol or number, in all languages."""

    names: tuple[str, ...]

    def __call__(self, tell: Tell, is_cancelled: Cancelled) -> Outcome:
        from drafter.corpus.upkeep import remove  # noqa: PLC0415 - see the module

        removal = remove(self.folder, self.names)
        removed = (Row(Result.REMOVED, name, code) for name, code in removal.removed)
        unknown = (Row(Result.UNKNOWN, name) for name in removal.unknown)
        return Outcome((*unknown, *removed), len(removal.removed))


@dataclass(frozen=True, slots=True)
class Verifying(_Task):
    """Looks for damage."""

    changes: ClassVar[bool] = False

    def __call__(self, tell: Tell, is_cancelled: Cancelled) -> Outcome:
        from drafter.corpus.verifying import faults  # noqa: PLC0415 - see the module

        found = faults(self.folder, lambda words: tell(Told(None, words)))
        return Outcome(tuple(Row(Result.FAULT, words) for words in found), len(found))


@dataclass(frozen=True, slots=True)
class Rebuilding(_Task):
    """Makes all that can be made from the texts again."""

    def __call__(self, tell: Tell, is_cancelled: Cancelled) -> Outcome:
        from drafter.corpus.upkeep import rebuild  # noqa: PLC0415 - see the module

        teller = _Teller(tell)
        count = rebuild(self.folder, lambda done, all_: teller.tell(Told(done / all_, taken=done)))
        return Outcome((), count)


@dataclass(frozen=True, slots=True)
class Compacting(_Task):
    """Gives back the room of what was removed."""

    def __call__(self, tell: Tell, is_cancelled: Cancelled) -> Outcome:
        from drafter.corpus.upkeep import compact  # noqa: PLC0415 - see the module

        return Outcome((), compact(self.folder))


Task = Adding | Fetching | Removing | Verifying | Rebuilding | Compacting


def _begin(folder: Path, is_cancelled: Cancelled) -> None:
    """A corpus begins with the resolutions that the program ships.

    At the first start the search may be making it just now: that is waited for.
    """
    from drafter.corpus.schema import FILE  # noqa: PLC0415 - see the module
    from drafter.corpus.starter import make_starter  # noqa: PLC0415

    last = time.monotonic() + _PATIENCE_SECONDS
    while not (folder / FILE).exists() or not _is_free(folder):
        try:
            if not (folder / FILE).exists():
                make_starter(folder)
        except CorpusError:
            if time.monotonic() > last:
                raise
        if time.monotonic() > last or is_cancelled():
            return
        time.sleep(_TELL_SECONDS)


def _is_free(folder: Path) -> bool:
    from drafter.corpus.schema import writing_lock  # noqa: PLC0415 - see the module

    try:
        with writing_lock(folder):
            return True
    except CorpusError:
        return False


class _Teller:
    """Tells ten times a second at most."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._told = 0.0

    def tell(self, told: Told) -> None:
        """Tells it, or leaves it out."""
        now = time.monotonic()
        if now - self._told >= _TELL_SECONDS:
            self._told = now
            self._tell(told)


def _adding(progress: Progress) -> Told:
    return Told(progress.part, progress.name, progress.taken, progress.paragraphs, progress.refused)


def _getting(getting: Getting) -> Told:
    if getting.progress is not None:
        return _adding(getting.progress)
    part = getting.done / getting.total if getting.total else None
    return Told(part, getting.name, fetched=getting.done, size=getting.total)


def _rows(report: Report) -> tuple[Row, ...]:
    """What was refused first, what was there already last."""
    refused = tuple(Row(Result.REFUSED, one.name, why=one.reason) for one in report.refused)
    return (
        *refused,
        *_named(Result.ADDED, report.added),
        *_named(Result.REPLACED, report.replaced),
        *_named(Result.OLDER, report.older),
        *_named(Result.SAME, report.same),
    )


def _named(result: Result, names: Iterable[tuple[str, str]]) -> Iterable[Row]:
    return (Row(result, symbol, code) for symbol, code in names)

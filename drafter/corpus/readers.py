"""Reading processes: they turn files into `Prepared` documents, so that import uses every core.

A process of its own, with a pipe of its own, ends by itself when the importing one is killed. One
that crashes or hangs over a file costs that file only: it is listed, and a new process goes on.

Each has two threads here, so that the one who writes never waits for a pipe: one gives it what it
is to read, which it need not take while it reads, and one takes what it has read, so that it goes
on while the writer commits.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import re
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from pickle import loads
from queue import Empty, SimpleQueue

from drafter.core.errors import DrafterError
from drafter.core.language import code_of_iso
from drafter.corpus.prepare import Prepared, prepared
from drafter.corpus.sources import Item, Refusal
from drafter.io.formats import read

PATIENCE_SECONDS = 120.0
"""How long one file may take before it is given up."""
_AHEAD = 100
"""How many files a process may be given before it has read them: about what it reads while the one
who writes commits."""
_AHEAD_BYTES = 16_000_000
"""How much of files out of archives, which are given whole."""
_log = logging.getLogger(__name__)

Result = tuple[Item, "Prepared | Refusal | None"]
Work = Callable[[Item], "Prepared | Refusal | None"]

_LANGUAGE = re.compile(rb"<FRBRlanguage[^>]*language=.([a-z]{3})")
_HEAD_BYTES = 16_384


def reading_processes() -> int:
    """How many to start; the writer does a quarter of the work."""
    cores = os.cpu_count() or 2
    return max(2, min(6, cores - 1))


def read_item(item: Item, languages: Sequence[str] = ()) -> Prepared | Refusal | None:
    """The document in a file, or why there is none; None when it is in another language than those
    asked for.
    """
    try:
        content = item.content
        if content is None:
            content = (item.path or Path(item.name)).read_bytes()
        if languages and _told_language(item, content) not in {*languages, None}:
            return None
        resolution = read(content, item.suffix)
        if languages and resolution.language not in languages:
            return None
        if not resolution.paragraphs:
            return Refusal(item.name, "No paragraph was found in it.")
        return prepared(resolution, item.name, item.modified)
    except DrafterError as error:
        return Refusal(item.name, error.user_text())
    except OSError as error:
        return Refusal(item.name, f"It cannot be read: {error.strerror or error}.")


def _told_language(item: Item, content: bytes) -> str | None:
    """The language that the head of an official XML file tells, without reading the rest."""
    match = _LANGUAGE.search(content[:_HEAD_BYTES]) if item.suffix == ".xml" else None
    return (code_of_iso(match[1].decode()) or None) if match else None


class Readers:
    """Reads many items at once, in processes of their own."""

    def __init__(
        self,
        count: int,
        work: Work = read_item,
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> None:
        self._patience_seconds = patience_seconds
        self._work = work
        self._arrived: SimpleQueue[tuple[_Reader, bytes | None]] = SimpleQueue()
        self._readers = [self._started() for _ in range(count)]

    def submit(self, item: Item) -> None:
        """Gives an item to the least busy process; call only while `has_room`."""
        free = [one for one in self._readers if one.has_room]
        self._send(min(free, key=lambda one: len(one.items)), item)

    @property
    def has_room(self) -> bool:
        """Whether another item may be given."""
        return any(one.has_room for one in self._readers)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being read."""
        return not any(one.items for one in self._readers)

    def results(self, timeout_seconds: float) -> Iterator[Result]:
        """The next that has been read; waits for it for so long."""
        try:
            reader, content = self._arrived.get(timeout=timeout_seconds)
        except Empty:
            now = time.monotonic()
            for reader in tuple(self._readers):
                if reader.items and now - reader.since > self._patience_seconds:
                    yield self._given_up(reader, "Reading it took too long and was given up.")
            return
        if reader not in self._readers:  # it was given up, and its files go to another
            return
        if content is None and not reader.items:
            self._replaced(reader)
            return
        yield self._received(reader, content)

    def close(self) -> None:
        """Ends the processes; what they were reading is lost."""
        for reader in self._readers:
            reader.end()
        self._readers.clear()

    def _send(self, reader: _Reader, item: Item) -> None:
        if not reader.items:
            reader.since = time.monotonic()
        reader.items.append(item)
        reader.given.put(item)

    def _received(self, reader: _Reader, content: bytes | None) -> Result:
        if content is None:
            return self._given_up(reader, "The reading process broke off over it.")
        result: Prepared | Refusal | None = loads(content)  # noqa: S301 - of our own process
        return reader.items.popleft(), result

    def _given_up(self, reader: _Reader, reason: str) -> Result:
        """Replaces a process; what it had not begun is given to the new one."""
        item, *rest = reader.items
        fresh = self._replaced(reader)
        for one in rest:
            self._send(fresh, one)
        return item, Refusal(item.name, reason)

    def _replaced(self, reader: _Reader) -> _Reader:
        """The new process in the place of an old one."""
        reader.end()
        fresh = self._started()
        self._readers[self._readers.index(reader)] = fresh
        return fresh

    def _started(self) -> _Reader:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_read_all, args=(theirs, self._work), daemon=True)
        process.start()
        theirs.close()
        reader = _Reader(process, ours, deque(), time.monotonic())
        reader.threads = (
            threading.Thread(target=_feed, args=(reader,), daemon=True),
            threading.Thread(target=_drain, args=(reader, self._arrived), daemon=True),
        )
        for thread in reader.threads:
            thread.start()
        return reader


@dataclass(eq=False, slots=True)
class _Reader:
    process: SpawnProcess
    pipe: Connection
    items: deque[Item]
    since: float
    """When it began with what it is reading, or was given something after it had read all."""
    given: SimpleQueue[Item | None] = field(default_factory=SimpleQueue["Item | None"])
    """What is on its way to it, and at last None."""
    threads: tuple[threading.Thread, ...] = ()

    @property
    def has_room(self) -> bool:
        given = sum(len(one.content or b"") for one in self.items)
        return len(self.items) < _AHEAD and given < _AHEAD_BYTES

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.given.put(None)
        for thread in self.threads:  # a pipe is not closed while somebody waits at it
            thread.join()
        self.pipe.close()


def _feed(reader: _Reader) -> None:
    """Sends a process what it is given, as fast as it takes it."""
    while (item := reader.given.get()) is not None:
        try:
            reader.pipe.send(item)
        except OSError:
            _log.debug("A reading process has ended; its result will say so.")
            return


def _drain(reader: _Reader, arrived: SimpleQueue[tuple[_Reader, bytes | None]]) -> None:
    """Takes all that a process has read, and at last None when it has ended."""
    while True:
        try:
            content = reader.pipe.recv_bytes()
        except (EOFError, OSError):
            arrived.put((reader, None))
            return
        reader.since = time.monotonic()
        arrived.put((reader, content))


def _read_all(pipe: Connection, work: Work) -> None:
    """The life of a reading process: it ends when the other end of its pipe is closed.

    A thread takes what comes at any time. Were it taken between two items only, both ends could
    wait for ever for the other to take what they send. An interruption from the keyboard reaches
    all processes; only the importing one heeds it, and ends the others.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    waiting: SimpleQueue[Item] = SimpleQueue()
    threading.Thread(target=_take_all, args=(pipe, waiting), daemon=True).start()
    while True:
        result = work(waiting.get())
        try:
            pipe.send(result)
        except OSError:
            return


def _take_all(pipe: Connection, waiting: SimpleQueue[Item]) -> None:
    while True:
        try:
            waiting.put(pipe.recv())
        except (EOFError, OSError):
            os._exit(0)  # nobody wants the rest; the main thread may be at work or waiting

"""A long piece of work in a process of its own, for a window that must stay free.

    job = Job(partial(add, folder, paths))
    while job.is_running:
        for message in job.messages():   # from a timer
            ...

Messages are what the work tells while it goes on, and at last one `Done` or `Failed`.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event

from drafter.core.errors import DrafterError

_GIVES_WAY = 10
"""How much less of the processors than the window it takes where there are not enough."""
_BROKEN_OFF = "The work broke off. What was kept before that is whole; try again."


@dataclass(frozen=True, slots=True)
class Done:
    """The work's result."""

    result: object


@dataclass(frozen=True, slots=True)
class Failed:
    """Why there is no result, for people."""

    reason: str


class Job:
    """Starts `work(tell=…, is_cancelled=…)`, which must be picklable, as what it tells must be."""

    def __init__(self, work: Callable[..., object]) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe(duplex=False)
        self._cancel = context.Event()
        self._is_ended = False
        # Not a daemon: an import has reading processes of its own.
        self._process = context.Process(target=_work, args=(theirs, self._cancel, work))
        self._process.start()
        theirs.close()

    @property
    def is_running(self) -> bool:
        """Whether the last message is still to come."""
        return not self._is_ended

    def cancel(self) -> None:
        """Asks the work to end soon and to keep what it has."""
        self._cancel.set()

    def kill(self) -> None:
        """Ends it at once; a corpus stays whole up to the last commit."""
        self._process.kill()
        self._end()

    def messages(self, timeout_seconds: float = 0.0) -> Iterator[object]:
        """What has come since, waiting for the first so long."""
        while not self._is_ended and self._pipe.poll(timeout_seconds):
            timeout_seconds = 0.0
            try:
                message: object = self._pipe.recv()
            except (EOFError, OSError):
                message = Failed(_BROKEN_OFF)
            if isinstance(message, (Done, Failed)):
                self._end()
            yield message

    def _end(self) -> None:
        self._is_ended = True
        self._process.join()
        self._pipe.close()


def _work(pipe: Connection, cancel: Event, work: Callable[..., object]) -> None:
    def tell(message: object) -> None:
        try:
            pipe.send(message)
        except OSError:  # nobody listens any more
            cancel.set()

    if hasattr(os, "nice"):  # not on Windows
        os.nice(_GIVES_WAY)
    try:
        last: object = Done(work(tell=tell, is_cancelled=cancel.is_set))
    except DrafterError as error:
        last = Failed(error.user_text())
    tell(last)
    pipe.close()

"""The recovery file: a copy of the draft that is at most one second older than what is on the page.

Each session has a folder of its own with the draft, where it came from, and a lock. A folder whose
lock nobody holds was left by a crash: the program offers what is in it. Nothing here is ever the
only copy of a saved file.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot

from drafter.app.session import Session
from drafter.app.worker import Answer, Worker
from drafter.core.errors import DrafterError, ReadError, WriteError, reason
from drafter.core.model import Resolution
from drafter.io.atomic import write_atomic
from drafter.io.native import native_bytes, read_native

WITHIN_MS = 300
"""After a change the writing begins within this time; later changes do not put it off. What is left
of the second is for a machine that has much else to do."""

_DRAFT, _ORIGIN, _LOCK = "draft.resolution", "origin.json", "lock"
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Leftover:
    """What a crash left: where it lies, the file it came from if it was ever saved, and when."""

    folder: Path
    path: Path | None
    written: datetime

    def read(self) -> Resolution:
        """The draft.

        Raises:
            ReadError: the file is damaged.
        """
        try:
            return read_native((self.folder / _DRAFT).read_bytes())
        except OSError as error:
            raise ReadError(
                f"{self.folder}: the recovery file cannot be read: {reason(error)}."
            ) from error

    def discard(self) -> None:
        """Takes it away for good."""
        shutil.rmtree(self.folder, ignore_errors=True)


def leftovers(folder: Path) -> tuple[Leftover, ...]:
    """What crashed sessions left in a folder, newest first; locked ones belong to others."""
    found: list[Leftover] = []
    for draft in folder.glob(f"*/{_DRAFT}"):
        lock = _lock(draft.parent)
        if not lock.tryLock(0):
            continue
        lock.unlock()
        try:
            written = datetime.fromtimestamp(draft.stat().st_mtime, UTC)
        except FileNotFoundError:  # another program has just taken it over or away
            continue
        found.append(Leftover(draft.parent, _origin(draft.parent), written))
    return tuple(sorted(found, key=lambda one: one.written, reverse=True))


class Recovery(QObject):
    """Follows a session with its recovery file; `failed(words)` when it cannot be written.

    The file is there as long as the document differs from what is saved. What could not be written
    is tried again until it can: it is said once, whether or not somebody goes on typing.
    """

    failed = Signal(str)
    written = Signal()

    def __init__(self, session: Session, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.folder = folder / os.urandom(16).hex()
        self._written: Resolution | None = None
        self._has_failed = False
        self._lock_file: QLockFile | None = None
        self._worker = Worker(self)
        self._worker.answered.connect(self._on_worker_answered)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WITHIN_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        session.changed.connect(self._on_session_changed)
        session.clean_changed.connect(self._on_session_clean_changed)

    @property
    def is_current(self) -> bool:
        """Whether the file holds the document as it is now."""
        return self._written is self._session.resolution

    def write(self) -> bool:
        """Writes the file at once; whether that went well."""
        try:
            self._written = _write(self._prepared(), self._session.resolution, self._session.path)
        except WriteError as error:
            self._announce(error)
            return False
        self._has_failed = False
        return True

    def close(self) -> None:
        """The document was saved or given up: takes the file away."""
        self._timer.stop()
        self._worker.close()
        self._clear()

    def _prepared(self) -> Path:
        """The folder, made and locked at the first need."""
        if self._lock_file is None:
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise WriteError(
                    f"{self.folder}: no recovery file there: {reason(error)}."
                ) from error
            self._lock_file = _lock(self.folder)
            self._lock_file.tryLock(0)
        return self.folder

    def _clear(self) -> None:
        if self._lock_file is not None:
            self._lock_file.unlock()
            self._lock_file = None
            shutil.rmtree(self.folder, ignore_errors=True)
        self._written = None

    @Slot(object, object)
    def _on_session_changed(self, _old: Resolution, _new: Resolution) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot(bool)
    def _on_session_clean_changed(self, is_clean: bool) -> None:  # noqa: FBT001 - Qt's signal
        if is_clean:
            self._timer.stop()
            self._worker.finish()
            self._clear()
        elif not self._timer.isActive():  # the file may be gone though nothing was typed
            self._timer.start()

    @Slot()
    def _on_timer_timeout(self) -> None:
        if self._session.is_clean:
            return
        resolution, path = self._session.resolution, self._session.path
        try:
            folder = self._prepared()
        except WriteError as error:
            self._announce(error)
            return
        self._worker.ask(lambda: _write(folder, resolution, path))

    @Slot(object)
    def _on_worker_answered(self, answer: Answer) -> None:
        if answer.error is not None:
            self._announce(answer.error)
        elif isinstance(answer.value, Resolution):
            self._written = answer.value
            self._has_failed = False
            self.written.emit()

    def _announce(self, error: DrafterError) -> None:
        if not self._has_failed:
            _LOG.warning("recovery file: %s", error)
            self.failed.emit(error.user_text())
        self._has_failed = True
        self._timer.start()


def _write(folder: Path, resolution: Resolution, path: Path | None) -> Resolution:
    origin = json.dumps({"path": str(path) if path else None}).encode()
    if not (folder / _ORIGIN).exists() or (folder / _ORIGIN).read_bytes() != origin:
        write_atomic(folder / _ORIGIN, origin)
    write_atomic(folder / _DRAFT, native_bytes(resolution, on_one_line=True))
    return resolution


def _origin(folder: Path) -> Path | None:
    try:
        path = json.loads((folder / _ORIGIN).read_bytes())["path"]
        if b"\0" in os.fsencode(path):
            return None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Path(path) if isinstance(path, str) else None


def _lock(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / _LOCK))
    lock.setStaleLockTime(0)
    return lock

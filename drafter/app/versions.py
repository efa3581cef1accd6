"""Versions of a draft: one at each save, the last of them kept, and those with a name for ever.

They lie in the user's own folder, one folder a file of the user, never in the file that is handed
on. The name of a version's file says when it was kept and what it is called.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from drafter.core.errors import ReadError, WriteError, reason
from drafter.core.model import Resolution
from drafter.io.atomic import write_atomic
from drafter.io.native import native_bytes, read_native

MOST_AUTOMATIC = 50
"""How many versions without a name are kept of a file."""

_WHEN = "%Y%m%dT%H%M%S.%fZ"
_FILE = re.compile(r"(\d{8}T\d{6}\.\d{6}Z)(?: (.+))?\.resolution")
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f.]+')
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Version:
    """A version kept of a draft; `name` is empty for those kept at a save."""

    path: Path
    when: datetime
    name: str

    def read(self) -> Resolution:
        """The draft as it was.

        Raises:
            ReadError: the file is gone or damaged.
        """
        try:
            return read_native(self.path.read_bytes())
        except OSError as error:
            raise ReadError(
                f"{self.path}: this version cannot be read: {reason(error)}."
            ) from error


class Versions:
    """The versions kept of one file of the user."""

    def __init__(self, folder: Path, path: Path) -> None:
        key = sha256(os.fsencode(path.resolve())).hexdigest()[:24]
        self.folder = folder / key

    def keep(self, resolution: Resolution, name: str = "", when: datetime | None = None) -> Version:
        """Keeps a version; of those without a name the oldest go.

        Raises:
            WriteError: it cannot be written; the others are untouched.
        """
        moment = when or datetime.now(UTC)
        words = _fitting(name)
        path = self._path(moment, words)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WriteError(f"{self.folder}: no version kept: {reason(error)}.") from error
        write_atomic(path, native_bytes(resolution, on_one_line=True))
        for old in [one for one in self.all() if not one.name][MOST_AUTOMATIC:]:
            with suppress(OSError):  # one too many is kept, which harms nobody
                old.path.unlink(missing_ok=True)
        return Version(path, moment, words)

    def keep_changed(self, resolution: Resolution) -> None:
        """Keeps a version unless it is the latest one over again.

        Raises:
            WriteError: as for `keep`.
        """
        for latest in self.all()[:1]:
            with suppress(ReadError):  # a damaged version is no reason to keep none
                if latest.read() == resolution:
                    return
        self.keep(resolution)

    def rename(self, version: Version, name: str) -> Version:
        """Gives a version another name; without a name it may go when it is old.

        Raises:
            WriteError: it is gone or cannot be renamed.
        """
        words = _fitting(name)
        path = self._path(version.when, words)
        try:
            version.path.replace(path)
        except OSError as error:
            raise WriteError(f"{version.path}: not renamed: {reason(error)}.") from error
        return Version(path, version.when, words)

    def all(self) -> tuple[Version, ...]:
        """All versions, newest first."""
        found: list[Version] = []
        for path in self.folder.glob("*.resolution"):
            match = _FILE.fullmatch(path.name)
            if match:
                with suppress(ValueError):  # figures that are no time: not a file of ours
                    when = datetime.strptime(match[1], _WHEN).replace(tzinfo=UTC)
                    found.append(Version(path, when, match[2] or ""))
        return tuple(sorted(found, key=lambda one: one.when, reverse=True))

    def _path(self, moment: datetime, words: str) -> Path:
        stem = moment.strftime(_WHEN) + (f" {words}" if words else "")
        return self.folder / f"{stem}.resolution"


def restored(old: Resolution, current: Resolution) -> Resolution:
    """An earlier version in the place of the current one; no id given out since is used again."""
    return replace(old, serial=max(old.serial, current.serial))


def _fitting(name: str) -> str:
    """A name as a file can have it."""
    return " ".join(_UNFIT.sub(" ", name).split())[:_LONGEST_NAME].strip()

"""Everything an import is given, file by file: files, folders and archives, a bounded read at a
time.

Nothing in an archive is ever written to the disk: a member is read into memory under a bound, and
its name is only shown. What cannot be taken is a `Refusal` with its reason, and the rest goes on.
"""

from __future__ import annotations

import lzma
import os
import re
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from drafter.core.errors import reason
from drafter.corpus.tokens import storable
from drafter.io.formats import LARGEST_BYTES

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
TEXT_SUFFIXES = frozenset({".xml", ".resolution", ".txt", ".docx", ".pdf"})
TAR_SUFFIXES = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".txz")
_PERHAPS_TEXT_SUFFIXES = frozenset(
    {".doc", ".dot", ".docm", ".rtf", ".odt", ".wpd", ".pages", ".epub", ".htm", ".html", ".mht"}
    | {".md", ".tex", ".eml", ".msg", ".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz"}
)
"""Other files with texts in them, or with files; pictures, programs and the like are foreign."""
MOST_MEMBERS = 500_000
MOST_UNPACKED_BYTES = 64 * 1024**3
"""All the published resolutions in six languages unpack to under two gigabytes."""

_ARCHIVE_ERRORS = (tarfile.TarError, zipfile.BadZipFile, lzma.LZMAError, zlib.error, EOFError)
_PACKED_ERRORS = (*_ARCHIVE_ERRORS, OSError, NotImplementedError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class Item:
    """A file to read. `content` is None when it lies on the disk at `path`.

    `name` is for people; `modified` the ISO time of the file; `position` how many bytes of all that
    was given lie before its end.
    """

    name: str
    suffix: str
    modified: str
    position: int
    path: Path | None = None
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was not taken, and why; `is_foreign` if nobody would look for a text in it."""

    name: str
    reason: str
    is_foreign: bool = False


def total_bytes(paths: Sequence[Path]) -> int:
    """How much there is to read, packed as it is."""
    return sum(_size(one) for path in paths for one in _files(path))


def items(paths: Sequence[Path]) -> Iterator[Item | Refusal]:
    """Every text in files, folders and archives, in the order of their names."""
    done = 0
    for path in paths:
        for file in _files(path):
            yield from _opened(file, done, is_named=file == path)
            done += _size(file)


def _files(path: Path) -> list[Path]:
    """A file, or all in a folder; what cannot be looked into too, to be refused with its reason."""
    unlisted: list[Path] = []

    def note(error: OSError) -> None:
        unlisted.append(Path(str(error.filename)))

    found = [Path(place, one) for place, _, files in os.walk(path, onerror=note) for one in files]
    return sorted(found + unlisted)


def _opened(path: Path, done: int, *, is_named: bool) -> Iterator[Item | Refusal]:
    shown = _shown(path)
    try:
        status = path.stat()
    except OSError as error:
        yield Refusal(shown, _not_there(error))
        return
    name = path.name.lower()
    if not stat.S_ISREG(status.st_mode):
        is_folder = stat.S_ISDIR(status.st_mode)
        said = "The folder cannot be read." if is_folder else "It is a device, not a file."
        yield Refusal(shown, said)
    elif name.endswith(".zip"):
        yield from _from_zip(path, done)
    elif name.endswith(TAR_SUFFIXES):
        yield from _from_tar(path, done)
    elif is_named or path.suffix.lower() in TEXT_SUFFIXES:
        if status.st_size > LARGEST_BYTES:
            yield Refusal(shown, _too_large())
            return
        modified = _iso(status.st_mtime)
        yield Item(shown, path.suffix.lower(), modified, done + status.st_size, path=path)
    else:
        yield _other_kind(shown, path.suffix)


def _from_zip(path: Path, done: int) -> Iterator[Item | Refusal]:
    bounds = _Bounds(path)
    try:
        with zipfile.ZipFile(path) as archive:
            for member in sorted(archive.infolist(), key=lambda one: one.filename):
                if member.is_dir():
                    continue
                done += member.compress_size
                name = _shown(f"{path}:{member.filename}")
                refusal = bounds.refusal(name, member.filename, member.file_size)
                if refusal is None and member.flag_bits & 1:
                    refusal = Refusal(name, "It is locked with a password.")
                if refusal is not None:
                    yield refusal
                    continue
                modified = _iso_of_zip(member)
                try:
                    with archive.open(member) as file:
                        content = file.read(LARGEST_BYTES + 1)
                except _PACKED_ERRORS as error:
                    yield Refusal(name, f"It is damaged in the archive ({reason(error)}).")
                    continue
                yield _packed(name, member.filename, modified, done, content)
    except _PACKED_ERRORS as error:
        yield Refusal(_shown(path), f"The archive is damaged, or was cut short ({reason(error)}).")


def _from_tar(path: Path, done: int) -> Iterator[Item | Refusal]:
    bounds = _Bounds(path)
    try:
        with path.open("rb") as raw, tarfile.open(fileobj=raw, mode="r|*") as archive:
            for member in archive:
                name = _shown(f"{path}:{member.name}")
                if member.isdir():
                    continue
                refusal = bounds.refusal(name, member.name, member.size)
                file = archive.extractfile(member) if member.isreg() and not refusal else None
                if refusal is not None or file is None:
                    yield refusal or Refusal(name, "It is a link or a device, not a file.")
                    continue
                content = file.read(LARGEST_BYTES + 1)
                modified = _iso(member.mtime)
                yield _packed(name, member.name, modified, done + raw.tell(), content)
    except _PACKED_ERRORS as error:
        yield Refusal(_shown(path), f"The archive is damaged, or was cut short ({reason(error)}).")


def _packed(name: str, member: str, modified: str, position: int, content: bytes) -> Item | Refusal:
    if len(content) > LARGEST_BYTES:
        return Refusal(name, _too_large())
    suffix = PurePosixPath(member).suffix.lower()
    return Item(name, suffix, modified, position, content=content)


class _Bounds:
    """Counts what comes out of an archive, so that a small file cannot unpack without end."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._members = 0
        self._bytes = 0

    def refusal(self, name: str, member: str, size: int) -> Refusal | None:
        """Why the member is not taken; None when it is.

        Raises:
            ValueError: the archive holds more than any collection of resolutions.
        """
        self._members += 1
        self._bytes += size
        if self._members > MOST_MEMBERS or self._bytes > MOST_UNPACKED_BYTES:
            raise ValueError("it unpacks to more than all published resolutions")
        if PurePosixPath(member).suffix.lower() not in TEXT_SUFFIXES:
            return _other_kind(name, PurePosixPath(member).suffix)
        if size > LARGEST_BYTES:
            return Refusal(name, _too_large())
        return None


def _shown(name: object) -> str:
    """A name as it can be shown on one line and stored: names of files need not be UTF-8."""
    return storable(_CONTROL.sub("?", str(name)))


def _other_kind(name: str, suffix: str) -> Refusal:
    is_foreign = suffix.lower() not in _PERHAPS_TEXT_SUFFIXES
    return Refusal(name, "It is not a kind of text that can be read.", is_foreign)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # what cannot be looked at is refused with its reason when it is opened


def _iso(seconds: float) -> str:
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
    except (OverflowError, ValueError, OSError):
        return ""


def _iso_of_zip(member: zipfile.ZipInfo) -> str:
    try:
        return datetime(*member.date_time, tzinfo=UTC).isoformat()
    except ValueError:  # many programs note no time: month and day are 0
        return ""


def _not_there(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is no such file or folder."
    return f"It cannot be read: {error.strerror or error}."


def _too_large() -> str:
    return f"It is larger than {LARGEST_BYTES // 1024**2} MB, which no resolution is."

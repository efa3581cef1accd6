"""Writes a whole file or nothing: beside the target, to the disk, then into its place."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from drafter.core.errors import WriteError

_ADVICE = {
    errno.ENOSPC: "the disk is full; make room, or choose another folder",
    errno.EDQUOT: "your share of the disk is full; make room, or choose another folder",
    errno.EROFS: "the disk is read-only; choose another folder",
    errno.EACCES: "writing there is not allowed; choose another folder",
    errno.EPERM: "writing there is not allowed; choose another folder",
    errno.ENOENT: "the folder does not exist; create it, or choose another",
    errno.ENOTDIR: "a part of the path is a file, not a folder; choose another path",
    errno.EISDIR: "there is a folder of that name; choose another name",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
    errno.ELOOP: "its links lead in a circle; choose another path",
}


def write_atomic(path: Path, content: bytes) -> None:
    """Puts `content` at `path`; whoever reads it sees the old or the new file, whole.

    Permissions of a file that was there are kept; of a link, what it points to is replaced.

    Raises:
        WriteError: it cannot be written; what was there before is untouched.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "", str(path))
        if target.exists() and not target.is_file():
            raise WriteError(f"{path}: not written: it is a device, not a file.")
        if target.exists() and not _is_writable(target):
            raise WriteError(f"{path}: not written: it is write-protected; choose another name.")
        _replace(target, content)
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else None
        reason = _ADVICE.get(number or 0, os.strerror(number) if number else str(error))
        raise WriteError(f"{path}: not written: {reason}.") from error


def _replace(target: Path, content: bytes) -> None:
    kept = _permissions(target)
    beside = target.with_name(f".{target.name[:40]}.{os.urandom(6).hex()}")

    def made(path: str, flags: int) -> int:
        # Nobody may read what was private, not even until its own permissions are set.
        return os.open(path, flags, 0o666 if kept is None else 0o600)

    try:
        with open(beside, "xb", opener=made) as file:  # Path.open takes no opener
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if kept is not None:
            beside.chmod(kept)
        beside.replace(target)
    except BaseException:  # an interruption leaves nothing beside either
        with suppress(OSError):
            beside.unlink()
        raise
    _sync_folder(target.parent)


def _is_writable(target: Path) -> bool:
    """Whether anybody may write it, and we; for the administrator the file's word counts too."""
    any_write = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    return bool(target.stat().st_mode & any_write) and os.access(target, os.W_OK)


def _permissions(target: Path) -> int | None:
    """Those of the file that is there; None for a new one, which gets those of any new file."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None


def _sync_folder(folder: Path) -> None:
    """Makes the new name last through a power cut, where the system lets a folder be synced.

    The file stands in its place already: where this fails, nothing was "not written".
    """
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

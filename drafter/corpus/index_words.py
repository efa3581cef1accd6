"""The folded words of an index's wordings, one after another in a file: ranking reads some two
hundred of them for each suggestion, which takes a third of the time that rows of the corpus take.

Words are only appended: a wording taken up anew stands there again. Each stands behind its number,
so that what is read out of a file made again meanwhile is never taken for its words.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterable
from io import FileIO
from pathlib import Path
from typing import NamedTuple

WORDS = "words"
_NUMBER = struct.Struct("<q")
_CHUNK_BYTES = 1 << 20


class WordsMark(NamedTuple):
    """How long the file is and the CRC-32 of so much of it."""

    size: int
    crc: int


class WordsWriter:
    """Appends to the file, or starts it again without a mark; for the holder of the writing lock.

    Nothing is cut off: what was written after the mark may be known to those who search.
    """

    def __init__(self, folder: Path, mark: WordsMark | None) -> None:
        self._file = (folder / WORDS).open("ab" if mark else "wb")
        self._mark = _followed(folder / WORDS, mark) if mark else WordsMark(0, 0)

    def put(self, wording: int, words: str) -> tuple[int, int]:
        """Appends words; gives their place and their length in bytes."""
        row = _NUMBER.pack(wording) + words.encode()
        self._file.write(row)
        place = self._mark.size
        self._mark = WordsMark(place + len(row), zlib.crc32(row, self._mark.crc))
        return place, len(row)

    def kept(self) -> WordsMark:
        """Sees to it that all of it is on the disk, and says how much that is."""
        self._file.flush()
        os.fsync(self._file.fileno())
        return self._mark

    def close(self) -> None:
        """Gives the file free."""
        self._file.close()


class WordsReader:
    """Reads the words of wordings, given where they stand; opened first."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / WORDS
        self._file: FileIO | None = None

    def open(self) -> None:
        """Takes the file as it is now."""
        self.close()
        self._file = FileIO(self._path)

    def read(
        self, wordings: Iterable[int], places: Iterable[int], lengths: Iterable[int]
    ) -> list[str]:
        """The words of wordings.

        Raises:
            ValueError: others stand in the places.
        """
        if self._file is None:
            raise ValueError(f"the file {WORDS} is not open")
        found: list[str] = []
        for wording, place, length in zip(wordings, places, lengths, strict=True):
            self._file.seek(place)
            row = self._file.read(length) or b""
            if len(row) != length or _NUMBER.unpack_from(row)[0] != wording:
                raise ValueError(f"the file {WORDS} does not fit the others")
            found.append(row[_NUMBER.size :].decode())
        return found

    def close(self) -> None:
        """Gives the file free."""
        if self._file is not None:
            self._file.close()
            self._file = None


def is_as_marked(folder: Path, mark: WordsMark) -> bool:
    """Whether the file is what was written, as far as the mark goes; more may follow."""
    try:
        return _followed(folder / WORDS, WordsMark(0, 0), mark.size) == mark
    except OSError:
        return False


def _followed(path: Path, mark: WordsMark, until: int | None = None) -> WordsMark:
    """The mark of the file, or of its beginning, when that of an earlier place is known."""
    size, crc = mark
    with path.open("rb") as file:
        file.seek(size)
        while until is None or size < until:
            chunk = file.read(_CHUNK_BYTES if until is None else min(_CHUNK_BYTES, until - size))
            if not chunk:
                break
            crc = zlib.crc32(chunk, crc)
            size += len(chunk)
    return WordsMark(size, crc)

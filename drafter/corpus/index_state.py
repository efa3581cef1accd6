"""What an index says of itself: which corpus it belongs to, how much of it it holds, its files.

`state.json` is written after the files of the index, so it never promises too much. The size and
time of each file are noted in it: files that are as they were noted are taken for whole, others are
read through. The end of a tantivy file is a JSON object with the CRC-32 of all before it, the
object's length and a fixed number, four bytes each, little-endian (tantivy 0.27,
`directory/footer.rs`).
"""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from drafter.corpus.index_words import WORDS, WordsMark, is_as_marked
from drafter.corpus.tokens import NORMAL_FORM

FORM = 2
"""Counts the changes to what an index holds."""
STATE = "state.json"
_MAGIC = 1337
_MANAGED = ".managed.json"
_META = "meta.json"
_CHUNK_BYTES = 1 << 20
_SEGMENT = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class State:
    """Which corpus an index belongs to, and how much of it it holds."""

    identity: str
    generation: int
    form: tuple[int, int] = (FORM, NORMAL_FORM)


def read_state(folder: Path) -> State | None:
    """The state of the index in a folder; None when there is none that can be used."""
    try:
        noted = _noted(folder)
        state = State(str(noted["identity"]), int(noted["generation"]), tuple(noted["form"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return state if state.form == (FORM, NORMAL_FORM) else None


def stamp_of_state(folder: Path) -> tuple[int, int, int] | None:
    """What changes with the file that holds the state; None when there is none."""
    try:
        stat = (folder / STATE).stat()
    except OSError:
        return None
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


def write_state(folder: Path, state: State, words: WordsMark) -> None:
    """Notes what the index holds now, and its files."""
    noted = {
        "identity": state.identity,
        "generation": state.generation,
        "form": list(state.form),
        "words": list(words),
        "files": _stamps(folder),
    }
    beside = folder / f"{STATE}.new"
    beside.write_text(json.dumps(noted), encoding="utf-8")
    beside.replace(folder / STATE)


def words_mark(folder: Path) -> WordsMark:
    """How much of the words was noted with the state.

    Raises:
        ValueError: nothing was.
    """
    try:
        size, crc = _noted(folder)["words"]
    except (OSError, KeyError, TypeError) as error:
        raise ValueError(f"{STATE} does not tell of {WORDS}") from error
    return WordsMark(int(size), int(crc))


def share_rights(folder: Path) -> None:
    """Lets whoever may read the folder read all of it: tantivy keeps its lists to their owner."""
    mode = folder.stat().st_mode & 0o666
    for name in (_META, _MANAGED):
        (folder / name).chmod(mode)


def is_whole(folder: Path) -> bool:
    """Whether the files of the index are as they were noted, or else sound by their checksums."""
    try:
        if _noted(folder)["files"] == _stamps(folder):
            return True
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return not damaged_files(folder)


def damaged_files(folder: Path) -> tuple[str, ...]:
    """The files of the index's segments that are missing or not as they were written."""
    try:
        meta = cast("dict[str, Any]", json.loads((folder / _META).read_text(encoding="utf-8")))
        segments = {str(one["segment_id"]).replace("-", "") for one in meta["segments"]}
        managed = cast("list[str]", json.loads((folder / _MANAGED).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return (_META,)
    names = [name for name in managed if name[:32] in segments and _SEGMENT.match(name)]
    damaged = [name for name in sorted(names) if not _is_whole(folder / name)]
    return (*damaged, *(() if _are_words_whole(folder) else (WORDS,)))


def _are_words_whole(folder: Path) -> bool:
    try:
        return is_as_marked(folder, words_mark(folder))
    except ValueError:
        return False


def _is_whole(path: Path) -> bool:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            file.seek(max(0, size - 8))
            end = file.read(8)
            length = int.from_bytes(end[:4], "little")
            if int.from_bytes(end[4:], "little") != _MAGIC or length + 8 > size:
                return False
            file.seek(size - 8 - length)
            noted = int(json.loads(file.read(length))["crc"])
            file.seek(0)
            left, crc = size - 8 - length, 0
            while left > 0:
                chunk = file.read(min(_CHUNK_BYTES, left))
                if not chunk:
                    return False
                crc = zlib.crc32(chunk, crc)
                left -= len(chunk)
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return crc == noted


def _noted(folder: Path) -> dict[str, Any]:
    return cast("dict[str, Any]", json.loads((folder / STATE).read_text(encoding="utf-8")))


def _stamps(folder: Path) -> dict[str, list[int]]:
    names = sorted(one.name for one in folder.iterdir() if _SEGMENT.match(one.name))
    stats = ((name, (folder / name).stat()) for name in (*names, WORDS, _META))
    return {name: [stat.st_size, stat.st_mtime_ns] for name, stat in stats}

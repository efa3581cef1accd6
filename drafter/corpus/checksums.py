"""Whether the files of an index are whole: each ends with the checksum of what is before it.

The end of a tantivy file is a JSON object with the CRC-32 of all before it, the object's length and
a fixed number, four bytes each, little-endian (tantivy 0.27, `directory/footer.rs`).
"""

from __future__ import annotations

import json
import re
import zlib
from pathlib import Path
from typing import Any, cast

_MAGIC = 1337
_MANAGED = ".managed.json"
_META = "meta.json"
_CHUNK_BYTES = 1 << 20
_SEGMENT = re.compile(r"[0-9a-f]{32}")


def damaged_files(folder: Path) -> tuple[str, ...]:
    """The files of the index's segments that are missing or not as they were written."""
    try:
        meta = cast("dict[str, Any]", json.loads((folder / _META).read_text(encoding="utf-8")))
        segments = {str(one["segment_id"]).replace("-", "") for one in meta["segments"]}
        managed = cast("list[str]", json.loads((folder / _MANAGED).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return (_META,)
    names = [name for name in managed if name[:32] in segments and _SEGMENT.match(name)]
    return tuple(name for name in sorted(names) if not _is_whole(folder / name))


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

"""The program's own format `.resolution`: one JSON object, UTF-8, that a person can read.

An object holds the fields of the dataclass it stands for, those that are not at their default; a
text without styles and marks is a plain string. The same resolution gives the same bytes.

A newer minor version only adds keys, or values of `organ`, `kind` and a paragraph's `kind`. What
this program does not know goes to the `extra` of the object, or of the nearest one around it that
has one, and is written back to its place. A newer major version is refused.

Change history:
    1.0  the first.
    1.1  `provenance` of a paragraph; `base`, the text a draft started from.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from drafter.core.errors import ModelError, ReadError
from drafter.core.inline import Text
from drafter.core.language import language
from drafter.core.model import DocumentKind, Organ, Paragraph, ParagraphKind, Resolution

FORMAT = "drafter.resolution"
VERSION = (1, 1)
LARGEST_BYTES = 16 * 1024 * 1024
DEEPEST_NESTING = 64
WIDTH = 100
"""Objects and lists shorter than this stand on one line."""

_FALLBACKS: dict[object, StrEnum] = {
    Organ: Organ.OTHER,
    DocumentKind: DocumentKind.OTHER,
    ParagraphKind: ParagraphKind.PLAIN,
}
_BRACKETS = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[{]|[\]}]', re.DOTALL)
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
"""Made once: `json.dumps` makes one for each of the thousands of pieces of a long text."""
_ID = re.compile(r"[pn]([0-9]{1,9})")
"""The form of the ids that the program gives out."""
_LARGEST = 999_999_999
"""No level, place, line or id has more figures."""
_NAMES: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    float: "a number",
}
_Object = dict[str, object]


def native_bytes(resolution: Resolution, *, on_one_line: bool = False) -> bytes:
    """The resolution as the bytes of a `.resolution` file.

    On one line it is made three times as fast, for keeping many where nobody looks at them.
    """
    written = _written_object(resolution, {})
    version = written.pop("version", None) or _version_text(VERSION)
    whole: _Object = {"format": FORMAT, "version": version, **written}
    text = _flat(whole) if on_one_line else _printed(whole, 0)
    # Half a character (a lone surrogate) has no UTF-8 form, but a JSON escape.
    return f"{text}\n".encode("utf-8", "backslashreplace")


def read_native(content: bytes) -> Resolution:
    """The resolution of a `.resolution` file.

    Raises:
        ReadError: it is no such file, damaged, too large, or of a newer major version.
    """
    raw = _parsed(content)
    version = _version(raw)
    known = {key: value for key, value in raw.items() if key not in {"format", "version"}}
    if version > VERSION:
        known["version"] = raw["version"]  # unknown to the model, so it goes to `extra` and back
    try:
        resolution = cast("Resolution", _read_object(Resolution, known, "", {}))
        language(resolution.language)
    except ModelError as error:
        raise ReadError(f"The file does not hold a sound resolution: {error}") from error
    # A file from elsewhere may say less; an id that is given out again would be used twice.
    return replace(resolution, serial=max(resolution.serial, _highest_id(resolution)))


def _highest_id(resolution: Resolution) -> int:
    ids = [one.id for one in (*resolution.paragraphs, *resolution.footnotes)]
    return max((int(found[1]) for found in map(_ID.fullmatch, ids) if found), default=0)


# --- from bytes ---------------------------------------------------------------------------------


def _parsed(content: bytes) -> _Object:
    if len(content) > LARGEST_BYTES:
        raise ReadError(f"The file is larger than {LARGEST_BYTES // 1024 // 1024} MB.")
    _check_nesting(content)
    try:
        raw: object = json.loads(
            content.decode("utf-8-sig"), parse_constant=_finite, parse_float=_finite
        )
    except UnicodeDecodeError as error:
        raise ReadError("The file is damaged: it is not UTF-8. Take an earlier copy.") from error
    except json.JSONDecodeError as error:
        raise ReadError(
            f"The file is damaged: line {error.lineno}, column {error.colno} is not JSON. "
            "Take an earlier copy."
        ) from error
    except ValueError as error:
        raise ReadError("The file is damaged: it has a number that cannot be.") from error
    if not isinstance(raw, dict) or cast("_Object", raw).get("format") != FORMAT:
        raise ReadError("The file is JSON, but not a resolution of this program.")
    return cast("_Object", raw)


def _check_nesting(content: bytes) -> None:
    depth = 0
    for match in _BRACKETS.finditer(content):
        depth += {b"[": 1, b"{": 1, b"]": -1, b"}": -1}.get(match[0], 0)
        if depth > DEEPEST_NESTING:
            raise ReadError(f"The file is damaged: it nests more than {DEEPEST_NESTING} deep.")


def _finite(number: str) -> float:
    value = float(number)
    if not math.isfinite(value):
        raise ValueError(number)
    return value


def _version(raw: _Object) -> tuple[int, int]:
    version = raw.get("version")
    match = re.fullmatch(r"(\d{1,6})\.(\d{1,6})", version) if isinstance(version, str) else None
    if not match:
        raise ReadError("The file does not say which version of the format it is.")
    major, minor = int(match[1]), int(match[2])
    if major > VERSION[0]:
        raise ReadError(
            f"The file is of format version {version}, which a newer Drafter wrote; this one reads "
            f"versions up to {VERSION[0]}. Update the program to open it."
        )
    if major < 1:
        raise ReadError(f"There is no format version {version}.")
    return major, minor


def _version_text(version: tuple[int, int]) -> str:
    return f"{version[0]}.{version[1]}"


# --- to values ----------------------------------------------------------------------------------
# `rest` is an object to fill with what is unknown: by key, or by what an entry of a list says, so
# that it goes with the entry when others come and go, and not to another when the entry goes.


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind) if field.name != "extra"}


def _read(hint: Any, raw: object, where: str, rest: _Object) -> object:
    origin = get_origin(hint)
    if origin is tuple:
        return _read_row(get_args(hint)[0], raw, where, rest)
    if origin in (Union, UnionType):
        return None if raw is None else _read(get_args(hint)[0], raw, where, rest)
    if hint is Text and isinstance(raw, str):
        return Text(raw)
    if is_dataclass(hint):
        return _read_object(cast("type", hint), raw, where, rest)
    if issubclass(hint, StrEnum):
        return _read_choice(hint, raw, where)
    return _read_scalar(hint, raw, where)


def _read_object(kind: type, raw: object, where: str, rest: _Object) -> object:
    if not isinstance(raw, dict):
        raise _wrong(where, "an object", raw)
    known = _hints(kind)
    keeps = hasattr(kind, "extra")
    mine: _Object = {} if keeps else rest
    values: _Object = {}
    for key, value in cast("_Object", raw).items():
        if key not in known:
            mine[key] = value
            continue
        below: _Object = {}
        values[key] = _read(known[key], value, f"{where}.{key}" if where else key, below)
        if below:
            mine[key] = below
        elif isinstance(values[key], StrEnum) and values[key] != value:
            mine[key] = value  # a value of a newer version, read as its fallback
    if "kind" in mine and values.get("cells"):
        # As a plain paragraph it keeps its text; the cells of a kind not known are put back.
        values["cells"], mine["cells"] = (), cast("_Object", raw)["cells"]
    if keeps and mine:
        values["extra"] = json.dumps(mine, ensure_ascii=False)
    missing = [
        field.name
        for field in fields(kind)
        if field.name not in values
        and field.default is MISSING
        and field.default_factory is MISSING
    ]
    if missing:
        raise ReadError(f"The file is damaged: {where or 'it'} has no “{missing[0]}”.")
    return kind(**values)


def _read_row(hint: object, raw: object, where: str, rest: _Object) -> tuple[object, ...]:
    if not isinstance(raw, list):
        raise _wrong(where, "a list", raw)
    row: list[object] = []
    found: dict[int, _Object] = {}
    for index, item in enumerate(cast("list[object]", raw)):
        below: _Object = {}
        row.append(_read(hint, item, f"{where}[{index}]", below))
        if below:
            found[index] = below
    if found:
        names = _names(row)
        rest.update((names[index], below) for index, below in found.items())
    return tuple(row)


def _names(row: Iterable[object]) -> list[str]:
    """A name for each entry of a list: what it says, and the how manieth it is that says so."""
    said = [_flat(_written(item, None)) for item in row]
    times: Counter[str] = Counter()
    names: list[str] = []
    for words in said:
        times[words] += 1
        names.append(f"{times[words]} {words}")
    return names


def _read_choice(kind: type[StrEnum], raw: object, where: str) -> StrEnum:
    if isinstance(raw, str):
        value = next((value for value in kind if value == raw), _FALLBACKS.get(kind))
        if value is not None:
            return value
    raise _wrong(where, " or ".join(f"“{value}”" for value in kind), raw)


def _read_scalar(kind: type[object], raw: object, where: str) -> object:
    if kind is date and isinstance(raw, str):
        try:
            return date.fromisoformat(raw)
        except ValueError:
            raise _wrong(where, "a date such as 2009-12-18", raw) from None
    if type(raw) is int and abs(raw) > _LARGEST:
        raise _wrong(where, "a number of nine figures at most", raw)
    if kind is float and type(raw) is int:
        return float(raw)
    if type(raw) is not kind:
        raise _wrong(where, _NAMES.get(kind, "a date"), raw)
    return raw


def _wrong(where: str, wanted: str, raw: object) -> ReadError:
    shown = json.dumps(raw, ensure_ascii=False)[:40]
    return ReadError(f"The file is damaged: “{where}” should be {wanted}, not {shown}.")


# --- to bytes -----------------------------------------------------------------------------------


def _written(value: object, rest: object) -> object:
    """The JSON form of a value, with what was unknown in it put back."""
    if type(value) is str:
        return value
    if isinstance(value, StrEnum):
        is_unknown = isinstance(rest, str) and _FALLBACKS.get(type(value)) is value
        return rest if is_unknown else value.value
    below = cast("_Object", rest) if isinstance(rest, dict) else {}
    if isinstance(value, Text) and not (value.spans or value.marks or below):
        return value.plain
    if isinstance(value, tuple):
        row = cast("tuple[object, ...]", value)
        names = _names(row) if below else [""] * len(row)
        return [_written(item, below.get(name)) for item, name in zip(row, names, strict=True)]
    if is_dataclass(value):
        return _written_object(value, below)
    return value.isoformat() if isinstance(value, date) else value


def _written_object(value: object, rest: _Object) -> _Object:
    kind = type(value)
    kept: str = getattr(value, "extra", "")
    unknown: _Object = json.loads(kept) if kept else rest
    written: _Object = {}
    for name, default in _defaults(kind):
        item: object = getattr(value, name)
        below = unknown.get(name)
        if below is not None or item != default:
            written[name] = _written(item, below)
    known = _hints(kind)
    written.update((key, item) for key, item in unknown.items() if key not in known)
    if isinstance(unknown.get("cells"), list) and isinstance(value, Paragraph):
        _put_back_cells(value, unknown, written)
    return written


@cache
def _defaults(kind: type[object]) -> tuple[tuple[str, object], ...]:
    """The fields of a dataclass that are written, and what they are when nothing is."""
    every = fields(cast("Any", kind))
    return tuple((field.name, field.default) for field in every if field.name != "extra")


def _put_back_cells(paragraph: Paragraph, unknown: _Object, written: _Object) -> None:
    """Those of a kind that is not known, unless the paragraph has become one that is."""
    if paragraph.kind is ParagraphKind.PLAIN:
        written["cells"] = unknown["cells"]
    elif not paragraph.cells:
        del written["cells"]


def _printed(value: object, indent: int) -> str:
    """JSON with short objects and lists on one line, and long ones an entry a line."""
    flat = _flat(value)
    if len(flat) + indent <= WIDTH or not isinstance(value, dict | list):
        return flat
    inner = indent + 1
    if isinstance(value, dict):
        entries = [
            f"{_flat(key)}: {_printed(item, inner)}" for key, item in cast("_Object", value).items()
        ]
    else:
        entries = [_printed(item, inner) for item in cast("list[object]", value)]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    body = ",\n".join(" " * inner + entry for entry in entries)
    return f"{opening}\n{body}\n{' ' * indent}{closing}"


def _flat(value: object) -> str:
    return _ENCODER.encode(value)

"""What the user chose, in one file that the window and the command line read alike.

A file that cannot be read is set aside, never overwritten, and the program starts as if new. What a
newer program wrote stays in the file.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, cast

from drafter.core.errors import WriteError, reason
from drafter.io.atomic import write_atomic

MOST_RECENT = 12
"""How many recent drafts are remembered."""

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """All choices; a new program starts with these.

    `theme` is system, light or dark; `language` the interface's (`""`: the system's),
    `draft_language` that of new drafts (`""`: none is chosen yet); `zoom_pct` 0 for what fits the
    window, which was `fitted_pct` last, if ever; `rules_off` ids of rules; `recent` files, latest
    first; `shortcuts` keys by the object name of a command; `layout` what Qt needs to put the
    window back (base64).
    """

    theme: str = "system"
    language: str = ""
    draft_language: str = ""
    zoom_pct: int = 0
    fitted_pct: int = 0
    sets_end_marks: bool = True
    rules_off: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    shortcuts: Mapping[str, str] = field(default_factory=dict[str, str])
    layout: str = ""
    geometry: str = ""

    def with_recent(self, path: Path) -> Settings:
        """With a file at the head of the recent ones."""
        name = str(path)
        others = [one for one in self.recent if one != name]
        return replace(self, recent=(name, *others)[:MOST_RECENT])


class SettingsFile:
    """The file the settings live in."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unknown: dict[str, Any] = {}

    def read(self) -> Settings:
        """The settings; those of a new program when there is no file or none that can be read."""
        try:
            raw: Any = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError) as error:
            return self._as_new(reason(error))
        return self._from(raw) if isinstance(raw, dict) else self._as_new("not an object")

    def write(self, settings: Settings) -> None:
        """Writes them; raises WriteError, and what was there before stays."""
        values = {one.name: getattr(settings, one.name) for one in fields(Settings)}
        text = json.dumps(self._unknown | values, indent=1, ensure_ascii=False, sort_keys=True)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WriteError(f"{self._path}: settings not written: {reason(error)}.") from error
        # A file whose name is no UTF-8 has half characters in it, which JSON has an escape for.
        write_atomic(self._path, text.encode("utf-8", "backslashreplace"))

    def _from(self, raw: Any) -> Settings:
        known = {one.name for one in fields(Settings)}
        self._unknown = {key: value for key, value in raw.items() if key not in known}
        values: dict[str, Any] = {}
        default = Settings()
        for name in known & raw.keys():
            value: Any = tuple(raw[name]) if isinstance(raw[name], list) else raw[name]
            if isinstance(value, type(getattr(default, name))) and _are_texts(value):
                values[name] = value
            else:
                _LOG.warning("setting %s of %s has a wrong kind of value", name, self._path)
        return replace(default, **values)

    def _as_new(self, reason: str) -> Settings:
        _LOG.warning("settings not read from %s: %s", self._path, reason)
        self._set_aside()
        return Settings()

    def _set_aside(self) -> None:
        try:
            self._path.replace(self._path.with_suffix(".unreadable"))
        except OSError as error:
            _LOG.warning("%s cannot be set aside: %s", self._path, error)


def _are_texts(value: object) -> bool:
    """Whether what a setting lists are texts, as all lists and tables of settings hold."""
    if isinstance(value, Mapping):
        return all(isinstance(one, str) for one in cast("Mapping[str, object]", value).values())
    return not isinstance(value, tuple) or all(
        isinstance(one, str) for one in cast("tuple[object, ...]", value)
    )

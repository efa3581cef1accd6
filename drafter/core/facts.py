"""A language's facts as they stand in its TOML file, read by path and with their type."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

from drafter.core.errors import ModelError
from drafter.core.kinds import Organ
from drafter.paths import resource

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


class Facts:
    """A tree of texts, lists and tables; every getter names the path to the fact.

    Texts and lists of texts have to be there (`ModelError` if not); tables and lists of lists may
    be missing and are then empty.
    """

    def __init__(self, tree: Mapping[str, Any], name: str) -> None:
        self._tree = tree
        self._name = name

    @classmethod
    def read(cls, path: Path) -> Facts:
        """The facts in a TOML file."""
        return cls.parsed(path.read_text(encoding="utf-8"), path.name)

    @classmethod
    def parsed(cls, content: str, name: str = "") -> Facts:
        """The facts in the content of such a file, or in some lines of it."""
        return cls(tomllib.loads(content), name)

    def text(self, *path: str) -> str:
        """A text."""
        return str(self._required(path))

    def flag(self, *path: str) -> bool:
        """A yes or no."""
        return bool(self._required(path))

    def texts(self, *path: str) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(cast("list[str]", self._required(path)))

    def number(self, *path: str) -> float:
        """A number."""
        return float(self._required(path))

    def levels(self, *path: str) -> tuple[int, ...]:
        """A list of numbers."""
        return tuple(cast("list[int]", self._required(path)))

    def rows(self, *path: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists of texts."""
        rows = cast("list[list[str]]", self._find(path) or [])
        return tuple(tuple(row) for row in rows)

    def tables(self, *path: str) -> tuple[Facts, ...]:
        """A list of tables."""
        tables = cast("list[dict[str, Any]]", self._find(path) or [])
        return tuple(Facts(table, self._name) for table in tables)

    def table(self, *path: str) -> Facts:
        """A table."""
        return Facts(cast("dict[str, Any]", self._find(path) or {}), self._name)

    def words(self, *path: str) -> Mapping[str, str]:
        """A table of texts."""
        return cast("dict[str, str]", self._find(path) or {})

    def numbers(self, *path: str) -> Mapping[str, int]:
        """A table of numbers."""
        return cast("dict[str, int]", self._find(path) or {})

    def keys(self, *path: str) -> tuple[str, ...]:
        """The keys of a table, in order."""
        return tuple(cast("dict[str, Any]", self._find(path) or {}))

    def has(self, *path: str) -> bool:
        """Whether there is anything at the path."""
        return self._find(path) is not None

    def _find(self, path: tuple[str, ...]) -> Any:
        place: Any = self._tree
        for key in path:
            if not isinstance(place, dict):
                return None
            place = cast("dict[str, Any]", place).get(key)
        return place

    def _required(self, path: tuple[str, ...]) -> Any:
        fact = self._find(path)
        if fact is None:
            raise ModelError(f"{self._name} lacks “{'.'.join(path)}”.")
        return fact


@cache
def language_facts(code: str) -> Facts:
    """All that is known of the official language with this code.

    Raises:
        ModelError: it is not one of `LANGUAGES`.
    """
    if code not in LANGUAGES:
        raise ModelError(f"“{code}” is not one of the official languages {', '.join(LANGUAGES)}.")
    return Facts.read(resource("languages", f"{code}.toml"))


def language_table(code: str, name: str) -> Facts:
    """One table of a language's facts, without those below it; only that is parsed.

    To tell which language a text is in, something of all of them has to be known.
    """
    content = resource("languages", f"{code}.toml").read_text(encoding="utf-8")
    _, _, after = content.partition(f"\n[{name}]\n")
    return Facts.parsed(after.partition("\n[")[0], f"{code}.toml")


@cache
def language_name(code: str) -> str:
    """What a language is called in itself; only the head of its file is read."""
    with resource("languages", f"{code}.toml").open(encoding="utf-8") as lines:
        return Facts.parsed(next(line for line in lines if line.startswith("name = "))).text("name")


def organ_fact(facts: Facts, organ: Organ, fact: str) -> str:
    """What a language knows of an organ: its `name`, its `line`; "" where it knows nothing."""
    path = ("organs", organ.value, fact)
    return facts.text(*path) if facts.has(*path) else ""

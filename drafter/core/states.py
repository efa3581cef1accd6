"""The States Members and observers that may sponsor a draft, by their short names.

Read once from `resources/member-states.tsv`; no order is implied: sorting for a language is the
caller's, with a collation library.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from drafter.core.facts import LANGUAGES
from drafter.core.phrases import folded
from drafter.paths import resource


@dataclass(frozen=True, slots=True)
class State:
    """A State: its ISO 3166 code of three letters and its name by language code."""

    code: str
    names: Mapping[str, str]


@cache
def states() -> tuple[State, ...]:
    """All Member States and the two observer States."""
    lines = resource("member-states.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return tuple(State(row["code"], {code: row[code] for code in LANGUAGES}) for row in rows)


def state_named(name: str) -> State | None:
    """The State that is called so in any of the languages, whatever its capitals."""
    return _by_name().get(folded(name))


def nearest_state(name: str) -> State | None:
    """The State whose name begins like this one or is most like it; None if none is like it."""
    from difflib import get_close_matches  # noqa: PLC0415 - no command needs it

    asked = folded(name)
    if not asked:
        return None
    started = min((one for one in _by_name() if one.startswith(asked)), key=len, default="")
    likest = [started] if started else get_close_matches(asked, _by_name(), n=1)
    return _by_name()[likest[0]] if likest else None


@cache
def _by_name() -> Mapping[str, State]:
    return {folded(name): state for state in states() for name in state.names.values()}


def state_in(name: str, source: str, target: str) -> str:
    """The name of a State in another language; the name itself if no State is called so."""
    for state in states():
        if state.names[source] == name:
            return state.names[target]
    return name

"""Starter drafts: an empty draft of each organ and kind (see `drafts` for what is made of them).

The files below `templates/starters/` are in English and made by `packaging/make_starters.py`; what
is to be filled in is empty or stands in square brackets, worded in six languages in `words.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from drafter.core.errors import ReadError
from drafter.core.kinds import DocumentKind, Organ
from drafter.paths import template

FIRST_STARTER = "ga-draft"
"""What is written most."""
_KINDS: Mapping[Organ, tuple[DocumentKind, ...]] = {
    Organ.GA: (DocumentKind.DRAFT, DocumentKind.ADOPTED, DocumentKind.DECISION),
    Organ.SC: (DocumentKind.DRAFT, DocumentKind.ADOPTED, DocumentKind.STATEMENT),
    Organ.ECOSOC: (DocumentKind.DRAFT, DocumentKind.ADOPTED, DocumentKind.DECISION),
    Organ.HRC: (DocumentKind.DRAFT, DocumentKind.ADOPTED, DocumentKind.DECISION),
    Organ.OTHER: (DocumentKind.DRAFT, DocumentKind.ADOPTED, DocumentKind.DECISION),
}


@dataclass(frozen=True, slots=True)
class Starter:
    """One starter: the name of its file, the organ, the kind; the window has the words for both."""

    id: str
    organ: Organ
    kind: DocumentKind


@cache
def starters() -> tuple[Starter, ...]:
    """All starters, by organ, the draft resolution first."""
    return tuple(
        Starter(f"{organ.value.lower()}-{kind.value}", organ, kind)
        for organ, kinds in _KINDS.items()
        for kind in kinds
    )


def starter(starter_id: str) -> Starter:
    """The starter with this id.

    Raises:
        ReadError: there is none.
    """
    for one in starters():
        if one.id == starter_id:
            return one
    raise ReadError(f"There is no starter “{starter_id}”; choose another one.")


@cache
def words_to_fill(code: str) -> Mapping[str, str]:
    """The words in square brackets in a language, by what they stand for."""
    content = template("starters", "words.toml").read_text(encoding="utf-8")
    return tomllib.loads(content)[code]

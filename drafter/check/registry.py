"""All rules, in one explicit row; a theme's module lists its own."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.check.rule import Rule
from drafter.check.rules import (
    bullets,
    endings,
    footnotes,
    headings,
    importing,
    items,
    marks,
    numbering,
    references,
    sequence,
    structure,
)

ALL: tuple[Rule, ...] = (
    *structure.RULES,
    *sequence.RULES,
    *numbering.RULES,
    *headings.RULES,
    *items.RULES,
    *bullets.RULES,
    *endings.RULES,
    *footnotes.RULES,
    *marks.RULES,
    *references.RULES,
    *importing.RULES,
)


def rules_named(prefixes: Iterable[str]) -> tuple[Rule, ...]:
    """The rules whose id starts with one of the prefixes."""
    starts = tuple(prefixes)
    return tuple(rule for rule in ALL if rule.id.startswith(starts))

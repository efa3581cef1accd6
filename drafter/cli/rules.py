"""`drafter rules`: every rule of the checker, as lines of text and as JSON.

The keys of the JSON are a public contract: they are only ever added to.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from drafter.check.registry import ALL
from drafter.check.rule import Rule
from drafter.cli.output import FINE, show, width
from drafter.cli.words import cut


def run(options: argparse.Namespace) -> int:
    """Lists every rule."""
    show(options, rules_json(ALL), rule_lines(ALL, width()))
    return FINE


def rule_lines(rules: Sequence[Rule], width: int) -> Iterator[str]:
    """A line a rule."""
    longest = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        languages = " ".join(rule.languages)
        start = (
            f"{rule.id:<{longest}}  {rule.severity.value:<7}  {rule.source:<8}  {languages:<17}  "
        )
        yield start + cut(rule.title, max(width - len(start), 20))


def rules_json(rules: Sequence[Rule]) -> dict[str, object]:
    """The rules as JSON values; no alarm rate is measured yet."""
    return {"format": "drafter.rules", "version": 1, "rules": [_rule_json(rule) for rule in rules]}


def _rule_json(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "title": rule.title,
        "severity": rule.severity.value,
        "languages": list(rule.languages),
        "source": rule.source,
        "alarm_rate": None,
        "explanation": rule.explanation,
    }

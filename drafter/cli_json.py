"""The JSON the commands print, beside the outline (`io.outline`).

The keys are a public contract: they are only ever added to.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.check.problem import Problem
from drafter.check.rule import Rule
from drafter.cli_text import severity_counts
from drafter.core.diff import Comparison, Row, plain_text
from drafter.core.model import Resolution
from drafter.core.numbering import numbering


def problems_json(resolution: Resolution, problems: Sequence[Problem]) -> dict[str, object]:
    """The problems as JSON values."""
    numbers = numbering(resolution)
    rows = [
        {
            "rule": problem.rule,
            "severity": problem.severity.value,
            "paragraph": problem.place if problem.place in numbers.labels else None,
            "label": numbers.labels.get(problem.place or "")
            or numbers.notes.get(problem.place or "", ""),
            "start": problem.start,
            "end": problem.end,
            "message": problem.message.english(),
            "source": problem.source,
            "fix": problem.fix.kind.value if problem.fix else None,
            "footnote": problem.place if problem.place in numbers.notes else None,
        }
        for problem in problems
    ]
    counts = severity_counts(problems)
    return {"format": "drafter.problems", "version": 1, "problems": rows, "counts": counts}


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


def comparison_json(old: Resolution, new: Resolution, comparison: Comparison) -> dict[str, object]:
    """The comparison as JSON values."""
    before, after = numbering(old).labels, numbering(new).labels

    def row_json(row: Row) -> dict[str, object]:
        was = {"label": before[row.old.id], "text": plain_text(row.old)} if row.old else None
        now = {"label": after[row.new.id], "text": plain_text(row.new)} if row.new else None
        return {
            "what": row.what.value,
            "old": was,
            "new": now,
            "similarity": round(row.similarity, 4),
            "differs": list(row.differs),
            "words": [
                {"what": words.what.value, "old": words.old, "new": words.new}
                for words in (row.words() if "text" in row.differs else ())
            ],
        }

    return {
        "format": "drafter.comparison",
        "version": 1,
        "counts": comparison.counts(),
        "paragraphs": [row_json(row) for row in comparison.rows],
        "fields": [{"field": name, "old": was, "new": now} for name, was, now in comparison.fields],
    }

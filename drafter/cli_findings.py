"""The problems that a check found, and the rules, as lines of text and as JSON.

The keys of the JSON are a public contract: they are only ever added to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.check.problem import Problem
from drafter.check.rule import Rule
from drafter.cli_text import count, cut
from drafter.core.model import ParagraphKind, Resolution
from drafter.core.numbering import Numbering, numbering


def problem_lines(resolution: Resolution, problems: Sequence[Problem]) -> Iterator[str]:
    """The problems, two lines each, and how many there are."""
    numbers = numbering(resolution)
    for problem in problems:
        place = place_name(resolution, numbers, problem.place)
        fix = f", {problem.fix.kind.value} fix" if problem.fix else ""
        yield f"{place}: {problem.severity.value}: {problem.message.english()}"
        excerpt = _excerpt(resolution, problem)
        yield f"    {excerpt}[{problem.rule}, {problem.source}{fix}]"
    yield _counted(problems)


def place_name(resolution: Resolution, numbers: Numbering, place: str | None) -> str:
    """Where a problem is, in words: `paragraph 4`, `footnote 2`, `document`."""
    if place is None:
        return "document"
    if place in numbers.notes:
        return f"footnote {numbers.notes[place]}"
    at = resolution.index(place)
    paragraph = resolution.paragraphs[at]
    label = numbers.labels[place]
    if label and paragraph.level > 0 and paragraph.kind is ParagraphKind.PARAGRAPH:
        above = next(
            (numbers.labels[p.id] for p in reversed(resolution.paragraphs[:at]) if p.level == 0), ""
        )
        label = f"{above} {label}".strip()
    if label:
        return f"paragraph {label.rstrip('.')}"
    nth = [p.id for p in resolution.part(paragraph.part)].index(place) + 1
    return f"{paragraph.part.value} {nth}"


def _excerpt(resolution: Resolution, problem: Problem) -> str:
    if problem.place is None or problem.end <= problem.start:
        return ""
    texts = {p.id: p.text.plain for p in resolution.paragraphs}
    texts.update((note.id, note.text.plain) for note in resolution.footnotes)
    words = texts.get(problem.place, "")[problem.start : problem.end]
    return f"“{cut(words, 60)}” " if words.strip() else ""


def _counted(problems: Sequence[Problem]) -> str:
    if not problems:
        return "No problems found."
    totals = severity_counts(problems)
    return (
        f"{count(totals['error'], 'error')}, {count(totals['warning'], 'warning')}, "
        f"{count(totals['info'], 'remark')}."
    )


def severity_counts(problems: Iterable[Problem]) -> dict[str, int]:
    """How many problems there are of each severity."""
    totals = {"error": 0, "warning": 0, "info": 0}
    for problem in problems:
        totals[problem.severity.value] += 1
    return totals


def rule_lines(rules: Sequence[Rule], width: int) -> Iterator[str]:
    """A line a rule."""
    longest = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        languages = " ".join(rule.languages)
        start = (
            f"{rule.id:<{longest}}  {rule.severity.value:<7}  {rule.source:<8}  {languages:<17}  "
        )
        yield start + cut(rule.title, max(width - len(start), 20))


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

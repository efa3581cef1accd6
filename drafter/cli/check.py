"""`drafter check`: the problems of a resolution, as lines of text and as JSON, and safe fixes.

The keys of the JSON are a public contract: they are only ever added to.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from drafter.check.engine import apply_safe_fixes, check
from drafter.check.problem import Problem
from drafter.check.registry import ALL, rules_named
from drafter.check.rule import Rule
from drafter.cli.output import FINDINGS, FINE, STANDARD, later, misused, print_json, print_lines
from drafter.cli.words import count, cut
from drafter.cli.writing import refuse_output, tell_of_labels, write
from drafter.core.model import ParagraphKind, Resolution
from drafter.core.numbering import Numbering, numbering
from drafter.io.formats import read_file


def run(options: argparse.Namespace) -> int:
    """Lists the problems; with --fix, what is left after the safe fixes."""
    if options.pack:
        return later("--pack")
    if options.fix != bool(options.output):
        misused("--fix and -o OUT go together.")
    if options.json and options.output == STANDARD:
        misused("--json and -o - would both write to the standard output; name a file.")
    if options.output:
        refuse_output(options.output, options.file)
    rules = _rules_asked(options.rules)
    resolution = read_file(options.file)
    if options.lang:
        resolution = replace(resolution, language=options.lang)
    if options.fix:
        resolution = apply_safe_fixes(resolution, rules)
        write(options.output, resolution, is_quiet=options.json)
        if not options.json:
            tell_of_labels(resolution, options.output)
    problems = check(resolution, rules)
    if options.json:
        print_json(problems_json(resolution, problems))
    else:
        # The standard output holds either the text or the list.
        to_errors = options.output == STANDARD
        print_lines(problem_lines(resolution, problems), sys.stderr if to_errors else None)
    grave = {"error", "warning"} if options.strict else {"error"}
    return FINDINGS if any(problem.severity in grave for problem in problems) else FINE


def _rules_asked(prefixes: str | None) -> tuple[Rule, ...]:
    if prefixes is None:
        return ALL
    asked = [prefix.strip() for prefix in prefixes.split(",") if prefix.strip()]
    if not asked:
        misused("--rules names no rule; see drafter rules.")
    for prefix in asked:
        if not rules_named([prefix]):
            misused(f"No rule's name begins with “{prefix}”; see drafter rules.")
    return rules_named(asked)


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

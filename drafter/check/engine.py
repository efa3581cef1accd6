"""Runs rules over a resolution and gives their problems in reading order; applies fixes.

Findings on a paragraph or note are kept in a `Cache` as long as the very same object stands in the
same surroundings, so that after one edit only what changed is looked at again. A cache belongs to
one thread at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from drafter.check.problem import Fix, FixKind, Message, Problem
from drafter.check.registry import ALL
from drafter.check.rule import (
    Document,
    DocumentRule,
    Finding,
    NoteRule,
    ParagraphRule,
    Rule,
    Surroundings,
)
from drafter.core.errors import GivenUpError
from drafter.core.model import Footnote, Paragraph, Resolution
from drafter.core.patience import never

Ignored = Collection[tuple[str, str]]
"""Pairs of a rule's id and a paragraph's or note's id, for which the problem is not shown."""

_MOST_ROUNDS = 1000
"""No honest text needs as many; two rules at odds must not go on for ever."""


@dataclass(slots=True)
class _Kept:
    """What is known of one paragraph or note, by rule."""

    block: Paragraph | Footnote
    surroundings: Surroundings
    problems: dict[str, tuple[Problem, ...]] = field(default_factory=dict[str, tuple[Problem, ...]])


class Cache:
    """What was found in the paragraphs and notes of the document last checked."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}

    def kept(
        self, block: Paragraph | Footnote, surroundings: Surroundings
    ) -> dict[str, tuple[Problem, ...]]:
        """The problems known of the block, by rule; to be filled by the caller."""
        known = self._kept.get(block.id)
        if known is None or known.block is not block or known.surroundings != surroundings:
            known = self._kept[block.id] = _Kept(block, surroundings)
        return known.problems

    def forget_others(self, ids: Collection[str]) -> None:
        """Drops what is known of blocks that are not there any more."""
        for gone in self._kept.keys() - set(ids):
            del self._kept[gone]


def check(
    resolution: Resolution,
    rules: Sequence[Rule] = ALL,
    cache: Cache | None = None,
    *,
    ignored: Ignored = (),
    is_stale: Callable[[], bool] = never,
) -> tuple[Problem, ...]:
    """The problems in reading order; a rule turned off is left out of `rules`.

    Raises:
        GivenUpError: `is_stale`, asked before each rule and paragraph, said so; what was found in
            paragraphs until then is in the cache.
    """
    document = Document(resolution)
    applying = [rule for rule in rules if rule.applies_to(resolution)]
    found: list[Problem] = []
    for rule in applying:
        if isinstance(rule, DocumentRule):
            _go_on(is_stale)
            found.extend(_problem(rule, finding) for finding in rule.look(document))
    found.extend(_in_blocks(document, applying, cache or Cache(), is_stale))
    shown = (one for one in found if (one.rule, one.place) not in ignored)
    return tuple(sorted(shown, key=_reading_order(resolution)))


def _in_blocks(
    document: Document, rules: Sequence[Rule], cache: Cache, is_stale: Callable[[], bool]
) -> Iterator[Problem]:
    resolution = document.resolution
    paragraph_rules = [rule for rule in rules if isinstance(rule, ParagraphRule)]
    note_rules = [rule for rule in rules if isinstance(rule, NoteRule)]
    for paragraph in resolution.paragraphs:
        _go_on(is_stale)
        around = document.surroundings(paragraph)
        kept = cache.kept(paragraph, around)
        for rule in paragraph_rules:
            if rule.id not in kept:
                kept[rule.id] = _problems(rule, rule.look(paragraph, around))
            yield from kept[rule.id]
    around = Surroundings(resolution.language, resolution.organ, resolution.kind)
    for note in resolution.footnotes:
        kept = cache.kept(note, around)
        for rule in note_rules:
            if rule.id not in kept:
                kept[rule.id] = _problems(rule, rule.look(note, around))
            yield from kept[rule.id]
    cache.forget_others(
        [one.id for one in resolution.paragraphs] + [one.id for one in resolution.footnotes]
    )


def _go_on(is_stale: Callable[[], bool]) -> None:
    if is_stale():
        raise GivenUpError("The document has changed while it was checked.")


def _problems(rule: Rule, findings: Iterable[Finding]) -> tuple[Problem, ...]:
    return tuple(_problem(rule, finding) for finding in findings)


def _problem(rule: Rule, finding: Finding) -> Problem:
    wording = rule.wordings[finding.code]
    code = f"{rule.id}/{finding.code}"
    fix = None
    if finding.repair is not None:
        title = Message(f"{code}/fix", wording.fix, finding.arguments)
        fix = Fix(title, finding.repair.kind, finding.repair.change, finding.repair.touches)
    return Problem(
        rule=rule.id,
        severity=rule.severity,
        message=Message(code, wording.problem, finding.arguments),
        source=rule.source,
        place=finding.place,
        start=finding.start,
        end=finding.end,
        fix=fix,
        is_unfinished=wording.is_unfinished,
    )


def _reading_order(resolution: Resolution) -> Callable[[Problem], tuple[int, int, int, str, int]]:
    ids = [one.id for one in resolution.paragraphs] + [one.id for one in resolution.footnotes]
    places: dict[str | None, int] = {place: at for at, place in enumerate(ids)}

    def order(problem: Problem) -> tuple[int, int, int, str, int]:
        place = places.get(problem.place, -1)
        return place, problem.start, problem.severity.rank, problem.rule, problem.end

    return order


def apply_fix(resolution: Resolution, fix: Fix) -> Resolution:
    """With one fix applied; the very same object if it changes nothing."""
    changed = fix.change(resolution)
    return resolution if changed == resolution else changed


def apply_safe_fixes(resolution: Resolution, rules: Sequence[Rule] = ALL) -> Resolution:
    """With all safe fixes applied, again and again until none is left.

    Fixes that touch the same place wait for the next round, when the document has been looked at
    anew.
    """
    cache = Cache()
    for _ in range(_MOST_ROUNDS):
        mended = _round(resolution, check(resolution, rules, cache))
        if mended is resolution:
            break
        resolution = mended
    return resolution


def _round(resolution: Resolution, problems: Iterable[Problem]) -> Resolution:
    """With the safe fixes applied that do not overlap; the first in reading order go first."""
    touched: set[str] = set()
    for fix in (problem.fix for problem in problems):
        if fix is None or fix.kind is not FixKind.SAFE or fix.overlaps(touched):
            continue
        changed = apply_fix(resolution, fix)
        if changed is resolution:
            continue
        resolution = changed
        if not fix.touches:
            break
        touched |= fix.touches
    return resolution

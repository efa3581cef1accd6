"""Every rule's examples: the good are silent, the bad are not, and a fix does mend them."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from drafter.check import rules as themes
from drafter.check.engine import apply_fix, check
from drafter.check.problem import Problem
from drafter.check.registry import ALL, rules_named
from drafter.check.rule import Rule
from drafter.core.language import LANGUAGES
from drafter.core.model import Resolution
from tests.notation import document

LONGEST_THEME = 200
UNSHOWABLE = {"import.unsure"}
"""What the notation cannot write; shown in `test_importing.py`."""

GOOD = [pytest.param(rule, text, id=f"{rule.id}-{text}") for rule in ALL for text in rule.good]
BAD = [pytest.param(rule, text, id=f"{rule.id}-{text}") for rule in ALL for text in rule.bad]


def _found(rule: Rule, resolution: Resolution) -> tuple[Problem, ...]:
    return check(resolution, [rule])


@pytest.mark.parametrize(("rule", "text"), GOOD)
def test_a_good_example_is_silent(rule, text):
    assert _found(rule, document(text)) == ()


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_a_bad_example_is_found_and_worded(rule, text):
    for problem in _found(rule, document(text)) or pytest.fail("nothing found"):
        assert problem.rule == rule.id
        assert problem.severity is rule.severity
        sentence = problem.message.english()
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert "“”" not in sentence


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_a_fix_takes_the_problem_away(rule, text):
    resolution = document(text)
    for problem in _found(rule, resolution):
        if problem.fix is None:
            continue
        assert problem.fix.title.english()
        mended = apply_fix(resolution, problem.fix)
        assert mended is not resolution
        assert problem not in _found(rule, mended)


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_places_are_in_the_text(rule, text):
    resolution = document(text)
    lengths = {p.id: len(p.text) for p in resolution.paragraphs}
    lengths |= {note.id: len(note.text) for note in resolution.footnotes}
    for problem in _found(rule, resolution):
        if problem.place is None:
            assert problem.start == problem.end == 0
        else:
            assert 0 <= problem.start <= problem.end <= lengths[problem.place]


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_a_rule_is_complete(rule):
    assert re.fullmatch(r"[a-z]+\.[a-z_]+", rule.id)
    assert re.fullmatch(r"[A-Z]-\d\d|import", rule.source)
    assert rule.explanation.endswith(".")
    assert not rule.title.endswith(".")
    assert rule.good
    assert rule.bad or rule.id in UNSHOWABLE
    assert set(rule.languages) <= set(LANGUAGES)
    for wording in rule.wordings.values():
        assert set(_names(wording.fix)) <= {"due", "expected", "stop", "sign", "shown", "kept"}


def _names(template: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(template) if name]


def test_ids_are_unique():
    assert len({rule.id for rule in ALL}) == len(ALL)


def test_rules_are_picked_by_prefix():
    assert {rule.id for rule in rules_named(["footnotes", "numbering.single"])} == {
        rule.id for rule in ALL if rule.id.startswith("footnotes") or rule.id == "numbering.single"
    }


def test_a_theme_stays_small():
    for path in Path(themes.__file__).parent.glob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_THEME, path.name

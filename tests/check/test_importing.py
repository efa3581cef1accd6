"""What the notation has no signs for: guesses of an import."""

from __future__ import annotations

from dataclasses import replace

from drafter.check.engine import apply_fix, check
from drafter.check.problem import FixKind, Severity
from drafter.check.registry import rules_named
from drafter.core.model import Guess
from tests.notation import document

RULES = rules_named(["import.unsure"])
TEXT = document("P: Recalling x, | 1. Asks y; | 2. Asks z. | X: ~ ~")


def _found(*guesses):
    return check(replace(TEXT, guesses=guesses), RULES)


def test_an_unsure_guess_is_found_and_confirmed():
    bare = Guess("part", "p1", confidence=0.3)
    detailed = Guess("level", "p2", "an item perhaps", confidence=0.1)
    first, second = _found(bare, detailed)
    assert first.message.english() == "The import was not sure here (part)."
    assert second.message.english() == "The import was not sure here (level: an item perhaps)."
    assert {first.severity, second.severity} == {Severity.INFO}
    assert {first.fix.kind, second.fix.kind} == {FixKind.OFFER}
    mended = apply_fix(replace(TEXT, guesses=(bare, detailed)), first.fix)
    assert mended.guesses == (detailed,)


def test_a_guess_of_the_whole_document_has_no_place():
    (problem,) = _found(Guess("organ", None, confidence=0.2))
    assert problem.place is None


def test_sure_guesses_and_those_on_unplaced_blocks_are_silent():
    assert _found(Guess("part", "p1", confidence=0.5), Guess("part", "p4", confidence=0.1)) == ()

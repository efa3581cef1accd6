"""Bullets and dashes among the operative paragraphs."""

from __future__ import annotations

import pytest

from drafter.check.engine import apply_fix, check
from drafter.check.problem import FixKind
from drafter.core.numbering import numbering
from tests.notation import document


def _found(resolution):
    return [one for one in check(resolution) if one.rule == "items.bullet"]


@pytest.mark.parametrize("sign", ["•", "–"])
def test_a_row_of_bullets_is_told_of_once_and_lettered_on_demand(sign):
    resolution = document(f"1. Asks: | {sign} To x; | {sign} To y; | {sign} To z; | 2. Ends.")
    (problem,) = _found(resolution)
    assert (problem.place, problem.fix.kind) == ("p2", FixKind.OFFER)
    mended = apply_fix(resolution, problem.fix)
    labels = numbering(mended).labels
    assert [labels[place] for place in ("p2", "p3", "p4")] == ["(a)", "(b)", "(c)"]
    assert _found(mended) == []


def test_bullets_of_annexes_and_of_the_council_are_left_alone():
    assert _found(document("O: Asks x. | A: Plan | • One | • Two")) == []
    assert _found(document("@SC | 1. Asks: | • To x; | • To y.")) == []

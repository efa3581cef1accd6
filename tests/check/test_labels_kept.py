"""Printed labels: what the text may lean on is not changed unasked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.check.engine import check
from drafter.check.problem import FixKind
from tests.notation import document

SAFE, OFFER = FixKind.SAFE, FixKind.OFFER
FRENCH = "@fr | 1. Prie : | (a) De x ; | (b) De y ; | 2. Demande z."


def _found(resolution, rule):
    return [(one.place, one.fix.kind) for one in check(resolution) if one.rule == rule]


def _with_labels(resolution, labels):
    row = [replace(one, printed=labels.get(one.id, one.printed)) for one in resolution.paragraphs]
    return resolution.with_paragraphs(tuple(row))


def test_brackets_of_another_language_are_mended():
    assert _found(document(FRENCH), "items.form") == [("p2", SAFE)]


@pytest.mark.parametrize("organ", ["SC", "GA"])
def test_figures_in_place_of_letters_are_offered_once_a_row(organ):
    text = f"@{organ} | 1. Asks: | (a) To x; | (b) To y; | (c) To z; | 2. Asks w."
    resolution = _with_labels(document(text), {"p2": "(1)", "p3": "(2)", "p4": "(3)"})
    assert _found(resolution, "items.form") == [("p2", OFFER)]


def test_labels_that_the_text_refers_to_are_offered():
    text = FRENCH.replace("Demande z", "Demande z comme au paragraphe 1 a) ci-dessus")
    assert _found(document(text), "items.form") == [("p2", OFFER)]


def test_a_comma_before_the_first_number_is_only_offered_to_go():
    resolution = document("@es | Line: La Asamblea General, | 1. Decide x; | 2. Pide y.")
    assert _found(resolution, "structure.organ_comma") == [(None, OFFER)]

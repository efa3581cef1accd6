"""`1 bis`, `1 ter`: versions of a number follow each other, in paragraphs and in items."""

from __future__ import annotations

from dataclasses import replace

from drafter.check.engine import apply_fix, check
from drafter.core.numbering import numbering
from tests.notation import document

HEAD = "Line: _The General Assembly_, | P: Recalling its resolution on x, | "


def test_an_item_that_leaves_a_version_out_becomes_the_next_one() -> None:
    made = document(f"{HEAD}1. Decides: | (a) To x; | (b) To y; | 2. Asks z.")
    third = replace(made.paragraphs[3], printed="(a ter)", alternative=2)
    resolution = made.with_paragraph(third)
    (found,) = check(resolution)
    assert (found.rule, found.place) == ("items.sequence", third.id)
    assert found.message.english().startswith("“(a ter)” comes after “(a)”")
    assert found.fix is not None
    mended = apply_fix(resolution, found.fix)
    assert numbering(mended).labels[third.id] == "(a bis)"
    assert check(mended) == ()


def test_a_paragraph_that_leaves_a_version_out_becomes_the_next_one() -> None:
    resolution = document(f"{HEAD}1. Decides x; | 1 ter. Decides y; | 2. Decides z.")
    (found,) = check(resolution)
    assert (found.rule, found.place) == ("numbering.sequence", "p3")
    assert found.fix is not None
    mended = apply_fix(resolution, found.fix)
    assert [numbering(mended).labels[one] for one in mended.ids[1:]] == ["1.", "1 bis.", "2."]

"""Numbers that show, and the references that go by them."""

from __future__ import annotations

from dataclasses import replace

from drafter.check.engine import apply_fix, check
from drafter.check.problem import FixKind, Severity
from tests.notation import document

GAP = (
    "1. Asks x; | 2. Asks y; | 4. Asks z; | 5. Recalls paragraph 4 above and paragraph 3 below; "
    "| 6. Ends."
)


def _found(resolution, prefix):
    return [one for one in check(resolution) if one.rule.startswith(prefix)]


def test_references_go_by_the_printed_numbers_while_they_are_kept():
    (problem,) = _found(document(GAP), "references.")
    assert problem.message.english() == "There is no paragraph 3 in this text."


def test_references_go_by_the_computed_numbers_otherwise():
    found = [one.message.english() for one in _found(document(GAP, printed=False), "references.")]
    assert found == ["Paragraph 4 does not stand above.", "Paragraph 3 does not stand below."]


def test_an_offer_of_new_numbers_tells_of_the_references():
    (problem,) = _found(document(GAP), "numbering.sequence")
    assert problem.fix.kind is FixKind.OFFER
    assert "refers to its own paragraphs" in problem.message.english()
    assert problem.fix.title.english().endswith("then look at the references")
    (other,) = _found(document("1. Asks x; | 2. Asks y; | 4. Asks z."), "numbering.sequence")
    assert "refers" not in other.message.english()


def test_three_paragraphs_without_any_number_are_offered_theirs():
    resolution = document("P: Recalling x, | O: Asks x; | O: Asks y; | O: Asks z.")
    (problem,) = _found(resolution, "numbering.")
    assert (problem.place, problem.severity) == ("p2", Severity.WARNING)
    assert problem.fix.kind is FixKind.OFFER
    mended = apply_fix(resolution, problem.fix)
    assert _found(mended, "numbering.") == []
    assert all(one.numbered for one in mended.paragraphs)


def test_a_single_paragraph_without_a_number_is_right():
    assert _found(document("P: Recalling x, | O: Asks x."), "numbering.") == []


def test_a_number_in_another_form_is_not_called_missing():
    resolution = document("1. Asks x; | O: Asks y; | 3. Asks z.")
    printed = replace(resolution.paragraphs[1], printed="2", numbered=True)
    (problem,) = _found(resolution.with_paragraph(printed), "numbering.")
    assert problem.message.english() == "“2” stands here where “2.” is due."
    mended = apply_fix(resolution.with_paragraph(printed), problem.fix)
    assert not _found(mended, "numbering.")

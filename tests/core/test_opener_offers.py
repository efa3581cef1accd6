"""Opening phrases offered, and the marks of repetition due."""

import pytest

from drafter.core import edits
from drafter.core.inline import Style
from drafter.core.model import Part, Resolution
from drafter.core.opener_offers import due_repetition, offers, with_due_repetitions
from drafter.core.openers import Repetition
from tests.notation import document


def phrases(text: Resolution, place: str, typed: str) -> list[str]:
    return [offer.phrase for offer in offers(text, place, typed)]


def openings(text: Resolution) -> list[str]:
    return [paragraph.text.plain for paragraph in text.paragraphs]


def test_the_commonest_phrases_of_the_part_come_first() -> None:
    draft = document("P: x | 1. y | 2. z.")
    assert phrases(draft, "p1", "Re")[0] == "Recalling"
    assert phrases(draft, "p2", "Re")[0] == "Requests"
    counts = [offer.uses for offer in offers(draft, "p2", "")]
    assert counts == sorted(counts, reverse=True)


def test_accents_and_capitals_make_no_difference() -> None:
    assert phrases(document("@fr | P: x"), "p1", "reaff")[0].startswith("Réaffirmant")


def test_a_slip_of_the_finger_is_forgiven() -> None:
    assert "Recalling" in phrases(document("P: x"), "p1", "Recaling")


def test_what_the_paragraph_before_demands_comes_first() -> None:
    draft = document("@fr | P: _Rappelant_ x, | P: y")
    first = offers(draft, "p2", "Ra")[0]
    assert (first.phrase, first.is_due) == ("Rappelant également", True)
    third = document("P: _Recalling_ x, | P: _Recalling also_ y, | P: z")
    assert phrases(third, "p3", "Re")[0] == "Recalling further"
    fourth = document(
        "P: _Recalling_ x, | P: _Recalling also_ y, | P: _Recalling further_ z, | P: a"
    )
    assert phrases(fourth, "p4", "Re")[0] == "Recalling"


def test_the_security_council_demands_nothing() -> None:
    draft = document("@SC | P: _Recalling_ x, | P: y")
    assert not offers(draft, "p2", "Re")[0].is_due


def test_an_organ_without_counts_falls_back_to_all() -> None:
    assert offers(document("@ar OTHER | P: x"), "p1", "")[0].uses > 0


def test_annexes_have_no_openers() -> None:
    assert offers(document("1. x | A: y | 1. z"), "p3", "Re") == ()


@pytest.mark.parametrize(
    ("notation", "place", "due"),
    [
        ("P: Recalling x, | P: Recalling y,", "p2", Repetition.ALSO),
        ("P: Recalling x, | P: Noting y, | P: Recalling also z,", "p3", Repetition.NONE),
        ("1. Requests the Council to a; | 2. Requests the Council to b.", "p2", Repetition.ALSO),
        ("1. Requests the Council to a; | 2. Requests all States to b.", "p2", None),
        ("@SC | P: Recalling x, | P: Recalling y,", "p2", None),
        ("P: Recalling x, | P: the end of it,", "p2", None),
        ("1. Requests x: | (a) y; | 2. Requests x z.", "p3", None),
    ],
)
def test_due_marks(notation: str, place: str, due: Repetition | None) -> None:
    assert due_repetition(document(notation), place) is due


def test_marks_are_set_right_after_a_move_with_their_italics() -> None:
    draft = document("P: _Recalling_ x, | P: _Recalling also_ y, | P: _Noting_ z,")
    moved = edits.move(draft, "p3", 1)
    fixed = with_due_repetitions(moved, Part.PREAMBLE)
    assert openings(fixed) == ["Recalling x,", "Noting z,", "Recalling y,"]
    assert fixed.paragraphs[2].text.stretches(Style.ITALIC) == ((0, 9),)
    back = with_due_repetitions(edits.move(fixed, "p3", 3), Part.PREAMBLE)
    assert openings(back) == ["Recalling x,", "Recalling also y,", "Noting z,"]
    assert back.paragraphs[1].text.stretches(Style.ITALIC) == ((0, 14),)

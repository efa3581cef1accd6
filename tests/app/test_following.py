"""Printed labels follow the count where the drafter changes the order."""

from __future__ import annotations

from drafter.app.following import with_labels_followed
from drafter.core import edits
from drafter.core.inline import Text
from drafter.core.model import Resolution
from drafter.core.numbering import numbering
from tests.notation import document


def followed(old: Resolution, new: Resolution) -> list[str | None]:
    return [one.printed for one in with_labels_followed(old, numbering(old), new).paragraphs]


def test_labels_that_were_right_follow_a_move() -> None:
    old = document("1. Decides x; | 2. Urges y; | (a) one; | (b) two; | 3. Asks z.")
    moved = edits.move_up(old, "p2")
    assert followed(old, moved) == [None, "(a)", "(b)", None, "3."]


def test_a_label_that_the_source_printed_wrong_stays_a_fault_to_be_looked_at() -> None:
    old = document("1. Decides x; | 2. Urges y; | 7. Asks z.")
    assert followed(old, edits.move_up(old, "p2")) == [None, None, "7."]


def test_other_words_leave_every_label() -> None:
    old = document("1. Decides x; | 2. Urges y.")
    assert followed(old, edits.set_text(old, "p1", Text("Decides w;"))) == ["1.", "2."]


def test_what_is_taken_out_moves_those_below_up() -> None:
    old = document("1. Decides x; | 2. Urges y; | 3. Asks z.")
    assert followed(old, edits.delete(old, ("p1",))) == [None, None]

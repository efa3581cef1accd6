"""Paragraphs are aligned by what they say; word diffs give both texts back."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.core import diff
from drafter.core.diff import What, Words, compared, word_diff
from drafter.core.inline import Text
from drafter.core.model import AgendaItem, Masthead, Paragraph, Part, Resolution, Sponsor
from tests.notation import document
from tests.strategies import resolutions

OLD = document(
    "Title: Peace | P: Recalling its resolution 60/1, | P: Noting the report of the Council,"
    " | 1. Calls upon all States to sign the Convention; | 2. Decides to remain seized;"
    " | 3. Requests the Secretary-General to submit a report at its next session."
)


def rows(old: Resolution, new: Resolution) -> list[str]:
    return [
        f"{row.what} {(row.new or row.old).printed}".strip()  # type: ignore[union-attr]
        for row in compared(old, new).rows
    ]


def test_equal_resolutions_are_kept_whole() -> None:
    comparison = compared(OLD, OLD)
    assert comparison.is_equal
    assert comparison.counts() == {"kept": 5, "changed": 0, "moved": 0, "added": 0, "removed": 0}


def test_renumbering_white_space_and_italics_are_no_change() -> None:
    new = document(
        "Title: Peace | P: _Recalling_ its  resolution 60/1,"
        " | P: Noting the report of the\u00a0Council,"
        " | 4. Calls upon all States to sign the Convention; | 5. Decides to remain seized;"
        " | 6. Requests the Secretary-General to submit a report at its next session."
    )
    assert compared(OLD, new).is_equal


def test_each_kind_of_change_is_told() -> None:
    new = document(
        "Title: Peace | P: Noting the report of the Council, | 1. Decides to remain seized;"
        " | 2. Calls upon all States to sign and ratify the Convention; | 3. Welcomes its adoption;"
        " | 4. Requests the Secretary-General to submit a report at its next session."
    )
    assert rows(OLD, new) == [
        "removed",
        "kept",
        "kept 1.",
        "moved 2.",
        "added 3.",
        "kept 4.",
    ]
    moved = compared(OLD, new).rows[3]
    assert moved.differs == ("text",)
    assert 0.8 < moved.similarity < 1


def test_a_removed_paragraph_stands_after_the_one_it_followed() -> None:
    new = OLD.with_paragraphs(OLD.paragraphs[:3] + OLD.paragraphs[4:])
    assert rows(OLD, new) == ["kept", "kept", "kept 1.", "removed 2.", "kept 3."]


def test_a_changed_note_changes_its_paragraph() -> None:
    old = document("1. Decides[^1] so. | [^1]: Resolution 60/1.")
    new = document("1. Decides[^1] so. | [^1]: Resolution 60/2.")
    row = compared(old, new).rows[0]
    assert (row.what, row.differs, row.similarity) == (What.CHANGED, ("notes",), 1.0)


def test_a_change_of_level_is_a_change() -> None:
    old = document("1. Decides: | (a) One; | (b) Two.")
    new = document("1. Decides: | (a) One; | (i) Two.")
    assert compared(old, new).rows[2].differs == ("level",)


def test_fields_outside_the_paragraphs_are_compared() -> None:
    new = replace(OLD, title=Text("War"), closing=(Text("65th meeting"),))
    comparison = compared(OLD, new)
    assert comparison.fields == (("title", "Peace", "War"), ("closing", "", "65th meeting"))
    assert not comparison.is_equal


def test_equal_paragraphs_pair_in_order() -> None:
    old = document("1. Decides; | 2. Requests; | 3. Decides;")
    assert rows(old, old) == ["kept 1.", "kept 2.", "kept 3."]


@settings(max_examples=40)
@given(resolutions(), resolutions())
def test_every_paragraph_stands_in_one_row(old: Resolution, new: Resolution) -> None:
    found = compared(old, new).rows
    assert [row.new.id for row in found if row.new] == [p.id for p in new.paragraphs]
    assert sorted(row.old.id for row in found if row.old) == sorted(p.id for p in old.paragraphs)


@given(resolutions())
def test_a_resolution_equals_itself(resolution: Resolution) -> None:
    assert compared(resolution, resolution).is_equal


_TEXTS = st.text(st.sampled_from("ab,;’ \n\u00a0各国"), max_size=40)


@given(_TEXTS, _TEXTS)
def test_word_diffs_give_both_texts_back(old: str, new: str) -> None:
    words = word_diff(old, new)
    assert "".join(w.old for w in words) == old
    assert "".join(w.new for w in words) == new
    assert all((w.what is What.KEPT) == (w.old == w.new) for w in words)
    assert all(w.what is not What.ADDED or not w.old for w in words)
    assert all(w.what is not What.REMOVED or not w.new for w in words)


def test_words_change_whole_and_neighbours_together() -> None:
    assert word_diff("Decides to remain seized of it;", "Decides also to stay engaged in it.") == (
        Words(What.KEPT, "Decides ", "Decides "),
        Words(What.ADDED, "", "also "),
        Words(What.KEPT, "to ", "to "),
        Words(What.CHANGED, "remain seized of", "stay engaged in"),
        Words(What.KEPT, " it", " it"),
        Words(What.CHANGED, ";", "."),
    )


def test_chinese_changes_character_by_character() -> None:
    changes = [w for w in word_diff("重申各国决议", "重申两国决议") if w.what is not What.KEPT]
    assert changes == [Words(What.CHANGED, "各", "两")]


def test_texts_too_long_for_a_table_are_compared_at_their_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(diff, "LARGEST_TABLE", 10)
    assert word_diff("a b c d e f", "a b x y e f") == (
        Words(What.KEPT, "a b ", "a b "),
        Words(What.CHANGED, "c d", "x y"),
        Words(What.KEPT, " e f", " e f"),
    )
    assert word_diff("a b c d e f", "a b c d e f g") == (
        Words(What.KEPT, "a b c d e f", "a b c d e f"),
        Words(What.ADDED, "", " g"),
    )


def test_three_hundred_paragraphs_compare_quickly() -> None:
    chance = random.Random(7)
    words = [f"word{n}" for n in range(800)]

    def shuffled(count: int) -> tuple[Paragraph, ...]:
        return tuple(
            Paragraph(f"p{n}", Part.OPERATIVE, Text(" ".join(chance.choices(words, k=90))))
            for n in range(1, count + 1)
        )

    old = Resolution(paragraphs=shuffled(300))
    amended = [
        replace(p, text=Text(p.text.plain.replace(chance.choice(words), "new")))
        for p in old.paragraphs
    ]
    chance.shuffle(amended)
    start = time.process_time()
    comparison = compared(old, Resolution(paragraphs=tuple(amended)))
    changed = [row.words() for row in comparison.rows if row.differs]
    assert changed
    assert time.process_time() - start < 5  # the aim is 0.5 s; see tests/benchmarks


def test_changes_of_the_masthead_are_fields_of_their_own() -> None:
    old = replace(
        OLD,
        masthead=Masthead(
            session="Ninety-fifth session",
            sponsors=(Sponsor("Brazil"),),
            issued=date(2041, 5, 2),
            agenda_items=(AgendaItem("Agenda item 18", "Orchards"),),
        ),
    )
    new = replace(
        old,
        masthead=replace(
            old.masthead,
            session="Ninety-fifth  session",
            sponsors=(Sponsor("Brazil"), Sponsor("Chad", "On behalf of all.")),
            issued=date(2041, 5, 9),
        ),
    )
    comparison = compared(old, new)
    assert comparison.fields == (
        ("masthead.issued", "2041-05-02", "2041-05-09"),
        ("masthead.sponsors", "Brazil", "Brazil, Chad (On behalf of all.)"),
    )
    assert not comparison.is_equal


def test_notes_are_compared_by_their_words_whatever_their_numbers() -> None:
    old = document(
        "1. Decides[^1] so.[^2] | [^1]: See resolution 60/1 of the Assembly. | [^2]: Ibid."
    )
    new = document(
        "1. Decides[^1] so.[^2] | [^1]: Ibid. | [^2]: See resolution 60/2 of the Assembly."
    )
    (note,) = compared(old, new).notes
    assert (note.what, note.old_number, note.new_number) == (What.CHANGED, "1", "2")
    changed = [words for words in note.words() if words.what is not What.KEPT]
    assert changed == [Words(What.CHANGED, "1", "2")]


def test_a_note_that_came_or_went_is_told() -> None:
    old = document("1. Decides[^1] so. | [^1]: Resolution 60/1.")
    new = document("1. Decides[^1] so. | [^1]: A/94/300, annex.")
    found = [(note.what, note.old_number or note.new_number) for note in compared(old, new).notes]
    assert found == [(What.ADDED, "1"), (What.REMOVED, "1")]
    assert compared(old, old).notes == ()

"""What the keys do to the text, without a window."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from drafter.app import structure, writing
from drafter.app.endmarks import end_marks, with_end_marks
from drafter.app.places import TITLE, VOTE, Caret, Field, Place, paragraph_place, places
from drafter.core import edits
from drafter.core.errors import ModelError
from drafter.core.inline import Style, Text
from drafter.core.model import Part, Resolution
from tests.notation import document
from tests.strategies import resolutions

DRAFT = document(
    "P: _Recalling_ x, | P: _Noting_ y, | 1. _Decides_: | (a) one; | (b) two; | 2. _Requests_ z.",
    printed=False,
)


def caret(paragraph_id: str, at: int = 0) -> Caret:
    return Caret(paragraph_place(paragraph_id), at)


def plain(resolution: Resolution) -> list[str]:
    return [paragraph.text.plain for paragraph in resolution.paragraphs]


def levels(resolution: Resolution) -> list[int]:
    return [paragraph.level for paragraph in resolution.paragraphs]


# --- typing and openers -------------------------------------------------------------------------


def typed(words: str, part: Part = Part.PREAMBLE) -> Text:
    resolution = edits.insert(Resolution(), 0, part)
    for at, letter in enumerate(words):
        place = paragraph_place("p1")
        resolution = writing.type_text(resolution, place, at, at, letter).resolution
    return resolution.paragraph("p1").text


def test_an_opener_becomes_italic_by_itself_and_no_more_than_it() -> None:
    text = typed("Recalling also its resolution")
    assert text.stretches(Style.ITALIC) == ((0, 14),)


@pytest.mark.parametrize(
    ("code", "before", "sign", "after"),
    [
        ("fr", "la question ", ";", "la question\N{NO-BREAK SPACE};"),
        ("fr", "les suivants ", ":", "les suivants\N{NO-BREAK SPACE}:"),
        ("fr", "le mot ", "»", "le mot\N{NO-BREAK SPACE}»"),
        ("fr", "la question ", ",", "la question ,"),
        ("fr", "la question", ";", "la question;"),
        ("fr", "", ";", ";"),
        ("en", "the question ", ";", "the question ;"),
    ],
)
def test_the_space_before_a_sign_holds_it_where_the_language_has_it_so(
    code: str, before: str, sign: str, after: str
) -> None:
    resolution = edits.insert(Resolution(language=code), 0, Part.PREAMBLE)
    place = paragraph_place("p1")
    resolution = writing.type_text(resolution, place, 0, 0, before).resolution
    written, there = writing.type_sign(resolution, place, len(before), sign)
    assert written.paragraph("p1").text.plain == after
    assert there == caret("p1", len(after))


def test_an_operative_opener_too() -> None:
    text = typed("Requests the Secretary-General", Part.OPERATIVE)
    assert text.stretches(Style.ITALIC) == ((0, 8),)


def test_what_is_no_opener_stays_roman() -> None:
    assert typed("Whereupon nothing", Part.OPERATIVE).spans == ()


def test_italics_taken_off_by_hand_stay_off() -> None:
    roman = edits.set_text(DRAFT, "p1", Text("Recalling x,"))
    new = writing.type_text(roman, paragraph_place("p1"), 11, 11, "y").resolution
    assert new.paragraph("p1").text.spans == ()


def test_changing_the_first_word_takes_the_italics_along() -> None:
    new = writing.type_text(DRAFT, paragraph_place("p1"), 0, 9, "Deploring").resolution
    assert new.paragraph("p1").text.stretches(Style.ITALIC) == ((0, 9),)


# --- Enter --------------------------------------------------------------------------------------


def test_enter_at_the_end_starts_the_next_paragraph_of_the_same_kind() -> None:
    new, at = structure.enter(DRAFT, caret("p2", 9))
    assert plain(new)[:4] == ["Recalling x,", "Noting y,", "", "Decides:"]
    assert new.paragraph(at.place.id).part is Part.PREAMBLE


def test_enter_in_the_middle_splits_and_drops_the_space_between() -> None:
    new, at = structure.enter(DRAFT, caret("p1", 9))
    assert plain(new)[:2] == ["Recalling", "x,"]
    assert at.at == 0
    assert new.paragraph(at.place.id).id == "p7"


def test_enter_at_the_start_makes_room_above_and_keeps_the_id_with_the_words() -> None:
    new, at = structure.enter(DRAFT, caret("p4"))
    assert plain(new)[2:5] == ["Decides:", "", "one;"]
    assert at == caret("p4")
    assert levels(new)[3] == 1


def test_enter_at_the_end_of_a_chapeau_starts_an_item() -> None:
    new, at = structure.enter(DRAFT, caret("p3", 8))
    assert new.paragraph(at.place.id).level == 1
    assert new.index(at.place.id) == 3


def test_enter_after_a_colon_starts_the_first_item() -> None:
    colon = edits.set_text(DRAFT, "p6", Text("Requests:"))
    new, at = structure.enter(colon, caret("p6", 9))
    assert new.paragraph(at.place.id).level == 1


def test_enter_on_an_empty_item_goes_up_a_level() -> None:
    new, at = structure.enter(DRAFT, caret("p5", 4))
    assert new.paragraph(at.place.id).level == 1
    new, at = structure.enter(new, at)
    assert new.paragraph(at.place.id).level == 0
    assert len(new.paragraphs) == 7


def test_enter_on_an_empty_preambular_paragraph_begins_the_operative_part() -> None:
    new, at = structure.enter(DRAFT, caret("p2", 9))
    new, at = structure.enter(new, at)
    assert new.paragraph(at.place.id).part is Part.OPERATIVE


def test_enter_on_an_empty_preambular_paragraph_goes_on_in_the_empty_operative_one() -> None:
    start = document("P: Recalling x, | P: | O:")
    new, at = structure.enter(start, caret("p2", 0))
    assert plain(new) == ["Recalling x,", ""]
    assert at == caret("p3", 0)


def test_enter_on_an_empty_operative_paragraph_says_why_it_does_nothing() -> None:
    new, at = structure.enter(DRAFT, caret("p6", 11))
    with pytest.raises(ModelError, match="empty"):
        structure.enter(new, at)


def test_enter_sets_the_end_marks_of_what_it_leaves() -> None:
    bare = document("P: Recalling x | 1. Decides y", printed=False)
    new, _ = structure.enter(bare, caret("p1", 11))
    assert plain(new)[0] == "Recalling x,"
    new, _ = structure.enter(new, caret("p2", 9))
    assert plain(new)[2] == "Decides y;"


def test_enter_in_the_title_goes_to_the_text() -> None:
    empty = Resolution()
    new, at = structure.enter(empty, Caret(TITLE))
    assert [p.part for p in new.paragraphs] == [Part.PREAMBLE]
    again, there = structure.enter(new, Caret(TITLE))
    assert again == new
    assert there == at


def test_enter_splits_a_closing_line_but_not_the_vote() -> None:
    adopted = document("1. Decides y. | Closing: 28th meeting 3 May | Vote: 10 to 5")
    new, at = structure.enter(adopted, Caret(Place(Field.CLOSING, "0"), 12))
    assert [line.plain for line in new.closing] == ["28th meeting", " 3 May"]
    assert at == Caret(Place(Field.CLOSING, "1"))
    with pytest.raises(ModelError):
        structure.enter(adopted, Caret(VOTE))


# --- joining and removing -----------------------------------------------------------------------


def test_backspace_at_a_start_joins_and_the_caret_stays_in_the_seam() -> None:
    new, at = structure.join_backward(DRAFT, caret("p2"))
    assert plain(new)[0] == "Recalling x, Noting y,"
    assert at == caret("p1", 13)


def test_joining_an_empty_paragraph_leaves_the_other_as_it_was() -> None:
    new, at = structure.enter(DRAFT, caret("p4"))
    back, seam = structure.join_backward(new, at)
    assert back.paragraph("p4") == DRAFT.paragraph("p4")
    assert plain(back) == plain(DRAFT)
    assert seam == caret("p4")


def test_delete_at_an_end_joins_what_follows() -> None:
    new, at = structure.join_forward(DRAFT, caret("p4", 4))
    assert "one; two;" in plain(new)
    assert at == caret("p4", 4)


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("the", "Secretary", "the Secretary"),
        ("the ", "Secretary", "the Secretary"),
        ("the", " Secretary", "the Secretary"),
        ("Secretary-", "General", "Secretary-General"),
        ("the Secretary", ", who", "the Secretary, who"),
        ("see", "(a)", "see (a)"),
        ("(", "a)", "(a)"),
        ("prend note", "«\u00a0avec intérêt\u00a0»", "prend note «\u00a0avec intérêt\u00a0»"),
        ("注意到", "秘书长", "注意到秘书长"),
        ("يشير", "إلى", "يشير إلى"),
    ],
)
def test_words_joined_do_not_run_together(first: str, second: str, whole: str) -> None:
    draft = edits.set_text(edits.set_text(DRAFT, "p4", Text(first)), "p5", Text(second))
    with end_marks(are_set=False):
        assert (
            structure.join_forward(draft, caret("p4", len(first)))
            .resolution.paragraph("p4")
            .text.plain
            == whole
        )


@given(resolutions(), st.data())
def test_what_enter_cut_in_two_is_whole_again_when_joined(
    resolution: Resolution, data: st.DataObject
) -> None:
    row = [one for one in resolution.paragraphs if one.text.plain.strip()]
    assume(row)
    paragraph = data.draw(st.sampled_from(row))
    place = paragraph_place(paragraph.id)
    at = data.draw(st.integers(1, max(1, writing.end_of(resolution, place))))
    try:
        halved, second = structure.enter(resolution, Caret(place, at))
    except ModelError:
        assume(False)
    cut = structure.cut(resolution, halved, Caret(place, at))
    assume(cut is not None)
    joined, _ = structure.join_backward(halved, second, cut)
    assert joined.paragraphs == resolution.paragraphs


def test_the_first_paragraph_does_not_join_the_organ_line() -> None:
    with pytest.raises(ModelError, match="above"):
        structure.join_backward(DRAFT, caret("p1"))


def test_a_table_is_not_joined() -> None:
    table = document("1. Decides: | T: a ; b // c ; d | 2. Requests z.")
    with pytest.raises(ModelError, match="table"):
        structure.join_backward(table, caret("p3"))


def test_removing_across_paragraphs_joins_the_borders() -> None:
    new, at = writing.remove(DRAFT, caret("p1", 10), caret("p4", 0))
    assert plain(new) == ["Recalling one;", "two;", "Requests z."]
    assert at == caret("p1", 10)


def test_removing_from_the_title_into_the_text_joins_nothing() -> None:
    titled = edits.insert(document("Title: Peace | P: Recalling x,"), 1, Part.PREAMBLE, "y")
    new, at = writing.remove(titled, Caret(TITLE, 2), caret("p1", 10))
    assert new.title.plain == "Pe"
    assert plain(new) == ["x,", "y"]
    assert at == Caret(TITLE, 2)


def test_a_table_goes_only_when_it_is_in_the_selection() -> None:
    table = document("1. Decides: | T: a ; b | 2. Requests z.")
    kept, _ = writing.remove(table, caret("p1", 3), caret("p2", 0))
    assert kept.paragraph("p2").cells
    gone, _ = writing.remove(table, caret("p1", 3), caret("p2", 1))
    assert len(gone.paragraphs) == 2
    alone, at = writing.remove(table, caret("p2", 0), caret("p2", 1))
    assert at.place in set(places(alone))
    assert len(alone.paragraphs) == 2


def test_removing_an_annex_heading_leaves_its_words_to_the_part_before() -> None:
    annexed = document("1. Decides y. | A: Rules | 1. Rule one.")
    new, _ = writing.remove(annexed, caret("p1", 10), caret("p3", 0))
    assert plain(new) == ["Decides y.Rule one."]


# --- levels and order ---------------------------------------------------------------------------


def test_indenting_makes_a_chapeau_of_the_paragraph_above() -> None:
    new = structure.indent(document("1. Decides x; | 2. Requests z.", printed=False), ["p2"])
    assert plain(new) == ["Decides x:", "Requests z."]
    assert levels(new) == [0, 1]


def test_moving_the_last_paragraph_up_changes_both_end_marks() -> None:
    new = structure.move_up(DRAFT, ["p6"])
    assert plain(new)[2:] == ["Requests z;", "Decides:", "one;", "two."]


def test_a_paragraph_moves_with_its_items() -> None:
    new = structure.move_down(DRAFT, ["p3", "p4"])
    assert [p.id for p in new.paragraphs] == ["p1", "p2", "p6", "p3", "p4", "p5"]


def test_a_move_that_is_not_possible_says_so() -> None:
    with pytest.raises(ModelError, match="above"):
        structure.move_up(DRAFT, ["p1"])
    with pytest.raises(ModelError, match="below"):
        structure.move_down(DRAFT, ["p6"])


def test_parts_and_headings_change_where_they_stand() -> None:
    assert structure.make_operative(DRAFT, ["p2"]).paragraph("p2").part is Part.OPERATIVE
    assert structure.make_preambular(DRAFT, ["p6"]).paragraph("p6").part is Part.PREAMBLE
    assert not structure.make_headings(DRAFT, ["p6"]).paragraph("p6").numbered


# --- end marks ----------------------------------------------------------------------------------


def test_a_mark_set_for_the_drafter_stands_where_the_language_wants_it() -> None:
    english = document("P: Noting the Court[^1] | 1. Decides. | [^1]: Note.")
    new = with_end_marks(english, english, ["p1"])
    assert new.paragraph("p1").text.plain == "Noting the Court,"
    assert new.paragraph("p1").text.marks[0].at == 17
    french = document("@fr | P: Notant la Cour[^1] | 1. Décide. | [^1]: Note.")
    new = with_end_marks(french, french, ["p1"])
    assert new.paragraph("p1").text.plain == "Notant la Cour,"
    assert new.paragraph("p1").text.marks[0].at == 14


def test_what_ends_otherwise_on_purpose_is_left_alone() -> None:
    odd = document("P: Noting (x) | P: Recalling y, and | 1. Decides.")
    new = with_end_marks(odd, odd, ["p1", "p2"])
    assert plain(new)[:2] == ["Noting (x)", "Recalling y, and"]

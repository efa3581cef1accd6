"""Cutting, copying, pasting and dragging, without a window."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.app.passages import Passage, is_blank, left_out, move, passage, paste
from drafter.app.places import TITLE, Caret, Field, Place, paragraph_place, places
from drafter.app.writing import end_of, remove
from drafter.core import edits
from drafter.core.model import ParagraphKind, Part, Resolution
from drafter.core.numbering import numbering
from tests.notation import document

DRAFT = document(
    "Title: Peace | Line: _The General Assembly_, | P: _Recalling_ the Court,[^1] |"
    " 1. _Decides_: | (a) one; | (b) two;[^2] | 2. _Requests_ z. | Closing: 3 May |"
    " A: Rules | 1. Rule one. | [^1]: First. | [^2]: Second.",
    printed=False,
)


def caret(paragraph_id: str, at: int = 0) -> Caret:
    return Caret(paragraph_place(paragraph_id), at)


def plain(resolution: Resolution) -> list[str]:
    return [paragraph.text.plain for paragraph in resolution.paragraphs]


def test_a_passage_brings_the_notes_of_its_marks_and_no_others() -> None:
    copied = passage(DRAFT, caret("p3"), caret("p4", 5))
    assert [note.text.plain for note in copied.resolution.footnotes] == ["Second."]
    assert plain(copied.resolution) == ["one;", "two;"]


def test_words_are_pasted_into_a_paragraph() -> None:
    copied = passage(DRAFT, caret("p3"), caret("p3", 3))
    new, at = paste(DRAFT, caret("p5", 11), caret("p5", 11), copied)
    assert plain(new)[4] == "Requests z.one"
    assert at == caret("p5", 14)


def test_cut_and_pasted_back_nothing_has_changed() -> None:
    start, end = caret("p2", 3), caret("p4", 2)
    copied = passage(DRAFT, start, end)
    cut = remove(DRAFT, start, end)
    new, _ = paste(cut.resolution, cut.caret, cut.caret, copied)
    assert plain(new) == plain(DRAFT)
    assert [p.level for p in new.paragraphs] == [p.level for p in DRAFT.paragraphs]
    assert [p.id for p in new.paragraphs][1:3] == ["p2", "p3"]
    assert new.footnotes == DRAFT.footnotes


def test_whole_paragraphs_pasted_into_a_paragraph_stay_whole() -> None:
    copied = passage(DRAFT, caret("p3"), caret("p4", 5))
    new, at = paste(DRAFT, caret("p5", 8), caret("p5", 8), copied)
    assert plain(new)[4:8] == ["Requests:", "one;", "two;", "z."]
    assert at.at == 5


def test_an_operative_part_pasted_below_the_preamble_takes_the_place_of_the_empty_one() -> None:
    draft = document("P: Deploring x, | O:")
    guest = Passage(document("P: Recalling y, | 1. Decides z; | 2. Urges w."))
    target = caret("p1", 12)
    new, _ = paste(draft, target, target, guest)
    assert [one.text.plain for one in new.paragraphs] == [
        "Deploring x,", "Recalling y,", "Decides z;", "Urges w.",
    ]  # fmt: skip


def test_paragraphs_pasted_into_an_empty_one_take_its_place() -> None:
    empty = edits.insert(document("P: Deploring x,"), 1, Part.PREAMBLE)
    copied = Passage(document("P: Recalling a, | P: Noting b,"))
    target = caret(empty.paragraphs[-1].id)
    new, _ = paste(empty, target, target, copied)
    assert plain(new) == ["Deploring x,", "Recalling a,", "Noting b,"]


def test_pasted_into_an_annex_it_belongs_to_the_annex() -> None:
    copied = Passage(document("P: Recalling a, | 1. Decides b."))
    new, _ = paste(DRAFT, caret("p7", 9), caret("p7", 9), copied)
    assert {p.part for p in new.paragraphs[5:]} == {Part.ANNEX}


def test_a_note_known_here_is_marked_again_and_another_comes_along() -> None:
    copied = passage(DRAFT, caret("p4"), caret("p4", 5))
    new, _ = paste(DRAFT, caret("p3", 4), caret("p3", 4), copied)
    assert len(new.footnotes) == 2
    other = document("P: Noting q[^1] | P: r | [^1]: Elsewhere.")
    new, _ = paste(DRAFT, caret("p3", 4), caret("p3", 4), Passage(other))
    assert [note.text.plain for note in new.footnotes] == ["First.", "Second.", "Elsewhere."]


def test_paragraphs_pasted_at_the_title_go_to_the_text_below_it() -> None:
    copied = passage(DRAFT, caret("p3", 1), caret("p5"))
    new, _ = paste(DRAFT, Caret(TITLE, 5), Caret(TITLE, 5), copied)
    assert new.title.plain == "Peacene;"
    assert plain(new)[:2] == ["two;", ""]


def test_a_table_pasted_at_the_title_is_not_lost() -> None:
    table = Passage(document("T: a ; b"))
    new, _ = paste(DRAFT, Caret(TITLE, 5), Caret(TITLE, 5), table)
    assert new.paragraphs[0].cells


def test_a_whole_text_pasted_into_a_blank_draft_becomes_the_draft() -> None:
    blank = Resolution()
    assert is_blank(blank)
    new, _ = paste(blank, Caret(TITLE), Caret(TITLE), Passage(DRAFT))
    assert new == DRAFT


def test_dragging_words_within_a_paragraph() -> None:
    new, at = move(DRAFT, caret("p5", 0), caret("p5", 8), caret("p5", 11))
    assert plain(new)[4] == " z.Requests"
    assert at == caret("p5", 11)


def test_paragraphs_dragged_into_another_part_belong_to_it() -> None:
    draft = document("P: Recalling x, | P: Noting y, | 1. Decides z; | 2. Urges w.", printed=False)
    new, _ = move(draft, caret("p3"), caret("p4", 8), caret("p2"))
    assert [one.part for one in new.paragraphs] == [*[Part.PREAMBLE] * 4, Part.OPERATIVE]
    assert [one.text.plain for one in new.paragraphs] == [
        "Recalling x,", "Decides z,", "Urges w,", "Noting y,", "",
    ]  # fmt: skip


def test_dragging_onto_itself_changes_nothing() -> None:
    assert move(DRAFT, caret("p5", 0), caret("p5", 8), caret("p5", 4)).resolution is DRAFT


def test_dragging_an_item_keeps_its_id() -> None:
    new, _ = move(DRAFT, caret("p4"), caret("p5"), caret("p3"))
    assert [p.id for p in new.paragraphs][2:4] == ["p4", "p3"]


def carets(resolution: Resolution) -> st.SearchStrategy[Caret]:
    row = list(places(resolution))
    return st.sampled_from(row).flatmap(
        lambda place: st.integers(0, end_of(resolution, place)).map(lambda at: Caret(place, at))
    )


TABLED = document(
    "Title: T | Line: _L_, | P: _Recalling_ a,[^1] | T: a ; b // c ; d | 1. Decides: | (a) one; |"
    " Q: quoted | T: e ; f | # I. Heading | 2. Ends. | Closing: one | Closing: two | Vote: v |"
    " A: Rules | 1. Rule. | T: g ; h | [^1]: Note.",
    printed=False,
)


@settings(deadline=None)
@given(st.data())
def test_no_paste_drag_or_cut_raises_or_loses_the_order(data: st.DataObject) -> None:
    order = {place: at for at, place in enumerate(places(TABLED))}
    pair = sorted(
        (data.draw(carets(TABLED)), data.draw(carets(TABLED))),
        key=lambda one: (order[one.place], one.at),
    )
    copied = passage(TABLED, *pair)
    cut = remove(TABLED, *pair)
    back = paste(cut.resolution, cut.caret, cut.caret, copied)
    dragged = move(TABLED, *pair, data.draw(carets(TABLED)))
    for written in (cut, back, dragged):
        assert written.caret.place in set(places(written.resolution))
        ids = [p.id for p in written.resolution.paragraphs]
        assert len(set(ids)) == len(ids)
    tables = [p for p in back.resolution.paragraphs if p.kind is ParagraphKind.TABLE]
    assert len(tables) == 3


# --- whole texts --------------------------------------------------------------------------------

WHOLE = document(
    "Title: Quiet | Line: _The General Assembly_, | P: _Recalling_ w,[^1] | 1. _Urges_ calm; |"
    " 2. _Requests_ a report. | Closing: 70th meeting | Vote: 10 to 5 | [^1]: A note.",
    printed=False,
)
OTHER = document(
    "Title: Peace | Line: _The General Assembly_, | P: _Recalling_ x, | 1. _Decides_ y. |"
    " Closing: 64th meeting",
    printed=False,
)


def all_of(resolution: Resolution) -> Passage:
    last = list(places(resolution))[-1]
    return passage(resolution, Caret(TITLE), Caret(last, end_of(resolution, last)))


def below(resolution: Resolution) -> Caret:
    last = Place(Field.CLOSING, str(len(resolution.closing) - 1))
    return Caret(last, end_of(resolution, last))


@pytest.mark.parametrize("pasted", [all_of(WHOLE), Passage(WHOLE)], ids=["copied here", "read"])
def test_a_whole_text_below_the_closing_lines_becomes_an_annex(pasted: Passage) -> None:
    at = below(OTHER)
    assert left_out(OTHER, pasted, at) == ()
    new = paste(OTHER, at, at, pasted).resolution
    assert new.paragraphs[:2] == OTHER.paragraphs
    assert (new.title, new.closing) == (OTHER.title, OTHER.closing)
    annex = new.paragraphs[2:]
    assert {one.part for one in annex} == {Part.ANNEX}
    assert annex[0].kind is ParagraphKind.ANNEX
    assert [one.text.plain for one in annex] == [
        "Quiet",
        "The General Assembly,",
        "Recalling w,",
        "Urges calm;",
        "Requests a report.",
        "70th meeting",
        "10 to 5",
    ]
    labels = numbering(new).labels
    assert [labels[one.id] for one in annex] == ["Annex", "", "", "1.", "2.", "", ""]
    assert [note.text.plain for note in new.footnotes] == ["A note."]


def test_a_whole_text_copied_here_keeps_title_and_closing_lines_in_a_draft_without_them() -> None:
    blank = edits.insert(Resolution(), 0, Part.PREAMBLE)
    new = paste(blank, caret("p1"), caret("p1"), all_of(WHOLE)).resolution
    assert (new.title, new.organ_line) == (WHOLE.title, WHOLE.organ_line)
    assert (new.closing, new.vote) == (WHOLE.closing, WHOLE.vote)
    assert [one.text.plain for one in new.paragraphs] == [
        one.text.plain for one in WHOLE.paragraphs
    ]


def test_a_whole_text_copied_here_takes_the_place_of_all_of_another() -> None:
    new = paste(OTHER, Caret(TITLE), below(OTHER), all_of(WHOLE)).resolution
    assert (new.title, new.closing, new.vote) == (WHOLE.title, WHOLE.closing, WHOLE.vote)
    assert [one.text.plain for one in new.paragraphs] == [
        one.text.plain for one in WHOLE.paragraphs
    ]


def test_a_title_that_has_no_room_is_not_lost() -> None:
    new = paste(OTHER, caret("p2", 10), caret("p2", 10), all_of(WHOLE)).resolution
    assert new.title == OTHER.title
    words = [one.text.plain for one in new.paragraphs]
    assert {"Quiet", "70th meeting"} <= set(words)
    assert "The General Assembly," not in words, "it is the same here"

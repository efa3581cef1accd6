"""Edits: what each does, and what none of them may ever do."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.core import edits, note_edits
from drafter.core.errors import ModelError
from drafter.core.inline import Text, italic
from drafter.core.model import Guess, Paragraph, ParagraphKind, Part, Resolution
from tests.notation import document

DEEP = document(
    "P: Recalling x, | P: Noting: | (a) one; | (b) two, | 1. Decides: | (a) first: | (i) deep; |"
    " (ii) deeper; | < and so on; | 2. Requests y;[^1] | # I. Section | 3. Urges z.[^1] |"
    " A: Terms | 1. First. | A: More | [^1]: Resolution 60/288. | [^2]: Unused."
)


def plain(resolution: Resolution) -> list[str]:
    return [paragraph.text.plain for paragraph in resolution.paragraphs]


def at(words: str) -> str:
    """The id of the paragraph of DEEP that starts with these words."""
    return next(p.id for p in DEEP.paragraphs if p.text.plain.startswith(words))


def test_setting_equal_text_returns_the_same_document() -> None:
    first = DEEP.paragraphs[0]
    assert edits.set_text(DEEP, first.id, first.text) is DEEP


def test_other_paragraphs_are_shared_after_an_edit() -> None:
    changed = edits.set_text(DEEP, at("Recalling"), Text("Recalling everything,"))
    assert changed.paragraphs[0].text.plain == "Recalling everything,"
    assert all(a is b for a, b in zip(changed.paragraphs[1:], DEEP.paragraphs[1:], strict=True))


def test_a_paragraph_hangs_together_with_items_and_closing_words() -> None:
    assert list(edits.family(DEEP, at("Decides"))) == [4, 5, 6, 7, 8]
    assert list(edits.family(DEEP, at("first"))) == [5, 6, 7]
    assert list(edits.family(DEEP, at("two"))) == [3]


def test_splitting_gives_the_second_half_a_new_id_and_no_printed_label() -> None:
    halves = edits.split(DEEP, at("Requests"), 9)
    first, second = halves.paragraphs[9:11]
    assert (first.id, first.text.plain, first.printed) == (at("Requests"), "Requests ", "2.")
    assert (second.id, second.text.plain, second.printed) == (edits.latest_id(halves), "y;", None)
    assert [mark.note for mark in second.text.marks] == ["n1"]


def test_what_follows_a_split_heading_is_a_paragraph() -> None:
    halves = edits.split(DEEP, at("Section"), 7)
    assert halves.paragraphs[11].kind is ParagraphKind.PARAGRAPH
    assert halves.paragraphs[11].part is Part.OPERATIVE


def test_what_follows_a_split_annex_heading_stays_in_the_annex() -> None:
    halves = edits.split(DEEP, at("Terms"), 5)
    assert [p.kind for p in halves.paragraphs].count(ParagraphKind.ANNEX) == 2
    assert halves.paragraphs[13].part is Part.ANNEX


def test_joining_keeps_the_first_id_and_both_texts() -> None:
    joined = edits.join(DEEP, at("two"))
    assert joined.paragraphs[2].text.plain == "one;two,"
    assert joined.paragraphs[2].id == at("one")


def test_the_first_paragraph_cannot_be_joined_to_anything() -> None:
    with pytest.raises(ModelError, match="no paragraph before"):
        edits.join(DEEP, at("Recalling"))


def test_joining_an_annex_heading_to_the_text_above_brings_its_paragraphs_along() -> None:
    joined = edits.join(DEEP, at("Terms"))
    assert joined.paragraphs[11].text.plain == "Urges z.Terms"
    assert joined.paragraphs[12].part is Part.OPERATIVE
    assert joined.paragraphs[13].kind is ParagraphKind.ANNEX


def test_splitting_and_joining_a_table_is_refused() -> None:
    table = document("1. Decides: | T: a ; b // c ; d | 2. Requests y.")
    with pytest.raises(ModelError, match="table"):
        edits.split(table, "p2", 0)
    with pytest.raises(ModelError, match="table"):
        edits.join(table, "p3")


def test_setting_a_cell_changes_that_cell_alone() -> None:
    table = document("1. Decides: | T: a ; b // c ; d")
    changed = edits.set_cell(table, "p2", 1, 0, Text("x"))
    assert [[c.plain for c in row] for row in changed.paragraphs[1].cells] == [
        ["a", "b"], ["x", "d"],
    ]  # fmt: skip
    with pytest.raises(ModelError, match="row 3, column 1"):
        edits.set_cell(table, "p2", 2, 0, Text("x"))


def test_moving_up_takes_the_items_along_and_passes_the_whole_elder_sibling() -> None:
    moved = edits.move_up(DEEP, at("Requests"))
    assert plain(moved)[4:10] == ["Requests y;", "Decides:", "first:", "deep;", "deeper;",
                                  "and so on;"]  # fmt: skip


def test_moving_down_passes_the_whole_younger_sibling() -> None:
    moved = edits.move_down(DEEP, at("Recalling"))
    assert plain(moved)[:4] == ["Noting:", "one;", "two,", "Recalling x,"]


def test_an_item_moves_among_its_siblings_only() -> None:
    assert edits.move_up(DEEP, at("one")) is DEEP
    assert edits.move_down(DEEP, at("two")) is DEEP
    assert plain(edits.move_down(DEEP, at("one")))[2:4] == ["two,", "one;"]


def test_moving_across_the_border_of_the_preamble_changes_the_part() -> None:
    moved = edits.move_up(DEEP, at("Decides"))
    assert [p.part for p in moved.paragraphs[1:6]] == [Part.PREAMBLE] * 5
    moved = edits.move_down(DEEP, at("Noting"))
    assert [p.part for p in moved.paragraphs[6:9]] == [Part.OPERATIVE] * 3
    assert plain(moved)[1] == "Decides:"


def test_moving_into_an_annex_and_out_of_it() -> None:
    inside = edits.move(DEEP, at("Urges"), len(DEEP.paragraphs) - 1)
    assert inside.paragraph(at("Urges")).part is Part.ANNEX
    outside = edits.move(inside, at("Urges"), 0)
    assert outside.paragraph(at("Urges")).part is Part.PREAMBLE


def test_indenting_hangs_a_paragraph_and_its_items_on_the_one_above() -> None:
    one = document("1. Decides x; | 2. Requests: | (a) y; | (b) z.")
    hung = edits.indent(one, ["p2"])
    assert [p.level for p in hung.paragraphs] == [0, 1, 2, 2]
    assert edits.outdent(hung, ["p2"]).paragraphs == tuple(
        p if p.id == "p1" else replaced_label(p) for p in one.paragraphs
    )


def replaced_label(paragraph: Paragraph) -> Paragraph:
    return Paragraph(paragraph.id, paragraph.part, paragraph.text, level=paragraph.level)


def test_nothing_to_hang_on_is_said() -> None:
    with pytest.raises(ModelError, match="no paragraph above"):
        edits.indent(DEEP, [at("Recalling")])
    with pytest.raises(ModelError, match="no paragraph above"):
        edits.indent(DEEP, [at("Decides")])
    with pytest.raises(ModelError, match="no paragraph above"):
        edits.indent(DEEP, [at("Urges")])


def test_a_full_paragraph_cannot_go_up_and_the_deepest_cannot_go_down() -> None:
    with pytest.raises(ModelError, match="full paragraph already"):
        edits.outdent(DEEP, [at("Requests")])
    deep = document("1. x: | (a) x: | (i) x: | a. x: | i. x; | i. y.")
    with pytest.raises(ModelError, match="4 levels"):
        edits.indent(deep, ["p6"])


def test_turning_a_preambular_paragraph_operative_takes_its_items_along() -> None:
    turned = edits.set_part(DEEP, [at("Noting")], Part.OPERATIVE)
    assert [p.part for p in turned.paragraphs[:5]] == [Part.PREAMBLE] + [Part.OPERATIVE] * 4
    with pytest.raises(ModelError, match="annex"):
        edits.set_part(DEEP, [at("First")], Part.OPERATIVE)


def test_making_an_annex_moves_all_below_it_into_the_annex() -> None:
    annexed = edits.make_annex(DEEP, at("Requests"))
    assert annexed.first_annex() == 9
    assert {p.part for p in annexed.paragraphs[9:]} == {Part.ANNEX}


def test_deleting_an_annex_heading_gives_its_paragraphs_to_what_stands_before() -> None:
    without = edits.delete(DEEP, [at("Terms")])
    assert without.paragraph(at("First")).part is Part.OPERATIVE
    assert without.paragraph(at("More")).part is Part.ANNEX


def test_deleting_a_paragraph_keeps_its_note() -> None:
    assert len(edits.delete(DEEP, [at("Requests")]).footnotes) == 2


def test_a_new_footnote_is_marked_where_it_was_asked_for() -> None:
    noted = note_edits.add_footnote(DEEP, at("Recalling"), 9, "A/61/179.")
    note = edits.latest_id(noted, "n")
    assert noted.footnote(note).text.plain == "A/61/179."
    assert [(m.at, m.note) for m in noted.paragraphs[0].text.marks] == [(9, note)]


def test_deleting_a_note_takes_all_its_marks() -> None:
    without = note_edits.delete_footnote(DEEP, "n1")
    assert [m for text in without.texts() for m in text.marks] == []
    assert [note.id for note in without.footnotes] == ["n2"]


def test_merging_notes_points_all_marks_to_the_one_kept() -> None:
    twice = document("1. a[^1] | 2. b.[^2] | [^1]: Same. | [^2]: Same.")
    merged = note_edits.merge_footnotes(twice, "n1", "n2")
    assert [m.note for text in merged.texts() for m in text.marks] == ["n1", "n1"]
    assert len(merged.footnotes) == 1


def test_accepting_labels_forgets_the_printed_ones() -> None:
    assert edits.accept_labels(DEEP, [at("Urges")]).paragraph(at("Urges")).printed is None
    assert {p.printed for p in edits.accept_labels(DEEP).paragraphs} == {None}
    assert {n.printed for n in note_edits.accept_note_numbers(DEEP).footnotes} == {None}


def test_ignoring_twice_is_ignoring_once() -> None:
    once = edits.ignore(DEEP, "endings.item", "p3")
    assert [(one.rule, one.place) for one in once.ignored] == [("endings.item", "p3")]
    assert edits.ignore(once, "endings.item", "p3") is once


def test_a_confirmed_guess_is_gone() -> None:
    guess = Guess("language", detail="fr")
    guessed = Resolution(guesses=(guess, Guess("organ")))
    assert edits.confirm_guess(guessed, guess).guesses == (Guess("organ"),)


Step = Callable[[Resolution, st.DataObject], Resolution]


def _anyone(resolution: Resolution, data: st.DataObject) -> str:
    return data.draw(st.sampled_from([p.id for p in resolution.paragraphs]))


STEPS: dict[str, Step] = {
    "split": lambda r, d: edits.split(r, _anyone(r, d), d.draw(st.integers(0, 8))),
    "join": lambda r, d: edits.join(r, _anyone(r, d)),
    "move": lambda r, d: edits.move(r, _anyone(r, d), d.draw(st.integers(0, len(r.paragraphs)))),
    "up": lambda r, d: edits.move_up(r, _anyone(r, d)),
    "down": lambda r, d: edits.move_down(r, _anyone(r, d)),
    "indent": lambda r, d: edits.indent(r, [_anyone(r, d)]),
    "outdent": lambda r, d: edits.outdent(r, [_anyone(r, d), _anyone(r, d)]),
    "part": lambda r, d: edits.set_part(
        r, [_anyone(r, d)], d.draw(st.sampled_from([Part.PREAMBLE, Part.OPERATIVE]))
    ),
    "heading": lambda r, d: edits.make_heading(r, _anyone(r, d)),
    "annex": lambda r, d: edits.make_annex(r, _anyone(r, d)),
    "labels": lambda r, _: edits.accept_labels(r),
    "notes": lambda r, _: note_edits.accept_note_numbers(r),
    "insert": lambda r, _: (
        edits.insert(r, 0, Part.PREAMBLE, italic("Noting"))
        if r.paragraphs and r.paragraphs[0].part is not Part.ANNEX
        else r
    ),
    "note": lambda r, d: note_edits.add_footnote(r, _anyone(r, d), 0, "x"),
    "unnote": lambda r, d: (
        note_edits.delete_footnote(r, d.draw(st.sampled_from([n.id for n in r.footnotes])))
        if r.footnotes
        else r
    ),
}


@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=12), st.data())
def test_any_row_of_edits_keeps_the_words_or_says_why_not(
    steps: list[str], data: st.DataObject
) -> None:
    resolution = DEEP
    words = sorted("".join(plain(DEEP)))
    for name in steps:
        try:
            after = STEPS[name](resolution, data)
        except ModelError:
            continue
        words = (
            sorted([*words, *"Noting"]) if name == "insert" and after is not resolution else words
        )
        assert sorted("".join(plain(after))) == words
        assert after.serial >= resolution.serial
        assert after is resolution or after != resolution
        given_out = {p.id for p in after.paragraphs} - {p.id for p in resolution.paragraphs}
        assert all(int(one[1:]) > resolution.serial for one in given_out)
        resolution = after


def test_an_annex_heading_made_a_section_heading_gives_its_paragraphs_back() -> None:
    draft = document("1. Decides x. | A: Rules | 1. One; | 2. Two.")
    changed = edits.make_heading(draft, "p2")
    assert changed.paragraph("p2").kind is ParagraphKind.HEADING
    assert {one.part for one in changed.paragraphs} == {Part.OPERATIVE}


def test_a_heading_above_the_first_operative_paragraph_heads_the_operative_part() -> None:
    draft = document("P: Recalling x, | P: General provisions | 1. Decides y.")
    headed = edits.make_heading(draft, "p2")
    parts = [Part.PREAMBLE, Part.OPERATIVE, Part.OPERATIVE]
    assert [one.part for one in headed.paragraphs] == parts
    begun = edits.make_heading(document("P: Recalling x, | P: Provisions | P: Decides y."), "p2")
    assert begun.paragraph("p2").part is Part.PREAMBLE
    assert [one.part for one in edits.set_part(begun, ["p3"], Part.OPERATIVE).paragraphs] == parts

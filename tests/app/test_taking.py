"""Taking a precedent: its rest, the whole, at the caret; its notes, end mark and provenance."""

from __future__ import annotations

import pytest
from hypothesis import given

from drafter.app.endmarks import end_marks
from drafter.app.places import TITLE, Caret, paragraph_place
from drafter.app.questions import Source
from drafter.app.taking import (
    awaits_items,
    continues,
    insert,
    items,
    take_items,
    take_rest,
    take_whole,
)
from drafter.core.errors import ModelError
from drafter.core.inline import Span, Style
from drafter.core.model import Organ, Paragraph, Part, Provenance, Resolution
from drafter.core.numbering import numbering
from drafter.corpus.asking import Use
from tests.notation import document
from tests.strategies import resolutions

PRECEDENT = document(
    "Symbol: A/RES/63/195 | P: _Recalling_ its resolution 60/1 of 16 September 2005,[^1] in full, |"
    " 1. _Decides_ nothing; | 2. _Requests_ the Secretary-General to ensure adequate resources[^2]"
    " for all; | 3. _Invites_ organs: | (a) to come;[^1] | (b) to go. | [^1]: Resolution 60/1. |"
    " [^2]: See the budget. | [^3]: Not marked."
)
MAYBE = "Requests the Secretary-General to ensure adequate resources for all;"


def source(index: int = 2, resolution: Resolution = PRECEDENT, year: int | None = 2008) -> Source:
    use = Use(
        paragraph=9,
        document=1,
        place=index,
        symbol="A/RES/63/195",
        language=resolution.language,
        organ=Organ.GA,
        part=resolution.paragraphs[index].part,
        label="",
        adopted=None,
        year=year,
        agreed=None,
        title="",
        text=resolution.paragraphs[index].text.plain,
    )
    return Source(use, resolution, (resolution.language,))


def draft(words: str, rest: str = " | 2. Invites all.") -> Resolution:
    """A draft of which p2 is the paragraph that is being written."""
    return document(f"P: Noting x,[^1] | 1. {words}{rest} | [^1]: Mine.", printed=False)


def note_words(resolution: Resolution, paragraph_id: str) -> list[str]:
    marks = resolution.paragraph(paragraph_id).text.marks
    return [resolution.footnote(mark.note).text.plain for mark in marks]


@pytest.mark.parametrize(
    "typed",
    [
        "_Requests_ the Secretary-General to",
        "_Requests_ the Secretary-General to ",
        "_Requests_ the Secretary-General to en",
        "_Requests_ the Secretary-General to ensure adequate resources",
        "_Requests_ the Secretary-General to ensure adequate resources;",
        "_Requests_ the Secretary-General to ensure adequate resources for all",
    ],
)
def test_the_rest_completes_what_was_typed(typed: str) -> None:
    taken = take_rest(draft(typed), "p2", source())
    paragraph = taken.resolution.paragraph("p2")
    assert paragraph.text.plain == MAYBE
    assert note_words(taken.resolution, "p2") == ["See the budget."]
    assert paragraph.text.spans == (Span(0, 8, Style.ITALIC),)
    assert taken.caret == Caret(paragraph_place("p2"), len(MAYBE) + 1)


def test_what_was_typed_otherwise_stays() -> None:
    taken = take_rest(draft("Requests the Director-General to ensure suitable"), "p2", source())
    words = taken.resolution.paragraph("p2").text.plain
    assert words == "Requests the Director-General to ensure suitable resources for all;"


def test_its_notes_are_numbered_among_those_of_the_draft() -> None:
    resolution = take_rest(draft("Requests the Secretary-General to"), "p2", source()).resolution
    (mark,) = resolution.paragraph("p2").text.marks
    assert [note.text.plain for note in resolution.footnotes] == ["Mine.", "See the budget."]
    assert numbering(resolution).notes[mark.note] == "2"
    assert mark.printed == ""


def test_a_note_of_words_typed_exactly_comes_too() -> None:
    ground = document("P: Recalling its resolution 60/1 of 16 September 2005, in", printed=False)
    resolution = take_rest(ground, "p1", source(0)).resolution
    (mark,) = resolution.paragraph("p1").text.marks
    assert resolution.paragraph("p1").text.plain[: mark.at].endswith("2005,")
    assert note_words(resolution, "p1") == ["Resolution 60/1."]


def test_a_mark_of_ones_own_is_not_doubled() -> None:
    ground = document(
        "P: Recalling its resolution 60/1 of 16 September 2005,[^1] in | [^1]: Own.", printed=False
    )
    assert note_words(take_rest(ground, "p1", source(0)).resolution, "p1") == ["Own."]


def test_words_that_do_not_begin_it_give_way_to_the_whole() -> None:
    ground = draft("Resources, Secretary-General, adequately")
    assert not continues(ground, "p2", source())
    assert take_rest(ground, "p2", source()).resolution.paragraph("p2").text.plain == MAYBE
    assert continues(draft("Requests the Secretary"), "p2", source())


def test_the_end_mark_is_the_one_due_in_the_draft() -> None:
    last = take_whole(draft("Requests", rest=""), "p2", source()).resolution
    assert last.paragraph("p2").text.plain == MAYBE[:-1] + "."
    before_another = take_whole(draft("Requests"), "p2", source()).resolution
    assert before_another.paragraph("p2").text.plain == MAYBE
    with end_marks(are_set=False):
        as_it_was = take_whole(draft("Requests", rest=""), "p2", source()).resolution
    assert as_it_was.paragraph("p2").text.plain == MAYBE


def test_a_chapeau_keeps_its_colon() -> None:
    taken = take_whole(draft("Invites"), "p2", source(3)).resolution
    assert taken.paragraph("p2").text.plain == "Invites organs:"


def test_the_paragraph_remembers_where_it_came_from() -> None:
    taken = take_rest(draft("Requests the Secretary-General"), "p2", source()).resolution
    known = Provenance("A/RES/63/195", Part.OPERATIVE, "2", "en", "2008")
    assert taken.paragraph("p2").provenance == known
    item = take_whole(draft("to come"), "p2", source(4, year=None)).resolution
    known = Provenance("A/RES/63/195", Part.OPERATIVE, "3 (a)", "en", "")
    assert item.paragraph("p2").provenance == known
    preambular = take_whole(draft("Recalling"), "p2", source(0)).resolution
    assert preambular.paragraph("p2").provenance == Provenance(
        "A/RES/63/195", Part.PREAMBLE, "1", "en", "2008"
    )


def inserted(resolution: Resolution, at: int) -> list[str]:
    new = insert(resolution, Caret(paragraph_place("p2"), at), source()).resolution
    return [paragraph.text.plain for paragraph in new.paragraphs[1:]]


def test_an_empty_paragraph_becomes_it() -> None:
    empty = draft("x").with_paragraph(Paragraph("p2", Part.OPERATIVE))
    assert inserted(empty, 0) == [MAYBE, "Invites all."]


def test_beside_a_finished_paragraph_it_is_one_of_its_own() -> None:
    assert inserted(draft("Decides y;"), 10) == ["Decides y;", MAYBE, "Invites all."]
    assert inserted(draft("Decides y;"), 0) == [MAYBE, "Decides y;", "Invites all."]
    chapeau = draft("Decides: | (a) y;")
    assert inserted(chapeau, 8) == ["Decides:", "y;", MAYBE, "Invites all."]


def test_elsewhere_its_words_stand_at_the_caret() -> None:
    first, _ = inserted(draft("Decides y;"), 7)
    assert first == f"Decides {MAYBE} y;"


def test_words_at_the_caret_remember_where_they_came_from() -> None:
    at = Caret(paragraph_place("p2"), 8)
    long = draft("Decides  and much else that is longer than the precedent is, "
                 "for the purpose of this test, to be taken note of by all;")  # fmt: skip
    new = insert(long, at, source()).resolution
    known = Provenance("A/RES/63/195", Part.OPERATIVE, "2", "en", "2008")
    assert new.paragraph("p2").provenance == known
    again = insert(new, at, source(1)).resolution  # the longer part stays what it was
    assert again.paragraph("p2").provenance == known


def test_the_items_of_a_chapeau_come_with_their_notes_and_places() -> None:
    taken = take_whole(draft("Invites"), "p2", source(3)).resolution
    assert awaits_items(taken, "p2")
    assert [one.text.plain for one in items(source(3))] == ["to come;", "to go."]
    new, caret = take_items(taken, "p2", source(3))
    row = new.paragraphs[2:4]
    assert [(one.text.plain, one.level) for one in row] == [("to come;", 1), ("to go;", 1)]
    assert [one.provenance.place for one in row if one.provenance] == ["3 (a)", "3 (b)"]
    assert note_words(new, row[0].id) == ["Resolution 60/1."]
    assert caret == Caret(paragraph_place(row[1].id), 6)
    assert not awaits_items(new, "p2")
    assert not items(source(2))


def test_outside_a_paragraph_it_says_why_not() -> None:
    with pytest.raises(ModelError, match="paragraph"):
        insert(draft("x"), Caret(TITLE), source())


@given(resolutions(), resolutions())
def test_whatever_is_taken_the_draft_stays_sound(ground: Resolution, guest: Resolution) -> None:
    for index in range(len(guest.paragraphs))[:2]:
        for paragraph in [one for one in ground.paragraphs if not one.cells][:2]:
            one = source(index, guest)
            for taken in (take_rest, take_whole):
                new = taken(ground, paragraph.id, one).resolution
                assert {n.id for n in ground.footnotes} <= {n.id for n in new.footnotes}
                others = [p for p in new.paragraphs if p.id != paragraph.id]
                assert len(others) == len(ground.paragraphs) - 1

"""A draft that starts from a document: its words, a masthead of its own, and what it came from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given

from drafter.app.base_text import draft_from
from drafter.core.model import AgendaItem, BaseText, DocumentKind, Masthead, Part, Resolution
from drafter.core.numbering import numbering
from drafter.io.native import native_bytes, read_native
from tests.notation import document
from tests.strategies import resolutions

SOURCE = document(
    "Number: 63/195 | Title: Plain words | Closing: 68th plenary meeting[^2] | Vote: By 100 to 2. |"
    " P: _Recalling_ x,[^1] | P: _Noting_ y, | 2. _Decides_: | (a) to go; | 5. _Requests_ a report."
    " | [^1]: Note. | [^2]: Of the closing line."
)
ADOPTED = replace(
    SOURCE,
    masthead=Masthead(
        symbol="A/RES/63/195",
        session="Sixty-third session",
        agenda_items=(AgendaItem("Agenda item 97", "Crime prevention"),),
        adopted=date(2008, 12, 18),
        meeting="70th",
    ),
)
DAY = date(2026, 11, 26)


def started(source: Resolution = ADOPTED) -> Resolution:
    return draft_from(source, "A/RES/63/195", "2008-12-18", DAY)


def test_the_words_are_there_and_the_numbers_are_counted_anew() -> None:
    draft = started()
    assert [p.text.plain for p in draft.paragraphs] == [p.text.plain for p in SOURCE.paragraphs]
    labels = numbering(draft).labels
    assert [labels[p.id] for p in draft.paragraphs] == ["", "", "1.", "(a)", "2."]
    assert all(p.printed is None for p in draft.paragraphs)
    assert draft.title.plain == "Plain words"


def test_it_is_a_draft_for_the_session_that_goes_on() -> None:
    draft = started()
    assert (draft.kind, draft.number) == (DocumentKind.DRAFT, "")
    assert draft.masthead.session == "Eighty-first session"
    assert draft.masthead.symbol == ""
    assert draft.masthead.adopted is None
    assert draft.masthead.agenda_items == (AgendaItem("Agenda item […]", "Crime prevention"),)


def test_what_was_true_of_the_old_document_only_is_left_out() -> None:
    draft = started()
    assert (draft.closing, draft.vote.plain) == ((), "")
    assert [note.text.plain for note in draft.footnotes] == ["Note."]


def test_every_paragraph_remembers_its_place() -> None:
    places = [(p.provenance.part, p.provenance.place) for p in started().paragraphs if p.provenance]
    assert places == [
        (Part.PREAMBLE, "1"),
        (Part.PREAMBLE, "2"),
        (Part.OPERATIVE, "2"),
        (Part.OPERATIVE, "2 (a)"),
        (Part.OPERATIVE, "5"),
    ]


def test_the_base_text_is_the_document_as_it_was() -> None:
    assert started().base == BaseText("A/RES/63/195", ADOPTED, "2008-12-18")
    again = draft_from(started(), "A/C.3/81/L.1")
    assert again.base is not None
    assert again.base.text.base is None


def test_a_decision_and_a_statement_stay_what_they_are() -> None:
    for kind in (DocumentKind.DECISION, DocumentKind.STATEMENT):
        assert started(replace(ADOPTED, kind=kind)).kind is kind
    assert started(replace(ADOPTED, kind=DocumentKind.OTHER)).kind is DocumentKind.DRAFT


@given(resolutions())
def test_any_document_can_be_started_from(source: Resolution) -> None:
    draft = started(source)
    assert read_native(native_bytes(draft)) == draft

"""Documents that differ in words alone are told from others."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.core import edits, note_edits
from drafter.core.changes import changed_words
from drafter.core.endings import expected_endings
from drafter.core.errors import ModelError
from drafter.core.inline import Text
from drafter.core.model import Part, Resolution
from drafter.core.numbering import numbering
from tests.notation import document
from tests.strategies import resolutions, texts

SAMPLE = document(
    "P: Recalling x,[^1] | 1. Decides: | (a) one; | 2. Requests z. | [^1]: Resolution 1/1."
)


def test_other_words_are_told_with_their_places() -> None:
    changed = edits.set_text(SAMPLE, "p2", Text("Decides otherwise:"))
    changed = edits.set_text(changed, "p4", Text("Requests y."))
    assert changed_words(SAMPLE, changed) == (1, 3)
    assert changed_words(SAMPLE, SAMPLE) == ()


def test_other_words_around_the_paragraphs_are_words_alone() -> None:
    assert changed_words(SAMPLE, replace(SAMPLE, title=Text("Title"))) == ()


def test_what_is_more_than_words_is_told() -> None:
    others = (
        edits.insert(SAMPLE, 1, Part.PREAMBLE, "Noting"),
        edits.indent(SAMPLE, ["p4"]),
        edits.set_text(SAMPLE, "p1", Text("Recalling x,")),
        note_edits.add_mark(SAMPLE, "p4", 3, SAMPLE.footnotes[0].id),
        replace(SAMPLE, language="fr"),
        replace(SAMPLE, vote=Text("10 to 5")),
        replace(SAMPLE, closing=(Text("3 May"),)),
        replace(SAMPLE, footnotes=(replace(SAMPLE.footnotes[0], text=Text("Other")),)),
    )
    assert [changed_words(SAMPLE, other) for other in others] == [None] * len(others)


@settings(max_examples=300)
@given(resolutions(), st.data())
def test_where_words_alone_differ_all_that_follows_from_order_is_the_same(
    old: Resolution, data: st.DataObject
) -> None:
    notes = tuple(note.id for note in old.footnotes)
    new = old
    for paragraph_id in data.draw(st.lists(st.sampled_from(old.ids or ("",)), max_size=2)):
        new = edits.set_text(new, paragraph_id, data.draw(texts(notes))) if paragraph_id else new
    new = replace(new, title=data.draw(st.just(old.title) | texts(notes)))
    if changed_words(old, new) is not None:
        assert numbering(old) == numbering(new)
        assert expected_endings(old) == expected_endings(new)


@settings(max_examples=300)
@given(resolutions(), st.data())
def test_a_paragraph_put_in_place_is_looked_at_as_a_new_document_is(
    old: Resolution, data: st.DataObject
) -> None:
    if not old.ids:
        return
    paragraph_id = data.draw(st.sampled_from(old.ids))
    text = data.draw(texts(tuple(note.id for note in old.footnotes)))
    new = edits.set_text(old, paragraph_id, text)
    at = old.index(paragraph_id)
    changed = new.paragraphs[at]
    assert changed.text == text
    row = (*old.paragraphs[:at], changed, *old.paragraphs[at + 1 :])
    assert new == replace(old, paragraphs=row)
    assert new.ids == old.ids


def test_other_words_with_a_mark_to_no_note_are_refused() -> None:
    with pytest.raises(ModelError, match="n99"):
        edits.set_text(SAMPLE, "p1", Text("Recalling x,").marked(3, "n99"))

"""Provenance: it stays with the paragraph whatever is done to it, and goes when the words go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from drafter.app import structure
from drafter.app.passages import passage, paste
from drafter.app.places import Caret, paragraph_place
from drafter.app.writing import type_text
from drafter.core import edits, note_edits
from drafter.core.inline import Text
from drafter.core.language_change import with_language
from drafter.core.model import Part, Provenance, Resolution
from drafter.core.numbering import numbering, path
from tests.notation import document

SOURCE = Provenance("A/RES/63/195", Part.OPERATIVE, "8", "en", "2008-12-18")
DRAFT = document("P: Recalling x, | 1. Decides y; | 2. Requests z; | 3. Urges all.")


def taken(resolution: Resolution = DRAFT, paragraph_id: str = "p3") -> Resolution:
    """With a paragraph that came from elsewhere."""
    paragraph = replace(resolution.paragraph(paragraph_id), provenance=SOURCE)
    return resolution.with_paragraph(paragraph)


def sources(resolution: Resolution) -> list[str]:
    return [p.text.plain for p in resolution.paragraphs if p.provenance == SOURCE]


@pytest.mark.parametrize(
    "edit",
    [
        lambda r: edits.set_text(r, "p3", Text("Requests zeal;")),
        lambda r: type_text(r, paragraph_place("p3"), 9, 10, "zebras").resolution,
        lambda r: edits.move_up(r, "p3"),
        lambda r: edits.indent(r, ("p3",)),
        lambda r: edits.set_part(r, ("p3",), Part.PREAMBLE),
        lambda r: note_edits.add_footnote(r, "p3", 3, "See there."),
        edits.accept_labels,
        lambda r: with_language(r, "fr"),
    ],
)
def test_it_stays_through_edits_that_keep_the_paragraph(
    edit: Callable[[Resolution], Resolution],
) -> None:
    changed = edit(taken())
    assert changed != taken()
    assert changed.paragraph("p3").provenance == SOURCE


def test_an_emptied_paragraph_comes_from_nowhere() -> None:
    emptied = edits.set_text(taken(), "p3", Text())
    assert sources(edits.set_text(emptied, "p3", Text("Notes;"))) == []


def test_both_halves_of_a_paragraph_cut_in_two_have_it() -> None:
    assert sources(edits.split(taken(), "p3", 8)) == ["Requests", " z;"]


def test_an_empty_paragraph_after_it_has_none() -> None:
    end = Caret(paragraph_place("p3"), len("Requests z;"))
    entered = structure.enter(taken(), end).resolution
    assert len(entered.paragraphs) == 5
    assert sources(entered) == ["Requests z;"]
    before = structure.enter(taken(), Caret(paragraph_place("p3"), 0)).resolution
    assert sources(before) == ["Requests z;"]


def test_of_two_paragraphs_joined_the_first_keeps_its_own() -> None:
    assert sources(edits.join(taken(), "p3")) == []
    assert sources(edits.join(taken(), "p4")) == ["Requests z;Urges all."]


def test_it_goes_along_with_copied_paragraphs() -> None:
    start, end = Caret(paragraph_place("p2")), Caret(paragraph_place("p4"))
    copied = passage(taken(), start, end)
    target = Caret(paragraph_place("p2"))
    pasted = paste(document("P: Noting | 1. Decides."), target, target, copied)
    assert sources(pasted.resolution) == ["Requests z;"]


def test_the_place_of_a_paragraph_is_said_by_labels_or_in_the_preamble_by_count() -> None:
    text = document(
        "P: Recalling: | (a) x; | (b) y, | P: Noting, | 1. Decides: | (a) a: | (i) b; | 2. c."
    )
    labels = numbering(text).labels
    assert [path(text, labels, at) for at in (4, 5, 6)] == ["1", "1 (a)", "1 (a) (i)"]
    assert list(numbering(text).preambular.values()) == [1, 1, 1, 2]

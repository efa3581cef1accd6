"""What the status bar calls the place the caret is in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.app.i18n import import_words, language_words, place_words
from drafter.app.places import ORGAN_LINE, TITLE, VOTE, Caret, Place, paragraph_place
from drafter.core.language import LANGUAGES
from drafter.core.model import STRUCK_OUT, Discarded, Guess
from drafter.core.numbering import numbering
from tests.notation import document

DRAFT = document(
    "P: Recalling x, | P: Noting y, | # I. Heading | 1. Decides: | (a) one: | (i) deep; |"
    " (ii) deeper; | < and so on; | 2. Requests z. | Vote: v | A: Rules | 1. Rule. | T: a ; b",
    printed=False,
)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (TITLE, "Title"),
        (ORGAN_LINE, "Organ line"),
        (VOTE, "Vote"),
        (paragraph_place("p2"), "Preamble 2"),
        (paragraph_place("p3"), "Heading I"),
        (paragraph_place("p4"), "Operative 1"),
        (paragraph_place("p7"), "Operative 1 (a) (ii)"),
        (paragraph_place("p8"), "Operative 1"),
        (paragraph_place("p10"), "Annex"),
        (paragraph_place("p11"), "Annex 1"),
        (paragraph_place("p12"), "Table"),
    ],
)
def test_a_place_is_named_as_a_drafter_would(place: Place, words: str) -> None:
    assert place_words(DRAFT, numbering(DRAFT), Caret(place)) == words


def test_each_official_language_has_a_name() -> None:
    assert all(language_words(code) for code in LANGUAGES)


def test_an_import_says_what_it_made() -> None:
    read = document("P: Recalling x,[^1] | 1. Decides y. | [^1]: A/61/5.")
    assert import_words(read) == "Read: 2 paragraphs, 1 footnote."
    unsure = replace(read, guesses=(Guess("number", "p2", "1.", 0.6, 3, "1. Decides"),))
    assert "1 place to look at. F8" in import_words(unsure)
    shorter = replace(read, discarded=(Discarded("old words", STRUCK_OUT), Discarded("-", "x")))
    assert import_words(shorter).endswith("Left out, since it is struck out: “old words”.")

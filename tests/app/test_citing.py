"""What can be cited where, and the edits that cite it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from drafter.app.citing import (
    Document,
    choices,
    named_before,
    note_for,
    with_note,
    with_words,
    words_between,
)
from drafter.app.places import Caret, paragraph_place
from drafter.core.errors import ModelError
from drafter.core.inline import Text
from drafter.core.model import Organ, Resolution
from drafter.corpus.finding import Finder
from drafter.corpus.instruments import Instrument
from drafter.corpus.names import Reference
from tests.corpus.making import BRIDGES, RIVERS, RIVIERES, add
from tests.notation import document

NOTHING: frozenset[Reference] = frozenset()
DRAFT = document(
    "P: _Recalling_ its resolution 70/901 of 10 December 2015, | P: _Noting_ rain, | 1. _Decides_.",
    printed=False,
)


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finder]:
    folder = tmp_path_factory.mktemp("corpus")
    add(folder, RIVERS, RIVIERES, BRIDGES)
    made = Finder(folder)
    yield made
    made.close()


def caret(paragraph_id: str, at: int = 0) -> Caret:
    return Caret(paragraph_place(paragraph_id), at)


def said(finder: Finder, notation: str, words: str) -> tuple[str, str]:
    first = choices(finder, document(notation), NOTHING, words)[0]
    return first.words.replace("\u00a0", " "), first.note.plain


def test_a_resolution_is_named_as_its_own_organ_and_others_do(finder: Finder) -> None:
    assert said(finder, "@fr | P: Rappelant", "70/901") == (
        "sa résolution 70/901 du 10 décembre 2015",
        "Résolution 70/901.",
    )
    assert said(finder, "@SC | P: Recalling", "70/901") == (
        "General Assembly resolution 70/901 of 10 December 2015",
        "General Assembly resolution 70/901.",
    )
    assert said(finder, "P: Recalling", "2901")[0] == (
        "Security Council resolution 2901 (2017) of 1 March 2017"
    )


def test_what_the_draft_has_named_is_named_without_its_date(finder: Finder) -> None:
    named = named_before(DRAFT, caret("p2", 7))
    assert named == {Reference(Organ.GA, "70/901")}
    assert choices(finder, DRAFT, named, "70/901")[0].words == "its resolution 70/901"


def test_what_is_named_only_after_the_caret_is_not_named_yet() -> None:
    assert named_before(DRAFT, caret("p1", 9)) == NOTHING
    assert named_before(DRAFT, caret("p1", 40)) == {Reference(Organ.GA, "70/901")}


@pytest.mark.parametrize("symbol", ["A/61/179", "a/61/179", "A/HRC/12/48/Add.1", "S/2006/123"])
def test_a_report_gets_a_note_and_no_words(finder: Finder, symbol: str) -> None:
    (only,) = choices(finder, DRAFT, NOTHING, symbol)
    assert only.source == Document(symbol.upper() if symbol[0] == "a" else symbol)
    assert only.words == ""
    assert only.note.plain == f"{symbol if symbol[0] != 'a' else symbol.upper()}."


def test_a_resolution_that_cannot_be_is_no_document(finder: Finder) -> None:
    assert choices(finder, DRAFT, NOTHING, "S/RES/99999 (2050)") == ()


def test_the_symbol_of_a_resolution_is_a_resolution(finder: Finder) -> None:
    assert choices(finder, DRAFT, NOTHING, "a/res/70/901")[0].words.startswith("its resolution")


def test_an_instrument_gets_a_note_and_no_words(finder: Finder) -> None:
    first = choices(finder, DRAFT, NOTHING, "rights of the child")[0]
    assert isinstance(first.source, Instrument)
    assert first.words == ""
    assert first.note.plain == "United Nations, Treaty Series, vol. 1577, No. 27531."


@pytest.mark.parametrize("words", ["", "   ", "zzzqqq"])
def test_what_says_nothing_gives_no_choice(finder: Finder, words: str) -> None:
    assert choices(finder, DRAFT, NOTHING, words) == ()


# --- the words ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "at", "after"),
    [
        ("_Recalling_", 9, "Recalling WORDS"),
        ("_Recalling_ ", 10, "Recalling WORDS"),
        ("_Recalling_ ,", 10, "Recalling WORDS,"),
        ("_Noting_ (see rain),", 8, "Noting (WORDS see rain),"),
        ("@zh | P: _回顾_，", 2, "回顾WORDS，"),
    ],
)
def test_words_are_set_apart_where_the_language_does_so(before: str, at: int, after: str) -> None:
    draft = document(before if before[0] == "@" else f"P: {before}", printed=False)
    new, end = with_words(draft, caret("p1", at), caret("p1", at), "WORDS")
    plain = new.paragraphs[0].text.plain
    assert plain == after
    assert plain[: end.at].rstrip().endswith("WORDS")


def test_only_the_opener_is_in_italics() -> None:
    draft = document("P: _Recalling_", printed=False)
    new, _ = with_words(draft, caret("p1", 9), caret("p1", 9), "its resolution 70/901")
    (span,) = new.paragraphs[0].text.spans
    assert (span.start, span.end) == (0, 9)


def test_a_selection_is_replaced() -> None:
    draft = document("P: Recalling 70/901 on rivers,", printed=False)
    new, _ = with_words(draft, caret("p1", 10), caret("p1", 16), "its resolution 70/901")
    assert new.paragraphs[0].text.plain == "Recalling its resolution 70/901 on rivers,"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Recalling its resolution ", "Recalling its resolution 70/901 of 2015"),
        ("Recalling its resolution", "Recalling its resolution 70/901 of 2015"),
        ("Recalling its", "Recalling its resolution 70/901 of 2015"),
        ("Mindful of the resolution ", "Mindful of the resolution 70/901 of 2015"),
        ("Recalling its views of ", "Recalling its views of its resolution 70/901 of 2015"),
    ],
)
def test_what_stands_before_the_caret_is_not_said_twice(before: str, after: str) -> None:
    draft = document("P: x", printed=False)
    draft, end = with_words(draft, caret("p1", 0), caret("p1", 1), before)
    new, _ = with_words(draft, end, end, "its resolution 70/901 of 2015")
    assert new.paragraphs[0].text.plain == after


# --- the note -----------------------------------------------------------------------------------


def marks(resolution: Resolution) -> list[tuple[int, str]]:
    return [
        (mark.at, resolution.footnote(mark.note).text.plain)
        for paragraph in resolution.paragraphs
        for mark in paragraph.text.marks
    ]


def test_the_mark_goes_after_a_comma_in_english_and_before_it_in_french() -> None:
    english = document("P: Noting the report, and rain,", printed=False)
    assert marks(with_note(english, caret("p1", 17), Text("A/61/179.")).resolution) == [
        (18, "A/61/179.")
    ]
    french = document("@fr | P: Notant le rapport, et la pluie,", printed=False)
    assert marks(with_note(french, caret("p1", 17), Text("A/61/179.")).resolution) == [
        (17, "A/61/179.")
    ]


def test_a_source_that_has_a_note_is_marked_again() -> None:
    draft = document("P: Noting it[^1] and it, | [^1]: A/61/179.", printed=False)
    new = with_note(draft, caret("p1", 18), Text("A/61/179.")).resolution
    assert len(new.footnotes) == 1
    assert len(marks(new)) == 2


def test_a_note_needs_a_paragraph_of_text() -> None:
    draft = document("Title: Rivers | T: a ; b", printed=False)
    with pytest.raises(ModelError, match="table"):
        with_note(draft, caret(draft.paragraphs[0].id), Text("A/61/179."))


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("resolution 70/901 of 10 December 2015", "Resolution 70/901."),
        ("70/901", "Resolution 70/901."),
        ("Security Council resolution 1540 (2004)", "Security Council resolution 1540 (2004)."),
        ("the Arms Trade Treaty", "United Nations, Treaty Series, vol. 3013, No. 52373."),
        ("A/61/179", "A/61/179."),
    ],
)
def test_words_that_cite_have_their_note(words: str, note: str) -> None:
    found = note_for(DRAFT, words)
    assert found is not None
    assert found.plain == note


@pytest.mark.parametrize("words", ["", "the report", "resolutions 60/1 and 60/2", "12"])
def test_words_that_cite_nothing_or_several_have_none(words: str) -> None:
    assert note_for(DRAFT, words) is None


def test_words_are_those_of_one_place() -> None:
    assert words_between(DRAFT, caret("p2", 0), caret("p2", 6)) == "Noting"
    assert words_between(DRAFT, caret("p1", 3), caret("p2", 6)) == ""

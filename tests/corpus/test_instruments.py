"""Instruments found by words of their titles, and the notes they get in six languages."""

from __future__ import annotations

import pytest

from drafter.core.inline import Style
from drafter.core.language import LANGUAGES
from drafter.core.model import Organ
from drafter.corpus.instruments import (
    Instrument,
    document_note,
    find_instruments,
    instrument_note,
    instruments,
    named_instrument,
)


def one(words: str) -> Instrument:
    return find_instruments(words)[0]


def test_the_table_has_a_title_in_each_language_and_no_instrument_twice() -> None:
    rows = instruments()
    assert len(rows) >= 25
    for code in LANGUAGES:
        titles = [row.titles[code] for row in rows]
        assert all(titles)
        assert len(set(titles)) == len(titles)
    assert all(row.number.isdigit() and row.volume.isdigit() for row in rows if row.volume)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("rights child", "27531"),
        ("droits enf", "27531"),
        ("non-prolif", "10485"),
        ("儿童权利", "27531"),
        ("беженцев статус", "2545"),
        ("universal declaration", "217 A (III)"),
    ],
)
def test_an_instrument_is_found_by_words_of_any_language(words: str, number: str) -> None:
    assert one(words).number == number


def test_words_that_no_title_has_find_none() -> None:
    assert find_instruments("umbrellas") == ()
    assert find_instruments(" ") == ()


@pytest.mark.parametrize(
    ("code", "note"),
    [
        ("en", "United Nations, Treaty Series, vol. 1577, No. 27531."),
        ("fr", "Nations Unies, Recueil des Traités, vol. 1577, no\u00a027531."),
        ("es", "Naciones Unidas, Treaty Series, vol. 1577, núm. 27531."),
        ("ru", "United Nations, Treaty Series, vol. 1577, No. 27531."),
        ("ar", "United Nations, Treaty Series, vol. 1577, No. 27531."),
        ("zh", "联合国，《条约汇编》，第1577卷，第27531号。"),
    ],
)
def test_a_treaty_is_given_by_volume_and_number(code: str, note: str) -> None:
    assert instrument_note(one("rights child"), code, Organ.GA).plain == note


def test_the_series_is_in_italics_and_the_french_o_is_raised() -> None:
    note = instrument_note(one("rights child"), "fr", Organ.GA)
    looks = {span.style: note.plain[span.start : span.end] for span in note.spans}
    assert looks == {Style.ITALIC: "Recueil des Traités", Style.SUPERSCRIPT: "o"}


def test_what_is_or_is_annexed_to_a_resolution_is_given_by_it() -> None:
    declaration, covenant = one("universal declaration"), one("civil political")
    assert instrument_note(declaration, "fr", Organ.GA).plain == "Résolution 217 A (III)."
    assert instrument_note(declaration, "ar", Organ.GA).plain == "القرار 217 ألف (د-3)."
    assert (
        instrument_note(covenant, "en", Organ.HRC).plain
        == "See General Assembly resolution 2200 A (XXI), annex."
    )


@pytest.mark.parametrize(
    ("words", "code", "number"),
    [
        ("Convention on the Rights of the Child", "en", "27531"),
        ("Reaffirming the Convention on the Rights of the Child", "en", "27531"),
        ("Конвенции о правах ребенка", "ru", "27531"),
        ("la Convention relative au statut des réfugiés de 1951", "fr", "2545"),
        ("《儿童权利公约》", "zh", "27531"),
    ],
)
def test_an_instrument_is_known_where_a_text_names_it(words: str, code: str, number: str) -> None:
    found = named_instrument(words, code)
    assert found is not None
    assert found.number == number


@pytest.mark.parametrize("words", ["", "the child", "the rights of the child", "Convention"])
def test_other_words_name_none(words: str) -> None:
    assert named_instrument(words, "en") is None


def test_a_document_is_given_by_its_symbol() -> None:
    assert document_note("A/61/179", "fr").plain == "A/61/179."
    assert document_note("A/61/179", "zh").plain == "A/61/179。"

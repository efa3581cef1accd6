"""Which resolution is meant, however its number is typed or copied."""

from __future__ import annotations

import pytest

from drafter.core.model import Organ
from drafter.corpus.meant import Asked, asked_number, references
from drafter.corpus.names import Reference, symbol_of_number


def test_a_number_may_be_of_two_organs_and_words_around_it_do_not_matter() -> None:
    assert references("60/288") == (Reference(Organ.GA, "60/288"), Reference(Organ.HRC, "60/288"))
    assert references("resolution 60/288") == references("60/288")
    assert references("resolution 1373 (2001),") == (Reference(Organ.SC, "1373 (2001)"),)
    assert references("A/RES/60/288") == (Reference(Organ.GA, "60/288"),)
    assert references("6/30") == (Reference(Organ.HRC, "6/30"),)
    assert references("rivers") == ()
    assert symbol_of_number(Organ.SC, "60/288") == ""


@pytest.mark.parametrize(
    ("asked", "organ", "number"),
    [
        ("SC 1325 (2000)", Organ.SC, "1325 (2000)"),
        ("UNSCR 1325(2000)", Organ.SC, "1325 (2000)"),
        ("s/res/1325 (2000)", Organ.SC, "1325 (2000)"),
        ("GA 60/288", Organ.GA, "60/288"),
        ("unga resolution 60/288", Organ.GA, "60/288"),
        ("General Assembly resolution 60/288", Organ.GA, "60/288"),
        ("resolution 60/288 of the General Assembly", Organ.GA, "60/288"),
        ("la résolution 60/288 de l’Assemblée générale", Organ.GA, "60/288"),
        ("la résolution 60/288 de l'Assemblée générale", Organ.GA, "60/288"),
        ("大会第60/288号决议", Organ.GA, "60/288"),
        ("a/res/60/288", Organ.GA, "60/288"),
        ("A/RES/S\u201126/2", Organ.GA, "S-26/2"),
        ("A/RES/٦٠/٢٨٨", Organ.GA, "60/288"),
        ("GA 75/250A", Organ.GA, "75/250 A"),
        ("ga 75/250 a", Organ.GA, "75/250 A"),
        ("GA 75/250 باء", Organ.GA, "75/250 B"),
        ("217a (iii)", Organ.GA, "217 A (III)"),
        ("217 (III) A", Organ.GA, "217 A (III)"),
        ("٢١٧ ألف (د-٣)", Organ.GA, "217 A (III)"),
        ("HRC 48/13", Organ.HRC, "48/13"),
        ("Human Rights Council resolution 48/13", Organ.HRC, "48/13"),
        ("a/hrc/res/48/13", Organ.HRC, "48/13"),
        ("ecosoc 2007/12", Organ.ECOSOC, "2007/12"),
    ],
)
def test_an_organ_told_with_the_number_is_heeded(asked: str, organ: Organ, number: str) -> None:
    assert references(asked) == (Reference(organ, number),)


def test_the_figures_of_arabic_are_read_with_the_marks_of_direction_among_them() -> None:
    assert references("\u200f٦٠/٢٨٨\u200f") == references("60/288")


@pytest.mark.parametrize(
    "asked",
    [
        "S/RES/1325",
        "SC 1325",
        "UNSCR1325",
        "unsc resolution 1325",
        "Security Council resolution 1325",
        "resolution 1325 of the Security Council",
        "la résolution 1325 du Conseil de sécurité",
        "resolución 1325 del Consejo de Seguridad",
        "резолюция 1325 Совета Безопасности",
        "قرار مجلس الأمن ١٣٢٥",
        "安全理事会第1325号决议",
    ],
)
def test_a_year_may_be_lacking(asked: str) -> None:
    found = asked_number(asked)
    assert found == Asked(Organ.SC, "1325")
    assert found.lacks_year
    assert references(asked) == ()


@pytest.mark.parametrize(
    "asked", ["A/61/179", "A/HRC/48/13", "A/CONF.157/23", "E/2007/12", "x", ""]
)
def test_other_documents_are_not_taken_for_resolutions(asked: str) -> None:
    assert asked_number(asked) is None
    assert references(asked) == ()


def test_a_text_that_says_more_is_not_taken_for_its_number() -> None:
    assert references("Implementation of resolution 1325 (2000) on women") == ()
    assert asked_number("Security Council reform by 2030 and resolutions") != Asked(
        Organ.SC, "2030"
    )

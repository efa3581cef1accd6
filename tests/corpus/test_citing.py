"""Resolutions that texts name, in six languages: organ, number and date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.core.model import Organ
from drafter.corpus.citing import cited_resolutions
from drafter.corpus.names import Reference, number_of_symbol, year_of_number
from drafter.corpus.printed import printed_number, read_number

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


def cited(text: str, code: str, organ: Organ = Organ.GA) -> list[str]:
    """Organ, number and date of each, in one line."""
    found = cited_resolutions(text, code, organ)
    return [f"{one.reference.organ} {one.reference.number} {one.adopted or '-'}" for one in found]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "en",
            ("Recalling its resolutions 60/236 A of 22 December 2005, 63/248 of 24 December 2008"
            " and 68/251 of 27 December 2013,"),
            ["GA 60/236 A 2005-12-22", "GA 63/248 2008-12-24", "GA 68/251 2013-12-27"],
        ),
        (
            "en",
            ("Human Rights Council resolution 16/21 of 25 March 2011 and resolution 65/281 of the"
            " General Assembly of 17 June 2011"),
            ["HRC 16/21 2011-03-25", "GA 65/281 2011-06-17"],
        ),
        (
            "en",
            ("Security Council resolutions 1325 (2000) of 31 October 2000 and 2282 (2016), Economic"
            " and Social Council resolution 2007/12 and resolution 2200 A (XXI)"),
            ["SC 1325 (2000) 2000-10-31", "SC 2282 (2016) -", "ECOSOC 2007/12 -",
             "GA 2200 A (XXI) -"],
        ),
        (
            "fr",
            ("la résolution 75/314 de l’Assemblée générale en date du 2 août 2021, ses résolutions"
            " 1874 (S-IV) du 27 juin 1963 et 55/235 du 23 décembre 2000"),
            ["GA 75/314 2021-08-02", "GA 1874 (S-IV) 1963-06-27", "GA 55/235 2000-12-23"],
        ),
        (
            "es",
            ("su resolución 71/312, de 6 de julio de 2017, y la resolución 16/21 del Consejo de"
            " Derechos Humanos, de 25 de marzo de 2011"),
            ["GA 71/312 2017-07-06", "HRC 16/21 2011-03-25"],
        ),
        (
            "ru",
            ("в ее резолюции 65/281 от 17 июня 2011 года и резолюции 16/21 Совета от 25 марта"
            " 2011 года"),
            ["GA 65/281 2011-06-17", "HRC 16/21 2011-03-25"],
        ),
        (
            "ar",
            ("وإذ تشير إلى قرارها 2625 (د-25) المؤرخ 24 تشرين الأول/أكتوبر 1970 وقرارها 75/250 باء"
            " وقرار مجلس الأمن 2282 (2016)"),
            ["GA 2625 (XXV) 1970-10-24", "GA 75/250 B -", "SC 2282 (2016) -"],
        ),
        (
            "zh",
            ("回顾大会2006年9月8日第60/288号决议和安全理事会1994年3月18日第904(1994)号决议"),
            ["GA 60/288 2006-09-08", "SC 904 (1994) 1994-03-18"],
        ),
    ],
)  # fmt: skip
def test_organ_number_and_date_are_read(code: str, text: str, expected: list[str]) -> None:
    assert cited(text, code) == expected


@pytest.mark.parametrize(
    "text",
    [
        "resolution 7/5 of 10 November 2017 of the Conference of the States Parties",
        "paragraph 12/3 of the report",
        "decision 60/288 and the report A/60/288",
        "resolutions on the care of rivers adopted in 2001",
        "World Health Assembly resolution 58.33",
    ],
)
def test_what_is_no_resolution_of_the_organs_is_left(text: str) -> None:
    assert cited(text, "en") == []


def test_in_the_council_a_date_tells_whose_session_it_is() -> None:
    text = "its resolution 55/2 of 3 April 2024 and resolution 55/2 of 8 September 2000"
    assert cited(text, "en", Organ.HRC) == ["HRC 55/2 2024-04-03", "GA 55/2 2000-09-08"]


@pytest.mark.parametrize(
    ("speaker", "text", "found"),
    [
        (Organ.GA, "its resolution S-9/2 of 3 May 1978", "GA S-9/2 1978-05-03"),
        (Organ.GA, "its resolution S-26/2 of 27 June 2001", "GA S-26/2 2001-06-27"),
        (Organ.GA, "its resolution S-27/2, annex", "GA S-27/2 -"),
        (Organ.HRC, "its resolution S-33/1 of 17 December 2021", "HRC S-33/1 2021-12-17"),
        (Organ.HRC, "resolution S-26/2 of 27 June 2001", "GA S-26/2 2001-06-27"),
        (Organ.HRC, "resolution ES-11/1 of 2 March 2022", "GA ES-11/1 2022-03-02"),
    ],
)
def test_a_special_session_is_told_by_date_and_speaker(
    speaker: Organ, text: str, found: str
) -> None:
    assert cited(text, "en", speaker) == [found]


@given(st.text(), st.sampled_from(LANGUAGES), st.sampled_from(Organ))
def test_any_text_can_be_looked_through(text: str, code: str, organ: Organ) -> None:
    places = [(one.start, one.end) for one in cited_resolutions(text, code, organ)]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("symbol", "organ", "number"),
    [
        ("A/RES/60/288", Organ.GA, "60/288"),
        ("A/RES/75/250 B", Organ.GA, "75/250 B"),
        ("A/RES/217(III)[A]", Organ.GA, "217 A (III)"),
        ("A/RES/2625(XXV)", Organ.GA, "2625 (XXV)"),
        ("A/RES/ES-11/3", Organ.GA, "ES-11/3"),
        ("S/RES/1373(2001)", Organ.SC, "1373 (2001)"),
        ("E/RES/2007/12", Organ.ECOSOC, "2007/12"),
        ("A/HRC/RES/54/1", Organ.HRC, "54/1"),
    ],
)
def test_a_symbol_tells_organ_and_number(symbol: str, organ: Organ, number: str) -> None:
    assert number_of_symbol(symbol) == Reference(organ, number)
    assert number_of_symbol(Reference(organ, number).symbol) == Reference(organ, number)


@pytest.mark.parametrize("symbol", ["A/64/L.6", "A/RES/", "S/PRST/2012/13", "", "A/RES/60"])
def test_other_documents_are_no_resolutions(symbol: str) -> None:
    assert number_of_symbol(symbol) is None


def test_a_number_tells_its_year_give_or_take_one() -> None:
    assert year_of_number(Reference(Organ.SC, "1373 (2001)")) == 2001
    assert year_of_number(Reference(Organ.ECOSOC, "2007/12")) == 2007
    assert abs((year_of_number(Reference(Organ.GA, "60/288")) or 0) - 2006) <= 1
    assert year_of_number(Reference(Organ.GA, "217 A (III)")) is None


@pytest.mark.parametrize(
    "number", ["217 A (III)", "1874 (S-IV)", "75/250 B", "60/288", "1373 (2001)"]
)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_printed_number_is_read_back(number: str, code: str) -> None:
    assert read_number(printed_number(number, code), code) == number


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "resolutions 48/13 of the Human Rights Council and 60/288 of the General Assembly"),
        ("en", "resolutions of the Human Rights Council 48/13 and of the General Assembly 60/288"),
        ("fr", "les résolutions 48/13 du Conseil des droits de l’homme et 60/288 de l’Assemblée"),
        (
            "es",
            "resoluciones 48/13 del Consejo de Derechos Humanos y 60/288 de la Asamblea General",
        ),
        ("ru", "резолюции 48/13 Совета по правам человека и 60/288 Генеральной Ассамблеи"),
        ("ar", "القرارين 48/13 لمجلس حقوق الإنسان و 60/288 للجمعية العامة"),
        ("zh", "人权理事会第48/13号和大会第60/288号决议"),
    ],
)
@pytest.mark.parametrize("speaker", [Organ.GA, Organ.HRC])
def test_one_noun_may_be_shared_by_two_organs(code: str, text: str, speaker: Organ) -> None:
    assert cited(text, code, speaker) == ["HRC 48/13 -", "GA 60/288 -"]

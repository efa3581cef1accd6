"""Facts of the six languages against official print, and the laws of going both ways."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.core.errors import ModelError
from drafter.core.facts import Facts, language_table
from drafter.core.language import LANGUAGES, EndMark, SessionKind, code_of_iso, language
from drafter.core.model import Organ

EACH = pytest.mark.parametrize("code", LANGUAGES)
NBSP = "\u00a0"


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(ModelError, match="“de”"):
        language("de")


def test_the_same_object_is_given_each_time() -> None:
    assert language("fr") is language("fr")


def test_only_arabic_runs_from_the_right() -> None:
    assert [code for code in LANGUAGES if language(code).is_rtl] == ["ar"]


@pytest.mark.parametrize(
    ("code", "locale", "english_name", "before"),
    [
        ("ar", "ar-SA", "Arabic", True),
        ("en", "en-GB", "English", False),
        ("es", "es-ES", "Spanish", True),
        ("fr", "fr-FR", "French", True),
        ("ru", "ru-RU", "Russian", True),
        ("zh", "zh-CN", "Chinese", False),
    ],
)
def test_each_language_has_its_names(
    code: str, locale: str, english_name: str, before: bool
) -> None:
    words = language(code)
    assert (words.code, words.locale, words.english_name) == (code, locale, english_name)
    assert words.marks_before_punctuation is before


@pytest.mark.parametrize(
    ("code", "quotes"),
    [
        ("en", ("“", "”", "‘", "’")),
        ("fr", (f"«{NBSP}", f"{NBSP}»", "“", "”")),
        ("ru", ("«", "»", "“", "”")),
        ("ar", ("”", "“", "’", "‘")),
    ],
)
def test_quotation_marks(code: str, quotes: tuple[str, ...]) -> None:
    assert language(code).quotes == quotes


@pytest.mark.parametrize(
    ("code", "where", "mark"),
    [
        ("en", EndMark.PREAMBLE, ","),
        ("en", EndMark.LAST, "."),
        ("fr", EndMark.OPERATIVE, f"{NBSP};"),
        ("fr", EndMark.CHAPEAU, f"{NBSP}:"),
        ("es", EndMark.ITEM, ";"),
        ("ru", EndMark.CHAPEAU, ":"),
        ("ar", EndMark.PREAMBLE, "،"),
        ("ar", EndMark.OPERATIVE, "؛"),
        ("zh", EndMark.ITEM, "；"),
        ("zh", EndMark.LAST, "。"),
    ],
)
def test_the_mark_that_ends_a_paragraph(code: str, where: EndMark, mark: str) -> None:
    words = language(code)
    assert words.end_mark(where) == mark
    assert words.ends_with(f"xxx{mark}") == mark


def test_the_mark_found_at_the_end_is_as_typed() -> None:
    french = language("fr")
    assert french.ends_with("du Haut-Commissariat ;") == " ;"
    assert french.ends_with("du Haut-Commissariat;") == ";"
    assert french.ends_with("du Haut-Commissariat") == ""


@pytest.mark.parametrize(
    ("code", "organ", "line", "alone"),
    [
        ("en", Organ.GA, "The General Assembly,", "The General Assembly"),
        ("fr", Organ.HRC, "Le Conseil des droits de l’homme,", "Le Conseil des droits de l’homme"),
        ("es", Organ.ECOSOC, "El Consejo Económico y Social,", "El Consejo Económico y Social"),
        ("ru", Organ.SC, "Совет Безопасности,", "Совет Безопасности"),
        ("ar", Organ.GA, "إن الجمعية العامة،", "إن الجمعية العامة"),
        ("zh", Organ.SC, "安全理事会，", "安全理事会"),
    ],
)
def test_organ_lines_have_a_comma_only_before_a_preamble(
    code: str, organ: Organ, line: str, alone: str
) -> None:
    words = language(code)
    assert words.organ_line(organ) == line
    assert words.organ_line(organ, has_preamble=False) == alone
    assert words.read_organ_line(line) is organ
    assert words.read_organ_line(alone) is organ


@pytest.mark.parametrize(
    ("code", "line", "organ"),
    [
        ("fr", "L'Assemblée générale,", Organ.GA),
        ("fr", " Le Conseil économiqueetsocial, ", Organ.ECOSOC),
        ("ar", "إنَّ الجمعية العامة ،", Organ.GA),
        ("zh", "大会，\u200e", Organ.GA),
        ("en", "THE SECURITY COUNCIL,", Organ.SC),
        ("en", "The General Assembly decides,", None),
        ("en", "", None),
    ],
)
def test_organ_lines_are_read_as_they_are_printed(
    code: str, line: str, organ: Organ | None
) -> None:
    assert language(code).read_organ_line(line) is organ


def test_an_organ_that_is_none_of_the_four_has_no_words() -> None:
    english = language("en")
    assert english.organ_name(Organ.OTHER) == ""
    assert english.organ_line(Organ.OTHER) == ""
    assert english.organ_gender(Organ.OTHER) == "masculine"


@pytest.mark.parametrize("code", ["fr", "es", "ru", "ar"])
def test_the_assembly_is_feminine_and_the_councils_are_not(code: str) -> None:
    words = language(code)
    assert words.organ_gender(Organ.GA) == "feminine"
    assert words.organ_gender(Organ.SC) == "masculine"


def test_the_human_rights_council_prints_under_the_assembly() -> None:
    assert language("fr").parent_organ_name(Organ.HRC) == "Assemblée générale"
    assert language("zh").parent_organ_name(Organ.SC) == "安全理事会"


@pytest.mark.parametrize(
    ("code", "organ", "number", "kind", "words"),
    [
        ("en", Organ.GA, 64, SessionKind.REGULAR, "Sixty-fourth session"),
        ("en", Organ.GA, 11, SessionKind.EMERGENCY, "Eleventh emergency special session"),
        ("en", Organ.ECOSOC, 2022, SessionKind.REGULAR, "2022 session"),
        ("fr", Organ.GA, 71, SessionKind.REGULAR, "Soixante et onzième session"),
        ("fr", Organ.GA, 80, SessionKind.REGULAR, "Quatre-vingtième session"),
        ("fr", Organ.ECOSOC, 2021, SessionKind.REGULAR, "Session de 2021"),
        ("es", Organ.GA, 61, SessionKind.REGULAR, "Sexagésimo primer período de sesiones"),
        ("es", Organ.HRC, 54, SessionKind.REGULAR, "54º período de sesiones"),
        ("ru", Organ.HRC, 54, SessionKind.REGULAR, "Пятьдесят четвертая сессия"),
        ("ru", Organ.GA, 32, SessionKind.SPECIAL, "Тридцать вторая специальная сессия"),
        ("ar", Organ.GA, 76, SessionKind.REGULAR, "الدورة السادسة والسبعون"),
        ("ar", Organ.GA, 32, SessionKind.SPECIAL, "الدورة الاستثنائية الثانية والثلاثون"),
        ("zh", Organ.GA, 80, SessionKind.REGULAR, "第八十届会议"),
        ("zh", Organ.ECOSOC, 2022, SessionKind.REGULAR, "2022年届会"),
    ],
)
def test_sessions_in_words_and_back(
    code: str, organ: Organ, number: int, kind: SessionKind, words: str
) -> None:
    expected = SessionKind.YEAR if number > 1000 else kind
    assert language(code).session_words(organ, number, kind) == words
    assert language(code).read_session(words) == (expected, number)
    assert language(code).session_number(words.upper()) == number


def test_sessions_are_read_in_the_case_of_running_text() -> None:
    assert language("ar").session_number("دورتها السادسة والسبعين") == 76
    assert language("ru").session_number("семьдесят шестой сессии") == 76
    assert language("en").session_number("a long session") is None


@EACH
@settings(deadline=None)
@given(number=st.integers(1, 100), feminine=st.booleans())
def test_an_ordinal_is_read_back(code: str, number: int, feminine: bool) -> None:
    words = language(code)
    assert words.ordinal_number(words.ordinal(number, feminine)) == number


@EACH
@settings(deadline=None)
@given(number=st.integers(1, 100), kind=st.sampled_from(SessionKind), organ=st.sampled_from(Organ))
def test_a_session_is_read_back(code: str, number: int, kind: SessionKind, organ: Organ) -> None:
    words = language(code)
    number = number + 1944 if kind is SessionKind.YEAR else number
    assert words.read_session(words.session_words(organ, number, kind)) == (kind, number)


@EACH
def test_ordinals_of_different_numbers_differ(code: str) -> None:
    words = language(code)
    for feminine in (False, True):
        assert len({words.ordinal(number, feminine) for number in range(1, 101)}) == 100


@pytest.mark.parametrize("number", [0, 101])
def test_ordinals_stop_at_a_hundred(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        language("en").ordinal(number)


@pytest.mark.parametrize(
    ("code", "number", "feminine", "words"),
    [
        ("fr", 1, True, "première"),
        ("fr", 17, False, "dix-septième"),
        ("fr", 77, False, "soixante-dix-septième"),
        ("fr", 81, False, "quatre-vingt-unième"),
        ("fr", 99, False, "quatre-vingt-dix-neuvième"),
        ("es", 19, False, "decimonoveno"),
        ("es", 76, True, "septuagésima sexta"),
        ("ru", 43, False, "сорок третий"),
        ("ar", 15, True, "الخامسة عشرة"),
        ("ar", 81, False, "الحادي والثمانون"),
        ("zh", 20, False, "第二十"),
        ("en", 100, False, "one hundredth"),
    ],
)
def test_ordinals(code: str, number: int, feminine: bool, words: str) -> None:
    assert language(code).ordinal(number, feminine) == words


@pytest.mark.parametrize(
    ("code", "words", "number"),
    [
        ("fr", "soixante‑et‑onzième", 71),
        ("fr", "Seconde", 2),
        ("es", "Octogésimo  primer", 81),
        ("ru", "третьей", 3),
        ("ru", "восьмидесятую", 80),
        ("ar", "الثمانين", 80),
        ("en", "hundredth", 100),
        ("en", "umpteenth", None),
    ],
)
def test_ordinals_are_read_as_they_are_printed(code: str, words: str, number: int | None) -> None:
    assert language(code).ordinal_number(words) == number


@EACH
@settings(deadline=None)
@given(day=st.dates(date(1945, 1, 1), date(2099, 12, 31)))
def test_a_date_is_read_back(code: str, day: date) -> None:
    words = language(code)
    printed = words.date_words(day)
    assert words.read_date(printed) == day
    assert words.find_dates(f"x {printed}.") == [(2, 2 + len(printed), day)]
    assert words.read_issue_date(words.issue_date(day)) == day


@pytest.mark.parametrize(
    ("code", "printed", "issued"),
    [
        ("en", f"1{NBSP}December 2021", "1 December 2021"),
        ("fr", f"1er{NBSP}décembre 2021", "1er décembre 2021"),
        ("es", f"1{NBSP}de diciembre de 2021", "1 de diciembre de 2021"),
        ("ru", f"1{NBSP}декабря 2021 года", "1 December 2021"),
        ("ar", "1 كانون الأول/ديسمبر 2021", "1 December 2021"),
        ("zh", "2021年12月1日", "1 December 2021"),
    ],
)
def test_dates_as_printed(code: str, printed: str, issued: str) -> None:
    day = date(2021, 12, 1)
    assert language(code).date_words(day) == printed
    assert language(code).issue_date(day) == issued


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("ar", "17 كانون الأول 2021"),
        ("ar", "17 ديسمبر 2021"),
        ("ar", "17 كانون الأول/ ديسمبر 2021"),
        ("en", "December 17, 2021"),
        ("ru", "17 декабря 2021 г."),
        ("es", "17 de diciembre del 2021"),
        ("zh", "2021年12月17日"),
        ("fr", "17 decembre 2021"),
    ],
)
def test_dates_are_read_in_other_forms(code: str, printed: str) -> None:
    assert language(code).read_date(printed) == date(2021, 12, 17)


def test_a_day_that_no_month_has_is_no_date() -> None:
    assert language("en").read_date("31 February 2021") is None
    assert language("en").find_dates("on 31 June 2021 or 30 June 2021") == [
        (19, 31, date(2021, 6, 30))
    ]


def test_a_file_that_lacks_a_fact_says_which() -> None:
    with pytest.raises(ModelError, match=r"x\.toml lacks “labels\.annex”"):
        Facts({"labels": {}}, "x.toml").texts("labels", "annex")


def test_a_language_is_found_by_its_code_of_three_letters() -> None:
    found = [code_of_iso(code) for code in ("ara", "eng", "spa", "fra", "fre", "rus", "zho", "chi")]
    assert found == ["ar", "en", "es", "fr", "fr", "ru", "zh", "zh"]
    assert code_of_iso("deu") == ""


def test_every_language_says_how_it_looks() -> None:
    looks = {code: language(code).look for code in LANGUAGES}
    assert looks["ar"].mark_brackets == ("(", ")")
    assert looks["zh"].italic_families[0] == "KaiTi"
    assert {code for code, look in looks.items() if look.bold} == {"ar", "zh"}
    assert all(look.families and look.line_points > look.size_points for look in looks.values())


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("table", "fact"), [("telling", "words"), ("dates", "months")])
def test_a_table_read_alone_has_what_the_whole_file_has(code: str, table: str, fact: str) -> None:
    alone, whole = language_table(code, table), language(code).facts
    assert alone.has(fact) == whole.has(table, fact)
    assert not whole.has(table, fact) or alone.texts(fact) == whole.texts(table, fact)

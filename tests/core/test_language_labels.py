"""Labels of paragraphs, items, headings and annexes in the six languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.core.language import LANGUAGES, language

EACH = pytest.mark.parametrize("code", LANGUAGES)


@pytest.mark.parametrize(
    ("code", "labels"),
    [
        ("en", ["3.", "(c)", "(iii)", "c.", "iii."]),
        ("fr", ["3.", "c)", "iii)", "c.", "iii."]),
        ("es", ["3.", "c)", "iii)", "c.", "iii."]),
        ("ru", ["3.", "c)", "iii)", "c.", "iii."]),
        ("ar", ["3 -", "(ج)", "’3‘", "ج -", "(3)"]),
        ("zh", ["3.", "(c)", "㈢", "c.", "iii."]),
    ],
)
def test_the_third_label_of_each_level(code: str, labels: list[str]) -> None:
    assert [language(code).label(level, 3) for level in range(5)] == labels


@pytest.mark.parametrize(
    ("code", "level", "n", "label"),
    [
        ("en", 1, 26, "(z)"),
        ("en", 1, 27, "(aa)"),
        ("fr", 1, 53, "aaa)"),
        ("ar", 1, 5, "(ه)"),
        ("ar", 1, 27, "(أ أ)"),
        ("zh", 2, 10, "㈩"),
        ("zh", 2, 11, "(十一)"),
        ("zh", 2, 30, "(三十)"),
    ],
)
def test_labels_beyond_the_first_few(code: str, level: int, n: int, label: str) -> None:
    assert language(code).label(level, n) == label


@pytest.mark.parametrize(
    ("code", "level", "alternative", "label"),
    [
        ("en", 0, 1, "5 bis."),
        ("fr", 0, 2, "5 ter."),
        ("en", 1, 1, "(e bis)"),
        ("ar", 0, 1, "5 مكررا -"),
        ("zh", 0, 1, "5 之二."),
        ("en", 0, 40, "5 (41)."),
    ],
)
def test_versions_of_one_paragraph(code: str, level: int, alternative: int, label: str) -> None:
    assert language(code).label(level, 5, alternative) == label


@EACH
@settings(deadline=None)
@given(
    level=st.integers(0, 4),
    n=st.integers(1, 60),
    alternative=st.integers(0, 3),
)
def test_a_label_is_read_back(code: str, level: int, n: int, alternative: int) -> None:
    words = language(code)
    label = words.label(level, n, alternative)
    found = words.read_labels(f"{label} Decides")
    same = [one for one in found if (one.n, one.alternative) == (n, alternative)]
    assert any(level in one.levels for one in same)
    assert {(one.end, one.as_printed) for one in same} == {(len(label) + 1, label)}


@pytest.mark.parametrize(
    ("code", "line", "level", "n", "end"),
    [
        ("en", "1. Decides", 0, 1, 3),
        ("en", "  12.\tDecides", 0, 12, 6),
        ("en", "1.Decides", 0, 1, 2),
        ("en", "a) To ensure", 1, 1, 3),
        ("fr", "(a) De veiller", 1, 1, 4),
        ("en", "(i) The first", 2, 1, 4),
        ("en", "(c) The third", 1, 3, 4),
        ("ru", "с) обеспечить", 1, 3, 3),
        ("ru", "б) обеспечить", 1, 2, 3),
        ("ar", "12- تقرر", 0, 12, 4),
        ("ar", "(هـ) تعزيز", 1, 5, 5),
        ("ar", "(أأ) تعزيز", 1, 27, 5),
        ("zh", "（一）审议", 2, 1, 3),
        ("zh", "1.请秘书长", 0, 1, 2),
        ("zh", "㈡ 审议", 2, 2, 2),
    ],
)
def test_labels_are_read_as_they_are_printed(
    code: str, line: str, level: int, n: int, end: int
) -> None:
    first = language(code).read_labels(line)[0]
    assert (first.levels[0], first.n, first.end) == (level, n, end)


@pytest.mark.parametrize(
    "line", ["1.5 million", "a.m. and p.m.", "2011 was", "Decides", "", "(and) more", "0. None"]
)
def test_what_is_no_label(line: str) -> None:
    assert language("en").read_labels(line) == []


def test_a_letter_that_is_also_a_roman_figure_is_read_both_ways() -> None:
    readings = [(one.levels, one.n) for one in language("en").read_labels("(v) The fifth")]
    assert readings == [((2,), 5), ((1,), 22)]


@pytest.mark.parametrize(
    ("code", "labels"),
    [
        ("en", ["IV", "D", "4"]),
        ("ar", ["رابعا", "دال", "4"]),
        ("zh", ["四", "D", "4"]),
    ],
)
def test_labels_of_headings(code: str, labels: list[str]) -> None:
    words = language(code)
    assert [words.heading_label(rank, 4) for rank in range(3)] == labels
    assert [words.read_heading_label(one) for one in labels] == [(0, 4), (1, 4), (2, 4)]


def test_a_heading_letter_counts_as_whichever_is_less() -> None:
    english = language("en")
    assert english.read_heading_label("C.") == (1, 3)
    assert english.read_heading_label("V") == (0, 5)
    assert english.read_heading_label("Introduction") is None


@EACH
@settings(deadline=None)
@given(n=st.integers(1, 20), rank=st.integers(0, 2))
def test_a_heading_label_is_read_back_as_one_of_its_kind(code: str, n: int, rank: int) -> None:
    words = language(code)
    found = words.read_heading_label(words.heading_label(rank, n))
    assert found is not None
    assert words.heading_label(*found) == words.heading_label(rank, n)


@pytest.mark.parametrize(
    ("code", "lone", "second"),
    [
        ("en", "Annex", "Annex II"),
        ("fr", "Annexe", "Annexe II"),
        ("es", "Anexo", "Anexo II"),
        ("ru", "Приложение", "Приложение II"),
        ("ar", "المرفق", "المرفق الثاني"),
        ("zh", "附件", "附件二"),
    ],
)
def test_headings_of_annexes(code: str, lone: str, second: str) -> None:
    words = language(code)
    assert words.annex_label(1, 1) == lone
    assert words.annex_label(2, 3) == second
    assert words.read_annex_label(lone) == 1
    assert words.read_annex_label(second.upper()) == 2


@EACH
@settings(deadline=None)
@given(n=st.integers(1, 20))
def test_an_annex_heading_is_read_back(code: str, n: int) -> None:
    words = language(code)
    assert words.read_annex_label(words.annex_label(n, 20)) == n


@pytest.mark.parametrize(
    ("code", "line", "n"),
    [
        ("en", "Annex 3", 3),
        ("en", "Annex C", 3),
        ("en", "Annex I:", 1),
        ("zh", "附件2", 2),
        ("en", "Annexes to the report", None),
        ("en", "Annex to the present resolution", None),
    ],
)
def test_annex_headings_are_read_as_they_are_printed(code: str, line: str, n: int | None) -> None:
    assert language(code).read_annex_label(line) == n


def test_arabic_letters_are_doubled_after_the_twenty_sixth_as_in_english() -> None:
    arabic = language("ar")
    assert [arabic.label(1, n) for n in (26, 27, 28)] == ["(ض)", "(أ أ)", "(ب ب)"]
    assert arabic.read_labels("(أ أ) تشجع")[0].n == 27

"""Folding makes equal what readers take for equal; terms, formulas and sketches follow from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.corpus.tokens import MASK, SKETCH, folded_words, formula, heads, key, sketch, terms

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’Assemblée générale,", "l assemblee generale"),
        ("résolu\u00adtion", "resolution"),
        ("Secretary\u2011General", "secretary general"),
        ("Ещё раз", "еще раз"),
        ("المُؤرَّخ ٦٠/٢٨٨", "المورخ 60 288"),
        ("الأولى والسَّنة", "الاولي والسنه"),
        ("第６０/288号决议,", "第60 288号决议"),
        ("co_operation", "co operation"),
        ("…", ""),
    ],
)
def test_folding_drops_what_does_not_tell_words_apart(text: str, words: str) -> None:
    assert folded_words(text) == words


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = folded_words(text)
    assert folded_words(once) == once


@given(st.text())
def test_capitals_and_punctuation_do_not_matter(text: str) -> None:
    assert folded_words(f" {text} , ") == folded_words(text)


def test_a_run_of_han_gives_its_overlapping_pairs() -> None:
    assert terms("2006年9月大会决议") == ["2006", "年", "9", "月大", "大会", "会决", "决议"]


@given(st.text())
def test_no_term_is_empty_or_has_a_space(text: str) -> None:
    assert all(term and " " not in term for term in terms(folded_words(text)))


@pytest.mark.parametrize(
    ("code", "first", "second"),
    [
        (
            "en",
            "at its sixty-fourth session on 8 September 2006",
            "at its tenth session on 9 May 1999",
        ),
        ("fr", "du 8 septembre 2006", "du 1er mai 2010"),
        ("es", "de 8 de septiembre de 2006", "de 10 de mayo de 1999"),
        ("ru", "от 8 сентября 2006 года", "от 12 мая 2010 года"),
        ("ar", "المؤرخ 8 أيلول/سبتمبر 2006", "المؤرخ 14 آذار/مارس 2003"),
        ("zh", "2006年9月8日第60/288号", "2010年12月20日第65/1号"),
    ],
)
def test_one_formula_for_all_dates_and_sessions(code: str, first: str, second: str) -> None:
    one, other = (formula(terms(folded_words(text)), code) for text in (first, second))
    assert one == other
    assert MASK in one


def test_heads_are_only_as_long_as_the_text() -> None:
    assert heads(["a", "b", "c"]) == ["^a_b"]
    assert heads(["a"]) == []


@given(st.lists(st.text(alphabet="abcdef", min_size=1), min_size=1), st.sampled_from(LANGUAGES))
def test_a_sketch_is_small_sorted_and_of_its_language(words: list[str], code: str) -> None:
    found = sketch(words, code)
    assert 1 <= len(found) <= SKETCH
    assert list(found) == sorted(set(found))
    assert found != sketch(words, "xx")


def test_the_hashes_stay_what_they_are_in_corpora_already_made() -> None:
    words = "recalling its resolution"
    assert key(words, "en") == 2468695775474030663
    assert sketch(words.split(), "en") == (1299261231,)
    assert key(words, "fr") != key(words, "en")


def test_equal_words_share_most_of_their_shingles_when_one_is_changed() -> None:
    words = terms("requests the secretary general to submit a report on the care of shared rivers")
    changed = [*words[:-1], "lakes"]
    assert len(set(sketch(words, "en")) & set(sketch(changed, "en"))) >= len(words) - 5

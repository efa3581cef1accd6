"""Finding and replacing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.core import finding
from drafter.core.errors import ModelError
from drafter.core.finding import Query, hits, patience
from drafter.core.inline import Style, Text
from tests.notation import document


def text(notation: str) -> Text:
    return document(f"P: {notation} | [^1]: One. | [^2]: Two.").paragraphs[0].text


def found(query: Query, words: str) -> list[str]:
    return [words[start:end] for start, end in hits(query, Text(words), patience())]


def replaced(
    query: Query, words: Text, new: str, *, at: set[int] | None = None
) -> tuple[Text, int]:
    return finding.replaced(query, words, new, patience(), at=at)


def test_case_is_told_apart_only_when_asked_for() -> None:
    assert found(Query("état"), "l’État et l’état") == ["État", "état"]
    assert found(Query("état", match_case=True), "l’État et l’état") == ["état"]


def test_whole_words_only() -> None:
    assert found(Query("port", whole_word=True), "port, report, port") == ["port", "port"]


def test_a_space_finds_a_no_break_space() -> None:
    assert found(Query("18 December"), "of 18\u00a0December and 18  December") == [
        "18\u00a0December", "18  December",
    ]  # fmt: skip


def test_the_signs_of_the_keyboard_find_those_of_print() -> None:
    assert found(Query("l'état"), "l’état, l'état et l‘état") == ["l’état", "l'état", "l‘état"]
    assert found(Query('"word"'), "a “word” and «word»") == ["“word”", "«word»"]
    assert found(Query("co-operate"), "co\u2011operate") == ["co\u2011operate"]
    assert found(Query("l’état"), "l’état, l'état") == ["l’état"]


def test_signs_of_expressions_are_plain_words_unless_asked_for() -> None:
    assert found(Query("(a)"), "paragraph (a)") == ["(a)"]
    assert found(Query(r"\d+/\d+", is_regex=True), "60/288 and 64/177") == ["60/288", "64/177"]


def test_a_broken_expression_is_said() -> None:
    with pytest.raises(ModelError, match="not a regular expression"):
        Query("(", is_regex=True)


@pytest.mark.parametrize("words", ["(?a)(?u)", "(" * 3000 + ")" * 3000, "a'{1d<b"])
def test_an_expression_that_the_reader_of_them_stumbles_over_is_said(words: str) -> None:
    with pytest.raises(ModelError, match="not a regular expression"):
        Query(words, is_regex=True)


def test_an_expression_that_calls_itself_for_ever_is_given_up() -> None:
    with pytest.raises(ModelError, match="takes too long"):
        list(hits(Query("(?R)", is_regex=True), Text("aaa"), patience()))


SLOW = Query("(a|aa)+$", is_regex=True)


def test_an_expression_that_takes_too_long_is_given_up() -> None:
    words = Text("a" * 60 + "b")
    with pytest.raises(ModelError, match="takes too long to look for"):
        list(hits(SLOW, words, patience()))
    with pytest.raises(ModelError, match="takes too long to look for"):
        replaced(SLOW, words, "x")


def test_nothing_is_looked_for_when_the_time_is_over() -> None:
    with pytest.raises(ModelError, match="takes too long"):
        list(hits(Query("a", is_regex=True), Text("aaa"), until=0.0))


def test_plain_words_are_found_however_long_it_takes() -> None:
    assert list(hits(Query("a"), Text("aba"), until=0.0)) == [(0, 1), (2, 3)]


def test_nothing_is_found_by_no_words_and_by_an_empty_match() -> None:
    assert found(Query(""), "abc") == []
    assert found(Query("x*", is_regex=True), "abc") == []
    assert replaced(Query(""), Text("abc"), "x") == (Text("abc"), 0)


def test_replacing_keeps_look_and_marks() -> None:
    new, count = replaced(Query("also"), text("_Recalling also_ x[^1] also"), "further")
    assert count == 2
    assert new.plain == "Recalling further x further"
    assert new.stretches(Style.ITALIC) == ((0, 17),)
    assert [(m.at, m.note) for m in new.marks] == [(19, "n1")]


def test_a_mark_inside_what_is_replaced_moves_to_its_end() -> None:
    new, _ = replaced(Query("abcd"), text("x ab[^1]cd y"), "z")
    assert [(m.at, m.note) for m in new.marks] == [(3, "n1")]


def test_replacing_one_hit_leaves_the_others() -> None:
    assert replaced(Query("a"), Text("a b a"), "x", at={4}) == (Text("a b x"), 1)


def test_a_find_is_judged_by_what_stood_beside_it_before() -> None:
    query = Query(r"a(?=a|\.)", is_regex=True)
    assert replaced(query, Text("aaa."), "x") == (Text("xxx."), 3)


def test_groups_stand_in_the_replacement_of_an_expression() -> None:
    swapped, _ = replaced(Query(r"(\d+)/(\d+)", is_regex=True), Text("60/288"), r"\2/\1")
    assert swapped.plain == "288/60"
    with pytest.raises(ModelError, match="cannot be used"):
        replaced(Query("a", is_regex=True), Text("a"), r"\3")


@pytest.mark.parametrize("new", [r"\n", r"\t", r"\x00", r"\ud800", r"\u2029", r"\U99999999"])
def test_no_sign_that_is_not_printed_comes_in_by_a_replacement(new: str) -> None:
    with pytest.raises(ModelError, match="cannot be used"):
        replaced(Query("a", is_regex=True), Text("a"), new)
    kept, _ = replaced(Query("(a\tb)", is_regex=True), Text("a\tb"), r"\1c")
    assert kept.plain == "a\tbc", "one that was there stays"


@given(st.text(alphabet="ab .(", max_size=20), st.text(alphabet="ab .(", min_size=1, max_size=3))
def test_a_replacement_by_the_same_words_changes_nothing_but_white_space(
    words: str, sought: str
) -> None:
    query = Query(sought, match_case=True)
    new, count = replaced(query, Text(words), sought)
    assert count == len(list(hits(query, Text(words), patience())))
    assert "".join(new.plain.split()) == "".join(words.split())

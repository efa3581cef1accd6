"""Text inside a paragraph: spans, marks and what editing does to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.core.errors import ModelError
from drafter.core.inline import Mark, Span, Style, Text, italic, joined

PLAIN = st.text(alphabet="ab éя的😀\u0301", max_size=12)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    plain = draw(PLAIN)
    place = st.integers(0, len(plain))
    spans = draw(st.lists(st.tuples(place, place, st.sampled_from(Style)), max_size=4))
    marks = draw(st.lists(st.tuples(place, st.sampled_from(["n1", "n2", ""])), max_size=3))
    return Text(
        plain,
        tuple(Span(min(a, b), max(a, b), style) for a, b, style in spans),
        tuple(Mark(at, note) for at, note in marks),
    )


def looks(text: Text) -> list[tuple[str, frozenset[Style]]]:
    """Each character with the styles it carries: what a reader sees."""
    return [(char, run.styles) for run in text.runs() for char in run.text]


def test_touching_spans_of_one_style_become_one() -> None:
    text = Text("abcd", (Span(2, 4, Style.ITALIC), Span(0, 2, Style.ITALIC)))
    assert text.spans == (Span(0, 4, Style.ITALIC),)


def test_a_span_outside_the_characters_is_refused() -> None:
    with pytest.raises(ModelError, match="outside the text"):
        Text("ab", (Span(0, 3, Style.ITALIC),))


def test_a_mark_outside_the_characters_is_refused() -> None:
    with pytest.raises(ModelError, match="mark lies outside"):
        Text("ab", marks=(Mark(3, "n1"),))


def test_marks_at_the_place_of_a_cut_stay_with_the_words_before() -> None:
    before, after = Text("Court, and", marks=(Mark(6, "n1"),)).split(6)
    assert before == Text("Court,", marks=(Mark(6, "n1"),))
    assert after == Text(" and")


def test_cutting_at_the_start_leaves_an_empty_text_and_moves_the_mark_on() -> None:
    before, after = Text("and", marks=(Mark(0, "n1"),)).split(0)
    assert before == Text()
    assert after == Text("and", marks=(Mark(0, "n1"),))


def test_typing_at_the_end_of_italics_goes_on_in_italics() -> None:
    assert italic("Recalling").replaced(9, 9, " also") == italic("Recalling also")


def test_typing_before_italics_is_roman() -> None:
    text = italic("Recalling").replaced(0, 0, "x")
    assert text.stretches(Style.ITALIC) == ((1, 10),)


def test_typing_at_a_mark_goes_behind_it() -> None:
    text = Text("ab", marks=(Mark(1, "n1"),)).replaced(1, 1, "X")
    assert text == Text("aXb", marks=(Mark(1, "n1"),))


def test_replacing_words_takes_the_marks_inside_and_leaves_those_at_the_borders() -> None:
    text = Text("abcd", marks=(Mark(1, "n1"), Mark(2, "n2"), Mark(3, "n3")))
    assert [mark.note for mark in text.replaced(1, 3, "Z").marks] == ["n1", "n3"]


def test_stripping_white_space_keeps_a_mark_that_stood_in_it() -> None:
    text = Text(" ab  ", (Span(1, 5, Style.BOLD),), (Mark(5, "n1"),)).stripped()
    assert text == Text("ab", (Span(0, 2, Style.BOLD),), (Mark(2, "n1"),))


def test_runs_give_marks_where_they_stand() -> None:
    text = Text("abc", (Span(0, 2, Style.ITALIC),), (Mark(1, "n1"), Mark(3, "n2")))
    assert [(run.text, run.mark.note if run.mark else "") for run in text.runs()] == [
        ("a", ""), ("", "n1"), ("b", ""), ("c", ""), ("", "n2"),
    ]  # fmt: skip


@given(texts(), st.data())
def test_a_cut_text_joined_again_is_the_same(text: Text, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert joined(text.split(at)) == text


@given(texts(), texts())
def test_joining_keeps_every_look_and_every_mark(first: Text, second: Text) -> None:
    whole = first + second
    assert looks(whole) == looks(first) + looks(second)
    assert [m.note for m in whole.marks] == [m.note for m in (*first.marks, *second.marks)]


@given(texts(), st.data())
def test_replacing_a_stretch_by_itself_changes_nothing(text: Text, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    inner = text.slice(start, end)
    marks = tuple(mark for mark in inner.marks if 0 < mark.at < end - start)
    replaced = text.replaced(start, end, Text(inner.plain, inner.spans, marks))
    assert looks(replaced) == looks(text)
    assert sorted(m.at for m in replaced.marks) == sorted(m.at for m in text.marks)


@given(texts(), st.data(), st.sampled_from(Style))
def test_a_style_set_and_taken_off_is_gone_there_and_nowhere_else(
    text: Text, data: st.DataObject, style: Style
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    on = looks(text.styled(start, end, style))
    off = looks(text.styled(start, end, style).styled(start, end, style, on=False))
    before = looks(text)
    assert all(style in styles for _, styles in on[start:end])
    assert all(style not in styles for _, styles in off[start:end])
    assert on[:start] + on[end:] == before[:start] + before[end:]
    assert off[:start] + off[end:] == before[:start] + before[end:]


@given(texts())
def test_runs_joined_are_the_text(text: Text) -> None:
    assert "".join(run.text for run in text.runs()) == text.plain
    assert tuple(run.mark for run in text.runs() if run.mark) == text.marks

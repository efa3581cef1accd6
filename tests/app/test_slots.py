"""Slots: where a caret can stand when footnote marks take a place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.app import slots
from drafter.core.inline import Mark, Span, Style, Text
from tests.notation import document


def _text(notation: str) -> Text:
    return document(f"P: {notation} | [^1]: Note.").paragraphs[0].text


@st.composite
def texts(draw: st.DrawFn) -> Text:
    plain = draw(st.text(alphabet="ab \U0001f600é\u0301", max_size=12))
    places = st.integers(0, len(plain))
    marks = draw(st.lists(st.builds(Mark, places, st.just(""), st.text("12", max_size=1))))
    bounds = draw(st.lists(st.tuples(places, places, st.sampled_from(Style))))
    spans = tuple(Span(min(a, b), max(a, b), style) for a, b, style in bounds)
    return Text(plain, spans, tuple(marks))


def test_a_mark_takes_a_place_between_the_characters() -> None:
    text = _text("Court,[^1] and")
    assert slots.surface(text) == "Court,\ufffc and"
    assert slots.plain_position(text, 6) == slots.plain_position(text, 7) == 6
    assert slots.slot_position(text, 6) == 7


def test_typing_before_a_mark_and_after_it_differ() -> None:
    text = _text("Court,[^1] and")
    before = slots.spliced(text, 6, 6, Text("x"))
    after = slots.spliced(text, 7, 7, Text("x"))
    assert slots.surface(before) == "Court,x\ufffc and"
    assert slots.surface(after) == "Court,\ufffcx and"


def test_deleting_a_mark_leaves_the_words() -> None:
    text = _text("Court,[^1] and")
    assert slots.spliced(text, 6, 7, Text()) == Text("Court, and")


def test_italics_grow_at_their_end_and_raised_letters_do_not() -> None:
    text = _text("_Recalling_ the 65^{e}")
    assert slots.styles_for_typing(text, 9, 9) == {Style.ITALIC}
    assert slots.styles_for_typing(text, len(text), len(text)) == frozenset()


@given(texts(), st.data())
def test_two_sections_make_the_whole(text: Text, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, slots.width(text)))
    assert slots.section(text, 0, at) + slots.section(text, at) == text


@given(texts(), texts(), st.data())
def test_splicing_texts_splices_their_surfaces(text: Text, new: Text, data: st.DataObject) -> None:
    end = data.draw(st.integers(0, slots.width(text)))
    start = data.draw(st.integers(0, end))
    shown = slots.surface(text)
    whole = slots.spliced(text, start, end, new)
    assert slots.surface(whole) == shown[:start] + slots.surface(new) + shown[end:]

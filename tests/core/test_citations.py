"""References to paragraphs of the same text are found and read."""

from __future__ import annotations

import pytest

from drafter.core.citations import Points, internal_references, is_same_source, item_key

CASES = [
    ("en", "as requested in paragraph 5 above;", Points.ABOVE, [(5, ())]),
    ("en", "in paragraphs 7, 8 and 9 (b) below", Points.BELOW, [(7, ()), (8, ()), (9, ("b",))]),
    ("en", "paragraph 3 (b) (i) and (ii) above", Points.ABOVE, [(3, ("b", "i")), (3, ("b", "ii"))]),
    ("en", "paragraph 3(a) of this resolution", Points.HERE, [(3, ("a",))]),
    ("en", "paragraphs 1 to 4 of the present resolution", Points.HERE, [(1, ()), (4, ())]),
    ("en", "paragraph 5 bis above", Points.ABOVE, [(5, ())]),
    ("fr", "au paragraphe 7 ci-dessus", Points.ABOVE, [(7, ())]),
    (
        "fr",
        "aux paragraphes 3 et 5 b) de la présente résolution",
        Points.HERE,
        [(3, ()), (5, ("b",))],
    ),
    ("fr", "l’alinéa a) du paragraphe 5 ci‑après", Points.BELOW, [(5, ())]),
    ("es", "en el párrafo 4 de la presente resolución", Points.HERE, [(4, ())]),
    ("es", "los párrafos 3 a) y b) supra", Points.ABOVE, [(3, ("a",)), (3, ("b",))]),
    ("es", "los párrafos 3 a 5 anteriores", Points.ABOVE, [(3, ()), (5, ())]),
    ("ru", "в пункте 7 выше", Points.ABOVE, [(7, ())]),
    ("ru", "в пунктах 3–5 настоящей резолюции", Points.HERE, [(3, ()), (5, ())]),
    ("ar", "في الفقرة 5 أعلاه", Points.ABOVE, [(5, ())]),
    ("ar", "الفقرتين 3 و 4 (أ) من هذا القرار", Points.HERE, [(3, ()), (4, ("ا",))]),
    ("zh", "上文第5和第7段", Points.ABOVE, [(5, ()), (7, ())]),
    ("zh", "本决议第3(a)段", Points.HERE, [(3, ("a",))]),
]


@pytest.mark.parametrize(("code", "text", "points", "targets"), CASES)
def test_a_reference_is_read_into_numbers_and_letters(code, text, points, targets):
    (found,) = internal_references(text, code)
    assert found.points is points
    assert [(one.number, one.items) for one in found.targets] == targets
    assert text[found.targets[0].start] == text[found.targets[0].start : found.targets[0].end][0]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "paragraph 5 of resolution 60/288"),
        ("en", "paragraph 5 of the report above"),
        ("en", "paragraph 124 of the 2005 World Summit Outcome"),
        ("fr", "au paragraphe 5 de sa résolution 60/288"),
        ("ru", "пункт 5 резолюции 60/288"),
    ],
)
def test_paragraphs_of_other_texts_are_left_alone(code, text):
    assert not internal_references(text, code)


def test_places_are_those_of_the_words():
    text = "Recalls paragraphs 2 and 4 (a) above and paragraph 6 below,"
    first, second = internal_references(text, "en")
    assert text[first.start : first.end] == "paragraphs 2 and 4 (a) above"
    assert [text[t.start : t.end] for t in first.targets] == ["2", "4 (a)"]
    assert text[second.start : second.end] == "paragraph 6 below"


@pytest.mark.parametrize(
    ("code", "text", "targets"),
    [
        ("en", "paragraphs 1, 1 bis and 1 ter (a) above", [(1, 0), (1, 1), (1, 2)]),
        ("fr", "au paragraphe 4 quinquies ci-dessus", [(4, 4)]),
        ("zh", "上文第5之二段", [(5, 1)]),
        ("ar", "الفقرة 3 مكررا ثانيا أعلاه", [(3, 2)]),
    ],
)
def test_versions_of_a_paragraph_are_told_apart(code, text, targets):
    (found,) = internal_references(text, code)
    assert [(one.number, one.alternative) for one in found.targets] == targets


@pytest.mark.parametrize("label", ["(a)", "a)", "（а）", "A."])
def test_letters_are_alike_whatever_their_brackets(label):
    assert item_key(label) == "a"


@pytest.mark.parametrize(("code", "note"), [("en", "Ibid., vol. 3."), ("zh", "同上，第3卷。")])
def test_a_note_that_leans_on_the_one_before_it_is_known(code, note):
    assert is_same_source(note, code)
    assert not is_same_source("A/61/179.", code)

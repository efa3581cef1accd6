"""How far the italics of an opening phrase reach, and the marks of repetition."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.core.language import LANGUAGES
from drafter.core.model import Part
from drafter.core.openers import Repetition, bare, mark, marked, opener, openers

PREAMBLE, OPERATIVE = Part.PREAMBLE, Part.OPERATIVE


@pytest.mark.parametrize(
    ("language", "part", "phrase", "rest"),
    [
        ("en", PREAMBLE, "Recalling also", " its resolution 60/288,"),
        ("en", PREAMBLE, "Taking note", " of the report,"),
        ("en", OPERATIVE, "Also requests", " the Secretary-General to report;"),
        ("en", OPERATIVE, "Calls upon", " all States to do so;"),
        ("en", OPERATIVE, "Notes with appreciation", " the work done;"),
        ("fr", PREAMBLE, "Réaffirmant", " ses résolutions antérieures,"),
        ("fr", PREAMBLE, "Se félicitant également", " des efforts déployés,"),
        ("fr", OPERATIVE, "Demande instamment", " aux États de le faire ;"),
        ("es", PREAMBLE, "Teniendo presente", " la Carta,"),
        ("es", OPERATIVE, "Solicita también", " al Secretario General que informe;"),
        ("ru", PREAMBLE, "ссылаясь также", " на свою резолюцию,"),
        ("ru", OPERATIVE, "настоятельно призывает", " государства;"),
        ("ar", PREAMBLE, "وإذ تشير أيضا", " إلى قرارها،"),
        ("ar", PREAMBLE, "إذ تشير", " إلى قرارها،"),
        ("ar", OPERATIVE, "تحيط علما", " بالتقرير؛"),
        ("zh", PREAMBLE, "又回顾", "其决议，"),
        ("zh", OPERATIVE, "敦促", "会员国这样做；"),
    ],
)
def test_the_opener_ends_where_print_ends_its_italics(
    language: str, part: Part, phrase: str, rest: str
) -> None:
    assert opener(phrase + rest, part, language) == (0, len(phrase))


@pytest.mark.parametrize(
    ("language", "part", "phrase", "rest"),
    [
        ("en", OPERATIVE, "Once again deplores", " this;"),
        ("en", OPERATIVE, "Strongly urges once more", " all parties;"),
        ("en", PREAMBLE, "Commemorating", " the anniversary,"),
        ("fr", PREAMBLE, "Préconisant", " le dialogue,"),
        ("es", PREAMBLE, "Festejando", " el aniversario,"),
        ("ru", PREAMBLE, "празднуя", " годовщину,"),
    ],
)
def test_an_opener_in_no_list_is_put_together(
    language: str, part: Part, phrase: str, rest: str
) -> None:
    assert opener(phrase + rest, part, language) == (0, len(phrase))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("  Recalling its resolution", (2, 11)),
        ("Recalling\u00a0also its resolution", (0, 14)),
        ("RECALLING its resolution", (0, 9)),
        ("Recalling, in this regard, its resolution", (0, 9)),
        ("Recallings of all kinds", None),
        ("The Commission is encouraged", None),
        ("", None),
        ("   ", None),
    ],
)
def test_places_are_code_points_of_the_text_as_it_stands(
    text: str, span: tuple[int, int] | None
) -> None:
    assert opener(text, PREAMBLE, "en") == span


def test_vowel_signs_belong_to_the_opener() -> None:
    text = "وإذ تسلّم أيضاً بأهمية"
    assert opener(text, PREAMBLE, "ar") == (0, len("وإذ تسلّم أيضاً"))


def test_an_annex_has_no_openers() -> None:
    assert opener("Recalling its resolution", Part.ANNEX, "en") is None


def test_a_participle_does_not_open_an_operative_paragraph() -> None:
    assert opener("Commemorating the anniversary", OPERATIVE, "en") is None


@settings(deadline=None)
@given(text=st.text(max_size=200), language=st.sampled_from(LANGUAGES), part=st.sampled_from(Part))
def test_whatever_the_text_the_span_lies_in_it(text: str, language: str, part: Part) -> None:
    span = opener(text, part, language)
    if span is not None:
        start, end = span
        assert 0 <= start < end <= len(text)
        assert not text[:start].strip()
        assert text[start:end] == text[start:end].strip()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", [PREAMBLE, OPERATIVE])
def test_every_listed_opener_is_found_whole(language: str, part: Part) -> None:
    known = openers(part, language)
    assert len(known.counts) > 200
    assert min(known.counts.values()) >= 2
    for phrase in known.counts:
        assert opener(f"{phrase} 1/2", part, language) == (0, len(phrase))


@pytest.mark.parametrize(
    ("language", "part", "plain", "also", "further"),
    [
        ("en", PREAMBLE, "Recalling", "Recalling also", "Recalling further"),
        ("en", OPERATIVE, "Requests", "Also requests", "Further requests"),
        ("fr", OPERATIVE, "Se félicite", "Se félicite également", "Se félicite en outre"),
        ("fr", PREAMBLE, "Rappelant", "Rappelant également", "Rappelant en outre"),
        ("es", OPERATIVE, "Solicita", "Solicita también", "Solicita además"),
        ("ru", PREAMBLE, "ссылаясь", "ссылаясь также", "ссылаясь далее"),
        ("ar", PREAMBLE, "وإذ تشير", "وإذ تشير أيضا", "وإذ تشير كذلك"),
        ("zh", PREAMBLE, "回顾", "又回顾", "还回顾"),
    ],
)
def test_marks_of_repetition_go_on_and_come_off(
    language: str, part: Part, plain: str, also: str, further: str
) -> None:
    assert [mark(one, language) for one in (plain, also, further)] == list(Repetition)
    assert [bare(one, language) for one in (plain, also, further)] == [plain] * 3
    assert marked(plain, Repetition.ALSO, part, language) == also
    assert marked(also, Repetition.FURTHER, part, language) == further
    assert marked(further, Repetition.NONE, part, language) == plain


def test_a_second_word_for_also_counts_too() -> None:
    assert mark("Souligne aussi", "fr") is Repetition.ALSO
    assert bare("Souligne aussi", "fr") == "Souligne"
    assert mark("وإذ تسلم أيضاً", "ar") is Repetition.ALSO


def test_a_word_that_only_contains_the_mark_is_none() -> None:
    assert mark("Alsoran", "en") is Repetition.NONE


def test_an_unlisted_opener_takes_its_mark_by_the_rule() -> None:
    assert marked("Deplores loudly", Repetition.ALSO, OPERATIVE, "en") == "Also deplores loudly"
    assert marked("Déplorant", Repetition.FURTHER, PREAMBLE, "fr") == "Déplorant en outre"

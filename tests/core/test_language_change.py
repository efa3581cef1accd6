"""The same draft in another language."""

from dataclasses import replace

import pytest

from drafter.core.language import LANGUAGES, language
from drafter.core.language_change import with_language
from drafter.core.model import AgendaItem, Masthead, Resolution, Sponsor
from drafter.core.numbering import numbering
from tests.notation import document


def draft() -> Resolution:
    text = document(
        "Line: _The General Assembly_, | P: _Recalling_ x, | 1. _Decides_: | (a) one;[^1] |"
        " (b) two; | 2. _Requests_ y. | [^1]: A/61/179. | Closing: 65th plenary meeting |"
        " Closing: 18\u00a0December 2009"
    )
    masthead = Masthead(
        session="Sixty-fourth session",
        agenda_items=(AgendaItem("Agenda item 106", "Crime prevention"),),
        sponsors=(Sponsor("Egypt"), Sponsor("A group of friends")),
        distribution="Distr.: General",
    )
    return replace(text, masthead=masthead)


def test_labels_punctuation_and_organ_line_follow() -> None:
    french = with_language(draft(), "fr")
    assert french.organ_line.plain == "L’Assemblée générale,"
    assert [p.text.plain for p in french.paragraphs] == [
        "Recalling x,", "Decides\u00a0:", "one\u00a0;", "two\u00a0;", "Requests y.",
    ]  # fmt: skip
    assert list(numbering(french).labels.values()) == ["", "1.", "a)", "b)", "2."]
    assert all(paragraph.printed is None for paragraph in french.paragraphs)


def test_masthead_and_closing_lines_follow() -> None:
    french = with_language(draft(), "fr")
    assert french.masthead.session == "Soixante-quatrième session"
    assert french.masthead.agenda_items[0].label == "Point 106 de l’ordre du jour"
    assert [one.name for one in french.masthead.sponsors] == ["Égypte", "A group of friends"]
    assert french.masthead.distribution == "Distr. générale"
    assert [line.plain.replace("\u00a0", " ") for line in french.closing] == [
        "65e séance plénière", "18 décembre 2009",
    ]  # fmt: skip


def test_words_of_the_drafter_stay() -> None:
    own = replace(draft(), organ_line=document("Line: The Conference,").organ_line)
    assert with_language(own, "fr").organ_line == own.organ_line


@pytest.mark.parametrize("code", LANGUAGES)
def test_there_and_back_is_the_same_but_for_printed_labels(code: str) -> None:
    forgotten = with_language(with_language(draft(), "fr"), "en")
    assert with_language(with_language(forgotten, code), "en") == forgotten
    assert with_language(forgotten, code).organ_line.plain == language(code).organ_line(
        forgotten.organ
    )


def test_the_same_language_changes_nothing() -> None:
    text = draft()
    assert with_language(text, "en") is text


def test_a_session_that_has_no_ordinal_in_words_stays_as_it_is() -> None:
    spanish = replace(draft(), language="es", masthead=Masthead(session="101º período de sesiones"))
    assert with_language(spanish, "en").masthead.session == "101º período de sesiones"

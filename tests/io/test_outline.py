"""The JSON form of the structure: the contract's keys, and nothing of the document left out."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import given

from drafter.core.inline import Text
from drafter.core.model import Discarded, Guess, Masthead, Resolution
from drafter.io.outline import outline
from tests.notation import document
from tests.strategies import resolutions

SAMPLE = document(
    "@fr | Number: 64/177 | Title: Assistance[^*] | Line: _L’Assemblée générale_,"
    " | P: _Félicite_ x,[^1] | 3. Décide : | a) z ; | < enfin. | A: Plan | T: a[^1] ; b"
    " | Closing: 65^{e} séance plénière | [^1]: Résolution 60/288. | [^*]: Voir _x_."
)

PARAGRAPH_KEYS = {
    "id",
    "part",
    "annex",
    "kind",
    "level",
    "label",
    "printed",
    "role",
    "opener",
    "text",
    "notes",
    "marks",
    "italics",
    "cells",
}


def test_the_document_has_the_keys_of_the_contract() -> None:
    found = outline(SAMPLE)
    expected = {
        "format": "drafter.outline",
        "version": 1,
        "language": "fr",
        "organ": "GA",
        "kind": "adopted",
        "symbol": None,
        "number": "64/177",
        "title": "Assistance",
        "date": None,
        "organ_line": "L’Assemblée générale,",
        "closing": ["65e séance plénière"],
        "vote": None,
        "guesses": [],
        "discarded": [],
    }
    assert {key: found[key] for key in expected} == expected
    assert {"issued", "session", "agenda_items", "committee", "origin", "sponsors"} <= set(
        found["masthead"]
    )


def test_paragraphs_have_their_labels_roles_openers_and_marks() -> None:
    first, chapeau, item, closing, annex, table = outline(SAMPLE)["paragraphs"]
    assert set(first) >= PARAGRAPH_KEYS
    assert (first["opener"], first["italics"]) == ("Félicite", [[0, 8]])
    assert first["text"] == "Félicite x,"
    assert first["notes"] == ["1"]
    assert first["marks"] == [{"note": "1", "at": 11, "printed": "1", "id": "n1"}]
    assert (chapeau["label"], chapeau["printed"], chapeau["role"]) == ("", "3.", "chapeau")
    assert (item["label"], item["level"], item["role"]) == ("a)", 1, "item")
    assert closing["role"] == "closing"
    assert (annex["kind"], annex["annex"], annex["label"]) == ("heading", 1, "Annexe")
    assert annex["opens_annex"]
    assert table["cells"] == [["a", "b"]]


def test_footnotes_stand_in_the_order_of_their_numbers() -> None:
    notes = outline(SAMPLE)["footnotes"]
    assert [(n["number"], n["printed"], n["text"]) for n in notes] == [
        ("*", "*", "Voir x."),
        ("1", "1", "Résolution 60/288."),
    ]


def test_marks_outside_the_paragraphs_texts_say_where_they_stand() -> None:
    marks = outline(SAMPLE)["marks"]
    assert [(mark["where"], mark["note"], mark["at"]) for mark in marks] == [
        ("title", "*", 10),
        ("paragraphs[5].cells[0][0]", "1", 1),
    ]


def test_a_mark_without_a_note_shows_what_was_printed() -> None:
    mark = outline(document("1. Decides[^7]."))["paragraphs"][0]["marks"][0]
    assert (mark["note"], mark["id"]) == ("7", None)


def test_dates_guesses_and_what_was_discarded_are_told() -> None:
    resolution = replace(
        SAMPLE,
        masthead=Masthead(adopted=date(2009, 12, 18), issued=date(2010, 3, 1), symbol="A/1"),
        guesses=(Guess("joined", "p1", confidence=0.6, line=4),),
        discarded=(Discarded("___", "note rule", 63),),
    )
    found = outline(resolution)
    assert (found["date"], found["symbol"]) == ("2009-12-18", "A/1")
    assert found["masthead"]["issued"] == "2010-03-01"
    guess = found["guesses"][0]
    assert (guess["paragraph"], guess["what"], guess["confidence"]) == ("p1", "joined", 0.6)
    assert found["discarded"] == [{"text": "___", "why": "note rule", "line": 63}]


def strings(value: object) -> str:
    if isinstance(value, dict):
        return "".join(map(strings, value.values()))
    if isinstance(value, list):
        return "".join(map(strings, value))
    return value if isinstance(value, str) else ""


@given(resolutions())
def test_every_character_of_the_document_is_in_the_outline(resolution: Resolution) -> None:
    texts: list[Text] = [*resolution.texts(), *(note.text for note in resolution.footnotes)]
    said = Counter("".join(text.plain for text in texts))
    found = Counter(strings(json.loads(json.dumps(outline(resolution)))))
    assert not {sign for sign in said - found if not sign.isspace()}

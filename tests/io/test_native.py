"""The own format: what is written is read back; what is not known is kept; damage is told."""

from __future__ import annotations

import json
import time
from dataclasses import replace

import pytest
from hypothesis import given

from drafter.core.errors import ReadError
from drafter.core.inline import Mark, Text
from drafter.core.model import (
    BaseText,
    DocumentKind,
    ParagraphKind,
    Part,
    Provenance,
    Resolution,
    Sponsor,
)
from drafter.io.native import LARGEST_BYTES, native_bytes, read_native
from tests.notation import document
from tests.strategies import resolutions

SAMPLE = document(
    "@fr | Title: T | P: _Rappelant_ x[^1], | 1. Décide : | a) z ; | A: Plan | T: a ; b"
    " | [^1]: Résolution 60/288."
)


def written(resolution: Resolution) -> dict[str, object]:
    return json.loads(native_bytes(resolution))


def changed(**keys: object) -> bytes:
    return json.dumps(written(SAMPLE) | keys).encode()


@given(resolutions())
def test_what_is_written_is_read_back(resolution: Resolution) -> None:
    assert read_native(native_bytes(resolution)) == resolution


@given(resolutions())
def test_the_same_resolution_gives_the_same_bytes(resolution: Resolution) -> None:
    content = native_bytes(resolution)
    assert native_bytes(read_native(content)) == content
    on_one_line = native_bytes(resolution, on_one_line=True)
    assert on_one_line.count(b"\n") == 1
    assert read_native(on_one_line) == resolution


def test_the_file_names_its_format_and_reads_like_text() -> None:
    lines = native_bytes(SAMPLE).decode().splitlines()
    assert lines[1:4] == [
        ' "format": "drafter.resolution",',
        ' "version": "1.1",',
        ' "language": "fr",',
    ]
    assert '  {"id": "p2", "part": "operative", "text": "Décide :", "printed": "1."},' in lines


def test_a_newer_minor_version_keeps_what_it_does_not_know() -> None:
    newer = written(SAMPLE) | {"version": "1.7", "comments": [{"by": "GA"}]}
    first = newer["paragraphs"][0]  # type: ignore[index]
    first["colour"] = {"red": 1.5}
    first["text"]["spans"][0]["strength"] = 2
    first["text"]["language"] = "fr"
    newer["footnotes"][0]["links"] = ["x"]  # type: ignore[index]
    resolution = read_native(json.dumps(newer).encode())
    assert replace(resolution, extra="").masthead == SAMPLE.masthead
    assert json.loads(native_bytes(resolution)) == newer


def test_a_file_of_the_first_version_is_read() -> None:
    assert read_native(changed(version="1.0")) == SAMPLE


def test_provenance_and_base_text_stand_in_the_file_as_they_are_called() -> None:
    provenance = Provenance("A/RES/63/195", Part.OPERATIVE, "8 (a)", "en", "2008-12-18")
    first, *others = SAMPLE.paragraphs
    draft = replace(
        SAMPLE,
        paragraphs=(replace(first, provenance=provenance), *others),
        base=BaseText("A/RES/63/195", document("P: x"), "2008-12-18"),
    )
    found = written(draft)
    assert found["paragraphs"][0]["provenance"] == {  # type: ignore[index]
        "symbol": "A/RES/63/195",
        "place": "8 (a)",
        "language": "en",
        "dated": "2008-12-18",
    }
    assert found["base"]["text"]["paragraphs"][0]["text"] == "x"  # type: ignore[index]
    assert read_native(native_bytes(draft)) == draft


def test_an_edit_leaves_the_unknown_of_others_alone() -> None:
    newer = written(SAMPLE)
    newer["paragraphs"][1]["colour"] = "red"  # type: ignore[index]
    resolution = read_native(json.dumps(newer).encode())
    edited = resolution.with_paragraphs(resolution.paragraphs[1:])
    assert written(edited)["paragraphs"][0]["colour"] == "red"  # type: ignore[index]


def test_a_choice_of_a_newer_version_is_kept_until_it_is_edited() -> None:
    newer = written(SAMPLE) | {"version": "1.2", "kind": "communiqué"}
    newer["paragraphs"][1]["kind"] = "formula"  # type: ignore[index]
    resolution = read_native(json.dumps(newer).encode())
    assert resolution.kind is DocumentKind.OTHER
    assert resolution.paragraphs[1].kind is ParagraphKind.PLAIN
    assert json.loads(native_bytes(resolution)) == newer
    edited = replace(resolution, kind=DocumentKind.DRAFT)
    assert written(edited)["kind"] == "draft"


def test_what_is_unknown_in_a_list_goes_with_its_entry() -> None:
    sponsors = [{"name": name, "rank": name.lower()} for name in ("Chad", "Fiji", "Mali", "Fiji")]
    sponsors[3]["rank"] = "second"
    spans = [
        {"start": 0, "end": 2, "style": "italic", "hue": 1},
        {"start": 3, "end": 5, "style": "bold", "hue": 2},
    ]
    newer = written(SAMPLE) | {
        "masthead": {"sponsors": sponsors},
        "title": {"plain": "We are", "spans": spans},
    }
    resolution = read_native(json.dumps(newer).encode())
    assert written(resolution)["masthead"] == newer["masthead"]
    assert written(resolution)["title"] == newer["title"]
    masthead = resolution.masthead
    edited = replace(
        resolution,
        masthead=replace(masthead, sponsors=masthead.sponsors[1:]),
        title=replace(resolution.title, spans=resolution.title.spans[1:]),
    )
    assert written(edited)["masthead"] == {"sponsors": sponsors[1:]}
    assert written(edited)["title"] == {"plain": "We are", "spans": spans[1:]}
    renamed = replace(masthead, sponsors=(Sponsor("Peru"), *masthead.sponsors[1:]))
    rows = written(replace(resolution, masthead=renamed))["masthead"]["sponsors"]  # type: ignore[index]
    assert rows == [{"name": "Peru"}, *sponsors[1:]]


def test_a_kind_of_a_newer_version_may_have_cells() -> None:
    newer = written(SAMPLE) | {"version": "1.2"}
    newer["paragraphs"][1] |= {"kind": "chart", "cells": [["a", "b"]]}  # type: ignore[index]
    resolution = read_native(json.dumps(newer).encode())
    chart = resolution.paragraphs[1]
    assert (chart.kind, chart.text.plain, chart.cells) == (ParagraphKind.PLAIN, "Décide :", ())
    assert json.loads(native_bytes(resolution)) == newer
    edited = resolution.with_paragraph(replace(chart, kind=ParagraphKind.PARAGRAPH))
    assert "cells" not in written(edited)["paragraphs"][1]  # type: ignore[index]
    assert read_native(native_bytes(edited)).paragraphs[1].text == chart.text


def test_half_a_character_survives_too() -> None:
    resolution = Resolution(title=Text("a\ud800b"))
    assert read_native(native_bytes(resolution)) == resolution


def test_a_newer_major_version_is_refused_with_advice() -> None:
    with pytest.raises(ReadError, match=r"format version 2\.0.*newer Drafter.*Update"):
        read_native(changed(version="2.0"))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not JSON"),
        (b"{", "line 1, column 2"),
        (b"[]", "not a resolution"),
        (b'{"format": "other"}', "not a resolution"),
        (b"\xff\xfe{}", "not UTF-8"),
        (b'{"a": 1e999}', "a number that cannot be"),
        (b'{"a": NaN}', "a number that cannot be"),
        (b"[" * 100_000, "nests more than"),
        (b" " * (LARGEST_BYTES + 1), "larger than 16 MB"),
        (changed(version="soon"), "which version"),
        (changed(version="0.9"), "no format version 0.9"),
        (changed(language=5), "“language” should be a text, not 5"),
        (changed(language="tlh"), "“tlh” is not one of the official languages"),
        (changed(language=""), "“” is not one of the official languages"),
        (changed(serial=True), "“serial” should be a whole number"),
        (changed(paragraphs={}), "“paragraphs” should be a list"),
        (changed(paragraphs=["x"]), r"“paragraphs\[0\]” should be an object"),
        (changed(paragraphs=[{"id": "p1"}]), r"paragraphs\[0\] has no “part”"),
        (changed(paragraphs=[{"id": "p1", "part": "x"}]), "should be “preamble” or “operative”"),
        (changed(masthead={"issued": "yesterday"}), "a date such as"),
        (changed(paragraphs=[{"id": "", "part": "preamble"}]), "needs an id"),
        (changed(title={"plain": "x", "marks": [{"at": 9, "note": ""}]}), "outside the text"),
    ],
)
def test_damage_is_told_in_one_sentence(content: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says) as caught:
        read_native(content)
    assert "\n" not in caught.value.user_text()


def test_a_mark_of_an_unknown_note_stays_a_mark() -> None:
    resolution = Resolution(title=Text("a", marks=(Mark(1, "", "7"),)))
    assert read_native(native_bytes(resolution)).title.marks[0].printed == "7"


@pytest.mark.parametrize("serial", [{}, {"serial": 2}, {"serial": -7}])
def test_a_serial_that_is_missing_or_too_low_is_raised_to_the_highest_id(
    serial: dict[str, int],
) -> None:
    less = {key: value for key, value in written(SAMPLE).items() if key != "serial"} | serial
    less["paragraphs"][0]["id"] = "p31"  # type: ignore[index]
    resolution = read_native(json.dumps(less).encode())
    assert resolution.serial == 31


def test_twenty_thousand_paragraphs_are_soon_found_to_share_an_id() -> None:
    ids = [*range(20_000), 19_999]
    paragraphs = [{"id": f"p{n}", "part": "preamble"} for n in ids]
    start = time.process_time()
    with pytest.raises(ReadError, match="“p19999” is used twice"):
        read_native(changed(paragraphs=paragraphs, footnotes=[], title="T"))
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "change",
    [
        {"serial": 10**4000},
        {"guesses": [{"what": "level", "confidence": 10**400}]},
        {"paragraphs": [{"id": "p1", "part": "operative", "alternative": 10**12}]},
    ],
)
def test_a_number_that_nothing_can_have_is_told(change: dict[str, object]) -> None:
    with pytest.raises(ReadError, match="nine figures at most"):
        read_native(json.dumps(written(SAMPLE) | change).encode())

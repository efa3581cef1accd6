"""The main job as a whole: the two sample resolutions, from pasted text to a Word file."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from drafter import cli
from drafter.paths import resource

FIRST = resource("starter", "A_RES_64_177.fr.txt")
SECOND = resource("starter", "A_RES_61_181.fr.txt")
SAMPLES = pytest.mark.parametrize("sample", [FIRST, SECOND], ids=lambda path: path.stem)


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments])


def outline(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert run("outline", path, "--json") == cli.FINE
    return json.loads(capsys.readouterr().out)


def part(found: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [paragraph for paragraph in found["paragraphs"] if paragraph["part"] == name]


def test_the_first_sample_is_read_whole(capsys: pytest.CaptureFixture[str]) -> None:
    found = outline(FIRST, capsys)
    assert (found["language"], found["organ"], found["kind"]) == ("fr", "GA", "adopted")
    assert (found["symbol"], found["number"]) == (None, "64/177")
    assert found["title"] == (
        "Assistance technique en vue de l’application des conventions et protocoles "
        "internationaux relatifs au terrorisme"
    )
    assert found["organ_line"] == "L’Assemblée générale,"
    assert found["date"] == "2009-12-18"
    preamble, operative = part(found, "preamble"), part(found, "operative")
    assert len(preamble) == 5
    assert [p["label"] for p in operative] == [f"{n}." for n in range(1, 10)]
    assert [p["printed"] for p in operative] == [f"{n}." for n in range(1, 10)]
    assert [p["notes"] for p in operative] == [[], [], [], [], [], [], ["1"], ["2"], []]
    assert not any(p["notes"] for p in preamble)
    assert [(n["number"], n["text"]) for n in found["footnotes"]] == [
        ("1", "Résolution 60/288."),
        ("2", "Résolution 2007/12 du Conseil économique et social, annexe."),
    ]
    assert len(found["closing"]) == 2
    assert found["closing"][1] == "18 décembre 2009"


def test_the_first_samples_words_are_whole(capsys: pytest.CaptureFixture[str]) -> None:
    operative = part(outline(FIRST, capsys), "operative")
    assert "activités d’assistance technique" in operative[6]["text"]
    assert "soixante-cinquième session" in operative[8]["text"]
    assert "période 2008-2011, pour aider" in operative[7]["text"]
    assert [p["opener"] for p in operative[:2]] == ["Félicite", "Demande instamment"]


def test_the_second_sample_is_read_whole(capsys: pytest.CaptureFixture[str]) -> None:
    found = outline(SECOND, capsys)
    preamble, operative = part(found, "preamble"), part(found, "operative")
    assert (len(preamble), len(operative), len(found["footnotes"])) == (7, 9, 6)
    assert [p["notes"] for p in preamble] == [["1", "2"], ["3"], [], [], [], ["4"], ["5"]]
    assert [p["notes"] for p in operative] == [["6"], [], [], [], [], ["1", "2"], [], [], []]
    assert "résolution 60/175\u00a0;" in operative[0]["text"].replace(" ;", "\u00a0;")
    assert "sous-régionales" in preamble[1]["text"]
    assert found["closing"] == []


@SAMPLES
def test_every_character_is_accounted_for(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = outline(sample, capsys)
    pieces: list[str] = [found["number"], found["title"], found["organ_line"]]
    for paragraph in found["paragraphs"]:
        pieces += [paragraph["printed"] or "", paragraph["text"], *paragraph["notes"]]
    for note in found["footnotes"]:
        pieces += [note["printed"], note["text"]]
    pieces += found["closing"]
    pieces += [piece["text"] for piece in found["discarded"]]
    source = "".join(sample.read_text("utf-8").split())
    assert sorted("".join("".join(pieces).split())) == sorted(source)


@SAMPLES
def test_own_format_and_back_changes_nothing(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.resolution"
    assert run("export", sample, "-o", own) == cli.FINE
    capsys.readouterr()
    assert outline(own, capsys) == outline(sample, capsys)
    texts = [tmp_path / "direct.txt", tmp_path / "by-way-of-own.txt"]
    run("export", sample, "-o", texts[0])
    run("export", own, "-o", texts[1])
    assert texts[0].read_bytes() == texts[1].read_bytes()


@SAMPLES
def test_exported_text_reads_back_to_the_same_structure(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.txt"
    run("export", sample, "-o", out)
    capsys.readouterr()
    first, second = outline(sample, capsys), outline(out, capsys)
    for key in ("language", "organ", "number", "title", "organ_line", "paragraphs", "closing"):
        assert second[key] == first[key]
    assert [n["text"] for n in second["footnotes"]] == [n["text"] for n in first["footnotes"]]


@SAMPLES
def test_the_problems_of_a_sample_are_only_remarks(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", sample, "--strict", "--json") == cli.FINE
    found = json.loads(capsys.readouterr().out)
    assert (found["counts"]["error"], found["counts"]["warning"]) == (0, 0)


@SAMPLES
def test_safe_fixes_leave_nothing_safe_to_fix(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sample.read_bytes()
    run("check", sample, "--fix", "-o", tmp_path / "fixed.resolution", "--json")
    left = json.loads(capsys.readouterr().out)["problems"]
    assert not [problem for problem in left if problem["fix"] == "safe"]
    assert sample.read_bytes() == before


@SAMPLES
def test_the_word_file_has_real_footnotes(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.docx"
    assert run("export", sample, "-o", out) == cli.FINE
    with zipfile.ZipFile(out) as archive:
        assert archive.testzip() is None
        notes = archive.read("word/footnotes.xml").decode("utf-8")
        body = archive.read("word/document.xml").decode("utf-8")
    assert "ésolution 60/288." in notes
    assert "ésolution 60/288." not in body
    assert "footnoteReference" in body


def test_two_samples_compare(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", FIRST, SECOND, "--exit-code") == cli.FINDINGS
    assert run("compare", FIRST, FIRST, "--exit-code") == cli.FINE
    assert "14 kept, 0 changed" in capsys.readouterr().out

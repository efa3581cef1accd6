"""The commands for precedents as a person or a program calls them."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from drafter import cli
from drafter.corpus.indexing import index_folder
from drafter.corpus.schema import writing_lock
from drafter.io.native import native_bytes
from tests.corpus.making import BRIDGES, RIVERS, RIVERS_AGAIN, RIVIERES, add


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus added by the command itself."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for at, one in enumerate((RIVERS, RIVERS_AGAIN, BRIDGES, RIVIERES)):
        (texts / f"{at}.resolution").write_bytes(native_bytes(one))
    (texts / "bad.xml").write_bytes(b"<akomaNtoso>")
    folder = tmp_path / "corpus"
    assert cli.main(["corpus", "add", str(texts), "--corpus", str(folder)]) == cli.FINE
    return folder


def asked(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    """What a command says as JSON, ending well."""
    capsys.readouterr()
    assert cli.main([str(one) for one in arguments]) == cli.FINE
    return json.loads(capsys.readouterr().out)


def test_add_says_what_it_took_skipped_and_why(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = str(corpus.parent / "elsewhere")
    assert cli.main(["corpus", "add", str(corpus.parent / "texts"), "--corpus", elsewhere]) == 0
    out = capsys.readouterr().out
    assert "Added 4, replaced 0" in out
    assert "Not taken:" in out
    assert "bad.xml" in out
    again = asked(capsys, "corpus", "add", corpus.parent / "texts", "--corpus", corpus, "--json")
    assert len(again["same"]) == 4
    assert again["added"] == []
    assert [set(one) for one in again["refused"]] == [{"name", "reason"}]


def test_nothing_that_can_be_read_is_an_error(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing")
    assert cli.main(["corpus", "add", missing, "--corpus", str(tmp_path / "c")]) == cli.UNREADABLE


def test_suggest_has_the_keys_of_its_contract(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = asked(
        capsys, "suggest", "Requests the Secretary-General to", "--corpus", corpus, "--json"
    )
    assert found["format"] == "drafter.suggestions"
    assert found["version"] == 1
    assert found["corpus_paragraphs"] == sum(
        len(one.paragraphs) for one in (RIVERS, RIVERS_AGAIN, BRIDGES)
    )
    assert found["elapsed_ms"] > 0
    first = found["suggestions"][0]
    assert first["text"].startswith("Requests the Secretary-General")
    assert (first["symbol"], first["label"], first["date"]) == ("A/RES/71/902", "1.", "2016-12-12")
    assert (first["uses"], first["first_used"], first["last_used"]) == (2, "2015", "2016")
    assert first["also_in"] == ["A/RES/70/901"]
    assert (first["language"], first["part"]) == ("en", "operative")


def test_suggest_says_that_an_index_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(tmp_path, RIVERS, RIVIERES)
    shutil.rmtree(index_folder(tmp_path, "fr"))
    command = ["suggest", "Rappelant sa", "--lang", "fr", "--corpus", str(tmp_path)]
    with writing_lock(tmp_path):  # so that it cannot be made
        assert asked(capsys, *command, "--json")["is_behind"]
        assert cli.main(command) == cli.FINE
    assert "Not all of the corpus was searched" in capsys.readouterr().out
    assert not asked(capsys, *command, "--json")["is_behind"]


def test_suggest_tells_the_language_and_takes_filters(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    french = asked(capsys, "suggest", "Prie le Secrétaire général de", "--corpus", corpus, "--json")
    assert french["suggestions"][0]["language"] == "fr"
    council = asked(
        capsys, "suggest", "Decides to remain seized", "--organ", "SC", "--limit", "1",
        "--part", "operative", "--corpus", corpus, "--json",
    )  # fmt: skip
    assert [one["symbol"] for one in council["suggestions"]] == ["S/RES/2901 (2017)"]


@pytest.mark.parametrize("year", ["-5", "0", "99999999999999999999", "soon"])
def test_what_is_no_year_is_told_as_wrong_usage(
    corpus: Path, capsys: pytest.CaptureFixture[str], year: str
) -> None:
    assert cli.main(["suggest", "rivers", "--corpus", str(corpus), f"--since={year}"]) == 2
    assert "is no year of four figures" in capsys.readouterr().err


def test_suggest_answers_each_line_with_a_line(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("shared rivers\n\nbridges that carry\n"))
    capsys.readouterr()
    assert cli.main(["suggest", "-", "--corpus", str(corpus)]) == cli.FINE
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [bool(one["suggestions"]) for one in answers] == [True, False, True]


def test_info_verify_and_the_rest_speak_both_ways(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    info = asked(capsys, "corpus", "info", "--corpus", corpus, "--json")
    assert info["documents"] == 4
    assert info["index_complete"] is True
    assert {one["language"] for one in info["holdings"]} == {"en", "fr"}
    assert asked(capsys, "corpus", "verify", "--corpus", corpus, "--json")["faults"] == []
    assert asked(capsys, "corpus", "rebuild", "--corpus", corpus, "--json")["documents"] == 4
    removal = asked(capsys, "corpus", "remove", "70/901", "--corpus", corpus, "--json")
    assert len(removal["removed"]) == 2
    asked(capsys, "corpus", "compact", "--corpus", corpus, "--json")
    for action in ("info", "verify", "rebuild", "compact"):
        assert cli.main(["corpus", action, "--corpus", str(corpus)]) == cli.FINE
    assert "documents" in capsys.readouterr().out
    assert cli.main(["corpus", "remove", "1/1", "--corpus", str(corpus)]) == cli.FINDINGS


@pytest.mark.parametrize(
    "command",
    [
        ["suggest", "x"],
        ["corpus", "info"],
        ["corpus", "verify"],
        ["corpus", "rebuild"],
        ["corpus", "compact"],
        ["corpus", "remove", "61/181"],
    ],
)
def test_a_corpus_that_is_not_there_is_said_in_one_line_and_none_is_begun(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    folder = tmp_path / "none"
    assert cli.main([*command, "--corpus", str(folder)]) == cli.FAILED
    said = capsys.readouterr().err
    assert "There is no corpus in" in said
    assert said.count("\n") == 1
    assert not folder.exists()


def test_what_is_named_twice_is_removed_once(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    symbol = RIVERS.masthead.symbol
    told = asked(capsys, "corpus", "remove", symbol, symbol, "--corpus", corpus, "--json")
    assert told["unknown"] == []
    assert {one["symbol"] for one in told["removed"]} == {symbol}


# --- the user's own corpus ----------------------------------------------------------------------


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("drafter.corpus.starter.user_texts", lambda: tmp_path / "home")
    return tmp_path / "home"


def test_a_first_search_on_a_fresh_machine_finds_something(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = asked(capsys, "suggest", "assistance technique aux États", "--json")
    assert found["suggestions"]
    assert (home / "corpus" / "corpus.sqlite").exists()


def test_the_starter_corpus_knows_a_date_from_citations_alone(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cited = asked(capsys, "cite", "60/288", "--lang", "fr", "--json")
    assert (cited["date"], cited["date_known_by"]) == ("2006-09-08", "citations")
    assert cited["citations"] == 2
    assert plain(cited["reference"]) == "sa résolution 60/288 du 8 septembre 2006"
    assert cited["later_reference"] == "sa résolution 60/288"
    assert cited["footnote"] == "Résolution 60/288."
    assert cited["symbol"] == "A/RES/60/288"


@pytest.mark.parametrize(
    ("number", "symbol"),
    [
        ("s/res/1325", "S/RES/1325 (2000)"),
        ("SC 1325", "S/RES/1325 (2000)"),
        ("SC 1325 (2000)", "S/RES/1325 (2000)"),
        ("GA 60/288", "A/RES/60/288"),
        ("٦٠/٢٨٨", "A/RES/60/288"),
    ],
)
def test_a_resolution_is_known_however_its_number_is_typed(
    home: Path, capsys: pytest.CaptureFixture[str], number: str, symbol: str
) -> None:
    cited = asked(capsys, "cite", number, "--json")
    assert [one["symbol"] for one in cited["resolutions"]] == [symbol]
    assert cited["symbol"] == symbol
    assert cited["others"] == []


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def test_where_home_cannot_be_written_the_starter_corpus_is_temporary(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.write_text("a file in the way")
    assert asked(capsys, "cite", "60/288", "--json")["citations"] == 2


@pytest.mark.parametrize("command", ["cite", "suggest", "corpus remove"])
def test_nothing_to_look_for_is_wrong_usage(
    home: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    for nothing in ("", "  "):
        assert cli.main([*command.split(), nothing]) == cli.USAGE
        assert "nothing in it to look for" in capsys.readouterr().err


def test_what_nobody_names_is_a_finding(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked_and_told = {
        "48/999": "48/999, that is A/RES/48/999 or A/HRC/RES/48/999",
        "hrc 48/999": "hrc 48/999, that is A/HRC/RES/48/999",
        "S/RES/99999 (2050)": "S/RES/99999 (2050)",
        "SC 99999": "SC 99999",
    }
    for number, told in asked_and_told.items():
        assert cli.main(["cite", number]) == cli.FINDINGS
        assert capsys.readouterr().out == f"The register does not know {told}.\n"
    assert cli.main(["cite", "60/288"]) == cli.FINE
    assert "its resolution 60/288" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("code", "note"),
    [("en", "A/61/179."), ("fr", "A/61/179."), ("zh", "A/61/179。")],
)
def test_a_document_is_cited_by_its_note(
    home: Path, capsys: pytest.CaptureFixture[str], code: str, note: str
) -> None:
    cited = asked(capsys, "cite", "A/61/179", "--lang", code, "--json")
    assert cited["resolutions"] == []
    assert [(one["kind"], one["footnote"]) for one in cited["others"]] == [("document", note)]


def test_an_instrument_and_resolutions_are_found_by_words(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cited = asked(capsys, "cite", "arms trade treaty", "--json")
    assert [one["kind"] for one in cited["others"]] == ["instrument"]
    assert "No. 52373." in cited["others"][0]["footnote"]
    assert "The Arms Trade Treaty" in {one["title"] for one in cited["resolutions"]}
    assert cli.main(["cite", "arms trade treaty", "--lang", "fr"]) == cli.FINE
    assert "Traité sur le commerce des armes" in capsys.readouterr().out
    assert cli.main(["cite", "xyzzy"]) == cli.FINDINGS


def test_suggest_gives_the_official_text_in_another_language(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = asked(
        capsys, "suggest", "Deeply concerned that the banks of shared rivers", "--until", "2015",
        "--also", "fr", "--corpus", corpus, "--json",
    )  # fmt: skip
    other = found["suggestions"][0]["counterpart"]
    assert other["text"].startswith("Profondément préoccupée de voir les rives")
    assert (other["is_sure"], other["paragraphs"]) == (True, [2, 2])
    arguments = ["suggest", "shared rivers", "--also", "fr", "--until", "2015"]
    assert cli.main([*arguments, "--corpus", str(corpus)]) == cli.FINE
    assert "fr: Prie le Secrétaire" in capsys.readouterr().out

"""The commands as a person or a program calls them: words, JSON, exit statuses."""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from drafter import __version__, cli
from drafter.__main__ import main as program
from drafter.check.registry import ALL
from drafter.cli.words import cut, shown_width
from drafter.core.model import Guess, Masthead, Resolution
from drafter.io.native import native_bytes, read_native
from tests.notation import document

SAMPLE = document(
    "@fr | Number: 64/177 | Title: Assistance | Line: _L’Assemblée générale_,"
    " | P: _Rappelant_ ses droits[^1], | 1. _Décide_\u00a0: | a) Un\u00a0; | b) Deux\u00a0;"
    " | 3. _Prie_ les États. | Closing: 65^{e} séance plénière | [^1]: Résolution 60/288."
)
SOUND = document(
    "@fr | Number: 64/177 | Title: Assistance | Line: _L’Assemblée générale_,"
    " | P: _Rappelant_ ses droits[^1], | 1. _Décide_ cela\u00a0; | 2. _Prie_ les États."
    " | [^1]: Résolution 60/288."
)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return saved(SAMPLE, tmp_path / "sample.resolution")


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return saved(SOUND, tmp_path / "sound.resolution")


def saved(resolution: Resolution, path: Path) -> Path:
    path.write_bytes(native_bytes(resolution))
    return path


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments])


# --- outline ------------------------------------------------------------------------------------


def test_outline_shows_a_line_a_paragraph(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("outline", sample) == cli.FINE
    assert capsys.readouterr().out.splitlines() == [
        "64/177  Assistance",
        "French · GA · adopted",
        "L’Assemblée générale,",
        "",
        "Preamble",
        "        Rappelant ses droits, [1]",
        "",
        "Operative part",
        "  1.    Décide :",
        "    a)    Un ;",
        "    b)    Deux ;",
        "  2.    Prie les États. (printed 3.)",
        "",
        "Closing",
        "  65e séance plénière",
        "",
        "Footnotes",
        "  1     Résolution 60/288.",
        "",
        "1 preambular, 2 operative paragraphs, 2 items, 1 footnote.",
    ]


def test_outline_tells_what_the_import_was_not_sure_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guesses = (Guess("hyphen", "p2", "sous-régionales", 0.6, line=32),)
    run("outline", saved(replace(SAMPLE, guesses=guesses), tmp_path / "a.resolution"))
    assert "Not sure (60%), line 32, hyphen: sous-régionales" in capsys.readouterr().out


def test_outline_json_is_one_object_with_every_paragraph(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("outline", sample, "--json") == cli.FINE
    found = json.loads(capsys.readouterr().out)
    assert found["format"] == "drafter.outline"
    assert [p["printed"] for p in found["paragraphs"]] == ["", "1.", "a)", "b)", "3."]


def test_outline_reads_the_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(native_bytes(SAMPLE)))
    monkeypatch.setattr(sys, "stdin", stream)
    assert run("outline", "-") == cli.FINE
    assert "Assistance" in capsys.readouterr().out


def test_lines_fit_the_width_and_right_to_left_text_is_isolated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, words in (("zh", "各国大会决议" * 30), ("ar", "مر حبا " * 60)):
        resolution = document(f"@{language} | P: {words} | 1. {words} | 2. {words}")
        run("outline", saved(resolution, tmp_path / "a.resolution"))
        lines = capsys.readouterr().out.splitlines()
        assert max(map(shown_width, lines)) <= 100
        assert any("\u2068" in line for line in lines) == (language == "ar")


def test_nothing_in_a_text_can_command_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    resolution = document("Title: a\x1b]0;evil\x07b | P: \x9b31mred")
    run("outline", saved(resolution, tmp_path / "a.resolution"))
    assert not set("\x1b\x07\x9b") & set(capsys.readouterr().out)


def test_cut_leaves_short_words_alone_and_shortens_long_ones() -> None:
    assert cut("short", 5) == "short"
    assert cut("longer words", 7) == "longer…"
    assert cut("各国决议", 5) == "各国…"


# --- check and rules ----------------------------------------------------------------------------


def test_check_finds_the_gap_and_ends_with_one(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", sample, "--rules", "numbering") == cli.FINDINGS
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("paragraph 2: error: ")
    assert "numbering.sequence, O-03" in lines[1]
    assert lines[-1] == "1 error, 0 warnings, 0 remarks."


def test_check_of_a_sound_text_ends_with_zero(
    sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", sound, "--strict") == cli.FINE
    assert capsys.readouterr().out == "No problems found.\n"


def test_check_json_has_the_keys_of_the_contract(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", sample, "--json", "--rules", "numbering") == cli.FINDINGS
    found = json.loads(capsys.readouterr().out)
    assert (found["format"], found["version"]) == ("drafter.problems", 1)
    assert found["counts"] == {"error": 1, "warning": 0, "info": 0}
    problem = found["problems"][0]
    expected = {"rule": "numbering.sequence", "severity": "error", "paragraph": "p5", "label": "2."}
    assert {key: problem[key] for key in expected} == expected
    assert set(problem) >= {"start", "end", "message", "source", "fix"}


def test_check_names_the_footnote_of_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = saved(document("1. Decides[^1] so. | [^1]: No full stop"), tmp_path / "a.resolution")
    run("check", path, "--json", "--rules", "footnotes")
    problem = json.loads(capsys.readouterr().out)["problems"][0]
    assert (problem["paragraph"], problem["label"], problem["footnote"]) == (None, "1", "n1")
    run("check", path, "--rules", "footnotes")
    assert capsys.readouterr().out.startswith("footnote 1: ")


def test_check_fix_writes_what_it_mended_and_reports_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = document("@fr | Line: L’Assemblée générale, | P: Vu x | 1. Décide[^7] y, | 2. Prie.")
    path = saved(broken, tmp_path / "a.resolution")
    before = path.read_bytes()
    out = tmp_path / "b.resolution"
    assert run("check", path, "--fix", "-o", out, "--json") == cli.FINDINGS
    report = json.loads(capsys.readouterr().out)
    assert "footnotes.mark_without_note" in {problem["rule"] for problem in report["problems"]}
    mended = read_native(out.read_bytes())
    assert [p.text.plain[-1] for p in mended.paragraphs[1:]] == [";", "."]
    assert path.read_bytes() == before


def test_check_fix_to_the_standard_output_lists_the_rest_elsewhere(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = document("@fr | Line: L’Assemblée générale, | P: Vu x | 1. Décide[^7] y, | 2. Prie.")
    path = saved(broken, tmp_path / "a.resolution")
    assert run("check", path, "--fix", "-o", "-") == cli.FINDINGS
    printed, listed = capfd.readouterr()
    assert printed.startswith("L’Assemblée générale,\n\nVu x,\n\n1. ")
    assert "error" not in printed
    assert "footnotes.mark_without_note" in listed


def test_check_takes_a_language(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", sample, "--lang", "en", "--json")
    found = json.loads(capsys.readouterr().out)
    assert {problem["rule"] for problem in found["problems"]} >= {"items.form"}


def test_rules_lists_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules") == cli.FINE
    assert len(capsys.readouterr().out.splitlines()) == len(ALL)
    assert run("rules", "--json") == cli.FINE
    rules = json.loads(capsys.readouterr().out)["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in ALL]
    assert set(rules[0]) >= {"id", "title", "severity", "languages", "source", "alarm_rate"}
    assert all(rule["alarm_rate"] is None for rule in rules)


# --- export and compare -------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".docx", ".txt", ".md", ".resolution"])
def test_export_writes_by_suffix_and_says_where(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], suffix: str
) -> None:
    out = tmp_path / f"out{suffix}"
    assert run("export", sample, "-o", out) == cli.FINE
    assert capsys.readouterr().out == f"Wrote {out}\n"
    assert out.stat().st_size > 100


def test_own_format_and_back_leaves_the_outline_as_it_was(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.resolution"
    run("export", sample, "-o", copy)
    capsys.readouterr()
    outlines = []
    for path in (sample, copy):
        run("outline", path, "--json")
        outlines.append(capsys.readouterr().out)
    assert outlines[0] == outlines[1]


def test_mending_says_so_too_but_for_the_own_format_which_keeps_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gap = document("1. Decides: | (a) One; | (c) Two; | 2. Recalls paragraph 1 (c) above.")
    source = saved(gap, tmp_path / "gap.resolution")
    run("check", source, "--fix", "-o", tmp_path / "mended.txt")
    assert "1 label differs" in capsys.readouterr().err
    run("check", source, "--fix", "-o", tmp_path / "mended.resolution")
    run("export", source, "-o", tmp_path / "copy.resolution")
    assert "differ" not in capsys.readouterr().err


def test_export_says_how_many_labels_it_counts_otherwise(
    tmp_path: Path, sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gap = document("1. Decides; | 2. Requests; | 4. Asks; | (a) One; | (c) Two; | 5. Ends.")
    assert run("export", saved(gap, tmp_path / "gap.resolution"), "-o", "-") == cli.FINE
    said = capsys.readouterr().err
    assert said == (
        "drafter: 3 labels differ from what the source printed; drafter check lists them.\n"
    )
    assert run("export", sound, "-o", "-") == cli.FINE
    assert capsys.readouterr().err == ""


def test_export_to_the_standard_output_is_plain_text(
    sample: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("export", sample, "-o", "-") == cli.FINE
    assert "Rappelant ses droits¹," in capsysbinary.readouterr().out.decode()


def test_compare_shows_what_changed(
    sample: Path, sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("compare", sample, sound) == cli.FINE
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "2 kept, 0 changed, 0 moved, 1 added, 3 removed."
    assert run("compare", sample, sound, "--exit-code") == cli.FINDINGS
    assert run("compare", sample, sample, "--exit-code") == cli.FINE


def test_compare_marks_old_and_new_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = saved(document("Title: T | 1. Decides to stay. | 2. Ends."), tmp_path / "a.resolution")
    new = saved(document("Title: U | 1. Decides to go. | 2. Ends."), tmp_path / "b.resolution")
    run("compare", old, new)
    assert capsys.readouterr().out.splitlines() == [
        "~ title: [-T-]{+U+}",
        "~ 1.  Decides to [-stay-]{+go+}.",
        "1 kept, 1 changed, 0 moved, 0 added, 0 removed.",
    ]


def test_compare_json_has_the_keys_of_the_contract(
    sample: Path, sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("compare", sample, sound, "--json")
    found = json.loads(capsys.readouterr().out)
    assert (found["format"], found["version"]) == ("drafter.comparison", 1)
    assert set(found["counts"]) == {"kept", "changed", "moved", "added", "removed"}
    assert found["paragraphs"][0] == {
        "what": "kept",
        "old": {"label": "", "text": "Rappelant ses droits,"},
        "new": {"label": "", "text": "Rappelant ses droits,"},
        "similarity": 1.0,
        "differs": [],
        "words": [],
    }


def test_compare_tells_of_the_masthead_and_the_notes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    was = document("1. Decides[^1] so. | [^1]: See resolution 60/1.")
    now = replace(
        document("1. Decides[^1] so. | [^1]: See resolution 60/2."),
        masthead=Masthead(session="Ninth session"),
    )
    old, new = saved(was, tmp_path / "a.resolution"), saved(now, tmp_path / "b.resolution")
    run("compare", old, new)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "~ session: {+Ninth session+}"
    assert "~ note 1: See resolution 60/[-1-]{+2+}." in lines
    run("compare", old, new, "--json")
    found = json.loads(capsys.readouterr().out)
    assert found["fields"] == [
        {
            "field": "masthead.session",
            "old": "",
            "new": "Ninth session",
            "words": [{"what": "added", "old": "", "new": "Ninth session"}],
        }
    ]
    (note,) = found["notes"]
    assert (note["what"], note["old"]["number"]) == ("changed", "1")
    assert note["new"]["text"] == "See resolution 60/2."


# --- wrong usage, and what is not there yet -----------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["suggest"], "TEXT"),
        (["cite"], "required"),
        (["corpus"], "missing"),
        (["--self-test"], "not there yet"),
        (["check", "{sample}", "--pack"], "not there yet"),
        (["export", "{sample}", "--base", "{sample}", "-o", "a.docx"], "not there yet"),
        (["export", "{sample}", "-o", "a.pdf"], "not there yet"),
        (["compare", "{sample}", "{sample}", "-o", "a.docx"], "not there yet"),
        (["export", "{sample}", "-o", "a.odt"], "must end in one of .docx"),
        (["export", "{sample}", "-o", "{sample}"], "the source itself"),
        (["export", "{sample}", "-o", "a.txt", "--template", "x"], "for .docx only"),
        (["export", "{sample}", "-o", "a.docx", "--template", "x"], "no template “x”"),
        (["export", "{sample}"], "-o"),
        (["check", "{sample}", "--fix"], "--fix and -o OUT"),
        (["check", "{sample}", "-o", "a.txt"], "--fix and -o OUT"),
        (["check", "{sample}", "--rules", "none"], "No rule's name begins with “none”"),
        (["check", "{sample}", "--rules", ""], "names no rule"),
        (["check", "{sample}", "--rules", ","], "names no rule"),
        (["check", "{sample}", "--fix", "--json", "-o", "-"], "would both write"),
        (["check", "{sample}", "--lang", "de"], "--lang"),
        (["compare", "-", "-"], "Only one of the two"),
        (["outline"], "FILE"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_wrong_usage_ends_with_two_and_writes_nothing(
    sample: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    says: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sample.read_bytes()
    assert run(*(argument.format(sample=sample) for argument in arguments)) == cli.USAGE
    assert says in capsys.readouterr().err
    assert sample.read_bytes() == before
    assert list(tmp_path.iterdir()) == [sample]


def test_the_source_is_not_overwritten_by_another_name(sample: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.resolution"
    link.symlink_to(sample)
    hard = tmp_path / "hard.resolution"
    os.link(sample, hard)
    assert run("export", sample, "-o", link) == cli.USAGE
    assert run("export", sample, "-o", hard) == cli.USAGE


@pytest.mark.parametrize("arguments", [[], ["draft.resolution"]])
@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="there is always a display")
def test_without_a_display_the_commands_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "argv", ["drafter", *arguments])
    assert program() == cli.FAILED
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert all(command in said for command in ("outline", "check", "rules", "export", "compare"))


@pytest.mark.parametrize("word", ["outlin", "", "export2", "check-"])
def test_a_word_that_is_neither_command_nor_file_is_wrong_usage(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], word: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")  # a display there is
    monkeypatch.setattr(sys, "argv", ["drafter", word, "draft.resolution"])
    assert program() == cli.USAGE
    assert f"invalid choice: '{word}'" in capsys.readouterr().err


def test_a_file_without_a_suffix_is_opened_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "outlin").write_text("The General Assembly,")
    monkeypatch.chdir(tmp_path)
    assert not cli.is_command(["outlin"])


def test_without_a_command_the_window_opens_with_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[list[str]] = []
    monkeypatch.setattr("drafter.ui.desk.run", lambda files: opened.append(files) or cli.FINE)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(sys, "argv", ["drafter", "draft.resolution"])
    assert program() == cli.FINE
    assert opened == [["draft.resolution"]]


@pytest.mark.parametrize("command", ["", "outline", "check", "rules", "export", "compare"])
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*filter(None, [command]), "--help") == cli.FINE
    assert capsys.readouterr().out.startswith("usage: drafter")


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == cli.FINE
    assert capsys.readouterr().out == f"drafter {__version__}\n"


# --- known errors -------------------------------------------------------------------------------


def test_a_folder_that_is_not_there_ends_with_four(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", sample, "-o", tmp_path / "none" / "a.txt") == cli.FAILED
    assert "the folder does not exist" in capsys.readouterr().err


def test_a_name_that_is_too_long_is_told_with_the_name(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"{'n' * 300}.txt"
    assert run("export", sample, "-o", out) == cli.FAILED
    said = capsys.readouterr().err
    assert said.startswith(f"drafter: {out}: not written: ")
    assert "the name is too long" in said


@pytest.mark.parametrize("content", ['{"a": 1}', '[{"a": [1]}]', "[" * 100_000])
def test_json_of_others_is_no_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(content)
    assert run("outline", path) == cli.UNREADABLE
    assert "JSON, but not a resolution" in capsys.readouterr().err


def test_a_text_that_begins_with_a_bracket_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "[on the report of the Second Committee]\n\nThe General Assembly,\n\n1. Decides."
    )
    assert run("outline", path) == cli.FINE


def process(*arguments: object, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "drafter", *map(str, arguments)]
    return subprocess.run(  # type: ignore[call-overload]
        command, timeout=60, check=False, stderr=subprocess.PIPE, **options
    )


def test_the_locale_does_not_matter(sample: Path) -> None:
    environment = {**os.environ, "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = process("outline", sample, env=environment, stdout=subprocess.PIPE)
    assert "L’Assemblée générale," in done.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_a_full_disk_ends_with_four_and_one_line(sample: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = process("outline", sample, "--json", stdout=full)
    assert done.returncode == cli.FAILED
    assert len(done.stderr.splitlines()) == 1
    assert b"No space left" in done.stderr


def test_a_reader_that_stops_early_is_no_error(sample: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = process("outline", sample, "--json", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (cli.FINE, b"")


def shell(words: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """What a shell makes of `words`, in which `drafter` is the program, `$1` the first argument."""
    script = f'drafter() {{ "{sys.executable}" -m drafter "$@"; }}; {words}'
    command = ["bash", "-c", script, "bash", *map(str, arguments)]
    return subprocess.run(command, timeout=60, check=False, capture_output=True, text=True)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")
@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        ('drafter outline "$1" >&-', cli.FINE, ""),
        ('drafter outline "$1" --json >&- 2>&-', cli.FINE, ""),
        ('drafter export "$1" -o "$2" >&-', cli.FINE, "drafter: 1 label differs"),
        ('drafter export "$1" -o - >&- <&-', cli.FINE, "drafter: 1 label differs"),
        ("drafter outline none.txt 2>&-", cli.UNREADABLE, ""),
        ("drafter outline - <&-", cli.UNREADABLE, "drafter: standard input: It is closed"),
        ("drafter suggest - <&-", cli.FINE, ""),
    ],
)
def test_a_closed_stream_is_no_accident(
    sample: Path, tmp_path: Path, words: str, status: int, says: str
) -> None:
    done = shell(words, sample, tmp_path / "a.txt")
    assert (done.returncode, done.stdout) == (status, "")
    assert done.stderr.startswith(says)
    assert len(done.stderr.splitlines()) == bool(says)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")
def test_a_pipe_with_a_name_is_read(sample: Path) -> None:
    done = shell('drafter outline <(cat "$1")', sample)
    assert (done.returncode, done.stderr) == (cli.FINE, "")
    assert "Assistance" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="names of bytes")
def test_a_name_the_locale_cannot_decode_is_shown_readably(tmp_path: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = process("outline", tmp_path / "Pologne présidée.txt", env=environment)
    assert "Pologne présidée.txt: There is no such file" in done.stderr.decode("utf-8")


def test_a_process_that_a_bundle_starts_for_its_own_work_goes_no_further(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def worked() -> None:
        raise SystemExit(0)

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(multiprocessing, "freeze_support", worked)
    monkeypatch.setattr(sys, "argv", ["drafter", "rules"])
    with pytest.raises(SystemExit):
        program()
    assert capsys.readouterr().out == ""

"""What is no resolution: one clear line, exit status 3, nothing written, little time and memory."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter import cli
from drafter.core.errors import ReadError
from drafter.io import formats

MOST_SECONDS = 20
MOST_KILOBYTES = 500 * 1000

AKN = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x00\x01" * 500


def archive(name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr(name, content)
    return packed.getvalue()


def entities(depth: int) -> bytes:
    """Ten of the one before, `depth` times over: a few hundred bytes that want gigabytes."""
    rows = ['<!ENTITY e0 "boom">']
    rows += [f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, depth)]
    doctype = f"<!DOCTYPE akomaNtoso [{''.join(rows)}]>"
    return f'<?xml version="1.0"?>{doctype}{AKN}<p>&e{depth - 1};</p></akomaNtoso>'.encode()


OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE akomaNtoso [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    f"{AKN}<p>&x;</p></akomaNtoso>"
).encode()

BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("a.txt", lambda: b"", "is empty"),
    "blank": ("a.txt", lambda: b" \n\t\n", "is empty"),
    "picture": ("a.docx", lambda: JPEG, "a JPEG picture"),
    "cut zip": ("a.docx", lambda: archive("word/document.xml", os.urandom(9999))[:4000], "damaged"),
    "zip bomb": ("a.docx", lambda: archive("word/document.xml", bytes(300 << 20)), "unpack to"),
    "word": ("a.docx", lambda: archive("word/document.xml", b"<x/>"), "cannot be read yet"),
    "zip": ("a.zip", lambda: archive("a.txt", b"x"), "zip archive"),
    "not word": ("a.docx", lambda: b"The General Assembly,", "named like a Word file"),
    "pdf": ("a.pdf", lambda: b"%PDF-1.7\n%\xe2\xe3", "cannot be read yet"),
    "rtf": ("a.rtf", lambda: b"{\\rtf1 x}", "cannot be read yet"),
    "old word": ("a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x", "cannot be read yet"),
    "empty page": ("a.html", lambda: b"<!DOCTYPE html><html><p> </p>", "holds no words"),
    "deep page": ("a.html", lambda: b"<html>" + b"<div>" * 200_000 + b"x", "nests too deep"),
    "entities": ("a.xml", lambda: entities(12), ""),
    "outside entity": ("a.xml", lambda: OUTSIDE, ""),
    "cut xml": ("a.xml", lambda: AKN.encode() + b"<p>x", ""),
    "deep xml": ("a.xml", lambda: AKN.encode() + b"<p>" * 200_000, ""),
    "other xml": ("a.xml", lambda: b"<?xml version='1.0'?><svg/>", ""),
    "text as xml": ("a.xml", lambda: b"The General Assembly,", "named .xml"),
    "one line": ("a.txt", lambda: b"word " * (10 << 20), "larger than"),
    "one word": ("a.txt", lambda: b"x" * (3 << 20), "larger than"),
    "nul": ("a.txt", lambda: b"The General\x00 Assembly,\n" * 9, ""),
    "undecodable": ("a.txt", lambda: b"L\x81\x8d\x8f\x90\x9dAssembl\xe9e \xff\xfe", ""),
    "deep json": ("a.resolution", lambda: b'{"a":' * 100_000, "damaged"),
    "other json": ("a.resolution", lambda: b'{"a": 1}', "not a resolution"),
    "text as own": ("a.resolution", lambda: b"The General Assembly,", "named .resolution"),
    "newer own": (
        "a.resolution",
        lambda: b'{"format": "drafter.resolution", "version": "7.1"}',
        "Update the program",
    ),
}


MEASURE = """
import os, sys
child = os.fork()
if not child:
    os.execv(sys.executable, [sys.executable, "-m", "drafter", *sys.argv[2:]])
_, status, usage = os.wait4(child, 0)
seconds = usage.ru_utime + usage.ru_stime
with open(sys.argv[1], "w") as told:
    told.write(f"{os.waitstatus_to_exitcode(status)} {usage.ru_maxrss} {seconds}")
"""


def measured(folder: Path, *arguments: object) -> tuple[int, bytes, bytes, float, int]:
    """Exit status, both outputs, process seconds and peak kilobytes of a run of the program.

    A small process starts it: the peak of a child begins with that of the process it is forked
    from, and this one may have windows.
    """
    told = folder / "told"
    command = [sys.executable, "-S", "-c", MEASURE, str(told), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    status, kilobytes, seconds = told.read_text("utf-8").split()
    told.unlink()
    return int(status), done.stdout, done.stderr, float(seconds), int(kilobytes)


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    file, content, says = BAD[name]
    path = tmp_path / file
    path.write_bytes(content())
    status, out, err, seconds, kilobytes = measured(
        tmp_path, "export", path, "-o", tmp_path / "out.txt"
    )
    assert (status, out) == (cli.UNREADABLE, b"")
    line = err.decode("utf-8")
    assert line.startswith(f"drafter: {path}: ")
    assert line.count("\n") == 1
    assert says in line
    assert "Traceback" not in line
    assert list(tmp_path.iterdir()) == [path]
    assert seconds < MOST_SECONDS
    assert kilobytes < MOST_KILOBYTES


@pytest.mark.parametrize("shape", ["x", "word ", "The\n", "1. (a) 1\n\n"])
def test_a_long_text_of_any_shape_is_read_in_time(tmp_path: Path, shape: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(shape * (100_000 // len(shape)), "utf-8")
    status, _, err, seconds, kilobytes = measured(tmp_path, "outline", path)
    assert (status, err) == (cli.FINE, b"")
    assert seconds < MOST_SECONDS
    assert kilobytes < MOST_KILOBYTES


@pytest.mark.parametrize("command", ["outline", "check", "compare"])
def test_every_command_refuses_alike(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(JPEG)
    twice = [str(path)] * (2 if command == "compare" else 1)
    assert cli.main([command, *twice]) == cli.UNREADABLE
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)


def test_a_folder_a_device_and_a_missing_file_are_told_apart(tmp_path: Path) -> None:
    for name, says in (("", "a folder"), (os.devnull, "a device"), ("none", "no such file")):
        with pytest.raises(ReadError, match=says):
            formats.read_file(tmp_path / name)
    with pytest.raises(ReadError, match="null"):
        formats.read_file("a\0b")


def test_a_file_one_may_not_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError, match="not allowed"):
        formats.read_file(path)


def test_the_content_counts_more_than_the_name(tmp_path: Path) -> None:
    own = tmp_path / "misnamed.txt"
    assert cli.main(["export", str(SAMPLE), "-o", str(tmp_path / "a.resolution")]) == cli.FINE
    own.write_bytes((tmp_path / "a.resolution").read_bytes())
    assert formats.read_file(own) == formats.read_file(tmp_path / "a.resolution")


SAMPLE = Path(__file__).parents[2] / "resources" / "starter" / "A_RES_64_177.fr.txt"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes on the disk")
def test_a_pipe_into_which_nobody_writes_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    monkeypatch.setattr(formats, "PATIENCE_S", 0.1)
    with pytest.raises(ReadError, match="Nothing came out of this pipe"):
        formats.read_file(pipe)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes on the disk")
def test_a_pipe_into_which_somebody_writes_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    script = f"(echo 'The General Assembly,'; sleep 0.2; echo; echo '1. Decides x.') > '{pipe}'"
    with subprocess.Popen(["sh", "-c", script]):
        found = formats.read_file(pipe)
    assert [one.text.plain for one in found.paragraphs] == ["Decides x."]

"""Files, folders and archives; bad ones among them, processes that break off, kills."""

from __future__ import annotations

import ctypes
import errno
import io
import multiprocessing
import os
import signal
import sys
import tarfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from drafter.corpus import sources, store
from drafter.corpus.importing import add
from drafter.corpus.prepare import Prepared
from drafter.corpus.readers import Readers, read_item
from drafter.corpus.sources import Item, Refusal, items
from drafter.corpus.starter import corpus_to_read
from drafter.corpus.upkeep import contents
from drafter.corpus.verifying import behind, faults
from drafter.io.native import native_bytes
from tests.corpus.making import BRIDGES, RIVERS, RIVERS_AGAIN, RIVIERES, resolution

MADE = {
    "a.resolution": native_bytes(RIVERS),
    "b.resolution": native_bytes(RIVERS_AGAIN),
    "c.resolution": native_bytes(BRIDGES),
    "d.resolution": native_bytes(RIVIERES),
}


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def tarred(path: Path, members: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w:xz") as archive:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def test_files_folders_and_archives_give_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "folder" / "below"
    folder.mkdir(parents=True)
    for name, content in MADE.items():
        (folder / name).write_bytes(content)
    given = {
        "files": sorted(folder.iterdir()),
        "folder": [tmp_path / "folder"],
        "zip": [zipped(tmp_path / "all.zip", MADE)],
        "tar": [tarred(tmp_path / "all.tar.xz", MADE)],
    }
    for name, paths in given.items():
        corpus = tmp_path / "corpora" / name
        report = add(corpus, paths)
        assert len(report.added) == len(MADE), name
        assert not report.refused
        assert faults(corpus) == ()


def test_one_bad_file_never_stops_the_rest(tmp_path: Path) -> None:
    bad = {
        "0-empty.xml": b"",
        "1-broken.xml": b"<akomaNtoso><statement>",
        "2-other.resolution": b'{"format": "drafter.resolution", "version": "9.0"}',
        "3-picture.xml": b"\x89PNG\r\n\x1a\n",
        "4-letter.rtf": b"{}",
    }
    report = add(tmp_path / "corpus", [zipped(tmp_path / "all.zip", {**bad, **MADE})])
    assert len(report.added) == len(MADE)
    assert [one.name.rsplit(":", 1)[-1] for one in report.refused] == list(bad)
    assert all(one.reason.endswith(".") for one in report.refused)


def test_a_fault_of_a_reader_costs_its_file_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(one: Item, languages: object) -> Prepared | Refusal | None:
        if one.name.endswith("b.resolution"):
            raise KeyError(one.name)
        return read_item(one)

    monkeypatch.setattr("drafter.corpus.importing.read_item", faulty)
    report = add(tmp_path / "corpus", [zipped(tmp_path / "all.zip", MADE)])
    assert len(report.added) == len(MADE) - 1
    assert ["fault" in one.reason for one in report.refused] == [True]


def test_a_missing_file_is_listed(tmp_path: Path) -> None:
    (tmp_path / "a.resolution").write_bytes(MADE["a.resolution"])
    report = add(tmp_path / "corpus", [tmp_path / "nothing.xml", tmp_path / "a.resolution"])
    assert [one.reason for one in report.refused] == ["There is no such file or folder."]
    assert len(report.added) == 1


@pytest.mark.parametrize("cut", [0.3, 0.9])
@pytest.mark.parametrize("name", ["all.zip", "all.tar.xz"])
def test_an_archive_cut_short_gives_what_it_can_and_says_so(
    tmp_path: Path, name: str, cut: float
) -> None:
    packed = (zipped if name.endswith("zip") else tarred)(tmp_path / name, MADE)
    content = packed.read_bytes()
    packed.write_bytes(content[: int(len(content) * cut)])
    report = add(tmp_path / "corpus", [packed])
    assert any("damaged, or was cut short" in one.reason for one in report.refused)


def test_an_archive_whose_times_were_not_noted_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name, content in MADE.items():
            member = zipfile.ZipInfo(name)
            member.date_time = (1980, 0, 0, 0, 0, 0)  # as many programs write it
            archive.writestr(member, content)
    report = add(tmp_path / "corpus", [tmp_path / "a.zip"])
    assert len(report.added) == len(MADE)
    assert not report.refused


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes among its files")
def test_half_a_character_is_refused_and_the_rest_added(tmp_path: Path) -> None:
    half = MADE["a.resolution"].replace(b"Deeply concerned", rb"Deeply \ud83d concerned")
    members = {"a.resolution": half, "c.resolution": MADE["c.resolution"]}
    report = add(tmp_path / "corpus", [zipped(tmp_path / "all.zip", members)])
    assert [symbol for symbol, _ in report.added] == ["S/RES/2901 (2017)"]
    assert [one.reason for one in report.refused] == ["It holds half a character."]


@pytest.mark.skipif(os.name == "nt", reason="the names of files are UTF-16 there")
def test_names_that_are_no_utf_8_are_stored_as_they_can_be_shown(tmp_path: Path) -> None:
    name = os.fsdecode(b"rivi\xe8res.resolution")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_bytes(MADE["a.resolution"])
    (tmp_path / "in" / f"{name}.pages").touch()
    tarred(tmp_path / "in" / "all.tar.xz", {name: MADE["b.resolution"]})
    report = add(tmp_path / "corpus", [tmp_path / "in"])
    assert len(report.added) == 2
    assert [Path(one.name).name for one in report.refused] == ["rivi?res.resolution.pages"]


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.resolution").write_bytes(MADE["a.resolution"])
    (folder / "lost.txt").symlink_to(tmp_path / "nothing")
    os.mkfifo(folder / "pipe.txt")
    report = add(tmp_path / "corpus", [folder, tmp_path / "missing", Path("/dev/zero")])
    assert len(report.added) == 1
    assert [one.reason for one in report.refused] == [
        "There is no such file or folder.",
        "It is a device, not a file.",
        "There is no such file or folder.",
        "It is a device, not a file.",
    ]


@pytest.mark.parametrize("fault", ["listed", "looked at"])
def test_a_folder_that_may_not_be_looked_into_does_not_stop_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    shut = tmp_path / "folder" / "shut"
    shut.mkdir(parents=True)
    for place in (shut, shut.parent):
        (place / "a.resolution").write_bytes(MADE["a.resolution"])
    # Said by hand, not by the rights of the folder: the tests may run as root.
    real_list, real_stat = os.scandir, Path.stat

    def no_list(place: object) -> object:
        if str(place) == str(shut):
            raise PermissionError(errno.EACCES, "Permission denied", str(place))
        return real_list(place)  # type: ignore[call-overload]

    def no_stat(path: Path, **more: bool) -> os.stat_result:
        if path.parent == shut:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real_stat(path, **more)

    if fault == "listed":
        monkeypatch.setattr(os, "scandir", no_list)
    else:
        monkeypatch.setattr(Path, "stat", no_stat)
    report = add(tmp_path / "corpus", [shut.parent])
    assert len(report.added) == 1
    assert [one.reason for one in report.refused] == [
        "The folder cannot be read."
        if fault == "listed"
        else "It cannot be read: Permission denied."
    ]


def test_files_that_hold_no_texts_are_counted_and_not_listed(tmp_path: Path) -> None:
    folder = tmp_path / "given"
    (folder / ".git").mkdir(parents=True)
    others = {".git/HEAD": b"ref", "photo.JPG": b"x", "run.py": b"x", "old.doc": b"x"}
    for name, content in {**others, **MADE}.items():
        (folder / name).write_bytes(content)
    zipped(folder / "more.zip", {"a.png": b"x", "b.odt": b"x"})
    report = add(tmp_path / "corpus", [folder])
    assert len(report.added) == len(MADE)
    assert {one.name.rpartition("given")[2] for one in report.refused} == {
        "/old.doc",
        "/more.zip:b.odt",
    }
    assert report.passed_over == 4


def test_names_in_archives_lead_nowhere(tmp_path: Path) -> None:
    members = {
        "../../outside.resolution": MADE["a.resolution"],
        "/etc/x.resolution": MADE["b.resolution"],
    }
    for packed in (zipped(tmp_path / "a.zip", members), tarred(tmp_path / "a.tar.xz", members)):
        add(tmp_path / "in" / "corpus", [packed])
    assert not list(tmp_path.parent.glob("outside*"))
    assert not list(tmp_path.rglob("*outside*"))


def test_links_and_devices_in_archives_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("P: secret")
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, str(secret)
        archive.addfile(link)
        device = tarfile.TarInfo("device.txt")
        device.type = tarfile.CHRTYPE
        archive.addfile(device)
    found = list(items([tmp_path / "a.tar"]))
    assert [one.reason for one in found if isinstance(one, Refusal)] == [
        "It is a link or a device, not a file."
    ] * 2


def test_archives_that_unpack_without_end_are_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MOST_UNPACKED_BYTES", 1_000_000)
    members = {f"{n}.txt": b" " * 300_000 for n in range(9)}
    for packed in (zipped(tmp_path / "a.zip", members), tarred(tmp_path / "a.tar.xz", members)):
        *read, last = list(items([packed]))
        assert len(read) == 3
        assert isinstance(last, Refusal)
        assert "more than all published" in last.reason


def test_a_member_too_large_is_refused_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "LARGEST_BYTES", 100_000)
    members = {"big.txt": b" " * 300_000, **MADE}
    report = add(tmp_path / "corpus", [zipped(tmp_path / "a.zip", members)])
    assert len(report.added) == len(MADE)
    assert len(report.refused) == 1


def test_progress_goes_from_nought_to_one_and_cancel_keeps_what_was_added(tmp_path: Path) -> None:
    parts: list[float] = []
    packed = zipped(tmp_path / "a.zip", MADE)
    report = add(
        tmp_path / "corpus",
        [packed],
        lambda progress: parts.append(progress.part),
        lambda: len(parts) >= 2,
    )
    assert report.is_cancelled
    assert len(report.added) == 2
    assert parts == sorted(parts)
    assert 0 < parts[0] < parts[1] <= 1
    assert contents(tmp_path / "corpus").documents == 2
    assert faults(tmp_path / "corpus") == ()


# --- the reading processes ----------------------------------------------------------------------


def item(name: str) -> Item:
    return Item(name, ".resolution", "", 0, content=MADE.get(name, b""))


def crashing(one: Item) -> Prepared | Refusal | None:
    """Reads, but ends its process over one item and hangs over another."""
    if one.name == "crash":
        os._exit(9)
    if one.name == "hang":
        time.sleep(60)
    return read_item(one)


def drained(readers: Readers, names: list[str]) -> dict[str, Prepared | Refusal | None]:
    found: dict[str, Prepared | Refusal | None] = {}
    for name in names:
        while not readers.has_room:
            found.update((one.name, result) for one, result in readers.results(0.1))
        readers.submit(item(name))
    while not readers.is_idle:
        found.update((one.name, result) for one, result in readers.results(0.1))
    return found


@pytest.mark.slow
def test_a_process_that_breaks_off_or_hangs_costs_its_file_only() -> None:
    readers = Readers(2, crashing, patience_seconds=12)
    names = ["a.resolution", "crash", "b.resolution", "hang", "c.resolution", "d.resolution"]
    try:
        found = drained(readers, names)
    finally:
        readers.close()
    assert set(found) == set(names)
    refused = {name: one.reason for name, one in found.items() if isinstance(one, Refusal)}
    assert refused == {
        "crash": "The reading process broke off over it.",
        "hang": "Reading it took too long and was given up.",
    }


def holding(one: Item) -> Prepared | Refusal | None:
    """Reads, but over one item never lets another thread of its process do anything."""
    if one.name == "hang":
        ctypes.PyDLL(None).sleep(3600)
    return Refusal(one.name, str(len(one.content or b"")))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the C library is asked for sleep")
def test_a_process_that_takes_nothing_any_more_costs_its_file_only() -> None:
    readers = Readers(1, holding, patience_seconds=12)
    found: dict[str, Prepared | Refusal | None] = {}
    try:
        readers.submit(Item("hang", ".txt", "", 0, content=b""))
        for at in range(5):
            readers.submit(Item(str(at), ".txt", "", 0, content=b"x" * 3_000_000))
        while not readers.is_idle:
            found.update((one.name, result) for one, result in readers.results(0.1))
    finally:
        readers.close()
    assert found.pop("hang") == Refusal("hang", "Reading it took too long and was given up.")
    assert found == {str(at): Refusal(str(at), "3000000") for at in range(5)}


@pytest.mark.slow
def test_a_process_that_ends_with_nothing_to_read_costs_nothing() -> None:
    before = set(multiprocessing.active_children())
    readers = Readers(1, echoing)
    try:
        (process,) = set(multiprocessing.active_children()) - before
        process.kill()
        process.join()
        assert list(readers.results(30)) == []
        readers.submit(Item("a", ".txt", "", 0, content=b"x"))
        assert [result for _, result in readers.results(30)] == [Refusal("a", "x")]
    finally:
        readers.close()


def test_a_name_out_of_an_archive_stays_on_its_line(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a\nSound.\x1b[31m.xml", b"no XML")
    (refused,) = add(tmp_path / "corpus", [tmp_path / "a.zip"]).refused
    assert refused.name.endswith("a.zip:a?Sound.?[31m.xml")


def interrupted(one: Item) -> Prepared | Refusal | None:
    """Is interrupted from the keyboard while it reads."""
    signal.raise_signal(signal.SIGINT)
    return Refusal(one.name, "read")


@pytest.mark.slow
def test_a_process_leaves_interruptions_to_the_importing_one() -> None:
    readers = Readers(1, interrupted)
    try:
        readers.submit(Item("a", ".txt", "", 0, content=b""))
        assert [result for _, result in readers.results(30)] == [Refusal("a", "read")]
    finally:
        readers.close()


def never_reading(one: Item, languages: Sequence[str] = ()) -> Prepared | Refusal | None:
    """Reads without end."""
    time.sleep(3600)
    return Refusal(one.name, ", ".join(languages))


@pytest.mark.slow
def test_a_cancel_is_seen_while_all_wait_for_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = zipped(tmp_path / "a.zip", {"a.resolution": native_bytes(RIVERS)})
    monkeypatch.setattr("drafter.corpus.importing.INLINE_BYTES", 0)
    monkeypatch.setattr("drafter.corpus.importing.read_item", never_reading)
    report = add(tmp_path / "corpus", [packed], is_cancelled=lambda: True)
    assert report.is_cancelled
    assert report.added == ()


@pytest.mark.slow
def test_reading_elsewhere_gives_the_same_as_reading_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = {
        f"{n}.resolution": native_bytes(resolution(f"A/RES/70/{n}", f"P: Word{n} x, | 1. Decides."))
        for n in range(60)
    }
    packed = zipped(tmp_path / "a.zip", many)
    here = add(tmp_path / "here", [packed])
    monkeypatch.setattr("drafter.corpus.importing.INLINE_BYTES", 0)
    elsewhere = add(tmp_path / "elsewhere", [packed])
    assert sorted(here.added) == sorted(elsewhere.added)
    assert faults(tmp_path / "elsewhere") == ()


def echoing(one: Item) -> Prepared | Refusal | None:
    """Gives back as much as it was given."""
    return Refusal(one.name, str(one.content, "ascii"))


@pytest.mark.slow
def test_large_files_and_large_results_do_not_wait_for_each_other() -> None:
    readers = Readers(1, echoing)
    content = b"x" * 3_000_000
    found = 0
    try:
        for at in range(12):
            while not readers.has_room:
                found += len(list(readers.results(0.1)))
            readers.submit(Item(str(at), ".txt", "", 0, content=content))
        while not readers.is_idle:
            found += len(list(readers.results(0.1)))
    finally:
        readers.close()
    assert found == 12


def waiting(one: Item) -> Prepared | Refusal | None:
    """Reads until it is given up."""
    time.sleep(60)
    return Refusal(one.name, "")


@pytest.mark.slow
def test_only_so_much_is_given_ahead() -> None:
    few, many = Readers(1, waiting), Readers(1, waiting)
    try:
        few.submit(Item("large", ".xml", "", 0, content=b"x" * 20_000_000))
        assert not few.has_room
        given = 0
        while many.has_room:
            many.submit(Item(str(given), ".xml", "", 0, content=b"x"))
            given += 1
        assert 1 < given < 1000
    finally:
        few.close()
        many.close()


def import_slowly(folder: str, packed: str) -> None:
    """An import with many commits, in a process of its own."""
    store.COMMIT_PARAGRAPHS = 10
    add(Path(folder), [Path(packed)])


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill here")
def test_killed_at_any_moment_the_corpus_is_whole_up_to_the_last_commit(tmp_path: Path) -> None:
    many = {
        f"{n}.resolution": native_bytes(
            resolution(f"A/RES/70/{n}", f"P: Recalling word{n} of rivers, | 1. Decides on word{n}.")
        )
        for n in range(150)
    }
    packed = zipped(tmp_path / "a.zip", many)
    folder = tmp_path / "corpus"
    context = multiprocessing.get_context("spawn")
    grown: list[int] = []
    for wait_ms in range(600, 1400, 100):
        process = context.Process(target=import_slowly, args=(str(folder), str(packed)))
        process.start()
        time.sleep(wait_ms / 1000)
        process.kill()
        process.join()
        if (folder / "corpus.sqlite").exists():
            assert faults(folder) == ()
            with corpus_to_read(folder):
                assert behind(folder) == ()
            assert faults(folder) == ()
            grown.append(contents(folder).documents)
    assert grown == sorted(grown)

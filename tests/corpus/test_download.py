"""Archives fetched from servers that stall, break off, redirect and lie."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest

from drafter.core.errors import CorpusError
from drafter.core.model import Organ
from drafter.corpus import download
from drafter.corpus.download import Patience, fetch
from drafter.corpus.getting import Getting, Step, get
from drafter.corpus.open_data import addresses
from drafter.corpus.schema import FILE
from drafter.corpus.upkeep import contents, remove
from drafter.corpus.verifying import faults
from drafter.io.native import native_bytes
from tests.corpus.making import BRIDGES, RIVERS, RIVIERES
from tests.corpus.server import (
    broken_off,
    failing,
    lying,
    redirecting,
    serving,
    stalled,
    unmeasured,
    whole,
)

QUICK = Patience(seconds=0.3, attempts=4, pause_seconds=0.01)


def archive(*, names: tuple[str, ...] = ("a", "b", "c")) -> bytes:
    """A zip archive with three made resolutions, unpacked to different lengths."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as made:
        for name, one in zip(names, (RIVERS, BRIDGES, RIVIERES), strict=True):
            made.writestr(f"{name}.resolution", native_bytes(one))
        made.writestr("README.md", "not a text of the corpus")
    return packed.getvalue()


ARCHIVE = archive()


def test_an_archive_comes_whole_with_its_checksum(tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    with serving(whole(ARCHIVE)) as server:
        found = fetch(f"{server.url}/a.zip", tmp_path / "a.zip", lambda *how: told.append(how))
    assert found is not None
    assert found.path.read_bytes() == ARCHIVE
    assert found.sha256 == sha256(ARCHIVE).hexdigest()
    assert told[-1] == (len(ARCHIVE), len(ARCHIVE))
    assert [one.name for one in tmp_path.iterdir()] == ["a.zip"]


def test_what_broke_off_is_gone_on_with(tmp_path: Path) -> None:
    with serving(broken_off(ARCHIVE, 700), whole(ARCHIVE)) as server:
        found = fetch(f"{server.url}/a.zip", tmp_path / "a.zip", patience=QUICK)
        assert server.asked[1]["Range"] == "bytes=700-"
    assert found is not None
    assert found.path.read_bytes() == ARCHIVE


def test_without_a_mark_of_the_version_it_begins_anew(tmp_path: Path) -> None:
    with serving(broken_off(ARCHIVE, 700, tag=""), whole(ARCHIVE)) as server:
        found = fetch(f"{server.url}/a.zip", tmp_path / "a.zip", patience=QUICK)
        assert "Range" not in server.asked[1]
    assert found is not None
    assert found.path.read_bytes() == ARCHIVE


def test_another_version_meanwhile_begins_anew(tmp_path: Path) -> None:
    newer = archive(names=("x", "y", "z"))
    with serving(broken_off(ARCHIVE, 700), whole(newer, tag='"2"')) as server:
        found = fetch(f"{server.url}/a.zip", tmp_path / "a.zip", patience=QUICK)
    assert found is not None
    assert found.path.read_bytes() == newer


def test_another_version_without_room_is_never_mixed_with_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = archive(names=("x", "y", "z"))
    once = replace(QUICK, attempts=1)
    target = tmp_path / "a.zip"
    with serving(broken_off(ARCHIVE, 700), *[whole(newer, tag='"2"')] * 2) as server:
        with pytest.raises(CorpusError, match="broke off"):
            fetch(f"{server.url}/a.zip", target, patience=once)
        with monkeypatch.context() as full:
            full.setattr(download, "disk_usage", lambda _: SimpleNamespace(free=0))
            with pytest.raises(CorpusError, match="Make room"):
                fetch(f"{server.url}/a.zip", target, patience=once)
        found = fetch(f"{server.url}/a.zip", target, patience=once)
    assert found is not None
    assert found.path.read_bytes() == newer


def test_what_is_noted_of_the_part_may_be_damaged(tmp_path: Path) -> None:
    (tmp_path / "a.zip.part").write_bytes(ARCHIVE[:700])
    (tmp_path / "a.zip.part.json").write_text("[]")
    with serving(whole(ARCHIVE)) as server:
        found = fetch(f"{server.url}/a.zip", tmp_path / "a.zip", patience=QUICK)
    assert found is not None
    assert found.path.read_bytes() == ARCHIVE


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.zip").mkdir()
    with serving(whole(ARCHIVE)) as server, pytest.raises(CorpusError, match="cannot be written"):
        fetch(f"{server.url}/a.zip", tmp_path / "a.zip", patience=QUICK)


def test_a_part_that_the_server_no_longer_has_is_dropped(tmp_path: Path) -> None:
    with serving(broken_off(ARCHIVE, 700), failing(416), whole(ARCHIVE)) as server:
        found = fetch(f"{server.url}/a.zip", tmp_path / "a.zip", patience=QUICK)
        assert "Range" not in server.asked[2]
    assert found is not None


def test_a_stall_is_waited_for_no_longer_than_told(tmp_path: Path) -> None:
    with serving(stalled(ARCHIVE, 700, 1.5), whole(ARCHIVE)) as server:
        found = fetch(f"{server.url}/a.zip", tmp_path / "a.zip", patience=QUICK)
        assert server.asked[1]["Range"] == "bytes=700-"
    assert found is not None
    assert found.path.read_bytes() == ARCHIVE


def test_always_breaking_off_is_said_in_the_end_and_kept(tmp_path: Path) -> None:
    with (
        serving(*[broken_off(ARCHIVE, 700)] * 9) as server,
        pytest.raises(CorpusError, match=r"broke off 4 times.*try again"),
    ):
        fetch(f"{server.url}/a.zip", tmp_path / "a.zip", patience=QUICK)
    assert not (tmp_path / "a.zip").exists()
    with serving(whole(ARCHIVE)) as server:  # another address: what was kept is not of it
        found = fetch(f"{server.url}/a.zip", tmp_path / "a.zip", patience=QUICK)
    assert found is not None
    assert found.path.read_bytes() == ARCHIVE


def test_a_length_too_long_is_a_break_and_one_too_short_no_archive(tmp_path: Path) -> None:
    with (
        serving(lying(ARCHIVE, len(ARCHIVE) + 50)) as server,
        pytest.raises(CorpusError, match="broke off"),
    ):
        fetch(f"{server.url}/a.zip", tmp_path / "a.zip", patience=QUICK)
    with (
        serving(lying(ARCHIVE, len(ARCHIVE) - 50)) as server,
        pytest.raises(CorpusError, match="no whole archive"),
    ):
        fetch(f"{server.url}/b.zip", tmp_path / "b.zip", patience=QUICK)
    assert not (tmp_path / "b.zip.part").exists()


def test_a_length_beyond_all_bounds_is_not_fetched(tmp_path: Path) -> None:
    with (
        serving(lying(ARCHIVE, 10**15)) as server,
        pytest.raises(CorpusError, match="larger than all published"),
    ):
        fetch(f"{server.url}/a.zip", tmp_path / "a.zip", patience=QUICK)


def test_without_a_length_it_comes_all_the_same(tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    with serving(unmeasured(ARCHIVE)) as server:
        found = fetch(f"{server.url}/a.zip", tmp_path / "a.zip", lambda *how: told.append(how))
    assert found is not None
    assert found.path.read_bytes() == ARCHIVE
    assert {total for _, total in told} == {None}


def test_redirects_are_followed_but_not_out_of_the_web(tmp_path: Path) -> None:
    with serving(whole(ARCHIVE)) as server, serving(redirecting(f"{server.url}/x")) as first:
        found = fetch(f"{first.url}/a.zip", tmp_path / "a.zip", patience=QUICK)
        assert found is not None
    for elsewhere in ("file:///etc/passwd", "ftp://localhost/x"):
        with serving(redirecting(elsewhere)) as first, pytest.raises(CorpusError):
            fetch(f"{first.url}/a.zip", tmp_path / "b.zip", patience=QUICK)
    with serving(redirecting("/a.zip")) as first, pytest.raises(CorpusError, match="refused"):
        fetch(f"{first.url}/a.zip", tmp_path / "b.zip", patience=QUICK)


@pytest.mark.parametrize("status", [403, 404, 410])
def test_a_refusal_is_said_at_once(tmp_path: Path, status: int) -> None:
    with serving(failing(status)) as server:
        with pytest.raises(CorpusError, match=f"refused: {status}"):
            fetch(f"{server.url}/a.zip", tmp_path / "a.zip", patience=QUICK)
        assert len(server.asked) == 1


def test_a_busy_server_is_asked_again(tmp_path: Path) -> None:
    with serving(failing(503), failing(429), whole(ARCHIVE)) as server:
        assert fetch(f"{server.url}/a.zip", tmp_path / "a.zip", patience=QUICK)


def test_offline_is_said_without_asking_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(whole(ARCHIVE)) as server:
        url = server.url
    pauses: list[float] = []
    monkeypatch.setattr("drafter.corpus.download.time.sleep", pauses.append)
    with pytest.raises(CorpusError, match=r"There is no connection to 127\.0\.0\.1"):
        fetch(f"{url}/a.zip", tmp_path / "a.zip")
    with pytest.raises(CorpusError, match=r"There is no connection to nowhere\.invalid"):
        fetch("https://nowhere.invalid/a.zip", tmp_path / "a.zip")
    assert pauses == []


def test_proxies_of_the_system_are_honoured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(whole(ARCHIVE)) as server:
        monkeypatch.setenv("http_proxy", server.url)
        monkeypatch.delenv("no_proxy", raising=False)
        assert fetch("http://archives.invalid/a.zip", tmp_path / "a.zip", patience=QUICK)
        assert server.asked[0]["Host"] == "archives.invalid"


def test_cancelling_keeps_the_part_for_another_time(tmp_path: Path) -> None:
    big = archive() + b"x" * 300_000
    with serving(whole(big)) as server:
        told: list[int] = []
        found = fetch(
            f"{server.url}/a.zip",
            tmp_path / "a.zip",
            lambda done, _: told.append(done),
            lambda: len(told) > 2,
        )
    assert found is None
    assert (tmp_path / "a.zip.part").stat().st_size > 0


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://x/y.zip", "not an address", "http://"]
)
def test_only_addresses_of_the_web_are_asked(tmp_path: Path, url: str) -> None:
    with pytest.raises(CorpusError, match="not an address"):
        fetch(url, tmp_path / "a.zip")


# --- adding what was fetched --------------------------------------------------------------------


def test_getting_adds_the_languages_chosen(tmp_path: Path) -> None:
    steps: list[Getting] = []
    with serving(whole(ARCHIVE)) as server:
        (got,) = get(
            tmp_path, addresses((), f"{server.url}/set.zip"), ["en"], steps.append, patience=QUICK
        )
    assert got.report is not None
    assert [symbol for symbol, _ in got.report.added] == ["A/RES/70/901", "S/RES/2901 (2017)"]
    assert [one.reason for one in got.report.refused] == [
        "It is not a kind of text that can be read."
    ]
    assert {one.step for one in steps} == {Step.FETCHING, Step.ADDING}
    assert contents(tmp_path).documents == 2
    assert faults(tmp_path) == ()
    assert not list((tmp_path / "downloads").iterdir())


def test_a_damaged_corpus_is_told_of_before_anything_is_fetched(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database" * 1000)
    with serving(whole(ARCHIVE)) as server:
        with pytest.raises(CorpusError, match="damaged"):
            get(tmp_path, addresses((), f"{server.url}/set.zip"), patience=QUICK)
        assert not server.asked


def test_the_same_archive_again_is_not_read_again(tmp_path: Path) -> None:
    with serving(whole(ARCHIVE)) as server:
        found = addresses((), f"{server.url}/set.zip")
        get(tmp_path, found, ["en"], patience=QUICK)
        (again,) = get(tmp_path, found, ["en"], patience=QUICK)
        (more,) = get(tmp_path, found, ["en", "fr"], patience=QUICK)
    assert again.report is None
    assert more.report is not None
    assert more.report.added == (("A/RES/70/901", "fr"),)


def test_what_was_removed_comes_back_with_the_archive_it_came_in(tmp_path: Path) -> None:
    with serving(whole(ARCHIVE)) as server:
        found = addresses((), f"{server.url}/set.zip")
        get(tmp_path, found, ["en"], patience=QUICK)
        remove(tmp_path, ["A/RES/70/901"])
        (again,) = get(tmp_path, found, ["en"], patience=QUICK)
    assert again.report is not None
    assert again.report.added == (("A/RES/70/901", "en"),)


def test_the_addresses_are_those_of_the_published_archives() -> None:
    assert addresses((Organ.GA, Organ.SC)) == {
        "GAresolutions.zip": "https://github.com/UNxml/GAresolutions/archive/HEAD.zip",
        "SCresolutions.zip": "https://github.com/UNxml/SCresolutions/archive/HEAD.zip",
    }

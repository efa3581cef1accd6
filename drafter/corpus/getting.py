"""Fetches the United Nations' own open data (`open_data`) and adds it to a corpus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from drafter.corpus.download import Download, Patience, fetch
from drafter.corpus.importing import Progress, Report, add
from drafter.corpus.open_data import FOLDER
from drafter.corpus.schema import (
    FILE,
    connect_to_read,
    connect_to_write,
    create,
    known_errors,
    writing_lock,
)
from drafter.corpus.upkeep import REMOVED


class Step(StrEnum):
    """What is being done."""

    FETCHING = "fetching"
    ADDING = "adding"


@dataclass(frozen=True, slots=True)
class Getting:
    """How far it has come with the archive `name`.

    While fetching `done` and `total` are bytes (None when the server does not tell); while adding
    `progress` says more.
    """

    name: str
    step: Step
    done: int = 0
    total: int | None = None
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Got:
    """What became of one archive; `report` is None when it had been added before as it is."""

    name: str
    download: Download
    report: Report | None


def get(
    folder: Path,
    archives: dict[str, str],
    languages: Sequence[str] = (),
    tell: Callable[[Getting], None] = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
    patience: Patience = Patience(),  # noqa: B008 - frozen
) -> tuple[Got, ...]:
    """Fetches archives and adds what they hold in the languages chosen (none chosen: all).

    Raises:
        CorpusError: one cannot be fetched or added; those before it are in the corpus.
    """
    if not (folder / FILE).exists():
        create(folder)
    connect_to_read(folder).close()  # a damaged one is told of before anything is fetched
    with known_errors(folder):
        (folder / FOLDER).mkdir(exist_ok=True)
    got: list[Got] = []
    for name, url in archives.items():
        one = _get_one(folder, name, url, languages, tell, is_cancelled, patience)
        if one is None:
            break
        got.append(one)
    return tuple(got)


def _get_one(
    folder: Path,
    name: str,
    url: str,
    languages: Sequence[str],
    tell: Callable[[Getting], None],
    is_cancelled: Callable[[], bool],
    patience: Patience,
) -> Got | None:
    target = folder / FOLDER / name
    download = fetch(
        url,
        target,
        lambda done, total: tell(Getting(name, Step.FETCHING, done, total)),
        is_cancelled,
        patience,
    )
    if download is None:
        return None
    asked = " ".join(sorted(languages))
    if _is_known(folder, download, asked):
        report = None
    else:
        report = add(
            folder,
            [target],
            lambda progress: tell(Getting(name, Step.ADDING, progress=progress)),
            is_cancelled,
            languages=languages,
        )
        if report.is_cancelled:
            return None
        _note(folder, download, asked)
    target.unlink(missing_ok=True)
    return Got(name, download, report)


def _is_known(folder: Path, download: Download, languages: str) -> bool:
    """Whether it was added as it is, and nothing was removed since."""
    with closing(connect_to_read(folder)) as connection, known_errors(folder):
        row = connection.execute(
            "SELECT 1 FROM downloads WHERE sha256 = ? AND languages = ?"
            " AND added > coalesce((SELECT value FROM meta WHERE name = ?), '')",
            (download.sha256, languages, REMOVED),
        ).fetchone()
    return row is not None


def _note(folder: Path, download: Download, languages: str) -> None:
    with (
        writing_lock(folder),
        closing(connect_to_write(folder)) as connection,
        known_errors(folder),
    ):
        connection.execute(
            "INSERT OR REPLACE INTO downloads VALUES (?, ?, ?, ?, ?)",
            (
                download.sha256,
                languages,
                download.url,
                download.size,
                datetime.now(UTC).isoformat(timespec="seconds"),
            ),
        )

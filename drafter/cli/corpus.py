"""`drafter corpus`: what looks after the collection of precedents.

The keys of the JSON are a public contract: they are only ever added to.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from drafter.cli.output import FINDINGS, FINE, UNREADABLE, show
from drafter.cli.words import WIDTH, count
from drafter.corpus.getting import Getting, get
from drafter.corpus.importing import Progress, Report, add
from drafter.corpus.open_data import SOURCE, TERMS, addresses
from drafter.corpus.schema import FILE
from drafter.corpus.starter import corpus_to_read, make_starter, user_corpus
from drafter.corpus.upkeep import Contents, compact, contents, rebuild, remove
from drafter.corpus.verifying import behind, faults

_TELL_SECONDS = 0.2


def run(options: argparse.Namespace) -> int:
    """Does what is asked of the collection."""
    return _ACTIONS[options.action](options)


def _add(options: argparse.Namespace) -> int:
    folder = _folder_to_write(options)
    with _Teller(is_asked=options.progress) as teller:
        report = add(folder, options.paths, teller.adding, languages=options.lang)
    show(options, report_json(report), report_lines(report))
    took = report.added or report.replaced or report.same or report.older
    return UNREADABLE if report.refused and not took else FINE


def _get(options: argparse.Namespace) -> int:
    folder = _folder_to_write(options)
    sys.stderr.write(textwrap.fill(TERMS, WIDTH) + "\n")
    archives = addresses(options.organs, options.source or SOURCE)
    with _Teller(is_asked=options.progress) as teller:
        got = get(folder, archives, options.lang, teller.getting)
    shown = [
        {
            "name": one.name,
            "url": one.download.url,
            "bytes": one.download.size,
            "sha256": one.download.sha256,
            "report": one.report and report_json(one.report),
        }
        for one in got
    ]
    lines = [
        f"{one.name}: {one.download.size:,} bytes, SHA-256 {one.download.sha256}" for one in got
    ]
    for one in got:
        lines.extend(report_lines(one.report) if one.report else ["Had been added before."])
    show(options, {"format": "drafter.download", "version": 1, "archives": shown}, lines)
    return FINE


def _info(options: argparse.Namespace) -> int:
    with corpus_to_read(options.corpus) as folder:
        found = contents(folder)
        show(options, info_json(folder, found), info_lines(folder, found))
    return FINE


def _verify(options: argparse.Namespace) -> int:
    folder = options.corpus or user_corpus()
    found, codes = faults(folder), behind(folder)
    shown = {
        "format": "drafter.verification",
        "version": 1,
        "faults": list(found),
        "behind": list(codes),
    }
    lines = [*found, "Damage was found; see drafter corpus rebuild."] if found else ["Sound."]
    lines.extend(f"The index for {code} is behind; the next search makes it up." for code in codes)
    show(options, shown, lines)
    return FINDINGS if found else FINE


def _rebuild(options: argparse.Namespace) -> int:
    count = rebuild(options.corpus or user_corpus())
    shown = {"format": "drafter.rebuilding", "version": 1, "documents": count}
    show(options, shown, [f"Made again from {count:,} documents."])
    return FINE


def _compact(options: argparse.Namespace) -> int:
    saved = compact(options.corpus or user_corpus())
    shown = {"format": "drafter.compacting", "version": 1, "bytes_saved": saved}
    show(options, shown, [f"{saved:,} bytes given back."])
    return FINE


def _remove(options: argparse.Namespace) -> int:
    removal = remove(options.corpus or user_corpus(), options.symbols)
    shown = {
        "format": "drafter.removal",
        "version": 1,
        "removed": [{"symbol": one, "language": code} for one, code in removal.removed],
        "unknown": list(removal.unknown),
    }
    lines = [f"Removed {one} ({code})" for one, code in removal.removed]
    lines.extend(f"Nothing has the symbol or number {one}." for one in removal.unknown)
    show(options, shown, lines)
    return FINDINGS if removal.unknown else FINE


def _folder_to_write(options: argparse.Namespace) -> Path:
    """The corpus that is added to; the user's begins with the starter corpus."""
    if options.corpus is not None:
        return options.corpus
    folder = user_corpus()
    if not (folder / FILE).exists():
        make_starter(folder)
    return folder


def report_json(report: Report) -> dict[str, Any]:
    """What became of an import, as JSON."""

    def named(documents: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
        return [{"symbol": symbol, "language": code} for symbol, code in documents]

    return {
        "format": "drafter.import",
        "version": 1,
        "added": named(report.added),
        "replaced": named(report.replaced),
        "same": named(report.same),
        "older": named(report.older),
        "refused": [{"name": one.name, "reason": one.reason} for one in report.refused],
        "passed_over": report.passed_over,
        "paragraphs": report.paragraphs,
        "cancelled": report.is_cancelled,
    }


def report_lines(report: Report) -> list[str]:
    """What became of an import, for people."""
    added, replaced = len(report.added), len(report.replaced)
    paragraphs = count(report.paragraphs, "paragraph")
    lines = [f"Added {added:,}, replaced {replaced:,}: {paragraphs}."]
    skipped = len(report.same) + len(report.older)
    if skipped:
        lines.append(
            f"Skipped {skipped:,}: {len(report.same):,} that are there already, "
            f"{len(report.older):,} of which a newer copy is there."
        )
    lines.extend(f"Not taken: {one.name}: {one.reason}" for one in report.refused)
    if report.passed_over:
        lines.append(f"Passed over, being no texts: {count(report.passed_over, 'other file')}.")
    if report.is_cancelled:
        lines.append("Stopped; what is listed is kept.")
    return lines


def info_json(folder: Path, found: Contents) -> dict[str, Any]:
    """What a corpus holds, as JSON."""
    return {
        "format": "drafter.corpus",
        "version": 1,
        "folder": str(folder),
        "documents": found.documents,
        "paragraphs": found.paragraphs,
        "wordings": found.wordings,
        "families": found.families,
        "citations": found.citations,
        "database_bytes": found.database_bytes,
        "index_bytes": found.index_bytes,
        "index_complete": found.is_level,
        "holdings": [
            {
                "language": one.language,
                "organ": one.organ,
                "kind": one.kind,
                "documents": one.documents,
                "paragraphs": one.paragraphs,
                "first_year": one.first_year,
                "last_year": one.last_year,
            }
            for one in found.holdings
        ],
    }


def info_lines(folder: Path, found: Contents) -> list[str]:
    """What a corpus holds, for people."""
    counts = (
        f"{found.documents:,} documents, {found.paragraphs:,} paragraphs, "
        f"{found.wordings:,} wordings in {found.families:,} families"
    )
    lines = [
        str(folder),
        counts,
        f"{found.database_bytes / 1e6:.1f} MB, indexes {found.index_bytes / 1e6:.1f} MB"
        + ("" if found.is_level else " (not all of the corpus is in them)"),
    ]
    for one in found.holdings:
        years = f"{one.first_year or '?'}–{one.last_year or '?'}"
        lines.append(
            f"  {one.language}  {one.organ:<6} {one.kind:<9} {one.documents:>7,} documents "
            f"{one.paragraphs:>9,} paragraphs  {years}"
        )
    return lines


class _Teller:
    """Progress on standard error: on a terminal in one line, elsewhere only when asked for."""

    def __init__(self, *, is_asked: bool) -> None:
        self._is_terminal = sys.stderr.isatty()
        self._is_on = self._is_terminal or is_asked
        self._told = 0.0
        self._last = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._last and self._is_terminal:
            sys.stderr.write("\n")

    def adding(self, progress: Progress) -> None:
        """Says how far an import is."""
        self._tell(
            f"{100 * progress.part:3.0f} % · {progress.taken:,} documents, "
            f"{progress.paragraphs:,} paragraphs"
        )

    def getting(self, getting: Getting) -> None:
        """Says how far a download is."""
        if getting.progress is not None:
            self.adding(getting.progress)
            return
        total = f" of {getting.total / 1e6:.1f}" if getting.total else ""
        self._tell(f"{getting.name}: {getting.done / 1e6:.1f}{total} MB")

    def _tell(self, words: str) -> None:
        now = time.monotonic()
        if not self._is_on or now - self._told < _TELL_SECONDS:
            return
        self._told = now
        if self._is_terminal:
            sys.stderr.write(f"\r{words:<{len(self._last)}}")
        else:
            sys.stderr.write(f"{words}\n")
        sys.stderr.flush()
        self._last = words


_ACTIONS: Mapping[str, Callable[[argparse.Namespace], int]] = MappingProxyType(
    {
        "add": _add,
        "get": _get,
        "info": _info,
        "verify": _verify,
        "rebuild": _rebuild,
        "compact": _compact,
        "remove": _remove,
    }
)

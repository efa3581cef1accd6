"""What the commands for precedents do: each is given its options and gives the exit status."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from drafter.cli_precedents_output import (
    WIDTH,
    entry_json,
    entry_lines,
    info_json,
    info_lines,
    other_lines,
    others_json,
    report_json,
    report_lines,
    suggestion_lines,
    suggestions_json,
)
from drafter.core.model import Organ, Part
from drafter.core.symbols import is_symbol
from drafter.core.telling import tell_language
from drafter.corpus.asking import NOTHING, Answer, Filters, Query
from drafter.corpus.finding import Finder
from drafter.corpus.getting import Getting, get
from drafter.corpus.importing import Progress, add
from drafter.corpus.names import references
from drafter.corpus.open_data import SOURCE, TERMS, addresses
from drafter.corpus.reading import Counterpart, counterpart
from drafter.corpus.register import Entry, look_up_all
from drafter.corpus.schema import FILE, connect_to_read
from drafter.corpus.search import Searcher
from drafter.corpus.starter import corpus_to_read, make_starter, user_corpus
from drafter.corpus.upkeep import compact, contents, rebuild, remove
from drafter.corpus.verifying import behind, faults

FINE, FINDINGS, USAGE, UNREADABLE = range(4)
STANDARD = "-"
_CONTROLS = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)])
"""Characters that could command a terminal; printed text is without them."""
_TELL_SECONDS = 0.2
_FOUND_BY_WORDS = 5


def _add(options: argparse.Namespace) -> int:
    folder = _folder_to_write(options)
    with _Teller(is_asked=options.progress) as teller:
        report = add(folder, options.paths, teller.adding, languages=options.lang)
    _show(options, report_json(report), report_lines(report))
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
    _show(options, {"format": "drafter.download", "version": 1, "archives": shown}, lines)
    return FINE


def _info(options: argparse.Namespace) -> int:
    with corpus_to_read(options.corpus) as folder:
        found = contents(folder)
        _show(options, info_json(folder, found), info_lines(folder, found))
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
    _show(options, shown, lines)
    return FINDINGS if found else FINE


def _rebuild(options: argparse.Namespace) -> int:
    count = rebuild(options.corpus or user_corpus())
    shown = {"format": "drafter.rebuilding", "version": 1, "documents": count}
    _show(options, shown, [f"Made again from {count:,} documents."])
    return FINE


def _compact(options: argparse.Namespace) -> int:
    saved = compact(options.corpus or user_corpus())
    shown = {"format": "drafter.compacting", "version": 1, "bytes_saved": saved}
    _show(options, shown, [f"{saved:,} bytes given back."])
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
    _show(options, shown, lines)
    return FINDINGS if removal.unknown else FINE


def _folder_to_write(options: argparse.Namespace) -> Path:
    """The corpus that is added to; the user's begins with the starter corpus."""
    if options.corpus is not None:
        return options.corpus
    folder = user_corpus()
    if not (folder / FILE).exists():
        make_starter(folder)
    return folder


def _suggest(options: argparse.Namespace) -> int:
    with corpus_to_read(options.corpus) as folder, Searcher(folder) as searcher:
        if options.text != STANDARD:
            shown, answer, others = _asked(searcher, options, options.text)
            _show(options, shown, suggestion_lines(answer, others))
            return FINE
        for line in sys.stdin or ():  # none where the caller closed it
            shown, _, _ = _asked(searcher, options, line.rstrip("\r\n"))
            sys.stdout.write(json.dumps(shown, ensure_ascii=False) + "\n")
            sys.stdout.flush()
    return FINE


def _asked(
    searcher: Searcher, options: argparse.Namespace, text: str
) -> tuple[dict[str, Any], Answer, Sequence[Counterpart | None]]:
    filters = Filters(
        part=Part(options.part) if options.part else None,
        organ=Organ(options.organ) if options.organ else None,
        first_year=options.since,
        last_year=options.until,
        agreed_only=options.agreed,
    )
    language = options.lang or _language_of(text, searcher.languages())
    started = time.perf_counter()
    answer = searcher.suggest(Query(text, language, options.limit, filters)) or NOTHING
    elapsed_ms = 1000 * (time.perf_counter() - started)
    others = [
        counterpart(searcher.connection, one.use, options.also) if options.also else None
        for one in answer.precedents
    ]
    return suggestions_json(answer, elapsed_ms, others), answer, others


def _language_of(text: str, known: Sequence[str]) -> str:
    """The language a text is in, if the corpus has it; else the corpus's own, or English."""
    told = tell_language(text)
    if told in known:
        return told
    return "en" if "en" in known or not known else known[0]


def _cite(options: argparse.Namespace) -> int:
    asked = options.number
    with corpus_to_read(options.corpus) as folder:
        entries = _resolutions(folder, asked)
    others = [] if references(asked) else others_json(asked, options.lang)
    shown = {
        "format": "drafter.citation",
        "version": 1,
        "asked": asked,
        "resolutions": [entry_json(entry, options.lang) for entry in entries],
        "others": others,
    }
    if entries and references(asked):
        shown = {**shown, **entry_json(entries[0], options.lang)}
    lines = [line for one in others for line in other_lines(one)]
    lines.extend(line for entry in entries for line in entry_lines(entry, options.lang))
    _show(options, shown, lines or [f"The register does not know {asked}."])
    return FINE if lines else FINDINGS


def _resolutions(folder: Path, asked: str) -> tuple[Entry, ...]:
    """Those with a number or symbol, or else with the words in their titles."""
    if references(asked):
        with closing(connect_to_read(folder)) as connection:
            return look_up_all(connection, asked)
    if is_symbol(asked):
        return ()
    with closing(Finder(folder)) as finder:
        return finder.find(asked, Organ.OTHER, _FOUND_BY_WORDS)


def _show(options: argparse.Namespace, value: dict[str, Any], lines: Iterable[str]) -> None:
    if options.json:
        sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.writelines(f"{line.translate(_CONTROLS)}\n" for line in lines)


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


RUN: Mapping[str, Callable[[argparse.Namespace], int]] = MappingProxyType(
    {
        "add": _add,
        "get": _get,
        "info": _info,
        "verify": _verify,
        "rebuild": _rebuild,
        "compact": _compact,
        "remove": _remove,
        "suggest": _suggest,
        "cite": _cite,
    }
)

"""The precedent search measured: speed, memory, import, and other ways to do the same.

    python -m tests.benchmarks.precedents import real            all official texts (DRAFTER_SHARED)
    python -m tests.benchmarks.precedents import made 600000     a made-up corpus, see made_up.py
    python -m tests.benchmarks.precedents speed real             times, cold start, memory
    python -m tests.benchmarks.precedents against real           the same ranking over everything,
                                                                 process.extract, FTS5, and
                                                                 translate-toolkit if installed
    python -m tests.benchmarks.precedents readers                ten readers during an import
    python -m tests.benchmarks.precedents kills 100              kills during an import

Everything lies below --work (default: ./benchmarks).
"""

from __future__ import annotations

import argparse
import importlib
import multiprocessing
import multiprocessing.connection
import multiprocessing.synchronize
import os
import random
import resource
import shutil
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from rapidfuzz import fuzz, process

from drafter.core.errors import CorpusError
from drafter.corpus import store
from drafter.corpus.asking import Query
from drafter.corpus.importing import Progress, add, add_prepared
from drafter.corpus.prepare import Prepared
from drafter.corpus.readers import Readers, reading_processes
from drafter.corpus.search import Searcher
from drafter.corpus.starter import corpus_to_read
from drafter.corpus.tokens import folded_words, terms
from drafter.corpus.upkeep import contents
from drafter.corpus.verifying import behind, faults
from tests.benchmarks import made_up
from tests.benchmarks.recall import SHARED, WAYS, Asker, Case

QUERIES = 400
TOOLKIT_PARAGRAPHS = 20_000
CORES = os.cpu_count() or 1


def main() -> None:
    """Runs one measurement."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("import", "speed", "against", "readers", "kills"))
    parser.add_argument("which", nargs="?", default="real")
    parser.add_argument("count", nargs="?", type=int, default=600_000)
    parser.add_argument("--lang", default="en")
    parser.add_argument("--queries", type=int, default=60, help="for `against`")
    parser.add_argument("--work", type=Path, default=Path("benchmarks"))
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    name = options.which if options.which == "real" else f"made-{options.count}"
    folder = options.work / name
    if options.what == "import":
        measure_import(folder, options.which, options.count)
    elif options.what == "speed":
        measure_speed(folder, options.lang)
    elif options.what == "against":
        measure_against(folder, options.lang, options.work, options.queries)
    elif options.what == "readers":
        measure_readers(options.work / "readers")
    else:
        measure_kills(options.work / "kills", int(options.which))


# --- import -------------------------------------------------------------------------------------


def measure_import(folder: Path, which: str, count: int) -> None:
    """Paragraphs a second of both cores, file sizes, memory."""
    shutil.rmtree(folder, ignore_errors=True)
    started = time.perf_counter()
    if which == "real":
        report = add(folder, [SHARED / "corpus" / "akn"], _Teller())
    else:
        report = add_prepared(folder, made_documents(made_up.document_count(count)))
    seconds = time.perf_counter() - started
    writing, reading = cpu_seconds(resource.RUSAGE_SELF), cpu_seconds(resource.RUSAGE_CHILDREN)
    found = contents(folder)
    memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"\n{report.paragraphs:,} paragraphs of {len(report.added):,} documents, {seconds:.0f} s: "
        f"{report.paragraphs / seconds:,.0f} a second; {len(report.replaced)} replaced, "
        f"{len(report.same)} the same, {len(report.older)} older, {len(report.refused)} refused"
    )
    print(
        f"processor time: writing {writing:.0f} s, reading {reading:.0f} s: with nothing else on "
        f"{CORES} cores {CORES * report.paragraphs / (writing + reading):,.0f} a second at most; "
        f"load {os.getloadavg()[0]:.1f}"
    )
    print(
        f"{found.wordings:,} wordings in {found.families:,} families; file "
        f"{found.database_bytes / 1e6:.0f} MB, indexes {found.index_bytes / 1e6:.0f} MB; the "
        f"writing process at most {memory_mb:.0f} MB"
    )
    for one in report.refused[:20]:
        print("  refused:", one.name, one.reason)


def cpu_seconds(who: int) -> float:
    """Processor time of this process, or of those it started that have ended."""
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def made_documents(count: int) -> Iterator[Prepared]:
    """The first documents of the made-up corpus, prepared in reading processes."""
    readers = Readers(reading_processes(), made_up.made)
    try:
        for number in range(count):
            while not readers.has_room:
                yield from (got for _, got in readers.results(1) if isinstance(got, Prepared))
            readers.submit(made_up.item(number))
        while not readers.is_idle:
            yield from (got for _, got in readers.results(1) if isinstance(got, Prepared))
    finally:
        readers.close()


class _Teller:
    """Says how far an import is: always on a terminal, now and then in a file."""

    def __init__(self) -> None:
        self._due = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if now < self._due:
            return
        is_terminal = sys.stderr.isatty()
        self._due = now + (0.2 if is_terminal else 60.0)
        said = f"{100 * progress.part:5.1f} % {progress.paragraphs:,}"
        sys.stderr.write(f"\r{said} " if is_terminal else f"{said}\n")
        sys.stderr.flush()


# --- speed --------------------------------------------------------------------------------------


def measure_speed(folder: Path, code: str) -> None:
    """Whole suggestions: p50, p95, p99 by way of asking; the first cold one; memory."""
    asked = queries(folder, code, QUERIES)
    print(f"{folder.name}, {code}:")
    context = multiprocessing.get_context("spawn")
    for is_cold in (True, False):
        ours, theirs = context.Pipe()
        child = context.Process(target=_ask_all, args=(folder, code, asked, is_cold, theirs))
        child.start()
        theirs.close()
        print(ours.recv())
        child.join()


def queries(folder: Path, code: str, count: int) -> list[tuple[str, str]]:
    """Ways of asking and what is typed, cut from paragraphs of the corpus drawn at random."""
    draw = random.Random(45)
    asked: list[tuple[str, str]] = []
    with Searcher(folder) as searcher:
        (largest,) = searcher.connection.execute("SELECT max(id) FROM wordings").fetchone()
        while len(asked) < count:
            row = searcher.connection.execute(
                "SELECT text FROM wordings WHERE id >= ? AND language = ? AND uses > 0"
                " AND length(words) > 60 LIMIT 1",
                (draw.randrange(largest), code),
            ).fetchone()
            for name, way in WAYS.items():
                typed = way(str(row[0]), draw) if row else None
                if typed:
                    asked.append((name, typed))
    return asked[:count]


def _ask_all(
    folder: Path,
    code: str,
    asked: Sequence[tuple[str, str]],
    is_cold: bool,
    pipe: multiprocessing.connection.Connection,
) -> None:
    before = memory()
    (forget_cached if is_cold else read_through)(folder)
    with Searcher(folder) as searcher:
        times: list[float] = []
        alone: list[float] = []
        answer = None
        for _, typed in asked[:1] if is_cold else asked:
            started, used = time.perf_counter(), time.process_time()
            answer = searcher.suggest(Query(typed, code))
            times.append(1000 * (time.perf_counter() - started))
            alone.append(1000 * (time.process_time() - used))
        after = memory()
    if is_cold:
        pipe.send(f"  the first, with nothing in the memory of the system: {times[0]:.0f} ms")
        return
    paragraphs = answer.paragraphs if answer else 0
    lines = [
        f"  {paragraphs:,} paragraphs, {len(times)} queries, load {os.getloadavg()[0]:.1f}",
        f"  all        {spread(times)}",
        f"  processor  {spread(alone)}",
    ]
    by_way: dict[str, list[float]] = {name: [] for name in WAYS}
    for one, (way, _) in zip(times, asked, strict=True):
        by_way[way].append(one)
    lines.extend(f"  {name:<12}{spread(row)}" for name, row in by_way.items() if row)
    lines.append(
        f"  memory: {after[0] - before[0]:.0f} MB of its own more than before it was opened, and "
        f"{after[1] - before[1]:.0f} MB of the files"
    )
    pipe.send("\n".join(lines))


def spread(times: Sequence[float]) -> str:
    """p50, p95, p99 and the longest."""
    row = sorted(times)
    at = [row[min(len(row) - 1, int(share * len(row)))] for share in (0.5, 0.95, 0.99)]
    return "p50 {:.1f}  p95 {:.1f}  p99 {:.1f}  most {:.1f} ms".format(*at, row[-1])


def memory() -> tuple[float, float]:
    """Megabytes of this process: its own, and those of files it has mapped (Linux)."""
    found = {"RssAnon": 0.0, "RssFile": 0.0}
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        name, _, rest = line.partition(":")
        if name in found:
            found[name] = int(rest.split()[0]) / 1024
    return found["RssAnon"], found["RssFile"]


def forget_cached(folder: Path) -> None:
    """Asks the system to forget what it holds of the corpus's files."""
    os.sync()
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def read_through(folder: Path) -> None:
    """Has the system hold the corpus's files, as far as it has room."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                while file.read(1 << 20):
                    pass


# --- other ways to do the same ------------------------------------------------------------------


def measure_against(folder: Path, code: str, work: Path, count: int) -> None:
    """The same ranking over all paragraphs, process.extract, FTS5 with bm25, translate-toolkit.

    The last three are asked every sixth query only, FTS5 all. Times are those of the processor.
    """
    asker = Asker(folder, code)
    cases = _drawn_cases(asker, count)
    few = cases[::6]
    print(
        f"{folder.name}, {code}: {len(asker.paragraphs):,} paragraphs, {len(asker.words):,} "
        f"wordings, {len(cases)} queries"
    )
    asker.ask(cases[0][1])
    ours, times = _row("drafter", asker, cases, asker.ask)
    scanned, scan_times = _row("the same ranking over all", asker, cases, asker.scan)
    both = sum(one for one, other in zip(ours, scanned, strict=True) if other)
    faster = statistics.median(scan_times) / statistics.median(times)
    print(
        f"  of the scan's {sum(scanned)} hits drafter has {both}, {faster:.0f} times faster; "
        f"{sum(ours) - both} more that the scan has not"
    )
    full_text = FullText(work / "fts5.sqlite", asker.words)
    _row("SQLite FTS5 bm25", asker, cases, _timed(full_text.ask))
    _row("process.extract (WRatio)", asker, few, _timed(partial(_extract, asker)))
    _row("drafter, the same queries", asker, few, asker.ask)
    first = dict(list(asker.words.items())[:TOOLKIT_PARAGRAPHS])
    ask_toolkit = _toolkit(first)
    if ask_toolkit:
        _row(f"translate-toolkit, {len(first):,} wordings", asker, few, _timed(ask_toolkit))


def _drawn_cases(asker: Asker, count: int) -> list[tuple[Case, str]]:
    draw = random.Random(1)
    cases: list[tuple[Case, str]] = []
    rows = [words for words in asker.words.values() if len(words) > 100]
    names = list(WAYS)
    while len(cases) < count:
        words = draw.choice(rows)
        typed = WAYS[names[len(cases) % len(names)]](words, draw)
        if typed:
            cases.append((Case(words, words, 100.0), typed))
    return cases


Ask = Callable[[str], tuple[list[int], float]]
"""Gives the wordings found and the milliseconds of the processor it took."""


def _timed(ask: Callable[[str], list[int]]) -> Ask:
    def asked(typed: str) -> tuple[list[int], float]:
        started = time.process_time()
        found = ask(typed)
        return found, 1000 * (time.process_time() - started)

    return asked


def _row(
    name: str, asker: Asker, cases: Sequence[tuple[Case, str]], ask: Ask
) -> tuple[list[bool], list[float]]:
    times: list[float] = []
    hits: list[bool] = []
    for case, typed in cases:
        found, elapsed_ms = ask(typed)
        times.append(elapsed_ms)
        hits.append(asker.is_hit(case, found))
    print(f"  {name:<34} {sum(hits)}/{len(hits)} found  {spread(times)}", flush=True)
    return hits, times


def _extract(asker: Asker, typed: str) -> list[int]:
    best = process.extract(folded_words(typed), asker.words, limit=5)
    return [one for _, _, one in best]


class FullText:
    """SQLite's own full-text search, any of the words, ranked with bm25."""

    def __init__(self, path: Path, words: dict[int, str]) -> None:
        path.unlink(missing_ok=True)
        self._connection = sqlite3.connect(path)
        self._connection.execute("CREATE VIRTUAL TABLE texts USING fts5 (words, content='')")
        rows = ((one, " ".join(terms(text))) for one, text in words.items())
        self._connection.executemany("INSERT INTO texts (rowid, words) VALUES (?, ?)", rows)
        self._connection.commit()

    def ask(self, typed: str) -> list[int]:
        """The first five."""
        words = terms(folded_words(typed))
        whole = [f'"{word}"' for word in words[:-1]]
        query = " OR ".join([*whole, f'"{words[-1]}"*'])
        rows = self._connection.execute(
            "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT 5", (query,)
        )
        return [int(row[0]) for row in rows]


def _toolkit(words: dict[int, str]) -> Callable[[str], list[int]] | None:
    try:
        match = importlib.import_module("translate.search.match")
        base = importlib.import_module("translate.storage.base")
    except ImportError:
        print("  translate-toolkit is not installed")
        return None
    # It compares equally good units with each other, which its own units do not allow.
    base.TranslationUnit.__lt__ = lambda one, other: id(one) < id(other)
    holder = base.TranslationStore()
    ids: dict[str, int] = {}
    for one, text in words.items():
        unit = base.TranslationUnit(text)
        unit.target = text
        holder.addunit(unit)
        ids.setdefault(text, one)
    matcher = match.matcher([holder], max_candidates=5, min_similarity=30, max_length=3000)
    return lambda typed: [ids[unit.source] for unit in matcher.matches(folded_words(typed))]


# --- readers and kills during an import ---------------------------------------------------------


def measure_readers(folder: Path, readers: int = 10, documents: int = 1200) -> None:
    """Ten processes search while an import runs: every answer is checked against the truth."""
    shutil.rmtree(folder, ignore_errors=True)
    add_prepared(folder, [made_up.made(made_up.item(0))])
    context = multiprocessing.get_context("spawn")
    stop = context.Event()
    results = context.Queue()
    running = [
        context.Process(target=_read_along, args=(folder, seed, stop, results))
        for seed in range(readers)
    ]
    for one in running:
        one.start()
    store.COMMIT_PARAGRAPHS = 2_000
    report = add_prepared(folder, made_documents(documents))
    stop.set()
    counts = [results.get() for _ in running]
    for one in running:
        one.join()
    asked, wrong, failed = (sum(column) for column in zip(*counts, strict=True))
    print(
        f"{readers} readers asked {asked:,} times while {report.paragraphs:,} paragraphs were "
        f"added: {wrong} wrong answers, {failed} errors; faults after it: {faults(folder)}"
    )


def _read_along(
    folder: Path,
    seed: int,
    stop: multiprocessing.synchronize.Event,
    results: multiprocessing.Queue[tuple[int, int, int]],
) -> None:
    draw = random.Random(seed)
    asked = wrong = failed = 0
    first = made_up.resolution(0).paragraphs
    with Searcher(folder) as searcher:
        while not stop.is_set():
            wanted = draw.choice(first).text.plain
            try:
                answer = searcher.suggest(Query(wanted, "en", limit=5))
            except CorpusError as error:
                print(error)
                failed += 1
                continue
            asked += 1
            # The very first document is there from the start: its words must be found each time.
            texts = [one.use.text for one in answer.precedents] if answer else []
            alike = [fuzz.ratio(folded_words(wanted), folded_words(one)) for one in texts]
            wrong += not alike or max(alike) < 80
    results.put((asked, wrong, failed))


def measure_kills(folder: Path, kills: int) -> None:
    """Kills an import again and again; each time the corpus opens and is sound."""
    shutil.rmtree(folder, ignore_errors=True)
    context = multiprocessing.get_context("spawn")
    draw = random.Random(9)
    sound = 0
    grown = [0]
    documents = list(map(made_up.made, map(made_up.item, range(40))))
    for kill in range(kills):
        begun = context.Event()
        child = context.Process(target=_import_forever, args=(folder, kill, documents, begun))
        child.start()
        begun.wait(60)
        time.sleep(draw.uniform(0, 1.5))
        child.kill()
        child.join()
        if not (folder / "corpus.sqlite").exists():
            sound += 1
            continue
        found = faults(folder)
        with corpus_to_read(folder):  # as everybody opens it: the indexes are made level
            found += (*behind(folder), *faults(folder))
        sound += not found
        grown.append(contents(folder).documents)
        if found or grown[-1] < grown[-2]:
            print("  after kill", kill, found, grown[-2:])
    print(f"{kills} kills: {sound} times sound; {grown[-1]:,} documents at the end")


def _import_forever(
    folder: Path, kill: int, documents: list[Prepared], begun: multiprocessing.synchronize.Event
) -> None:
    store.COMMIT_PARAGRAPHS = 200
    begun.set()
    for again in range(1000):
        add_prepared(
            folder, (replace(one, symbol=f"{one.symbol}.{kill}.{again}") for one in documents)
        )


if __name__ == "__main__":
    main()

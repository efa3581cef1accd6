"""How many precedents the search finds: real texts, queries as drafters type them.

    python -m tests.benchmarks.recall [en fr …] [--session 79] [--count 200] [--scan] [--work D]

Everything of the official texts (DRAFTER_SHARED) but one session of the General Assembly goes into
a corpus; paragraphs of that session that have a near copy in it are asked for in five ways. A hit:
one of the first five answers, or a wording of its family, is within 8 points of the best copy.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rapidfuzz import fuzz, process

from drafter.corpus.asking import Query
from drafter.corpus.importing import add_prepared
from drafter.corpus.index import IndexReader
from drafter.corpus.indexing import index_folder
from drafter.corpus.prepare import Prepared
from drafter.corpus.rank import Standing, bonus, likenesses
from drafter.corpus.readers import Readers, read_item, reading_processes
from drafter.corpus.schema import FILE
from drafter.corpus.search import Searcher
from drafter.corpus.sources import Item, items
from drafter.corpus.tokens import folded_words, terms

ROOT = Path(__file__).resolve().parent.parent.parent
SHARED = ROOT / os.environ.get("DRAFTER_SHARED", "../shared")
LEAST_WORDS = 16
LEAST_COPY_PCT = 75.0
POINTS = 8.0
SHOWN = 5
LEAST_LETTERS = 7
_HAN = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Case:
    """A paragraph of the session left out, and how like it the best copy is."""

    text: str
    words: str
    best_pct: float


def main() -> None:
    """Prepares, asks, prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", default=["en"])
    parser.add_argument("--session", default="79")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--scan", action="store_true", help="what a full scan finds of the misses")
    parser.add_argument("--work", type=Path, default=Path("recall"))
    options = parser.parse_args()
    for code in options.languages:
        folder = options.work / f"{code}-without-{options.session}"
        texts = prepared_corpus(folder, code, options.session)
        measure(folder, code, texts, options.count, scan=options.scan)


# --- preparing ----------------------------------------------------------------------------------


def prepared_corpus(folder: Path, code: str, session: str) -> list[str]:
    """Makes the corpus once; gives the paragraphs of the session left out."""
    noted = folder / "left-out.json"
    if not noted.exists():
        left_out: list[str] = []
        report = add_prepared(folder, _others(code, session, left_out))
        noted.write_text(json.dumps(left_out, ensure_ascii=False), encoding="utf-8")
        print(f"{code}: {len(report.added)} documents, {report.paragraphs} paragraphs added")
    return list(json.loads(noted.read_text(encoding="utf-8")))


def _others(code: str, session: str, left_out: list[str]) -> Iterator[Prepared]:
    for one in read_all([SHARED / "corpus" / "akn" / f"{code}.tar.xz"]):
        if one.organ == "GA" and re.match(rf"A/(?:RES|DEC)/{session}/", one.symbol):
            left_out.extend(p.text for p in one.paragraphs if p.wording is not None)
        else:
            yield one


def read_all(paths: Sequence[Path]) -> Iterator[Prepared]:
    """Every document of the archives, read in processes of its own."""
    readers = Readers(reading_processes(), partial(read_item))
    try:
        for one in items(paths):
            while not readers.has_room:
                yield from (got for _, got in readers.results(1) if isinstance(got, Prepared))
            if isinstance(one, Item):
                readers.submit(one)
        while not readers.is_idle:
            yield from (got for _, got in readers.results(1) if isinstance(got, Prepared))
    finally:
        readers.close()


def cases(texts: Sequence[str], wordings: dict[int, str], count: int) -> list[Case]:
    """Paragraphs of 16 words or more that have a near copy in the corpus, drawn at random."""
    drawn = list(dict.fromkeys(texts))
    random.Random(1946).shuffle(drawn)
    found: list[Case] = []
    for text in drawn:
        words = folded_words(text)
        if len(terms(words)) < LEAST_WORDS:
            continue
        best = process.extractOne(words, wordings, scorer=fuzz.ratio, score_cutoff=LEAST_COPY_PCT)
        if best is not None:
            found.append(Case(text, words, best[1]))
        if len(found) == count:
            break
    return found


# --- the ways to ask ----------------------------------------------------------------------------


def units(text: str) -> list[str]:
    """The words of a text; in Chinese its characters."""
    if _HAN.search(text):
        return [sign for sign in text if not sign.isspace()]
    return text.split()


def joined(parts: Sequence[str], text: str) -> str:
    """Words with a space between them, Chinese characters without."""
    return ("" if _HAN.search(text) else " ").join(parts)


def prefix(text: str, draw: random.Random) -> str | None:
    """The first 4 to 12 words (Chinese: twice as many characters), the last cut by up to two."""
    scale = 2 if _HAN.search(text) else 1
    words = units(text)
    typed = joined(words[: draw.randint(4 * scale, 12 * scale)], text)
    cut = draw.randint(0, 2)
    return typed[: len(typed) - cut] if cut and scale == 1 else typed


def middle(text: str, draw: random.Random) -> str | None:
    """Eight words (sixteen characters) from the middle."""
    words = units(text)
    length = 16 if _HAN.search(text) else 8
    start = draw.randint(2, max(2, len(words) - length - 1))
    return joined(words[start : start + length], text)


def key_words(text: str, draw: random.Random) -> str | None:
    """Four words of seven letters or more (pairs of characters), in any order."""
    if _HAN.search(text):
        words = [one for one in terms(folded_words(text)) if len(one) == 2 and _HAN.match(one)]
    else:
        words = [one for one in re.findall(r"\w+", text) if len(one) >= LEAST_LETTERS]
    words = list(dict.fromkeys(words))
    return " ".join(draw.sample(words, 4)) + " " if len(words) >= 4 else None


def edited(text: str, draw: random.Random) -> str | None:
    """The whole paragraph with every tenth word replaced by another of the same paragraph."""
    words = units(text)
    for at in range(9, len(words), 10):
        words[at] = draw.choice(words)
    return joined(words, text)


def badly_typed(text: str, draw: random.Random) -> str | None:
    """The prefix with two neighbouring letters swapped and without accents."""
    typed = prefix(text, draw) or ""
    bare = unicodedata.normalize(
        "NFC", re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", typed))
    )
    at = draw.randint(1, max(1, len(bare) - 3))
    return bare[:at] + bare[at + 1 : at + 2] + bare[at] + bare[at + 2 :]


WAYS: dict[str, Callable[[str, random.Random], str | None]] = {
    "prefix": prefix,
    "middle": middle,
    "key words": key_words,
    "edited": edited,
    "badly typed": badly_typed,
}


# --- asking -------------------------------------------------------------------------------------


class Asker:
    """Asks one corpus and judges the answers."""

    def __init__(self, folder: Path, code: str) -> None:
        self.code = code
        self.searcher = Searcher(folder)
        rows = self.searcher.connection.execute(
            "SELECT id, words, family, uses, last_year FROM wordings"
            " WHERE language = ? AND uses > 0",
            (code,),
        ).fetchall()
        self.words = {row[0]: str(row[1]) for row in rows}
        paragraphs = self.searcher.connection.execute(
            "SELECT p.wording FROM paragraphs p JOIN documents d ON d.id = p.document"
            " WHERE d.language = ? AND p.wording IS NOT NULL",
            (code,),
        )
        self.paragraphs = [int(row[0]) for row in paragraphs]
        self.standing = {row[0]: Standing(row[3], row[4] or 0, len(row[1])) for row in rows}
        self.families: defaultdict[int, list[int]] = defaultdict(list)
        self.family = {row[0]: int(row[2]) for row in rows}
        for one, _, family, _, _ in rows:
            self.families[family].append(one)
        self.newest = max((one.last_year for one in self.standing.values()), default=0)
        self.index = IndexReader(index_folder(folder, code))
        self.searcher.warm_up(code)

    def is_hit(self, case: Case, wordings: Sequence[int]) -> bool:
        """Whether one of the first wordings, or of their families, is nearly the best copy."""
        least = case.best_pct - POINTS
        family = {one for first in wordings[:SHOWN] for one in self.families[self.family[first]]}
        return any(fuzz.ratio(case.words, self.words[one]) >= least for one in family)

    def ask(self, typed: str) -> tuple[list[int], float]:
        """The wordings of the first answers, and the milliseconds of the processor it took."""
        started = time.process_time()
        answer = self.searcher.suggest(Query(typed, self.code, limit=SHOWN))
        elapsed_ms = 1000 * (time.process_time() - started)
        return [one.wording for one in answer.precedents] if answer else [], elapsed_ms

    def scan(self, typed: str) -> tuple[list[int], float]:
        """The same ranking over all paragraphs, a family once; and the milliseconds of ranking.

        What the index is asked for, which wordings have which words, costs the scan nothing, nor
        does reading the paragraphs.
        """
        is_unfinished = typed[-1:].isalnum()
        words = self.index.mended(folded_words(typed), is_unfinished=is_unfinished)
        every = self.index.candidates(words, is_unfinished=is_unfinished, limit=len(self.words))
        shares = {one.wording: one.share for one in every}
        started = time.process_time()
        wanted = [shares.get(one, 0.0) for one in self.paragraphs]
        texts = [self.words[one] for one in self.paragraphs]
        scores = likenesses(words, texts, wanted, lambda: False)
        ranks = [
            score + bonus(self.standing[one], self.newest)
            for one, score in zip(self.paragraphs, scores, strict=True)
        ]
        ranked = sorted(range(len(ranks)), key=ranks.__getitem__, reverse=True)
        elapsed_ms = 1000 * (time.process_time() - started)
        shown: dict[int, int] = {}
        for at in ranked:
            shown.setdefault(self.family[self.paragraphs[at]], self.paragraphs[at])
            if len(shown) == SHOWN:
                break
        return list(shown.values()), elapsed_ms


def measure(folder: Path, code: str, texts: Sequence[str], count: int, *, scan: bool) -> None:
    """Asks every case in every way and prints what was found."""
    asker = Asker(folder, code)
    drawn = cases(texts, asker.words, count)
    size = (folder / FILE).stat().st_size / 1e6
    print(f"{code}: {len(asker.words)} wordings, {size:.0f} MB, {len(drawn)} cases")
    for name, way in WAYS.items():
        draw = random.Random(name)
        hits: list[bool] = []
        times: list[float] = []
        by_length: defaultdict[int, list[bool]] = defaultdict(list)
        missed: list[tuple[Case, str]] = []
        for case in drawn:
            typed = way(case.text, draw)
            if typed is None:
                continue
            found, elapsed_ms = asker.ask(typed)
            hits.append(asker.is_hit(case, found))
            times.append(elapsed_ms)
            by_length[len(units(typed))].append(hits[-1])
            if not hits[-1]:
                missed.append((case, typed))
        times.sort()
        print(
            f"  {name:<12} {100 * sum(hits) / len(hits):5.1f} % of {len(hits)}  "
            f"p50 {times[len(times) // 2]:.1f} p95 {times[int(0.95 * len(times))]:.1f} ms"
        )
        if name in {"prefix", "badly typed"}:
            lengths = (f"{n}: {sum(by_length[n])}/{len(by_length[n])}" for n in sorted(by_length))
            print("      by length ", "  ".join(lengths))
        if scan and missed:
            more = sum(asker.is_hit(case, asker.scan(typed)[0]) for case, typed in missed)
            best = (sum(hits) + more) / len(hits)
            print(f"      a full scan finds {more} of the {len(missed)} missed: {100 * best:.1f} %")
        sys.stdout.flush()


if __name__ == "__main__":
    main()

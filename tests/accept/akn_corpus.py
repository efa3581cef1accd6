"""Reads the whole official corpus and says how well: `python -m tests.accept.akn_corpus`.

Prints a table by language and organ (texts, paragraphs, plain blocks, guesses), what is not
accounted for, where computed labels differ from printed ones, and the comparison with the truth.
`--sample N` takes every N-th file, `--list` names each disagreement, `--jobs` is 2 by default.
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
import os
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from drafter.core.errors import ReadError
from drafter.core.model import ParagraphKind, Part, Resolution
from drafter.core.numbering import numbering
from drafter.io.akn import read_akn
from tests.accept.akn_accounts import unaccounted
from tests.accept.akn_truth import COUNTED, Difference, differences, our_rows, truth_rows

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT / os.environ.get("DRAFTER_SHARED", "../shared")
FAULTS = Path(__file__).with_name("akn_truth_faults.tsv")
_LOOK_ALIKES = str.maketrans("–’'ﻫабвгдеис", "-‘‘هabvgdeic", "ـ")
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")


@dataclass(slots=True)
class Report:
    """What one file, or many, came to."""

    texts: int = 0
    paragraphs: int = 0
    plain: int = 0
    guesses: Counter[str] = field(default_factory=Counter[str])
    labels: Counter[str] = field(default_factory=Counter[str])
    failures: list[str] = field(default_factory=list[str])
    remarks: list[str] = field(default_factory=list[str])

    def add(self, other: Report) -> None:
        """Adds up."""
        self.texts += other.texts
        self.paragraphs += other.paragraphs
        self.plain += other.plain
        self.guesses.update(other.guesses)
        self.labels.update(other.labels)
        self.failures.extend(other.failures)
        self.remarks.extend(other.remarks)


def corpus_files(code: str, sample: int = 1) -> Iterator[tuple[str, bytes]]:
    """Path in the archive and content of every `sample`-th file of a language."""
    with tarfile.open(SHARED / "corpus" / "akn" / f"{code}.tar.xz") as archive:
        files = 0
        for member in archive:
            if member.isfile() and member.name.endswith(".xml"):
                files += 1
                source = archive.extractfile(member) if files % sample == 0 else None
                if source is not None:
                    yield member.name, source.read()


def truths() -> Iterator[dict[str, object]]:
    """The truth, a text at a time."""
    with lzma.open(SHARED / "corpus" / "truth.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def report(path: str, content: bytes) -> Report:
    """How one file was read."""
    try:
        resolution = read_akn(content)
    except ReadError as error:
        return Report(1, failures=[f"{path}: {error}"])
    result = Report(1, len(resolution.paragraphs))
    kinds = Counter(paragraph.kind for paragraph in resolution.paragraphs)
    result.plain = kinds[ParagraphKind.PLAIN]
    result.guesses.update(guess.what for guess in resolution.guesses)
    lost = unaccounted(content, resolution)
    if lost:
        result.failures.append(f"{path}: {lost}")
    result.remarks.extend(
        f"{path} {guess.paragraph} unplaced {guess.detail}: {guess.source}"
        for guess in resolution.guesses
        if guess.what == "unplaced"
    )
    for difference in label_differences(resolution):
        result.labels[difference.partition(":")[0]] += 1
        result.remarks.append(f"{path} label {difference}")
    return result


def label_differences(resolution: Resolution) -> Iterator[str]:
    """Where the computed label is not the printed one, by kind of paragraph and cause."""
    labels = numbering(resolution).labels
    for paragraph in resolution.paragraphs:
        printed = _plain_label(paragraph.printed or "")
        computed = _plain_label(labels[paragraph.id])
        if printed == computed or not paragraph.numbered:
            continue
        place = paragraph.part.value if paragraph.part is Part.ANNEX else "text"
        kind = paragraph.kind.value
        if paragraph.kind is ParagraphKind.PARAGRAPH:
            kind = "item" if paragraph.level else "main"
        cause = "not printed" if not printed else "printed" if not computed else "other"
        yield (
            f"{place} {kind} {cause}: {paragraph.id} printed {paragraph.printed!r}"
            f" computed {labels[paragraph.id]!r} {paragraph.text.plain[:40]!r}"
        )


def _plain_label(label: str) -> str:
    """Without what only differs in print: white space, look-alikes, what follows the number."""
    plain = "".join(label.split()).casefold().translate(_LOOK_ALIKES)
    return plain.strip(".()-")


def language_report(code: str, sample: int) -> dict[tuple[str, str], Report]:
    """The reports of one language by organ."""
    reports: dict[tuple[str, str], Report] = {}
    for path, content in corpus_files(code, sample):
        organ = Path(path).parent.name
        reports.setdefault((code, organ), Report()).add(report(path, content))
    return reports


@dataclass(slots=True)
class TruthReport:
    """How far the truth and the reading agree; `known` are the truth's own faults."""

    blocks: Counter[str] = field(default_factory=Counter[str])
    differ: Counter[str] = field(default_factory=Counter[str])
    known: Counter[str] = field(default_factory=Counter[str])
    found: list[tuple[str, str, Difference]] = field(default_factory=list)

    def rate(self, *, faults_left_out: bool = False) -> float:
        """Percent of preambular, operative and sub-paragraphs that agree."""
        total = sum(self.blocks[kind] for kind in COUNTED)
        differ = sum(self.differ[kind] for kind in COUNTED)
        if faults_left_out:
            differ -= sum(self.known[kind] for kind in COUNTED)
        return 100 * (1 - differ / total) if total else 100.0


def truth_faults() -> set[tuple[str, str, int]]:
    """Text, language and block of each fault of the truth."""
    with FAULTS.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t")
        return {(row["key"], row["lang"], int(row["block"])) for row in rows}


def compared(sample: int = 1, codes: Sequence[str] = LANGUAGES) -> TruthReport:
    """The truth compared with what we read, every `sample`-th text of these languages."""
    texts = [truth for truth in truths() if truth["lang"] in codes]
    wanted = {f"{one['lang']}/{one['organ']}/{one['key']}.xml": one for one in texts[::sample]}
    faults = truth_faults()
    result = TruthReport()
    for code in codes:
        for path, content in corpus_files(code):
            truth = wanted.get(path.removeprefix("./"))
            if truth is not None:
                _compare(truth, read_akn(content), faults, result)
    return result


def _compare(
    truth: dict[str, object],
    resolution: Resolution,
    faults: set[tuple[str, str, int]],
    result: TruthReport,
) -> None:
    rows = truth_rows(truth)
    result.blocks.update(row.kind for row in rows)
    key, code = str(truth["key"]), str(truth["lang"])
    for difference in differences(rows, our_rows(resolution)):
        result.differ[difference.truth.kind] += 1
        if (key, code, difference.truth.source) in faults:
            result.known[difference.truth.kind] += 1
        result.found.append((code, key, difference))


def _print_table(reports: dict[tuple[str, str], Report]) -> Report:
    whole = Report()
    row = "{:8} {:8} {:>7} {:>11} {:>7} {:>9} {:>8}"
    _say(row.format("language", "organ", "texts", "paragraphs", "plain", "per 1000", "guesses"))
    for (code, organ), one in sorted(reports.items()):
        _say(_row(row, code, organ, one))
        whole.add(one)
    _say(_row(row, "all", "", whole))
    return whole


def _row(row: str, code: str, organ: str, one: Report) -> str:
    rate = f"{1000 * one.plain / max(1, one.paragraphs):.2f}"
    guesses = sum(one.guesses.values())
    return row.format(code, organ, one.texts, one.paragraphs, one.plain, rate, guesses)


def _print_truth(result: TruthReport, *, with_list: bool) -> None:
    _say("\nblocks of the truth, how many read otherwise, of these faults of the truth")
    for kind, blocks in result.blocks.most_common():
        _say(f"  {kind:12} {blocks:6} {result.differ[kind]:5} {result.known[kind]:5}")
    _say(
        f"preambular, operative and sub: {result.rate():.3f} % agree,"
        f" {result.rate(faults_left_out=True):.3f} % without the truth's own faults"
    )
    for code, key, difference in result.found if with_list else ():
        ours = difference.ours
        theirs = difference.truth
        _say(
            f"  {code} {key} {theirs.source} {theirs.kind} {difference.what}:"
            f" {theirs.part} {theirs.printed!r} {theirs.text[:50]!r}"
            f" / {ours and (ours.part, ours.printed, ours.text[:50])}"
        )


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def main(arguments: list[str] | None = None) -> int:
    """Prints the report; 1 if a file was not read or not all of it is accounted for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    options = parser.parse_args(arguments)
    started = time.monotonic()
    reports: dict[tuple[str, str], Report] = {}
    codes = options.languages.split(",")
    with ProcessPoolExecutor(options.jobs) as pool:
        for one in pool.map(language_report, codes, [options.sample] * len(codes)):
            reports.update(one)
    whole = _print_table(reports)
    _say(f"{time.monotonic() - started:.0f} seconds")
    _say("\nguesses: " + ", ".join(f"{what} {n}" for what, n in whole.guesses.most_common()))
    _say("labels that differ: " + ", ".join(f"{w} {n}" for w, n in whole.labels.most_common()))
    for line in [*whole.failures, *(whole.remarks if options.list else ())]:
        _say("  " + line)
    _print_truth(compared(options.sample), with_list=options.list)
    return 1 if whole.failures else 0


if __name__ == "__main__":
    sys.exit(main())

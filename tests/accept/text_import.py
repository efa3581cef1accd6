"""Measures the text import: `python -m tests.accept.text_import`.

Prints how many paragraphs are exactly right (part, printed label, text with white space folded,
printed notes) of the seeds, of the official texts as plain text, of two PDFs as three modes of
pdftotext give them, and of generated texts in the shape of the seeds and worse. `--only` takes one
of seeds, texts, pdf, shapes; `--seed` draws other shapes; `--list` names each paragraph that is not
right, `--sample N` takes every N-th document.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from drafter.core.model import Part, Resolution
from drafter.io.akn import read_akn
from drafter.io.text import read_text
from tests.accept.truth import Row, Truth, compared, folded, headings_of, rows_of, truths
from tests.io.accounting import lost
from tests.seed_shapes import shaped

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / os.environ.get("DRAFTER_SHARED", "../shared") / "corpus"
PDF_TRUTH = Path(__file__).with_name("pdf_truth.json")
MODES = ("default", "layout", "raw")
ORGANS = ("GA", "SC", "ECOSOC", "HRC")
SHAPES = ((("en", "fr"), 200), (("es", "ru", "ar", "zh"), 100))


@dataclass(slots=True)
class Figure:
    """Paragraphs right, expected and too many; headings right and expected; characters lost."""

    right: int = 0
    expected: int = 0
    extra: int = 0
    headings: int = 0
    headings_expected: int = 0
    lost: int = 0

    def line(self, name: str) -> str:
        """The figure in one line."""
        share = 100 * self.right / max(1, self.expected)
        words = (
            f"{name:<28} {self.right:>6} of {self.expected:<6} {share:6.2f} %, {self.extra} more"
        )
        if self.headings_expected:
            words += f"; headings {self.headings} of {self.headings_expected}"
        return f"{words}; characters lost {self.lost}"


class Measuring:
    """Adds up and says."""

    def __init__(self, *, lists: bool, sample: int, seed: int) -> None:
        self.lists = lists
        self.sample = sample
        self.seed = seed
        self.figures: dict[str, Figure] = defaultdict(Figure)

    def add(
        self, name: str, key: str, source: str, rows: Sequence[Row], headings: Sequence[str] = ()
    ) -> Resolution:
        """Imports one text and compares."""
        resolution = read_text(source)
        right, missing, extra = compared(list(rows), rows_of(resolution))
        figure = self.figures[name]
        figure.right += right
        figure.expected += len(rows)
        figure.extra += len(extra)
        figure.headings += len(set(headings) & set(headings_of(resolution)))
        figure.headings_expected += len(set(headings))
        gone = lost(source, resolution)
        figure.lost += gone.total()
        if self.lists:
            if gone:
                say(f"{key} lost {dict(gone)}")
            for sign, found in (("-", missing), ("+", extra)):
                for row in found:
                    say(f"{key} {sign} {row.part} {row.label!r} {row.text[:80]} … {row.notes}")
        return resolution

    def report(self) -> None:
        """Prints all figures."""
        for name, figure in self.figures.items():
            say(figure.line(name))


def say(words: str) -> None:
    """One line out."""
    sys.stdout.write(f"{words}\n")


def measure_seeds(_: Measuring) -> None:
    """What the two seeds come to."""
    for path in sorted((CORPUS / "seeds").glob("*.txt")):
        resolution = read_text(path.read_bytes())
        counts = {part.value: len(resolution.part(part)) for part in Part}
        notes = [
            f"{one.printed or one.id}: {', '.join(mark.printed for mark in one.text.marks)}"
            for one in resolution.paragraphs
            if one.text.marks
        ]
        say(f"{path.stem}: {resolution.organ_line.plain} {counts}")
        say(f"  {len(resolution.footnotes)} footnotes, marked in {'; '.join(notes)}")
        say(f"  closing {[line.plain for line in resolution.closing]}")


def measure_texts(measuring: Measuring) -> None:
    """The official texts as plain text, against the truth."""
    sources = {name: content.decode() for name, content in members(CORPUS / "text.tar.xz")}
    for index, truth in enumerate(truths(CORPUS / "truth.jsonl.xz")):
        source = sources.get(f"{truth.key}.{truth.language}.txt")
        if source is not None and index % measuring.sample == 0:
            measure_text(measuring, truth, source)


def measure_text(measuring: Measuring, truth: Truth, source: str) -> None:
    """One official text."""
    key = f"{truth.key}.{truth.language}"
    measuring.add(f"text {truth.language}", key, source, truth.rows, truth.headings)


def measure_pdf(measuring: Measuring) -> None:
    """What pdftotext gives of two PDFs, against the truth read off their pages.

    The truth holds hashes of the words, which may not be in the repository.
    """
    for name, expected in json.loads(PDF_TRUTH.read_text()).items():
        rows = [_hashed_row(one) for one in expected if one["kind"] != "heading"]
        for mode in MODES:
            source = (CORPUS / "pdf" / f"{name}.en.{mode}.txt").read_text(encoding="utf-8")
            resolution = read_text(source)
            got = [
                Row(one.part, one.label, _hash(one.text), one.notes) for one in rows_of(resolution)
            ]
            right, missing, extra = compared(rows, got)
            figure = measuring.figures[f"pdf {name} {mode}"]
            figure.right, figure.expected, figure.extra = right, len(rows), len(extra)
            figure.lost = lost(source, resolution).total()
            if measuring.lists:
                say(f"{name} {mode}: {[row.label for row in missing]}")


def _hashed_row(one: dict[str, str]) -> Row:
    return Row(one["part"], one["label"], one["sha256"], tuple(one["notes"]))


def _hash(text: str) -> str:
    return hashlib.sha256(folded(text).encode()).hexdigest()


def measure_shapes(measuring: Measuring) -> None:
    """Generated texts of all organs."""
    for languages, count in SHAPES:
        sources = {(code, organ): [] for code in languages for organ in ORGANS}
        for code in languages:
            for name, content in members(CORPUS / "akn" / f"{code}.tar.xz"):
                organ = name.split("/")[1]
                sources[code, organ].append((name, content))
        measure_shapes_of(measuring, "+".join(languages), list(sources.values()), count)


def measure_shapes_of(
    measuring: Measuring, name: str, sources: Sequence[list[tuple[str, bytes]]], count: int
) -> None:
    """As many texts as `count`, drawn from all organs and languages by turns."""
    random = Random(measuring.seed)
    for index in range(0, count, measuring.sample):
        key, content = random.choice(sorted(sources[index % len(sources)]))
        made = shaped(read_akn(content), Random(measuring.seed * 1000 + index))
        measuring.add(f"shapes {name}", f"{index} {Path(key).stem}", made.text, made.rows)


def members(archive: Path) -> Iterator[tuple[str, bytes]]:
    """The files of an archive; names as `en/GA/...` or a plain file name."""
    with tarfile.open(archive) as files:
        for member in files:
            stream = files.extractfile(member)
            if stream is not None:
                parts = Path(member.name).parts
                name = "/".join(parts) if archive.parent.name == "akn" else parts[-1]
                yield name, stream.read()


MEASURES = {
    "seeds": measure_seeds,
    "texts": measure_texts,
    "pdf": measure_pdf,
    "shapes": measure_shapes,
}


def main() -> None:
    """Measures what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=MEASURES)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--sample", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    measuring = Measuring(lists=options.list, sample=options.sample, seed=options.seed)
    for name, measure in MEASURES.items():
        if options.only in {None, name}:
            measure(measuring)
    measuring.report()


if __name__ == "__main__":
    main()

"""Judges 200 exports: `python -m tests.accept.docx_exports`.

Half are generated (deep items, annexes, tables, notes marked more than once), half are official
texts from DRAFTER_SHARED, spread over all languages, organs and kinds (all are generated where the
shared texts are missing). Each must pass both validators, our own check and pandoc's reading.
`--count N` for another number, `--seed S` for others. Exit status 1 if a file has a fault.
"""

from __future__ import annotations

import argparse
import os
import sys
import tarfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random

from drafter.core.language import LANGUAGES
from drafter.core.model import DocumentKind, Organ, ParagraphKind, Resolution
from drafter.io.akn import read_akn
from drafter.io.docx import docx
from tests.docx_judges import faults, misreadings
from tests.generated import resolution

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT / os.environ.get("DRAFTER_SHARED", "../shared")


def main() -> int:
    """Judges them and prints what was judged and what is wrong."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    rng = Random(asked.seed)
    official = list(official_texts(rng, asked.count // 2))
    texts = [*official, *generated_texts(rng, asked.count - len(official))]
    seen: Counter[str] = Counter()
    bad = 0
    started = time.perf_counter()
    for name, text in texts:
        content = docx(text)
        complaints = [*faults(content), *misreadings(content, text)]
        bad += bool(complaints)
        seen.update(features(text))
        for complaint in complaints[:3]:
            say(f"{name}: {complaint}")
    seconds = time.perf_counter() - started
    say(f"{len(texts)} exports ({len(official)} official), {bad} with faults; {seconds:.0f} s")
    say(", ".join(f"{what} {count}" for what, count in sorted(seen.items())))
    return int(bad > 0)


def generated_texts(rng: Random, count: int) -> Iterator[tuple[str, Resolution]]:
    """Every language with every organ and kind in turn."""
    mixtures = [(c, o, k) for c in LANGUAGES for o in Organ for k in DocumentKind]
    rng.shuffle(mixtures)
    for number in range(count):
        code, organ, kind = mixtures[number % len(mixtures)]
        made = resolution(rng, language=code, organ=organ, kind=kind)
        yield f"generated {number} ({code} {organ} {kind})", made


def official_texts(rng: Random, count: int) -> Iterator[tuple[str, Resolution]]:
    """Official texts drawn evenly from the organs of each language."""
    for code in LANGUAGES:
        archive = SHARED / "corpus" / "akn" / f"{code}.tar.xz"
        if not archive.is_file():
            continue
        share = count // len(LANGUAGES)
        with tarfile.open(archive) as packed:
            for member in drawn(packed, rng, share):
                source = packed.extractfile(member)
                if source is not None:
                    yield member.name, read_akn(source.read())


def drawn(packed: tarfile.TarFile, rng: Random, count: int) -> list[tarfile.TarInfo]:
    """Members of the archive, as many from each folder (organ) as from the others."""
    folders: dict[str, list[tarfile.TarInfo]] = defaultdict(list)
    for member in packed.getmembers():
        if member.name.endswith(".xml"):
            folders[str(Path(member.name).parent)].append(member)
    share = -(-count // max(1, len(folders)))
    picked = [one for row in folders.values() for one in rng.sample(row, min(share, len(row)))]
    return picked[:count]


def features(text: Resolution) -> Iterator[str]:
    """What a text has that is hard to write."""
    yield text.language
    yield text.organ
    yield text.kind
    marks = Counter(mark.note for one in text.texts() for mark in one.marks if mark.note)
    found = {
        "deep items": any(one.level > 2 for one in text.paragraphs),
        "annexes": any(one.kind is ParagraphKind.ANNEX for one in text.paragraphs),
        "tables": any(one.kind is ParagraphKind.TABLE for one in text.paragraphs),
        "notes": bool(marks),
        "repeated notes": any(times > 1 for times in marks.values()),
        "signs": any(note.symbol for note in text.footnotes),
    }
    yield from (name for name, is_there in found.items() if is_there)


def say(line: str) -> None:
    """A line on the standard output."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())

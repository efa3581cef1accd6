"""How often each rule speaks on official texts: findings per 1,000 paragraphs.

Run by hand:  python -m tests.accept.alarm_rates [--every N] [--languages en,fr] [--organs GA,SC]
                                                 [--show RULE [--samples N]]

The official texts are as good as faultless, so that nearly every finding is a false alarm or a
fault of the file; `--show` prints samples to tell which.
"""

from __future__ import annotations

import argparse
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from drafter.check.engine import check
from drafter.check.problem import Problem
from drafter.check.registry import ALL
from drafter.core.errors import DrafterError
from drafter.core.language import LANGUAGES
from drafter.core.model import Resolution
from drafter.io.akn import read_akn
from tests.conftest import SHARED


@dataclass
class Tally:
    """What was found in the texts of one language or organ."""

    texts: int = 0
    paragraphs: int = 0
    findings: Counter[str] = field(default_factory=Counter)


def official_texts(code: str, organs: set[str], every: int) -> Iterator[tuple[str, Resolution]]:
    """Every n-th official text of a language, with its name in the archive."""
    with tarfile.open(SHARED / "corpus" / "akn" / f"{code}.tar.xz") as archive:
        names = sorted(m.name for m in archive.getmembers() if m.name.endswith(".xml"))
        wanted = {name for name in names[::every] if Path(name).parts[-2] in organs}
        archive.members = archive.getmembers()
        for member in archive:
            if member.name in wanted:
                stream = archive.extractfile(member)
                assert stream is not None
                try:
                    yield member.name, read_akn(stream.read())
                except DrafterError as error:
                    sys.stderr.write(f"{member.name}: {error}\n")


def sample(name: str, resolution: Resolution, problem: Problem) -> str:
    """A finding with the words around it, on one line."""
    words = ""
    if problem.place is not None:
        texts = {p.id: (p.printed, p.text.plain) for p in resolution.paragraphs}
        texts |= {note.id: (note.printed, note.text.plain) for note in resolution.footnotes}
        printed, plain = texts[problem.place]
        cut = plain if len(plain) < 120 else f"{plain[:50]} … {plain[-60:]}"
        words = f"[{printed}] {cut}"
    return f"{name} {problem.place}: {problem.message.english()} {words}"


def table(title: str, tallies: dict[str, Tally]) -> str:
    """The findings of each rule per 1,000 paragraphs, a column a language or organ."""
    lines = [f"{title:30}" + "".join(f"{key:>9}" for key in tallies)]
    lines.append(f"{'texts':30}" + "".join(f"{one.texts:9}" for one in tallies.values()))
    lines.append(f"{'paragraphs':30}" + "".join(f"{one.paragraphs:9}" for one in tallies.values()))
    for rule in ALL:
        rates = (1000 * one.findings[rule.id] / max(1, one.paragraphs) for one in tallies.values())
        lines.append(f"{rule.id:30}" + "".join(f"{rate:9.2f}" for rate in rates))
    return "\n".join(lines)


def say(words: str) -> None:
    """Prints a line."""
    sys.stdout.write(f"{words}\n")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--organs", default="GA,SC,ECOSOC,HRC")
    parser.add_argument("--show", default="")
    parser.add_argument("--samples", type=int, default=20)
    arguments = parser.parse_args()
    by_language: dict[str, Tally] = defaultdict(Tally)
    by_organ: dict[str, Tally] = defaultdict(Tally)
    shown = Counter[str]()
    for code in arguments.languages.split(","):
        organs = set(arguments.organs.split(","))
        for name, resolution in official_texts(code, organs, arguments.every):
            problems = check(resolution)
            for tally in (by_language[code], by_organ[Path(name).parts[-2]]):
                tally.texts += 1
                tally.paragraphs += len(resolution.paragraphs)
                tally.findings.update(problem.rule for problem in problems)
            for problem in problems:
                if arguments.show and problem.rule.startswith(arguments.show):
                    shown[problem.rule] += 1
                    if shown[problem.rule] <= arguments.samples:
                        say(f"{problem.rule} {sample(name, resolution, problem)}")
    say(table("by language", by_language) + "\n\n" + table("by organ", by_organ))


if __name__ == "__main__":
    main()

"""Measures whole runs of the program: `python tests/benchmarks/process_time.py [RUNS]`.

Process time is what the processor spends, user and system, on a run and all it starts; of several
runs the least counts, since anything else on the machine only adds to it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from drafter.core.inline import Text
from drafter.core.model import Paragraph, Part, Resolution
from drafter.io.formats import export_bytes, read_file

SAMPLE = ROOT / "resources" / "starter" / "A_RES_64_177.fr.txt"
PARAGRAPHS = 100


def process_seconds(command: Sequence[object], runs: int) -> float:
    """The least process time of several runs."""
    return min(_one_run([str(word) for word in command]) for _ in range(runs))


def _one_run(command: list[str]) -> float:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def hundred_paragraphs() -> Resolution:
    """The sample's paragraphs over and over, footnotes included, until there are a hundred."""
    sample = read_file(SAMPLE)
    body = sample.paragraphs
    rows: list[Paragraph] = [p for p in body if p.part is Part.PREAMBLE]
    operative = [p for p in body if p.part is Part.OPERATIVE]
    while len(rows) < PARAGRAPHS:
        source = operative[len(rows) % len(operative)]
        rows.append(replace(source, text=source.text + Text(), printed=None))
    numbered = tuple(replace(p, id=f"p{n}") for n, p in enumerate(rows, 1))
    return replace(sample, paragraphs=numbered, guesses=(), serial=PARAGRAPHS)


def main() -> None:
    """Prints the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    python = sys.executable
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        own, markdown = folder / "hundred.resolution", folder / "hundred.md"
        document = hundred_paragraphs()
        own.write_bytes(export_bytes(document, ".resolution"))
        markdown.write_bytes(export_bytes(document, ".md"))
        program = [python, "-m", "drafter"]
        rows: list[tuple[str, list[object]]] = [
            ("python -c pass", [python, "-c", "pass"]),
            ('python -c "import docx"', [python, "-c", "import docx"]),
            ("outline, sample", [*program, "outline", SAMPLE]),
            ("check, sample", [*program, "check", SAMPLE]),
            ("export .docx, 100 paragraphs", [*program, "export", own, "-o", folder / "a.docx"]),
            ("export .txt, 100 paragraphs", [*program, "export", own, "-o", folder / "a.txt"]),
        ]
        if shutil.which("pandoc"):
            rows.append(
                ("pandoc .docx, 100 paragraphs", ["pandoc", markdown, "-o", folder / "b.docx"])
            )
        seconds = {label: process_seconds(command, runs) for label, command in rows}
    bare = seconds['python -c "import docx"']
    for label, spent in seconds.items():
        print(f"{label:<32} {spent:6.3f} s   {spent / bare:5.2f} x import docx")


if __name__ == "__main__":
    main()

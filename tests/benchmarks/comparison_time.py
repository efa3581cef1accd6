"""Measures the comparison of two texts: `python tests/benchmarks/comparison_time.py`.

Three hundred paragraphs of ninety words, each amended in a few words, in another order.
"""

from __future__ import annotations

import random
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from drafter.core.diff import compared
from drafter.core.inline import Text
from drafter.core.model import Paragraph, Part, Resolution

RUNS = 5


def texts() -> tuple[Resolution, Resolution]:
    """An old and a new version."""
    chance = random.Random(7)
    words = [f"word{n}" for n in range(800)]
    old = tuple(
        Paragraph(f"p{n}", Part.OPERATIVE, Text(" ".join(chance.choices(words, k=90))))
        for n in range(1, 301)
    )
    new = [
        replace(p, text=Text(p.text.plain.replace(p.text.plain.split()[n % 90], "amended")))
        for n, p in enumerate(old)
    ]
    chance.shuffle(new)
    return Resolution(paragraphs=old), Resolution(paragraphs=tuple(new))


def main() -> None:
    """Prints the least time of several runs, word differences included."""
    old, new = texts()
    spent: list[float] = []
    for _ in range(RUNS):
        start = time.process_time()
        rows = compared(old, new).rows
        changed = [row.words() for row in rows if row.differs]
        spent.append(time.process_time() - start)
    print(f"300 paragraphs, {len(changed)} changed: {min(spent):.3f} s")


if __name__ == "__main__":
    main()

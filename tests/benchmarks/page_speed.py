"""How long a key takes on the page: run by hand, prints a line for each number of paragraphs.

    python tests/benchmarks/page_speed.py 30 300 3000

`work` is the page's own part of a key press, `painted` includes the layout and the painting, both
in milliseconds; Enter in the middle changes every label below it.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafter.app.session import Session
from drafter.core.inline import Span, Style, Text
from drafter.core.model import Paragraph, Part, Resolution
from drafter.ui.editor.page import Page
from drafter.ui.theme import LIGHT

WORDS = (
    "Recalling its resolution 60/1 of 16 September 2005 and all its other relevant resolutions on"
    " the matter, including those adopted by the Council, and the outcome of the high-level meeting"
)
KEYS = 200
RETURNS = 20


def long_text(paragraphs: int) -> Resolution:
    """A third of it preambular, every fourth operative paragraph an item."""
    row: list[Paragraph] = []
    for at in range(paragraphs):
        preambular = at < paragraphs // 3
        text = Text(WORDS + ("," if preambular else ";"), (Span(0, 9, Style.ITALIC),))
        part = Part.PREAMBLE if preambular else Part.OPERATIVE
        is_item = not preambular and at % 4 == 0 and at > paragraphs // 3
        row.append(Paragraph(f"p{at + 1}", part, text, level=int(is_item)))
    return Resolution(paragraphs=tuple(row), serial=paragraphs, title=Text("Title"))


def timed(app: QApplication, act: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of the act itself, and until all is painted."""
    start = time.perf_counter()
    act()
    worked = time.perf_counter()
    app.processEvents()
    return (worked - start) * 1000, (time.perf_counter() - start) * 1000


def p95(figures: list[float]) -> float:
    """The figure that one in twenty exceeds."""
    return sorted(figures)[int(len(figures) * 0.95)]


def measure(app: QApplication, paragraphs: int) -> str:
    """The line of figures for a text of so many paragraphs."""
    session = Session(long_text(paragraphs))
    page = Page(session, LIGHT)
    page.resize(1000, 900)
    _, opened = timed(app, page.show)
    page.go_to(f"p{paragraphs // 2}", 40)
    for _ in range(50):
        app.processEvents()
    keys = [
        timed(app, lambda at=at: QTest.keyClick(page, Qt.Key.Key_A if at % 6 else Qt.Key.Key_Space))
        for at in range(KEYS)
    ]
    returns: list[float] = []
    for _ in range(RETURNS):
        returns.append(timed(app, lambda: QTest.keyClick(page, Qt.Key.Key_Return))[1])
        QTest.keyClick(page, Qt.Key.Key_X)
    undone = [timed(app, page.undo)[1] for _ in range(RETURNS)]
    work, painted = zip(*keys, strict=True)
    page.close()
    return (
        f"{paragraphs:5} paragraphs: work p95 {p95(list(work)):.1f}, painted median"
        f" {statistics.median(painted):.1f} p95 {p95(list(painted)):.1f}, Enter median"
        f" {statistics.median(returns):.1f}, undo median {statistics.median(undone):.1f},"
        f" shown {opened:.0f}"
    )


def main() -> None:
    """Measures what the arguments ask for."""
    app = QApplication(sys.argv)
    for argument in sys.argv[1:] or ["30", "300"]:
        print(measure(app, int(argument)))


if __name__ == "__main__":
    main()

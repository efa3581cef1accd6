"""How long the window takes for what one does most: run by hand, prints two tables.

    python tests/benchmarks/page_speed.py [--runs 3] [--pace] [30 300 3000]

Each text is opened from a file in the program's own window, with outline, problems, notes, status
and recovery at work, in a process of its own; runs of the texts take turns, and of several runs the
best counts. `key` is from the press until the page is painted (p95), one after the other as when a
key is held down; with `--pace` also at a typist's pace, when checker and recovery work in between.
`enter` splits a paragraph in the middle, so that all labels below change, `undo` takes that back;
`turn` is the longest turn of the event loop in the second after Enter: how long a key may wait;
`note` is the first F7 in the middle, until its field is there.
The second table has the processor time of the window's thread for the same, which other programs on
the machine hardly lengthen, and `check`, that of the worker after one changed paragraph.
Milliseconds; `memory` is that of the whole process, in MB.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafter.check.engine import Cache, check
from drafter.check.registry import ALL
from drafter.core import edits
from drafter.core.inline import Mark, Span, Style, Text
from drafter.core.model import Footnote, Paragraph, Part, Resolution
from drafter.io.native import native_bytes
from drafter.settings import SettingsFile
from drafter.ui.desk import Desk
from drafter.ui.main_window import MainWindow

WORDS = (
    "Recalling its resolution 60/1 of 16 September 2005 and all its other relevant resolutions on"
    " the matter, including those adopted by the Council, and the outcome of the high-level meeting"
)
Times = tuple[float, float]
"""By the clock, and of the processor on the window's thread; in milliseconds."""
OPENED_FROM = "draft.resolution"
EVERY_NOTE = 5
"""Every fifth paragraph has a footnote."""
KEYS = 200
PACED_KEYS = 60
PAUSES_MS = (30, 60, 90, 120, 310, 330, 370, 420, 520, 610)
"""Of a typist; the checker starts after 300 ms of rest, the recovery file after 500."""
RETURNS = 20
AFTERS = 5
AFTER_S = 1.0
SCROLLS = 40
CHECKS = 10
PATIENCE_S = 20.0
BEFORE_MS = 2000
"""Until what begins with the first text has settled."""


def long_text(paragraphs: int) -> Resolution:
    """A third of it preambular, every fourth operative paragraph an item."""
    row: list[Paragraph] = []
    notes: list[Footnote] = []
    for at in range(paragraphs):
        preambular = at < paragraphs // 3
        marks: tuple[Mark, ...] = ()
        if at % EVERY_NOTE == 0:
            notes.append(Footnote(f"n{at + 1}", Text(f"Resolution {at + 1}/1.")))
            marks = (Mark(29, f"n{at + 1}"),)
        words = WORDS + ("," if preambular else ";")
        part = Part.PREAMBLE if preambular else Part.OPERATIVE
        is_item = not preambular and at % 4 == 0 and at > paragraphs // 3
        text = Text(words, (Span(0, 9, Style.ITALIC),), marks)
        row.append(Paragraph(f"p{at + 1}", part, text, level=int(is_item)))
    return Resolution(
        paragraphs=tuple(row), footnotes=tuple(notes), serial=paragraphs, title=Text("Title")
    )


class Painted(QObject):
    """Counts the paintings of a page."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.count = 0
        window.page.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            self.count += 1
        return super().eventFilter(watched, event)


class Bench:
    """One window, timed."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        self.app = app
        self.window = window
        self.page = window.page
        self.painted = Painted(window)

    def timed(self, act: Callable[[], object]) -> Times:
        """Milliseconds of an act until the page is painted, and those that this thread worked."""
        before = self.painted.count
        start, worked = time.perf_counter(), time.thread_time()
        act()
        while self.painted.count == before:
            self.app.processEvents()
            if time.perf_counter() - start > PATIENCE_S:
                raise SystemExit("the page was not painted")
        return (time.perf_counter() - start) * 1000, (time.thread_time() - worked) * 1000

    def press(self, at: int) -> Times:
        """One key of a word."""
        key = Qt.Key.Key_A if at % 6 else Qt.Key.Key_Space
        return self.timed(lambda: QTest.keyClick(self.page, key))

    def rest(self, pause_ms: int) -> None:
        """The event loop goes on, as between two keys of a typist; other threads too, which have to
        wait as long as `QTest.qWait` does.
        """
        end = time.perf_counter() + pause_ms / 1000
        while time.perf_counter() < end:
            self.app.processEvents()
            time.sleep(0.001)

    def paced(self) -> list[Times]:
        """Keys with pauses, in which the workers start and still run at the next key."""
        figures: list[Times] = []
        for at, pause in zip(range(PACED_KEYS), itertools.cycle(PAUSES_MS), strict=False):
            self.rest(pause)
            figures.append(self.press(at))
        return figures

    def returns(self) -> tuple[list[Times], list[Times]]:
        """Enter in the middle of a paragraph, and all of it undone."""
        entered: list[Times] = []
        for at in range(RETURNS):
            entered.append(self.timed(lambda: QTest.keyClick(self.page, Qt.Key.Key_Return)))
            self.press(at + 1)
        return entered, [self.timed(self.page.undo) for _ in range(RETURNS)]

    def turns(self) -> list[Times]:
        """The longest turn of the event loop after each Enter; what was entered is undone."""
        longest: list[Times] = []
        for _ in range(AFTERS):
            QTest.keyClick(self.page, Qt.Key.Key_Return)
            self.timed(self.page.viewport().update)
            turns: list[Times] = []
            end = time.perf_counter() + AFTER_S
            while (start := time.perf_counter()) < end:
                worked = time.thread_time()
                self.app.processEvents()
                since = time.perf_counter() - start, time.thread_time() - worked
                turns.append((since[0] * 1000, since[1] * 1000))
                time.sleep(0.001)
            longest.append(max(turns, key=lambda turn: turn[1]))
            self.page.undo()
            self.rest(1000)
        return longest

    def scrolls(self) -> list[Times]:
        """A window's height at a time from the top."""
        bar = self.page.verticalScrollBar()
        bar.setValue(0)
        self.app.processEvents()
        step = max(1, min(bar.pageStep(), bar.maximum() // SCROLLS))
        return [self.timed(lambda: bar.setValue(bar.value() + step)) for _ in range(SCROLLS)]


def p95(times: Sequence[Times]) -> Times:
    """The figures, of both kinds, that one in twenty exceeds."""
    wall, worked = (sorted(row)[int(len(row) * 0.95)] for row in zip(*times, strict=True))
    return wall, worked


def checked_again(resolution: Resolution) -> float:
    """Milliseconds of a worker that looks at a text in which one paragraph has changed."""
    cache = Cache()
    check(resolution, ALL, cache)
    figures: list[float] = []
    middle = resolution.ids[len(resolution.ids) // 2]
    for turn in range(CHECKS):
        text = resolution.paragraph(middle).text
        resolution = edits.set_text(resolution, middle, text.replaced(30, 30, str(turn)))
        start = time.thread_time()
        check(resolution, ALL, cache)
        figures.append((time.thread_time() - start) * 1000)
    return statistics.median(figures)


def memory_mb() -> float:
    """What this process holds of the memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


def measure(paragraphs: int, *, with_pace: bool) -> Mapping[str, Times]:
    """The figures of a text of so many paragraphs, in this process."""
    app = QApplication(["page_speed"])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / OPENED_FROM
        file.write_bytes(native_bytes(long_text(paragraphs)))
        desk = Desk(SettingsFile(folder / "settings.json"), folder / "texts")
        # As the program does, see `desk.run`.
        desk.window_stood.connect(gc.freeze, Qt.ConnectionType.SingleShotConnection)
        start, worked = time.perf_counter(), time.thread_time()
        window = desk.open(file)
        if window is None:
            raise SystemExit("the text was not opened")
        bench = Bench(app, window)
        bench.timed(lambda: None)
        opened = (time.perf_counter() - start) * 1000, (time.thread_time() - worked) * 1000
        while not desk.workspaces[window].checking.is_current:
            bench.rest(50)
        window.page.go_to(f"p{paragraphs // 2}", 40)
        bench.rest(BEFORE_MS)
        rows = {"key": [bench.press(at) for at in range(KEYS)]}
        if with_pace:
            rows["paced"] = bench.paced()
        rows["enter"], rows["undo"] = bench.returns()
        rows["turn"] = bench.turns()
        rows["scroll"] = bench.scrolls()
        window.page.go_to(f"p{paragraphs // 2}", 40)
        bench.rest(1000)
        rows["note"] = [bench.timed(lambda: QTest.keyClick(bench.page, Qt.Key.Key_F7))]
        bench.rest(1000)
        memory = memory_mb()
        window.session.undo_stack.setClean()
        window.close()
        desk.close()
        bench.rest(10)
    checked = checked_again(long_text(paragraphs))
    others = {"opened": opened, "check": (checked, checked), "memory": (memory, memory)}
    return {name: p95(row) for name, row in rows.items()} | others


def measured_alone(paragraphs: int, *, with_pace: bool) -> Mapping[str, Times]:
    """The same, in a process of its own."""
    command = [sys.executable, __file__, "--alone", str(paragraphs)]
    done = subprocess.run(
        [*command, *(["--pace"] if with_pace else [])], check=True, capture_output=True, cwd=ROOT
    )
    return json.loads(done.stdout.splitlines()[-1])


def print_table(title: str, best: Mapping[int, Mapping[str, float]]) -> None:
    """The figures of each text, and how many times those of the first they are."""
    first = next(iter(best.values()))
    print(f"{title:18}" + "".join(f"{name:>9}" for name in first))
    for size, figures in best.items():
        print(f"{size:6} paragraphs " + "".join(f"{one:9.1f}" for one in figures.values()))
    for size, figures in list(best.items())[1:]:
        ratios = (one / first[name] for name, one in figures.items())
        print(f"{size:6} to {next(iter(best)):<7} " + "".join(f"{one:9.2f}" for one in ratios))


def main() -> None:
    """Measures what the arguments ask for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("paragraphs", nargs="*", type=int, default=[30, 300])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--pace", action="store_true")
    parser.add_argument("--alone", action="store_true")
    chosen = parser.parse_args()
    if chosen.alone:
        print(json.dumps(measure(chosen.paragraphs[0], with_pace=chosen.pace)))
        return
    found: dict[int, list[Mapping[str, Times]]] = {size: [] for size in chosen.paragraphs}
    for _, size in itertools.product(range(chosen.runs), chosen.paragraphs):
        found[size].append(measured_alone(size, with_pace=chosen.pace))
    for kind, title in enumerate(("until painted", "of the processor")):
        best = {
            size: {name: min(one[name][kind] for one in runs) for name in runs[0]}
            for size, runs in found.items()
        }
        print_table(title, best)
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()

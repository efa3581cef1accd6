"""How long the program takes to a window one can use, beside an empty window: run by hand.

    python tests/benchmarks/start_time.py [RUNS]
    xvfb-run -a python tests/benchmarks/start_time.py

Whole processes, from their start until their window is painted and no event waits; the kinds take
turns, and of each the median counts. `processor` is the time that the processor spent on it, which
other programs on the machine do not lengthen.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from drafter.io.native import native_bytes
from drafter.io.text import read_text

SAMPLE = ROOT / "resources" / "starter" / "A_RES_64_177.fr.txt"
RUNS = 15
UNTIL_PAINTED = """
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self.end)
        return False
    def end(self):
        QApplication.instance().removeEventFilter(self)
        QApplication.processEvents()
        if "multiprocessing" in sys.modules:
            for child in sys.modules["multiprocessing"].active_children():
                child.terminate()  # a corpus begun goes on otherwise
        os._exit(0)

run = QApplication.exec

def watched_exec(*_):
    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    return run()

QApplication.exec = watched_exec
"""
EMPTY = """
from PySide6.QtWidgets import QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1440, 900)
window.show()
app.exec()
"""
PROGRAM = """
import sys
from drafter.__main__ import window_program
program = window_program()
"""
"""In the order in which the program does it, before the watch loads Qt."""
RUN = """
program(sys.argv[1:])
"""
KINDS: dict[str, tuple[str, str]] = {
    "empty window": (UNTIL_PAINTED + EMPTY, ""),
    "start page": (PROGRAM + UNTIL_PAINTED + RUN, ""),
    "a draft opened": (PROGRAM + UNTIL_PAINTED + RUN, "{home}/draft.resolution"),
    "a text opened": (PROGRAM + UNTIL_PAINTED + RUN, str(SAMPLE)),
}
"""What is run, and the file that is opened: the program's own, or a text that has to be read."""


def run_once(name: str, home: str) -> tuple[float, float]:
    """Milliseconds until the window of one kind is painted, and those of the processor."""
    code, file = KINDS[name]
    # As on a user's computer: compiled modules are kept, whatever is set here.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": home}
    environment |= dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), home)
    if not os.environ.get("DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-c", code, *filter(None, [file.format(home=home)])]
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{name} ended with {process.returncode}")
    return wall * 1000, (usage.ru_utime + usage.ru_stime) * 1000


def main() -> None:
    """Prints the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    figures: dict[str, list[tuple[float, float]]] = {name: [] for name in KINDS}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        draft = native_bytes(read_text(SAMPLE.read_text(encoding="utf-8")))
        Path(home, "draft.resolution").write_bytes(draft)
        for turn in range(runs + 1):
            for name in KINDS:
                figure = run_once(name, home)
                if turn:  # the first compiles the modules
                    figures[name].append(figure)
    medians = {name: [statistics.median(one) for one in zip(*rows, strict=True)]
               for name, rows in figures.items()}  # fmt: skip
    least = {name: min(spent for _, spent in rows) for name, rows in figures.items()}
    bare = medians["empty window"]
    print(f"{'':16}{'ms':>8}{'ratio':>8}{'processor ms':>14}{'ratio':>8}{'least':>8}")
    for name, (wall, spent) in medians.items():
        ratios = wall / bare[0], spent / bare[1]
        print(
            f"{name:16}{wall:8.0f}{ratios[0]:8.2f}{spent:14.0f}{ratios[1]:8.2f}{least[name]:8.0f}"
        )
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()

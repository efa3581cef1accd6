"""How long the window is held up while texts are imported and citations are looked for.

    .venv/bin/python -m tests.benchmarks.corpus_heartbeat ARCHIVE [ARCHIVE]

The first archive is imported while nobody types, the second (of other texts) while somebody types
and looks for citations. A timer of one millisecond beats on the interface thread; each beat that
comes late was held up by something. What the thread waited for a processor, because of other
programs, is told by the kernel (`schedstat`) and given apart.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafter.app.places import Caret, paragraph_place
from drafter.settings import SettingsFile
from drafter.ui.desk import Desk
from drafter.ui.main_window import MainWindow
from drafter.ui.workspace import Workspace
from tests.notation import document

BEAT_MS = 1
REST_SECONDS = 10
TYPING_MS = 120
ASKING_MS = 400
LIMIT_MS = 16
WORDS = ("arms trade", "60/2", "enfant droits", "terrorisme", "1373", "developpement durabl")


@dataclass
class Beats:
    """The gaps between beats in milliseconds, and how much of each was spent waiting."""

    gaps: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)

    def line(self, name: str) -> str:
        """One row of the table."""
        cells = [f"{name:<26}", f"{len(self.gaps):>7}"]
        for row in (self.gaps, self.own):
            ordered = sorted(row)
            cells += [f"{ordered[int(len(ordered) * part)]:>7.1f}" for part in (0.5, 0.99, 0.999)]
            cells += [f"{ordered[-1]:>7.1f}", f"{sum(one > LIMIT_MS for one in row):>5}"]
        return " ".join(cells)


class Heart(QObject):
    """Beats on the interface thread."""

    def __init__(self) -> None:
        super().__init__()
        self.beats = Beats()
        self._schedule = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._last = (time.perf_counter(), self._waited())
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(BEAT_MS)

    def start(self) -> None:
        """Begins a new count."""
        self.beats = Beats()
        self._last = (time.perf_counter(), self._waited())

    def _waited(self) -> float:
        return int(self._schedule.read_text().split()[1]) / 1e9

    @Slot()
    def _on_timeout(self) -> None:
        now, waited = time.perf_counter(), self._waited()
        gap = now - self._last[0]
        self.beats.gaps.append(1000 * gap)
        self.beats.own.append(1000 * max(0.0, gap - (waited - self._last[1])))
        self._last = (now, waited)


class Drafter(QObject):
    """Types into the page and looks for citations, over and over."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__()
        self._page = window.page
        self._window = window
        self._search = desk.workspaces[window].citing.search
        self._asked = 0
        self._typing = QTimer(self)
        self._typing.timeout.connect(self._on_typing_timeout)
        self._asking = QTimer(self)
        self._asking.timeout.connect(self._on_asking_timeout)

    def start_typing(self) -> None:
        """A letter every so often."""
        self._typing.start(TYPING_MS)

    def start_asking(self) -> None:
        """A search every so often."""
        self._asking.start(ASKING_MS)

    @Slot()
    def _on_typing_timeout(self) -> None:
        QTest.keyClick(self._page, Qt.Key.Key_A)

    @Slot()
    def _on_asking_timeout(self) -> None:
        self._asked += 1
        words = WORDS[self._asked % len(WORDS)]
        self._search.ask(words, self._window.session.resolution, self._page.caret())


def _go_on(milliseconds: int) -> None:
    """Lets the event loop run; QTest's own wait sleeps ten milliseconds at a time."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(archives: list[str]) -> int:
    """Measures at rest and at work, each with an import and without, and prints all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(["drafter"])
    with TemporaryDirectory() as folder:
        place = Path(folder)
        desk = Desk(SettingsFile(place / "settings.json"), place / "texts")
        window = desk.show(document("@fr | P: _Rappelant_ la pluie, | 1. _Décide_."), None)
        window.page.set_caret(Caret(paragraph_place("p1"), 5))
        workspace = desk.workspaces[window]
        workspace.corpus_views.show_corpus()
        drafter = Drafter(window, desk)
        _go_on(5000)  # the first search reads what all others need
        gc.freeze()  # as the program does when it has started
        heart = Heart()
        print(f"{'':26} {'beats':>7}   all: p50, p99, p99.9, max, >{LIMIT_MS} ms; own: the same")
        _measure(heart, workspace, "at rest", None)
        _measure(heart, workspace, "importing", Path(archives[0]))
        drafter.start_typing()
        _measure(heart, workspace, "typing", None)
        drafter.start_asking()
        _measure(heart, workspace, "typing, citing", None)
        _measure(heart, workspace, "typing, citing, importing", Path(archives[-1]))
        del drafter
        window.session.undo_stack.setClean()
        window.close()
        desk.close()
    app.processEvents()
    return 0


def _measure(heart: Heart, workspace: Workspace, name: str, archive: Path | None) -> None:
    """Counts for a while, or for as long as an import goes on and what it shows is counted."""
    heart.start()
    if archive is None:
        _go_on(1000 * REST_SECONDS)
    else:
        dialog = workspace.corpus_views.dialog
        assert dialog is not None
        started = time.perf_counter()
        dialog.add([archive])
        while workspace.corpus.work.is_busy:
            _go_on(200)
        print(f"({dialog.strip.summary.text()} {time.perf_counter() - started:.0f} s)")
        _go_on(2000)
    print(heart.beats.line(name), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

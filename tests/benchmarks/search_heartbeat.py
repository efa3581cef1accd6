"""How long searching keeps the window waiting: `search_heartbeat.py CORPUS_FOLDER [SECONDS]`.

A timer of the interface thread beats every millisecond; what is late is what somebody would feel.
Beats are taken while the panels follow the page, while nothing happens, while the search thread
answers without rest what is typed into the panel, and while an import into another corpus runs in a
process of its own besides. On a machine that others use, too, lateness is also theirs. `worked` is
how long the processor was busy between two beats with all threads of this process, which no beat
can be later by where nothing else runs, and `window` with the interface thread alone.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafter.app.corpus import Corpus
from drafter.app.library import Library
from drafter.corpus.importing import add
from drafter.corpus.job import Job
from drafter.settings import Settings, SettingsFile
from drafter.ui.desk import Desk
from drafter.ui.main_window import MainWindow
from tests.notation import document

LIMIT_MS = 16.0
QUESTIONS = (
    "Requests the Secretary-General to submit to the General Assembly",
    "Decides to include in the provisional agenda of its next session the item",
    "Expressing grave concern at the situation of human rights",
    "Calls upon Member States to strengthen international cooperation",
    "Recalling its resolution on the financing of the United Nations",
    "Welcomes the efforts of the specialized agencies and programmes",
)


class Heart(QObject):
    """Notes how late each beat is."""

    def __init__(self) -> None:
        super().__init__()
        self.late_ms: list[float] = []
        self.worked_ms: list[float] = []
        self.window_ms: list[float] = []
        self._times = (0.0, 0.0)
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self.late_ms, self.worked_ms, self.window_ms = [], [], []
        self._times = (time.process_time(), time.thread_time())
        self._clock.start()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        self.late_ms.append(self._clock.nsecsElapsed() / 1e6 - 1)
        self._clock.restart()
        times = (time.process_time(), time.thread_time())
        self.worked_ms.append(1000 * (times[0] - self._times[0]))
        self.window_ms.append(1000 * (times[1] - self._times[1]))
        self._times = times


def measured(name: str, heart: Heart, seconds: float, work: Callable[[], None]) -> None:
    """Does `work` every 40 milliseconds, and prints how late the beats between were."""
    asked = 0

    def again() -> None:
        nonlocal asked
        asked += 1
        work()

    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(again)
    timer.start(40)
    heart.start()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()
    heart.stop()
    timer.stop()
    print(f"{name:<24} {asked:6} {len(heart.late_ms):6}", end="")
    for row in (heart.late_ms, heart.worked_ms, heart.window_ms):
        ordered = sorted(row)
        over = sum(one > LIMIT_MS for one in row)
        print(f" {ordered[int(0.99 * len(row))]:8.2f} {ordered[-1]:8.2f} {over:4}", end="")
    print()


def main(folder: Path, seconds: float) -> int:
    """Measures with the corpus in a folder."""
    gc.disable()
    QApplication(["drafter"])
    heart = Heart()
    with TemporaryDirectory() as place:
        settings = SettingsFile(Path(place) / "settings.json")
        settings.write(Settings(theme="light"))
        desk = Desk(settings, Path(place) / "texts")
        desk.library.close()
        desk.library = Library(Corpus(folder, desk), desk)
        window = desk.show(document("1. x", printed=False), None)
        QTest.qWaitForWindowActive(window)
        panel = desk.workspaces[window].panels.precedents.panel
        columns = [f" {name:>8} {'max':>8} {'>16':>4}" for name in ("late p99", "worked", "window")]
        print(f"{'milliseconds':<24} {'times':>6} {'beats':>6}{''.join(columns)}")
        measured("panels follow", heart, 3, lambda: None)
        gc.freeze()  # as the program does when its window stands
        gc.enable()
        measured("nothing happens", heart, seconds, lambda: None)
        measured("first question", heart, 3, partial(_ask, panel, [0]))
        counter = [0]
        measured("searching", heart, seconds, partial(_ask, panel, counter))
        texts = Path(place) / "import"
        texts.mkdir()
        _write_texts(texts)
        job = Job(partial(add, Path(place) / "other", [texts]))
        measured("searching and importing", heart, seconds, partial(_ask, panel, counter))
        job.kill()
        _close(desk, window)
    return 0


def _ask(panel, counter: list[int]) -> None:
    """The next question, a letter longer than the one before, as somebody types it."""
    counter[0] += 1
    words = QUESTIONS[(counter[0] // 20) % len(QUESTIONS)]
    cut = len(words) - 20 + counter[0] % 20
    panel.suggesting.words = words[:cut]
    panel.suggesting.ask_now()


def _write_texts(folder: Path) -> None:
    for number in range(4000):
        row = [f"{n}. Decides word{number} and thing{n * number % 977};" for n in range(1, 30)]
        lines = ("General Assembly", f"Resolution {number}", *row)
        (folder / f"{number}.txt").write_text("\n\n".join(lines))


def _close(desk: Desk, window: MainWindow) -> None:
    window.session.undo_stack.setClean()
    window.close()
    desk.close()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 10.0))

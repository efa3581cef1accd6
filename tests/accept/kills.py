"""The program killed while somebody types: nothing older than a second is lost, no file broken.

`python -m tests.accept.kills 200` does it 200 times and says how old the oldest lost word was.
"""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from drafter.app.recovery import leftovers
from drafter.core.errors import DrafterError
from drafter.core.model import Resolution
from drafter.io.native import read_native

ROOT = Path(__file__).resolve().parent.parent.parent
LONGEST_LOSS_S = 1.0
SHORTEST_S, LONGEST_S = 0.2, 3.0
WORDS_PER_PARAGRAPH = 12
MOST_SAVES_MS = 900
_WORD = re.compile(r"\bn(\d+)\b")


class Kill(NamedTuple):
    """What one kill left: the words typed, those found again, how old the oldest lost one was."""

    typed: int
    found: int
    lost_age_s: float
    broken: tuple[str, ...]

    @property
    def is_fine(self) -> bool:
        """Whether the promise was kept."""
        return not self.broken and self.lost_age_s <= LONGEST_LOSS_S


def kill_once(chance: random.Random) -> Kill:
    """Starts the program, lets it be typed in, kills it at a random moment, and looks."""
    # What ends may hold its files for a moment more.
    with TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place)
        command = [sys.executable, "-m", "tests.accept.kills", "--type", place]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        log = folder / "log"
        with log.open("wb") as out:
            child = subprocess.Popen(
                [*command, str(chance.random())], cwd=ROOT, env=environment, stdout=out,
                stderr=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
            while not log.stat().st_size:
                assert child.poll() is None, "the program did not start"
                time.sleep(0.02)
            time.sleep(chance.uniform(SHORTEST_S, LONGEST_S))
            killed_at = time.monotonic()
            child.kill()
            child.wait()
        kill = _look(folder, killed_at)
        with suppress(ProcessLookupError):  # it may have made the corpus that it begins with
            os.killpg(child.pid, signal.SIGKILL)
        return kill


def _look(folder: Path, killed_at: float) -> Kill:
    times = [float(line) for line in (folder / "log").read_text().split("\n")[:-1]]
    broken: list[str] = []
    found = 0
    for path in sorted(folder.rglob("*.resolution")):
        try:
            found = max(found, _last_word(read_native(path.read_bytes())))
        except (DrafterError, AssertionError) as error:
            broken.append(f"{path.name}: {error}")
    offered = len(leftovers(folder / "texts" / "recovery"))
    present = len(list(folder.glob("texts/recovery/*/draft.resolution")))
    if offered != present:
        broken.append(f"{present - offered} recovery files are not offered")
    lost = times[found:]
    return Kill(len(times), found, killed_at - lost[0] if lost else 0.0, tuple(broken))


def _last_word(resolution: Resolution) -> int:
    """The number of the last word; those before it must all be there, in order."""
    words = [int(n) for text in resolution.texts() for n in _WORD.findall(text.plain)]
    complete = words[:-1]  # the last one may be half typed
    assert complete == list(range(1, len(words))), "words are missing in the middle"
    return len(complete)


def type_until_killed(folder: Path, seed: str) -> int:
    """The program with somebody at its keys: numbered words, Enter now and then, saves."""
    # Inline: the killer itself needs no window.
    from PySide6.QtCore import Qt, QTimer  # noqa: PLC0415
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from drafter.settings import SettingsFile  # noqa: PLC0415
    from drafter.ui.desk import Desk  # noqa: PLC0415

    app = QApplication(["drafter"])
    chance = random.Random(seed)
    desk = Desk(SettingsFile(folder / "settings.json"), folder / "texts")
    window = desk.new()
    typing, saving = QTimer(), QTimer()
    letters = iter("")
    number = 0

    def type_one() -> None:
        nonlocal letters, number
        letter = next(letters, "")
        if not letter:
            if number:
                sys.stdout.write(f"{time.monotonic()}\n")
                sys.stdout.flush()
                if number % WORDS_PER_PARAGRAPH == 0:
                    QTest.keyClick(window.page, Qt.Key.Key_Return)
            number += 1
            letters = iter(f"n{number} ")
        else:
            QTest.keyClick(window.page, letter)
        typing.start(chance.randrange(2, 40))

    def save() -> None:
        window.save_to(folder / "mine.resolution")
        saving.start(chance.randrange(50, MOST_SAVES_MS) * chance.choice((1, 1, 6)))

    typing.setSingleShot(True)
    saving.setSingleShot(True)
    typing.timeout.connect(type_one)
    saving.timeout.connect(save)
    typing.start(0)
    saving.start(chance.randrange(MOST_SAVES_MS))
    return app.exec()


def main(arguments: list[str]) -> int:
    """Kills as often as asked; gives 1 if a promise was broken."""
    if arguments[:1] == ["--type"]:
        return type_until_killed(Path(arguments[1]), arguments[2])
    times = int(arguments[0]) if arguments else 200
    chance = random.Random()
    kills: list[Kill] = []
    for number in range(1, times + 1):
        kills.append(kill_once(chance))
        if not kills[-1].is_fine:
            sys.stdout.write(f"{number}: {kills[-1]}\n")
    worst = max(kill.lost_age_s for kill in kills)
    bad = sum(not kill.is_fine for kill in kills)
    typed = sum(kill.typed for kill in kills)
    sys.stdout.write(
        f"{times} kills, {typed} words typed, oldest lost word {worst:.2f} s old, {bad} broken\n"
    )
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

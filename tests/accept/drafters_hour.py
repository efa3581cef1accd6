"""A drafter's hour: a resolution written with keys and clicks, from start page to Word file.

`python -m tests.accept.drafters_hour` does it in real windows on the display there is (`xvfb-run`
will do) and leaves pictures and files below `artefacts/`; the tests do it without a screen.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from drafter.app.slots import MARK, surface
from drafter.core.model import Resolution
from drafter.io.native import native_bytes, read_native
from drafter.settings import SettingsFile
from drafter.ui.desk import Desk
from drafter.ui.editor.blocks import displayable
from drafter.ui.editor.page import Page
from drafter.ui.findings import FixMenu
from drafter.ui.line_button import LineButton
from drafter.ui.main_window import MainWindow
from drafter.ui.note_menu import NoteMenu
from drafter.ui.style import dress
from drafter.ui.theme import LIGHT
from drafter.ui.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent.parent
READY = b"ready\n"
PRESENT = "present.resolution"
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
TIMEOUT_MS = 10_000
_SEEN_MS = 700
"""How long a stage rests before its picture, so that what follows the text has followed."""

PREAMBLE = (
    "Recalling its resolution 60/1 of 16 September 2005,",
    "Noting with appreciation the report on plain drafting,",
    "Convinced that words understood by all are kept by all,",
)
FIRST, CHAPEAU = "Welcomes the progress made;", "Calls upon Member States:"
ITEM, DEEP, DEEPER, LAST_ITEM = (
    "To write in plain words:",
    "In their titles;",
    "In their notes;",
    "To train those who draft;",
)
REST = (
    "Requests a report on plain drafting at its next session;",
    "Invites all organs to take part;",
    "Decides to remain seized of the matter.",
)
NOTES = ("See the first report.", "See the second report.")


class Hour:
    """One desk with folders of its own; `look(name, widget)` is shown each stage."""

    def __init__(self, folder: Path, look: Callable[[str, QWidget], None]) -> None:
        self.folder = folder
        self.look = look
        self.desk = self._new_desk(folder / "texts")
        self.start: Resolution | None = None

    def _new_desk(self, texts: Path) -> Desk:
        file = SettingsFile(self.folder / "settings" / "settings.json")
        file.write(replace(file.read(), theme="light", draft_language="en"))
        return Desk(file, texts)

    @property
    def window(self) -> MainWindow:
        return self.desk.windows[-1]

    @property
    def page(self) -> Page:
        return self.window.page

    @property
    def workspace(self) -> Workspace:
        return self.desk.workspaces[self.window]

    @property
    def resolution(self) -> Resolution:
        return self.window.session.resolution

    # --- hands ------------------------------------------------------------------------------

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, *, times: int = 1) -> None:
        """Presses a key where the focus is."""
        if QApplication.activeWindow() is None:  # offscreen, once a menu has closed
            self.window.activateWindow()
            QTest.qWaitForWindowActive(self.window)
        for _ in range(times):
            QTest.keyClick(QApplication.focusWidget() or self.page, key, held)

    def write(self, words: str) -> None:
        """Types words where the focus is."""
        target = QApplication.focusWidget() or self.page
        for letter in words:
            QTest.keyClick(target, letter)

    def click(self, button: QPushButton | LineButton) -> None:
        """Clicks on a button."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def until(self, is_so: Callable[[], bool]) -> None:
        """Waits for something that happens by itself."""
        limit = QDeadlineTimer(TIMEOUT_MS)
        while not is_so():
            assert not limit.hasExpired(), "it did not happen"
            QTest.qWait(20)

    def at_end_of(self, words: str) -> None:
        """Goes to the end of the paragraph that begins with these words, with arrow keys."""
        self.press(Key.Key_1, CTRL)
        self.press(Key.Key_Home, CTRL)
        while not self._line().startswith(words):
            assert self._moves(Key.Key_Down)
        here = self.page.textCursor().blockNumber()
        while self._moves(Key.Key_Down):
            if self.page.textCursor().blockNumber() != here:
                self.press(Key.Key_Home)
                self.press(Key.Key_Left)
                return
        self.press(Key.Key_End)

    def _line(self) -> str:
        return self.page.textCursor().block().text()

    def _moves(self, key: Qt.Key) -> bool:
        """Whether a key moves the caret."""
        before = self.page.textCursor().position()
        self.press(key)
        return self.page.textCursor().position() != before

    def menu(self, kind: type[QWidget]) -> QWidget:
        """The menu that is open."""
        self.until(lambda: any(one.isVisible() for one in self.window.findChildren(kind)))
        return next(one for one in self.window.findChildren(kind) if one.isVisible())

    # --- the hour ---------------------------------------------------------------------------

    def begin(self) -> None:
        """From the start page to the caret in the first preambular paragraph."""
        start = self.desk.start()
        QTest.qWaitForWindowActive(start)
        self.look("start page", start)
        card = next(one for one in start.page.cards.buttons() if one.isVisible())
        self.click(card)
        QTest.qWaitForWindowActive(self.window)
        self.start = self.resolution
        assert self.page.caret().place.id == "p1"
        self.look("empty draft", self.window)

    def draft(self) -> None:
        """Three preambular and five operative paragraphs with two levels of items."""
        for number, line in enumerate(PREAMBLE):
            if number:
                self.press(Key.Key_Return)
            self.write(line)
        self.press(Key.Key_Down)
        self.write(FIRST)
        self.press(Key.Key_Return)
        self.write(CHAPEAU)
        self.press(Key.Key_Return)
        self.write(ITEM)
        for line in (DEEP, DEEPER):
            self.press(Key.Key_Return)
            self.write(line)
        self.press(Key.Key_Return, times=2)
        self.write(LAST_ITEM)
        self.press(Key.Key_Return, times=2)
        for number, line in enumerate(REST):
            if number:
                self.press(Key.Key_Return)
            self.write(line)
        self.look("drafted", self.window)

    def annotate(self) -> None:
        """Two notes, the first marked twice."""
        for words, note in zip((PREAMBLE[0], FIRST), NOTES, strict=True):
            self.at_end_of(words)
            self.press(Key.Key_F7)
            self.write(note)
        self.at_end_of(REST[0])
        self.press(Key.Key_M, CTRL | ALT)
        menu = self.menu(NoteMenu)
        self.look("marking a note again", self.window)
        QTest.keyClick(menu, Key.Key_Return)
        self.look("notes", self.window)

    def reorder(self) -> None:
        """A paragraph above another one, with the keys."""
        self.at_end_of(REST[1])
        self.press(Key.Key_Up, ALT)

    def back_and_forth(self) -> None:
        """All steps taken back, and taken again."""
        end = self.resolution
        self.press(Key.Key_1, CTRL)
        stack = self.window.session.undo_stack
        while stack.canUndo():
            self.press(Key.Key_Z, CTRL)
        assert self.resolution == self.start
        while stack.canRedo():
            self.press(Key.Key_Z, CTRL | SHIFT)
        assert self.resolution == end

    def replace_words(self) -> None:
        """Every “plain” replaced from the bar."""
        self.press(Key.Key_H, CTRL)
        bar = self.workspace.find_bar
        self.write("plain")
        bar.new.setFocus()
        self.write("clear")
        self.look("find bar", self.window)
        self.click(bar.replace_all)
        bar.words.setFocus()
        self.press(Key.Key_Escape)

    def fix_three(self) -> None:
        """Three problems made by taking end marks away, then mended from the menu at the caret."""
        for words in (PREAMBLE[2], LAST_ITEM, REST[1]):
            self.at_end_of(words[:20])
            self.press(Key.Key_Backspace)
        self.press(Key.Key_Home, CTRL)  # that a paragraph is unfinished is said once it is left
        checking = self.workspace.checking
        for left in (3, 2, 1):
            self.until(lambda: checking.is_current)
            assert len(checking.problems) == left, checking.problems
            self.press(Key.Key_F8)
            self.press(Key.Key_Period, CTRL)
            menu = self.menu(FixMenu)
            self.look("fixes", self.window)
            QTest.keyClick(menu, Key.Key_Down)
            QTest.keyClick(menu, Key.Key_Return)
        self.until(lambda: checking.is_current)
        assert checking.problems == ()

    def change_labels(self) -> None:
        """The labels, marks and set wordings of another language."""
        action = next(one for one in self.window.findChildren(type(self.window.actions_["save"]))
                      if one.objectName() == "language_fr")  # fmt: skip
        action.trigger()
        self.look("French labels", self.window)

    def save(self) -> Path:
        """Saved under a name."""
        path = self.folder / "plain.resolution"
        assert self.window.save_to(path)
        self.press(Key.Key_S, CTRL)
        assert self.window.session.is_clean
        return path

    def write_on(self) -> None:
        """Words typed after the save, which only the recovery file has."""
        self.at_end_of(REST[2][:20])
        self.press(Key.Key_Left)
        self.write(" in future")
        self.until(lambda: self.workspace.recovery.is_current)
        self.look("about to be killed", self.window)

    def recover(self, lost: Resolution) -> None:
        """A new program finds what the killed one had, beside the saved file."""
        start = self.desk.start()
        QTest.qWaitForWindowActive(start)
        self.click(start.offer.look)
        self.look("recovery offer", start)
        assert "in future" in start.offer.comparison.text.toPlainText()
        self.click(start.offer.open)
        assert self.resolution == lost
        assert not self.window.session.is_clean
        self.press(Key.Key_S, CTRL)
        assert self.window.session.is_clean

    def export(self) -> Path:
        """The Word file."""
        path = self.folder / "plain.docx"
        assert self.window.export_to(path)
        self.look("exported", self.window)
        return path

    def shown(self) -> list[str]:
        """What the page shows, block by block, labels before the words."""
        blocks = self.page.blocks
        present = [self.page.block_of(block.place).text() for block in blocks]
        assert [displayable(surface(block.text)) for block in blocks] == present
        return [
            f"{block.label} {words.replace(MARK, '')}".strip()
            for block, words in zip(blocks, present, strict=True)
        ]

    def until_the_kill(self) -> None:
        """All that is done before the program is killed."""
        self.begin()
        self.draft()
        self.annotate()
        self.reorder()
        self.back_and_forth()
        self.replace_words()
        self.fix_three()
        self.change_labels()
        self.save()
        self.write_on()

    def close(self) -> None:
        """Closes what is open, without a question."""
        for window in list(self.desk.windows):
            window.session.undo_stack.setClean()
            window.close()
        if self.desk.start_window is not None:
            self.desk.start_window.close()


# --- the kill -----------------------------------------------------------------------------------


def killed_half(folder: Path, pictures: Path | None) -> Resolution:
    """The hour in a program of its own until `kill -9`; what stood on its page at that moment."""
    command = [sys.executable, "-m", "tests.accept.drafters_hour", "--killed", str(folder)]
    child = subprocess.Popen(
        [*command, *([str(pictures)] if pictures else [])], cwd=ROOT, stdout=subprocess.PIPE
    )
    with child:
        assert child.stdout is not None
        told = child.stdout.readline()
        child.kill()
    assert told == READY, "the first half of the hour failed; see above"
    assert child.returncode == -signal.SIGKILL
    return read_native((folder / PRESENT).read_bytes())


def be_killed(folder: Path, pictures: Path | None) -> int:
    """The first half, in this program: says when it is ready to be killed, and goes on living."""
    app = QApplication(["drafter"])
    dress(LIGHT)
    hour = Hour(folder, looker(pictures, 1) if pictures else unseen)
    hour.until_the_kill()
    (folder / PRESENT).write_bytes(native_bytes(hour.resolution))
    sys.stdout.buffer.write(READY)
    sys.stdout.flush()
    return app.exec()


def unseen(_name: str, _widget: QWidget) -> None:
    """No pictures."""


def looker(folder: Path, first: int) -> Callable[[str, QWidget], None]:
    """Keeps a numbered picture of each stage; on a real display, of the whole of it."""
    numbers = count(first)

    def look(name: str, widget: QWidget) -> None:
        QTest.qWait(_SEEN_MS)
        is_real = QApplication.platformName() == "xcb"
        picture = widget.screen().grabWindow(0) if is_real else widget.grab()
        picture.save(str(folder / f"{next(numbers):02} {name}.png"))

    return look


def main(arguments: list[str]) -> int:
    """Does it on the display there is, with pictures."""
    if arguments[:1] == ["--killed"]:
        return be_killed(Path(arguments[1]), Path(arguments[2]) if arguments[2:] else None)
    pictures = Path("artefacts").absolute() / "drafters-hour"
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    with TemporaryDirectory() as place:
        lost = killed_half(Path(place), pictures)
        shown = QApplication(["drafter"])
        dress(LIGHT)
        hour = Hour(Path(place), looker(pictures, len(list(pictures.iterdir())) + 1))
        hour.recover(lost)
        shutil.copy(hour.export(), pictures)
        (pictures / "page.txt").write_text("\n".join(hour.shown()), encoding="utf-8")
        hour.close()
        shown.processEvents()
    sys.stdout.write(f"{len(list(pictures.glob('*.png')))} pictures, {pictures}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

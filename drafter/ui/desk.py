"""The windows that are open, one for each draft, and the start page when there is none.

What only a draft's window needs is loaded when the first one opens, or while nothing is done on the
start page: it is the larger part of the program.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from drafter import paths
from drafter.app.interface import first_draft_language, interface_language, interface_locale, speak
from drafter.core.errors import DrafterError
from drafter.settings import Settings, SettingsFile
from drafter.ui.after_crash import AfterCrash
from drafter.ui.style import dress
from drafter.ui.theme import ThemeChoice, theme_for

if TYPE_CHECKING:
    from drafter.app.library import Library
    from drafter.app.questions import Whole
    from drafter.core.model import Resolution
    from drafter.ui.keys import Chosen
    from drafter.ui.language_menu import LanguageMenu
    from drafter.ui.main_window import MainWindow
    from drafter.ui.reading import Reader, Reading
    from drafter.ui.start_window import StartWindow
    from drafter.ui.workspace import Workspace

SAMPLE = ("starter", "A_RES_64_177.fr.txt")
_IDLE_MS = 250
_LOOK_MS = 300
"""A wheel turned with Ctrl makes many zooms, a window dragged many sizes: the last is written."""
_TURN_S = 0.0001
"""How long a thread behind the page may go on while the page waits, which it may have to do at each
call of Qt: a list is drawn with hundreds of them. Fifty times that is usual."""
_NEXT = (
    *("drafter.io.formats", "drafter.app.session", "drafter.core.diff", "drafter.app.recovery"),
    *("drafter.ui.editor.blocks", "drafter.ui.editor.page", "drafter.ui.main_window"),
    *("drafter.ui.workspace", "drafter.ui.opening", "drafter.ui.panels.outline"),
    *("drafter.ui.panels.footnotes", "drafter.check.registry", "drafter.ui.precedents.desk"),
    *("drafter.ui.panels.problems", "drafter.ui.panels.masthead", "drafter.ui.citing"),
)
"""What the first draft's window will need, in pieces that are loaded without being noticed."""


class Desk(QObject):
    """Opens and closes windows; the only one who writes the settings.

    `window_stood()` when all that stands round the page of a window is there.
    """

    window_stood = Signal()

    def __init__(self, settings_file: SettingsFile, texts: Path) -> None:
        super().__init__()
        sys.setswitchinterval(_TURN_S)
        self._file = settings_file
        self._texts = texts
        read = settings_file.read()
        first = first_draft_language(read.language, QLocale.system())
        self.settings = replace(read, draft_language=read.draft_language or first)
        language = interface_language(self.settings.language, QLocale.system())
        QLocale.setDefault(interface_locale(language, QLocale.system()))
        speak(language, self)
        self.windows: list[MainWindow] = []
        self.workspaces: dict[MainWindow, Workspace] = {}
        self.start_window: StartWindow | None = None
        self.after_crash = AfterCrash(self, texts / "recovery")
        self._to_load = list(_NEXT)
        self._looked_at: QObject | None = None
        self._look_timer = QTimer(self)
        self._look_timer.setSingleShot(True)
        self._look_timer.setInterval(_LOOK_MS)
        self._look_timer.timeout.connect(self._remember_look)

    def close(self) -> None:
        """The program ends: stops what still goes on, and gives the corpus free."""
        if "_reader" in self.__dict__:
            self._reader.close()
        if "library" in self.__dict__:
            self.library.close()
            self.library.corpus.close()

    @cached_property
    def _reader(self) -> Reader:
        """Reads large texts; made for the first of them."""
        from drafter.ui.reading import Reader

        made = Reader(self)
        made.done.connect(self._on_reader_done)
        made.failed.connect(self.say)
        made.stopped.connect(self.say)
        made.took_long.connect(self._on_reader_took_long)
        return made

    @cached_property
    def library(self) -> Library:
        """The user's corpus, in which all windows search; made for the first of them."""
        from drafter.app.corpus import Corpus
        from drafter.app.library import Library

        return Library(Corpus(self._texts / paths.CORPUS, self), self)

    @cached_property
    def _language_menu(self) -> LanguageMenu:
        """The choice of the interface's language, in all windows the same."""
        from drafter.ui.language_menu import LanguageMenu

        made = LanguageMenu(self.settings.language, self)
        made.chosen.connect(self._on_language_chosen)
        return made

    # --- the start page ---------------------------------------------------------------------

    def start(self) -> StartWindow:
        """Shows the start page."""
        from drafter.ui.start_window import StartWindow

        start = StartWindow(self.settings, self.after_crash.leftovers())
        start.page.new_requested.connect(self._on_new_requested)
        start.page.open_requested.connect(self._on_open_requested)
        start.page.paste_requested.connect(self._on_paste_requested)
        start.page.sample_requested.connect(self._on_sample_requested)
        start.page.precedent_requested.connect(self.choose_and_start)
        if start.offer is not None:
            self.after_crash.answer(start.offer)
        self.start_window = start
        start.show()
        start.setFocus()
        self._load_next()
        return start

    @Slot()
    def _load_next(self) -> None:
        """Loads a piece, now and then one more."""
        if self._to_load:
            QTimer.singleShot(_IDLE_MS, self, self._on_idle)

    @Slot()
    def _on_idle(self) -> None:
        if not self._to_load:  # a start page shown again has asked too
            return
        import_module(self._to_load.pop(0))
        if not self._to_load:
            gc.freeze()
        self._load_next()

    @Slot(str, str)
    def _on_new_requested(self, starter_id: str, code: str) -> None:
        self._remember(replace(self.settings, draft_language=code))
        from drafter.app.drafts import new_draft
        from drafter.app.starters import starter

        self.show(new_draft(starter(starter_id), code), None)

    @Slot(object)
    def _on_open_requested(self, path: Path | None) -> None:
        if path is not None:
            self.open(path)
            return
        from drafter.ui.file_dialogs import choose_file

        window = self.windows[-1] if self.windows else None
        chosen = choose_file(window or self.start_window)
        if chosen is not None:
            self.open(chosen)

    @Slot()
    def _on_paste_requested(self) -> None:
        from drafter.ui.editor import clipboard

        copied = clipboard.copied(QGuiApplication.clipboard().mimeData())
        read = partial(clipboard.reading_of, copied)
        if copied.is_large:
            self._reader.read_copied(read)
            return
        try:
            self._on_reader_done(read())
        except DrafterError as error:
            self.say(error.user_text())

    @Slot()
    def _on_sample_requested(self) -> None:
        window = self.open(paths.resource(*SAMPLE))
        if window is not None:
            window.folder = None  # the program's own is no place for drafts

    # --- windows ----------------------------------------------------------------------------

    @Slot()
    def new(self) -> MainWindow:
        """A window with a new draft."""
        from drafter.app.drafts import new_draft
        from drafter.app.starters import FIRST_STARTER, starter

        return self.show(new_draft(starter(FIRST_STARTER), self.settings.draft_language), None)

    @Slot(object)
    def open(self, path: Path) -> MainWindow | None:
        """A window with a file, or the one that has it already; None if it cannot be read."""
        from drafter.ui.reading import is_large, reading_of

        there = self.window_of(path)
        if there is not None:
            there.activateWindow()
            return there
        own = path.absolute() if path.suffix.lower() == paths.OWN_SUFFIX else None
        if own is None and is_large(path):
            self._reader.read(path)
            return None
        try:
            reading = reading_of(path)
        except DrafterError as error:
            self.say(error.user_text())
            return None
        window = self.show(reading.resolution, own, reading.source)
        window.folder = path.absolute().parent
        if own is not None:
            self._remember(self.settings.with_recent(own))
        return window

    @Slot(object)
    def _on_reader_done(self, reading: Reading) -> None:
        window = self.show(reading.resolution, None, reading.source)
        if reading.path is None:
            window.session.undo_stack.resetClean()  # it stands nowhere else
        else:
            window.folder = reading.path.absolute().parent

    @Slot(str, object)
    def _on_reader_took_long(self, words: str, stop: QAction) -> None:
        self.say(words, (stop,))

    def window_of(self, path: Path) -> MainWindow | None:
        """The window that has a file, by whatever name."""
        for window in self.windows:
            held = window.session.path
            if held is not None and held.resolve() == path.resolve():
                return window
        return None

    def _is_elsewhere(self, window: MainWindow, path: Path) -> bool:
        return self.window_of(path) not in {None, window}

    def show(self, resolution: Resolution, path: Path | None, source: str = "") -> MainWindow:
        """A window with a document; it takes the place of one in which nothing was done.

        `source` is the text it was read from, if there is anything in it to be looked at.
        """
        from drafter.ui.opening import opened, put_in_view

        workspace = opened(resolution, path, self.settings, self._texts, self.library)
        window = workspace.window
        workspace.keys_chosen.connect(self._on_keys_chosen)
        workspace.rules_off_changed.connect(self._on_rules_off_changed)
        workspace.end_marks_changed.connect(self._on_end_marks_changed)
        workspace.panels.draft_requested.connect(self.show_draft)
        window.recent.paths = self._recent
        self._language_menu.put_into(window.menus["view"])
        window.new_requested.connect(self.new)
        window.open_requested.connect(self.open)
        window.session.path_changed.connect(self._on_path_changed)
        workspace.look_changed.connect(self._on_look_changed)
        workspace.afterwards.done.connect(self.window_stood)
        window.closed.connect(self._on_window_closed)
        window.file.is_open_elsewhere = partial(self._is_elsewhere, window)
        untouched = [one for one in self.windows if one.is_untouched]
        self.windows.append(window)
        self.workspaces[window] = workspace
        put_in_view(workspace, self.settings, source)
        self.after_crash.tell_soon()
        for one in untouched:
            one.close()
        if self.start_window is not None:
            self.start_window.close()
            self.start_window = None
        return window

    @Slot(object)
    def show_draft(self, resolution: Resolution) -> None:
        """A window with a new draft."""
        self.show(resolution, None)

    @Slot()
    def choose_and_start(self) -> None:
        """Asks which resolution a new draft starts from."""
        from drafter.ui.precedents.choice import ResolutionChoice

        choice = ResolutionChoice(self.library, self.settings.draft_language, self.start_window)
        choice.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choice.chosen.connect(self._on_choice_chosen)
        choice.show()

    @Slot(object)
    def _on_choice_chosen(self, whole: Whole) -> None:
        from drafter.ui.precedents.desk import started

        self.show(started(whole), None)

    @Slot(str)
    def say(self, sentence: str, offers: Sequence[QAction] = ()) -> None:
        if self.windows:
            self.windows[-1].bar.say(sentence, offers)
        else:
            (self.start_window or self.start()).bar.say(sentence, offers)

    def _remember(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.settings = settings
        try:
            self._file.write(settings)
        except DrafterError as error:
            self.say(error.user_text())

    @Slot(object)
    def _on_rules_off_changed(self, rules_off: frozenset[str]) -> None:
        self._remember(replace(self.settings, rules_off=tuple(sorted(rules_off))))

    @Slot(object)
    def _on_keys_chosen(self, chosen: Chosen) -> None:
        self._remember(replace(self.settings, shortcuts=dict(chosen)))
        for workspace in self.workspaces.values():
            workspace.set_keys(chosen)

    @Slot(bool)
    def _on_end_marks_changed(self, sets: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._remember(replace(self.settings, sets_end_marks=sets))
        for workspace in self.workspaces.values():
            workspace.set_end_marks(sets)

    @Slot(str)
    def _on_language_chosen(self, code: str) -> None:
        self._remember(replace(self.settings, language=code))
        self.say(self.tr("Drafter will be in this language when it starts the next time."))

    @Slot(object)
    def _on_path_changed(self, path: Path) -> None:
        self._remember(self.settings.with_recent(path.absolute()))

    def _recent(self) -> Sequence[Path]:
        return tuple(map(Path, self.settings.recent))

    @Slot()
    def _on_look_changed(self) -> None:
        """Of several windows the one that was changed last is remembered."""
        self._looked_at = self.sender()
        self._look_timer.start()

    @Slot()
    def _remember_look(self) -> None:
        for workspace in self.workspaces.values():
            if workspace is self._looked_at:
                self._remember(workspace.with_look(self.settings))

    @Slot(object)
    def _on_window_closed(self, window: MainWindow) -> None:
        workspace = self.workspaces.pop(window)
        counts = workspace is self._looked_at or not self.workspaces
        chosen = workspace.with_look(self.settings) if counts else self.settings
        workspace.close()
        self.windows.remove(window)
        self._remember(chosen)
        window.deleteLater()


def run(argv: Sequence[str]) -> int:
    """Runs the window on the files named in `argv`, or on the start page; gives the exit status."""
    # The same flat style on every system. To ask for it by name would load all that styles can do.
    app = QApplication(["drafter", "-style", "fusion", *argv])
    app.setApplicationName("drafter")
    app.setApplicationDisplayName("Drafter")
    app.setWindowIcon(QIcon(str(paths.resource("icons", "drafter.svg"))))
    desk = Desk(SettingsFile(paths.user_settings() / "settings.json"), paths.user_texts())
    dress(theme_for(ThemeChoice(desk.settings.theme)))
    for name in argv:
        desk.open(Path(name))
    if not desk.windows and desk.start_window is None:
        desk.start()
    gc.freeze()  # the program's own parts need not be looked through while somebody types
    desk.window_stood.connect(gc.freeze, Qt.ConnectionType.SingleShotConnection)
    gc.enable()
    status = app.exec()
    desk.close()
    return status

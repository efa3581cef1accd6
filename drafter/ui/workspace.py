"""What stands and works round a page: panels, live checking, finding, recovery, versions.

One for each window. It only ties parts together: a panel asks the session, the window shows.

Dialogs are loaded when they are first asked for: they would make every start longer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel

from drafter.app.checking import Checking
from drafter.app.counts import count_words
from drafter.app.i18n import import_words, left_out_words
from drafter.app.library import Library
from drafter.app.places import Caret, Field
from drafter.app.recovery import Recovery
from drafter.app.session import Session
from drafter.check.problem import Problem
from drafter.core.language_change import with_language
from drafter.core.model import Resolution
from drafter.settings import Settings
from drafter.ui import keys
from drafter.ui.afterwards import Afterwards
from drafter.ui.corpus_views import CorpusViews
from drafter.ui.find_bar import FindBar
from drafter.ui.findings import FixMenu, Underlines, problems_at_caret
from drafter.ui.main_window import MainWindow
from drafter.ui.note_menu import NoteMenu
from drafter.ui.offers import Offers
from drafter.ui.opener_popup import OpenerPopup
from drafter.ui.repetitions import Repetitions
from drafter.ui.severities import severity_colours
from drafter.ui.side_panels import SidePanels
from drafter.ui.status import spaced
from drafter.ui.tables import Tables
from drafter.ui.version_views import VersionViews

if TYPE_CHECKING:
    from drafter.ui.citing import Citing

_PALETTE_DOWN_PX = 80
_TO_SEARCH = (
    *("pickle", "socket", "subprocess", "multiprocessing.context", "multiprocessing.connection"),
    *("drafter.corpus.job", "drafter.corpus.names", "drafter.corpus.tokens", "sqlite3"),
    *("drafter.corpus.schema", "drafter.corpus.register"),
    *("tantivy", "drafter.corpus.index", "drafter.corpus.search", "drafter.corpus.reading"),
    *("drafter.corpus.prepare", "drafter.corpus.sources", "drafter.corpus.readers"),
    *("drafter.corpus.upkeep", "drafter.corpus.importing", "drafter.app.librarian"),
)
"""What the search thread would load at the first question, and hold up the window by it."""
_TO_CITE = ("drafter.corpus.citing", "drafter.corpus.finding", "drafter.app.citing")


class Workspace(QObject):
    """The surroundings of one window's page.

    `rules_off_changed(ids)` when the user turns a rule off; `end_marks_changed(sets)` when they are
    to be set by themselves, or no longer; `keys_chosen(chosen)` with keys other than the usual;
    `look_changed()` when window, panels, colours or size of the page are others.
    """

    rules_off_changed = Signal(object)
    keys_chosen = Signal(object)
    end_marks_changed = Signal(bool)
    look_changed = Signal()

    def __init__(
        self, window: MainWindow, settings: Settings, texts: Path, library: Library
    ) -> None:
        super().__init__(window)
        self.window = window
        self.session: Session = window.session
        self.page = window.page
        self.corpus = library.corpus
        self.checking = Checking(self.session, settings.rules_off, self)
        self.recovery = Recovery(self.session, texts / "recovery", self)
        self.panels = SidePanels(window, self.checking, library)
        self.docks = self.panels.docks
        self.find_bar = FindBar(self.session, self.page, window)
        self.openers = OpenerPopup(self.session, self.page)
        self.corpus_views = CorpusViews(window, self.corpus)
        self.tables = Tables(window)
        self.version_views = VersionViews(window, texts / "versions")
        self.repetitions = Repetitions(window)
        self.offers = Offers(self.session, self.page, window.bar)
        self.page.writer.sets_end_marks = settings.sets_end_marks
        self.underlines = Underlines(self.session, self.page, self.checking)
        self._problem_count = spaced(QLabel(window))
        self._chosen_keys: keys.Chosen = {}
        window.add_bar(self.find_bar)
        window.statusBar().insertWidget(3, self._problem_count)
        self._connect()
        self._on_problems_changed()
        self.afterwards = Afterwards(self.page.viewport())
        self.afterwards.add(
            *self.panels.to_build(),
            self.docks.watch,
            *(partial(import_module, name) for name in (*_TO_SEARCH, *_TO_CITE)),
            lambda: self.citing,
            self.checking.check_now,
        )

    # --- putting together -------------------------------------------------------------------

    def _connect(self) -> None:
        self.window.footnote_requested.connect(self.insert_footnote)
        self.window.citation_requested.connect(self.cite)
        self.panels.more_requested.connect(self.corpus_views.show_get_more)
        self.panels.problem_chosen.connect(self._go_to_problem)
        self.panels.rules_off_changed.connect(self.rules_off_changed)
        self.checking.problems_changed.connect(self._on_problems_changed)
        self.page.caret_moved.connect(self._on_page_caret_moved)
        self.page.masthead_requested.connect(self.panels.show_masthead)
        self.page.note_requested.connect(self.panels.show_note)
        self.page.pasted.connect(self.tell_read)
        self.window.note_inserted.connect(self.panels.show_note)
        self.find_bar.note_found.connect(self.panels.show_note)
        self.window.theme_changed.connect(self.look_changed)
        self.page.zoom_changed.connect(self.look_changed)
        self.docks.changed.connect(self.look_changed)
        self.recovery.failed.connect(self.window.bar.say)

    def close(self) -> None:
        """The draft was saved or given up: stops all that works in the background."""
        self.afterwards.close()
        self.page.pasting.close()
        self.panels.close()
        self.checking.close()
        self.recovery.close()
        if "citing" in self.__dict__:
            self.citing.close()
        self.corpus_views.close()

    # --- citing -----------------------------------------------------------------------------

    @cached_property
    def citing(self) -> Citing:
        """The citations of the window; made for the first of them, if not before."""
        from drafter.ui.citing import Citing

        return Citing(self.window, self.corpus)

    @Slot()
    def insert_footnote(self) -> None:
        """A note at the caret, filled already if the selected words cite something."""
        self.citing.insert_footnote()

    @Slot()
    def cite(self) -> None:
        """Asks what to cite at the caret."""
        self.citing.open()

    # --- notes ------------------------------------------------------------------------------

    @Slot()
    def choose_note(self) -> None:
        """The notes there are, one of them to be marked again at the caret."""
        if not self.session.resolution.footnotes:
            self.window.bar.say(self.tr("There is no note yet to mark again."))
            return
        menu = NoteMenu(self.session.resolution, self.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.note_chosen.connect(self._on_note_chosen)
        menu.popup(self._below_caret())

    @Slot(str)
    def _on_note_chosen(self, note_id: str) -> None:
        self.page.writer.mark_again(self.page.selection()[1], note_id)

    # --- imports ----------------------------------------------------------------------------

    @Slot(object, object, str)
    def tell_read(self, read: Resolution, left_out: Sequence[Field] = (), source: str = "") -> None:
        """What an import made of a text, how much of it is to be looked at, what is missing."""
        self.panels.set_source(source)
        guesses = self.session.resolution.guesses if read.guesses else ()
        words = import_words(replace(read, guesses=guesses))
        self.window.bar.say(f"{words} {left_out_words(left_out)}" if left_out else words)
        if guesses:
            self.docks["guesses"].raise_()

    # --- problems ---------------------------------------------------------------------------

    @Slot()
    def next_problem(self) -> None:
        """The next problem after the caret; while there are guesses, the next of them."""
        self._step(forward=True)

    @Slot()
    def previous_problem(self) -> None:
        """The problem before the caret."""
        self._step(forward=False)

    def _step(self, *, forward: bool) -> None:
        if self.docks["guesses"].isVisible() and self.session.resolution.guesses:
            self.docks["guesses"].raise_()
            self.panels.guesses.step()
            return
        self.docks["problems"].raise_()
        self.checking.stop_waiting()
        caret = self.page.caret()
        place = caret.place.id if caret.place.field is Field.PARAGRAPH else ""
        if self.panels.problems.step(place, caret.at, forward=forward) is None:
            is_known = self.checking.is_current
            words = self.tr("No problems found.") if is_known else self.tr("Still checking…")
            self.window.bar.say(words)

    @Slot(object)
    def _go_to_problem(self, problem: Problem) -> None:
        resolution = self.session.resolution
        if problem.place in resolution.ids:
            self.page.go_to(problem.place or "", problem.start)
        elif problem.place in {one.id for one in resolution.footnotes}:
            self.panels.show_note(problem.place or "")

    @Slot()
    def show_fixes(self) -> None:
        """The menu of what can be done about the problems at the caret."""
        problems = problems_at_caret(self.page, self.checking)
        menu = FixMenu(problems, severity_colours(self.window.theme), self.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.fix_requested.connect(self.panels.problems.fix)
        menu.ignore_requested.connect(self._ignore)
        menu.explanation_requested.connect(self._explain)
        menu.popup(self._below_caret())

    def _below_caret(self) -> QPoint:
        below = self.page.cursorRect().bottomLeft() + QPoint(0, 4)
        return self.page.viewport().mapToGlobal(below)

    @Slot(object)
    def _ignore(self, problem: Problem) -> None:
        self.checking.ignore(problem, self.tr("Ignore problem"))

    @Slot(object)
    def _explain(self, problem: Problem) -> None:
        self.panels.show_problems()
        self.panels.problems.choose(problem)

    @Slot()
    def _on_problems_changed(self) -> None:
        count = len(self.checking.problems)
        self._problem_count.setText(self.tr("%Ln problem(s)", "", count))
        self._title_problems(count)

    def _title_problems(self, count: int) -> None:
        """How many there are, on the tab; the command that shows the panel keeps its name."""
        dock = self.docks["problems"]
        command = dock.toggleViewAction().text()
        counted = self.tr("Problems  {0}").format(count_words(count))
        dock.setWindowTitle(counted if count else self.tr("Problems"))
        dock.toggleViewAction().setText(command)

    # --- commands ---------------------------------------------------------------------------

    @Slot()
    def show_palette(self) -> None:
        """Every command by its name."""
        from drafter.ui.palette import CommandPalette

        palette = CommandPalette(self.window.commands(), self.window)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        left = (self.window.width() - palette.sizeHint().width()) // 2
        palette.move(self.window.mapToGlobal(QPoint(left, _PALETTE_DOWN_PX)))
        palette.show()

    def set_keys(self, chosen: keys.Chosen) -> None:
        """Gives the commands the keys that the user chose."""
        self._chosen_keys = chosen
        keys.set_keys(self.window.commands(), chosen)

    @Slot()
    def choose_keys(self) -> None:
        """The keys of all commands, to be changed."""
        from drafter.ui.dialogs.keys import KeysDialog

        dialog = KeysDialog(self.window.commands(), self._chosen_keys, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.keys_chosen.connect(self.keys_chosen)
        dialog.show()

    @Slot()
    def print_page(self) -> None:
        """The text on paper, by the system's dialog."""
        from drafter.ui.printing import print_text

        said = print_text(self.session.resolution, self.window, self.window.file_stem())
        if said:
            self.window.bar.say(said)

    @Slot()
    def preview_page(self) -> None:
        """The pages as they will be printed."""
        from drafter.ui.print_preview import Preview

        dialog = Preview(self.session.resolution, self.window, self.window.file_stem())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.told.connect(self.window.bar.say)
        dialog.show()

    def change_language(self, code: str) -> None:
        """The draft in another language: labels, punctuation and set wordings follow."""
        changed = with_language(self.session.resolution, code)
        self.session.apply(changed, self.tr("Change language of the text"))

    @Slot(bool)
    def set_end_marks(self, sets: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Whether the structure's edits set end marks by themselves."""
        if sets != self.page.writer.sets_end_marks:
            self.page.writer.sets_end_marks = sets
            self.end_marks_changed.emit(sets)

    # --- what follows from changes ----------------------------------------------------------

    @Slot(object)
    def _on_page_caret_moved(self, caret: Caret) -> None:
        self.checking.set_place(caret.place.id)

    def restore_layout(self, settings: Settings) -> None:
        """Puts window and panels back where they were."""
        self.docks.restore(settings)
        self.panels.show_guesses()

    def with_look(self, settings: Settings) -> Settings:
        """The settings with window, panels, colours and size of the page as they are now."""
        window = self.window
        geometry, layout = self.docks.words()
        return replace(
            settings,
            geometry=geometry,
            layout=layout,
            zoom_pct=0 if window.fitting.is_on else window.page.zoom,
            fitted_pct=window.page.zoom if window.fitting.is_on else settings.fitted_pct,
            theme=str(window.theme_choice),
        )

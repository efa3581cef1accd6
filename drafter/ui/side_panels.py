"""The panels round one page, and the ways to them.

A panel is built when somebody first needs it, and at the latest when the window has been seen: its
place is there from the start. Whoever reads one of the properties has it built.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from drafter.app.checking import Checking
from drafter.app.library import Library
from drafter.app.places import Caret, Field
from drafter.core.model import Resolution
from drafter.ui.docks import LEFT, RIGHT, Docks
from drafter.ui.main_window import MainWindow
from drafter.ui.severities import severity_colours
from drafter.ui.theme import Theme

if TYPE_CHECKING:
    from drafter.ui.panels.footnotes import FootnotesPanel
    from drafter.ui.panels.guesses import GuessesPanel
    from drafter.ui.panels.masthead import MastheadPanel
    from drafter.ui.panels.outline import OutlinePanel
    from drafter.ui.panels.problems import ProblemsPanel
    from drafter.ui.precedents.desk import Precedents

_OF_PRECEDENTS = (
    *("rapidfuzz.distance", "rapidfuzz.fuzz", "drafter.core.diff", "drafter.core.continuing"),
    *("drafter.corpus.asking", "drafter.app.questions", "drafter.app.taking"),
    *("drafter.ui.precedents.row_painter", "drafter.ui.precedents.preview"),
    *("drafter.ui.precedents.panel", "drafter.ui.precedents.lineage"),
    "drafter.ui.precedents.desk",
)
_OF_PROBLEMS = ("drafter.check.rule", "drafter.check.registry", "drafter.ui.panels.problems")


class SidePanels(QObject):
    """The panels of one window.

    Signals: `problem_chosen(problem)`; `rules_off_changed(ids)` when the user turns a rule off or
    on; `more_requested()` for more precedents; `draft_requested(resolution)` for a new draft.
    """

    problem_chosen = Signal(object)
    rules_off_changed = Signal(object)
    more_requested = Signal()
    draft_requested = Signal(object)

    def __init__(self, window: MainWindow, checking: Checking, library: Library) -> None:
        super().__init__(window)
        self.docks = Docks(window)
        self._window = window
        self._page = window.page
        self._session = window.session
        self._checking = checking
        self._library = library
        self._source = ""
        self._place()
        self._session.changed.connect(self._on_session_changed)

    def _place(self) -> None:
        add = self.docks.add
        add("outline", self.tr("Outline"), LEFT)
        add("precedents", self.tr("Precedents"), RIGHT)
        add("problems", self.tr("Problems"), RIGHT)
        add("masthead", self.tr("Masthead"), RIGHT)
        add("notes", self.tr("Footnotes"), LEFT)
        add("guesses", self.tr("Import"), RIGHT)
        self.show_guesses()
        self.docks.share()

    def close(self) -> None:
        """The window goes: nothing is asked any more."""
        if "precedents" in self.__dict__:
            self.precedents.close()

    def to_build(self) -> tuple[Callable[[], object], ...]:
        """What loads and builds each in small pieces, those that are seen first."""
        return (
            partial(import_module, "drafter.ui.panels.outline"),
            lambda: self.outline,
            partial(import_module, "drafter.ui.panels.footnotes"),
            lambda: self.footnotes,
            lambda: self.guesses,
            *(partial(import_module, name) for name in _OF_PRECEDENTS),
            lambda: self.precedents,
            self._prepare_precedents,
            self._prepare_preview,
            *(partial(import_module, name) for name in _OF_PROBLEMS),
            lambda: self.problems,
            partial(import_module, "drafter.ui.panels.sponsors"),
            partial(import_module, "drafter.ui.panels.masthead"),
            lambda: self.masthead,
        )

    # --- built when needed ------------------------------------------------------------------

    @cached_property
    def outline(self) -> OutlinePanel:
        """The structure at the left."""
        from drafter.ui.panels.outline import OutlinePanel

        panel = OutlinePanel(self._session, severity_colours(self._window.theme), self._window)
        panel.paragraph_chosen.connect(self._page.go_to)
        panel.move_requested.connect(self._page.writer.move_paragraph)
        self.docks.fill("outline", panel)
        self._page.caret_moved.connect(self._show_place)
        self._checking.problems_changed.connect(self._show_badges)
        self._window.theme_changed.connect(self._colour_outline)
        panel.set_badges(self._checking.badges())
        caret = self._page.caret()
        if caret.place.field is Field.PARAGRAPH:
            panel.show_current(caret.place.id)
        return panel

    @cached_property
    def problems(self) -> ProblemsPanel:
        """What the checks found."""
        from drafter.ui.panels.problems import ProblemsPanel

        colours = severity_colours(self._window.theme)
        panel = ProblemsPanel(self._session, self._checking, colours, self._window)
        panel.problem_chosen.connect(self.problem_chosen)
        panel.rules_off_changed.connect(self.rules_off_changed)
        self.docks.fill("problems", panel)
        self._window.theme_changed.connect(self._colour_problems)
        return panel

    @cached_property
    def masthead(self) -> MastheadPanel:
        """The fields above the title."""
        from drafter.ui.panels.masthead import MastheadPanel

        panel = MastheadPanel(self._session, self._window)
        self._window.unread = panel.unread
        self.docks.fill("masthead", panel)
        return panel

    @cached_property
    def footnotes(self) -> FootnotesPanel:
        """The words of the footnotes."""
        from drafter.ui.panels.footnotes import FootnotesPanel

        panel = FootnotesPanel(self._session, self._window)
        panel.paragraph_chosen.connect(self._page.go_to)
        panel.caret_moved.connect(self._on_footnotes_caret_moved)
        self.docks.fill("notes", panel)
        return panel

    @cached_property
    def guesses(self) -> GuessesPanel:
        """What the import was not sure of."""
        from drafter.ui.panels.guesses import GuessesPanel

        panel = GuessesPanel(self._session, self._window)
        panel.set_source(self._source)
        panel.paragraph_chosen.connect(self._page.go_to)
        self.docks.fill("guesses", panel)
        return panel

    @cached_property
    def precedents(self) -> Precedents:
        """What past texts said, and what can be done with it."""
        from drafter.ui.precedents.desk import Precedents

        made = Precedents(self._window, self._library)
        made.raise_requested.connect(self._on_precedents_raise_requested)
        made.more_requested.connect(self.more_requested)
        made.draft_requested.connect(self.draft_requested)
        self.docks.fill("precedents", made.panel)
        return made

    def _prepare_precedents(self) -> None:
        self.precedents.panel.prepare_list()

    def _prepare_preview(self) -> None:
        self.precedents.panel.prepare_preview()

    # --- going to one -----------------------------------------------------------------------

    @Slot()
    def show_outline(self) -> None:
        """To the outline."""
        self.docks.go_to("outline", self.outline)

    @Slot()
    def show_problems(self) -> None:
        """To the problems."""
        self.docks.go_to("problems", self.problems)

    @Slot()
    def show_precedents(self) -> None:
        """To the precedents."""
        self.docks.go_to("precedents", self.precedents.panel.list)

    @Slot()
    def _on_precedents_raise_requested(self) -> None:
        self.docks.bring("precedents")

    @Slot()
    def show_masthead(self) -> None:
        """To the masthead."""
        self.docks.go_to("masthead", self.masthead)

    @Slot()
    def show_footnotes(self) -> None:
        """To the first footnote."""
        self.docks.go_to("notes", self.footnotes)
        self.footnotes.edit_first()

    @Slot(str)
    def show_note(self, note_id: str) -> None:
        """To the words of a footnote."""
        self.docks.go_to("notes", self.footnotes)
        self.footnotes.edit_note(note_id)

    # --- what they show ---------------------------------------------------------------------

    def set_source(self, words: str) -> None:
        """The whole text that was read, to be shown beside the guesses."""
        self._source = words
        if "guesses" in self.__dict__:
            self.guesses.set_source(words)

    def show_guesses(self) -> None:
        """Opens the guesses if there are any, and closes them if not."""
        self.docks["guesses"].setVisible(bool(self._session.resolution.guesses))

    @Slot(object, object)
    def _on_session_changed(self, old: Resolution, new: Resolution) -> None:
        if old.guesses != new.guesses:
            self.show_guesses()

    @Slot(object)
    def _show_place(self, caret: Caret) -> None:
        if caret.place.field is Field.PARAGRAPH:
            self.outline.show_current(caret.place.id)

    @Slot()
    def _show_badges(self) -> None:
        self.outline.set_badges(self._checking.badges())

    @Slot(object)
    def _colour_outline(self, theme: Theme) -> None:
        self.outline.set_colours(severity_colours(theme))

    @Slot(object)
    def _colour_problems(self, theme: Theme) -> None:
        self.problems.set_colours(severity_colours(theme))

    @Slot(str)
    def _on_footnotes_caret_moved(self, note_id: str) -> None:
        self._checking.set_place(note_id or self._page.caret().place.id)

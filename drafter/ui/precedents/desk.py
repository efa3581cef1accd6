"""What a window does with precedents: shows them, takes them, opens them, starts from them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction

from drafter.app import taking
from drafter.app.base_text import draft_from
from drafter.app.library import Library
from drafter.app.places import Caret, Field
from drafter.app.questions import Look, Source, Suggestion, Whole
from drafter.app.worker import Answer
from drafter.app.writing import Written
from drafter.core.model import Resolution
from drafter.corpus.asking import Use
from drafter.ui.main_window import MainWindow
from drafter.ui.precedents.choice import ResolutionChoice
from drafter.ui.precedents.lineage import LineageWindow
from drafter.ui.precedents.panel import PrecedentsPanel
from drafter.ui.precedents.reader import ReaderWindow

_Edit = Callable[[Resolution, Caret, Source], Written]
_WINDOWS = (ReaderWindow, LineageWindow, ResolutionChoice)


class Precedents(QObject):
    """The precedents of one window.

    Signals: `draft_requested(resolution)` for a new draft; `raise_requested()` when the panel is to
    be seen; `more_requested()` for more texts.
    """

    draft_requested = Signal(object)
    raise_requested = Signal()
    more_requested = Signal()

    def __init__(self, window: MainWindow, library: Library) -> None:
        super().__init__(window)
        self.library = library
        self._window = window
        self._page = window.page
        self._session = window.session
        self.panel = PrecedentsPanel(self._session, library, window)
        self._line = library.line(self)
        self._taking: tuple[_Edit, Caret] | None = None
        self._awaited: Callable[[], None] | None = None
        self._headed: tuple[str, Source] | None = None
        self._connect()
        self.panel.look_at(self._page.caret())

    def _connect(self) -> None:
        panel, preview = self.panel, self.panel.preview
        self._line.answered.connect(self._on_line_answered)
        self._page.caret_moved.connect(self._on_page_caret_moved)
        panel.suggesting.suggested.connect(self._on_suggested)
        panel.suggesting.failed.connect(self._on_failed)
        panel.suggesting.idle.connect(self._on_idle)
        panel.take_requested.connect(self.take)
        panel.left.connect(self._page.commands.focus)
        panel.more_requested.connect(self.more_requested)
        preview.rest_requested.connect(self.take)
        preview.whole_requested.connect(self._on_whole_requested)
        preview.insert_requested.connect(self.insert_here)
        preview.open_requested.connect(self.open_document)
        preview.years_requested.connect(self.show_years)

    def close(self) -> None:
        """Asks nothing any more."""
        self._line.close()
        self.panel.close_lines()
        for kind in _WINDOWS:
            for window in self._window.findChildren(kind):
                window.close()

    # --- taking -----------------------------------------------------------------------------

    @Slot()
    def take(self) -> None:
        """The rest of the chosen precedent; what was searched for in the box goes to the caret."""
        if self._comes_later(self.take):
            return
        edit = _inserted if self.panel.suggesting.is_search else _rest_taken
        self._take(self.panel.chosen(), edit)

    def take_nth(self, number: int) -> None:
        """The precedent with this number in the place of the paragraph."""

        def again() -> None:
            self.take_nth(number)

        if not self._comes_later(again):
            edit = _inserted if self.panel.suggesting.is_search else _whole_taken
            self._take(self.panel.nth(number), edit)

    @Slot()
    def insert_here(self) -> None:
        """What the preview shows, at the caret."""
        self._take_shown(_inserted)

    @Slot()
    def _on_whole_requested(self) -> None:
        self._take_shown(_whole_taken)

    def _take_shown(self, edit: _Edit) -> None:
        source = self.panel.preview.source
        if source is None:
            self._take(self.panel.chosen(), edit)
        else:
            self._apply(edit, self._page.caret(), source)

    def _comes_later(self, again: Callable[[], None]) -> bool:
        """Whether the rows are not yet those of the text as it is; it is done when they are."""
        if self.panel.suggesting.is_current:
            return False
        if not self.panel.isVisible():
            self.raise_requested.emit()
        self._awaited = again
        self.panel.suggesting.ask_now()
        return True

    def _take(self, suggestion: Suggestion | None, edit: _Edit) -> None:
        caret = self._page.caret()
        if caret.place.field is not Field.PARAGRAPH:
            self._window.bar.say(
                self.tr("Put the caret into a paragraph: the precedent goes there.")
            )
            return
        if suggestion is None:
            self._window.bar.say(self.tr("No precedent was found that could be taken."))
            return
        use, source = suggestion.precedent.use, self.panel.preview.source
        if source is not None and source.use.paragraph == use.paragraph:
            self._apply(edit, caret, source)
        else:
            self._taking = (edit, caret)
            self._line.ask(Look(use))

    @Slot(object)
    def _on_line_answered(self, answer: Answer) -> None:
        taking_, self._taking = self._taking, None
        if answer.error is not None:
            self._window.bar.say(answer.error.user_text())
            self.panel.suggesting.ask_again()
        elif taking_ is not None and isinstance(answer.value, Source):
            self._apply(*taking_, answer.value)

    def _apply(self, edit: _Edit, caret: Caret, source: Source) -> None:
        before = self._session.resolution
        if caret.place.id not in {one.id for one in before.paragraphs}:
            return  # the paragraph went while the precedent was read
        gives_way = edit is _rest_taken and _gives_way(before, caret, source)

        def edited(resolution: Resolution) -> Written:
            return edit(resolution, caret, source)

        if not self._page.writer.take(self.tr("Take precedent"), edited):
            return
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        said = self.tr("Your words do not begin this precedent: it took their place.")
        self._tell_taken([said] if gives_way else [], source)

    def _tell_taken(self, said: list[str], source: Source) -> None:
        """What happened to the words, and that there are items to be had."""
        offers: list[QAction] = []
        taken, count = self._page.caret().place, len(taking.items(source))
        if count and taking.awaits_items(self._session.resolution, taken.id):
            self._headed = (taken.id, source)
            said.append(self.tr("Its %Ln item(s) (was|were) not taken.", "", count))
            offer = QAction(self.tr("Take (it|them) too", "", count), self)
            offer.triggered.connect(self._on_items_accepted)
            offers.append(offer)
        if said:
            self._window.bar.say(" ".join(said), offers)

    @Slot()
    def _on_items_accepted(self) -> None:
        head, self._headed = self._headed, None
        if head is None or head[0] not in {one.id for one in self._session.resolution.paragraphs}:
            return  # the paragraph went meanwhile

        def edited(resolution: Resolution) -> Written:
            return taking.take_items(resolution, *head)

        self._page.writer.take(self.tr("Take its items"), edited)
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_suggested(self, _suggested: object) -> None:
        awaited, self._awaited = self._awaited, None
        if awaited is not None and self.panel.suggesting.is_current:
            awaited()

    @Slot()
    def _on_idle(self) -> None:
        """There is nothing to look for: what waits says so now, and does not wait for words."""
        self._on_suggested(None)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        if self._awaited is not None:
            self._awaited = None
            self._window.bar.say(sentence)

    @Slot(object)
    def _on_page_caret_moved(self, caret: Caret) -> None:
        if caret.place.id != self.panel.suggesting.paragraph_id:
            self._awaited = None
        self.panel.look_at(caret)

    # --- looking ----------------------------------------------------------------------------

    @Slot()
    def search(self) -> None:
        """To the search box."""
        self.raise_requested.emit()
        self.panel.focus_box()

    @Slot()
    def next_row(self) -> None:
        """Chooses the next precedent."""
        self.panel.step(1)

    @Slot()
    def previous_row(self) -> None:
        """Chooses the precedent before."""
        self.panel.step(-1)

    @Slot()
    def open_document(self) -> None:
        """The whole document of the chosen precedent, at its place."""
        chosen = self.panel.chosen()
        if chosen is None:
            self._window.bar.say(self.tr("There is no precedent to open yet."))
            return
        shown = self.panel.preview.source
        self.read(shown.use if shown is not None else chosen.precedent.use)

    @Slot(object)
    def read(self, use: Use) -> None:
        """A document at a place."""
        reader = ReaderWindow(self.library, use, self._window)
        reader.draft_requested.connect(self._on_reader_draft_requested)
        reader.show()

    @Slot()
    def show_years(self) -> None:
        """The chosen precedent through the years."""
        chosen = self.panel.chosen()
        if chosen is None:
            self._window.bar.say(self.tr("There is no precedent to follow through the years yet."))
            return
        lineage = LineageWindow(self.library, chosen.precedent, self._window)
        lineage.use_requested.connect(self.read)
        lineage.show()

    # --- starting from one ------------------------------------------------------------------

    @Slot()
    def choose_and_start(self) -> None:
        """Asks which resolution a new draft starts from."""
        choice = ResolutionChoice(self.library, self._session.resolution.language, self._window)
        choice.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choice.chosen.connect(self._on_choice_chosen)
        choice.show()

    @Slot(object)
    def _on_choice_chosen(self, whole: Whole) -> None:
        self.draft_requested.emit(started(whole))

    @Slot(object)
    def _on_reader_draft_requested(self, source: Source) -> None:
        use = source.use
        dated = use.adopted or str(use.year or "")
        self.draft_requested.emit(draft_from(source.resolution, use.symbol, dated))


def started(whole: Whole) -> Resolution:
    """The draft that starts from a document of a list."""
    document = whole.document
    dated = document.adopted or str(document.year or "")
    return draft_from(whole.resolution, document.symbol, dated)


def _rest_taken(resolution: Resolution, caret: Caret, source: Source) -> Written:
    return taking.take_rest(resolution, caret.place.id, source)


def _whole_taken(resolution: Resolution, caret: Caret, source: Source) -> Written:
    return taking.take_whole(resolution, caret.place.id, source)


def _inserted(resolution: Resolution, caret: Caret, source: Source) -> Written:
    return taking.insert(resolution, caret, source)


def _gives_way(resolution: Resolution, caret: Caret, source: Source) -> bool:
    """Whether words of the drafter are replaced, because the precedent does not continue them."""
    words = resolution.paragraph(caret.place.id).text.plain
    return bool(words.strip()) and not taking.continues(resolution, caret.place.id, source)

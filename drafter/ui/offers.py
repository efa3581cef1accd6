"""What the quiet bar offers after an edit: what may come next; to delete a note without a mark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from drafter.app import what_next
from drafter.app.session import Session
from drafter.core import note_edits
from drafter.core.changes import changed_words
from drafter.core.inline import Text
from drafter.core.model import Resolution
from drafter.ui.editor.page import Page
from drafter.ui.editor.writer import Beginning
from drafter.ui.quiet_bar import QuietBar


class Offers(QObject):
    """Watches one page and its session, and offers in the bar below the page."""

    def __init__(self, session: Session, page: Page, bar: QuietBar) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._bar = bar
        self._empty = ""
        self._lost: tuple[str, ...] = ()
        self._deletion: QAction | None = None
        page.choice_requested.connect(self._on_page_choice_requested)
        session.changed.connect(self._on_session_changed)

    # --- what may come next -----------------------------------------------------------------

    @Slot(str)
    def _on_page_choice_requested(self, paragraph_id: str) -> None:
        """Enter on an empty operative paragraph; a second one goes to the offers."""
        if self._bar.has_offers and self._empty == paragraph_id:
            self._bar.focus_offers()
            return
        self._empty = paragraph_id
        offers = (
            self._offer(self.tr("Closing lines"), self._on_closing_chosen),
            self._offer(self.tr("Annex"), self._on_annex_chosen),
            self._offer(self.tr("Section heading"), self._on_section_chosen),
        )
        self._bar.say(self.tr("What comes here? Type on, or press Enter to choose:"), offers)

    def _offer(self, words: str, do: Callable[[], None]) -> QAction:
        offer = QAction(words, self)
        offer.triggered.connect(do)
        return offer

    @Slot()
    def _on_closing_chosen(self) -> None:
        self._begin(self.tr("Closing lines"), what_next.closing_lines)

    @Slot()
    def _on_annex_chosen(self) -> None:
        self._begin(self.tr("New annex"), what_next.annex)

    @Slot()
    def _on_section_chosen(self) -> None:
        self._begin(self.tr("New section"), what_next.section)

    @Slot()
    def begin_annex(self) -> None:
        """An annex at the end of the text, wherever the caret is."""
        self._page.writer.take(self.tr("New annex"), what_next.annex_at_end)
        self._page.setFocus()

    def _begin(self, label: str, start: Beginning) -> None:
        self._page.writer.begin(label, start, self._empty)
        self._page.setFocus()

    # --- notes without a mark ---------------------------------------------------------------

    @Slot(object, object)
    def _on_session_changed(self, old: Resolution, new: Resolution) -> None:
        if self._empty:
            self._withdraw(new)
        if old.paragraphs is new.paragraphs or changed_words(old, new) is not None:
            return
        lost = _marked(_gone(old, new)) | set(self._lost)
        if lost:
            lost -= _marked(new.texts())
        now_lost = tuple(note.id for note in new.footnotes if note.id in lost)
        if now_lost == self._lost:
            return
        if self._deletion is not None:
            self._bar.withdraw(self._deletion)
            self._deletion = None
        self._lost = now_lost
        if now_lost:
            self._offer_deletion()

    def _offer_deletion(self) -> None:
        count = len(self._lost)
        words = self.tr("(The note has|%Ln notes have) no mark any more.", "", count)
        label = self.tr("Delete (it|them)", "", count)
        self._deletion = self._offer(label, self._on_deletion_chosen)
        self._bar.say(words, (self._deletion,))

    def _withdraw(self, new: Resolution) -> None:
        """Takes the choices away once the paragraph has words or is gone."""
        if self._empty not in new.ids or new.paragraph(self._empty).text:
            self._empty = ""
            self._bar.hide()

    @Slot()
    def _on_deletion_chosen(self) -> None:
        resolution = self._session.resolution
        known = {note.id for note in resolution.footnotes} - _marked(resolution.texts())
        for note_id in self._lost:
            if note_id in known:
                resolution = note_edits.delete_footnote(resolution, note_id)
        self._session.apply(resolution, self.tr("Delete footnote"))


def _marked(texts: Iterable[Text]) -> set[str]:
    return {mark.note for text in texts for mark in text.marks}


def _gone(old: Resolution, new: Resolution) -> Iterator[Text]:
    """The texts of a document that are not in the next one; those around the paragraphs all."""
    kept = set(map(id, new.paragraphs))
    for paragraph in old.paragraphs:
        if id(paragraph) not in kept:
            yield from paragraph.texts()
    yield from (old.masthead.origin, old.title, old.organ_line, old.vote, *old.closing)

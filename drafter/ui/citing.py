"""Citing from the page: the popup at the caret, and footnotes that are filled already."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction

from drafter.app.citation_search import CitationSearch
from drafter.app.citing import note_for, with_note, with_words, words_between
from drafter.app.corpus import Corpus
from drafter.core.inline import Text
from drafter.core.numbering import numbering
from drafter.ui.citation_popup import CitationPopup
from drafter.ui.main_window import MainWindow


class Citing(QObject):
    """The citations of one window."""

    def __init__(self, window: MainWindow, corpus: Corpus) -> None:
        super().__init__(window)
        self._window = window
        self._page = window.page
        self.search = CitationSearch(corpus, self)

    def close(self) -> None:
        """Stops for good."""
        self.search.close()

    @Slot()
    def open(self) -> None:
        """Asks what to cite; words that are selected are what is asked for first.

        Selected words that are no citation themselves stay, and get a note.
        """
        start, end = self._page.selection()
        resolution = self._window.session.resolution
        selected = words_between(resolution, start, end)
        is_cited = note_for(resolution, selected) is not None
        popup = CitationPopup(
            self.search,
            (resolution, start),
            self._window,
            font=self._page.typography.font(),
            asked=selected,
            notes_first=bool(selected) and not is_cited,
        )
        popup.words_chosen.connect(self._on_popup_words_chosen)
        popup.note_chosen.connect(self._on_popup_note_chosen)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.move(self._place_for(popup))
        popup.show()

    def _place_for(self, popup: CitationPopup) -> QPoint:
        """Below the caret, or above it where there is no room."""
        view, caret = self._page.viewport(), self._page.cursorRect()
        below = view.mapToGlobal(caret.bottomLeft() + QPoint(0, 6))
        room = self._window.screen().availableGeometry()
        if below.y() + popup.height() > room.bottom():
            below.setY(view.mapToGlobal(caret.topLeft()).y() - 6 - popup.height())
        below.setX(max(room.left(), min(below.x(), room.right() - popup.width())))
        return below

    @Slot(str)
    def _on_popup_words_chosen(self, words: str) -> None:
        selection = self._page.selection()
        self._page.writer.take(self.tr("Cite"), lambda r: with_words(r, *selection, words))

    @Slot(object)
    def _on_popup_note_chosen(self, note: Text) -> None:
        self._cite_in_note(note)

    @Slot()
    def insert_footnote(self) -> None:
        """A note at the caret, filled already if the selected words cite something."""
        start, end = self._page.selection()
        resolution = self._window.session.resolution
        note = note_for(resolution, words_between(resolution, start, end))
        if note is not None:
            self._cite_in_note(note)
            return
        note_id = self._page.writer.insert_footnote(end)
        if note_id is not None:
            self._window.note_inserted.emit(note_id)

    def _cite_in_note(self, note: Text) -> None:
        caret, label = self._page.selection()[1], self.tr("Cite in a footnote")
        if not self._page.writer.take(label, lambda r: with_note(r, caret, note)):
            return
        resolution = self._window.session.resolution
        note_id = next(one.id for one in resolution.footnotes if one.text.plain == note.plain)
        number = numbering(resolution).notes[note_id]
        change = QAction(self.tr("Change it"), self)
        change.setData(note_id)
        change.triggered.connect(self._on_change_triggered)
        self._window.bar.say(self.tr("Footnote {0}: {1}").format(number, note.plain), [change])

    @Slot()
    def _on_change_triggered(self) -> None:
        change = self.sender()
        if isinstance(change, QAction):
            self._window.note_inserted.emit(change.data())

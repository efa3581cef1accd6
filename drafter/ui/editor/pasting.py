"""Puts what was copied elsewhere on the page: a large text is read in the background.

Until it has been read the page can be read and scrolled, not written on, so that the text lands
where it was asked for, in one undo step. What a panel or an undo changes meanwhile stays: then what
was selected is not taken out, and that is said.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QAction

from drafter.app.passages import left_out
from drafter.app.writing import at_home
from drafter.core.errors import ReadError
from drafter.ui.editor import clipboard
from drafter.ui.editor.clipboard import Taken
from drafter.ui.reading import Reader

if TYPE_CHECKING:
    from drafter.core.model import Resolution
    from drafter.ui.editor.page import Page
    from drafter.ui.editor.writer import Selection


class Pasting(QObject):
    """Pastes on one page.

    Signals: `took_long(sentence, stop)` with the action that gives it up; `ended(stop)` when that
    is of no use any more; `said(sentence)`.
    """

    took_long = Signal(str, object)
    ended = Signal(object)
    said = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._asked: tuple[Resolution, Selection] | None = None
        self._stop: QAction | None = None

    @property
    def is_reading(self) -> bool:
        """Whether a text is still to land."""
        return self._asked is not None

    def paste(self, mime: QMimeData) -> None:
        """What was copied or dropped, in the place of the selection."""
        if self.is_reading:
            self.said.emit(self._page.writer.waits_for)
            return
        copied = clipboard.copied(mime)
        self._asked = self._page.session.resolution, self._page.selection()
        if copied.is_large:
            self._page.writer.waits_for = self.tr("What was pasted is still being read.")
            self._reader.read_copied(partial(clipboard.taken, copied))
            return
        try:
            with clipboard.waiting():
                read = clipboard.taken(copied)
        except ReadError as error:
            self._on_reader_failed(error.user_text())
        else:
            self._on_reader_done(read)

    def close(self) -> None:
        """The page is given up."""
        if "_reader" in self.__dict__:
            self._reader.close()

    @cached_property
    def _reader(self) -> Reader:
        """Made for the first large text."""
        made = Reader(self)
        made.done.connect(self._on_reader_done)
        made.failed.connect(self._on_reader_failed)
        made.stopped.connect(self._on_reader_failed)
        made.took_long.connect(self._on_reader_took_long)
        return made

    @Slot(str, object)
    def _on_reader_took_long(self, words: str, stop: QAction) -> None:
        self._stop = stop
        self.took_long.emit(words, stop)

    @Slot(str)
    def _on_reader_failed(self, sentence: str) -> None:
        self._release()
        self.said.emit(sentence)

    @Slot(object)
    def _on_reader_done(self, read: Taken) -> None:
        if self._asked is None:
            return
        before, (start, end) = self._asked
        self._release()
        page, passage = self._page, read.passage
        now = page.session.resolution
        landing = start, end
        if before is not now:
            there = at_home(now, end) if page.block_of(end.place).isValid() else page.caret()
            landing = there, there
        page.writer.end_typing()
        without = left_out(now, passage, landing[0])
        page.writer.paste(landing, passage)
        is_to_be_told = not passage.is_inline or bool(passage.resolution.discarded)
        if is_to_be_told and not read.is_own:
            page.pasted.emit(passage.resolution, without, read.source)
        if before is not now and start != end:
            self.said.emit(self.tr("The text was changed meanwhile: nothing of it was replaced."))

    def _release(self) -> None:
        """The page can be written on again."""
        self._asked = None
        self._page.writer.waits_for = ""
        stop, self._stop = self._stop, None
        if stop is not None:
            self.ended.emit(stop)

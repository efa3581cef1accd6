"""The dialogs about the corpus, one of each for a window, shown again rather than twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from drafter.app.corpus import Corpus
from drafter.ui.main_window import MainWindow

if TYPE_CHECKING:
    from drafter.ui.dialogs.corpus import CorpusDialog
    from drafter.ui.dialogs.get_more import GetMoreDialog


class CorpusViews(QObject):
    """Shows what is in the corpus, and the way to more."""

    def __init__(self, window: MainWindow, corpus: Corpus) -> None:
        super().__init__(window)
        self._window = window
        self._corpus = corpus
        self.dialog: CorpusDialog | None = None
        self.get_more_dialog: GetMoreDialog | None = None

    def close(self) -> None:
        """Stops for good; what is done to the corpus goes on."""
        for dialog in (self.dialog, self.get_more_dialog):
            if dialog is not None:
                dialog.close_work()
                dialog.close()

    @Slot()
    def show_corpus(self) -> None:
        """What is in the corpus, and what can be done to it."""
        if self.dialog is None:
            from drafter.ui.dialogs.corpus import CorpusDialog

            self.dialog = CorpusDialog(self._corpus, self._window)
            self.dialog.get_more_requested.connect(self.show_get_more)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    @Slot()
    def show_get_more(self) -> None:
        """The open data of the United Nations."""
        if self.get_more_dialog is None:
            from drafter.ui.dialogs.get_more import GetMoreDialog

            language = self._window.session.resolution.language
            self.get_more_dialog = GetMoreDialog(self._corpus, language, self._window)
        self.get_more_dialog.show()
        self.get_more_dialog.raise_()
        self.get_more_dialog.activateWindow()

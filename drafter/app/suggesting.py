"""Live precedents: after a rest the paragraph at the caret is looked for, or what is in the box.

It asks only while somebody watches; the newest question wins.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from drafter.app.library import Library
from drafter.app.places import Caret, Field
from drafter.app.questions import Suggest, Suggested
from drafter.app.session import Session
from drafter.app.worker import Answer
from drafter.core.model import Paragraph, ParagraphKind
from drafter.corpus.asking import NO_FILTERS, Filters, Query

REST_MS = 180
"""How long the keys rest before a text is looked for."""
MOST_ROWS = 9
"""As many as there are keys to take one by."""
LEAST_LETTERS = 2
"""Less than this only reads what the first search would wait for."""
_STILL_BEHIND_MS = 1000


class Suggesting(QObject):
    """Asks for one window.

    Signals: `suggested(suggested)`; `failed(sentence)`; `waiting()` while the corpus is made;
    `idle()` when there is nothing to look for.
    """

    suggested = Signal(object)
    failed = Signal(str)
    waiting = Signal()
    idle = Signal()

    def __init__(self, session: Session, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self.words = ""
        self.language = ""
        self.filters: Filters = NO_FILTERS
        self.paragraph_id = ""
        self._session = session
        self._is_watched = False
        self._asked: Query | None = None
        self._answered: Query | None = None
        self._line = library.line(self)
        self._line.answered.connect(self._on_line_answered)
        self._line.waiting.connect(self.waiting)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._ask)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_STILL_BEHIND_MS)
        self._later.timeout.connect(self.ask_again)
        session.changed.connect(self._on_session_changed)
        library.corpus.changed.connect(self.ask_again)

    @property
    def is_search(self) -> bool:
        """Whether words are looked for, and not the paragraph at the caret."""
        return bool(self.words)

    @property
    def is_current(self) -> bool:
        """Whether what was suggested last is for the text as it is now."""
        return self._answered is not None and self._answered == self._query()

    @Slot()
    def ask_now(self) -> None:
        """Asks without waiting for a rest."""
        self._timer.stop()
        self._ask()

    def watch(self, *, is_watched: bool) -> None:
        """Asks from now on, or no longer."""
        self._is_watched = is_watched
        if is_watched:
            self._timer.start()
        else:
            self._timer.stop()
            self._line.forget()
            self._asked = self._answered = None

    def look_at(self, caret: Caret) -> None:
        """The caret has gone somewhere."""
        self.paragraph_id = caret.place.id if caret.place.field is Field.PARAGRAPH else ""
        self._restart()

    def search(self, words: str) -> None:
        """Looks for words; for none, for the paragraph at the caret again."""
        self.words = words.strip() and words
        self._restart()

    def narrow(self, language: str, filters: Filters) -> None:
        """Looks in another language than the draft's, or only for some uses."""
        self.language = language
        self.filters = filters
        self._restart()

    @Slot()
    def ask_again(self) -> None:
        """Asks even what was asked last."""
        self._asked = self._answered = None
        self._restart()

    def close(self) -> None:
        """Stops for good."""
        self._timer.stop()
        self._later.stop()
        self._line.close()

    def paragraph(self) -> Paragraph | None:
        """The paragraph at the caret, if it is one that has words of its own."""
        found = (one for one in self._session.resolution.paragraphs if one.id == self.paragraph_id)
        paragraph = next(found, None)
        return None if paragraph is None or paragraph.kind is ParagraphKind.TABLE else paragraph

    def _text(self) -> str:
        paragraph = self.paragraph()
        return self.words or (paragraph.text.plain if paragraph else "")

    def _query(self) -> Query:
        resolution = self._session.resolution
        paragraph = self.paragraph()
        text = self._text()
        return Query(
            text=text if len(text.strip()) >= LEAST_LETTERS else "",
            language=self.language or resolution.language,
            limit=MOST_ROWS,
            filters=self.filters,
            part=paragraph.part if paragraph else None,
            organ=resolution.organ,
            exclude=resolution.masthead.symbol,
        )

    def _restart(self) -> None:
        if self._is_watched:
            self._timer.start()

    @Slot()
    def _ask(self) -> None:
        query = self._query()
        if query == self._asked:
            return
        self._asked = query
        if self._text().strip():
            self._line.ask(Suggest(query))
        else:
            self._line.forget()
            self._answered = query
            self.idle.emit()

    @Slot(object)
    def _on_line_answered(self, answer: Answer) -> None:
        if answer.error is not None:
            self.failed.emit(answer.error.user_text())
        elif isinstance(answer.value, Suggested):
            self._answered = answer.value.query
            self.suggested.emit(answer.value)
            if answer.value.is_behind and self._is_watched:
                self._later.start()

    @Slot(object, object)
    def _on_session_changed(self, _old: object, _new: object) -> None:
        if self._is_watched and self._asked is None:
            # With the first key what the first search would wait for is read already.
            self._asked = Query("", self.language or self._session.resolution.language)
            self._line.ask(Suggest(self._asked))
        self._restart()

"""Problems on the page: underlined where they stand, with a menu of fixes at the caret."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QMenu, QTextEdit, QWidget, QWidgetAction

from drafter.app.checking import Checking
from drafter.app.places import Caret, Field, paragraph_place, text_at
from drafter.app.session import Session
from drafter.app.slots import plain_position, slot_position
from drafter.check.problem import FixKind, Problem, Severity
from drafter.core.changes import changed_words
from drafter.core.inline import Text
from drafter.core.model import Resolution
from drafter.ui.editor.page import Page
from drafter.ui.labels import second
from drafter.ui.severities import SHAPES, coloured

_UNDERLINES = {
    Severity.ERROR: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Severity.WARNING: QTextCharFormat.UnderlineStyle.DashUnderline,
    Severity.INFO: QTextCharFormat.UnderlineStyle.DotLine,
}
"""Each severity has a line of its own: nothing is said by colour alone."""

_LAYER = "problems"
_LINE_MARGINS = (10, 5, 22, 3)
"""Of what is said in a menu: in line with its commands."""


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """A stretch under which a line is drawn: `length` signs of a paragraph with this text."""

    text: Text
    cursor: QTextCursor
    length: int
    selection: QTextEdit.ExtraSelection

    def is_whole(self, text: Text) -> bool:
        """Whether it still is under the words, which nobody took out, or put others after."""
        there = self.cursor.position() - self.cursor.anchor()
        return self.text is text and there == self.length > 0


class Underlines(QObject):
    """Keeps the problems of a session underlined on its page."""

    def __init__(self, session: Session, page: Page, checking: Checking) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._checking = checking
        self._drawn: dict[Problem, _Line] = {}
        self._reworded: set[str] = set()
        checking.problems_changed.connect(self.draw)
        checking.checked.connect(self._on_checking_checked)
        session.changed.connect(self._on_session_changed)
        page.set_anew.connect(self._draw_anew)
        self._draw_anew()

    @Slot()
    def _draw_anew(self) -> None:
        """Draws the lines anew, in the colours of the page's theme."""
        self._formats = {severity: self._format(severity) for severity in Severity}
        self._drawn = {}
        self.draw()

    @Slot()
    def draw(self) -> None:
        """Draws the lines that are not there yet; those whose words stand as they were stay."""
        texts = {one.id: one.text for one in self._session.resolution.paragraphs}
        before, self._drawn = self._drawn, {}
        for problem in self._checking.problems:
            if problem.place not in texts:
                continue
            text = texts[problem.place]
            known = before.get(problem)
            if known is None or problem.place in self._reworded or not known.is_whole(text):
                known = self._line(problem, text)
            self._drawn[problem] = known
        self._reworded.clear()
        if list(before.values()) != list(self._drawn.values()):
            self._page.lay(_LAYER, [line.selection for line in self._drawn.values()])

    def _line(self, problem: Problem, text: Text) -> _Line:
        """The stretch of a problem; of one that is about no stretch, the last sign."""
        place = paragraph_place(problem.place or "")
        start, end = problem.start, min(problem.end, len(text))
        if start >= end:
            start, end = max(0, len(text) - 1), len(text)
        cursor = QTextCursor(self._page.document())
        cursor.setPosition(self._page.position_of(Caret(place, slot_position(text, start))))
        cursor.setPosition(
            self._page.position_of(Caret(place, slot_position(text, end))),
            QTextCursor.MoveMode.KeepAnchor,
        )
        cursor.setKeepPositionOnInsert(True)  # what is typed after the words is not in them
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = self._formats[problem.severity]
        return _Line(text, cursor, cursor.position() - cursor.anchor(), selection)

    def _format(self, severity: Severity) -> QTextCharFormat:
        theme = self._page.theme
        colours = {
            Severity.ERROR: theme.error,
            Severity.WARNING: theme.warning,
            Severity.INFO: theme.information,
        }
        made = QTextCharFormat()
        made.setUnderlineStyle(_UNDERLINES[severity])
        made.setUnderlineColor(QColor(colours[severity]))
        return made

    @Slot(object, object)
    def _on_session_changed(self, old: Resolution, new: Resolution) -> None:
        """The lines go with their words; blocks that are taken out and put in again lose theirs."""
        changed = changed_words(old, new)
        if changed is not None:
            self._reworded.update(new.paragraphs[at].id for at in changed)
        elif self._checking.problems:
            self.draw()

    @Slot()
    def _on_checking_checked(self) -> None:
        """Words that came back have their old problems, but perhaps lost the lines of these."""
        if self._reworded:
            self.draw()


class FixMenu(QMenu):
    """What can be done about the problems at the caret.

    `fix_requested(problem)`, `ignore_requested(problem)`, `explanation_requested(problem)`.
    """

    fix_requested = Signal(object)
    ignore_requested = Signal(object)
    explanation_requested = Signal(object)

    def __init__(
        self,
        problems: tuple[Problem, ...],
        colours: Mapping[str, QColor],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._colours = colours
        if not problems:
            nothing = self.addAction(self.tr("No problem here"))
            nothing.setEnabled(False)
        for problem in problems:
            self._add(problem)

    def _add(self, problem: Problem) -> None:
        if self.actions():
            self.addSeparator()
        self._say(f"{SHAPES[problem.severity.value]}  {problem.message.english()}")
        if problem.fix is not None:
            title = problem.fix.title.english()
            is_safe = problem.fix.kind is FixKind.SAFE
            name = title if is_safe else self.tr("%1 (please check)").replace("%1", title)
            self._act(name, self.fix_requested, problem)
        self._act(self.tr("Ignore here"), self.ignore_requested, problem)
        self._act(self.tr("Explain"), self.explanation_requested, problem)

    def _say(self, words: str) -> None:
        """A line that says what is wrong, above what can be done about it."""
        line = QWidgetAction(self)
        line.setText(words)
        line.setEnabled(False)
        label = QLabel(coloured(words, self._colours), self)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setContentsMargins(*_LINE_MARGINS)
        line.setDefaultWidget(second(label))
        self.addAction(line)

    def _act(self, name: str, wish: SignalInstance, problem: Problem) -> None:
        action = QAction(name, self)
        action.setData((wish, problem))
        action.triggered.connect(self._on_action_triggered)
        self.addAction(action)

    @Slot()
    def _on_action_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            wish, problem = action.data()
            wish.emit(problem)


def problems_at_caret(page: Page, checking: Checking) -> tuple[Problem, ...]:
    """The problems of the paragraph the caret is in, those at the caret first."""
    caret = page.caret()
    if caret.place.field is not Field.PARAGRAPH:
        return ()
    text = text_at(page.session.resolution, caret.place)
    return checking.problems_at(caret.place.id, plain_position(text, caret.at))

"""Problems on the page: underlined where they stand, with a menu of fixes at the caret."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
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
from drafter.ui.severities import SHAPES

_UNDERLINES = {
    Severity.ERROR: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Severity.WARNING: QTextCharFormat.UnderlineStyle.DashUnderline,
    Severity.INFO: QTextCharFormat.UnderlineStyle.DotLine,
}
"""Each severity has a line of its own: nothing is said by colour alone."""


_LINE_MARGINS = (10, 5, 22, 3)
"""Of what is said in a menu: in line with its commands."""


class Underlines(QObject):
    """Keeps the problems of a session underlined on its page."""

    def __init__(self, session: Session, page: Page, checking: Checking) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._checking = checking
        self._has_moved = False
        checking.problems_changed.connect(self.draw)
        checking.checked.connect(self._on_checking_checked)
        session.changed.connect(self._on_session_changed)
        self.draw()

    @Slot()
    def draw(self) -> None:
        """Draws the lines anew, in the colours of the page's theme."""
        self._has_moved = False
        resolution = self._session.resolution
        texts = {one.id: one.text for one in resolution.paragraphs}
        formats = {severity: self._format(severity) for severity in Severity}
        self._page.setExtraSelections(
            [
                self._selection(problem, texts[problem.place], formats[problem.severity])
                for problem in self._checking.problems
                if problem.place in texts
            ]
        )

    def _selection(
        self, problem: Problem, text: Text, format_: QTextCharFormat
    ) -> QTextEdit.ExtraSelection:
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
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = format_
        return selection

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
        if changed_words(old, new) is not None:
            self._has_moved = True
        elif self._checking.problems:
            self.draw()

    @Slot()
    def _on_checking_checked(self) -> None:
        """Words that came back have their old problems, but perhaps lost the lines of these."""
        if self._has_moved:
            self.draw()


class FixMenu(QMenu):
    """What can be done about the problems at the caret.

    `fix_requested(problem)`, `ignore_requested(problem)`, `explanation_requested(problem)`.
    """

    fix_requested = Signal(object)
    ignore_requested = Signal(object)
    explanation_requested = Signal(object)

    def __init__(self, problems: tuple[Problem, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        label = QLabel(words, self)
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

"""The footnotes: every note in order, edited in place, where its marks are, unused ones shown.

A note's words are one undo step while they are typed. Deleting a note takes its marks along and
says so; nothing else deletes one. Where notes are marked is said of those in sight only: a new
paragraph gives hundreds of places another number, and each row would be laid out anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from drafter.app.i18n import paragraph_words
from drafter.app.rewriting import reworded
from drafter.app.session import Session
from drafter.app.typing_steps import TypingSteps
from drafter.core import note_edits
from drafter.core.changes import changed_words
from drafter.core.model import Footnote, Resolution
from drafter.ui.direction import direction, reading_side, write_towards
from drafter.ui.editor.keyboard import is_for_command
from drafter.ui.labels import empty_words, least_width, second
from drafter.ui.raw_words import raw_words

_MOST_LINES = 6
_REST_MS = 150
"""How long the text rests before all notes say anew where they are marked."""
_AT_ONCE = 12
"""How many rows are made with the window, and again when the end of those there are comes near: one
takes a millisecond or more, and a key may wait for it.
"""
_FRAME_PX = 4
"""Border and padding of a field, above and below (`window.qss`)."""
_PLACES_MARGINS = (7, 2, 0, 0)
_NUMBER_DOWN_PX = 6
"""Both in line with the words in their field."""
_LINKS = (
    Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)


class NoteEdit(QPlainTextEdit):
    """The words of one note; grows with them. `rewritten(words)` is what the user typed,
    `focus_changed(has focus)` when the caret comes and goes.
    """

    rewritten = Signal(str)
    focus_changed = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_showing = False
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.textChanged.connect(self._on_text_changed)

    def show_words(self, words: str) -> None:
        """Shows these words; the caret stays where it can."""
        if words != raw_words(self):
            position = self.textCursor().position()
            self._is_showing = True
            self.setPlainText(words)
            self._is_showing = False
            cursor = self.textCursor()
            cursor.setPosition(min(position, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and is_for_command(event):
            # The history is the session's: a text edit would swallow Ctrl+Z even with its own off.
            # All other keys of a text edit are its own: Ctrl+V would paste into the page.
            event.ignore()
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words that come in lines, out of a PDF, are one line here."""
        self.insertPlainText(" ".join(line.strip() for line in source.text().splitlines()))

    def heightForWidth(self, width: int) -> int:
        needed = self._needed(width - self.width() + self.viewport().width())
        return min(needed, self._tallest()) + self._margins() + _FRAME_PX

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        line = QFontMetrics(self.font()).lineSpacing()
        return QSize(super().minimumSizeHint().width(), line + self._margins() + _FRAME_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scroll_if_long()

    def _margins(self) -> int:
        return 2 * round(self.document().documentMargin())

    def _tallest(self) -> int:
        return QFontMetrics(self.font()).lineSpacing() * _MOST_LINES

    def _needed(self, width: int) -> int:
        """How high all words are in a viewport so wide."""
        room = QRect(0, 0, max(1, width - self._margins()), 0)
        words = raw_words(self) or " "
        metrics = QFontMetrics(self.font())
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()

    def _fit(self) -> None:
        self._scroll_if_long()
        if self.height() != self.heightForWidth(self.width()):
            self.updateGeometry()  # lays all rows out: not for each key

    def _scroll_if_long(self) -> None:
        is_long = self._needed(self.viewport().width()) > self._tallest()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if is_long else policy.ScrollBarAlwaysOff
        )

    @Slot()
    def _on_text_changed(self) -> None:
        self._fit()
        if not self._is_showing:
            self.rewritten.emit(raw_words(self))


class LinksLabel(QLabel):
    """A label whose links follow the theme; Qt leaves them in the colour of when they were set."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            words = self.text()
            self.clear()
            self.setText(words)


class NoteRow(QWidget):
    """One note: its number, its words, where it is marked, and the way to delete it."""

    rewritten = Signal(str, str)
    caret_moved = Signal(str)
    place_chosen = Signal(str)
    deletion_requested = Signal(str)

    def __init__(self, note_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.note_id = note_id
        self._language = ""
        self._shown: tuple[str, str] | None = None
        self._shown_places: list[tuple[str, str]] | None = None
        self.number = QLabel(self)
        self.words = NoteEdit(self)
        self.places = LinksLabel(self)
        self.delete = QToolButton(self)
        self._lay_out()
        self.words.rewritten.connect(self._on_words_rewritten)
        self.words.focus_changed.connect(self._on_words_focus_changed)
        self.places.linkActivated.connect(self.place_chosen)
        self.delete.clicked.connect(self._on_delete_clicked)

    def _lay_out(self) -> None:
        self.number.setMinimumWidth(self.fontMetrics().horizontalAdvance("00"))
        self.number.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.delete.setText("✕")
        self.delete.setAutoRaise(True)
        self.delete.setCursor(Qt.CursorShape.PointingHandCursor)
        self.delete.setToolTip(self.tr("Delete this note and its marks"))
        self.delete.setAccessibleName(self.tr("Delete this note and its marks"))
        self.places.setTextInteractionFlags(_LINKS)
        second(self.places)
        second(self.number)
        self.places.setWordWrap(True)
        self.places.setContentsMargins(*_PLACES_MARGINS)
        self.number.setContentsMargins(0, _NUMBER_DOWN_PX, 0, 0)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.words)
        middle.addWidget(self.places)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 6, 6)
        row.setSpacing(6)
        row.addWidget(self.number)
        row.addLayout(middle, 1)
        row.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignTop)

    def set_language(self, code: str) -> None:
        """The words run as those of this language do."""
        if code != self._language:
            self._language = code
            write_towards(self.words, code)
            self.places.setAlignment(reading_side(code))

    def show_note(self, note: Footnote, number: str) -> None:
        """Shows the number and the words of a note."""
        shown = (note.text.plain, number)
        if shown != self._shown:
            self._shown = shown
            self.number.setText(number)
            self.words.setAccessibleName(self.tr("Footnote %1").replace("%1", number))
            self.words.show_words(note.text.plain)

    def show_places(self, places: list[tuple[str, str]]) -> None:
        """Says where the note is marked: (paragraph id, name) of each place."""
        if places != self._shown_places:
            self._shown_places = places
            links = ",  ".join(_link(paragraph_id, name) for paragraph_id, name in places)
            marked = self.tr("Marked at %1").replace("%1", links)
            self.places.setText(marked if places else self.tr("▲ Not marked anywhere"))

    @Slot(str)
    def _on_words_rewritten(self, words: str) -> None:
        self.rewritten.emit(self.note_id, words)

    @Slot(bool)
    def _on_words_focus_changed(self, has_focus: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.caret_moved.emit(self.note_id if has_focus else "")

    @Slot()
    def _on_delete_clicked(self) -> None:
        self.deletion_requested.emit(self.note_id)


class FootnotesPanel(QWidget):
    """All notes of a session's document; `paragraph_chosen(id)` wishes to go to a mark,
    `caret_moved(id)` says which note the caret is in, empty when it has left them.

    Only a stretch of them has rows; it grows at the end that comes into sight, and is put elsewhere
    when a note far from it is to be edited.
    """

    paragraph_chosen = Signal(str)
    caret_moved = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps = TypingSteps(session)
        self.rows: dict[str, NoteRow] = {}
        self._standing: list[str] = []
        self._resolution = session.resolution
        self._numbers = session.numbering
        self._marked: dict[str, list[int]] = {}
        self._stretch = range(_AT_ONCE)
        self._held: tuple[str, int] | None = None
        words = self.tr("Footnotes appear here. Press F7 to insert one at the caret.")
        self._empty = empty_words(words, self)
        self._inner = inner = QWidget(self)
        self._box = QVBoxLayout(inner)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._box.addWidget(self._empty)
        self._box.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._scroll = scroll
        self.setMinimumWidth(least_width(self))
        self._shown: object = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._sight_timer = QTimer(self)
        self._sight_timer.setSingleShot(True)
        self._sight_timer.timeout.connect(self._on_sight_timer_timeout)
        bar = scroll.verticalScrollBar()
        bar.actionTriggered.connect(self._let_go)
        bar.valueChanged.connect(self._on_bar_value_changed)
        bar.rangeChanged.connect(self._sight_timer.start)
        session.changed.connect(self._on_session_changed)
        self._show(session.resolution)

    def edit_note(self, note_id: str) -> None:
        """Puts the caret at the end of a note's words."""
        is_new = note_id not in self.rows
        if is_new:
            self._stretch = _around(note_id, self._session.numbering.note_order)
            self._show(self._session.resolution)
        words = self.rows[note_id].words
        words.setFocus(Qt.FocusReason.OtherFocusReason)
        words.moveCursor(QTextCursor.MoveOperation.End)
        self._let_go()
        if is_new:
            self._held = note_id, self._scroll.viewport().height() // 2
        else:
            self._scroll.ensureWidgetVisible(words)

    def edit_first(self) -> None:
        """Puts the caret into the first note, if there is one."""
        order = self._session.numbering.note_order
        if order:
            self.edit_note(order[0])

    def _show(self, resolution: Resolution) -> None:
        self._inner.setLayoutDirection(direction(resolution.language))
        numbers = self._session.numbering
        self._resolution, self._numbers = resolution, numbers
        self._timer.stop()
        self._shown = (resolution.footnotes, numbers.note_order, numbers.notes, resolution.language)
        wanted = numbers.note_order[self._stretch.start : self._stretch.stop]
        for gone in set(self.rows) - set(wanted):
            row = self.rows.pop(gone)
            self._standing.remove(gone)
            self._box.removeWidget(row)
            row.deleteLater()
        self._marked = _marked(resolution)
        notes = {note.id: note for note in resolution.footnotes}
        for position, note_id in enumerate(wanted):
            row = self.rows.get(note_id) or self._new_row(note_id)
            self._put(position, note_id, row)
            row.set_language(resolution.language)
            row.show_note(notes[note_id], numbers.notes[note_id])
        self._show_places()
        self._sight_timer.start()
        self._empty.setVisible(not self.rows)

    def _follow(self, order: Sequence[str]) -> None:
        """Puts the stretch to where there are notes, and the one with the caret among them."""
        typed_in = next((one for one in self.rows if self.rows[one].words.hasFocus()), "")
        if typed_in in order and order.index(typed_in) not in self._stretch:
            self._stretch = _around(typed_in, order)
        elif self._stretch.start and self._stretch.start + _AT_ONCE > len(order):
            self._stretch = _around(order[-1], order) if order else range(_AT_ONCE)

    def _show_places(self) -> None:
        """Says of the notes in sight where they are marked."""
        for row in self._in_sight():
            row.show_places(self._places(row.note_id))

    def _in_sight(self) -> list[NoteRow]:
        top = self._scroll.verticalScrollBar().value()
        bottom = top + self._scroll.viewport().height()
        rows = map(self.rows.__getitem__, self._standing)
        return [row for row in rows if row.y() <= bottom and row.y() + row.height() >= top]

    def _grow(self) -> None:
        """Wishes for more rows where an end of those there are comes near."""
        in_sight = self._in_sight()
        if not self.isVisible() or not in_sight or self._timer.isActive():
            return
        top, height = self._scroll.verticalScrollBar().value(), self._scroll.viewport().height()
        first, end = self._stretch.start, self._stretch.stop
        if first > 0 and top < height:
            self._held = self._held or (in_sight[0].note_id, in_sight[0].y() - top)
            self._stretch = range(max(0, first - _AT_ONCE), end)
            self._timer.start()
        elif end < len(self._numbers.note_order) and self._inner.height() < top + 2 * height:
            self._stretch = range(first, end + _AT_ONCE)
            self._timer.start()

    @Slot()
    def _on_bar_value_changed(self) -> None:
        self._show_places()
        if not self._sight_timer.isActive():
            self._grow()

    @Slot()
    def _on_sight_timer_timeout(self) -> None:
        """The rows have their new places; the one that is held stays where it was seen."""
        row = self.rows.get(self._held[0]) if self._held is not None else None
        if self._held is not None and row is not None:
            self._scroll.verticalScrollBar().setValue(row.y() - self._held[1])
        self._show_places()
        self._grow()

    @Slot()
    def _let_go(self) -> None:
        """The user goes elsewhere: no row is held any more."""
        self._held = None

    @Slot(str)
    def _on_row_caret_moved(self, note_id: str) -> None:
        if note_id and self._held is not None and note_id != self._held[0]:
            self._let_go()
        self.caret_moved.emit(note_id)

    def _places(self, note_id: str) -> list[tuple[str, str]]:
        """Where a note is marked: the paragraph's id (empty outside paragraphs) and its name."""
        resolution = self._resolution
        in_title = [("", self.tr("Title")) for m in resolution.title.marks if m.note == note_id]
        return in_title + [
            (resolution.paragraphs[at].id, paragraph_words(resolution, self._numbers, at))
            for at in self._marked.get(note_id, ())
        ]

    def _put(self, position: int, note_id: str, row: NoteRow) -> None:
        """Has the row stand at its position, where all before it stand already.

        The layout is not asked: what `itemAt` of PySide gives outlives the item it stands for, and
        brings the program down when something else is made in its place.
        """
        if self._standing[position : position + 1] == [note_id]:
            return
        if note_id in self._standing:
            self._standing.remove(note_id)
        self._standing.insert(position, note_id)
        self._box.insertWidget(position, row)

    def _new_row(self, note_id: str) -> NoteRow:
        row = NoteRow(note_id, self)
        row.rewritten.connect(self._on_row_rewritten)
        row.caret_moved.connect(self._on_row_caret_moved)
        row.place_chosen.connect(self.paragraph_chosen)
        row.deletion_requested.connect(self._on_row_deletion_requested)
        self.rows[note_id] = row
        return row

    @Slot(object, object)
    def _on_session_changed(self, old: Resolution, new: Resolution) -> None:
        if changed_words(old, new) is not None:
            return
        counted = self._session.numbering
        notes = (new.footnotes, counted.note_order, counted.notes, new.language)
        if notes == self._shown:
            self._timer.start()  # no more than where they are marked
        else:
            self._follow(counted.note_order)
            self._show(new)

    @Slot()
    def _on_timer_timeout(self) -> None:
        self._show(self._session.resolution)

    @Slot(str, str)
    def _on_row_rewritten(self, note_id: str, words: str) -> None:
        resolution = self._session.resolution
        old = resolution.footnote(note_id).text
        changed = note_edits.set_footnote(resolution, note_id, reworded(old, words))
        label = self.tr("Edit footnote")
        self._steps.apply(changed, label, f"note.{note_id}", old.plain, words)

    @Slot(str)
    def _on_row_deletion_requested(self, note_id: str) -> None:
        changed = note_edits.delete_footnote(self._session.resolution, note_id)
        self._session.apply(changed, self.tr("Delete footnote"))


def _link(paragraph_id: str, name: str) -> str:
    words = escape(name.replace(" ", "\u00a0"))
    return f'<a href="{escape(paragraph_id)}">{words}</a>' if paragraph_id else words


def _around(note_id: str, order: Sequence[str]) -> range:
    """The places of so many notes as come at once, with this one as near the middle as may be."""
    first = max(0, min(order.index(note_id) - _AT_ONCE // 2, len(order) - _AT_ONCE))
    return range(first, first + _AT_ONCE)


def _marked(resolution: Resolution) -> dict[str, list[int]]:
    """The indices of the paragraphs that each note is marked in, once for each mark."""
    marked: dict[str, list[int]] = {}
    for index, paragraph in enumerate(resolution.paragraphs):
        for text in paragraph.texts():
            for mark in text.marks:
                marked.setdefault(mark.note, []).append(index)
    return marked

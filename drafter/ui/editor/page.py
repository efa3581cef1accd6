"""The page: one text surface, one block a paragraph, always the picture of the session's document.

Keys become edits of the document, and the document is shown again by the least change; the only
other way in is what an input method or a screen reader writes, which is read back from the text
document at once. Positions outside this folder are slots (see `app.slots`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextFrameFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from drafter.app.places import Caret, Place, paragraph_place
from drafter.app.session import Session
from drafter.core.model import Resolution
from drafter.ui.editor import clipboard, keyboard, pointing, reading
from drafter.ui.editor.artist import Artist
from drafter.ui.editor.blocks import PageBlock, blocks_after, page_blocks
from drafter.ui.editor.commands import Commands
from drafter.ui.editor.objects import Cells, NoteMarks, Tables
from drafter.ui.editor.pasting import Pasting
from drafter.ui.editor.positions import to_code_points, to_utf16
from drafter.ui.editor.rendering import Renderer
from drafter.ui.editor.typography import NOTE_MARK, SHEET, TABLE, Typography
from drafter.ui.editor.writer import Selection, Writer
from drafter.ui.theme import Theme

ZOOMS = range(50, 401, 10)
FIRST_ZOOM = 120
_FITTING_STEP = 5
_SMALLEST_FITTING = 75
"""What is still read with ease; on a smaller window the sheet is scrolled."""
_POINTS_PER_INCH = 72
_NOTCH = 120
"""How far a wheel turns by one notch, as Qt counts."""


class Page(QTextEdit):
    """Shows and edits one session's document.

    Signals: `caret_moved(caret)`; `refused(sentence)` when an edit is not possible;
    `zoom_changed(percent)`; `masthead_requested()` when somebody clicks above the title;
    `note_requested(note_id)`, `table_requested(paragraph_id)` when somebody opens a footnote or
    table; `choice_requested(paragraph_id)` when what may come next has to be chosen; `set_anew()`
    after every block was put in again, so that cursors into the text document have lost it;
    `pasted(read, left_out, source)` when a text of several paragraphs from elsewhere was read.
    """

    caret_moved = Signal(object)
    refused = Signal(str)
    zoom_changed = Signal(int)
    masthead_requested = Signal()
    note_requested = Signal(str)
    table_requested = Signal(str)
    choice_requested = Signal(str)
    set_anew = Signal()
    pasted = Signal(object, object, str)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        zoom: int = FIRST_ZOOM,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Page"))
        self.setAccessibleDescription(self.tr("The text of the resolution"))
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self._session = session
        self._theme = theme
        self._zoom = _possible(zoom)
        self._turned = 0
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {}
        self._is_own_change = False
        self._is_undoing = False
        self._typography = self._made_typography()
        self._renderer = Renderer(self.document(), self._typography)
        self._artist = Artist(self)
        self._marks = NoteMarks(self._current_typography, self.document())
        self._tables = Tables(self._current_typography, self._cells_of, self.document())
        layout = self.document().documentLayout()
        layout.registerHandler(NOTE_MARK, self._marks)
        layout.registerHandler(TABLE, self._tables)
        self.writer = Writer(session, self)
        self.commands = Commands(self)
        self.pasting = Pasting(self)
        self.pasting.said.connect(self.refused)
        self.writer.written.connect(self.select)
        self.writer.refused.connect(self.refused)
        self.document().contentsChanged.connect(self._on_document_contents_changed)
        self.cursorPositionChanged.connect(self._on_cursor_position_changed)
        session.changed.connect(self._on_session_changed)
        self._set_anew()

    # What others ask

    @property
    def session(self) -> Session:
        """The session it shows."""
        return self._session

    @property
    def typography(self) -> Typography:
        """The formats it is set in now."""
        return self._typography

    @property
    def theme(self) -> Theme:
        """Its colours."""
        return self._theme

    @property
    def blocks(self) -> tuple[PageBlock, ...]:
        """What it shows; block n of the text document is block n here."""
        return self._renderer.shown

    @property
    def zoom(self) -> int:
        """In percent of the printed size."""
        return self._zoom

    def fitting_zoom(self) -> int:
        """The usual zoom, or a smaller one at which the whole sheet is as wide as the window."""
        return zoom_in(self.width() - self.verticalScrollBar().sizeHint().width(), self)

    def least_width(self) -> int:
        """How wide it must be for the whole sheet to be seen at the smallest zoom that fits."""
        sheet = _printed_width(self) * _SMALLEST_FITTING / 100
        return ceil(sheet) + self.verticalScrollBar().sizeHint().width()

    def sheet(self) -> QRectF:
        """The white sheet, in the viewport."""
        return self._artist.sheet()

    @property
    def room_above(self) -> float:
        """How high the sheet is above the title, in pixels."""
        return self._artist.room_above()

    def caret(self) -> Caret:
        """Where the caret is."""
        return self.caret_of(self.textCursor().position())

    def selection(self) -> Selection:
        """The two ends of the selection, in the order of the page; equal when there is none."""
        cursor = self.textCursor()
        return self.caret_of(cursor.selectionStart()), self.caret_of(cursor.selectionEnd())

    def block_of(self, place: Place) -> QTextBlock:
        """The text block of a place; invalid when there is no such place."""
        return self.document().findBlockByNumber(self._renderer.numbers.get(place, -1))

    def position_of(self, caret: Caret) -> int:
        """Qt's position of a caret, as near as there is."""
        block = self.block_of(caret.place)
        if not block.isValid():
            return 0
        return block.position() + to_utf16(block.text(), caret.at)

    def caret_at_point(self, x: float, y: float) -> Caret:
        """The caret nearest to a point of the viewport."""
        cursor = self.cursorForPosition(QRectF(x, y, 0, 0).topLeft().toPoint())
        return self.caret_of(cursor.position())

    # What others tell

    @Slot(object)
    def set_caret(self, caret: Caret) -> None:
        """Puts the caret somewhere and makes it visible."""
        self.select(caret, caret)

    @Slot(object, object)
    def select(self, start: Caret, end: Caret) -> None:
        """Selects what stands between two carets; the second has the blinking one."""
        cursor = self.textCursor()
        cursor.setPosition(self.position_of(start))
        cursor.setPosition(self.position_of(end), QTextCursor.MoveMode.KeepAnchor)
        with self._changing():
            self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.caret_moved.emit(self.caret())

    def show_top(self) -> None:
        """Scrolls to the masthead, wherever the caret is."""
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)

    def go_to(self, paragraph_id: str, at: int = 0) -> None:
        """Puts the caret into a paragraph and the focus on the page, with what is around it."""
        self.writer.end_typing()
        bar = self.verticalScrollBar()
        before = bar.value()
        self.set_caret(Caret(paragraph_place(paragraph_id), at))
        if bar.value() != before:
            bar.setValue(bar.value() + self.cursorRect().top() - self.viewport().height() // 3)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def lay(self, layer: str, selections: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Draws lines and grounds with the text, those of one layer in the place of its last."""
        self._layers[layer] = list(selections)
        self.setExtraSelections([one for some in self._layers.values() for one in some])

    def set_theme(self, theme: Theme) -> None:
        """Shows it in other colours."""
        self._theme = theme
        self._set_in_new_typography()

    def set_zoom(self, percent: int) -> None:
        """Shows it larger or smaller, 100 is the printed size."""
        wanted = _possible(percent)
        if wanted == self._zoom:
            return
        self._zoom = wanted
        self._set_in_new_typography()
        self.zoom_changed.emit(wanted)

    def undo(self) -> None:
        """Takes the last step back; the caret goes to where it was made."""
        with self._following():
            self._session.undo()

    def redo(self) -> None:
        """Takes the step last undone again."""
        with self._following():
            self._session.redo()

    def cut(self) -> None:
        """Puts the selection on the clipboard and takes it out."""
        if self.textCursor().hasSelection():
            self.copy()
            self.writer.cut(self.selection())

    def paste_plain(self) -> None:
        """Puts the words on the clipboard in, without what they look like."""
        plain = QMimeData()
        plain.setText(QGuiApplication.clipboard().text())
        self.insertFromMimeData(plain)

    def change_level(self, *, up: bool) -> None:
        """Indents the selected paragraphs, or takes them a level up."""
        self.writer.end_typing()
        (self.writer.outdent if up else self.writer.indent)(self.selection())

    # Setting the text

    def _made_typography(self) -> Typography:
        dpi = self.logicalDpiY()
        return Typography(
            self._session.resolution.language,
            self._theme,
            px_per_point=dpi / _POINTS_PER_INCH * self._zoom / 100,
            points_per_px=_POINTS_PER_INCH / dpi,
        )

    def _current_typography(self) -> Typography:
        return self._typography

    def _cells_of(self, paragraph_id: str) -> Cells:
        number = self._renderer.numbers.get(paragraph_place(paragraph_id))
        return () if number is None else self.blocks[number].cells

    def _set_anew(self) -> None:
        self._set_margins()  # first: the text is laid out once
        with self._changing():
            counted = self._session.numbering
            self._renderer.show(page_blocks(self._session.resolution, counted=counted))
        first = self.blocks[min(2, len(self.blocks) - 1)]
        self.set_caret(Caret(first.place))

    def _set_in_new_typography(self) -> None:
        """In a text that is scrolled, the caret stays as far down in the view as it was."""
        caret = self.caret()
        bar = self.verticalScrollBar()
        was_scrolled, top = bar.value() > 0, self.cursorRect().top()
        self._typography = self._made_typography()
        with self._changing():
            self._renderer.set_typography(self._typography)
        self._set_sheet()
        self.set_caret(caret)
        if was_scrolled and 0 <= top < self.viewport().height():
            bar.setValue(bar.value() + self.cursorRect().top() - top)
        self.set_anew.emit()

    def _set_sheet(self) -> None:
        """What is drawn above and below the text, and the room for it."""
        self._artist.prepare(self._session.resolution)
        self._set_margins()

    def _set_margins(self) -> None:
        sheet = round(self._typography.px(SHEET))
        side = self._artist.side
        format_ = QTextFrameFormat()
        format_.setLeftMargin(side)
        format_.setRightMargin(side)
        format_.setTopMargin(self._artist.above)
        format_.setBottomMargin(self._artist.below)
        with self._changing():
            if self.lineWrapColumnOrWidth() != sheet:
                self.setLineWrapColumnOrWidth(sheet)
            root = self.document().rootFrame()
            if root.frameFormat() != format_:
                root.setFrameFormat(format_)
        self._centre_sheet()
        self.viewport().update()

    def _centre_sheet(self) -> None:
        sheet = round(self._typography.px(SHEET))
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max(0, (room - sheet) // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, max(0, room - sheet - side), 0)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """While the page itself changes the text document or the caret."""
        before, self._is_own_change = self._is_own_change, True
        try:
            yield
        finally:
            self._is_own_change = before

    @contextmanager
    def _following(self) -> Iterator[None]:
        """While changes take the caret to where they are."""
        self._is_undoing = True
        try:
            yield
        finally:
            self._is_undoing = False

    @Slot(object, object)
    def _on_session_changed(self, old: Resolution, new: Resolution) -> None:
        caret = self.caret()
        is_set_anew = new.language != old.language
        if is_set_anew:
            self._typography = self._made_typography()
            with self._changing():
                self._renderer.set_typography(self._typography)
        before = self.blocks
        blocks = blocks_after(old, before, new, self._session.numbering)
        is_stale = self._artist.is_stale(new)
        with self._changing(), self._renderer.editing(is_one=is_stale):
            touched = self._renderer.update(blocks)
            if is_stale:
                self._set_sheet()
        if not is_stale and (len(touched) > 1 or len(before) != len(blocks)):
            self.viewport().update()
        if self._is_undoing and touched:
            self.set_caret(reading.end_of_change(before, blocks, touched[0]))
        elif is_set_anew or self.caret().place != caret.place:
            self.set_caret(reading.caret_left(before, blocks, caret))

    # Reading back what was written into the text document

    @Slot()
    def _on_document_contents_changed(self) -> None:
        if self._is_own_change:
            return
        present = [block.text() for block in reading.text_blocks(self.document())]
        change = reading.read_back(self.blocks, present, self.textCursor())
        if change is None:
            return
        with self._changing():
            if isinstance(change, reading.WordsChanged):
                self.writer.replace_words(change.place, change.start, change.end, change.words)
            else:
                self.writer.replace_lines(change.selection, change.lines)
                self._renderer.show(self.blocks)
                self.set_anew.emit()
        self._restore()

    def _restore(self) -> None:
        """Shows the document as it is, should an edit have been refused."""
        with self._changing():
            for index, block in enumerate(reading.text_blocks(self.document())):
                if block.text() != self.blocks[index].shown:
                    self._renderer.restore(index)

    def caret_of(self, position: int) -> Caret:
        """The caret at Qt's position."""
        block = self.document().findBlock(position)
        place = self.blocks[min(block.blockNumber(), len(self.blocks) - 1)].place
        return Caret(place, to_code_points(block.text(), position - block.position()))

    @Slot()
    def _on_cursor_position_changed(self) -> None:
        if not self._is_own_change:
            self.writer.end_typing()
            self.caret_moved.emit(self.caret())

    # Events

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and keyboard.is_for_command(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keyboard.write(self, event):
            event.accept()
        elif keyboard.is_sign(event):
            event.ignore()  # a command; Qt would type it
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        selection = self.selection()
        composes = bool(event.commitString() or event.preeditString())
        if composes and selection[0] != selection[1]:
            self.writer.remove(selection)
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and pointing.is_above_text(self, event.position()):
            event.accept()
            self.masthead_requested.emit()
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not pointing.open_object(self, pointing.object_at(self, event.position())):
            super().mouseDoubleClickEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += event.angleDelta().y()
            steps = int(self._turned / _NOTCH)  # a touchpad turns in parts of a notch
            self._turned -= steps * _NOTCH
            self.set_zoom(self._zoom + steps * ZOOMS.step)
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._artist.draw_sheet(event.rect())
        super().paintEvent(event)
        self._artist.draw_labels(event.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre_sheet()

    # Clipboard and dragging

    def createMimeDataFromSelection(self) -> QMimeData:
        counted = self._session.numbering
        passage = self.writer.passage(self.selection())
        # WORKAROUND offscreen aborts at exit with one made in Python on the clipboard (6.11).
        made = super().createMimeDataFromSelection()
        made.text()  # Qt's is filled when it is first read
        return clipboard.fill(made, passage, dict(counted.labels), dict(counted.notes))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return clipboard.has_passage(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.pasting.paste(source)

    def dropEvent(self, event: QDropEvent) -> None:
        if not self.canInsertFromMimeData(event.mimeData()):
            event.ignore()  # a file, which is the window's
            return
        target = self.caret_at_point(event.position().x(), event.position().y())
        is_move = event.dropAction() is Qt.DropAction.MoveAction
        super().dragLeaveEvent(QDragLeaveEvent())
        if event.source() in {self, self.viewport()} and is_move:
            event.setDropAction(Qt.DropAction.CopyAction)  # it is moved here, not by the source
            event.accept()
            self.writer.move(self.selection(), target)
            return
        event.acceptProposedAction()
        self.set_caret(target)
        self.insertFromMimeData(event.mimeData())


def zoom_in(room: float, screen: QWidget) -> int:
    """The usual zoom, or a smaller one at which the whole sheet fits into so many pixels."""
    fitting = int(room * 100 / _printed_width(screen)) // _FITTING_STEP * _FITTING_STEP
    return max(_SMALLEST_FITTING, min(FIRST_ZOOM, fitting))


def _printed_width(screen: QWidget) -> float:
    """Of the sheet in its printed size, in the pixels of the screen that a widget is on."""
    return SHEET * screen.logicalDpiY() / _POINTS_PER_INCH


def _possible(percent: int) -> int:
    return max(ZOOMS[0], min(ZOOMS[-1], percent))

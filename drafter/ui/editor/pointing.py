"""What is under the pointer or selected that is not typed: the masthead, note marks, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCursor

from drafter.app.places import Caret, Field, text_at
from drafter.app.slots import MARK, mark_slots
from drafter.app.writing import is_table
from drafter.core.model import ParagraphKind, Part

if TYPE_CHECKING:
    from drafter.ui.editor.page import Page


def is_above_text(page: Page, point: QPointF) -> bool:
    """Whether a point of the viewport is on the sheet above the title, where the masthead is."""
    sheet = page.sheet()
    return sheet.contains(point) and point.y() < sheet.top() + page.room_above


def object_at(page: Page, point: QPointF) -> Caret | None:
    """The note mark or table under a point of the viewport: the caret before it."""
    offset = QPointF(page.horizontalScrollBar().value(), page.verticalScrollBar().value())
    layout = page.document().documentLayout()
    position = layout.hitTest(point + offset, Qt.HitTestAccuracy.ExactHit)
    for start in (position, position - 1):
        if page.document().characterAt(start) == MARK and _is_within(page, start, point):
            return page.caret_of(start)
    return None


def _is_within(page: Page, position: int, point: QPointF) -> bool:
    """Whether a point is between the two sides of a character."""
    cursor = QTextCursor(page.document())
    cursor.setPosition(position)
    before = page.cursorRect(cursor)
    cursor.setPosition(position + 1)
    after = page.cursorRect(cursor)
    left, right = sorted((before.center().x(), after.center().x()))
    return left <= point.x() <= right or before.top() != after.top()


def selected_object(page: Page) -> Caret | None:
    """The note mark or table that is all of the selection: the caret before it."""
    start, end = page.selection()
    cursor = page.textCursor()
    if start.place != end.place or end.at - start.at != 1:
        return None
    return start if page.document().characterAt(cursor.selectionStart()) == MARK else None


def open_object(page: Page, caret: Caret | None) -> bool:
    """Asks for the words of the note, or for the cells of the table, after a caret."""
    if caret is None:
        return False
    resolution = page.session.resolution
    if is_table(resolution, caret.place):
        page.table_requested.emit(caret.place.id)
        return True
    for slot, mark in mark_slots(text_at(resolution, caret.place)):
        if slot == caret.at and mark.note:
            page.note_requested.emit(mark.note)
            return True
    return False


def empty_operative(page: Page) -> str | None:
    """The id of the empty operative paragraph the caret is in, after which anything may come."""
    start, end = page.selection()
    if start != end or start.place.field is not Field.PARAGRAPH:
        return None
    paragraph = page.session.resolution.paragraph(start.place.id)
    is_full = paragraph.kind is ParagraphKind.PARAGRAPH and paragraph.level == 0
    if not is_full or paragraph.closing or paragraph.part is not Part.OPERATIVE or paragraph.text:
        return None
    return paragraph.id

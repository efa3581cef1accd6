"""What each key does on the page; keys that only move the caret are left to Qt."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from drafter.app.places import Caret, Field
from drafter.app.slots import MARK
from drafter.app.writing import end_of
from drafter.core.model import ParagraphKind
from drafter.ui.editor import pointing

if TYPE_CHECKING:
    from drafter.ui.editor.page import Page

_Key = QKeySequence.StandardKey
_Move = QTextCursor.MoveOperation
_DELETIONS: Mapping[QKeySequence.StandardKey, QTextCursor.MoveOperation] = {
    _Key.DeleteStartOfWord: _Move.PreviousWord,
    _Key.DeleteEndOfWord: _Move.NextWord,
    _Key.DeleteEndOfLine: _Move.EndOfLine,
    _Key.DeleteCompleteLine: _Move.EndOfBlock,
    _Key.Delete: _Move.NextCharacter,
}
_JOINING = "\u200d\ufe0f"
_LAST_SINGLE = "\uffff"
_UNTYPED = frozenset({"Cc", "Cs", "Co", "Cn"})
_MODIFIERS = Qt.KeyboardModifier


_FOR_COMMANDS = (_Key.Undo, _Key.Redo, _Key.DeleteEndOfLine)
"""What Qt's text edits keep for themselves, and commands have: undo, redo, on Linux Ctrl+K."""


def is_for_command(event: QEvent) -> bool:
    """Whether a key that Qt's text edits would keep for themselves is a command's first."""
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _FOR_COMMANDS)


def is_sign(event: QKeyEvent) -> bool:
    """Whether Qt would put the key's sign into the text: it does, but for those with Ctrl."""
    held = event.modifiers() & ~_MODIFIERS.ShiftModifier
    return held != _MODIFIERS.ControlModifier and _has_sign(event.text())


def _has_sign(words: str) -> bool:
    return any(unicodedata.category(one) not in _UNTYPED for one in words)


def write(page: Page, event: QKeyEvent) -> bool:
    """Does what the key asks for; False for a key that writes nothing."""
    if event.matches(_Key.Cut):
        page.cut()
        return True
    if event.matches(_Key.Undo):
        page.undo()
        return True
    if event.matches(_Key.Redo):
        page.redo()
        return True
    for key, movement in _DELETIONS.items():
        if event.matches(key):
            _delete(page, movement)
            return True
    handler = _KEYS.get(Qt.Key(event.key()))
    if handler is not None:
        return handler(page, event)
    return _type(page, event)


def _enter(page: Page, event: QKeyEvent) -> bool:
    if event.modifiers() & ~(_MODIFIERS.ShiftModifier | _MODIFIERS.KeypadModifier):
        return False
    page.writer.end_typing()
    if event.modifiers() & _MODIFIERS.ShiftModifier and _takes_lines(page):
        page.writer.type_words(page.selection(), "\n")
    elif not pointing.open_object(page, pointing.selected_object(page)):
        empty = pointing.empty_operative(page)
        if empty is not None:
            page.choice_requested.emit(empty)
        else:
            page.writer.enter(page.selection())
    return True


def _takes_lines(page: Page) -> bool:
    """Whether the caret is in an annex heading, whose title may have several lines."""
    row = page.session.resolution.paragraphs
    identity = page.caret().place.id
    return any(p.id == identity and p.kind is ParagraphKind.ANNEX for p in row)


def _tab(page: Page, event: QKeyEvent) -> bool:
    if event.modifiers() & ~_MODIFIERS.ShiftModifier:
        return False
    back = event.key() == Qt.Key.Key_Backtab or bool(event.modifiers() & _MODIFIERS.ShiftModifier)
    start, end = page.selection()
    if start == end and start.at > 0 and start.place.field is Field.PARAGRAPH:
        page.refused.emit(_tr("Tab changes the level at the start of a paragraph."))
        return True
    page.change_level(up=back)
    return True


def _backspace(page: Page, event: QKeyEvent) -> bool:
    if event.modifiers() & ~_MODIFIERS.ShiftModifier:
        return False
    cursor = page.textCursor()
    caret = page.caret()
    if cursor.hasSelection():
        page.writer.remove(page.selection())
    elif caret.at == 0:
        page.writer.end_typing()
        page.writer.join_backward(caret)
    else:
        before = cursor.block().text()[: caret.at]
        start = Caret(caret.place, caret.at - 1)
        if _is_composed(before):
            cursor.movePosition(_Move.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
            start = page.caret_of(cursor.position())
        page.writer.remove((start, caret))
    return True


def _is_composed(before: str) -> bool:
    """Whether what stands before the caret is one sign of several code points: goes as a whole."""
    return before[-1] > _LAST_SINGLE or before[-1] in _JOINING


def _delete(page: Page, movement: QTextCursor.MoveOperation) -> None:
    cursor = page.textCursor()
    caret = page.caret()
    is_forward = movement is not _Move.PreviousWord
    if cursor.hasSelection():
        page.writer.remove(page.selection())
        return
    border = end_of(page.session.resolution, caret.place) if is_forward else 0
    if caret.at == border:
        page.writer.end_typing()
        join = page.writer.join_forward if is_forward else page.writer.join_backward
        join(caret)
        return
    cursor.movePosition(movement, QTextCursor.MoveMode.KeepAnchor)
    other = page.caret_of(cursor.position())
    if other.place != caret.place:
        other = Caret(caret.place, border)
    page.writer.remove((caret, other) if is_forward else (other, caret))


def _type(page: Page, event: QKeyEvent) -> bool:
    words = event.text()
    if not words or not _is_typed(words, event.modifiers()):
        return False
    page.writer.type_words(page.selection(), words.replace(MARK, ""))
    return True


def _is_typed(words: str, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether a key writes: not with Ctrl or Alt alone, which call commands."""
    if any(unicodedata.category(one) in _UNTYPED for one in words):
        return False
    held = modifiers & ~(_MODIFIERS.ShiftModifier | _MODIFIERS.KeypadModifier)
    alt_graph = _MODIFIERS.ControlModifier | _MODIFIERS.AltModifier
    if held == _MODIFIERS.AltModifier:  # the Option key of a Mac writes signs
        return not words.isascii()
    return not held or held in {alt_graph, _MODIFIERS.GroupSwitchModifier}


def _tr(words: str) -> str:
    return QCoreApplication.translate("keyboard", words)


_KEYS: Mapping[Qt.Key, Callable[[Page, QKeyEvent], bool]] = {
    Qt.Key.Key_Return: _enter,
    Qt.Key.Key_Enter: _enter,
    Qt.Key.Key_Tab: _tab,
    Qt.Key.Key_Backtab: _tab,
    Qt.Key.Key_Backspace: _backspace,
}

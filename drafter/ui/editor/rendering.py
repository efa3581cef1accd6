"""Puts page blocks into the text document, and changes no more of it than differs.

Block n of the document is block n of the row; nothing else may change the document but typing
through an input method, which the page reads back (see `page`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from difflib import SequenceMatcher
from itertools import compress, count
from operator import is_not, ne

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from drafter.app.places import Place
from drafter.core.inline import Text
from drafter.ui.editor.blocks import Look, PageBlock, displayable
from drafter.ui.editor.positions import utf16_length
from drafter.ui.editor.typography import Typography

Run = tuple[str, QTextCharFormat]
Row = tuple[PageBlock, ...]
Stretch = tuple[int, int, int, int]
"""Of an old row and of a new one, from where to where."""
_FEW = 8
"""Up to so many changes are laid out one by one, more of them at once with what is between."""

_LONGEST_WORD = 10_000
"""In letters; while there is a longer one, lines break anywhere.

To break between words Qt reads on to the next one at each line, so that a word pasted by mistake
takes time with the square of its length: 200,000 letters 6 s, and 2 s with each key.
"""
_ANYWHERE = QTextOption.WrapMode.WrapAnywhere
_OVERLONG = re.compile(rf"\S{{{_LONGEST_WORD + 1}}}")


class Renderer:
    """Keeps a document the picture of a row of blocks."""

    def __init__(self, document: QTextDocument, typography: Typography) -> None:
        self._document = document
        self._typography = typography
        self.shown: tuple[PageBlock, ...] = ()
        self._numbered = self.shown
        self._numbers: dict[Place, int] = {}

    @property
    def numbers(self) -> Mapping[Place, int]:
        """The number of each block by its place."""
        if self._numbered is not self.shown:
            places = [block.place for block in self.shown]
            if places != list(self._numbers):
                self._numbers = {place: number for number, place in enumerate(places)}
            self._numbered = self.shown
        return self._numbers

    def set_typography(self, typography: Typography) -> None:
        """Sets everything anew in other sizes, colours or language."""
        self._typography = typography
        self.show(self.shown)

    def show(self, blocks: tuple[PageBlock, ...]) -> None:
        """Sets the whole row anew."""
        self.shown = blocks  # tables ask for their cells while they are laid out
        self._break_words(blocks)
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        for index, block in enumerate(blocks):
            self._insert_at_end(cursor, block, is_first=index == 0)
        cursor.endEditBlock()
        self._keep_words()

    def update(self, blocks: tuple[PageBlock, ...]) -> list[int]:
        """Changes what differs; the indices of the blocks that did, in the new row."""
        if self._document.blockCount() != len(self.shown):
            self.show(blocks)
            return list(range(len(blocks)))
        old = self.shown
        changed = list(_differences(old, blocks))
        self.shown = blocks
        if not changed:
            return []
        self._break_words(one for _, _, start, end in changed for one in blocks[start:end])
        touched: list[int] = []
        others: list[Stretch] = []
        for stretch in reversed(changed):
            touched.extend(range(*stretch[2:]))
            if not self._is_drawn_only(old, blocks, stretch):
                others.append(stretch)
        cursor = QTextCursor(self._document)
        with self.editing(is_one=len(others) > _FEW):
            for stretch in others:
                with self.editing(is_one=True):
                    self._change(cursor, old, blocks, stretch)
        self._keep_words()
        return sorted(touched)

    def _break_words(self, coming: Iterable[PageBlock]) -> None:
        """Lets lines break anywhere, before a block comes in that cannot be laid out otherwise."""
        if any(map(_is_overlong, coming)):
            self._wrap(_ANYWHERE)

    def _keep_words(self) -> None:
        """Lets lines break between words again, when the last such block is gone."""
        is_breaking = self._document.defaultTextOption().wrapMode() is _ANYWHERE
        if is_breaking and not any(map(_is_overlong, self.shown)):
            self._wrap(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def _wrap(self, mode: QTextOption.WrapMode) -> None:
        option = self._document.defaultTextOption()
        if option.wrapMode() is not mode:
            option.setWrapMode(mode)
            self._document.setDefaultTextOption(option)

    @contextmanager
    def editing(self, *, is_one: bool) -> Iterator[None]:
        """Within it changes, of margins too, are laid out once, with all that is between them."""
        cursor = QTextCursor(self._document)
        if is_one:
            cursor.beginEditBlock()
        try:
            yield
        finally:
            if is_one:
                cursor.endEditBlock()

    def _is_drawn_only(self, old: Row, blocks: Row, stretch: Stretch) -> bool:
        """Whether nothing of a stretch stands in the text document."""
        old_start, old_end, start, end = stretch
        return (
            old_end - old_start == end - start == 1
            and old[old_start].place == blocks[start].place
            and self._is_set_alike(blocks[start], old[old_start])
        )

    def _change(self, cursor: QTextCursor, old: Row, blocks: Row, stretch: Stretch) -> None:
        old_start, old_end, start, end = stretch
        if _are_same_places(old[old_start:old_end], blocks[start:end]):
            self._set(old_start, blocks[start])
        else:
            self._replace(cursor, old_start, old_end, blocks[start:end])
            # An empty block takes the format of what was taken out after it.
            self._set(old_start - 1, old[old_start - 1])

    def restore(self, index: int) -> None:
        """Sets one block as the row says, whatever the document has in it."""
        self._set(index, self.shown[index])

    # Rows

    def _replace(
        self, cursor: QTextCursor, start: int, end: int, blocks: Sequence[PageBlock]
    ) -> None:
        """Puts blocks in the place of others; there is always one before them, the title."""
        if start < end:
            last = self._document.findBlockByNumber(end - 1)
            cursor.setPosition(_end_of(self._document.findBlockByNumber(start - 1)))
            cursor.setPosition(_end_of(last), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        cursor.setPosition(_end_of(self._document.findBlockByNumber(start - 1)))
        for block in blocks:
            self._insert_after(cursor, block)

    def _insert_after(self, cursor: QTextCursor, block: PageBlock) -> None:
        cursor.insertBlock(
            self._typography.block_format(block),
            self._typography.char_format(block, frozenset()),
        )
        for characters, format_ in self._runs(block):
            cursor.insertText(characters, format_)

    def _insert_at_end(self, cursor: QTextCursor, block: PageBlock, *, is_first: bool) -> None:
        if not is_first:
            self._insert_after(cursor, block)
            return
        cursor.setBlockFormat(self._typography.block_format(block))
        cursor.setBlockCharFormat(self._typography.char_format(block, frozenset()))
        for characters, format_ in self._runs(block):
            cursor.insertText(characters, format_)

    # One block

    def _set(self, index: int, block: PageBlock) -> None:
        at = self._document.findBlockByNumber(index)
        format_ = self._typography.block_format(block)
        if at.blockFormat() != format_:
            QTextCursor(at).setBlockFormat(format_)
        base = self._typography.char_format(block, frozenset())
        if at.charFormat() != base:
            QTextCursor(at).setBlockCharFormat(base)
        self._set_characters(at, block.shown)
        self._set_formats(at, block)

    def _is_set_alike(self, block: PageBlock, before: PageBlock) -> bool:
        """Whether the two differ in what is drawn only: a label as wide as the other, a ghost."""
        first_line = self._typography.first_line
        return (
            (block.text is before.text or block.text == before.text)
            and block.look is before.look
            and block.level == before.level
            and block.notes == before.notes
            and block.cells == before.cells
            and (block.label == before.label or first_line(block) == first_line(before))
        )

    def _set_characters(self, at: QTextBlock, wanted: str) -> None:
        present = at.text()
        if present == wanted:
            return
        most = min(len(present), len(wanted))
        start = _common_start(present, wanted, most)
        tail = _common_start(present[::-1], wanted[::-1], most - start)
        cursor = QTextCursor(at)
        begin = at.position() + utf16_length(present[:start])
        cursor.setPosition(begin)
        cursor.setPosition(
            begin + utf16_length(present[start : len(present) - tail]),
            QTextCursor.MoveMode.KeepAnchor,
        )
        cursor.insertText(wanted[start : len(wanted) - tail])

    def _set_formats(self, at: QTextBlock, block: PageBlock) -> None:
        """Sets the formats of the runs that have another one."""
        present = list(_fragments(at))
        position = at.position()
        for characters, format_ in self._runs(block):
            end = position + utf16_length(characters)
            if not _is_formatted(present, position, end, format_):
                cursor = QTextCursor(at)
                cursor.setPosition(position)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(format_)
            position = end

    def _runs(self, block: PageBlock) -> Iterator[Run]:
        if block.look is Look.TABLE:
            yield block.shown, self._typography.table_format(block)
            return
        yield from _text_runs(block, block.text, self._typography)


def _is_overlong(block: PageBlock) -> bool:
    words = block.text.plain
    return len(words) > _LONGEST_WORD and _OVERLONG.search(words) is not None


def _text_runs(block: PageBlock, text: Text, typography: Typography) -> Iterator[Run]:
    numbers = iter(block.notes)
    for run in text.runs():
        if run.mark is not None:
            yield "\ufffc", typography.mark_format(block, next(numbers))
        else:
            yield displayable(run.text), typography.char_format(block, run.styles)


def _differences(old: tuple[PageBlock, ...], new: tuple[PageBlock, ...]) -> Iterator[Stretch]:
    """The stretches that differ, in order, as (old start, old end, new start, new end).

    Where the places are the same on both sides, each block that differs is a stretch of its own.
    """
    if len(old) == len(new):
        changed = tuple(_changed(old, new, range(len(old)), 0))
        if all(_are_same_places(old[at:end], new[at:end]) for at, end, _, _ in changed):
            yield from changed
            return
    old_places, places = [one.place for one in old], [one.place for one in new]
    most = min(len(old), len(new))
    start = _common_start(old_places, places, most)
    tail = _common_start(old_places[::-1], places[::-1], most - start)
    yield from _changed(old, new, range(start), 0)
    middle, new_middle = old_places[start : len(old) - tail], places[start : len(new) - tail]
    matcher = SequenceMatcher(None, middle, new_middle, autojunk=False)
    for kind, first, last, new_first, new_last in matcher.get_opcodes():
        if kind == "equal":
            both = range(start + first, start + last)
            yield from _changed(old, new, both, new_first - first)
        else:
            yield start + first, start + last, start + new_first, start + new_last
    yield from _changed(old, new, range(len(old) - tail, len(old)), len(new) - len(old))


def _changed(
    old: tuple[PageBlock, ...], new: tuple[PageBlock, ...], where: range, shift: int
) -> Iterator[Stretch]:
    """The blocks of a stretch that differ; the new ones stand `shift` later in their row."""
    before = old[where.start : where.stop]
    after = new[where.start + shift : where.stop + shift]
    for at in compress(where, map(is_not, before, after)):
        if old[at] != new[at + shift]:
            yield at, at + 1, at + shift, at + shift + 1


def _are_same_places(old: Sequence[PageBlock], new: Sequence[PageBlock]) -> bool:
    return [one.place for one in old] == [one.place for one in new]


def _fragments(at: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    walk = at.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        yield fragment.position(), fragment.position() + fragment.length(), fragment.charFormat()
        walk += 1


def _is_formatted(
    present: list[tuple[int, int, QTextCharFormat]],
    start: int,
    end: int,
    wanted: QTextCharFormat,
) -> bool:
    return all(
        format_ == wanted for first, last, format_ in present if first < end and last > start
    )


def _common_start(first: Sequence[object], second: Sequence[object], most: int) -> int:
    """How many of the first `most` are equal, up to the first that is not."""
    differ = map(ne, first[:most], second[:most])
    return next(compress(count(), differ), most)


def _end_of(block: QTextBlock) -> int:
    return block.position() + block.length() - 1

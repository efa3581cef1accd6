"""Reads back what an input method, a screen reader or Qt itself wrote into the text document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from drafter.app.places import Caret, Place
from drafter.app.slots import MARK
from drafter.ui.editor.blocks import PageBlock
from drafter.ui.editor.positions import to_code_points

_LINE_SEPARATOR = "\u2028"


@dataclass(frozen=True, slots=True)
class WordsChanged:
    """The slots `start` to `end` of a place now read `words`."""

    place: Place
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class BlocksChanged:
    """What stood in the selection now reads as these lines, each a block of its own."""

    selection: tuple[Caret, Caret]
    lines: tuple[str, ...]


def text_blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """All blocks in order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def read_back(
    shown: Sequence[PageBlock], present: Sequence[str], cursor: QTextCursor
) -> WordsChanged | BlocksChanged | None:
    """What has changed in the document beside what the blocks show, None if nothing."""
    wanted = [block.shown for block in shown]
    if list(present) == wanted:
        return None
    start, tail = _common_ends(wanted, present)
    if len(wanted) == len(present) and len(wanted) - start - tail == 1:
        caret = None
        if cursor.blockNumber() == start:
            caret = to_code_points(present[start], cursor.positionInBlock())
        return words_changed(shown[start].place, wanted[start], present[start], caret)
    end = len(wanted) - tail - 1
    lines = present[start : len(present) - tail]
    first, last = wanted[start], wanted[end]
    head = _common(first, lines[0], min(len(first), len(lines[0])))
    taken = head if start == end else 0
    most = min(len(last) - taken, len(lines[-1]) - (head if len(lines) == 1 else 0))
    foot = _common(last[::-1], lines[-1][::-1], most)
    kept = [*lines[:-1], lines[-1][: len(lines[-1]) - foot]]
    kept[0] = kept[0][head:]
    selection = (Caret(shown[start].place, head), Caret(shown[end].place, len(last) - foot))
    return BlocksChanged(selection, tuple(map(_typed, kept)))


def words_changed(place: Place, wanted: str, present: str, caret: int | None) -> WordsChanged:
    """The change of one block; where letters repeat, the one that ends at the caret."""
    shortest = min(len(wanted), len(present))
    after_caret = shortest if caret is None else min(shortest, len(present) - caret)
    tail = _common(wanted[::-1], present[::-1], after_caret)
    start = _common(wanted, present, shortest - tail)
    words = present[start : len(present) - tail]
    return WordsChanged(place, start, len(wanted) - tail, _typed(words))


def end_of_change(before: Sequence[PageBlock], after: Sequence[PageBlock], touched: int) -> Caret:
    """Where the words of a changed block end to differ from what it was."""
    new = after[touched]
    old = next((block.shown for block in before if block.place == new.place), "")
    tail = _common(old[::-1], new.shown[::-1], min(len(old), len(new.shown)))
    return Caret(new.place, len(new.shown) - tail)


def caret_left(before: Sequence[PageBlock], after: Sequence[PageBlock], caret: Caret) -> Caret:
    """Where a caret is once its block may be gone: there, or at the end of the one above."""
    present = {block.place: block for block in after}
    places = [block.place for block in before]
    if caret.place in present or caret.place not in places:
        return caret
    above = places[: places.index(caret.place)]
    nearest = next((place for place in reversed(above) if place in present), after[0].place)
    return Caret(nearest, len(present[nearest].shown))


def _typed(words: str) -> str:
    return words.replace(_LINE_SEPARATOR, "\n").replace(MARK, "")


def _common_ends(wanted: Sequence[str], present: Sequence[str]) -> tuple[int, int]:
    """How many blocks are equal at either end; at least one of each row is left between."""
    most = min(len(wanted), len(present)) - 1
    start = _common(wanted, present, most)
    return start, _common(wanted[::-1], present[::-1], most - start)


def _common(first: Sequence[str], second: Sequence[str], most: int) -> int:
    length = 0
    while length < most and first[length] == second[length]:
        length += 1
    return length

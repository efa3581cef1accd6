"""Which lines stand on which page: as many as fit with the footnotes they bring along.

Two lines of a paragraph stay together at its start and at its end, a heading stays with what
follows it, and an annex starts a page. Notes that no page can hold begin below the lines that mark
them and go on over the next. Everything is measured in one unit, which the caller knows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

_TOGETHER = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: where it is, and the notes that are marked first in it.

    `bottom` is that of its letters; `block` the number of its paragraph; `holds` says that the next
    line must stand on the same page, `opens` that it must begin one.
    """

    top: float
    bottom: float
    block: int
    notes: tuple[str, ...] = ()
    holds: bool = False
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: the stretch of the text from `top` to `bottom`, and the notes at its foot."""

    top: float
    bottom: float
    notes: tuple[str, ...] = ()


def with_kept_lines(lines: Sequence[Line]) -> list[Line]:
    """With the first two lines and the last two of every paragraph held together."""
    last = {line.block: index for index, line in enumerate(lines)}
    first: dict[int, int] = {}
    for index, line in enumerate(lines):
        first.setdefault(line.block, index)
    return [
        replace(
            line,
            holds=line.holds
            or (index < last[line.block] and index - first[line.block] < _TOGETHER - 1)
            or 0 < last[line.block] - index < _TOGETHER,
        )
        for index, line in enumerate(lines)
    ]


def filled(
    lines: Sequence[Line], room: Callable[[int], float], height: Callable[[tuple[str, ...]], float]
) -> list[Sheet]:
    """The pages; `room` of page n (from 0) for text and notes, `height` that notes take."""
    return _Filling(room, height).sheets(_groups(lines))


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that must stand on one page."""
    groups: list[list[Line]] = []
    holds = False
    for line in lines:
        if holds and not line.opens:
            groups[-1].append(line)
        else:
            groups.append([line])
        holds = line.holds
    return groups


class _Filling:
    def __init__(
        self, room: Callable[[int], float], height: Callable[[tuple[str, ...]], float]
    ) -> None:
        self._room = room
        self._height = height
        self._done: list[Sheet] = []
        self._now: Sheet | None = None
        self._left_over: tuple[str, ...] = ()

    def sheets(self, groups: Sequence[Sequence[Line]]) -> list[Sheet]:
        for group in groups:
            if group[0].opens:
                self._turn()
            self._put(group)
        self._turn()
        while self._left_over:
            end = self._done[-1].bottom if self._done else 0.0
            self._open(Sheet(end, end), ())
            self._turn()
        return self._done

    def _put(self, group: Sequence[Line]) -> None:
        if self._fits(group) or self._begins_here(group):
            self._take(group)
            return
        if self._now is not None:
            self._turn()
            if self._fits(group):
                self._take(group)
                return
        if len(group) > 1:
            for line in group:
                self._put([line])
        else:
            self._slice(group[0])

    def _fits(self, group: Sequence[Line]) -> bool:
        now = self._now or Sheet(group[0].top, group[0].top, self._left_over)
        notes = (*now.notes, *(note for line in group for note in line.notes))
        return group[-1].bottom - now.top + self._height(notes) <= self._room(len(self._done))

    def _begins_here(self, group: Sequence[Line]) -> bool:
        """Whether no page holds the lines with their notes, but this one the lines themselves."""
        now = self._now
        if now is None:
            return False
        notes = self._height(tuple(note for line in group for note in line.notes))
        is_longer = group[-1].bottom - group[0].top + notes > self._room(len(self._done) + 1)
        used = group[-1].bottom - now.top + self._height(now.notes)
        return is_longer and used <= self._room(len(self._done))

    def _take(self, group: Sequence[Line]) -> None:
        now = self._now or Sheet(group[0].top, group[0].top)
        notes = tuple(note for line in group for note in line.notes)
        self._open(replace(now, bottom=group[-1].bottom), notes)

    def _open(self, sheet: Sheet, notes: tuple[str, ...]) -> None:
        """Goes on with a sheet: notes at its foot, those left over first, as many as have room."""
        waiting = (*self._left_over, *notes)
        self._left_over = ()
        used = sheet.bottom - sheet.top
        for index, note in enumerate(waiting):
            kept = (*sheet.notes, note)
            is_alone = not used and not sheet.notes
            if used + self._height(kept) > self._room(len(self._done)) and not is_alone:
                self._left_over = waiting[index:]
                break
            sheet = replace(sheet, notes=kept)
        self._now = sheet

    def _slice(self, line: Line) -> None:
        """A line higher than a page, a table: cut where pages end; its notes come last."""
        top = line.top
        while line.bottom - top > self._room(len(self._done)) > 0:
            end = top + self._room(len(self._done))
            self._now = Sheet(top, end)
            self._turn()
            top = end
        self._open(Sheet(top, line.bottom), line.notes)

    def _turn(self) -> None:
        if self._now is not None:
            self._done.append(self._now)
            self._now = None

"""How deep an item hangs, told from its label and the labels before it.

The file's own lists are often wrong about depth: what decides is which row of labels an item
continues, or that it begins a new one. The file's depth only helps where a label can be read in
two ways: `(i)` after `(h)`.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.core.labels import Label

Series = tuple[object, ...]
"""What tells one row of labels from another: the levels its form stands for, or its bullet."""

_BARE: Series = ("bare",)


@dataclass(slots=True)
class Rung:
    """A row of labels that is open: its series, its last number, the depth the file gave it."""

    series: Series
    n: int
    depth: int

    def is_deeper_than(self, label: Label) -> bool:
        """Whether its labels usually stand below such a label."""
        usual = self.series[0]
        return isinstance(usual, int) and usual > label.levels[0]


class Ladder:
    """The open rows of labels below one paragraph, the outermost first."""

    def __init__(self) -> None:
        self.rungs: list[Rung] = []
        self._closed: dict[Series, int] = {}

    @property
    def level(self) -> int:
        """The level of the item placed last, 0 before the first."""
        return len(self.rungs)

    def continues(self, labels: list[Label], depth: int = 0) -> bool:
        """Whether one of the readings is the next in an open row."""
        return self._continued(labels, depth) is not None

    def place(self, labels: list[Label], depth: int) -> tuple[int, bool]:
        """The level of the next item, and whether its label is the one that was due."""
        continued = self._continued(labels, depth)
        if continued is not None:
            index, label = continued
            self._step(index, label.n)
            return index + 1, True
        resumed = next((one for one in labels if one.n - 1 == self._closed.get(one.levels)), None)
        if resumed is not None:
            return self._push(resumed, depth), True
        first = next((label for label in labels if label.n == 1), None)
        if first is not None:
            return self._begin(first, depth), True
        return self._jump(labels[0], depth), False

    def place_bullet(self, bullet: str, depth: int) -> int:
        """The level of an item marked with a dash or dot."""
        return self._place_sign(("bullet", bullet), depth)

    def place_bare(self, depth: int) -> int:
        """The level of an item of a list that has no label: that of the last such item, if any."""
        if any(rung.series == _BARE for rung in self.rungs):
            return self._place_sign(_BARE, depth)
        while self.rungs and self.rungs[-1].depth > depth:
            self._close(len(self.rungs) - 1)
        if self.rungs and self.rungs[-1].depth == depth:
            return self.level
        return self._place_sign(_BARE, depth)

    def place_below(self) -> int:
        """The level of words without a label under an item that is only a title."""
        return self._place_sign(_BARE, self.rungs[-1].depth + 1 if self.rungs else 1)

    def _place_sign(self, series: Series, depth: int) -> int:
        for index in range(len(self.rungs) - 1, -1, -1):
            if self.rungs[index].series == series:
                self._close(index + 1)
                return self.level
        self.rungs.append(Rung(series, 0, depth))
        return self.level

    def _continued(self, labels: list[Label], depth: int) -> tuple[int, Label] | None:
        found = [
            (index, label)
            for index, rung in reversed(list(enumerate(self.rungs)))
            for label in labels
            if rung.series == label.levels and label.n == rung.n + (not label.alternative)
        ]
        if not found:
            return None
        if any(label.n == 1 for label in labels) and depth > self.rungs[found[0][0]].depth:
            found = [one for one in found if self.rungs[one[0]].depth == depth]
        same = [one for one in found if self.rungs[one[0]].depth == depth]
        return next(iter(same or found), None)

    def _begin(self, label: Label, depth: int) -> int:
        """A first label opens a row, or begins again the one it could only be."""
        for index, rung in enumerate(self.rungs):
            if rung.series == label.levels and depth <= rung.depth:
                self._step(index, label.n)
                return index + 1
        return self._push(label, depth)

    def _jump(self, label: Label, depth: int) -> int:
        """A label that is not due goes into its open row, or above rows of deeper labels."""
        for index in range(len(self.rungs) - 1, -1, -1):
            if self.rungs[index].series == label.levels:
                self._step(index, label.n)
                return index + 1
        while self.rungs and self.rungs[-1].is_deeper_than(label):
            self._close(len(self.rungs) - 1)
        return self._push(label, depth)

    def _push(self, label: Label, depth: int) -> int:
        self.rungs.append(Rung(label.levels, label.n, depth))
        return self.level

    def _step(self, index: int, n: int) -> None:
        self._close(index + 1)
        self.rungs[index].n = n

    def _close(self, index: int) -> None:
        """Closes the rows from `index` on; they may be resumed below a later item."""
        self._closed.update((rung.series, rung.n) for rung in self.rungs[index:])
        del self.rungs[index:]

"""The outline as a tree of items: parts, their paragraphs, the items below them.

Derived anew from every document, and shown by the least change: rows that stay keep their index, so
that whoever shows them keeps what was folded and chosen. Only when rows change what they hang on,
and others hang on them, is the model reset.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, count
from operator import ne
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from drafter.app.counts import count_words
from drafter.app.outline_rows import Badge, Row, first_words, outline_rows
from drafter.core import edits
from drafter.core.changes import changed_words
from drafter.core.model import Part, Resolution
from drafter.core.numbering import Numbering, numbering

PARAGRAPH_MIME = "application/x-drafter-paragraph"
"""A paragraph id on its way from one place of the outline to another."""

ID_ROLE = Qt.ItemDataRole.UserRole
"""The paragraph id, empty for the row of a part."""
LABEL_ROLE = Qt.ItemDataRole.UserRole + 1
"""The computed label."""
BADGE_ROLE = Qt.ItemDataRole.UserRole + 2
"""The worst severity found there and below as a `Badge`, or None."""
PART_ROLE = Qt.ItemDataRole.UserRole + 3
"""The `Part` of the row of a part, None for paragraphs."""
EMPTY_ROLE = Qt.ItemDataRole.UserRole + 4
"""Whether it is the row of a paragraph without words."""

_WORDS_ROLES = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})
_FLAGS_BELOW = Qt.ItemFlag.ItemIsDropEnabled
_FLAGS_OF_PART = _FLAGS_BELOW | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_FLAGS = _FLAGS_OF_PART | Qt.ItemFlag.ItemIsDragEnabled
_FLAGS_ALONE = _FLAGS | Qt.ItemFlag.ItemNeverHasChildren
"""Of a row with none below it: spares the view a question for each."""
_ROOT = QModelIndex()

AnyIndex = QModelIndex | QPersistentModelIndex
_Shape = list[tuple[str, str]]
"""Each row's key and that of the row it hangs on."""


@dataclass(slots=True, eq=False)
class _Node:
    """A row in its place: the `at`-th below `above`; `ident` is what its index carries."""

    ident: int
    row: Row
    above: _Node | None
    at: int = 0
    below: list[_Node] = field(default_factory=list["_Node"])


class OutlineModel(QAbstractItemModel):
    """The rows of the outline; `move_requested(paragraph id, index, part)` wishes for a move."""

    move_requested = Signal(str, int, object)

    def __init__(
        self, part_names: Mapping[Part, str], parent: QObject | None = None, *, empty: str = "…"
    ) -> None:
        super().__init__(parent)
        self._part_names = part_names
        self._empty_words = empty
        self._resolution = Resolution()
        self._labels: Mapping[str, str] = {}
        self._rows: list[Row] = []
        self._last_ident = 0
        self._top = _Node(0, Row("", ""), None)
        self._by_key: dict[str, _Node] = {"": self._top}
        self._by_ident: dict[int, _Node] = {}
        self._badges: Mapping[str, Badge] = {}
        self._sums: dict[str, Badge] | None = None

    def set_resolution(self, resolution: Resolution, counted: Numbering | None = None) -> None:
        """Shows another document; `counted` is its numbering where it is known."""
        labels = (counted or numbering(resolution)).labels
        old, self._resolution = self._resolution, resolution
        changed = changed_words(old, resolution)
        if changed is not None and labels == self._labels:
            self._reword(resolution.paragraphs[at].id for at in changed)
            return
        self._labels = labels
        old_rows, self._rows = self._rows, outline_rows(resolution, labels)
        shape, new_shape = _shape(old_rows), _shape(self._rows)
        if shape != new_shape:
            self._sums = None
            self._reshape(old_rows, shape, new_shape)
        self._show_rows()

    def set_badges(self, badges: Mapping[str, Badge]) -> None:
        """Shows how many problems stand at each paragraph, by paragraph id."""
        touched = {key for key in {*badges, *self._badges}
                   if badges.get(key) != self._badges.get(key)}  # fmt: skip
        self._badges = dict(badges)
        self._sums = None
        lines = [self._line(self._by_key[key]) for key in touched if key in self._by_key]
        self._announce({node.ident: node for line in lines for node in line}.values())

    def index_of(self, key: str) -> QModelIndex:
        """The index of a paragraph's row, invalid if it has none."""
        node = self._by_key.get(key)
        return QModelIndex() if node is None else self._index(node)

    def keys(self) -> Sequence[str]:
        """The keys of all rows in order: paragraph ids, and `part:...` for the rows of parts."""
        return [row.key for row in self._rows]

    def key(self, index: AnyIndex) -> str:
        """The key of a row."""
        return self._node(index).row.key

    # --- QAbstractItemModel -----------------------------------------------------------------

    def index(self, row: int, column: int, parent: AnyIndex = _ROOT) -> QModelIndex:
        below = self._node(parent).below
        if column != 0 or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, column, below[row].ident)

    def parent(self, child: AnyIndex = _ROOT) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        above = self._node(child).above
        return QModelIndex() if above is None else self._index(above)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.column() > 0 else len(self._node(parent).below)

    def hasChildren(self, parent: AnyIndex = _ROOT) -> bool:
        return bool(self._node(parent).below)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._node(index).row
        answer: object = None
        if row is self._top.row:
            answer = None
        elif role in _WORDS_ROLES:
            answer = self._display(row)
        elif role == BADGE_ROLE:
            answer = self._badge_sums().get(row.key)
        elif role == PART_ROLE:
            answer = row.part
        elif role == EMPTY_ROLE:
            answer = row.paragraph is not None and not first_words(row.paragraph)
        elif role == LABEL_ROLE:
            answer = row.label
        elif role == ID_ROLE:
            answer = row.key if row.paragraph else ""
        return answer

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return _FLAGS_BELOW
        node = self._node(index)
        if node.row.paragraph is None:
            return _FLAGS_OF_PART
        return _FLAGS if node.below else _FLAGS_ALONE

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [PARAGRAPH_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        mime = QMimeData()
        if indexes:
            mime.setData(PARAGRAPH_MIME, QByteArray(self.key(indexes[0]).encode()))
        return mime

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        """Asks for the move; the row itself is never changed here, so nothing is reported done."""
        if action is not Qt.DropAction.MoveAction or not data.hasFormat(PARAGRAPH_MIME):
            return False
        paragraph_id = bytes(data.data(PARAGRAPH_MIME).data()).decode()
        at, part = self._place(row, parent)
        self.move_requested.emit(paragraph_id, at, part)
        return False

    # --- showing ----------------------------------------------------------------------------

    def _reword(self, ids: Iterable[str]) -> None:
        """Other words in some paragraphs, and nothing else."""
        for paragraph_id in ids:
            node = self._by_key[paragraph_id]
            before = node.row.paragraph
            after = self._resolution.paragraph(paragraph_id)
            node.row = node.row._replace(paragraph=after)
            if before is None or first_words(before) != first_words(after):
                self._announce((node,))

    def _show_rows(self) -> None:
        """Puts the rows into the nodes, which are in the right places, and announces changes."""
        changed: list[_Node] = []
        for row in self._rows:
            node = self._by_key[row.key]
            old, node.row = node.row, row
            if _is_other(old, row):
                changed.append(node)
        self._announce(changed)

    def _announce(self, nodes: Iterable[_Node]) -> None:
        """Rows that look different, each stretch of neighbours at once."""
        for stretch in _stretches(nodes):
            self.dataChanged.emit(self._index(stretch[0]), self._index(stretch[-1]))

    def _reshape(self, old_rows: list[Row], shape: _Shape, new_shape: _Shape) -> None:
        """Takes out the rows that are elsewhere now, and puts them in where they belong."""
        most = min(len(shape), len(new_shape))
        start = _alike(shape, new_shape, most)
        tail = _alike(shape[::-1], new_shape[::-1], most - start)
        gone = old_rows[start : len(shape) - tail]
        come = self._rows[start : len(new_shape) - tail]
        moved = {row.key for row in (*gone, *come)}
        if any(row.above in moved for row in self._rows[len(new_shape) - tail :]):
            self.beginResetModel()
            self._build()
            self.endResetModel()
            return
        self._take_out(gone)
        kept = {row.key for row in self._rows[:start]}
        self._put_in(come, kept)

    def _build(self) -> None:
        self._by_key = {"": self._top}
        self._by_ident = {}
        self._top.below = []
        for row in self._rows:
            above = self._by_key[row.above]
            above.below.append(self._new_node(row, above, len(above.below)))

    def _new_node(self, row: Row, above: _Node, at: int) -> _Node:
        self._last_ident += 1
        node = _Node(self._last_ident, row, above, at)
        self._by_key[row.key] = self._by_ident[node.ident] = node
        return node

    def _take_out(self, gone: list[Row]) -> None:
        for above, rows in _families(gone):
            node = self._by_key[above]
            first = self._by_key[rows[0].key].at
            self.beginRemoveRows(self._index(node), first, first + len(rows) - 1)
            del node.below[first : first + len(rows)]
            _count(node, first)
            self.endRemoveRows()
        for row in gone:
            del self._by_ident[self._by_key.pop(row.key).ident]

    def _put_in(self, come: list[Row], kept: set[str]) -> None:
        """Puts rows below what they hang on, after those that are `kept` before them."""
        for above, rows in _families(come):
            node = self._by_key[above]
            first = sum(one.row.key in kept for one in node.below)
            self.beginInsertRows(self._index(node), first, first + len(rows) - 1)
            for at, row in enumerate(rows, start=first):
                node.below.insert(at, self._new_node(row, node, at))
            _count(node, first)
            for row in _below(come, rows):
                hung_on = self._by_key[row.above]
                hung_on.below.append(self._new_node(row, hung_on, len(hung_on.below)))
            self.endInsertRows()

    # --- within -----------------------------------------------------------------------------

    def _node(self, index: AnyIndex) -> _Node:
        return self._by_ident[index.internalId()] if index.isValid() else self._top

    def _index(self, node: _Node) -> QModelIndex:
        return QModelIndex() if node is self._top else self.createIndex(node.at, 0, node.ident)

    def _line(self, node: _Node) -> Iterator[_Node]:
        """A row and all above it."""
        while node.above is not None:
            yield node
            node = node.above

    def _display(self, row: Row) -> str:
        if row.paragraph is None:
            name = self._part_names[row.part] if row.part else ""
            return f"{name}  {count_words(row.full)}" if row.full else name
        words = first_words(row.paragraph) or self._empty_words
        return f"{row.label}  {words}" if row.label else words

    def _badge_sums(self) -> Mapping[str, Badge]:
        """The badge of each row, with what stands below it."""
        if self._sums is None:
            self._sums = {}
            for key, badge in self._badges.items():
                for node in self._line(self._by_key[key]) if key in self._by_key else ():
                    known = self._sums.get(node.row.key)
                    self._sums[node.row.key] = badge if known is None else _sum(known, badge)
        return self._sums

    def _place(self, row: int, parent: AnyIndex) -> tuple[int, Part]:
        """The index in the row of paragraphs that a drop stands for, and the part there."""
        node = self._node(parent)
        if 0 <= row < len(node.below):
            return self._start_of(node.below[row])
        if parent.isValid():
            start, part = self._start_of(node)
            return (self._end_of(node) if row >= 0 or node.row.part else start), part
        row_of_paragraphs = self._resolution.paragraphs
        last = row_of_paragraphs[-1].part if row_of_paragraphs else Part.PREAMBLE
        return len(row_of_paragraphs), last

    def _start_of(self, node: _Node) -> tuple[int, Part]:
        while node.row.part is not None:
            node = node.below[0]
        key = node.row.key
        return self._resolution.index(key), self._resolution.paragraph(key).part

    def _end_of(self, node: _Node) -> int:
        while node.below:
            node = node.below[-1]
        return edits.family(self._resolution, node.row.key).stop


def _shape(rows: list[Row]) -> _Shape:
    return [(row.key, row.above) for row in rows]


def _alike(first: _Shape, second: _Shape, most: int) -> int:
    """How many of the first `most` are equal, up to the first that is not."""
    return next(compress(count(), map(ne, first[:most], second[:most])), most)


def _stretches(nodes: Iterable[_Node]) -> list[list[_Node]]:
    """Nodes put together with their neighbours below the same node."""
    stretches: list[list[_Node]] = []
    for node in sorted(nodes, key=lambda one: (one.above.ident if one.above else 0, one.at)):
        last = stretches[-1][-1] if stretches else None
        if last is not None and last.above is node.above and last.at + 1 == node.at:
            stretches[-1].append(node)
        else:
            stretches.append([node])
    return stretches


def _is_other(old: Row, new: Row) -> bool:
    """Whether a row looks different from before."""
    if (old.label, old.part, old.full) != (new.label, new.part, new.full):
        return True
    before, after = old.paragraph, new.paragraph
    if before is after or before is None or after is None:
        return before is not after
    return before.kind is not after.kind or first_words(before) != first_words(after)


def _families(rows: list[Row]) -> list[tuple[str, list[Row]]]:
    """The topmost of some rows, by the key of the row outside that they hang on."""
    inside = {row.key for row in rows}
    families: dict[str, list[Row]] = {}
    for row in rows:
        if row.above not in inside:
            families.setdefault(row.above, []).append(row)
    return list(families.items())


def _below(rows: list[Row], topmost: list[Row]) -> Iterator[Row]:
    """The rows that hang on the topmost ones, each after what it hangs on."""
    inside = {row.key for row in topmost}
    for row in rows:
        if row.above in inside:
            inside.add(row.key)
            yield row


def _count(node: _Node, first: int) -> None:
    """Numbers the rows below a node anew from the `first` on."""
    for at in range(first, len(node.below)):
        node.below[at].at = at


def _sum(one: Badge, other: Badge) -> Badge:
    worst = min(one, other, key=lambda badge: ("error", "warning", "info").index(badge.severity))
    return Badge(worst.severity, one.count + other.count)

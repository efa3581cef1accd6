"""The outline as a tree of items: parts, their paragraphs, the items below them.

Derived anew from every document: when only words or numbers changed the rows stay and are announced
as
changed; when the structure changed the model is reset, and whoever shows it restores what was open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
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

from drafter.core import edits
from drafter.core.model import Paragraph, ParagraphKind, Part, Resolution
from drafter.core.numbering import numbering

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

_FIRST_WORDS = 60
_NO_PARENT = -1
_ROOT = QModelIndex()

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Badge:
    """How many problems stand at a paragraph, and how bad the worst is."""

    severity: str
    count: int


@dataclass(slots=True)
class _Node:
    """One row: a part or a paragraph; `parent` and `children` are indices of nodes."""

    key: str
    parent: int
    row: int
    label: str = ""
    words: str = ""
    part: Part | None = None
    kind: ParagraphKind | None = None
    children: list[int] = field(default_factory=list[int])


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
        self._nodes: list[_Node] = []
        self._roots: list[int] = []
        self._by_key: dict[str, int] = {}
        self._badges: Mapping[str, Badge] = {}

    def set_resolution(self, resolution: Resolution) -> bool:
        """Shows another document; says whether the rows had to be built anew."""
        nodes = _nodes(resolution)
        same = [(n.key, n.parent) for n in nodes] == [(n.key, n.parent) for n in self._nodes]
        self._resolution = resolution
        if not same:
            self.beginResetModel()
            self._take(nodes)
            self.endResetModel()
            return True
        changed = [at for at, (new, old) in enumerate(zip(nodes, self._nodes, strict=True))
                   if new != old]  # fmt: skip
        self._take(nodes)
        self._announce(changed)
        return False

    def set_badges(self, badges: Mapping[str, Badge]) -> None:
        """Shows how many problems stand at each paragraph, by paragraph id."""
        touched = {key for key in {*badges, *self._badges}
                   if badges.get(key) != self._badges.get(key)}  # fmt: skip
        self._badges = dict(badges)
        rows = {
            at for key in touched if key in self._by_key for at in self._line(self._by_key[key])
        }
        self._announce(sorted(rows))

    def index_of(self, key: str) -> QModelIndex:
        """The index of a paragraph's row, invalid if it has none."""
        at = self._by_key.get(key)
        return QModelIndex() if at is None else self._index(at)

    def keys(self) -> Sequence[str]:
        """The keys of all rows in order: paragraph ids, and `part:...` for the rows of parts."""
        return [node.key for node in self._nodes]

    def key(self, index: AnyIndex) -> str:
        """The key of a row."""
        return self._nodes[index.internalId()].key if index.isValid() else ""

    # --- QAbstractItemModel -----------------------------------------------------------------

    def index(self, row: int, column: int, parent: AnyIndex = _ROOT) -> QModelIndex:
        siblings = self._children(parent)
        if column != 0 or not 0 <= row < len(siblings):
            return QModelIndex()
        return self.createIndex(row, column, siblings[row])

    def parent(self, child: AnyIndex = _ROOT) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        if not child.isValid():
            return QModelIndex()
        above = self._nodes[child.internalId()].parent
        return QModelIndex() if above == _NO_PARENT else self._index(above)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.column() > 0 else len(self._children(parent))

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == BADGE_ROLE:
            return self._badge(index.internalId())
        node = self._nodes[index.internalId()]
        values: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: self._display(node),
            Qt.ItemDataRole.AccessibleTextRole: self._display(node),
            ID_ROLE: "" if node.part else node.key,
            LABEL_ROLE: node.label,
            PART_ROLE: node.part,
        }
        return values.get(role)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        flags |= Qt.ItemFlag.ItemIsDropEnabled
        if self._nodes[index.internalId()].part is None:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

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

    # --- within -----------------------------------------------------------------------------

    def _take(self, nodes: list[_Node]) -> None:
        self._nodes = nodes
        self._roots = [at for at, node in enumerate(nodes) if node.parent == _NO_PARENT]
        self._by_key = {node.key: at for at, node in enumerate(nodes)}

    def _index(self, at: int) -> QModelIndex:
        return self.createIndex(self._nodes[at].row, 0, at)

    def _children(self, parent: AnyIndex) -> list[int]:
        return self._nodes[parent.internalId()].children if parent.isValid() else self._roots

    def _announce(self, rows: Sequence[int]) -> None:
        for at in rows:
            index = self._index(at)
            self.dataChanged.emit(index, index)

    def _line(self, at: int) -> list[int]:
        """A row and all above it."""
        line: list[int] = []
        while at != _NO_PARENT:
            line.append(at)
            at = self._nodes[at].parent
        return line

    def _display(self, node: _Node) -> str:
        if node.part is None:
            words = node.words or self._empty_words
            return f"{node.label}  {words}" if node.label else words
        return self._part_names[node.part]

    def _badge(self, at: int) -> Badge | None:
        below = [at]
        found: list[Badge] = []
        while below:
            node = self._nodes[below.pop()]
            below.extend(node.children)
            if node.key in self._badges:
                found.append(self._badges[node.key])
        if not found:
            return None
        worst = min(found, key=lambda badge: ("error", "warning", "info").index(badge.severity))
        return Badge(worst.severity, sum(badge.count for badge in found))

    def _place(self, row: int, parent: AnyIndex) -> tuple[int, Part]:
        """The index in the row of paragraphs that a drop stands for, and the part there."""
        siblings = self._children(parent)
        if 0 <= row < len(siblings):
            return self._start_of(self._nodes[siblings[row]])
        if parent.isValid():
            node = self._nodes[parent.internalId()]
            start, part = self._start_of(node)
            return (self._end_of(node) if row >= 0 or node.part else start), part
        row_of_paragraphs = self._resolution.paragraphs
        last = row_of_paragraphs[-1].part if row_of_paragraphs else Part.PREAMBLE
        return len(row_of_paragraphs), last

    def _start_of(self, node: _Node) -> tuple[int, Part]:
        while node.part is not None:
            node = self._nodes[node.children[0]]
        return self._resolution.index(node.key), self._resolution.paragraph(node.key).part

    def _end_of(self, node: _Node) -> int:
        while node.children:
            node = self._nodes[node.children[-1]]
        return edits.family(self._resolution, node.key).stop


def _nodes(resolution: Resolution) -> list[_Node]:
    labels = numbering(resolution).labels
    nodes: list[_Node] = []
    runs = 0
    open_rows: list[tuple[int, int]] = []
    roots = 0
    part: Part | None = None
    for paragraph in resolution.paragraphs:
        if paragraph.part is not part or paragraph.kind is ParagraphKind.ANNEX:
            part = paragraph.part
            runs += 1
            open_rows = [(len(nodes), -1)]
            nodes.append(_Node(f"part:{runs}", _NO_PARENT, roots, part=part))
            roots += 1
        depth = _depth(paragraph)
        while open_rows[-1][1] >= depth:
            open_rows.pop()
        above = open_rows[-1][0]
        node = _Node(
            paragraph.id, above, len(nodes[above].children), labels[paragraph.id],
            _first_words(paragraph), kind=paragraph.kind,
        )  # fmt: skip
        nodes[above].children.append(len(nodes))
        open_rows.append((len(nodes), depth))
        nodes.append(node)
    return nodes


def _depth(paragraph: Paragraph) -> int:
    """How far a row is indented: headings stand with full paragraphs, quoted blocks below them."""
    if paragraph.kind is ParagraphKind.PARAGRAPH:
        return paragraph.level
    return 1 if paragraph.kind is ParagraphKind.QUOTED else 0


def _first_words(paragraph: Paragraph) -> str:
    if paragraph.kind is ParagraphKind.TABLE:
        return " · ".join(cell.plain for cell in paragraph.cells[0])[:_FIRST_WORDS]
    words = " ".join(paragraph.text.plain.split())
    if len(words) <= _FIRST_WORDS:
        return words
    return words[:_FIRST_WORDS].rsplit(" ", 1)[0] + "…"

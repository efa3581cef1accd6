"""What a corpus holds as a tree: organs, below them sessions or years, a column for each language.

The internal id of a row is 0 for an organ, and the organ's row plus 1 for what is below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from drafter.app.counts import count_words
from drafter.app.i18n import language_words, organ_words
from drafter.core.language import LANGUAGES
from drafter.core.model import Organ
from drafter.corpus.census import Census, Count

PART_ROLE = Qt.ItemDataRole.UserRole
"""How much of the largest row beside it a row has, 0 to 1, for its bar."""
_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.AccessibleTextRole,
        PART_ROLE,
    }
)
NAME, TEXTS, BAR, PARAGRAPHS, FIRST_LANGUAGE = range(5)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class TreeRow:
    """The figures of an organ, a session or a year; `by_language` as in the tree."""

    name: str
    texts: int
    paragraphs: int
    by_language: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CensusTree:
    """The rows of a census, first all organs together (`None`), and what is below each."""

    languages: tuple[str, ...] = ()
    organs: tuple[Organ | None, ...] = ()
    rows: tuple[TreeRow, ...] = ()
    below: tuple[tuple[TreeRow, ...], ...] = ()


def census_tree(census: Census) -> CensusTree:
    """Arranges a census; it takes a moment, which the window need not wait for."""
    present = {one.language for one in census.counts}
    languages = tuple(code for code in LANGUAGES if code in present)
    by_organ: dict[Organ, list[Count]] = {}
    for one in census.counts:
        by_organ.setdefault(one.organ, []).append(one)
    organs = [organ for organ in Organ if organ in by_organ]
    if not organs:
        return CensusTree()
    rows = [_row(_tr("All organs"), census.counts, languages)]
    below: list[tuple[TreeRow, ...]] = [()]
    for organ in organs:
        rows.append(_row(organ_words(organ), by_organ[organ], languages))
        below.append(_sessions(by_organ[organ], languages))
    return CensusTree(languages, (None, *organs), tuple(rows), tuple(below))


def _sessions(counts: Sequence[Count], languages: Sequence[str]) -> tuple[TreeRow, ...]:
    groups: dict[tuple[bool, int], list[Count]] = {}
    for one in counts:
        key = (one.session is not None, one.session or one.year or 0)
        groups.setdefault(key, []).append(one)
    ordered = sorted(groups, reverse=True)
    return tuple(_row(_name(*key), groups[key], languages) for key in ordered)


def _name(is_session: bool, number: int) -> str:  # noqa: FBT001 - a key's halves
    if is_session:
        return _tr("Session {0}").format(number)
    return str(number) if number else _tr("Year not known")


def _row(name: str, counts: Sequence[Count], languages: Sequence[str]) -> TreeRow:
    texts = dict.fromkeys(languages, 0)
    for one in counts:
        texts[one.language] += one.documents
    paragraphs = sum(one.paragraphs for one in counts)
    return TreeRow(name, sum(texts.values()), paragraphs, tuple(texts.values()))


def _tr(words: str) -> str:
    return QCoreApplication.translate("CensusModel", words)


class CensusModel(QAbstractItemModel):
    """Shows a `CensusTree`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tree = CensusTree()

    def set_tree(self, tree: CensusTree) -> None:
        """Shows another one."""
        self.beginResetModel()
        self.tree = tree
        self.endResetModel()

    # --- the model --------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _Index = _NOWHERE) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self.tree.rows)
        is_organ = parent.internalId() == 0 and parent.column() == 0
        return len(self.tree.below[parent.row()]) if is_organ else 0

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return FIRST_LANGUAGE + len(self.tree.languages)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ROLES or not index.isValid():
            return None
        column = index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(column)
        above = index.internalId()
        beside = self.tree.below[above - 1] if above else self.tree.rows
        row = beside[index.row()]
        if column != BAR:
            return None if role == PART_ROLE else _words(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return ""
        part = row.texts / max(one.texts for one in beside)
        return part if role == PART_ROLE else f"{round(100 * part)} %"

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (self.tr("Organ, session or year"), self.tr("Texts"), "", self.tr("Paragraphs"))
        if section < FIRST_LANGUAGE:
            return names[section]
        return language_words(self.tree.languages[section - FIRST_LANGUAGE])


def _words(row: TreeRow, column: int) -> str:
    if column >= FIRST_LANGUAGE:
        count = row.by_language[column - FIRST_LANGUAGE]
        return count_words(count) if count else "–"
    return (row.name, count_words(row.texts), "", count_words(row.paragraphs))[column]


def _aligned(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column in {NAME, BAR} else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter

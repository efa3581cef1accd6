"""What a corpus holds as a tree: organs, below them sessions or years, a column for each language.

The internal id of a row is 0 for an organ, and the organ's row plus 1 for what is below it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from drafter.app.corpus_words import count_words
from drafter.app.i18n import language_words, organ_words
from drafter.core.language import LANGUAGES
from drafter.core.model import Organ
from drafter.corpus.census import Census, Count

PART_ROLE = Qt.ItemDataRole.UserRole
"""How much of the largest row beside it a row has, 0 to 1, for its bar."""
NAME, TEXTS, BAR, PARAGRAPHS, FIRST_LANGUAGE = range(5)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    texts: int
    paragraphs: int
    by_language: tuple[int, ...]


class CensusModel(QAbstractItemModel):
    """The rows of a census, first all organs together; the languages are those that it has.

    `organs` are those of the rows, None for all.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.languages: tuple[str, ...] = ()
        self.organs: tuple[Organ | None, ...] = ()
        self._rows: list[_Row] = []
        self._below: list[list[_Row]] = []

    def set_census(self, census: Census) -> None:
        """Shows another census."""
        self.beginResetModel()
        present = {one.language for one in census.counts}
        self.languages = tuple(code for code in LANGUAGES if code in present)
        organs = [organ for organ in Organ if any(one.organ is organ for one in census.counts)]
        self.organs = (None, *organs) if organs else ()
        self._rows = []
        self._below = []
        for organ in self.organs:
            counts = [one for one in census.counts if organ in {None, one.organ}]
            name = organ_words(organ) if organ else self.tr("All organs")
            self._rows.append(self._row(name, counts))
            self._below.append(self._sessions(counts) if organ else [])
        self.endResetModel()

    def _sessions(self, counts: list[Count]) -> list[_Row]:
        groups: dict[tuple[bool, int], list[Count]] = {}
        for one in counts:
            key = (one.session is not None, one.session or one.year or 0)
            groups.setdefault(key, []).append(one)
        return [self._row(self._name(*key), groups[key]) for key in sorted(groups, reverse=True)]

    def _name(self, is_session: bool, number: int) -> str:  # noqa: FBT001 - a key's halves
        if is_session:
            return self.tr("Session {0}").format(number)
        return str(number) if number else self.tr("Year not known")

    def _row(self, name: str, counts: list[Count]) -> _Row:
        by_language = tuple(
            sum(one.documents for one in counts if one.language == code) for code in self.languages
        )
        paragraphs = sum(one.paragraphs for one in counts)
        return _Row(name, sum(by_language), paragraphs, by_language)

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
            return len(self._rows)
        is_organ = parent.internalId() == 0 and parent.column() == 0
        return len(self._below[parent.row()]) if is_organ else 0

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return FIRST_LANGUAGE + len(self.languages)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        above = index.internalId()
        beside = self._below[above - 1] if above else self._rows
        row = beside[index.row()]
        part = row.texts / max(one.texts for one in beside)
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(index.column())
        if role == PART_ROLE and index.column() == BAR:
            return part
        if role == Qt.ItemDataRole.AccessibleTextRole:
            is_bar = index.column() == BAR
            return f"{round(100 * part)} %" if is_bar else _words(row, index.column())
        return None

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
        return language_words(self.languages[section - FIRST_LANGUAGE])


def _words(row: _Row, column: int) -> str:
    if column >= FIRST_LANGUAGE:
        count = row.by_language[column - FIRST_LANGUAGE]
        return count_words(count) if count else "–"
    return (row.name, count_words(row.texts), "", count_words(row.paragraphs))[column]


def _aligned(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column in {NAME, BAR} else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter

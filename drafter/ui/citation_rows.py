"""The rows of what can be cited: name, organ, date and how it is known, and the title below."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from drafter.app.citing import Choice, Document
from drafter.app.i18n import organ_words
from drafter.corpus.instruments import Instrument
from drafter.corpus.register import Entry, KnownBy

_SIDE, _ABOVE, _GAP = 10, 5, 12
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


def _tr(words: str) -> str:
    return QCoreApplication.translate("CitationRows", words)


def row_words(choice: Choice, code: str) -> str:
    """A whole row in words, a line for each line of it: what is shown and what is read out."""
    return "\n".join(
        (f"{name}\t{facts}" if facts else name) for name, facts in _lines(choice, code)
    )


def _lines(choice: Choice, code: str) -> list[tuple[str, str]]:
    source = choice.source
    if isinstance(source, Document):
        return [(source.symbol, _tr("document"))]
    if isinstance(source, Instrument):
        number = source.number if not source.volume else f"{source.volume}, {source.number}"
        kind = _tr("Treaty Series {0}") if source.volume else _tr("resolution {0}")
        return [(source.titles[code], kind.format(number))]
    title = (
        source.titles.get(code)
        or source.titles.get("en")
        or next(iter(source.titles.values()), _tr("Title not known"))
    )
    organ = organ_words(source.reference.organ)
    return [(source.reference.number, f"{organ} · {date_words(source)}"), (title, "")]


def date_words(entry: Entry) -> str:
    """The date of a resolution and how it is known."""
    if entry.adopted is None:
        return _tr("date not known")
    day = entry.adopted
    shown = QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
    if entry.known_by is not KnownBy.CITATIONS:
        how = _tr("from its text") if entry.known_by is KnownBy.TEXT else _tr("published table")
        return f"{shown} ({how})"
    count = entry.cited_dates[0].documents
    how = QCoreApplication.translate("CitationRows", "%Ln citation(s)", None, count)
    return f"{shown} ({how})"


class ChoiceModel(QAbstractListModel):
    """What can be cited as rows; no item of a list is made, so none can outlive it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: tuple[Choice, ...] = ()
        self._language = ""

    def show_choices(self, found: tuple[Choice, ...], code: str) -> None:
        """Other choices, with their titles in a language where they have one in it."""
        self.beginResetModel()
        self.choices, self._language = found, code
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        return row_words(self.choices[index.row()], self._language)


class RowPainter(QStyledItemDelegate):
    """Paints a row of `row_words`: its first line strong, with the facts at its end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        lines = index.data().count("\n") + 1
        return QSize(0, QFontMetrics(option.font).lineSpacing() * lines + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        is_chosen = bool(option.state & option.state.State_Selected)
        if is_chosen:
            painter.fillRect(option.rect, option.palette.brush(QPalette.ColorRole.Highlight))
        line = option.rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        line.setHeight(QFontMetrics(option.font).lineSpacing())
        for at, words in enumerate(index.data().split("\n")):
            name, _, facts = words.partition("\t")
            end = _facts(painter, option, line, facts, is_chosen=is_chosen)
            painter.setFont(_name_font(option, is_first=at == 0))
            is_quiet = at > 0 and not is_chosen
            role = QPalette.ColorRole.Dark if is_quiet else QPalette.ColorRole.Text
            painter.setPen(option.palette.color(role))
            metrics = painter.fontMetrics()
            place = line.adjusted(0, 0, -end, 0)
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, int(_MIDDLE | Qt.AlignmentFlag.AlignLeft), shown)
            line.translate(0, line.height())


def _facts(
    painter: QPainter, option: QStyleOptionViewItem, line: QRect, facts: str, *, is_chosen: bool
) -> int:
    """Paints what stands at the end of a line; gives the room it takes."""
    if not facts:
        return 0
    painter.setFont(option.font)
    role = QPalette.ColorRole.Text if is_chosen else QPalette.ColorRole.Dark
    painter.setPen(option.palette.color(role))
    painter.drawText(line, int(_MIDDLE | Qt.AlignmentFlag.AlignRight), facts)
    return painter.fontMetrics().horizontalAdvance(facts) + _GAP


def _name_font(option: QStyleOptionViewItem, *, is_first: bool) -> QFont:
    font = QFont(option.font)
    font.setBold(is_first)
    return font

"""The outline at the left: the whole structure with numbers and first words, to go to and to move.

Moves are the same edits as those of the keyboard. What was folded stays folded when rows are built
anew. Other words are shown at once; rows that come, go or move when the text rests, or sooner when
somebody asks for the model or reaches into the tree.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from drafter.app.counts import count_words
from drafter.app.outline_model import BADGE_ROLE, EMPTY_ROLE, ID_ROLE, PART_ROLE, OutlineModel
from drafter.app.outline_rows import Badge
from drafter.app.session import Session
from drafter.core.changes import changed_words
from drafter.core.model import Part, Resolution
from drafter.ui.direction import direction
from drafter.ui.labels import empty_words, least_width
from drafter.ui.severities import SHAPES

_REST_MS = 150
"""How long the text rests before rows come, go or move: the tree then lays all of them out."""
_REACHING = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.DragEnter, QEvent.Type.FocusIn}
)
_BADGE_GAP_PX = 8
_ROW_HEIGHT = 1.5
"""In lines."""


class OutlineDelegate(QStyledItemDelegate):
    """Draws rows of parts in bold, those without words in a weak colour, and a badge at the right
    of rows with problems.
    """

    def __init__(self, colours: Mapping[str, QColor], parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = dict(colours)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        badge: Badge | None = index.data(BADGE_ROLE)
        words = f"{SHAPES[badge.severity]} {count_words(badge.count)}" if badge else ""
        width = option.fontMetrics.horizontalAdvance(words) + _BADGE_GAP_PX if badge else 0
        whole = QRect(option.rect)
        is_rtl = option.direction is Qt.LayoutDirection.RightToLeft
        if is_rtl:
            option.rect.setLeft(option.rect.left() + width)
        else:
            option.rect.setRight(option.rect.right() - width)
        super().paint(painter, option, index)
        if badge is None:
            return
        left = whole.left() + _BADGE_GAP_PX if is_rtl else whole.right() - width
        place = QRect(left, whole.top(), width, whole.height())
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, option.palette.brush(QPalette.ColorRole.Highlight))
        painter.setPen(self.colours[badge.severity])
        painter.setFont(option.font)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.data(PART_ROLE) is not None:
            font = QFont(option.font)
            font.setBold(True)
            option.font = font
        if index.data(EMPTY_ROLE):
            role = QPalette.ColorRole
            option.palette.setBrush(role.Text, option.palette.brush(role.Dark))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), round(option.fontMetrics.lineSpacing() * _ROW_HEIGHT))


class OutlineTree(QTreeView):
    """The tree; Enter and a double click go to a paragraph."""

    chosen = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def choose(self, index: QModelIndex) -> None:
        """Announces the paragraph of a row; nothing for the row of a part."""
        paragraph_id = index.data(ID_ROLE)
        if paragraph_id:
            self.chosen.emit(paragraph_id)


class OutlinePanel(QWidget):
    """The outline of a session's document; `paragraph_chosen(id)` wishes to go there,
    `move_requested(id, index, part)` to move it."""

    paragraph_chosen = Signal(str)
    move_requested = Signal(str, int, object)

    def __init__(
        self, session: Session, colours: Mapping[str, QColor], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._folded: set[str] = set()
        self._current = ""
        self._model = OutlineModel(self._part_names(), self, empty=self.tr("(empty)"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._show)
        self.tree = OutlineTree(self)
        self._delegate = OutlineDelegate(colours, self.tree)
        words = self.tr("The paragraphs appear here as you write them.")
        self._empty = empty_words(words, self)
        self._lay_out()
        self.tree.chosen.connect(self.paragraph_chosen)
        self.tree.doubleClicked.connect(self.tree.choose)
        self.tree.collapsed.connect(self._on_tree_collapsed)
        self.tree.expanded.connect(self._on_tree_expanded)
        self._model.modelReset.connect(self._unfold)
        self._model.rowsInserted.connect(self._on_model_rows_inserted)
        self._model.move_requested.connect(self.move_requested)
        session.changed.connect(self._on_session_changed)
        self.tree.installEventFilter(self)
        self.tree.viewport().installEventFilter(self)
        self._show()

    @property
    def model(self) -> OutlineModel:
        """The rows of the document as it is now."""
        self._catch_up()
        return self._model

    def set_badges(self, badges: Mapping[str, Badge]) -> None:
        """Shows the problems of each paragraph, by paragraph id."""
        self._model.set_badges(badges)

    def set_colours(self, colours: Mapping[str, QColor]) -> None:
        """Takes the colours of severities from another theme."""
        self._delegate.colours = dict(colours)
        self.tree.viewport().update()

    def show_current(self, paragraph_id: str) -> None:
        """Selects the row of the paragraph the caret is in, without going anywhere."""
        self._current = paragraph_id
        if not self._timer.isActive():
            self._choose_current()

    def _choose_current(self) -> None:
        index = self._model.index_of(self._current)
        if index.isValid() and index != self.tree.currentIndex():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def _part_names(self) -> dict[Part, str]:
        return {
            Part.PREAMBLE: self.tr("Preamble"),
            Part.OPERATIVE: self.tr("Operative part"),
            Part.ANNEX: self.tr("Annex"),
        }

    def _lay_out(self) -> None:
        self.tree.setModel(self._model)
        self.tree.setItemDelegate(self._delegate)
        self.tree.setHeaderHidden(True)
        self.tree.header().setMinimumSectionSize(0)  # words are elided, nothing goes sideways
        self.setMinimumWidth(least_width(self))
        self.tree.setUniformRowHeights(True)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.tree.setFrameShape(QTreeView.Shape.NoFrame)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setAccessibleName(self.tr("Outline"))
        self.tree.setAccessibleDescription(
            self.tr("The paragraphs in order; Enter goes to one, dragging moves it.")
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._empty)
        self.setFocusProxy(self.tree)

    @Slot()
    def _show(self) -> None:
        self._timer.stop()
        resolution = self._session.resolution
        self.tree.setLayoutDirection(direction(resolution.language))
        self._model.set_resolution(resolution, self._session.numbering)
        self._choose_current()
        self._stack.setCurrentWidget(self.tree if resolution.paragraphs else self._empty)

    def _catch_up(self) -> None:
        if self._timer.isActive():
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _REACHING:
            self._catch_up()
        return super().eventFilter(watched, event)

    @Slot()
    def _unfold(self) -> None:
        folded = set(self._folded)
        self.tree.expandAll()
        for key in folded:
            index = self._model.index_of(key)
            if index.isValid():
                self.tree.collapse(index)

    @Slot(object, object)
    def _on_session_changed(self, old: Resolution, new: Resolution) -> None:
        if self._timer.isActive() or changed_words(old, new) is None:
            self._timer.start()
        else:
            self._show()

    @Slot(QModelIndex, int, int)
    def _on_model_rows_inserted(self, above: QModelIndex, first: int, last: int) -> None:
        """New rows come unfolded, and so does what they hang on, unless it was folded by hand."""
        if above.isValid() and self._model.key(above) not in self._folded:
            self.tree.expand(above)
        for row in range(first, last + 1):
            self._unfold_new(self._model.index(row, 0, above))

    def _unfold_new(self, index: QModelIndex) -> None:
        if self._model.hasChildren(index) and self._model.key(index) not in self._folded:
            self.tree.expand(index)
        for row in range(self._model.rowCount(index)):
            self._unfold_new(self._model.index(row, 0, index))

    @Slot(QModelIndex)
    def _on_tree_collapsed(self, index: QModelIndex) -> None:
        self._folded.add(self._model.key(index))

    @Slot(QModelIndex)
    def _on_tree_expanded(self, index: QModelIndex) -> None:
        self._folded.discard(self._model.key(index))

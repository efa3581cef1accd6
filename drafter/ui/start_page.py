"""The first thing one sees: recent drafts, a new draft in one click, a file, a pasted text.

It asks and does nothing itself; the window answers its wishes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from drafter.app.starters import Starter, starters, words_to_fill
from drafter.core.facts import LANGUAGES, language_facts, language_name, organ_fact
from drafter.core.kinds import DocumentKind, Organ
from drafter.settings import Settings
from drafter.ui.labels import heading, second
from drafter.ui.line_button import LineButton
from drafter.ui.moments import moment_words

_SERIF = ("Times New Roman", "Liberation Serif", "Tinos", "Noto Serif", "DejaVu Serif")
_WIDEST_CHARACTERS = 150
_TWO_COLUMNS_CHARACTERS = 105
_CARD_CHARACTERS = 30
_SPACE = 24
_INDENT = 10
"""What stands alone keeps in line with the words of the buttons."""
_CARD_ROUND = 8.0
_CARD_SIDE = 6
_ORDER = ("en", "fr", "es", "ru", "ar", "zh")
"""The languages as they are offered; the one of the settings is chosen."""


class StartPage(QScrollArea):
    """Offers drafts to go on with and ways to begin one.

    Signals: `new_requested(starter_id, language)`; `open_requested(path)`, None to ask for a file;
    `paste_requested()`; `precedent_requested()` to start from a resolution; `sample_requested()`.
    """

    new_requested = Signal(str, str)
    open_requested = Signal(object)
    paste_requested = Signal()
    precedent_requested = Signal()
    sample_requested = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recent = RecentList(self)
        self.language = QComboBox(self)
        self.cards = CardGrid(self._cards(), self)
        self.open_file = LineButton(
            self.tr("&Open a file…"),
            self,
            detail=self.tr("A draft, a plain text, a web page, Akoma Ntoso"),
        )
        self.paste = LineButton(
            self.tr("&Paste a text"), self, detail=self.tr("Out of a PDF, Word or an e-mail")
        )
        self.precedent = LineButton(
            self.tr("&Start from a resolution…"),
            self,
            detail=self.tr("Its whole text as a new draft"),
        )
        self.sample = LineButton(
            self.tr("Look at the sa&mple"),
            self,
            detail=self.tr("Resolution 64/177 as it comes out of a PDF"),
        )
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Shows the recent drafts and the language of new ones anew."""
        self.recent.show_paths(tuple(Path(one) for one in settings.recent))
        at = max(0, self.language.findData(settings.draft_language))
        self.language.setCurrentIndex(at)
        self._on_language_changed(at)
        opening = (self.open_file, self.paste, self.precedent, self.sample)
        in_order = [*self.recent.rows, *opening, self.language, *self.cards.buttons()]
        for before, after in pairwise(in_order):
            self.setTabOrder(before, after)
        self.setFocusProxy(self.recent.rows[0] if self.recent.rows else self.cards.buttons()[0])

    # --- layout -----------------------------------------------------------------------------

    def _cards(self) -> list[OrganCard]:
        by_organ: dict[Organ, list[Starter]] = {}
        for one in starters():
            by_organ.setdefault(one.organ, []).append(one)
        organs = {
            Organ.GA: self.tr("General Assembly"),
            Organ.SC: self.tr("Security Council"),
            Organ.ECOSOC: self.tr("Economic and Social Council"),
            Organ.HRC: self.tr("Human Rights Council"),
            Organ.OTHER: self.tr("Another organ"),
        }
        kinds = {
            DocumentKind.DRAFT: self.tr("Draft resolution"),
            DocumentKind.ADOPTED: self.tr("Adopted resolution"),
            DocumentKind.DECISION: self.tr("Decision"),
            DocumentKind.STATEMENT: self.tr("Presidential statement"),
        }
        return [
            OrganCard(organ, organs[organ], mine, kinds, self) for organ, mine in by_organ.items()
        ]

    def _lay_out(self) -> None:
        for code in sorted(LANGUAGES, key=_ORDER.index):
            self.language.addItem(language_name(code), code)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Start page"))
        self._columns.setSpacing(2 * _SPACE)
        self._columns.addLayout(self._left(), 2)
        self._columns.addLayout(self._right(), 3)
        inner = QWidget(self)
        inner.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDEST_CHARACTERS)
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        box = QVBoxLayout(inner)
        box.setContentsMargins(_SPACE, 2 * _SPACE, _SPACE, 2 * _SPACE)
        name = _in_serif(QLabel("Drafter", inner), 2.6)
        tagline = second(QLabel(self.tr("A drafting desk for United Nations resolutions"), inner))
        for label in (name, tagline):
            label.setContentsMargins(_INDENT, 0, 0, 0)
            box.addWidget(label)
        box.addSpacing(2 * _SPACE)
        box.addLayout(self._columns)
        box.addStretch()
        outer = QWidget(self)
        row = QHBoxLayout(outer)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        self.setWidget(outer)

    def _left(self) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(2)
        box.addWidget(self._first(self.tr("Continue")))
        box.addWidget(self.recent)
        box.addSpacing(_SPACE)
        box.addWidget(_group(self.tr("Open"), self))
        for button in (self.open_file, self.paste, self.precedent, self.sample):
            box.addWidget(button)
        drop = second(QLabel(self.tr("A file can also be dropped on this window."), self))
        drop.setWordWrap(True)
        drop.setContentsMargins(_INDENT, 6, 0, 0)
        box.addWidget(drop)
        box.addStretch()
        return box

    def _right(self) -> QVBoxLayout:
        label = QLabel(self.tr("&Language of the text"), self)
        label.setBuddy(self.language)
        top = QHBoxLayout()
        top.addWidget(self._first(self.tr("New draft"), indent=_INDENT + _CARD_SIDE))
        top.addStretch()
        top.addWidget(second(label))
        top.addWidget(self.language)
        box = QVBoxLayout()
        box.setSpacing(_SPACE // 2)
        box.addLayout(top)
        box.addWidget(self.cards)
        box.addStretch()
        return box

    def _first(self, words: str, *, indent: int = _INDENT) -> QLabel:
        """The heading of a column, as high as the field beside one: both stand on one line."""
        label = heading(words, self)
        label.setContentsMargins(indent, 0, 0, 0)
        label.setMinimumHeight(self.language.sizeHint().height())
        return label

    def _connect(self) -> None:
        self.recent.path_chosen.connect(self.open_requested)
        for card in self.cards.cards:
            card.starter_chosen.connect(self._on_card_starter_chosen)
        self.language.currentIndexChanged.connect(self._on_language_changed)
        self.open_file.clicked.connect(self._on_open_file_clicked)
        self.paste.clicked.connect(self._on_paste_clicked)
        self.precedent.clicked.connect(self._on_precedent_clicked)
        self.sample.clicked.connect(self._on_sample_clicked)

    # --- events -----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        enough = self.fontMetrics().averageCharWidth() * _TWO_COLUMNS_CHARACTERS
        is_wide = event.size().width() >= enough
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.open_requested.emit(Path(url.toLocalFile()))
        event.acceptProposedAction()

    @Slot(object)
    def _on_card_starter_chosen(self, starter_id: str) -> None:
        self.new_requested.emit(starter_id, self.language.currentData())

    @Slot(int)
    def _on_language_changed(self, index: int) -> None:
        for card in self.cards.cards:
            card.show_line(self.language.itemData(index))

    @Slot()
    def _on_open_file_clicked(self) -> None:
        self.open_requested.emit(None)

    @Slot()
    def _on_paste_clicked(self) -> None:
        self.paste_requested.emit()

    @Slot()
    def _on_precedent_clicked(self) -> None:
        self.precedent_requested.emit()

    @Slot()
    def _on_sample_clicked(self) -> None:
        self.sample_requested.emit()


class RecentList(QWidget):
    """The drafts last worked on; `path_chosen(path)`. While there are none it says what will be."""

    path_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[LineButton] = []
        self.empty = second(
            QLabel(self.tr("Drafts you have worked on will be listed here, latest first."), self)
        )
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(_INDENT, 6, 0, 6)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.empty)

    def show_paths(self, paths: Sequence[Path]) -> None:
        """Shows these files."""
        for row in self.rows:
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(path) for path in paths]
        self.empty.setVisible(not paths)

    def _row(self, path: Path) -> LineButton:
        row = LineButton(
            path.stem.replace("&", "&&"),
            self,
            key=path,
            detail=_folder(path),
            trailing=self._when(path),
            is_action=False,
        )
        row.setToolTip(str(path))
        row.chosen.connect(self.path_chosen)
        self._box.addWidget(row)
        return row

    def _when(self, path: Path) -> str:
        try:
            moment = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        except OSError:
            return self.tr("▲ not there now")
        return moment_words(moment)


class OrganCard(QWidget):
    """An organ, the line its texts open with, and what can be begun; `starter_chosen(id)`."""

    starter_chosen = Signal(object)

    def __init__(
        self,
        organ: Organ,
        name: str,
        mine: Sequence[Starter],
        kinds: Mapping[DocumentKind, str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._organ = organ
        self.line = second(_in_serif(QLabel(self), 1.15))
        self.line.setContentsMargins(_INDENT, 0, _INDENT, 6)
        self.buttons: dict[str, LineButton] = {}
        title = _in_serif(QLabel(name, self), 1.35)
        title.setContentsMargins(_INDENT, 0, _INDENT, 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(_CARD_SIDE, 12, _CARD_SIDE, 8)
        box.setSpacing(0)
        box.addWidget(title)
        box.addWidget(self.line)
        for one in mine:
            button = LineButton(kinds[one.kind], self, key=one.id)
            said = self.tr("%1: %2").replace("%1", name).replace("%2", kinds[one.kind])
            button.setAccessibleName(said)
            button.chosen.connect(self.starter_chosen)
            box.addWidget(button)
            self.buttons[one.id] = button
        box.addStretch()

    def show_line(self, code: str) -> None:
        """Shows the organ line in the language of the text."""
        facts = language_facts(code)
        line = organ_fact(facts, self._organ, "line")
        self.line.setText(line or words_to_fill(code)["organ_line"])
        font = self.line.font()
        font.setItalic(not facts.flag("look", "bold"))
        self.line.setFont(font)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        border = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(border, _CARD_ROUND, _CARD_ROUND)


class CardGrid(QWidget):
    """Cards side by side, as many as there is room for."""

    def __init__(self, cards: Sequence[OrganCard], parent: QWidget) -> None:
        super().__init__(parent)
        self.cards = tuple(cards)
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_SPACE // 2)
        self._arrange(2)

    def buttons(self) -> list[LineButton]:
        """All that can be begun, in order."""
        return [button for card in self.cards for button in card.buttons.values()]

    def minimumSizeHint(self) -> QSize:
        return QSize(self._card_width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = (event.size().width() + _SPACE // 2) // (self._card_width() + _SPACE // 2)
        self._arrange(max(1, min(3, fitting)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def _card_width(self) -> int:
        return self.fontMetrics().averageCharWidth() * _CARD_CHARACTERS

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for card in self.cards:
            self._grid.removeWidget(card)
        for index, card in enumerate(self.cards):
            self._grid.addWidget(card, index // across, index % across)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < across else 0)


def _group(words: str, parent: QWidget) -> QLabel:
    label = heading(words, parent)
    label.setContentsMargins(_INDENT, 0, 0, 4)
    return label


def _in_serif(label: QLabel, times: float) -> QLabel:
    font = QFont(list(_SERIF))
    font.setPointSizeF(label.font().pointSizeF() * times)
    label.setFont(font)
    return label


def _folder(path: Path) -> str:
    try:
        return str(Path("~") / path.parent.relative_to(Path.home()))
    except ValueError:
        return str(path.parent)

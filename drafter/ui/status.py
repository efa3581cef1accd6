"""The status bar: what the caret is in, the language, how much there is, whether it is saved."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QLabel, QSlider, QStatusBar, QWidget

from drafter.app.counts import count_words
from drafter.app.i18n import language_words, place_words, provenance_words
from drafter.app.outline_rows import is_full
from drafter.app.places import Caret, Field
from drafter.core.inline import Text
from drafter.core.model import Part, Resolution
from drafter.ui.editor.page import ZOOMS, Page
from drafter.ui.moments import moment_words

_REST_MS = 150
"""How long the keys rest before words are counted and the place is named."""
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+(?:[’'-]\w+)*")
_SLIDER_EMS = 9
_SIDE_PX = 8
_GAP = "\u2003 "


class StatusBar(QStatusBar):
    """Reads one page and its session."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._session = page.session
        self._words = WordCount()
        self.place = QLabel(self)
        self.provenance = QLabel(self)
        self.counts = QLabel(self)
        self.saved = QLabel(self)
        self.zoom = QLabel(self)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self._timer = QTimer(self)
        self._lay_out()
        self._timer.timeout.connect(self.refresh)
        self.slider.valueChanged.connect(page.set_zoom)
        page.zoom_changed.connect(self._on_page_zoom_changed)
        page.caret_moved.connect(self._on_page_caret_moved)
        self._session.changed.connect(self._on_session_changed)
        self._session.clean_changed.connect(self._on_session_clean_changed)
        self._session.path_changed.connect(self._on_session_clean_changed)
        self._on_page_zoom_changed(page.zoom)
        self.refresh()

    def _lay_out(self) -> None:
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self.slider.setRange(ZOOMS[0], ZOOMS[-1])
        self.slider.setSingleStep(10)
        self.slider.setAccessibleName(self.tr("Zoom"))
        self.slider.setFixedWidth(_SLIDER_EMS * self.fontMetrics().horizontalAdvance("M"))
        for label in (self.place, self.provenance, self.counts, self.saved):
            self.addWidget(spaced(label))
        self.counts.setToolTip(
            self.tr(
                "PP and OP: preambular and operative paragraphs. Words: those of the title and the"
                " paragraphs, without masthead, organ line, closing lines and footnotes."
            )
        )
        self.setSizeGripEnabled(False)
        self.setContentsMargins(0, 0, _SIDE_PX, 0)
        self.addPermanentWidget(self.zoom)
        self.addPermanentWidget(self.slider)

    @Slot()
    def refresh(self) -> None:
        """Says how things are now."""
        resolution = self._session.resolution
        caret = self._page.caret()
        self.place.setText(place_words(resolution, self._session.numbering, caret))
        self.provenance.setText(_provenance(resolution, caret))
        self.provenance.setVisible(bool(self.provenance.text()))
        self.counts.setText(self._counts(resolution))
        self._on_session_clean_changed()

    def _counts(self, resolution: Resolution) -> str:
        preambular, operative = (
            sum(map(is_full, resolution.part(part))) for part in (Part.PREAMBLE, Part.OPERATIVE)
        )
        count = self._words.count(resolution)
        return _GAP.join(
            (
                language_words(resolution.language),
                self.tr("{0} PP {1} OP").format(count_words(preambular), count_words(operative)),
                self.tr("%Ln word(s)", "", count),
            )
        )

    @Slot()
    def _on_session_clean_changed(self) -> None:
        if self._session.path is None:
            self.saved.setText(self.tr("Not saved yet"))
        elif not self._session.is_clean:
            self.saved.setText(self.tr("Changed since it was saved"))
        else:
            self.saved.setText(self._when_saved(self._session.path))

    def _when_saved(self, path: Path) -> str:
        try:
            moment = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        except OSError:
            return self.tr("Saved")
        return self.tr("Saved %1").replace("%1", moment_words(moment))

    @Slot()
    def _on_session_changed(self) -> None:
        self._timer.start()

    @Slot()
    def _on_page_caret_moved(self) -> None:
        self._timer.start()

    @Slot(int)
    def _on_page_zoom_changed(self, percent: int) -> None:
        self.zoom.setText(self.locale().toString(percent) + " %")
        self.slider.setValue(percent)


def spaced(label: QLabel) -> QLabel:
    """A label of the bar, as far from its neighbour as the others."""
    label.setContentsMargins(_SIDE_PX, 2, 0, 2)
    return label


def _provenance(resolution: Resolution, caret: Caret) -> str:
    if caret.place.field is not Field.PARAGRAPH:
        return ""
    provenance = resolution.paragraph(caret.place.id).provenance
    return provenance_words(provenance) if provenance else ""


class WordCount:
    """Counts words, a Chinese character counting as one; a text that it knows is not read again."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Text, int]] = {}

    def count(self, resolution: Resolution) -> int:
        """The words of title and paragraphs."""
        known, self._known = self._known, {}
        total = 0
        inside = (text for paragraph in resolution.paragraphs for text in paragraph.texts())
        for text in (resolution.title, *inside):
            same, count = known.get(id(text), (None, 0))
            if same is not text:
                count = sum(1 for _ in _WORD.finditer(text.plain))
            self._known[id(text)] = text, count
            total += count
        return total

"""The pages as they will be printed, with the way to print them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QDialog,
    QGraphicsView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter.core.language import language
from drafter.core.looks import Script
from drafter.core.model import Resolution
from drafter.ui.labels import second
from drafter.ui.printing import paint, prepared_printer, print_text

_CHARACTERS, _LINES = 110, 48


class _ShadowCover(QWidget):
    """Lies over a view of pages and hides the hard black shadow that Qt paints beside them.

    No item of the scene may do it: Qt takes every one for a page.
    """

    def __init__(self, view: QGraphicsView, printer: QPrinter) -> None:
        super().__init__(view)
        self._view = view
        self._paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._view.viewport().geometry())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        placed, scene = self._view.viewportTransform(), self._view.scene()
        for page in scene.items():
            beside = QPainterPath()
            beside.addRect(placed.mapRect(page.sceneBoundingRect()))
            beside.addRect(placed.mapRect(self._paper.translated(page.pos())))
            painter.fillPath(beside, scene.backgroundBrush())


class Preview(QDialog):
    """Shows the pages of one document, one below another; `told(sentence)` of what was printed."""

    told = Signal(str)

    def __init__(self, resolution: Resolution, parent: QWidget, name: str = "") -> None:
        """`name` is what the draft is called."""
        super().__init__(parent)
        self._resolution = resolution
        self._name = name
        self._printer = prepared_printer()  # the view does not keep it
        self.pages = QPrintPreviewWidget(self._printer, self)
        self.place = second(QLabel(self))
        self.print = self._button(self.tr("&Print…"), self._on_print_clicked)
        self.print.setProperty("primary", True)
        self.previous = self._button(self.tr("Previous pa&ge"), self._on_previous_clicked)
        self.next = self._button(self.tr("&Next page"), self._on_next_clicked)
        self._lay_out()
        self.pages.paintRequested.connect(self._on_paint_requested)
        self.pages.previewChanged.connect(self._on_preview_changed)
        self.pages.fitInView()

    def _button(self, words: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Print preview"))
        self.pages.setAccessibleName(self.tr("Pages"))
        for view in self.pages.findChildren(QGraphicsView):
            view.scene().setBackgroundBrush(self.palette().brush(QPalette.ColorRole.Mid))
            _ShadowCover(view, self._printer)
        larger = self._button(self.tr("&Larger"), self._on_larger_clicked)
        larger.setShortcut(QKeySequence.StandardKey.ZoomIn)
        smaller = self._button(self.tr("&Smaller"), self.pages.zoomOut)
        smaller.setShortcut(QKeySequence.StandardKey.ZoomOut)
        bar = QHBoxLayout()
        bar.addWidget(self._button(self.tr("&Whole page"), self.pages.fitInView))
        bar.addWidget(self._button(self.tr("&Full width"), self._on_full_width_clicked))
        for button in (smaller, larger):
            bar.addWidget(button)
        bar.addStretch(1)
        for widget in (self.place, self.previous, self.next, self.print):
            bar.addWidget(widget)
        box = QVBoxLayout(self)
        box.addLayout(bar)
        box.addWidget(self.pages, 1)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * _CHARACTERS, metrics.lineSpacing() * _LINES)

    @Slot()
    def _on_full_width_clicked(self) -> None:
        self._scroll_sideways(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages.fitToWidth()

    @Slot()
    def _on_larger_clicked(self) -> None:
        self._scroll_sideways(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.pages.zoomIn()

    def _scroll_sideways(self, policy: Qt.ScrollBarPolicy) -> None:
        """Qt sets pages of full width two pixels wider than the view, and has a bar for them."""
        for view in self.pages.findChildren(QGraphicsView):
            view.setHorizontalScrollBarPolicy(policy)

    @Slot()
    def _on_preview_changed(self) -> None:
        page, count = self.pages.currentPage(), self.pages.pageCount()
        words = self.tr("Page %1 of %2").replace("%1", str(page)).replace("%2", str(count))
        self.place.setText(words)
        self.previous.setEnabled(page > 1)
        self.next.setEnabled(page < count)

    @Slot(QPrinter)
    def _on_paint_requested(self, printer: QPrinter) -> None:
        """Pages of pictures, where Qt's way of keeping pages would mix the words of a line up."""
        script = language(self._resolution.language).look.script
        paint(self._resolution, printer, in_pictures=script is not Script.LATIN)

    @Slot()
    def _on_previous_clicked(self) -> None:
        self._show_page(self.pages.currentPage() - 1)

    @Slot()
    def _on_next_clicked(self) -> None:
        self._show_page(self.pages.currentPage() + 1)

    def _show_page(self, number: int) -> None:
        self.pages.setCurrentPage(number)
        self._on_preview_changed()

    @Slot()
    def _on_print_clicked(self) -> None:
        said = print_text(self._resolution, self, self._name)
        if said:
            self.accept()
            self.told.emit(said)

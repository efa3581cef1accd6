"""Printing, by the system's own dialog; the Word file is what is handed in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from drafter.core.model import Resolution
from drafter.ui.paper.pages import Pages

_POINTS_PER_INCH = 72.0
_PICTURE_DPI = 150


def print_text(resolution: Resolution, parent: QWidget, name: str = "") -> str:
    """Asks for a printer and prints; says how it went, "" if the user thought better of it.

    `name` is what the draft is called, and the file that the dialog proposes.
    """
    printer = prepared_printer()
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(Pages(resolution, _paper(printer))))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return ""
    file = printer.outputFileName()
    if not paint(resolution, printer):
        where = file or printer.printerName()
        return _tr("{0}: not printed: choose another place or printer.").format(where)
    return _tr("Written to {0}.").format(file) if file else _tr("Sent to the printer.")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Printing", words)


def prepared_printer() -> QPrinter:
    """A printer for the paper that resolutions are printed on; the dialogs change it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
    return printer


def paint(resolution: Resolution, printer: QPrinter, *, in_pictures: bool = False) -> bool:
    """Paints the pages that the dialog was told of; whether the printer took them."""
    draw = _draw_picture if in_pictures else _draw
    printer.setFullPage(True)
    pages = Pages(resolution, _paper(printer))
    first = max(1, printer.fromPage())
    last = min(len(pages), printer.toPage() or len(pages))
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        for number in range(first, last + 1):
            if number > first:
                printer.newPage()
            draw(pages, number - 1, painter, printer)
    finally:
        painter.end()
    return True


def _draw(pages: Pages, index: int, painter: QPainter, printer: QPrinter) -> None:
    pages.draw(painter, index, printer.resolution() / _POINTS_PER_INCH)


def _draw_picture(pages: Pages, index: int, painter: QPainter, printer: QPrinter) -> None:
    paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    sharpness = _PICTURE_DPI / printer.resolution()
    picture = QImage((paper.size() * sharpness).toSize(), QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    on_picture = QPainter(picture)
    on_picture.setRenderHint(QPainter.RenderHint.Antialiasing)
    pages.draw(on_picture, index, _PICTURE_DPI / _POINTS_PER_INCH)
    on_picture.end()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(paper, picture)


def _paper(printer: QPrinter) -> QSizeF:
    return printer.pageLayout().fullRect(QPageLayout.Unit.Point).size()

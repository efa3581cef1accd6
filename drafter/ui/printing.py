"""The text on paper as the program's own type sets it; the Word file is what is handed in."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QTextDocument, QTextOption
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from drafter.core.language import language
from drafter.core.model import Resolution
from drafter.core.numbering import numbering
from drafter.ui.editor import clipboard

_MARGIN_MM = 25.0
_FONT_PT = 11


def print_text(resolution: Resolution, parent: QWidget) -> bool:
    """Asks for a printer and prints; False if the user thought better of it."""
    printer = prepared_printer()
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    document_of(resolution).print_(printer)
    return True


def prepared_printer() -> QPrinter:
    """A printer with the margins of the printed page."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    return printer


def document_of(resolution: Resolution) -> QTextDocument:
    """The whole text, set in the type of resolutions."""
    words = language(resolution.language)
    document = QTextDocument()
    document.setDefaultFont(QFont(["Times New Roman", "Liberation Serif"], _FONT_PT))
    option = QTextOption(Qt.AlignmentFlag.AlignJustify)
    if words.is_rtl:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    document.setDefaultTextOption(option)
    document.setHtml(_html(resolution))
    return document


def _html(resolution: Resolution) -> str:
    counted = numbering(resolution)
    symbol = resolution.masthead.symbol
    title = " ".join(one for one in (resolution.number, resolution.title.plain) if one)
    pieces = [f"<p>{escape(symbol)}</p>"] if symbol else []
    pieces.append(f"<h2>{escape(title)}</h2>")
    pieces.append(f"<p><i>{escape(resolution.organ_line.plain)}</i></p>")
    pieces.append(clipboard.html(resolution, dict(counted.labels), dict(counted.notes)))
    pieces.extend(f"<p><i>{escape(line.plain)}</i></p>" for line in resolution.closing)
    if resolution.vote:
        pieces.append(f"<p>{escape(resolution.vote.plain)}</p>")
    return "\n".join(pieces)

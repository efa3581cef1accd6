"""How the severities of problems are shown: a shape, a colour and a word for each.

Nothing is said by colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPolygonF

from drafter.ui.theme import Theme

SHAPES = {"error": "●", "warning": "▲", "info": "■"}
"""The shape of a severity, in words."""

_SIZES_PX = (16, 32, 48)


def severity_word(severity: str) -> str:
    """What a severity is called."""
    return {
        "error": QCoreApplication.translate("Severities", "Error"),
        "warning": QCoreApplication.translate("Severities", "Warning"),
        "info": QCoreApplication.translate("Severities", "Hint"),
    }[severity]


def counted(counts: Mapping[str, int]) -> str:
    """How many there are of each severity that occurs."""
    words = {
        "error": QCoreApplication.translate(
            "Severities", "%Ln error(s)", "", counts.get("error", 0)
        ),
        "warning": QCoreApplication.translate(
            "Severities", "%Ln warning(s)", "", counts.get("warning", 0)
        ),
        "info": QCoreApplication.translate("Severities", "%Ln hint(s)", "", counts.get("info", 0)),
    }
    return "   ".join(f"{SHAPES[key]} {words[key]}" for key, n in counts.items() if n)


def coloured(words: str, colours: Mapping[str, QColor]) -> str:
    """Words as HTML, with the shapes in them in the colours of their severities."""
    shown = escape(words).replace("  ", "&nbsp; ")
    for severity, colour in colours.items():
        shape = SHAPES[severity]
        shown = shown.replace(shape, f'<span style="color: {colour.name()}">{shape}</span>')
    return shown


def severity_colours(theme: Theme) -> Mapping[str, QColor]:
    """The colours of severities in a theme."""
    return {
        "error": QColor(theme.error),
        "warning": QColor(theme.warning),
        "info": QColor(theme.information),
    }


def severity_icon(severity: str, colour: QColor) -> QIcon:
    """The shape of a severity in its colour, chosen or not."""
    icon = QIcon()
    for size in _SIZES_PX:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        _draw(painter, severity, QRectF(0, 0, size, size).adjusted(*_inset(size)))
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            icon.addPixmap(pixmap, mode)
    return icon


def _inset(size: int) -> tuple[float, float, float, float]:
    around = size * 0.22
    return around, around, -around, -around


def _draw(painter: QPainter, severity: str, box: QRectF) -> None:
    if severity == "error":
        painter.drawEllipse(box)
    elif severity == "warning":
        top = QPointF(box.center().x(), box.top())
        painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))
    else:
        painter.drawRect(box.adjusted(1, 1, -1, -1))

"""The number or letter before a block: what it says, in which font, and where it stands.

The page draws it on the screen, and printing on paper.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

from drafter.ui.editor.blocks import Look, PageBlock
from drafter.ui.editor.typography import NUMBER_GAP, Typography, has_margin_label

_ANNEX_LABEL_SIZE = 4.0


class DrawnLabel(NamedTuple):
    """`start` from the column's leading border and `raised` above the first line, in pixels."""

    words: str
    font: QFont
    start: float
    raised: float


def drawn_label(block: PageBlock, typography: Typography) -> DrawnLabel:
    """The label of a block that has one."""
    if block.look is Look.ANNEX:
        font = typography.font(_ANNEX_LABEL_SIZE, bold=True)
        return DrawnLabel(block.label, font, 0.0, typography.px(typography.setting.line + 10))
    if has_margin_label(block):
        font = typography.block_font(block)
        words = block.label + typography.setting.title_stop
        width = QFontMetricsF(font).horizontalAdvance(words)
        return DrawnLabel(words, font, -typography.px(NUMBER_GAP) - width, 0.0)
    start = typography.px(typography.label_at(block) + typography.indent(block))
    return DrawnLabel(block.label, typography.font(), start, 0.0)

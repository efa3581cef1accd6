"""How each block is set: fonts, indents and spaces of the printed resolution, in points.

The measures are those of the official Word template (A/RES/73/7 and the DGACM styles); `px` turns
them into pixels for a zoom.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
)

from drafter.core.inline import Style
from drafter.core.language import language
from drafter.core.looks import Look as Printed
from drafter.ui.editor.blocks import Look, PageBlock
from drafter.ui.theme import Theme

COLUMN = 365.3
TAB = 23.75
NUMBER_GAP = 12.25
"""From the end of a number in the margin (right tab 1022) to the column (1267)."""
OVERHANG = 63.35
"""How far the masthead reaches out of the column at either side."""
SIDE = 34.0
_POINTS_PER_INCH = 72.0
_SAME_MEASURE = 0.01
SHEET = COLUMN + 2 * (OVERHANG + SIDE)
AFTER = 6.0

NOTE_MARK = QTextFormat.ObjectTypes.UserObject + 1
TABLE = QTextFormat.ObjectTypes.UserObject + 2
LABEL_PROPERTY = QTextFormat.Property.UserProperty + 1
"""What a note mark shows, or the paragraph a table belongs to."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the texts of a language are set, in points; `emphasis` is what italics become.

    `italic_families` are the typefaces that stand for italics, before `families`; `mark_brackets`
    stand around note marks, `title_stop` after the number before the title.
    """

    families: tuple[str, ...]
    italic_families: tuple[str, ...] = ()
    size: float = 10.0
    line: float = 12.0
    letter_spacing_pct: float = 100.0
    emphasis: Style = Style.ITALIC
    mark_brackets: tuple[str, str] = ("", "")
    title_stop: str = "."


def _setting(look: Printed) -> Setting:
    """What the page takes of a language's look; bold stands for italics where they print bold."""
    return Setting(
        look.families,
        look.italic_families,
        size=look.size_points,
        line=look.line_points,
        letter_spacing_pct=look.letter_spacing_pct,
        emphasis=Style.BOLD if look.bold else Style.ITALIC,
        mark_brackets=look.mark_brackets,
        title_stop=look.title_stop,
    )


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """What a look adds to the setting; sizes are added to the body's."""

    larger: float = 0.0
    bold: bool = False
    emphasised: bool = False
    before: float = 0.0
    after: float = AFTER
    aligned: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignJustify
    first_line: float = 0.0


_LEADING = Qt.AlignmentFlag.AlignLeading
_STYLES: Mapping[Look, BlockStyle] = {
    Look.TITLE: BlockStyle(2, bold=True, after=11, aligned=_LEADING),
    Look.ORGAN_LINE: BlockStyle(first_line=TAB),
    Look.PARAGRAPH: BlockStyle(first_line=TAB),
    Look.CLOSING_WORDS: BlockStyle(),
    Look.ANNEX: BlockStyle(2, bold=True, before=40, after=9, aligned=_LEADING),
    Look.TABLE: BlockStyle(before=3, after=9, aligned=_LEADING),
    Look.QUOTED: BlockStyle(first_line=TAB),
    Look.PLAIN: BlockStyle(),
    Look.CLOSING_LINE: BlockStyle(emphasised=True, after=0, aligned=Qt.AlignmentFlag.AlignTrailing),
    Look.VOTE: BlockStyle(before=6, aligned=_LEADING),
}
_HEADINGS = (
    BlockStyle(2, bold=True, before=8, aligned=_LEADING),
    BlockStyle(bold=True, before=4, aligned=_LEADING),
    BlockStyle(emphasised=True, before=4, aligned=_LEADING),
    BlockStyle(before=4, aligned=_LEADING),
)
"""By rank: H_1, H_2/3, H_4, H_5/6."""
_QUOTED_INDENT = TAB
_LABEL_GAP = 3.0
_MARGIN_LABELS = frozenset({Look.TITLE, Look.HEADING})


def style_of(block: PageBlock) -> BlockStyle:
    """How a block differs from the body."""
    if block.look is Look.HEADING:
        return _HEADINGS[min(block.level, len(_HEADINGS) - 1)]
    return _STYLES[block.look]


def has_margin_label(block: PageBlock) -> bool:
    """Whether the label stands in the margin, before the column."""
    return block.look in _MARGIN_LABELS


@cache
def _installed(families: tuple[str, ...]) -> tuple[str, ...]:
    """Those that there are: for one that is missing the system may give figures of another look."""
    present = frozenset(QFontDatabase.families())
    return tuple(one for one in families if one in present)


@dataclass(frozen=True)
class Typography:
    """The formats of one page: language, theme and pixels a point."""

    code: str
    theme: Theme
    px_per_point: float
    points_per_px: float
    """By the screen's own measure, for Qt's fonts; `px_per_point` has the zoom in it."""
    _formats: dict[object, QTextCharFormat] = field(default_factory=dict, compare=False)
    _fonts: dict[tuple[float, bool, bool, bool], QFont] = field(default_factory=dict, compare=False)
    _label_widths: dict[str, float] = field(default_factory=dict, compare=False)

    def px(self, points: float) -> float:
        """Points as pixels."""
        return points * self.px_per_point

    @cached_property
    def setting(self) -> Setting:
        """The language's setting."""
        return _setting(language(self.code).look)

    @cached_property
    def direction(self) -> Qt.LayoutDirection:
        """Which way the text runs."""
        rtl = language(self.code).is_rtl
        return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight

    def font(
        self,
        larger: float = 0.0,
        *,
        bold: bool = False,
        italic: bool = False,
        is_emphasis: bool = False,
    ) -> QFont:
        """A font of the page, `larger` points above the body's size; not to be changed.

        One of emphasis is of the typeface that stands for italics, where there is one.
        """
        key = (larger, bold, italic, is_emphasis)
        if key not in self._fonts:
            self._fonts[key] = self._font(larger, bold=bold, italic=italic, is_emphasis=is_emphasis)
        return self._fonts[key]

    def _font(self, larger: float, *, bold: bool, italic: bool, is_emphasis: bool) -> QFont:
        families = _installed(self.setting.families) or self.setting.families
        if is_emphasis:
            families = (*_installed(self.setting.italic_families), *families)
        made = QFont(list(families))
        made.setStyleHint(QFont.StyleHint.Serif)
        made.setPointSizeF(max(1.0, self.px(self.setting.size + larger) * self.points_per_px))
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, self.setting.letter_spacing_pct)
        made.setBold(bold)
        made.setItalic(italic)
        return made

    def font_on(self, painter: QPainter, font: QFont) -> QFont:
        """A font as large on the painter's device as it is on the screen it was measured for."""
        ratio = _POINTS_PER_INCH / self.points_per_px / painter.device().logicalDpiY()
        if abs(ratio - 1) < _SAME_MEASURE:
            return font
        fitted = QFont(font)
        fitted.setPointSizeF(font.pointSizeF() * ratio)
        return fitted

    def block_font(self, block: PageBlock) -> QFont:
        """The font of a block's typed text without styles."""
        style = style_of(block)
        emphasis = self.setting.emphasis if style.emphasised else None
        return self.font(
            style.larger,
            bold=style.bold or emphasis is Style.BOLD,
            italic=emphasis is Style.ITALIC,
            is_emphasis=style.emphasised,
        )

    # Blocks

    def block_format(self, block: PageBlock) -> QTextBlockFormat:
        """Indents, spaces and alignment of a block."""
        style = style_of(block)
        made = QTextBlockFormat()
        made.setLayoutDirection(self.direction)
        made.setAlignment(style.aligned)
        made.setTopMargin(self.px(self.before(block)))
        made.setBottomMargin(self.px(style.after))
        made.setTextIndent(self.px(self.first_line(block)))
        indent = self.px(self.indent(block))
        if self.direction is Qt.LayoutDirection.RightToLeft:
            made.setRightMargin(indent)
        else:
            made.setLeftMargin(indent)
        if block.look is not Look.TABLE:
            pitch = self.setting.line + 1.25 * style.larger
            made.setLineHeight(self.px(pitch), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return made

    def before(self, block: PageBlock) -> float:
        """The space above a block; an annex's holds its label."""
        return style_of(block).before

    def first_line(self, block: PageBlock) -> float:
        """The indent of the first line: room for the label, if it has one in the column."""
        points = style_of(block).first_line
        if not block.label or not points or block.look is Look.ORGAN_LINE:
            return points
        return points + self.label_width(block.label)

    def indent(self, block: PageBlock) -> float:
        """How far the whole block is set in: items from the second level on, quoted text."""
        if block.look is Look.QUOTED:
            return _QUOTED_INDENT
        if block.look in {Look.PARAGRAPH, Look.CLOSING_WORDS}:
            return TAB * max(0, block.level - 1)
        return 0.0

    def label_at(self, block: PageBlock) -> float:
        """Where the label of a paragraph starts, from the block's own border."""
        return style_of(block).first_line

    def label_width(self, label: str) -> float:
        """The room a label takes up to the next tab stop."""
        if label not in self._label_widths:
            metrics = QFontMetricsF(self.font())
            needed = metrics.horizontalAdvance(label) / self.px_per_point + _LABEL_GAP
            self._label_widths[label] = TAB * ceil(needed / TAB)
        return self._label_widths[label]

    # Characters

    def char_format(self, block: PageBlock, styles: frozenset[Style]) -> QTextCharFormat:
        """The look of characters in a block; equal looks are one object."""
        style = style_of(block)
        drawn = block.look is Look.ORGAN_LINE
        key = (style.larger, style.bold, style.emphasised, drawn, styles)
        if key not in self._formats:
            self._formats[key] = self._char_format(style, styles, is_drawn=drawn)
        return self._formats[key]

    def _char_format(
        self, style: BlockStyle, styles: frozenset[Style], *, is_drawn: bool
    ) -> QTextCharFormat:
        emphasis = self.setting.emphasis
        wanted = {emphasis if one is Style.ITALIC else one for one in styles}
        if style.emphasised:
            wanted ^= {emphasis}
        made = QTextCharFormat()
        made.setFont(
            self.font(
                style.larger,
                bold=style.bold or Style.BOLD in wanted,
                italic=Style.ITALIC in wanted,
                is_emphasis=style.emphasised is not (Style.ITALIC in styles),
            )
        )
        if Style.SUPERSCRIPT in wanted:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        elif Style.SUBSCRIPT in wanted:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        colour = self.theme.drawn if is_drawn else self.theme.text
        made.setForeground(QBrush(QColor(colour)))
        return made

    def mark_format(self, block: PageBlock, number: str) -> QTextCharFormat:
        """The format of a footnote mark that shows `number`."""
        key = (style_of(block).larger, "mark", number)
        if key not in self._formats:
            made = QTextCharFormat(self.char_format(block, frozenset()))
            made.setObjectType(NOTE_MARK)
            made.setProperty(LABEL_PROPERTY, number.join(self.setting.mark_brackets))
            self._formats[key] = made
        return self._formats[key]

    def table_format(self, block: PageBlock) -> QTextCharFormat:
        """The format of the one character that stands for a table."""
        made = QTextCharFormat()
        made.setObjectType(TABLE)
        made.setProperty(LABEL_PROPERTY, block.place.id)
        return made

"""The official page in twips (20 to the point) and half points.

Source, unless a line says otherwise: 16 Word files of the United Nations in New York and four
official PDFs of adopted resolutions, measured (the project's layout reference). "By pattern" marks
what those do not show.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.io.docx.xml import Value, Xml, element, tabs

# The page.
PAGE_WIDTH = 12240
PAGE_HEIGHT = 15840
MARGIN_TOP = 1440
MARGIN_SIDE = 1200
MARGIN_BOTTOM_FIRST = 1728
"""Below the masthead page, room for job number, barcode and QR."""
MARGIN_BOTTOM = 1152
HEADER_DISTANCE = 432
FOOTER_DISTANCE = 504
USABLE_WIDTH = PAGE_WIDTH - 2 * MARGIN_SIDE
TAB = 475
"""The default tab; all indents of the text column are about this far apart."""
DOC_GRID_PITCH = 360

# The text column.
COLUMN = 1267
"""From either margin to the text."""
COLUMN_WIDTH = USABLE_WIDTH - 2 * COLUMN
NUMBER_STOP = 1022
"""The right tab at which a heading's number ends."""
TEXT_STOPS = (1267, 1742, 2218, 2693, 3182, 3658, 4133, 4622, 5098, 5573, 6048)
PITCH = 240
AFTER = 120

# Notes: every note overrides its style so.
NOTE_RIGHT = 1260
NOTE_HANGING = 576
NOTE_STOP = 1195
SEPARATOR_INDENT = 792
SEPARATOR = "_" * 18

# The masthead.
MASTHEAD_COLUMNS = (1267, 1872, 245, 3110, 245, 3096, 15)
MASTHEAD_TOP_HEIGHT = 864
MASTHEAD_BODY_HEIGHT = 2880
THIN_RULE = 4
"""Eighths of a point."""
HEAVY_RULE = 12
HEAD_RULE = 2
ORGAN_BEFORE = 109
DISTRIBUTION_BEFORE = 240
MASTHEAD_AFTER = 80
AGENDA_TITLE_RIGHT = 4539

# The foot of page 1 keeps room for the barcode and the QR picture (694690 EMU = 1094 twips square).
RESERVED_HEIGHT = 1094
RESERVED_WIDTH = 1094

# The line that ends a document: 72 pt long, 0.25 pt thick, centred (both official PDFs).
END_RULE_WIDTH = 1440
END_RULE = 2


def exact(pitch: int, **more: int) -> Mapping[str, int | str]:
    """Spacing with an exact line pitch."""
    return {**more, "line": pitch, "lineRule": "exact"}


def left_stops(*, first: int = 0) -> tuple[tuple[str, int], ...]:
    """The column's left tab stops from `first` on."""
    return tuple(("left", stop) for stop in TEXT_STOPS if stop >= first)


TITLE_TABS = tabs(("right", NUMBER_STOP), *left_stops())
TITLE_INDENT: Mapping[str, int | str] = {"left": COLUMN, "right": COLUMN, "hanging": COLUMN}
NOTE_TABS = tabs(("right", NOTE_STOP), *left_stops())
NOTE_INDENT: Mapping[str, int | str] = {
    "left": COLUMN,
    "right": NOTE_RIGHT,
    "hanging": NOTE_HANGING,
}


@dataclass(frozen=True, slots=True)
class Script:
    """How a kind of writing changes the figures of the Latin pages; the changes are by pattern.

    `larger` half points are added to the sizes of complex script, `looser` multiplies line
    pitches; letters that join are neither stretched nor spaced (`joined`).
    """

    fonts: Mapping[str, int | str]
    larger: int = 0
    looser: float = 1.0
    is_rtl: bool = False
    joined: bool = False


LATIN = Script(
    {
        "ascii": "Times New Roman",
        "hAnsi": "Times New Roman",
        "eastAsia": "SimSun",
        "cs": "Times New Roman",
    }
)
ARABIC = Script(
    {
        "ascii": "Times New Roman",
        "hAnsi": "Times New Roman",
        "eastAsia": "SimSun",
        "cs": "Simplified Arabic",
    },
    larger=4,
    looser=1.5,
    is_rtl=True,
    joined=True,
)


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """One style of the template: paragraph and run properties as Word has them."""

    id: str
    name: str
    based_on: str
    paragraph: Mapping[str, Value]
    run: Mapping[str, Value]
    following: str = ""


def _heading(
    style: str, name: str, based_on: str, pitch: int, outline: int, run: Mapping[str, Value]
) -> StyleSheet:
    paragraph: dict[str, Value] = {
        "keepNext": True,
        "keepLines": True,
        "spacing": exact(pitch),
        "outlineLvl": outline,
    }
    return StyleSheet(style, name, based_on, paragraph, run, "SingleTxt")


def _minor_heading(style: str, name: str, outline: int, run: Mapping[str, Value]) -> StyleSheet:
    paragraph: dict[str, Value] = {
        "keepNext": True,
        "keepLines": True,
        "tabs": tabs(("right", 360)),
        "outlineLvl": outline,
    }
    return StyleSheet(style, name, "Normal", paragraph, run, "SingleTxt")


def _title(style: str, name: str, based_on: str) -> StyleSheet:
    return StyleSheet(
        style, name, based_on, {"tabs": TITLE_TABS, "ind": TITLE_INDENT}, {}, "SingleTxt"
    )


def _large(style: str, name: str, pitch: int, size: int) -> StyleSheet:
    indent: Mapping[str, int | str] = {"left": COLUMN, "right": COLUMN}
    return StyleSheet(
        style, name, "Normal", {"spacing": exact(pitch), "ind": indent}, {"b": True, "sz": size}
    )


def _side(style: str, name: str) -> StyleSheet:
    """A line of the masthead's right column."""
    return StyleSheet(style, name, "Normal", {"spacing": AUTO_LINE}, {})


AUTO_LINE: Mapping[str, int | str] = {"line": 240, "lineRule": "auto"}
_EDGE_TABS = tabs(("center", 4320), ("right", 8640))

STYLES = (
    StyleSheet(
        "Normal",
        "Normal",
        "",
        {"suppressAutoHyphens": True, "spacing": exact(PITCH, after=0)},
        {"spacing": 4, "w": 103, "sz": 20},
    ),
    StyleSheet(
        "SingleTxt",
        "__Single Txt",
        "Normal",
        {
            "tabs": tabs(*left_stops()),
            "spacing": exact(PITCH, after=AFTER),
            "ind": {"left": COLUMN, "right": COLUMN},
            "jc": "both",
        },
        {"kern": 14},
    ),
    _heading("H1", "_ H_1", "Normal", 270, 0, {"b": True, "sz": 24}),
    _heading("HCh", "_ H _Ch", "H1", 300, 0, {"spacing": -2, "sz": 28}),
    _heading("HM", "_ H __M", "HCh", 360, 0, {"spacing": -3, "w": 99, "sz": 34}),
    _heading("H23", "_ H_2/3", "H1", 240, 1, {"spacing": 2, "sz": 20}),
    _minor_heading("H4", "_ H_4", 3, {"i": True, "spacing": 3, "sz": 20}),
    _minor_heading("H56", "_ H_5/6", 4, {"sz": 20}),
    _title("TitleHCH", "Title_H_CH", "HCh"),
    _title("TitleH1", "Title_H_1", "H1"),
    _title("TitleH2", "Title_H_2", "H23"),
    StyleSheet("Session", "Session", "H23", {}, {}),
    StyleSheet(
        "AgendaItemNormal", "Agenda_Item_Normal", "Normal", {"spacing": exact(PITCH)}, {"sz": 20}
    ),
    StyleSheet(
        "AgendaTitleH2",
        "Agenda_Title_H2",
        "TitleH1",
        {"spacing": exact(PITCH), "ind": {"left": 0, "right": AGENDA_TITLE_RIGHT, "firstLine": 0}},
        {"sz": 20},
    ),
    StyleSheet("Sponsors", "Sponsors", "H1", {"spacing": exact(PITCH)}, {"sz": 20}),
    StyleSheet(
        "XLarge", "XLarge", "HM", {"spacing": exact(390)}, {"spacing": -4, "w": 98, "sz": 40}
    ),
    _large("SM", "__S_M", 390, 40),
    _large("SS", "__S_S", 300, 28),
    _large("SL", "__S_L", 540, 57),
    _side("Publication", "Publication"),
    _side("Distribution", "Distribution"),
    _side("Original", "Original"),
    _side("ReleaseDate", "ReleaseDate"),
    StyleSheet(
        "Header",
        "header",
        "Normal",
        {"tabs": _EDGE_TABS, "spacing": AUTO_LINE},
        {"w": 100, "sz": 17},
    ),
    StyleSheet(
        "Footer",
        "footer",
        "Normal",
        {"tabs": _EDGE_TABS, "spacing": AUTO_LINE},
        {"b": True, "w": 100, "sz": 17},
    ),
    StyleSheet(
        "FootnoteText",
        "footnote text",
        "Normal",
        {
            "tabs": tabs(("right", 418)),
            "spacing": exact(210),
            "ind": {"left": 475, "hanging": 475},
        },
        {"spacing": 5, "w": 104, "sz": 17},
    ),
    StyleSheet("Small", "Small", "Normal", {"spacing": exact(210)}, {"sz": 17}),
    StyleSheet("SmallX", "SmallX", "Normal", {"spacing": exact(180)}, {"sz": 14}),
)
"""The paragraph styles, each after the one it is based on."""

NOTE_REFERENCE: Mapping[str, Value] = {
    "spacing": 5,
    "w": 103,
    "kern": 14,
    "vertAlign": "superscript",
}
"""The run properties of the character style FootnoteReference."""


def first_section(references: str) -> dict[str, Value]:
    """The masthead page's section, with the links to its six headers and footers."""
    return {**_section(MARGIN_BOTTOM_FIRST), "references": Xml(references), "titlePg": True}


def text_section() -> dict[str, Value]:
    """The section of the whole text."""
    return {**_section(MARGIN_BOTTOM), "type": "continuous"}


def _section(bottom: int) -> dict[str, Value]:
    margins = element(
        "pgMar",
        top=MARGIN_TOP,
        right=MARGIN_SIDE,
        bottom=bottom,
        left=MARGIN_SIDE,
        header=HEADER_DISTANCE,
        footer=FOOTER_DISTANCE,
        gutter=0,
    )
    return {
        "pgSz": {"w": PAGE_WIDTH, "h": PAGE_HEIGHT},
        "pgMar": margins,
        "cols": {"space": 720},
        "docGrid": {"linePitch": DOC_GRID_PITCH},
    }

"""The first page's head, the running heads and the feet, as parts of the Word file.

The masthead is a table in the header of the first page. Footnotes are not allowed there, so
whatever may carry a mark (origin, title) stands in the text. Emblem, barcode and QR are room kept
free.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.core.language import Language
from drafter.core.model import DocumentKind, Resolution
from drafter.io.docx import layout as page
from drafter.io.docx import xml as x
from drafter.io.docx.text import Writer, is_latin
from drafter.io.docx.xml import Value, Xml

_SYMBOL_HEAD = re.compile(r"^([A-Z]+)(.*)$", re.DOTALL)
_HAIR = x.properties("rPr", sz=2, szCs=2)
_LAST_PARAGRAPH = x.paragraph(
    "", x.properties("pPr", pStyle="Header", spacing=page.exact(20), rPr=_HAIR)
)
# WORKAROUND LibreOffice (seen in 7.4) counts the space after the last paragraph of a cell that is
# aligned at the bottom twice: one of a tenth of a point follows, which Word does not show.
_LAST_IN_CELL = x.paragraph(
    "", x.properties("pPr", pStyle="Header", spacing=page.exact(2), rPr=_HAIR)
)
_SYMBOL_BASE: dict[str, Value] = {"position": -4}
_SYMBOL_FIRST: dict[str, Value] = {"position": -4, "sz": 40, "szCs": 40}
_TOP_CELLS = ((0, 1), (1, 2), (2, 3), (3, 7))
"""The columns of the first row's cells: margin, United Nations, gap, symbol."""
_LONG_NAME_CELLS = ((0, 1), (1, 4), (4, 5), (5, 7))
"""The same where the name is long (Russian): it takes the organ's columns. By pattern."""
_LONGEST_NARROW_NAME = 20
_SYMBOL_VARIABLE = "sss1"
_PAGE_LOOK = x.properties("rPr", w=103)


def first_header(resolution: Resolution, words: Language, writer: Writer) -> str:
    """The masthead: United Nations and symbol; organ and distribution."""
    is_long = len(words.united_nations) > _LONGEST_NARROW_NAME
    first, nations, gap, symbol = _LONG_NAME_CELLS if is_long else _TOP_CELLS
    top = (
        _top_cell(_paragraph("", "Header"), first),
        _top_cell(_nations(words, writer) + _LAST_IN_CELL, nations),
        _top_cell(_paragraph("", "Header"), gap),
        _top_cell(_symbol(resolution.masthead.symbol) + _LAST_IN_CELL, symbol),
    )
    borders = x.properties(
        "tcBorders", top=x.border(page.THIN_RULE), bottom=x.border(page.HEAVY_RULE)
    )
    emblem, organ, gap, side = _widths((0, 1), (1, 4), (4, 5), (5, 7))
    body = (
        x.cell(_emblem(), emblem, tcBorders=borders),
        x.cell(_organ(resolution, words, writer), organ, gridSpan=3, tcBorders=borders),
        x.cell(_paragraph("", "Header"), gap, tcBorders=borders),
        x.cell(_side_lines(resolution, words, writer), side, gridSpan=2, tcBorders=borders),
    )
    rows = (
        x.row(top, trHeight=_height(page.MASTHEAD_TOP_HEIGHT)),
        x.row(body, trHeight=_height(page.MASTHEAD_BODY_HEIGHT)),
    )
    return _table(page.MASTHEAD_COLUMNS, rows, writer) + _LAST_PARAGRAPH


def running_header(symbol: str, writer: Writer, *, is_even: bool) -> str:
    """The symbol over a thin line, on the outer side: at the end of the line on odd pages."""
    look = x.properties("rPr", b=True, bCs=True)
    mark = x.field(f"DOCVARIABLE {_SYMBOL_VARIABLE}", symbol, look) if symbol else ""
    outer = _paragraph(
        mark,
        "Header",
        spacing={"after": page.MASTHEAD_AFTER},
        **({} if is_even else {"jc": "right"}),
    )
    outer = Xml(outer + _LAST_IN_CELL)
    inner = _paragraph("", "Header")
    borders = x.properties("tcBorders", bottom=x.border(page.HEAD_RULE))
    return _two_sides(outer, inner, writer, is_even=is_even, borders=borders) + _LAST_PARAGRAPH


def first_footer(writer: Writer) -> str:
    """Room for job number and barcode at the start of the line, for the QR picture at its end."""
    text = page.USABLE_WIDTH - page.RESERVED_WIDTH
    cells = (
        x.cell(_paragraph("", "Footer"), text),
        x.cell(_paragraph("", "Footer"), page.RESERVED_WIDTH),
    )
    row = x.row(cells, trHeight=_height(page.RESERVED_HEIGHT))
    return _table((text, page.RESERVED_WIDTH), (row,), writer) + _LAST_PARAGRAPH


def running_footer(writer: Writer, *, is_even: bool) -> str:
    """Page and number of pages on the outer side; the inner side is the job number's."""
    number = (
        x.field("PAGE", "2", _PAGE_LOOK)
        + x.run("/", _PAGE_LOOK)
        + x.field("NUMPAGES", "2", _PAGE_LOOK)
    )
    if writer.look.is_rtl:  # figures with a stroke run from left to right, on the mirrored side
        side: dict[str, Value] = {"bidi": False, **({"jc": "right"} if is_even else {})}
    else:
        side = {} if is_even else {"jc": "right"}
    outer = _paragraph(number, "Footer", **side)
    inner = _paragraph("", "Footer")
    return _two_sides(outer, inner, writer, is_even=is_even) + _paragraph("", "Footer")


def variables(resolution: Resolution) -> dict[str, str]:
    """The document variables of the official template, as far as there is something in them."""
    masthead = resolution.masthead
    agenda = masthead.agenda_items[0] if masthead.agenda_items else None
    values = {
        "Symbol1": masthead.symbol,
        _SYMBOL_VARIABLE: masthead.symbol,
        "Session1": masthead.session,
        "Agenda1": agenda.label if agenda else "",
        "Agenda Title1": agenda.title if agenda else "",
        "Title1": resolution.title.plain,
    }
    return {name: value for name, value in values.items() if value}


def _nations(words: Language, writer: Writer) -> Xml:
    look = {} if words.is_rtl else {"spacing": 2, "w": 96}
    runs = writer.plain(words.united_nations, b=False, bCs=False, **look)
    return _paragraph(runs, "HCh", spacing={"after": page.MASTHEAD_AFTER})


def _symbol(symbol: str) -> Xml:
    """The organ's letter large, the rest in text size."""
    found = _SYMBOL_HEAD.match(symbol)
    head, rest = found.groups() if found else ("", symbol)
    runs = x.run(head, x.properties("rPr", **_SYMBOL_FIRST)) if head else ""
    runs += x.run(rest, x.properties("rPr", **_SYMBOL_BASE)) if rest else ""
    spacing = {"after": page.MASTHEAD_AFTER, **page.AUTO_LINE}
    return _paragraph(runs, "Normal", spacing=spacing, jc="right")


def _emblem() -> Xml:
    return _paragraph("", "Header", spacing={"before": 120}, jc="center")


def _organ(resolution: Resolution, words: Language, writer: Writer) -> Xml:
    own = resolution.masthead.organ_name
    name = words.parent_organ_name(resolution.organ) or own
    return _paragraph(writer.plain(name), "XLarge", spacing={"before": page.ORGAN_BEFORE})


def _side_lines(resolution: Resolution, words: Language, writer: Writer) -> Xml:
    """The right column: distribution, date of issue, original language."""
    masthead = resolution.masthead
    before = {"before": page.DISTRIBUTION_BEFORE, **page.AUTO_LINE}
    lines = [_side_line(_distribution(resolution, words), "Publication", writer, spacing=before)]
    if masthead.issued is not None:
        lines.append(_side_line(words.issue_date(masthead.issued), "ReleaseDate", writer))
    originals = words.original_lines(masthead.languages)
    if originals:
        lines.append(_paragraph("", "Original"))
        lines.extend(_side_line(line, "Original", writer) for line in originals)
    return Xml("".join(lines))


def _side_line(line: str, style: str, writer: Writer, **more: Value) -> Xml:
    """A line of the right column; an English one in an Arabic masthead runs from left to right."""
    if writer.look.is_rtl and is_latin(line):
        more["bidi"] = False
    return _paragraph(writer.plain(line), style, **more)


def _distribution(resolution: Resolution, words: Language) -> str:
    if resolution.masthead.distribution:
        return resolution.masthead.distribution
    is_draft = resolution.kind is DocumentKind.DRAFT
    return words.distribution("limited" if is_draft else "general")


def _widths(*stretches: tuple[int, int]) -> list[int]:
    return [sum(page.MASTHEAD_COLUMNS[start:end]) for start, end in stretches]


def _height(twips: int) -> dict[str, int | str]:
    return {"val": twips, "hRule": "exact"}


def _paragraph(runs: str, style: str, **more: Value) -> Xml:
    return x.paragraph(runs, x.properties("pPr", pStyle=style, **more))


def _top_cell(content: str, columns: tuple[int, int]) -> Xml:
    """A cell of the first row, from one column of the masthead to before another."""
    start, end = columns
    spanned: dict[str, Value] = {"gridSpan": end - start} if end - start > 1 else {}
    borders = x.properties("tcBorders", bottom=x.border(page.THIN_RULE))
    (width,) = _widths(columns)
    return x.cell(content, width, tcBorders=borders, vAlign="bottom", **spanned)


def _two_sides(
    outer: Xml, inner: Xml, writer: Writer, *, is_even: bool, borders: Xml | None = None
) -> str:
    """A table of two halves with the outer one at the start of the line on even pages."""
    half = page.USABLE_WIDTH // 2
    bordered: dict[str, Value] = {} if borders is None else {"tcBorders": borders}
    halves = (outer, inner) if is_even else (inner, outer)
    cells = [x.cell(one, half, vAlign="bottom", **bordered) for one in halves]
    heights: dict[str, Value] = (
        {} if borders is None else {"trHeight": _height(page.MASTHEAD_TOP_HEIGHT)}
    )
    return _table((half, half), (x.row(cells, **heights),), writer)


def _table(columns: Sequence[int], rows: Sequence[Xml], writer: Writer) -> Xml:
    zero = {"w": 0, "type": "dxa"}
    mirrored: dict[str, Value] = {"bidiVisual": True} if writer.look.is_rtl else {}
    return x.table(
        columns,
        rows,
        tblW={"w": sum(columns), "type": "dxa"},
        tblInd=zero,
        tblLayout={"type": "fixed"},
        tblCellMar=x.properties("tblCellMar", left=zero, right=zero),
        **mirrored,
    )

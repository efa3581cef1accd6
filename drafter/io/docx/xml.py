"""WordprocessingML as text: the only module that writes raw OOXML.

Everything is built as strings: building elements one by one takes ten times as long. The rule that
is easy to break: the schema fixes the order of children, so properties are only ever written by
`properties`, which knows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
SEPARATOR_ID = -1
"""The note that is the line above footnotes; `settings` names it and the next one."""
CONTINUATION_ID = 0
FIRST_NOTE_ID = 1


class Xml(str):
    """Ready XML; every other string is text and is escaped."""

    __slots__ = ()


Value = bool | int | str | Xml | Mapping[str, int | str]
"""A property: on or off, `w:val`, attributes, or its ready XML."""

_ORDER_SOURCE = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "sectPr": "references footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "trPr": "cantSplit trHeight tblHeader",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark",
    "tcBorders": "top left bottom right",
    "tblCellMar": "top left bottom right",
    "pBdr": "top left bottom right between bar",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
    "unhideWhenUsed qFormat locked pPr rPr tblPr trPr tcPr",
    "settings": "writeProtection view zoom trackRevisions defaultTabStop autoHyphenation "
    "doNotHyphenateCaps evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat "
    "docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator",
}
_ORDER = {
    parent: {child: place for place, child in enumerate(children.split())}
    for parent, children in _ORDER_SOURCE.items()
}
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile("[\t\n\r\u2011\u00ad]")
_SPECIAL_TAGS = {
    "\t": "<w:tab/>",
    "\n": "<w:br/>",
    "\r": "",
    "\u2011": "<w:noBreakHyphen/>",
    "\u00ad": "<w:softHyphen/>",
}


def clean(text: str) -> str:
    """`text` with U+FFFD for what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def escaped(text: str) -> str:
    """`text` fit for an element or attribute."""
    held = clean(text)
    return (
        held.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def element(name: str, content: str = "", /, **attributes: int | str) -> Xml:
    """`<w:name w:attribute="…">content</w:name>`; `content` is ready XML."""
    start = f"<w:{name}{_attributes(attributes)}"
    return Xml(f"{start}>{content}</w:{name}>" if content else f"{start}/>")


def properties(parent: str, /, **children: Value) -> Xml:
    """An element of properties, its children in the order of the schema; empty without children.

    Raises:
        KeyError: a child that `parent` does not have.
    """
    if not children:
        return Xml()
    order = _ORDER[parent]
    rows = sorted(children.items(), key=lambda row: order[row[0]])
    return Xml(
        f"<w:{parent}>{''.join(_property(name, value) for name, value in rows)}</w:{parent}>"
    )


def merged(*properties_of: Mapping[str, Value]) -> dict[str, Value]:
    """Several sets of properties, later ones first in rank."""
    together: dict[str, Value] = {}
    for one in properties_of:
        together.update(one)
    return together


def tabs(*stops: tuple[str, int]) -> Xml:
    """Tab stops as (kind, position in twips)."""
    inner = "".join(element("tab", val=kind, pos=pos) for kind, pos in stops)
    return element("tabs", inner)


def run(text: str, run_properties: str = "") -> Xml:
    """A run; tabs and line breaks in `text` become Word's own."""
    return Xml(f"<w:r>{run_properties}{_text(text)}</w:r>")


def paragraph(content: str, paragraph_properties: str = "") -> Xml:
    """A paragraph of ready runs."""
    return Xml(f"<w:p>{paragraph_properties}{content}</w:p>")


def field(instruction: str, result: str, run_properties: str = "") -> Xml:
    """A complex field with the result it shows until somebody updates it."""
    begin = _field_mark("begin", run_properties)
    code = (
        f'<w:r>{run_properties}<w:instrText xml:space="preserve"> {escaped(instruction)} '
        "</w:instrText></w:r>"
    )
    separate = _field_mark("separate", run_properties)
    end = _field_mark("end", run_properties)
    return Xml(f"{begin}{code}{separate}{run(result, run_properties)}{end}")


def bookmark(number: int, name: str, content: str) -> Xml:
    """`content` between the two ends of a bookmark; `number` is unique in the document."""
    start = element("bookmarkStart", id=number, name=name)
    return Xml(f"{start}{content}{element('bookmarkEnd', id=number)}")


def note_reference(note_id: int, run_properties: str, symbol: str = "") -> Xml:
    """The mark of a footnote in the body; `symbol` replaces the number Word would give."""
    if symbol:
        mark = element("footnoteReference", customMarkFollows=1, id=note_id)
        # WORKAROUND LibreOffice (seen in 7.4) takes only an element of one character for the mark
        # and prints a longer one twice.
        signs = "".join(map(_text, symbol))
        return Xml(f"<w:r>{run_properties}{mark}{signs}</w:r>")
    return Xml(f"<w:r>{run_properties}{element('footnoteReference', id=note_id)}</w:r>")


def own_mark(run_properties: str, before: str, after: str, symbol: str = "") -> Xml:
    """The number of a footnote, or its symbol, inside the footnote, with what stands round it."""
    mark = _text(symbol) if symbol else "<w:footnoteRef/>"
    return Xml(f"<w:r>{run_properties}{_text(before)}{mark}{_text(after)}</w:r>")


def footnote(note_id: int, content: str, kind: str = "") -> Xml:
    """A footnote of ready paragraphs; `kind` is `separator` or `continuationSeparator`."""
    if kind:
        return element("footnote", content, type=kind, id=note_id)
    return element("footnote", content, id=note_id)


def table(grid: Iterable[int], rows: Iterable[str], **table_properties: Value) -> Xml:
    """A table of ready rows over columns `grid` twips wide."""
    columns = "".join(element("gridCol", w=width) for width in grid)
    head = properties("tblPr", **table_properties) + element("tblGrid", columns)
    return element("tbl", head + "".join(rows))


def row(cells: Iterable[str], **row_properties: Value) -> Xml:
    """A table row of ready cells."""
    return element("tr", properties("trPr", **row_properties) + "".join(cells))


def cell(content: str, width: int, **cell_properties: Value) -> Xml:
    """A table cell of ready paragraphs, `width` in twips."""
    head = properties("tcPr", tcW={"w": width, "type": "dxa"}, **cell_properties)
    return element("tc", head + content)


def border(size: int, kind: str = "single") -> Mapping[str, int | str]:
    """A line `size` eighths of a point thick."""
    return {"val": kind, "sz": size, "space": 0, "color": "auto"}


def header_reference(kind: str, relation: str, name: str = "headerReference") -> Xml:
    """A section's link to the header part (or footer part) that `relation` names."""
    return Xml(f'<w:{name} w:type="{kind}" r:id="{relation}"/>')


def root(name: str, content: str) -> bytes:
    """A whole part: XML declaration, root element with namespaces, content."""
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{declaration}<w:{name} {NAMESPACES}>{content}</w:{name}>".encode()


def _property(name: str, value: Value) -> str:
    if isinstance(value, Xml):
        return value
    if isinstance(value, bool):
        return f"<w:{name}/>" if value else f'<w:{name} w:val="0"/>'
    if isinstance(value, Mapping):
        return f"<w:{name}{_attributes(value)}/>"
    return f'<w:{name} w:val="{escaped(str(value))}"/>'


def _attributes(attributes: Mapping[str, int | str]) -> str:
    return "".join(f' w:{name}="{escaped(str(value))}"' for name, value in attributes.items())


def _text(text: str) -> str:
    if not _SPECIAL.search(text):
        return f'<w:t xml:space="preserve">{escaped(text)}</w:t>' if text else ""
    pieces: list[str] = []
    place = 0
    for special in _SPECIAL.finditer(text):
        pieces.append(_text(text[place : special.start()]))
        pieces.append(_SPECIAL_TAGS[special.group()])
        place = special.end()
    pieces.append(_text(text[place:]))
    return "".join(pieces)


def _field_mark(kind: str, run_properties: str) -> str:
    return f'<w:r>{run_properties}<w:fldChar w:fldCharType="{kind}"/></w:r>'

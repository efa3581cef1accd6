"""Makes the Word templates in `templates/`, byte for byte the same each time.

Run from anywhere: `python packaging/make_templates.py`; with `--check` it only says whether the
files are current. The figures are in `drafter/io/docx/layout.py`; here they become a package that
holds styles, settings, theme, fonts and empty parts for headers, footers and footnotes, which
`drafter/io/docx/write.py` fills.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from drafter.io.docx.layout import (  # noqa: E402  (the source tree must be found first)
    ARABIC,
    LATIN,
    NOTE_REFERENCE,
    SEPARATOR,
    SEPARATOR_INDENT,
    STYLES,
    TAB,
    Script,
    StyleSheet,
    exact,
    first_section,
    text_section,
)
from drafter.io.docx.xml import (  # noqa: E402
    CONTINUATION_ID,
    SEPARATOR_ID,
    Value,
    Xml,
    element,
    footnote,
    header_reference,
    merged,
    paragraph,
    properties,
    root,
    run,
)

TEMPLATES = {"resolution.docx": LATIN, "resolution.rtl.docx": ARABIC}

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
PACKAGE_TYPE = "application/vnd.openxmlformats-package"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = f"{OFFICE_TYPE}.wordprocessingml"
PLACES = ("first", "even", "default")


def main() -> int:
    """Writes the templates, or with `--check` compares them; the exit status."""
    stale = False
    for name, script in TEMPLATES.items():
        path = ROOT / "templates" / name
        made = template(script)
        if "--check" in sys.argv:
            current = path.is_file() and path.read_bytes() == made
            stale = stale or not current
            print(f"{path}: {'current' if current else 'not what this script makes'}")
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(made)
            print(f"{path}: {len(made)} bytes")
    return int(stale)


def template(script: Script) -> bytes:
    """The whole package for one kind of writing."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts(script).items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED  # deflate differs between versions of zlib
            entry.create_system = 0
            archive.writestr(entry, content)
    return packed.getvalue()


def parts(script: Script) -> dict[str, bytes]:
    """All parts by name."""
    contents: dict[str, bytes] = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{OFFICE}/extended-properties", "docProps/app.xml"),
        ),
        "docProps/app.xml": _app(),
        "docProps/core.xml": _core(),
        "word/_rels/document.xml.rels": _document_relations(),
        "word/document.xml": _document(script),
        "word/fontTable.xml": _fonts(),
        "word/footnotes.xml": _footnotes(script),
        "word/settings.xml": _settings(),
        "word/styles.xml": _styles(script),
        "word/theme/theme1.xml": _theme(),
    }
    for number, _place in enumerate(PLACES, start=1):
        contents[f"word/header{number}.xml"] = root("hdr", _empty("Header"))
        contents[f"word/footer{number}.xml"] = root("ftr", _empty("Footer"))
    return contents


def _empty(style: str) -> Xml:
    return paragraph("", properties("pPr", pStyle=style))


def _content_types() -> bytes:
    rows = {
        "/docProps/app.xml": f"{OFFICE_TYPE}.extended-properties+xml",
        "/docProps/core.xml": f"{PACKAGE_TYPE}.core-properties+xml",
        "/word/document.xml": f"{WORD}.document.main+xml",
        "/word/fontTable.xml": f"{WORD}.fontTable+xml",
        "/word/footnotes.xml": f"{WORD}.footnotes+xml",
        "/word/settings.xml": f"{WORD}.settings+xml",
        "/word/styles.xml": f"{WORD}.styles+xml",
        "/word/theme/theme1.xml": f"{OFFICE_TYPE}.theme+xml",
    }
    for number in range(1, len(PLACES) + 1):
        rows[f"/word/header{number}.xml"] = f"{WORD}.header+xml"
        rows[f"/word/footer{number}.xml"] = f"{WORD}.footer+xml"
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in rows.items()
    )
    defaults = (
        f'<Default Extension="rels" ContentType="{PACKAGE_TYPE}.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{defaults}{overrides}</Types>'.encode()


def _relations(*rows: tuple[str, str, str]) -> bytes:
    inner = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, kind, target in rows
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'.encode()


def _document_relations() -> bytes:
    single = ("styles", "settings", "fontTable", "footnotes")
    rows = [
        (f"rId{place}", f"{OFFICE}/{name}", f"{name}.xml")
        for place, name in enumerate(single, start=1)
    ]
    rows.append((f"rId{len(rows) + 1}", f"{OFFICE}/theme", "theme/theme1.xml"))
    for kind in ("header", "footer"):
        rows.extend(
            (f"rId{kind.title()}{number}", f"{OFFICE}/{kind}", f"{kind}{number}.xml")
            for number in range(1, len(PLACES) + 1)
        )
    return _relations(*rows)


def _document(script: Script) -> bytes:
    references = "".join(
        header_reference(place, f"rId{kind.title()}{number}", f"{kind}Reference")
        for kind in ("header", "footer")
        for number, place in enumerate(PLACES, start=1)
    )
    direction: dict[str, Value] = {"bidi": True} if script.is_rtl else {}
    first = properties("sectPr", **merged(first_section(references), direction))
    opening = properties(
        "pPr", spacing=exact(20), rPr=properties("rPr", sz=2, szCs=2), sectPr=first
    )
    last = properties("sectPr", **merged(text_section(), direction))
    return root("document", element("body", paragraph("", opening) + last))


def _footnotes(script: Script) -> bytes:
    look = properties("rPr", **({"spacing": 0, "w": 100} if script.joined else {}), sz=16, szCs=16)
    line = paragraph(
        run(SEPARATOR, look),
        properties(
            "pPr",
            pStyle="Footer",
            spacing={"after": 80},
            ind={"left": SEPARATOR_INDENT},
        ),
    )
    return root(
        "footnotes",
        footnote(SEPARATOR_ID, line, "separator")
        + footnote(CONTINUATION_ID, line, "continuationSeparator"),
    )


def _settings() -> bytes:
    separators = element("footnote", id=SEPARATOR_ID) + element("footnote", id=CONTINUATION_ID)
    uri = "http://schemas.microsoft.com/office/word"
    compatibility = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    modes = "".join(
        element("compatSetting", name=name, uri=uri, val=value)
        for name, value in compatibility.items()
    )
    scheme = {
        "bg1": "light1",
        "t1": "dark1",
        "bg2": "light2",
        "t2": "dark2",
        **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
        "hyperlink": "hyperlink",
        "followedHyperlink": "followedHyperlink",
    }
    settings = properties(
        "settings",
        zoom={"percent": 100},
        defaultTabStop=TAB,
        doNotHyphenateCaps=True,
        evenAndOddHeaders=True,
        characterSpacingControl="doNotCompress",
        footnotePr=element("footnotePr", separators),
        compat=element("compat", modes),
        docVars=element("docVars"),
        themeFontLang={"val": "en-GB", "eastAsia": "zh-CN", "bidi": "ar-SA"},
        clrSchemeMapping=scheme,
        decimalSymbol=".",
        listSeparator=",",
    )
    inner = settings.removeprefix("<w:settings>").removesuffix("</w:settings>")
    return root("settings", inner)


def _styles(script: Script) -> bytes:
    fonts = properties("rPr", rFonts=script.fonts, lang=_lang())
    defaults = element("docDefaults", element("rPrDefault", fonts) + element("pPrDefault"))
    kinds = (
        _style("character", "DefaultParagraphFont", name="Default Paragraph Font", semiHidden=True),
        _style(
            "table",
            "TableNormal",
            name="Normal Table",
            semiHidden=True,
            tblPr=properties("tblPr", tblInd=_width(0), tblCellMar=_cell_margins()),
        ),
        _style("numbering", "NoList", name="No List", semiHidden=True),
        _style(
            "character",
            "FootnoteReference",
            is_default=False,
            name="footnote reference",
            basedOn="DefaultParagraphFont",
            rPr=properties("rPr", **_scaled_run(NOTE_REFERENCE, script)),
        ),
    )
    sheets = "".join(_paragraph_style(sheet, script) for sheet in STYLES)
    return root("styles", defaults + sheets + "".join(kinds))


def _width(twips: int) -> Mapping[str, int | str]:
    return {"w": twips, "type": "dxa"}


def _cell_margins() -> Xml:
    return properties(
        "tblCellMar", top=_width(0), left=_width(0), bottom=_width(0), right=_width(0)
    )


def _lang() -> Mapping[str, int | str]:
    return {"val": "en-GB", "eastAsia": "zh-CN", "bidi": "ar-SA"}


def _style(kind: str, style: str, *, is_default: bool = True, **children: Value) -> Xml:
    attributes: dict[str, int | str] = {"type": kind}
    if is_default:
        attributes["default"] = 1
    attributes["styleId"] = style
    made = properties("style", **children)
    inner = made.removeprefix("<w:style>").removesuffix("</w:style>")
    return element("style", inner, **attributes)


def _paragraph_style(sheet: StyleSheet, script: Script) -> Xml:
    is_normal = sheet.id == "Normal"
    children: dict[str, Value] = {"name": sheet.name, "qFormat": True}
    if sheet.based_on:
        children["basedOn"] = sheet.based_on
    if sheet.following:
        children["next"] = sheet.following
    extra: dict[str, Value] = {"bidi": True} if is_normal and script.is_rtl else {}
    language: dict[str, Value] = {"lang": _lang(), "rFonts": script.fonts} if is_normal else {}
    if sheet.paragraph or extra:
        scaled = merged(_scaled_paragraph(sheet.paragraph, script), extra)
        children["pPr"] = properties("pPr", **scaled)
    look = merged(_scaled_run(sheet.run, script), language)
    if look:
        children["rPr"] = properties("rPr", **look)
    return _style("paragraph", sheet.id, is_default=is_normal, **children)


def _scaled_paragraph(figures: Mapping[str, Value], script: Script) -> dict[str, Value]:
    """Exact line pitches in the script's measure."""
    scaled = dict(figures)
    spacing = figures.get("spacing")
    if isinstance(spacing, Mapping) and spacing.get("lineRule") == "exact":
        scaled["spacing"] = {**spacing, "line": round(int(spacing["line"]) * script.looser)}
    return scaled


def _scaled_run(figures: Mapping[str, Value], script: Script) -> dict[str, Value]:
    """Bold, italic and size also for complex script; no spacing between letters that join."""
    scaled = dict(figures)
    for name in ("b", "i"):
        if name in figures:
            scaled[f"{name}Cs"] = figures[name]
    size = figures.get("sz")
    if isinstance(size, int):
        scaled["szCs"] = size + script.larger
    if script.joined:
        scaled = {name: value for name, value in scaled.items() if name not in {"spacing", "w"}}
    return scaled


def _fonts() -> bytes:
    rows = (
        ("Times New Roman", "02020603050405020304", "00", "roman"),
        ("Simplified Arabic", "02020603050405020304", "B2", "roman"),
        ("SimSun", "02010600030101010101", "86", "auto"),
        ("KaiTi", "02010609060101010101", "86", "modern"),
    )
    return root("fonts", "".join(_font(*row) for row in rows))


def _font(name: str, panose: str, charset: str, family: str) -> Xml:
    inner = (
        element("panose1", val=panose)
        + element("charset", val=charset)
        + element("family", val=family)
        + element("pitch", val="variable")
    )
    return element("font", inner, name=name)


def _app() -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    inner = "<Application>Drafter</Application>"
    return f'{HEAD}<Properties xmlns="{space}">{inner}</Properties>'.encode()


def _core() -> bytes:
    spaces = {
        "cp": f"{PACKAGE}/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    named = " ".join(f'xmlns:{name}="{space}"' for name, space in spaces.items())
    return f"{HEAD}<cp:coreProperties {named}/>".encode()


def _theme() -> bytes:
    """The least a theme may be: black on white, one font, no effects."""
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    colours = "".join(f"<a:{name}>{_colour(value)}</a:{name}>" for name, value in _colours())
    font = '<a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:cs typeface=""/>'
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    formats = {
        "fillStyleLst": solid,
        "lnStyleLst": f"<a:ln>{solid}</a:ln>",
        "effectStyleLst": "<a:effectStyle><a:effectLst/></a:effectStyle>",
        "bgFillStyleLst": solid,
    }
    schemes = {
        "clrScheme": colours,
        "fontScheme": f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>",
        "fmtScheme": "".join(f"<a:{name}>{one * 3}</a:{name}>" for name, one in formats.items()),
    }
    inner = "".join(
        f'<a:{name} name="Drafter">{content}</a:{name}>' for name, content in schemes.items()
    )
    elements = f"<a:themeElements>{inner}</a:themeElements>"
    return f'{HEAD}<a:theme xmlns:a="{space}" name="Drafter">{elements}</a:theme>'.encode()


def _colour(value: str) -> str:
    return f'<a:srgbClr val="{value}"/>'


def _colours() -> Iterator[tuple[str, str]]:
    yield from (("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "000000"), ("lt2", "FFFFFF"))
    yield from ((f"accent{number}", "404040") for number in range(1, 7))
    yield from (("hlink", "0000FF"), ("folHlink", "0000FF"))


if __name__ == "__main__":
    raise SystemExit(main())

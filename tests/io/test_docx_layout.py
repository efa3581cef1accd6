"""The Word file's figures, equal to the layout reference to the twip.

Each row names the section of the reference it is read from; the program has its own constants, so
these figures are written down a second time on purpose.
"""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest
from lxml import etree

from drafter.core.inline import Text
from drafter.core.model import AgendaItem, Masthead, Resolution
from drafter.io.docx import docx
from tests.notation import document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STOPS = (1267, 1742, 2218, 2693, 3182, 3658, 4133, 4622, 5098, 5573, 6048)
LEFT_STOPS = [("left", stop) for stop in STOPS]

# Section "Paragraph styles": id, name, based on, paragraph figures, run figures
STYLES: list[tuple[str, str, str, dict[str, Any], dict[str, Any]]] = [
    (
        "Normal",
        "Normal",
        "",
        {"spacing": {"line": 240, "lineRule": "exact", "after": 0}, "suppressAutoHyphens": True},
        {"sz": 20, "spacing": 4, "w": 103},
    ),
    (
        "SingleTxt",
        "__Single Txt",
        "Normal",
        {
            "ind": {"left": 1267, "right": 1267},
            "spacing": {"line": 240, "lineRule": "exact", "after": 120},
            "jc": "both",
            "tabs": LEFT_STOPS,
        },
        {"kern": 14},
    ),
    (
        "H1",
        "_ H_1",
        "Normal",
        {
            "keepNext": True,
            "keepLines": True,
            "spacing": {"line": 270, "lineRule": "exact"},
            "outlineLvl": 0,
        },
        {"b": True, "sz": 24},
    ),
    (
        "HCh",
        "_ H _Ch",
        "H1",
        {"spacing": {"line": 300, "lineRule": "exact"}},
        {"sz": 28, "spacing": -2},
    ),
    (
        "HM",
        "_ H __M",
        "HCh",
        {"spacing": {"line": 360, "lineRule": "exact"}},
        {"sz": 34, "spacing": -3, "w": 99},
    ),
    (
        "H23",
        "_ H_2/3",
        "H1",
        {"spacing": {"line": 240, "lineRule": "exact"}, "outlineLvl": 1},
        {"sz": 20, "spacing": 2},
    ),
    (
        "H4",
        "_ H_4",
        "Normal",
        {"keepNext": True, "keepLines": True, "tabs": [("right", 360)], "outlineLvl": 3},
        {"i": True, "sz": 20, "spacing": 3},
    ),
    (
        "H56",
        "_ H_5/6",
        "Normal",
        {"keepNext": True, "keepLines": True, "tabs": [("right", 360)], "outlineLvl": 4},
        {"sz": 20},
    ),
    *(
        (
            style,
            name,
            based_on,
            {
                "ind": {"left": 1267, "right": 1267, "hanging": 1267},
                "tabs": [("right", 1022), *LEFT_STOPS],
            },
            {},
        )
        for style, name, based_on in (
            ("TitleHCH", "Title_H_CH", "HCh"),
            ("TitleH1", "Title_H_1", "H1"),
            ("TitleH2", "Title_H_2", "H23"),
        )
    ),
    ("Session", "Session", "H23", {}, {}),
    (
        "AgendaItemNormal",
        "Agenda_Item_Normal",
        "Normal",
        {"spacing": {"line": 240, "lineRule": "exact"}},
        {"sz": 20},
    ),
    (
        "AgendaTitleH2",
        "Agenda_Title_H2",
        "TitleH1",
        {"spacing": {"line": 240, "lineRule": "exact"}, "ind": {"right": 4539}},
        {"sz": 20},
    ),
    ("Sponsors", "Sponsors", "H1", {"spacing": {"line": 240, "lineRule": "exact"}}, {"sz": 20}),
    (
        "XLarge",
        "XLarge",
        "HM",
        {"spacing": {"line": 390, "lineRule": "exact"}},
        {"sz": 40, "spacing": -4, "w": 98},
    ),
    *(
        (
            style,
            name,
            "Normal",
            {
                "ind": {"left": 1267, "right": 1267},
                "spacing": {"line": pitch, "lineRule": "exact"},
            },
            {"b": True, "sz": size},
        )
        for style, name, pitch, size in (
            ("SM", "__S_M", 390, 40),
            ("SS", "__S_S", 300, 28),
            ("SL", "__S_L", 540, 57),
        )
    ),
    *(
        (style, style, "Normal", {"spacing": {"line": 240, "lineRule": "auto"}}, {})
        for style in ("Publication", "Distribution", "Original", "ReleaseDate")
    ),
    (
        "Header",
        "header",
        "Normal",
        {
            "tabs": [("center", 4320), ("right", 8640)],
            "spacing": {"line": 240, "lineRule": "auto"},
        },
        {"sz": 17, "w": 100},
    ),
    (
        "Footer",
        "footer",
        "Normal",
        {
            "tabs": [("center", 4320), ("right", 8640)],
            "spacing": {"line": 240, "lineRule": "auto"},
        },
        {"b": True, "sz": 17, "w": 100},
    ),
    (
        "FootnoteText",
        "footnote text",
        "Normal",
        {
            "ind": {"left": 475, "hanging": 475},
            "spacing": {"line": 210, "lineRule": "exact"},
            "tabs": [("right", 418)],
        },
        {"sz": 17, "spacing": 5, "w": 104},
    ),
    (
        "FootnoteReference",
        "footnote reference",
        "DefaultParagraphFont",
        {},
        {"vertAlign": "superscript", "spacing": 5, "w": 103, "kern": 14},
    ),
    ("Small", "Small", "Normal", {"spacing": {"line": 210, "lineRule": "exact"}}, {"sz": 17}),
    ("SmallX", "SmallX", "Normal", {"spacing": {"line": 180, "lineRule": "exact"}}, {"sz": 14}),
]


@pytest.fixture(scope="module")
def resolution() -> Resolution:
    """A text with what an adopted resolution has."""
    made = document(
        "Number: 64/177 | Title: Tides | Line: The General Assembly, | "
        "P: _Recalling_ its resolution 60/288,[^1] | 1. _Requests_ the Council: | (a) To act; | "
        "(i) To act deeper; | a. Deeper; | i. Deepest; | 2. _Decides_ to meet.[^1] | "
        "Closing: 65th plenary meeting | A I: Rules | # I. Scope | ## A. Part | 1. All. | "
        "T: Head ; Total // Row ; 1 | [^1]: Resolution 217 A (III)."
    )
    masthead = Masthead(
        symbol="A/RES/64/177",
        issued=date(2010, 3, 24),
        languages=("en",),
        session="Sixty-fourth session",
        agenda_items=(AgendaItem("Agenda item 104", "Tides and harbours"),),
        adopted=date(2009, 12, 18),
        origin=Text("[on the report of the Third Committee (A/64/440)]"),
    )
    return Resolution(
        number=made.number,
        title=made.title,
        organ_line=made.organ_line,
        masthead=masthead,
        paragraphs=made.paragraphs,
        closing=made.closing,
        footnotes=made.footnotes,
    )


@pytest.fixture(scope="module")
def parts(resolution: Resolution) -> dict[str, Any]:
    """The parts of the exported file, parsed."""
    with zipfile.ZipFile(io.BytesIO(docx(resolution))) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith(".xml")
        }


def figures(properties: Any) -> dict[str, Any]:
    """Properties as plain values: numbers as numbers, tabs as pairs, others as mappings."""
    return {} if properties is None else {plain(one): value(one) for one in properties}


def plain(element: Any) -> str:
    return etree.QName(element).localname


def value(element: Any) -> Any:
    if plain(element) == "tabs":
        return [(tab.get(f"{W}val"), int(tab.get(f"{W}pos"))) for tab in element]
    attributes = {etree.QName(name).localname: number(text) for name, text in element.items()}
    if not attributes:
        return True
    return attributes["val"] if list(attributes) == ["val"] else attributes


def number(text: str) -> int | str:
    return int(text) if text.lstrip("-").isdigit() else text


def contains(whole: dict[str, Any], part: dict[str, Any]) -> bool:
    """Whether all figures of `part` are in `whole`, in nested ones too."""
    return all(
        contains(whole.get(name, {}), wanted)
        if isinstance(wanted, dict)
        else whole.get(name) == wanted
        for name, wanted in part.items()
    )


@pytest.mark.parametrize(("style", "name", "based_on", "paragraph", "run"), STYLES)
def test_a_style_has_the_official_figures(
    parts: dict[str, Any],
    style: str,
    name: str,
    based_on: str,
    paragraph: dict[str, Any],
    run: dict[str, Any],
) -> None:
    found = parts["word/styles.xml"].find(f"{W}style[@{W}styleId='{style}']")
    assert found.find(f"{W}name").get(f"{W}val") == name
    base = found.find(f"{W}basedOn")
    assert (base.get(f"{W}val") if base is not None else "") == based_on
    assert contains(figures(found.find(f"{W}pPr")), paragraph)
    assert contains(figures(found.find(f"{W}rPr")), run)


def test_normal_is_times_new_roman_and_says_its_language(parts: dict[str, Any]) -> None:
    normal = parts["word/styles.xml"].find(f"{W}style[@{W}styleId='Normal']/{W}rPr")
    assert normal.find(f"{W}rFonts").get(f"{W}ascii") == "Times New Roman"
    assert normal.find(f"{W}lang").get(f"{W}val") == "en-GB"


# Section "Page"
def test_the_page_has_two_sections(parts: dict[str, Any]) -> None:
    sections = list(parts["word/document.xml"].iter(f"{W}sectPr"))
    assert len(sections) == 2
    for section, bottom in zip(sections, (1728, 1152), strict=True):
        found = figures(section)
        assert found["pgSz"] == {"w": 12240, "h": 15840}
        assert found["pgMar"] == {
            "top": 1440,
            "right": 1200,
            "bottom": bottom,
            "left": 1200,
            "header": 432,
            "footer": 504,
            "gutter": 0,
        }
        assert found["docGrid"] == {"linePitch": 360}
    first, second = sections
    assert figures(first)["titlePg"] is True
    links = [(plain(one), one.get(f"{W}type")) for one in first if "Reference" in plain(one)]
    assert sorted(links) == [
        (f"{kind}Reference", place)
        for kind in ("footer", "header")
        for place in ("default", "even", "first")
    ]
    assert figures(second)["type"] == "continuous"
    assert "titlePg" not in figures(second)


def test_the_first_section_ends_in_an_empty_paragraph_of_one_point(parts: dict[str, Any]) -> None:
    first = parts["word/document.xml"][0][0]
    assert first.find(f"{W}pPr/{W}sectPr") is not None
    assert figures(first.find(f"{W}pPr"))["spacing"] == {"line": 20, "lineRule": "exact"}
    assert "".join(first.itertext()) == ""


def test_the_settings_are_the_official_ones(parts: dict[str, Any]) -> None:
    settings = figures(parts["word/settings.xml"])
    assert settings["defaultTabStop"] == 475
    assert settings["evenAndOddHeaders"] is True
    assert settings["doNotHyphenateCaps"] is True
    mode = parts["word/settings.xml"].find(f".//{W}compatSetting[@{W}name='compatibilityMode']")
    assert mode.get(f"{W}val") == "15"
    separators = parts["word/settings.xml"].find(f"{W}footnotePr")
    assert [one.get(f"{W}id") for one in separators] == ["-1", "0"]
    variables = {
        one.get(f"{W}name"): one.get(f"{W}val")
        for one in parts["word/settings.xml"].iter(f"{W}docVar")
    }
    assert variables["sss1"] == variables["Symbol1"] == "A/RES/64/177"


# Section "First page (masthead)"
def test_the_masthead_is_the_official_table(parts: dict[str, Any]) -> None:
    table = parts["word/header1.xml"].find(f"{W}tbl")
    assert figures(table.find(f"{W}tblPr"))["tblW"] == {"w": 9850, "type": "dxa"}
    assert figures(table.find(f"{W}tblPr"))["tblLayout"] == {"type": "fixed"}
    columns = [int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")]
    assert columns == [1267, 1872, 245, 3110, 245, 3096, 15]
    top, body = table.findall(f"{W}tr")
    for row, height in ((top, 864), (body, 2880)):
        assert figures(row.find(f"{W}trPr"))["trHeight"] == {"val": height, "hRule": "exact"}
    for cell in top:
        if plain(cell) == "tc":
            assert line(cell, "bottom") == ("single", 4)
            assert figures(cell.find(f"{W}tcPr"))["vAlign"] == "bottom"
    for cell in body.iter(f"{W}tc"):
        assert line(cell, "top") == ("single", 4)
        assert line(cell, "bottom") == ("single", 12)


def line(cell: Any, side: str) -> tuple[str, int]:
    border = cell.find(f"{W}tcPr/{W}tcBorders/{W}{side}")
    return border.get(f"{W}val"), int(border.get(f"{W}sz"))


def test_the_masthead_says_what_the_official_one_says(parts: dict[str, Any]) -> None:
    paragraphs = {text_of(one): one for one in parts["word/header1.xml"].iter(f"{W}p")}
    assert [text for text in paragraphs if text] == [
        "United Nations",
        "A/RES/64/177",
        "General Assembly",
        "Distr.: General",
        "24 March 2010",
        "Original: English",
    ]
    nations = paragraphs["United Nations"]
    assert contains(figures(nations.find(f"{W}pPr")), {"pStyle": "HCh", "spacing": {"after": 80}})
    assert contains(figures(nations.find(f"{W}r/{W}rPr")), {"w": 96, "spacing": 2})
    letter, rest = paragraphs["A/RES/64/177"].findall(f"{W}r")
    assert contains(
        figures(paragraphs["A/RES/64/177"].find(f"{W}pPr")),
        {"jc": "right", "spacing": {"after": 80}},
    )
    assert contains(figures(letter.find(f"{W}rPr")), {"position": -4, "sz": 40})
    assert figures(rest.find(f"{W}rPr")) == {"position": -4}
    organ = figures(paragraphs["General Assembly"].find(f"{W}pPr"))
    assert contains(organ, {"pStyle": "XLarge", "spacing": {"before": 109}})
    distribution = figures(paragraphs["Distr.: General"].find(f"{W}pPr"))
    assert contains(distribution, {"pStyle": "Publication", "spacing": {"before": 240}})


def text_of(paragraph: Any) -> str:
    signs = {"t": lambda one: one.text or "", "tab": lambda _: "\t"}
    return "".join(
        signs[plain(one)](one)
        for one in paragraph.iter(f"{W}t", f"{W}tab")
        if plain(one.getparent()) == "r"
    )


@pytest.mark.parametrize(("part", "side"), [("header2", 0), ("header3", 1)])
def test_a_running_head_has_the_symbol_on_the_outer_side(
    parts: dict[str, Any], part: str, side: int
) -> None:
    table = parts[f"word/{part}.xml"].find(f"{W}tbl")
    assert [int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")] == [4920, 4920]
    row = table.find(f"{W}tr")
    assert figures(row.find(f"{W}trPr"))["trHeight"] == {"val": 864, "hRule": "exact"}
    cells = row.findall(f"{W}tc")
    assert [line(cell, "bottom") for cell in cells] == [("single", 2), ("single", 2)]
    texts = [text_of(cell) for cell in cells]
    assert texts[side] == "A/RES/64/177"
    assert texts[1 - side] == ""
    outer = cells[side].find(f"{W}p")
    assert contains(figures(outer.find(f"{W}pPr")), {"pStyle": "Header", "spacing": {"after": 80}})
    assert figures(outer.find(f"{W}r/{W}rPr"))["b"] is True
    code = cells[side].find(f".//{W}instrText")
    assert code.text.split() == ["DOCVARIABLE", "sss1"]


@pytest.mark.parametrize(("part", "side"), [("footer2", 0), ("footer3", 1)])
def test_a_running_foot_has_page_and_pages_on_the_outer_side(
    parts: dict[str, Any], part: str, side: int
) -> None:
    cells = parts[f"word/{part}.xml"].findall(f".//{W}tc")
    codes = [one.text.strip() for one in cells[side].iter(f"{W}instrText")]
    assert codes == ["PAGE", "NUMPAGES"]
    assert not list(cells[1 - side].iter(f"{W}instrText"))
    assert figures(cells[side].find(f"{W}p/{W}pPr"))["pStyle"] == "Footer"
    assert figures(cells[side].find(f".//{W}rPr"))["w"] == 103


# Section "Body of an adopted resolution": text with its tabs, style, indent
BODY: list[tuple[str, str, dict[str, Any]]] = [
    ("Sixty-fourth session", "Session", {}),
    ("Agenda item 104", "AgendaItemNormal", {}),
    ("Tides and harbours", "AgendaTitleH2", {}),
    *[("", "SingleTxt", {"spacing": {"line": 120, "lineRule": "exact"}})] * 3,
    (
        "\t\tResolution adopted by the General Assembly on 18\u00a0December\u00a02009",
        "TitleHCH",
        {"ind": {"left": 1267, "right": 1267, "hanging": 1267}},
    ),
    *[("", "SingleTxt", {"spacing": {"line": 120, "lineRule": "exact"}})] * 2,
    ("[on the report of the Third Committee (A/64/440)]", "SingleTxt", {}),
    *[("", "SingleTxt", {"spacing": {"line": 120, "lineRule": "exact"}})] * 2,
    ("\t64/177.\tTides", "TitleH1", {"tabs": [("right", 1022), *LEFT_STOPS]}),
    *[("", "SingleTxt", {"spacing": {"line": 120, "lineRule": "exact"}})] * 2,
    ("\tThe General Assembly,", "SingleTxt", {}),
    ("\tRecalling its resolution 60/288,", "SingleTxt", {}),
    ("\t1.\tRequests the Council:", "SingleTxt", {}),
    ("\t(a)\tTo act;", "SingleTxt", {}),
    ("\t(i)\tTo act deeper;", "SingleTxt", {"ind": {"left": 1742, "right": 1267}}),
    ("\ta.\tDeeper;", "SingleTxt", {"ind": {"left": 2218, "right": 1267}}),
    ("\ti.\tDeepest;", "SingleTxt", {"ind": {"left": 2693, "right": 1267}}),
    ("\t2.\tDecides to meet.1", "SingleTxt", {}),
    *[("", "SingleTxt", {"spacing": {"line": 120, "lineRule": "exact"}})] * 2,
    ("65th plenary meeting", "SingleTxt", {"jc": "right"}),
    ("Annex", "H1", {"pageBreakBefore": True}),
    *[("", "SingleTxt", {"spacing": {"line": 120, "lineRule": "exact"}})] * 2,
    ("\t\tRules", "TitleH1", {"ind": {"left": 1267, "right": 1267, "hanging": 1267}}),
    *[("", "SingleTxt", {"spacing": {"line": 120, "lineRule": "exact"}})] * 2,
    ("\t\tI", "TitleH2", {}),
    ("\t\tScope", "TitleH2", {"tabs": [("right", 1022), *LEFT_STOPS]}),
    ("", "SingleTxt", {"spacing": {"line": 120, "lineRule": "exact"}}),
    ("\tA.\tPart", "TitleH2", {"tabs": [("right", 1022), *LEFT_STOPS]}),
    ("", "SingleTxt", {"spacing": {"line": 120, "lineRule": "exact"}}),
    ("\t1.\tAll.", "SingleTxt", {}),
]


def test_the_body_has_the_official_styles_tabs_and_spacing(parts: dict[str, Any]) -> None:
    body = parts["word/document.xml"][0]
    found = body.findall(f"{W}p")[1 : len(BODY) + 1]
    assert [text_of(one) for one in found] == [text for text, _, _ in BODY]
    for paragraph, (text, style, more) in zip(found, BODY, strict=True):
        properties = figures(paragraph.find(f"{W}pPr"))
        assert properties["pStyle"] == style, text
        assert contains(properties, more), text
        assert "numPr" not in properties


def test_white_space_is_ten_half_points_high(parts: dict[str, Any]) -> None:
    body = parts["word/document.xml"][0]
    empty = [one for one in body.findall(f"{W}p")[1:] if not text_of(one)]
    sizes = {figures(one.find(f"{W}pPr/{W}rPr")).get("sz") for one in empty[:-1]}
    assert sizes == {10}


# Sections "Body" and "Footnotes"
def test_notes_are_real_with_the_typed_separator(parts: dict[str, Any]) -> None:
    notes = parts["word/footnotes.xml"]
    separator, continuation, first = notes.findall(f"{W}footnote")
    for one, kind in ((separator, "separator"), (continuation, "continuationSeparator")):
        assert one.get(f"{W}type") == kind
        assert text_of(one.find(f"{W}p")) == "_" * 18
        properties = figures(one.find(f"{W}p/{W}pPr"))
        assert contains(
            properties, {"pStyle": "Footer", "ind": {"left": 792}, "spacing": {"after": 80}}
        )
        assert figures(one.find(f".//{W}rPr"))["sz"] == 16
    paragraph = first.find(f"{W}p")
    properties = figures(paragraph.find(f"{W}pPr"))
    assert properties["pStyle"] == "FootnoteText"
    assert properties["ind"] == {"left": 1267, "right": 1260, "hanging": 576}
    assert properties["tabs"] == [("right", 1195), *LEFT_STOPS]
    assert text_of(paragraph) == "\t \tResolution 217 A (III)."
    assert first.get(f"{W}id") == "1"


def test_a_note_marked_twice_is_one_note_and_a_reference(parts: dict[str, Any]) -> None:
    body = parts["word/document.xml"]
    assert len(list(body.iter(f"{W}footnoteReference"))) == 1
    start = body.find(f".//{W}bookmarkStart")
    assert start.getnext().find(f"{W}footnoteReference") is not None
    codes = [one.text.split() for one in body.iter(f"{W}instrText")]
    assert codes == [["NOTEREF", start.get(f"{W}name"), "\\f", "\\h"]]


def test_what_belongs_together_stays_together(parts: dict[str, Any]) -> None:
    body = parts["word/document.xml"][0]
    kept = [
        text_of(one)
        for one in body.findall(f"{W}p")
        if text_of(one) and "keepNext" in figures(one.find(f"{W}pPr"))
    ]
    assert "\tThe General Assembly," in kept
    assert "\t1.\tRequests the Council:" in kept
    assert "\t(a)\tTo act;" in kept
    assert "\t2.\tDecides to meet.1" in kept
    assert "\tRecalling its resolution 60/288," not in kept


def test_a_table_has_the_lines_of_official_tables(parts: dict[str, Any]) -> None:
    table = parts["word/document.xml"].find(f".//{W}tbl")
    assert figures(table.find(f"{W}tblPr"))["tblInd"] == {"w": 1267, "type": "dxa"}
    assert sum(int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")) == 7306
    head, last = table.findall(f"{W}tr")
    cell = head.find(f"{W}tc")
    assert line(cell, "top") == ("single", 4)
    assert line(cell, "bottom") == ("single", 12)
    assert line(last.find(f"{W}tc"), "bottom") == ("single", 12)
    assert head.find(f"{W}trPr/{W}tblHeader") is not None

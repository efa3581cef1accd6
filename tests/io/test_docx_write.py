"""The Word file as a whole: sound for every judge, read back right, the same each time."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import docx as python_docx
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from drafter.core.errors import WriteError
from drafter.core.inline import Text
from drafter.core.language import LANGUAGES
from drafter.core.model import DocumentKind, Masthead, Organ, Resolution, Sponsor
from drafter.io.docx import docx
from tests.docx_judges import W, faults, misreadings, own_faults
from tests.generated import resolution, resolutions
from tests.notation import document
from tests.strategies import resolutions as odd_resolutions

SOUND = [
    (code, organ, kind)
    for place, code in enumerate(LANGUAGES)
    for organ, kind in zip(
        list(Organ)[place % 5 :] + list(Organ)[: place % 5], DocumentKind, strict=True
    )
]


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize(("code", "organ", "kind"), SOUND[::3])
def test_the_validators_have_no_complaint(code: str, organ: Organ, kind: DocumentKind) -> None:
    made = resolution(Random(f"{code}{organ}{kind}"), language=code, organ=organ, kind=kind)
    assert faults(docx(made)) == []


@pytest.mark.pandoc
@pytest.mark.parametrize(("code", "organ", "kind"), SOUND[1::3])
def test_pandoc_reads_what_was_written(code: str, organ: Organ, kind: DocumentKind) -> None:
    made = resolution(Random(f"{code}{organ}{kind}"), language=code, organ=organ, kind=kind)
    assert misreadings(docx(made), made) == []


@given(resolutions())
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_no_validator_sees_is_right(made: Resolution) -> None:
    assert own_faults(docx(made)) == []


@given(odd_resolutions())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_oddest_resolution_becomes_a_file(made: Resolution) -> None:
    content = docx(made)
    assert set(own_faults(content)) <= {"an empty note"}  # as empty as it was in the document
    python_docx.Document(io.BytesIO(content))


def test_the_same_resolution_gives_the_same_bytes() -> None:
    made = resolution(Random(3), language="fr", organ=Organ.GA, kind=DocumentKind.ADOPTED)
    assert docx(made) == docx(made)


def test_the_templates_are_what_the_script_makes(root: Path) -> None:
    script = root / "packaging" / "make_templates.py"
    command = [sys.executable, str(script), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_nothing_is_invented_for_an_empty_masthead() -> None:
    content = docx(document("@en | 1. _Decides_ to meet; | 2. _Requests_ a report."))
    header = etree.fromstring(part(content, "word/header1.xml").encode())
    texts = [one.text for one in header.iter(f"{W}t")]
    assert texts == ["United Nations", "General Assembly", "Distr.: General"]


def test_a_council_number_is_said_without_meeting_and_date_too() -> None:
    made = document("@SC | Number: 2507 (2020) | 1. _Decides_ x; | 2. _Decides_ y.")
    texts = part(docx(made), "word/document.xml")
    assert "Resolution 2507 (2020)" in texts
    assert "Adopted by" not in texts


def test_a_council_number_stands_in_the_heading_alone() -> None:
    made = document("@SC adopted | Number: 2507 (2020) | Title: Haiti | 1. Decides x.")
    assert part(docx(made), "word/document.xml").count("2507 (2020)") == 1


def test_properties_come_from_the_document_not_from_the_clock() -> None:
    made = document("@fr | Title: Marées | Line: L’Assemblée générale | O: _Décide_ d’agir.")
    made = replace(made, masthead=Masthead(symbol="A/RES/64/177", issued=date(2010, 3, 24)))
    properties = python_docx.Document(io.BytesIO(docx(made))).core_properties
    assert properties.title == "Marées"
    assert properties.subject == "A/RES/64/177"
    assert properties.language == "fr-FR"
    assert properties.created is not None
    assert properties.created.date() == date(2010, 3, 24)


@pytest.mark.parametrize(
    ("code", "kind", "locale"),
    [
        ("en", "val", "en-GB"),
        ("fr", "val", "fr-FR"),
        ("es", "val", "es-ES"),
        ("ru", "val", "ru-RU"),
        ("zh", "eastAsia", "zh-CN"),
        ("ar", "bidi", "ar-SA"),
    ],
)
def test_the_language_is_tagged(code: str, kind: str, locale: str) -> None:
    content = docx(Resolution(language=code))
    for name, tag in (("styles", "lang"), ("settings", "themeFontLang")):
        root = etree.fromstring(part(content, f"word/{name}.xml").encode())
        assert {one.get(f"{W}{kind}") for one in root.iter(f"{W}{tag}")} == {locale}


def test_arabic_runs_from_right_to_left_with_its_symbols_from_left_to_right() -> None:
    made = document("@ar | 1. ترحب بالتقرير A/61/179؛ | 2. تقرر.")
    content = docx(made)
    runs = etree.fromstring(part(content, "word/document.xml").encode()).iter(f"{W}r")
    sides = {
        "".join(one.itertext()): one.find(f"{W}rPr/{W}rtl") is not None
        for one in runs
        if "".join(one.itertext()).strip()
    }
    assert sides["A/61/179"] is False
    assert all(is_rtl for text, is_rtl in sides.items() if text != "A/61/179")
    styles = etree.fromstring(part(content, "word/styles.xml").encode())
    assert styles.find(f"{W}style[@{W}styleId='Normal']/{W}pPr/{W}bidi") is not None
    header = etree.fromstring(part(content, "word/header1.xml").encode())
    assert header.find(f".//{W}bidiVisual") is not None


def test_an_english_line_of_an_arabic_masthead_runs_from_left_to_right() -> None:
    masthead = Masthead(issued=date(2010, 3, 24), languages=("en",))
    content = docx(Resolution(language="ar", masthead=masthead))
    header = etree.fromstring(part(content, "word/header1.xml").encode())
    for line in header.iter(f"{W}p"):
        text = "".join(line.itertext())
        bidi = line.find(f"{W}pPr/{W}bidi")
        is_english = text in {"Distr.: General", "24 March 2010", "Original: English"}
        assert (bidi is not None and bidi.get(f"{W}val") == "0") is is_english, text


@pytest.mark.parametrize(("organ", "lead"), [("GA", "\t(a)\t"), ("HRC", "\t\t(a)\t")])
def test_letters_have_the_tabs_of_the_organ(organ: str, lead: str) -> None:
    made = document(f"@{organ} | 1. _Decides_: | (a) To meet; | 2. _Requests_ a report.")
    body = etree.fromstring(part(docx(made), "word/document.xml").encode())
    texts = [
        "".join(one.text or "\t" for one in line.iter(f"{W}t", f"{W}tab"))
        for line in body.iter(f"{W}p")
    ]
    assert any(text.startswith(lead) for text in texts)


def test_the_text_after_bis_stands_at_the_next_stop() -> None:
    made = document("1. _Decides_ x; | 1 bis. _Decides_ y; | 2. _Decides_ z.")
    body = etree.fromstring(part(docx(made), "word/document.xml").encode())
    cleared = [one.get(f"{W}pos") for one in body.iter(f"{W}tab") if one.get(f"{W}val") == "clear"]
    assert cleared == ["2218"]


def test_chinese_sets_openers_in_kai_and_does_not_slant_them() -> None:
    content = docx(document("@zh | P: _回顾_其决议，| 1. _决定_开会。"))
    document_xml = part(content, "word/document.xml")
    assert 'w:eastAsia="KaiTi"' in document_xml
    assert "<w:i/>" not in document_xml


def test_a_sponsor_that_speaks_for_others_has_a_star_and_a_note() -> None:
    masthead = Masthead(
        symbol="A/C.3/64/L.6",
        sponsors=(
            Sponsor("Egypt", "On behalf of the States that are members of the Group of 77."),
            Sponsor("Fiji"),
        ),
    )
    made = Resolution(kind=DocumentKind.DRAFT, masthead=masthead, organ_line=Text("The Assembly,"))
    content = docx(made)
    texts = part(content, "word/document.xml")
    assert 'w:customMarkFollows="1" w:id="1"' in texts
    assert "On behalf of the States" in part(content, "word/footnotes.xml")
    assert "Distr.: Limited" in part(content, "word/header1.xml")
    assert faults(content) == []


def test_a_template_without_footnotes_is_refused() -> None:
    plain = io.BytesIO()
    python_docx.Document().save(plain)
    with pytest.raises(WriteError, match="footnotes"):
        docx(Resolution(), plain.getvalue())


def test_characters_that_xml_cannot_hold_do_not_break_the_file() -> None:
    content = docx(document("1. _Decides_ <b>&\x00\x0b\ud800 to meet."))
    assert own_faults(content) == []
    assert "\ufffd" in part(content, "word/document.xml")


@pytest.mark.parametrize("title", ["a\x00\x1bb\ud800c", ""])
def test_nor_do_they_in_the_title_and_the_symbol(title: str) -> None:
    made = Resolution(title=Text(title), masthead=Masthead(symbol="A/\x01/\udc80" + "9" * 300))
    properties = python_docx.Document(io.BytesIO(docx(made))).core_properties
    assert properties.subject == ("A/\ufffd/\ufffd" + "9" * 300)[:255]
    assert properties.title == ("a\ufffd\ufffdb\ufffdc" if title else properties.subject)


@pytest.mark.pandoc
def test_an_empty_document_is_read_back_as_empty() -> None:
    assert misreadings(docx(Resolution()), Resolution()) == []


def test_the_judges_see_what_validators_do_not() -> None:
    made = document("1. _Decides_ x;[^1] | 2. _Requests_ y.[^1] | [^1]: Note.")
    content = docx(made)
    look = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    end = f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    breaks = (
        ('<w:bookmarkEnd w:id="1"/>', ""),
        ("NOTEREF _Note1", "NOTEREF _Note9"),
        (end, ""),
    )
    for old, new in breaks:
        broken = replaced(content, "word/document.xml", old, new)
        assert own_faults(broken), old
    empty = replaced(content, "word/footnotes.xml", "Note.", " ")
    assert own_faults(empty) == ["an empty note"]


def replaced(content: bytes, name: str, old: str, new: str) -> bytes:
    """The file with one stretch of one part replaced."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(packed, "w") as target:
        for one in source.namelist():
            text = source.read(one)
            if one == name:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode())
            target.writestr(one, text)
    return packed.getvalue()


def test_a_sign_of_several_stars_is_written_star_by_star() -> None:
    content = docx(document("P: Recalling x,[^*] y,[^**] | 1. Decides z. | [^*]: A. | [^**]: B."))
    body = etree.fromstring(part(content, "word/document.xml").encode())
    signs = [
        [text.text for text in reference.getparent().iter(f"{W}t")]
        for reference in body.iter(f"{W}footnoteReference")
    ]
    assert signs == [["*"], ["*", "*"]]


def test_figures_stand_at_the_right_of_their_column() -> None:
    table = "State ; Year ; Share ; Note // A ; 2021 ; – ; x // B ; ; 0.5 ; 2"
    made = document(f"1. Adopts: | T: {table}")
    body = etree.fromstring(part(docx(made), "word/document.xml").encode())
    sides = [
        [cell.find(f".//{W}jc") is not None for cell in row.iter(f"{W}tc")]
        for row in body.iter(f"{W}tr")
    ]
    assert sides == [[False, True, True, False]] * 3


@pytest.mark.parametrize(
    ("made", "last"),
    [
        ("1. Decides x; | 2. Decides y.", "\t2.\tDecides y."),
        ("1. Decides x; | 2. Decides y. | Closing: 1 May", "1 May"),
        ("1. Decides x; | 2. Decides y. | Closing: 1 May | Vote: 5 to 4", "\t5 to 4"),
        ("1. Decides x; | 2. Decides y. | A: List | 1. A text.", "\t1.\tA text."),
    ],
)
def test_the_line_that_ends_the_document_is_not_left_alone(made: str, last: str) -> None:
    kept = kept_blocks(docx(document(made)))
    assert last in kept


def test_what_comes_before_an_annex_is_not_drawn_to_its_page() -> None:
    kept = kept_blocks(docx(document("1. Decides x; | 2. Decides y. | A: List | 1. A text.")))
    assert "\t2.\tDecides y." not in kept


def kept_blocks(content: bytes) -> list[str]:
    """The texts, tabs included, of the paragraphs that stay with the next one."""
    body = etree.fromstring(part(content, "word/document.xml").encode())
    return [
        "".join("\t" if one.tag == f"{W}tab" else one.text or "" for one in pieces)
        for paragraph in body.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}keepNext") is not None
        and (pieces := [*paragraph.iterfind(f"{W}r/*")])
    ]

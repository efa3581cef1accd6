"""What is copied reads well elsewhere, and what is copied elsewhere lands as structure."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from drafter.app.places import Caret, Field, Place, paragraph_place
from drafter.core.inline import Style
from drafter.core.model import Paragraph, Part, Resolution
from drafter.core.numbering import numbering
from drafter.ui.desk import Desk
from drafter.ui.editor.clipboard import PASSAGE_TYPE
from drafter.ui.editor.page import Page
from tests.io.html_pages import WORD
from tests.notation import document
from tests.ui.conftest import MakePage

DRAFT = document(
    "Title: Peace | Line: _The General Assembly_, | P: _Recalling_ the Court,[^1] | 1. _Decides_: |"
    " (a) one;[^2] | (b) two;[^1] | 2. _Requests_ z. | Closing: 28th meeting |"
    " [^1]: First _Records_. | [^2]: Second.",
    printed=False,
)
BLANK = document("P: | 1. 0", printed=False).with_paragraphs((Paragraph("p1", Part.PREAMBLE),))


def copied(page: Page) -> QMimeData:
    page.selectAll()
    return page.createMimeDataFromSelection()


def mime(*, html: str = "", text: str = "") -> QMimeData:
    made = QMimeData()
    if html:
        made.setHtml(html)
    if text:
        made.setText(text)
    return made


def words(resolution: Resolution) -> list[str]:
    labels = numbering(resolution).labels
    return [f"{labels[one.id]} {one.text.plain}".strip() for one in resolution.paragraphs]


# --- out ----------------------------------------------------------------------------------------


def test_copying_gives_text_html_and_the_own_format(make_page: MakePage) -> None:
    made = copied(make_page(DRAFT))
    assert set(made.formats()) >= {"text/plain", "text/html", PASSAGE_TYPE}
    assert "1. Decides:\n(a) one;\n(b) two;\n2. Requests z." in made.text()


@pytest.mark.pandoc
def test_copied_html_has_italics_numbers_and_notes(make_page: MakePage) -> None:
    page = copied(make_page(DRAFT)).html()
    command = ["pandoc", "-f", "html", "-t", "markdown-raw_html-native_divs-link_attributes"]
    read = subprocess.run(command, input=page, capture_output=True, text=True, check=True).stdout
    assert "*Recalling* the Court,[^1^](#sdfootnote1sym)" in read
    assert "1.\u2003*Decides*:" in read
    assert "(b)\u2003two;^1^" in read
    assert "First *Records*." in read


@pytest.mark.libreoffice
@pytest.mark.pandoc
def test_a_word_processor_makes_footnotes_of_copied_notes(
    make_page: MakePage, tmp_path: Path
) -> None:
    source = tmp_path / "copied.html"
    source.write_text(copied(make_page(DRAFT)).html(), encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    converting = ["--infilter=HTML (StarWriter)", "--convert-to", "odt", "--outdir", str(tmp_path)]
    subprocess.run([*command, *converting, str(source)], capture_output=True, check=True)
    command = ["pandoc", str(tmp_path / "copied.odt"), "-t", "markdown"]
    read = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "*Recalling* the Court,[^1]" in read
    assert "[^1]: First *Records*." in read


def test_what_is_copied_comes_back_through_its_html(make_page: MakePage) -> None:
    page = make_page(BLANK)
    page.insertFromMimeData(mime(html=copied(make_page(DRAFT)).html()))
    found = page.session.resolution
    assert words(found) == words(DRAFT)
    marks = [mark.note for text in found.texts() for mark in text.marks]
    assert marks[0] == marks[2] != marks[1]
    assert [note.text for note in found.footnotes] == [note.text for note in DRAFT.footnotes]


# --- in -----------------------------------------------------------------------------------------


def test_a_paste_from_word_is_structure_in_one_step(desk: Desk, qtbot: QtBot) -> None:
    window = desk.new()
    start = window.session.resolution
    window.page.insertFromMimeData(mime(html=WORD, text="what Word says in plain text"))
    found = window.session.resolution
    assert words(found)[-4:] == [
        "1. Calls upon Member States:",
        "(a) To write in plain words;",
        "(b) To train those who draft;",
        "2. Decides to remain seized of the matter.",
    ]
    assert [note.text.plain for note in found.footnotes] == [
        "See Official Records, A/60/1.",
        "A/64/12.",
    ]
    noting = next(one for one in found.paragraphs if one.text.plain.startswith("Noting"))
    assert noting.text.stretches(Style.ITALIC) == ((0, 6), (27, 38))
    assert window.bar.sentence.text() == "Read: 6 paragraphs, 2 footnotes."
    window.page.undo()
    assert window.session.resolution == start


def test_words_can_be_pasted_without_their_looks(make_page: MakePage) -> None:
    page = make_page(document("1. _Decides_ to _read_ x; | 2. _Requests_ .", printed=False))
    page.select(Caret(paragraph_place("p1"), 11), Caret(paragraph_place("p1"), 15))
    page.copy()
    for paste, italics in ((page.paste_plain, 1), (page.paste, 2)):
        page.set_caret(Caret(paragraph_place("p2"), len("Requests ")))
        paste()
        text = page.session.resolution.paragraph("p2").text
        assert text.plain == "Requests read."
        assert len(text.stretches(Style.ITALIC)) == italics
        page.undo()


def test_words_from_a_page_keep_their_italics(make_page: MakePage) -> None:
    page = make_page(document("1. _Decides_ .", printed=False))
    page.set_caret(Caret(paragraph_place("p1"), len("Decides ")))
    page.insertFromMimeData(mime(html="<p>to read <i>Plain words</i></p>", text="no"))
    text = page.session.resolution.paragraph("p1").text
    assert text.plain == "Decides to read Plain words."
    assert text.stretches(Style.ITALIC) == ((0, 7), (16, 27))


def test_a_picture_with_words_falls_back_on_the_words(make_page: MakePage) -> None:
    page = make_page(BLANK)
    page.insertFromMimeData(mime(html="<img src='x.png'>", text="Decides x"))
    assert page.session.resolution.paragraph("p1").text.plain == "Decides x"


def test_guesses_of_a_paste_are_there_to_be_looked_at(desk: Desk) -> None:
    window = desk.show(DRAFT, None)
    last = DRAFT.paragraphs[-1]
    window.page.set_caret(Caret(paragraph_place(last.id), len(last.text)))
    window.page.insertFromMimeData(
        mime(html="<p>3. Invites States to act;<sup>7</sup></p><p>4. Requests a report;</p>")
    )
    (guess,) = window.session.resolution.guesses
    assert guess.what == "mark without note"
    assert guess.paragraph in {one.id for one in window.session.resolution.paragraphs}
    assert "2 paragraphs, 0 footnotes, 1 place to look at." in window.bar.sentence.text()
    assert not desk.workspaces[window].docks["guesses"].isHidden()


def test_fields_the_draft_lacks_are_filled_and_others_told_of(desk: Desk) -> None:
    text = (
        "64/1. Peace\n\nThe General Assembly,\n\nRecalling its resolution 60/1,\n\n"
        "1. Decides to act.\n\n28th plenary meeting\n3 December 2009\n"
    )
    window = desk.show(document("P: Noting x, | 1. Requests y.", printed=False), None)
    window.page.set_caret(Caret(Place(Field.PARAGRAPH, "p2"), len("Requests y.")))
    window.page.insertFromMimeData(mime(text=text))
    found = window.session.resolution
    assert found.title.plain == "Peace"
    assert [line.plain for line in found.closing] == ["28th plenary meeting", "3 December 2009"]
    window.page.insertFromMimeData(mime(text=text.replace("Peace", "War")))
    assert window.session.resolution.title.plain == "Peace"
    assert "Not taken over, since the draft has its own: Title." in window.bar.sentence.text()


def test_a_page_copied_whole_and_pasted_below_another_is_its_annex(
    make_page: MakePage, qtbot: QtBot
) -> None:
    whole = copied(make_page(document("Title: Quiet | P: Recalling x, | 1. Decides y.")))
    page = make_page(DRAFT)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert page.caret().place.field is Field.CLOSING
    page.insertFromMimeData(whole)
    new = page.session.resolution
    assert new.title == DRAFT.title
    assert new.closing == DRAFT.closing
    assert words(new)[-3:] == ["Annex Quiet", "Recalling x,", "1. Decides y."]
    assert page.caret().place.id == new.paragraphs[-1].id
    page.undo()
    assert page.session.resolution == DRAFT

"""The resolution on paper: what stands on which page, and that it is all there."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QGraphicsView, QPushButton
from pytestqt.qtbot import QtBot

from drafter.app.slots import MARK
from drafter.core.inline import Text
from drafter.core.model import Masthead, Resolution
from drafter.ui import print_preview
from drafter.ui.desk import Desk
from drafter.ui.editor import masthead
from drafter.ui.editor.blocks import Look, page_blocks
from drafter.ui.editor.layouts import BODY, laid_out
from drafter.ui.editor.typography import Typography
from drafter.ui.paper.filling import Line, filled, with_kept_lines
from drafter.ui.paper.pages import Pages
from drafter.ui.print_preview import Preview
from drafter.ui.printing import paint, prepared_printer
from drafter.ui.theme import LIGHT
from tests.notation import document

LETTER = QSizeF(612, 792)
WORDS = "the report of the Secretary-General on the implementation of the resolution, "


def long_document() -> Resolution:
    preamble = " | ".join(
        f"P: _Recalling_ p{n} {WORDS * (n % 4 + 1)}[^{n % 5 + 1}]" for n in range(1, 12)
    )
    operative = " | ".join(f"{n}. _Decides_ o{n} {WORDS * (n % 5 + 1)}" for n in range(1, 14))
    rows = " // ".join(f"State {n} ; {n}" for n in range(60))
    notes = " | ".join(f"[^{n}]: Note {n} says {WORDS * 2}" for n in range(1, 7))
    made = document(
        f"Title: Plain words | Line: _The General Assembly_, | {preamble} | # I. A heading |"
        f" {operative} | T: {rows} | Closing: 28th meeting | A: Rules | 1. Rule one. | {notes}",
        printed=False,
    )
    return replace(made, masthead=Masthead(symbol="A/C.3/64/L.6"))


def pages_of(resolution: Resolution) -> Pages:
    return Pages(resolution, LETTER)


def test_every_word_is_on_one_page_and_in_order(qtbot: QtBot) -> None:
    resolution = long_document()
    pages = pages_of(resolution)
    printed = "".join(pages.words_on(index) for index in range(len(pages)))
    wanted = "".join(
        block.shown for block in page_blocks(resolution) if block.look is not Look.TABLE
    )
    assert "".join(printed.replace(MARK, "").split()) == "".join(wanted.replace(MARK, "").split())
    assert 4 <= len(pages) <= 9


def test_a_note_stands_on_the_page_of_its_first_mark(qtbot: QtBot) -> None:
    resolution = long_document()
    pages = pages_of(resolution)
    on_page = {note: at for at in range(len(pages)) for note in pages.notes_on(at)}
    assert set(on_page) == {note.id for note in resolution.footnotes}
    for number in range(1, 6):
        first = next(n for n in range(1, 12) if n % 5 + 1 == number)
        page = next(at for at in range(len(pages)) if f"p{first} the" in pages.words_on(at))
        assert on_page[f"n{number}"] in {page, page + 1}  # its mark may be on the next one
        marked = [at for at in range(len(pages)) if MARK in pages.words_on(at)]
        assert on_page[f"n{number}"] in marked
    unmarked = "n6"
    assert on_page[unmarked] == len(pages) - 1


@pytest.mark.parametrize("text_before", [1, 9])
def test_a_note_longer_than_a_page_goes_on_on_the_next(qtbot: QtBot, text_before: int) -> None:
    words = " ".join(f"w{number}" for number in range(4000))
    paragraphs = " | ".join(f"P: _Recalling_ {WORDS * 3}" for _ in range(text_before))
    made = document(
        f"Line: _The General Assembly_, | {paragraphs}[^1] | 1. _Decides_ x.[^2] | [^1]: {words} |"
        " [^2]: The second note.",
        printed=False,
    )
    pages = pages_of(made)
    holding = [at for at in range(len(pages)) if "n1" in pages.notes_on(at)]
    assert len(holding) >= 3
    assert holding == list(range(holding[0], holding[-1] + 1))
    printed = " ".join(pages.note_words_on(at) for at in range(len(pages)))
    assert printed.split() == f"{words} The second note.".split()
    for at in range(len(pages)):
        taken = pages._note_height(pages._sheets[at].notes)
        sheet = pages._sheets[at]
        assert sheet.bottom - sheet.top + taken <= pages._room(at)


def test_a_heading_is_not_the_last_on_its_page_and_an_annex_starts_one(qtbot: QtBot) -> None:
    pages = pages_of(long_document())
    words = [pages.words_on(index) for index in range(len(pages))]
    assert not any(one.rstrip().endswith("A heading") for one in words)
    assert words[-1].startswith("Rules")


@pytest.mark.poppler
def test_the_printed_file_says_what_the_page_says(qtbot: QtBot, tmp_path: Path) -> None:
    printer = prepared_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert paint(long_document(), printer)
    command = ["pdftotext", "-layout", str(tmp_path / "out.pdf"), "-"]
    read = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pages = read.split("\f")[:-1]
    assert pages[0].split()[:2] == ["United", "Nations"]
    assert "A/C.3/64/L.6" in pages[1]
    assert f"2/{len(pages)}" in pages[1]
    assert f"{len(pages)}/{len(pages)}" in pages[-1]
    flat = " ".join(read.split())
    assert "1. Decides o1 the report" in flat
    assert "State 59" in flat
    assert all(f"Note {n} says" in flat for n in range(1, 7))
    sizes = subprocess.run(
        ["pdftotext", "-bbox", str(tmp_path / "out.pdf"), "-"], capture_output=True, text=True,
        check=True,
    ).stdout  # fmt: skip
    assert 'width="612.000000" height="792.000000"' in sizes


@pytest.mark.poppler
@pytest.mark.parametrize("code", ["ar", "zh", "fr"])
def test_other_languages_print(qtbot: QtBot, tmp_path: Path, code: str) -> None:
    words = {"ar": "إذ تشير إلى قرارها", "zh": "回顾其决议", "fr": "Rappelant sa résolution"}[code]
    printer = prepared_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert paint(document(f"@{code} | P: {words} | 1. {words}", printed=False), printer)
    assert (tmp_path / "out.pdf").stat().st_size > 2000


def test_pages_of_full_width_need_no_bar_below(desk: Desk, qtbot: QtBot) -> None:
    window = desk.show(long_document(), None)
    desk.workspaces[window].preview_page()
    dialog = window.findChild(Preview)
    assert QTest.qWaitForWindowExposed(dialog)
    buttons = {one.text(): one for one in dialog.findChildren(QPushButton)}
    view = dialog.pages.findChild(QGraphicsView)
    bar = view.horizontalScrollBar()
    qtbot.mouseClick(buttons["&Full width"], Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    assert view.verticalScrollBar().isVisible()
    qtbot.mouseClick(buttons["&Larger"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(bar.isVisible)
    dialog.close()


def test_the_preview_shows_all_pages(desk: Desk, qtbot: QtBot) -> None:
    window = desk.show(long_document(), None)
    desk.workspaces[window].preview_page()
    dialog = next(one for one in window.findChildren(Preview) if one.isVisible())
    assert QTest.qWaitForWindowExposed(dialog)
    count = len(pages_of(long_document()))
    qtbot.waitUntil(lambda: dialog.pages.pageCount() == count)
    assert dialog.place.text() == f"Page 1 of {count}"
    assert not dialog.previous.isEnabled()
    qtbot.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    assert dialog.place.text() == f"Page 2 of {count}"
    qtbot.mouseClick(dialog.previous, Qt.MouseButton.LeftButton)
    assert dialog.pages.currentPage() == 1
    dialog.close()


def test_a_page_in_the_preview_has_no_black_shadow(desk: Desk, qtbot: QtBot) -> None:
    window = desk.show(document("Title: Words | P: Recalling x,", printed=False), None)
    desk.workspaces[window].preview_page()
    dialog = next(one for one in window.findChildren(Preview) if one.isVisible())
    assert QTest.qWaitForWindowExposed(dialog)
    qtbot.waitUntil(lambda: dialog.pages.pageCount() == 1)
    picture = dialog.pages.grab().toImage()
    middle = picture.height() // 2
    row = {picture.pixelColor(x, middle).lightness() for x in range(picture.width())}
    ground = dialog.palette().color(QPalette.ColorRole.Mid).lightness()
    assert {ground, 255} <= row
    assert min(row) >= ground
    dialog.close()


@pytest.mark.parametrize(("code", "in_pictures"), [("ar", True), ("zh", True), ("ru", False)])
def test_the_preview_keeps_pages_of_other_scripts_as_pictures(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, code: str, in_pictures: bool
) -> None:
    asked: list[bool] = []

    def spied(resolution: Resolution, printer: QPrinter, *, in_pictures: bool) -> bool:
        asked.append(in_pictures)
        return paint(resolution, printer, in_pictures=in_pictures)

    monkeypatch.setattr(print_preview, "paint", spied)
    window = desk.show(document(f"@{code} | P: x,", printed=False), None)
    desk.workspaces[window].preview_page()
    dialog = next(one for one in window.findChildren(Preview) if one.isVisible())
    qtbot.waitUntil(lambda: dialog.pages.pageCount() == 1)
    assert set(asked) == {in_pictures}
    dialog.close()


@pytest.mark.poppler
def test_a_page_in_a_picture_has_ink_and_no_words(qtbot: QtBot, tmp_path: Path) -> None:
    printer = prepared_printer()
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert paint(document("P: Recalling words,", printed=False), printer, in_pictures=True)
    words = subprocess.run(
        ["pdftotext", tmp_path / "out.pdf", "-"], capture_output=True, text=True, check=True
    )
    assert not words.stdout.strip()
    subprocess.run(
        ["pdftoppm", "-gray", "-r", "72", tmp_path / "out.pdf", tmp_path / "page"], check=True
    )
    picture = QImage(str(next(tmp_path.glob("page*.pgm"))))
    shades = {picture.pixelColor(x, y).lightness() for x in range(612) for y in range(0, 792, 2)}
    assert max(shades) == 255
    assert min(shades) < 100


def test_a_date_in_english_runs_from_left_to_right_in_an_arabic_masthead(qtbot: QtBot) -> None:
    typography = Typography("ar", LIGHT, 1.0, 1.0)
    for words, is_left_to_right in (("15 October 2026", True), ("15 أيلول 2026", False)):
        layout = laid_out(Text(words), 500, BODY, typography)
        start, end = (layout.lineAt(0).cursorToX(at)[0] for at in (0, len(words)))
        assert (start < end) is is_left_to_right


def test_english_lines_of_an_arabic_masthead_start_at_the_left_edge(qtbot: QtBot) -> None:
    drawn = masthead.masthead(document("@ar | 1. x"), Typography("ar", LIGHT, 1.0, 1.0))[0]
    lines = {layout.text(): layout.lineAt(0) for layout in drawn.layouts.values()}
    assert lines["Distr.: General"].naturalTextRect().left() == 0
    name = lines["الأمم المتحدة"]
    assert name.naturalTextRect().right() == pytest.approx(name.width(), abs=1)


# --- filling ------------------------------------------------------------------------------------

PAGE = 100.0
NOTE = 10.0


@st.composite
def texts(draw: st.DrawFn) -> list[Line]:
    lines: list[Line] = []
    top, note = 0.0, 0
    for block in range(draw(st.integers(1, 12))):
        for _ in range(draw(st.integers(1, 8))):
            height = draw(st.sampled_from((10.0, 12.0, 30.0, 250.0)))
            marks = draw(st.integers(0, 3)) if draw(st.booleans()) else 0
            notes = tuple(f"n{note + one}" for one in range(marks))
            note += marks
            lines.append(Line(top, top + height, block, notes))
            top += height
    return with_kept_lines(lines)


@given(texts())
def test_pages_hold_all_and_never_too_much(lines: list[Line]) -> None:
    sheets = filled(lines, lambda _: PAGE, lambda notes: NOTE * len(notes))
    assert [note for sheet in sheets for note in sheet.notes] == [
        note for line in lines for note in line.notes
    ]
    ends = [(sheet.top, sheet.bottom) for sheet in sheets if sheet.bottom > sheet.top]
    assert ends[0][0] == 0
    assert ends[-1][1] == lines[-1].bottom
    assert all(bottom == top for (_, bottom), (top, _) in pairwise(ends))
    for sheet in sheets:
        taken = sheet.bottom - sheet.top + NOTE * len(sheet.notes)
        assert taken <= PAGE


def print_to(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[str]:
    """Answers the system's dialog: as a PDF file at this place; the names it was told."""
    names: list[str] = []

    def accept(dialog: QPrintDialog) -> QDialog.DialogCode:
        printer = dialog.printer()
        names.append(printer.docName())
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    return names


@pytest.mark.parametrize("by_preview", [False, True])
def test_printing_says_where_the_pages_went(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_preview: bool
) -> None:
    path = tmp_path / "out.pdf"
    window = desk.show(long_document(), None)
    names = print_to(monkeypatch, path)
    if by_preview:
        desk.workspaces[window].preview_page()
        preview = window.findChild(Preview)
        QTest.mouseClick(preview.print, Qt.MouseButton.LeftButton)
    else:
        desk.workspaces[window].print_page()
    assert names == ["A_C.3_64_L.6"]
    assert path.read_bytes().startswith(b"%PDF")
    assert str(path) in window.bar.sentence.text()


@pytest.mark.qt_log_ignore("QPainter::begin")  # what is told of here
def test_what_could_not_be_printed_is_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desk.show(long_document(), None)
    print_to(monkeypatch, tmp_path / "missing" / "out.pdf")
    desk.workspaces[window].print_page()
    assert "not printed" in window.bar.sentence.text()

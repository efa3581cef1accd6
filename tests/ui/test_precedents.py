"""Precedents in the window, by keys and mouse: found while typing, taken, opened, followed."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from shutil import copytree, rmtree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from drafter.app.questions import Whole
from drafter.core import edits
from drafter.core.inline import NO_TEXT
from drafter.core.model import DocumentKind, Part, Provenance, Resolution
from drafter.core.numbering import numbering
from drafter.corpus.importing import add
from drafter.corpus.upkeep import remove
from drafter.io.native import native_bytes
from drafter.ui.desk import Desk
from drafter.ui.main_window import MainWindow
from drafter.ui.precedents.choice import ResolutionChoice
from drafter.ui.precedents.lineage import LineageWindow
from drafter.ui.precedents.panel import PrecedentsPanel
from drafter.ui.precedents.reader import ReaderWindow
from drafter.ui.precedents.setting import Setting
from tests.notation import document
from tests.precedent_texts import make_corpus

DRAFT = edits.set_text(
    document("P: _Noting_ x,[^1] | 1. y | 2. _Invites_ all. | [^1]: Mine.", printed=False),
    "p2",
    NO_TEXT,
)
WORDS = "Requests the Secretary-General to ensure adequate"
WHOLE = (
    "Requests the Secretary-General to ensure adequate resources for the drafting of resolutions in"
    " plain words;"
)


CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture(scope="session")
def own_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small corpus of texts of our own, made once."""
    folder = tmp_path_factory.mktemp("own")
    make_corpus(folder / "corpus", folder / "texts")
    return folder / "corpus"


@pytest.fixture
def filled(desk: Desk, own_corpus: Path) -> Desk:
    """A desk with that corpus."""
    copytree(own_corpus, desk.library.corpus.folder, dirs_exist_ok=True)
    return desk


def shown(
    desk: Desk, qtbot: QtBot, draft: Resolution = DRAFT
) -> tuple[MainWindow, PrecedentsPanel]:
    """A window with the caret in the first operative paragraph, and its panel."""
    window = desk.show(draft, None)
    assert QTest.qWaitForWindowActive(window)
    window.page.go_to("p2")
    return window, desk.workspaces[window].panels.precedents.panel


def found(qtbot: QtBot, panel: PrecedentsPanel, count: int = 1) -> list[str]:
    """The symbols of the rows, once those of the text as it is now are there."""
    qtbot.waitUntil(
        lambda: panel.suggesting.is_current and panel.rows.rowCount() >= count, timeout=20_000
    )
    return symbols(panel)


def symbols(panel: PrecedentsPanel) -> list[str]:
    """The symbols of the rows as they are now."""
    return [row.precedent.use.symbol for row in panel.rows.rows]


def typed(
    desk: Desk, qtbot: QtBot, words: str = WORDS, count: int = 1
) -> tuple[MainWindow, PrecedentsPanel, list[str]]:
    """A window in which words were typed, its panel, and the symbols of what was found."""
    window, panel = shown(desk, qtbot)
    QTest.keyClicks(window.page, words)
    return window, panel, found(qtbot, panel, count)


def read(window: MainWindow, qtbot: QtBot) -> ReaderWindow:
    """The document of the chosen row, opened by its key."""
    press(window, Qt.Key.Key_K, CONTROL, SHIFT)
    reader = window.findChild(ReaderWindow)
    assert reader is not None
    qtbot.waitUntil(lambda: reader.source is not None)
    return reader


def words(window: MainWindow, paragraph_id: str = "p2") -> str:
    return window.session.resolution.paragraph(paragraph_id).text.plain


def press(window: MainWindow, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
    modifiers = Qt.KeyboardModifier.NoModifier
    for one in held:
        modifiers |= one
    QTest.keyClick(window.page, key, modifiers)


def test_the_third_moment(filled: Desk, qtbot: QtBot) -> None:
    window, _, symbols = typed(filled, qtbot)
    assert symbols[0] == "A/RES/63/195"
    before = window.session.resolution
    press(window, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: window.session.resolution is not before)
    taken = window.session.resolution
    paragraph = taken.paragraph("p2")
    assert paragraph.text.plain == WHOLE
    (mark,) = paragraph.text.marks
    assert taken.footnote(mark.note).text.plain == "See the programme budget."
    assert numbering(taken).notes[mark.note] == "2"
    assert paragraph.provenance == Provenance("A/RES/63/195", Part.OPERATIVE, "2", "en", "2008")
    status = window.statusBar().provenance
    qtbot.waitUntil(lambda: status.text() == "from A/RES/63/195, para. 2")
    press(window, Qt.Key.Key_Z, CONTROL)
    assert window.session.resolution == before
    assert words(window) == WORDS


def test_a_key_pressed_before_the_rows_are_there_waits_for_them(filled: Desk, qtbot: QtBot) -> None:
    window, panel = shown(filled, qtbot)
    QTest.keyClicks(window.page, WORDS)
    press(window, Qt.Key.Key_Return, CONTROL)
    assert words(window) == WORDS
    qtbot.waitUntil(lambda: words(window) == WHOLE, timeout=20_000)
    assert panel.suggesting.paragraph_id == "p2"


@pytest.mark.parametrize(("place", "said"), [("p2", "No precedent"), ("title", "Put the caret")])
def test_where_nothing_is_typed_the_key_does_not_wait_for_words(
    filled: Desk, qtbot: QtBot, place: str, said: str
) -> None:
    window, panel = shown(filled, qtbot)
    if place == "title":
        press(window, Qt.Key.Key_Home, CONTROL)
    panel.suggesting.watch(is_watched=False)  # as when the panel was hidden until now
    panel.suggesting.watch(is_watched=True)
    press(window, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: window.bar.sentence.text().startswith(said))
    QTest.keyClicks(window.page, WORDS)
    if place == "p2":
        found(qtbot, panel)
        assert words(window) == WORDS
    else:
        assert window.session.resolution.title.plain == WORDS


def test_rows_of_another_paragraph_are_never_taken(filled: Desk, qtbot: QtBot) -> None:
    window, panel, _ = typed(filled, qtbot)
    window.page.go_to("p3", 12)
    press(window, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: panel.suggesting.is_current, timeout=20_000)
    qtbot.waitUntil(lambda: words(window, "p3") != "Invites all.")
    assert "Secretary-General" not in words(window, "p3")


def test_alt_and_a_number_take_the_nth_whole(filled: Desk, qtbot: QtBot) -> None:
    window, _, symbols = typed(filled, qtbot, "resources drafting resolutions Secretary-General", 2)
    press(window, Qt.Key.Key_2, ALT)
    qtbot.waitUntil(lambda: "drafting resolutions" not in words(window))
    provenance = window.session.resolution.paragraph("p2").provenance
    assert provenance is not None
    assert provenance.symbol == symbols[1]
    press(window, Qt.Key.Key_Z, CONTROL)
    assert words(window) == "resources drafting resolutions Secretary-General"


def test_words_that_begin_nothing_give_way_and_that_is_said(filled: Desk, qtbot: QtBot) -> None:
    window, _, _ = typed(filled, qtbot, "resources resolutions drafting adequate")
    press(window, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: words(window) == WHOLE)
    assert "took their place" in window.bar.sentence.text()


def test_the_items_of_a_precedent_are_offered_and_taken(
    filled: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    text = document(
        "Symbol: A/RES/70/77 | P: _Recalling_ x, | 1. _Encourages_ those who teach drafting: |"
        " (a) To read aloud; | (b) To write briefly; | 2. _Decides_ no more."
    )
    path = tmp_path / "items.resolution"
    path.write_bytes(native_bytes(text))
    add(filled.library.corpus.folder, [path])
    window, _, _ = typed(filled, qtbot, "Encourages those who teach")
    press(window, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: words(window) == "Encourages those who teach drafting:")
    assert window.bar.sentence.text() == "Its 2 items were not taken."
    press(window, Qt.Key.Key_F6)
    qtbot.keyClick(window.bar, Qt.Key.Key_Return)
    row = window.session.resolution.paragraphs
    assert [(one.text.plain, one.level) for one in row[2:4]] == [
        ("To read aloud;", 1),
        ("To write briefly;", 1),
    ]
    assert row[3].provenance is not None
    assert row[3].provenance.place == "1 (b)"
    press(window, Qt.Key.Key_Z, CONTROL)
    assert len(window.session.resolution.paragraphs) == 3


def test_rows_that_stay_are_left_alone(filled: Desk, qtbot: QtBot) -> None:
    window, panel = shown(filled, qtbot)
    QAbstractItemModelTester(
        panel.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, panel.rows
    )
    QTest.keyClicks(window.page, "Requests the Secretary-General to")
    found(qtbot, panel, 2)
    gone: list[int] = []
    panel.rows.rowsRemoved.connect(lambda *_: gone.append(1))
    panel.rows.modelReset.connect(lambda: gone.append(1))
    QTest.keyClicks(window.page, " ensure")
    found(qtbot, panel, 2)
    assert not gone


def test_another_row_is_chosen_by_keys_from_the_page(filled: Desk, qtbot: QtBot) -> None:
    window, panel, symbols = typed(filled, qtbot, "Requests the Secretary-General to", 2)
    press(window, Qt.Key.Key_PageDown, ALT)
    chosen = panel.chosen()
    assert chosen is not None
    assert chosen.precedent.use.symbol == symbols[1]
    press(window, Qt.Key.Key_Return, CONTROL)
    wanted = chosen.precedent.use.text
    qtbot.waitUntil(lambda: words(window) == wanted)


def test_the_box_searches_without_a_text(filled: Desk, qtbot: QtBot) -> None:
    window, panel = shown(filled, qtbot)
    QTest.keyClicks(window.page, "Affirms that words matter;")
    press(window, Qt.Key.Key_K, CONTROL)
    assert panel.box.hasFocus()
    QTest.keyClicks(panel.box, "adequate resources")
    assert found(qtbot, panel)[0] == "A/RES/63/195"
    QTest.keyClick(panel.box, Qt.Key.Key_Return)
    assert panel.list.hasFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.session.resolution.paragraphs) == 4)
    assert words(window) == "Affirms that words matter;"
    assert window.session.resolution.paragraphs[2].text.plain == WHOLE
    assert window.page.hasFocus()
    panel.box.setFocus()
    QTest.keyClick(panel.box, Qt.Key.Key_Escape)
    assert panel.box.text() == ""
    QTest.keyClick(panel.box, Qt.Key.Key_Escape)
    assert window.page.hasFocus()


def test_filters_narrow_what_is_shown(filled: Desk, qtbot: QtBot) -> None:
    _, panel, _ = typed(filled, qtbot, "Recalling its resolution")
    QTest.mouseClick(panel.filter_button, Qt.MouseButton.LeftButton)
    assert panel.form.isVisible()
    panel.form.part.setCurrentIndex(panel.form.part.findData(Part.ANNEX))
    qtbot.waitUntil(lambda: panel.suggesting.is_current and not panel.rows.rowCount())
    assert "with this filter" in panel.empty.text()
    assert panel.narrowed.text() == "Only: Annexes"
    QTest.mouseClick(panel.form.reset, Qt.MouseButton.LeftButton)
    assert len(found(qtbot, panel)) >= 1
    panel.form.first_year.setValue(2010)
    panel.form.last_year.setValue(2010)
    qtbot.waitUntil(
        lambda: {row.precedent.use.year for row in panel.rows.rows} == {2010}, timeout=20_000
    )
    panel.form.agreed_only.setChecked(True)
    qtbot.waitUntil(lambda: panel.suggesting.is_current and not panel.rows.rowCount())


def test_another_language_is_searched_when_it_is_asked_for(filled: Desk, qtbot: QtBot) -> None:
    window, panel = shown(filled, qtbot)
    QTest.keyClicks(window.page, "Prie le Secretaire general")
    qtbot.waitUntil(lambda: panel.form.language.count() == 3, timeout=20_000)
    panel.form.language.setCurrentIndex(panel.form.language.findData("fr"))
    qtbot.waitUntil(
        lambda: [row.precedent.use.language for row in panel.rows.rows][:1] == ["fr"],
        timeout=20_000,
    )


def previewed(qtbot: QtBot, panel: PrecedentsPanel) -> str:
    """What is read in the preview, and copied out of it."""
    qtbot.waitUntil(lambda: panel.preview.source is not None)
    panel.preview.text.selectAll()
    return panel.preview.text.createMimeDataFromSelection().text()


def test_the_preview_has_the_neighbours_and_the_notes(filled: Desk, qtbot: QtBot) -> None:
    _, panel, _ = typed(filled, qtbot)
    text = previewed(qtbot, panel)
    assert "A/RES/63/195, para. 2, 2008" in text
    assert text.splitlines()[1] == "Plain words"
    assert "Decides to write in plain words;" in text
    assert "See the programme budget." in text
    assert text.index("Decides to") < text.index("Requests the") < text.index("Invites Member")


def test_the_official_counterpart_can_be_taken(filled: Desk, qtbot: QtBot) -> None:
    window, panel, _ = typed(filled, qtbot)
    previewed(qtbot, panel)
    panel.preview.language.setCurrentIndex(panel.preview.language.findData("fr"))
    panel.preview.language.activated.emit(panel.preview.language.currentIndex())
    qtbot.waitUntil(lambda: "Prie le Secrétaire" in panel.preview.text.toPlainText())
    assert not panel.preview.rest.isEnabled()
    QTest.mouseClick(panel.preview.whole, Qt.MouseButton.LeftButton)
    assert words(window).startswith("Prie le Secrétaire général d’assurer")


def test_the_document_opens_at_the_place(filled: Desk, qtbot: QtBot) -> None:
    window, _, _ = typed(filled, qtbot)
    reader = read(window, qtbot)
    text = reader.text.toPlainText()
    assert reader.windowTitle() == "A/RES/63/195"
    assert "Plain words" in text
    assert "See the programme budget." in text
    count = len(filled.windows)
    QTest.mouseClick(reader.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(filled.windows) == count + 1)
    draft = filled.windows[-1].session.resolution
    assert draft.kind is DocumentKind.DRAFT
    assert draft.base is not None
    assert draft.base.symbol == "A/RES/63/195"
    QTest.keyClick(reader, Qt.Key.Key_Escape)


def test_a_reader_whose_document_went_says_so_and_keeps_what_it_shows(
    filled: Desk, qtbot: QtBot
) -> None:
    window, _, _ = typed(filled, qtbot)
    reader = read(window, qtbot)
    remove(filled.library.corpus.folder, ["63/195"])
    reader.language.setFocus()
    QTest.keyClick(reader.language, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "has changed in the corpus since" in reader.said.text())
    assert reader.said.isVisible()
    assert reader.language.currentData() == "en"
    assert "plain words" in reader.text.toPlainText()


def test_one_paragraph_is_followed_through_the_years(filled: Desk, qtbot: QtBot) -> None:
    window, _, _ = typed(filled, qtbot)
    press(window, Qt.Key.Key_Y, CONTROL, ALT)
    lineage = window.findChild(LineageWindow)
    assert lineage is not None
    qtbot.waitUntil(lambda: lineage.lineage is not None)
    assert lineage.summary.text() == "2 uses · 2008–2010 · 2 wordings"
    html = lineage.text.toHtml()
    assert "line-through" in html
    assert "sufficient" in lineage.text.toPlainText()
    chosen: list[str] = []
    lineage.timeline.use_chosen.connect(lambda use: chosen.append(use.symbol))
    QTest.keyClick(lineage.timeline, Qt.Key.Key_End)
    QTest.keyClick(lineage.timeline, Qt.Key.Key_Left)
    assert chosen == ["A/RES/65/10", "A/RES/63/195"]
    QTest.keyClick(lineage, Qt.Key.Key_Escape)


def test_a_draft_starts_from_a_resolution_on_the_start_page(filled: Desk, qtbot: QtBot) -> None:
    start = filled.start()
    assert QTest.qWaitForWindowActive(start)
    QTest.mouseClick(start.page.precedent, Qt.MouseButton.LeftButton)
    choice = start.findChild(ResolutionChoice)
    assert choice is not None
    qtbot.waitUntil(lambda: choice.list.count() > 2, timeout=20_000)
    QTest.keyClicks(choice.words, "63/195")
    qtbot.waitUntil(lambda: choice.list.count() == 1)
    QTest.keyClick(choice.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(filled.windows) == 1)
    window = filled.windows[0]
    assert window.session.resolution.title.plain == "Plain words"
    assert filled.start_window is None


def test_enter_right_after_a_number_starts_from_that_resolution(filled: Desk, qtbot: QtBot) -> None:
    window, _ = shown(filled, qtbot)
    choice = ResolutionChoice(filled.library, "en", window)
    chosen: list[Whole] = []
    choice.chosen.connect(chosen.append)
    choice.show()
    qtbot.waitUntil(lambda: choice.list.count() > 1)
    QTest.keyClicks(choice.words, "63/195")
    QTest.keyClick(choice.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(chosen))
    assert [one.document.symbol for one in chosen] == ["A/RES/63/195"]


def test_the_panel_says_what_will_appear(filled: Desk, qtbot: QtBot) -> None:
    _, panel = shown(filled, qtbot)
    assert "Type a few words" in panel.empty.text()
    assert not panel.more.isVisible()


def test_a_language_without_texts_is_told_with_the_way_out(filled: Desk, qtbot: QtBot) -> None:
    draft = document("@es | P: _Recordando_ su resolución 60/1, | 1. _Decide_ escribir.")
    window, panel = shown(filled, qtbot, draft)
    window.page.go_to("p1", 4)
    qtbot.waitUntil(lambda: "Spanish" in panel.empty.text(), timeout=20_000)
    assert panel.more.isVisible()
    with qtbot.waitSignal(panel.more_requested):
        QTest.mouseClick(panel.more, Qt.MouseButton.LeftButton)


def test_on_a_fresh_machine_the_starter_texts_are_there_at_once(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    rmtree(desk.library.corpus.folder)
    window, panel = shown(desk, qtbot, document("@fr | P: _Rappelant_ x, | 1. _Prie_ y."))
    window.page.go_to("p2", 0)
    QTest.keyClicks(window.page, "Prie le Secretaire general de lui presenter ")
    assert "A/RES/61/181" in found(qtbot, panel)


def test_a_corpus_that_cannot_be_read_is_told(desk: Desk, qtbot: QtBot) -> None:
    (desk.library.corpus.folder / "corpus.sqlite").write_bytes(
        b"not a database, whatever it is called"
    )
    window, panel = shown(desk, qtbot)
    QTest.keyClicks(window.page, WORDS)
    qtbot.waitUntil(lambda: "corpus" in panel.empty.text(), timeout=20_000)
    assert panel.rows.rowCount() == 0
    press(window, Qt.Key.Key_Return, CONTROL)
    assert words(window) == WORDS


def test_texts_that_were_added_are_found_when_that_is_announced(
    filled: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    window, panel = shown(filled, qtbot)
    QTest.keyClicks(window.page, "Welcomes the zebras of the savannah")
    qtbot.waitUntil(lambda: panel.suggesting.is_current, timeout=20_000)
    assert not any("zebras" in row.precedent.use.text for row in panel.rows.rows)
    added = tmp_path / "added.resolution"
    added.write_bytes(
        native_bytes(document("Symbol: A/RES/70/1 | 1. _Welcomes_ the zebras of the savannah."))
    )
    add(filled.library.corpus.folder, [added])
    filled.library.corpus.announce_change()
    qtbot.waitUntil(lambda: "A/RES/70/1" in symbols(panel), timeout=20_000)


def test_nothing_is_loaded_before_it_is_needed() -> None:
    code = (
        "import sys; import drafter.ui.precedents.desk, drafter.app.library;"
        "print([one for one in ('tantivy', 'drafter.corpus.search') if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"


def test_chinese_is_set_bold_where_others_are_in_italics() -> None:
    made = Setting(document("@zh | P: _回顾_其决议， | # I. 词语 | Closing: 会议", printed=False))
    assert "<b>回顾</b>其决议" in made.whole()
    assert "<b>一. 词语</b>" in made.whole()
    assert "<i>" not in made.whole()


_FIRST_QUESTION = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from drafter.core import edits
from drafter.core.inline import NO_TEXT
from drafter.settings import SettingsFile
from drafter.ui.desk import Desk
from tests.notation import document

app, folder, stood = QApplication(["drafter"]), Path(sys.argv[1]), []
desk = Desk(SettingsFile(folder / "settings.json"), folder)
desk.window_stood.connect(lambda: stood.append(True))
window = desk.show(edits.set_text(document("1. x", printed=False), "p1", NO_TEXT), None)
while not stood:
    QTest.qWait(10)
before = set(sys.modules)
panel = desk.workspaces[window].panels.precedents.panel
panel.box.setText("Requests the Secretary-General to ensure adequate")
while not panel.rows.rowCount() or panel.preview.source is None:
    QTest.qWait(10)
kinds = ("drafter", "tantivy", "rapidfuzz", "multiprocessing", "sqlite3")
print([one for one in sys.modules if one not in before and one.startswith(kinds)])
window.close()
desk.close()
"""


def test_the_first_question_has_nothing_to_load_when_the_window_stands(
    own_corpus: Path, tmp_path: Path
) -> None:
    copytree(own_corpus, tmp_path / "corpus")
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_QUESTION, str(tmp_path)],
        capture_output=True,
        check=True,
        text=True,
        timeout=50,
    )
    assert done.stdout.strip() == "[]"


def test_a_preview_is_drawn_anew_only_when_it_says_something_else(
    filled: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, panel, _ = typed(filled, qtbot)
    qtbot.waitUntil(lambda: panel.preview.source is not None)
    shown_now, drawn = panel.preview.precedent, []
    assert shown_now is not None
    monkeypatch.setattr(panel.preview.text, "setHtml", drawn.append)
    panel.preview.show_precedent(replace(shown_now, score=shown_now.score - 1))
    assert not drawn
    panel.preview.show_precedent(replace(shown_now, also_in=("A/RES/1/1",)))
    (html,) = drawn
    assert "Also in" in html


def test_what_is_made_ready_for_the_first_answer_is_not_seen(filled: Desk, qtbot: QtBot) -> None:
    _, panel, _ = typed(filled, qtbot)
    qtbot.waitUntil(lambda: panel.preview.source is not None)
    before = panel.preview.text.toPlainText()
    panel.prepare_list()
    panel.prepare_preview()
    assert before
    assert panel.preview.text.toPlainText() == before
    panel.preview.clear()
    panel.prepare_preview()
    assert not panel.preview.text.toPlainText()

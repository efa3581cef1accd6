"""The window: commands, files, undo labels, themes, closing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from drafter.app.places import TITLE, Caret, paragraph_place
from drafter.core.inline import Text
from drafter.core.model import DocumentKind, Part
from drafter.io.formats import read_file
from drafter.settings import SettingsFile
from drafter.ui.desk import Desk
from drafter.ui.editor.blocks import PageBlock
from drafter.ui.editor.rendering import Renderer
from drafter.ui.kind_box import KindBox
from drafter.ui.main_window import MainWindow
from drafter.ui.panels.footnotes import NoteEdit
from drafter.ui.status import StatusBar, WordCount
from drafter.ui.theme import DARK, LIGHT
from tests.notation import document

DRAFT = document("P: _Recalling_ x, | 1. _Decides_: | (a) one; | 2. _Requests_ z.", printed=False)
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    made = desk.show(DRAFT, None)
    assert QTest.qWaitForWindowExposed(made)
    return made


def put(window: MainWindow, paragraph_id: str, at: int = 0) -> None:
    window.page.set_caret(Caret(paragraph_place(paragraph_id), at))


# --- commands -----------------------------------------------------------------------------------


def test_each_command_has_a_name_a_tip_and_a_place_in_a_menu(window: MainWindow) -> None:
    in_menus = set()
    for menu in window.menuBar().actions():
        in_menus |= {action.objectName() for action in menu.menu().actions()}
    for action in window.actions_.all():
        assert action.objectName() in in_menus
        assert action.statusTip()
        assert action.text()


def test_no_two_commands_have_the_same_key(window: MainWindow) -> None:
    keys = [key.toString() for action in window.actions_.all() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_what_is_done_every_day_can_be_done_by_key(window: MainWindow) -> None:
    menus = {"theme_system", "theme_light", "theme_dark"}
    keyless = {a.objectName() for a in window.actions_.all() if not a.shortcuts()}
    assert keyless <= menus


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL_SHIFT)])
def test_either_key_of_redo_does(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    put(window, "p1")
    qtbot.keyClicks(window.page, "Z")
    window.actions_["undo"].trigger()
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window.page, key, held)
    assert window.session.resolution.paragraph("p1").text.plain.startswith("Z")


def test_escape_goes_from_a_note_back_to_its_mark(window: MainWindow, qtbot: QtBot) -> None:
    put(window, "p1", 9)
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window.page, Qt.Key.Key_F7)
    note = QApplication.focusWidget()
    assert isinstance(note, NoteEdit)
    qtbot.keyClicks(note, "Ibid.")
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    assert window.page.hasFocus()
    qtbot.keyClicks(window.page, " x")
    (one,) = window.session.resolution.footnotes
    assert one.text.plain == "Ibid."
    assert window.session.resolution.paragraph("p1").text.plain == "Recalling x x,"


def test_structure_by_command(window: MainWindow) -> None:
    put(window, "p4")
    window.actions_["level_down"].trigger()
    assert window.session.resolution.paragraph("p4").level == 1
    window.actions_["level_up"].trigger()
    window.actions_["move_up"].trigger()
    assert [p.id for p in window.session.resolution.paragraphs] == ["p1", "p4", "p2", "p3"]
    window.actions_["preambular"].trigger()
    window.actions_["heading"].trigger()
    window.actions_["operative"].trigger()
    window.actions_["delete_paragraph"].trigger()
    assert [p.id for p in window.session.resolution.paragraphs] == ["p1", "p2", "p3"]


def test_the_edit_menu_names_the_step_that_it_takes_back(window: MainWindow) -> None:
    assert not window.actions_["undo"].isEnabled()
    put(window, "p4")
    window.actions_["level_down"].trigger()
    assert window.actions_["undo"].text() == "&Undo Level down"
    window.actions_["undo"].trigger()
    assert window.actions_["redo"].text() == "&Redo Level down"
    assert window.session.resolution == DRAFT


def test_undo_by_key_while_the_page_has_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    put(window, "p4")
    qtbot.keyClicks(window.page, "x")
    qtbot.keyClick(window.page, Qt.Key.Key_Z, CTRL)
    assert window.session.resolution == DRAFT


def test_styles_and_notes_by_command(window: MainWindow) -> None:
    place = paragraph_place("p3")
    window.page.select(Caret(place), Caret(place, 3))
    for name in ("italic", "bold", "superscript"):
        window.actions_[name].trigger()
    window.actions_["footnote"].trigger()
    text = window.session.resolution.paragraph("p3").text
    assert len(text.spans) == 3
    assert text.marks[0].at == 3


def test_an_impossible_edit_says_why_in_the_bar(window: MainWindow) -> None:
    put(window, "p1")
    window.actions_["level_up"].trigger()
    assert window.bar.isVisible()
    assert "full paragraph" in window.bar.sentence.text()


def test_zoom_and_theme(window: MainWindow, qtbot: QtBot) -> None:
    before = window.page.zoom
    window.actions_["zoom_in"].trigger()
    assert window.statusBar().slider.value() == before + 10
    window.actions_["zoom_usual"].trigger()
    assert window.page.zoom == before
    window.actions_["theme_dark"].trigger()
    assert window.page.theme is DARK
    window.actions_["theme_light"].trigger()
    assert window.page.theme is LIGHT


def test_colours_and_zoom_are_written_while_the_window_is_open(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = SettingsFile(tmp_path / "settings" / "settings.json")
    window.actions_["theme_dark"].trigger()
    qtbot.waitUntil(lambda: file.read().theme == "dark")
    window.actions_["zoom_in"].trigger()
    qtbot.waitUntil(lambda: file.read().zoom_pct == window.page.zoom)
    assert window.isVisible()


def test_the_status_bar_says_where_the_caret_is_and_how_much_there_is(
    window: MainWindow, qtbot: QtBot
) -> None:
    put(window, "p3")
    status = window.statusBar()
    qtbot.waitUntil(lambda: status.place.text() == "Operative 1 (a)")
    assert "1 PP 2 OP" in status.counts.text()
    assert "6 word" in status.counts.text()
    assert "organ line" in status.counts.toolTip()


def test_the_toolbar_says_what_the_paragraph_is_and_makes_it_another(
    window: MainWindow, qtbot: QtBot
) -> None:
    box = window.toolbar.findChild(KindBox)
    assert box is not None
    put(window, "p1")
    assert box.currentText() == "Preambular paragraph"
    put(window, "p2")
    assert box.currentText() == "Operative paragraph"
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert window.session.resolution.paragraph("p2").part is Part.PREAMBLE
    assert box.currentText() == "Preambular paragraph"
    window.page.set_caret(Caret(TITLE))
    assert not box.isEnabled()
    assert box.currentText() == ""


def test_the_page_follows_the_size_of_the_window_until_somebody_zooms(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: window.page.zoom == window.page.fitting_zoom())
    small = window.page.zoom
    window.resize(1900, 1000)
    qtbot.waitUntil(lambda: window.page.zoom > small)
    qtbot.keyClick(window.page, Qt.Key.Key_Minus, CTRL)
    chosen = window.page.zoom
    assert not window.fitting.is_on
    window.resize(1000, 700)
    qtbot.wait(300)
    assert window.page.zoom == chosen
    qtbot.keyClick(window.page, Qt.Key.Key_0, CTRL)
    assert window.page.zoom == window.page.fitting_zoom()


# --- files --------------------------------------------------------------------------------------


def test_saved_and_opened_again_it_is_the_same(
    window: MainWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(window, "p3")
    window.page.writer.type_words(window.page.selection(), "x")
    assert window.isWindowModified()
    name = str(tmp_path / "mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, ""))
    window.actions_["save"].trigger()
    path = tmp_path / "mine.resolution"
    assert window.session.path == path
    assert not window.isWindowModified()
    assert "mine.resolution" in window.windowTitle()
    status = window.statusBar()
    assert isinstance(status, StatusBar)
    assert status.saved.text().startswith("Saved")
    window.page.undo()
    assert status.saved.text() == "Changed since it was saved"
    window.page.redo()
    assert read_file(path) == window.session.resolution
    assert desk.open(path) is window


@pytest.mark.parametrize(
    ("symbol", "title", "name"),
    [
        ("A/C.3/81/L.6", "Water", "A_C.3_81_L.6.resolution"),
        ("", "Water: a right", "Water_ a right.resolution"),
        ("", "", ""),
    ],
)
def test_a_new_draft_has_a_name_to_be_saved_by(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, symbol: str, title: str, name: str
) -> None:
    masthead = replace(DRAFT.masthead, symbol=symbol)
    window = desk.show(replace(DRAFT, masthead=masthead, title=Text(title)), None)
    asked: list[str] = []

    def ask(_window: object, _title: str, proposed: str, _pattern: str) -> tuple[str, str]:
        asked.append(proposed)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    window.save_as()
    assert asked == [name]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("one", "one.resolution"),
        ("A_RES_64.177", "A_RES_64.177.resolution"),
        ("mine.docx", "mine.docx.resolution"),
        ("mine.RESOLUTION", "mine.RESOLUTION"),
    ],
)
def test_a_draft_is_saved_as_a_draft_whatever_dots_its_name_has(
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    written: str,
) -> None:
    asked = (str(tmp_path / typed), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: asked)
    window.save_as()
    assert [path.name for path in tmp_path.glob("*[nN]")] == [written]


@pytest.mark.parametrize(
    ("typed", "chosen", "written"),
    [
        ("x.docx", "Plain text (*.txt)", "x.txt"),  # the proposed name left, the kind chosen
        ("x.md", "Word file (*.docx)", "x.md"),
        ("x.v2", "Markdown (*.md)", "x.v2.md"),
    ],
)
def test_export_writes_the_kind_that_was_chosen(
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    chosen: str,
    written: str,
) -> None:
    window.save_to(tmp_path / "x.resolution")
    answer = (str(tmp_path / typed), chosen)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    window.export()
    assert [path.name for path in tmp_path.glob(f"{typed[:2]}*[!n]")] == [written]


def test_no_other_file_is_replaced_because_its_suffix_was_left_out(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "one.resolution"
    other.write_text("somebody's", encoding="utf-8")
    names = iter([str(tmp_path / "one"), ""])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (next(names), ""))
    answers = [QMessageBox.StandardButton.No]
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.pop())
    assert not window.save_as()
    assert other.read_text(encoding="utf-8") == "somebody's"
    assert not answers
    names = iter([str(tmp_path / "one")])
    answers = [QMessageBox.StandardButton.Yes]
    assert window.save_as()
    assert read_file(other) == window.session.resolution


def test_a_file_that_cannot_be_written_is_explained(window: MainWindow, tmp_path: Path) -> None:
    assert not window.save_to(tmp_path / "missing" / "x.resolution")
    assert window.bar.isVisible()
    assert not window.export_to(tmp_path / "x.unknown")


def test_export_writes_what_the_suffix_says(window: MainWindow, tmp_path: Path) -> None:
    assert window.export_to(tmp_path / "x.txt")
    assert "Recalling x," in (tmp_path / "x.txt").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_read_is_explained(desk: Desk, tmp_path: Path) -> None:
    broken = tmp_path / "broken.resolution"
    broken.write_text("{", encoding="utf-8")
    assert desk.open(broken) is None
    assert desk.start_window is not None
    assert "broken.resolution" in desk.start_window.bar.sentence.text()


def test_an_opened_file_takes_the_place_of_an_untouched_draft(desk: Desk, tmp_path: Path) -> None:
    desk.new()
    path = tmp_path / "x.txt"
    path.write_text("The General Assembly,\n\nRecalling x,\n\n1. Decides y.\n", encoding="utf-8")
    opened = desk.open(path)
    assert desk.windows == [opened]
    assert opened.session.path is None


def test_a_new_draft_stands_ready_to_be_written(desk: Desk) -> None:
    window = desk.new()
    assert window.session.resolution.kind is DocumentKind.DRAFT
    assert window.page.caret().place.field.value == "paragraph"


def test_a_file_dropped_on_the_window_is_opened(window: MainWindow, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/nowhere.txt")])
    drop = QDropEvent(
        QPointF(1, 1),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.open_requested.disconnect()
    with qtbot.waitSignal(window.open_requested) as asked:
        window.dropEvent(drop)
    assert asked.args == [Path("/nowhere.txt")]


# --- closing ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "closes"),
    [
        (QMessageBox.StandardButton.Discard, True),
        (QMessageBox.StandardButton.Cancel, False),
    ],
)
def test_unsaved_changes_are_asked_about(
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    answer: QMessageBox.StandardButton,
    closes: bool,
) -> None:
    window.page.writer.type_words(window.page.selection(), "x")
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answer)
    assert window.close() is closes


def test_a_saved_draft_closes_without_a_question(window: MainWindow, desk: Desk) -> None:
    assert window.close()
    assert desk.windows == []


def test_a_draft_opened_again_is_set_once_in_the_zoom_that_fitted_last(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desk.new()
    qtbot.waitUntil(lambda: window.page.zoom == window.page.fitting_zoom())
    fitting = window.page.zoom
    window.close()
    set_in: list[int] = []
    show = Renderer.show

    def counted(renderer: Renderer, blocks: tuple[PageBlock, ...]) -> None:
        set_in.append(len(blocks))
        show(renderer, blocks)

    monkeypatch.setattr(Renderer, "show", counted)
    again = desk.new()
    assert again.page.zoom == fitting
    assert len(set_in) == 1


# --- recent drafts, folders, leaving ------------------------------------------------------------


def test_the_file_menu_opens_recent_drafts(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("a & b.resolution", "c.resolution"):
        assert desk.show(DRAFT, None).save_to(tmp_path / name)
    window = desk.show(DRAFT, None)
    for other in desk.windows[:-1]:
        other.close()
    assert window.recent.menuAction() in window.menus["file"].actions()
    window.recent.fill()
    offered = window.recent.actions()
    assert [one.text() for one in offered] == ["&1  c.resolution", "&2  a && b.resolution"]
    offered[1].trigger()
    assert desk.windows[-1].session.path == tmp_path / "a & b.resolution"


def test_the_file_menu_says_when_there_is_no_recent_draft(window: MainWindow) -> None:
    window.recent.fill()
    (only,) = window.recent.actions()
    assert not only.isEnabled()


def test_quit_closes_all_windows(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    window.page.writer.type_words(window.page.selection(), "x")
    other = desk.show(DRAFT, None)
    window.session.undo_stack.setClean()
    assert desk.windows == [window, other]
    assert QTest.qWaitForWindowExposed(other)
    other.activateWindow()
    qtbot.keyClick(other.page, Qt.Key.Key_Q, CTRL)
    assert desk.windows == []


def test_quit_stays_when_a_draft_is_not_to_be_given_up(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.page.writer.type_words(window.page.selection(), "x")
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Cancel)
    window.quit()
    assert window in desk.windows


def test_dialogs_start_where_the_text_was_read_from(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "in" / "mine.txt"
    source.parent.mkdir()
    source.write_text("Water\n\nThe General Assembly,\n\nRecalling x,\n\n1. Decides y.\n")
    window = desk.open(source)
    assert window is not None
    asked: list[tuple[str, str]] = []

    def ask(_window: object, _title: str, proposed: str, patterns: str) -> tuple[str, str]:
        asked.append((proposed, patterns))
        return str(tmp_path / "out"), "Plain text (*.txt)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    window.export()
    assert (tmp_path / "out.txt").exists()
    window.save_as()
    assert [Path(proposed).parent for proposed, _ in asked] == [source.parent] * 2
    assert asked[0][1] == "Word file (*.docx);;Plain text (*.txt);;Markdown (*.md)"


def test_the_samples_own_folder_is_not_proposed(desk: Desk) -> None:
    desk.start().page.sample_requested.emit()
    assert desk.windows[-1].folder is None


def test_an_empty_draft_has_no_words(qtbot: QtBot) -> None:
    empty = document("Line: _The General Assembly_, | P: ")
    assert WordCount().count(empty) == 0
    assert WordCount().count(document("Title: Peace now | Line: _The Council_, | 1. Acts.")) == 3

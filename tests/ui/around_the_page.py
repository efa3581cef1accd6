"""Steps in all that stands round the page, by its own keys and buttons, and what must hold after.

A step is the name of one of `STEPS`, two numbers that say where and what, and words that are typed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from drafter.app.outline_model import ID_ROLE
from drafter.app.places import places
from drafter.app.searching import find_all
from drafter.core.language import language
from drafter.io.native import native_bytes, read_native
from drafter.ui.desk import Desk
from drafter.ui.dialogs.table import TableDialog
from drafter.ui.findings import FixMenu
from drafter.ui.main_window import MainWindow
from drafter.ui.note_menu import NoteMenu
from drafter.ui.panels.dates import DateEdit
from drafter.ui.raw_words import raw_words
from drafter.ui.workspace import Workspace
from tests.ui.test_page_laws import caret_at

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
_ANSWER_MS = 20_000
_One = TypeVar("_One")
_Shown = TypeVar("_Shown", bound=QWidget)

WORDS = (
    "",
    " ",
    "a",
    "e",
    "Decides",
    "A/C.3/64/L.6",
    "A/RES/64/177",
    "64",
    "2024",
    "Sixty-fourth session",
    "Agenda item 77 | Oceans",
    "3 May 2024",
    "3 Maj 2024",
    "2024-05-03",
    "Brazil",
    "Chad",
    "France",
    "Brasil",
    "Xqzwv",
    "60/288",
    "A/61/179",
    "Recalling its resolution",
    r"\b\w+e\w*",
    r"(?<=e)s|^",
    "[",
    "x*",
    ".",
    r"\1",
    "\u0627\u0644",
    "\u56de\u987e",
    "\U0001f600e\u0301",
    "one\ntwo\u2028three",
    "tab\there\u00a0\u00ad",
)


@dataclass(frozen=True, slots=True)
class Around:
    """A window with all that stands round its page."""

    desk: Desk
    window: MainWindow
    qtbot: QtBot

    @property
    def space(self) -> Workspace:
        return self.desk.workspaces[self.window]

    def ask(self, name: str) -> None:
        """Triggers a command, as a menu does, if it can be had now."""
        action = self.window.findChild(QAction, name)
        assert isinstance(action, QAction), name
        if action.isEnabled():
            action.trigger()

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=_ANSWER_MS)


Step = Callable[[Around, float, float, str], None]


def nth(row: Sequence[_One], part: float) -> _One:
    return row[round(part * (len(row) - 1))]


def write(widget: QWidget, words: str) -> None:
    """Typed sign by sign, whatever the keyboard."""
    for sign in words:
        key = Qt.Key.Key_Return if sign == "\n" else Qt.Key.Key_unknown
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            text = "\r" if sign == "\n" else sign
            QApplication.sendEvent(widget, QKeyEvent(kind, key, NONE, text))


def replace_words(field: QWidget, words: str) -> None:
    QTest.keyClick(field, Qt.Key.Key_A, CTRL)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    write(field, words)


def click(button: QAbstractButton) -> None:
    if button.isEnabled():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def toggle(box: QCheckBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_Space)


# --- the masthead -------------------------------------------------------------------------------


def in_field(around: Around, where: float, what: float, words: str) -> None:
    """Words typed in a field of the masthead, or taken out, taken back, left."""
    around.space.panels.show_masthead()
    panel = around.space.panels.masthead
    fields = [panel.organ_name, panel.symbol, panel.number, panel.session_number.lineEdit(),
              panel.session_words, panel.agenda, panel.committee, panel.origin,
              panel.submitted_by, panel.issued.words, panel.adopted.words,
              panel.sponsors.name]  # fmt: skip
    field = nth([one for one in fields if one.isVisible()], where)
    field.setFocus()
    acts = (
        lambda: write(field, words),
        lambda: write(field, words),
        lambda: replace_words(field, words),
        lambda: (write(field, words), QTest.keyClick(field, Qt.Key.Key_Return)),
        lambda: (write(field, words), around.window.page.setFocus()),
        lambda: QTest.keyClick(field, Qt.Key.Key_Backspace),
        lambda: QTest.keyClick(field, Qt.Key.Key_Backspace, CTRL),
        lambda: QTest.keyClick(field, Qt.Key.Key_Z, CTRL),
        lambda: QTest.keyClick(field, Qt.Key.Key_Z, CTRL | SHIFT),
        lambda: around.ask("paste"),
    )
    nth(acts, what)()


def choose(around: Around, where: float, what: float, _words: str) -> None:
    """Another organ, kind, original language or session, by an arrow."""
    around.space.panels.show_masthead()
    panel = around.space.panels.masthead
    box = nth((panel.organ, panel.kind, panel.original, panel.session_number), where)
    box.setFocus()
    QTest.keyClick(box, nth((Qt.Key.Key_Down, Qt.Key.Key_Up), what))


def pick_date(around: Around, where: float, what: float, _words: str) -> None:
    around.space.panels.show_masthead()
    panel = around.space.panels.masthead
    date = nth([one for one in (panel.issued, panel.adopted) if one.isVisible()], where)
    date.pick.trigger()
    calendar = date.findChild(QCalendarWidget) or date._calendar
    view = calendar.findChild(QTableView)
    QTest.keyClick(view, nth((Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageUp), what))
    QTest.keyClick(view, Qt.Key.Key_Return if what < 0.8 else Qt.Key.Key_Escape)
    date._menu.hide()


def in_sponsors(around: Around, where: float, what: float, words: str) -> None:
    around.space.panels.show_masthead()
    edit = around.space.panels.masthead.sponsors
    if not edit.isVisible():
        return
    rows = edit.list.topLevelItemCount()

    def change() -> None:
        column = 0 if what < 0.6 else 1
        edit.list.editItem(edit.list.topLevelItem(round(where * (rows - 1))), column)
        editor = edit.list.viewport().findChild(QLineEdit)
        if editor is not None:
            replace_words(editor, words.replace("\n", " "))
            QTest.keyClick(editor, Qt.Key.Key_Return)

    def take_out() -> None:
        edit.list.setCurrentItem(edit.list.topLevelItem(round(where * (rows - 1))))
        QTest.keyClick(edit.list, Qt.Key.Key_Delete)

    if what < 0.4 or not rows:
        edit.name.setFocus()
        write(edit.name, words)
        QTest.keyClick(edit.name, Qt.Key.Key_Return)
    elif what < 0.7:
        change()
    elif what < 0.85:
        take_out()
    elif edit.nearest.isVisible():
        click(edit.nearest)


# --- finding and tables -------------------------------------------------------------------------


def find(around: Around, where: float, what: float, words: str) -> None:
    bar = around.space.find_bar
    if not bar.isVisible():
        around.ask("replace" if what < 0.8 else "find")
    if bar.isVisible() and where < 0.8:
        sought = some_words(around, where) if where < 0.6 else words.replace("\n", " ")
        replace_words(bar.words, sought)
    acts = (
        lambda: QTest.keyClick(bar.words, Qt.Key.Key_Return),
        lambda: QTest.keyClick(bar.words, Qt.Key.Key_Return, SHIFT),
        lambda: replace_words(bar.new, words.replace("\n", " ")),
        lambda: click(bar.replace_one),
        lambda: click(bar.replace_one),
        lambda: click(bar.replace_all),
        lambda: toggle(bar.match_case),
        lambda: toggle(bar.whole_word),
        lambda: toggle(bar.is_regex),
        lambda: toggle(bar.in_selection),
        lambda: around.ask("find_next"),
        lambda: around.ask("find_previous"),
        lambda: QTest.keyClick(bar.words, Qt.Key.Key_Z, CTRL),
        lambda: QTest.keyClick(bar, Qt.Key.Key_Escape),
    )
    nth(acts, what)()


def some_words(around: Around, where: float) -> str:
    """Words that stand in the draft, or a part of one."""
    found = [
        one for p in around.window.session.resolution.paragraphs for one in p.text.plain.split()
    ]
    return nth(found, where / 0.6)[: 1 + round(where * 20)] if found else ""


def in_table(around: Around, where: float, what: float, words: str) -> None:
    """The dialog on the table at the caret or a new one: cells, rows and columns."""
    page = around.window.page
    tables = [one for one in page.session.resolution.paragraphs if one.cells]
    if tables and what < 0.8:
        page.go_to(nth(tables, where).id)
    around.ask("edit_table")
    for dialog in shown(around, TableDialog):
        grid = dialog.grid
        buttons = [one for one in dialog.findChildren(QPushButton) if one.isEnabled()]
        changing = [one for one in buttons if not isinstance(one.parent(), QDialogButtonBox)]
        row, column = round(where * (grid.rowCount() - 1)), round(what * (grid.columnCount() - 1))
        grid.setCurrentCell(row, column)
        if what < 0.5:
            click(nth(changing, what * 2))
        item = grid.currentItem()
        if item is None or item.flags() & Qt.ItemFlag.ItemIsEditable:
            QTest.keyClick(grid, Qt.Key.Key_F2)
            editor = grid.viewport().findChild(QLineEdit)
            if editor is not None:
                replace_words(editor, words.replace("\n", " "))
        if where < 0.8:
            ok = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
            click(ok)
        else:
            dialog.reject()
        dialog.close()


# --- footnotes, outline, problems ---------------------------------------------------------------


def in_note(around: Around, where: float, what: float, words: str) -> None:
    around.space.panels.show_footnotes()
    panel = around.space.panels.footnotes
    if not panel.rows:
        around.ask("footnote")
        return
    row = nth(list(panel.rows.values()), where)
    row.words.setFocus()

    def paste() -> None:
        mime = QMimeData()
        mime.setHtml(f"<p>{words} <i>x</i></p>")
        mime.setText(words)
        row.words.insertFromMimeData(mime)

    def follow() -> None:
        row.places.linkActivated.emit(nth(page_ids(around), where))

    acts = (
        lambda: write(row.words, words),
        lambda: write(row.words, words),
        lambda: replace_words(row.words, words),
        lambda: QTest.keyClick(row.words, Qt.Key.Key_Backspace),
        paste,
        lambda: around.ask("paste"),
        lambda: QTest.keyClick(row.words, Qt.Key.Key_Z, CTRL),
        lambda: QTest.keyClick(row.words, Qt.Key.Key_Z, CTRL | SHIFT),
        follow,
        lambda: click(row.delete),
    )
    nth(acts, what)()


def page_ids(around: Around) -> list[str]:
    return [one.id for one in around.window.session.resolution.paragraphs] or [""]


def mark_again(around: Around, where: float, what: float, _words: str) -> None:
    page = around.window.page
    page.set_caret(caret_at(page, where))
    around.ask("mark_again")
    for menu in shown(around, NoteMenu):
        nth(menu.actions(), what).trigger()
        menu.close()


def in_outline(around: Around, where: float, what: float, _words: str) -> None:
    """Goes to a paragraph, drags it to another row, folds."""
    panel = around.space.panels.outline
    model = panel.model
    rows = [key for key in list(model.keys()) if not key.startswith("part:")]
    if not rows:
        return
    index = model.index_of(nth(rows, where))
    panel.tree.setCurrentIndex(index)
    if what < 0.2:
        QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    elif what < 0.3:
        QTest.keyClick(panel.tree, nth((Qt.Key.Key_Left, Qt.Key.Key_Right), what))
    else:
        dragged = model.mimeData([index])
        target = model.index_of(nth(list(model.keys()), (what - 0.3) / 0.7))
        below = what * 100 % 1
        row = -1 if below < 0.3 else round(below * model.rowCount(target))
        if below > 0.6:
            row, target = target.row() + 1, target.parent()
        if model.flags(target) & Qt.ItemFlag.ItemIsDropEnabled or not target.isValid():
            model.dropMimeData(dragged, Qt.DropAction.MoveAction, row, 0, QModelIndex(target))


def in_problems(around: Around, where: float, what: float, _words: str) -> None:
    around.space.panels.show_problems()
    panel, checking = around.space.panels.problems, around.space.checking
    checking.check_now()
    around.wait(lambda: checking.is_current)
    checking.stop_waiting()
    if checking.problems:
        panel.choose(nth(checking.problems, where))
    acts = (
        lambda: click(panel.fix_one),
        lambda: click(panel.fix_one),
        lambda: click(panel.fix_kind),
        lambda: click(panel.ignore),
        lambda: click(panel.turn_off),
        lambda: [one.trigger() for one in panel.rules_off.menu().actions()[:1]],
        lambda: around.ask("next_problem"),
        lambda: around.ask("previous_problem"),
        lambda: fix_here(around, where),
        lambda: QTest.keyClick(panel.grouping, nth((Qt.Key.Key_Down, Qt.Key.Key_Up), where)),
    )
    nth(acts, what)()


def fix_here(around: Around, where: float) -> None:
    around.ask("fixes")
    for menu in shown(around, FixMenu):
        nth([one for one in menu.actions() if not one.isSeparator()], where).trigger()
        menu.close()


def copy_words(_around: Around, _where: float, _what: float, words: str) -> None:
    QGuiApplication.clipboard().setText(words)


def shown(around: Around, kind: type[_Shown]) -> list[_Shown]:
    return [one for one in around.window.findChildren(kind) if one.isVisible()]


STEPS: dict[str, Step] = {
    "in_field": in_field,
    "choose": choose,
    "pick_date": pick_date,
    "in_sponsors": in_sponsors,
    "find": find,
    "in_table": in_table,
    "in_note": in_note,
    "mark_again": mark_again,
    "in_outline": in_outline,
    "in_problems": in_problems,
    "copy_words": copy_words,
}


# --- what must hold -----------------------------------------------------------------------------


def check_around(around: Around) -> None:
    """All that is shown round the page is what the document says, which can be written and read."""
    check_masthead(around)
    check_notes(around)
    check_outline(around)
    check_finds(around)
    check_problems(around)
    session, window = around.window.session, around.window
    resolution = session.resolution
    assert read_native(native_bytes(resolution)) == resolution
    assert window.isWindowModified() is not session.is_clean
    stack = session.undo_stack
    assert window.actions_["undo"].isEnabled() is stack.canUndo()
    assert window.actions_["redo"].isEnabled() is stack.canRedo()
    assert around.window.page.caret().place in set(places(resolution))


def check_masthead(around: Around) -> None:
    panel, resolution = around.space.panels.masthead, around.window.session.resolution
    masthead = resolution.masthead
    lines = (
        (panel.organ_name, masthead.organ_name),
        (panel.symbol, masthead.symbol),
        (panel.number, resolution.number),
        (panel.session_words, masthead.session),
        (panel.committee, masthead.committee),
        (panel.origin, masthead.origin.plain),
        (panel.submitted_by, masthead.submitted_by),
    )
    for field, words in lines:
        assert field.text().strip() == words.strip()
    boxes: tuple[tuple[QComboBox, object], ...] = (
        (panel.kind, resolution.kind),
        (panel.organ, resolution.organ),
        (panel.original, (masthead.languages or ("",))[0]),
    )
    for box, value in boxes:
        assert box.currentData() == value
    items = [line.partition("|") for line in raw_words(panel.agenda).splitlines()]
    written = [(label.strip(), title.strip()) for label, _, title in items]
    assert [one for one in written if any(one)] == [
        (one.label, one.title) for one in masthead.agenda_items
    ]
    for field, day in ((panel.issued, masthead.issued), (panel.adopted, masthead.adopted)):
        check_date(field, language(resolution.language).date_words(day) if day else "")
    rows = [panel.sponsors.list.topLevelItem(at)
            for at in range(panel.sponsors.list.topLevelItemCount())]  # fmt: skip
    assert [(row.text(0), row.text(1)) for row in rows if row] == [
        (one.name, one.on_behalf_of) for one in masthead.sponsors
    ]


def check_date(field: DateEdit, words: str) -> None:
    """It shows the date of the document, unless something else is being typed."""
    typed = field.words.isModified()
    assert typed or field.words.text() == words


def check_notes(around: Around) -> None:
    panel, session = around.space.panels.footnotes, around.window.session
    order = session.numbering.note_order
    assert panel._standing == list(order[: len(panel._standing)])
    for note_id, row in panel.rows.items():
        assert raw_words(row.words) == session.resolution.footnote(note_id).text.plain
        assert row.number.text() == session.numbering.notes[note_id]


def check_outline(around: Around) -> None:
    model = around.space.panels.outline.model
    ids = [one.id for one in around.window.session.resolution.paragraphs]
    assert [key for key in list(model.keys()) if not key.startswith("part:")] == ids
    for key in ids:
        assert model.index_of(key).data(ID_ROLE) == key


def check_finds(around: Around) -> None:
    bar, resolution = around.space.find_bar, around.window.session.resolution
    query = bar._query() if bar.isVisible() else None
    if query is not None:
        assert bar._hits == find_all(resolution, query, bar._within)


def check_problems(around: Around) -> None:
    panel, checking = around.space.panels.problems, around.space.checking
    assert sorted(
        (one.data(0, Qt.ItemDataRole.UserRole).rule for one in panel._items()),
    ) == sorted(one.rule for one in checking.problems)

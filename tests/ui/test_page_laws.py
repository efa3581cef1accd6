"""Laws of the page: whatever is done to it, it shows the document, and every step can be undone."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from drafter.app.places import Caret, places
from drafter.app.session import Session
from drafter.app.slots import surface
from drafter.app.writing import end_of
from drafter.core.inline import Style
from drafter.core.model import Resolution
from drafter.core.numbering import numbering
from drafter.ui.editor.blocks import Look, displayable, page_blocks
from drafter.ui.editor.page import Page
from drafter.ui.theme import LIGHT
from tests.io.html_pages import UNLINKED, WORD
from tests.notation import document

DOCUMENTS = (
    document("P: "),
    document(
        "Title: Peace | Line: _The General Assembly_, | P: _Recalling_ the Court,[^1] | P: _Noting_"
        " \U0001f600 e\u0301, | # I. Heading | 1. _Decides_: | (a) one;[^2] | (i) deep; |"
        " (ii) deeper; | (b) two; | < and so on; | T: a ; b // c ; d | 2. _Requests_ z.[^1] |"
        " Closing: 28th meeting | Closing: 3 May | Vote: 10 to 5 | A: Rules | 1. Rule one. | T: e |"
        " [^1]: First. | [^2]: Second.",
        printed=False,
    ),
    document(
        "@ar | P: إذ تشير إلى قرارها, | 1. تقرر: | (a) أولا؛ | (b) ثانيا. | Closing: الجلسة",
        printed=False,
    ),
)
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier

KEYS = (
    (Qt.Key.Key_Return, NONE),
    (Qt.Key.Key_Return, SHIFT),
    (Qt.Key.Key_Backspace, NONE),
    (Qt.Key.Key_Delete, NONE),
    (Qt.Key.Key_Backspace, CTRL),
    (Qt.Key.Key_Delete, CTRL),
    (Qt.Key.Key_Tab, NONE),
    (Qt.Key.Key_Backtab, SHIFT),
    (Qt.Key.Key_Left, NONE),
    (Qt.Key.Key_Right, SHIFT),
    (Qt.Key.Key_Down, SHIFT),
    (Qt.Key.Key_Home, NONE),
    (Qt.Key.Key_End, CTRL),
    (Qt.Key.Key_A, CTRL),
    (Qt.Key.Key_X, CTRL),
    (Qt.Key.Key_C, CTRL),
    (Qt.Key.Key_V, CTRL),
    (Qt.Key.Key_Z, CTRL),
    (Qt.Key.Key_Z, CTRL | SHIFT),
)
COMMANDS: tuple[Callable[[Page], object], ...] = (
    lambda page: page.writer.move_up(page.selection()),
    lambda page: page.writer.move_down(page.selection()),
    lambda page: page.writer.make_preambular(page.selection()),
    lambda page: page.writer.make_operative(page.selection()),
    lambda page: page.writer.make_heading(page.selection()),
    lambda page: page.writer.delete(page.selection()),
    lambda page: page.writer.toggle_style(page.selection(), Style.ITALIC),
    lambda page: page.writer.insert_footnote(page.caret(), "A note."),
    lambda page: page.set_zoom(page.zoom + 10),
)
WORDS = ("a", " ", "Recalling ", "requests:", "\U0001f600", "e\u0301", "كما", "回顾", ";", "\u00a0")
PASTED = (
    "word",
    "Recalling its resolution 60/1,\n\nDeploring delay,\n",
    "1. Decides x;\n\n(a) one;\n\n(b) two.\n",
    "<p>some <i>words</i> and a note<sup>3</sup></p>",
    WORD,
    UNLINKED,
)

steps = st.one_of(
    st.tuples(st.just("type"), st.sampled_from(WORDS)),
    st.tuples(st.just("key"), st.sampled_from(KEYS)),
    st.tuples(st.just("command"), st.integers(0, len(COMMANDS) - 1)),
    st.tuples(st.just("compose"), st.sampled_from(WORDS)),
    st.tuples(st.just("paste"), st.sampled_from(PASTED)),
    st.tuples(st.just("select"), st.tuples(st.floats(0, 1), st.floats(0, 1))),
    st.tuples(st.just("drag"), st.floats(0, 1)),
    st.tuples(st.just("foreign"), st.sampled_from(("x", "x\ny", ""))),
)


def do(page: Page, step: tuple[str, object]) -> None:
    kind, what = step
    if kind == "type":
        for letter in str(what):
            if letter.isascii():
                QTest.keyClicks(page, letter)
            else:
                page.writer.type_words(page.selection(), letter)
    elif kind == "key":
        QTest.keyClick(page, *what)
    elif kind == "command":
        COMMANDS[int(what)](page)
    elif kind == "compose":
        compose(page, str(what))
    elif kind == "paste":
        mime = QMimeData()
        (mime.setHtml if str(what).startswith("<") else mime.setText)(str(what))
        page.insertFromMimeData(mime)
    elif kind == "select":
        page.select(*sorted_carets(page, what))
    elif kind == "drag":
        page.writer.move(page.selection(), caret_at(page, float(what)))
    else:
        write_as_another(page, str(what))


def compose(page: Page, words: str) -> None:
    QGuiApplication.sendEvent(page, QInputMethodEvent(words[:1], []))
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QGuiApplication.sendEvent(page, event)


def write_as_another(page: Page, words: str) -> None:
    """As a screen reader does: straight into the text document."""
    cursor = QTextCursor(page.textCursor())
    cursor.insertText(words)


def caret_at(page: Page, part: float) -> Caret:
    resolution = page.session.resolution
    row = [
        Caret(place, at)
        for place in places(resolution)
        for at in range(end_of(resolution, place) + 1)
    ]
    return row[round(part * (len(row) - 1))]


def sorted_carets(page: Page, parts: tuple[float, float]) -> tuple[Caret, Caret]:
    return caret_at(page, min(parts)), caret_at(page, max(parts))


def check(page: Page) -> None:
    resolution = page.session.resolution
    assert page.blocks == page_blocks(resolution)
    block = page.document().begin()
    for shown in page.blocks:
        if shown.look is not Look.TABLE:
            assert block.text() == displayable(surface(shown.text))
        else:
            assert block.text() == "\ufffc"
        assert_formats(page, shown, block)
        block = block.next()
    assert not block.isValid()
    ids = [p.id for p in resolution.paragraphs] + [n.id for n in resolution.footnotes]
    assert len(set(ids)) == len(ids)
    assert page.caret().place in set(places(resolution))


def assert_formats(page: Page, shown: object, block: object) -> None:
    """The formats are those that a fresh page would set."""
    renderer = page._renderer
    wanted = []
    for characters, format_ in renderer._runs(shown):
        wanted.extend([format_] * (len(characters.encode("utf-16-le")) // 2))
    walk = block.begin()
    present = []
    while not walk.atEnd():
        fragment = walk.fragment()
        present.extend([fragment.charFormat()] * fragment.length())
        walk += 1
    assert present == wanted
    assert block.blockFormat() == page.typography.block_format(shown)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.sampled_from(DOCUMENTS), st.lists(steps, max_size=25))
def test_the_page_shows_the_document_and_undo_goes_all_the_way(
    qtbot: QtBot, start: Resolution, script: list[tuple[str, object]]
) -> None:
    session = Session(start)
    page = Page(session, LIGHT)
    try:
        page.resize(900, 500)
        for step in script:
            do(page, step)
            check(page)
        end = session.resolution
        while session.undo_stack.canUndo():
            page.undo()
            check(page)
        assert session.resolution == start
        while session.undo_stack.canRedo():
            page.redo()
        check(page)
        assert numbering(session.resolution) == numbering(session.resolution)
        if not any(kind == "key" and what[0] is Qt.Key.Key_Z for kind, what in script):
            assert session.resolution == end
    finally:
        page.close()
        page.deleteLater()
        session.deleteLater()

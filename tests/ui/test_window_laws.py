"""Laws of the window: whatever its own actions do, the page shows the document, every step can be
undone, and the recovery file is a second old at most and loads.

With DRAFTER_CI=1 it takes 10,000 steps, elsewhere a few hundred.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from drafter.core.model import Resolution
from drafter.io.native import read_native
from drafter.ui.desk import Desk
from drafter.ui.main_window import MainWindow
from tests.ui.test_page_laws import DOCUMENTS, check, do, steps

STEPS_EACH = 200
EXAMPLES = 50 if os.environ.get("DRAFTER_CI") == "1" else 2
CHECKED_EVERY = 10
ACTIONS = (
    *("undo", "redo", "cut", "copy", "paste", "select_all", "italic", "bold", "superscript"),
    *("footnote", "preambular", "operative", "heading", "level_down", "level_up", "move_up"),
    *("move_down", "delete_paragraph", "zoom_in", "zoom_out", "zoom_usual", "theme_light"),
    *("language_fr", "language_ar", "language_zh", "language_en", "sets_end_marks"),
)

window_steps = st.one_of(steps, st.tuples(st.just("action"), st.sampled_from(ACTIONS)))


def do_in(window: MainWindow, step: tuple[str, object]) -> None:
    kind, what = step
    if kind == "action":
        found = window.findChild(QAction, str(what))
        assert isinstance(found, QAction)
        found.trigger()
    else:
        do(window.page, step)


@pytest.mark.slow
@pytest.mark.timeout(1200)
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(
    st.sampled_from(DOCUMENTS),
    st.lists(window_steps, min_size=STEPS_EACH, max_size=STEPS_EACH),
)
def test_whatever_the_window_does_can_be_undone_and_recovered(
    desk: Desk, qtbot: QtBot, start: Resolution, script: list[tuple[str, object]]
) -> None:
    window = desk.show(start, None)
    recovery = desk.workspaces[window].recovery
    session = window.session
    try:
        for number, step in enumerate(script):
            do_in(window, step)
            if number % CHECKED_EVERY == 0:
                check(window.page)
        check(window.page)
        if not session.is_clean:
            qtbot.waitUntil(lambda: recovery.is_current, timeout=1000)
            kept = read_native((recovery.folder / "draft.resolution").read_bytes())
            assert kept == session.resolution
        while session.undo_stack.canRedo():
            window.page.redo()
        end = session.resolution
        while session.undo_stack.canUndo():
            window.page.undo()
        assert session.resolution == start
        check(window.page)
        while session.undo_stack.canRedo():
            window.page.redo()
        assert session.resolution == end
        check(window.page)
    finally:
        session.undo_stack.setClean()
        window.close()

"""Laws of the window: whatever its own actions do, the page shows the document, every step can be
undone, and the recovery file is a second old at most and loads.

With DRAFTER_CI=1 it takes 10,000 steps, elsewhere a few hundred.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from drafter.core.model import Resolution
from drafter.io.native import read_native
from drafter.ui.desk import Desk
from tests.ui.around_the_page import STEPS, WORDS, Around, check_around
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

actions = st.tuples(st.just("action"), st.sampled_from(ACTIONS))
parts = st.floats(0, 1)
around_steps = st.tuples(
    st.sampled_from(sorted(STEPS)), st.tuples(parts, parts, st.sampled_from(WORDS))
)
window_steps = st.one_of(steps, actions, steps, actions, steps, around_steps)


def do_in(around: Around, step: tuple[str, object]) -> None:
    kind, what = step
    if kind == "action":
        around.ask(str(what))
    elif kind in STEPS:
        STEPS[kind](around, *what)
    else:
        do(around.window.page, step)


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
    around = Around(desk, window, qtbot)
    try:
        for number, step in enumerate(script):
            do_in(around, step)
            if number % CHECKED_EVERY == 0:
                check(window.page)
                check_around(around)
        check(window.page)
        check_around(around)
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
        if not window.close():
            window.close()  # words in a field that the draft does not have were told

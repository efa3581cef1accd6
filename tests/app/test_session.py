"""The session: one history, word-sized steps, the clean mark, and what it announces."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from drafter.app.session import Session
from drafter.core import edits
from drafter.core.inline import Text
from drafter.core.model import Part, Resolution


def _draft() -> Resolution:
    return edits.insert(Resolution(), 0, Part.PREAMBLE, "Recalling")


def _with_text(session: Session, words: str) -> Resolution:
    return edits.set_text(session.resolution, "p1", Text(words))


def test_an_edit_is_announced_with_the_document_before_and_after(qtbot: QtBot) -> None:
    session = Session(_draft())
    before = session.resolution
    with qtbot.waitSignal(session.changed) as announced:
        assert session.apply(_with_text(session, "Noting"), "Typing")
    assert announced.args == [before, session.resolution]


def test_an_edit_that_changes_nothing_is_no_step(qtbot: QtBot) -> None:
    session = Session(_draft())
    with qtbot.assertNotEmitted(session.changed):
        assert not session.apply(_with_text(session, "Recalling"), "Typing")
    assert not session.undo_stack.canUndo()


def test_undo_and_redo_go_to_the_very_same_documents(qtbot: QtBot) -> None:
    session = Session(_draft())
    before = session.resolution
    session.apply(_with_text(session, "Noting"), "Typing")
    after = session.resolution
    session.undo()
    assert session.resolution is before
    session.redo()
    assert session.resolution is after


def test_changes_of_one_merge_key_are_one_step_until_typing_ends(qtbot: QtBot) -> None:
    session = Session(_draft())
    session.apply(_with_text(session, "Recalling i"), "Typing", "p1")
    session.apply(_with_text(session, "Recalling it"), "Typing", "p1")
    session.end_typing()
    session.apply(_with_text(session, "Recalling it "), "Typing", "p1")
    session.apply(_with_text(session, "Recalling it x"), "Typing", "p2")
    assert session.undo_stack.count() == 3
    session.undo()
    session.undo()
    assert session.resolution.paragraph("p1").text.plain == "Recalling it"


def test_typing_that_takes_itself_back_leaves_no_step(qtbot: QtBot) -> None:
    session = Session(_draft())
    session.apply(_with_text(session, "Recalling i"), "Typing", "p1")
    with qtbot.waitSignal(session.changed):
        session.apply(_with_text(session, "Recalling"), "Typing", "p1")
    assert session.undo_stack.count() == 0


def test_typing_after_an_undo_does_not_merge_into_an_older_step(qtbot: QtBot) -> None:
    session = Session(_draft())
    session.apply(_with_text(session, "one"), "Typing", "p1")
    session.apply(_with_text(session, "two"), "Other")
    session.undo()
    session.apply(_with_text(session, "three"), "Typing", "p1")
    session.undo()
    assert session.resolution.paragraph("p1").text.plain == "one"


def test_the_labels_stand_in_the_stack_for_the_edit_menu(qtbot: QtBot) -> None:
    session = Session(_draft())
    session.apply(_with_text(session, "one"), "Split paragraph")
    assert session.undo_stack.undoText() == "Split paragraph"


def test_the_clean_mark_is_the_saved_state(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(_draft())
    session.apply(_with_text(session, "one"), "Typing", "p1")
    assert not session.is_clean
    with qtbot.waitSignals([session.clean_changed, session.path_changed]):
        session.mark_saved(tmp_path / "draft.resolution")
    session.apply(_with_text(session, "two"), "Typing", "p1")
    assert not session.is_clean
    session.undo()
    assert session.is_clean
    assert session.resolution.paragraph("p1").text.plain == "one"


def test_a_change_from_within_an_announcement_is_a_bug_and_says_so(qtbot: QtBot) -> None:
    session = Session(_draft())
    complaints: list[str] = []

    def apply_more(_old: Resolution, _new: Resolution) -> None:
        try:
            session.apply(_with_text(session, "more"), "Typing")
        except RuntimeError as error:
            complaints.append(str(error))

    session.changed.connect(apply_more)
    session.apply(_with_text(session, "one"), "Typing")
    assert complaints


@given(st.lists(st.tuples(st.text(max_size=8), st.sampled_from(["", "a", "b"])), max_size=30))
def test_undo_to_the_start_and_redo_to_the_end(steps: list[tuple[str, str]]) -> None:
    session = Session(_draft())
    start = session.resolution
    for words, key in steps:
        session.apply(_with_text(session, words), "Typing", key)
    end = session.resolution
    count = session.undo_stack.count()
    for _ in range(count):
        session.undo()
    assert session.resolution == start
    for _ in range(count):
        session.redo()
    assert session.resolution == end

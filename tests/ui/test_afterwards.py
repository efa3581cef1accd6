"""What follows the first sight of a window: in order, a piece a turn, and not when it is gone."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from drafter.ui.afterwards import Afterwards


def test_pieces_follow_the_first_paint_with_a_turn_for_others_between(qtbot: QtBot) -> None:
    seen, happened = QWidget(), []
    qtbot.addWidget(seen)
    afterwards = Afterwards(seen)

    def first() -> None:
        happened.append("first")
        QTimer.singleShot(0, lambda: happened.append("a key"))

    afterwards.add(first, lambda: None, lambda: happened.append("last"))
    afterwards.done.connect(lambda: happened.append("done"))
    qtbot.wait(1)
    assert happened == []
    with qtbot.waitSignal(afterwards.done):
        seen.show()
    assert happened == ["first", "a key", "last", "done"]


def test_what_was_not_done_is_not_done_after_closing(qtbot: QtBot) -> None:
    seen, happened = QWidget(), []
    qtbot.addWidget(seen)
    afterwards = Afterwards(seen)
    afterwards.add(afterwards.close, lambda: happened.append("too late"))
    with qtbot.waitSignal(afterwards.done):
        seen.show()
    assert happened == []

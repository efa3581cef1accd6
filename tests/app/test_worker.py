"""Work off the main thread: what is overtaken is never announced."""

from threading import Event, Timer

from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from drafter.app.worker import Answer, FaultError, Worker
from drafter.core.errors import DrafterError, ReadError


def announced(worker: Worker) -> list[Answer]:
    found: list[Answer] = []
    worker.answered.connect(found.append)
    return found


def test_an_answer_carries_the_number_of_its_request(qtbot: QtBot) -> None:
    worker = Worker()
    found = announced(worker)
    number = worker.ask(lambda: 7)
    qtbot.waitUntil(lambda: len(found) == 1)
    assert found == [Answer(number, 7)]
    worker.close()


def test_a_known_error_stands_in_place_of_the_value(qtbot: QtBot) -> None:
    def fail() -> object:
        raise ReadError("It cannot be read.")

    worker = Worker()
    found = announced(worker)
    worker.ask(fail)
    qtbot.waitUntil(lambda: len(found) == 1)
    assert isinstance(found[0].error, DrafterError)
    assert found[0].value is None
    worker.close()


def test_a_fault_is_told_to_who_waits_and_raised(qtbot: QtBot) -> None:
    def fail() -> object:
        raise ZeroDivisionError

    worker = Worker()
    found = announced(worker)
    with capture_exceptions() as raised:
        worker.ask(fail)
        qtbot.waitUntil(lambda: len(found) == 1)
        worker.finish()
    assert isinstance(found[0].error, FaultError)
    assert [one[0] for one in raised] == [ZeroDivisionError]
    worker.close()


def test_an_answer_overtaken_on_its_way_between_threads_is_dropped(qtbot: QtBot) -> None:
    worker = Worker()
    found = announced(worker)
    worker.ask(lambda: "early")
    while worker.is_busy:  # the answer is sent, but no event has brought it here yet
        pass
    worker.ask(lambda: "late")
    qtbot.waitUntil(lambda: bool(found))
    assert [answer.value for answer in found] == ["late"]
    worker.close()


def test_after_closing_nothing_is_announced(qtbot: QtBot) -> None:
    go = Event()
    worker = Worker()
    found = announced(worker)
    worker.ask(lambda: go.wait(10))
    go.set()
    worker.close()
    qtbot.wait(20)
    assert found == []


def test_after_closing_nothing_is_begun(qtbot: QtBot) -> None:
    worker = Worker()
    begun = Event()
    worker.close()
    worker.ask(begun.set)
    worker.finish()
    assert not begun.is_set()


def test_what_was_finished_can_be_asked_again(qtbot: QtBot) -> None:
    worker = Worker()
    found = announced(worker)
    worker.ask(lambda: "first")
    worker.finish()
    number = worker.ask(lambda: "second")
    qtbot.waitUntil(lambda: bool(found))
    assert found == [Answer(number, "second")]
    worker.close()


def test_who_waited_may_go_away_before_the_answer(qtbot: QtBot) -> None:
    window = QObject()
    worker = Worker(window)
    found = announced(worker)
    begun, go = Event(), Event()

    def work() -> bool:
        begun.set()
        return go.wait(10)

    with capture_exceptions() as raised:
        worker.ask(work)
        assert begun.wait(10)
        Timer(0.05, go.set).start()
        delete(window)  # waits for what runs
        qtbot.wait(20)
    assert go.is_set()
    assert raised == []
    assert found == []

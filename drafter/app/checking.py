"""Live checking: after a rest the document is checked off the main thread.

A check under way is given up at the next change. Who is still writing a paragraph does not hear
that it is unfinished.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from drafter.app.outline_rows import Badge
from drafter.app.session import Session
from drafter.app.worker import Answer, Worker
from drafter.core import edits
from drafter.core.model import Resolution

if TYPE_CHECKING:
    from drafter.check.engine import Cache
    from drafter.check.problem import Problem

REST_MS = 300
"""How long the document must rest before it is checked."""


class Checking(QObject):
    """The problems of a session's document.

    That the paragraph or note at the caret is unfinished comes up only when the caret leaves it.

    `problems_changed()` when there are others, and after the first check even if there are none;
    `checked()` whenever those of the document as it is have been found or were known.
    """

    problems_changed = Signal()
    checked = Signal()

    def __init__(
        self, session: Session, rules_off: Collection[str] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.problems: tuple[Problem, ...] = ()
        self._session = session
        self._rules_off = frozenset(rules_off)
        self._found: tuple[Problem, ...] = ()
        self._place = ""
        self._checked: Resolution | None = None
        self._checker = _Checker()
        self._is_stale = Event()
        self._worker = Worker(self)
        self._worker.answered.connect(self._on_worker_answered)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self.check_now)
        session.changed.connect(self._on_session_changed)

    @property
    def rules_off(self) -> frozenset[str]:
        """The ids of the rules turned off."""
        return self._rules_off

    @property
    def is_current(self) -> bool:
        """Whether the problems are those of the document as it is now."""
        return self._checked is self._session.resolution

    def set_rules_off(self, rules_off: Collection[str]) -> None:
        """Turns rules off and all others on."""
        if frozenset(rules_off) != self._rules_off:
            self._rules_off = frozenset(rules_off)
            self._checked = None
            self.check_now()

    def set_place(self, place: str) -> None:
        """Takes the id of the paragraph or note that the caret is in, empty for anywhere else."""
        if place != self._place:
            self._place = place
            if self.is_current:
                self._show(self._found)

    def stop_waiting(self) -> None:
        """Lets all come up that was found, also what the caret would have to leave first."""
        if self.is_current:
            self._show(self._found)

    def ignore(self, problem: Problem, label: str) -> None:
        """Lets the document remember that this problem was looked at; one undo step."""
        resolution = self._session.resolution
        self._session.apply(edits.ignore(resolution, problem.rule, problem.place or ""), label)

    def problems_at(self, place: str, position: int | None = None) -> tuple[Problem, ...]:
        """The problems of a paragraph or note, also what has not come up yet; at a code point those
        whose stretch touches it first.
        """
        here = [one for one in self._found if one.place == place]
        if position is None:
            return tuple(here)
        touching = [one for one in here if one.start <= position <= one.end]
        return tuple(touching + [one for one in here if one not in touching])

    def badges(self) -> Mapping[str, Badge]:
        """How many problems stand at each paragraph, and how bad the worst is."""
        badges: dict[str, Badge] = {}
        for problem in sorted(self.problems, key=lambda one: one.severity.rank):
            if problem.place is not None:
                known = badges.get(problem.place, Badge(problem.severity.value, 0))
                badges[problem.place] = Badge(known.severity, known.count + 1)
        return badges

    @Slot()
    def check_now(self) -> None:
        """Checks without waiting for a rest."""
        self._timer.stop()
        resolution = self._session.resolution
        if resolution is self._checked:
            self.checked.emit()
            return
        checker, rules_off, is_stale = self._checker, self._rules_off, Event()
        self._is_stale = is_stale
        self._worker.ask(lambda: checker.check(resolution, rules_off, is_stale))

    def close(self) -> None:
        """Stops for good."""
        self._timer.stop()
        self._is_stale.set()
        self._worker.close()

    @Slot(object, object)
    def _on_session_changed(self, _old: Resolution, _new: Resolution) -> None:
        self._is_stale.set()  # what is checked gives the processor free for the key
        self._timer.start()

    @Slot(object)
    def _on_worker_answered(self, answer: Answer) -> None:
        checked = answer.value
        if not isinstance(checked, _Checked) or checked.resolution is not self._session.resolution:
            return
        is_first = self._checked is None
        self._checked, self._found = checked.resolution, checked.problems
        if is_first:
            self.problems = self._found
            self.problems_changed.emit()
        else:
            self._show(self._without_waiting())
        self.checked.emit()

    def _show(self, problems: tuple[Problem, ...]) -> None:
        before, self.problems = self.problems, problems  # equal ones have fixes of the text of now
        if problems != before:
            self.problems_changed.emit()

    def _without_waiting(self) -> tuple[Problem, ...]:
        """What was found, without what would be new and only says that the end is still missing
        where the caret is.
        """
        known = {(one.message.code, one.place) for one in self.problems}
        return tuple(
            one
            for one in self._found
            if not (one.is_unfinished and one.place == self._place)
            or (one.message.code, one.place) in known
        )


@dataclass(frozen=True, slots=True)
class _Checked:
    resolution: Resolution
    problems: tuple[Problem, ...]


class _Checker:
    """Checks on the worker's thread, where the rules are loaded for the first time."""

    def __init__(self) -> None:
        self._cache: Cache | None = None

    def check(
        self, resolution: Resolution, rules_off: Collection[str], is_stale: Event
    ) -> _Checked:
        # Inline: a window is seen and written in before anything is checked.
        from drafter.check.engine import Cache, check  # noqa: PLC0415
        from drafter.check.registry import ALL  # noqa: PLC0415

        self._cache = self._cache or Cache()
        rules = tuple(rule for rule in ALL if rule.id not in rules_off)
        ignored = {(one.rule, one.place or None) for one in resolution.ignored}
        found = check(resolution, rules, self._cache, is_stale=is_stale.is_set)
        return _Checked(resolution, tuple(o for o in found if (o.rule, o.place) not in ignored))

"""The problems at the right: what is wrong, grouped by paragraph or by rule, and what to do about
it.

A fix is one undo step on the document as it is; findings of a document that has moved on are not
fixed but looked for again. Rows that stay are left as they are: a new paragraph gives hundreds of
groups another number, and nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from html import escape
from itertools import compress, count
from operator import ne

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.app.checking import Checking
from drafter.app.i18n import paragraph_words
from drafter.app.session import Session
from drafter.check.engine import apply_fix
from drafter.check.problem import Problem, Severity
from drafter.check.registry import ALL
from drafter.check.rule import Rule
from drafter.core.model import Resolution
from drafter.ui.labels import empty_words, second
from drafter.ui.panels.rules_off import RulesOff
from drafter.ui.rule_examples import example_html
from drafter.ui.severities import coloured, counted, severity_icon, severity_word

_PROBLEM = Qt.ItemDataRole.UserRole
_BY_PARAGRAPH, _BY_RULE = range(2)
_Group = tuple[str, list[Problem]]
"""A name and what stands below it."""
_NAME_LENGTH = 40
_MARGIN = 8


class ProblemsPanel(QWidget):
    """The problems of a session's document; `problem_chosen(problem)` wishes to go there."""

    problem_chosen = Signal(object)
    rules_off_changed = Signal(object)

    def __init__(
        self,
        session: Session,
        checking: Checking,
        colours: Mapping[str, QColor],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._checking = checking
        self._colours = dict(colours)
        self._shown: list[_Group] = []
        self._icons: dict[tuple[str, int], QIcon] = {}
        self._rules: Mapping[str, Rule] = {rule.id: rule for rule in ALL}
        self.grouping = QComboBox(self)
        self.tree = QTreeWidget(self)
        self.explanation = QTextBrowser(self)
        self.fix_one = QPushButton(self.tr("&Fix"), self)
        self.fix_kind = QPushButton(self.tr("Fix &all alike"), self)
        self.ignore = QPushButton(self.tr("&Ignore here"), self)
        self.turn_off = QPushButton(self.tr("&Turn rule off"), self)
        self.rules_off = RulesOff(checking, self._rules, self)
        self._summary = QLabel(self)
        self._empty = empty_words("", self)
        self._below = QWidget(self)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._stack = QStackedLayout()
        self.fix_kind.setToolTip(self.tr("Mends all problems of this kind in one step"))
        self.ignore.setToolTip(self.tr("Does not show this problem again in this draft"))
        self.turn_off.setToolTip(
            self.tr("Problems of this kind are not shown in any draft any more")
        )
        self._lay_out()
        self.grouping.activated.connect(self._on_grouping_activated)
        self.tree.currentItemChanged.connect(self._on_current_item_changed)
        self.tree.itemActivated.connect(self._on_item_activated)
        self.tree.itemClicked.connect(self._on_item_activated)
        self.fix_one.clicked.connect(self._on_fix_one_clicked)
        self.fix_kind.clicked.connect(self._on_fix_kind_clicked)
        self.ignore.clicked.connect(self._on_ignore_clicked)
        self.turn_off.clicked.connect(self._on_turn_off_clicked)
        self.rules_off.turned_on.connect(self._on_rule_turned_on)
        checking.problems_changed.connect(self._on_problems_changed)
        self._on_problems_changed()

    # --- what the window calls --------------------------------------------------------------

    def set_colours(self, colours: Mapping[str, QColor]) -> None:
        """Takes the colours of severities from another theme."""
        self._colours = dict(colours)
        for row in self._items():
            row.setIcon(0, self._icon(row.data(0, _PROBLEM).severity.value))

    def current(self) -> Problem | None:
        """The problem chosen."""
        item = self.tree.currentItem()
        return item.data(0, _PROBLEM) if item else None

    def step(self, place: str, position: int, *, forward: bool) -> Problem | None:
        """Chooses the next problem after a place on the page, or the one before it; goes round."""
        problems = self._checking.problems
        if not problems:
            return None
        chosen = self.current()
        if chosen is not None and chosen.place == place and chosen in problems:
            at = problems.index(chosen) + (1 if forward else -1)
        else:
            before = sum(self._key(one) < self._key_of(place, position) for one in problems)
            at = before if forward else before - 1
        problem = problems[at % len(problems)]
        self.choose(problem)
        self.problem_chosen.emit(problem)
        return problem

    def choose(self, problem: Problem) -> None:
        """Selects a problem's row without going to the page."""
        for item in self._items():
            if item.data(0, _PROBLEM) == problem:
                self.tree.setCurrentItem(item)
                return

    def fix(self, problem: Problem) -> bool:
        """Applies a problem's fix as one undo step; False if there is none or it is stale."""
        # A row may hold the same problem of an earlier text, whose fix knows that text only.
        known = next((one for one in self._checking.problems if one == problem), problem)
        if known.fix is None or not self._checking.is_current:
            return False
        changed = apply_fix(self._session.resolution, known.fix)
        return self._session.apply(changed, known.fix.title.english())

    # --- layout -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.grouping.addItems([self.tr("By paragraph"), self.tr("By rule")])
        self.grouping.setAccessibleName(self.tr("Group the problems"))
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(self.fontMetrics().height())
        self.tree.setAccessibleName(self.tr("Problems"))
        self.tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.explanation.setAccessibleName(self.tr("Explanation"))
        self.explanation.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.explanation.setOpenLinks(False)
        second(self._summary)
        self._summary.setWordWrap(True)
        self._summary.setTextFormat(Qt.TextFormat.RichText)
        top = QHBoxLayout()
        top.addWidget(self._summary, 1)
        top.addWidget(self.grouping)
        self._splitter.addWidget(self.tree)
        self._splitter.addWidget(self._lay_out_below())
        self._splitter.setSizes([1100, 900])
        self._splitter.setChildrenCollapsible(False)
        found = QWidget(self)
        box = QVBoxLayout(found)
        box.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        box.addLayout(top)
        box.addWidget(self._splitter, 1)
        self._stack.addWidget(found)
        nothing = QWidget(self)
        around = QVBoxLayout(nothing)
        around.setContentsMargins(0, _MARGIN, 0, 0)
        around.addWidget(self._empty)
        self._stack.addWidget(nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._stack, 1)
        whole.addWidget(self.rules_off)
        self.setFocusProxy(self.tree)

    def _lay_out_below(self) -> QWidget:
        """The explanation of the problem chosen, and what can be done about it."""
        buttons = QGridLayout()
        buttons.setHorizontalSpacing(_MARGIN)
        for at, button in enumerate((self.fix_one, self.fix_kind, self.ignore, self.turn_off)):
            buttons.addWidget(button, at // 2, at % 2)
        inner = QVBoxLayout(self._below)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.explanation, 1)
        inner.addLayout(buttons)
        return self._below

    # --- showing ----------------------------------------------------------------------------

    @Slot()
    def _on_problems_changed(self) -> None:
        chosen = self.current()
        with QSignalBlocker(self.tree):
            self._show_groups(list(self._groups().items()))
            if chosen is not None:
                self._choose_again(chosen)
        self._summarize()
        self._explain(self.current())

    def _show_groups(self, groups: list[_Group]) -> None:
        """Puts in and takes out what differs from what is shown, and names the rest anew."""
        old, self._shown = self._shown, groups
        most = min(len(old), len(groups))
        start = _alike_groups(old, groups, most)
        tail = _alike_groups(old[::-1], groups[::-1], most - start)
        for _ in range(start, len(old) - tail):
            self.tree.takeTopLevelItem(start)
        made = [self._group(*group) for group in groups[start : len(groups) - tail]]
        self.tree.insertTopLevelItems(start, made)
        for group in made:
            group.setExpanded(True)
        shift = len(groups) - len(old)
        for at in (*range(start), *range(len(groups) - tail, len(groups))):
            name = groups[at][0]
            group = self.tree.topLevelItem(at)
            if group is not None and name != old[at if at < start else at - shift][0]:
                group.setText(0, name)

    def _group(self, name: str, problems: list[Problem]) -> QTreeWidgetItem:
        group = QTreeWidgetItem([name])
        group.setForeground(0, self.palette().brush(QPalette.ColorRole.Dark))
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.addChildren([self._row(problem) for problem in problems])
        return group

    def _row(self, problem: Problem) -> QTreeWidgetItem:
        words, severity = problem.message.english(), problem.severity.value
        row = QTreeWidgetItem([words])
        row.setIcon(0, self._icon(severity))
        row.setData(0, _PROBLEM, problem)
        spoken = self.tr("%1: %2").replace("%1", severity_word(severity)).replace("%2", words)
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        row.setToolTip(0, f"{words}\n{self._rules[problem.rule].title}")
        return row

    def _icon(self, severity: str) -> QIcon:
        colour = self._colours[severity]
        if (severity, colour.rgba()) not in self._icons:
            self._icons[severity, colour.rgba()] = severity_icon(severity, colour)
        return self._icons[severity, colour.rgba()]

    def _groups(self) -> dict[str, list[Problem]]:
        by_rule = self.grouping.currentIndex() == _BY_RULE
        paragraphs = {
            paragraph_id: at for at, paragraph_id in enumerate(self._session.resolution.ids)
        }
        groups: dict[str, list[Problem]] = {}
        for problem in self._checking.problems:
            title = self._rules[problem.rule].title if by_rule else self._name(problem, paragraphs)
            groups.setdefault(title, []).append(problem)
        return groups

    def _name(self, problem: Problem, paragraphs: Mapping[str, int]) -> str:
        """Where a problem stands, with the first words there; `paragraphs` are indices by id."""
        resolution = self._session.resolution
        labels = self._session.numbering
        index = paragraphs.get(problem.place or "")
        if index is not None:
            words = resolution.paragraphs[index].text.plain
            return f"{paragraph_words(resolution, labels, index)}  {_first_words(words)}"
        for note in resolution.footnotes:
            if note.id == problem.place:
                place = self.tr("Footnote %1").replace("%1", labels.notes.get(note.id, ""))
                return f"{place}  {_first_words(note.text.plain)}"
        return self.tr("The whole draft")

    def _choose_again(self, chosen: Problem) -> None:
        """Chooses what was chosen before, else its successor at the same place."""
        if self.current() != chosen:
            alike = [item for item in self._items() if _is_alike(item.data(0, _PROBLEM), chosen)]
            self.tree.setCurrentIndex(self.tree.indexFromItem(alike[0]) if alike else QModelIndex())

    def _items(self) -> list[QTreeWidgetItem]:
        rows: list[QTreeWidgetItem] = []
        for group in map(self.tree.topLevelItem, range(self.tree.topLevelItemCount())):
            below = map(group.child, range(group.childCount())) if group else ()
            rows.extend(row for row in below if row)
        return rows

    def _summarize(self) -> None:
        problems = self._checking.problems
        counts = {one.value: sum(p.severity is one for p in problems) for one in Severity}
        self._summary.setText(coloured(counted(counts), self._colours))
        nothing = self.tr("No problems found. The text is checked as you write.")
        self._empty.setText(nothing if self._checking.is_current else self.tr("Checking…"))
        self._stack.setCurrentIndex(0 if problems else 1)

    def _explain(self, problem: Problem | None) -> None:
        for button in (self.fix_one, self.fix_kind, self.ignore, self.turn_off):
            button.setEnabled(problem is not None)
        if problem is None:
            self.explanation.setPlainText(self.tr("Choose a problem to see what it is about."))
            return
        rule = self._rules[problem.rule]
        has_fix = problem.fix is not None
        self.fix_one.setEnabled(has_fix)
        self.fix_kind.setEnabled(has_fix)
        self.fix_one.setToolTip(problem.fix.title.english() if problem.fix else "")
        source = self.tr("Source: rule %1 of the editorial rules").replace("%1", rule.source)
        parts = (
            f"<p><b>{escape(rule.title)}</b></p>",
            f"<p>{escape(problem.message.english())}</p>",
            self._what_the_fix_does(problem),
            f"<p>{escape(rule.explanation)}</p>",
            self._example(self.tr("Right"), rule.good),
            self._example(self.tr("Wrong"), rule.bad),
            f"<p>{escape(source)}</p>",
        )
        self.explanation.setHtml("".join(parts))

    def _what_the_fix_does(self, problem: Problem) -> str:
        if problem.fix is None:
            return ""
        words = self.tr("Fix: %1").replace("%1", problem.fix.title.english())
        return f"<p>{escape(words)}</p>"

    def _example(self, title: str, examples: tuple[str, ...]) -> str:
        if not examples:
            return ""
        return (
            f"<p><b>{escape(title)}</b></p>"
            f"<blockquote style='margin: 2px 12px'>{example_html(examples[0])}</blockquote>"
        )

    def _key(self, problem: Problem) -> tuple[int, int]:
        return self._key_of(problem.place or "", problem.start)

    def _key_of(self, place: str, position: int) -> tuple[int, int]:
        resolution = self._session.resolution
        ids = [one.id for one in resolution.paragraphs] + [one.id for one in resolution.footnotes]
        return (ids.index(place) if place in ids else -1), position

    # --- doing ------------------------------------------------------------------------------

    @Slot(int)
    def _on_grouping_activated(self, _index: int) -> None:
        self._on_problems_changed()

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _on_current_item_changed(
        self, item: QTreeWidgetItem | None, _previous: QTreeWidgetItem | None
    ) -> None:
        self._explain(item.data(0, _PROBLEM) if item else None)

    @Slot(QTreeWidgetItem, int)
    def _on_item_activated(self, item: QTreeWidgetItem, _column: int) -> None:
        problem = item.data(0, _PROBLEM)
        if problem is not None:
            self.problem_chosen.emit(problem)

    @Slot()
    def _on_fix_one_clicked(self) -> None:
        problem = self.current()
        if problem is not None:
            self.fix(problem)

    @Slot()
    def _on_fix_kind_clicked(self) -> None:
        problem = self.current()
        if problem is None or problem.fix is None or not self._checking.is_current:
            return
        changed = _all_fixed(self._session.resolution, self._checking.problems, problem.rule)
        title = self.tr("Fix: %1").replace("%1", self._rules[problem.rule].title)
        self._session.apply(changed, title)

    @Slot()
    def _on_ignore_clicked(self) -> None:
        problem = self.current()
        if problem is not None:
            self._checking.ignore(problem, self.tr("Ignore problem"))
            self._checking.check_now()

    @Slot()
    def _on_turn_off_clicked(self) -> None:
        problem = self.current()
        if problem is not None:
            self._set_rules_off({*self._checking.rules_off, problem.rule})

    @Slot(str)
    def _on_rule_turned_on(self, rule: str) -> None:
        self._set_rules_off(self._checking.rules_off - {rule})

    def _set_rules_off(self, rules: Collection[str]) -> None:
        self._checking.set_rules_off(rules)
        self.rules_off.refresh()
        self.rules_off_changed.emit(self._checking.rules_off)


def _first_words(words: str) -> str:
    words = words.strip()
    return words if len(words) <= _NAME_LENGTH else f"{words[:_NAME_LENGTH].rstrip()}…"


def _is_alike(problem: Problem | None, other: Problem) -> bool:
    return problem is not None and (problem.rule, problem.place) == (other.rule, other.place)


def _alike_groups(first: Sequence[_Group], second: Sequence[_Group], most: int) -> int:
    """How many of the first `most` have the same problems, up to the first that has others."""
    pairs = ([problems for _, problems in groups[:most]] for groups in (first, second))
    return next(compress(count(), map(ne, *pairs)), most)


def _all_fixed(resolution: Resolution, problems: tuple[Problem, ...], rule: str) -> Resolution:
    """With all fixes of a rule applied that do not touch the same place."""
    touched: set[str] = set()
    for problem in problems:
        fix = problem.fix
        if problem.rule == rule and fix is not None and not fix.overlaps(touched):
            resolution = apply_fix(resolution, fix)
            touched |= fix.touches or {note for note in (problem.place,) if note}
    return resolution

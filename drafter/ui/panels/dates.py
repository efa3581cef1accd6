"""A date that may be absent, typed in the document's language or picked from a calendar."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QIcon, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from drafter.core.language import language
from drafter.paths import resource
from drafter.ui.labels import second


class DateEdit(QWidget):
    """Shows a date as the document prints it; `edited(date or None)` after a change by the user.

    Words that are no date stay in the field and change nothing; `fault` says so below them.
    """

    edited = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._date: date | None = None
        self._language = "en"
        self.words = QLineEdit(self)
        self.words.setAccessibleName(name)
        self.words.setPlaceholderText(self.tr("No date"))
        self.fault = second(QLabel(self))
        self.fault.setWordWrap(True)
        self.fault.hide()
        self._menu = QMenu(self)
        self.pick = QAction(self.tr("Calendar"), self.words)
        self.pick.setIcon(QIcon(str(resource("style", "calendar.svg"))))
        self.words.addAction(self.pick, QLineEdit.ActionPosition.TrailingPosition)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.words)
        box.addWidget(self.fault)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.words)
        self.words.editingFinished.connect(self._on_words_editing_finished)
        self.pick.triggered.connect(self._on_pick_triggered)

    @cached_property
    def _calendar(self) -> QCalendarWidget:
        """In its menu; made when it is first asked for, since it is a window full of widgets."""
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, QTextCharFormat())
        action = QWidgetAction(self._menu)
        action.setDefaultWidget(calendar)
        self._menu.addAction(action)
        calendar.activated.connect(self._on_calendar_chosen)
        calendar.clicked.connect(self._on_calendar_chosen)
        return calendar

    def show_date(self, day: date | None, code: str) -> None:
        """Shows a date in the words of a language; of the date it has, what is typed stays."""
        if day == self._date and self.words.isModified():
            self._language = code
        elif (day, code) != (self._date, self._language):
            self._show(day, code)

    def _show(self, day: date | None, code: str) -> None:
        self._date, self._language = day, code
        self.words.setText(language(code).date_words(day) if day else "")
        self._say("")

    def _say(self, fault: str) -> None:
        self.fault.setText(f"▲ {fault}" if fault else "")
        self.fault.setVisible(bool(fault))
        self.words.setAccessibleDescription(fault)

    def unread(self) -> str:
        """A sentence about words that are typed here and no date; empty if there are none."""
        if self.words.isModified() or self.words.accessibleDescription():
            self._on_words_editing_finished()
        return self.words.accessibleDescription()

    def _change(self, day: date | None) -> None:
        changed = day != self._date
        self._show(day, self._language)
        if changed:
            self.edited.emit(day)

    @Slot()
    def _on_words_editing_finished(self) -> None:
        words = self.words.text().strip()
        day = language(self._language).read_date(words) or _iso(words) or _in_figures(words)
        if day or not words:
            self._change(day)
            return
        fault = self.tr("“%1” is no date; write it like %2.").replace("%1", words)
        fault = fault.replace("%2", language(self._language).date_words(date(2026, 9, 8)))
        self._say(fault)

    @Slot()
    def _on_pick_triggered(self) -> None:
        day = self._date or date.today()  # noqa: DTZ011 - the user's own calendar
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._menu.popup(self.mapToGlobal(self._below()))
        self._calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _below(self) -> QPoint:
        """Where the calendar begins, such that it ends where the field does."""
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = 0 if is_rtl else self.width() - self._menu.sizeHint().width()
        return QPoint(left, self.height())

    @Slot(QDate)
    def _on_calendar_chosen(self, day: QDate) -> None:
        self._menu.hide()
        self._change(date(day.year(), day.month(), day.day()))


def _iso(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _in_figures(words: str) -> date | None:
    """A date in figures in the reader's own order, such as 15/10/2026."""
    order = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    pattern = re.sub(r"y+", "yyyy", re.sub(r"d+", "d", re.sub(r"M+", "M", order)))
    day = QLocale().toDate(words, pattern)
    return date(day.year(), day.month(), day.day()) if day.isValid() else None

"""Moments in words, as the language of the window has them: today and yesterday by name."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime


def moment_words(moment: datetime, now: datetime | None = None) -> str:
    """A moment in local time: `today 14:02`, `yesterday 09:10`, `3 November 2026`.

    Both must know their time zone.
    """
    here = moment.astimezone()
    today = (now or datetime.now().astimezone()).astimezone().date()
    days = (today - here.date()).days
    time = QLocale().toString(QTime(here.hour, here.minute), QLocale.FormatType.ShortFormat)
    if days == 0:
        return QCoreApplication.translate("moments", "today %1").replace("%1", time)
    if days == 1:
        return QCoreApplication.translate("moments", "yesterday %1").replace("%1", time)
    return QLocale().toString(_day(here), "d MMMM yyyy")


def exact_words(moment: datetime) -> str:
    """Day and time to the minute, in local time: for a list in which days alone do not tell."""
    here = moment.astimezone()
    moment_here = QDateTime(_day(here), QTime(here.hour, here.minute))
    return QLocale().toString(moment_here, QLocale.FormatType.ShortFormat)


def _day(moment: datetime) -> QDate:
    return QDate(moment.year, moment.month, moment.day)

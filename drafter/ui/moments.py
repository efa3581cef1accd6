"""Moments in words, as the language of the window has them: today and yesterday by name."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime


def moment_words(moment: datetime, now: datetime | None = None) -> str:
    """A moment in local time: `today 14:02`, `yesterday 09:10`, `3 November 2026`.

    Both must know their time zone.
    """
    return _near_words(moment, now) or QLocale().toString(_local(moment), "d MMMM yyyy")


def exact_words(moment: datetime, now: datetime | None = None) -> str:
    """The same to the minute, however long ago: `3 Nov 2026 14:02`."""
    return _near_words(moment, now) or QLocale().toString(_local(moment), "d MMM yyyy HH:mm")


def _near_words(moment: datetime, now: datetime | None) -> str:
    """Today and yesterday by name; empty for any other day."""
    today = (now or datetime.now().astimezone()).astimezone().date()
    days = (today - moment.astimezone().date()).days
    time = QLocale().toString(_local(moment), "HH:mm")
    if days == 0:
        return QCoreApplication.translate("moments", "today %1").replace("%1", time)
    if days == 1:
        return QCoreApplication.translate("moments", "yesterday %1").replace("%1", time)
    return ""


def _local(moment: datetime) -> QDateTime:
    here = moment.astimezone()
    return QDateTime(QDate(here.year, here.month, here.day), QTime(here.hour, here.minute))

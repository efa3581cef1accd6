"""How the interface writes how many there are. In translated words `%Ln` writes the same."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def count_words(count: int) -> str:
    """A number as the reader writes it: `1,204`."""
    return QLocale().toString(count)


def readers_locale(system: QLocale) -> QLocale:
    """The locale that counts and dates are written in: the system's, or English where it has none.

    Without one (`LANG=C`) Qt sets nothing between thousands.
    """
    has_none = system.language() is QLocale.Language.C
    return QLocale(QLocale.Language.English) if has_none else system

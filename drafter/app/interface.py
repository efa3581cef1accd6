"""The language of the interface: which it is, and its words, Qt's own and the locale for them.

Not the language of the document, which is in `core.language`. Set up once, before any window.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from drafter import paths
from drafter.app.counts import readers_locale
from drafter.app.plurals import EnglishPlurals
from drafter.core.facts import LANGUAGES as DRAFT_LANGUAGES

SYSTEM = ""
"""The choice of whatever language the system has."""
SOURCE = "en"
"""The language the code is written in; it needs no translation."""
LANGUAGES: Mapping[str, str] = MappingProxyType({SOURCE: "English", "fr": "Français"})
"""Code and own name of each; one more needs `resources/translations/drafter_<code>.ts`."""

_LOG = logging.getLogger(__name__)


def interface_language(choice: str, system: QLocale) -> str:
    """The language to speak: the one chosen, or the first of the system's that there is."""
    if choice in LANGUAGES:
        return choice
    wished = (tag.split("-")[0] for tag in system.uiLanguages())
    return next((code for code in wished if code in LANGUAGES), SOURCE)


def first_draft_language(interface: str, system: QLocale) -> str:
    """The language of drafts until one is chosen: the interface's choice, then the system's."""
    wished = (interface, *(tag.split("-")[0] for tag in system.uiLanguages()))
    return next((code for code in wished if code in DRAFT_LANGUAGES), SOURCE)


def interface_locale(code: str, system: QLocale) -> QLocale:
    """The locale of dates and counts: the system's, unless it speaks another language.

    English is spoken where the system's language is not to be had: its dates and counts stay.
    """
    own = QLocale(code)
    is_makeshift = code == SOURCE == interface_language(SYSTEM, system)
    is_same = own.language() is system.language()
    return readers_locale(system) if is_same or is_makeshift else own


def speak(code: str, owner: QObject) -> None:
    """Gives Qt the words of a language for as long as `owner` lives."""
    QCoreApplication.installTranslator(EnglishPlurals(owner))
    if code == SOURCE:
        return
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for folder, name in (
        (of_qt, f"qtbase_{code}"),
        (str(paths.resource("translations")), f"drafter_{code}"),
    ):
        words = QTranslator(owner)
        if words.load(name, folder):
            QCoreApplication.installTranslator(words)
        else:
            _LOG.warning("no translation %s in %s", name, folder)

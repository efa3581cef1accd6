"""The language of the interface: which is spoken, and that the translations are whole."""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject
from PySide6.QtWidgets import QApplication

from drafter import paths
from drafter.app.interface import (
    LANGUAGES,
    SOURCE,
    SYSTEM,
    first_draft_language,
    interface_language,
    interface_locale,
    speak,
)

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))
import make_translations

TRANSLATED = sorted(set(LANGUAGES) - {SOURCE})
MEND = "run .venv/bin/python packaging/make_translations.py"
_PLACES = re.compile(r"%L?n|%\d|\{\d*\}")


def _ts(code: str) -> Path:
    return paths.resource("translations", f"drafter_{code}.ts")


def _messages(code: str) -> Iterator[tuple[str, str, ET.Element]]:
    for context in ET.parse(_ts(code)).getroot().iter("context"):  # noqa: S314 - our own
        for message in context.iter("message"):
            yield context.findtext("name", ""), message.findtext("source", ""), message


def _forms(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    forms = [one.text or "" for one in translation.findall("numerusform")]
    return forms or [translation.text or ""]


@pytest.mark.parametrize(
    ("choice", "system", "written"),
    [
        (SYSTEM, "fr_CH", "fr"),
        (SYSTEM, "ar_EG", "ar"),
        (SYSTEM, "zh_CN", "zh"),
        (SYSTEM, "pl_PL", "en"),
        (SYSTEM, "C", "en"),
        ("fr", "en_GB", "fr"),
        ("en", "es_MX", "en"),
    ],
)
def test_drafts_are_in_the_readers_language_until_another_is_chosen(
    choice: str, system: str, written: str
) -> None:
    assert first_draft_language(choice, QLocale(system)) == written


@pytest.mark.parametrize(
    ("choice", "system", "spoken"),
    [
        (SYSTEM, "fr_CH", "fr"),
        (SYSTEM, "en_GB", "en"),
        (SYSTEM, "pl_PL", "en"),
        (SYSTEM, "C", "en"),
        ("fr", "en_GB", "fr"),
        ("en", "fr_FR", "en"),
        ("xx", "fr_FR", "fr"),
    ],
)
def test_the_choice_counts_then_the_system_then_english(
    choice: str, system: str, spoken: str
) -> None:
    assert interface_language(choice, QLocale(system)) == spoken


@pytest.mark.parametrize(
    ("code", "system", "locale"),
    [
        ("fr", "fr_CH", "fr_CH"),
        ("fr", "en_GB", "fr_FR"),
        ("en", "fr_FR", "en_US"),
        ("en", "de_DE", "de_DE"),
        ("en", "C", "en_US"),
    ],
)
def test_dates_are_in_the_language_spoken(code: str, system: str, locale: str) -> None:
    assert interface_locale(code, QLocale(system)).name() == locale


@pytest.mark.parametrize("code", TRANSLATED)
def test_words_counts_and_buttons_of_qt_are_translated(code: str, qapp: QApplication) -> None:
    owner = QObject()
    translate = QCoreApplication.translate
    before = translate("QPlatformTheme", "Cancel"), translate("Places", "Preamble")
    speak(code, owner)
    try:
        spoken = translate("QPlatformTheme", "Cancel"), translate("Places", "Preamble")
        one, many = (translate("Severities", "%Ln error(s)", None, n) for n in (1, 2))
    finally:
        owner.deleteLater()
        QCoreApplication.sendPostedEvents(owner, 0)
        del owner
    assert spoken[0] != before[0]
    assert spoken[1] != before[1]
    assert one != many
    assert "(" not in one + many


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_translation_is_finished(code: str) -> None:
    open_ones = [
        (context, source)
        for context, source, message in _messages(code)
        if message.find("translation[@type]") is not None or not all(_forms(message))
    ]
    assert open_ones == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_placeholders_and_letters_agree(code: str) -> None:
    wrong: list[tuple[str, str]] = []
    for _, source, message in _messages(code):
        for form in _forms(message):
            wanted, there = sorted(_PLACES.findall(source)), sorted(_PLACES.findall(form))
            counts = message.get("numerus") == "yes"
            if counts:  # the one may be said without a figure
                wanted, there = ([x for x in y if x != "%Ln"] for y in (wanted, there))
            if wanted != there or ("&" in source) != ("&" in form):
                wrong.append((source, form))
    assert wrong == []


def test_french_has_unbreakable_spaces_before_its_marks() -> None:
    bare = [
        form
        for _, _, message in _messages("fr")
        for form in _forms(message)
        if re.search(r"[ \w][;?!»]| :|« |\w:(?!\w)|'", form)
    ]
    assert bare == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_what_is_loaded_is_made_of_the_translation(code: str, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    make_translations.release(_ts(code), made)
    assert made.read_bytes() == _ts(code).with_suffix(".qm").read_bytes(), MEND


@pytest.mark.parametrize("code", TRANSLATED)
def test_all_words_of_the_code_are_in_the_translation(code: str) -> None:
    there = {
        (context, source, message.get("numerus") == "yes")
        for context, source, message in _messages(code)
    }
    in_code = {tuple(one) for one in make_translations.sources()}
    assert there == in_code, f"{MEND}, then translate what is unfinished in {_ts(code).name}"

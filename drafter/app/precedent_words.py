"""What the window says about precedents: where they stand, and how established they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from drafter.core.model import Organ, Part
from drafter.corpus.asking import Strength, Use


def _tr(words: str) -> str:
    return QCoreApplication.translate("Precedents", words)


def where_words(use: Use) -> str:
    """Where a use stands: `A/RES/63/195, para. 8, 2008`."""
    label = use.label.rstrip(". -")
    if use.part is Part.PREAMBLE:
        place = _tr("preamble")
    elif use.part is Part.ANNEX:
        place = _tr("annex, para. {0}").format(label) if label else _tr("annex")
    else:
        place = _tr("para. {0}").format(label) if label else ""
    return ", ".join(one for one in (document_words(use.symbol), place, year_words(use)) if one)


def document_words(symbol: str) -> str:
    """What a document is called: its symbol, or for a text without one the name of its file."""
    path = PurePath(symbol)
    return path.name if path.is_absolute() else symbol


def year_words(use: Use) -> str:
    """The year of a use, if it is known."""
    return str(use.year) if use.year else ""


def strength_words(strength: Strength) -> str:
    """How established a wording is: `12 uses 2004–2016 · GA, HRC · 9 without a vote`."""
    parts = (_uses(strength), organ_words(strength.organs), vote_words(strength))
    return " · ".join(one for one in parts if one)


def organ_words(organs: Sequence[Organ]) -> str:
    """The organs, as short as they are called every day."""
    others = _tr("others")
    return ", ".join(others if organ is Organ.OTHER else organ.value for organ in organs)


def vote_words(strength: Strength) -> str:
    """How it was adopted, as far as that is known."""
    if strength.agreed and strength.agreed == strength.uses:
        return _tr("without a vote") if strength.uses == 1 else _tr("always without a vote")
    if strength.agreed:
        return QCoreApplication.translate("Precedents", "%Ln without a vote", None, strength.agreed)
    return _tr("by vote") if strength.voted else ""


def agreed_words(use: Use) -> str:
    """How one document was adopted, as far as that is known."""
    if use.agreed is None:
        return ""
    return _tr("without a vote") if use.agreed else _tr("by vote")


def _uses(strength: Strength) -> str:
    if strength.uses == 1:
        return _tr("used once")
    words = QCoreApplication.translate("Precedents", "%Ln use(s)", None, strength.uses)
    first, last = strength.first_year, strength.last_year
    if first is None or last is None:
        return words
    return f"{words} {first}" if first == last else f"{words} {first}–{last}"

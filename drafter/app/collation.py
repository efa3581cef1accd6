"""The alphabetical order of a language, by Qt's collator (rule S-16).

Chinese goes by pronunciation (pinyin), as Qt's locale data has it.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCollator, QLocale

from drafter.core.language import language


def in_order(names: Iterable[str], code: str) -> tuple[str, ...]:
    """The names in the alphabetical order of a language."""
    collator = QCollator(QLocale(language(code).locale.replace("-", "_")))
    return tuple(sorted(names, key=collator.sortKey))

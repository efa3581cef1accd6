"""How many there are, written as the reader is used to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

import drafter
from drafter.app.counts import readers_locale

CODE = Path(drafter.__file__).parent


@pytest.mark.parametrize(
    ("name", "shown"), [("C", "1,204"), ("en_GB", "1,204"), ("de_DE", "1.204"), ("hi_IN", "1,204")]
)
def test_thousands_are_set_apart_in_the_readers_manner(name: str, shown: str) -> None:
    assert readers_locale(QLocale(name)).toString(1204) == shown


def test_counts_in_words_are_written_by_the_locale() -> None:
    plain = [
        f"{path.name}: {line.strip()}"
        for path in CODE.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"%n\b", line)
    ]
    assert plain == []

"""One and many in English, as a desk sets them up; for folders whose tests read such words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from drafter.app.plurals import EnglishPlurals


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """The plurals of the interface."""
    plurals = EnglishPlurals()
    qapp.installTranslator(plurals)
    yield
    qapp.removeTranslator(plurals)

"""Page 1 of an export stands where the official page does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.accept.layout import compared


@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.shared
def test_every_block_of_page_1_is_in_its_official_place(tmp_path: Path) -> None:
    blocks = compared(tmp_path)
    assert [one for one in blocks if not one.is_near] == []
    assert len(blocks) == 23

"""Words of the command line that several commands share."""

from __future__ import annotations

import pytest

from drafter.cli.words import count


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 items"), (1, "1 item"), (1204, "1,204 items")]
)
def test_a_count_sets_thousands_apart(number: int, words: str) -> None:
    assert count(number, "item") == words

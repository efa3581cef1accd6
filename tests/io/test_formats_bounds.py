"""What is too much to read is refused before it is read."""

import pytest

from drafter.core.errors import ReadError
from drafter.io.formats import LARGEST_TEXT_LINES, read


def test_a_text_of_very_many_short_lines_is_refused_at_once() -> None:
    with pytest.raises(ReadError, match="25,000 lines"):
        read(b"1. x;\n" * (LARGEST_TEXT_LINES + 1))


def test_a_text_of_many_lines_is_read() -> None:
    assert len(read(b"1. Decides x;\n\n" * 40).paragraphs) == 40

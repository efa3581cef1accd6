"""What is too much to read is refused before it is read."""

import pytest

from drafter.core.errors import ReadError
from drafter.io.formats import LARGEST_TEXT_LINES, read


def test_a_text_of_very_many_short_lines_is_refused_at_once() -> None:
    with pytest.raises(ReadError, match="25,000 lines"):
        read(b"1. x;\n" * (LARGEST_TEXT_LINES + 1))


def test_a_text_of_many_lines_is_read() -> None:
    assert len(read(b"1. Decides x;\n\n" * 40).paragraphs) == 40


def test_a_thousand_comments_before_no_web_page_are_passed_over_at_once() -> None:
    with pytest.raises(ReadError):
        read(b"<!---->" * 500 + b"\x00")


@pytest.mark.parametrize("charset", ["undefined", "rot13", "punycode", "no-such-thing"])
def test_a_web_page_that_names_an_odd_encoding_is_read_all_the_same(charset: str) -> None:
    page = f"<html><head><meta charset={charset}></head><body><p>1. Décide x.</p></body></html>"
    assert "x." in read(page.encode()).paragraphs[0].text.plain

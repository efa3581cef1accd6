"""Two letters, or a letter and a space, that were typed the wrong way round."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.corpus.mending import mended

KNOWN = {
    "the": 9000, "of": 9000, "requests": 800, "secretary": 700, "general": 900, "to": 9000,
    "take": 300, "note": 400, "encourage": 300, "l": 8000, "organisation": 500, "la": 9000,
    "declaration": 300, "form": 90, "from": 4000, "teh": 1,
    "prie": 3000, "pre": 10, "ile": 50, "le": 9000,
}  # fmt: skip


def rows(word: str) -> int:
    return KNOWN.get(word, 0)


def starting(start: str) -> int:
    return max((count for word, count in KNOWN.items() if word.startswith(start)), default=0)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("reuqests the secretary", "requests the secretary"),
        ("requests teh secretary", "requests the secretary"),  # a slip that a text has, too
        ("requestst he secretary", "requests the secretary"),
        ("request sthe secretary", "requests the secretary"),
        ("encouragel organisation", "encourage l organisation"),
        ("encourage lo rganisation", "encourage l organisation"),
        ("lad eclaration", "la declaration"),
        ("requests the secrteary", "requests the secretary"),
        ("tak enote", "take note"),
        ("prei le", "prie le"),  # though the rare "pre" and "ile" are words, too
    ],
)
def test_a_swap_is_put_right(typed: str, meant: str) -> None:
    assert " ".join(mended(typed.split(), rows, starting, is_unfinished=False)) == meant


@pytest.mark.parametrize(
    "typed", ["form the", "requests zyx", "requests the 60 288", "xylophone of the", "requests"]
)
def test_what_is_known_and_what_is_new_stays(typed: str) -> None:
    assert mended(typed.split(), rows, starting, is_unfinished=False) == typed.split()


def test_an_unfinished_last_word_is_taken_for_a_start() -> None:
    assert mended(["the", "secr"], rows, starting, is_unfinished=True) == ["the", "secr"]
    assert mended(["the", "escret"], rows, starting, is_unfinished=True) == ["the", "secret"]
    assert mended(["th", "esecr"], rows, starting, is_unfinished=True) == ["the", "secr"]


@given(st.lists(st.sampled_from([*KNOWN, "xyzzy", "q", "60", "决议"]), max_size=8), st.booleans())
def test_known_words_come_back_and_nothing_is_empty(words: list[str], is_unfinished: bool) -> None:
    found = mended(words, rows, starting, is_unfinished=is_unfinished)
    assert all(found)
    assert "".join(sorted("".join(found))) == "".join(sorted("".join(words)))

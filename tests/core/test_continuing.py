"""Where what was typed ends in a longer text, and what was typed otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.core.continuing import continuation, rest
from tests.strategies import WORDS

WHOLE = (
    "Requests the Secretary-General to ensure that adequate resources are made available to the"
    " Office of the High Commissioner, in order to permit it to discharge its mandate;"
)


def split(typed: str, whole: str = WHOLE) -> tuple[str, list[str]]:
    """What comes after what was typed, and the words in it that were typed otherwise."""
    found = continuation(typed, whole)
    assert found is not None
    return whole[rest(typed, whole, found.end) :], [whole[a:b] for a, b in found.differing]


@pytest.mark.parametrize(
    ("typed", "after", "differing"),
    [
        ("Requests the Secretary-General to", " ensure that", []),
        ("Requests the Secretary-General to ", "ensure that", []),
        ("Requests the Secretary-General to ens", "ure that", []),
        ("REQUESTS THE SECRETARY-GENERAL TO ENS", "ure that", []),
        ("Requests the Secretary-General to provide that", " adequate", ["ensure"]),
        ("Requests the Secretary-General to adequate", " resources are", ["ensure that"]),
        ("Reqeusts the Secretary-General to", " ensure", ["Requests"]),
        ("resources are made available", " to the Office", []),
        ("resources are made available,", " to the Office", []),
        ("the Office of the High Commissioner,", " in order", []),
        ("the Office of the High Commissioner, ", "in order", []),
        (WHOLE[:-1], ";", []),
        (WHOLE, "", []),
    ],
)
def test_what_follows(typed: str, after: str, differing: list[str]) -> None:
    found = split(typed)
    assert found[0].startswith(after)
    assert (found[0] == "") is (after == "")
    assert found[1] == differing


@pytest.mark.parametrize(
    ("typed", "whole", "after"),
    [
        ("请秘书长确保向高级", "请秘书长确保向高级专员办事处提供适足资源；", "专员办事处"),
        ("Deplore les violations", "Déplore les violations commises", " commises"),
        ("تطلب الى الامين", "تطلب إلى الأمين العام أن يكفل", " العام"),
        ("Просит Генерального се", "Просит Генерального секретаря представить", "кретаря"),
    ],
)
def test_other_scripts_and_words_without_accents(typed: str, whole: str, after: str) -> None:
    assert split(typed, whole)[0].startswith(after)


@pytest.mark.parametrize("typed", ["", "  ", "…", "Decides to remain seized of the matter"])
def test_other_words_are_no_beginning(typed: str) -> None:
    assert continuation(typed, WHOLE) is None


def test_of_a_long_text_the_end_counts() -> None:
    whole = " ".join(f"{number} {WHOLE}" for number in range(6))
    typed = whole[: len(whole) // 2]
    assert split(typed, whole)[0] == whole[len(whole) // 2 :]


@given(WORDS, WORDS)
def test_it_stays_within_the_text(typed: str, whole: str) -> None:
    found = continuation(typed, whole)
    if found is not None:
        assert 0 <= found.start <= found.end <= len(whole)
        assert all(0 <= a < b <= len(whole) for a, b in found.differing)


@given(st.integers(12, len(WHOLE)))
def test_a_beginning_and_what_follows_make_the_whole(length: int) -> None:
    typed = WHOLE[:length]
    assert typed + split(typed)[0] == WHOLE

"""Laws of the text import: it never raises, and it loses no character."""

from __future__ import annotations

import re
import tarfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.core.errors import ReadError
from drafter.io.text import read_text
from tests.io.accounting import lost
from tests.seed_shapes import shaped

_PIECES = st.sampled_from(
    [
        "The General Assembly,",
        "L’Assemblée générale,",
        "大会，",
        "إن الجمعية العامة،",
        "Совет Безопасности,",
        "64/177. Assistance technique",
        "Recalling its resolution 60/1756",
        "rappelant également",
        "1. Decides",
        "2.",
        "(a) to act;",
        "(i)",
        "a)",
        "_______________",
        "1 Résolution 60/288.",
        "2",
        "¹ See above.",
        "*",
        "word²",
        "Unies1,",
        "2008-20112",
        "السلام(3)،",
        "text[4]",
        "assis-",
        "tance",
        "sous-",
        "régionales\u00ad",
        "A/RES/64/177",
        "2/10",
        "18-16895 (E)",
        "*1816895*",
        "Annex I",
        "Annexe – Titre",
        "II",
        "65e séance plénière",
        "18 December 2009",
        "[Adopted without a vote.]",
        "In favour: Chad",
        "– item",
        "“quoted",
        "；",
        ";",
        "high -level framew ork",
        "> Recalling",
        ">> 1. Decides",
        ">",
        "Village\tTrees\tShare",
        "Weir\t\t12",
        "Mill     12     3.5",
        "\t(a)\tTo plant",
        "• item",
        "* note",
        "** note",
        "Chad,* Fiji**",
        "PP1 Recalling",
        "OP1 bis Decides",
        "1 bis.",
        "2. alt",
        "Article 1",
        "٣ - تقرر",
        "Brazil,* Chad: draft resolution",
        "Agenda item 18 (f)",
        "From: Ana",
        "\f",
        "\x00",
        "\ufeff",
        "\ud800",
        "   ",
        "",
    ]
)
_LINES = st.lists(
    st.one_of(_PIECES, st.text(max_size=30), st.lists(_PIECES, max_size=4).map(" ".join)),
    max_size=30,
)


@settings(max_examples=300, deadline=None)
@given(lines=_LINES, end=st.sampled_from(["\n", "\r\n", "\n\n", "\r"]))
def test_nothing_is_lost_of_hostile_text(lines: list[str], end: str) -> None:
    source = end.join(lines)
    assert not lost(source, read_text(source))


@settings(max_examples=200, deadline=None)
@given(source=st.text(max_size=400))
def test_nothing_is_lost_of_any_text(source: str) -> None:
    assert not lost(source, read_text(source))


@settings(max_examples=100, deadline=None)
@given(content=st.binary(max_size=200))
def test_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        read_text(content)
    except ReadError as error:
        said = error.user_text()
    else:
        return
    assert re.search(r"[a-z]", said)


@settings(max_examples=60, deadline=None)
@given(lines=_LINES)
def test_the_same_text_gives_the_same_resolution(lines: list[str]) -> None:
    source = "\n".join(lines)
    assert read_text(source) == read_text(source)


@pytest.mark.shared
def test_nothing_is_lost_of_official_texts(shared: Path) -> None:
    with tarfile.open(shared / "corpus" / "text.tar.xz") as files:
        for member in files.getmembers()[::9]:
            stream = files.extractfile(member)
            if stream is not None:
                source = stream.read().decode()
                assert not lost(source, read_text(source)), member.name


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(30))
def test_nothing_is_lost_of_pasted_shapes(shared: Path, seed: int) -> None:
    path = sorted((shared / "corpus" / "pdf").glob("*.txt"))[seed % 6]
    made = shaped(read_text(path.read_bytes()), Random(seed)).text
    assert not lost(made, read_text(made))


def test_what_cannot_be_text_is_refused() -> None:
    for content in (
        b"",
        b" \n ",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"a\x00b",
        b"\x81\x8d",
        b"\xff\xfea",
    ):
        with pytest.raises(ReadError):
            read_text(content)


def test_a_text_longer_than_any_resolution_is_refused() -> None:
    with pytest.raises(ReadError, match="50 MB"):
        read_text(b"a" * (50 * 1024 * 1024))


def test_a_long_line_is_one_paragraph() -> None:
    words = "whereas " * 50_000
    resolution = read_text(words)
    assert [one.text.plain for one in resolution.paragraphs] == [words.strip()]

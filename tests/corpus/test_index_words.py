"""The file of an index's words: what is written is read, what does not fit is refused."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.core.errors import CorpusError
from drafter.corpus.asking import Query
from drafter.corpus.index_state import damaged_files, words_mark
from drafter.corpus.index_words import WORDS, WordsReader, WordsWriter, is_as_marked
from drafter.corpus.indexing import index_folder
from drafter.corpus.search import Searcher
from drafter.corpus.upkeep import rebuild
from drafter.corpus.verifying import faults
from tests.corpus.making import BRIDGES, RIVERS, add


@given(st.lists(st.tuples(st.integers(1, 2**62), st.text()), max_size=8))
def test_words_are_read_as_they_were_put(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[int, str]]
) -> None:
    folder = tmp_path_factory.mktemp("words")
    with closing(WordsWriter(folder, None)) as writer:
        places = [writer.put(number, words) for number, words in rows]
        mark = writer.kept()
    with closing(WordsReader(folder)) as reader:
        reader.open()
        found = reader.read(
            [number for number, _ in rows],
            [place for place, _ in places],
            [length for _, length in places],
        )
    assert found == [words for _, words in rows]
    assert is_as_marked(folder, mark)


def test_what_a_kill_left_after_the_mark_is_kept_and_counted(tmp_path: Path) -> None:
    with closing(WordsWriter(tmp_path, None)) as writer:
        writer.put(1, "requests the")
        mark = writer.kept()
        late = writer.put(2, "secretary general")
    assert is_as_marked(tmp_path, mark)
    with closing(WordsWriter(tmp_path, mark)) as writer:
        last = writer.put(3, "to submit")
        mark = writer.kept()
    assert is_as_marked(tmp_path, mark)
    with closing(WordsReader(tmp_path)) as reader:
        reader.open()
        read = reader.read([2, 3], [late[0], last[0]], [late[1], last[1]])
        assert read == ["secretary general", "to submit"]
        with pytest.raises(ValueError, match="does not fit"):
            reader.read([3], [late[0]], [late[1]])
        with pytest.raises(ValueError, match="does not fit"):
            reader.read([3], [last[0]], [last[1] + 1])


def test_words_that_changed_on_the_disk_are_found_out(tmp_path: Path) -> None:
    add(tmp_path, RIVERS)
    place = index_folder(tmp_path, "en")
    assert damaged_files(place) == ()
    content = bytearray((place / WORDS).read_bytes())
    content[words_mark(place).size // 2] ^= 1
    (place / WORDS).write_bytes(content)
    assert damaged_files(place) == (WORDS,)
    assert any(WORDS in fault for fault in faults(tmp_path))
    add(tmp_path, BRIDGES)  # makes the index again
    assert faults(tmp_path) == ()


def test_words_that_are_gone_are_said_and_made_again(tmp_path: Path) -> None:
    add(tmp_path, RIVERS)
    (index_folder(tmp_path, "en") / WORDS).write_bytes(b"")
    with (
        Searcher(tmp_path) as searcher,
        pytest.raises(CorpusError, match="make it again with: drafter corpus rebuild"),
    ):
        searcher.suggest(Query("Deeply concerned", "en"))
    rebuild(tmp_path)
    with Searcher(tmp_path) as searcher:
        answer = searcher.suggest(Query("Deeply concerned", "en"))
    assert answer is not None
    assert answer.precedents

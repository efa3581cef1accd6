"""The corpus that everybody starts with: made in the user's folder at its first use."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from pathlib import Path

from drafter.core.errors import CorpusError
from drafter.corpus.importing import add
from drafter.corpus.index_state import read_state
from drafter.corpus.indexing import is_all_level, level_indexes
from drafter.corpus.schema import FILE, INDEX, connect_to_read, meta
from drafter.corpus.tokens import NORMAL_FORM
from drafter.corpus.upkeep import renew
from drafter.paths import CORPUS, resource, user_texts


def user_corpus() -> Path:
    """Where the user's corpus lies, if no other is asked for."""
    return user_texts() / CORPUS


def make_starter(folder: Path) -> None:
    """Makes the corpus in a folder with the resolutions that the program ships."""
    add(folder, sorted(resource("starter").glob("*.txt")))


def is_ready(folder: Path) -> bool:
    """Whether there is a corpus whose indexes hold all of it.

    Raises:
        CorpusError: it is damaged, or of a newer major version.
    """
    if not (folder / FILE).exists():
        return False
    with closing(connect_to_read(folder)) as connection:
        return meta(connection, "normal_form") == str(NORMAL_FORM) and is_all_level(
            connection, folder
        )


def make_ready(
    folder: Path,
    tell: Callable[[object], None] = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Makes the corpus if there is none, and brings its indexes level; work for a `Job`."""
    tell(folder)
    if not is_cancelled() and not (folder / FILE).exists():
        make_starter(folder)
    if not is_cancelled():
        _level(folder)


@contextmanager
def corpus_to_read(folder: Path | None) -> Generator[Path]:
    """The corpus to search in, with its indexes level where that can be done.

    Without a folder it is the user's, made at its first use; where the user's folder cannot be
    written, the starter corpus lies in a temporary one for as long as it is used.
    """
    if folder is not None:
        _level(folder)
        yield folder
        return
    folder = user_corpus()
    try:
        if not (folder / FILE).exists():
            make_starter(folder)
    except CorpusError:
        if (folder / FILE).exists():
            raise
        with tempfile.TemporaryDirectory(prefix="drafter-") as temporary:
            make_starter(Path(temporary))
            yield Path(temporary)
        return
    _level(folder)
    yield folder


def _level(folder: Path) -> None:
    """Brings the indexes level; leaves them to the process that is writing, if there is one."""
    with closing(connect_to_read(folder)) as connection:
        if is_all_level(connection, folder):
            return
    try:
        if not renew(folder):
            level_indexes(folder)
    except CorpusError:
        if not any(read_state(place) for place in (folder / INDEX).glob("*")):
            raise

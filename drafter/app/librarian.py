"""Answers the window's questions to the corpus; lives on the search thread.

Heavy to load: imported when a window has been seen, at the latest with the first question. A corpus
that is not there yet is made in a process of its own; one whose indexes are behind is searched as
it is meanwhile.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from sqlite3 import Connection
from tempfile import TemporaryDirectory

from drafter.app.questions import (
    FindDocuments,
    FollowYears,
    FoundDocuments,
    Lineage,
    Look,
    Question,
    ReadWhole,
    Source,
    Step,
    Suggest,
    Suggested,
    Suggestion,
    Whole,
)
from drafter.core.continuing import continuation
from drafter.core.diff import word_diff
from drafter.core.errors import CorpusError
from drafter.corpus.asking import Document, Use
from drafter.corpus.indexing import index_folder
from drafter.corpus.job import Failed, Job
from drafter.corpus.rank import Stale
from drafter.corpus.reading import (
    check_document,
    check_use,
    counterpart,
    document,
    find_documents,
    languages_of,
    lineage,
)
from drafter.corpus.schema import FILE, one_state
from drafter.corpus.search import Searcher
from drafter.corpus.starter import is_ready, make_ready
from drafter.corpus.tokens import folded_words
from drafter.paths import CORPUS


class NotYetError(Exception):
    """The corpus is being made; ask again in a moment. Never leaves the search thread."""


class Librarian:
    """Keeps one corpus open; for one thread."""

    def __init__(self, folder: Path) -> None:
        self._own = folder
        self._folder = folder
        self._temporary: TemporaryDirectory[str] | None = None
        self._searcher: Searcher | None = None
        self._job: Job | None = None
        self._failure = ""
        self._is_tried = False

    def answer(self, question: Question, is_stale: Stale) -> object | None:
        """The answer, None when `is_stale` said that nobody wants it.

        Raises:
            NotYetError: there is no corpus yet; it is being made.
            CorpusError: there is none and cannot be, or it cannot be read.
        """
        searcher = self._open()
        try:
            answer = _answer(searcher, question, is_stale)
        except CorpusError:
            if self._job is not None:  # what is missing is being made
                raise NotYetError from None
            raise
        if self._job is not None and isinstance(answer, Suggested | FoundDocuments):
            if not (answer.rows if isinstance(answer, Suggested) else answer.documents):
                raise NotYetError  # it may yet be there when all of it is
            return replace(answer, is_behind=True) if isinstance(answer, Suggested) else answer
        return answer

    def reopen(self) -> None:
        """The corpus is another now; what failed is tried again."""
        self._failure = ""
        self._is_tried = False
        self._folder = self._own
        self._close_searcher()

    def close(self) -> None:
        """Gives the files free and ends what still works."""
        self.reopen()
        if self._job is not None:
            self._job.kill()
            self._job = None
        if self._temporary is not None:
            self._temporary.cleanup()
            self._temporary = None

    def _open(self) -> Searcher:
        self._look_after_job()
        if self._searcher is not None and self._job is None and self._is_lost(self._searcher):
            self._close_searcher()
        if self._searcher is None:
            self._searcher = self._opened()
            if self._job is None:
                self._is_tried = self._is_lost(self._searcher)
        return self._searcher

    def _opened(self) -> Searcher:
        if self._failure:
            raise CorpusError(self._failure)
        is_there = (self._folder / FILE).exists()
        is_tried = self._is_tried and is_there
        if self._job is None and not is_tried and not is_ready(self._folder):
            self._is_tried = True
            self._job = Job(partial(make_ready, self._folder))
        if not is_there:
            raise NotYetError
        return Searcher(self._folder)

    def _is_lost(self, searcher: Searcher) -> bool:
        """Whether somebody deleted the corpus, or an index of it, while it was open."""
        needed = (index_folder(self._folder, code) for code in searcher.languages())
        return not (self._folder / FILE).exists() or not all(one.exists() for one in needed)

    def _look_after_job(self) -> None:
        if self._job is None:
            return
        for message in self._job.messages():
            if isinstance(message, Failed):
                self._fail(message.reason)
        if not self._job.is_running:
            self._job = None
            self._close_searcher()  # the file and the indexes are others now

    def _fail(self, reason: str) -> None:
        """Where the user's folder cannot be written, the starter corpus lies in a temporary one."""
        if (self._folder / FILE).exists() or self._folder != self._own:
            self._failure = reason
            return
        try:
            self._temporary = self._temporary or TemporaryDirectory(
                prefix="drafter-", ignore_cleanup_errors=True
            )
        except OSError:
            self._failure = reason
            return
        self._folder = Path(self._temporary.name) / CORPUS
        self._is_tried = False

    def _close_searcher(self) -> None:
        if self._searcher is not None:
            self._searcher.close()
            self._searcher = None


def _answer(searcher: Searcher, question: Question, is_stale: Stale) -> object | None:
    match question:
        case Suggest():
            return _suggested(searcher, question, is_stale)
        case Look():
            return _source(searcher.connection, question)
        case FollowYears():
            return _lineage(searcher.connection, question, is_stale)
        case FindDocuments():
            found = find_documents(searcher.connection, question.words, question.language)
            return FoundDocuments(found, searcher.languages())
        case ReadWhole():
            return _whole(searcher.connection, question.document)


def _suggested(searcher: Searcher, question: Suggest, is_stale: Stale) -> Suggested | None:
    query = question.query
    if not query.text.strip():
        searcher.warm_up(query.language)
    answer = searcher.suggest(query, is_stale)
    if answer is None:
        return None
    rows: list[Suggestion] = []
    for precedent in answer.precedents:
        if is_stale():
            return None
        rows.append(Suggestion(precedent, continuation(query.text, precedent.use.text)))
    languages = searcher.languages()
    return Suggested(query, tuple(rows), answer.paragraphs, answer.is_behind, languages)


def _whole(connection: Connection, listed: Document) -> Whole:
    with one_state(connection):
        check_document(connection, listed)
        return Whole(listed, document(connection, listed.id))


def _source(connection: Connection, question: Look) -> Source:
    with one_state(connection):
        check_use(connection, question.use)
        return _looked_up(connection, question)


def _looked_up(connection: Connection, question: Look) -> Source:
    use = question.use
    languages = languages_of(connection, use.symbol)
    if question.language in {"", use.language}:
        return Source(use, document(connection, use.document), languages)
    found = counterpart(connection, use, question.language)
    if found is None:
        raise CorpusError(f"The corpus does not have {use.symbol} in that language.")
    return Source(
        found.use,
        document(connection, found.use.document),
        languages,
        found.is_sure,
        found.own_count,
        found.count,
    )


def _lineage(connection: Connection, question: FollowYears, is_stale: Stale) -> Lineage | None:
    with one_state(connection):
        check_use(connection, question.use)
        found = lineage(connection, question.family)
    uses = tuple(sorted(found, key=lambda use: use.adopted is None and use.year is None))
    groups: list[list[Use]] = []
    for use in uses:
        if groups and folded_words(groups[-1][0].text) == folded_words(use.text):
            groups[-1].append(use)
        else:
            groups.append([use])
    steps = [Step(group[0], tuple(group[1:]), ()) for group in groups[:1]]
    for before, after in pairwise(groups):
        if is_stale():
            return None
        changes = word_diff(before[0].text, after[0].text)
        steps.append(Step(after[0], tuple(after[1:]), changes))
    return Lineage(question.family, uses, tuple(steps))

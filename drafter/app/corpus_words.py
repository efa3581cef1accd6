"""What is told of work on the corpus, in the words of the interface."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QCoreApplication, QLocale

from drafter.app.corpus_tasks import (
    Adding,
    Compacting,
    Fetching,
    Outcome,
    Rebuilding,
    Removing,
    Result,
    Task,
    Told,
    Verifying,
)
from drafter.app.counts import count_words


def _tr(words: str) -> str:
    return QCoreApplication.translate("CorpusWork", words)


def size_words(size: int) -> str:
    """Bytes as people read them: `12.3 MB`."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def texts_words(count: int) -> str:
    """So many texts."""
    return QCoreApplication.translate("CorpusWork", "%Ln text(s)", None, count)


def paragraphs_words(count: int) -> str:
    """So many paragraphs."""
    return QCoreApplication.translate("CorpusWork", "%Ln paragraph(s)", None, count)


def result_words(result: Result) -> str:
    """What became of a text, with a sign before it."""
    return {
        Result.ADDED: _tr("✓ added"),
        Result.REPLACED: _tr("✓ replaced"),
        Result.SAME: _tr("= there already"),
        Result.OLDER: _tr("= newer one kept"),
        Result.REFUSED: _tr("● not taken"),
        Result.REMOVED: _tr("− removed"),
        Result.UNKNOWN: _tr("▲ not found"),
        Result.FAULT: _tr("● damaged"),
    }[result]


def task_words(task: Task) -> str:
    """What is being done."""
    match task:
        case Adding():
            return _tr("Adding…")
        case Fetching():
            return _tr("Getting the open data…")
        case Removing():
            return _tr("Removing…")
        case Verifying():
            return _tr("Looking for damage…")
        case Rebuilding():
            return _tr("Making wordings and indexes again…")
        case Compacting():
            return _tr("Giving back room…")


def told_words(told: Told) -> str:
    """How far it has come."""
    if told.fetched is not None:
        if told.size:
            words = _tr("{0}: {1} of {2}")
            return words.format(told.name, size_words(told.fetched), size_words(told.size))
        return _tr("{0}: {1}; the server does not say of how much").format(
            told.name, size_words(told.fetched)
        )
    pieces = [texts_words(told.taken)] if told.taken else []
    if told.paragraphs:
        pieces.append(paragraphs_words(told.paragraphs))
    if told.refused:
        pieces.append(QCoreApplication.translate("CorpusWork", "%Ln not taken", None, told.refused))
    if told.name:
        pieces.append(told.name)
    return " · ".join(pieces)


def outcome_words(task: Task, outcome: Outcome) -> str:
    """What came of it, in a sentence or two."""
    words = _end_words(task, outcome)
    if outcome.is_cancelled:
        stopped = _tr("Stopped.") if task.is_killed else _tr("Stopped; what was done is kept.")
        return f"{stopped} {words}".strip() if outcome.rows else stopped
    return words


def _end_words(task: Task, outcome: Outcome) -> str:
    match task:
        case Adding() | Fetching():
            return _taken_words(outcome)
        case Removing():
            return _tr("Removed: {0}.").format(texts_words(outcome.figure))
        case Verifying():
            if outcome.figure:
                return _tr("Damage was found. Make the indexes again; the texts are kept.")
            return _tr("Everything is sound.")
        case Rebuilding():
            return _tr("Made again from {0}.").format(texts_words(outcome.figure))
        case Compacting():
            return _tr("{0} given back.").format(size_words(outcome.figure))


def _taken_words(outcome: Outcome) -> str:
    counts = Counter(row.result for row in outcome.rows)
    taken = counts[Result.ADDED] + counts[Result.REPLACED]
    known = counts[Result.SAME] + counts[Result.OLDER]
    words = _tr("Taken: {0}, {1}.").format(texts_words(taken), paragraphs_words(outcome.figure))
    if known:
        words += " " + _tr("There already: {0}.").format(count_words(known))
    if counts[Result.REFUSED]:
        words += " " + _tr("Not taken: {0}.").format(count_words(counts[Result.REFUSED]))
    if outcome.passed_over:
        over = count_words(outcome.passed_over)
        words += " " + _tr("Passed over, being no texts: {0}.").format(over)
    return words

"""Sets end marks right where an edit of the structure has changed what is due.

Only paragraphs that the edit touched, only within its undo step; what ends in something other than
an end mark (a bracket, an ellipsis, “; and”) is left to the drafter.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from drafter.core.changes import changed_words
from drafter.core.endings import expected_endings
from drafter.core.inline import Text
from drafter.core.language import EndMark, Language, language
from drafter.core.model import Paragraph, Resolution
from drafter.core.signs import JOINING_WORD

_ARE_SET: ContextVar[bool] = ContextVar("end marks are set", default=True)


@contextmanager
def end_marks(*, are_set: bool) -> Generator[None]:
    """Within it edits set end marks, or leave all of them to the drafter."""
    token = _ARE_SET.set(are_set)
    try:
        yield
    finally:
        _ARE_SET.reset(token)


def with_end_marks(old: Resolution, new: Resolution, left: Iterable[str] = ()) -> Resolution:
    """With the end mark due set where the edit from `old` to `new` changed it.

    `left` are the ids of paragraphs the caret has just left for good: they get theirs as well.
    """
    wanted = frozenset(left)
    if not _ARE_SET.get() or (not wanted and changed_words(old, new) is not None):
        return new
    due_before = expected_endings(old)
    changed = {
        paragraph_id: mark
        for paragraph_id, mark in expected_endings(new).items()
        if paragraph_id in wanted or due_before.get(paragraph_id, mark) is not mark
    }
    if not changed:
        return new
    words = language(new.language)
    row = tuple(
        _marked(paragraph, changed[paragraph.id], words) if paragraph.id in changed else paragraph
        for paragraph in new.paragraphs
    )
    return new if row == new.paragraphs else new.with_paragraphs(row)


def missing_mark(text: Text, due: str, words: Language) -> str:
    """The mark still to be typed at the end of a text, "" when some mark stands there."""
    if not due or not text.plain.strip() or words.ends_with(text.plain):
        return ""
    return due


def _marked(paragraph: Paragraph, due: EndMark, words: Language) -> Paragraph:
    text = with_end(paragraph.text, words.end_mark(due), words)
    return paragraph if text == paragraph.text else replace(paragraph, text=text)


def with_end(text: Text, mark: str, words: Language) -> Text:
    """With `mark` at the end, in place of another end mark or after the last word."""
    plain = text.plain.rstrip()
    if not plain or JOINING_WORD.search(plain):
        return text
    present = words.ends_with(plain)
    known = {words.end_mark(due).strip() for due in EndMark}
    if present == mark or (present and present.strip() not in known):
        return text
    start = len(plain) - len(present)
    return replace(
        Text(plain[:start] + mark, spans=text.slice(0, start).spans),
        marks=tuple(
            replace(note, at=_beside(note.at, start, len(present), len(mark), words))
            for note in text.marks
        ),
    )


def _beside(at: int, start: int, old: int, new: int, words: Language) -> int:
    """Where a footnote mark stands once an end mark of length `new` is set at `start`."""
    if at < start:
        return at
    before_mark = words.marks_before_punctuation if not old else at == start
    return start if before_mark else start + new

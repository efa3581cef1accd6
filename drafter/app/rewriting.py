"""Words typed anew in a field of their own: what did not change keeps its styles and marks."""

from __future__ import annotations

from drafter.core.inline import Text


def reworded(old: Text, words: str) -> Text:
    """The text with other words, by replacing only the stretch in which they differ."""
    start, old_end, new_end = _difference(old.plain, words)
    return old.replaced(start, old_end, words[start:new_end])


def _difference(old: str, new: str) -> tuple[int, int, int]:
    """Where two texts differ: the start, and the end of the stretch in the old and in the new."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    most = min(len(old), len(new)) - start
    while end < most and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, len(old) - end, len(new) - end

"""Whether two documents differ in words alone, so that order, labels and notes are the same.

Nearly every key of a drafter is of that kind; what follows from order need not be worked out anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import compress, count
from operator import is_not

from drafter.core.inline import Text
from drafter.core.model import Paragraph, Resolution

_ORDERING = ("language", "organ", "kind", "number", "masthead", "footnotes")
"""The fields beside the texts from which labels, roles and note numbers may follow."""


def changed_words(old: Resolution, new: Resolution) -> tuple[int, ...] | None:
    """The indices of the paragraphs with other words; None if more than words may differ.

    Words of title, organ line, closing lines and vote may differ as well, but not the marks in
    them; a vote or closing line that comes or goes is more than words.
    """
    if len(old.paragraphs) != len(new.paragraphs) or bool(old.vote) is not bool(new.vote):
        return None
    if any(getattr(old, name) is not getattr(new, name) for name in _ORDERING):
        return None
    if not _are_marked_alike(_around(old), _around(new)):
        return None
    # At the speed of C: this is asked at every key, of texts of thousands of paragraphs.
    changed = tuple(compress(count(), map(is_not, old.paragraphs, new.paragraphs)))
    pairs = ((old.paragraphs[index], new.paragraphs[index]) for index in changed)
    return changed if all(_is_reworded(*pair) for pair in pairs) else None


def _is_reworded(old: Paragraph, new: Paragraph) -> bool:
    return replace(old, text=new.text) == new and _are_marked_alike((old.text,), (new.text,))


def _around(resolution: Resolution) -> Sequence[Text]:
    return (resolution.title, resolution.organ_line, resolution.vote, *resolution.closing)


def _are_marked_alike(old: Sequence[Text], new: Sequence[Text]) -> bool:
    return len(old) == len(new) and all(
        one is other
        or [(mark.note, mark.printed) for mark in one.marks]
        == [(mark.note, mark.printed) for mark in other.marks]
        for one, other in zip(old, new, strict=True)
    )

"""Where a new undo step begins while words are typed into a field beside the page.

Signs typed one by one are one step until the field is left. What is pasted, or taken out after
something was typed, is a step of its own: otherwise words written and deleted in one go would come
back with no undo.
"""

from __future__ import annotations

from drafter.app.session import Session
from drafter.core.model import Resolution


class TypingSteps:
    """Applies to a session what is typed into the fields of one panel."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._is_growing = False

    def apply(self, new: Resolution, label: str, merge_key: str, before: str, after: str) -> None:
        """One more change of the field `merge_key`, from the words `before` to those `after`."""
        out, come = _differing(before, after)
        is_typed = out <= 1 and come <= 1
        if not is_typed or (self._is_growing and out):
            self._session.end_typing()
        self._session.apply(new, label, merge_key=merge_key)
        if not is_typed:
            self._session.end_typing()
        self._is_growing = is_typed and come > 0


def _differing(before: str, after: str) -> tuple[int, int]:
    """How many signs in one place went, and how many came instead of them."""
    same = _alike(before, after)
    left, right = before[same:], after[same:]
    same_end = _alike(left[::-1], right[::-1])
    return len(left) - same_end, len(right) - same_end


def _alike(one: str, other: str) -> int:
    """How many signs at the beginning are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))

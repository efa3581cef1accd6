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

    def apply(self, new: Resolution, label: str, merge_key: str, longer: int) -> None:
        """One more change of the field `merge_key`, by which its words got so much longer."""
        is_typed = abs(longer) <= 1
        if not is_typed or (self._is_growing and longer < 0):
            self._session.end_typing()
        self._session.apply(new, label, merge_key=merge_key)
        if not is_typed:
            self._session.end_typing()
        self._is_growing = is_typed and longer > 0

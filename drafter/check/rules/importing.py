"""What an import could not place or was not sure of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from drafter.check.problem import FixKind, Severity
from drafter.check.rule import (
    Document,
    DocumentRule,
    Finding,
    ParagraphRule,
    Repair,
    Surroundings,
    Wording,
)
from drafter.core.edits import confirm_guess
from drafter.core.model import Paragraph, ParagraphKind

_SURE_ENOUGH = 0.5
"""Guesses from this confidence on are kept in the document but are no problem."""


def _look_for_plain(paragraph: Paragraph, around: Surroundings) -> Iterator[Finding]:
    del around
    if paragraph.kind is ParagraphKind.PLAIN:
        yield Finding("plain", paragraph.id, 0, len(paragraph.text))


def _look_for_guesses(document: Document) -> Iterator[Finding]:
    resolution = document.resolution
    plain = {p.id for p in resolution.paragraphs if p.kind is ParagraphKind.PLAIN}
    for guess in resolution.guesses:
        if guess.confidence >= _SURE_ENOUGH or guess.paragraph in plain:
            continue
        code = "detail" if guess.detail else "bare"
        arguments = (("what", guess.what), ("detail", guess.detail))
        repair = Repair(partial(confirm_guess, guess=guess), FixKind.OFFER)
        yield Finding(code, guess.paragraph, arguments=arguments, repair=repair)


UNPLACED = ParagraphRule(
    id="import.unplaced",
    title="Block that the import could not place",
    severity=Severity.WARNING,
    source="import",
    explanation="The import kept a block for which it found no place: decide what it is.",
    wordings={"plain": Wording("The import found no place for this block.")},
    good=("P: Recalling x, | 1. Decides y.",),
    bad=("P: Recalling x, | 1. Decides y. | X: ~ ~ ~",),
    look=_look_for_plain,
)

UNSURE = DocumentRule(
    id="import.unsure",
    title="Place where the import was not sure",
    severity=Severity.INFO,
    source="import",
    explanation="The import made a guess here that is as likely wrong as right: have a look.",
    wordings={
        "bare": Wording("The import was not sure here ({what}).", "It is right"),
        "detail": Wording("The import was not sure here ({what}: {detail}).", "It is right"),
    },
    good=("P: Recalling x, | 1. Decides y.",),
    bad=(),
    look=_look_for_guesses,
)

RULES = (UNPLACED, UNSURE)

"""A new draft that starts from a whole document, and keeps it as its base text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from drafter.app.drafts import new_draft
from drafter.app.starters import Starter, starters
from drafter.app.taking import provenances
from drafter.core import edits, note_edits
from drafter.core.inline import NO_TEXT
from drafter.core.model import (
    AgendaItem,
    BaseText,
    DocumentKind,
    Masthead,
    Organ,
    Paragraph,
    Resolution,
)

_BECOMES: Mapping[DocumentKind, DocumentKind] = {
    DocumentKind.DECISION: DocumentKind.DECISION,
    DocumentKind.STATEMENT: DocumentKind.STATEMENT,
}
"""What a draft of another kind of document is; all else becomes a draft resolution."""


def draft_from(
    source: Resolution, symbol: str, dated: str = "", day: date | None = None
) -> Resolution:
    """A draft with the words and notes of a document, for the session that goes on.

    Numbers are counted anew, each paragraph remembers where it stood, and the masthead is that of a
    new draft: what was true of the old document only (symbol, dates, vote, sponsors) is left out.
    """
    kind = _BECOMES.get(source.kind, DocumentKind.DRAFT)
    bare = replace(
        note_edits.accept_note_numbers(edits.accept_labels(source)),
        masthead=_masthead(source, kind, day),
        closing=(),
        vote=NO_TEXT,
    )
    marked = {mark.note for text in bare.texts() for mark in text.marks}
    return replace(
        bare,
        kind=kind,
        number="",
        paragraphs=_from(source, bare, symbol, dated),
        footnotes=tuple(note for note in bare.footnotes if note.id in marked),
        guesses=(),
        discarded=(),
        ignored=(),
        base=BaseText(symbol, replace(source, base=None), dated),
        extra="",
    )


def _from(source: Resolution, bare: Resolution, symbol: str, dated: str) -> tuple[Paragraph, ...]:
    """The paragraphs, those with words told where they stood."""
    stood = provenances(source, range(len(source.paragraphs)), symbol, dated)
    return tuple(
        replace(one, provenance=place) if one.text else one
        for one, place in zip(bare.paragraphs, stood, strict=True)
    )


def _masthead(source: Resolution, kind: DocumentKind, day: date | None) -> Masthead:
    """That of a new draft, with the title of the agenda item, whose number is another now."""
    fresh = new_draft(_starter(source.organ, kind), source.language, day).masthead
    fresh = replace(fresh, organ_name=source.masthead.organ_name or fresh.organ_name)
    titles = [item.title for item in source.masthead.agenda_items if item.title]
    if not fresh.agenda_items or not titles:
        return fresh
    label = fresh.agenda_items[0].label
    return replace(fresh, agenda_items=tuple(AgendaItem(label, title) for title in titles))


def _starter(organ: Organ, kind: DocumentKind) -> Starter:
    """The starter of the organ and kind; where the organ has none of the kind, its first one."""
    mine = [one for one in starters() if one.organ is organ]
    return next((one for one in mine if one.kind is kind), mine[0])

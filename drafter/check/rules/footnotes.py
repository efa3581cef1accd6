"""Notes: each has a mark and each mark a note, none is doubled, all end with a stop (section F)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from drafter.check import repairs
from drafter.check.due import visible
from drafter.check.marks import placed_marks
from drafter.check.problem import FixKind, Severity
from drafter.check.rule import (
    Document,
    DocumentRule,
    Finding,
    NoteRule,
    Repair,
    Surroundings,
    Wording,
)
from drafter.core.citations import is_same_source
from drafter.core.language import EndMark
from drafter.core.model import Footnote
from drafter.core.note_edits import delete_footnote, merge_footnotes
from drafter.core.signs import CLOSERS, FULL_STOPS, WEAK_STOPS

_STOPS = FULL_STOPS + "…!?"


def _look_for_note(document: Document) -> Iterator[Finding]:
    for placed in placed_marks(document.resolution):
        if not placed.mark.note:
            yield Finding(
                "mark", placed.place, placed.at, placed.at, (("shown", placed.mark.printed),)
            )


def _look_for_mark(document: Document) -> Iterator[Finding]:
    marked = {mark.note for text in document.resolution.texts() for mark in text.marks}
    for note in document.resolution.footnotes:
        if note.id in marked or note.symbol:
            continue
        shown = note.printed or document.numbering.notes[note.id]
        repair = Repair(
            partial(delete_footnote, note_id=note.id), FixKind.OFFER, frozenset((note.id,))
        )
        yield Finding("note", note.id, 0, len(note.text), (("shown", shown),), repair)


def _look_for_twins(document: Document) -> Iterator[Finding]:
    resolution = document.resolution
    notes = {note.id: note for note in resolution.footnotes}
    first: dict[str, Footnote] = {}
    for note in (notes[one] for one in document.numbering.note_order):
        words = " ".join(note.text.plain.split())
        if not words or note.symbol or is_same_source(words, resolution.language):
            continue
        twin = first.setdefault(words, note)
        if twin is not note:
            yield _twin(document, twin, note)


def _twin(document: Document, kept: Footnote, dropped: Footnote) -> Finding:
    numbers, order = document.numbering.notes, document.numbering.note_order
    following = order[order.index(dropped.id) + 1 :][:1]
    leans_on_it = any(
        is_same_source(document.resolution.footnote(one).text.plain, document.resolution.language)
        for one in following
    )
    kind = FixKind.OFFER if leans_on_it else FixKind.SAFE
    shown = (("kept", numbers[kept.id]), ("shown", numbers[dropped.id]))
    change = partial(merge_footnotes, kept=kept.id, dropped=dropped.id)
    return Finding("twin", dropped.id, 0, len(dropped.text), shown, Repair(change, kind))


def _look_for_stop(note: Footnote, around: Surroundings) -> Iterator[Finding]:
    plain = visible(note.text.plain)
    bare = plain.rstrip(CLOSERS)
    if not bare or note.symbol or bare[-1] in _STOPS or plain[-1] in _STOPS:
        return
    end = len(plain) - (plain[-1] in WEAK_STOPS)
    stop = around.words.end_mark(EndMark.LAST)
    text = note.text.replaced(len(plain[:end].rstrip()), len(note.text), stop)
    repair = repairs.note_text(note, text)
    yield Finding("stop", note.id, len(plain) - 1, len(plain), (("due", stop),), repair)


MARK_WITHOUT_NOTE = DocumentRule(
    id="footnotes.mark_without_note",
    title="Footnote mark without a note",
    severity=Severity.ERROR,
    source="F-09",
    explanation="Every mark in the text leads to a note.",
    wordings={"mark": Wording("There is no note for the mark “{shown}”.")},
    good=("P: Recalling x,[^1] | 1. Decides y. | [^1]: Resolution 60/288.",),
    bad=("P: Recalling x,[^1] | 1. Decides y.",),
    look=_look_for_note,
)

NOTE_WITHOUT_MARK = DocumentRule(
    id="footnotes.note_without_mark",
    title="Note without a mark",
    severity=Severity.ERROR,
    source="F-09",
    explanation="Every note is called up by a mark in the text.",
    wordings={"note": Wording("No mark leads to the note “{shown}”.", "Delete the note")},
    good=("P: Recalling x,[^1] | 1. Decides y. | [^1]: Resolution 60/288.",),
    bad=("P: Recalling x, | 1. Decides y. | [^1]: Resolution 60/288.",),
    look=_look_for_mark,
)

TWINS = DocumentRule(
    id="footnotes.twins",
    title="Two notes with the same text",
    severity=Severity.WARNING,
    source="F-11",
    explanation="A source cited again takes the number of its first note: no second note is made.",
    wordings={
        "twin": Wording(
            "This note says the same as note {kept}.", "Let the mark lead to note {kept}"
        )
    },
    good=("P: Recalling x,[^1] | 1. Decides y.[^2] | [^1]: A/61/179. | [^2]: A/61/5.",),
    bad=("P: Recalling x,[^1] | 1. Decides y.[^2] | [^1]: A/61/179. | [^2]: A/61/179.",),
    look=_look_for_twins,
)

FULL_STOP = NoteRule(
    id="footnotes.full_stop",
    title="Full stop at the end of a note",
    severity=Severity.ERROR,
    source="F-12",
    explanation="A footnote ends with a full stop.",
    wordings={
        "stop": Wording(
            "The note does not end with a full stop.", "End with “{due}”", is_unfinished=True
        )
    },
    good=("P: Recalling x,[^1] | 1. Decides y. | [^1]: Resolution 60/288.",),
    bad=(
        "P: Recalling x,[^1] | 1. Decides y. | [^1]: Resolution 60/288",
        "@zh | P: 回顾其决议，[^1] | 1. 决定如下。 | [^1]: 第60/288号决议；",
    ),
    look=_look_for_stop,
)

RULES = (MARK_WITHOUT_NOTE, NOTE_WITHOUT_MARK, TWINS, FULL_STOP)

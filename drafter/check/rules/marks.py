"""Footnote marks: their order, and their place beside punctuation and other marks (section F)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from drafter.check import repairs
from drafter.check.marks import first_marks, is_number
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
from drafter.core.inline import Style, Text
from drafter.core.model import Organ, Paragraph
from drafter.core.note_edits import accept_note_numbers

_STOP_BEFORE = re.compile(r"\s*[,;:]$|\.$")
_STOP_AFTER = re.compile(r"\s*[,;:]|\.(?=\s|$)")

_STARTS = {Organ.HRC: (1, 2)}
"""The numbers of the first note: note 1 of a Human Rights Council text stands on its cover."""


def _look_at_order(document: Document) -> Iterator[Finding]:
    resolution = document.resolution
    firsts = list(first_marks(resolution))
    unmarked = _numbers_without_marks(document)
    is_whole = not unmarked and all(one.mark.note for one in firsts)
    repair = Repair(accept_note_numbers, FixKind.SAFE if is_whole else FixKind.OFFER)
    seen: list[int] = []
    starts = _STARTS.get(resolution.organ, (1,))
    for placed in firsts:
        number = int(placed.shown)
        code = _break(number, seen, unmarked) if seen or number not in starts else ""
        if code:
            before = str(seen[-1]) if seen else ""
            arguments = (("shown", placed.shown), ("before", before))
            yield Finding(code, placed.place, placed.at, placed.at, arguments, repair)
        seen.append(number)


def _break(number: int, seen: Sequence[int], unmarked: AbstractSet[int]) -> str:
    """How a number breaks the row of those seen before it; empty if it does not."""
    if number in seen:
        return "again"
    before = seen[-1] if seen else 0
    if number < before:
        return "back"
    is_gap = any(one not in unmarked for one in range(before + 1, number))
    return ("gap" if seen else "start") if is_gap else ""


def _numbers_without_marks(document: Document) -> set[int]:
    resolution = document.resolution
    marked = {mark.note for text in resolution.texts() for mark in text.marks}
    alone = (note.printed or "" for note in resolution.footnotes if note.id not in marked)
    return {int(printed) for printed in alone if is_number(printed)}


def _look_at_place(paragraph: Paragraph, around: Surroundings) -> Iterator[Finding]:
    text = paragraph.text
    places = sorted({mark.at for mark in text.marks})
    due = _before_stop if around.words.marks_before_punctuation else _after_stop
    for at in places:
        target = due(text, at, places)
        if target == at:
            continue
        stop = text.plain[min(at, target) : max(at, target)].strip()
        code = "before" if target < at else "after"
        moved = _with_marks_moved(text, at, target)
        repair = repairs.paragraph_text(paragraph, moved)
        yield Finding(code, paragraph.id, at, at, (("stop", stop),), repair)


def _before_stop(text: Text, at: int, places: list[int]) -> int:
    """Where a mark at `at` should stand in a language that prints it before punctuation.

    The stop of an abbreviation inside the sentence stays before it, a comma between marks too.
    """
    before = text.plain[:at]
    match = _STOP_BEFORE.search(before)
    is_abbreviation = before.endswith(".") and bool(text.plain[at:].strip())
    return at if match is None or is_abbreviation or match.start() in places else match.start()


def _after_stop(text: Text, at: int, places: list[int]) -> int:
    """Where it should stand in a language that prints it after punctuation."""
    match = _STOP_AFTER.match(text.plain, at)
    return at if match is None or match.end() in places else match.end()


def _with_marks_moved(text: Text, at: int, target: int) -> Text:
    marks = tuple(replace(mark, at=target) if mark.at == at else mark for mark in text.marks)
    return replace(text, marks=marks)


def _look_for_crowds(paragraph: Paragraph, around: Surroundings) -> Iterator[Finding]:
    del around
    text = paragraph.text
    for index, (left, right) in enumerate(pairwise(text.marks), 1):
        if left.at == right.at:
            repair = repairs.paragraph_text(paragraph, _with_comma(text, index))
            yield Finding("crowd", paragraph.id, left.at, left.at, repair=repair)


def _with_comma(text: Text, index: int) -> Text:
    """With a raised comma before the mark of this index, which stands where the last one does."""
    at = text.marks[index].at
    before = replace(text.slice(0, at), marks=text.marks[:index])
    later = tuple(replace(mark, at=mark.at - at) for mark in text.marks[index:])
    after = replace(text.slice(at), marks=later)
    comma = Text(",").styled(0, 1, Style.SUPERSCRIPT)
    return before + comma + after


ORDER = DocumentRule(
    id="footnotes.order",
    title="Order of footnote numbers",
    severity=Severity.ERROR,
    source="F-09",
    explanation="Notes are numbered 1, 2, 3 in the order of their first marks; none is left out.",
    wordings={
        "start": Wording("The notes start with “{shown}”.", "Number the notes anew"),
        "again": Wording("The number “{shown}” marks a second note.", "Number the notes anew"),
        "back": Wording("Note “{shown}” comes after note “{before}”.", "Number the notes anew"),
        "gap": Wording(
            "Note “{shown}” comes after note “{before}”: one or more are left out.",
            "Number the notes anew",
        ),
    },
    good=(
        "P: Recalling x,[^1] | 1. Decides y[^2] and z.[^1] | [^1]: A/61/179. | [^2]: A/61/5.",
        "@HRC | P: Recalling x,[^2] | 1. Decides y.[^3] | [^2]: A/61/179. | [^3]: A/61/5.",
    ),
    bad=(
        "P: Recalling x,[^2] | 1. Decides y.[^1] | [^1]: A/61/179. | [^2]: A/61/5.",
        "P: Recalling x,[^1] | 1. Decides y.[^3] | [^1]: A/61/179. | [^3]: A/61/5.",
        "P: Recalling x,[^2] | 1. Decides y.[^3] | [^2]: A/61/179. | [^3]: A/61/5.",
    ),
    look=_look_at_order,
)

PLACE = ParagraphRule(
    id="footnotes.mark_place",
    title="Footnote mark and punctuation",
    severity=Severity.ERROR,
    source="F-05",
    explanation=(
        "A mark stands after a comma, stop, colon or semicolon in English, before it in French, "
        "Spanish and Russian."
    ),
    wordings={
        "after": Wording("The mark belongs after “{stop}”.", "Put the mark after “{stop}”"),
        "before": Wording("The mark belongs before “{stop}”.", "Put the mark before “{stop}”"),
    },
    good=(
        "P: Recalling x,[^1] | 1. Decides y. | [^1]: A/61/179.",
        "@fr | P: Rappelant x[^1], | 1. Décide y. | [^1]: A/61/179.",
    ),
    bad=(
        "P: Recalling x[^1], | 1. Decides y. | [^1]: A/61/179.",
        "@fr | P: Rappelant x,[^1] | 1. Décide y. | [^1]: A/61/179.",
        "@es | P: Recordando x, | 1. Decide y;[^1] | 2. Decide z. | [^1]: A/61/179.",
    ),
    languages=("en", "fr", "es", "ru"),
    look=_look_at_place,
)

CROWD = ParagraphRule(
    id="footnotes.two_marks",
    title="Two footnote marks at one spot",
    severity=Severity.ERROR,
    source="F-08",
    explanation="Two marks at one spot have a raised comma between them.",
    wordings={"crowd": Wording("Two marks stand at one spot.", "Put a raised comma between them")},
    good=("P: Recalling x,[^1]^{,}[^2] | 1. Decides y. | [^1]: A/61/179. | [^2]: A/61/5.",),
    bad=("P: Recalling x,[^1][^2] | 1. Decides y. | [^1]: A/61/179. | [^2]: A/61/5.",),
    look=_look_for_crowds,
)

RULES = (ORDER, PLACE, CROWD)

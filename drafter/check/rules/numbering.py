"""Operative paragraphs that lack their number, or have one that they should not (O-03, O-04)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise

from drafter.check import repairs
from drafter.check.labels import numbers, operative_rows
from drafter.check.problem import FixKind, Severity
from drafter.check.rule import RESOLUTIONS, Document, DocumentRule, Finding, Repair, Wording
from drafter.core.edits import accept_labels
from drafter.core.model import Paragraph, Resolution
from drafter.core.numbering import single_operative


def _look_for_missing(document: Document) -> Iterator[Finding]:
    for row in operative_rows(document.resolution):
        places = {paragraph.id: place for place, paragraph in enumerate(row)}
        reads = list(numbers(document.words, document.numbering, row))
        for before, at in pairwise(reads):
            between = row[places[before.paragraph.id] + 1 : places[at.paragraph.id]]
            if not between or at.n - before.n - 1 != len(between):
                continue
            for number, paragraph in enumerate(between, before.n + 1):
                due, shown = document.words.label(0, number), paragraph.printed or ""
                yield Finding(
                    "form" if shown else "missing",
                    paragraph.id,
                    arguments=(("due", due), ("shown", shown)),
                    repair=_number(paragraph),
                )


def _number(paragraph: Paragraph) -> Repair:
    numbered = Paragraph(
        paragraph.id, paragraph.part, paragraph.text, printed=None, extra=paragraph.extra
    )
    return repairs.paragraph_becomes(paragraph, numbered)


def _look_for_unnumbered(document: Document) -> Iterator[Finding]:
    for row in operative_rows(document.resolution):
        bare = all(one.printed == "" and one.id in document.endings for one in row)
        if bare and len(row) > 1:
            ids = frozenset(paragraph.id for paragraph in row)
            repair = Repair(partial(_numbered, ids=ids), FixKind.OFFER, ids)
            yield Finding("none", row[0].id, 0, len(row[0].text), repair=repair)


def _numbered(resolution: Resolution, ids: frozenset[str]) -> Resolution:
    return resolution.with_paragraphs(
        tuple(
            replace(one, numbered=True, printed=None) if one.id in ids else one
            for one in resolution.paragraphs
        )
    )


def _look_for_single(document: Document) -> Iterator[Finding]:
    resolution = document.resolution
    alone = single_operative(resolution)
    if alone is None:
        return
    paragraph = resolution.paragraph(alone)
    others = [one for row in operative_rows(resolution) for one in row if one.id != alone]
    if paragraph.printed and not others:
        change = partial(accept_labels, paragraph_ids=frozenset((alone,)))
        yield Finding(
            "numbered",
            alone,
            arguments=(("shown", paragraph.printed),),
            repair=Repair(change, touches=frozenset((alone,))),
        )


MISSING = DocumentRule(
    id="numbering.missing",
    title="Operative paragraph without its number",
    severity=Severity.ERROR,
    source="O-03",
    explanation="The numbers around an operative paragraph leave one out for it, but it has none.",
    wordings={
        "missing": Wording("The number “{due}” is missing here.", "Give it its number"),
        "form": Wording("“{shown}” stands here where “{due}” is due.", "Write “{due}”"),
    },
    good=("1. Decides x; | O: Adopts y: | 2. Decides z.",),
    bad=("1. Decides x; | O: Decides y; | 3. Decides z.",),
    look=_look_for_missing,
)

UNNUMBERED = DocumentRule(
    id="numbering.unnumbered",
    title="Operative paragraphs without any number",
    severity=Severity.WARNING,
    source="O-03",
    explanation="Operative paragraphs are numbered unless there is but one.",
    wordings={"none": Wording("No operative paragraph has a number here.", "Number them")},
    good=("O: Decides x.", "1. Decides x; | O: Adopts y: | 2. Decides z."),
    bad=("O: Decides x; | O: Decides y; | O: Decides z.",),
    kinds=RESOLUTIONS,
    look=_look_for_unnumbered,
)

SINGLE = DocumentRule(
    id="numbering.single",
    title="A single operative paragraph has no number",
    severity=Severity.ERROR,
    source="O-04",
    explanation="Where there is but one operative paragraph it stands without a number.",
    wordings={
        "numbered": Wording(
            "This is the only operative paragraph: it takes no number.", "Take “{shown}” away"
        )
    },
    good=("O: Decides x.", "1. Decides x; | 2. Decides y."),
    bad=("P: Recalling x, | 1. Decides y.",),
    look=_look_for_single,
)

RULES = (MISSING, UNNUMBERED, SINGLE)

"""Bullets and dashes where letters are due (O-19)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from drafter.check.labels import item_rows
from drafter.check.problem import FixKind, Severity
from drafter.check.rule import RESOLUTIONS, Document, DocumentRule, Finding, Repair, Wording
from drafter.core.model import Organ, Paragraph, Part, Resolution
from drafter.core.signs import BULLETS


def _look(document: Document) -> Iterator[Finding]:
    operative = (one for one in document.resolution.paragraphs if one.part is Part.OPERATIVE)
    for row in item_rows(operative):
        marked = [item for item in row if _has_bullet(item)]
        if marked:
            ids = frozenset(item.id for item in marked)
            repair = Repair(partial(_lettered, ids=ids), FixKind.OFFER, ids)
            shown = (("shown", marked[0].printed or ""),)
            yield Finding("bullet", marked[0].id, arguments=shown, repair=repair)


def _has_bullet(item: Paragraph) -> bool:
    label = (item.printed or "").strip()
    return len(label) == 1 and label in BULLETS


def _lettered(resolution: Resolution, ids: frozenset[str]) -> Resolution:
    return resolution.with_paragraphs(
        tuple(
            replace(one, numbered=True, printed=None) if one.id in ids else one
            for one in resolution.paragraphs
        )
    )


BULLET = DocumentRule(
    id="items.bullet",
    title="Bullets in place of letters",
    severity=Severity.WARNING,
    source="O-19",
    explanation=(
        "Sub-paragraphs of the operative part have letters, so that they can be referred to. The "
        "Security Council uses dashes too, so that its texts are left alone."
    ),
    wordings={
        "bullet": Wording("The sign “{shown}” stands here where a letter is due.", "Letter them")
    },
    good=("1. Decides: | (a) To x; | (b) To y.", "1. Decides: | > x; | > y."),
    bad=("1. Decides: | • To x; | • To y.", "1. Decides: | (a) To x: | –– Y; | –– Z."),
    kinds=RESOLUTIONS,
    organs=(Organ.GA, Organ.ECOSOC, Organ.HRC, Organ.OTHER),
    look=_look,
)

RULES = (BULLET,)

"""Numbers of sections as printed, against a row that counts on (S-23)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from drafter.check.labels import is_same
from drafter.check.problem import FixKind, Severity
from drafter.check.rule import RESOLUTIONS, Document, DocumentRule, Finding, Repair, Wording
from drafter.core.edits import accept_labels
from drafter.core.model import Paragraph, ParagraphKind

_TAIL = ".-–— "


def _look_at_headings(document: Document) -> Iterator[Finding]:
    numbered = [one for one in document.resolution.paragraphs if _is_numbered_heading(one)]
    repair = Repair(
        partial(accept_labels, paragraph_ids=frozenset(one.id for one in numbered)), FixKind.OFFER
    )
    was_right = True
    for heading in numbered:
        shown, due = heading.printed or "", document.numbering.labels[heading.id]
        is_right = is_same(shown.rstrip(_TAIL), due.rstrip(_TAIL))
        if was_right and not is_right:
            arguments = (("shown", shown), ("due", due))
            yield Finding("sequence", heading.id, arguments=arguments, repair=repair)
        was_right = is_right


def _is_numbered_heading(paragraph: Paragraph) -> bool:
    is_heading = paragraph.kind is ParagraphKind.HEADING and paragraph.numbered
    return is_heading and bool(paragraph.printed)


HEADINGS = DocumentRule(
    id="numbering.headings",
    title="Numbers of sections",
    severity=Severity.WARNING,
    source="S-23",
    explanation="Sections count I, II, III, or A, B, C below a section, without gaps or repeats.",
    wordings={
        "sequence": Wording(
            "This section is numbered “{shown}” where “{due}” is due.", "Number the sections anew"
        )
    },
    good=("# I. One | 1. Decides x; | # II. Two | 2. Decides y.",),
    bad=("# I. One | 1. Decides x; | # III. Two | 2. Decides y.",),
    kinds=RESOLUTIONS,
    look=_look_at_headings,
)

RULES = (HEADINGS,)

"""The parts of a resolution and their order (section S)."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check import repairs
from drafter.check.problem import FixKind, Severity
from drafter.check.rule import RESOLUTIONS, Document, DocumentRule, Finding, Wording
from drafter.core.model import Organ, Paragraph, ParagraphKind, Part, Resolution

_NAMED_ORGANS = (Organ.GA, Organ.SC, Organ.ECOSOC, Organ.HRC)


def _due_line(document: Document) -> str:
    resolution = document.resolution
    return document.words.organ_line(resolution.organ, has_preamble(resolution))


def has_preamble(resolution: Resolution) -> bool:
    """Whether a preambular paragraph follows the organ line."""
    parts = (p.part for p in resolution.paragraphs if p.kind is not ParagraphKind.HEADING)
    return next(parts, None) is Part.PREAMBLE


def _look_for_line(document: Document) -> Iterator[Finding]:
    due = _due_line(document)
    if due and not document.resolution.organ_line.plain.strip():
        yield Finding("missing", arguments=(("due", due),), repair=repairs.organ_line(due))


def _look_at_organ(document: Document) -> Iterator[Finding]:
    resolution = document.resolution
    shown = resolution.organ_line.plain.strip()
    organ = document.words.read_organ_line(shown)
    if organ is None or organ is resolution.organ:
        return
    due = _due_line(document)
    repair = repairs.organ_line(due, FixKind.OFFER)
    yield Finding("other", arguments=(("shown", shown), ("due", due)), repair=repair)


def _look_at_comma(document: Document) -> Iterator[Finding]:
    resolution = document.resolution
    shown = resolution.organ_line.plain.strip()
    due = _due_line(document)
    if document.words.read_organ_line(shown) is not resolution.organ or not shown:
        return
    is_ended = not shown[-1].isalnum()
    is_due = not due[-1].isalnum()
    if is_ended is not is_due:
        code = "missing" if is_due else "spare"
        sign = due[-1] if is_due else shown[-1]
        kind = FixKind.SAFE if is_due else FixKind.OFFER
        yield Finding(code, arguments=(("sign", sign),), repair=repairs.organ_line(due, kind))


def _look_at_order(document: Document) -> Iterator[Finding]:
    above: Paragraph | None = None
    for paragraph in document.resolution.paragraphs:
        is_late = (
            paragraph.part is Part.PREAMBLE
            and paragraph.kind is ParagraphKind.PARAGRAPH
            and above is not None
            and above.part is Part.OPERATIVE
            and above.kind is ParagraphKind.PARAGRAPH
        )
        if is_late:
            yield Finding("late", paragraph.id, 0, len(paragraph.text))
        above = paragraph


def _look_for_operative(document: Document) -> Iterator[Finding]:
    if not document.resolution.part(Part.OPERATIVE):
        yield Finding("none")


ORGAN_LINE = DocumentRule(
    id="structure.organ_line",
    title="Missing organ line",
    severity=Severity.ERROR,
    source="S-01",
    explanation="The text opens with the organ that speaks, on a line of its own.",
    wordings={"missing": Wording("The organ line is missing.", "Open with “{due}”")},
    good=("Line: The General Assembly, | P: Recalling x, | 1. Decides y.",),
    bad=("P: Recalling x, | 1. Decides y.",),
    organs=_NAMED_ORGANS,
    kinds=RESOLUTIONS,
    look=_look_for_line,
)

ORGAN = DocumentRule(
    id="structure.organ",
    title="Organ line of another organ",
    severity=Severity.ERROR,
    source="S-04",
    explanation="The organ line names the organ whose document it is.",
    wordings={
        "other": Wording(
            "The organ line reads “{shown}” in a text of another organ.", "Write “{due}”"
        )
    },
    good=("@SC | Line: The Security Council, | P: Recalling x, | 1. Decides y.",),
    bad=("@SC | Line: The General Assembly, | P: Recalling x, | 1. Decides y.",),
    organs=_NAMED_ORGANS,
    kinds=RESOLUTIONS,
    look=_look_at_organ,
)

COMMA = DocumentRule(
    id="structure.organ_comma",
    title="Comma after the organ line",
    severity=Severity.ERROR,
    source="S-03",
    explanation="A comma follows the organ line if a preamble follows, and only then.",
    wordings={
        "missing": Wording("“{sign}” is due after the organ line.", "Put “{sign}”"),
        "spare": Wording("No “{sign}” stands here without a preamble.", "Take “{sign}” away"),
    },
    good=("Line: The General Assembly | 1. Decides x; | 2. Decides y.",),
    bad=(
        "Line: The General Assembly | P: Recalling x, | 1. Decides y.",
        "Line: The General Assembly, | 1. Decides x; | 2. Decides y.",
    ),
    organs=_NAMED_ORGANS,
    kinds=RESOLUTIONS,
    look=_look_at_comma,
)

ORDER = DocumentRule(
    id="structure.order",
    title="Preambular paragraph after operative ones",
    severity=Severity.ERROR,
    source="S-01",
    explanation="The preamble comes first; only below a section's heading may another one stand.",
    wordings={"late": Wording("A preambular paragraph stands after operative ones.")},
    good=("P: Recalling x, | 1. Decides y. | #! II. Two | P: Recalling z, | 1. Decides w.",),
    bad=("1. Decides x; | P: Recalling y, | 2. Decides z.",),
    look=_look_at_order,
)

OPERATIVE = DocumentRule(
    id="structure.operative",
    title="No operative part",
    severity=Severity.ERROR,
    source="S-05",
    explanation="A resolution may do without a preamble, never without an operative part.",
    wordings={"none": Wording("There is no operative paragraph.")},
    good=("P: Recalling x, | 1. Decides y.",),
    bad=("P: Recalling x,",),
    kinds=RESOLUTIONS,
    look=_look_for_operative,
)

RULES = (ORGAN_LINE, ORGAN, COMMA, ORDER, OPERATIVE)

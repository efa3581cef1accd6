"""References of the text to its own paragraphs (R-12)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from drafter.check.labels import is_counted, readings
from drafter.check.problem import Severity
from drafter.check.rule import Document, DocumentRule, Finding, Wording
from drafter.core.citations import (
    InternalReference,
    Points,
    Target,
    internal_references,
    item_key,
)
from drafter.core.model import Paragraph, ParagraphKind, Part

_Number = tuple[int, int]
"""A number and its version: 0, 1 for `bis`, 2 for `ter`."""


@dataclass(slots=True)
class _Entry:
    """What a number leads to: where its paragraphs stand in the row, and their letters."""

    first: int
    last: int
    items: set[str] = field(default_factory=set[str])


def _entries(document: Document, annex: int) -> dict[_Number, _Entry]:
    """The numbered paragraphs of an annex, or (0) of the rest, by the number that shows."""
    annexes = document.numbering.annexes
    entries: dict[_Number, _Entry] = {}
    current: _Entry | None = None
    for index, paragraph in enumerate(document.resolution.paragraphs):
        if annexes[paragraph.id] != annex or not is_counted(paragraph):
            continue
        label = paragraph.printed or document.numbering.labels[paragraph.id]
        if paragraph.level == 0 and paragraph.part is not Part.PREAMBLE:
            number = _number(document, label)
            current = entries.setdefault(number, _Entry(index, index)) if number else current
        if current is not None:
            current.last = index
            current.items.update((item_key(label),) if label and paragraph.level else ())
    return entries


def _number(document: Document, label: str) -> _Number | None:
    found = [one for one in readings(document.words, label) if 0 in one.levels]
    return (found[0].n, found[0].alternative) if label and found else None


@dataclass(frozen=True, slots=True)
class _Use:
    """A reference where it is used, with all that its numbers may lead to."""

    index: int
    paragraph: Paragraph
    reference: InternalReference
    scopes: tuple[dict[_Number, _Entry], ...]

    def entries(self, target: Target) -> list[_Entry]:
        """The paragraphs with the target's number."""
        number = target.number, target.alternative
        return [scope[number] for scope in self.scopes if number in scope]


_ELSEWHERE = (ParagraphKind.QUOTED, ParagraphKind.PLAIN)


def _uses(document: Document) -> Iterator[_Use]:
    resolution = document.resolution
    scopes: dict[int, dict[_Number, _Entry]] = defaultdict(dict)
    for annex in set(document.numbering.annexes.values()) | {0}:
        scopes[annex] = _entries(document, annex)
    for index, paragraph in enumerate(resolution.paragraphs):
        if paragraph.kind in _ELSEWHERE:
            continue
        annex = document.numbering.annexes[paragraph.id]
        reach = (scopes[0],) if annex == 0 else (scopes[annex], scopes[0])
        for reference in internal_references(paragraph.text.plain, resolution.language):
            yield _Use(index, paragraph, reference, reach)


def _look_for_nowhere(document: Document) -> Iterator[Finding]:
    for use in _uses(document):
        for target in use.reference.targets:
            if not _exists(use, target):
                words = use.paragraph.text.plain[target.start : target.end]
                yield Finding(
                    "nowhere",
                    use.paragraph.id,
                    use.reference.start,
                    use.reference.end,
                    (("target", words),),
                )


def _exists(use: _Use, target: Target) -> bool:
    return any(entry.items.issuperset(target.items) for entry in use.entries(target))


def _look_at_direction(document: Document) -> Iterator[Finding]:
    for use in _uses(document):
        if use.reference.points is Points.HERE:
            continue
        for target in use.reference.targets:
            entries = use.entries(target)
            if entries and not any(_is_on_side(use, entry) for entry in entries):
                words = use.paragraph.text.plain[target.start : target.end]
                yield Finding(
                    use.reference.points.value,
                    use.paragraph.id,
                    use.reference.start,
                    use.reference.end,
                    (("target", words),),
                )


def _is_on_side(use: _Use, entry: _Entry) -> bool:
    if use.reference.points is Points.ABOVE:
        return entry.first < use.index or entry.first == use.index < entry.last
    return entry.last > use.index


NOWHERE = DocumentRule(
    id="references.nowhere",
    title="Reference to a paragraph that is not there",
    severity=Severity.ERROR,
    source="R-12",
    explanation="A reference to another paragraph of the text leads to one that exists.",
    wordings={"nowhere": Wording("There is no paragraph {target} in this text.")},
    good=(
        "1. Decides x; | 2. Recalls paragraph 1 above.",
        "1. Decides: | (a) To x; | 2. Recalls paragraph 1 (a) above; | 3. Decides y.",
        "1. Decides x; | 2. Recalls paragraph 7 of resolution 60/288.",
        "1. Decides x; | 1 bis. Decides y; | 2. Recalls paragraph 1 bis above.",
        "1. Asks x; | 2. Asks y; | 4. Asks z; | 5. Recalls paragraph 4 above.",
        "1. Decides: | O: A title | (a) To x; | 2. Recalls paragraph 1 (a) above.",
        "@fr | 1. Décide x ; | 2. Rappelle le paragraphe 1 ci-dessus.",
    ),
    bad=(
        "1. Decides x; | 2. Recalls paragraph 5 above.",
        "1. Decides x; | 2. Decides y; | 4. Recalls paragraph 3 above; | 5. Decides z.",
        "1. Decides x; | 1 bis. Decides y; | 2. Recalls paragraph 1 ter above.",
        "1. Decides: | (a) To x; | 2. Recalls paragraph 1 (c) above; | 3. Decides y.",
        "@fr | 1. Décide x ; | 2. Rappelle le paragraphe 7 de la présente résolution.",
    ),
    look=_look_for_nowhere,
)

DIRECTION = DocumentRule(
    id="references.direction",
    title="Reference that points the wrong way",
    severity=Severity.WARNING,
    source="R-12",
    explanation="A paragraph that is named as “above” stands before the reference to it.",
    wordings={
        "above": Wording("Paragraph {target} does not stand above."),
        "below": Wording("Paragraph {target} does not stand below."),
    },
    good=("1. Decides x; | 2. Recalls paragraph 1 above and paragraph 3 below; | 3. Decides y.",),
    bad=(
        "1. Recalls paragraph 2 above; | 2. Decides x.",
        "1. Decides x; | 2. Recalls paragraph 1 below.",
    ),
    look=_look_at_direction,
)

RULES = (NOWHERE, DIRECTION)

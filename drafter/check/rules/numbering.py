"""Numbers of operative paragraphs as printed, against a row that counts on (O-03, O-04, S-23)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from drafter.check import repairs
from drafter.check.labels import Break, breaks, is_same, numbers, operative_rows
from drafter.check.problem import FixKind, Severity
from drafter.check.rule import RESOLUTIONS, Document, DocumentRule, Finding, Repair, Wording
from drafter.core.citations import refers_to_itself
from drafter.core.edits import accept_labels
from drafter.core.model import Paragraph, ParagraphKind, Resolution
from drafter.core.numbering import single_operative

_TAIL = ".-–— "


def _look_at_sequence(document: Document) -> Iterator[Finding]:
    alone = single_operative(document.resolution)
    for row in operative_rows(document.resolution):
        for broken in breaks(list(numbers(document.words, document.numbering, row))):
            if broken.at.paragraph.id != alone and not _is_explained(broken, row):
                yield _broken(document.resolution, row, broken)


def _is_explained(broken: Break, row: Sequence[Paragraph]) -> bool:
    """Whether the numbers that are left out belong to paragraphs that show none."""
    if broken.code != "gap" or broken.before is None:
        return False
    between = row.index(broken.at.paragraph) - row.index(broken.before.paragraph) - 1
    return broken.at.n - broken.before.n - 1 == between


def _broken(resolution: Resolution, row: Sequence[Paragraph], broken: Break) -> Finding:
    return Finding(
        broken.code,
        broken.at.paragraph.id,
        arguments=(
            ("shown", broken.at.shown),
            ("before", broken.before.shown if broken.before else ""),
        ),
        repair=_renumbering(resolution, row),
    )


def _renumbering(resolution: Resolution, row: Sequence[Paragraph]) -> Repair:
    """Computed numbers for the whole row; safe unless the text refers to its own numbers."""
    ids = frozenset(paragraph.id for paragraph in row)
    kind = FixKind.OFFER if refers_to_itself(resolution) else FixKind.SAFE
    return Repair(partial(accept_labels, paragraph_ids=ids), kind, ids)


def _look_for_missing(document: Document) -> Iterator[Finding]:
    for row in operative_rows(document.resolution):
        reads = list(numbers(document.words, document.numbering, row))
        for before, at in pairwise(reads):
            between = row[row.index(before.paragraph) + 1 : row.index(at.paragraph)]
            if not between or at.n - before.n - 1 != len(between):
                continue
            for number, paragraph in enumerate(between, before.n + 1):
                label = document.words.label(0, number)
                yield Finding(
                    "missing", paragraph.id, arguments=(("due", label),), repair=_number(paragraph)
                )


def _number(paragraph: Paragraph) -> Repair:
    numbered = Paragraph(
        paragraph.id, paragraph.part, paragraph.text, printed=None, extra=paragraph.extra
    )
    return repairs.paragraph_becomes(paragraph, numbered)


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


SEQUENCE = DocumentRule(
    id="numbering.sequence",
    title="Numbers of operative paragraphs",
    severity=Severity.ERROR,
    source="O-03",
    explanation=(
        "Operative paragraphs are numbered 1, 2, 3 without gaps or repeats; only a section may "
        "start again at 1."
    ),
    wordings={
        "start": Wording("The numbers start with “{shown}”.", "Number the paragraphs anew"),
        "repeat": Wording("The number “{shown}” stands twice.", "Number the paragraphs anew"),
        "gap": Wording(
            "The number “{shown}” comes after “{before}”: one or more are left out.",
            "Number the paragraphs anew",
        ),
        "back": Wording(
            "The number “{shown}” comes after “{before}”.", "Number the paragraphs anew"
        ),
    },
    good=(
        "1. Decides x; | 2. Decides y; | 2 bis. Decides z; | 3. Decides w.",
        "#! I. One | 1. Decides x; | 2. Decides y; | #! II. Two | 1. Decides z; | 2. Decides w.",
    ),
    bad=(
        "1. Decides x; | 2. Decides y; | 4. Decides z.",
        "1. Decides x; | 1. Decides y; | 2. Decides z.",
        "2. Decides x; | 3. Decides y.",
        "1. Decides x; | 3. Decides y; | 2. Decides z.",
    ),
    look=_look_at_sequence,
)

MISSING = DocumentRule(
    id="numbering.missing",
    title="Operative paragraph without its number",
    severity=Severity.ERROR,
    source="O-03",
    explanation="The numbers around an operative paragraph leave one out for it, but it has none.",
    wordings={"missing": Wording("The number “{due}” is missing here.", "Give it its number")},
    good=("1. Decides x; | O: Adopts y: | 2. Decides z.",),
    bad=("1. Decides x; | O: Decides y; | 3. Decides z.",),
    look=_look_for_missing,
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

RULES = (SEQUENCE, MISSING, SINGLE, HEADINGS)

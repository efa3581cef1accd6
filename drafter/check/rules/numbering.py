"""Numbers of operative paragraphs as printed, against a row that counts on (O-03, O-04, S-23)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from drafter.check import repairs
from drafter.check.labels import Break, breaks, numbers, operative_rows
from drafter.check.problem import FixKind, Severity
from drafter.check.rule import RESOLUTIONS, Document, DocumentRule, Finding, Repair, Wording
from drafter.core.citations import refers_to_itself
from drafter.core.edits import accept_labels
from drafter.core.model import Paragraph, Resolution
from drafter.core.numbering import single_operative


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
    cited = "_cited" if refers_to_itself(resolution) else ""
    return Finding(
        broken.code + cited,
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


_BROKEN = {
    code: Wording(words, "Number the paragraphs anew")
    for code, words in {
        "start": "The numbers start with “{shown}”.",
        "repeat": "The number “{shown}” stands twice.",
        "gap": "The number “{shown}” comes after “{before}”: one or more are left out.",
        "back": "The number “{shown}” comes after “{before}”.",
    }.items()
}
_CITED = {
    f"{code}_cited": Wording(
        f"{wording.problem} The text refers to its own paragraphs: new numbers change what "
        "these references lead to.",
        f"{wording.fix}, then look at the references",
    )
    for code, wording in _BROKEN.items()
}

SEQUENCE = DocumentRule(
    id="numbering.sequence",
    title="Numbers of operative paragraphs",
    severity=Severity.ERROR,
    source="O-03",
    explanation=(
        "Operative paragraphs are numbered 1, 2, 3 without gaps or repeats; only a section may "
        "start again at 1."
    ),
    wordings={**_BROKEN, **_CITED},
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

RULES = (SEQUENCE, MISSING, UNNUMBERED, SINGLE)

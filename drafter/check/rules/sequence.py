"""Numbers of paragraphs as printed, against a row that counts on (O-03, S-23)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from drafter.check import repairs
from drafter.check.labels import Break, annex_rows, breaks, numbers, operative_rows
from drafter.check.problem import FixKind, Severity
from drafter.check.rule import Document, DocumentRule, Finding, Repair, Wording
from drafter.core.edits import accept_labels
from drafter.core.model import Paragraph
from drafter.core.numbering import single_operative


def _look_at_sequence(document: Document) -> Iterator[Finding]:
    alone = single_operative(document.resolution)
    for finding in _broken_rows(document, operative_rows(document.resolution)):
        if finding.place != alone:
            yield finding


def _look_at_annexes(document: Document) -> Iterator[Finding]:
    yield from _broken_rows(document, annex_rows(document.resolution))


def _broken_rows(document: Document, rows: Iterable[Sequence[Paragraph]]) -> Iterator[Finding]:
    """Where the numbers of these rows do not count on."""
    for row in rows:
        places = {paragraph.id: place for place, paragraph in enumerate(row)}
        ids = frozenset(places)
        for broken in breaks(numbers(document.words, document.numbering, row)):
            if not _is_explained(broken, places):
                yield _broken(document, ids, broken)


def _is_explained(broken: Break, places: Mapping[str, int]) -> bool:
    """Whether the numbers that are left out belong to paragraphs that show none."""
    if broken.code != "gap" or broken.before is None:
        return False
    between = places[broken.at.paragraph.id] - places[broken.before.paragraph.id] - 1
    return broken.at.n - broken.before.n - 1 == between


def _broken(document: Document, ids: frozenset[str], broken: Break) -> Finding:
    cited = "_cited" if document.refers_to_itself else ""
    return Finding(
        broken.code + cited,
        broken.at.paragraph.id,
        arguments=(
            ("shown", broken.at.shown),
            ("before", broken.before.shown if broken.before else ""),
        ),
        repair=_renumbering(document, ids, broken),
    )


def _renumbering(document: Document, ids: frozenset[str], broken: Break) -> Repair:
    """Computed numbers for the whole row; safe unless the text refers to its own numbers."""
    kind = FixKind.OFFER if document.refers_to_itself else FixKind.SAFE
    before = broken.before
    if broken.code in {"repeat", "version"} and broken.at.alternative and before is not None:
        return repairs.next_version(before.paragraph, broken.at.paragraph, kind)
    return Repair(partial(accept_labels, paragraph_ids=ids), kind, ids)


_BROKEN = {
    code: Wording(words, "Number the paragraphs anew")
    for code, words in {
        "start": "The numbers start with “{shown}”.",
        "repeat": "The number “{shown}” stands twice.",
        "gap": "The number “{shown}” comes after “{before}”: one or more are left out.",
        "back": "The number “{shown}” comes after “{before}”.",
        "version": "“{shown}” comes after “{before}”: a version is left out, or they are mixed up.",
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

_WORDINGS = {**_BROKEN, **_CITED}

SEQUENCE = DocumentRule(
    id="numbering.sequence",
    title="Numbers of operative paragraphs",
    severity=Severity.ERROR,
    source="O-03",
    explanation=(
        "Operative paragraphs are numbered 1, 2, 3 without gaps or repeats; only a section may "
        "start again at 1."
    ),
    wordings=_WORDINGS,
    good=(
        "1. Decides x; | 2. Decides y; | 2 bis. Decides z; | 3. Decides w.",
        "#! I. One | 1. Decides x; | 2. Decides y; | #! II. Two | 1. Decides z; | 2. Decides w.",
    ),
    bad=(
        "1. Decides x; | 2. Decides y; | 4. Decides z.",
        "1. Decides x; | 1. Decides y; | 2. Decides z.",
        "2. Decides x; | 3. Decides y.",
        "1. Decides x; | 3. Decides y; | 2. Decides z.",
        "1. Decides x; | 1 bis. Decides y; | 1 bis. Decides z; | 2. Decides w.",
        "1. Decides x; | 1 ter. Decides y; | 2. Decides z.",
    ),
    look=_look_at_sequence,
)

ANNEX = DocumentRule(
    id="numbering.annex",
    title="Numbers of the paragraphs of an annex",
    severity=Severity.WARNING,
    source="O-03",
    explanation=(
        "The paragraphs of an annex are numbered 1, 2, 3 without gaps or repeats; every annex, and "
        "a section whose numbers start again, begins at 1."
    ),
    wordings=_WORDINGS,
    good=(
        "1. Decides x; | 2. Decides y. | A I: One | 1. X. | 2. Y. | A II: Two | 1. Z. | 2. W.",
        "1. Decides x; | 2. Decides y. | A: One | 1. X. | #! B. Two | 1. Z. | 2. W.",
    ),
    bad=(
        "1. Decides x; | 2. Decides y. | A: List | 1. X. | 3. Y.",
        "1. Decides x; | 2. Decides y. | A: List | 1. X. | 1. Y.",
        "1. Decides x; | 2. Decides y. | A: List | 3. X. | 4. Y.",
    ),
    look=_look_at_annexes,
)

RULES = (SEQUENCE, ANNEX)

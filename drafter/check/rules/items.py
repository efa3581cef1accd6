"""Letters of sub-paragraphs: form by language and level, and a row that counts on (O-07)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from drafter.check import repairs
from drafter.check.labels import Break, is_counted, is_same, item_rows, read_row
from drafter.check.problem import FixKind, Severity
from drafter.check.rule import RESOLUTIONS, Document, DocumentRule, Finding, Repair, Wording
from drafter.core.citations import item_key
from drafter.core.edits import accept_labels
from drafter.core.model import Organ, Paragraph, Part, Resolution


def _rows(document: Document) -> Iterator[tuple[Paragraph, ...]]:
    """The items with a printed label that hang side by side, annexes left out."""
    row = document.resolution.paragraphs
    for items in item_rows(one for one in row if one.part is not Part.ANNEX):
        labelled = tuple(item for item in items if item.printed)
        if labelled:
            yield labelled


def _look_at_sequence(document: Document) -> Iterator[Finding]:
    for row in _rows(document):
        for broken in read_row(document.words, row).breaks:
            yield _broken(row, broken)


def _broken(row: Sequence[Paragraph], broken: Break) -> Finding:
    repair = _relabelling(row, FixKind.OFFER)
    if broken.code == "version" and broken.before is not None:
        before = broken.before.paragraph
        repair = repairs.next_version(before, broken.at.paragraph, FixKind.OFFER)
    return Finding(
        broken.code,
        broken.at.paragraph.id,
        arguments=(
            ("shown", broken.at.shown),
            ("before", broken.before.shown if broken.before else ""),
        ),
        repair=repair,
    )


def _relabelling(row: Sequence[Paragraph], kind: FixKind) -> Repair:
    ids = frozenset(item.id for item in row)
    return Repair(partial(accept_labels, paragraph_ids=ids), kind, ids)


def _relettering(document: Document, row: Sequence[Paragraph]) -> Repair:
    """Computed labels for the row; safe where no letter becomes another and none is referred to."""
    labels = document.numbering.labels
    stays = all(item_key(item.printed or "") == item_key(labels[item.id]) for item in row)
    is_safe = stays and not document.is_adopted and not document.refers_to_itself
    return _relabelling(row, FixKind.SAFE if is_safe else FixKind.OFFER)


def _look_at_form(document: Document) -> Iterator[Finding]:
    words = document.words
    for row in _rows(document):
        reading = read_row(words, row)
        if reading.breaks or reading.level != row[0].level:
            continue
        for read in reading.reads:
            due = words.label(reading.level, read.n, read.alternative)
            if not is_same(read.shown, due):
                yield _misformed("form", read.paragraph, due, _relettering(document, row))
                break


def _look_at_level(document: Document) -> Iterator[Finding]:
    words, paragraphs = document.words, document.resolution.paragraphs
    above = dict(zip((one.id for one in paragraphs[1:]), paragraphs, strict=False))
    for row in _rows(document):
        deepest = _depth_below(above.get(row[0].id))
        if row[0].level > deepest:
            yield _misformed("level", row[0], words.label(deepest, 1), _raised(row, deepest))
        elif read_row(words, row).level != row[0].level:
            due = words.label(row[0].level, 1)
            yield _misformed("level", row[0], due, _relettering(document, row))


def _depth_below(above: Paragraph | None) -> int:
    """How deep an item may hang that follows this paragraph."""
    return above.level + 1 if above is not None and is_counted(above) else 1


def _raised(row: Sequence[Paragraph], level: int) -> Repair:
    ids = frozenset(item.id for item in row)
    return Repair(partial(_with_level, ids=ids, level=level), FixKind.OFFER, ids)


def _with_level(resolution: Resolution, ids: frozenset[str], level: int) -> Resolution:
    return resolution.with_paragraphs(
        tuple(
            replace(one, level=level, printed=None) if one.id in ids else one
            for one in resolution.paragraphs
        )
    )


def _misformed(code: str, item: Paragraph, due: str, repair: Repair) -> Finding:
    arguments = (("shown", item.printed or ""), ("due", due))
    return Finding(code, item.id, arguments=arguments, repair=repair)


SEQUENCE = DocumentRule(
    id="items.sequence",
    title="Letters of sub-paragraphs",
    severity=Severity.ERROR,
    source="O-07",
    explanation="Sub-paragraphs that hang side by side count on without gaps or repeats.",
    wordings={
        "start": Wording("The sub-paragraphs start with “{shown}”.", "Letter them anew"),
        "repeat": Wording("The label “{shown}” stands twice.", "Letter them anew"),
        "gap": Wording(
            "The label “{shown}” comes after “{before}”: one or more are left out.",
            "Letter them anew",
        ),
        "back": Wording("The label “{shown}” comes after “{before}”.", "Letter them anew"),
        "version": Wording(
            "“{shown}” comes after “{before}”: a version is left out, or they are mixed up.",
            "Make it the next version",
        ),
    },
    good=("1. Decides: | (a) To x: | (i) Y; | (ii) Z; | (b) To y.",),
    bad=(
        "1. Decides: | (a) To x; | (c) To y.",
        "1. Decides: | (a) To x; | (a) To y.",
        "1. Decides: | (b) To x; | (c) To y.",
        "@fr | 1. Décide : | a) De x ; | c) De y ; | b) De z.",
    ),
    kinds=RESOLUTIONS,
    look=_look_at_sequence,
)

FORM = DocumentRule(
    id="items.form",
    title="Form of sub-paragraph labels",
    severity=Severity.ERROR,
    source="O-07",
    explanation=(
        "Each language writes its labels in one way: (a) in English and Chinese, a) in French, "
        "Spanish and Russian, Arabic letters in Arabic."
    ),
    wordings={
        "form": Wording(
            "The label “{shown}” is not of this language: “{due}” is.", "Letter them “{due}”"
        )
    },
    good=("@fr | 1. Décide : | a) De x ; | b) De y.", "1. Decides: | (a) To x; | (b) To y."),
    bad=("@fr | 1. Décide : | (a) De x ; | (b) De y.", "1. Decides: | a) To x; | b) To y."),
    kinds=RESOLUTIONS,
    look=_look_at_form,
)

LEVEL = DocumentRule(
    id="items.level",
    title="Label of another level",
    severity=Severity.WARNING,
    source="O-07",
    explanation=(
        "Labels go by level: (a), then (i), then a., then i. The Security Council often does "
        "otherwise, so that its texts are left alone."
    ),
    wordings={
        "level": Wording(
            "The label “{shown}” belongs to another level: “{due}” is due here.",
            "Letter them “{due}”",
        )
    },
    good=("1. Decides: | (a) To x: | (i) Y; | (ii) Z.",),
    bad=("1. Decides: | a. To x; | b. To y.",),
    kinds=RESOLUTIONS,
    organs=(Organ.GA, Organ.ECOSOC, Organ.HRC, Organ.OTHER),
    look=_look_at_level,
)

RULES = (SEQUENCE, FORM, LEVEL)

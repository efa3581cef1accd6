"""Labels, roles and footnote numbers: computed from structure and reading order, never stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from drafter.core.language import Language, language
from drafter.core.model import DEEPEST_LEVEL, Paragraph, ParagraphKind, Part, Resolution


class Role(StrEnum):
    """What a paragraph is to its neighbours."""

    WHOLE = "whole"
    CHAPEAU = "chapeau"
    ITEM = "item"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Numbering:
    """Everything that follows from order.

    `labels` by paragraph id ("" when it shows none), `roles` by paragraph id, `annexes` by
    paragraph id (0 outside, 1 for the first annex), `preambular` by paragraph id the how manieth
    preambular paragraph it is, or hangs on, none of which prints a number, `notes` by note id (the
    number or sign to print), `note_order` the ids of the notes in the order of their first marks,
    those never marked last.
    """

    labels: Mapping[str, str]
    roles: Mapping[str, Role]
    annexes: Mapping[str, int]
    preambular: Mapping[str, int]
    notes: Mapping[str, str]
    note_order: tuple[str, ...]


def numbering(resolution: Resolution) -> Numbering:
    """All labels, roles and note numbers of a resolution."""
    order = _note_order(resolution)
    return Numbering(
        labels=_labels(resolution),
        roles=dict(_roles(resolution.paragraphs)),
        annexes=_annexes(resolution.paragraphs),
        preambular=_preambular(resolution.paragraphs),
        notes=_note_numbers(resolution, order),
        note_order=order,
    )


def path(resolution: Resolution, labels: Mapping[str, str], index: int) -> str:
    """The labels from the full paragraph down to the one at `index`: `4 (b)`.

    `labels` by paragraph id, the computed ones or those that were printed.
    """
    found: list[str] = []
    level = resolution.paragraphs[index].level + 1
    for at in range(index, -1, -1):
        paragraph = resolution.paragraphs[at]
        if _is_above(paragraph, level):
            found.append(labels[paragraph.id].rstrip(". -"))
            level = paragraph.level
        if level == 0:
            break
    return " ".join(label for label in reversed(found) if label)


def _is_above(paragraph: Paragraph, level: int) -> bool:
    return (
        paragraph.kind is ParagraphKind.PARAGRAPH
        and paragraph.level < level
        and not paragraph.closing
    )


def single_operative(resolution: Resolution) -> str | None:
    """The only numbered operative paragraph, which prints without its number (O-04)."""
    numbered = [
        paragraph.id
        for paragraph in resolution.paragraphs
        if paragraph.part is Part.OPERATIVE and _counts(paragraph) and paragraph.level == 0
    ]
    return numbered[0] if len(numbered) == 1 else None


def lone_operatives(resolution: Resolution) -> frozenset[str]:
    """The operative paragraphs that print without a number: alone in the text or in their section.

    A section with numbers of its own that has a single paragraph does not number it either
    (A/RES/77/263, sections XVII to XXI).
    """
    stretches: list[list[str]] = [[]]
    for paragraph in resolution.paragraphs:
        if paragraph.restarts:
            stretches.append([])
        if paragraph.part is Part.OPERATIVE and _counts(paragraph) and paragraph.level == 0:
            stretches[-1].append(paragraph.id)
    return frozenset(stretch[0] for stretch in stretches if len(stretch) == 1)


def _counts(paragraph: Paragraph) -> bool:
    return (
        paragraph.kind is ParagraphKind.PARAGRAPH and paragraph.numbered and not paragraph.closing
    )


def _labels(resolution: Resolution) -> dict[str, str]:
    words = language(resolution.language)
    alone = lone_operatives(resolution)
    annex_total = sum(1 for p in resolution.paragraphs if p.kind is ParagraphKind.ANNEX)
    counters = _Counters(words, annex_total)
    labels: dict[str, str] = {}
    for paragraph in resolution.paragraphs:
        label = counters.label(paragraph)
        labels[paragraph.id] = "" if paragraph.id in alone else label
    return labels


class _Counters:
    """The running numbers while the paragraphs are walked in order."""

    def __init__(self, words: Language, annex_total: int) -> None:
        self.words = words
        self.annex_total = annex_total
        self.annex = 0
        self.part: Part | None = None
        self.levels = [0] * (DEEPEST_LEVEL + 1)
        self.headings = [0] * (DEEPEST_LEVEL + 1)
        self.operative = 0

    def label(self, paragraph: Paragraph) -> str:
        starts = paragraph.restarts or paragraph.kind is ParagraphKind.ANNEX
        if starts or paragraph.part is not self.part:
            self._start(paragraph)
        if paragraph.kind is ParagraphKind.PARAGRAPH:
            return self._paragraph(paragraph)
        if paragraph.kind is ParagraphKind.ANNEX:
            self.annex += 1
            return self.words.annex_label(self.annex, self.annex_total)
        if paragraph.kind is ParagraphKind.HEADING:
            return self._heading(paragraph)
        return (paragraph.printed or "") if paragraph.kind is not ParagraphKind.TABLE else ""

    def _start(self, paragraph: Paragraph) -> None:
        """Starts counting afresh at a new part, annex or restarting heading."""
        if paragraph.kind is ParagraphKind.ANNEX:
            self.headings = [0] * (DEEPEST_LEVEL + 1)
        if paragraph.restarts:
            self.operative = 0
        self.levels = [0] * (DEEPEST_LEVEL + 1)
        self.levels[0] = self.operative if paragraph.part is Part.OPERATIVE else 0
        self.part = paragraph.part

    def _heading(self, paragraph: Paragraph) -> str:
        self.levels[1:] = [0] * DEEPEST_LEVEL
        if not paragraph.numbered:
            return ""
        self.headings[paragraph.level] += 1
        self.headings[paragraph.level + 1 :] = [0] * (DEEPEST_LEVEL - paragraph.level)
        return self.words.heading_label(paragraph.level, self.headings[paragraph.level])

    def _paragraph(self, paragraph: Paragraph) -> str:
        level = paragraph.level
        if not paragraph.closing:
            self.levels[level + 1 :] = [0] * (DEEPEST_LEVEL - level)
        if paragraph.closing or not paragraph.numbered:
            return ""
        if level == 0 and paragraph.part is Part.PREAMBLE:
            return ""
        if not paragraph.alternative:
            self.levels[level] += 1
        if level == 0 and paragraph.part is Part.OPERATIVE:
            self.operative = self.levels[0]
        return _label(self.words, level, max(1, self.levels[level]), paragraph.alternative)


@lru_cache(maxsize=1 << 14)
def _label(words: Language, level: int, n: int, alternative: int) -> str:
    """The label; a new paragraph gives thousands below it one that is known."""
    return words.label(level, n, alternative)


def _roles(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[str, Role]]:
    for paragraph, following in zip(paragraphs, (*paragraphs[1:], None), strict=False):
        if paragraph.closing:
            yield paragraph.id, Role.CLOSING
        elif paragraph.kind is not ParagraphKind.PARAGRAPH:
            yield paragraph.id, Role.WHOLE
        elif paragraph.level > 0:
            yield paragraph.id, Role.ITEM
        else:
            yield paragraph.id, Role.CHAPEAU if _is_item(following) else Role.WHOLE


def _is_item(paragraph: Paragraph | None) -> bool:
    return (
        paragraph is not None and paragraph.kind is ParagraphKind.PARAGRAPH and paragraph.level > 0
    )


def _annexes(paragraphs: tuple[Paragraph, ...]) -> dict[str, int]:
    annexes: dict[str, int] = {}
    annex = 0
    for paragraph in paragraphs:
        annex += paragraph.kind is ParagraphKind.ANNEX
        annexes[paragraph.id] = annex
    return annexes


def _preambular(paragraphs: tuple[Paragraph, ...]) -> dict[str, int]:
    places: dict[str, int] = {}
    count = 0
    for paragraph in paragraphs:
        if paragraph.part is Part.PREAMBLE:
            count += _is_above(paragraph, 1)
            places[paragraph.id] = count
    return places


def _note_order(resolution: Resolution) -> tuple[str, ...]:
    marked = [mark.note for text in resolution.texts() for mark in text.marks if mark.note]
    unmarked = [note.id for note in resolution.footnotes]
    return tuple(dict.fromkeys((*marked, *unmarked)))


def sponsor_signs(resolution: Resolution) -> tuple[str, ...]:
    """The stars of the sponsors who speak for others, in order; none that a note has already."""
    taken = {note.symbol for note in resolution.footnotes}
    speaking = sum(1 for one in resolution.masthead.sponsors if one.on_behalf_of)
    free = ("*" * count for count in range(1, speaking + len(taken) + 1))
    return tuple(sign for sign in free if sign not in taken)[:speaking]


def _note_numbers(resolution: Resolution, order: tuple[str, ...]) -> dict[str, str]:
    signs = {note.id: note.symbol for note in resolution.footnotes}
    numbers: dict[str, str] = {}
    count = 0
    for note in order:
        count += not signs[note]
        numbers[note] = signs[note] or str(count)
    return numbers

"""A rule: what it is called, where it comes from, examples, and a pure function that looks.

The function knows nothing of its rule: it yields findings, and the engine makes problems of them.
A paragraph rule may look at nothing but the paragraph and its `Surroundings`, since its findings
are kept for as long as both stay the same; a note rule likewise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from drafter.check.due import due_endings, stray_ends
from drafter.check.problem import Change, FixKind, Severity
from drafter.core.citations import refers_to_itself
from drafter.core.language import LANGUAGES, EndMark, Language, language
from drafter.core.model import DocumentKind, Footnote, Organ, Paragraph, Resolution
from drafter.core.numbering import Numbering, Role, numbering

RESOLUTIONS = (DocumentKind.ADOPTED, DocumentKind.DRAFT)
"""The kinds of document that are in the form of a resolution."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The English sentence of a message and, if the finding can be mended, the title of its fix.

    `is_unfinished`: it says no more than that the end is still to be written, so that nobody need
    hear it who is writing there.
    """

    problem: str
    fix: str = ""
    is_unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Repair:
    """The change that mends a finding; `touches` as in `problem.Fix`."""

    change: Change
    kind: FixKind = FixKind.SAFE
    touches: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule's function yields: `code` picks the wording, `arguments` fill it in."""

    code: str
    place: str | None = None
    start: int = 0
    end: int = 0
    arguments: tuple[tuple[str, str], ...] = ()
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that a paragraph rule may know beside the paragraph itself.

    `may_end_be_set`: a wrong end mark is a slip here, neither a habit of the text nor the words of
    an organ that has adopted them.
    """

    language: str
    organ: Organ
    kind: DocumentKind
    role: Role = Role.WHOLE
    ending: EndMark | None = None
    may_end_be_set: bool = True

    @property
    def words(self) -> Language:
        """The facts of the language."""
        return language(self.language)


class Document:
    """A resolution with what follows from it, computed once and when asked for."""

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution

    @cached_property
    def words(self) -> Language:
        """The facts of the document's language."""
        return language(self.resolution.language)

    @cached_property
    def numbering(self) -> Numbering:
        """Labels, roles and note numbers."""
        return numbering(self.resolution)

    @cached_property
    def endings(self) -> Mapping[str, EndMark]:
        """The end mark due, by paragraph id."""
        return due_endings(self.resolution, self.words)

    @cached_property
    def stray_ends(self) -> frozenset[str]:
        """The paragraphs whose end, if it is wrong, is an exception."""
        return stray_ends(self.resolution, self.endings, self.words)

    @cached_property
    def is_adopted(self) -> bool:
        """Whether an organ has adopted the text as it was imported."""
        resolution = self.resolution
        return resolution.kind is DocumentKind.ADOPTED and resolution.masthead.adopted is not None

    @cached_property
    def refers_to_itself(self) -> bool:
        """Whether any paragraph points to one of the same text."""
        return refers_to_itself(self.resolution)

    def surroundings(self, paragraph: Paragraph) -> Surroundings:
        """What a paragraph rule may know about where the paragraph stands."""
        return Surroundings(
            self.resolution.language,
            self.resolution.organ,
            self.resolution.kind,
            self.numbering.roles[paragraph.id],
            self.endings.get(paragraph.id),
            paragraph.id in self.stray_ends
            and not (self.is_adopted and paragraph.printed is not None),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is common to all rules.

    `source` is the number in the rule catalogue; `good` and `bad` are documents in the notation of
    `tests/notation.py`, tested one by one: a good one has no finding of this rule, a bad one has.
    `languages`, `organs` and `kinds` say where the rule applies, None everywhere.
    """

    id: str
    title: str
    severity: Severity
    source: str
    explanation: str
    wordings: Mapping[str, Wording]
    good: tuple[str, ...]
    bad: tuple[str, ...]
    languages: tuple[str, ...] = LANGUAGES
    organs: tuple[Organ, ...] = tuple(Organ)
    kinds: tuple[DocumentKind, ...] = tuple(DocumentKind)

    def applies_to(self, resolution: Resolution) -> bool:
        """Whether it has something to say about such a document."""
        return (
            resolution.language in self.languages
            and resolution.organ in self.organs
            and resolution.kind in self.kinds
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphRule(Rule):
    """A rule that looks at one paragraph at a time."""

    look: Callable[[Paragraph, Surroundings], Iterator[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRule(Rule):
    """A rule that looks at one footnote at a time."""

    look: Callable[[Footnote, Surroundings], Iterator[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRule(Rule):
    """A rule that needs the whole document."""

    look: Callable[[Document], Iterator[Finding]]

"""What the window asks the corpus, and what it gets: values that cross from thread to thread."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.core.continuing import Continuation
from drafter.core.diff import Words
from drafter.core.model import Resolution
from drafter.corpus.asking import Document, Precedent, Query, Use


@dataclass(frozen=True, slots=True)
class Suggest:
    """The precedents for a text; answered by `Suggested`.

    Without a text it only reads what the first search would wait for.
    """

    query: Query


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A precedent, and how it goes on after what was typed; None when it is not a continuation."""

    precedent: Precedent
    continuation: Continuation | None


@dataclass(frozen=True, slots=True)
class Suggested:
    """The best first. `languages` are those that the corpus has; the rest as in `asking.Answer`."""

    query: Query
    rows: tuple[Suggestion, ...]
    paragraphs: int
    is_behind: bool
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """The document a paragraph stands in; answered by `Source`.

    With a language other than the paragraph's own it is the official text in that one.
    """

    use: Use
    language: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A whole document and the index of the paragraph asked for.

    `languages` are all that the document is there in. `is_sure` is false, for a counterpart, when
    the two texts do not have as many paragraphs of the kind: `own_count` here, `count` there.
    """

    use: Use
    resolution: Resolution
    languages: tuple[str, ...]
    is_sure: bool = True
    own_count: int = 0
    count: int = 0


@dataclass(frozen=True, slots=True)
class FollowYears:
    """All uses of a wording's family; answered by `Lineage`. `use` is one of them."""

    family: int
    use: Use


@dataclass(frozen=True, slots=True)
class Step:
    """A wording as it came up: its first use, the later ones of the same words, and what changed
    from the wording before it.
    """

    use: Use
    again: tuple[Use, ...]
    changes: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """One paragraph through the years, the oldest first; `uses` are all of them."""

    family: int
    uses: tuple[Use, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class FindDocuments:
    """Documents of a language by words of their title or symbol; answered by `FoundDocuments`."""

    words: str
    language: str


@dataclass(frozen=True, slots=True)
class FoundDocuments:
    """The newest first; `languages` are those that the corpus has."""

    documents: tuple[Document, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadWhole:
    """A whole document of a list; answered by `Whole`."""

    document: Document


@dataclass(frozen=True, slots=True)
class Whole:
    """A document and its text."""

    document: Document
    resolution: Resolution


Question = Suggest | Look | FollowYears | FindDocuments | ReadWhole

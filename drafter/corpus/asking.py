"""What the corpus is asked and what it answers: values only, cheap to load.

The window holds these long before the first search loads the index and the database.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.core.model import Organ, Part


@dataclass(frozen=True, slots=True)
class Filters:
    """Which uses of a wording count; what is None does not matter.

    `agreed_only` leaves out what is not known to be adopted without a vote or unanimously.
    """

    part: Part | None = None
    organ: Organ | None = None
    first_year: int | None = None
    last_year: int | None = None
    agreed_only: bool = False


NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    `part` and `organ` are those of the draft: wordings used there come a little earlier. `exclude`
    is the symbol of a document whose own paragraphs are not shown.
    """

    text: str
    language: str
    limit: int = 10
    filters: Filters = NO_FILTERS
    part: Part | None = None
    organ: Organ | None = None
    exclude: str = ""


@dataclass(frozen=True, slots=True)
class Use:
    """A paragraph of a document: where a wording stands, and as what."""

    paragraph: int
    document: int
    place: int
    symbol: str
    language: str
    organ: Organ
    part: Part
    label: str
    adopted: str | None
    year: int | None
    agreed: bool | None
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Strength:
    """How established a wording is, over all its family: in how many documents, when, by whom.

    `agreed` of the documents are known to be adopted without a vote or unanimously, `voted` not.
    """

    uses: int
    first_year: int | None
    last_year: int | None
    organs: tuple[Organ, ...]
    agreed: int
    voted: int


@dataclass(frozen=True, slots=True)
class Precedent:
    """One row of an answer: a family, shown by the wording most like the query in its newest use.

    `score` is the likeness, 0 to 100. `also_in` are the symbols of the family's newest documents.
    """

    use: Use
    score: float
    strength: Strength
    also_in: tuple[str, ...]
    wording: int
    family: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found. `paragraphs` is how many were searched; `is_behind` says that the index does
    not hold all of the corpus yet.
    """

    precedents: tuple[Precedent, ...]
    paragraphs: int
    is_behind: bool = False


NOTHING = Answer((), 0)


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the corpus, as a list names it."""

    id: int
    symbol: str
    language: str
    organ: Organ
    title: str
    adopted: str | None
    year: int | None

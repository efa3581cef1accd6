"""Resolutions of our own that stand in for past ones: a corpus for the tests of the window."""

from __future__ import annotations

from pathlib import Path

from drafter.corpus.importing import add
from drafter.io.native import native_bytes
from tests.notation import document

FIRST = (
    "Symbol: A/RES/63/195 | Title: Plain words | P: _Recalling_ its resolution 60/1 of 16 September"
    " 2005, | 1. _Decides_ to write in plain words; | 2. _Requests_ the Secretary-General to ensure"
    " adequate resources for the drafting of resolutions[^1] in plain words; | 3. _Invites_ Member"
    " States to follow. | [^1]: See the programme budget."
)
LATER = (
    "Symbol: A/RES/65/10 | Title: Plainer words | P: _Recalling_ its resolution 63/195 of 18"
    " December 2008, | 1. _Requests_ the Secretary-General to ensure sufficient resources for the"
    " drafting of resolutions in plain words; | 2. _Requests_ the Secretary-General to report to"
    " the Assembly at its next session; | 3. _Invites_ organs to follow."
)
FRENCH = (
    "@fr | Symbol: A/RES/63/195 | P: _Rappelant_ sa résolution 60/1, | 1. _Décide_ d’écrire"
    " simplement ; | 2. _Prie_ le Secrétaire général d’assurer des ressources suffisantes pour la"
    " rédaction des résolutions ; | 3. _Invite_ les États Membres à suivre."
)
_ENDS = (
    (56, "the training of those who write"),
    (59, "the training of those who write and of those who translate"),
    (64, "the training of those who write, translate and read"),
    (71, "the regular training of those who write, translate and read, within existing resources"),
)
_REPORTS = (
    "an annual report on the plain words of resolutions",
    "a report on the plain words of resolutions, in all official languages",
)


def series() -> list[str]:
    """One resolution a year, whose wording grows: something to follow through the years."""
    texts: list[str] = []
    for session in range(56, 79):
        end = next(words for first, words in reversed(_ENDS) if session >= first)
        vote = " | Vote: Adopted without a vote." if session % 3 else ""
        texts.append(
            f"Symbol: A/RES/{session}/12 | Title: The language of resolutions | P: _Recalling_ its"
            f" resolution {session - 1}/12, | P: _Stressing_ that words are read by all, | 1."
            f" _Calls upon_ Member States to support {end}; | 2. _Requests_ the Secretary-General"
            f" to submit {_REPORTS[session % 2]};[^1] | 3. _Decides_ to return to the matter.{vote}"
            f" | [^1]: A/{session}/100."
        )
    return texts


def make_corpus(folder: Path, texts: Path) -> None:
    """The corpus of all of them; their files go to another folder."""
    texts.mkdir(parents=True, exist_ok=True)
    for number, notation in enumerate((FIRST, LATER, FRENCH, *series())):
        path = texts / f"{number}.resolution"
        path.write_bytes(native_bytes(document(notation)))
    add(folder, [texts])

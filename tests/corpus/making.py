"""Small corpora for tests, made of documents in the one-line notation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from drafter.core.model import Resolution
from drafter.corpus.importing import Report, add_prepared
from drafter.corpus.prepare import prepared
from tests.notation import document


def resolution(symbol: str, notation: str, adopted: str = "") -> Resolution:
    """A document of the notation with a symbol and a date of adoption."""
    plain = document(notation)
    masthead = replace(
        plain.masthead,
        symbol=symbol,
        adopted=date.fromisoformat(adopted) if adopted else None,
    )
    return replace(plain, masthead=masthead)


def add(folder: Path, *documents: Resolution, modified: str = "") -> Report:
    """Adds documents to the corpus in a folder."""
    return add_prepared(folder, [prepared(one, "made", modified) for one in documents])


RIVERS = resolution(
    "A/RES/70/901",
    "Title: Care of shared rivers"
    " | P: Recalling its resolution 60/900 of 8 September 2006 on the care of shared rivers,"
    " | P: Deeply concerned that the banks of shared rivers are washed away year after year,"
    " | 1. Requests the Secretary-General to submit to the General Assembly at its seventieth"
    " session a report on the care of shared rivers;"
    " | 2. Decides to remain seized of the matter.",
    "2015-12-10",
)
RIVERS_AGAIN = resolution(
    "A/RES/71/902",
    "Title: Care of shared rivers and lakes"
    " | P: Recalling its resolution 70/901 of 10 December 2015 on the care of shared rivers,"
    " | P: Deeply concerned that the banks of shared rivers are washed away each year,"
    " | 1. Requests the Secretary-General to submit to the General Assembly at its seventy-first"
    " session a report on the care of shared rivers;"
    " | 2. Calls upon Member States to plant trees along shared rivers and lakes;"
    " | 3. Decides to remain seized of the matter.",
    "2016-12-12",
)
BRIDGES = resolution(
    "S/RES/2901 (2017)",
    "@SC | P: Gravely alarmed by the destruction of bridges that carry relief to villages,"
    " | 1. Demands that bridges be left unharmed by all parties;"
    " | 2. Decides to remain seized of the matter.",
    "2017-03-01",
)
RIVIERES = resolution(
    "A/RES/70/901",
    "@fr | Title: Soin des fleuves partagés"
    " | P: Rappelant sa résolution 60/900 du 8 septembre 2006 sur le soin des fleuves partagés,"
    " | P: Profondément préoccupée de voir les rives emportées année après année,"
    " | 1. Prie le Secrétaire général de lui présenter un rapport sur le soin des fleuves ;"
    " | 2. Décide de rester saisie de la question.",
    "2015-12-10",
)

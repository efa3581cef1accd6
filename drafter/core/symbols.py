"""Document symbols: well formed or not, and of their organ and kind (rules D-01 to D-05)."""

from __future__ import annotations

import re
from enum import StrEnum

from drafter.core.model import DocumentKind, Organ


class SymbolFault(StrEnum):
    """What is wrong with a symbol."""

    FORM = "form"
    ORGAN = "organ"
    KIND = "kind"


_WELL_FORMED = re.compile(
    r"[A-Z]+(?:/[A-Za-z0-9.\-]+)+(?: ?\(\d{4}\))?(?: [A-Z](?:(?:-| and )[A-Z])?)?\*{0,3}"
)
_FIRST_PARTS = {
    Organ.GA: ("A/",),
    Organ.SC: ("S/",),
    Organ.ECOSOC: ("E/",),
    Organ.HRC: ("A/HRC/",),
}
_SESSION = r"(?:\d+|E?S-\d+)"
_ADOPTED = {
    Organ.GA: rf"A/RES/{_SESSION}/\d+(?: ?[A-Z](?:-[A-Z])?)?",
    Organ.SC: r"S/RES/\d+ ?\(\d{4}\)",
    Organ.ECOSOC: r"E/RES/\d{4}/\d+",
    Organ.HRC: r"A/HRC/RES/(?:S-)?\d+/\d+",
}
_REVISED = r"(?:/Rev\.\d+)?(?:/(?:Add|Corr|Amend)\.\d+)*"
_DRAFT = {
    Organ.GA: rf"A/(?:C\.[1-6]/|BUR/|AC\.\d+/)?{_SESSION}/(?:\w+/)?L\.\d+{_REVISED}",
    Organ.SC: rf"S/\d{{4}}/\d+{_REVISED}",
    Organ.ECOSOC: rf"E/(?:(?:CN|C|ICEF)\.?\d*/)?(?:\d+/)?\d{{4}}/L\.\d+{_REVISED}",
    Organ.HRC: rf"A/HRC/(?:S-)?\d+/L\.\d+{_REVISED}",
}
_PATTERNS = {DocumentKind.ADOPTED: _ADOPTED, DocumentKind.DRAFT: _DRAFT}


def is_symbol(words: str) -> bool:
    """Whether words are the symbol of a document, as `A/61/179` is."""
    return bool(_WELL_FORMED.fullmatch(words)) and any(sign.isdigit() for sign in words)


def is_document_symbol(words: str) -> bool:
    """The same of a document that is no resolution: one of those is known by its number."""
    return is_symbol(words) and "/RES/" not in words


def symbol_fault(symbol: str, organ: Organ, kind: DocumentKind) -> SymbolFault | None:
    """The gravest fault of a symbol; None if there is none or nothing is known for organ and kind.

    Asterisks for a reissue are part of the symbol; the year of a Security Council symbol is too.
    """
    if not _WELL_FORMED.fullmatch(symbol):
        return SymbolFault.FORM
    if not symbol.startswith(_FIRST_PARTS.get(organ, ("",))):
        return SymbolFault.ORGAN
    pattern = _PATTERNS.get(kind, {}).get(organ)
    if pattern is not None and not re.fullmatch(pattern, symbol.rstrip("*")):
        return SymbolFault.KIND
    return None

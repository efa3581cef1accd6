"""Who adopts texts, and what kinds there are: all that the start page needs of the model."""

from __future__ import annotations

from enum import StrEnum


class Organ(StrEnum):
    """Who adopts the text."""

    GA = "GA"
    SC = "SC"
    ECOSOC = "ECOSOC"
    HRC = "HRC"
    OTHER = "OTHER"


class DocumentKind(StrEnum):
    """What kind of document it is."""

    ADOPTED = "adopted"
    DRAFT = "draft"
    DECISION = "decision"
    STATEMENT = "statement"
    OTHER = "other"

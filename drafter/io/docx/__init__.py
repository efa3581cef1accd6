"""Word files in the official layout; `xml` is the only place with raw OOXML."""

from drafter.io.docx.write import docx

__all__ = ["docx"]

"""Plain text as it is pasted, read."""

from drafter.io.text.read import read_text

__all__ = ["read_text"]

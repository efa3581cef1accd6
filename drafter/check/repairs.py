"""The changes that fixes are made of, beside the edits of `core.edits`.

Each looks again before it writes: on a text that has changed since the check it does nothing.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from drafter.check.problem import FixKind
from drafter.check.rule import Repair
from drafter.core.inline import Text, italic
from drafter.core.model import Footnote, Paragraph, Resolution
from drafter.core.note_edits import set_footnote


def paragraph_text(paragraph: Paragraph, text: Text, kind: FixKind = FixKind.SAFE) -> Repair:
    """Another text for a paragraph."""
    return paragraph_becomes(paragraph, replace(paragraph, text=text), kind)


def paragraph_becomes(old: Paragraph, new: Paragraph, kind: FixKind = FixKind.SAFE) -> Repair:
    """Another paragraph of the same id in its place."""
    return Repair(partial(_replaced, old=old, new=new), kind, frozenset((old.id,)))


def next_version(before: Paragraph, paragraph: Paragraph, kind: FixKind) -> Repair:
    """The paragraph as the version of its number that follows the one before (`bis`, `ter`)."""
    later = replace(paragraph, printed=None, alternative=before.alternative + 1)
    return paragraph_becomes(paragraph, later, kind)


def note_text(note: Footnote, text: Text, kind: FixKind = FixKind.SAFE) -> Repair:
    """Another text for a footnote."""
    return Repair(partial(_with_note_text, note=note, text=text), kind, frozenset((note.id,)))


def organ_line(line: str, kind: FixKind = FixKind.SAFE) -> Repair:
    """Another organ line, in italics; the marks of the old one move to its end."""
    return Repair(partial(_with_organ_line, line=line), kind)


def _replaced(resolution: Resolution, old: Paragraph, new: Paragraph) -> Resolution:
    return resolution.with_paragraph(new) if old in resolution.paragraphs else resolution


def _with_note_text(resolution: Resolution, note: Footnote, text: Text) -> Resolution:
    return set_footnote(resolution, note.id, text) if note in resolution.footnotes else resolution


def _with_organ_line(resolution: Resolution, line: str) -> Resolution:
    marks = tuple(replace(mark, at=len(line)) for mark in resolution.organ_line.marks)
    return replace(resolution, organ_line=replace(italic(line), marks=marks))

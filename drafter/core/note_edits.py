"""Edits of footnotes and their marks; one that changes nothing returns the same resolution."""

from __future__ import annotations

from dataclasses import replace

from drafter.core.edits import map_texts, set_text
from drafter.core.inline import Text
from drafter.core.model import Footnote, Resolution


def add_footnote(
    resolution: Resolution, paragraph_id: str, at: int, text: Text | str = ""
) -> Resolution:
    """With a new note, marked in a paragraph before the code point `at`; its id is `latest_id(..,
    "n")`.
    """
    note = Footnote(
        id=f"n{resolution.serial + 1}", text=Text(text) if isinstance(text, str) else text
    )
    grown = replace(
        resolution, footnotes=(*resolution.footnotes, note), serial=resolution.serial + 1
    )
    return add_mark(grown, paragraph_id, at, note.id)


def add_mark(resolution: Resolution, paragraph_id: str, at: int, note_id: str) -> Resolution:
    """With a further mark of a note."""
    resolution.footnote(note_id)
    paragraph = resolution.paragraph(paragraph_id)
    return set_text(resolution, paragraph_id, paragraph.text.marked(at, note_id))


def set_footnote(resolution: Resolution, note_id: str, text: Text) -> Resolution:
    """With another text in a note."""
    note = resolution.footnote(note_id)
    if note.text == text:
        return resolution
    changed = replace(note, text=text)
    notes = tuple(changed if one.id == note_id else one for one in resolution.footnotes)
    return replace(resolution, footnotes=notes)


def delete_footnote(resolution: Resolution, note_id: str) -> Resolution:
    """Without a note and without its marks."""
    resolution.footnote(note_id)
    bare = map_texts(resolution, lambda text: text.unmarked(note_id))
    notes = tuple(note for note in bare.footnotes if note.id != note_id)
    return replace(bare, footnotes=notes)


def merge_footnotes(resolution: Resolution, kept: str, dropped: str) -> Resolution:
    """With the marks of one note pointing to another; the first note goes."""
    resolution.footnote(kept)
    resolution.footnote(dropped)
    if kept == dropped:
        return resolution

    def pointed(text: Text) -> Text:
        marks = tuple(
            replace(m, note=kept, printed="") if m.note == dropped else m for m in text.marks
        )
        return replace(text, marks=marks)

    merged = map_texts(resolution, pointed)
    notes = tuple(note for note in merged.footnotes if note.id != dropped)
    return replace(merged, footnotes=notes)


def accept_note_numbers(resolution: Resolution) -> Resolution:
    """With the computed note numbers accepted in place of the printed ones."""

    def unprinted(text: Text) -> Text:
        marks = tuple(replace(m, printed="") if m.note else m for m in text.marks)
        return replace(text, marks=marks)

    notes = tuple(replace(note, printed=None) for note in resolution.footnotes)
    accepted = replace(map_texts(resolution, unprinted), footnotes=notes)
    return resolution if accepted == resolution else accepted

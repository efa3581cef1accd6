"""The words of the interface for what the lower floors return as values.

The language of the interface is not that of the document: labels are the document's, all other
words the interface's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from drafter.app.places import Caret, Field
from drafter.core.model import Paragraph, ParagraphKind, Part, Resolution
from drafter.core.numbering import Numbering


def _tr(words: str) -> str:
    return QCoreApplication.translate("Places", words)


def place_words(resolution: Resolution, numbering: Numbering, caret: Caret) -> str:
    """What the caret is in, as the status bar says it: `Operative 4 (b)`, `Preamble 3`, `Title`."""
    if caret.place.field is not Field.PARAGRAPH:
        return _field_words()[caret.place.field]
    index = resolution.index(caret.place.id)
    paragraph = resolution.paragraphs[index]
    if paragraph.kind is ParagraphKind.ANNEX:
        return numbering.labels[paragraph.id]
    if paragraph.kind in _kind_words():
        words = _kind_words()[paragraph.kind]
        return f"{words} {numbering.labels[paragraph.id]}".rstrip()
    part = _part_words()[paragraph.part]
    if paragraph.part is Part.PREAMBLE and paragraph.level == 0:
        return f"{part} {_place_in_preamble(resolution, index)}"
    return f"{part} {_path(resolution, numbering, index)}".rstrip()


def import_words(resolution: Resolution) -> str:
    """What an import made of a text: `18 paragraphs, 2 footnotes, 3 places to look at`."""
    made = [
        _counted(resolution.paragraphs, _tr("{0} paragraph"), _tr("{0} paragraphs")),
        _counted(resolution.footnotes, _tr("{0} footnote"), _tr("{0} footnotes")),
    ]
    if not resolution.guesses:
        return _tr("Read: {0}.").format(", ".join(made))
    made.append(
        _counted(resolution.guesses, _tr("{0} place to look at"), _tr("{0} places to look at"))
    )
    return _tr("Read: {0}. F8 goes from one to the next.").format(", ".join(made))


def _counted(things: Sequence[object], one: str, several: str) -> str:
    return (one if len(things) == 1 else several).format(len(things))


def language_words(code: str) -> str:
    """An official language's name in the language of the interface."""
    return _language_names()[code]


def _place_in_preamble(resolution: Resolution, index: int) -> int:
    """The running number of a preambular paragraph, which shows none itself."""
    return sum(
        paragraph.part is Part.PREAMBLE
        and paragraph.kind is ParagraphKind.PARAGRAPH
        and paragraph.level == 0
        and not paragraph.closing
        for paragraph in resolution.paragraphs[: index + 1]
    )


def _path(resolution: Resolution, numbering: Numbering, index: int) -> str:
    """The labels from the full paragraph down to this one: `4 (b)`."""
    labels: list[str] = []
    level = resolution.paragraphs[index].level + 1
    for paragraph in reversed(resolution.paragraphs[: index + 1]):
        if _is_above(paragraph, level):
            labels.append(numbering.labels[paragraph.id].rstrip(". -"))
            level = paragraph.level
        if level == 0:
            break
    return " ".join(label for label in reversed(labels) if label)


def _is_above(paragraph: Paragraph, level: int) -> bool:
    return (
        paragraph.kind is ParagraphKind.PARAGRAPH
        and paragraph.level < level
        and not paragraph.closing
    )


def _field_words() -> Mapping[Field, str]:
    return {
        Field.TITLE: _tr("Title"),
        Field.ORGAN_LINE: _tr("Organ line"),
        Field.CLOSING: _tr("Closing lines"),
        Field.VOTE: _tr("Vote"),
    }


def _kind_words() -> Mapping[ParagraphKind, str]:
    return {
        ParagraphKind.HEADING: _tr("Heading"),
        ParagraphKind.TABLE: _tr("Table"),
        ParagraphKind.QUOTED: _tr("Quoted text"),
        ParagraphKind.PLAIN: _tr("Plain text"),
    }


def _part_words() -> Mapping[Part, str]:
    return {
        Part.PREAMBLE: _tr("Preamble"),
        Part.OPERATIVE: _tr("Operative"),
        Part.ANNEX: _tr("Annex"),
    }


def _language_names() -> Mapping[str, str]:
    return {
        "ar": _tr("Arabic"),
        "en": _tr("English"),
        "es": _tr("Spanish"),
        "fr": _tr("French"),
        "ru": _tr("Russian"),
        "zh": _tr("Chinese"),
    }

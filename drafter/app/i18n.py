"""The words of the interface for what the lower floors return as values.

The language of the interface is not that of the document: labels are the document's, all other
words the interface's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from drafter.app.places import Caret, Field
from drafter.core.model import Organ, ParagraphKind, Part, Provenance, Resolution
from drafter.core.numbering import Numbering, path, place_in_preamble


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
        return f"{part} {place_in_preamble(resolution, index)}"
    return f"{part} {path(resolution, numbering.labels, index)}".rstrip()


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


def provenance_words(provenance: Provenance) -> str:
    """Where a paragraph came from, as the status bar says it: `from A/RES/63/195, para. 8`."""
    if not provenance.place:
        return _tr("from {0}").format(provenance.symbol)
    words = {
        Part.PREAMBLE: _tr("from {0}, preambular para. {1}"),
        Part.OPERATIVE: _tr("from {0}, para. {1}"),
        Part.ANNEX: _tr("from {0}, annex, para. {1}"),
    }
    return words[provenance.part].format(provenance.symbol, provenance.place)


def organ_words(organ: Organ) -> str:
    """An organ's name in the language of the interface."""
    return {
        Organ.GA: _tr("General Assembly"),
        Organ.SC: _tr("Security Council"),
        Organ.ECOSOC: _tr("Economic and Social Council"),
        Organ.HRC: _tr("Human Rights Council"),
    }.get(organ, _tr("Another organ"))


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

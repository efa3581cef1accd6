"""The words of the interface for what the lower floors return as values.

The language of the interface is not that of the document: labels are the document's, all other
words the interface's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from drafter.app.places import Caret, Field
from drafter.core.model import STRUCK_OUT, Guess, Organ, ParagraphKind, Part, Provenance, Resolution
from drafter.core.numbering import Numbering, path

_MOST_SHOWN = 60
"""Characters of words that were left out."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("Places", words)


def place_words(resolution: Resolution, numbering: Numbering, caret: Caret) -> str:
    """What the caret is in, as the status bar says it: `Operative 4 (b)`, `Preamble 3`, `Title`."""
    if caret.place.field is not Field.PARAGRAPH:
        return _field_words()[caret.place.field]
    return paragraph_words(resolution, numbering, resolution.index(caret.place.id))


def paragraph_words(resolution: Resolution, numbering: Numbering, index: int) -> str:
    """The same of the paragraph at an index."""
    paragraph = resolution.paragraphs[index]
    if paragraph.kind is ParagraphKind.ANNEX:
        return numbering.labels[paragraph.id]
    if paragraph.kind in _kind_words():
        words = _kind_words()[paragraph.kind]
        return f"{words} {numbering.labels[paragraph.id]}".rstrip()
    part = _part_words()[paragraph.part]
    if paragraph.part is Part.PREAMBLE and paragraph.level == 0:
        return f"{part} {numbering.preambular[paragraph.id]}"
    return f"{part} {path(resolution, numbering.labels, index)}".rstrip()


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


def guess_words(guess: Guess) -> str:
    """What an import was not sure of."""
    words = _guess_words().get((guess.what, guess.detail)) or _guess_words().get((guess.what, ""))
    if words:
        return words.replace("%1", guess.detail)
    what = guess.what[:1].upper() + guess.what[1:]
    return f"{what}: {guess.detail}" if guess.detail else what


def import_words(resolution: Resolution) -> str:
    """What an import made of a text: `18 paragraphs, 2 footnotes, 3 places to look at`."""
    guesses = len(resolution.guesses)
    made = [
        QCoreApplication.translate("Places", "%Ln paragraph(s)", "", len(resolution.paragraphs)),
        QCoreApplication.translate("Places", "%Ln footnote(s)", "", len(resolution.footnotes)),
    ]
    if not guesses:
        told = _tr("Read: {0}.").format(", ".join(made))
    else:
        made.append(QCoreApplication.translate("Places", "%Ln place(s) to look at", "", guesses))
        told = _tr("Read: {0}. F8 goes from one to the next.").format(", ".join(made))
    struck = " … ".join(one.text for one in resolution.discarded if one.why == STRUCK_OUT)
    if not struck:
        return told
    shown = struck if len(struck) <= _MOST_SHOWN else f"{struck[:_MOST_SHOWN]}…"
    return f"{told} {_tr('Left out, since it is struck out: “%1”.').replace('%1', shown)}"


def left_out_words(fields: Sequence[Field]) -> str:
    """What of a pasted text the draft has of its own."""
    names = ", ".join(_field_words()[field] for field in fields)
    return _tr("Not taken over, since the draft has its own: %1.").replace("%1", names)


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


def _guess_words() -> Mapping[tuple[str, str], str]:
    return {
        ("encoding", ""): _tr("The file was read as Windows-1252"),
        ("organ", ""): _tr("No organ is named; taken to be %1"),
        ("hyphen", "kept"): _tr("A hyphen at the end of a line was kept"),
        ("hyphen", "dropped"): _tr("A hyphen at the end of a line was taken out"),
        ("lost hyphen", ""): _tr("A hyphen was put back"),
        ("torn word", ""): _tr("A torn word was joined: %1"),
        ("paragraph start", ""): _tr("A paragraph may not begin here"),
        ("label", ""): _tr("The label %1 could be read otherwise"),
        ("note mark", ""): _tr("This may not be the mark of note %1"),
        ("mark without note", ""): _tr("The mark %1 has no note"),
        ("note without mark", ""): _tr("Note %1 is not marked in the text"),
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

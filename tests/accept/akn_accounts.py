"""Whether every character of an Akoma Ntoso file stands somewhere in the resolution, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from drafter.core.inline import Text
from drafter.core.model import Resolution

_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200e\u200f"))


def unaccounted(content: bytes, resolution: Resolution) -> str:
    """What is missing, too much or out of order; empty if all is well."""
    root = etree.fromstring(content)
    whole = Counter(_bare("".join(_texts(root, with_notes=True))))
    kept = Counter(_bare("".join(_kept(resolution))))
    for note in root.iter("{*}authorialNote"):
        marker = note.get("marker") or ""
        kept.subtract("" if marker.isdigit() else _bare(marker * 2))
    missing, added = whole - kept, kept - whole
    if missing or added:
        return f"missing {_few(missing)} added {_few(added)}"
    return _out_of_order(_bare("".join(_texts(root, with_notes=False))), resolution)


def _texts(element: etree._Element, *, with_notes: bool) -> Iterator[str]:
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "comment"
    if name not in ("meta", "comment") and (with_notes or name != "authorialNote"):
        yield element.text or ""
        for child in element:
            yield from _texts(child, with_notes=with_notes)
            yield child.tail or ""


def _kept(resolution: Resolution) -> Iterator[str]:
    """All characters of a resolution that stood in its file."""
    seen: set[str] = set()
    yield from resolution.masthead.printed
    for text in (resolution.title, resolution.organ_line):
        yield from _with_marks(text, seen)
    for paragraph in resolution.paragraphs:
        yield paragraph.printed or ""
        for text in paragraph.texts():
            yield from _with_marks(text, seen)
    for text in (*resolution.closing, resolution.vote):
        yield from _with_marks(text, seen)
    for note in resolution.footnotes:
        yield note.symbol
        yield note.text.plain
    for one in resolution.discarded:
        yield one.text


def _with_marks(text: Text, seen: set[str]) -> Iterator[str]:
    """The text; a note's second mark stood in the file as characters, and so did every `*`."""
    yield text.plain
    for mark in text.marks:
        if mark.note in seen or not mark.printed.isdigit():
            yield mark.printed
        seen.add(mark.note)


def _out_of_order(source: str, resolution: Resolution) -> str:
    """The first paragraph whose characters do not follow those of the paragraphs before it.

    Paragraphs of the text and paragraphs of annexes are looked for apart: annexes may have moved.
    """
    for in_annexes in (False, True):
        place = 0
        for paragraph in resolution.paragraphs:
            if (paragraph.part == "annex") is not in_annexes:
                continue
            words = (paragraph.printed or "", *(text.plain for text in paragraph.texts()))
            for character in _bare("".join(words)):
                place = source.find(character, place) + 1
                if not place:
                    return f"{paragraph.id} is out of order"
    return ""


def _bare(words: str) -> str:
    """Without white space and the marks of direction, which nobody sees."""
    return "".join(words.translate(_UNSEEN).split())


def _few(counts: Counter[str]) -> str:
    return repr("".join(counts.elements())[:60])

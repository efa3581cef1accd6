"""Which links of a page are footnote marks, and which elements hold the words of their notes.

Word, LibreOffice, pandoc, Wikipedia and Google name them differently; all of them link a mark with
its note and the note back with its mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

from drafter.io.html.looks import Element, local_name

_LONGEST_MARK = 8
_CONTAINERS = {"li", "div", "aside", "dd", "section"}
_PARAGRAPHS = {"p", "td", *_CONTAINERS}
_NOTE_NAME = re.compile(
    r"_?(?:ftn|edn|fn|ftnt|sdfootnote|sdendnote|footnote|endnote|note|cite_note)[-_:]?\w*\d",
    re.IGNORECASE,
)
_Targets: TypeAlias = "dict[Element, Element | None]"
_AROUND = re.compile(r"[\s\[\]()^.]")


@dataclass(slots=True)
class NoteLinks:
    """Note keys by the element of a mark and by that of a note's words.

    `printed` has the number or sign of each key, `backward` the links from notes to their marks.
    A mark whose note is not on the page has an empty key.
    """

    marks: dict[Element, tuple[str, str]] = field(default_factory=dict[Element, tuple[str, str]])
    bodies: dict[Element, str] = field(default_factory=dict[Element, str])
    printed: dict[str, str] = field(default_factory=dict[str, str])
    backward: set[Element] = field(default_factory=set[Element])


def note_links(root: Element) -> NoteLinks:
    """All marks and notes of a page that are linked."""
    return _Search(root).found()


def plain_mark(words: str) -> str:
    """The number or sign of a mark without what stands round it: `[1]` is `1`."""
    return _AROUND.sub("", words)


class _Search:
    def __init__(self, root: Element) -> None:
        self.places: dict[str, Element] = {}
        self.order: dict[Element, int] = {}
        self.links: dict[Element, str] = {}
        self.held: dict[Element, tuple[frozenset[Element], bool]] = {}
        for number, element in enumerate(root.iter()):
            self.order[element] = number
            for name in (element.get("id"), element.get("name")):
                if name:
                    self.places.setdefault(name, element)
            href = element.get("href", "") if local_name(element) == "a" else ""
            if "#" in href:
                self.links[element] = href.rpartition("#")[2]

    def found(self) -> NoteLinks:
        links = NoteLinks()
        keys: dict[Element, str] = {}
        targets = self._targets()
        for mark, target in targets.items():
            words = plain_mark("".join(map(str, mark.itertext())))
            if target is None:
                links.marks[mark] = ("", words)
                continue
            body = self._body(target, targets)
            back = self._backward(body, mark, targets)
            if not back and not _NOTE_NAME.fullmatch(self.links[mark]):
                continue
            key = keys.setdefault(body, str(len(keys) + 1))
            links.marks[mark] = (key, words)
            links.bodies[body] = key
            links.printed.setdefault(key, words)
            links.backward.update(back)
        return links

    def _targets(self) -> _Targets:
        """The links that may be marks, with what they lead to; None when that is not here."""
        found: _Targets = {}
        for link, fragment in self.links.items():
            words = plain_mark("".join(map(str, link.itertext())))
            if not words or len(words) > _LONGEST_MARK or " " in words.strip():
                continue
            target = self.places.get(fragment)
            if target is None:
                if _NOTE_NAME.fullmatch(fragment) and "ref" not in fragment:
                    found[link] = None
            elif self.order[target] > self.order[link]:
                found[link] = target
        return found

    def _body(self, target: Element, targets: _Targets) -> Element:
        """The element that holds all words of the note and of no other one."""
        holders = [target, *target.iterancestors()]
        container = next((one for one in holders if local_name(one) in _CONTAINERS), None)
        if container is not None:
            notes, has_marks = self._held(container, targets)
            if notes == frozenset({target}) and not has_marks:
                return container
        return next((one for one in holders if local_name(one) in _PARAGRAPHS), target)

    def _held(self, container: Element, targets: _Targets) -> tuple[frozenset[Element], bool]:
        """The notes that stand in an element, and whether marks do."""
        if container not in self.held:
            within = set(container.iter())
            notes = frozenset(one for one in targets.values() if one is not None and one in within)
            self.held[container] = (notes, not within.isdisjoint(targets))
        return self.held[container]

    def _backward(self, body: Element, mark: Element, marks: _Targets) -> set[Element]:
        """The links in a note that lead back to its mark, or to what stands just around it."""
        near = {mark, *mark.iter(), *list(mark.iterancestors())[:2]}
        return {
            link
            for link in body.iter()
            if link in self.links
            and link not in marks
            and self.places.get(self.links[link]) in near
        }

"""What an element of a page looks like: italic, bold, raised, hidden; by its name, style, class."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from lxml import etree

from drafter.core.inline import Style

Element: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]

_BY_NAME = {
    "i": Style.ITALIC,
    "em": Style.ITALIC,
    "cite": Style.ITALIC,
    "dfn": Style.ITALIC,
    "var": Style.ITALIC,
    "b": Style.BOLD,
    "strong": Style.BOLD,
    "sup": Style.SUPERSCRIPT,
    "sub": Style.SUBSCRIPT,
}
_HIDDEN = {
    *("script", "style", "head", "title", "template", "noscript", "svg", "math", "object"),
    *("select", "textarea", "button", "iframe", "rp", "rt"),
}
_STRUCK = {"del", "strike", "s"}
_RULE = re.compile(r"(?<![\w.-])\w*\.([\w-]+)\s*(?:,[^{}]*)?\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BOLD = re.compile(r"bold|bolder|[6-9]\d\d")
_KEEPS_SPACES = re.compile(r"pre|break-spaces")

Declarations = Mapping[str, str]


def local_name(element: Element) -> str:
    """The name of an element, empty for comments and the like."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def declarations(words: str) -> Declarations:
    """The properties of a style attribute or rule, in small letters."""
    pairs = (one.partition(":") for one in words.split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs if value}


class Looks:
    """The looks of the elements of one page."""

    def __init__(self, root: Element) -> None:
        self._classes: dict[str, dict[str, str]] = {}
        for sheet in root.iter("style"):
            words = _COMMENT.sub(" ", "".join(map(str, sheet.itertext())))
            for name, rule in _RULE.findall(words):
                self._classes.setdefault(name, {}).update(declarations(rule))

    def declared(self, element: Element) -> Declarations:
        """Its properties by class and by its own style."""
        found: dict[str, str] = {}
        for name in element.get("class", "").split():
            found.update(self._classes.get(name, {}))
        found.update(declarations(element.get("style", "")))
        return found

    def is_hidden(self, element: Element) -> bool:
        """Whether it is not shown."""
        if local_name(element) in _HIDDEN or element.get("hidden") is not None:
            return True
        declared = self.declared(element)
        return declared.get("display") == "none" or declared.get("mso-hide") == "all"

    def is_struck(self, element: Element) -> bool:
        """Whether its words are struck out."""
        declared = self.declared(element)
        lines = f"{declared.get('text-decoration', '')} {declared.get('text-decoration-line', '')}"
        return local_name(element) in _STRUCK or "line-through" in lines

    def keeps_spaces(self, element: Element, *, outside: bool) -> bool:
        """Whether white space in it counts."""
        space = self.declared(element).get("white-space")
        if space is not None:
            return _KEEPS_SPACES.match(space) is not None
        return outside or local_name(element) == "pre"

    def styles(self, element: Element, outside: frozenset[Style]) -> frozenset[Style]:
        """The styles of its words; `outside` are those of what it stands in."""
        styles = set(outside)
        by_name = _BY_NAME.get(local_name(element))
        if by_name is not None:
            styles.add(by_name)
        declared = self.declared(element)
        _set(styles, Style.ITALIC, declared.get("font-style"), r"italic|oblique")
        _set(styles, Style.BOLD, declared.get("font-weight"), _BOLD.pattern)
        raised = declared.get("vertical-align")
        _set(styles, Style.SUPERSCRIPT, raised, "super")
        _set(styles, Style.SUBSCRIPT, raised, "sub$")
        return frozenset(styles)


def _set(styles: set[Style], style: Style, value: str | None, pattern: str) -> None:
    """Adds a style that a property gives, takes one away that it resets."""
    if value is None or value == "inherit":
        return
    if re.match(pattern, value):
        styles.add(style)
    else:
        styles.discard(style)

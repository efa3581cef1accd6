"""Akoma Ntoso as bounded XML: nothing is fetched, no entity is expanded, no depth is unlimited."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from drafter.core.errors import ReadError

Element: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 120
"""Far above what official texts need (about 30)."""

_NAMESPACE_STEM = "http://docs.oasis-open.org/legaldocml/ns/akn/"
_HINT = "Open an Akoma Ntoso (AKN4UN) file."


def akn_root(content: bytes) -> Element:
    """The `akomaNtoso` element, without comments and processing instructions.

    Raises:
        ReadError: too big, not well-formed, with a document type, too deep, or not Akoma Ntoso.
    """
    if len(content) > MAX_BYTES:
        raise ReadError(f"The file is larger than {MAX_BYTES // 1024 // 1024} MB. {_HINT}")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        place = f" in line {error.lineno}" if isinstance(error, etree.XMLSyntaxError) else ""
        raise ReadError(f"The file is not well-formed XML{place}. {_HINT}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadError(f"The file brings a document type of its own, which is not read. {_HINT}")
    _check_depth(root)
    qualified = etree.QName(root)
    if qualified.localname != "akomaNtoso" or not is_akn_namespace(qualified.namespace):
        raise ReadError(f"The file is XML, but not Akoma Ntoso. {_HINT}")
    return root


def is_akn_namespace(namespace: str | None) -> bool:
    """Whether it is a version of Akoma Ntoso (the official texts use 3.0)."""
    return (namespace or "").startswith(_NAMESPACE_STEM)


def name(element: Element) -> str:
    """The name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else etree.QName(element).localname


def attribute(element: Element, key: str) -> str:
    """An attribute, empty if it is not there."""
    return element.get(key) or ""


def child(element: Element, wanted: str) -> Element | None:
    """The first child of that name."""
    return next((one for one in element if name(one) == wanted), None)


def descendants(element: Element, *wanted: str) -> list[Element]:
    """All elements below of these names, in order, outside `meta`."""
    found: list[Element] = []
    for one in element:
        tag = name(one)
        if tag == "meta":
            continue
        if tag in wanted:
            found.append(one)
        if len(one):
            found.extend(descendants(one, *wanted))
    return found


def _check_depth(root: Element) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise ReadError(f"The elements of the file stand more than {MAX_DEPTH} deep. {_HINT}")

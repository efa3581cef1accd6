"""A resolution as a Word file that looks like the United Nations' own.

python-docx opens the template and packs the parts; their content is written in bulk by `body` and
its neighbours. The same resolution gives the same bytes: nothing here asks the clock.
"""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from typing import cast

import docx as python_docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import PartFactory, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]  (lxml has no other name)

from drafter.core.errors import WriteError
from drafter.core.language import Language, language
from drafter.core.looks import Script
from drafter.core.model import Resolution
from drafter.core.numbering import numbering
from drafter.io.docx import xml as x
from drafter.io.docx.body import Body
from drafter.io.docx.masthead import (
    first_footer,
    first_header,
    running_footer,
    running_header,
    variables,
)
from drafter.io.docx.opening import Opening
from drafter.io.docx.text import Writer
from drafter.paths import template as template_file

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip can hold."""
_LANGUAGE_TAGS = {Script.LATIN: "val", Script.COMPLEX: "bidi", Script.EAST_ASIAN: "eastAsia"}
"""Which attribute of `w:lang` holds the language of a script."""


class FootnotesPart(XmlPart):
    """The part of the footnotes, which python-docx would keep as unread bytes."""


PartFactory.part_type_for[CONTENT_TYPE.WML_FOOTNOTES] = FootnotesPart


def docx(resolution: Resolution, template: bytes | None = None) -> bytes:
    """The Word file; `template` replaces the official look and has the same parts and styles.

    Raises:
        WriteError: the template has no footnotes part.
    """
    words = language(resolution.language)
    document = _opened(template, words)
    numbers = numbering(resolution)
    writer = Writer(resolution, numbers.notes)
    _fill_heads(document, resolution, words, writer)
    content = [
        *Opening(resolution, words, writer).paragraphs(),
        *Body(resolution, numbers, writer).paragraphs(),
    ]
    _fill_body(document, content)
    _fill_notes(document, writer)
    _tag_language(document, words)
    _set_variables(document, resolution)
    _set_properties(document, resolution, words)
    return _packed(document)


def _opened(template: bytes | None, words: Language) -> Document:
    if template is not None:
        return python_docx.Document(io.BytesIO(template))
    name = "resolution.rtl.docx" if words.is_rtl else "resolution.docx"
    return python_docx.Document(str(template_file(name)))


def _fill_heads(
    document: Document, resolution: Resolution, words: Language, writer: Writer
) -> None:
    symbol = resolution.masthead.symbol
    contents = {
        "/word/header1.xml": first_header(resolution, words, writer),
        "/word/header2.xml": running_header(symbol, writer, is_even=True),
        "/word/header3.xml": running_header(symbol, writer, is_even=False),
        "/word/footer1.xml": first_footer(writer),
        "/word/footer2.xml": running_footer(writer, is_even=True),
        "/word/footer3.xml": running_footer(writer, is_even=False),
    }
    for part in document.part.related_parts.values():
        content = contents.get(str(part.partname))
        if content is not None:
            _replace_children(cast("XmlPart", part), content)


def _replace_children(part: XmlPart, content: str) -> None:
    root = cast("Element", part.element)
    for child in list(root):
        root.remove(child)
    root.extend(_elements(content))


def _fill_body(document: Document, content: list[x.Xml]) -> None:
    """Puts the text between the two sections' properties."""
    body = cast("Element", document.element)[0]
    end = body[-1]
    body.remove(end)
    body.extend(_elements("".join(content)))
    body.append(end)


def _fill_notes(document: Document, writer: Writer) -> None:
    try:
        part = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    except KeyError as missing:
        raise WriteError(
            "The Word template has no part for footnotes; make one from templates/resolution.docx."
        ) from missing
    root = cast("Element", cast("XmlPart", part).element)
    root.extend(_elements("".join(writer.notes())))


def _tag_language(document: Document, words: Language) -> None:
    """Says in the styles which language the document is in, for spelling and for readers."""
    kind = _LANGUAGE_TAGS[words.look.script]
    for part, name in (
        (document.styles.element, "lang"),
        (document.settings.element, "themeFontLang"),
    ):
        for tag in cast("Element", part).iter(qn(f"w:{name}")):
            tag.set(qn(f"w:{kind}"), words.locale)


def _set_variables(document: Document, resolution: Resolution) -> None:
    settings = cast("Element", document.settings.element)
    holder = settings.find(qn("w:docVars"))
    if holder is not None:
        rows = (x.element("docVar", name=n, val=v) for n, v in variables(resolution).items())
        holder.extend(_elements("".join(rows)))


def _set_properties(document: Document, resolution: Resolution, words: Language) -> None:
    """Title, symbol and language; dates only if the document has one."""
    properties = document.core_properties
    symbol = x.clean(resolution.masthead.symbol)
    properties.title = (x.clean(resolution.title.plain) or symbol)[:255]
    properties.subject = symbol[:255]
    properties.category = words.organ_name(resolution.organ)
    properties.language = words.locale
    day: date | None = resolution.masthead.issued or resolution.masthead.adopted
    if day is not None:
        properties.created = datetime.combine(day, time())
        properties.modified = datetime.combine(day, time())


def _elements(content: str) -> list[Element]:
    return list(cast("Element", parse_xml(x.root("body", content))))


def _packed(document: Document) -> bytes:
    """The package with its parts in order and without times."""
    saved = io.BytesIO()
    document.save(saved)
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(saved) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return packed.getvalue()

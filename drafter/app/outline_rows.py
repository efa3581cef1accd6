"""The rows of the outline, read off a resolution: parts, their paragraphs, the items below them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from drafter.core.language import language
from drafter.core.model import Paragraph, ParagraphKind, Part, Resolution

_FIRST_WORDS = 60
_PART = "part:"


class Row(NamedTuple):
    """One row: a part, or a paragraph with its label; `above` is the key of the row it hangs on.

    The key of a paragraph is its id, that of a part says the how manieth it is. `full` is how many
    full paragraphs a part has.
    """

    key: str
    above: str
    part: Part | None = None
    paragraph: Paragraph | None = None
    label: str = ""
    full: int = 0


@dataclass(frozen=True, slots=True)
class Badge:
    """How many problems stand at a paragraph, and how bad the worst is."""

    severity: str
    count: int


def outline_rows(resolution: Resolution, labels: Mapping[str, str]) -> list[Row]:
    """All rows from the top down, each after the one it hangs on."""
    rows: list[Row] = []
    parts: list[int] = []
    counts: list[int] = []
    part: Part | None = None
    runs = 0
    open_rows: list[tuple[str, int]] = []
    stop = language(resolution.language).look.title_stop
    for paragraph in resolution.paragraphs:
        if paragraph.part is not part or paragraph.kind is ParagraphKind.ANNEX:
            part = paragraph.part
            runs += 1
            open_rows = [(f"{_PART}{runs}", -1)]
            parts.append(len(rows))
            counts.append(0)
            rows.append(Row(open_rows[0][0], "", part=part))
        depth = _depth(paragraph)
        while open_rows[-1][1] >= depth:
            open_rows.pop()
        counts[-1] += is_full(paragraph)
        above = open_rows[-1][0]
        label = labels[paragraph.id]
        if label and paragraph.kind is ParagraphKind.HEADING:
            label += stop
        rows.append(Row(paragraph.id, above, paragraph=paragraph, label=label))
        open_rows.append((paragraph.id, depth))
    for at, full in zip(parts, counts, strict=True):
        rows[at] = rows[at]._replace(full=full)
    return rows


def _depth(paragraph: Paragraph) -> int:
    """How far a row is indented: headings stand with full paragraphs, quoted blocks below them."""
    if paragraph.kind is ParagraphKind.PARAGRAPH:
        return paragraph.level
    return 1 if paragraph.kind is ParagraphKind.QUOTED else 0


def first_words(paragraph: Paragraph) -> str:
    """What a row shows of its paragraph."""
    if paragraph.kind is ParagraphKind.TABLE:
        cells = (cell.plain for row in paragraph.cells[:1] for cell in row)
        return " · ".join(cells)[:_FIRST_WORDS]
    words = " ".join(paragraph.text.plain.split())
    if len(words) <= _FIRST_WORDS:
        return words
    return words[:_FIRST_WORDS].rsplit(" ", 1)[0] + "…"


def is_full(paragraph: Paragraph) -> bool:
    """Whether it counts as a paragraph of its part: no item, heading or closing words."""
    is_text = paragraph.kind is ParagraphKind.PARAGRAPH
    return is_text and paragraph.level == 0 and not paragraph.closing

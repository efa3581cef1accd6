"""The text itself: paragraphs with typed labels, headings, tables, closing lines, vote, annexes.

Labels are plain text between tabs, as in the official files: there are no Word lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.core.inline import Text
from drafter.core.model import Organ, Paragraph, ParagraphKind, Part, Resolution
from drafter.core.numbering import Numbering, Role
from drafter.io.docx import layout as page
from drafter.io.docx import xml as x
from drafter.io.docx.opening import spacers, title_paragraph
from drafter.io.docx.text import Writer
from drafter.io.docx.xml import Value, Xml

_HEADING_STYLES = ("TitleH2", "TitleH2", "H4", "H56", "H56")
"""By rank; ranks 0 and 1 are both bold 10 pt in official texts and in the manual on headings."""
_GREAT_HEADING = "TitleH1"
"""The title of an annex, or of a declaration inside the text."""
_SPACE_BEFORE = {_GREAT_HEADING: 2}
_SPACE_AFTER = {_GREAT_HEADING: 2}
_ITEM_TABS = {Organ.HRC: 2}
"""Tabs before a letter or roman figure: one, in the Human Rights Council's files two."""
_TABLE_RULE = 4
_TABLE_HEAVY_RULE = 12
_FIGURE = re.compile(r"[(\[–—−+$€-]*[\d\s.,/]*[)\]%*–—…-]*")
"""An amount, a share, a negative number in brackets, or the dash that stands for none."""


class Body:
    """The paragraphs after the organ line."""

    def __init__(self, resolution: Resolution, numbers: Numbering, writer: Writer) -> None:
        self.resolution = resolution
        self.numbers = numbers
        self.writer = writer
        self.item_tabs = "\t" * _ITEM_TABS.get(resolution.organ, 1)

    def paragraphs(self) -> Iterator[Xml]:
        """All of them, in the order in which they print."""
        at = self.resolution.first_annex()
        text, annexes = self.resolution.paragraphs[:at], self.resolution.paragraphs[at:]
        # What comes last stays with the line that ends the document, unless an annex follows.
        is_end = not annexes
        has_vote = bool(self.resolution.vote)
        has_lines = bool(self.resolution.closing) or has_vote
        yield from self._rows(text, keep_last=has_lines or is_end)
        yield from self._closing(keep_last=has_vote or is_end)
        yield from self._vote(keep_last=is_end)
        yield from self._rows(annexes, keep_last=True)
        unmarked = list(self.writer.unmarked())
        if unmarked:
            yield from spacers(2)
            yield from unmarked
        yield from _end_rule()

    def _rows(self, rows: tuple[Paragraph, ...], *, keep_last: bool) -> Iterator[Xml]:
        before: Paragraph | None = None
        for paragraph, following in pairwise((*rows, None)):
            if paragraph is None:
                continue
            keep = self._keeps(paragraph, following) or (following is None and keep_last)
            yield from self._block(paragraph, before, keep=keep)
            before = paragraph

    def _keeps(self, paragraph: Paragraph, following: Paragraph | None) -> bool:
        """Whether a reader wants the next block on the same page."""
        if following is None:
            return False
        if self.numbers.roles[paragraph.id] is Role.CHAPEAU:
            return True
        if following.kind in {ParagraphKind.QUOTED, ParagraphKind.TABLE}:
            return paragraph.kind is ParagraphKind.PARAGRAPH
        is_deeper = following.level > paragraph.level and not following.closing
        return is_deeper and paragraph.kind is following.kind is ParagraphKind.PARAGRAPH

    def _block(
        self, paragraph: Paragraph, before: Paragraph | None, *, keep: bool
    ) -> Iterator[Xml]:
        if paragraph.kind is ParagraphKind.TABLE:
            yield from self._table(paragraph)
        elif paragraph.kind is ParagraphKind.HEADING:
            yield from self._heading(paragraph, before)
        elif paragraph.kind is ParagraphKind.ANNEX:
            yield from self._annex(paragraph)
        else:
            yield from self._text(paragraph, keep=keep)

    # Paragraphs and items

    def _text(self, paragraph: Paragraph, *, keep: bool) -> Iterator[Xml]:
        first, *others = lines(paragraph.text)
        more: dict[str, Value] = {"keepNext": True} if keep else {}
        indent = _indent(paragraph)
        if indent:
            more["ind"] = {"left": indent, "right": page.COLUMN}
        if paragraph.alternative:
            more["tabs"] = self._wide_label_tabs(paragraph)
        style = x.properties("pPr", pStyle="SingleTxt", **more)
        lead = self.writer.plain(self._lead(paragraph))
        yield x.paragraph(lead + self.writer.runs(first), style)
        for line in others:
            yield x.paragraph(self.writer.runs(line), style)

    def _lead(self, paragraph: Paragraph) -> str:
        """Tabs and label before the text."""
        if paragraph.closing:
            return ""
        tabs = self.item_tabs if paragraph.level else "\t"
        label = self.numbers.labels[paragraph.id]
        return f"{tabs}{label}\t" if label else tabs

    def _wide_label_tabs(self, paragraph: Paragraph) -> Xml:
        """`1 bis.` just reaches the stop where the text would start: the text takes the next."""
        place = max(1, paragraph.level) + len(self.item_tabs if paragraph.level else "\t")
        return x.tabs(("clear", page.TEXT_STOPS[place]))

    # Headings and annexes

    def _heading(self, paragraph: Paragraph, before: Paragraph | None) -> Iterator[Xml]:
        style = _GREAT_HEADING if _is_great(paragraph) else _HEADING_STYLES[paragraph.level]
        if before is None or before.kind not in {ParagraphKind.HEADING, ParagraphKind.ANNEX}:
            yield from spacers(_SPACE_BEFORE.get(style, 1))
        yield from self._heading_lines(paragraph, style)
        yield from spacers(_SPACE_AFTER.get(style, 1))

    def _heading_lines(self, paragraph: Paragraph, style: str) -> Iterator[Xml]:
        """`I` above its title, `A.` at the tab before it: a full stop makes the difference."""
        label = _heading_label(paragraph, self.numbers.labels[paragraph.id])
        first, *others = lines(paragraph.text)
        if label and (not paragraph.text or not label.endswith(".")):
            yield title_paragraph(self.writer.plain(f"\t\t{label}"), style)
            label = ""
        if paragraph.text:
            lead = self.writer.plain(f"\t{label}\t")
            yield title_paragraph(lead + self.writer.runs(first), style)
        for line in others:
            yield title_paragraph(self.writer.plain("\t\t") + self.writer.runs(line), style)

    def _annex(self, paragraph: Paragraph) -> Iterator[Xml]:
        """A new page: the label at the margin, the title in the column."""
        label = self.writer.plain(self.numbers.labels[paragraph.id])
        yield x.paragraph(label, x.properties("pPr", pStyle="H1", pageBreakBefore=True))
        yield from spacers(2)
        if paragraph.text:
            for line in lines(paragraph.text):
                runs = self.writer.plain("\t\t") + self.writer.runs(line)
                yield title_paragraph(runs, _GREAT_HEADING)
            yield from spacers(2)

    # Tables

    def _table(self, paragraph: Paragraph) -> Iterator[Xml]:
        if paragraph.text:
            for line in lines(paragraph.text):
                style = x.properties("pPr", pStyle="SingleTxt", keepNext=True)
                yield x.paragraph(self.writer.runs(line), style)
        columns = max((len(row) for row in paragraph.cells), default=0)
        if not columns:
            return
        widths = _column_widths(paragraph.cells, columns)
        figures = _columns_of_figures(paragraph.cells, columns)
        rows = [
            self._row(row, widths, figures, place, len(paragraph.cells))
            for place, row in enumerate(paragraph.cells)
        ]
        mirrored: dict[str, Value] = {"bidiVisual": True} if self.writer.look.is_rtl else {}
        yield x.table(
            widths,
            rows,
            tblW={"w": page.COLUMN_WIDTH, "type": "dxa"},
            tblInd={"w": page.COLUMN, "type": "dxa"},
            tblLayout={"type": "fixed"},
            tblCellMar=x.properties(
                "tblCellMar", left={"w": 0, "type": "dxa"}, right={"w": 60, "type": "dxa"}
            ),
            **mirrored,
        )
        yield from spacers(2, keep=False)

    def _row(
        self,
        row: tuple[Text, ...],
        widths: list[int],
        figures: frozenset[int],
        place: int,
        total: int,
    ) -> Xml:
        """A row; lines above and below the first (the head) and below the last."""
        is_head = place == 0 and total > 1
        borders: dict[str, Value] = {}
        if place == 0:
            borders["top"] = x.border(_TABLE_RULE)
        if is_head or place == total - 1:
            borders["bottom"] = x.border(_TABLE_HEAVY_RULE)
        bordered: dict[str, Value] = (
            {"tcBorders": x.properties("tcBorders", **borders)} if borders else {}
        )
        padded = (*row, *(Text() for _ in range(len(widths) - len(row))))
        cells = [
            x.cell(
                self._cell(text, is_head=is_head, is_figure=column in figures),
                width,
                vAlign="bottom",
                **bordered,
            )
            for column, (text, width) in enumerate(zip(padded, widths, strict=True))
        ]
        head: dict[str, Value] = {"tblHeader": True} if is_head else {}
        return x.row(cells, cantSplit=True, **head)

    def _cell(self, text: Text, *, is_head: bool, is_figure: bool) -> str:
        look: dict[str, Value] = {"spacing": {"before": 40, "after": 40}}
        if is_head:
            look["keepNext"] = True
        if is_figure:
            look["jc"] = "right"
        style = x.properties("pPr", pStyle="Small", **look)
        return "".join(x.paragraph(self.writer.runs(line), style) for line in lines(text))

    # Closing lines and vote

    def _closing(self, *, keep_last: bool) -> Iterator[Xml]:
        closing = [line for text in self.resolution.closing for line in lines(text)]
        if not closing:
            return
        yield from spacers(2)
        for line, following in pairwise((*closing, None)):
            if line is None:
                continue
            is_last = following is None
            spacing = {} if is_last else {"spacing": page.exact(page.PITCH, after=0)}
            kept: dict[str, Value] = {"keepNext": True} if keep_last or not is_last else {}
            style = x.properties("pPr", pStyle="SingleTxt", jc="right", **spacing, **kept)
            runs = self.writer.runs(line) if line.spans else self.writer.aside(line)
            yield x.paragraph(runs, style)

    def _vote(self, *, keep_last: bool) -> Iterator[Xml]:
        if not self.resolution.vote:
            return
        kept: dict[str, Value] = {"keepNext": True} if keep_last else {}
        for line in lines(self.resolution.vote):
            style = x.properties("pPr", pStyle="SingleTxt", **kept)
            yield x.paragraph(self.writer.plain("\t") + self.writer.runs(line), style)


def lines(text: Text) -> list[Text]:
    """The lines of a text with line breaks in it, at least one."""
    if "\n" not in text.plain:
        return [text]
    pieces: list[Text] = []
    rest = text
    while (at := rest.plain.find("\n")) >= 0:
        pieces.append(rest.slice(0, at))
        rest = rest.slice(at + 1, marks_at_end=True)
    return [*pieces, rest]


def _indent(paragraph: Paragraph) -> int:
    """The left indent where it is not the column's: a tab for each level below (a), by pattern."""
    steps = max(0, paragraph.level - 1) + (paragraph.kind is ParagraphKind.QUOTED)
    return page.TEXT_STOPS[steps] if steps else 0


def _is_great(heading: Paragraph) -> bool:
    """Whether it is the title of a declaration that the resolution adopts."""
    is_title = heading.level == 0 and not heading.numbered
    return is_title and heading.restarts and heading.part is Part.OPERATIVE


def _heading_label(paragraph: Paragraph, computed: str) -> str:
    """With a full stop below the first rank (`A. Title`), in the first if one was printed."""
    if not computed:
        return ""
    has_stop = paragraph.level > 0 or (paragraph.printed or "").rstrip().endswith(".")
    return f"{computed.rstrip('.')}." if has_stop else computed


def _column_widths(cells: tuple[tuple[Text, ...], ...], columns: int) -> list[int]:
    """The text column shared out: half evenly, half by the longest cell of each column."""
    longest = [
        max((len(row[place]) for row in cells if place < len(row)), default=0) + 1
        for place in range(columns)
    ]
    total = sum(longest)
    even = page.COLUMN_WIDTH // (2 * columns)
    widths = [even + page.COLUMN_WIDTH * one // (2 * total) for one in longest]
    widths[-1] += page.COLUMN_WIDTH - sum(widths)
    return widths


def _columns_of_figures(cells: tuple[tuple[Text, ...], ...], columns: int) -> frozenset[int]:
    """The columns after the first that hold nothing but figures below the head."""
    found: set[int] = set()
    for place in range(1, columns):
        below = [row[place].plain.strip() for row in cells[1:] if place < len(row)]
        filled = [one for one in below if one]
        if any(map(str.isdecimal, "".join(filled))) and all(map(_FIGURE.fullmatch, filled)):
            found.add(place)
    return frozenset(found)


def _end_rule() -> Iterator[Xml]:
    """The short line under a finished document."""
    yield from spacers(1)
    side = (page.USABLE_WIDTH - page.END_RULE_WIDTH) // 2
    borders = x.properties("pBdr", top=x.border(page.END_RULE))
    yield x.paragraph(
        "",
        x.properties(
            "pPr",
            pStyle="SingleTxt",
            pBdr=borders,
            spacing=page.exact(page.PITCH, before=page.PITCH // 2, after=0),
            ind={"left": side, "right": side},
        ),
    )

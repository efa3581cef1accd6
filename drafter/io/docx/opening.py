"""What stands between masthead and preamble: session, agenda, heading, origin, title, organ line.

White space is the official template's: empty paragraphs of 6 points. All of it keeps with what
follows, so that a page never ends in a heading.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.inline import Span, Style, Text
from drafter.core.language import Language
from drafter.core.model import DocumentKind, Organ, Resolution
from drafter.core.numbering import sponsor_signs
from drafter.io.docx import layout as page
from drafter.io.docx import xml as x
from drafter.io.docx.text import Writer
from drafter.io.docx.xml import Value, Xml

_TITLE_LEAD = "\t\t"
"""To the number's tab, then to the title's."""


def spacers(count: int, *, keep: bool = True) -> Iterator[Xml]:
    """White space of 6 points each."""
    kept: dict[str, Value] = {"keepNext": True} if keep else {}
    for _ in range(count):
        yield x.paragraph(
            "",
            x.properties(
                "pPr",
                pStyle="SingleTxt",
                spacing=page.exact(120, after=0),
                rPr=x.properties("rPr", sz=10, szCs=10),
                **kept,
            ),
        )


def title_paragraph(runs: str, style: str, **more: Value) -> Xml:
    """A heading in the text column; its runs bring the tabs, a number ends at the first."""
    return x.paragraph(
        runs,
        x.properties("pPr", pStyle=style, tabs=page.TITLE_TABS, ind=page.TITLE_INDENT, **more),
    )


class Opening:
    """The paragraphs from the session to the organ line."""

    def __init__(self, resolution: Resolution, words: Language, writer: Writer) -> None:
        self.resolution = resolution
        self.masthead = resolution.masthead
        self.words = words
        self.writer = writer

    def paragraphs(self) -> Iterator[Xml]:
        """All of them, with the white space between."""
        session = list(self._session())
        yield from session
        heading = list(self._heading())
        if heading:
            yield from spacers(3 if session else 2)
            yield from heading
        origin = self._origin()
        if origin is not None:
            yield from spacers(2)
            yield origin
        title = self._title()
        if title is not None:
            yield from spacers(2)
            yield title
        if self.resolution.organ_line:
            yield from spacers(2)
            yield self._organ_line()
        elif heading or title is not None:
            yield from spacers(2)

    def _session(self) -> Iterator[Xml]:
        """Session and agenda items, at the page's margin."""
        masthead = self.masthead
        organ = self.words.organ_name(self.resolution.organ)
        if organ and organ != self.words.parent_organ_name(self.resolution.organ):
            yield self._line(organ, "H1")
        if masthead.session:
            yield self._line(masthead.session, "Session")
        if masthead.session_dates:
            yield self._line(masthead.session_dates, "AgendaItemNormal", keepNext=True)
        if masthead.committee:
            yield self._line(masthead.committee, "Session")
        for item in masthead.agenda_items:
            if item.label:
                yield self._line(item.label, "AgendaItemNormal", keepNext=True)
            if item.title:
                yield self._line(item.title, "AgendaTitleH2")

    def _line(self, words: str, style: str, **more: Value) -> Xml:
        return x.paragraph(self.writer.plain(words), x.properties("pPr", pStyle=style, **more))

    def _heading(self) -> Iterator[Xml]:
        """The heading of an adopted text, of a decision or statement, or a draft's sponsors."""
        if self.masthead.adoption:
            lines: tuple[str, ...] = tuple(self.masthead.adoption.split("\n"))
        else:
            lines = self._made_heading()
        for place, line in enumerate(lines):
            runs = self.writer.plain(_TITLE_LEAD + self._with_whole_date(line))
            yield title_paragraph(runs, "TitleH1" if place else "TitleHCH")
        if self.masthead.sponsors:
            yield title_paragraph(self._sponsor_runs(), "Sponsors")
        if self.masthead.submitted_by:
            runs = self.writer.plain(_TITLE_LEAD + self.masthead.submitted_by)
            yield title_paragraph(runs, "Sponsors")

    def _made_heading(self) -> tuple[str, ...]:
        kind = self.resolution.kind
        if kind is DocumentKind.DECISION:
            return (self.words.decision_heading,)
        if kind is DocumentKind.STATEMENT:
            return (self.words.statement_heading,)
        if kind is not DocumentKind.ADOPTED:
            return ()
        meeting = self.masthead.meeting_number
        if self.resolution.organ is Organ.SC and not (self.masthead.adopted and meeting):
            return self._council_number()
        if self.masthead.adopted is None:
            return ()
        return self.words.adoption_lines(
            self.resolution.organ,
            self.masthead.adopted,
            number=self.resolution.number,
            meeting=meeting,
        )

    def _council_number(self) -> tuple[str, ...]:
        """`Resolution 2507 (2020)`, all that can be said without meeting and date."""
        number = self.resolution.number
        first_line = self.words.adoption_wordings[Organ.SC][0]
        return (first_line.write(number=number),) if number else ()

    def _with_whole_date(self, line: str) -> str:
        """With no-break spaces inside the date, which official headings keep on one line."""
        for start, end, _ in reversed(self.words.find_dates(line)):
            line = line[:start] + line[start:end].replace(" ", "\u00a0") + line[end:]
        return line

    def _sponsor_runs(self) -> str:
        """The sponsors; who speaks for others has a star, and a note says for whom."""
        sponsors = self.masthead.sponsors
        line = self.words.sponsor_line([one.name for one in sponsors])
        pieces = [self.writer.plain(_TITLE_LEAD)]
        place = 0
        signs = iter(sponsor_signs(self.resolution))
        for one in sponsors:
            end = line.index(one.name, place) + len(one.name)
            pieces.append(self.writer.plain(line[place:end]))
            place = end
            if one.on_behalf_of:
                pieces.append(self.writer.added_note(next(signs), one.on_behalf_of))
        pieces.append(self.writer.plain(line[place:]))
        return "".join(pieces)

    def _origin(self) -> Xml | None:
        """The origin in brackets: these roman, what is inside italic."""
        origin = self.masthead.origin
        if not origin:
            return None
        runs = self.writer.runs(origin) if origin.spans else self._bracketed(origin)
        return x.paragraph(
            runs,
            x.properties(
                "pPr", pStyle="SingleTxt", keepNext=True, spacing=page.exact(page.PITCH, after=0)
            ),
        )

    def _bracketed(self, origin: Text) -> str:
        start = int(origin.plain.startswith("["))
        end = len(origin.plain) - origin.plain.endswith("]")
        opening, rest = origin.split(start)
        inside, closing = rest.split(end - start)
        return self.writer.runs(opening) + self.writer.aside(inside) + self.writer.runs(closing)

    def _title(self) -> Xml | None:
        title = self.resolution.title
        is_council = self.resolution.organ is Organ.SC
        is_in_heading = is_council and self.resolution.kind is DocumentKind.ADOPTED
        number = "" if is_in_heading else self.resolution.number
        if not title and not number:
            return None
        lead = f"\t{number}{self.writer.look.title_stop}\t" if number else _TITLE_LEAD
        runs = self.writer.plain(lead) + self.writer.runs(title)
        return title_paragraph(runs, "TitleH1")

    def _organ_line(self) -> Xml:
        line = self.resolution.organ_line
        if not line.spans:
            words = len(line.plain.rstrip(",،， \u00a0"))
            line = Text(line.plain, (Span(0, words, Style.ITALIC),), line.marks)
        runs = self.writer.plain("\t") + self.writer.runs(line)
        return x.paragraph(runs, x.properties("pPr", pStyle="SingleTxt", keepNext=True))

"""The cover and the preface of an Akoma Ntoso document: masthead, number, title.

The fields come from the file's own tagged elements; every line is also kept as printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from drafter.core.inline import NO_TEXT, Style, Text, joined
from drafter.core.language import Language
from drafter.core.model import AgendaItem, DocumentKind, Guess, Masthead, Organ, Sponsor
from drafter.core.states import states
from drafter.io.akn.text import Notes, child_words, text_of, tidied, without_style, words_of
from drafter.io.akn.xml import Element, attribute, descendants, name

_COUNCIL_NUMBER = re.compile(r"(\d{1,4})\s*\((\d{4})\)")
_FIGURES = re.compile(r"\d+")
_NO_DATE = date(1, 1, 1)
_FIELDS = (
    "docTitle",
    "docProponent",
    "docNumber",
    "docStatus",
    "docDate",
    "session",
    "event",
    "inline",
)


def iso_date(words: str) -> date | None:
    """The date of an attribute; None for one that is not there, not a date, or year 1."""
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return None
    return None if day == _NO_DATE else day


@dataclass(slots=True)
class Opening:
    """What stands before the text; `headings` are the lines that say how it was adopted."""

    words: Language
    kind: DocumentKind
    masthead: Masthead = field(default_factory=Masthead)
    number: str = ""
    title: Text = NO_TEXT
    printed: list[str] = field(default_factory=list[str])
    headings: list[str] = field(default_factory=list[str])
    guesses: list[Guess] = field(default_factory=list[Guess])

    def read_cover(self, cover: Element, notes: Notes) -> None:
        """The cover page, a paragraph a line."""
        labels: list[str] = []
        titles: list[str] = []
        for one in cover:
            lines = [line.plain for line in words_of(one, notes).lines()]
            self.printed.extend(lines)
            if not lines:
                continue
            tagged = descendants(one, *_FIELDS)
            key = _field_name(tagged[0]) if tagged else ""
            if key == "agenda item":
                labels.append(" ".join(lines))
            elif key == "agenda item name":
                titles.append(" ".join(lines))
            elif tagged:
                self._read_field(key, tagged[0], " ".join(lines))
        titles += [""] * (len(labels) - len(titles))
        items = tuple(AgendaItem(*pair) for pair in zip(labels, titles, strict=False))
        self.masthead = replace(self.masthead, agenda_items=items)

    def _read_field(self, key: str, element: Element, line: str) -> None:
        masthead = self.masthead
        if key == "docNumber":
            masthead = replace(masthead, symbol=line)
        elif key == "docDate":
            masthead = replace(masthead, issued=self._date(element, line))
        elif key == "docStatus" and self.words.read_distribution(line) != "general":
            masthead = replace(masthead, distribution=line)
        elif key == "session":
            masthead = replace(masthead, session=line)
        elif key == "event":
            masthead = replace(masthead, session_dates=_stretch(element))
        elif key == "originalLanguage":
            masthead = replace(masthead, languages=self._original(line))
        elif key == "docProponent":
            masthead = self._with_proponent(masthead, element, line)
        self.masthead = masthead
        if key == "docTitle":
            self._read_heading(element, line)

    def _read_heading(self, heading: Element, line: str) -> None:
        """A line of the heading of adoption: it has the date, the Council's number and meeting."""
        self.headings.append(line)
        number = _COUNCIL_NUMBER.search(line)
        if number and not self.number and self.masthead.symbol.startswith("S/"):
            self.number = f"{number[1]} ({number[2]})"
        for one in descendants(heading, "docDate"):
            day = iso_date(attribute(one, "date"))
            if day is None:
                self._guess("date", line)
            else:
                self.masthead = replace(self.masthead, adopted=day)
        for one in descendants(heading, "inline"):
            meeting = _FIGURES.search("".join(one.itertext()))
            if attribute(one, "name") == "adoptionMeeting" and meeting:
                self.masthead = replace(self.masthead, meeting=meeting[0])

    def read_preface(self, preface: Element, notes: Notes) -> None:
        """Number and title; a draft has the line of its sponsors there."""
        titles: list[Text] = []
        for one in preface:
            number, title, rest = parted(one, notes)
            if number.plain:
                self.printed.append(number.plain)
                bare = number.plain.strip().removesuffix(".")
                self.number = f"{self.number} {bare}".strip()
            if title.plain and not self._read_set_line(title.plain):
                titles.append(title)
            if rest.plain:
                self.printed.append(rest.plain)
            marks = (*number.marks, *rest.marks)
            if marks:
                titles.append(Text("", (), tuple(replace(mark, at=0) for mark in marks)))
                self._guess("mark of the number", number.plain)
        self.add_titles(titles)

    def add_line(self, line: Text) -> None:
        """A title that the file has in its body."""
        if not self._read_set_line(line.plain):
            self.add_titles([line])

    def add_titles(self, titles: list[Text]) -> None:
        """More lines of the title; a line that only has marks goes to the end of the last."""
        for title in titles:
            is_line = bool(self.title.plain and title.plain)
            pieces = (self.title, Text("\n"), title) if is_line else (self.title, title)
            self.title = joined(pieces)

    def _read_set_line(self, line: str) -> bool:
        """Whether the line is not a title: a draft's sponsors, or the heading of a statement."""
        sponsors = self.words.read_wording("draft_resolution", line)
        submitter = self.words.read_wording("submitted_by", line)
        if sponsors is not None:
            row = tuple(Sponsor(one) for one in sponsor_names(sponsors["names"], self.words))
            self.masthead = replace(self.masthead, sponsors=row)
        elif submitter is not None:
            self.masthead = replace(self.masthead, submitted_by=line)
        elif self.words.read_wording("statement", line) is None:
            return False
        self.printed.append(line)
        return True

    def finish(self, closing: list[Text], recorded: str, organ: Organ) -> Masthead:
        """The masthead with what the lines under the text say; `recorded` is the file's date."""
        masthead = self.masthead
        lines = [*self.headings, *(line.plain for line in closing)]
        said = (day for line in lines for _, _, day in self.words.find_dates(line))
        adopted = masthead.adopted or next(said, None) or iso_date(recorded)
        read = (self.words.read_meeting(line.plain) for line in closing)
        meeting = masthead.meeting or str(next((one for one in read if one), ""))
        masthead = replace(masthead, adopted=adopted, meeting=meeting, printed=tuple(self.printed))
        return replace(masthead, adoption=self._adoption(masthead, organ))

    def _adoption(self, masthead: Masthead, organ: Organ) -> str:
        """The heading's lines, unless they are the ones the program makes."""
        printed = "\n".join(self.headings)
        made = ""
        if self.kind is DocumentKind.ADOPTED and masthead.adopted and organ is not Organ.OTHER:
            meeting = int(masthead.meeting or 0)
            lines = self.words.adoption_lines(organ, masthead.adopted, self.number, meeting)
            made = "\n".join(lines)
        return "" if printed.split() == made.split() else printed

    def _with_proponent(self, masthead: Masthead, element: Element, line: str) -> Masthead:
        """The origin in brackets, or a decision's committee."""
        if line.startswith(("[", "［")):
            return replace(masthead, origin=text_of(element, Notes()))
        return replace(masthead, committee=line)

    def _date(self, element: Element, line: str) -> date | None:
        day = iso_date(attribute(element, "date"))
        if day is None:
            self._guess("date", line)
            return self.words.read_issue_date(line)
        return day

    def _original(self, line: str) -> tuple[str, ...]:
        code = self.words.read_original(line)
        if code is None:
            self._guess("original language", line)
        return (code,) if code else ()

    def _guess(self, what: str, source: str) -> None:
        self.guesses.append(Guess(what, confidence=0.7, source=source))


def parted(line: Element, notes: Notes) -> tuple[Text, Text, Text]:
    """A line of a preface as number, title and the rest, in which marks may stand."""
    numbers: list[Text] = []
    titles: list[Text] = []
    rest: list[Text] = [Text(line.text or "")]
    for one in line:
        tag = name(one)
        if tag == "docNumber":
            numbers.append(text_of(one, notes))
        elif tag == "docTitle":
            titles.append(without_style(text_of(one, notes), Style.BOLD))
        else:
            rest.append(child_words(one, notes))
        rest.append(Text(one.tail or ""))
    return joined(numbers), joined(titles), tidied(joined(rest), notes)


def sponsor_names(line: str, words: Language) -> list[str]:
    """The names in a sponsors' line, parted at commas and at the `and` before the last."""
    facts = words.facts.table("masthead")
    names = line.split(facts.text("names_joint"))
    called = {state.names[words.code] for state in states()}
    ways = [
        [names[-1][: match.start()], names[-1][match.end() :]]
        for joint in facts.texts("names_last")
        for match in re.finditer(re.escape(joint), names[-1])
    ]
    if names[-1] in called or not ways:
        return names
    known = [way for way in ways if called.issuperset(way)]
    return [*names[:-1], *(known or ways[-1:])[0]]


def _field_name(element: Element) -> str:
    return attribute(element, "name") if name(element) == "inline" else name(element)


def _stretch(event: Element) -> str:
    """The dates of a session, with the dash that the file leaves out."""
    days = [" ".join("".join(one.itertext()).split()) for one in descendants(event, "date")]
    return "–".join(day for day in days if day) or " ".join("".join(event.itertext()).split())

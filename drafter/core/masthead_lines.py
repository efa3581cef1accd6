"""Reads the lines above a text: what each one is, and the masthead they make together.

Layouts differ: a PDF may put two things on one line (`United Nations   A/RES/73/3`), wrap one over
several, or drop the order. Only lines that are surely masthead are taken; a title of an agenda item
is what stands between its number and the next such line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import chain

from drafter.core.inline import Text
from drafter.core.masthead_words import MastheadWords
from drafter.core.model import AgendaItem, Masthead, Organ, Sponsor
from drafter.core.phrases import folded

_SYMBOL = re.compile(
    r"(?:A|S|E|ST|CEDAW|CRC|CCPR|CAT|CERD|CMW|CRPD|CED)(?:/[A-Za-z0-9.\-]+)+"
    r"(?: ?\(\d{4}\))?(?: [A-Z](?:[-–][A-Z])?)?\*{0,3}"
)
_JOB = re.compile(r"\*\d{7}\*|\d{2}[-‑]\d{5} ?(?:\([A-Z]\))?[ \d]*")
_NUMBER = re.compile(r"(?:E?S-)?\d+/\d+[A-Z]?\b")
_STARS = re.compile(r"\*+")
_BARE_FIGURES = re.compile(r"\d+")
_GAP = re.compile(r"\s{2,}|\t")
_MOST_WRAPPED = 5
_LONGEST_WRAPPED = 1500
_MOST_SPONSOR_LINES = 15
_MOST_TITLE_LINES = 8
_LONGEST = 1500
"""A line, or several joined, of more characters is text, not masthead; trying it takes minutes."""
_LONGEST_PAIR = 300


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was read: `name` of the field, and what it changes in the masthead."""

    name: str
    fields: Mapping[str, object] = field(default_factory=dict[str, object])
    item: str = ""


def read_masthead(
    words: MastheadWords, lines: Sequence[str]
) -> tuple[Masthead, list[tuple[int, str]]]:
    """The masthead, and (line index, field) for every line that was recognised.

    Fields are named as in `Masthead`, and `united_nations`, `number` (the Council's), `language`,
    `agenda_title`, `job`, `decision` and `statement` besides. A line with two things counts twice.
    """
    return _Reader(words, lines).read()


class _Reader:
    def __init__(self, words: MastheadWords, lines: Sequence[str]) -> None:
        self.words = words
        self.lines = [line.strip() for line in lines]
        self.masthead = Masthead()
        self.taken: list[tuple[int, str]] = []
        self.items: list[AgendaItem] = []
        self.open_title: list[int] | None = None

    def read(self) -> tuple[Masthead, list[tuple[int, str]]]:
        index = 0
        while index < len(self.lines):
            index += self._read_at(index)
        self._end_title(followed=False)
        masthead = replace(self.masthead, agenda_items=tuple(self.items))
        return replace(masthead, printed=self._printed()), sorted(self.taken)

    def _printed(self) -> tuple[str, ...]:
        taken = dict.fromkeys(index for index, _ in sorted(self.taken))
        return tuple(self.lines[index] for index in taken)

    def _read_at(self, index: int) -> int:
        """Reads what begins at a line; how many lines it took."""
        line = self.lines[index]
        if not line:
            return 1
        for count in self._lengths(index):
            whole = " ".join(self.lines[index : index + count])
            if count > 1 and len(whole) > _LONGEST_WRAPPED:
                continue
            found = self._one(whole, wrapped=count > 1) or (self._pair(whole) if count == 1 else ())
            if found:
                self._take(range(index, index + count), found)
                return count
        if self.open_title is not None:
            if _NUMBER.match(line) or len(self.open_title) == _MOST_TITLE_LINES:
                self._end_title(followed=True)
            else:
                self.open_title.append(index)
        return 1

    def _lengths(self, index: int) -> Iterator[int]:
        """How many lines to try as one, up to a blank one: two, the line alone, then more."""
        ahead = self.lines[index : index + _MOST_SPONSOR_LINES]
        left = next((n for n, line in enumerate(ahead) if not line), len(ahead))
        may_sponsor = self.open_title is None or self.words.begins_with_state(self.lines[index])
        sponsors = _MOST_SPONSOR_LINES if may_sponsor else 1
        most = min(left, max(_MOST_WRAPPED, sponsors))
        yield from range(min(2, most), 0, -1)
        yield from range(3, most + 1)

    def _one(self, line: str, *, wrapped: bool) -> tuple[Found, ...]:
        if len(line) > _LONGEST:
            return ()
        found = self._origin(line) or self._adoption(line) or self._sponsors(line, wrapped=wrapped)
        if found is None and not wrapped:
            found = next(filter(None, (reader(line) for reader in self._readers)), None)
        return (found,) if found else ()

    def _pair(self, line: str) -> tuple[Found, ...]:
        """Two or more things on one line, set apart by a gap or, for some, by one space."""
        if len(line) > _LONGEST_PAIR:
            return ()
        cells = [cell for cell in _GAP.split(line) if cell]
        if len(cells) > 1:
            found = [self._one(cell, wrapped=False) for cell in cells]
            return tuple(one for cell in found for one in cell) if all(found) else ()
        for space in re.finditer(" ", line):
            first = self._first_cell(line[: space.start()])
            second = self._short(line[space.end() :]) if first else None
            if first and second:
                return (first, second)
        return ()

    def _first_cell(self, cell: str) -> Found | None:
        return self._united_nations(cell) or self._organ_name(cell)

    def _short(self, cell: str) -> Found | None:
        return self._symbol(cell) or self._distribution(cell) or self._issued(cell)

    @cached_property
    def _readers(self) -> Sequence[Callable[[str], Found | None]]:
        return (
            self._united_nations,
            self._symbol,
            self._distribution,
            self._issued,
            self._organ_name,
            self._session,
            self._session_dates,
            self._agenda_item,
            self._original,
            self._language,
            self._committee,
            self._submitted,
            self._heading,
            self._job,
        )

    # One thing each

    def _united_nations(self, line: str) -> Found | None:
        is_name = self.words.read_wording("united_nations", line) is not None
        return Found("united_nations") if is_name else None

    def _symbol(self, line: str) -> Found | None:
        is_symbol = _SYMBOL.fullmatch(line.strip("\u200e\u200f ")) is not None
        return Found("symbol", {"symbol": line.strip("\u200e\u200f ")}) if is_symbol else None

    def _distribution(self, line: str) -> Found | None:
        kind = self.words.read_distribution(line)
        if kind is None:
            return None
        return Found("distribution", {} if kind == "general" else {"distribution": line})

    def _issued(self, line: str) -> Found | None:
        day = self.words.read_issue_date(line)
        return None if day is None else Found("issued", {"issued": day})

    def _organ_name(self, line: str) -> Found | None:
        is_name = folded(line).replace(" ", "") in self._organ_names
        return Found("organ_name") if is_name else None

    @cached_property
    def _organ_names(self) -> frozenset[str]:
        """Organs' names; Arabic covers of the Economic and Social Council print the organ line."""
        names = [self.words.organ_name(organ) for organ in Organ]
        arabic = (
            self.words.organ_line(Organ.ECOSOC, has_preamble=False) if self.words.is_rtl else ""
        )
        return frozenset(folded(name).replace(" ", "") for name in (*names, arabic) if name)

    def _session(self, line: str) -> Found | None:
        return Found("session", {"session": line}) if self.words.read_session(line) else None

    def _session_dates(self, line: str) -> Found | None:
        read = self.words.read_session_dates(line)
        return Found("session_dates", {"session_dates": line}) if read else None

    def _agenda_item(self, line: str) -> Found | None:
        for name in ("agenda_item", "agenda_items"):
            read = self.words.read_wording(name, line)
            if read is not None and any(one.isdigit() for one in read["label"]):
                return Found("agenda_item", item=line)
        return None

    def _original(self, line: str) -> Found | None:
        code = self.words.read_original(line)
        return None if code is None else Found("original", {"languages": (code,)})

    def _language(self, line: str) -> Found | None:
        return Found("language") if self.words.language_code(line) else None

    def _committee(self, line: str) -> Found | None:
        is_committee = self.words.read_wording("committee", line) is not None
        return Found("committee", {"committee": line}) if is_committee else None

    def _submitted(self, line: str) -> Found | None:
        is_line = self.words.read_wording("submitted_by", line) is not None
        return Found("submitted_by", {"submitted_by": line}) if is_line else None

    def _heading(self, line: str) -> Found | None:
        for name in ("decision", "statement"):
            if self.words.read_wording(name, line) is not None:
                return Found(name)
        return None

    def _job(self, line: str) -> Found | None:
        return Found("job") if _JOB.fullmatch(line) else None

    # What may be wrapped

    def _origin(self, line: str) -> Found | None:
        if self.words.read_wording("origin", line) is None or self.words.is_vote_line(line):
            return None
        return Found("origin", {"origin": Text(line)})

    def _sponsors(self, line: str, *, wrapped: bool) -> Found | None:
        read = self.words.read_wording("draft_resolution", line)
        if read is None or _BARE_FIGURES.search(read["names"]):
            return None
        if wrapped and self.open_title is not None and not self.words.begins_with_state(line):
            return None  # the title of an agenda item runs on into the sponsors
        names = self.words.parted_names(_STARS.sub("", read["names"]))
        return Found("sponsors", {"sponsors": tuple(map(Sponsor, names))})

    def _adoption(self, line: str) -> Found | None:
        for organ, wordings in self.words.adoption_wordings.items():
            if organ is Organ.OTHER:
                continue
            for read in chain.from_iterable(wording.readings(line) for wording in wordings):
                day = self.words.read_date(read.get("date", ""))
                if day is not None or "date" not in read:
                    return self._adopted(organ, read, day, line)
        return None

    def _adopted(self, organ: Organ, read: Mapping[str, str], day: date | None, line: str) -> Found:
        if read.get("number"):
            return Found("number")
        figures = _BARE_FIGURES.search(read.get("nth", ""))
        fields: dict[str, object] = {}
        if day is not None:
            fields["adopted"] = day
            meeting = int(figures.group()) if figures else 0
            made = self.words.adoption_lines(organ, day, "1 (1946)", meeting)
            is_made = any(folded(line) == folded(one) for one in made)
            if not is_made:
                fields["adoption"] = line
        if figures:
            fields["meeting"] = figures.group()
        return Found("adoption", fields)

    # Putting together

    def _take(self, place: range, found: tuple[Found, ...]) -> None:
        self._end_title(followed=True)
        for one in found:
            self.taken.extend((index, one.name) for index in place)
            fields = {
                name: value
                for name, value in one.fields.items()
                if not getattr(self.masthead, name) or name == "committee"
            }
            self.masthead = replace(self.masthead, **fields)
            if one.item:
                self.items.append(AgendaItem(one.item))
                self.open_title = []

    def _end_title(self, *, followed: bool) -> None:
        """Gives the agenda item its title: all lines up to here, or the first of them."""
        rows, self.open_title = self.open_title or [], None
        if not rows:
            return
        if not followed:
            rows = list(self._unbroken(rows))
        self.taken.extend((index, "agenda_title") for index in rows)
        title = " ".join(self.lines[index] for index in rows)
        self.items[-1] = replace(self.items[-1], title=title)

    @staticmethod
    def _unbroken(rows: list[int]) -> Iterator[int]:
        for count, index in enumerate(rows):
            if index != rows[0] + count:
                return
            yield index

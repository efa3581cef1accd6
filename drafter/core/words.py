"""How a language labels, counts, dates, ends paragraphs and names its organs.

All facts come from `resources/languages/<code>.toml`. Reading is forgiving, writing follows the
official texts. `language.Language` is this and the wordings of masthead and closing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cached_property

from drafter.core.dates import Dates, DateWords
from drafter.core.facts import Facts, organ_fact
from drafter.core.labels import Counting, Label, LabelForm, Labels
from drafter.core.looks import Look, look_of
from drafter.core.model import Organ, Part
from drafter.core.ordinals import LARGEST, FigureEndings, OrdinalForm, Ordinals, chinese_numeral
from drafter.core.phrases import Wording, folded

_FIRST_YEAR = 1945
_MOST_ANNEXES = 30
_ANY_END = re.compile(r"[\s\u00a0]*[^\w\s]$")
_NO_BREAK = "\N{NO-BREAK SPACE}"


class EndMark(StrEnum):
    """Where a paragraph stands, as far as the mark at its end goes."""

    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    CHAPEAU = "chapeau"
    ITEM = "item"
    LAST = "last"


class SessionKind(StrEnum):
    """What kind of session a number or year belongs to."""

    REGULAR = "regular"
    SPECIAL = "special"
    EMERGENCY = "emergency"
    YEAR = "year"


class Words:
    """How a language labels, counts, dates, ends and names; immutable."""

    def __init__(self, code: str, facts: Facts) -> None:
        self.code = code
        self.facts = facts
        self.name = facts.text("name")
        self.english_name = facts.text("english_name")
        self.locale = facts.text("locale")
        self.is_rtl = facts.flag("right_to_left")
        self.marks_before_punctuation = facts.flag("marks_before_punctuation")
        self.quotes = facts.texts("quotes")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.code!r})"

    # Labels

    def label(self, level: int, n: int, alternative: int = 0) -> str:
        """The label of the n-th paragraph at a level: `1.`, `(a)`, `5 bis.`."""
        return self._labels.label(level, n, alternative)

    def read_labels(self, text: str) -> list[Label]:
        """Every way to read the start of `text` as a label, the likeliest first."""
        return self._labels.read_labels(text)

    def heading_label(self, rank: int, n: int) -> str:
        """The label of the n-th heading of a rank, 0 the highest: `I`, `A`, `1`."""
        forms = self._headings
        form = forms[min(rank, len(forms) - 1)]
        return form.template.format(self._counting[form.series].write(n))

    def read_heading_label(self, line: str) -> tuple[int, int] | None:
        """Rank and number, if the whole line is the label of a heading.

        A letter that is also a Roman figure is read as whichever counts less.
        """
        sign = line.strip().rstrip(".")
        read = [
            (number, rank)
            for rank, form in enumerate(self._headings)
            if (number := self._counting[form.series].read_sign(sign)) is not None
        ]
        if not read:
            return None
        number, rank = min(read)
        return rank, number

    def annex_label(self, n: int, total: int) -> str:
        """The heading of the n-th of several annexes, or of the only one."""
        if total == 1:
            return self.facts.texts("labels", "annex")[0]
        series = self.facts.texts("labels", "annex_series")[0]
        return self.facts.texts("labels", "annexes")[0].format(n=self._counting[series].write(n))

    def read_annex_label(self, line: str) -> int | None:
        """The number of the annex, if the whole line is the heading of one; 1 for an only one."""
        plain = line.strip().rstrip(".:")
        if self._only_annex.read(plain) is not None:
            return 1
        found = self._annexes.read(plain)
        if found is None:
            return None
        read = [
            number
            for series in self.facts.texts("labels", "annex_series")
            if (number := self._counting[series].read_sign(found["n"].strip())) is not None
        ]
        return min(read, default=None)

    # Ends of paragraphs

    def end_mark(self, where: EndMark) -> str:
        """What ends a paragraph there, with the no-break space that goes before it."""
        return self.facts.text("ends", where.value)

    @cached_property
    def signs_held(self) -> frozenset[str]:
        """The signs that a no-break space holds to the word before them."""
        forms = (*map(self.end_mark, EndMark), *self.quotes)
        return frozenset(one[1:] for one in forms if one[0] == _NO_BREAK)

    def ends_with(self, text: str) -> str:
        """The mark at the end of the text as it stands, with the white space before it."""
        found = _ANY_END.search(text.rstrip())
        return found.group() if found else ""

    # Numbers in words

    def ordinal(self, n: int, feminine: bool = False) -> str:  # noqa: FBT001
        """The ordinal of 1 to 100 in words.

        Raises:
            ValueError: the number is not between 1 and 100.
        """
        return self._ordinals.word(n, "feminine" if feminine else "masculine")

    def ordinal_number(self, words: str) -> int | None:
        """The number that an ordinal in words stands for, in any gender and case."""
        return self._ordinals.number(words)

    # Sessions

    @staticmethod
    def is_session(number: int) -> bool:
        """Whether a session can have this number, or be named by this year."""
        return 1 <= number <= LARGEST or number >= _FIRST_YEAR

    def session_words(
        self, organ: Organ, number: int, kind: SessionKind = SessionKind.REGULAR
    ) -> str:
        """The session as the masthead prints it; a number from 1945 on is a year.

        Raises:
            ValueError: there is no such session (see `is_session`).
        """
        if number >= _FIRST_YEAR:
            return self._sessions[SessionKind.YEAR].write(year=str(number))
        ordinal = self._ordinals.word(number, self.facts.text("sessions", "form"))
        own = self.facts.has("organs", organ.value, "session")
        if own and kind is SessionKind.REGULAR:
            return self.facts.text("organs", organ.value, "session").format(n=number)
        words = self._sessions[kind].write(ordinal=ordinal)
        return words[:1].upper() + words[1:]

    def read_session(self, words: str) -> tuple[SessionKind, int] | None:
        """Kind and number (or year) of a session in the words of a masthead or of a text."""
        for kind in (SessionKind.YEAR, SessionKind.EMERGENCY, SessionKind.SPECIAL):
            number = self._session_of_kind(kind, words)
            if number is not None:
                return kind, number
        number = self._session_of_kind(SessionKind.REGULAR, words)
        return None if number is None else (SessionKind.REGULAR, number)

    def session_number(self, words: str) -> int | None:
        """The number or year of a session."""
        session = self.read_session(words)
        return None if session is None else session[1]

    def _session_of_kind(self, kind: SessionKind, words: str) -> int | None:
        found = self._sessions[kind].read(words)
        if found is None:
            return None
        if found.get("year"):
            return int(found["year"])
        if found.get("n"):
            return int(found["n"])
        return self.ordinal_number(found["ordinal"])

    # Dates

    def date_words(self, day: date) -> str:
        """The date in words, with the no-break space that print puts after the day."""
        return self.dates.write(day)

    def read_date(self, text: str) -> date | None:
        """The date, if the whole text is one."""
        return self.dates.read(text)

    def find_dates(self, text: str) -> list[tuple[int, int, date]]:
        """All dates in the text, as (start, end, date)."""
        return list(self.dates.find(text))

    # Organs

    def organ_name(self, organ: Organ) -> str:
        """The organ's name; empty for an organ that is none of the four."""
        return self._organ_fact(organ, "name")

    def parent_organ_name(self, organ: Organ) -> str:
        """The name at the top of the organ's documents: its parent's, or its own."""
        parent = self._organ_fact(organ, "parent")
        return self.organ_name(Organ(parent) if parent else organ)

    def organ_line(self, organ: Organ, has_preamble: bool = True) -> str:  # noqa: FBT001
        """The line that opens the text, with a comma if a preamble follows (rule S-03)."""
        return self._organ_fact(organ, "line" if has_preamble else "alone")

    def read_organ_line(self, line: str) -> Organ | None:
        """The organ, if the line is an organ line, with or without its comma."""
        plain = line.strip().rstrip(",，، \u00a0:：\u200e\u200f")
        return self._organ_lines.get(folded(plain).replace(" ", ""))

    def organ_gender(self, organ: Organ) -> str:
        """`feminine` or `masculine`: how participles agree with the organ."""
        return self._organ_fact(organ, "gender") or "masculine"

    def _organ_fact(self, organ: Organ, fact: str) -> str:
        return organ_fact(self.facts, organ, fact)

    @cached_property
    def look(self) -> Look:
        """How texts look in print."""
        return look_of(self.facts.table("look"))

    # What the above is made of

    @cached_property
    def dates(self) -> Dates:
        """The dates of this language."""
        facts = self.facts.table("dates")
        return Dates(
            DateWords(
                months=facts.texts("months"),
                also=facts.numbers("also"),
                first=facts.text("first"),
                day_marks=facts.texts("day_marks"),
                forms=facts.texts("forms"),
            )
        )

    @cached_property
    def figures(self) -> FigureEndings:
        """Numbers in figures with their ordinal endings."""
        facts = self.facts.table("figures")
        return FigureEndings(
            exact=facts.words("exact"),
            last=facts.words("last"),
            other=facts.text("other"),
            read=facts.texts("read"),
        )

    @cached_property
    def shapes(self) -> Mapping[str, str]:
        """What the places of wordings look like in folded text; what a date is, `dates` decides."""
        return {
            "date": r"(?=.*\d{4}).{6,60}?",
            "nth": self.figures.pattern(),
            "n": r"\d{1,3}",
            "year": r"\d{4}",
            "ordinal": r"[^\d\W].*?",
            "rest": r"[\s\S]*",
            "number": r"\d{1,4} ?\(\d{4}\)",
        }

    def wording(self, *path: str) -> Wording:
        """The wording at a path of the facts; without forms if the language has none."""
        return Wording(self.facts.texts(*path) if self.facts.has(*path) else (), self.shapes)

    @cached_property
    def _ordinals(self) -> Ordinals:
        facts = self.facts.table("ordinals")
        forms = {
            name: _ordinal_form(facts.table(name))
            for name in ("masculine", "feminine", "noun")
            if facts.has(name)
        }
        variants = [(old, new) for old, new in facts.rows("variants")]
        return Ordinals(forms, facts.numbers("also"), variants)

    @cached_property
    def _sessions(self) -> Mapping[SessionKind, Wording]:
        return {kind: self.wording("sessions", kind.value) for kind in SessionKind}

    @cached_property
    def _counting(self) -> Counting:
        facts = self.facts.table("labels")
        words = {name: facts.texts("words", name) for name in facts.keys("words")}
        words["ordinals"] = tuple(self.ordinal(n) for n in range(1, _MOST_ANNEXES + 1))
        return Counting(
            alphabet=facts.text("alphabet"),
            joint=facts.text("joint"),
            alike=facts.words("alike"),
            words=words,
        )

    @cached_property
    def _labels(self) -> Labels:
        facts = self.facts.table("labels")
        written = [
            LabelForm(one.text("form"), one.text("series"), (level,))
            for level, one in enumerate(facts.tables("written"))
        ]
        read = [
            LabelForm(one.text("form"), one.text("series"), one.levels("levels"), _part(one))
            for one in facts.tables("read")
        ]
        alternatives, also = facts.texts("alternatives"), facts.numbers("also")
        return Labels(self._counting, written, read, facts.words("signs"), alternatives, also)

    @cached_property
    def _headings(self) -> Sequence[LabelForm]:
        return [
            LabelForm(one.text("form"), one.text("series"), (rank,))
            for rank, one in enumerate(self.facts.tables("labels", "headings"))
        ]

    @cached_property
    def _only_annex(self) -> Wording:
        return Wording(self.facts.texts("labels", "annex"))

    @cached_property
    def _annexes(self) -> Wording:
        return Wording(self.facts.texts("labels", "annexes"), {"n": r"\w+(?: \w+)?"})

    @cached_property
    def _organ_lines(self) -> Mapping[str, Organ]:
        lines: dict[str, Organ] = {}
        for name in self.facts.keys("organs"):
            lone = self.facts.text("organs", name, "alone")
            lines[folded(lone).replace(" ", "")] = Organ(name)
        return lines


def _part(form: Facts) -> Part | None:
    return Part(form.text("part")) if form.has("part") else None


def _ordinal_form(facts: Facts) -> OrdinalForm:
    rounds = facts.texts("rounds")
    alone = facts.texts("alone")
    if not alone:
        alone = tuple(facts.text("compound").format(chinese_numeral(n)) for n in range(1, 101))
    return OrdinalForm(
        alone=alone,
        rounds={ten * 10: word for ten, word in enumerate(rounds, 1)},
        tens={int(ten): word for ten, word in facts.words("tens").items()},
        units=facts.texts("units"),
        compound=facts.text("compound"),
        whole={int(number): word for number, word in facts.words("whole").items()},
    )

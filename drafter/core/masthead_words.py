"""The wordings of masthead, heading of adoption, closing and vote in one language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from drafter.core.facts import Facts
from drafter.core.model import Organ
from drafter.core.phrases import Wording, folded_pattern
from drafter.core.states import states
from drafter.core.words import Words


class MastheadWords(Words):
    """A language with the set wordings of its documents.

    `issue_words` is the language in which the date of issue prints: Russian, Arabic and Chinese
    documents print it in English.
    """

    def __init__(self, code: str, facts: Facts, issue_words: Words | None) -> None:
        super().__init__(code, facts)
        self._issue_words = issue_words or self

    @property
    def united_nations(self) -> str:
        """The name at the top left."""
        return self.facts.texts("masthead", "united_nations")[0]

    def distribution(self, kind: str = "general") -> str:
        """`Distr.: General`; `kind` is general, limited or restricted."""
        return self.facts.texts("masthead", "distribution", kind)[0]

    def issue_date(self, day: date) -> str:
        """The date of issue, in the language and with the plain spaces the masthead has."""
        return self._issue_words.date_words(day).replace("\u00a0", " ")

    def read_issue_date(self, line: str) -> date | None:
        """The date of issue, in the language's own words too."""
        return self._issue_words.read_date(line) or self.read_date(line)

    def agenda_item(self, label: str, organ: Organ = Organ.GA) -> str:
        """The line of an agenda item: `Agenda item 18 (f)` from `18 (f)`; plural for `7 and 8`."""
        several = self.facts.text("masthead", "agenda_joint") in label
        own = ("organs", organ.value, "agenda_item")
        if several:
            return self._wordings["agenda_items"].write(label=label)
        if self.facts.has(*own):
            return self.wording(*own).write(label=label)
        return self._wordings["agenda_item"].write(label=label)

    def adoption_lines(
        self, organ: Organ, day: date, number: str = "", meeting: int = 0
    ) -> tuple[str, ...]:
        """The heading of an adopted text: one line, in the Security Council two.

        `number` is the Council's number with its year (`2507 (2020)`), `meeting` its meeting.
        """
        values = {"date": self.date_words(day)}
        if number:
            values["number"] = self.council_number(number)
        if meeting:
            values["nth"] = self.meeting_figures(meeting)
        lines = (line.write(**values) for line in self.adoption_wordings[organ])
        return tuple(line for line in lines if line)

    def council_number(self, number: str) -> str:
        """A Security Council number with its year: `2507 (2020)`, Chinese `2507(2020)`."""
        tight = self.facts.has("masthead", "tight_numbers")
        return number.replace(" ", "") if tight else number

    def meeting_figures(self, meeting: int) -> str:
        """A meeting's number as the heading of adoption prints it (Russian declines it)."""
        own = ("figures", "adoption")
        ending = self.facts.text(*own) if self.facts.has(*own) else None
        return f"{meeting}{ending}" if ending is not None else self.figures.write(meeting)

    def original_line(self, original: str) -> str:
        """`Original: English`, for the code of the language a document was written in."""
        name = self.facts.texts("masthead", "languages", original)[0]
        return self._wordings["original"].write(language=name)

    def original_lines(self, originals: Sequence[str]) -> tuple[str, ...]:
        """`Original: English`, then further languages by name; what is no code prints as such."""
        known = self.facts.keys("masthead", "languages")
        return tuple(
            code
            if code not in known
            else self.facts.texts("masthead", "languages", code)[0]
            if place
            else self.original_line(code)
            for place, code in enumerate(originals)
        )

    def sponsor_line(self, names: Sequence[str]) -> str:
        """The line of the sponsors of a draft: `Brazil and Chad: draft resolution`."""
        return self._wordings["draft_resolution"].write(names=self.joined_names(names))

    def joined_names(self, names: Sequence[str]) -> str:
        """Names in a row, with `and` before the last."""
        if len(names) < 2:
            return "".join(names)
        facts = self.facts.table("masthead")
        last = facts.texts("names_last")
        longer = last[-1] if len(names) > 2 else last[0]
        return facts.text("names_joint").join(names[:-1]) + longer + names[-1]

    def parted_names(self, line: str) -> tuple[str, ...]:
        """The names in a row of States, parted again; `and` inside a State's name does not part."""
        facts = self.facts.table("masthead")
        names = line.split(facts.text("names_joint"))
        for joint in facts.texts("names_last"):
            before, _, last = names[-1].rpartition(joint)
            if before and names[-1] not in self._names_with_joint:
                names[-1:] = [before, last]
                break
        return tuple(name.strip() for name in names)

    def begins_with_state(self, line: str) -> bool:
        """Whether the first words of the line are a State's name."""
        return self._state_names.match(line) is not None

    def submitted_line(self, submitter: str) -> str:
        """The line of a draft that no State sponsors: `Draft resolution submitted by the Chair`.

        A line that is one already is given back as it is.
        """
        if self.read_wording("submitted_by", submitter) is not None:
            return submitter
        return self._wordings["submitted_by"].write(submitter=submitter)

    @property
    def decision_heading(self) -> str:
        """The heading of a decision."""
        return self._wordings["decision"].write()

    @property
    def statement_heading(self) -> str:
        """The heading of a statement by the President of the Security Council."""
        return self._wordings["statement"].write()

    def closing_lines(
        self, organ: Organ, meeting: int, day: date, *, resumed: bool = False
    ) -> tuple[str, ...]:
        """The two lines under the text: meeting and date; none in the Security Council."""
        wordings = self._resumed if resumed else self._closings
        if organ not in wordings:
            return ()
        words = wordings[organ].write(nth=self.figures.write(meeting), n=str(meeting))
        return words, self.date_words(day)

    def is_resumed(self, line: str) -> bool:
        """Whether the first closing line names a resumed meeting."""
        return any(wording.read(line) is not None for wording in self._resumed.values())

    def read_meeting(self, line: str) -> int | None:
        """The meeting's number, if the line is the first closing line."""
        for wording in (*self._resumed.values(), *self._closings.values()):
            found = wording.read(line)
            if found is None:
                continue
            if found.get("ordinal"):
                return self.ordinal_number(found["ordinal"])
            figures = found.get("nth") or found.get("n") or ""
            if figures:
                return int("".join(one for one in figures if one.isdecimal()))
        return None

    def is_meeting_line(self, line: str) -> bool:
        """Whether the line is the meeting under a text, or says that none was held."""
        return self.read_meeting(line) is not None or self._no_meeting.read(line) is not None

    def is_vote_line(self, line: str) -> bool:
        """Whether the line says how the text was adopted, or opens a list of votes."""
        return any(wording.read(line) is not None for wording in self._votes)

    def read_original(self, line: str) -> str | None:
        """The code of the original language, if the line is `Original: ...`."""
        found = self._wordings["original"].read(line)
        return None if found is None else self.language_code(found["language"])

    def language_code(self, name: str) -> str | None:
        """The code of a language, from its name as mastheads print it."""
        for code, names in self._language_names.items():
            if names.read(name) is not None:
                return code
        return None

    def read_wording(self, name: str, line: str) -> Mapping[str, str] | None:
        """What stands in the places, if the line is this wording of the masthead."""
        return self._wordings[name].read(line)

    def read_distribution(self, line: str) -> str | None:
        """`general`, `limited` or `restricted`, if the line is the distribution."""
        for kind in self.facts.keys("masthead", "distribution"):
            if self.wording("masthead", "distribution", kind).read(line) is not None:
                return kind
        return None

    def read_session_dates(self, line: str) -> bool:
        """Whether the line says from when to when a session lasted."""
        return self._session_dates.read(line) is not None

    @cached_property
    def _session_dates(self) -> Wording:
        day, month = (
            rf"\d{{1,2}}(?:{folded_pattern('er')}|{folded_pattern('º')})?",
            self.dates.month_pattern,
        )
        shapes = {"day": day, "day2": day, "month": month, "month2": month, "year": r"\d{4}"}
        shapes |= self.facts.words("masthead", "shapes")
        return Wording(self.facts.texts("masthead", "session_dates"), shapes)

    @cached_property
    def _state_names(self) -> re.Pattern[str]:
        names = sorted((state.names[self.code] for state in states()), key=len, reverse=True)
        return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?![^\W\d_])")

    @cached_property
    def _names_with_joint(self) -> frozenset[str]:
        return frozenset(state.names[self.code] for state in states())

    @cached_property
    def adoption_wordings(self) -> Mapping[Organ, tuple[Wording, ...]]:
        """The lines of the heading of adoption, by organ."""
        return {
            Organ(name): tuple(
                Wording(forms, self.shapes) for forms in self.facts.rows("adoption", name)
            )
            for name in self.facts.keys("adoption")
        }

    @cached_property
    def _wordings(self) -> Mapping[str, Wording]:
        names = (
            "united_nations",
            "agenda_item",
            "agenda_items",
            "original",
            "committee",
            "draft_resolution",
            "submitted_by",
            "decision",
            "statement",
            "origin",
        )
        return {name: self.wording("masthead", name) for name in names}

    @cached_property
    def _language_names(self) -> Mapping[str, Wording]:
        codes = self.facts.keys("masthead", "languages")
        return {code: self.wording("masthead", "languages", code) for code in codes}

    @cached_property
    def _closings(self) -> Mapping[Organ, Wording]:
        return {Organ(one): self.wording("closing", one) for one in self.facts.keys("closing")}

    @cached_property
    def _resumed(self) -> Mapping[Organ, Wording]:
        return {Organ(one): self.wording("resumed", one) for one in self.facts.keys("resumed")}

    @cached_property
    def _no_meeting(self) -> Wording:
        return self.wording("masthead", "no_meeting")

    @cached_property
    def _votes(self) -> Sequence[Wording]:
        return [self.wording("votes", one) for one in self.facts.keys("votes")]

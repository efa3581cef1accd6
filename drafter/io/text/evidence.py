"""What a line's words say for it to begin a paragraph, as a score of log odds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from drafter.core.language import Label, Language
from drafter.core.model import Part
from drafter.core.openers import opener, openers
from drafter.core.patience import IsGivenUp, each, never
from drafter.io.text.labels import NEXT, Counters, Labelled
from drafter.io.text.lines import Line

_TRAILING_MARK = re.compile(
    r"(?<=[;,:.،؛。；，：)”»])\s?(?:\[\^?\d{1,3}\]|\(\d{1,3}\)|[⁰¹²³⁴-⁹]{1,3}|\d{1,3}|\*{1,3})$"
)
_STRONG_END = re.compile(r"[;.:؛。；：!?۔—][\"”»’)\]]{0,2}$|[;؛；]\s\w{1,3}$")
_WEAK_END = re.compile(r"[,،，][\"”»’)\]]{0,2}$")
_COLON_END = re.compile(r"[:：][\"”»’)\]—-]{0,2}$")
_CONTINUED_END = re.compile(r"[:;：；؛]$")
_CONTINUES = re.compile(r"[;,.:)\]»”،؛。，；：!?%]")
_BULLET = re.compile(r"[–—•·▪●-]\s")
_ANNEX_AND_TITLE = re.compile(r"(?P<label>\S.{2,24}?)\s?[–—:.-](?:\s+(?=\S)|$)")
_HEAD_LENGTH = 160

_SHORT = 45
_MOST_HEADING_LINES = 3
STRUCTURE = 12.0
_SECTION_SIGN = 6.0
_KNOWN_OPENER = 6.0
_OPENER = 3.0
_SMALL_OPENER = 2.5
_HEADING = 3.0
_NEXT_LABEL = 2.0
_OPENED_LABEL = 3.0


_T = TypeVar("_T")


@dataclass(frozen=True)
class Reader:
    """Reads single lines in a language's words; `lower_openers` if openers have small letters.

    `is_given_up` is asked before each line or paragraph that `each` hands out.
    """

    words: Language
    lower_openers: bool = False
    is_given_up: IsGivenUp = never
    _labels: dict[str, list[Label]] = field(default_factory=dict[str, list[Label]])
    _opens: dict[tuple[str, Part], bool] = field(default_factory=dict[tuple[str, Part], bool])
    _closings: dict[str, bool] = field(default_factory=dict[str, bool])
    _structures: dict[str, bool] = field(default_factory=dict[str, bool])

    def each(self, things: Iterable[_T]) -> Iterator[_T]:
        """The things, as long as the reading is not given up."""
        return each(things, self.is_given_up)

    def labels(self, text: str) -> list[Label]:
        """The readings of a label at the line's start."""
        start = text[:_HEAD_LENGTH]
        found = self._labels.get(start)
        if found is None:
            found = self._labels[start] = self.words.read_labels(start)
        return found

    def has_opener(self, text: str) -> bool:
        """Whether the line begins with an opening phrase of either part."""
        return self.opens(text, Part.PREAMBLE) or self.opens(text, Part.OPERATIVE)

    def has_known_opener(self, text: str) -> bool:
        """Whether the line begins with a phrase that official texts begin with."""
        return any(self._is_known(text, part) for part in (Part.PREAMBLE, Part.OPERATIVE))

    def _is_known(self, text: str, part: Part) -> bool:
        stretch = opener(text[:_HEAD_LENGTH], part, self.words.code)
        if stretch is None:
            return False
        words = text[stretch[0] : stretch[1]].lower().replace("'", "’").split()
        counts = openers(part, self.words.code).counts
        return any(" ".join(words[:count]) in counts for count in range(1, len(words) + 1))

    def opens(self, text: str, part: Part) -> bool:
        """Whether the line begins with an opening phrase of that part."""
        key = (text[:_HEAD_LENGTH], part)
        found = self._opens.get(key)
        if found is None:
            found = self._opens[key] = opener(key[0], part, self.words.code) is not None
        return found

    def is_closing(self, text: str) -> bool:
        """Whether the line names the meeting under a text, or says how the text was adopted."""
        if len(text) > 2 * _HEAD_LENGTH:
            return False
        found = self._closings.get(text)
        if found is None:
            found = self.words.is_meeting_line(text) or self.words.is_vote_line(text)
            self._closings[text] = found
        return found

    def is_date(self, text: str) -> bool:
        """Whether the line is a date and nothing else."""
        return len(text) < _HEAD_LENGTH and self.words.read_date(text) is not None

    def begins_with_date(self, text: str) -> bool:
        """Whether the line's first words are a date."""
        dates = self.words.find_dates(text[:_SHORT])
        return bool(dates) and dates[0][0] == 0

    def is_annex(self, text: str) -> bool:
        """Whether the line is, or begins with, the heading of an annex."""
        return self.annex_label(text) > 0

    def annex_label(self, text: str) -> int:
        """The characters that an annex's label takes at the start of the line; 0 without one.

        The title may follow on the same line, after a dash, colon or full stop.
        """
        if len(text) > 2 * _HEAD_LENGTH:
            return 0
        if self.words.read_annex_label(text) is not None:
            return len(text)
        match = _ANNEX_AND_TITLE.match(text)
        read = match and self.words.read_annex_label(match["label"])
        return match.end() if match and read is not None else 0

    def is_heading_sign(self, text: str) -> bool:
        """Whether the line is nothing but the sign of a section: `II`, `A`."""
        short = len(text) <= 6 and not text.rstrip(".)").isdecimal()
        return short and self.words.read_heading_label(text) is not None

    def read_organ(self, text: str) -> bool:
        """Whether the line is an organ line."""
        short = len(text) < _HEAD_LENGTH and not text[:1].islower()
        return short and self.words.read_organ_line(text) is not None

    def is_structure(self, text: str) -> bool:
        """Whether the line stands for itself: closing line or annex."""
        if len(text) > 2 * _HEAD_LENGTH:
            return False
        found = self._structures.get(text)
        if found is None:
            found = self.is_closing(text) or self.is_annex(text)
            self._structures[text] = found
        return found

    def may_be_heading(self, text: str) -> bool:
        """Whether a block that begins with this line may be a heading."""
        return not (text[:1].islower() or self.labels(text) or self.has_opener(text))

    def starts_clearly(self, text: str) -> bool:
        """Whether the line's words alone make it a paragraph's beginning."""
        labels = self.labels(text)
        labelled = bool(labels) and not text[labels[0].end :][:1].islower()
        return labelled or (not text[:1].islower() and self.has_opener(text))


def without_mark(text: str) -> str:
    """Without a note mark after the last sign of punctuation."""
    return _TRAILING_MARK.sub("", text[-40:])


def ends_in_mark(text: str) -> bool:
    """Whether a note mark stands after the last sign of punctuation."""
    return _TRAILING_MARK.search(text[-40:]) is not None


def ends_strongly(text: str) -> bool:
    """Whether the text ends as a paragraph may end anywhere: `;`, `.`, `:`."""
    return _STRONG_END.search(without_mark(text)) is not None


def ends_weakly(text: str) -> bool:
    """Whether the text ends in a comma."""
    return _WEAK_END.search(without_mark(text)) is not None


def ends_in_colon(text: str) -> bool:
    """Whether the text announces what follows."""
    return _COLON_END.search(without_mark(text)) is not None


def leaves_quote_open(text: str) -> bool:
    """Whether a quotation that begins in the line does not end in it."""
    return text.rfind("“") > text.rfind("”") or text.rfind("«") > text.rfind("»")


def ends_to_be_continued(text: str) -> bool:
    """Whether the text ends in `:` or `;`, after which running text goes on in small letters."""
    return _CONTINUED_END.search(without_mark(text)) is not None


@dataclass(frozen=True, slots=True)
class Place:
    """The lines around one.

    `heading_lines` counts those of a possible heading up to it, `in_list` says that the lines
    around are of all lengths.
    """

    before: Line | None
    after: Line | None
    heading_lines: int = 0
    in_list: bool = False


class Lexical:
    """The score that a line's words give."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def score(self, place: Place, line: Line, counters: Counters) -> float:
        """The log odds that `line` begins a paragraph, by words alone."""
        before = place.before
        if before is None:
            return STRUCTURE
        text = line.text
        if line.is_beside is not before.is_beside:
            return 2 * STRUCTURE
        if self._is_bare_label(before.text):
            return STRUCTURE if self._opens_row(text) else -4 * STRUCTURE
        if _CONTINUES.match(text):
            return -4 * STRUCTURE
        structure = self._score_of_structure(place, before.text, text)
        start = structure or self._score_of_start(before, text, counters)
        if not structure and self._is_heading(place, text):
            start += _HEADING
        return self._score_of_end(before.text, place) + start

    def score_after_lost_end(self, place: Place, line: Line) -> float:
        """What a label and an opener below an empty line add where the words before have no end.

        It is no measure of the page: such words are too few, and their end is a slip.
        """
        before = place.before
        if before is None or place.heading_lines or not line.blanks:
            return 0.0
        if ends_strongly(before.text) or ends_weakly(before.text):
            return 0.0
        labels = self._reader.labels(line.text)
        follows = line.text[labels[0].end :] if labels else ""
        opens = follows[:1].isupper() and self._reader.opens(follows, Part.OPERATIVE)
        return _OPENED_LABEL if opens else 0.0

    def _is_heading(self, place: Place, text: str) -> bool:
        """Whether the line alone looks like a heading between two paragraphs."""
        if place.before is None or place.after is None or not ends_strongly(place.before.text):
            return False
        short = len(text) <= _SHORT + 15 and not (ends_strongly(text) or ends_weakly(text))
        return (
            short
            and self._reader.may_be_heading(text)
            and self._reader.starts_clearly(place.after.text)
        )

    def _score_of_structure(self, place: Place, before: str, text: str) -> float:
        """The score of a line that stands for itself, or that follows one; 0 if neither does.

        An organ's name may as well be the end of a sentence that the line before leaves open.
        """
        reader = self._reader
        may_end_heading = 0 < place.heading_lines <= _MOST_HEADING_LINES
        if reader.read_organ(text) and (ends_strongly(before) or may_end_heading):
            return STRUCTURE
        if reader.read_organ(before) and place.heading_lines == 1:
            return STRUCTURE
        if reader.is_structure(text) or reader.is_structure(before):
            return STRUCTURE
        if reader.is_date(text) and reader.is_closing(before):
            return STRUCTURE
        if reader.is_heading_sign(text) or reader.is_heading_sign(before):
            return _SECTION_SIGN
        return 0.0

    def _is_bare_label(self, text: str) -> bool:
        if len(text) > 10:
            return False
        return any(label.end >= len(text) for label in self._reader.labels(text))

    def _opens_row(self, text: str) -> bool:
        """Whether the line is the first item of a paragraph that has no words of its own."""
        labels = self._reader.labels(text)
        return bool(labels) and labels[0].n == 1 and labels[0].levels[0] > 0

    @staticmethod
    def _score_of_end(text: str, place: Place) -> float:
        if ends_strongly(text):
            return 0.2
        if ends_weakly(text):
            return -0.3
        if place.in_list or 0 < place.heading_lines <= _MOST_HEADING_LINES:
            return -2.5
        return -4.9 if len(text) > _SHORT else -4.0

    def _score_of_start(self, before: Line, text: str, counters: Counters) -> float:
        labels = self._reader.labels(text)
        if labels:
            row = Labelled(labels, after_colon=ends_in_colon(before.text))
            best = counters.readings(row)[0]
            follows = text[best.label.end :]
            small = follows[:1].islower() and not self._reader.has_opener(follows)
            if best.label.part is not None:
                return -STRUCTURE if small else STRUCTURE
            sure = best.score >= NEXT and ends_strongly(before.text)
            return best.score - (0.5 if small else 0.0) + (_NEXT_LABEL if sure else 0.0)
        if _BULLET.match(text):
            return 3.5
        score = self._score_of_opener(text)
        if score:
            return score
        score = self._score_of_first_sign(text[:1])
        if leaves_quote_open(before.text):
            score += 1.5 if text[:1] in "“«" else -2.0
        elif text[:1] in "“«" and ends_strongly(before.text):
            score += 1.0
        if ends_weakly(before.text) and text[:1].isupper():
            score -= 2.0
        return score + 0.4 if score >= 0 and ends_to_be_continued(before.text) else score

    def _score_of_opener(self, text: str) -> float:
        reader = self._reader
        if not reader.has_opener(text) or (text[:1].islower() and not reader.lower_openers):
            return 0.0
        known = reader.has_known_opener(text)
        if text[:1].isupper():
            return _KNOWN_OPENER if known else _OPENER
        return _SMALL_OPENER if known else 1.0

    def _score_of_first_sign(self, sign: str) -> float:
        if sign.islower():
            return -0.5 if self._reader.lower_openers else -3.5
        if sign.isdecimal():
            return -0.2
        return 0.0 if sign.isupper() or not sign.isalpha() else -0.5

"""Joins the lines of a paragraph: white space, hyphens at line ends, words torn apart by a PDF."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from drafter.core.model import Discarded, Guess
from drafter.io.text.words import HYPHENS, KnownWords, keeps_hyphen

_H = re.escape(HYPHENS)
_WORD_BEFORE = re.compile(rf"[^\W\d_]+(?:[{_H}’'][^\W\d_]+)*$")
_WORD_AFTER = re.compile(rf"[^\W\d_]+(?:[{_H}][^\W\d_]+)*")
_CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")
_ELISION = re.compile(r"(?:^|[\s«“(’'])(?:[^\W\d_]|\w{0,5}qu)[’']$", re.IGNORECASE)
_HIGH_MARK = re.compile(r"[;:!?»]")
_TORN = re.compile(
    rf"(?<![\w{_H}’'])(?P<a>[^\W\d_]+(?:[{_H}][^\W\d_]+)*) "
    rf"(?=(?P<b>[{_H}]?[^\W\d_]+(?:[{_H}][^\W\d_]+)*|[’']s)(?![\w{_H}’']))"
)
_DASH = " - "
_MARK_APART = re.compile(r"\w\s[;:](?=\s|$)")
_MARK_CLOSE = re.compile(r"\w[;:](?=\s|$)")
_TWO_WORDS = re.compile(r"(?<!\w)(?P<a>[^\W\d_]{2,30})(?= (?P<b>[^\W\d_]{2,30}))")
_LONGEST_WORD = 60
_LONGEST_CONJUNCTION = 3
_MANY = 3
_SHORTEST_FULL = 30
_FEWEST_FULL = 20
_WIDEST = 130
_OVERLONG = 1.2
_MOST_OVERLONG = 4.5
_SURE = 0.9
SOFT_HYPHEN = "\u00ad"
HYPHEN_DROPPED = "hyphen at a line end"


@dataclass(frozen=True, slots=True)
class Joined:
    """Words of several lines in one row; `starts` are the places where each line begins."""

    plain: str
    starts: tuple[int, ...]
    lines: tuple[int, ...]
    discarded: tuple[Discarded, ...] = ()
    guesses: tuple[Guess, ...] = ()

    def line_at(self, place: int) -> int:
        """The source line of the character at `place`."""
        if not self.lines:
            return 0
        return self.lines[max(0, bisect_right(self.starts, place) - 1)]


class Joiner:
    """Joins lines by the words that the text and its language know.

    `quotes` are the language's marks of quotation, opening and closing by turns.
    """

    def __init__(self, words: KnownWords, lines: Sequence[str], quotes: Sequence[str]) -> None:
        self._words = words
        self._lines = lines
        self._openers = {*"([/", *quotes[::2]}
        self._closers = {*",.)]、，。；：》」؛،…", *quotes[1::2]} - {"»"}
        self._has_dashes = any(_DASH in line for line in lines)
        self._high_marks_apart = sets_high_marks_apart(lines)
        self._width = _width_of_seams(lines)

    @cached_property
    def _tears_words(self) -> bool:
        """Whether words are torn in many places, so that `a iming` is one too."""
        torn = (
            match
            for line in self._lines
            for match in _TORN.finditer(line)
            if min(len(match["a"]), len(match["b"])) > 1
            and match["b"][0] not in HYPHENS
            and self._is_torn(match["a"], match["b"])
        )
        return len(list(islice(torn, _MANY))) == _MANY

    def joined(self, pieces: Iterable[tuple[str, int]]) -> Joined:
        """The lines' words, `pieces` with their line numbers, in one row."""
        rows: list[str] = []
        starts: list[int] = []
        lines: list[int] = []
        discarded: list[Discarded] = []
        guesses: list[Guess] = []
        length = 0
        for text, line in pieces:
            mended = self._mended(text, line, guesses)
            if rows:
                kept, space = self._joint(rows[-1], mended, lines[-1], discarded, guesses)
                length += len(kept) + len(space) - len(rows[-1])
                rows[-1] = kept + space
            rows.append(mended)
            starts.append(length)
            lines.append(line)
            length += len(mended)
        plain = "".join(rows)
        if plain.endswith(SOFT_HYPHEN):
            discarded.append(Discarded(SOFT_HYPHEN, "soft hyphen", lines[-1]))
            plain = plain[:-1]
        return Joined(plain, tuple(starts), tuple(lines), tuple(discarded), tuple(guesses))

    def _joint(
        self, before: str, after: str, line: int, discarded: list[Discarded], guesses: list[Guess]
    ) -> tuple[str, str]:
        """What is kept of the line before, and what stands between the two."""
        if before.endswith(SOFT_HYPHEN):
            discarded.append(Discarded(SOFT_HYPHEN, HYPHEN_DROPPED, line))
            return before[:-1], ""
        if before.endswith(tuple(HYPHENS)):
            return self._joint_at_hyphen(before, after, line, discarded, guesses)
        return before, self._space(before, after)

    def _joint_at_hyphen(
        self, before: str, after: str, line: int, discarded: list[Discarded], guesses: list[Guess]
    ) -> tuple[str, str]:
        stem = before[:-1].rstrip()
        first, second = _WORD_BEFORE.search(stem[-_LONGEST_WORD:]), _WORD_AFTER.match(after)
        if first is None or second is None:
            alone = not stem or (before[-2:-1].isspace() and not stem[-1:].isalnum())
            return before, " " if alone or not after[:1].isalnum() else ""
        if before[-2:-1].isspace() and self._has_dashes:
            known = self._words.knows_compound(first.group(), second.group())
            return (stem + before[-1], "") if known else (before, " ")
        if before[-1] == "‑":
            return stem + "‑", ""
        if self._is_suspended(first.group(), second.group()):
            return before, " "
        keeps, confidence = keeps_hyphen(first.group(), second.group(), self._words)
        if confidence < _SURE:
            source = f"{first.group()}{before[-1]}{second.group()}"
            detail = "kept" if keeps else "dropped"
            guesses.append(Guess("hyphen", None, detail, confidence, line, source))
        if keeps:
            return stem + before[-1], ""
        discarded.append(Discarded(before[-1], HYPHEN_DROPPED, line))
        return stem, ""

    def _is_suspended(self, first: str, second: str) -> bool:
        """Whether the hyphen waits for a later word: `low-` / `and middle-income`."""
        words = self._words
        short = len(second) <= _LONGEST_CONJUNCTION and second.islower()
        return (
            short
            and words.in_language(second)
            and not words.knows_compound(first, second)
            and not words.knows(first + second)
        )

    def _space(self, before: str, after: str) -> str:
        is_opened = before[-1:] in self._openers and not before[-2:-1].isalnum()
        if after[:1] in self._closers or is_opened or before.endswith("/"):
            return ""
        if _HIGH_MARK.match(after) or before.endswith("«"):
            return " " if self._high_marks_apart else ""
        if _CJK.match(after) or _CJK.match(before[-1:]):
            return ""
        return "" if after[:1].isalnum() and _ELISION.search(before[-10:]) else " "

    def _mended(self, text: str, line: int, guesses: list[Guess]) -> str:
        """The line with words whole that a PDF set apart: `high -level`, `framew ork`."""
        if not self._words.has_list():
            return text

        def whole(match: re.Match[str]) -> str:
            if not self._is_torn(match["a"], match["b"]):
                return match.group()
            word = match["a"] + match["b"]
            guesses.append(Guess("torn word", None, word, 0.85, line, f"{match['a']} {match['b']}"))
            return match["a"]

        mended = _TORN.sub(whole, text)
        return self._with_lost_hyphens(mended, line, guesses) if self._width else mended

    def _with_lost_hyphens(self, text: str, line: int, guesses: list[Guess]) -> str:
        """The line with the hyphen that stood where two lines were made one."""
        found = [
            (match.start() + cut, match.start() + cut)
            for match in _WORD_AFTER.finditer(text)
            if (cut := self._cut_of_compound(match.group()))
        ]
        found.extend(self._parted_compounds(text, [place for place, _ in found]))
        for place, after in sorted(found, reverse=True):
            source = text[max(0, place - 20) : after + 20]
            guesses.append(Guess("lost hyphen", None, "-", 0.7, line, source))
            text = f"{text[:place]}-{text[after:]}"
        return text

    def _cut_of_compound(self, word: str) -> int:
        """Where an unknown word falls into a known compound: `seventy-fourth`; 0 if nowhere."""
        words = self._words
        if len(word) > _LONGEST_WORD or words.in_language(word):
            return 0
        cuts = range(2, len(word) - 1)
        return next((cut for cut in cuts if words.knows_compound(word[:cut], word[cut:])), 0)

    def _parted_compounds(self, text: str, found: Sequence[int]) -> list[tuple[int, int]]:
        """In an overlong line the known compounds next to the places where it would have ended."""
        if not self._width * _OVERLONG < len(text) < self._width * _MOST_OVERLONG:
            return []
        places: list[tuple[int, int]] = []
        for seam in range(1, max(2, round(len(text) / self._width))):
            end = self._width * seam
            first, last = int(end - self._width * 0.4), int(end + self._width * 0.12)
            if any(first <= place <= last for place in found):
                continue
            pairs = [
                (abs(match.end("a") - end), match.end("a"), match.start("b"))
                for match in _TWO_WORDS.finditer(text, first, min(len(text), last + 30))
                if match.end("a") <= last and self._words.knows_compound(match["a"], match["b"])
            ]
            places.extend([min(pairs)[1:]] if pairs else [])
        return places

    def _is_torn(self, first: str, second: str) -> bool:
        if second[0] in "’'":
            return True
        words = self._words
        whole = first + second
        known = words.in_language(whole) or words.own(whole) > 1
        if second[0] in HYPHENS:
            return known or (not self._has_dashes and self._tears_words)
        if not known:
            return False
        pieces = sorted((first, second), key=len)
        if not second[0].islower() or all(self._is_word(one) for one in pieces):
            return False
        letter, other = pieces
        if len(letter) > 1 or (len(other) < 3 and not words.in_language(letter)):
            return True
        torn = not self._is_word(other) and len(other) > 1
        return torn and (not words.in_language(letter) or (len(other) > 3 and self._tears_words))

    def _is_word(self, piece: str) -> bool:
        """Whether a piece stands for itself: a word of the language, or one used more than once."""
        words = self._words
        return words.in_language(piece) or (len(piece) > 1 and words.own(piece) > 1)


def _width_of_seams(lines: Sequence[str]) -> float:
    """The width of full lines in a text that lost its hyphens at line ends; 0 in others.

    pdftotext takes a hyphen away and puts the next line on the same one, so that no line ends in a
    hyphen and some are twice as long as the rest.
    """
    lengths = sorted(len(line) for line in lines if len(line) >= _SHORTEST_FULL)
    if len(lengths) < _FEWEST_FULL or any(line.endswith(tuple(HYPHENS)) for line in lines):
        return 0.0
    width = lengths[int(len(lengths) * 0.8)]
    return float(width) if width <= _WIDEST and lengths[-1] > width * _OVERLONG else 0.0


def sets_high_marks_apart(lines: Iterable[str]) -> bool:
    """Whether the text sets a space before `;` and `:` more often than none."""
    apart = close = 0
    for line in lines:
        apart += len(_MARK_APART.findall(line))
        close += len(_MARK_CLOSE.findall(line))
    return apart > close

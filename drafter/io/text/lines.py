"""The characters of a pasted text, and its lines: decoding, what cannot print, white space.

Nothing here knows what a resolution is. Every line keeps the number it has in the source, and every
character that is taken out is handed on as a `Discarded`.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from drafter.core.errors import ReadError
from drafter.core.model import Discarded, Guess

LARGEST_BYTES = 8 * 1024 * 1024
"""The longest official text is under 2 MB; eight are some four thousand pages."""

MOST_LINES = 40_000
"""The longest official text has some ten thousand when wrapped."""

_MARKS_OF_ORDER = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_NEW_LINE_NUMBER = {"\r\n", "\n", "\r"}
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\ufeff\ufffe\uffff\ud800-\udfff]")
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_GAPS = re.compile(r"[^\S\u00a0\u202f\u2007]{2,}|[\t\u3000]|\s{2,}")
_CELL_GAP = re.compile(r"\s{3,}|\t")
_QUOTED = re.compile(r"^[ \t]{0,3}(?:>[ \t\u00a0]?)+", re.MULTILINE)
_LINE_OF_WORDS = re.compile(r"^.*\w.*$", re.MULTILINE)
_FEWEST_QUOTED = 3
_TAB_WIDTH = 8
QUOTE_SIGN = "sign of a quoted message"
SOFT_HYPHEN = "soft hyphen"
NOT_PRINTED = "character that does not print"


@dataclass(frozen=True)
class Line:
    """A line that is not empty.

    `number` counts from 1 as an editor does; `text` has single spaces and none at the ends;
    `indent` counts the columns before it, `blanks` the empty lines; `new_page` says that a form
    feed stands before it; `raw` is the line as it was; `is_beside` says that the line stands
    outside the message that most of the text quotes.
    """

    number: int
    text: str
    indent: int = 0
    blanks: int = 0
    new_page: bool = False
    raw: str = ""
    is_beside: bool = False

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """The stretches that wide gaps set apart, as in a page header."""
        pieces = (spaced(cell) for cell in _CELL_GAP.split(self.raw or self.text))
        return tuple(piece for piece in pieces if piece)


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of a text, and what was taken out of it on the way."""

    lines: tuple[Line, ...]
    discarded: tuple[Discarded, ...] = ()
    guesses: tuple[Guess, ...] = ()


def decoded(content: bytes) -> tuple[str, tuple[Guess, ...]]:
    """The characters of a file in UTF-8, UTF-16 (with its mark) or, as a guess, cp1252.

    Raises:
        ReadError: too long, empty, not text, or in none of these encodings.
    """
    if len(content) > LARGEST_BYTES:
        megabytes = len(content) / 1024 / 1024
        raise ReadError(
            f"The text is {megabytes:.0f} MB long, and no resolution is longer than "
            f"{LARGEST_BYTES // 1024 // 1024} MB: import the part of it that you need."
        )
    text, guesses = _decoded(content)
    binary = _BINARY.search(text)
    if binary:
        line = text.count("\n", 0, binary.start()) + 1
        raise ReadError(
            f"The file is not plain text (a control character in line {line}): "
            "save it as text in UTF-8 first."
        )
    if not text.strip("\ufeff \t\r\n\f\v\u00a0"):
        raise ReadError("The file holds no text: choose another one.")
    return text, guesses


def _decoded(content: bytes) -> tuple[str, tuple[Guess, ...]]:
    for mark, encoding in _MARKS_OF_ORDER:
        if content.startswith(mark):
            try:
                return content.decode(encoding), ()
            except UnicodeDecodeError as error:
                raise _undecodable(content, error) from error
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        try:
            text = content.decode("cp1252")
        except UnicodeDecodeError:
            raise _undecodable(content, error) from error
    return text, (Guess("encoding", detail="cp1252", confidence=0.7),)


def _undecodable(content: bytes, error: UnicodeDecodeError) -> ReadError:
    line = content.count(b"\n", 0, error.start) + 1
    return ReadError(
        f"Line {line} holds bytes that are no text in UTF-8, UTF-16 or cp1252: "
        "save the file as text in UTF-8 first."
    )


def source(text: str) -> Source:
    """The lines of the text, cleaned of what cannot print.

    Raises:
        ReadError: there are more than `MOST_LINES` that are not empty.
    """
    discarded: list[Discarded] = []
    lines: list[Line] = []
    quotes, is_quotation = _quotes(text)
    number, blanks, new_page, start = 1, 0, False, 0
    for stop, following, sign in _line_ends(text):
        if len(lines) > MOST_LINES:
            raise ReadError(
                f"The text has more than {MOST_LINES} lines, which no resolution has: "
                "import the part of it that you need."
            )
        raw = _without_unseen(text[start:stop], number, discarded)
        quoted = _QUOTED.match(raw) if quotes else None
        if quoted is not None:
            discarded.append(Discarded("".join(quoted[0].split()), QUOTE_SIGN, number))
            raw = raw[quoted.end() :]
        clean = spaced(raw)
        if clean:
            beside = is_quotation and quoted is None
            lines.append(Line(number, clean, _indent(raw), blanks, new_page, raw, beside))
            blanks, new_page = 0, False
        elif sign in _NEW_LINE_NUMBER:
            blanks += 1
        new_page = new_page or sign == "\f"
        number += sign in _NEW_LINE_NUMBER
        start = following
    return Source(tuple(lines), tuple(discarded))


def _quotes(text: str) -> tuple[bool, bool]:
    """Whether `>` marks lines of a message that is quoted, and whether most lines are marked."""
    signs = len(_QUOTED.findall(text))
    if signs < _FEWEST_QUOTED:
        return False, False
    return True, 2 * signs > len(_LINE_OF_WORDS.findall(text))


def _line_ends(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each line stops, where the next begins, and the sign between them."""
    for end in _LINE_END.finditer(text):
        yield end.start(), end.end(), end.group()
    yield len(text), len(text), ""


def spaced(text: str) -> str:
    """With single spaces inside (a single no-break space stays one) and none at the ends."""
    return _GAPS.sub(" ", text).strip()


def _indent(raw: str) -> int:
    lead = raw[: len(raw) - len(raw.lstrip())]
    return len(lead.expandtabs(_TAB_WIDTH))


def _without_unseen(raw: str, number: int, discarded: list[Discarded]) -> str:
    """Without controls, soft hyphens and lone surrogates; a soft hyphen at the end stays."""
    if not _UNSEEN.search(raw):
        return raw
    body = raw.rstrip()
    kept_end = "\u00ad" if body.endswith("\u00ad") else ""
    inner = body[: len(body) - len(kept_end)]
    dropped = _UNSEEN.findall(inner)
    for why in (SOFT_HYPHEN, NOT_PRINTED):
        names = "".join(_name(one) for one in dropped if (one == "\u00ad") is (why == SOFT_HYPHEN))
        if names:
            discarded.append(Discarded(names, why, number))
    return _UNSEEN.sub("", inner) + kept_end


def _name(sign: str) -> str:
    return f"U+{ord(sign):04X} " if unicodedata.category(sign) in {"Cs", "Cc"} else sign

"""The head of the document: masthead, number, title and organ line, and what they tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.core.language import Language
from drafter.core.model import DocumentKind, Masthead, Organ
from drafter.core.telling import tell_kind, tell_organ
from drafter.io.text.evidence import Reader, ends_strongly, ends_weakly
from drafter.io.text.lines import Line

_NUMBER = re.compile(
    r"(?P<number>(?:[A-Z]{1,3}[-‐‑]\s?)?\d{1,4}/\d{1,4}(?:[ \u00a0][A-Z](?:[-–][A-Z])?(?=[.\s]))?"
    r"|\d{1,4}[ \u00a0]?\(\d{4}\))(?P<stop>\s?[.．:]?)(?:\s+(?=\S)|$)"
)
_COUNCIL_NUMBER = re.compile(r"\d{1,4}[ \u00a0]?\(\d{4}\)")
_LONGEST_HEAD = 80
_LONGEST_TITLE = 12
_LONG = 60


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the text; `body` is the index of the first line after it.

    `title` and `organ_line` are lines; `stop` is the full stop after the number and where it stood.
    """

    masthead: Masthead
    kind: DocumentKind
    organ: Organ
    is_organ_told: bool = True
    number: str = ""
    stop: tuple[str, int] | None = None
    title: tuple[Line, ...] = ()
    organ_line: Line | None = None
    body: int = 0


def head(lines: Sequence[Line], words: Language, reader: Reader) -> Head:
    """The head of the document, as far as there is one."""
    organ_at = _organ_line(lines, reader)
    end = _end_without_organ(lines, reader) if organ_at is None else organ_at
    masthead, fields = words.read_masthead([_as_set(line) for line in lines[:end]])
    taken = {index for index, _ in fields}
    number_at = _number_line(lines, end, taken)
    title_from = number_at if number_at is not None else _title_without_number(lines, end, taken)
    title = list(lines[title_from:end])
    number, stop = "", None
    if number_at is not None:
        number, stop, title[0] = _split_number(title[0])
    council = next((lines[index].text for index, name in fields if name == "number"), "")
    told = tell_organ("\n".join(line.text for line in lines[: 2 * _LONGEST_HEAD]), words.code)
    return Head(
        masthead=replace(masthead, printed=tuple(line.text for line in lines[:title_from])),
        kind=tell_kind(masthead, (name for _, name in fields)),
        organ=told or Organ.GA,
        is_organ_told=told is not None,
        number=number or _council_number(council),
        stop=stop,
        title=tuple(line for line in title if line.text),
        organ_line=None if organ_at is None else lines[organ_at],
        body=end if organ_at is None else organ_at + 1,
    )


def _as_set(line: Line) -> str:
    """The line with its wide gaps, which set two things on one line apart."""
    return (line.raw or line.text).strip()


def _council_number(line: str) -> str:
    match = _COUNCIL_NUMBER.search(line)
    return match.group() if match else ""


def _organ_line(lines: Sequence[Line], reader: Reader) -> int | None:
    """The line that opens the text: an organ's name that is not followed by more masthead."""
    found = [
        index
        for index, line in enumerate(lines[: _LONGEST_HEAD * 2])
        if reader.read_organ(line.text)
    ]
    for index in found:
        if ends_weakly(lines[index].text):
            return index
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        is_paragraph = len(following) > _LONG or ends_weakly(following) or ends_strongly(following)
        begins = reader.has_opener(following) or reader.starts_clearly(following)
        if (is_paragraph or begins) and not _reads_masthead(following, reader):
            return index
    return found[-1] if found and found[-1] + 1 == len(lines) else None


def _reads_masthead(text: str, reader: Reader) -> bool:
    return reader.words.read_distribution(text) is not None or bool(_NUMBER.match(text))


def _end_without_organ(lines: Sequence[Line], reader: Reader) -> int:
    """Where the head ends in a text without an organ line."""
    above = [_as_set(line) for line in lines[:_LONGEST_HEAD]]
    _, fields = reader.words.read_masthead(above)
    taken = {index for index, _ in fields}
    end = 0
    while end in taken:
        end += 1
    if end < len(lines) and _NUMBER.match(lines[end].text):
        end += 1
        while end < min(len(lines), _LONGEST_TITLE) and not _begins_text(lines, end, reader):
            end += 1
    return end


def _begins_text(lines: Sequence[Line], index: int, reader: Reader) -> bool:
    text = lines[index].text
    return bool(
        reader.starts_clearly(text)
        or lines[index].blanks
        or len(text) > 2 * _LONG
        or ends_weakly(text)
        or ends_strongly(text)
    )


def _number_line(lines: Sequence[Line], end: int, taken: set[int]) -> int | None:
    for index in range(end - 1, max(-1, end - 1 - _LONGEST_TITLE), -1):
        if index not in taken and _NUMBER.match(lines[index].text):
            return index
    return None


def _title_without_number(lines: Sequence[Line], end: int, taken: set[int]) -> int:
    start = end
    while start > 0 and start - 1 not in taken and end - start < _LONGEST_TITLE:
        if _ends_other_words(lines[start - 1], lines[start]):
            break
        start -= 1
    return start


def _ends_other_words(above: Line, below: Line) -> bool:
    """Whether the words above, of a message or a sentence that is over, are no title."""
    if above.is_beside is not below.is_beside:
        return True
    return below.blanks > 0 and (ends_strongly(above.text) or ends_weakly(above.text))


def _split_number(line: Line) -> tuple[str, tuple[str, int] | None, Line]:
    match = _NUMBER.match(line.text)
    if match is None:
        return "", None, line
    rest = line.text[match.end() :]
    stop = match["stop"].strip()
    return match["number"], (stop, line.number) if stop else None, replace(line, text=rest)

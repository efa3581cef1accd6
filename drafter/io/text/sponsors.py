"""The notes that say for whom the sponsors of a draft speak: `* On behalf of ...`.

They hang on a name in the masthead, not on the text, and stand at the foot of the first page or
below everything. Their lines stay among those of the masthead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from drafter.core.model import Masthead
from drafter.io.text.evidence import ends_strongly
from drafter.io.text.lines import Line
from drafter.io.text.notes import is_rule, note_start

_MOST_LINES = 6


def sponsor_notes(
    masthead: Masthead, lines: Sequence[Line], body: int
) -> tuple[Masthead, Sequence[int]]:
    """The masthead with those for whom its sponsors speak, and the indexes of lines that say so."""
    stars = _stars(masthead)
    said: dict[str, str] = {}
    taken: list[int] = []
    for index in range(body, len(lines)):
        start = note_start(lines[index].text) if stars else None
        if start is None or not start.rest or start.sign not in stars.values():
            continue
        if start.sign not in said:
            place = range(index, _end(lines, index))
            said[start.sign] = " ".join([start.rest, *(lines[one].text for one in place[1:])])
            taken.extend(place)
    sponsors = tuple(
        replace(one, on_behalf_of=said.get(stars.get(one.name, ""), one.on_behalf_of))
        for one in masthead.sponsors
    )
    printed = (*masthead.printed, *(lines[index].text for index in taken))
    return replace(masthead, sponsors=sponsors, printed=printed), taken


def _stars(masthead: Masthead) -> Mapping[str, str]:
    """The stars at each sponsor's name as the masthead printed them."""
    printed = " ".join(masthead.printed)
    found = (
        (one.name, re.search(rf"{re.escape(one.name)}[,،、]?(\*{{1,3}})", printed))
        for one in masthead.sponsors
    )
    return {name: match[1] for name, match in found if match is not None}


def _end(lines: Sequence[Line], index: int) -> int:
    """Where the note that begins at a line ends."""
    stop = index + 1
    while stop < min(len(lines), index + _MOST_LINES):
        line = lines[stop]
        if (
            line.blanks
            or line.new_page
            or is_rule(line.text)
            or ends_strongly(lines[stop - 1].text)
        ):
            break
        stop += 1
    return stop

"""What every command says, and how: exit statuses, complaints, lines and JSON."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
from collections.abc import Iterable
from typing import NoReturn, TextIO

FINE, FINDINGS, USAGE, UNREADABLE, FAILED = range(5)
STANDARD = "-"

_PLAIN_WIDTH = 100

_CONTROLS = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)])
"""Characters that could command a terminal; printed text is without them."""

_UNDECODED = re.compile("[\udc80-\udcff]+")


def complain(sentence: str, status: int) -> int:
    """Says it on the standard error; gives the status."""
    words = readable(" ".join(sentence.split()).translate(_CONTROLS))
    print(f"drafter: {words}", file=sys.stderr)
    return status


def later(what: str) -> int:
    """Says that something is not there yet."""
    return complain(f"{what} is not there yet; see --help.", USAGE)


def misused(sentence: str) -> NoReturn:
    """Says what was wrong with the arguments, and stops."""
    raise SystemExit(complain(sentence, USAGE))


def readable(words: str) -> str:
    """With the bytes of names that the locale could not decode as the UTF-8 they mostly are."""
    return _UNDECODED.sub(
        lambda found: (
            found[0].encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        ),
        words,
    )


def print_lines(lines: Iterable[str], stream: TextIO | None = None) -> None:
    """Prints them, without what could command a terminal."""
    for line in lines:
        print(line.translate(_CONTROLS), file=stream)


def print_json(value: object) -> None:
    """Prints one JSON object."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def show(options: argparse.Namespace, value: object, lines: Iterable[str]) -> None:
    """Prints what was found, as it was asked for: the JSON or the lines."""
    if options.json:
        print_json(value)
    else:
        print_lines(lines)


def width() -> int:
    """How many places a line may take."""
    if not sys.stdout.isatty():
        return _PLAIN_WIDTH
    return max(40, shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns)

"""Reads the arguments, runs one command, and gives its exit status.

Never loads Qt, and loads the rest when a command needs it: the start counts in every run. Exit
statuses: 0 fine, 1 findings, 2 wrong usage or not there yet, 3 a file that cannot be read, 4 any
other known error.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from drafter.cli.commands import COMMANDS, parser
from drafter.cli.output import FAILED, FINE, UNREADABLE, USAGE, complain
from drafter.core.errors import DrafterError, ReadError

_LATER = {"--self-test"}

_BARE_WORD = re.compile(r"[\w-]{0,30}")
"""What may be a command with a slip of the finger: no folder, no suffix."""


def main(arguments: Sequence[str]) -> int:
    """Runs a command; gives the exit status."""
    _open_closed_outputs()
    _speak_utf8()
    if arguments and arguments[0] in _LATER:
        return complain(f"“{arguments[0]}” is not there yet; see drafter --help.", USAGE)
    try:
        options = parser().parse_args(arguments)
        status = options.run(options)
        sys.stdout.flush()
    except SystemExit as stop:
        status = stop.code if isinstance(stop.code, int) else USAGE
    except ReadError as error:
        status = complain(error.user_text(), UNREADABLE)
    except DrafterError as error:
        status = complain(error.user_text(), FAILED)
    except BrokenPipeError:
        _close_output()
        status = FINE
    except KeyboardInterrupt:
        status = complain("stopped.", FAILED)
    except MemoryError:
        status = complain("the computer's memory is full; close other programs.", FAILED)
    except OSError as error:
        _close_output()
        status = complain(f"{error.strerror or error}; nothing more was written.", FAILED)
    return status


def is_command(arguments: Sequence[str]) -> bool:
    """Whether the arguments ask for a command or an option, not for the window.

    A bare word that is no file is taken for a command too: the window would only show its name.
    """
    if not arguments:
        return False
    first = arguments[0]
    if first in {*COMMANDS, *_LATER} or first.startswith("-"):
        return True
    return bool(_BARE_WORD.fullmatch(first)) and not (first and Path(first).exists())


def say_no_display() -> int:
    """What is said in the place of the window where there is no screen for it."""
    commands = ", ".join(COMMANDS)
    return complain(f"no display for the window; use a command: {commands} (--help).", FAILED)


def _open_closed_outputs() -> None:
    """Where the caller closed an output (`>&-`), Python has none: what is said goes nowhere.

    Before any other file is opened: it would take the closed one's place, and get what is said.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w"))  # noqa: PTH123, SIM115  # a device


def _speak_utf8() -> None:
    """UTF-8 whatever the locale; half characters, which UTF-8 has no form for, as escapes."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _close_output() -> None:
    """So that Python does not complain at its end of what could not be written."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123  # a device
        os.dup2(nowhere.fileno(), sys.stdout.fileno())

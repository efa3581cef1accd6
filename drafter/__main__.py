"""Decides between the window and the command line.

A command never loads Qt, and the window none of the commands: the start counts in every run.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path


def main() -> int:
    """Runs the program; gives the exit status."""
    if getattr(sys, "frozen", False):
        # A bundle starts itself anew for work on the corpus: such a process goes no further.
        from multiprocessing import freeze_support  # noqa: PLC0415

        freeze_support()
    arguments = sys.argv[1:]
    if not _are_files(arguments):
        from drafter import cli  # noqa: PLC0415

        if cli.is_command(arguments):
            return cli.main(arguments)
    from drafter.display import has_display  # noqa: PLC0415

    if not has_display():
        from drafter import cli  # noqa: PLC0415

        return cli.say_no_display()
    gc.disable()  # what is loaded stays; `run` lets it collect again
    # PySide reads the source of every module that is imported after it: first what needs no Qt.
    from drafter.ui.desk import run  # noqa: PLC0415

    return run(arguments)


def _are_files(arguments: Sequence[str]) -> bool:
    """Whether it is plain without loading the commands that none is meant: they have no suffix."""
    if not arguments:
        return True
    first = arguments[0]
    return not first.startswith("-") and bool(Path(first).suffix) and Path(first).is_file()


if __name__ == "__main__":
    sys.exit(main())

"""Decides between the window and the command line.

A command never loads Qt, and the window none of the commands: the start counts in every run.
"""

from __future__ import annotations

import builtins
import gc
import sys
from collections.abc import Callable, Sequence
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
    return window_program()(arguments)


def window_program() -> Callable[[Sequence[str]], int]:
    """Loads Qt and what the first window needs; what runs it on the files named."""
    gc.disable()  # what is loaded stays; `run` lets it collect again
    # PySide puts an import of its own in the place of Python's, which reads the source of every
    # module, in case `from __feature__ import` stands in it; it does nowhere here.
    plain_import = builtins.__import__
    import PySide6.QtCore  # noqa: F401, PLC0415

    builtins.__import__ = plain_import
    from drafter.ui.desk import run  # noqa: PLC0415

    return run


def _are_files(arguments: Sequence[str]) -> bool:
    """Whether it is plain without loading the commands that none is meant: they have no suffix."""
    if not arguments:
        return True
    first = arguments[0]
    return not first.startswith("-") and bool(Path(first).suffix) and Path(first).is_file()


if __name__ == "__main__":
    sys.exit(main())

"""Decides between the window and the command line."""

from __future__ import annotations

import sys

from drafter import cli


def main() -> int:
    """Runs the program; gives the exit status."""
    arguments = sys.argv[1:]
    if cli.is_command(arguments):
        return cli.main(arguments)
    if not cli.has_display():
        return cli.say_no_display()
    # Inline: a command never loads Qt.
    from drafter.ui.desk import run  # noqa: PLC0415

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())

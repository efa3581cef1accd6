"""Decides between the window and the command line."""

from __future__ import annotations

import sys

from drafter import cli


def main() -> int:
    """Runs the program; gives the exit status."""
    arguments = sys.argv[1:]
    return cli.main(arguments) if cli.is_command(arguments) else cli.say_no_window()


if __name__ == "__main__":
    sys.exit(main())

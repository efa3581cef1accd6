"""The command line; never Qt. One module a command; `program` runs the one that is asked for."""

from drafter.cli.output import FAILED, FINDINGS, FINE, UNREADABLE, USAGE
from drafter.cli.program import is_command, main, say_no_display

__all__ = [
    "FAILED",
    "FINDINGS",
    "FINE",
    "UNREADABLE",
    "USAGE",
    "is_command",
    "main",
    "say_no_display",
]

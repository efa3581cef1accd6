"""The commands of the command line: reads the arguments, runs one, prints text or JSON.

Never loads Qt, and loads the rest when a command needs it: the start counts in every run. Exit
statuses: 0 fine, 1 findings, 2 wrong usage or not there yet, 3 a file that cannot be read, 4 any
other known error.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from drafter import __version__
from drafter.cli_corpus import add_commands
from drafter.core.errors import DrafterError, ReadError
from drafter.core.language import LANGUAGES

if TYPE_CHECKING:
    from drafter.check.rule import Rule
    from drafter.core.model import Resolution

    # argparse has no public name for what `add_subparsers` gives.
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001

FINE, FINDINGS, USAGE, UNREADABLE, FAILED = range(5)
STANDARD = "-"

_LATER = {"--self-test"}
_LATER_SUFFIXES = {".pdf", ".xml"}
_PLAIN_WIDTH = 100
_CONTROLS = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)])
"""Characters that could command a terminal; printed text is without them."""
_BARE_WORD = re.compile(r"[\w-]{0,30}")
"""What may be a command with a slip of the finger: no folder, no suffix."""
_UNDECODED = re.compile("[\udc80-\udcff]+")


def main(arguments: Sequence[str]) -> int:
    """Runs a command; gives the exit status."""
    _open_closed_outputs()
    _speak_utf8()
    if arguments and arguments[0] in _LATER:
        return _complain(f"“{arguments[0]}” is not there yet; see drafter --help.", USAGE)
    try:
        options = _parser().parse_args(arguments)
        status = options.run(options)
        sys.stdout.flush()
    except SystemExit as stop:
        status = stop.code if isinstance(stop.code, int) else USAGE
    except ReadError as error:
        status = _complain(error.user_text(), UNREADABLE)
    except DrafterError as error:
        status = _complain(error.user_text(), FAILED)
    except BrokenPipeError:
        _close_output()
        status = FINE
    except KeyboardInterrupt:
        status = _complain("stopped.", FAILED)
    except MemoryError:
        status = _complain("the computer's memory is full; close other programs.", FAILED)
    except OSError as error:
        _close_output()
        status = _complain(f"{error.strerror or error}; nothing more was written.", FAILED)
    return status


def is_command(arguments: Sequence[str]) -> bool:
    """Whether the arguments ask for a command or an option, not for the window.

    A bare word that is no file is taken for a command too: the window would only show its name.
    """
    if not arguments:
        return False
    first = arguments[0]
    if first in {*_COMMANDS, *_LATER} or first.startswith("-"):
        return True
    return bool(_BARE_WORD.fullmatch(first)) and not (first and Path(first).exists())


def say_no_display() -> int:
    """What is said in the place of the window where there is no screen for it."""
    commands = ", ".join(_COMMANDS)
    return _complain(f"no display for the window; use a command: {commands} (--help).", FAILED)


# --- commands -----------------------------------------------------------------------------------


def _outline(options: argparse.Namespace) -> int:
    from drafter.cli_text import outline_lines
    from drafter.io.formats import read_file
    from drafter.io.outline import outline

    resolution = read_file(options.file)
    if options.json:
        _print_json(outline(resolution))
    else:
        _print_lines(outline_lines(resolution, _width()))
    return FINE


def _check(options: argparse.Namespace) -> int:
    from drafter.check.engine import apply_safe_fixes, check
    from drafter.cli_findings import problem_lines, problems_json
    from drafter.io.formats import read_file

    if options.pack:
        return _later("--pack")
    if options.fix != bool(options.output):
        _misused("--fix and -o OUT go together.")
    if options.json and options.output == STANDARD:
        _misused("--json and -o - would both write to the standard output; name a file.")
    if options.output:
        _refuse_output(options.output, options.file)
    rules = _rules_asked(options.rules)
    resolution = read_file(options.file)
    if options.lang:
        resolution = replace(resolution, language=options.lang)
    if options.fix:
        resolution = apply_safe_fixes(resolution, rules)
        _write(options.output, resolution, is_quiet=options.json)
        if not options.json:
            _tell_of_labels(resolution, options.output)
    problems = check(resolution, rules)
    if options.json:
        _print_json(problems_json(resolution, problems))
    else:
        # The standard output holds either the text or the list.
        to_errors = options.output == STANDARD
        _print_lines(problem_lines(resolution, problems), sys.stderr if to_errors else None)
    grave = {"error", "warning"} if options.strict else {"error"}
    return FINDINGS if any(problem.severity in grave for problem in problems) else FINE


def _rules(options: argparse.Namespace) -> int:
    from drafter.check.registry import ALL
    from drafter.cli_findings import rule_lines, rules_json

    if options.json:
        _print_json(rules_json(ALL))
    else:
        _print_lines(rule_lines(ALL, _width()))
    return FINE


def _export(options: argparse.Namespace) -> int:
    from drafter.io.formats import read_file

    if options.base or options.author:
        return _later("--base, for tracked changes,")
    _refuse_output(options.output, options.file)
    template = _template(options.template, options.output)
    resolution = read_file(options.file)
    _write(options.output, resolution, template=template)
    _tell_of_labels(resolution, options.output)
    return FINE


def _tell_of_labels(resolution: Resolution, output: str) -> None:
    """Says that numbers were counted anew in the file written; the own format keeps both."""
    differing = 0 if Path(output).suffix.lower() == ".resolution" else _relabelled(resolution)
    if differing:
        labels = "1 label differs" if differing == 1 else f"{differing} labels differ"
        _complain(f"{labels} from what the source printed; drafter check lists them.", FINE)


def _relabelled(resolution: Resolution) -> int:
    """How many numbers and letters are written otherwise than the source printed them."""
    from drafter.core.model import ParagraphKind
    from drafter.core.numbering import numbering

    def figures(label: str) -> str:
        return "".join(filter(str.isalnum, label))

    labels = numbering(resolution).labels
    return sum(
        figures(one.printed) not in ("", figures(labels[one.id]))
        for one in resolution.paragraphs
        if one.printed and one.kind is ParagraphKind.PARAGRAPH
    )


def _compare(options: argparse.Namespace) -> int:
    from drafter.cli_changes import comparison_json, comparison_lines
    from drafter.core.diff import compared
    from drafter.io.formats import read_file

    if options.output:
        return _later("-o, for a Word file of the changes,")
    if options.old == options.new == STANDARD:
        _misused("Only one of the two can be the standard input.")
    old, new = read_file(options.old), read_file(options.new)
    comparison = compared(old, new)
    if options.json:
        _print_json(comparison_json(old, new, comparison))
    else:
        _print_lines(comparison_lines(old, new, comparison))
    return FINDINGS if options.exit_code and not comparison.is_equal else FINE


# --- what the commands share --------------------------------------------------------------------


def _rules_asked(prefixes: str | None) -> tuple[Rule, ...]:
    from drafter.check.registry import ALL, rules_named

    if prefixes is None:
        return ALL
    asked = [prefix.strip() for prefix in prefixes.split(",") if prefix.strip()]
    if not asked:
        _misused("--rules names no rule; see drafter rules.")
    for prefix in asked:
        if not rules_named([prefix]):
            _misused(f"No rule's name begins with “{prefix}”; see drafter rules.")
    return rules_named(asked)


def _refuse_output(output: str, source: str) -> None:
    """Stops before anything is read if OUT cannot be written, or would replace the source."""
    from drafter.io.formats import writable_suffixes

    if output == STANDARD:
        return
    suffix = Path(output).suffix.lower()
    if suffix in _LATER_SUFFIXES:
        _misused(f"Writing {suffix} is not there yet; choose {', '.join(writable_suffixes())}.")
    if suffix not in writable_suffixes():
        _misused(f"OUT must end in one of {', '.join(writable_suffixes())}.")
    if source != STANDARD and _is_same_file(output, source):
        _misused("OUT is the source itself, which is never overwritten; choose another name.")


def _is_same_file(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):  # one is not there, or its name cannot be; told when it is used
        return False


def _template(name: str | None, output: str) -> bytes | None:
    from drafter.paths import template

    if name is None:
        return None
    if Path(output).suffix.lower() != ".docx":
        _misused("--template is for .docx only.")
    known = {path.stem: path for path in sorted(template().glob("*.docx"))}
    if name not in known:
        _misused(f"There is no template “{name}”; choose one of {', '.join(known)}.")
    return known[name].read_bytes()


def _write(
    output: str, resolution: Resolution, *, template: bytes | None = None, is_quiet: bool = False
) -> None:
    from drafter.io.formats import export_bytes

    if output == STANDARD:
        sys.stdout.flush()
        sys.stdout.buffer.write(export_bytes(resolution, ".txt"))
        return
    from drafter.io.atomic import write_atomic

    path = Path(output)
    write_atomic(path, export_bytes(resolution, path.suffix, template))
    if not is_quiet:
        print(_readable(f"Wrote {path}").translate(_CONTROLS))


def _later(what: str) -> int:
    return _complain(f"{what} is not there yet; see --help.", USAGE)


def _misused(sentence: str) -> NoReturn:
    raise SystemExit(_complain(sentence, USAGE))


def _complain(sentence: str, status: int) -> int:
    words = _readable(" ".join(sentence.split()).translate(_CONTROLS))
    print(f"drafter: {words}", file=sys.stderr)
    return status


def _readable(words: str) -> str:
    """With the bytes of names that the locale could not decode as the UTF-8 they mostly are."""
    return _UNDECODED.sub(
        lambda found: (
            found[0].encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        ),
        words,
    )


def _print_lines(lines: Iterable[str], stream: TextIO | None = None) -> None:
    for line in lines:
        print(line.translate(_CONTROLS), file=stream)


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


def _width() -> int:
    if not sys.stdout.isatty():
        return _PLAIN_WIDTH
    return max(40, shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns)


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


# --- arguments ----------------------------------------------------------------------------------

_COMMANDS = ("outline", "check", "rules", "export", "compare", "corpus", "suggest", "cite")
_READABLE = "own format, AKN4UN XML or plain text; - is the standard input"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="drafter",
        usage="drafter [-h] [--version] [FILE | COMMAND ...]",
        description="Drafts United Nations resolutions: structure, problems, Word files.",
        epilog=(
            "Exit status: 0 fine, 1 findings, 2 wrong usage or not there yet, 3 a file that cannot "
            "be read, 4 any other known error. Without a command: the window, with FILE if given."
        ),
    )
    parser.add_argument("--version", action="version", version=f"drafter {__version__}")
    # Not `required`: an unknown option should be complained of first.
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", prog="drafter")
    parser.set_defaults(run=lambda _: parser.error("a command is missing"))
    _add_outline(commands)
    _add_check(commands)
    _add_rules(commands)
    _add_export(commands)
    _add_compare(commands)
    add_commands(commands)
    return parser


def _add_outline(commands: Commands) -> None:
    command = commands.add_parser(
        "outline", help="show the structure", description="Shows the structure of a resolution."
    )
    command.add_argument("file", metavar="FILE", help=_READABLE)
    command.add_argument("--json", action="store_true", help="one JSON object, with everything")
    command.set_defaults(run=_outline)


def _add_check(commands: Commands) -> None:
    command = commands.add_parser(
        "check",
        help="find problems, and mend the safe ones",
        description="Finds problems; exit status 1 if there is an error (--strict: a warning).",
    )
    command.add_argument("file", metavar="FILE", help=_READABLE)
    command.add_argument("--json", action="store_true", help="one JSON object")
    command.add_argument(
        "--rules", metavar="PREFIX,…", help="only the rules whose names begin so; see rules"
    )
    command.add_argument("--strict", action="store_true", help="exit status 1 on warnings too")
    command.add_argument(
        "--lang",
        choices=LANGUAGES,
        metavar="CODE",
        help="check it by this language's rules; reading tells its own",
    )
    command.add_argument(
        "--fix", action="store_true", help="apply the safe fixes, write OUT, report what is left"
    )
    command.add_argument(
        "-o", dest="output", metavar="OUT", help="where --fix writes; - prints text"
    )
    command.add_argument("--pack", action="store_true", help="the submission list (not there yet)")
    command.set_defaults(run=_check)


def _add_rules(commands: Commands) -> None:
    command = commands.add_parser(
        "rules", help="list the rules", description="Lists every rule that check knows."
    )
    command.add_argument("--json", action="store_true", help="one JSON object")
    command.set_defaults(run=_rules)


def _add_export(commands: Commands) -> None:
    command = commands.add_parser(
        "export",
        help="write a Word, text, Markdown or own file",
        description="Writes a resolution as .docx, .txt, .md or .resolution, by OUT's suffix.",
    )
    command.add_argument("file", metavar="FILE", help=_READABLE)
    command.add_argument(
        "-o", dest="output", metavar="OUT", required=True, help="- prints plain text"
    )
    command.add_argument("--template", metavar="ID", help="another look for .docx")
    command.add_argument("--base", metavar="BASE", help="tracked changes (not there yet)")
    command.add_argument("--author", metavar="NAME", help="of tracked changes (not there yet)")
    command.set_defaults(run=_export)


def _add_compare(commands: Commands) -> None:
    command = commands.add_parser(
        "compare",
        help="show what changed between two versions",
        description="Compares two resolutions paragraph by paragraph, aligned by content.",
    )
    command.add_argument("old", metavar="OLD", help=_READABLE)
    command.add_argument("new", metavar="NEW", help="the later version")
    command.add_argument("--json", action="store_true", help="one JSON object")
    command.add_argument(
        "--exit-code", action="store_true", help="exit status 1 if there is a difference"
    )
    command.add_argument("-o", dest="output", metavar="OUT", help="a Word file (not there yet)")
    command.set_defaults(run=_compare)

"""The commands, what can be asked of each, and which module runs it.

Only describes them: what a command needs is loaded when it is run.
"""

from __future__ import annotations

import argparse
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from drafter import __version__
from drafter.core.language import LANGUAGES
from drafter.core.model import Organ, Part

if TYPE_CHECKING:
    # argparse has no public name for what `add_subparsers` gives.
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]


_SETS = (Organ.GA, Organ.SC, Organ.HRC, Organ.ECOSOC)


COMMANDS = ("outline", "check", "rules", "export", "compare", "corpus", "suggest", "cite")

_READABLE = "own format, AKN4UN XML, a web page or plain text; - is the standard input"


def parser() -> argparse.ArgumentParser:
    """What reads the arguments; `run` of what it reads is the command."""
    program = argparse.ArgumentParser(
        prog="drafter",
        usage="drafter [-h] [--version] [FILE | COMMAND ...]",
        description="Drafts United Nations resolutions: structure, problems, Word files.",
        epilog=(
            "Exit status: 0 fine, 1 findings, 2 wrong usage or not there yet, 3 a file that cannot "
            "be read, 4 any other known error. Without a command: the window, with FILE if given."
        ),
    )
    program.add_argument("--version", action="version", version=f"drafter {__version__}")
    # Not `required`: an unknown option should be complained of first.
    commands = program.add_subparsers(title="commands", metavar="COMMAND", prog="drafter")
    program.set_defaults(run=partial(_stop, program, "a command is missing"))
    _add_outline(commands)
    _add_check(commands)
    _add_rules(commands)
    _add_export(commands)
    _add_compare(commands)
    _add_corpus(commands)
    _add_suggest(commands)
    _add_cite(commands)
    return program


def _stop(parser: argparse.ArgumentParser, sentence: str, _: argparse.Namespace) -> NoReturn:
    parser.error(sentence)


def _add_outline(commands: Commands) -> None:
    command = commands.add_parser(
        "outline", help="show the structure", description="Shows the structure of a resolution."
    )
    command.add_argument("file", metavar="FILE", help=_READABLE)
    command.add_argument("--json", action="store_true", help="one JSON object, with everything")
    command.set_defaults(run=partial(_run, "outline"))


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
    command.set_defaults(run=partial(_run, "check"))


def _add_rules(commands: Commands) -> None:
    command = commands.add_parser(
        "rules", help="list the rules", description="Lists every rule that check knows."
    )
    command.add_argument("--json", action="store_true", help="one JSON object")
    command.set_defaults(run=partial(_run, "rules"))


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
    command.set_defaults(run=partial(_run, "export"))


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
    command.set_defaults(run=partial(_run, "compare"))


def _add_corpus(commands: Commands) -> None:
    parser = commands.add_parser(
        "corpus",
        help="the collection of precedents: add to it, fetch, look after it",
        description="Looks after the collection of precedents.",
    )
    parser.set_defaults(run=partial(_stop, parser, "what is to be done is missing"))
    actions = parser.add_subparsers(title="actions", metavar="ACTION", dest="action")
    add = _action(actions, "add", "add files, folders and archives")
    add.add_argument("paths", nargs="+", metavar="PATH", type=Path)
    add.add_argument("--lang", metavar="CODE,…", type=_languages, default=())
    add.add_argument("--progress", action="store_true", help="say how far it is, to any output")
    get = _action(actions, "get", "fetch the open data of the United Nations and add it")
    get.add_argument("--lang", metavar="CODE,…", type=_languages, default=())
    get.add_argument("--set", metavar="GA,SC,…", type=_organs, default=_SETS, dest="organs")
    get.add_argument("--from", metavar="URL", dest="source", help="another address than GitHub's")
    get.add_argument("--progress", action="store_true", help="say how far it is, to any output")
    _action(actions, "info", "say what is in it")
    _action(actions, "verify", "look for damage; exit status 1 if there is any")
    _action(actions, "rebuild", "make wordings, families and indexes again")
    _action(actions, "compact", "give back the room of what was removed")
    remove = _action(actions, "remove", "remove documents, in all languages")
    remove.add_argument("symbols", nargs="+", type=_some_words, metavar="SYMBOL")


def _action(actions: Commands, name: str, words: str) -> argparse.ArgumentParser:
    action = actions.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
    _add_shared(action)
    action.set_defaults(run=partial(_run, "corpus"))
    return action


def _add_suggest(commands: Commands) -> None:
    command = commands.add_parser(
        "suggest",
        help="precedents for a wording, whole or half typed",
        description="Finds agreed wordings; - answers each line with one JSON object.",
    )
    command.add_argument(
        "text", type=_some_words, metavar="TEXT", help="what is typed; - reads lines"
    )
    command.add_argument("--lang", choices=LANGUAGES, metavar="CODE", help="its language")
    command.add_argument("--part", choices=tuple(Part), metavar="PART", help="preamble, operative")
    command.add_argument("--organ", choices=tuple(Organ), metavar="ORGAN", help="GA, SC, …")
    command.add_argument("--since", type=_year, metavar="YEAR", help="used in this year or later")
    command.add_argument("--until", type=_year, metavar="YEAR", help="used in this year or before")
    command.add_argument("--agreed", action="store_true", help="adopted without a vote only")
    command.add_argument("--limit", type=_positive, default=10, metavar="N")
    command.add_argument(
        "--also", choices=LANGUAGES, metavar="CODE", help="with the official text in this language"
    )
    _add_shared(command)
    command.set_defaults(run=partial(_run, "suggest"))


def _add_cite(commands: Commands) -> None:
    command = commands.add_parser(
        "cite",
        help="how a resolution is cited: date, title, reference and footnote",
        description="Says what the register knows of a resolution, and how it is cited; of a "
        "document or an instrument, its note.",
    )
    command.add_argument(
        "number",
        type=_some_words,
        metavar="NUMBER",
        help="60/288, A/RES/60/288, 1373 (2001); A/61/179; or words of a title",
    )
    command.add_argument("--lang", choices=LANGUAGES, default="en", metavar="CODE")
    _add_shared(command)
    command.set_defaults(run=partial(_run, "cite"))


def _add_shared(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="another one than the user's")
    parser.add_argument("--json", action="store_true", help="one JSON object")


def _some_words(words: str) -> str:
    if not words.strip():
        raise argparse.ArgumentTypeError("there is nothing in it to look for")
    return words


def _languages(words: str) -> tuple[str, ...]:
    asked = tuple(one.strip().lower() for one in words.split(",") if one.strip())
    for one in asked:
        if one not in LANGUAGES:
            raise argparse.ArgumentTypeError(f"“{one}” is none of {', '.join(LANGUAGES)}")
    return asked


def _organs(words: str) -> tuple[Organ, ...]:
    asked = tuple(one.strip().upper() for one in words.split(",") if one.strip())
    for one in asked:
        if one not in _SETS:
            raise argparse.ArgumentTypeError(f"“{one}” is none of {', '.join(_SETS)}")
    return tuple(Organ(one) for one in asked)


def _positive(words: str) -> int:
    if not words.isdigit() or int(words) == 0:
        raise argparse.ArgumentTypeError(f"“{words}” is no number from 1 up")
    return int(words)


def _year(words: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{3}", words):
        raise argparse.ArgumentTypeError(f"“{words}” is no year of four figures")
    return int(words)


def _run(command: str, options: argparse.Namespace) -> int:
    """Runs a command; its module is loaded only now: the start counts in every run."""
    match command:
        case "outline":
            from drafter.cli.outline import run
        case "check":
            from drafter.cli.check import run
        case "rules":
            from drafter.cli.rules import run
        case "export":
            from drafter.cli.export import run
        case "compare":
            from drafter.cli.compare import run
        case "corpus":
            from drafter.cli.corpus import run
        case "suggest":
            from drafter.cli.suggest import run
        case "cite":
            from drafter.cli.cite import run
        case _:
            raise AssertionError(command)
    return run(options)

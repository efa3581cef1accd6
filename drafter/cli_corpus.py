"""The commands for precedents (`corpus`, `suggest` and `cite`) and what can be asked of them.

Only describes them: what they need is imported when one is run.
"""

from __future__ import annotations

import argparse
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.core.language import LANGUAGES
from drafter.core.model import Organ, Part

if TYPE_CHECKING:
    # argparse has no public name for what `add_subparsers` gives.
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001

SETS = (Organ.GA, Organ.SC, Organ.HRC, Organ.ECOSOC)


def add_commands(commands: Commands) -> None:
    """Describes the three commands."""
    _add_corpus(commands)
    _add_suggest(commands)
    _add_cite(commands)


def _add_corpus(commands: Commands) -> None:
    parser = commands.add_parser(
        "corpus",
        help="the collection of precedents: add to it, fetch, look after it",
        description="Looks after the collection of precedents.",
    )
    parser.set_defaults(run=lambda _: parser.error("what is to be done is missing"))
    actions = parser.add_subparsers(title="actions", metavar="ACTION")
    add = _action(actions, "add", "add files, folders and archives", "add")
    add.add_argument("paths", nargs="+", metavar="PATH", type=Path)
    add.add_argument("--lang", metavar="CODE,…", type=_languages, default=())
    add.add_argument("--progress", action="store_true", help="say how far it is, to any output")
    get = _action(actions, "get", "fetch the open data of the United Nations and add it", "get")
    get.add_argument("--lang", metavar="CODE,…", type=_languages, default=())
    get.add_argument("--set", metavar="GA,SC,…", type=_organs, default=SETS, dest="organs")
    get.add_argument("--from", metavar="URL", dest="source", help="another address than GitHub's")
    get.add_argument("--progress", action="store_true", help="say how far it is, to any output")
    _action(actions, "info", "say what is in it", "info")
    _action(actions, "verify", "look for damage; exit status 1 if there is any", "verify")
    _action(actions, "rebuild", "make wordings, families and indexes again", "rebuild")
    _action(actions, "compact", "give back the room of what was removed", "compact")
    remove = _action(actions, "remove", "remove documents, in all languages", "remove")
    remove.add_argument("symbols", nargs="+", metavar="SYMBOL")


def _action(actions: Commands, name: str, words: str, command: str) -> argparse.ArgumentParser:
    action = actions.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
    _add_shared(action)
    action.set_defaults(run=partial(_run, command))
    return action


def _add_suggest(commands: Commands) -> None:
    command = commands.add_parser(
        "suggest",
        help="precedents for a wording, whole or half typed",
        description="Finds agreed wordings; - answers each line with one JSON object.",
    )
    command.add_argument("text", metavar="TEXT", help="what is typed; - reads lines")
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
        metavar="NUMBER",
        help="60/288, A/RES/60/288, 1373 (2001); A/61/179; or words of a title",
    )
    command.add_argument("--lang", choices=LANGUAGES, default="en", metavar="CODE")
    _add_shared(command)
    command.set_defaults(run=partial(_run, "cite"))


def _add_shared(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="another one than the user's")
    parser.add_argument("--json", action="store_true", help="one JSON object")


def _languages(words: str) -> tuple[str, ...]:
    asked = tuple(one.strip().lower() for one in words.split(",") if one.strip())
    for one in asked:
        if one not in LANGUAGES:
            raise argparse.ArgumentTypeError(f"“{one}” is none of {', '.join(LANGUAGES)}")
    return asked


def _organs(words: str) -> tuple[Organ, ...]:
    asked = tuple(one.strip().upper() for one in words.split(",") if one.strip())
    for one in asked:
        if one not in SETS:
            raise argparse.ArgumentTypeError(f"“{one}” is none of {', '.join(SETS)}")
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
    # Here, not above: the search engine takes 100 ms to load, which no other command needs.
    from drafter.cli_precedents import RUN  # noqa: PLC0415

    return RUN[command](options)

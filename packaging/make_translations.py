"""Brings `resources/translations/*.ts` up to date with the code, and makes the .qm files of them.

Qt's lupdate merges and lrelease compiles. What is translated is read here: lupdate knows nothing of
f-strings, nor of the `_tr` of a module, which says in what context its words stand.

    .venv/bin/python packaging/make_translations.py
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "drafter"
TRANSLATIONS = ROOT / "resources" / "translations"


class Source(NamedTuple):
    """Words of the code that are translated, and whether they count something."""

    context: str
    words: str
    counts: bool


class UnreadableError(Exception):
    """Words that cannot be translated as they stand in the code."""


def sources(package: Path = PACKAGE) -> list[Source]:
    """What is translated, in the order of the code, each once."""
    found: dict[Source, None] = {}
    for path in sorted(package.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        try:
            found |= dict.fromkeys(_in(tree, "", _context_of_module(tree)))
        except UnreadableError as error:
            raise UnreadableError(f"{path.relative_to(package.parent)}: {error}") from error
    return list(found)


def update(ts: Path) -> None:
    """Adds new words to a translation, unfinished, and takes out those that are gone."""
    with tempfile.TemporaryDirectory() as folder:
        code = Path(folder) / "sources.py"
        calls = (
            f"QCoreApplication.translate({_quoted(one.context)}, {_quoted(one.words)}"
            f"{', None, 2' if one.counts else ''})\n"
            for one in sources()
        )
        code.write_text("".join(calls), encoding="utf-8")
        options = ["-extensions", "py", "-locations", "none", "-no-obsolete", "-silent"]
        _run("pyside6-lupdate", *options, str(code), "-ts", str(ts))


def release(ts: Path, qm: Path) -> None:
    """Makes of a translation what the program loads."""
    _run("pyside6-lrelease", "-silent", str(ts), "-qm", str(qm))


def _context_of_module(tree: ast.Module) -> str:
    """The context that the module's `_tr` gives to Qt."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            texts = [one.value for one in ast.walk(node) if isinstance(one, ast.Constant)]
            return str(texts[-1])
    return ""


def _in(node: ast.AST, of_class: str, of_module: str) -> Iterator[Source]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef):
            yield from _in(child, child.name, of_module)
        elif not (isinstance(child, ast.FunctionDef) and child.name == "_tr"):
            if isinstance(child, ast.Call):
                yield from _called(child, of_class, of_module)
            yield from _in(child, of_class, of_module)


def _called(call: ast.Call, of_class: str, of_module: str) -> Iterator[Source]:
    name = ast.unparse(call.func)
    if name == "_tr":
        context, words = of_module, call.args[0]
    elif name == "self.tr":
        context, words = of_class, call.args[0]
    elif name == "QCoreApplication.translate":
        context, words = ast.literal_eval(call.args[0]), call.args[1]
    elif name.endswith(".tr"):
        raise UnreadableError(f"line {call.lineno}: {name}: only self has a context to be known by")
    else:
        return
    if not isinstance(words, ast.Constant):
        raise UnreadableError(f"line {call.lineno}: {ast.unparse(words)} is no plain text")
    counts = len(call.args) > call.args.index(words) + 2  # after the words a remark, then how many
    yield Source(context, str(words.value), counts)


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([str(Path(sys.executable).parent / tool), *arguments], check=True)  # noqa: S603


if __name__ == "__main__":
    for one in sorted(TRANSLATIONS.glob("*.ts")):
        update(one)
        release(one, one.with_suffix(".qm"))

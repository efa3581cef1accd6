"""What `export` and `check --fix` share: OUT, which is never the source, and what is said of it."""

from __future__ import annotations

import sys
from pathlib import Path

from drafter.cli.output import FINE, STANDARD, complain, misused, print_lines, readable
from drafter.core.model import ParagraphKind, Resolution
from drafter.core.numbering import numbering
from drafter.io.atomic import write_atomic
from drafter.io.formats import export_bytes, writable_suffixes

_LATER_SUFFIXES = {".pdf", ".xml"}


def refuse_output(output: str, source: str) -> None:
    """Stops before anything is read if OUT cannot be written, or would replace the source."""
    if output == STANDARD:
        return
    suffix = Path(output).suffix.lower()
    if suffix in _LATER_SUFFIXES:
        misused(f"Writing {suffix} is not there yet; choose {', '.join(writable_suffixes())}.")
    if suffix not in writable_suffixes():
        misused(f"OUT must end in one of {', '.join(writable_suffixes())}.")
    if source != STANDARD and _is_same_file(output, source):
        misused("OUT is the source itself, which is never overwritten; choose another name.")


def _is_same_file(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):  # one is not there, or its name cannot be; told when it is used
        return False


def write(
    output: str, resolution: Resolution, *, template: bytes | None = None, is_quiet: bool = False
) -> None:
    """Writes the file, by its suffix, and says so; `-` is plain text on the standard output."""
    if output == STANDARD:
        sys.stdout.flush()
        sys.stdout.buffer.write(export_bytes(resolution, ".txt"))
        return
    path = Path(output)
    write_atomic(path, export_bytes(resolution, path.suffix, template))
    if not is_quiet:
        print_lines([readable(f"Wrote {path}")])


def tell_of_labels(resolution: Resolution, output: str) -> None:
    """Says that numbers were counted anew in the file written; the own format keeps both."""
    differing = 0 if Path(output).suffix.lower() == ".resolution" else _relabelled(resolution)
    if differing:
        labels = "1 label differs" if differing == 1 else f"{differing} labels differ"
        complain(f"{labels} from what the source printed; drafter check lists them.", FINE)


def _relabelled(resolution: Resolution) -> int:
    """How many numbers and letters are written otherwise than the source printed them."""

    def figures(label: str) -> str:
        return "".join(filter(str.isalnum, label))

    labels = numbering(resolution).labels
    return sum(
        figures(one.printed) not in ("", figures(labels[one.id]))
        for one in resolution.paragraphs
        if one.printed and one.kind is ParagraphKind.PARAGRAPH
    )

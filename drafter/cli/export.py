"""`drafter export`: a resolution written as a file of another kind."""

from __future__ import annotations

import argparse
from pathlib import Path

from drafter.cli.output import FINE, later, misused
from drafter.cli.writing import refuse_output, tell_of_labels, write
from drafter.io.formats import read_file
from drafter.paths import template


def run(options: argparse.Namespace) -> int:
    """Writes OUT."""
    if options.base or options.author:
        return later("--base, for tracked changes,")
    refuse_output(options.output, options.file)
    template = _template(options.template, options.output)
    resolution = read_file(options.file)
    write(options.output, resolution, template=template)
    tell_of_labels(resolution, options.output)
    return FINE


def _template(name: str | None, output: str) -> bytes | None:
    if name is None:
        return None
    if Path(output).suffix.lower() != ".docx":
        misused("--template is for .docx only.")
    known = {path.stem: path for path in sorted(template().glob("*.docx"))}
    if name not in known:
        misused(f"There is no template “{name}”; choose one of {', '.join(known)}.")
    return known[name].read_bytes()

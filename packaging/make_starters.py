"""Makes the starter drafts: `templates/starters/*.resolution`, one for each organ and kind.

Run by hand: `python packaging/make_starters.py`. The same program makes the same bytes; a test
compares them with what is shipped. All are in English; `drafter.app.drafts` turns them into the
language of the draft.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from drafter.app.starters import Starter, starters, words_to_fill  # noqa: E402
from drafter.core.inline import Style, Text  # noqa: E402
from drafter.core.language import language  # noqa: E402
from drafter.core.model import (  # noqa: E402
    AgendaItem,
    DocumentKind,
    Masthead,
    Organ,
    Paragraph,
    Part,
    Resolution,
)
from drafter.io.native import native_bytes  # noqa: E402

WORDS = language("en")
TO_FILL = words_to_fill("en")
GENERAL = {(Organ.SC, DocumentKind.DRAFT)}
"""Drafts with a general distribution: S/2023/970."""
IN_AGENDA = {Organ.GA, Organ.ECOSOC, Organ.HRC}


def made(starter: Starter) -> Resolution:
    """The starter's draft in English."""
    bare = Resolution(
        language="en",
        organ=starter.organ,
        kind=starter.kind,
        masthead=masthead(starter),
    )
    if starter.kind is DocumentKind.DECISION:
        return with_spoken(bare, f"decision_{starter.organ.value}")
    if starter.kind is DocumentKind.STATEMENT:
        return with_spoken(bare, "statement_opening", "statement_words")
    line = WORDS.organ_line(starter.organ) or TO_FILL["organ_line"]
    return replace(
        bare,
        organ_line=Text(line).styled(0, len(line.rstrip(",")), Style.ITALIC),
        paragraphs=(Paragraph("p1", Part.PREAMBLE), Paragraph("p2", Part.OPERATIVE)),
        serial=2,
    )


def masthead(starter: Starter) -> Masthead:
    """The masthead, with what the language does not make by itself."""
    is_draft = starter.kind is DocumentKind.DRAFT
    is_general = (starter.organ, starter.kind) in GENERAL
    item = AgendaItem(WORDS.agenda_item("[…]", starter.organ))
    return Masthead(
        distribution=WORDS.distribution() if is_general else "",
        organ_name=TO_FILL["organ"] if starter.organ is Organ.OTHER else "",
        agenda_items=(item,) if is_draft and starter.organ in IN_AGENDA else (),
    )


def with_spoken(bare: Resolution, *names: str) -> Resolution:
    """With running paragraphs, as decisions and statements have them."""
    paragraphs = tuple(
        Paragraph(f"p{n}", Part.OPERATIVE, Text(TO_FILL[name]), numbered=False)
        for n, name in enumerate(names, 1)
    )
    return replace(bare, paragraphs=paragraphs, serial=len(paragraphs))


def main() -> None:
    """Writes all of them."""
    folder = ROOT / "templates" / "starters"
    for starter in starters():
        (folder / f"{starter.id}.resolution").write_bytes(native_bytes(made(starter)))
        sys.stderr.write(f"{starter.id}\n")


if __name__ == "__main__":
    main()

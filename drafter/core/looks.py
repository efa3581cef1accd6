"""How the texts of a language look in print: emphasis, brackets round marks, typefaces, sizes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from drafter.core.facts import Facts


class Script(StrEnum):
    """The kind of script, by which word processors choose the typeface and the language tag."""

    LATIN = "latin"
    COMPLEX = "complex"
    EAST_ASIAN = "east-asian"


@dataclass(frozen=True, slots=True)
class Look:
    """How a language prints.

    `bold` and `slanted` say what becomes of italics, `italic_families` are the typefaces that stand
    for them, that of Word first; `mark_brackets` stand round note marks, `title_stop` after the
    number before the title.
    `families` are the typefaces of the screen, the best first, with sizes in points.
    """

    script: Script
    bold: bool
    slanted: bool
    italic_families: tuple[str, ...]
    mark_brackets: tuple[str, str]
    title_stop: str
    families: tuple[str, ...]
    size_points: float
    line_points: float
    letter_spacing_pct: float


def look_of(facts: Facts) -> Look:
    """The look that a language's facts describe."""
    before, after = facts.texts("mark_brackets")
    return Look(
        script=Script(facts.text("script")),
        bold=facts.flag("bold"),
        slanted=facts.flag("slanted"),
        italic_families=facts.texts("italic_families"),
        mark_brackets=(before, after),
        title_stop=facts.text("title_stop"),
        families=facts.texts("families"),
        size_points=facts.number("size_points"),
        line_points=facts.number("line_points"),
        letter_spacing_pct=facts.number("letter_spacing_pct"),
    )

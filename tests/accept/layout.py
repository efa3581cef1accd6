"""Compares page 1 of an export with the official PDF: `python -m tests.accept.layout`.

A/RES/73/7 is imported from its extracted text, its masthead is filled in, it is exported and drawn
by LibreOffice; then each block's place on page 1 is measured in both PDFs (left edge and baseline,
for the symbol also the right edge; rules by their ends and middle) and printed in points.
`--keep FOLDER` keeps the files and pictures. Needs LibreOffice, poppler, DRAFTER_SHARED.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from drafter.core.inline import Text
from drafter.core.model import AgendaItem, Masthead, Resolution
from drafter.io.docx import docx
from drafter.io.text import read_text

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT / os.environ.get("DRAFTER_SHARED", "../shared")
ACROSS_PT = 1.0
DOWN_PT = 2.0

# Page 1 of A/RES/73/7 from top to bottom; "down" blocks are judged vertically too.
DOWN_TO_ORGAN_LINE = (
    "United Nations",
    "A/RES/73/7",
    "General Assembly",
    "Distr.: General",
    "31 October 2018",
    "Seventy-third session",
    "Agenda item 77",
    "Resolution adopted by the General Assembly on",
    "29 October 2018",
    "[without reference to a Main Committee",
    "73/7.",
    "Report of the International Criminal Court",
    "The General Assembly,",
)
BELOW = (
    "Recalling its resolution",
    "Recalling also that",
    "Recognizing the",
    "Reiterating the",
    "Emphasizing that",
    "Convinced that",
    "Acknowledging the fact",
    "Recalling that effective",
)


class Word(NamedTuple):
    """A word's place on the page, in points from the top left."""

    text: str
    left: float
    right: float
    baseline: float


class Rule(NamedTuple):
    """A horizontal line on the page."""

    left: float
    right: float
    middle: float
    thickness: float


@dataclass(frozen=True, slots=True)
class Block:
    """How far one block of our page is from the official one, in points."""

    name: str
    official: tuple[float, float]
    ours: tuple[float, float]
    ends: tuple[float, float]
    is_judged_down: bool

    @property
    def across(self) -> float:
        """Horizontally, the larger of left and right edge."""
        return max((self.ours[0] - self.official[0], self.ends[1] - self.ends[0]), key=abs)

    @property
    def down(self) -> float:
        """Vertically."""
        return self.ours[1] - self.official[1]

    @property
    def is_near(self) -> bool:
        """Whether it is where it should be."""
        is_high = abs(self.down) <= DOWN_PT or not self.is_judged_down
        return abs(self.across) <= ACROSS_PT and is_high


def main() -> int:
    """Prints the table; the exit status is 1 if a block is out of place."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--keep", type=Path, help="folder for the files and pictures")
    asked = options.parse_args()
    if asked.keep:
        asked.keep.mkdir(parents=True, exist_ok=True)
        blocks = compared(asked.keep)
        pictures(asked.keep)
    else:
        with tempfile.TemporaryDirectory() as folder:
            blocks = compared(Path(folder))
    say(f"{'block':48}{'official x':>11}{'y':>8}{'ours x':>9}{'y':>8}{'across':>8}{'down':>7}")
    for one in blocks:
        sign = "" if one.is_near else "  OUT OF PLACE"
        down = f"{one.down:7.2f}" if one.is_judged_down else f"({one.down:5.1f})"
        say(
            f"{one.name:48}{one.official[0]:11.2f}{one.official[1]:8.2f}{one.ours[0]:9.2f}"
            f"{one.ours[1]:8.2f}{one.across:8.2f}{down}{sign}"
        )
    return int(not all(one.is_near for one in blocks))


def compared(folder: Path) -> list[Block]:
    """All blocks of page 1, measured in both PDFs."""
    ours = drawn(official_text(), folder)
    official = SHARED / "corpus" / "pdf" / "A_RES_73_7.en.pdf"
    return [*_text_blocks(official, ours), *_rule_blocks(official, ours)]


def official_text() -> Resolution:
    """A/RES/73/7 as imported from the PDF's text, its masthead filled in by hand."""
    source = SHARED / "corpus" / "pdf" / "A_RES_73_7.en.raw.txt"
    imported = read_text(source.read_bytes())
    masthead = Masthead(
        symbol="A/RES/73/7",
        issued=date(2018, 10, 31),
        session="Seventy-third session",
        agenda_items=(AgendaItem("Agenda item 77"),),
        adopted=date(2018, 10, 29),
        origin=Text("[without reference to a Main Committee (A/73/L.8 and A/73/L.8/Add.1)]"),
    )
    return replace(imported, masthead=masthead)


def drawn(resolution: Resolution, folder: Path) -> Path:
    """The PDF that LibreOffice makes of the export."""
    made = folder / "export.docx"
    made.write_bytes(docx(resolution))
    return converted([made], folder)[0]


def converted(files: Sequence[Path], folder: Path) -> list[Path]:
    """The files as PDF, in one call with a profile of its own."""
    profile = (folder / "profile").resolve().as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    command += ["--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return [folder / f"{one.stem}.pdf" for one in files]


def pictures(folder: Path) -> None:
    """Draws the pages of the export, 70 dots an inch."""
    command = ["pdftoppm", "-r", "70", "-png", "export.pdf", "export"]
    subprocess.run(command, check=True, cwd=folder)


# Texts


def _text_blocks(official: Path, ours: Path) -> Iterator[Block]:
    theirs, own = words(official), words(ours)
    for phrases, is_judged_down in ((DOWN_TO_ORGAN_LINE, True), (BELOW, False)):
        for phrase in phrases:
            (a, a_end), (b, b_end) = found(phrase, theirs), found(phrase, own)
            ends = (a_end, b_end) if phrase == "A/RES/73/7" else (0.0, 0.0)
            yield Block(phrase, (a.left, a.baseline), (b.left, b.baseline), ends, is_judged_down)


def found(phrase: str, page: Sequence[Word]) -> tuple[Word, float]:
    """The first word of the phrase on the page, and where its last word ends."""
    joined = "".join(word.text for word in page)
    starts: list[int] = []
    for index, word in enumerate(page):
        starts.extend([index] * len(word.text))
    bare = phrase.replace(" ", "")
    at = joined.find(bare)
    while at >= 0 and at > 0 and starts[at] == starts[at - 1]:
        at = joined.find(bare, at + 1)
    if at < 0:
        raise LookupError(f"“{phrase}” is not on the page")
    return page[starts[at]], page[starts[at + len(bare) - 1]].right


def words(pdf: Path) -> list[Word]:
    """The words of page 1; baselines from the glyphs, since boxes differ from font to font."""
    command = ["pdftotext", "-f", "1", "-l", "1", "-bbox-layout", str(pdf), "-"]
    page = etree.fromstring(subprocess.run(command, check=True, capture_output=True).stdout)
    glyphs = sorted(_glyphs(pdf))
    return [
        Word(one.text or "", left, float(one.get("xMax")), _baseline(one, glyphs))
        for one in page.iter("{*}word")
        if (left := float(one.get("xMin"))) is not None
    ]


def _baseline(word: etree._Element, glyphs: Sequence[tuple[float, float]]) -> float:
    left, top, bottom = (float(word.get(name) or 0) for name in ("xMin", "yMin", "yMax"))
    near = [y for x, y in glyphs if abs(x - left) < 0.7 and top < y < bottom + 1]
    return near[0] if near else bottom


def _glyphs(pdf: Path) -> Iterator[tuple[float, float]]:
    for use in _drawing(pdf).iter("{*}use"):
        if use.get("x") and use.get("y"):
            yield float(use.get("x") or 0), float(use.get("y") or 0)


def _drawing(pdf: Path) -> etree._Element:
    command = ["pdftocairo", "-svg", "-f", "1", "-l", "1", str(pdf), "-"]
    drawing = subprocess.run(command, check=True, capture_output=True).stdout
    return etree.fromstring(drawing, etree.XMLParser(huge_tree=True))


# Rules


def _rule_blocks(official: Path, ours: Path) -> Iterator[Block]:
    for name, one, other in zip(
        ("thin rule", "heavy rule"), rules(official), rules(ours), strict=True
    ):
        if abs(one.thickness - other.thickness) > 0.25:
            raise ValueError(f"{name}: {other.thickness} pt instead of {one.thickness} pt")
        places = ((one.left, one.middle), (other.left, other.middle))
        yield Block(name, *places, (one.right, other.right), is_judged_down=True)


def rules(pdf: Path) -> list[Rule]:
    """The two horizontal lines of the masthead, each of one piece."""
    pieces: dict[int, list[Rule]] = {}
    for path in _drawing(pdf).iter("{*}path"):
        piece = _rule(path)
        if piece is not None and piece.middle < 300 and piece.thickness < 2:
            pieces.setdefault(round(piece.middle), []).append(piece)
    lines = [
        Rule(
            min(one.left for one in row),
            max(one.right for one in row),
            row[0].middle,
            row[0].thickness,
        )
        for row in pieces.values()
    ]
    return sorted((one for one in lines if one.right - one.left > 400), key=lambda one: one.middle)


def _rule(path: etree._Element) -> Rule | None:
    """A stroke or filled box as a horizontal line."""
    numbers = [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", path.get("d") or "")]
    if len(numbers) < 4 or "C" in (path.get("d") or ""):
        return None
    across, down = numbers[0::2], numbers[1::2]
    flip = re.match(r"matrix\(1,0,0,-1,0,(\d+)\)", path.get("transform") or "")
    if flip:
        down = [float(flip.group(1)) - one for one in down]
    width = re.search(r"stroke-width:([\d.]+)", path.get("style") or "")
    thickness = max(down) - min(down)
    if "fill:none" in (path.get("style") or "") and width:
        thickness = float(width.group(1))
    return Rule(min(across), max(across), (max(down) + min(down)) / 2, thickness)


def say(line: str) -> None:
    """A line on the standard output."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())

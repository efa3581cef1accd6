"""What each block of an Akoma Ntoso file is, before levels and parts are known.

Official files call headings paragraphs, paragraphs headings, and leave numbers in the text; here
each block gets its role, its label and the words that are really its own, and every correction is
kept as a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from drafter.core.inline import NO_TEXT, Style, Text, joined
from drafter.core.language import Language
from drafter.core.signs import COLONS, COMMAS, FULL_STOPS, SEMICOLONS
from drafter.io.akn.blocks import Block, Shape, Zone
from drafter.io.akn.text import is_all, without_style

_MIDDLES = COMMAS + SEMICOLONS
ENDS = _MIDDLES + FULL_STOPS + COLONS
_BULLETS = "–—•·▪○◦-"
_LONGEST_HEADING = 400
_LONGEST_ANNEX_LABEL = 40
_HEADING_STYLE = re.compile(r"(?:BLUE|Blue)?(?:Heading)?H(?:1|23|4|56|[cC]h|CH|M)", re.ASCII)
_OPENING_QUOTES = '“«"„《「'
_SECTION_LABEL = re.compile(
    r"\s*([^\W\d_]{1,12}(?: [^\W\d_]{1,12})?)(?:\.\s+|\.?\s*\t\s*|\s*[–—-]\s+|、\s*)(?=\S)"
)
_UNSEEN = re.compile(r"[\s\u200b\u200e\u200f]+")
_BULLET = re.compile(rf"\s*([{_BULLETS}])(?:\s+|$)")


class Role(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ANNEX = "annex"
    TABLE = "table"
    CLOSING_WORDS = "closing words"
    ORGAN_LINE = "organ line"
    TITLE = "title"
    CLOSING_LINE = "closing line"
    VOTE = "vote"
    COMPONENT = "component"
    ATTACHMENT = "attachment"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A code for what was read otherwise than the file says, and how sure the reading is."""

    what: str
    confidence: float = 0.9
    detail: str = ""


@dataclass(slots=True)
class Piece:
    """A block with its role.

    `is_preambular` if its words say so wherever it stood; `dropped` is a label that was none.
    """

    role: Role
    block: Block
    text: Text
    label: str = ""
    is_preambular: bool = False
    dropped: str = ""
    doubts: list[Doubt] = field(default_factory=list[Doubt])

    @property
    def zone(self) -> Zone:
        """Where in the file it stood."""
        return self.block.place.zone

    @property
    def depth(self) -> int:
        """How many lists it stood in."""
        return self.block.place.depth

    @property
    def is_bullet(self) -> bool:
        """Whether its label is a dash or dot."""
        return len(self.label) == 1 and self.label in _BULLETS


_ROLES = {
    Shape.TABLE: Role.TABLE,
    Shape.CLOSING_WORDS: Role.CLOSING_WORDS,
    Shape.ORGAN_LINE: Role.ORGAN_LINE,
    Shape.TITLE: Role.TITLE,
    Shape.CLOSING_LINE: Role.CLOSING_LINE,
    Shape.VOTE: Role.VOTE,
    Shape.COMPONENT: Role.COMPONENT,
    Shape.ATTACHMENT: Role.ATTACHMENT,
    Shape.STRAY: Role.UNPLACED,
}


def pieces(blocks: list[Block], words: Language) -> list[Piece]:
    """The blocks with their roles, labels joined to what they label."""
    row = [_piece(block, words) for block in blocks]
    row = list(_with_labels_joined(row, words))
    row = list(_with_titles_joined(row, words))
    return [one for one in row if one.text or one.label or one.role in _MAY_BE_EMPTY]


_MAY_BE_EMPTY = frozenset({Role.TABLE, Role.COMPONENT, Role.ATTACHMENT})


def _piece(block: Block, words: Language) -> Piece:
    role = _ROLES.get(block.shape)
    if role is not None:
        return Piece(role, block, block.text, block.label)
    if block.shape in (Shape.HEADING, Shape.CROSS_HEADING):
        return _called_heading(block, words)
    return _called_paragraph(block, words)


def _called_heading(block: Block, words: Language) -> Piece:
    piece = Piece(Role.HEADING, block, block.text, block.label)
    if _is_item_label(block.label, words):
        piece.role = Role.PARAGRAPH
        return piece
    if _is_prose(block):
        piece.role = Role.PARAGRAPH
        piece.is_preambular = True
        piece.doubts.append(Doubt("part"))
        return piece
    return _heading(piece, words)


def _called_paragraph(block: Block, words: Language) -> Piece:
    piece = Piece(Role.PARAGRAPH, block, block.text, block.label)
    if block.label:
        rank = section_number(block.label, words)
        is_section = rank is not None and rank[0] < 2 and not block.label[:1].islower()
        if is_section and len(block.text) < _LONGEST_HEADING and _end(block.text) not in _MIDDLES:
            piece.doubts.append(Doubt("heading"))
            return _heading(piece, words)
        is_sign = not any(one.isalnum() for one in block.label) and not piece.is_bullet
        if not is_sign or words.read_labels(block.label):
            return piece
        piece.dropped, piece.label = block.label, ""
    if _looks_like_heading(block) or _is_bare_section(block, words):
        if not _HEADING_STYLE.match(block.place.style):
            piece.doubts.append(Doubt("heading", 0.8))
        return _heading(piece, words)
    return _with_label_from_text(piece, words)


def _heading(piece: Piece, words: Language) -> Piece:
    """As a heading: bold goes without saying, and a label in the words is a label."""
    piece.role = Role.HEADING
    if is_all(piece.text, Style.BOLD):
        piece.text = without_style(piece.text, Style.BOLD)
    if not piece.label:
        match = _SECTION_LABEL.match(piece.block.raw)
        if match and section_number(match[1], words):
            piece.label = "".join(match[0].split())
            piece.text = piece.text.slice(_length_of(match[0], piece.text.plain)).stripped()
        elif section_number(piece.text.plain, words) and not piece.text.marks:
            piece.label, piece.text = piece.text.plain, NO_TEXT
    return piece


def _is_prose(block: Block) -> bool:
    """Whether what the file calls a heading is a preambular paragraph."""
    if _end(block.text) in _MIDDLES:
        return True
    begins_styled = any(
        span.start == 0 and span.style is Style.ITALIC and span.end < len(block.text)
        for span in block.text.spans
    )
    return block.shape is Shape.CROSS_HEADING and begins_styled


def _looks_like_heading(block: Block) -> bool:
    text = block.text
    if (
        not text.plain
        or len(text) > _LONGEST_HEADING
        or _end(text) in _MIDDLES
        or block.place.depth
    ):
        return False
    if block.place.zone in (Zone.PREAMBLE, Zone.QUOTED):
        return False
    if _HEADING_STYLE.match(block.place.style) or is_all(text, Style.BOLD):
        return True
    tabs = len(block.raw) - len(block.raw.lstrip()) - block.raw.count("\n")
    is_set_in = tabs >= 2 and block.raw.lstrip("\n ").startswith("\t\t")
    is_bare = _end(text) not in ENDS and text.plain[:1] not in _OPENING_QUOTES
    return is_set_in and is_bare and len(text) < _LONGEST_HEADING // 2


def _is_bare_section(block: Block, words: Language) -> bool:
    """Whether the block is nothing but the number of a section."""
    rank = section_number(block.text.plain, words) if _end(block.text) not in ENDS else None
    is_apart = not block.place.depth and block.place.zone in (Zone.BODY, Zone.ANNEX)
    return is_apart and rank is not None and rank[0] < 2 and not block.text.plain[:1].islower()


def _with_label_from_text(piece: Piece, words: Language) -> Piece:
    """A number or letter at the start of the words, before a tab or in brackets, is the label."""
    raw = piece.block.raw
    bullet = _BULLET.match(raw)
    read = words.read_labels(raw)
    if bullet:
        return _take_label(piece, bullet[1], "bullet in text")
    for label in read:
        stretch = raw[: label.end].lstrip("\n ")
        is_marked = "\t" in stretch.strip(" \n").lstrip("\t") or label.as_printed.endswith(
            (")", "）", "-", "–", "‘", "’")
        )
        if is_marked:
            return _take_label(piece, label.as_printed, "label in text")
    return piece


def _take_label(piece: Piece, label: str, what: str) -> Piece:
    piece.label = " ".join(label.split())
    length = _length_of(label, piece.text.plain)
    unseen = _UNSEEN.match(piece.text.plain, length)
    piece.text = piece.text.slice(unseen.end() if unseen else length)
    piece.doubts.append(Doubt(what))
    return piece


def section_number(label: str, words: Language) -> tuple[int, int] | None:
    """Rank and number of a section's label, with or without what print puts after it."""
    return words.read_heading_label(label.strip(" .-–—、"))


def _length_of(label: str, words: str) -> int:
    """How many characters of the words are the label, however it is spaced."""
    missing = len(_UNSEEN.sub("", label))
    for place, character in enumerate(words):
        if not missing:
            return place
        missing -= not _UNSEEN.match(character)
    return len(words)


def _is_item_label(label: str, words: Language) -> bool:
    read = words.read_labels(label) if label else []
    return bool(read) and 0 not in read[0].levels and section_number(label, words) is None


def _with_labels_joined(row: list[Piece], words: Language) -> Iterator[Piece]:
    """A paragraph that is only a label belongs to the unlabelled paragraph after it."""
    waiting: Piece | None = None
    for piece in row:
        if waiting is not None:
            if piece.role is Role.PARAGRAPH and not piece.label:
                piece.label = waiting.label
                piece.doubts.append(Doubt("number apart"))
            else:
                yield waiting
            waiting = None
        is_alone = piece.role is Role.PARAGRAPH and piece.label and not piece.text
        if is_alone and words.read_labels(piece.label):
            waiting = piece
        else:
            yield piece
    if waiting is not None:
        yield waiting


def _with_titles_joined(row: list[Piece], words: Language) -> Iterator[Piece]:
    """Annex headings take the lines of their title, section numbers the heading after them."""
    index = 0
    while index < len(row):
        piece = row[index]
        index += 1
        before = row[index - 2] if index > 1 else None
        _part_annex_line(piece, words, is_first=before is not None and _opens(before))
        if piece.role is Role.ANNEX:
            yield piece
        elif _is_annex_label(piece, words):
            piece.role = Role.ANNEX
            piece.label = piece.text.plain
            titles = _title_lines(row[index : index + 3], words)
            piece.text = replace(piece.text, plain="", spans=(), marks=())
            index += len(titles)
            yield _titled(piece, titles)
        elif piece.role is Role.HEADING and piece.label and not piece.text:
            following = row[index] if index < len(row) else None
            if following and _is_title_of(following, piece, words):
                piece.text = following.text
                piece.doubts.extend(following.doubts)
                index += 1
            yield piece
        else:
            yield piece


def _opens(piece: Piece) -> bool:
    return piece.role is Role.ATTACHMENT


def _part_annex_line(piece: Piece, words: Language, *, is_first: bool) -> None:
    """A heading with the annex's label and title in one line becomes the annex.

    A dash must part them, unless the line is the first of an attachment.
    """
    is_label = words.read_annex_label(piece.text.plain) is not None
    if piece.role is not Role.HEADING or piece.label or piece.zone is Zone.QUOTED or is_label:
        return
    first = re.escape(words.annex_label(1, 1))
    for pattern in (rf"({first}(?: ?\w{{1,4}})?)(\s*[–—:-])\s+", rf"({first}(?: ?[IVX\d]+)?)()\s+"):
        match = re.match(pattern, piece.text.plain, re.IGNORECASE)
        is_parted = match is not None and (match[2] or is_first)
        if match and is_parted and words.read_annex_label(match[1]) is not None:
            piece.role = Role.ANNEX
            piece.label = match[1] + match[2]
            piece.text = piece.text.slice(match.end())
            return


def _is_annex_label(piece: Piece, words: Language) -> bool:
    if piece.role not in (Role.HEADING, Role.PARAGRAPH) or piece.label or piece.depth:
        return False
    plain = piece.text.plain
    if piece.zone is Zone.QUOTED or not 0 < len(plain) <= _LONGEST_ANNEX_LABEL:
        return False
    first = words.annex_label(1, 1).casefold()
    return plain.casefold().startswith(first) and words.read_annex_label(plain) is not None


def _title_lines(following: list[Piece], words: Language) -> list[Piece]:
    titles: list[Piece] = []
    for piece in following:
        if not _can_be_title(piece, words) or (titles and not _same_look(titles[0], piece)):
            break
        titles.append(piece)
    return titles


def _titled(annex: Piece, titles: list[Piece]) -> Piece:
    lines: list[Text] = []
    for piece in titles:
        if lines:
            lines.append(Text("\n"))
        lines.append(piece.text)
        annex.doubts.extend(piece.doubts)
    annex.text = joined(lines)
    return annex


def _can_be_title(piece: Piece, words: Language) -> bool:
    return piece.role is Role.HEADING and not piece.label and not _is_annex_label(piece, words)


def _same_look(one: Piece, other: Piece) -> bool:
    return one.block.place.style == other.block.place.style and one.block.shape is other.block.shape


def _is_title_of(piece: Piece, number: Piece, words: Language) -> bool:
    """Whether the heading after a section's number is its title.

    It stands in the number's style, or in any where the section itself has the number; a short
    line that is only filed as a paragraph is the title of a number filed the same way.
    """
    same_style = piece.block.place.style == number.block.place.style
    if _can_be_title(piece, words):
        return same_style or not number.block.raw
    is_line = piece.role is Role.PARAGRAPH and not piece.label and _end(piece.text) not in ENDS
    is_filed_alike = number.block.shape is Shape.PARAGRAPH and same_style and not piece.depth
    return is_line and is_filed_alike and len(piece.text) < _LONGEST_HEADING // 2


def _end(text: Text) -> str:
    """The last character, or a character that is nobody's end for an empty text."""
    return text.plain.rstrip()[-1:] or "\0"

"""From pieces to paragraphs: parts, levels, ranks of headings, annexes, and what was guessed."""

from __future__ import annotations

import re

from drafter.core.inline import NO_TEXT, Style, Text, joined
from drafter.core.labels import Label
from drafter.core.language import Language
from drafter.core.model import DEEPEST_LEVEL, ParagraphKind, Part
from drafter.core.signs import COMMAS
from drafter.io.akn.blocks import Zone
from drafter.io.akn.headings import Headings
from drafter.io.akn.items import Ladder
from drafter.io.akn.lines import Line, Structure, settle_numbers, settle_restarts
from drafter.io.akn.pieces import ENDS, Doubt, Piece, Role
from drafter.io.akn.text import is_all

_BARE_NUMBER = re.compile(r"([’']?)\s*((\d{1,3})(?:\s*[.．,]|(?=\s)))\s*(?=[^\W\d_])")
_AND_AT_END = re.compile(r"[;؛；,،，]\s*\w{1,4}[,،，]?$")
_QUOTES = '“«"„《「'
_LOOK_AHEAD = 6
_LONGEST_BARE_HEADING = 120
_MISTYPED_ONE = ("l.", "I.")


def structure(row: list[Piece], words: Language, *, has_preamble: bool) -> Structure:
    """Reads the pieces in order; annexes go to the end, as the model has them.

    `has_preamble` is False for decisions and statements, where no paragraph is preambular.
    """
    builder = _Builder(words, has_preamble)
    body, annexes = _annexes_last(row)
    for index, piece in enumerate(body):
        builder.add(piece, body[index + 1 : index + 1 + _LOOK_AHEAD])
    builder.begin_annexes()
    for index, piece in enumerate(annexes):
        builder.add(piece, annexes[index + 1 : index + 1 + _LOOK_AHEAD])
    settle_restarts(builder.built.lines)
    settle_numbers(builder.built.lines)
    return builder.built


def _annexes_last(row: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces of the text and those of its annexes; an annex ends with its resolution."""
    body: list[Piece] = []
    annexes: list[Piece] = []
    in_annex = False
    for piece in row:
        if piece.role is Role.COMPONENT:
            if in_annex:
                piece.doubts.append(Doubt("annex moved"))
            in_annex = False
        elif piece.role in (Role.ANNEX, Role.ATTACHMENT):
            in_annex = True
        is_end = piece.role in (Role.CLOSING_LINE, Role.VOTE)
        (annexes if in_annex and not is_end else body).append(piece)
    return body, annexes


class _Builder:
    def __init__(self, words: Language, has_preamble: bool) -> None:  # noqa: FBT001
        self.built = Structure()
        self.words = words
        self.has_preamble = has_preamble
        self.ladder = Ladder()
        self.quoted = Ladder()
        self.headings = Headings(words)
        self.part = Part.PREAMBLE
        self.in_annexes = False
        self.awaits_annex = False
        self.has_operative = False
        self.has_own_numbers = False
        self.main_number = 0
        self.first_annex = ""

    @property
    def last(self) -> Line | None:
        return self.built.lines[-1] if self.built.lines else None

    def begin_annexes(self) -> None:
        self.in_annexes = True
        self._begin_afresh()

    def _begin_afresh(self) -> None:
        self.ladder = Ladder()
        self.headings = Headings(self.words)
        self.main_number = 0

    def add(self, piece: Piece, following: list[Piece]) -> None:
        if self.awaits_annex and piece.role is not Role.ANNEX:
            self._annex(piece, is_named=False)
        self.awaits_annex = False
        if piece.dropped:
            self.built.dropped.append(piece.dropped)
        match piece.role:
            case Role.ATTACHMENT:
                self.awaits_annex = True
            case Role.ANNEX:
                self._annex(piece, is_named=True)
            case Role.PARAGRAPH:
                self._paragraph(piece, following)
            case Role.HEADING | Role.COMPONENT:
                self._heading(piece, following)
            case Role.CLOSING_WORDS:
                level = min(piece.depth, DEEPEST_LEVEL)
                self._append(piece, self._part_here(), level=level, closing=True)
            case _:
                self._add_rare(piece)

    def _add_rare(self, piece: Piece) -> None:
        built = self.built
        if piece.role is Role.TABLE:
            kind = ParagraphKind.TABLE
            self._append(piece, self._part_here(), kind=kind, cells=piece.block.cells)
        elif piece.label:
            self._plain(piece)
        elif piece.role is Role.ORGAN_LINE:
            self._organ_line(piece)
        elif piece.role is Role.TITLE and not built.title:
            built.title = piece.text
        elif piece.role is Role.CLOSING_LINE:
            built.closing.append(piece.text)
        elif piece.role is Role.VOTE:
            built.votes.append(piece.text)
        else:
            self._plain(piece)

    def _plain(self, piece: Piece) -> None:
        piece.doubts.append(Doubt("unplaced", 0.3, piece.role.value))
        self._append(piece, self._part_here(), kind=ParagraphKind.PLAIN)

    def _organ_line(self, piece: Piece) -> None:
        """The first is the document's; others open an embedded draft or one more resolution."""
        if piece.zone is Zone.QUOTED:
            self.quoted = Ladder()
            self._append(piece, self._part_here(), kind=ParagraphKind.QUOTED)
            return
        if not self.built.organ_line:
            self.built.organ_line = piece.text
            return
        piece.doubts.append(Doubt("second organ line"))
        self.has_operative = False
        self.part = Part.PREAMBLE
        self._append(piece, Part.PREAMBLE)

    def _annex(self, piece: Piece, *, is_named: bool) -> None:
        """The heading of an annex; for an attachment that has none, an empty one."""
        self._begin_afresh()
        if is_named and self._is_inner_annex(piece):
            row = (Text(piece.label), Text("\n"), piece.text)
            piece.text, piece.label = joined(row if piece.text else row[:1]), ""
            self._append(piece, Part.ANNEX, kind=ParagraphKind.HEADING, numbered=False)
            return
        if is_named:
            line = self._append(piece, Part.ANNEX, kind=ParagraphKind.ANNEX, restarts=True)
            self.first_annex = self.first_annex or line.printed
            return
        line = Line(Part.ANNEX, NO_TEXT, ParagraphKind.ANNEX, restarts=True)
        line.doubts.append(Doubt("annex without heading", 0.7))
        self.built.lines.append(line)

    def _is_inner_annex(self, piece: Piece) -> bool:
        """Whether a numbered annex stands inside the only annex, which has no number."""
        only = self.words.annex_label(1, 1).casefold()
        return self.first_annex.casefold() == only != piece.label.casefold()

    # Headings

    def _heading(self, piece: Piece, following: list[Piece]) -> None:
        due = self._due_item(following)
        is_among_items = due is not None or (piece.depth > 0 and self.ladder.level > 0)
        if not piece.label and is_among_items and piece.role is Role.HEADING:
            level = self._level_due(due) if due else self.ladder.place_bare(piece.depth)
            piece.doubts.append(Doubt("heading of items", 0.7))
            self._append(piece, self._part_here(), level=self._cut(level, piece), numbered=False)
            return
        self.has_operative = False
        if piece.role is Role.COMPONENT:
            self._begin_afresh()
        self._append(
            piece,
            self._part_here(is_heading=True),
            kind=ParagraphKind.HEADING,
            level=self.headings.rank(piece),
            numbered=bool(piece.label),
            restarts=piece.role is Role.COMPONENT,
        )

    # Paragraphs

    def _paragraph(self, piece: Piece, following: list[Piece]) -> None:
        labels = self.words.read_labels(piece.label) if piece.label else []
        if piece.label in _MISTYPED_ONE and self._is_before_two(following):
            piece.doubts.append(Doubt("label", 0.8, piece.label))
            labels = [Label((0,), 1, 0, 2, "1.")]
        if piece.zone is Zone.QUOTED:
            self._quoted(piece, labels)
        elif labels and self._is_main(piece, labels):
            self._main(piece, labels)
        elif piece.label:
            self._item(piece, self._confirmed(labels, following))
        elif piece.depth:
            level = self.ladder.place_bare(piece.depth)
            self._append(piece, self._part_here(), level=self._cut(level, piece), numbered=False)
        else:
            self._unlabelled(piece, following)

    def _is_main(self, piece: Piece, labels: list[Label]) -> bool:
        """Whether the label is that of a paragraph, not of an item."""
        label = labels[0]
        if 0 not in label.levels:
            return False
        is_own = self._is_own_form(label)
        is_next = is_own and label.n == self.main_number + 1
        if piece.zone is Zone.PREAMBLE:
            return is_next
        is_in_row = self.ladder.continues(labels, piece.depth)
        if piece.depth:
            return is_next and not is_in_row
        if not is_own:
            return not self.has_own_numbers and not is_in_row
        is_inner = label.n == 1 and self.main_number > 0
        if is_inner and self.last is not None and _is_open(self.last):
            return False
        return is_next or not is_in_row

    def _is_own_form(self, label: Label) -> bool:
        """Whether the number is printed as the language prints those of paragraphs."""
        return _ending(label.as_printed) == _ending(self.words.label(0, label.n))

    def _main(self, piece: Piece, labels: list[Label]) -> None:
        self.ladder = Ladder()
        self.has_operative = True
        part = Part.ANNEX if self.in_annexes else Part.OPERATIVE
        if piece.zone is Zone.PREAMBLE:
            piece.doubts.append(Doubt("part", 0.8))
        self.has_own_numbers = self.has_own_numbers or self._is_own_form(labels[0])
        line = self._append(piece, part)
        self.main_number = line.n = labels[0].n
        line.alternative = labels[0].alternative

    def _item(self, piece: Piece, labels: list[Label]) -> None:
        if labels:
            level, is_due = self.ladder.place(labels, piece.depth)
            if not is_due:
                piece.doubts.append(Doubt("level", 0.6))
        else:
            level = self.ladder.place_bullet(piece.label, piece.depth)
            if not piece.is_bullet:
                piece.doubts.append(Doubt("label", 0.5, piece.label))
        line = self._append(piece, self._part_here(), level=self._cut(level, piece))
        line.numbered = bool(labels)
        line.n = labels[0].n if labels else 0

    def _is_before_two(self, following: list[Piece]) -> bool:
        """Whether no number came before, and the next is 2."""
        after = next((one.label for one in following if one.label), "")
        is_two = any(one.n == 2 and 0 in one.levels for one in self.words.read_labels(after))
        return is_two and not self.main_number and not self.ladder.level

    def _confirmed(self, labels: list[Label], following: list[Piece]) -> list[Label]:
        """The reading that the next label goes on from, when a label can be read in two ways."""
        after = next((one for one in following if one.label), None)
        if len(labels) < 2 or after is None or after.role is not Role.PARAGRAPH:
            return labels
        next_ones = {(one.levels, one.n) for one in self.words.read_labels(after.label)}
        sure = [one for one in labels if (one.levels, one.n + 1) in next_ones]
        return sure if len(sure) == 1 else labels

    def _cut(self, level: int, piece: Piece) -> int:
        if level > DEEPEST_LEVEL:
            piece.doubts.append(Doubt("too deep", 0.9, str(level)))
        return min(level, DEEPEST_LEVEL)

    def _quoted(self, piece: Piece, labels: list[Label]) -> None:
        level = 0
        if labels and labels[0].levels[0] > 0:
            level = self._cut(self.quoted.place(labels, piece.depth)[0], piece)
        else:
            self.quoted = Ladder()
        self._append(piece, self._part_here(), kind=ParagraphKind.QUOTED, level=level)

    def _unlabelled(self, piece: Piece, following: list[Piece]) -> None:
        plain = piece.text.plain
        number = self._bare_number(piece, following)
        if number is not None:
            self._main(piece, [number])
            return
        due = self._due_item(following)
        if self._is_bare_heading(piece, following):
            piece.doubts.append(Doubt("heading", 0.6))
            self._heading(piece, following)
            return
        if piece.zone is Zone.PREAMBLE or self._is_preambular(piece):
            self.ladder = Ladder()
            self._append(piece, Part.ANNEX if self.in_annexes else Part.PREAMBLE)
        elif due is not None or self._follows_title(piece):
            self._between_items(piece)
        elif self.ladder.level and plain[:1].islower():
            piece.doubts.append(Doubt("closing words", 0.7))
            self._append(piece, self._part_here(), closing=True)
            self.ladder = Ladder()
        elif plain[:1] in _QUOTES and self.has_preamble and self.last and _is_open(self.last):
            piece.doubts.append(Doubt("quoted", 0.7))
            self._append(piece, self._part_here(), kind=ParagraphKind.QUOTED)
        else:
            self.ladder = Ladder()
            self.has_operative = True
            self._append(piece, Part.ANNEX if self.in_annexes else Part.OPERATIVE)

    def _bare_number(self, piece: Piece, following: list[Piece]) -> Label | None:
        """The number at the start of the words, without its dot, if it is the one that is due."""
        match = _BARE_NUMBER.match(piece.text.plain)
        if match is None or int(match[3]) != self.main_number + 1:
            return None
        if not self.main_number and not self._is_before_two(following):
            return None
        if match[1]:
            self.built.dropped.append(match[1])
        piece.label, piece.text = match[2], piece.text.slice(match.end())
        piece.doubts.append(Doubt("label in text", 0.7))
        return Label((0,), int(match[3]), 0, match.end(), match[2])

    def _is_bare_heading(self, piece: Piece, following: list[Piece]) -> bool:
        """Whether a short line without style or end mark stands above a numbered paragraph."""
        plain = piece.text.plain
        is_short = len(plain) <= _LONGEST_BARE_HEADING and plain[-1:] not in tuple(ENDS)
        if not (is_short and self.has_preamble and following and plain[:1] not in _QUOTES):
            return False
        after = following[0]
        if after.role is not Role.PARAGRAPH or piece.zone not in (Zone.BODY, Zone.ANNEX):
            return False
        labels = self.words.read_labels(after.label) if after.label else []
        return bool(labels) and self._is_main(after, labels)

    def _is_preambular(self, piece: Piece) -> bool:
        """Whether a paragraph filed in the body belongs to the preamble, or to a section's own."""
        if self.in_annexes or not self.has_preamble or self.has_operative:
            return False
        if piece.is_preambular:
            return True
        if piece.text.plain.rstrip()[-1:] not in tuple(COMMAS):
            return False
        piece.doubts.append(Doubt("part", 0.8))
        return True

    def _between_items(self, piece: Piece) -> None:
        """Words between items: below an item that is a title, beside one that is whole."""
        is_title = self._follows_title(piece)
        if piece.text.plain[:1].islower() and not is_title:
            level = max(0, self.ladder.level - 1)
            piece.doubts.append(Doubt("closing words", 0.6))
            self._append(piece, self._part_here(), level=level, closing=True)
            return
        piece.doubts.append(Doubt("item without label", 0.6))
        level = self.ladder.place_below() if is_title else self.ladder.level
        self._append(piece, self._part_here(), level=self._cut(level, piece), numbered=False)

    def _follows_title(self, piece: Piece) -> bool:
        """Whether the line before is an item that only names what these words say."""
        last = self.last
        if last is None or last.level == 0 or last.kind is not ParagraphKind.PARAGRAPH:
            return False
        is_title = is_all(last.text, Style.BOLD) or is_all(last.text, Style.ITALIC)
        is_name = self.has_preamble and not _is_ended(last.text) and _is_ended(piece.text)
        return self.ladder.level > 0 and (is_title or _is_open(last) or is_name)

    def _due_item(self, following: list[Piece]) -> Piece | None:
        """The next labelled item, if it continues the open items and no paragraph comes before."""
        if not self.ladder.level:
            return None
        for piece in following:
            if piece.role is not Role.PARAGRAPH or piece.is_preambular:
                return None
            if piece.label:
                labels = self.words.read_labels(piece.label)
                is_due = bool(labels) and self.ladder.continues(labels, piece.depth)
                is_later = any(label.n > 1 for label in labels)
                return piece if is_due and is_later and not self._is_main(piece, labels) else None
        return None

    def _level_due(self, piece: Piece) -> int:
        """The level the item will have, without placing it."""
        labels = self.words.read_labels(piece.label)
        level = self.ladder.level
        while level > 1 and self.ladder.rungs[level - 1].series not in {x.levels for x in labels}:
            level -= 1
        return min(level, DEEPEST_LEVEL)

    def _part_here(self, *, is_heading: bool = False) -> Part:
        """The part of what belongs to the paragraph before it, or opens the next."""
        if self.in_annexes:
            return Part.ANNEX
        if is_heading or self.last is None:
            return Part.OPERATIVE
        return self.last.part

    def _append(self, piece: Piece, part: Part, **rest: object) -> Line:
        line = Line(part, piece.text, printed=piece.label, doubts=piece.doubts)
        for key, setting in rest.items():
            setattr(line, key, setting)
        line.source_line = piece.block.line
        self.built.lines.append(line)
        return line


def _ending(label: str) -> str:
    """What print puts after a number."""
    return label.strip().lstrip("0123456789 ").replace("–", "-").replace("．", ".")


def _is_ended(text: Text) -> bool:
    """Whether the text ends like a sentence or an item; `; and` counts."""
    plain = text.plain.rstrip()
    return plain[-1:] in tuple(ENDS) or _AND_AT_END.search(plain) is not None


def _is_open(line: Line) -> bool:
    return line.text.plain.rstrip()[-1:] in (":", "：")

"""What is drawn above the title and below the text: the masthead, and the notes.

Neither is typed on the page; the masthead has its form, the notes their panel.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt

from drafter.core.inline import Span, Style, Text
from drafter.core.language import Language, language
from drafter.core.model import DocumentKind, Organ, Resolution
from drafter.core.numbering import Numbering
from drafter.ui.editor.layouts import BODY, Stack, TextLook, is_left_to_right, laid_out
from drafter.ui.editor.positions import to_code_points
from drafter.ui.editor.typography import COLUMN, OVERHANG, SHEET, SIDE, Typography

_LEFT = SIDE
_RIGHT = SHEET - SIDE
_COLUMN_AT = SIDE + OVERHANG
_SIDE_COLUMN = 154.8
"""The right column of the masthead: distribution and date."""
_TOP = 34.0
_NAME_HEIGHT = 24.0
_BODY_HEIGHT = 62.0
"""Lower than in print, where the emblem takes 144 points."""
_NATIONS_WIDTH = COLUMN * 0.65
"""Enough for the longest name, the Russian one."""
_SYMBOL_ABOVE = 5.0
"""Its first letter, of 20 points, stands on the line of the name, of 14."""
_THIN, _HEAVY = 0.5, 1.5
_NOTES_RULE = 70.0
_NOTES_LEAD = 23.75
"""How far before the column the rule of the notes starts (792 of 1267 twips)."""

_NATIONS = TextLook(4)
_ORGAN = TextLook(10, bold=True)
_SYMBOL = TextLook(aligned=Qt.AlignmentFlag.AlignTrailing, initial=10)
_BOLD = TextLook(bold=True)
_ADOPTION = TextLook(4, bold=True)
_FOREIGN = TextLook(aligned=Qt.AlignmentFlag.AlignTrailing)
"""A line that does not run as the others do starts where it would alone."""
_NOTE = TextLook(-1.5, pitch=11)
_NOTE_NUMBER = TextLook(-3, aligned=Qt.AlignmentFlag.AlignTrailing, second=True)


def masthead(resolution: Resolution, typography: Typography) -> tuple[Stack, float]:
    """The masthead on its sheet, and how high it is with the space below it, in points."""
    words = language(resolution.language)
    stack = Stack(SHEET, typography)
    facts = resolution.masthead
    stack.put(words.united_nations, _COLUMN_AT, _TOP, _NATIONS_WIDTH, _NATIONS)
    width = _RIGHT - _COLUMN_AT - _NATIONS_WIDTH
    stack.put(facts.symbol, _RIGHT - width, _TOP - _SYMBOL_ABOVE, width, _SYMBOL)
    y = _TOP + _NAME_HEIGHT
    stack.rule(_LEFT, _RIGHT, y, _THIN)
    organ = words.parent_organ_name(resolution.organ) or facts.organ_name
    below = stack.put(organ, _COLUMN_AT, y + 7, COLUMN - _SIDE_COLUMN + 20, _ORGAN)
    side = y + 9
    for line in _side_lines(resolution, words):
        look = _FOREIGN if words.is_rtl and is_left_to_right(line) else BODY
        side = stack.put(line, _RIGHT - _SIDE_COLUMN, side, _SIDE_COLUMN, look)
    y = max(y + _BODY_HEIGHT, below + 8, side + 8)
    stack.rule(_LEFT, _RIGHT, y, _HEAVY)
    y = _session(stack, resolution, words, y + 5)
    y = _heading(stack, resolution, words, y)
    return stack, y + 14


def _session(stack: Stack, resolution: Resolution, words: Language, y: float) -> float:
    width = _RIGHT - _LEFT
    facts = resolution.masthead
    organ = words.organ_name(resolution.organ)
    if organ and organ != words.parent_organ_name(resolution.organ):
        y = stack.put(organ, _LEFT, y, width, TextLook(2, bold=True))
    for line, look in (
        (facts.session, _BOLD),
        (facts.session_dates, TextLook()),
        (facts.committee, _BOLD),
    ):
        if line:
            y = stack.put(line, _LEFT, y, width, look)
    for item in facts.agenda_items:
        if item.label:
            y = stack.put(item.label, _LEFT, y, width)
        if item.title:
            y = stack.put(item.title, _LEFT, y, width * 0.6, _BOLD)
    return y


def _heading(stack: Stack, resolution: Resolution, words: Language, y: float) -> float:
    start = y
    for line in _heading_lines(resolution, words):
        y = stack.put(line, _COLUMN_AT, y + (14 if y == start else 0), COLUMN - 60, _ADOPTION)
    facts = resolution.masthead
    if facts.sponsors:
        line = words.sponsor_line([one.name for one in facts.sponsors])
        y = stack.put(line, _COLUMN_AT, y + 14, COLUMN, _BOLD)
    elif facts.submitted_by:
        y = stack.put(facts.submitted_by, _COLUMN_AT, y + 14, COLUMN, _BOLD)
    if facts.origin:
        y = stack.put(_styled_origin(facts.origin), _COLUMN_AT, y + 10, COLUMN)
    return y


def _heading_lines(resolution: Resolution, words: Language) -> tuple[str, ...]:
    facts = resolution.masthead
    if facts.adoption:
        return tuple(facts.adoption.split("\n"))
    if resolution.kind is DocumentKind.DECISION:
        return (words.decision_heading,)
    if resolution.kind is DocumentKind.STATEMENT:
        return (words.statement_heading,)
    if resolution.kind is not DocumentKind.ADOPTED or facts.adopted is None:
        return ()
    meeting = facts.meeting_number
    if resolution.organ is Organ.SC and not meeting:
        return ()
    return words.adoption_lines(resolution.organ, facts.adopted, resolution.number, meeting)


def _side_lines(resolution: Resolution, words: Language) -> Iterator[str]:
    facts = resolution.masthead
    is_draft = resolution.kind is DocumentKind.DRAFT
    yield facts.distribution or words.distribution("limited" if is_draft else "general")
    if facts.issued:
        yield words.issue_date(facts.issued)
    for code in facts.languages[-1:]:
        yield words.original_line(code)


def _styled_origin(origin: Text) -> Text:
    """Without styles of its own: what is in the brackets is italic, they are not."""
    if origin.spans:
        return origin
    plain = origin.plain
    inside = Span(plain.startswith("["), len(plain) - plain.endswith("]"), Style.ITALIC)
    return Text(plain, (inside,), origin.marks)


def notes(
    resolution: Resolution,
    typography: Typography,
    counted: Numbering,
    before: Stack | None = None,
) -> tuple[Stack, float]:
    """The notes under their rule, and how high they are, in points; `before` are those till now."""
    texts = {note.id: note.text for note in resolution.footnotes}
    row = [(counted.notes[n], texts[n]) for n in counted.note_order]
    return note_stack(row, typography, before)


def note_lines(text: Text, typography: Typography) -> list[tuple[int, int]]:
    """The stretches of a note's words that stand on its lines, in code points."""
    layout = laid_out(text, typography.px(COLUMN), _NOTE, typography)
    words, lines = layout.text(), map(layout.lineAt, range(layout.lineCount()))
    starts = [to_code_points(words, line.textStart()) for line in lines]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def note_stack(
    notes: Sequence[tuple[str, Text]], typography: Typography, before: Stack | None = None
) -> tuple[Stack, float]:
    """Notes with their numbers under a rule, and how high they are, in points.

    What goes on from another page has no number.
    """
    stack = Stack(SHEET, typography, before)
    if not notes:
        return stack, 0.0
    start = _COLUMN_AT - _NOTES_LEAD
    stack.rule(start, start + _NOTES_RULE, 0.0, _THIN)
    y = 6.0
    for number, text in notes:
        if number:
            marked = number.join(typography.setting.mark_brackets)
            stack.put(marked, start, y - 0.5, _NOTES_LEAD - 4, _NOTE_NUMBER)
        y = stack.put(text, _COLUMN_AT, y, COLUMN, _NOTE)
    return stack, y

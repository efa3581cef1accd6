"""The edits at the caret: one step of the session each, and where the caret goes.

An edit that is not possible changes nothing and says why through `refused`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from drafter.app import structure, writing
from drafter.app.endmarks import end_marks, with_end_marks
from drafter.app.following import with_labels_followed
from drafter.app.passages import Passage, move, passage, paste
from drafter.app.places import Caret, Field, Place, paragraph_place, text_at
from drafter.app.session import Session
from drafter.app.slots import plain_position, slot_position
from drafter.app.writing import Written
from drafter.core import edits, note_edits
from drafter.core.errors import ModelError
from drafter.core.inline import Style, Text
from drafter.core.model import Part, Resolution

Selection = tuple[Caret, Caret]
Beginning = Callable[[Resolution, str], Written]


class Writer(QObject):
    """Writes at the caret of one page.

    `written(start, end)`: the document has changed and the selection, or the caret when the two are
    equal, belongs there. `refused(sentence)`: it has not, and why.
    """

    written = Signal(object, object)
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.sets_end_marks = True
        self.waits_for = ""
        """Why nothing can be written now: a sentence, empty when it can."""
        self._session = session
        self._last_typed = ""
        self._cut: structure.Cut | None = None
        self._pending: dict[Style, bool] = {}

    @property
    def session(self) -> Session:
        """The document it writes to."""
        return self._session

    # Words

    def type_words(self, selection: Selection, words: str) -> None:
        """Characters typed at the caret or over the selection."""
        starts_word = self._last_typed.isspace() and not words.isspace()
        if starts_word or selection[0] != selection[1]:
            self._session.end_typing()
        pending, self._pending = self._pending, {}

        def typed(resolution: Resolution) -> Written:
            if selection[0] == selection[1]:
                ground = structure.ground_for_words(resolution, selection[0], words)
            else:
                ground = writing.remove(resolution, *selection)
            place, at = ground.caret
            if writing.is_table(ground.resolution, place):
                raise ModelError(self.tr("A table is edited cell by cell."))
            typed_words = words if place == selection[0].place else words.lstrip()
            new = writing.type_sign(ground.resolution, place, at, typed_words)
            return _restyled(new, at, pending)

        place = self._place_of_words(selection, words)
        self._write(self.tr("Typing"), typed, f"typing {place.field} {place.id}")
        self._last_typed = words

    def _place_of_words(self, selection: Selection, words: str) -> Place:
        """Where words typed over a selection will stand."""
        if selection[0] != selection[1]:
            return selection[0].place
        ground = structure.ground_for_words(self._session.resolution, selection[0], words)
        return ground.caret.place

    def replace_words(self, place: Place, start: int, end: int, words: str) -> None:
        """Slots of one place replaced, as an input method or a screen reader does."""

        def replaced(resolution: Resolution) -> Written:
            if start != end:
                return writing.type_text(resolution, place, start, end, words)
            ground = structure.ground_for_words(resolution, Caret(place, start), words)
            there, at = ground.caret
            return writing.type_text(ground.resolution, there, at, at, words)

        self._write(self.tr("Typing"), replaced, f"typing {place.field} {place.id}")

    def replace_lines(self, selection: Selection, lines: Sequence[str]) -> None:
        """What stands in the selection replaced by lines, each a paragraph, as `replace_words`."""

        def replaced(resolution: Resolution) -> Written:
            ground = writing.remove(resolution, *selection)
            return structure.typed_lines(ground.resolution, ground.caret, lines)

        self._session.end_typing()
        self._write(self.tr("Typing"), replaced)

    def remove(self, selection: Selection) -> None:
        """The selection taken out."""

        def removed(resolution: Resolution) -> Written:
            new = writing.remove(resolution, *selection)
            return Written(with_end_marks(resolution, new.resolution), new.caret)

        place = selection[0].place
        same = place == selection[1].place
        key = f"deleting {place.field} {place.id}" if same else ""
        self._write(self.tr("Delete"), removed, key)

    def end_typing(self) -> None:
        """The caret has gone elsewhere: the next key starts a step of its own."""
        self._session.end_typing()
        self._last_typed = ""
        self._pending = {}

    # Structure

    def enter(self, selection: Selection) -> None:
        """Enter: the next paragraph, or the rest of this one."""

        def entered(resolution: Resolution) -> Written:
            if selection[0] == selection[1]:
                return structure.enter(resolution, selection[0])
            cleared = writing.remove(resolution, *selection)
            return structure.enter(cleared.resolution, cleared.caret)

        before = self._session.resolution
        if self._write(self.tr("New paragraph"), entered):
            is_plain = selection[0] == selection[1]
            now = self._session.resolution
            self._cut = structure.cut(before, now, selection[0]) if is_plain else None

    def join_backward(self, caret: Caret) -> None:
        """Backspace at the start of a place."""
        cut = self._cut
        self._write(self.tr("Join paragraphs"), lambda r: structure.join_backward(r, caret, cut))

    def join_forward(self, caret: Caret) -> None:
        """Delete at the end of a place."""
        cut = self._cut
        self._write(self.tr("Join paragraphs"), lambda r: structure.join_forward(r, caret, cut))

    def indent(self, selection: Selection) -> None:
        """The paragraphs a level deeper."""
        self._restructure(self.tr("Level down"), structure.indent, selection)

    def outdent(self, selection: Selection) -> None:
        """The paragraphs a level up."""
        self._restructure(self.tr("Level up"), structure.outdent, selection)

    def move_up(self, selection: Selection) -> None:
        """The paragraphs, with their items, above the one before."""
        self._restructure(self.tr("Move up"), structure.move_up, selection)

    def move_down(self, selection: Selection) -> None:
        """The paragraphs, with their items, below the next one."""
        self._restructure(self.tr("Move down"), structure.move_down, selection)

    def make_preambular(self, selection: Selection) -> None:
        """The paragraphs into preambular ones, where they stand."""
        self._restructure(self.tr("Make preambular"), structure.make_preambular, selection)

    def make_operative(self, selection: Selection) -> None:
        """The paragraphs into operative ones, where they stand."""
        self._restructure(self.tr("Make operative"), structure.make_operative, selection)

    def make_heading(self, selection: Selection) -> None:
        """The paragraphs into section headings."""
        self._restructure(self.tr("Make heading"), structure.make_headings, selection)

    def delete(self, selection: Selection) -> None:
        """The paragraphs taken out with all that hangs on them."""
        self._restructure(self.tr("Delete paragraph"), structure.delete, selection)

    def _restructure(self, label: str, edit: structure.Edit, selection: Selection) -> None:
        def edited(resolution: Resolution) -> Written:
            new = edit(resolution, paragraph_ids(resolution, selection))
            return Written(new, writing.at_home(new, selection[1]))

        self._session.end_typing()
        self._write(label, edited, kept=selection)

    # Looks and notes

    def toggle_style(self, selection: Selection, style: Style) -> None:
        """A style set on the selection or taken off; without one, for what is typed next."""
        start, end = selection
        if start == end:
            on = self._pending.get(style, not self.has_style(selection, style))
            self._pending = {**self._pending, style: on}
            return
        on = not self.has_style(selection, style)

        def styled(resolution: Resolution) -> Written:
            return Written(writing.set_style(resolution, start, end, style, on=on), end)

        self._write(self.tr("Change style"), styled, kept=selection)

    def has_style(self, selection: Selection, style: Style) -> bool:
        """Whether all of the selection, or the character before the caret, has a style."""
        resolution = self._session.resolution
        pieces = writing.stretch(resolution, *selection)
        return all(
            _has_style(text_at(resolution, place), first, last, style)
            for place, first, last in pieces
            if first < last or len(pieces) == 1
        )

    def insert_footnote(self, caret: Caret, words: Text | str = "") -> str | None:
        """A new note marked at the caret; its id, None where there can be none."""
        if caret.place.field is not Field.PARAGRAPH:
            self.refused.emit(self.tr("A footnote belongs to a paragraph."))
            return None

        def marked(resolution: Resolution) -> Written:
            if writing.is_table(resolution, caret.place):
                raise ModelError(self.tr("A footnote of a table is set in its cell."))
            at = plain_position(resolution.paragraph(caret.place.id).text, caret.at)
            new = note_edits.add_footnote(resolution, caret.place.id, at, words)
            text = new.paragraph(caret.place.id).text
            return Written(new, Caret(caret.place, slot_position(text, at)))

        if not self._write(self.tr("Insert footnote"), marked):
            return None
        return edits.latest_id(self._session.resolution, "n")

    def mark_again(self, caret: Caret, note_id: str) -> None:
        """A further mark of a note at the caret."""
        if caret.place.field is not Field.PARAGRAPH:
            self.refused.emit(self.tr("A footnote belongs to a paragraph."))
            return

        def marked(resolution: Resolution) -> Written:
            if writing.is_table(resolution, caret.place):
                raise ModelError(self.tr("A footnote of a table is set in its cell."))
            at = plain_position(resolution.paragraph(caret.place.id).text, caret.at)
            new = note_edits.add_mark(resolution, caret.place.id, at, note_id)
            text = new.paragraph(caret.place.id).text
            return Written(new, Caret(caret.place, slot_position(text, at)))

        self._session.end_typing()
        self._write(self.tr("Mark note again"), marked)

    def begin(self, label: str, start: Beginning, paragraph_id: str) -> None:
        """Something else in the place of an empty paragraph (see `app.what_next`)."""
        self._session.end_typing()
        self._write(label, lambda resolution: start(resolution, paragraph_id))

    def take(self, label: str, edit: Callable[[Resolution], Written]) -> bool:
        """An edit made up elsewhere, as a step of its own; whether it was possible."""
        self._session.end_typing()
        return self._write(label, edit)

    # Passages

    def passage(self, selection: Selection) -> Passage:
        """The selection as a passage."""
        return passage(self._session.resolution, *selection)

    def paste(self, selection: Selection, pasted: Passage) -> None:
        """A passage in the place of the selection."""
        self._write(self.tr("Paste"), lambda r: paste(r, *selection, pasted))

    def cut(self, selection: Selection) -> None:
        """The selection taken out, as a step of its own."""

        def removed(resolution: Resolution) -> Written:
            new = writing.remove(resolution, *selection)
            return Written(with_end_marks(resolution, new.resolution), new.caret)

        self._write(self.tr("Cut"), removed)

    def move(self, selection: Selection, target: Caret) -> None:
        """The selection dragged elsewhere."""
        self._write(self.tr("Move words"), lambda r: move(r, *selection, target))

    @Slot(str, int, object)
    def move_paragraph(self, paragraph_id: str, index: int, part: Part) -> None:
        """A paragraph with its items moved to stand before what is now at `index`."""

        def moved(resolution: Resolution) -> Written:
            new = edits.move(resolution, paragraph_id, index, part)
            return Written(with_end_marks(resolution, new), Caret(paragraph_place(paragraph_id)))

        self.take(self.tr("Move paragraph"), moved)

    def _write(
        self,
        label: str,
        edit: Callable[[Resolution], Written],
        merge_key: str = "",
        kept: Selection | None = None,
    ) -> bool:
        """One step; the selection `kept` stays, otherwise the caret goes where the edit says."""
        if self.waits_for:
            self.refused.emit(self.waits_for)
            return False
        try:
            with end_marks(are_set=self.sets_end_marks):
                new, caret = edit(self._session.resolution)
        except ModelError as error:
            self.refused.emit(error.user_text())
            return False
        before = self._session.resolution
        new = with_labels_followed(before, self._session.numbering, new)
        self._session.apply(new, label, merge_key)
        start, end = kept or (caret, caret)
        self.written.emit(writing.at_home(new, start), writing.at_home(new, end))
        return True


def paragraph_ids(resolution: Resolution, selection: Selection) -> list[str]:
    """The paragraphs that a selection touches."""
    return [
        place.id
        for place, _, _ in writing.stretch(resolution, *selection)
        if place.field is Field.PARAGRAPH
    ]


def _restyled(written: Written, start: int, pending: dict[Style, bool]) -> Written:
    resolution, caret = written
    for style, on in pending.items():
        resolution = writing.set_style(resolution, Caret(caret.place, start), caret, style, on=on)
    return Written(resolution, caret)


def _has_style(text: Text, first: int, last: int, style: Style) -> bool:
    start, end = plain_position(text, first), plain_position(text, last)
    if start == end:
        start = max(0, start - 1)
    return any(one <= start < end <= other for one, other in text.stretches(style))

"""`drafter compare`: what changed between two resolutions, as lines of text and as JSON.

The keys of the JSON are a public contract: they are only ever added to.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping

from drafter.cli.output import FINDINGS, FINE, STANDARD, later, misused, print_json, print_lines
from drafter.core.diff import Comparison, NoteRow, Row, What, Words, compared, plain_text, word_diff
from drafter.core.model import Footnote, Resolution
from drafter.core.numbering import numbering
from drafter.io.formats import read_file

_KEPT_ENDS = 30
"""Characters shown at both ends of a long stretch that did not change."""

_SIGNS = {
    What.CHANGED: "~",
    What.MOVED: ">",
    What.ADDED: "+",
    What.REMOVED: "-",
}


def run(options: argparse.Namespace) -> int:
    """Shows what changed."""
    if options.output:
        return later("-o, for a Word file of the changes,")
    if options.old == options.new == STANDARD:
        misused("Only one of the two can be the standard input.")
    old, new = read_file(options.old), read_file(options.new)
    comparison = compared(old, new)
    if options.json:
        print_json(comparison_json(old, new, comparison))
    else:
        print_lines(comparison_lines(old, new, comparison))
    return FINDINGS if options.exit_code and not comparison.is_equal else FINE


def comparison_lines(old: Resolution, new: Resolution, comparison: Comparison) -> Iterator[str]:
    """What changed; `[-old-]` and `{+new+}` words inside a changed paragraph."""
    before, after = numbering(old).labels, numbering(new).labels
    for name, was, now in comparison.fields:
        where = name.removeprefix("masthead.").replace("_", " ")
        yield f"~ {where}: {_changes(word_diff(was, now))}"
    for row in comparison.rows:
        if row.what is not What.KEPT:
            yield _row(row, before, after)
    for note in comparison.notes:
        yield _note(note)
    totals = comparison.counts()
    yield ", ".join(f"{number:,} {what}" for what, number in totals.items()) + "."


def _row(row: Row, before: Mapping[str, str], after: Mapping[str, str]) -> str:
    labels = [
        labels[paragraph.id] or "–"
        for paragraph, labels in ((row.old, before), (row.new, after))
        if paragraph is not None
    ]
    label = " → ".join(dict.fromkeys(labels))
    also = [name for name in row.differs if name != "text"]
    remark = f" ({', '.join(also)} changed)" if also else ""
    return f"{_SIGNS[row.what]} {label}  {_changes(row.words())}{remark}"


def _note(note: NoteRow) -> str:
    numbers = " → ".join(dict.fromkeys(filter(None, (note.old_number, note.new_number))))
    return f"{_SIGNS[note.what]} note {numbers}: {_changes(note.words())}"


def _changes(stretches: Iterable[Words]) -> str:
    pieces: list[str] = []
    for words in stretches:
        if words.what is What.KEPT:
            pieces.append(_middle_cut(words.old))
            continue
        pieces.append(f"[-{words.old}-]" if words.old else "")
        pieces.append(f"{{+{words.new}+}}" if words.new else "")
    return "".join(pieces).replace("\n", " ")


def _middle_cut(words: str) -> str:
    if len(words) <= 2 * _KEPT_ENDS + 3:
        return words
    return f"{words[:_KEPT_ENDS]} … {words[-_KEPT_ENDS:]}"


def comparison_json(old: Resolution, new: Resolution, comparison: Comparison) -> dict[str, object]:
    """The comparison as JSON values."""
    before, after = numbering(old).labels, numbering(new).labels

    def row_json(row: Row) -> dict[str, object]:
        was = {"label": before[row.old.id], "text": plain_text(row.old)} if row.old else None
        now = {"label": after[row.new.id], "text": plain_text(row.new)} if row.new else None
        return {
            "what": row.what.value,
            "old": was,
            "new": now,
            "similarity": round(row.similarity, 4),
            "differs": list(row.differs),
            "words": _words_json(row.words() if "text" in row.differs else ()),
        }

    return {
        "format": "drafter.comparison",
        "version": 1,
        "counts": comparison.counts(),
        "paragraphs": [row_json(row) for row in comparison.rows],
        "fields": [
            {"field": name, "old": was, "new": now, "words": _words_json(word_diff(was, now))}
            for name, was, now in comparison.fields
        ],
        "notes": [
            {
                "what": note.what.value,
                "old": _note_json(note.old, note.old_number),
                "new": _note_json(note.new, note.new_number),
                "words": _words_json(note.words()),
            }
            for note in comparison.notes
        ],
    }


def _words_json(stretches: Iterable[Words]) -> list[dict[str, str]]:
    return [{"what": one.what.value, "old": one.old, "new": one.new} for one in stretches]


def _note_json(note: Footnote | None, number: str) -> dict[str, str] | None:
    return None if note is None else {"number": number, "text": note.text.plain}

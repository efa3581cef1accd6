"""The notation itself: a test that misreads its document proves nothing."""

from __future__ import annotations

import pytest

from drafter.core.inline import Mark, Style
from drafter.core.model import DocumentKind, Organ, ParagraphKind, Part
from tests.notation import document


def test_parts_levels_and_labels_are_read_off_the_pieces() -> None:
    resolution = document(
        "P: Recalling x, | 1. Decides y: | (a) z: | (i) u; | a. v; | i. w; | < all,"
    )
    assert [(p.part, p.level, p.printed) for p in resolution.paragraphs] == [
        (Part.PREAMBLE, 0, ""),
        (Part.OPERATIVE, 0, "1."),
        (Part.OPERATIVE, 1, "(a)"),
        (Part.OPERATIVE, 2, "(i)"),
        (Part.OPERATIVE, 3, "a."),
        (Part.OPERATIVE, 4, "i."),
        (Part.OPERATIVE, 0, ""),
    ]
    assert resolution.paragraphs[-1].closing


def test_the_letter_i_after_h_is_no_roman_number() -> None:
    resolution = document("1. D: | (h) z; | (i) u; | (i) v.")
    assert [p.level for p in resolution.paragraphs] == [0, 1, 1, 2]


def test_styles_and_marks_keep_their_places() -> None:
    resolution = document("P: _Recalling_ x,[^1] y[^2] 65^{e} | [^1]: Note one.")
    text = resolution.paragraphs[0].text
    assert text.plain == "Recalling x, y 65e"
    assert text.stretches(Style.ITALIC) == ((0, 9),)
    assert text.stretches(Style.SUPERSCRIPT) == ((17, 18),)
    assert text.marks == (Mark(12, "n1", "1"), Mark(14, "", "2"))
    assert resolution.footnotes[0].text.plain == "Note one."


def test_headings_annexes_tables_and_blocks_have_their_kinds() -> None:
    resolution = document(
        "1. D. | #! I. Rights | A II: Plan | 1. E. | T: a ; b // c ; d | Q: (a) q"
    )
    assert [(p.kind, p.part, p.printed) for p in resolution.paragraphs] == [
        (ParagraphKind.PARAGRAPH, Part.OPERATIVE, "1."),
        (ParagraphKind.HEADING, Part.OPERATIVE, "I"),
        (ParagraphKind.ANNEX, Part.ANNEX, "Annex II"),
        (ParagraphKind.PARAGRAPH, Part.ANNEX, "1."),
        (ParagraphKind.TABLE, Part.ANNEX, ""),
        (ParagraphKind.QUOTED, Part.ANNEX, "(a)"),
    ]
    assert [[cell.plain for cell in row] for row in resolution.paragraphs[4].cells] == [
        ["a", "b"],
        ["c", "d"],
    ]


def test_the_document_has_its_fields() -> None:
    resolution = document(
        "@fr SC draft | Number: 64/177 | Title: T | Closing: c | 1. D.", printed=False
    )
    assert (resolution.language, resolution.organ, resolution.kind) == (
        "fr",
        Organ.SC,
        DocumentKind.DRAFT,
    )
    assert resolution.number == "64/177"
    assert resolution.closing[0].plain == "c"
    assert resolution.paragraphs[0].printed is None


def test_a_piece_without_a_reading_is_an_error() -> None:
    with pytest.raises(ValueError, match="No reading"):
        document("whatever this is")

"""Resolutions read from Akoma Ntoso: one small file for each construct and each known fault."""

from __future__ import annotations

from datetime import date

import pytest

from drafter.core.errors import ReadError
from drafter.core.inline import Style
from drafter.core.model import DocumentKind, Organ, ParagraphKind, Part, Resolution, Sponsor
from drafter.core.numbering import numbering
from drafter.io.akn import read_akn
from drafter.io.akn import xml as akn_xml
from tests.accept import akn_corpus
from tests.accept.akn_accounts import unaccounted
from tests.io.akn_texts import (
    COVER,
    PREFACE,
    akn,
    annex,
    heading,
    italic,
    listed,
    note,
    paragraph,
    point,
    recital,
)


def read(content: bytes) -> Resolution:
    """The resolution, every character of the file accounted for."""
    resolution = read_akn(content)
    assert unaccounted(content, resolution) == ""
    return resolution


def rows(resolution: Resolution) -> list[str]:
    """The paragraphs in short: part, kind if special, level, label and words."""
    row: list[str] = []
    for one in resolution.paragraphs:
        kind = "" if one.kind is ParagraphKind.PARAGRAPH else f" {one.kind.value}"
        closing = " closing" if one.closing else ""
        row.append(f"{one.part.value[0]}{kind}{closing} {one.level} {one.printed}|{one.text.plain}")
    return row


def guesses(resolution: Resolution) -> set[str]:
    return {guess.what for guess in resolution.guesses}


def computed(resolution: Resolution) -> list[str]:
    labels = numbering(resolution).labels
    return [labels[one.id] for one in resolution.paragraphs]


def test_masthead_number_title_and_closing_come_from_their_elements() -> None:
    resolution = read(akn(paragraph("", f"{italic('Plants')} trees.")))
    masthead = resolution.masthead
    assert (resolution.language, resolution.organ, resolution.kind) == (
        "en",
        Organ.GA,
        DocumentKind.ADOPTED,
    )
    assert (resolution.number, resolution.title.plain) == ("95/12", "Shared orchards")
    assert resolution.title.spans == ()
    assert resolution.organ_line.plain == "The General Assembly,"
    assert masthead.symbol == "A/RES/95/12"
    assert (masthead.issued, masthead.adopted) == (date(2040, 12, 19), date(2040, 12, 12))
    assert masthead.session == "Ninety-fifth session"
    assert [(item.label, item.title) for item in masthead.agenda_items] == [
        ("Agenda item 7 (b)", "Care of shared orchards")
    ]
    assert masthead.origin.plain == "[on the report of the Second Committee (A/95/400, para. 9)]"
    assert (masthead.meeting, masthead.adoption, masthead.distribution) == ("60", "", "")
    assert masthead.printed[:4] == (
        "United Nations",
        "A/RES/95/12",
        "General Assembly",
        "Distr.: General",
    )
    assert [line.plain for line in resolution.closing] == [
        "60th plenary meeting",
        "12\u00a0December 2040",
    ]


def test_a_single_operative_paragraph_is_numbered_and_shows_no_number() -> None:
    resolution = read(akn(paragraph("", "Plants trees."), preamble=recital("Knowing trees,")))
    assert rows(resolution) == ["p 0 |Knowing trees,", "o 0 |Plants trees."]
    assert resolution.paragraphs[1].numbered
    assert computed(resolution) == ["", ""]


def test_ids_count_in_order_and_serial_is_the_larger_count() -> None:
    resolution = read(akn(paragraph("1.", "A;") + paragraph("2.", f"B.{note('1', 'C.')}")))
    assert [one.id for one in resolution.paragraphs] == ["p1", "p2"]
    assert [one.id for one in resolution.footnotes] == ["n1"]
    assert resolution.serial == 2


def test_white_space_is_folded_and_no_break_spaces_stay() -> None:
    words = '\n  <span class="italic">\tPlants </span>all\n\t of\u00a0the trees; '
    resolution = read(akn(paragraph("1.", words)))
    text = resolution.paragraphs[0].text
    assert text.plain == "Plants all of\u00a0the trees;"
    assert text.stretches(Style.ITALIC) == ((0, 6),)


def test_styles_become_spans_and_lost_ones_a_guess() -> None:
    words = (
        '<span class="bold italic">Waters</span> 1<sup>st</sup> H<sub>2</sub>O '
        '<span class="underline">now</span>.'
    )
    resolution = read(akn(paragraph("1.", words) + paragraph("2.", "B.")))
    text = resolution.paragraphs[0].text
    assert text.stretches(Style.BOLD) == text.stretches(Style.ITALIC) == ((0, 6),)
    assert text.stretches(Style.SUPERSCRIPT) == ((8, 10),)
    assert text.stretches(Style.SUBSCRIPT) == ((12, 13),)
    assert ("style lost", "underline") in {(g.what, g.detail) for g in resolution.guesses}


def test_a_footnote_is_an_object_marked_where_it_stood() -> None:
    mark = note("1", f"See {italic('Trees')}, vol. 2.")
    words = f"Plants trees{mark} soon;"
    resolution = read(akn(paragraph("1.", words) + paragraph("2.", "B.")))
    text = resolution.paragraphs[0].text
    assert text.plain == "Plants trees soon;"
    assert [(mark.at, mark.note, mark.printed) for mark in text.marks] == [(12, "n1", "1")]
    assert resolution.footnotes[0].text.plain == "See Trees, vol. 2."
    assert resolution.footnotes[0].text.stretches(Style.ITALIC) == ((4, 9),)


def test_a_number_set_high_marks_its_note_again() -> None:
    body = paragraph("1.", f"Trees;{note('1', 'See 95/1.')}")
    body += paragraph("2.", "Trees<sup>1</sup> and 4 m<sup>2</sup> and 5<sup>7</sup>.")
    resolution = read(akn(body))
    second = resolution.paragraphs[1].text
    assert second.plain == "Trees and 4 m2 and 57."
    assert [(mark.at, mark.note) for mark in second.marks] == [(5, "n1")]


def test_brackets_around_arabic_marks_are_discarded() -> None:
    mark = f"<sup>(</sup>{note('1', '()&#9;قرارها.')}<sup>)</sup>"
    content = akn(paragraph("1 -", f"تزرع الأشجار{mark}؛") + paragraph("2 -", "ب."), code="ara")
    resolution = read(content.replace(b"United Nations", "الأمم المتحدة".encode()))
    text = resolution.paragraphs[0].text
    assert resolution.language == "ar"
    assert text.plain == "تزرع الأشجار؛"
    assert [(one.at, one.printed) for one in text.marks] == [(12, "1")]
    assert resolution.footnotes[0].text.plain == "قرارها."
    assert {one.text for one in resolution.discarded} == {"()"}


def test_items_go_as_deep_as_their_labels_say() -> None:
    body = (
        paragraph("1.", "Asks:")
        + paragraph("(a)", "One:", "MercuryDocument")
        + paragraph("(i)", "Two;", "MercuryDocument")
        + paragraph("(ii)", "Two:", "MercuryDocument")
        + paragraph("a.", "Three;", "MercuryDocument")
        + paragraph("b.", "Three;", "MercuryDocument")
        + paragraph("(iii)", "Two;", "MercuryDocument")
        + paragraph("(b)", "One;", "MercuryDocument")
        + paragraph("2.", "Ends.")
    )
    resolution = read(akn(body))
    assert [one.level for one in resolution.paragraphs] == [0, 1, 2, 2, 3, 3, 2, 1, 0]
    assert computed(resolution) == [one.printed for one in resolution.paragraphs]


def test_i_after_h_is_the_letter_unless_the_list_is_deeper() -> None:
    letters = "".join(point(f"({one})", f"{one};") for one in "abcdefghi")
    resolution = read(akn(listed("1.", "Asks:", letters) + paragraph("2.", "Ends.")))
    assert {one.level for one in resolution.paragraphs[1:10]} == {1}
    inner = f"<sublist>{point('(i)', 'deep;')}{point('(ii)', 'deep;')}</sublist>"
    letters = "".join(point(f"({one})", f"{one};") for one in "abcdefgh") + inner
    resolution = read(akn(listed("1.", "Asks:", letters) + paragraph("2.", "Ends.")))
    assert [one.level for one in resolution.paragraphs[8:11]] == [1, 2, 2]


def test_the_next_label_tells_how_to_read_i() -> None:
    letters = "".join(point(f"({one})", f"{one};") for one in "abcdefgh")
    letters += f"<sublist>{point('(i)', 'i;')}</sublist>" + point("(j)", "j;")
    resolution = read(akn(listed("1.", "Asks:", letters) + paragraph("2.", "Ends.")))
    assert {one.level for one in resolution.paragraphs[1:11]} == {1}


def test_letters_below_roman_items_may_run_on() -> None:
    body = paragraph("1.", "Asks:") + "".join(
        paragraph(label, "x;") for label in ("(i)", "(a)", "(b)", "(ii)", "(c)", "(d)")
    )
    resolution = read(akn(body + paragraph("2.", "Ends.")))
    assert [one.level for one in resolution.paragraphs] == [0, 1, 2, 2, 1, 2, 2, 0]


def test_bullets_hang_below_the_item_before_them_and_are_not_numbered() -> None:
    bullets = f"<sublist>{point('–', 'one;')}{point('–', 'two;')}</sublist>"
    items = point("(a)", "Asks:") + bullets + point("(b)", "Ends;")
    resolution = read(akn(listed("1.", "Asks:", items) + paragraph("2.", "Ends.")))
    assert [one.level for one in resolution.paragraphs] == [0, 1, 2, 2, 1, 0]
    assert [one.numbered for one in resolution.paragraphs] == [True, True, False, False, True, True]


def test_levels_beyond_the_fourth_are_cut_and_guessed() -> None:
    items = point("–", "x;")
    for label in ("i.", "a.", "(i)", "(a)"):
        items = point(label, "x:") + f"<sublist>{items}</sublist>"
    resolution = read(akn(listed("1.", "Asks:", items) + paragraph("2.", "Ends.")))
    assert [one.level for one in resolution.paragraphs] == [0, 1, 2, 3, 4, 4, 0]
    assert "too deep" in guesses(resolution)


def test_closing_words_end_their_paragraph() -> None:
    items = point("(a)", "x;") + point("(b)", "y;") + "<wrapUp><p>and goes on;</p></wrapUp>"
    resolution = read(akn(listed("1.", "Asks:", items) + paragraph("2.", "Ends.")))
    assert rows(resolution)[3] == "o closing 0 |and goes on;"
    assert computed(resolution) == ["1.", "(a)", "(b)", "", "2."]


def test_unlabelled_small_letters_after_items_are_closing_words() -> None:
    body = paragraph("1.", "Asks:") + paragraph("(a)", "x;") + paragraph("", "and goes on;")
    resolution = read(akn(body + paragraph("2.", "Ends.")))
    assert rows(resolution)[2] == "o closing 0 |and goes on;"
    assert "closing words" in guesses(resolution)


def test_words_below_an_item_that_is_a_title_hang_below_it() -> None:
    title = '<span class="bold">Water</span>'
    body = paragraph("1.", "Asks:") + paragraph("(a)", title) + paragraph("", "To water;")
    body += paragraph("(b)", "x;") + paragraph("2.", "Ends.")
    resolution = read(akn(body))
    assert [one.level for one in resolution.paragraphs] == [0, 1, 2, 1, 0]
    assert "item without label" in guesses(resolution)


def test_a_heading_among_items_is_an_item_without_label() -> None:
    items = (
        point("(a)", "x;")
        + f"<point><subheading>Water:</subheading>{point('(b)', 'y;')[7:]}"
        + point("(c)", "z;")
    )
    resolution = read(akn(listed("1.", "Asks:", items) + paragraph("2.", "Ends.")))
    assert rows(resolution)[2] == "o 1 |Water:"
    assert computed(resolution) == ["1.", "(a)", "", "(b)", "(c)", "2."]


def test_items_of_the_preamble_are_preambular() -> None:
    block = (
        f'<container name="x"><blockList><listIntroduction>\t{italic("Knowing")}:'
        "</listIntroduction><item><num>(a)</num><p>\tTrees,</p></item>"
        "<item><num>(b)</num><p>\tShrubs,</p></item></blockList></container>"
    )
    resolution = read(akn(paragraph("1.", "A;") + paragraph("2.", "B."), preamble=block))
    assert rows(resolution)[:3] == ["p 0 |Knowing:", "p 1 (a)|Trees,", "p 1 (b)|Shrubs,"]


def test_sections_take_their_title_and_restart_the_numbers() -> None:
    body = (
        heading("I")
        + heading("Trees")
        + paragraph("1.", "A;")
        + paragraph("2.", "B;")
        + heading("II")
        + heading("Shrubs")
        + paragraph("1.", "C;")
        + paragraph("2.", "D;")
        + heading("III")
        + heading("Moss")
        + paragraph("", "E.")
    )
    resolution = read(akn(body))
    assert rows(resolution)[0] == "o heading 0 I|Trees"
    assert [one.restarts for one in resolution.paragraphs if one.kind == "heading"] == [True] * 3
    assert computed(resolution) == ["I", "1.", "2.", "II", "1.", "2.", "III", ""]


def test_numbers_that_run_on_do_not_restart() -> None:
    body = heading("Trees") + paragraph("1.", "A;") + heading("Moss") + paragraph("2.", "B.")
    resolution = read(akn(body))
    assert not any(one.restarts for one in resolution.paragraphs)
    assert not any(one.numbered for one in resolution.paragraphs if one.kind == "heading")
    assert computed(resolution) == ["", "1.", "", "2."]


def test_a_sections_own_preamble_filed_as_headings_is_preambular() -> None:
    cross = f"<crossHeading>\t{italic('Having considered')} the trees,</crossHeading>"
    section = f"<section><num>\tI</num><subheading>Trees</subheading>{cross}"
    body = f"{section}{paragraph('1.', 'A;')}{paragraph('2.', 'B.')}</section>"
    resolution = read(akn(body))
    assert rows(resolution)[:3] == [
        "o heading 0 I|Trees",
        "p 0 |Having considered the trees,",
        "o 0 1.|A;",
    ]
    assert "part" in guesses(resolution)


def test_a_declaration_after_an_unnumbered_paragraph_stays_operative() -> None:
    body = paragraph("", "Adopts the following:") + heading("Of trees", "H1")
    body += paragraph("1.", "We plant.") + paragraph("2.", "We water.")
    resolution = read(akn(body))
    assert [one.part for one in resolution.paragraphs] == [Part.OPERATIVE] * 4
    assert resolution.paragraphs[1].restarts
    assert computed(resolution) == ["", "", "1.", "2."]


def test_bold_lines_filed_as_paragraphs_are_headings() -> None:
    line = '<span class="bold">\t\tTrees</span>'
    body = paragraph("", line, "MercuryDocument") + paragraph("1.", "A;") + paragraph("2.", "B.")
    resolution = read(akn(body))
    assert rows(resolution)[0] == "o heading 0 |Trees"
    assert resolution.paragraphs[0].text.spans == ()
    assert "heading" in guesses(resolution)


def test_a_short_line_above_a_number_is_a_heading() -> None:
    body = paragraph("1.", "A;") + paragraph("", "Of moss") + paragraph("2.", "B.")
    assert rows(read(akn(body)))[1] == "o heading 0 |Of moss"


@pytest.mark.parametrize("words", ["\t1.\tA;", "1.\tA;"])
def test_a_label_left_in_the_words_is_taken_out(words: str) -> None:
    resolution = read(akn(paragraph("", words) + paragraph("", "2.\tB.")))
    assert rows(resolution) == ["o 0 1.|A;", "o 0 2.|B."]
    assert "label in text" in guesses(resolution)


def test_an_arabic_number_left_in_the_words_is_taken_out() -> None:
    body = paragraph("", "1 -\tتزرع؛") + paragraph("", "2 –\tتسقي.")
    content = akn(body, code="ara").replace(b"United Nations", "الأمم المتحدة".encode())
    assert rows(read(content)) == ["o 0 1 -|تزرع؛", "o 0 2 –|تسقي."]


def test_a_due_number_without_its_dot_is_taken_out() -> None:
    body = paragraph("1.", "A;") + paragraph("", "2 Beeches;") + paragraph("3.", "C.")
    assert rows(read(akn(body)))[1] == "o 0 2|Beeches;"


def test_a_number_is_due_at_the_beginning_only_before_two() -> None:
    body = paragraph("", "1 Beeches;") + paragraph("2.", "B.")
    assert rows(read(akn(body)))[0] == "o 0 1|Beeches;"
    body = paragraph("", "1 Beech is planted;") + paragraph("", "B.")
    assert rows(read(akn(body)))[0] == "o 0 |1 Beech is planted;"


def test_a_small_l_for_the_number_one_is_read_as_one() -> None:
    resolution = read(akn(paragraph("l.", "A;") + paragraph("2.", "B.")))
    assert [one.level for one in resolution.paragraphs] == [0, 0]
    assert "label" in guesses(resolution)


def test_words_that_begin_with_some_number_keep_it() -> None:
    body = paragraph("1.", "A;") + paragraph("", "40 trees are planted.") + paragraph("2.", "C.")
    assert rows(read(akn(body)))[1] == "o 0 |40 trees are planted."


def test_a_number_apart_from_its_paragraph_is_joined_to_it() -> None:
    body = '<paragraph class="SingleTxt"><num>1.</num></paragraph>' + paragraph("", "A;")
    resolution = read(akn(body + paragraph("2.", "B.")))
    assert rows(resolution) == ["o 0 1.|A;", "o 0 2.|B."]
    assert "number apart" in guesses(resolution)


def test_a_sign_tagged_as_a_number_is_discarded() -> None:
    body = paragraph("1.", "A;") + paragraph("’", "2.\tB.")
    resolution = read(akn(body))
    assert rows(resolution)[1] == "o 0 2.|B."
    assert [one.text for one in resolution.discarded] == ["’"]


def test_annexes_have_titles_and_numbers_of_their_own() -> None:
    body = heading("Annex I", "H1") + heading("Of trees", "H1") + heading("And shrubs", "H1")
    body += paragraph("1.", "A.") + paragraph("2.", "B.") + heading("Annex II", "H1")
    body += paragraph("1.", "C.")
    resolution = read(akn(paragraph("1.", "A;") + paragraph("2.", "B."), rest=annex(body)))
    assert rows(resolution)[2:] == [
        "a annex 0 Annex I|Of trees\nAnd shrubs",
        "a 0 1.|A.",
        "a 0 2.|B.",
        "a annex 0 Annex II|",
        "a 0 1.|C.",
    ]
    assert computed(resolution)[2:] == ["Annex I", "1.", "2.", "Annex II", "1."]


def test_label_and_title_of_an_annex_may_stand_in_one_line() -> None:
    body = heading("Annex A – Of trees", "H1") + paragraph("1.", "A.")
    assert (
        rows(read(akn(paragraph("", "X."), rest=annex(body))))[1] == "a annex 0 Annex A –|Of trees"
    )
    body = heading("Annex Of trees", "H1") + paragraph("1.", "A.")
    assert rows(read(akn(paragraph("", "X."), rest=annex(body))))[1] == "a annex 0 Annex|Of trees"


def test_a_numbered_annex_inside_the_only_annex_is_a_heading_of_it() -> None:
    body = heading("Annex", "H1") + heading("Convention", "H1") + paragraph("1.", "A.")
    body += heading("Annex I", "H1") + heading("Forms", "H1") + paragraph("1.", "B.")
    resolution = read(akn(paragraph("", "X."), rest=annex(body)))
    assert rows(resolution)[3] == "a heading 0 |Annex I\nForms"
    assert computed(resolution)[1:] == ["Annex", "1.", "", "1."]


def test_numbers_in_a_list_below_a_colon_are_items() -> None:
    body = paragraph("1.", "A;") + paragraph("2.", "Sets out:")
    body += "".join(paragraph(f"{n}.", "x;") for n in (1, 2)) + paragraph("3.", "B.")
    resolution = read(akn(body))
    assert [one.level for one in resolution.paragraphs] == [0, 0, 1, 1, 0]


def test_numbered_paragraphs_filed_in_the_preamble_are_operative() -> None:
    block = (
        '<container name="x"><blockList><listIntroduction>Acting:</listIntroduction>'
        "<item><num>1.</num><p>\tPlants:</p></item><item><num>(a)</num><p>\tOaks;</p></item>"
        "<item><num>2.</num><p>\tWaters;</p></item></blockList></container>"
    )
    resolution = read(akn(paragraph("3.", "Ends."), preamble=block))
    assert rows(resolution) == [
        "p 0 |Acting:",
        "o 0 1.|Plants:",
        "o 1 (a)|Oaks;",
        "o 0 2.|Waters;",
        "o 0 3.|Ends.",
    ]


def test_a_section_filed_as_plain_paragraphs_is_a_section() -> None:
    body = paragraph("", "I") + paragraph("", "Trees and shrubs") + paragraph("1.", "A;")
    body += paragraph("2.", "B;") + paragraph("", "II") + paragraph("", "Moss")
    body += paragraph("1.", "C;") + paragraph("2.", "D.")
    resolution = read(akn(body))
    assert rows(resolution)[0] == "o heading 0 I|Trees and shrubs"
    assert computed(resolution) == ["I", "1.", "2.", "II", "1.", "2."]


def test_an_annex_in_the_body_is_an_annex() -> None:
    line = '<span class="bold">Annex</span>'
    body = paragraph("1.", "A;") + paragraph("2.", "B.") + paragraph("", line) + paragraph("", "C.")
    assert rows(read(akn(body)))[2:] == ["a annex 0 Annex|", "a 0 |C."]


def test_an_attachment_without_a_heading_is_an_annex_still() -> None:
    resolution = read(akn(paragraph("", "A."), rest=annex(paragraph("", "B."))))
    assert rows(resolution)[1:] == ["a annex 0 |", "a 0 |B."]
    assert "annex without heading" in guesses(resolution)


def test_tables_are_rows_of_cells_with_their_notes() -> None:
    table = (
        '<container name="table"><table><tr><th><p>Tree</p></th><th><p>Number<sup>a</sup></p></th>'
        f"</tr><tr><td><p>Oak{note('1', 'Quercus.')}</p></td><td><p>7*</p></td></tr></table>"
        "</container>"
    )
    body = paragraph("1.", "A:") + table + paragraph("", "________")
    body += paragraph("", "<sup>a</sup>\tCounted.") + paragraph("", "*\tOld.")
    resolution = read(akn(body + paragraph("2.", "B.")))
    cells = resolution.paragraphs[1].cells
    assert [[cell.plain for cell in row] for row in cells] == [["Tree", "Number"], ["Oak", "7"]]
    assert [(one.symbol, one.text.plain) for one in resolution.footnotes] == [
        ("", "Quercus."),
        ("a", "Counted."),
        ("*", "Old."),
    ]
    marks = [mark.note for row in cells for cell in row for mark in cell.marks]
    assert marks == ["n2", "n1", "n3"]
    assert resolution.discarded[0].why == "rule above the footnotes"


def test_a_note_tagged_with_a_star_keeps_it_and_is_marked_again() -> None:
    body = paragraph("1.", f"Trees{note('*', 'Of any kind.')} grow;") + paragraph("2.", "Trees.*")
    resolution = read(akn(body))
    assert [one.symbol for one in resolution.footnotes] == ["*"]
    assert [one.text.plain for one in resolution.paragraphs] == ["Trees grow;", "Trees."]
    marks = [(mark.at, mark.note) for one in resolution.paragraphs for mark in one.text.marks]
    assert marks == [(5, "n1"), (6, "n1")]


def test_a_row_of_stars_is_no_note() -> None:
    resolution = read(akn(paragraph("1.", "A;") + paragraph("", "* * *") + paragraph("2.", "B.")))
    assert resolution.paragraphs[1].text.plain == "* * *"
    assert resolution.footnotes == ()


def test_an_embedded_structure_is_quoted() -> None:
    inner = (
        f'<embeddedStructure><container name="formula"><p>{italic("The Board")},</p></container>'
        f"{recital('Knowing,')}{paragraph('1.', 'A;')}{paragraph('(a)', 'B.')}</embeddedStructure>"
    )
    resolution = read(akn(paragraph("", f"Recommends the following:{inner}")))
    assert rows(resolution) == [
        "o 0 |Recommends the following:",
        "o quoted 0 |The Board,",
        "o quoted 0 |Knowing,",
        "o quoted 0 1.|A;",
        "o quoted 1 (a)|B.",
    ]
    assert computed(resolution) == ["", "", "", "1.", "(a)"]


def test_an_embedded_draft_resolution_is_quoted() -> None:
    draft = (
        '<components><component><statement name="draft resolution"><meta/><preamble><formula>'
        f"<p>{italic('The Board')},</p></formula>{recital('Knowing,')}</preamble>"
        f"<mainBody>{paragraph('1.', 'A;')}{paragraph('2.', 'B.')}</mainBody></statement>"
        "</component></components>"
    )
    resolution = read(akn(paragraph("", "Recommends the following:"), rest=draft))
    kinds = [one.kind.value for one in resolution.paragraphs]
    assert kinds == ["paragraph", "quoted", "quoted", "quoted", "quoted"]


def test_a_quotation_after_a_colon_is_quoted() -> None:
    body = paragraph("1.", "Asks:") + paragraph("", "“Who plants?”") + paragraph("2.", "B.")
    assert rows(read(akn(body)))[1] == "o quoted 0 |“Who plants?”"


def test_a_collection_keeps_each_resolution_under_its_letter() -> None:
    def one(letter: str, body: str) -> str:
        return (
            f'<component><statement name="resolution"><meta/><preface><p><docNumber>{letter}'
            f"</docNumber><docTitle>Of {letter}</docTitle></p></preface><preamble><formula><p>"
            f"{italic('The General Assembly')},</p></formula>{recital('Knowing,')}</preamble>"
            f"<mainBody>{body}</mainBody><conclusions><p>60th plenary meeting</p></conclusions>"
            "</statement></component>"
        )

    both = one("A", paragraph("1.", "C;") + paragraph("2.", "D."))
    both += one("B", paragraph("", "E."))
    content = (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
        f'<documentCollection name="publication"><meta/><coverPage>{COVER}</coverPage>'
        f"<preface>{PREFACE}</preface><collectionBody/></documentCollection>"
        f"<components>{both}</components></akomaNtoso>"
    ).encode()
    resolution = read(content)
    assert rows(resolution) == [
        "o heading 1 A|Of A",
        "p 0 |Knowing,",
        "o 0 1.|C;",
        "o 0 2.|D.",
        "o plain 0 |60th plenary meeting",
        "o heading 1 B|Of B",
        "p 0 |The General Assembly,",
        "p 0 |Knowing,",
        "o 0 |E.",
    ]
    assert [line.plain for line in resolution.closing] == ["60th plenary meeting"]
    assert {"unplaced", "second organ line"} <= guesses(resolution)
    assert computed(resolution)[-1] == ""


def test_a_decision_and_its_letter() -> None:
    preface = PREFACE + f"<p><docNumber>B</docNumber>{note('1', 'Was A.')}</p>"
    cover = "<p><docNumber>A/DEC/95/40</docNumber></p><p><docProponent>Plenary</docProponent></p>"
    body = paragraph("", "At its 9th meeting, the Assembly decided to plant,")
    resolution = read(akn(body, cover=cover, preface=preface, kind="decision", line=""))
    assert resolution.kind is DocumentKind.DECISION
    assert (resolution.number, resolution.masthead.committee) == ("95/12 B", "Plenary")
    assert [mark.note for mark in resolution.title.marks] == ["n1"]
    assert resolution.paragraphs[0].part is Part.OPERATIVE
    assert "mark of the number" in guesses(resolution)


def test_a_presidential_statement_has_unnumbered_paragraphs() -> None:
    body = (
        "<p><docTitle>Statement by the President of the Security Council</docTitle></p>"
        "<alinea><content><p>\tAt the meeting:</p></content></alinea>"
        + paragraph("", "\t“The Council plants.")
        + paragraph("", "\t“The Council waters.”")
    )
    cover = "<p><docNumber>S/PRST/2040/3</docNumber></p>"
    content = akn(body, cover=cover, preface="", kind="presidentialStatement", line="")
    resolution = read(content)
    assert (resolution.kind, resolution.organ) == (DocumentKind.STATEMENT, Organ.SC)
    assert rows(resolution)[1:] == ["o 0 |“The Council plants.", "o 0 |“The Council waters.”"]
    assert resolution.masthead.printed[-1].startswith("Statement by")


def test_the_sponsors_of_a_draft_are_parted() -> None:
    preface = "<p><docTitle>Chad, Fiji and Bosnia and Herzegovina: draft resolution</docTitle></p>"
    resolution = read(akn(paragraph("", "A."), preface=preface, kind="draftResolution"))
    assert resolution.kind is DocumentKind.DRAFT
    assert resolution.title.plain == ""
    assert resolution.masthead.sponsors == (
        Sponsor("Chad"),
        Sponsor("Fiji"),
        Sponsor("Bosnia and Herzegovina"),
    )


def test_a_council_resolution_has_its_number_and_meeting_in_the_heading() -> None:
    cover = (
        "<p><docNumber>S/RES/4000 (2040)</docNumber></p>"
        "<p><docTitle>\t\tResolution 4000 (2040)</docTitle></p>"
        '<p><docTitle>Adopted by the Security Council at its <inline name="adoptionMeeting">'
        '12000th meeting</inline>, on <docDate date="2040-05-03">3 May 2040</docDate>'
        "</docTitle></p>"
    )
    content = akn(paragraph("", "A."), cover=cover, preface="", conclusions="")
    resolution = read(content)
    assert (resolution.number, resolution.masthead.meeting) == ("4000 (2040)", "12000")
    assert resolution.masthead.adopted == date(2040, 5, 3)
    assert resolution.masthead.adoption == ""


def test_a_date_of_the_year_one_is_no_date() -> None:
    cover = COVER.replace('date="2040-12-19"', 'date="0001-01-01"')
    resolution = read(akn(paragraph("", "A."), cover=cover))
    assert resolution.masthead.issued == date(2040, 12, 19)
    assert "date" in guesses(resolution)


def test_a_vote_is_kept() -> None:
    vote = (
        "<p><vote><outcome>[Adopted by a recorded vote of <quantity>3</quantity> to 1."
        "<outcome>In favour:<eol/><organization>Chad</organization></outcome></outcome></vote></p>"
    )
    resolution = read(akn(paragraph("", "A."), conclusions=vote))
    assert resolution.vote.plain == "[Adopted by a recorded vote of 3 to 1.In favour: Chad"


def test_words_between_elements_are_kept_as_plain_blocks() -> None:
    resolution = read(akn(paragraph("1.", "A;") + "stray words" + paragraph("2.", "B.")))
    assert rows(resolution)[1] == "o plain 0 |stray words"
    assert [(g.what, g.paragraph) for g in resolution.guesses] == [("unplaced", "p2")]


def test_the_cover_tells_the_language_when_the_description_is_wrong() -> None:
    content = akn(paragraph("", "Plante."), code="eng")
    resolution = read(content.replace(b"United Nations", b"Nations Unies"))
    assert resolution.language == "fr"
    assert "language" in guesses(resolution)


BOMB = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;">]>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement>&d;</statement>
</akomaNtoso>"""
OUTSIDE = b"""<!DOCTYPE a SYSTEM "file:///etc/hostname" [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">&x;</akomaNtoso>"""
DEEP = akn("<section>" * 150 + "</section>" * 150)
DEEPER = akn("<section>" * 100_000 + "</section>" * 100_000)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02",
        b"\xff\xd8\xff\xe0 a picture",
        b"plain words",
        b"<html/>",
        b'<akomaNtoso xmlns="http://other.org/"/>',
        b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>',
        akn(paragraph("1.", "A;"))[:-40],
        akn("\x01"),
        BOMB,
        OUTSIDE,
        DEEP,
        DEEPER,
    ],
    ids=lambda content: repr(content[:20]),
)
def test_what_is_not_a_resolution_is_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read_akn(content)
    assert "\n" not in caught.value.user_text()


def test_a_file_too_big_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(akn_xml, "MAX_BYTES", 100)
    with pytest.raises(ReadError, match="larger"):
        read_akn(akn(paragraph("1.", "A;")))


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<paragraph/>",
        "<paragraph><num/></paragraph>",
        "<paragraph><num>1.</num></paragraph>",
        "<list><point><num>(a)</num></point></list>",
        "<unknown><deeper>words</deeper></unknown>",
        "<table/>",
        "<paragraph><content/></paragraph>",
        paragraph("7.", "") + paragraph("(z)", "x"),
        annex(""),
        "<p><authorialNote><p/></authorialNote></p>",
        "<sublist><sublist><point><num>–</num><content><p>x</p></content></point></sublist></sublist>",
    ],
)
def test_strange_bodies_are_read_without_loss(body: str) -> None:
    read(akn(body))


@pytest.mark.shared
def test_official_files_are_read_whole() -> None:
    """Every 60th file of two languages: nothing raises, nothing is lost, little is unplaced."""
    whole = akn_corpus.Report()
    for code in ("en", "ar"):
        for one in akn_corpus.language_report(code, 60).values():
            whole.add(one)
    assert whole.texts > 60
    assert whole.failures == []
    assert whole.plain * 1000 < 3 * whole.paragraphs


@pytest.mark.shared
def test_official_files_are_read_as_the_truth_has_them() -> None:
    """Part, label, words and notes of preambular, operative and sub-paragraphs of 24 texts."""
    result = akn_corpus.compared(2, ("es", "zh"))
    assert sum(result.blocks.values()) > 300
    assert result.rate(faults_left_out=True) >= 99.5

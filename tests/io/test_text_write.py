"""Plain text and Markdown: every word, label and note is there, in its place."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from drafter.core.inline import Text
from drafter.core.model import AgendaItem, Masthead, ParagraphKind, Resolution, Sponsor
from drafter.io.text import read_text
from drafter.io.text_write import markdown, masthead_lines, text
from tests.notation import document
from tests.strategies import resolutions

SAMPLE = document(
    "@fr | Number: 64/177 | Title: Assistance | Line: _L’Assemblée générale_,"
    " | P: _Rappelant_ ses 46[^1] droits et le 65^{e}[^2], | 1. _Décide_ : | a) z ; | b) y :"
    " | i) w ; | < enfin ; | 2. _Prie_ x[^1]. | # I. Droits | 3. _A_."
    " | Closing: 65^{e} séance plénière | A I: Plan | 1. _B_. | T: a ; b // c | A II: Quai"
    " | Q: 1. Hé | [^1]: Résolution 60/288. | [^*]: Voir."
)


def test_plain_text_has_labels_raised_marks_and_notes_at_the_end() -> None:
    assert text(SAMPLE).split("\n\n") == [
        "64/177. Assistance",
        "L’Assemblée générale,",
        "Rappelant ses 46¹ droits et le 65e²,",
        "1. Décide :",
        "a) z ;",
        "b) y :",
        "i) w ;",
        "enfin ;",
        "2. Prie x¹.",
        "I. Droits",
        "3. A.",
        "65e séance plénière",
        "Annexe I\nPlan",
        "1. B.",
        "a\tb\nc",
        "Annexe II\nQuai",
        "1. Hé",
        "_______________\n¹ Résolution 60/288.\n* Voir.\n",
    ]


def test_markdown_has_real_headings_lists_italics_and_footnotes() -> None:
    assert markdown(SAMPLE).split("\n\n") == [
        "# 64/177. Assistance",
        "*L’Assemblée générale*,",
        "*Rappelant* ses 46[^1] droits et le 65<sup>e</sup><sup>2</sup>,",
        "1. *Décide* :",
        "   a) z ;",
        "   b) y :",
        "   i) w ;",
        "   enfin ;",
        "2. *Prie* x[^1].",
        "## I. Droits",
        "3. *A*.",
        "65<sup>e</sup> séance plénière",
        "## Annexe I Plan",
        "1. *B*.",
        "| a | b |\n| --- | --- |\n| c |  |",
        "## Annexe II Quai",
        "> 1. Hé",
        "[^1]: Résolution 60/288.",
        "[^n2]: Voir.\n",
    ]


def test_what_looks_like_markdown_is_kept_as_text() -> None:
    resolution = document("P: # 2*3 <b> `a` | P: 2020. A year | P: + more")
    assert markdown(resolution) == "\\# 2\\*3 \\<b\\> \\`a\\`\n\n2020\\. A year\n\n\\+ more\n"


def test_a_line_break_stays_a_line_break() -> None:
    resolution = document("P: One\ntwo")
    assert markdown(resolution) == "One\\\ntwo\n"
    assert text(resolution) == "One\ntwo\n"


def test_signs_of_style_stand_against_words() -> None:
    assert markdown(document("P: _ Recalling, _**x**")) == " *Recalling*, **x**\n"


def test_empty_paragraphs_leave_no_gap() -> None:
    assert text(document("P: | P: x")) == "x\n"
    assert text(Resolution()) == "\n"


@given(resolutions())
def test_every_character_is_written(resolution: Resolution) -> None:
    said = Counter("".join(one.plain for one in resolution.texts()))
    said.subtract(resolution.masthead.origin.plain)  # not printed while `printed` is still true
    for written in (text(resolution), markdown(resolution)):
        missing = said - Counter(written)
        assert not {sign for sign in missing if not sign.isspace()}


ENGLISH = (
    "@en | Number: 75/290 | Title: Review of the plan | Line: The General Assembly,"
    " | P: Recalling its resolution 60/1 of 16 September 2005[^1] on the Summit,"
    " | P: Noting the report of the Secretary-General,[^2]"
    " | # I. General matters | 1. Decides that the plan shall: | (a) Be led by countries;"
    " | (b) Take into account: | (i) Different realities; | (ii) The capacities of countries;"
    " | (c) End in 2030; | < and that it shall be reviewed; | 2. Requests a report.[^1]"
    " | # II. Other matters | 3. Invites all States; | 4. Decides to remain seized of the matter."
    " | Closing: 65th plenary meeting | Closing: 18 December 2009"
    " | A: Plan of action | 1. The States agree. | 2. The plan has two parts: | (a) One; | (b) Two."
    " | [^1]: Resolution 60/1. | [^2]: A/75/12."
)
FRENCH = (
    "@fr | Number: 64/177 | Title: Assistance technique | Line: L’Assemblée générale,"
    " | P: Rappelant sa résolution 60/1 du 16 septembre 2005[^1],"
    " | 1. Décide que le plan : | a) Sera conduit par les pays ; | b) Prendra fin en 2030 ;"
    " | 2. Prie le Secrétaire général de lui faire rapport[^2]."
    " | Closing: 65e séance plénière | Closing: 18 décembre 2009"
    " | [^1]: Résolution 60/288. | [^2]: A/64/12."
)


@pytest.mark.parametrize("notation", [ENGLISH, FRENCH], ids=["en", "fr"])
def test_plain_text_reads_back_to_the_same_structure(notation: str) -> None:
    def structure(resolution: Resolution) -> list[object]:
        rows: list[object] = [
            (p.kind, p.level, (p.printed or "").rstrip("."), p.closing, p.text.plain)
            for p in resolution.paragraphs
        ]
        # The notation leaves a heading in the part of what stands before it.
        rows.extend(p.part for p in resolution.paragraphs if p.kind is not ParagraphKind.HEADING)
        rows.extend((m.at, m.note) for p in resolution.paragraphs for m in p.text.marks)
        rows.extend((note.id, note.text.plain) for note in resolution.footnotes)
        rows.extend(line.plain for line in resolution.closing)
        return [*rows, resolution.number, resolution.title.plain, resolution.organ_line.plain]

    written = document(notation)
    assert structure(read_text(text(written))) == structure(written)


MASTHEAD = Masthead(
    symbol="A/64/L.9",
    distribution="Distr.: Limited",
    issued=date(2009, 11, 3),
    session="Sixty-fourth session",
    agenda_items=(AgendaItem("Agenda item 18 (f)", "Sustainable development"),),
    sponsors=(Sponsor("Brazil"), Sponsor("Chad")),
    printed=(
        "A/64/L.9",
        "Distr.: Limited",
        "3 November 2009",
        "Sixty-fourth session",
        "Agenda item 18 (f)",
        "Sustainable development",
        "Brazil and Chad: draft resolution",
    ),
)


def test_a_masthead_prints_as_in_the_source_while_it_is_true() -> None:
    resolution = Resolution(masthead=MASTHEAD)
    assert masthead_lines(resolution) == MASTHEAD.printed
    renamed = replace(MASTHEAD, symbol="A/64/L.10")
    lines = masthead_lines(replace(resolution, masthead=renamed))
    assert lines == ("A/64/L.10", *MASTHEAD.printed[1:])


def test_for_whom_sponsors_speak_and_the_original_language_are_written() -> None:
    masthead = Masthead(
        symbol="A/64/L.9",
        languages=("fr", "es"),
        sponsors=(
            Sponsor("Egypt", "On behalf of the Group."),
            Sponsor("Fiji"),
            Sponsor("Chad", "Us."),
        ),
    )
    resolution = Resolution(masthead=masthead)
    for written, star in ((text(resolution), "*"), (markdown(resolution), "\\*")):
        for words in (
            "Original: French",
            "Spanish",
            f"Egypt{star}, Fiji and Chad{star * 2}: draft resolution",
            f"{star} On behalf of the Group.",
            f"{star * 2} Us.",
        ):
            assert words in written


def test_an_adopted_text_names_its_adoption() -> None:
    masthead = Masthead(adopted=date(2009, 12, 18), origin=Text("[on the report of x]"))
    assert masthead_lines(Resolution(masthead=masthead)) == (
        "Resolution adopted by the General Assembly on 18\u00a0December 2009",
        "[on the report of x]",
    )


@pytest.mark.pandoc
def test_pandoc_reads_the_structure_from_the_markdown() -> None:
    command = ["pandoc", "--from=commonmark_x", "--to=json"]
    read = subprocess.run(
        command, input=markdown(SAMPLE).encode(), capture_output=True, check=True, timeout=60
    )
    found = json.dumps(json.loads(read.stdout)["blocks"])
    assert found.count('"t": "Note"') == 2
    assert found.count('"t": "Header"') == 4
    assert found.count('"t": "OrderedList"') >= 2
    assert found.count('"t": "Table"') == 1
    assert found.count('"t": "Emph"') == 6


def test_two_marks_at_one_spot_do_not_read_as_one_number() -> None:
    two = document("P: Recalling x,[^1][^2] | 1. Decides y; | 2. Ends. | [^1]: A. | [^2]: B.")
    assert "Recalling x,¹ ²" in text(two)
    assert [mark.note for mark in read_text(text(two).encode()).paragraphs[0].text.marks] == [
        "n1",
        "n2",
    ]


def test_a_sponsor_takes_no_star_that_a_note_has() -> None:
    speaking = Masthead(sponsors=(Sponsor("Fiji", "For A."), Sponsor("Chad", "For B.")))
    draft = replace(document("@draft | 1. Decides x.[^*] | [^*]: Note."), masthead=speaking)
    assert "Fiji** and Chad***: draft resolution" in text(draft)
    assert "** For A.\n*** For B.\n* Note." in text(draft)


def test_figures_in_cells_and_headings_are_written_as_they_are() -> None:
    made = markdown(document("1. Adopts: | T: 0.5 ; - // 1.25 ; + | # Title 1. One"))
    assert "| 0.5 | - |" in made
    assert "## Title 1. One" in made

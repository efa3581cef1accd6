"""What drafters paste from messages and from Word: labels, quotes, tables, sponsors."""

from __future__ import annotations

import pytest

from drafter.check.engine import check
from drafter.core.model import ParagraphKind, Part, Resolution, Sponsor
from drafter.core.numbering import numbering
from drafter.io.text import read_text
from tests.io.accounting import lost

OPENING = "The General Assembly,\n\nRecalling its resolution 94/7,\n\n"


def labelled(resolution: Resolution) -> list[tuple[str, str, int]]:
    """Label as printed, label as counted, and the version."""
    labels = numbering(resolution).labels
    return [(one.printed or "", labels[one.id], one.alternative) for one in resolution.paragraphs]


def test_bis_and_ter_are_versions_and_count_no_number() -> None:
    resolution = read_text(
        f"{OPENING}1. Decides to plant;\n\n1 bis. Decides to water;\n\n1 ter. Decides to prune:\n\n"
        "(a) By hand;\n\n(a bis) With care;\n\n(b) In spring;\n\n2. Decides to rest.\n"
    )
    assert labelled(resolution)[1:] == [
        ("1.", "1.", 0),
        ("1 bis.", "1 bis.", 1),
        ("1 ter.", "1 ter.", 2),
        ("(a)", "(a)", 0),
        ("(a bis)", "(a bis)", 1),
        ("(b)", "(b)", 0),
        ("2.", "2.", 0),
    ]


@pytest.mark.parametrize("label", ["2bis.", "2 bis", "2. bis", "2 BIS.", "2 alt.", "2. Alt 1"])
def test_a_version_may_be_written_in_many_ways(label: str) -> None:
    resolution = read_text(
        f"{OPENING}1. Decides to plant;\n\n2. Decides to water;\n\n{label} Decides to prune.\n"
    )
    assert labelled(resolution)[-1] == (label, "2 bis.", 1)


def test_an_article_bis_at_the_start_of_a_line_is_no_label() -> None:
    resolution = read_text(
        "L’Assemblée générale,\n\nRappelant ses résolutions sur les vergers et l’article\n"
        "3 bis de la Convention sur les arbres fruitiers,\n\n1. Décide d’en parler.\n"
    )
    assert [one.printed for one in resolution.paragraphs] == ["", "1."]


def test_a_preamble_without_its_end_mark_does_not_swallow_the_first_paragraph() -> None:
    resolution = read_text(
        "The General Assembly,\n\nRecalling its resolution 60/288 of 8 September 2006\n\n"
        "1. Decides to meet again;\n\n2. Requests a report.\n"
    )
    assert [one.part for one in resolution.paragraphs] == [
        Part.PREAMBLE, Part.OPERATIVE, Part.OPERATIVE,
    ]  # fmt: skip
    (found,) = check(resolution)
    assert (found.rule, found.place) == ("endings.preamble", "p1")


@pytest.mark.parametrize(
    "rows",
    [
        ("Afghanistan", "Albania", "Algeria"),
        ("A. Purposes", "1. The house is open.", "B. Members"),
        ("I. Purposes", "1. The house is open.", "II. Members"),
        ("(a) The house is open;", "(b) It is free."),
    ],
)
def test_an_annex_that_opens_with_a_list_has_no_title(rows: tuple[str, ...]) -> None:
    annex = "\n\n".join(("Annex", *rows))
    resolution = read_text(f"{OPENING}1. Decides so;\n\n2. Asks for more.\n\n{annex}\n")
    head, first = resolution.part(Part.ANNEX)[:2]
    assert head.text.plain == ""
    assert rows[0].endswith(first.text.plain)


def test_labels_of_negotiators_are_read_in_both_parts() -> None:
    resolution = read_text(
        "The General Assembly,\n\nPP1 Recalling its resolution 94/7,\nPP 2. Noting the report,\n"
        "PP2 bis Stressing its length,\n\nOP1 Decides to plant;\nOP1 bis Decides to water;\n"
        "OP 2: Requests the Secretary-General:\n(a) To count the trees;\n(b) To report;\n"
        "OP3. Decides to rest.\n"
    )
    assert [(one.part.value[:1], one.printed, one.text.plain) for one in resolution.paragraphs] == [
        ("p", "PP1", "Recalling its resolution 94/7,"),
        ("p", "PP 2.", "Noting the report,"),
        ("p", "PP2 bis", "Stressing its length,"),
        ("o", "OP1", "Decides to plant;"),
        ("o", "OP1 bis", "Decides to water;"),
        ("o", "OP 2:", "Requests the Secretary-General:"),
        ("o", "(a)", "To count the trees;"),
        ("o", "(b)", "To report;"),
        ("o", "OP3.", "Decides to rest."),
    ]
    assert [label for _, label, _ in labelled(resolution)][3:6] == ["1.", "1 bis.", "2."]


def test_a_label_of_negotiators_within_a_sentence_is_none() -> None:
    resolution = read_text(
        "The General Assembly,\n\nOP1 Decides to plant the trees that are named in PP1 and\n"
        "OP2 of the text of last year, and to water them;\n\nOP2 Decides to rest.\n"
    )
    assert [one.printed for one in resolution.paragraphs] == ["OP1", "OP2"]


MESSAGE = """\
From: Ana
To: Ben

Dear Ben, the text is below.

> Shared orchards
>
> The General Assembly,
>
> Recalling its resolution 94/7 on the orchards of the valley and the reports of
> the gardeners,
>
> 1. Decides to plant a tree a year in every village that asks for one before
> the spring;
We should add a gardener here.
>> 2. Requests a report.

Best regards,
"""


def test_a_quoted_message_is_read_without_its_signs() -> None:
    resolution = read_text(MESSAGE)
    assert resolution.title.plain == "Shared orchards"
    found = [(one.kind, one.text.plain) for one in resolution.paragraphs]
    paragraph, plain = ParagraphKind.PARAGRAPH, ParagraphKind.PLAIN
    assert found == [
        (
            paragraph,
            (
                "Recalling its resolution 94/7 on the orchards of the valley and the reports of "
                "the gardeners,"
            ),
        ),
        (
            paragraph,
            "Decides to plant a tree a year in every village that asks for one before the spring;",
        ),
        (plain, "We should add a gardener here."),
        (paragraph, "Requests a report."),
        (plain, "Best regards,"),
    ]
    whys = {one.why for one in resolution.discarded}
    assert whys == {"sign of a quoted message"}
    assert [one.what for one in resolution.guesses] == ["beside a quotation"] * 2
    assert resolution.masthead.printed == ("From: Ana", "To: Ben", "Dear Ben, the text is below.")
    assert not lost(MESSAGE, resolution)


def test_a_greeting_above_the_title_is_no_title() -> None:
    resolution = read_text(f"Dear all,\n\nHere is the text.\n\nShared orchards\n\n{OPENING}")
    assert resolution.title.plain == "Shared orchards"
    assert resolution.masthead.printed == ("Dear all,", "Here is the text.")


@pytest.mark.parametrize(
    "lines",
    [
        "Village\tTrees\tShare\nUpper Mill\t12\t3.5\nWeir\t\t20.0\n",
        "Village      Trees    Share\nUpper Mill      12      3.5\nWeir                   20.0\n",
    ],
)
def test_a_table_keeps_its_cells_and_is_guessed(lines: str) -> None:
    source = (
        f"{OPENING}1. Adopts the following scale, which is to be kept until the spring of the "
        f"year\nafter next:\n\n{lines}\n2. Decides to rest.\n"
    )
    resolution = read_text(source)
    kinds = [one.kind for one in resolution.paragraphs]
    paragraph = ParagraphKind.PARAGRAPH
    assert kinds == [paragraph, paragraph, ParagraphKind.TABLE, paragraph]
    table = resolution.paragraphs[2]
    assert [[cell.plain for cell in row] for row in table.cells] == [
        ["Village", "Trees", "Share"],
        ["Upper Mill", "12", "3.5"],
        ["Weir", "", "20.0"],
    ]
    (guess,) = resolution.guesses
    assert (guess.what, guess.paragraph, guess.detail) == ("table", table.id, "3 × 3")
    assert not lost(source, resolution)


def test_a_note_is_marked_in_a_cell() -> None:
    resolution = read_text(
        f"{OPENING}1. Adopts the scale:\n\nVillage\tTrees\nUpper Mill1\t12\nWeir\t20\n\n"
        "2. Decides to rest.\n\n_______________\n1 With its orchard.\n"
    )
    (cell,) = [cell for cell in resolution.paragraphs[2].cells[1] if cell.marks]
    assert (cell.plain, cell.marks[0].note) == ("Upper Mill", "n1")


def test_tabs_after_labels_make_no_table() -> None:
    resolution = read_text(
        f"{OPENING}1.\tDecides to plant;\n2.\tRequests:\n\t(a)\tA report;\n\t(b)\tA list;\n"
        "3.\tDecides to rest.\n"
    )
    assert [one.printed for one in resolution.part(Part.OPERATIVE)] == [
        "1.",
        "2.",
        "(a)",
        "(b)",
        "3.",
    ]


@pytest.mark.parametrize("blank", ["", "\n"])
def test_sponsors_stand_apart_from_the_title_of_the_agenda_item(blank: str) -> None:
    resolution = read_text(
        "United Nations\nA/C.2/95/L.3\nGeneral Assembly\nDistr.: Limited\n2 May 2041\n"
        "Ninety-fifth session\nSecond Committee\nAgenda item 18 (f)\n"
        f"Sustainable development: the orchards of\nthe valley\n{blank}Brazil,* Chad,\n{blank}"
        f"Fiji and Japan: draft resolution\n{blank}Shared orchards\n\n{OPENING}"
        "1. Decides to act.\n\n* On behalf of the States that have\norchards.\n"
    )
    masthead = resolution.masthead
    assert masthead.agenda_items[0].title == "Sustainable development: the orchards of the valley"
    assert masthead.sponsors == (
        Sponsor("Brazil", "On behalf of the States that have orchards."),
        Sponsor("Chad"),
        Sponsor("Fiji"),
        Sponsor("Japan"),
    )
    assert resolution.title.plain == "Shared orchards"
    assert [one.printed for one in resolution.paragraphs] == ["", "1."]

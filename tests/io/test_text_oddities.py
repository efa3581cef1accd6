"""What real files hold beside plain paragraphs: lists of names, second texts, notes with gaps."""

from __future__ import annotations

from datetime import date

from drafter.core.model import ParagraphKind, Part, Resolution
from drafter.io.text import read_text
from tests.io.accounting import lost


def plain(resolution: Resolution) -> list[str]:
    return [one.text.plain for one in resolution.paragraphs]


def test_a_list_of_names_is_no_row_of_headings() -> None:
    names = [
        "Ash",
        "Common beech",
        "Elm",
        "Field maple",
        "Hornbeam",
        "Oak",
        "Rowan",
        "Silver birch",
    ]
    listed = "\n\n".join(names)
    resolution = read_text(
        "The General Assembly,\n\n1. Adopts the list annexed to the present resolution.\n\n"
        f"Annex\n\nTrees of the valley\n\n{listed}\n\nAll of them are old.\n"
    )
    found = resolution.part(Part.ANNEX)[1:-1]
    assert [one.text.plain for one in found] == names
    assert {one.kind for one in found} == {ParagraphKind.PARAGRAPH}


def test_names_on_lines_of_their_own_are_not_run_together() -> None:
    names = [
        "Alder grove and its two wells",
        "Ash grove",
        "Common of the Lower Valley",
        "Elms by the bridge",
        "Meadow of the maple",
        "Old oaks",
        "Rowan hill and the path that leads to it",
        "Willows",
        "Woods of the north",
        "Yard",
    ]
    listed = "\n".join(names)
    resolution = read_text(
        "The General Assembly,\n\nRecalling its resolution 94/7 on the orchards of the valley and "
        "the reports of\nthe gardeners who have been at work in them since the autumn of the year,"
        "\n\n1. Adopts the list annexed to the present resolution, which names the orchards of\n"
        "the valley that are open to all who tend them and to all who walk there.\n\n"
        f"Annex\n\nOpen orchards\n\n{listed}\n"
    )
    assert plain(resolution)[-len(names) :] == names


def test_an_organ_named_at_the_end_of_a_sentence_is_no_organ_line() -> None:
    resolution = read_text(
        "The General Assembly,\n\nRecalling the rules that were made in the autumn by\n"
        "the General Assembly,\n\n1. Decides to keep them.\n"
    )
    assert plain(resolution)[0].endswith("in the autumn by the General Assembly,")


def test_a_second_text_has_a_preamble_of_its_own() -> None:
    resolution = read_text(
        "95/12 A-B. Orchards\n\nA\n\nThe General Assembly,\n\nRecalling its rules,\n\n"
        "1. Decides to plant;\n\n2. Decides to water.\n\nB\n\nThe General Assembly,\n\n"
        "Recalling its resolution A,\n\n1. Decides to harvest;\n\n2. Decides to rest.\n"
    )
    second = plain(resolution).index("The General Assembly,")
    found = [(one.part, one.printed) for one in resolution.paragraphs[second:]]
    preamble, operative = Part.PREAMBLE, Part.OPERATIVE
    assert found == [(preamble, ""), (preamble, ""), (operative, "1."), (operative, "2.")]
    assert resolution.number == "95/12 A-B"


def test_a_note_may_be_missing_between_two_others() -> None:
    source = (
        "The General Assembly,\n\nRecalling the Convention on orchards1 and the reports of the\n"
        "gardeners of the valley,\n\n1 Resolution 94/7.\n\f\n"
        "1. Urges all to join the Protocol on fruit trees3 and to plant what the Protocol4 names "
        "and\nto water it.\n\n3 Resolution 94/9.\n4 A/94/300, annex.\n"
    )
    resolution = read_text(source)
    assert [note.printed for note in resolution.footnotes] == ["1", "3", "4"]
    assert not lost(source, resolution)


def test_a_mark_may_stand_in_the_number_that_opens_a_paragraph() -> None:
    resolution = read_text(
        "The General Assembly,\n\n1. Adopts the rules.\n\nAnnex\n\nRules of the orchard\n\n"
        "20401 was the year of the first fruit.\n\n_______________\n1 See A/94/300.\n"
    )
    last = resolution.paragraphs[-1]
    assert [(mark.at, mark.printed) for mark in last.text.marks] == [(4, "1")]
    assert last.text.plain == "2040 was the year of the first fruit."


def test_a_heading_above_the_first_number_belongs_to_the_operative_part() -> None:
    resolution = read_text(
        "The General Assembly,\n\nRecalling its rules,\n\nI\n\nTrees\n\n1. Decides to plant;\n\n"
        "II\n\nFruit\n\n2. Decides to rest.\n"
    )
    found = [(one.part, one.restarts) for one in resolution.paragraphs[1:3]]
    assert found == [(Part.OPERATIVE, False)] * 2


def test_a_single_paragraph_without_a_full_stop_is_operative() -> None:
    resolution = read_text(
        "Resolution 2850 (2041)\nof 5 September 2041\n\nThe Security Council\n"
        "Demands the return of all the tools that were lent to the gardeners of the valley\n\n"
        "Adopted at the 9551st meeting\nby 14 votes to none.\n"
    )
    (only,) = resolution.paragraphs
    assert (only.part, only.kind) == (Part.OPERATIVE, ParagraphKind.PARAGRAPH)
    assert resolution.masthead.adopted == date(2041, 9, 5)
    assert resolution.vote.plain.startswith("Adopted at the 9551st meeting")


def test_an_organ_line_may_stand_right_above_the_first_number() -> None:
    resolution = read_text("The Security Council\n\n1. Decides to act;\n\n2. Decides to rest.\n")
    assert resolution.organ_line.plain == "The Security Council"
    assert [one.printed for one in resolution.paragraphs] == ["1.", "2."]


def test_notes_with_stars_need_no_rule_and_are_marked_in_any_order() -> None:
    source = (
        "The General Assembly,\n\n1. Appoints Chad,** Fiji,* Haiti*** and Peru** as gardeners.\n\n"
        "* Until the spring.\n** Until the summer.\n*** Until the autumn.\n"
    )
    resolution = read_text(source)
    (only,) = resolution.paragraphs
    assert only.text.plain == "Appoints Chad, Fiji, Haiti and Peru as gardeners."
    assert [(mark.printed, mark.note) for mark in only.text.marks] == [
        ("**", "n2"),
        ("*", "n1"),
        ("***", "n3"),
        ("**", "n2"),
    ]
    assert [note.symbol for note in resolution.footnotes] == ["*", "**", "***"]
    assert not lost(source, resolution)


def test_rows_of_one_star_are_items_and_no_notes() -> None:
    resolution = read_text(
        "The General Assembly,\n\n1. Appoints Chad* as gardener of:\n\n* trees;\n* hedges.\n"
    )
    assert not resolution.footnotes


def test_a_list_that_a_colon_announces_is_no_row_of_headings() -> None:
    listed = ["Item 9", "Question of orchards", "Report of the gardeners"]
    resolution = read_text(
        "Decision\n\nAt its 53rd meeting the General Assembly decided to defer consideration of "
        "the following documents:\n\n" + "\n\n".join(listed) + "\n\n53rd plenary meeting\n"
        "16 January 2041\n"
    )
    found = resolution.paragraphs[-3:]
    assert [one.text.plain for one in found] == listed
    assert {one.kind for one in found} == {ParagraphKind.PARAGRAPH}


def test_lines_that_are_not_wrapped_are_paragraphs_whatever_their_length() -> None:
    items = [
        "Improving the safety of all who climb the trees of the valley in the autumn and winter",
        "Culture of orchards",
        "Sport among the trees, and the building of a better valley through sport and through play",
        "Roads",
        f"Use of the water of the valley{', and of that of the mill and of the weir' * 5}",
        "The weir",
    ]
    listed = "\n\n".join(f"Item {n}. {item}" for n, item in enumerate(items, 9))
    resolution = read_text(
        "The General Assembly,\n\nRecalling its resolution 94/7 on the orchards of the valley, on "
        "those who tend them in turn, and on the fruit that is theirs in common,\n\n"
        f"1. Decides that the following items remain:\n\n{listed}\n"
    )
    assert [one.text.plain for one in resolution.paragraphs[2:]] == [
        f"Item {n}. {item}" for n, item in enumerate(items, 9)
    ]


def test_a_first_of_a_month_below_the_text_is_no_note() -> None:
    resolution = read_text(
        "The General Assembly,\n\nRecalling the Convention on orchards,1\n\n1. Decides to act.\n\n"
        "52nd plenary meeting\n\n1 December 2041\n\n_______________\n1 Resolution 94/7.\n"
    )
    assert [line.plain for line in resolution.closing] == [
        "52nd plenary meeting",
        "1 December 2041",
    ]
    assert [note.text.plain for note in resolution.footnotes] == ["Resolution 94/7."]


def test_a_number_alone_between_two_rules_ends_the_notes() -> None:
    resolution = read_text(
        "The General Assembly,\n\nRecalling x,5 and others,\n\n1. Decides to act;\n\n"
        "________________\n5\n________________\n2/10\n\n2. Decides to stop.\n"
    )
    assert [one.printed for one in resolution.footnotes] == ["5"]
    assert [one.printed for one in resolution.part(Part.OPERATIVE)] == ["1.", "2."]

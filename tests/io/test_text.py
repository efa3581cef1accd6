"""The text import, behaviour by behaviour; every text is our own, the seeds excepted."""

from __future__ import annotations

import codecs
from functools import partial
from itertools import chain, count, repeat
from random import Random

import pytest

from drafter.core.errors import GivenUpError, ReadError
from drafter.core.model import DocumentKind, Organ, ParagraphKind, Part, Resolution
from drafter.io.text import read_text
from drafter.paths import resource
from tests.accept.truth import compared, rows_of
from tests.io.accounting import lost
from tests.notation import document
from tests.seed_shapes import shaped

ORCHARDS = """\
95/12. Shared orchards

The General Assembly,

Recalling its resolution 94/7 of 12 December 2039,
Noting that orchards are shared by neighbours who prune, water and harvest them in turn
and that the fruit is theirs in common,
1. Decides to plant a tree a year in every village that asks for one before the spring
and to send a gardener with it;
2. Requests the Secretary-General:
(a) To count the trees;
(b) To report thereon.
"""


def rows(resolution: Resolution) -> list[str]:
    """Part, level, label and words of each paragraph, with marks as `[n]`."""
    return [
        f"{one.part.value[:1]}{one.level} {one.printed or ''}|{marked(one.text.plain, one)}"
        for one in resolution.paragraphs
    ]


def marked(plain: str, paragraph: object) -> str:
    text = paragraph.text  # type: ignore[attr-defined]
    for mark in reversed(text.marks):
        plain = f"{plain[: mark.at]}[{mark.printed}]{plain[mark.at :]}"
    return plain


def why(source: str) -> dict[str, str]:
    """What is dropped of the source, with its reason."""
    return {one.text: one.why for one in read_text(source).discarded}


def test_wrapped_lines_are_paragraphs_without_blank_lines() -> None:
    resolution = read_text(ORCHARDS)
    assert resolution.number == "95/12"
    assert resolution.title.plain == "Shared orchards"
    noting = (
        "Noting that orchards are shared by neighbours who prune, water and harvest them in turn "
        "and that the fruit is theirs in common,"
    )
    decides = (
        "Decides to plant a tree a year in every village that asks for one before the spring "
        "and to send a gardener with it;"
    )
    assert rows(resolution) == [
        "p0 |Recalling its resolution 94/7 of 12 December 2039,",
        f"p0 |{noting}",
        f"o0 1.|{decides}",
        "o0 2.|Requests the Secretary-General:",
        "o1 (a)|To count the trees;",
        "o1 (b)|To report thereon.",
    ]


def test_the_opener_is_italic() -> None:
    first = read_text(ORCHARDS).paragraphs[0]
    assert [(span.start, span.end) for span in first.text.spans] == [(0, 9)]


def test_a_note_block_in_the_middle_of_a_paragraph_is_taken_out() -> None:
    resolution = read_text(
        "The General Assembly,\n\n"
        "Recalling its resolution on orchards1 and the reports of the gardeners who have been\n\n"
        "_______________\n1 Resolution 94/7.\n2\n"
        " at work since the autumn in all the villages of the valley and beyond it,\n\n"
        "1. Decides to act.\n"
    )
    assert rows(resolution)[0] == (
        "p0 |Recalling its resolution on orchards[1] and the reports of the gardeners who have "
        "been at work since the autumn in all the villages of the valley and beyond it,"
    )
    assert [note.text.plain for note in resolution.footnotes] == ["Resolution 94/7."]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("in the years 2008-20111, and", "in the years 2008-2011[1], and"),
        ("in resolution 60/1751, and", "in resolution 60/175[1], and"),
        ("of the Gardens,1 and", "of the Gardens,[1] and"),
        ("of the Gardens 1 and", "of the Gardens[1] and"),
        ("of the Gardens¹ and", "of the Gardens[1] and"),
        ("of the Gardens[1] and", "of the Gardens[1] and"),
    ],
)
def test_a_mark_is_told_from_a_number(words: str, expected: str) -> None:
    resolution = read_text(
        f"The General Assembly,\n\nRecalling what was said {words} what was not,\n\n"
        "1. Decides to act.\n\n_______________\n1 A/94/7.\n"
    )
    assert expected in rows(resolution)[0]


def test_a_note_may_be_marked_again() -> None:
    resolution = read_text(
        "The General Assembly,\n\nRecalling the Convention1 and its Protocol,2\n\n"
        "1. Urges all to join the Convention1 soon.\n\n1 Resolution 1/1.\n2 Resolution 1/2.\n"
    )
    marks = [mark.note for one in resolution.paragraphs for mark in one.text.marks]
    assert marks == ["n1", "n2", "n1"]


def test_notes_may_start_at_two() -> None:
    resolution = read_text(
        "Recalling the Convention2 and its Protocol,3\n\n1. Urges all to join.\n\n"
        "_______________\n2 Resolution 1/1.\n3 Resolution 1/2.\n"
    )
    assert [note.printed for note in resolution.footnotes] == ["2", "3"]
    assert [mark.printed for mark in resolution.paragraphs[0].text.marks] == ["2", "3"]


def test_a_mark_without_its_note_is_kept_and_guessed() -> None:
    resolution = read_text("Rappelant la Convention des Nations Unies1,\n\n1. Décide d’agir.\n")
    (mark,) = resolution.paragraphs[0].text.marks
    assert (mark.note, mark.printed) == ("", "1")
    assert "mark without note" in {guess.what for guess in resolution.guesses}


def test_hyphens_at_line_ends_are_soft_or_real() -> None:
    source = (
        "L’Assemblée générale,\n\nConsciente des activités régionales et sous-\n"
        "régionales d’assis-\ntance technique,\n\n1. Décide d’en parler à sa soixante-\n"
        "cinquième session.\n"
    )
    resolution = read_text(source)
    first, second = (one.text.plain for one in resolution.paragraphs)
    assert "sous-régionales d’assistance technique" in first
    assert "soixante-cinquième session" in second
    assert [(one.text, one.line) for one in resolution.discarded] == [("-", 4)]


def test_a_word_torn_by_a_pdf_is_mended_and_guessed() -> None:
    resolution = read_text("The General Assembly,\n\n1. Adopts a high -level framew ork.\n")
    assert resolution.paragraphs[0].text.plain == "Adopts a high-level framework."
    assert [guess.what for guess in resolution.guesses].count("torn word") == 2


def test_page_furniture_is_dropped_with_its_reason() -> None:
    source = (
        "A/RES/95/12\n\n95/12. Shared orchards\n\nThe General Assembly,\n\n"
        "1. Decides to plant a tree a year in every village that asks for\n\n"
        "18-18142 (E) 021118\n*1818142*\n2/5\n\nShared orchards\nA/RES/95/12\n\n"
        "one before the spring.\n"
    )
    assert read_text(source).paragraphs[0].text.plain.endswith("asks for one before the spring.")
    assert why(source) == {
        ".": "full stop after the number",
        "18-18142 (E) 021118": "job number",
        "*1818142*": "job number",
        "2/5": "page number",
        "Shared orchards": "running head",
        "A/RES/95/12": "document symbol of a page",
    }


def test_a_number_may_stand_on_a_line_of_its_own() -> None:
    resolution = read_text(
        "The General Assembly,\n\n1.\nDecides to act;\n\n2.\n\nRequests a report:\n(a)\nSoon;\n"
        "(b)\nIn writing.\n"
    )
    assert rows(resolution) == [
        "o0 1.|Decides to act;",
        "o0 2.|Requests a report:",
        "o1 (a)|Soon;",
        "o1 (b)|In writing.",
    ]


def test_a_roman_one_and_a_letter_i_are_told_by_their_neighbours() -> None:
    letters = "".join(f"({letter}) Item;\n" for letter in "abcdefghij")
    resolution = read_text(f"The General Assembly,\n\n1. Requests:\n{letters}")
    assert [one.level for one in resolution.paragraphs[1:]] == [1] * 10
    resolution = read_text(
        "The General Assembly,\n\n1. Requests:\n"
        "(a) Two things:\n(i) One;\n(ii) Two;\n(b) A third.\n"
    )
    assert [one.level for one in resolution.paragraphs] == [0, 1, 2, 2, 1]


def test_a_list_of_numbers_split_over_lines_is_no_label() -> None:
    resolution = read_text(
        "The Economic and Social Council,\n\nRecalling its resolutions 2006/19, 2006/20, 2006/21 "
        "and paragraphs\n2. and 3. of its resolution 2006/22 of 27 July 2006 on the planting of "
        "orchards,"
        "\n\n1. Decides to act.\n"
    )
    assert [one.printed for one in resolution.paragraphs] == ["", "1."]


def test_sections_headings_annexes_closing_and_vote() -> None:
    resolution = read_text(
        "The General Assembly,\n\nI\n\nTrees\n\n1. Decides to plant;\n\nII\n\nFruit\n\n"
        "1. Decides to harvest.\n\n28th plenary meeting\n29 October 2038\n\n"
        "[Adopted without a vote.]\n\n"
        "Annex I\n\nRules of the orchard\n\n1. Trees are shared.\n\nAnnex II\n\nNames\n\nOak.\n"
    )
    kinds = [(one.kind, one.printed, one.text.plain) for one in resolution.paragraphs]
    heading, annex = ParagraphKind.HEADING, ParagraphKind.ANNEX
    assert kinds[:2] == [(heading, "I", ""), (heading, "", "Trees")]
    assert (annex, "Annex I", "Rules of the orchard") in kinds
    assert (annex, "Annex II", "Names") in kinds
    assert [line.plain for line in resolution.closing] == [
        "28th plenary meeting",
        "29 October 2038",
    ]
    assert resolution.vote.plain == "[Adopted without a vote.]"
    assert [one.restarts for one in resolution.paragraphs if one.printed == "II"] == [True]


def test_a_text_of_the_security_council_has_no_title() -> None:
    resolution = read_text(
        "United Nations\n\nS/RES/3001 (2041)\n\nSecurity Council\n\nDistr.: General\n\n"
        "2 May 2041\n\nResolution 3001 (2041)\n\n"
        "Adopted by the Security Council at its 9999th meeting, on 2 May 2041\n\n"
        "The Security Council,\n\nRecalling its statements,\n\n1. Decides to remain seized.\n"
    )
    assert (resolution.organ, resolution.number) == (Organ.SC, "3001 (2041)")
    assert not resolution.title
    assert resolution.masthead.meeting == "9999"


def test_a_draft_has_sponsors() -> None:
    resolution = read_text(
        "United Nations\nA/95/L.3\nGeneral Assembly\nDistr.: Limited\n2 May 2041\n"
        "Brazil, Chad and Fiji: draft resolution\n\nShared orchards\n\nThe General Assembly,\n\n"
        "Recalling its resolution 94/7,\n\n1. Decides to act.\n"
    )
    assert resolution.kind is DocumentKind.DRAFT
    assert [one.name for one in resolution.masthead.sponsors] == ["Brazil", "Chad", "Fiji"]
    assert resolution.title.plain == "Shared orchards"


def test_a_single_operative_paragraph_has_no_number() -> None:
    resolution = read_text(
        "The General Assembly\n\nAdopts the rules of the orchard annexed to the present text.\n"
    )
    (only,) = resolution.paragraphs
    assert (only.part, only.numbered, only.printed) == (Part.OPERATIVE, True, "")


def test_an_embedded_draft_is_quoted() -> None:
    resolution = read_text(
        "The Economic and Social Council\n\nRecommends to the General Assembly the adoption of the "
        "following draft resolution:\n\nThe General Assembly,\n\nRecalling its rules,\n\n"
        "1. Decides to act.\n"
    )
    assert [one.kind for one in resolution.paragraphs[1:]] == [ParagraphKind.QUOTED] * 3


def test_encodings() -> None:
    words = "L’Assemblée générale,\n\nRappelant ses règles,\n"
    plain = read_text(words)
    for content in (
        words.encode(),
        codecs.BOM_UTF8 + words.encode(),
        words.encode("utf-16"),
        codecs.BOM_UTF16_BE + words.encode("utf-16-be"),
    ):
        assert read_text(content) == plain
    guessed = read_text(words.encode("cp1252"))
    assert guessed.paragraphs == plain.paragraphs
    assert [(one.what, one.detail) for one in guessed.guesses] == [("encoding", "cp1252")]


def test_what_is_wrong_with_bytes_is_said_with_its_line() -> None:
    with pytest.raises(ReadError, match=r"[Ll]ine 2"):
        read_text(b"good\nb\x81d \xff\n")
    with pytest.raises(ReadError, match="line 2"):
        read_text(b"good\nb\x00d\n")


@pytest.mark.parametrize(
    ("organ", "words", "none_held", "day"),
    [
        ("The General Assembly,", "Calls upon all to act.", "No plenary meeting", "2 April 2020"),
        (
            "L’Assemblée générale,",
            "Demande à tous d’agir.",
            "Aucune séance plénière",
            "2 avril 2020",
        ),
    ],
)
def test_a_text_adopted_without_a_meeting_has_its_closing_lines(
    organ: str, words: str, none_held: str, day: str
) -> None:
    resolution = read_text(f"{organ}\n\n1. {words}\n\n{none_held}\n{day}\n")
    assert [line.plain for line in resolution.closing] == [none_held, day]
    assert [one.text.plain for one in resolution.paragraphs] == [words]


def test_the_seed_of_2009() -> None:
    resolution = read_text(_seed("A_RES_64_177.fr.txt"))
    assert resolution.organ_line.plain == "L’Assemblée générale,"
    assert (len(resolution.part(Part.PREAMBLE)), len(resolution.part(Part.OPERATIVE))) == (5, 9)
    marks = {one.printed: [m.printed for m in one.text.marks] for one in resolution.paragraphs}
    assert (marks["7."], marks["8."]) == (["1"], ["2"])
    assert len(resolution.footnotes) == len([1 for found in marks.values() for _ in found]) == 2
    assert [line.plain for line in resolution.closing] == [
        "65 e séance plénière",
        "18 décembre 2009",
    ]


def test_the_seed_of_2006() -> None:
    resolution = read_text(_seed("A_RES_61_181.fr.txt"))
    preamble, operative = resolution.part(Part.PREAMBLE), resolution.part(Part.OPERATIVE)
    assert (len(preamble), len(operative), len(resolution.footnotes)) == (7, 9, 6)
    assert [mark.note for mark in preamble[0].text.marks] == ["n1", "n2"]
    assert [mark.note for mark in operative[5].text.marks] == ["n1", "n2"]
    assert [mark.note for mark in operative[0].text.marks] == ["n6"]
    assert "sa résolution 60/175 ;" in operative[0].text.plain


def _seed(name: str) -> bytes:
    return resource("starter", name).read_bytes()


DEEP = document(
    "Number: 95/12 | Title: Shared orchards | Line: The General Assembly, | "
    "P: _Recalling_ its resolution 94/7 of 12 December 2039 on the orchards of the valley,[^1] | "
    "P: _Noting_ that the orchards of the valley[^2] are shared by those who tend them, | "
    "1. _Decides_ to plant a tree a year in every village that asks for one before the spring; | "
    "2. _Requests_ the Secretary-General, in consultation with the gardeners of the valley: | "
    "(a) To count the trees in the orchards and to publish their number every year; | "
    "(b) To report on: | (i) The oldest tree; | (ii) The youngest tree; | "
    "3. _Decides_ to remain seized of the orchards. | "
    "[^1]: Resolution 94/7. | [^2]: See A/94/300, annex."
)


@pytest.mark.parametrize("seed", range(40))
def test_generated_shapes_are_read_back(seed: int) -> None:
    made = shaped(DEEP, Random(seed))
    resolution = read_text(made.text)
    right, missing, _ = compared(list(made.rows), rows_of(resolution))
    assert not lost(made.text, resolution)
    assert right >= len(made.rows) - 1, missing


def test_reading_can_be_given_up_at_any_line_of_any_stage() -> None:
    lines = "".join(f"{number}. Decides to act;\n\n" for number in range(1, 9))
    source = f"The General Assembly,\n\nRecalling x,\n\n{lines}"
    asked = count()
    read_text(source, lambda: next(asked) < 0)
    times = next(asked)
    assert times >= 5 * source.count("\n\n")
    for after in range(times):
        answers = chain(repeat(False, after), repeat(True))
        with pytest.raises(GivenUpError):
            read_text(source, partial(next, answers))

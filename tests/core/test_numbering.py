"""Labels, roles and note numbers as they follow from structure and reading order."""

from dataclasses import replace

from drafter.core.model import Footnote, Resolution
from drafter.core.numbering import Role, lone_operatives, numbering, single_operative
from tests.notation import document


def labels(resolution: Resolution) -> list[str]:
    computed = numbering(resolution).labels
    return [computed[paragraph.id] for paragraph in resolution.paragraphs]


def test_operative_paragraphs_count_and_preambular_ones_do_not() -> None:
    assert labels(document("P: a | P: b | 1. c | 2. d")) == ["", "", "1.", "2."]


def test_a_wrong_printed_number_does_not_change_the_count() -> None:
    assert labels(document("1. a | 3. b | 3. c")) == ["1.", "2.", "3."]


def test_a_single_operative_paragraph_has_no_number() -> None:
    one = document("P: a | 1. b: | (a) c; | (b) d.")
    assert labels(one) == ["", "", "(a)", "(b)"]
    assert single_operative(one) == "p2"


def test_a_paragraph_alone_in_a_section_with_its_own_numbers_has_none() -> None:
    sections = "#! I. A | 1. b; | 2. c; | #! II. D | O: e; | #! III. F | 1. g; | 2. h."
    lone = document(sections)
    row = list(lone.paragraphs)
    row[4] = replace(row[4], numbered=True)
    lone = lone.with_paragraphs(tuple(row))
    assert labels(lone) == ["I", "1.", "2.", "II", "", "III", "1.", "2."]
    assert single_operative(lone) is None
    assert lone_operatives(lone) == {"p5"}


def test_a_paragraph_alone_below_a_heading_is_numbered_when_numbers_run_on() -> None:
    assert labels(document("1. a; | # I. B | 2. c; | # II. D | 3. e.")) == [
        "1.", "I", "2.", "II", "3.",
    ]  # fmt: skip


def test_letters_start_again_below_each_paragraph() -> None:
    deep = "1. a: | (a) b: | (i) c; | (ii) d; | (b) e: | (i) f; | 2. g: | (a) h."
    assert labels(document(deep)) == ["1.", "(a)", "(i)", "(ii)", "(b)", "(i)", "2.", "(a)"]


def test_french_letters_have_one_bracket() -> None:
    assert labels(document("@fr | 1. a : | a) b ; | i) c ; | 2. d.")) == ["1.", "a)", "i)", "2."]


def test_unnumbered_paragraphs_and_closing_words_are_passed_over() -> None:
    assert labels(document("1. a: | (a) b; | < c; | O: d; | 2. e.")) == ["1.", "(a)", "", "", "2."]


def test_items_in_the_preamble_have_letters() -> None:
    assert labels(document("P: a: | (a) b; | (b) c, | 1. d; | 2. e."))[:3] == ["", "(a)", "(b)"]


def test_numbers_run_on_below_a_heading_unless_it_restarts_them() -> None:
    assert labels(document("1. a; | # I. A | 2. b; | # II. B | 3. c.")) == [
        "1.", "I", "2.", "II", "3.",
    ]  # fmt: skip
    assert labels(document("1. a; | 2. b. | #! I. A | 1. c; | 2. d.")) == [
        "1.", "2.", "I", "1.", "2.",
    ]  # fmt: skip


def test_numbers_run_on_after_a_preamble_within_a_section() -> None:
    assert labels(document("1. a; | # I. A | P: b, | 2. c.")) == ["1.", "I", "", "2."]


def test_a_restart_above_a_section_with_a_preamble_of_its_own_counts_from_one() -> None:
    sections = "1. a; | 2. b. | P: | #! II. B | P: c, | 1. d; | 2. e."
    assert labels(document(sections))[3:] == ["I", "", "1.", "2."]


def test_headings_of_lower_rank_count_within_the_higher() -> None:
    ranks = "1. x; | # I. A | ## A. b | ## B. c | # II. D | ## A. e | 2. f."
    assert labels(document(ranks)) == ["1.", "I", "A", "B", "II", "A", "2."]


def test_several_annexes_take_roman_numbers_and_count_apart() -> None:
    assert labels(document("1. a; | 2. b. | A: x | 1. c. | A: y | 1. d.")) == [
        "1.", "2.", "Annex I", "1.", "Annex II", "1.",
    ]  # fmt: skip


def test_one_annex_has_no_number() -> None:
    assert labels(document("1. a; | 2. b. | A: x"))[-1] == "Annex"


def test_alternatives_share_the_number_of_the_first() -> None:
    assert labels(document("1. a; | [x] | 2. b.".replace("[x]", "1 bis. [c]"))) == [
        "1.", "1 bis.", "2.",
    ]  # fmt: skip


def test_quoted_and_plain_blocks_show_what_was_printed() -> None:
    assert labels(document("1. a: | Q: 7. b; | X: c | 2. d.")) == ["1.", "7.", "", "2."]


def test_roles() -> None:
    roles = numbering(document("P: a | 1. b: | (a) c; | < d; | 2. e.")).roles
    assert list(roles.values()) == [
        Role.WHOLE, Role.CHAPEAU, Role.ITEM, Role.CLOSING, Role.WHOLE,
    ]  # fmt: skip


def test_annexes_are_counted_from_one() -> None:
    assert list(numbering(document("1. a | A: x | 1. b | A: y")).annexes.values()) == [0, 1, 1, 2]


def test_notes_are_numbered_by_their_first_mark_wherever_the_note_stands() -> None:
    notes = numbering(document("1. a[^2] | 2. b[^1][^2] | [^1]: One. | [^2]: Two. | [^3]: Three."))
    assert notes.notes == {"n2": "1", "n1": "2", "n3": "3"}
    assert notes.note_order == ("n2", "n1", "n3")


def test_a_note_with_a_sign_of_its_own_takes_no_number() -> None:
    notes = numbering(document("1. a[^*] | 2. b[^1] | [^*]: On behalf. | [^1]: One."))
    assert notes.notes == {"n1": "*", "n2": "1"}


def test_marks_in_the_title_come_first_and_those_in_annexes_after_the_closing() -> None:
    text = document("Title: T[^3] | 1. a | A: x | 1. b[^1] | Closing: c[^2] | [^1]: 1. | "
                    "[^2]: 2. | [^3]: 3.")  # fmt: skip
    assert numbering(text).note_order == ("n3", "n2", "n1")


def test_numbering_does_not_depend_on_the_order_of_the_notes() -> None:
    text = document("1. a[^1] | 2. b[^2] | [^1]: One. | [^2]: Two.")
    turned = replace(text, footnotes=tuple(reversed(text.footnotes)))
    assert numbering(turned).notes == numbering(text).notes
    assert isinstance(turned.footnotes[0], Footnote)

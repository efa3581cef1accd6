"""End marks: what is a slip may be put right unasked, what is a habit may not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from drafter.check.engine import apply_safe_fixes, check
from drafter.check.problem import FixKind
from drafter.check.registry import rules_named
from drafter.core import edits
from drafter.core.inline import Mark, Text
from drafter.core.model import Masthead
from tests.notation import document

SAFE, OFFER = FixKind.SAFE, FixKind.OFFER


def _ends(resolution):
    found = (one for one in check(resolution) if one.rule.startswith("endings."))
    return [(one.place, one.rule, one.fix.kind) for one in found]


def test_a_declaration_in_sentences_is_left_alone_with_its_actions_and_items():
    action = "##  Action {0} | {0}. We care. We decide to: | (a) Do x; | (b) Do y."
    text = "O: Adopts the following compact: | #! The compact | 1. We, the States, are here."
    actions = " | ".join(action.format(number) for number in range(2, 6))
    assert _ends(document(f"{text} | {actions} | 6. We shall meet again.")) == []


def test_an_end_that_a_third_of_the_paragraphs_share_is_offered():
    row = "1. Asks a, | 2. Asks b, | 3. Asks c; | 4. Asks d; | 5. Asks e."
    resolution = document(row)
    assert _ends(resolution) == [
        ("p1", "endings.operative", OFFER),
        ("p2", "endings.operative", OFFER),
    ]
    assert apply_safe_fixes(resolution).paragraphs[0].text.plain == "Asks a,"


def test_an_end_that_few_share_is_put_right():
    row = "1. Asks a, | 2. Asks b; | 3. Asks c; | 4. Asks d; | 5. Asks e."
    assert _ends(document(row)) == [("p1", "endings.operative", SAFE)]


def test_the_words_of_an_adopted_text_are_only_offered_another_end():
    resolution = document("1. Asks a, | 2. Asks b; | 3. Asks c; | 4. Asks d.")
    adopted = replace(resolution, masthead=Masthead(adopted=date(2025, 1, 2)))
    assert [kind for _, _, kind in _ends(adopted)] == [OFFER]
    new = replace(adopted.paragraphs[0], printed=None)
    assert [kind for _, _, kind in _ends(adopted.with_paragraph(new))] == [SAFE]


def test_items_of_the_council_that_keep_to_commas_are_left_alone():
    items = "1. Asks: | (a) To x, | (b) To y, | (c) To z, | (d) To v | (e) To w; | 2. Ends."
    assert _ends(document(f"@SC | {items}")) == []
    assert [kind for _, _, kind in _ends(document(items))] == [OFFER, OFFER, OFFER, SAFE]


def test_the_last_dash_before_the_next_item_may_close_the_row():
    text = "1. Asks: | (a) To x: | (i) A: | >>> to b, | >>> to c, | >>> to d; | (ii) E; | 2. Ends."
    assert _ends(document(f"@SC | {text}")) == []


def test_a_semicolon_before_items_is_offered_a_colon():
    text = "1. Asks a; | (a) To x; | (b) To y; | 2. Ends."
    assert _ends(document(text)) == [("p1", "endings.chapeau", OFFER)]


@pytest.mark.parametrize(
    ("code", "plain", "at", "mended", "then"),
    [
        ("en", "Decides x. ", 10, "Decides x;", 10),
        ("en", "Decides x . ", 9, "Decides x;", 9),
        ("en", "Decides x ", 10, "Decides x;", 10),
        ("fr", "Décide x ;", 9, "Décide x\u00a0;", 8),
        ("fr", "Décide x.", 8, "Décide x\u00a0;", 8),
    ],
)
def test_another_end_loses_no_footnote_mark(
    code: str, plain: str, at: int, mended: str, then: int
) -> None:
    text = Text(plain, marks=(Mark(at, "n1"),))
    draft = document(f"@{code} | 1. Decides x;[^1] | 2. Decides y. | [^1]: A/61/179.")
    draft = edits.set_text(draft, "p1", text)
    rules = rules_named(["endings."])
    assert apply_safe_fixes(draft, rules).paragraphs[0].text == Text(
        mended, marks=(Mark(then, "n1"),)
    )


def test_a_preamble_of_few_words_needs_its_comma_and_an_organ_s_name_does_not():
    assert _ends(document("P: Recalling x | 1. Decides y; | 2. Decides z.")) == [
        ("p1", "endings.preamble", SAFE)
    ]
    assert _ends(document("P: Recalling x, | P: _The General Assembly_ | O: Decides y.")) == []

"""The examples of the rules, as people see them."""

import pytest

from drafter.check.registry import ALL
from drafter.ui.rule_examples import example_html


def test_an_example_is_lines_of_a_draft() -> None:
    shown = example_html("@fr | P: _Rappelant_ x,[^1] | # I. Mots | 1. Décide y. | [^1]: A/61/5.")
    assert shown.split("<br>") == [
        "<i>Rappelant</i> x,<sup>1</sup>",
        "I. Mots",
        "1. Décide y.",
        "<sup>1</sup> A/61/5.",
    ]


def test_signs_of_html_are_words() -> None:
    assert example_html("P: x & <y>") == "x &amp; &lt;y&gt;"


@pytest.mark.parametrize("example", [one for rule in ALL for one in (*rule.good, *rule.bad)])
def test_no_sign_of_the_notation_is_left(example: str) -> None:
    shown = example_html(example)
    assert "[^" not in shown
    assert "|" not in shown
    assert not shown.startswith(("P:", "O:", "@"))

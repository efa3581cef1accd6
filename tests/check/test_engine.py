"""The engine: order, cache, what is ignored, and fixes that come to rest."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.check.engine import Cache, apply_fix, apply_safe_fixes, check
from drafter.check.problem import FixKind, Severity
from drafter.check.registry import ALL
from drafter.check.rule import Finding, NoteRule, ParagraphRule, Wording
from drafter.core.edits import replace_text, set_text
from drafter.core.errors import GivenUpError
from drafter.core.inline import Mark, Text
from drafter.core.model import Guess, Organ
from drafter.core.note_edits import set_footnote
from tests.notation import document
from tests.strategies import resolutions

MESSY = (
    "@fr | P: Rappelant x;[^2] | P: _Notant_ y | 1. Décide z. | 3. Prie w : | (a) De v, | (c) De u "
    "| 4. Renvoie au paragraphe 9 ci-dessus | [^1]: A/61/179 | [^2]: A/61/5"
)


def _words(resolution):
    return [problem.message.english() for problem in check(resolution)]


def test_problems_come_in_reading_order():
    resolution = document(MESSY)
    ids = [None, *(p.id for p in resolution.paragraphs), *(n.id for n in resolution.footnotes)]
    places = [ids.index(problem.place) for problem in check(resolution)]
    assert places == sorted(places)
    assert len(set(places)) > 5


def test_a_clean_text_has_no_problem():
    text = (
        "Line: _The General Assembly_, | P: _Recalling_ x,[^1] | 1. _Decides_ y: | (a) To z; "
        "| (b) To w; | 2. _Recalls_ paragraph 1 (b) above. | [^1]: Resolution 60/288."
    )
    assert _words(document(text)) == []


def test_a_rule_can_be_ignored_at_one_place():
    resolution = document("P: _Recalling_ x | P: _Noting_ y | 1. Decides z; | 2. Decides w.")
    of_rule = [p.place for p in check(resolution) if p.rule == "endings.preamble"]
    ignored = check(resolution, ignored={("endings.preamble", "p1")})
    assert of_rule == ["p1", "p2"]
    assert [p.place for p in ignored if p.rule == "endings.preamble"] == ["p2"]


def test_rules_keep_to_their_languages_organs_and_kinds():
    text = "P: Recalling x, | 1. Decides y; | 2. Decides z."
    rules = [p.rule for p in check(document(text))]
    assert "structure.organ_line" in rules
    other = replace(document(text), organ=Organ.OTHER)
    assert "structure.organ_line" not in [p.rule for p in check(other)]
    assert check(document(f"@statement | {text}")) == ()


def _counting(looked):
    def look(paragraph, around):
        looked[paragraph.id] += 1
        if "x" in paragraph.text.plain:
            yield Finding("x", paragraph.id)

    def look_at_note(note, around):
        looked[note.id] += 1
        yield from ()

    common = {
        "title": "x",
        "severity": Severity.INFO,
        "source": "S-01",
        "explanation": "x.",
        "wordings": {"x": Wording("An x.")},
        "good": (),
        "bad": (),
    }
    return [
        ParagraphRule(id="test.paragraph", look=look, **common),
        NoteRule(id="test.note", look=look_at_note, **common),
    ]


def test_after_one_change_only_that_paragraph_is_looked_at_again():
    looked = Counter()
    rules, cache = _counting(looked), Cache()
    resolution = document("P: A x,[^1] | P: B, | 1. C; | 2. D x. | [^1]: N.")
    first = check(resolution, rules, cache)
    assert looked == {"p1": 1, "p2": 1, "p3": 1, "p4": 1, "n1": 1}

    changed = replace_text(resolution, "p2", 0, 1, "Bx")
    looked.clear()
    second = check(changed, rules, cache)
    assert looked == {"p2": 1}
    assert [p.place for p in second] == ["p1", "p2", "p4"]
    assert second[0] is first[0]

    looked.clear()
    check(set_footnote(changed, "n1", Text("M.")), rules, cache)
    assert looked == {"n1": 1}


def test_a_check_that_nobody_waits_for_is_given_up_and_keeps_what_it_found():
    looked = Counter()
    rules, cache = _counting(looked), Cache()
    resolution = document("P: A x, | P: B, | 1. C; | 2. D x.")
    with pytest.raises(GivenUpError):
        check(resolution, rules, cache, is_stale=lambda: looked.total() == 2)
    assert looked == {"p1": 1, "p2": 1}
    found = check(resolution, rules, cache)
    assert looked == {"p1": 1, "p2": 1, "p3": 1, "p4": 1}
    assert found == check(resolution, rules)


def test_new_surroundings_count_as_a_change():
    looked = Counter()
    rules, cache = _counting(looked), Cache()
    resolution = document("P: A, | 1. B; | 2. C.")
    check(resolution, rules, cache)
    looked.clear()
    without_last = resolution.with_paragraphs(resolution.paragraphs[:-1])
    check(without_last, rules, cache)
    assert looked == {"p2": 1}
    looked.clear()
    check(replace(resolution, language="fr"), rules, cache)
    assert set(looked) == {"p1", "p2", "p3"}


def test_a_cache_changes_nothing_in_what_is_found():
    cache = Cache()
    resolution = document(MESSY)
    assert check(resolution, cache=cache) == check(resolution, cache=cache) == check(resolution)


def test_a_rule_turned_on_later_is_run():
    looked = Counter()
    rules, cache = _counting(looked), Cache()
    resolution = document("1. A x; | 2. B.")
    assert check(resolution, [], cache) == ()
    assert len(check(resolution, rules, cache)) == 1


def test_safe_fixes_mend_a_messy_text():
    mended = apply_safe_fixes(document(MESSY))
    plain = [paragraph.text.plain for paragraph in mended.paragraphs]
    assert plain == [
        "Rappelant x,",
        "Notant y,",
        "Décide z\u00a0;",
        "Prie w\u00a0:",
        "De v\u00a0;",
        "De u\u00a0;",
        "Renvoie au paragraphe 9 ci-dessus.",
    ]
    assert mended.organ_line.plain == "L’Assemblée générale,"
    assert mended.paragraph("p1").text.marks[0].at == len("Rappelant x")
    assert [note.text.plain for note in mended.footnotes] == ["A/61/179.", "A/61/5."]


def test_a_fix_leaves_alone_what_has_changed_since():
    resolution = document("P: _Recalling_ x | 1. Decides y; | 2. Decides z.")
    (problem,) = (p for p in check(resolution) if p.rule == "endings.preamble")
    later = replace_text(resolution, "p1", 0, 9, "Noting")
    assert apply_fix(later, problem.fix) is later
    gone = resolution.with_paragraphs(resolution.paragraphs[1:])
    assert apply_fix(gone, problem.fix) is gone


def test_equal_problems_compare_equal_though_their_changes_are_functions():
    text = "P: Recalling x | 1. Decides y; | 4. Decides z."
    assert check(document(text)) == check(document(text))


def test_a_low_guess_is_a_problem_until_it_is_confirmed():
    sure, unsure = Guess("level", "p1", confidence=0.9), Guess("note", "p2", "3", confidence=0.2)
    resolution = replace(document("P: x, | 1. y; | 2. z."), guesses=(sure, unsure))
    (problem,) = (p for p in check(resolution) if p.rule == "import.unsure")
    assert problem.place == "p2"
    assert problem.message.english() == "The import was not sure here (note: 3)."
    assert apply_fix(resolution, problem.fix).guesses == (sure,)


STARTS = ("P:", "O:", "1.", "2.", "3.", "7.", "(a)", "b)", "(i)", "(c)", "a.", "<", "# I.", "X:")
ENDS = ("", ",", ";", ".", ":", " ;", ",[^1]", "[^2],", ".[^1][^2]", "[^3];", "; and")
PIECES = st.builds(
    lambda start, words, end: f"{start} {words}{end}",
    st.sampled_from(STARTS),
    st.sampled_from(("Decides x", "see paragraph 2 above", "voir le paragraphe 3 ci-dessous", "x")),
    st.sampled_from(ENDS),
)
NOTES = st.sampled_from(("A/61/179", "A/61/179.", "Ibid., p. 3", "B;"))
LINES = st.sampled_from(("", "Line: The General Assembly", "Line: Le Conseil de sécurité,"))
LANGUAGES = st.sampled_from(("en", "fr"))


@st.composite
def messy_documents(draw):
    pieces = [f"@{draw(LANGUAGES)}", draw(LINES), *draw(st.lists(PIECES, max_size=12))]
    pieces += [*draw(st.sampled_from(((), ("A: Annex", "1. Recalls x", "(a) y;"))))]
    pieces += [f"[^{n}]: {draw(NOTES)}" for n in (1, 2)]
    return document(" | ".join(piece for piece in pieces if piece), printed=draw(st.booleans()))


@settings(deadline=None, max_examples=150)
@given(messy_documents())
def test_safe_fixes_reach_a_fixed_point(resolution):
    mended = apply_safe_fixes(resolution)
    assert apply_safe_fixes(mended) == mended
    left = [p for p in check(mended) if p.fix and p.fix.kind is FixKind.SAFE]
    assert [p for p in left if apply_fix(mended, p.fix) is not mended] == []


@settings(deadline=None, max_examples=100)
@given(messy_documents())
def test_a_check_never_raises_and_every_sentence_is_whole(resolution):
    for problem in check(resolution):
        assert "{" not in problem.message.english()
        if problem.fix:
            changed = apply_fix(resolution, problem.fix)
            assert {p.id for p in changed.paragraphs} <= {p.id for p in resolution.paragraphs}


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_rules_say_nothing_of_an_empty_document(rule):
    found = check(document(""), [rule])
    assert [p.rule for p in found if not p.rule.startswith("structure.")] == []


@settings(deadline=None, max_examples=200)
@given(resolutions())
def test_safe_fixes_lose_no_footnote_mark(resolution):
    def marks(of):
        return sum(len(text.marks) for text in of.texts())

    assert marks(apply_safe_fixes(resolution)) == marks(resolution)


@pytest.mark.parametrize("number", ["9" * 12, "9" * 5000])
def test_a_number_that_no_note_can_have_is_no_trouble(number):
    marked = Text("Decides x.", marks=(Mark(10, "", number),))
    draft = set_text(document("1. Decides x."), "p1", marked)
    found = [one.rule for one in check(draft) if one.rule.startswith("footnotes.")]
    assert found == ["footnotes.mark_without_note"]

"""Starter drafts: all of them, in all languages."""

import importlib.util
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from drafter.app.drafts import first_place, new_draft, session_on
from drafter.app.starters import Starter, starter, starters
from drafter.check.engine import check
from drafter.core.errors import ReadError
from drafter.core.language import LANGUAGES
from drafter.core.model import DocumentKind, Organ, Part
from drafter.io.native import native_bytes

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def maker(root: Path) -> ModuleType:
    path = root / "packaging" / "make_starters.py"
    spec = importlib.util.spec_from_file_location("make_starters", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_is_shipped_is_what_the_program_makes(maker: ModuleType, root: Path) -> None:
    folder = root / "templates" / "starters"
    made = {one.id: native_bytes(maker.made(one)) for one in starters()}
    assert {path.stem: path.read_bytes() for path in folder.glob("*.resolution")} == made


def test_every_organ_has_a_draft_resolution_first() -> None:
    firsts = {one.organ: one.kind for one in reversed(starters())}
    assert firsts == dict.fromkeys(Organ, DocumentKind.DRAFT)
    assert starter("sc-statement").kind is DocumentKind.STATEMENT


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("chosen", starters(), ids=lambda one: one.id)
def test_a_starter_is_in_its_language_and_has_no_problems(chosen: Starter, code: str) -> None:
    draft = new_draft(chosen, code, DAY)
    assert (draft.language, draft.organ, draft.kind) == (code, chosen.organ, chosen.kind)
    assert check(draft) == ()
    if code != "en":
        assert not any("meeting" in text.plain for text in draft.texts())
    if chosen.kind in {DocumentKind.DRAFT, DocumentKind.ADOPTED}:
        assert [p.part for p in draft.paragraphs] == [Part.PREAMBLE, Part.OPERATIVE]
        assert draft.organ_line
        assert draft.organ_line.spans[0].start == 0
        assert first_place(draft) == "p1"


def test_only_what_is_to_be_filled_stands_in_brackets() -> None:
    draft = new_draft(starter("ga-draft"), "fr", DAY)
    assert not draft.title
    assert draft.organ_line.plain == "L’Assemblée générale,"
    assert draft.masthead.session == "Quatre-vingt-unième session"
    assert draft.masthead.agenda_items[0].label == "Point […] de l’ordre du jour"
    assert draft.masthead.languages == ("fr",)


def test_a_council_draft_is_distributed_to_all_in_the_words_of_the_language() -> None:
    assert new_draft(starter("sc-draft"), "es", DAY).masthead.distribution == "Distr. general"


def test_an_adopted_text_to_be_copied_is_of_no_session() -> None:
    assert new_draft(starter("ga-adopted"), "en", DAY).masthead.session == ""


def test_writing_begins_where_something_is_to_be_filled() -> None:
    assert first_place(new_draft(starter("sc-statement"), "en", DAY)) == "p1"


def test_an_unknown_starter_is_said() -> None:
    with pytest.raises(ReadError, match="no starter"):
        starter("icj-draft")


@pytest.mark.parametrize(
    ("organ", "day", "session"),
    [
        (Organ.GA, date(2025, 9, 9), 80),
        (Organ.GA, date(2025, 8, 1), 79),
        (Organ.ECOSOC, date(2023, 7, 27), 2024),
        (Organ.ECOSOC, date(2022, 7, 22), 2022),
        (Organ.HRC, date(2023, 10, 11), 54),
        (Organ.HRC, date(2025, 6, 20), 59),
        (Organ.HRC, date(2025, 11, 20), 61),
        (Organ.SC, date(2025, 1, 1), None),
    ],
)
def test_the_session_follows_from_the_day(organ: Organ, day: date, session: int | None) -> None:
    assert session_on(organ, day) == session


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2060, 1, 1)])
def test_a_clock_that_is_far_off_makes_a_draft_without_a_session(day: date) -> None:
    assert new_draft(starter("hrc-draft"), "en", day).masthead.session == ""

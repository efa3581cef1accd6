"""The list of States."""

import pytest

from drafter.core.language import LANGUAGES
from drafter.core.states import nearest_state, state_in, state_named, states


def test_all_member_states_and_the_two_observers_are_there() -> None:
    codes = [state.code for state in states()]
    assert len(codes) == len(set(codes)) == 193 + 2
    assert {"VAT", "PSE"} <= set(codes)


def test_every_state_has_a_name_without_article_in_every_language() -> None:
    for state in states():
        assert set(state.names) == set(LANGUAGES)
        assert all(name == name.strip() and name for name in state.names.values())
    names = {name for state in states() for name in state.names.values()}
    assert {"Bahamas", "Égypte", "Países Bajos", "Iran (Islamic Republic of)"} <= names


def test_no_two_states_share_a_name() -> None:
    for code in LANGUAGES:
        assert len({state.names[code] for state in states()}) == len(states())


def test_a_name_in_another_language() -> None:
    assert state_in("Égypte", "fr", "es") == "Egipto"
    assert state_in("Atlantis", "en", "fr") == "Atlantis"


def test_a_state_is_found_by_its_name_in_every_language() -> None:
    for state in states():
        assert all(state_named(name) is state for name in state.names.values())
    found = state_named("  égypte ")
    assert found is not None
    assert found.code == "EGY"
    assert state_named("Atlantis") is None


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Fran", "FRA"), ("Germny", "DEU"), ("Бразили", "BRA"), ("فرن", "FRA"), ("法", "FRA")],
)
def test_the_nearest_state_begins_alike_or_is_spelt_alike(typed: str, code: str) -> None:
    found = nearest_state(typed)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("typed", ["", " ", "xqzwv"])
def test_nothing_is_near_to_nothing(typed: str) -> None:
    assert nearest_state(typed) is None

"""The list of States."""

from drafter.core.language import LANGUAGES
from drafter.core.states import state_in, states


def test_all_member_states_and_the_two_observers_are_there() -> None:
    assert sum(state.is_member for state in states()) == 193
    assert {state.code for state in states() if not state.is_member} == {"VAT", "PSE"}


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

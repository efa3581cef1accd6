"""Long work that may be given up: it asks, thing by thing, whether somebody still waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from drafter.core.errors import GivenUpError

_T = TypeVar("_T")
IsGivenUp = Callable[[], bool]


def never() -> bool:
    """Somebody waits to the end."""
    return False


def each(things: Iterable[_T], is_given_up: IsGivenUp) -> Iterator[_T]:
    """The things, as long as somebody waits for what is made of them.

    Raises:
        GivenUpError: nobody does.
    """
    for thing in things:
        if is_given_up():
            raise GivenUpError("It was given up before it was done.")
        yield thing

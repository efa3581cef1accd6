"""Ten kills while somebody types; `python -m tests.accept.kills 200` does more of them."""

from __future__ import annotations

import os
import random

import pytest

from tests.accept.kills import kill_once

KILLS = 10 if os.environ.get("DRAFTER_CI") == "1" else 2


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a signal of POSIX systems")
def test_after_a_kill_a_second_is_lost_at_most_and_no_file_is_broken() -> None:
    chance = random.Random(20261122)
    for _ in range(KILLS):
        kill = kill_once(chance)
        assert kill.is_fine, kill
        assert kill.typed

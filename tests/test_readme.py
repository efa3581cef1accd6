"""What the first screen shows is what the program prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter import cli

SHOWN = "    $ drafter outline A_RES_64_177.fr.txt\n"


def test_the_sample_is_shown_as_it_is_printed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert SHOWN in readme
    rows = readme.partition(SHOWN)[2].partition("\n## ")[0].rstrip().splitlines()
    assert cli.main(["outline", str(root / "resources/starter/A_RES_64_177.fr.txt")]) == cli.FINE
    printed = capsys.readouterr().out.splitlines()
    shown = [row.removeprefix("    ") for row in rows if row.strip() not in {"", "…"}]
    assert len(shown) > 6
    assert [row for row in shown if row not in printed] == []

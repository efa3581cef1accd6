"""Tests whose need is not met are left out in one line, and never in continuous integration."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = ("soffice", "pandoc", "pdftotext", "pdftoppm")
TESTS = """
import pytest

@pytest.mark.shared
def test_needs_texts(shared):
    assert (shared / "corpus").is_dir()

@pytest.mark.pandoc
def test_skips_itself():
    pytest.skip("for a reason of its own")

def test_needs_nothing():
    pass
"""


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """A project of three tests with this one's conftest, and all tools to be found."""
    tests = tmp_path / "project" / "tests"
    tests.mkdir(parents=True)
    shutil.copy(root / "tests" / "conftest.py", tests)
    (tests / "test_three.py").write_text(TESTS, "utf-8")
    markers = "\n".join(["[pytest]", "markers =", "  shared", "  pandoc", ""])
    (tests.parent / "pytest.ini").write_text(markers, "utf-8")
    (tmp_path / "shared" / "corpus").mkdir(parents=True)
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        (tmp_path / "bin" / tool).touch(mode=0o755)
    return tests.parent


def run(project: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DRAFTER")}
    path = f"{project.parent / 'bin'}{os.pathsep}{Path(sys.executable).parent}"
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:xdist", "-p", "no:pytest-qt", "-q"],
        capture_output=True,
        check=False,
        cwd=project,
        env={**kept, "PATH": path, **variables},
        text=True,
        timeout=120,
    )


def test_all_run_where_all_is_there(project: Path) -> None:
    done = run(project)
    assert done.returncode == 0
    assert "2 passed, 1 skipped" in done.stdout
    assert "Left out" not in done.stdout


def test_what_is_missing_is_said_in_one_line(project: Path) -> None:
    (project.parent / "bin" / "pandoc").unlink()
    done = run(project, DRAFTER_SHARED="../nowhere")
    assert done.returncode == 0
    assert "1 passed, 2 deselected" in done.stdout
    (line,) = [line for line in done.stdout.splitlines() if "Left out" in line]
    assert line == (
        "Left out: the tests that need pandoc, the shared official texts (set DRAFTER_SHARED)."
    )


def test_continuous_integration_fails_where_something_is_missing(project: Path) -> None:
    done = run(project, DRAFTER_CI="1", DRAFTER_SHARED="../nowhere")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "DRAFTER_CI=1 and not here: the shared official texts" in done.stderr


def test_continuous_integration_fails_where_a_marked_test_skips_itself(project: Path) -> None:
    done = run(project, DRAFTER_CI="1")
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "1 failed, 2 passed" in done.stdout
    assert "for a reason of its own" in done.stdout

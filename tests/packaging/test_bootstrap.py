"""The script of a first start, as far as it can be tried without a fresh machine."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

TOOLS = ("sh", "dirname", "sed", "tr", "cksum", "cmp", "cat", "rm", "mkdir", "basename", "awk")


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Path:
    """A checkout with the script alone, and a `bin` of the plainest tools."""
    (tmp_path / "packaging").mkdir()
    shutil.copy(root / "packaging" / "bootstrap.sh", tmp_path / "packaging")
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        where = shutil.which(tool)
        assert where
        (tmp_path / "bin" / tool).symlink_to(where)
    program(tmp_path, "id", "echo 1000")
    return tmp_path


def program(checkout: Path, name: str, *lines: str) -> None:
    path = checkout / "bin" / name
    path.write_text("\n".join(["#!/bin/sh", *lines, ""]), "utf-8")
    path.chmod(0o755)


def run(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "packaging/bootstrap.sh", *arguments],
        capture_output=True,
        check=False,
        cwd=checkout,
        env={"PATH": str(checkout / "bin")},
        text=True,
        timeout=60,
    )


def test_an_unknown_command_shows_the_usage(checkout: Path) -> None:
    done = run(checkout, "--help")
    assert done.returncode == 2
    assert done.stdout.startswith("Sets everything up")
    assert "sh packaging/bootstrap.sh test" in done.stdout


def test_without_python_it_says_which_is_needed(checkout: Path) -> None:
    program(checkout, "python3", "exit 1")
    done = run(checkout)
    assert done.returncode == 1
    assert done.stderr == (
        "drafter: no Python 3.11 or newer found; install one, or set DRAFTER_PYTHON\n"
    )


def test_without_venv_and_without_rights_it_names_the_package(checkout: Path) -> None:
    program(
        checkout,
        "python3",
        'case "$*" in',
        "*version_info*sys.exit*|*sys.exit*version_info*) exit 0 ;;",
        "*version_info*) echo python3.12 ;;",
        "*) exit 1 ;;",
        "esac",
    )
    done = run(checkout)
    assert done.returncode == 1
    assert "install python3.12-venv and start again" in done.stderr
    assert not (checkout / ".venv").exists()


def test_tools_that_cannot_be_installed_are_named(checkout: Path) -> None:
    done = run(checkout, "test", "--tools")
    assert done.returncode == 1
    assert "libreoffice-writer-nogui pandoc poppler-utils" in done.stderr


def test_a_second_start_installs_nothing(checkout: Path) -> None:
    calls = checkout / "calls"
    program(checkout, "uname", "echo Plan9")
    (checkout / ".venv" / "bin").mkdir(parents=True)
    path = checkout / ".venv" / "bin" / "python"
    path.write_text(f'#!/bin/sh\necho "$*" >>{calls}\n', "utf-8")
    path.chmod(0o755)
    assert run(checkout, "setup").returncode == 0
    first = calls.read_text("utf-8")
    assert "install -q --disable-pip-version-check -e ." in first
    assert "--group dev" in first
    assert run(checkout, "setup").returncode == 0
    assert calls.read_text("utf-8") == first
    (checkout / "pyproject.toml").write_text("changed", "utf-8")
    assert run(checkout, "setup").returncode == 0
    assert calls.read_text("utf-8") != first

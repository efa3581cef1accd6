"""Finds the shared texts and the tools; leaves out the tests whose need is not met, in one line.

With DRAFTER_CI=1 nothing may be left out: a need that is not met, or a marked test that skips
itself, fails the run.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The tests of the window need no screen, and do without one where there is one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# They read English, whatever the language of the machine.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

ROOT = Path(__file__).resolve().parent.parent
IN_CI = os.environ.get("DRAFTER_CI") == "1"

# Laws judge what comes out, not how busy the machine is. In CI they judge the change: the same
# examples each time; by hand they look for more.
settings.register_profile(
    "drafter",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
    derandomize=IN_CI,
)
settings.load_profile("drafter")

SHARED = ROOT / os.environ.get("DRAFTER_SHARED", "../shared")

NEEDS = {
    "libreoffice": ("LibreOffice (soffice)", lambda: _on_path("soffice")),
    "pandoc": ("pandoc", lambda: _on_path("pandoc")),
    "poppler": ("poppler (pdftotext, pdftoppm)", lambda: _on_path("pdftotext", "pdftoppm")),
    "shared": (
        "the shared official texts (set DRAFTER_SHARED)",
        (SHARED / "corpus").is_dir,
    ),
}


def _on_path(*tools: str) -> bool:
    return all(shutil.which(tool) for tool in tools)


def _missing() -> dict[str, str]:
    return {marker: name for marker, (name, is_met) in NEEDS.items() if not is_met()}


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the shared texts (`corpus`, `reference`, `design`)."""
    return SHARED.resolve()


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the source tree."""
    return ROOT


def pytest_configure(config: pytest.Config) -> None:
    missing = _missing()
    if IN_CI and missing:
        raise pytest.UsageError(f"DRAFTER_CI=1 and not here: {', '.join(missing.values())}.")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    missing = _missing()
    left_out = [item for item in items if any(item.get_closest_marker(m) for m in missing)]
    if left_out:
        items[:] = [item for item in items if item not in set(left_out)]
        config.hook.pytest_deselected(items=left_out)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    missing = _missing()
    if missing:
        terminalreporter.write_line(f"Left out: the tests that need {', '.join(missing.values())}.")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    is_marked = any(item.get_closest_marker(marker) for marker in NEEDS)
    if IN_CI and is_marked and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped where nothing may be: {report.longrepr}"
    return report

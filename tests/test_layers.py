"""The floors hold: imports go downward, the command line knows no Qt, a wheel has all it needs."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

FLOORS_WITHOUT_QT = ("core", "check", "corpus", "io", "cli")


BARE = {n: value for n, value in os.environ.items() if not n.startswith(("PYTHON", "DRAFTER"))}


def python(*arguments: str, at: Path | None = None, **options: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        check=False,
        cwd=at,
        env={**BARE, "PYTHONDONTWRITEBYTECODE": "1", **options},
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_imports_go_only_downward(root: Path) -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [tool, "--no-cache"], capture_output=True, check=False, cwd=root, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout


def below_the_window(root: Path) -> Iterator[str]:
    """Every module that must do without Qt."""
    package = root / "drafter"
    for floor in FLOORS_WITHOUT_QT:
        for path in sorted((package / floor).rglob("*.py")):
            yield ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
    yield "drafter.paths"


def test_no_qt_is_loaded_below_the_window(root: Path) -> None:
    names = ", ".join(below_the_window(root))
    code = (
        f"import {names}, sys; print([m for m in sys.modules if 'PySide' in m or 'shiboken' in m])"
    )
    assert python("-c", code, at=root) == "[]\n"


def test_the_start_page_loads_nothing_of_a_drafts_window(root: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from PySide6.QtWidgets import QApplication;"
        "from drafter.settings import SettingsFile; from drafter.ui.desk import Desk;"
        "app = QApplication([]); folder = Path(sys.argv[1]);"
        "Desk(SettingsFile(folder / 'settings.json'), folder).start(); print(*sys.modules)"
    )
    loaded = python("-c", code, str(tmp_path), at=root, QT_QPA_PLATFORM="offscreen").split()
    heavy = ("docx", "lxml", "tantivy", "rapidfuzz", "sqlite3", "difflib", "drafter.core.model")
    floors = ("drafter.check", "drafter.corpus", "drafter.ui.editor", "drafter.ui.panels")
    assert [name for name in loaded if name in heavy or name.startswith(floors)] == []
    assert "drafter.ui.start_page" in loaded


def test_widgets_are_used_on_the_ui_floor_only(root: Path) -> None:
    for path in (root / "drafter" / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in getattr(node, "names", []) if hasattr(alias, "name")]
            assert not any("QtWidgets" in name for name in names), path


@pytest.mark.parametrize(
    ("command", "unneeded"),
    [
        (["rules"], ["lxml", "docx", "rapidfuzz", "difflib", "asyncio"]),
        (["outline", "resources/starter/A_RES_64_177.fr.txt"], ["docx", "lxml", "rapidfuzz"]),
        (["export", "resources/starter/A_RES_64_177.fr.txt", "-o", "-"], ["docx", "lxml"]),
    ],
)
def test_a_command_loads_only_what_it_needs(
    root: Path, command: list[str], unneeded: list[str]
) -> None:
    code = (
        "import contextlib, io, json, sys\n"
        "from drafter import cli\n"
        "sys.stdout = io.TextIOWrapper(io.BytesIO())\n"
        f"status = cli.main({command!r})\n"
        "sys.stdout = sys.__stdout__\n"
        "print(json.dumps([status, *{name.split('.')[0] for name in sys.modules}]))"
    )
    status, *loaded = json.loads(python("-c", code, at=root))
    assert status == 0
    assert not set(unneeded) & set(loaded)


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and installed where nothing of the source tree is."""
    wheels = tmp_path_factory.mktemp("wheels")
    target = tmp_path_factory.mktemp("target")
    pip = ["-m", "pip", "--disable-pip-version-check", "-q"]
    build = [*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(wheels), str(root)]
    python(*build, PIP_NO_INDEX="1")
    (wheel,) = wheels.glob("drafter-*.whl")
    python(*pip, "install", "--no-deps", "--no-index", "--target", str(target), str(wheel))
    return target


def test_a_wheel_finds_what_it_ships(installed: Path, root: Path) -> None:
    code = (
        "import drafter; from drafter.paths import resource, template;"
        "print(drafter.__file__, resource('languages', 'fr.toml'), template(), sep='\\n')"
    )
    at = installed.parent
    package, language, templates = python("-c", code, at=at, PYTHONPATH=str(installed)).splitlines()
    shipped = installed / "drafter" / "_shipped"
    assert Path(package).parent == installed / "drafter"
    assert Path(language) == shipped / "resources" / "languages" / "fr.toml"
    assert Path(language).read_bytes() == (root / "resources/languages/fr.toml").read_bytes()
    assert Path(templates) == shipped / "templates"
    assert {path.name for path in Path(templates).glob("*.docx")} == {
        path.name for path in (root / "templates").glob("*.docx")
    }


def test_a_wheel_does_the_main_job(installed: Path, tmp_path: Path) -> None:
    sample = installed / "drafter" / "_shipped" / "resources" / "starter" / "A_RES_64_177.fr.txt"
    out = tmp_path / "out.docx"
    environment = {"PYTHONPATH": str(installed)}
    outline = python("-m", "drafter", "outline", str(sample), at=tmp_path, **environment)
    assert "5 preambular, 9 operative paragraphs, 2 footnotes." in outline
    python("-m", "drafter", "export", str(sample), "-o", str(out), at=tmp_path, **environment)
    assert out.read_bytes().startswith(b"PK")

"""Shipped files are found from a source tree and a frozen bundle; the wheel is in test_layers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from drafter import paths


def test_a_source_tree_has_its_resources_beside_the_package(root: Path) -> None:
    assert paths.resource("starter") == root / "resources" / "starter"
    assert paths.template() == root / "templates"


def test_a_frozen_bundle_has_them_where_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", "/bundle", raising=False)
    assert paths.resource("languages", "fr.toml") == Path("/bundle/resources/languages/fr.toml")
    assert paths.template("adopted.docx") == Path("/bundle/templates/adopted.docx")


def test_the_users_folders_are_the_users_own() -> None:
    folders = {paths.user_settings(), paths.user_texts()}
    assert len(folders) == 2
    assert all(folder.is_absolute() and "drafter" in str(folder) for folder in folders)

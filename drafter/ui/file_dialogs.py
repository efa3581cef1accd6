"""Asks which file to open, where one is to be written, and whether to save before closing.

Never takes a file's place that was not spoken of.

The system's dialog asks before a file is replaced, but knows only the name as it was typed: where
a suffix is put to it here, the question is asked here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


def choose_file(parent: QWidget | None, folder: str = "") -> Path | None:
    """A file to open, or None."""
    title = QCoreApplication.translate("MainWindow", "Open")
    name, _ = QFileDialog.getOpenFileName(parent, title, folder)
    return Path(name) if name else None


def may_close(parent: QWidget, save: Callable[[], bool]) -> bool:
    """Asks what to do with unsaved changes; whether the window may go."""
    button = QMessageBox.StandardButton
    answer = QMessageBox.question(
        parent,
        QCoreApplication.translate("MainWindow", "Unsaved changes"),
        QCoreApplication.translate(
            "MainWindow", "The draft has changed since it was saved. Save it?"
        ),
        button.Save | button.Discard | button.Cancel,
    )
    return answer == button.Discard or (answer == button.Save and save())


def choose_place(
    parent: QWidget, title: str, proposed: str, kinds: Mapping[str, str]
) -> Path | None:
    """Where to write, or None; `kinds` are suffixes by what a drafter calls the kind of file."""
    patterns = {f"{name} (*{suffix})": suffix for name, suffix in kinds.items()}
    first = next(iter(kinds.values()))
    while True:
        name, chosen = QFileDialog.getSaveFileName(parent, title, proposed, ";;".join(patterns))
        if not name:
            return None
        path = _with_suffix(Path(name), patterns.get(chosen, first), Path(proposed), kinds)
        if path == Path(name) or not path.exists() or _may_replace(parent, title, path):
            return path
        proposed = str(path)


def _with_suffix(typed: Path, wanted: str, proposed: Path, kinds: Mapping[str, str]) -> Path:
    """A suffix that was typed says the kind; one that was only left standing does not."""
    suffix = typed.suffix.lower()
    if suffix not in kinds.values():
        return typed.with_name(typed.name + wanted)
    was_left = suffix == proposed.suffix.lower()
    return typed.with_suffix(wanted) if was_left and suffix != wanted else typed


def _may_replace(parent: QWidget, title: str, path: Path) -> bool:
    button = QMessageBox.StandardButton
    words = QCoreApplication.translate("MainWindow", "There is a file %1 already. Replace it?")
    answer = QMessageBox.question(
        parent, title, words.replace("%1", path.name), button.Yes | button.No, button.No
    )
    return answer == button.Yes

"""Leaves the recovery file of a draft as a crash does: written, and locked by nobody."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree, ignore_patterns

from drafter.app.recovery import Recovery
from drafter.app.session import Session


def leave(session: Session, folder: Path) -> None:
    """Leaves what the session's recovery file would hold."""
    recovery = Recovery(session, folder)
    assert recovery.write()
    left = recovery.folder.with_name(f"left-{recovery.folder.name}")
    copytree(recovery.folder, left, ignore=ignore_patterns("lock"))
    recovery.close()

"""Opens the window of a draft, with all that stands round the page."""

from __future__ import annotations

from pathlib import Path

from drafter.app.drafts import first_place
from drafter.app.library import Library
from drafter.app.places import Caret, paragraph_place
from drafter.app.session import Session
from drafter.core.model import Resolution
from drafter.settings import Settings
from drafter.ui.keys import remember_usual
from drafter.ui.main_window import MainWindow
from drafter.ui.theme import ThemeChoice
from drafter.ui.workspace import Workspace
from drafter.ui.workspace_commands import add_commands


def opened(
    resolution: Resolution, path: Path | None, settings: Settings, texts: Path, library: Library
) -> Workspace:
    """A window with a document, not shown yet, and what works round its page."""
    # A long text is not set twice when the zoom is known before.
    zoom = settings.zoom_pct or settings.fitted_pct
    window = MainWindow(Session(resolution, path), ThemeChoice(settings.theme), zoom)
    workspace = Workspace(window, settings, texts, library)
    add_commands(workspace)
    remember_usual(window.commands())
    workspace.set_keys(settings.shortcuts)
    workspace.restore_layout(settings)
    return workspace


def put_in_view(workspace: Workspace, settings: Settings, source: str = "") -> None:
    """Shows the window with the caret where writing begins."""
    window = workspace.window
    resolution = window.session.resolution
    first = first_place(resolution)
    if first is not None:
        window.page.set_caret(Caret(paragraph_place(first)))
    window.show()
    if settings.zoom_pct:
        window.page.set_zoom(settings.zoom_pct)
    else:
        window.zoom_usual()
    window.page.show_top()
    window.page.setFocus()
    if resolution.guesses or resolution.discarded:
        workspace.tell_read(resolution, source=source)

"""Whether there is a screen to show a window on."""

from __future__ import annotations

import os
import sys

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_display() -> bool:
    """Whether a window can be shown: elsewhere than on Linux always."""
    if sys.platform in {"darwin", "win32"}:
        return True
    return any(os.environ.get(name) for name in _DISPLAYS)

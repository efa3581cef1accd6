"""Where things lie: what the program ships, and the user's own folders.

The shipped folders are found in a source tree, in an installed wheel and in a frozen bundle alike;
nothing else may build such a path. The only user of appdirs.
"""

from __future__ import annotations

import sys
from pathlib import Path

import appdirs

CORPUS = "corpus"
"""The folder of the user's corpus, in that of the user's texts."""

OWN_SUFFIX = ".resolution"
"""Of the program's own files."""
_NAME = "drafter"
_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """A file or folder below `resources/`."""
    return _shipped().joinpath("resources", *parts)


def template(*parts: str) -> Path:
    """A file or folder below `templates/`."""
    return _shipped().joinpath("templates", *parts)


def user_settings() -> Path:
    """The user's folder for settings; it need not exist yet."""
    return Path(appdirs.user_config_dir(_NAME, appauthor=False))


def user_texts() -> Path:
    """The user's folder for recovery files and the corpus; it need not exist yet."""
    return Path(appdirs.user_data_dir(_NAME, appauthor=False))


def _shipped() -> Path:
    frozen: str | None = getattr(sys, "_MEIPASS", None)  # set where a bundle is unpacked
    if frozen is not None:
        return Path(frozen)
    installed = _PACKAGE / "_shipped"
    return installed if installed.is_dir() else _PACKAGE.parent

"""The keys of the commands: the usual ones, those the user chose, and which command has which.

What was chosen is a mapping from a command's object name to its keys; a command that is not in it
has its usual ones. A key belongs to one command: given to another it is taken from the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

Chosen = Mapping[str, str]

_USUAL = "usual_keys"
_PORTABLE = QKeySequence.SequenceFormat.PortableText
_COMMON = re.compile(r".*\+.+|F\d+|Del|Ins")
_OLD = ("Alt+Backspace", "Alt+Shift+Backspace", "Shift+Del", "Shift+Ins", "Ctrl+Ins")
_Standard = QKeySequence.StandardKey
_ON_THE_PAGE = tuple(key for key in _Standard if key.name.startswith(("Move", "Select", "Delete")))
_FREE = re.compile(r"(?:Shift\+)?(?:F\d+$|Ctrl\+|Alt\+|Meta\+)")
"""What the page does not write or move by: keys with Ctrl, Alt or the system's, and F1 to F35."""


def remember_usual(actions: Iterable[QAction]) -> None:
    """Keeps the keys that the commands have now as their usual ones."""
    for action in actions:
        action.setProperty(_USUAL, _words(action.shortcuts()))


def set_keys(actions: Iterable[QAction], chosen: Chosen) -> None:
    """Gives the commands the keys that were chosen, or their usual ones."""
    for action in actions:
        words = chosen.get(action.objectName(), str(action.property(_USUAL) or ""))
        action.setShortcuts(_keys(words))


def usual(action: QAction) -> list[QKeySequence]:
    """The keys that a command has if nobody chose others."""
    return _keys(str(action.property(_USUAL) or ""))


def owner(actions: Iterable[QAction], key: QKeySequence) -> QAction | None:
    """The command that a key belongs to now."""
    return next((one for one in actions if key in one.shortcuts()), None)


def with_keys(
    actions: Sequence[QAction], chosen: Chosen, action: QAction, keys: Sequence[QKeySequence]
) -> Chosen:
    """With other keys for a command; the commands that had them lose them."""
    changed = dict(chosen)
    for one in actions:
        left = [key for key in one.shortcuts() if key not in keys]
        if one is not action and len(left) < len(one.shortcuts()):
            _choose(changed, one, left)
    _choose(changed, action, keys)
    return changed


def refusal(key: QKeySequence) -> str:
    """Why a key cannot be a command's; empty if it can."""
    if key.isEmpty():
        return _tr("Press a key, with Ctrl or Alt, or one of F1 to F12.")
    if not _FREE.match(key.toString(_PORTABLE)):
        return _tr("This key writes or moves on the page; press it with Ctrl or Alt.")
    if any(key in QKeySequence.keyBindings(one) for one in _ON_THE_PAGE):
        return _tr("This key moves, selects or deletes on the page.")
    return ""


def shown(keys: Iterable[QKeySequence]) -> str:
    """Keys as the system writes them."""
    form = QKeySequence.SequenceFormat.NativeText
    return ", ".join(key.toString(form) for key in keys)


def listed(keys: Iterable[QKeySequence]) -> str:
    """The keys that are shown in a list: none that only some keyboards have, such as a key named
    Open, or that nobody looks for.
    """
    return shown(one for one in keys if _is_looked_for(one))


def _is_looked_for(key: QKeySequence) -> bool:
    words = key.toString(_PORTABLE)
    return bool(_COMMON.fullmatch(words)) and not words.startswith(_OLD)


def _choose(chosen: dict[str, str], action: QAction, keys: Sequence[QKeySequence]) -> None:
    words = _words(keys)
    if words == action.property(_USUAL):
        chosen.pop(action.objectName(), None)
    else:
        chosen[action.objectName()] = words


def _keys(words: str) -> list[QKeySequence]:
    return [one for one in QKeySequence.listFromString(words, _PORTABLE) if not one.isEmpty()]


def _words(keys: Iterable[QKeySequence]) -> str:
    return QKeySequence.listToString(list(keys), _PORTABLE)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Keys", words)

"""Every command of the window, one function each: name, icon, key, and what the status bar says.

The same QAction stands in menu, toolbar and command palette; `Actions` makes them all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from drafter.ui.icons import Icons
from drafter.ui.names import NAME_ALONE
from drafter.ui.theme import ThemeChoice

if TYPE_CHECKING:
    from drafter.ui.main_window import MainWindow

_Key = QKeySequence.StandardKey
Keys = QKeySequence.StandardKey | str | tuple[str, ...]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Actions", words)


class Actions:
    """The commands of one window, by object name, in the order of the menus."""

    def __init__(self, window: MainWindow) -> None:
        self.by_name: dict[str, QAction] = {}
        for make in _ALL:
            action = make(window)
            self.by_name[action.objectName()] = action
            window.addAction(action)

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]

    def all(self) -> list[QAction]:
        """Every command."""
        return list(self.by_name.values())

    def give_drawings(self, icons: Icons) -> None:
        """Gives those their drawings that have one."""
        for name, drawing in _ICONS.items():
            icons.add(self.by_name[name], drawing)


def _action(
    window: MainWindow,
    name: str,
    text: str,
    tip: str,
    do: Callable[[], object],
    keys: Keys = "",
) -> QAction:
    action = QAction(text, window)
    action.setObjectName(name)
    action.setStatusTip(tip)
    if isinstance(keys, tuple):
        action.setShortcuts([QKeySequence(key) for key in keys])
    elif keys:
        action.setShortcuts(
            QKeySequence.keyBindings(keys) if isinstance(keys, _Key) else [QKeySequence(keys)]
        )
    action.triggered.connect(do)
    return action


# --- File ---------------------------------------------------------------------------------------


def new(window: MainWindow) -> QAction:
    """A new draft."""
    tip = _tr("Starts a new draft")
    return _action(window, "new", _tr("&New"), tip, window.request_new, _Key.New)


def open_(window: MainWindow) -> QAction:
    """Open a file."""
    tip = _tr("Opens a draft, or reads a resolution from another kind of file")
    return _action(window, "open", _tr("&Open…"), tip, window.choose_and_open, _Key.Open)


def save(window: MainWindow) -> QAction:
    """Save."""
    tip = _tr("Saves the draft")
    return _action(window, "save", _tr("&Save"), tip, window.save, _Key.Save)


def save_as(window: MainWindow) -> QAction:
    """Save under another name."""
    tip = _tr("Saves the draft under another name")
    return _action(window, "save_as", _tr("Save &as…"), tip, window.save_as, ("Ctrl+Shift+S",))


def export(window: MainWindow) -> QAction:
    """Export to Word and others."""
    tip = _tr("Writes the text as a Word file, plain text or Markdown")
    return _action(window, "export", _tr("&Export…"), tip, window.export, ("Ctrl+E",))


def close(window: MainWindow) -> QAction:
    """Close the window."""
    tip = _tr("Closes this draft")
    return _action(window, "close", _tr("&Close"), tip, window.close, _Key.Close)


def leave(window: MainWindow) -> QAction:
    """Close all windows."""
    tip = _tr("Closes all drafts and ends the program")
    return _action(window, "quit", _tr("&Quit"), tip, window.quit, ("Ctrl+Q",))


# --- Edit ---------------------------------------------------------------------------------------


def undo(window: MainWindow) -> QAction:
    """Undo."""
    tip = _tr("Takes the last step back")
    action = _action(window, "undo", _tr("&Undo"), tip, window.page.undo, _Key.Undo)
    action.setProperty(NAME_ALONE, action.text())  # the menu also says what
    return action


def redo(window: MainWindow) -> QAction:
    """Redo."""
    tip = _tr("Does again what was last undone")
    keys = ("Ctrl+Y", "Ctrl+Shift+Z")  # one as in Word, one as in most others, on every system
    action = _action(window, "redo", _tr("&Redo"), tip, window.page.redo, keys)
    action.setProperty(NAME_ALONE, action.text())
    return action


def cut(window: MainWindow) -> QAction:
    """Cut."""
    tip = _tr("Puts the selection on the clipboard and takes it out")
    return _action(window, "cut", _tr("Cu&t"), tip, window.editing.cut, _Key.Cut)


def copy(window: MainWindow) -> QAction:
    """Copy."""
    tip = _tr("Puts the selection on the clipboard")
    return _action(window, "copy", _tr("&Copy"), tip, window.editing.copy, _Key.Copy)


def paste(window: MainWindow) -> QAction:
    """Paste."""
    tip = _tr("Inserts what is on the clipboard, with its structure and notes")
    return _action(window, "paste", _tr("&Paste"), tip, window.editing.paste, _Key.Paste)


def paste_plain(window: MainWindow) -> QAction:
    """Paste without looks."""
    tip = _tr("Inserts the words on the clipboard without what they look like")
    do = window.editing.paste_plain
    return _action(window, "paste_plain", _tr("Paste as plain te&xt"), tip, do, ("Ctrl+Shift+V",))


def select_all(window: MainWindow) -> QAction:
    """Select all."""
    tip = _tr("Selects the whole text")
    return _action(
        window, "select_all", _tr("Select &all"), tip, window.editing.select_all, _Key.SelectAll
    )


def italic(window: MainWindow) -> QAction:
    """Italics."""
    tip = _tr("Sets the selection in italics, or not")
    return _action(
        window, "italic", _tr("&Italic"), tip, window.page.commands.toggle_italic, _Key.Italic
    )


def bold(window: MainWindow) -> QAction:
    """Bold."""
    tip = _tr("Sets the selection in bold, or not")
    return _action(window, "bold", _tr("&Bold"), tip, window.page.commands.toggle_bold, _Key.Bold)


def superscript(window: MainWindow) -> QAction:
    """Raised letters."""
    tip = _tr("Raises the selection, as in 65e")
    do = window.page.commands.toggle_superscript
    return _action(window, "superscript", _tr("Raised &letters"), tip, do, ("Ctrl+Alt+P",))


# --- Insert -------------------------------------------------------------------------------------


def footnote(window: MainWindow) -> QAction:
    """A footnote at the caret."""
    tip = _tr("Inserts a footnote at the caret")
    return _action(
        window,
        "footnote",
        _tr("&Footnote"),
        tip,
        window.insert_footnote,
        ("Ctrl+Alt+F", "F7"),
    )


def citation(window: MainWindow) -> QAction:
    """A citation at the caret."""
    tip = _tr("Finds a resolution, treaty or document and cites it at the caret")
    do = window.insert_citation
    return _action(window, "citation", _tr("&Citation…"), tip, do, ("Ctrl+Shift+R",))


# --- Structure ----------------------------------------------------------------------------------


def preambular(window: MainWindow) -> QAction:
    """Make preambular."""
    tip = _tr("Makes the paragraph a preambular one")
    do = window.page.commands.make_preambular
    return _action(window, "preambular", _tr("&Preambular paragraph"), tip, do, ("Ctrl+Shift+P",))


def operative(window: MainWindow) -> QAction:
    """Make operative."""
    tip = _tr("Makes the paragraph an operative one")
    do = window.page.commands.make_operative
    return _action(window, "operative", _tr("&Operative paragraph"), tip, do, ("Ctrl+Shift+O",))


def heading(window: MainWindow) -> QAction:
    """Make a heading."""
    tip = _tr("Makes the paragraph a section heading")
    do = window.page.commands.make_heading
    return _action(window, "heading", _tr("Section &heading"), tip, do, ("Ctrl+Shift+H",))


def level_down(window: MainWindow) -> QAction:
    """One level deeper."""
    tip = _tr("Makes the paragraph an item of the one above (Tab at its start)")
    do = window.page.commands.indent
    return _action(window, "level_down", _tr("Level &down"), tip, do, ("Ctrl+]",))


def level_up(window: MainWindow) -> QAction:
    """One level up."""
    tip = _tr("Takes the item a level up (Shift+Tab at its start)")
    do = window.page.commands.outdent
    return _action(window, "level_up", _tr("Level &up"), tip, do, ("Ctrl+[",))


def move_up(window: MainWindow) -> QAction:
    """Move up."""
    tip = _tr("Moves the paragraph with its items up")
    do = window.page.commands.move_up
    return _action(window, "move_up", _tr("&Move up"), tip, do, ("Alt+Up",))


def move_down(window: MainWindow) -> QAction:
    """Move down."""
    tip = _tr("Moves the paragraph with its items down")
    do = window.page.commands.move_down
    return _action(window, "move_down", _tr("Mo&ve down"), tip, do, ("Alt+Down",))


def delete_paragraph(window: MainWindow) -> QAction:
    """Delete the paragraph."""
    tip = _tr("Deletes the paragraph with its items; its notes are kept")
    do = window.page.commands.delete_paragraph
    return _action(
        window, "delete_paragraph", _tr("De&lete paragraph"), tip, do, ("Ctrl+Shift+Backspace",)
    )


# --- View ---------------------------------------------------------------------------------------


def zoom_in(window: MainWindow) -> QAction:
    """Larger."""
    tip = _tr("Shows the page larger")
    return _action(
        window, "zoom_in", _tr("Zoom &in"), tip, window.page.commands.zoom_in, ("Ctrl++", "Ctrl+=")
    )


def zoom_out(window: MainWindow) -> QAction:
    """Smaller."""
    tip = _tr("Shows the page smaller")
    return _action(
        window, "zoom_out", _tr("Zoom ou&t"), tip, window.page.commands.zoom_out, _Key.ZoomOut
    )


def zoom_usual(window: MainWindow) -> QAction:
    """The usual size."""
    tip = _tr("Shows the page in its usual size")
    return _action(
        window, "zoom_usual", _tr("&Usual size"), tip, window.zoom_usual, ("Ctrl+0", "Ctrl+À")
    )


def theme_system(window: MainWindow) -> QAction:
    """The system's colours."""
    tip = _tr("Follows the light or dark colours of the system")
    return _theme(window, ThemeChoice.SYSTEM, _tr("Colours of the &system"), tip)


def theme_light(window: MainWindow) -> QAction:
    """Light colours."""
    return _theme(window, ThemeChoice.LIGHT, _tr("&Light colours"), _tr("Shows light colours"))


def theme_dark(window: MainWindow) -> QAction:
    """Dark colours."""
    return _theme(window, ThemeChoice.DARK, _tr("&Dark colours"), _tr("Shows dark colours"))


def _theme(window: MainWindow, choice: ThemeChoice, text: str, tip: str) -> QAction:
    action = _action(window, f"theme_{choice}", text, tip, window.choose_theme)
    action.setCheckable(True)
    action.setProperty(NAME_ALONE, _tr("Colours: {0}").format(text.replace("&", "").lower()))
    action.setData(choice)
    window.themes.addAction(action)
    return action


def to_page(window: MainWindow) -> QAction:
    """To the page."""
    tip = _tr("Goes to the page")
    return _action(
        window, "to_page", _tr("To the &page"), tip, window.page.commands.focus, ("Ctrl+1",)
    )


_ALL: tuple[Callable[[MainWindow], QAction], ...] = (
    new,
    open_,
    save,
    save_as,
    export,
    close,
    leave,
    undo,
    redo,
    cut,
    copy,
    paste,
    paste_plain,
    select_all,
    italic,
    bold,
    superscript,
    footnote,
    citation,
    preambular,
    operative,
    heading,
    level_down,
    level_up,
    move_up,
    move_down,
    delete_paragraph,
    zoom_in,
    zoom_out,
    zoom_usual,
    theme_system,
    theme_light,
    theme_dark,
    to_page,
)
_ICONS = {
    "new": "new",
    "open": "open",
    "save": "save",
    "export": "export",
    "undo": "undo",
    "redo": "redo",
    "cut": "cut",
    "copy": "copy",
    "paste": "paste",
    "italic": "italic",
    "bold": "bold",
    "footnote": "footnote",
    "citation": "citation",
    "level_down": "indent",
    "level_up": "outdent",
    "move_up": "up",
    "move_down": "down",
}

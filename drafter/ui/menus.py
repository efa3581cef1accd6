"""Which command of `actions` stands in which menu, and which on the toolbar."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from drafter.ui.actions import Actions
from drafter.ui.editor.page import Page
from drafter.ui.kind_box import KindBox

_LINE = ""
_ICON_EMS = 1.2


def _tr(words: str) -> str:
    return QCoreApplication.translate("Menus", words)


def _menus() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Name, title and commands of each menu; an empty name is a line between them."""
    return (
        (
            "file",
            _tr("&File"),
            ("new", "open", _LINE, "save", "save_as", "export"),
        ),
        (
            "edit",
            _tr("&Edit"),
            (
                *("undo", "redo", _LINE, "cut", "copy", "paste", "paste_plain", "select_all"),
                *(_LINE, "italic", "bold", "superscript"),
            ),
        ),
        ("insert", _tr("&Insert"), ("footnote", "citation")),
        (
            "structure",
            _tr("&Structure"),
            (
                *("preambular", "operative", "heading", _LINE, "level_down", "level_up"),
                *(_LINE, "move_up", "move_down", _LINE, "delete_paragraph"),
            ),
        ),
        ("check", _tr("&Check"), ()),
        ("precedents", _tr("&Precedents"), ()),
        (
            "view",
            _tr("&View"),
            (
                *("zoom_in", "zoom_out", "zoom_usual", _LINE),
                *("theme_system", "theme_light", "theme_dark", _LINE, "to_page"),
            ),
        ),
        ("help", _tr("&Help"), ()),
    )


_FIRST_TOOLS = ("undo", "redo", _LINE)
_TOOLS = (
    *("level_up", "level_down", "move_up", "move_down", _LINE),
    *("italic", "footnote", "citation", _LINE),
)
_LAST_TOOLS = ("save", "export")
_WITH_WORDS = ("footnote", "citation", *_LAST_TOOLS)


def fill_menus(bar: QMenuBar, actions: Actions) -> dict[str, QMenu]:
    """Puts all commands into their menus; the menus by name, for panels to add theirs."""
    made: dict[str, QMenu] = {}
    for name, title, commands in _menus():
        menu = bar.addMenu(title)
        menu.setObjectName(f"menu_{name}")
        _fill(menu, commands, actions)
        made[name] = menu
    return made


def fill_toolbar(bar: QToolBar, actions: Actions, page: Page) -> None:
    """Puts the commands of every day on the toolbar; those of the file stand at its end."""
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.toggleViewAction().setVisible(False)
    size = round(_ICON_EMS * bar.fontMetrics().height())
    bar.setIconSize(QSize(size, size))
    _fill(bar, _FIRST_TOOLS, actions)
    bar.addWidget(KindBox(page, actions.by_name, bar))
    _fill(bar, _TOOLS, actions)
    space = QWidget(bar)
    space.setSizePolicy(space.sizePolicy().Policy.Expanding, space.sizePolicy().Policy.Preferred)
    end = bar.addWidget(space)
    end.setObjectName("toolbar_end")
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    _fill(bar, _LAST_TOOLS, actions)
    for name in _WITH_WORDS:
        show_words(bar, actions[name])


def add_tool(bar: QToolBar, action: QAction, *, with_words: bool = False) -> None:
    """Puts a further command on the toolbar, before those of the file."""
    end = next(one for one in bar.actions() if one.objectName() == "toolbar_end")
    bar.insertAction(end, action)
    if with_words:
        show_words(bar, action)


def show_words(bar: QToolBar, action: QAction) -> None:
    """Shows a command's name beside its icon on the toolbar."""
    button = bar.widgetForAction(action)
    button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonTextBesideIcon)


def _fill(target: QMenu | QToolBar, names: tuple[str, ...], actions: Actions) -> None:
    for name in names:
        if name == _LINE:
            target.addSeparator()
        else:
            target.addAction(actions[name])

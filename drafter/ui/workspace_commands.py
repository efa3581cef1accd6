"""The commands of what surrounds the page: a row of data each, put into the menus of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from drafter.app.session import Session
from drafter.core.facts import LANGUAGES, language_name
from drafter.core.model import Resolution
from drafter.ui.names import NAME_ALONE
from drafter.ui.precedents.commands import PrecedentCommands
from drafter.ui.workspace import Workspace

if TYPE_CHECKING:
    from drafter.ui.help import HelpWindow


class Command(NamedTuple):
    """A command: its menu, object name, what it is called, what the status bar says, its keys."""

    menu: str
    name: str
    text: str
    tip: str
    do: Callable[[], object]
    keys: tuple[str, ...] = ()


def _tr(words: str) -> str:
    return QCoreApplication.translate("WorkspaceCommands", words)


def commands(workspace: Workspace, help_: Help) -> Iterator[Command]:
    """All of them, in the order of their menus."""
    yield from _on_the_text(workspace)
    yield from _beside_the_text(workspace, help_)


def _on_the_text(space: Workspace) -> tuple[Command, ...]:
    bar = space.find_bar
    return (
        Command("file", "versions", _tr("&Versions…"), _tr("Compares and restores earlier saves"),
                space.version_views.show_versions, ("Ctrl+Alt+V",)),
        Command("file", "preview", _tr("Print previe&w…"), _tr("Shows the pages as they print"),
                space.preview_page),
        Command("file", "print", _tr("&Print…"), _tr("Prints the page"), space.print_page,
                ("Ctrl+P",)),
        Command("edit", "find", _tr("&Find…"), _tr("Finds words"), bar.open_to_find, ("Ctrl+F",)),
        Command("edit", "replace", _tr("R&eplace…"), _tr("Finds words and replaces them"),
                bar.open_to_replace, ("Ctrl+H",)),
        Command("edit", "find_next", _tr("Find &next"), _tr("Goes to the next find"),
                bar.find_next, ("F3", "Ctrl+G")),
        Command("edit", "find_previous", _tr("Find pre&vious"), _tr("Goes to the find before"),
                bar.find_previous, ("Shift+F3", "Ctrl+Shift+G")),
        Command("edit", "palette", _tr("All co&mmands…"), _tr("Finds any command by its name"),
                space.show_palette, ("Ctrl+Shift+A",)),
        Command("insert", "opener", _tr("&Opening phrase"), _tr("Offers what may begin here"),
                space.openers.ask, ("Ctrl+Space", "Ctrl+J")),
        Command("insert", "mark_again", _tr("&Mark a footnote again…"),
                _tr("Puts a further mark of a footnote at the caret"), space.choose_note,
                ("Ctrl+Alt+M",)),
        Command("insert", "annex", _tr("&Annex"), _tr("Begins an annex at the end of the text"),
                space.offers.begin_annex),
        Command("insert", "edit_table", _tr("&Table…"),
                _tr("Edits the table at the caret, or makes a new one below the paragraph"),
                space.tables.edit_or_make,
                ("Ctrl+Alt+T",)),
    )  # fmt: skip


def _beside_the_text(space: Workspace, help_: Help) -> tuple[Command, ...]:
    return (
        Command("view", "to_offers", _tr("To the messa&ge below"),
                _tr("Goes to what the bar below the page offers"), space.window.bar.focus_offers,
                ("F6",)),
        Command("view", "to_outline", _tr("To the &outline"), _tr("Goes to the outline"),
                space.panels.show_outline, ("Ctrl+2",)),
        Command("view", "to_problems", _tr("To the p&roblems"), _tr("Goes to the problems"),
                space.panels.show_problems, ("Ctrl+3",)),
        Command("view", "to_footnotes", _tr("To the &footnotes"), _tr("Goes to the footnotes"),
                space.panels.show_footnotes, ("Ctrl+4",)),
        Command("view", "to_masthead", _tr("To the &masthead"), _tr("Goes to the masthead"),
                space.panels.show_masthead, ("Ctrl+5",)),
        Command("view", "to_precedents", _tr("To the pre&cedents"), _tr("Goes to the precedents"),
                space.panels.show_precedents, ("Ctrl+6",)),
        Command("check", "check_now", _tr("&Check now"), _tr("Checks the text at once"),
                space.checking.check_now, ("Ctrl+Shift+C",)),
        Command("check", "next_problem", _tr("&Next problem"), _tr("Goes to the next problem"),
                space.next_problem, ("F8",)),
        Command("check", "previous_problem", _tr("&Previous problem"),
                _tr("Goes to the problem before"), space.previous_problem, ("Shift+F8",)),
        Command("check", "fixes", _tr("&Fixes here…"), _tr("Shows what can be mended at the caret"),
                space.show_fixes, ("Ctrl+.",)),
        Command("precedents", "corpus", _tr("&Corpus…"),
                _tr("Shows what is in the corpus, adds to it and looks after it"),
                space.corpus_views.show_corpus, ("Ctrl+Alt+C",)),
        Command("precedents", "get_more", _tr("&Get more…"),
                _tr("Fetches the open data of the United Nations, when you say so"),
                space.corpus_views.show_get_more),
        Command("help", "manual", _tr("&Manual"), _tr("Shows the manual"), help_.show_manual,
                ("F1",)),
        Command("help", "keys", _tr("&Keys"), _tr("Lists all keys"), help_.show_keys,
                ("Ctrl+F1",)),
        Command("help", "change_keys", _tr("&Change keys…"), _tr("Gives commands other keys"),
                space.choose_keys),
        Command("help", "about", _tr("&About Drafter"), _tr("What the program is"),
                help_.show_about, ("Shift+F1",)),
    )  # fmt: skip


class Help(QObject):
    """The help windows of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._window = workspace.window
        self._help: HelpWindow | None = None

    def _shown(self) -> HelpWindow:
        if self._help is None:
            from drafter.ui.help import HelpWindow

            self._help = HelpWindow(self._window.commands(), QLocale().name()[:2], self._window)
        self._help.show()
        self._help.raise_()
        return self._help

    @Slot()
    def show_manual(self) -> None:
        """The manual."""
        self._shown()

    @Slot()
    def show_keys(self) -> None:
        """All keys."""
        self._shown().show_keys()

    @Slot()
    def show_about(self) -> None:
        """What the program is."""
        from drafter.ui.help import AboutDialog

        AboutDialog(QLocale().name()[:2], self._window).show()


class TextLanguages(QObject):
    """The commands that put the draft into another language; the present one is ticked."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session: Session = workspace.session
        self.group = QActionGroup(self)
        for code in LANGUAGES:
            action = QAction(language_name(code), self.group)
            action.setObjectName(f"language_{code}")
            action.setStatusTip(_tr("Labels, punctuation and set wordings follow"))
            action.setProperty(NAME_ALONE, _tr("Language of the text: {0}").format(action.text()))
            action.setCheckable(True)
            action.setData(code)
            action.triggered.connect(self._on_action_triggered)
        self._session.changed.connect(self._on_session_changed)
        self._tick()

    @Slot()
    def _on_action_triggered(self) -> None:
        chosen = self.group.checkedAction()
        if chosen is not None:
            self._workspace.change_language(chosen.data())

    @Slot(object, object)
    def _on_session_changed(self, old: Resolution, new: Resolution) -> None:
        if old.language != new.language:
            self._tick()

    def _tick(self) -> None:
        for action in self.group.actions():
            action.setChecked(action.data() == self._session.resolution.language)


def _end_marks(workspace: Workspace) -> QAction:
    action = QAction(_tr("Set &end marks automatically"), workspace.window)
    action.setObjectName("sets_end_marks")
    action.setStatusTip(_tr("Commas, semicolons and stops follow when the structure changes"))
    action.setCheckable(True)
    action.setChecked(workspace.page.writer.sets_end_marks)
    action.toggled.connect(workspace.set_end_marks)
    workspace.end_marks_changed.connect(action.setChecked)
    return action


def _tools() -> dict[str, tuple[str, ...]]:
    """Those on the toolbar: the name of the icon, and words beside one that not everybody knows."""
    return {"find": ("find",), "check_now": ("check", _tr("Check"))}


def add_commands(workspace: Workspace) -> None:
    """Puts the commands of a workspace into its window's menus."""
    window = workspace.window
    help_ = Help(workspace)
    for menu in ("file", "edit", "insert"):
        window.menus[menu].addSeparator()
    PrecedentCommands(workspace.panels, window)
    window.menus["precedents"].addSeparator()
    tools = _tools()
    for command in commands(workspace, help_):
        action = QAction(command.text, window)
        action.setObjectName(command.name)
        action.setStatusTip(command.tip)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.triggered.connect(command.do)
        window.add_command(command.menu, action)
        if command.name in tools:
            window.add_tool(action, *tools[command.name])
    window.menus["structure"].addSeparator()
    window.add_command("structure", _end_marks(workspace))
    window.menus["file"].addSeparator()
    for name in ("close", "quit"):
        window.add_command("file", window.actions_[name])
    window.menus["view"].addSeparator()
    for dock in workspace.docks.all.values():
        if dock.objectName() != "guesses":
            shown = dock.toggleViewAction()
            shown.setObjectName(f"panel_{dock.objectName()}")
            shown.setText(_tr("{0} panel").format(dock.windowTitle()))
            shown.setStatusTip(_tr("Shows or hides the panel"))
            window.menus["view"].addAction(shown)
    languages = window.menus["structure"].addMenu(_tr("Lan&guage of the text"))
    languages.addActions(TextLanguages(workspace).group.actions())

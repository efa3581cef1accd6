"""The window of one draft: page, menus, toolbar, status bar, and the panels around the page.

It holds no rules: what it is told to do, it asks of the session, the page or the files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QTabWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from drafter.app.session import Session
from drafter.core.errors import DrafterError
from drafter.io.atomic import write_atomic
from drafter.io.formats import export_bytes, writable_suffixes
from drafter.paths import OWN_SUFFIX
from drafter.ui.actions import Actions
from drafter.ui.editing import Editing
from drafter.ui.editor.page import Page, zoom_in
from drafter.ui.fitting import Fitting
from drafter.ui.icons import Icons
from drafter.ui.labels import heading
from drafter.ui.menus import add_tool, fill_menus, fill_toolbar
from drafter.ui.own_file import OwnFile
from drafter.ui.quiet_bar import QuietBar
from drafter.ui.recent_menu import RecentMenu
from drafter.ui.status import StatusBar
from drafter.ui.style import dress
from drafter.ui.theme import Theme, ThemeChoice, theme_for

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f/\\:*?"<>|]+')
_MOST_OF_NAME = 60
_HEADING_MARGINS = (10, 9, 8, 5)
_FIRST_SIZE = QSize(1440, 900)
_FRAME = QSize(8, 40)
"""What the system puts round a window, about: the status bar is to be seen on a small screen."""
_PAGE_SHARE = 0.55
"""Of the window's width, about what the panels leave of it (`docks`)."""


def _commands_in(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, RecentMenu):  # drafts, not commands
            continue
        if isinstance(inner, QMenu):
            yield from _commands_in(inner)
        elif not action.isSeparator() and action.text():
            yield action


class MainWindow(QMainWindow):
    """Shows one session.

    Signals: `new_requested()` and `open_requested(path)` for another window; `closed(window)`;
    `theme_changed(theme)`; `footnote_requested()` and `citation_requested()` at
    the selection; `note_inserted(note_id)`, whose
    words are to be typed.
    """

    new_requested = Signal()
    open_requested = Signal(object)
    closed = Signal(object)
    theme_changed = Signal(object)
    footnote_requested = Signal()
    citation_requested = Signal()
    note_inserted = Signal(str)

    def __init__(
        self,
        session: Session,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        zoom: int = 0,
    ) -> None:
        """`zoom` as it probably will be; without, what fits between the panels as they begin."""
        super().__init__()
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self.resize(_FIRST_SIZE.boundedTo(self.screen().availableSize() - _FRAME))
        session.setParent(self)
        self.session = session
        self.folder: Path | None = None
        self.unread: Callable[[], str] = str
        """A sentence about words in a field that the draft does not have; empty if it has all."""
        self._told = ""
        self.themes = QActionGroup(self)
        self._choice = choice
        self.theme: Theme = theme_for(choice)
        zoom = zoom or zoom_in(self.width() * _PAGE_SHARE, self)
        self.page = Page(session, self.theme, self, zoom=zoom)
        self.page.verticalScrollBar().rangeChanged.connect(self._on_page_range_changed)
        self.editing = Editing(self.page)
        self.bar = QuietBar(self)
        self.file = OwnFile(session, self.bar, self)
        self._lay_out()
        self.actions_ = Actions(self)
        self.page.addActions([self.actions_[name] for name in ("cut", "copy", "paste")])
        self.menus = fill_menus(self.menuBar(), self.actions_)
        self.recent = RecentMenu(self)
        after_open = self.menus["file"].actions().index(self.actions_["open"]) + 1
        self.menus["file"].insertMenu(self.menus["file"].actions()[after_open], self.recent)
        self.toolbar = QToolBar(self.tr("Tools"), self)
        fill_toolbar(self.toolbar, self.actions_, self.page)
        self.addToolBar(self.toolbar)
        self._icons = Icons(self.toolbar)
        self.actions_.give_drawings(self._icons)
        self._icons.set_theme(self.theme)
        self.setStatusBar(StatusBar(self.page, self))
        self._connect()
        self._show_title()

    def _lay_out(self) -> None:
        middle = QWidget(self)
        box = QVBoxLayout(middle)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.page, stretch=1)
        box.addWidget(self.bar)
        self._middle = box
        self.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks)
        self.setTabPosition(Qt.DockWidgetArea.RightDockWidgetArea, QTabWidget.TabPosition.North)
        self.setCentralWidget(middle)
        self.fitting = Fitting(self.page, middle)
        self.setFocusProxy(self.page)

    def _connect(self) -> None:
        self.page.refused.connect(self.bar.say)
        self.page.pasting.took_long.connect(self._on_pasting_took_long)
        self.page.pasting.ended.connect(self.bar.withdraw)
        self.recent.path_chosen.connect(self.open_requested)
        self.file.save_as_requested.connect(self.save_as)
        self.session.clean_changed.connect(self._show_title)
        self.session.path_changed.connect(self._show_title)
        stack = self.session.undo_stack
        stack.undoTextChanged.connect(self._on_undo_stack_text_changed)
        stack.redoTextChanged.connect(self._on_undo_stack_text_changed)
        stack.canUndoChanged.connect(self.actions_["undo"].setEnabled)
        stack.canRedoChanged.connect(self.actions_["redo"].setEnabled)
        self.actions_["undo"].setEnabled(stack.canUndo())
        self.actions_["redo"].setEnabled(stack.canRedo())
        self.actions_[f"theme_{self._choice}"].setChecked(True)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_colour_scheme_changed)

    def add_panel(self, name: str, title: str, area: Qt.DockWidgetArea) -> QDockWidget:
        """Makes a place beside the page; its command in the View menu is `toggleViewAction`."""
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        is_tab = area is Qt.DockWidgetArea.RightDockWidgetArea
        dock.setTitleBarWidget(QWidget(dock) if is_tab else _panel_heading(title, dock))
        self.addDockWidget(area, dock)
        return dock

    def add_bar(self, bar: QWidget) -> None:
        """Puts a bar below the page, above the quiet bar."""
        self._middle.insertWidget(self._middle.count() - 1, bar)

    def add_command(self, menu: str, action: QAction) -> None:
        """Puts a further command at the end of a menu."""
        self.menus[menu].addAction(action)
        self.addAction(action)

    def add_tool(self, action: QAction, drawing: str, words: str = "") -> None:
        """Puts a further command on the toolbar, with an icon; `words` stand beside it."""
        self._icons.add(action, drawing)
        if words:
            action.setIconText(words)
            action.setIconVisibleInMenu(False)  # there a tick would say that something is on
        add_tool(self.toolbar, action, with_words=bool(words))

    def commands(self) -> list[QAction]:
        """Every command, in the order of the menus."""
        found: list[QAction] = []
        for menu in self.menus.values():
            found.extend(_commands_in(menu))
        return found

    @property
    def theme_choice(self) -> ThemeChoice:
        """What the user chose."""
        return self._choice

    @property
    def is_untouched(self) -> bool:
        """Whether it shows a new draft in which nothing has been done."""
        stack = self.session.undo_stack
        return self.session.path is None and stack.count() == 0 and stack.isClean()

    # Files

    @Slot(str, object)
    def _on_pasting_took_long(self, sentence: str, stop: QAction) -> None:
        self.bar.say(sentence, (stop,))

    @Slot()
    def request_new(self) -> None:
        """Asks for another window with a new draft."""
        self.new_requested.emit()

    @Slot()
    def choose_and_open(self) -> None:
        """Asks which file to open."""
        from drafter.ui.file_dialogs import choose_file

        path = choose_file(self, self._folder())
        if path is not None:
            self.open_requested.emit(path)

    @Slot()
    def save(self) -> bool:
        """Saves where it was saved before, or asks where; whether it is saved now."""
        self._finish_field()
        path = self.session.path
        return self.save_to(path) if path is not None else self.save_as()

    @Slot()
    def save_as(self) -> bool:
        """Asks where to save; whether it is saved now."""
        self._finish_field()
        from drafter.ui.file_dialogs import choose_place

        kinds = {self.tr("Drafts"): OWN_SUFFIX}
        path = choose_place(self, self.tr("Save as"), self._proposed(OWN_SUFFIX), kinds)
        return path is not None and self.save_to(path)

    def _finish_field(self) -> None:
        """What is typed into a field counts, though the caret is still in it."""
        field = self.focusWidget()
        if not isinstance(field, QLineEdit):
            return
        above = field.parentWidget()
        table = above and above.parentWidget()  # of a cell's editor, above the viewport
        if isinstance(table, QAbstractItemView):
            table.commitData(field)
        else:
            field.editingFinished.emit()

    def save_to(self, path: Path) -> bool:
        """Saves to a file in the own format; whether that went well."""
        is_saved = self.file.save(path)
        left = self.unread()
        if is_saved and left:
            self.bar.say(left)
        return is_saved

    @Slot()
    def export(self) -> None:
        """Asks for a name and writes the kind of file that its suffix says."""
        self._finish_field()
        from drafter.ui.file_dialogs import choose_place

        names = {
            ".docx": self.tr("Word file"),
            ".txt": self.tr("Plain text"),
            ".md": self.tr("Markdown"),
        }
        kinds = {names[one]: one for one in writable_suffixes() if one != OWN_SUFFIX}
        first = next(iter(kinds.values()))
        path = choose_place(self, self.tr("Export"), self._proposed(first), kinds)
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> bool:
        """Writes the kind of file that the suffix says; whether that went well."""
        try:
            write_atomic(path, export_bytes(self.session.resolution, path.suffix.lower()))
        except DrafterError as error:
            self.bar.say(error.user_text())
            return False
        self.bar.say(self.tr("Written to {0}.").format(path))
        return True

    def _proposed(self, suffix: str) -> str:
        """The name to begin with, in the folder where a dialog starts."""
        if self.session.path is not None:
            return str(self.session.path.with_suffix(suffix))
        name = self.file_stem()
        proposed = name + suffix if name else ""
        return str(self.folder / proposed) if self.folder is not None else proposed

    def file_stem(self) -> str:
        """What a file of the draft is called: as its own, or after its symbol or title."""
        if self.session.path is not None:
            return self.session.path.stem
        resolution = self.session.resolution
        words = resolution.masthead.symbol or resolution.title.plain
        return _NOT_IN_NAMES.sub("_", words)[:_MOST_OF_NAME].strip(" ._")

    def _folder(self) -> str:
        """Where a dialog starts: beside the draft's file, or where its text was read from."""
        path = self.session.path
        folder = path.parent if path is not None else self.folder
        return str(folder) if folder is not None else ""

    # What the actions ask for

    @Slot()
    def quit(self) -> None:
        """Closes every window, each of which may ask to stay."""
        QApplication.closeAllWindows()

    @Slot()
    def insert_footnote(self) -> None:
        """Asks for a note at the caret, or for what is selected."""
        self.footnote_requested.emit()

    @Slot()
    def insert_citation(self) -> None:
        """Asks for what is to be cited at the caret."""
        self.citation_requested.emit()

    @Slot()
    def zoom_usual(self) -> None:
        """The page in its usual size, or as large as there is room for."""
        self.fitting.fit()

    @Slot()
    def choose_theme(self) -> None:
        """The colours of the theme that is checked."""
        action = self.themes.checkedAction()
        self._choice = ThemeChoice(action.data())
        self._show_theme()

    def _show_theme(self) -> None:
        self.theme = theme_for(self._choice)
        dress(self.theme)
        self.page.set_theme(self.theme)
        self._icons.set_theme(self.theme)
        self.theme_changed.emit(self.theme)

    # What is shown

    @Slot()
    def _show_title(self) -> None:
        path = self.session.path
        name = path.name if path is not None else self.tr("Untitled draft")
        self.setWindowTitle(f"{name}[*]")
        self.setWindowModified(not self.session.is_clean)

    @Slot(int, int)
    def _on_page_range_changed(self, least: int, most: int) -> None:
        """A page that is seen as a whole shows no handle to scroll it by."""
        self.page.verticalScrollBar().setEnabled(least < most)

    @Slot()
    def _on_undo_stack_text_changed(self) -> None:
        stack = self.session.undo_stack
        self.actions_["undo"].setText(self.tr("&Undo {0}").format(stack.undoText()).strip())
        self.actions_["redo"].setText(self.tr("&Redo {0}").format(stack.redoText()).strip())

    @Slot()
    def _on_colour_scheme_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._show_theme()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An Escape that no panel had a use for goes back to the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.open_requested.emit(Path(url.toLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._finish_field()
        left, told = self.unread(), self._told
        self._told = left
        if left and left != told:
            self.bar.say(self.tr("{0} Mend it, or close again without it.").format(left))
            event.ignore()
            return
        if not self.session.is_clean:
            from drafter.ui.file_dialogs import may_close

            if not may_close(self, self.save):
                event.ignore()
                return
        event.accept()
        self.closed.emit(self)


def _panel_heading(title: str, dock: QDockWidget) -> QLabel:
    label = heading(title, dock)
    label.setContentsMargins(*_HEADING_MARGINS)
    return label

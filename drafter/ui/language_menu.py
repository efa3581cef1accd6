"""The commands that choose the language of the interface; one set for all windows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from drafter.app.interface import LANGUAGES, SYSTEM
from drafter.ui.names import NAME_ALONE


class LanguageMenu(QObject):
    """The choice; `chosen(code)` when the user makes another."""

    chosen = Signal(str)

    def __init__(self, choice: str, parent: QObject) -> None:
        super().__init__(parent)
        self.group = QActionGroup(self)
        for code, name in ((SYSTEM, self.tr("That of the &system")), *LANGUAGES.items()):
            action = QAction(name, self.group)
            action.setObjectName(f"interface_{code or 'system'}")
            action.setStatusTip(self.tr("The language of menus and messages, from the next start"))
            plain = name.replace("&", "")
            action.setProperty(NAME_ALONE, self.tr("Language of the program: {0}").format(plain))
            action.setCheckable(True)
            action.setChecked(code == choice)
            action.setData(code)
            action.triggered.connect(self._on_action_triggered)

    def put_into(self, menu: QMenu) -> None:
        """Adds the choice to a menu of a window."""
        menu.addSeparator()
        languages = menu.addMenu(self.tr("La&nguage of the program"))
        languages.setObjectName("menu_interface_language")
        languages.addActions(self.group.actions())

    @Slot()
    def _on_action_triggered(self) -> None:
        action = self.group.checkedAction()
        if action is not None:
            self.chosen.emit(action.data())

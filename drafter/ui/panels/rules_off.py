"""The rules that are turned off, to be turned on again."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from drafter.app.checking import Checking
from drafter.check.rule import Rule


class RulesOff(QToolButton):
    """Says how many rules are off, and is not there while none is; `turned_on(rule_id)`."""

    turned_on = Signal(str)

    def __init__(self, checking: Checking, rules: Mapping[str, Rule], parent: QWidget) -> None:
        super().__init__(parent)
        self._checking = checking
        self._rules = rules
        self.setMenu(QMenu(self))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu().triggered.connect(self._on_menu_triggered)
        self.refresh()

    def refresh(self) -> None:
        """Shows what is off now."""
        off = sorted(self._checking.rules_off & self._rules.keys())
        self.setVisible(bool(off))
        self.setText(self.tr("%Ln rule(s) turned off", "", len(off)))
        self.menu().clear()
        for rule_id in off:
            words = self.tr("Turn on: %1").replace("%1", self._rules[rule_id].title)
            self.menu().addAction(words.replace("&", "&&")).setData(rule_id)

    @Slot(QAction)
    def _on_menu_triggered(self, action: QAction) -> None:
        self.turned_on.emit(action.data())

"""The quiet bar below the page: says what happened, offers what may be done, never in the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import (
    QAction,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QWidget,
)

SHOWN_MS = 8000
"""How long a sentence without an offer stays; one with an offer stays until it is answered."""
_MOST_FOR_OFFERS = 0.5
"""Of the bar's width."""
_MARGINS = (14, 5, 8, 5)
_STEPS = {
    Qt.Key.Key_Left: False,
    Qt.Key.Key_Up: False,
    Qt.Key.Key_Right: True,
    Qt.Key.Key_Down: True,
}


class QuietBar(QFrame):
    """One sentence at a time, with buttons if there is something to choose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quiet_bar")
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        # A path cannot be wrapped: it is cut off rather than the window made as wide as it is.
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._close = QToolButton(self)
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        self._buttons: list[QToolButton] = []
        self._offers = QHBoxLayout()
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addWidget(self.sentence, stretch=1)
        self._words.addLayout(self._offers)
        box = QHBoxLayout(self)
        box.setContentsMargins(*_MARGINS)
        box.addLayout(self._words, stretch=1)
        box.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @Slot(str)
    def say(self, sentence: str, offers: Sequence[QAction] = ()) -> None:
        """Shows a sentence in the place of the one before, with a button for each offer."""
        for button in self._buttons:
            self._offers.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(offer) for offer in offers]
        self.sentence.setText(sentence)
        self.sentence.setToolTip(sentence)
        self.setAccessibleName(sentence)
        self._arrange()
        self.show()
        # Inline: a Qt class comes with all its enumerations, of which this has many.
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if offers:
            self._timer.stop()
        else:
            self._timer.start()

    def withdraw(self, offer: QAction) -> None:
        """Hides what is shown if this is offered with it."""
        if any(button.defaultAction() is offer for button in self._buttons):
            self.hide()

    @property
    def has_offers(self) -> bool:
        """Whether something is offered now."""
        return self.isVisible() and bool(self._buttons)

    @Slot()
    def focus_offers(self) -> None:
        """Puts the focus on the first offer; the arrow keys go on, Esc goes back."""
        if self.has_offers:
            self._buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in _STEPS:
            self.focusNextPrevChild(_STEPS[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._click_focused()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        """The offers beside the sentence, or below it where they would take most of the room."""
        wide = self._offers.sizeHint().width() < self.width() * _MOST_FOR_OFFERS
        direction = QBoxLayout.Direction
        self._words.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        side = Qt.AlignmentFlag.AlignTrailing if wide else Qt.AlignmentFlag.AlignLeading
        self._offers.setAlignment(side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _click_focused(self) -> None:
        for button in self._buttons:
            if button.hasFocus():
                button.click()
                return

    def hideEvent(self, event: QHideEvent) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.window().setFocus()
        super().hideEvent(event)

    def _button(self, offer: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(offer)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        offer.triggered.connect(self.hide)
        self._offers.addWidget(button)
        return button

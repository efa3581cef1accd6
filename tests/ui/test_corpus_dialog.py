"""The corpus dialog, by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from drafter.app.census_model import NAME, TEXTS
from drafter.app.citing import Choice
from drafter.app.corpus import Corpus
from drafter.corpus.census import census
from drafter.io.native import native_bytes
from drafter.ui.desk import Desk
from drafter.ui.dialogs.corpus import CorpusDialog
from tests.corpus.making import BRIDGES, RIVERS, RIVERS_AGAIN, RIVIERES, add
from tests.notation import document

LEFT = Qt.MouseButton.LeftButton
WAIT_MS = 60_000
Show = Callable[[CorpusDialog], CorpusDialog]


@pytest.fixture
def dialog(corpus: Corpus, show: Show, qtbot: QtBot) -> Iterator[CorpusDialog]:
    add(corpus.folder, RIVERS, RIVERS_AGAIN, RIVIERES, BRIDGES)
    made = show(CorpusDialog(corpus))
    qtbot.waitUntil(lambda: made.model.rowCount() == 3)
    yield made
    made.close_work()


def ended(corpus: Corpus, qtbot: QtBot, button: QPushButton) -> None:
    with qtbot.waitSignal(corpus.work.ended, timeout=WAIT_MS):
        qtbot.mouseClick(button, LEFT)


def results(dialog: CorpusDialog) -> list[tuple[str, str]]:
    model = dialog.strip.model
    return [
        (model.index(at, 0).data(), model.index(at, 1).data()) for at in range(model.rowCount())
    ]


def test_it_shows_what_is_there_by_organ_with_bars_of_the_years(
    dialog: CorpusDialog, qtbot: QtBot
) -> None:
    assert dialog.summary.text().startswith("4 texts · 16 paragraphs · ")
    names = [dialog.model.index(row, NAME).data() for row in range(3)]
    assert names == ["All organs", "General Assembly", "Security Council"]
    assert dialog.bars.counts == [(2015, 2), (2016, 1), (2017, 1)]
    dialog.tree.setCurrentIndex(dialog.model.index(0, NAME))
    qtbot.keyClick(dialog.tree, Qt.Key.Key_End)
    assert dialog.bars.counts == [(2017, 1)]
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Up)
    assert dialog.bars.counts == [(2015, 2), (2016, 1)]
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Right)
    assert dialog.tree.isExpanded(dialog.model.index(1, 0))
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Home)
    assert dialog.bars.counts == [(2015, 2), (2016, 1), (2017, 1)]


def test_the_years_can_be_read_with_arrows_and_pointer(dialog: CorpusDialog, qtbot: QtBot) -> None:
    assert dialog.bars.accessibleDescription() == "2015: 2 texts; 2016: 1 text; 2017: 1 text"
    dialog.bars.setFocus()
    qtbot.keyClick(dialog.bars, Qt.Key.Key_Right)
    assert dialog.year.text() == "2015: 2 texts"
    qtbot.keyClick(dialog.bars, Qt.Key.Key_Right)
    assert dialog.year.text() == "2016: 1 text"
    assert dialog.bars.accessibleDescription().startswith("2016: 1 text.")
    qtbot.mouseMove(dialog.bars, QPoint(dialog.bars.width() - 8, 20))
    qtbot.waitUntil(lambda: dialog.year.text() == "2017: 1 text")


def test_files_are_added_and_listed_while_the_dialog_stays_free(
    dialog: CorpusDialog,
    corpus: Corpus,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    good, bad = tmp_path / "new.resolution", tmp_path / "bad.resolution"
    good.write_bytes(native_bytes(RIVERS).replace(b"A/RES/70/901", b"A/RES/70/999"))
    bad.write_bytes(b"{")
    chosen = ([str(good), str(bad)], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: chosen)
    with qtbot.waitSignal(corpus.work.ended, timeout=WAIT_MS):
        qtbot.mouseClick(dialog.add_files, LEFT)
        assert dialog.strip.bar.isVisible()
        assert not dialog.verify.isEnabled()
    assert results(dialog) == [("● not taken", str(bad)), ("✓ added", "A/RES/70/999")]
    assert "Taken: 1 text, 4 paragraphs. Not taken: 1." in dialog.strip.summary.text()
    qtbot.waitUntil(lambda: dialog.summary.text().startswith("5 texts"))
    assert dialog.verify.isEnabled()
    only = dialog.strip.only
    only.setFocus()
    qtbot.keyClick(only, Qt.Key.Key_Down)
    assert results(dialog) == [("● not taken", str(bad))]


def test_a_folder_is_added(
    dialog: CorpusDialog,
    corpus: Corpus,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "same.resolution").write_bytes(native_bytes(RIVERS))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    ended(corpus, qtbot, dialog.add_folder)
    assert "There already: 1." in dialog.strip.summary.text()


def test_nothing_chosen_adds_nothing(
    dialog: CorpusDialog, corpus: Corpus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    qtbot.mouseClick(dialog.add_files, LEFT)
    qtbot.mouseClick(dialog.add_folder, LEFT)
    assert not corpus.work.is_busy


def test_what_is_dropped_is_added(
    dialog: CorpusDialog, corpus: Corpus, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "new.resolution"
    path.write_bytes(native_bytes(RIVERS).replace(b"A/RES/70/901", b"A/RES/70/998"))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    point, copy = QPoint(50, 50), Qt.DropAction.CopyAction
    no_keys = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(point, copy, dropped, LEFT, no_keys)
    dialog.dragEnterEvent(entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(corpus.work.ended, timeout=WAIT_MS):
        dialog.dropEvent(QDropEvent(QPointF(point), copy, dropped, LEFT, no_keys))
    assert results(dialog) == [("✓ added", "A/RES/70/998")]


def test_a_removal_is_asked_for_twice(dialog: CorpusDialog, corpus: Corpus, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.symbol, "A/RES/70/901")
    qtbot.mouseClick(dialog.remove, LEFT)
    assert not corpus.work.is_busy
    assert dialog.remove.text() == "Re&move A/RES/70/901 for good"
    qtbot.keyClicks(dialog.symbol, "x")
    assert dialog.remove.text() == "Re&move"
    qtbot.keyClick(dialog.symbol, Qt.Key.Key_Backspace)
    qtbot.keyClick(dialog.symbol, Qt.Key.Key_Return)
    with qtbot.waitSignal(corpus.work.ended, timeout=WAIT_MS):
        qtbot.keyClick(dialog.symbol, Qt.Key.Key_Return)
    assert results(dialog) == [("− removed", "A/RES/70/901")] * 2
    qtbot.waitUntil(lambda: dialog.summary.text().startswith("2 texts"))


def test_what_is_not_there_cannot_be_removed_and_is_named(
    dialog: CorpusDialog, corpus: Corpus, qtbot: QtBot
) -> None:
    qtbot.keyClicks(dialog.symbol, "A/1")
    qtbot.mouseClick(dialog.remove, LEFT)
    ended(corpus, qtbot, dialog.remove)
    assert results(dialog) == [("▲ not found", "A/1")]
    assert census(corpus.folder).documents == 4


def test_it_is_verified_rebuilt_and_compacted(
    dialog: CorpusDialog, corpus: Corpus, qtbot: QtBot
) -> None:
    ended(corpus, qtbot, dialog.verify)
    assert dialog.strip.summary.text() == "Everything is sound."
    ended(corpus, qtbot, dialog.rebuild)
    assert dialog.strip.summary.text() == "Made again from 4 texts."
    ended(corpus, qtbot, dialog.compact)
    assert dialog.strip.summary.text().endswith("given back.")


def test_it_can_be_stopped(dialog: CorpusDialog, corpus: Corpus, qtbot: QtBot) -> None:
    with qtbot.waitSignal(corpus.work.ended, timeout=WAIT_MS):
        qtbot.mouseClick(dialog.rebuild, LEFT)
        qtbot.mouseClick(dialog.strip.cancel, LEFT)
        assert dialog.strip.words.text() == "Stopping…"
    assert dialog.strip.summary.text() == "Stopped."
    assert dialog.rebuild.isEnabled()


def test_another_dialog_shows_the_same_work(
    dialog: CorpusDialog, corpus: Corpus, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(corpus.work.ended, timeout=WAIT_MS):
        qtbot.mouseClick(dialog.verify, LEFT)
        other = CorpusDialog(corpus)
        qtbot.addWidget(other)
        other.show()
        assert other.strip.bar.isVisible()
        assert not other.verify.isEnabled()
    assert other.strip.summary.text() == "Everything is sound."
    other.close_work()


def test_an_empty_corpus_says_how_to_fill_it(corpus: Corpus, qtbot: QtBot) -> None:
    made = CorpusDialog(corpus)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "drop them" in made.summary.text())
    assert not corpus.folder.exists()
    made.close_work()


def test_a_damaged_corpus_says_so(corpus: Corpus, qtbot: QtBot) -> None:
    corpus.folder.mkdir()
    (corpus.folder / "corpus.sqlite").write_bytes(b"no database" * 1000)
    made = CorpusDialog(corpus)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "damaged" in made.summary.text())
    made.close_work()


def test_the_commands_are_in_the_menu_and_the_dialog_closes_with_the_window(
    desk: Desk, qtbot: QtBot
) -> None:
    window = desk.show(document("P: Noting rain,", printed=False), None)
    views = desk.workspaces[window].corpus_views
    actions = {one.objectName(): one for one in window.menus["precedents"].actions()}
    actions["corpus"].trigger()
    assert views.dialog is not None
    assert views.dialog.isVisible()
    first = views.dialog
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert not first.isVisible()
    actions["corpus"].trigger()
    assert views.dialog is first
    qtbot.mouseClick(first.get_more, LEFT)
    assert views.get_more_dialog is not None
    assert views.get_more_dialog.isVisible()
    assert actions["get_more"].isEnabled()


def test_what_is_added_can_be_cited_at_once_even_at_the_first_start(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    window = desk.show(document("P: _Recalling_", printed=False), None)
    workspace = desk.workspaces[window]
    workspace.corpus_views.show_corpus()  # while the search makes the first corpus
    dialog = workspace.corpus_views.dialog
    assert dialog is not None
    path = tmp_path / "new.resolution"
    path.write_bytes(native_bytes(RIVERS).replace(b"Care of shared rivers", b"Cranes and lakes"))
    with qtbot.waitSignal(workspace.corpus.work.ended, timeout=WAIT_MS):
        dialog.add([path])
    assert results(dialog) == [("✓ added", "A/RES/70/901")]
    found: list[tuple[Choice, ...]] = []
    workspace.citing.search.found.connect(found.append)
    caret = window.page.caret()
    workspace.citing.search.ask("crane lake", window.session.resolution, caret)
    qtbot.waitUntil(lambda: bool(found))
    assert "70/901" in found[0][0].words
    qtbot.waitUntil(lambda: dialog.summary.text().startswith("3 texts"))


def test_every_control_has_a_name(dialog: CorpusDialog) -> None:
    for widget in (dialog.tree, dialog.bars, dialog.symbol, dialog.strip.table, dialog.strip.bar):
        assert widget.accessibleName()
    texts = dialog.model.index(1, TEXTS)
    assert texts.data() == "3"

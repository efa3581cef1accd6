"""Pictures of the window to be looked at: `python -m tests.accept.screenshots [NAME …]`.

They land in `artefacts/screenshots/<light|dark>-<100|200>/`; names choose some of them. No screen
is needed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from drafter import paths
from drafter.app.drafts import new_draft
from drafter.app.places import Caret, paragraph_place
from drafter.app.session import Session
from drafter.app.starters import starter
from drafter.core import edits
from drafter.core.inline import Text
from drafter.core.model import AgendaItem, Guess, Part, Resolution, Sponsor
from drafter.corpus.starter import make_starter
from drafter.io.formats import read_file
from drafter.io.native import native_bytes
from drafter.io.text import read_text
from drafter.settings import SettingsFile
from drafter.ui.citation_popup import CitationPopup
from drafter.ui.desk import SAMPLE, Desk
from drafter.ui.dialogs.keys import KeysDialog
from drafter.ui.dialogs.table import TableDialog
from drafter.ui.dialogs.versions import VersionsDialog
from drafter.ui.help import AboutDialog, HelpWindow
from drafter.ui.main_window import MainWindow
from drafter.ui.palette import CommandPalette
from drafter.ui.precedents.choice import ResolutionChoice
from drafter.ui.precedents.lineage import LineageWindow
from drafter.ui.precedents.panel import PrecedentsPanel
from drafter.ui.precedents.reader import ReaderWindow
from drafter.ui.print_preview import Preview
from drafter.ui.style import dress
from drafter.ui.theme import ThemeChoice, theme_for
from drafter.ui.workspace import Workspace
from drafter.ui.workspace_commands import Help
from tests import crashes
from tests.corpus.making import add, resolution
from tests.notation import document
from tests.precedent_texts import make_corpus

FOLDER = Path("artefacts") / "screenshots"
THEMES = ("light", "dark")
SCALES = (100, 200)
PASTED = """General Assembly

Recalling its resolution 60/1751 of 16 September 2005,

Noting with concern that words grow longer every ye-
ar,

1. Decides to write in plain words;

3. Requests the Secretary-General to report:

(a) on titles;

(b) on notes.

1 See A/60/L.1.
"""
FAULTY = (
    "P: _Recalling_ its resolution 60/1 of 16 September 2005 | P: _Noting_ the report; | "
    "1. _Decides_ to write in plain words: | (a) in titles; | (b) in notes. | "
    "2. _Requests_ a report, | 3. _Invites_ all organs to take part[^1]. | [^1]: See the report"
)
TEXTS = {
    "en": "Title: Plain words in resolutions |"
    " P: _Recalling_ its resolution 60/1 of 16 September 2005, in which it asked all who draft"
    " to write so that all who read can follow,[^1] | P: _Noting with appreciation_ the report on"
    " plain drafting, | # I. Words | 1. _Calls upon_ Member States to write in plain words: |"
    " (a) In titles, where every word is read; | (i) In those of resolutions; | (ii) In those of"
    " annexes; | (b) In notes;[^2] | 2. _Decides_ to remain seized of the matter. | A: Plain words"
    " | 1. A word that is short is plain. | [^1]: See the first report. | [^2]: See the second.",
    "ar": "@ar | Title: الكلمات الواضحة في القرارات | P: _إذ تشير_ إلى قرارها 60/1 المؤرخ 16"
    " أيلول/سبتمبر 2005 الذي طلبت فيه إلى كل من يصوغ النصوص أن يكتب بحيث يفهم كل من يقرأ،[^1] |"
    " P: _وإذ تلاحظ مع التقدير_ التقرير عن الصياغة الواضحة، |"
    " 1. _تطلب_ إلى الدول الأعضاء أن تكتب بكلمات واضحة: | (a) في العناوين؛ | (b) في الحواشي؛ |"
    " 2. _تقرر_ أن تبقي المسألة قيد نظرها. | [^1]: انظر"
    " التقرير الأول.",
    "fr": "@fr | Title: Des mots clairs dans les résolutions |"
    " P: _Rappelant_ sa résolution 60/1 du 16 septembre 2005, par laquelle elle a prié"
    " celles et ceux qui rédigent d’écrire de telle sorte que tous puissent suivre[^1], | P:"
    " _Prenant note avec satisfaction_ du rapport sur la rédaction claire, | 1. _Demande_ aux États"
    " Membres d’écrire simplement\xa0: | a) Dans les titres\xa0; | b) Dans les notes\xa0; | 2."
    " _Décide_ de demeurer saisie de la question. | [^1]: Voir le premier rapport.",
    "ru": "@ru | Title: Ясные слова в резолюциях |"
    " P: _ссылаясь_ на свою резолюцию 60/1 от 16 сентября 2005 года, в которой она"
    " просила всех, кто составляет тексты, писать так, чтобы было понятно каждому[^1], | P:"
    " _отмечая с удовлетворением_ доклад о ясном изложении, | 1. _призывает_ государства-члены"
    " писать ясными словами: | a) в заголовках; | b) в сносках; | 2. _постановляет_ продолжать"
    " заниматься этим вопросом. | [^1]: См. первый доклад.",
    "zh": "@zh | Title: 决议中的明白词语 | P: _回顾_其2005年9月16日第60/1号决议，其中请所有起草案文"
    "的人书写时务使每个读者都能明白，并请秘书长就此提出报告，[^1] | "
    "P: _赞赏地注意到_关于明白起草的报告， | 1. _促请_会员国用明白的词语书写： | "
    "(a) 在标题中； | (b) 在脚注中； | 2. _决定_继续处理此案。 | [^1]: 见第一份报告。",
}

SPONSOR = {"en": "Norway", "ar": "النرويج", "fr": "Norvège", "ru": "Норвегия", "zh": "挪威"}


def text(code: str) -> Resolution:
    """One of the texts; a heading after the preamble heads the operative part, as when written."""
    made = document(TEXTS[code], printed=False)
    first = next(one.id for one in made.paragraphs if one.part is Part.OPERATIVE)
    return edits.set_part(made, [first], Part.OPERATIVE)


class Studio:
    """One desk in one theme; each method that starts with `shot_` sets up and takes a picture."""

    def __init__(self, folder: Path, place: Path, theme: str) -> None:
        self.folder = folder
        self.place = place
        settings = SettingsFile(place / "settings" / "settings.json")
        settings.write(replace(settings.read(), theme=theme))
        self.desk = Desk(settings, place / "texts")
        self.choice = ThemeChoice(theme)

    # --- taking -----------------------------------------------------------------------------

    def take(self, name: str, widget: QWidget) -> None:
        """Takes a picture of a window, with what is open above it."""
        QTest.qWait(450)
        picture = widget.grab()
        painter = QPainter(picture)
        for above in QApplication.topLevelWidgets():
            if above is not widget and above.isVisible() and _is_popup(above):
                at = above.pos() - widget.mapToGlobal(QPoint(0, 0))
                painter.drawPixmap(at, _framed(above))
        painter.end()
        picture.save(str(self.folder / f"{name}.png"))

    def window(self, resolution: Resolution) -> tuple[MainWindow, Workspace]:
        """A window with a document, checked."""
        window = self.desk.show(resolution, None)
        QTest.qWaitForWindowExposed(window)
        workspace = self.desk.workspaces[window]
        while not workspace.checking.is_current:
            QTest.qWait(20)
        return window, workspace

    def close(self) -> None:
        """Closes all there is; the next picture starts in the usual layout."""
        for menu in QApplication.topLevelWidgets():
            if isinstance(menu, QMenu) or _is_popup(menu):
                menu.close()
        for window in list(self.desk.windows):
            window.session.undo_stack.setClean()
            window.close()
        if self.desk.start_window is not None:
            self.desk.start_window.close()
            self.desk.start_window = None
        self.desk.settings = replace(self.desk.settings, geometry="", layout="")

    # --- the pictures -----------------------------------------------------------------------

    def shot_start_page(self) -> None:
        for name in ("Plain words", "Rights of the reader", "A-C.3-81-L.12 Rev.1"):
            recent = self.place / f"{name}.resolution"
            recent.write_bytes(native_bytes(text("en")))
            self.desk.settings = self.desk.settings.with_recent(recent)
        self.take("start page", self.desk.start())

    def shot_empty_draft(self) -> None:
        window, _ = self.window(new_draft(starter("ga-draft"), "en"))
        self.take("empty draft", window)

    def shot_seed(self) -> None:
        window, _ = self.window(read_file(paths.resource(*SAMPLE)))
        self.take("seed 64-177, French", window)

    def shot_long(self) -> None:
        rows = " | ".join(
            f"{n}. _Requests_ organ {n} to write so that all can follow;" for n in range(1, 301)
        )
        window, _ = self.window(document(rows, printed=False))
        window.page.go_to("p180", 9)
        self.take("300 paragraphs", window)

    def shot_problems(self) -> None:
        window, workspace = self.window(document(FAULTY, printed=False))
        workspace.next_problem()
        workspace.show_fixes()
        self.take("problems", window)

    def shot_masthead(self) -> None:
        draft = new_draft(starter("ga-draft"), "en")
        facts = replace(
            draft.masthead,
            symbol="A/C.3/81/L.12",
            issued=date(2026, 10, 15),
            agenda_items=(AgendaItem("Agenda item 77", "Words and those who read them"),),
            sponsors=(Sponsor("Bolivia (Plurinational State of)"), Sponsor("Norway")),
        )
        window, workspace = self.window(
            replace(draft, masthead=facts, title=Text("Plain words in resolutions"))
        )
        workspace.panels.show_masthead()
        self.take("masthead", window)

    def shot_guesses(self) -> None:
        read = read_text(PASTED)
        guesses = (
            *read.guesses,
            Guess("torn word", "p2", "year", 0.85, 5, "longer every ye-"),
            Guess("number", "p4", "3.", 0.6, 10, "3. Requests the Secretary-General"),
        )
        window, workspace = self.window(replace(read, guesses=guesses))
        workspace.next_problem()
        self.take("guesses", window)

    def shot_find_bar(self) -> None:
        window, workspace = self.window(text("en"))
        workspace.find_bar.open_to_replace()
        workspace.find_bar.words.setText("in")
        self.take("find bar", window)

    def shot_footnotes(self) -> None:
        window, workspace = self.window(text("en"))
        workspace.panels.show_footnotes()
        self.take("footnotes", window)

    def shot_palette(self) -> None:
        window, workspace = self.window(text("en"))
        workspace.show_palette()
        window.findChild(CommandPalette).words.setText("no")
        self.take("command palette", window)

    def shot_citation(self) -> None:
        make_starter(self.place / "texts" / "corpus")
        draft = document("@fr | P: _Rappelant_ | P: _Prenant note_ du rapport,", printed=False)
        window, _ = self.window(draft)
        window.page.set_caret(Caret(paragraph_place("p1"), 9))
        window.insert_citation()
        popup = window.findChild(CitationPopup)
        for words in ("armes", "arms trade", "60/28"):
            popup.words.setText(words)
            while not popup.is_answered:
                QTest.qWait(20)
            self.take(f"citation, {words.replace('/', '-')}", window)

    def shot_menus(self) -> None:
        window, _ = self.window(text("en"))
        for name in ("file", "structure", "check", "precedents", "view"):
            menu = window.menus[name]
            at = window.menuBar().actionGeometry(menu.menuAction()).bottomLeft()
            menu.popup(window.menuBar().mapToGlobal(at))
            self.take(f"menu {name}", window)
            menu.close()

    def shot_openers(self) -> None:
        window, _ = self.window(new_draft(starter("ga-draft"), "en"))
        QTest.keyClicks(window.page, "re")
        self.take("openers", window)

    def shot_help(self) -> None:
        _, workspace = self.window(text("en"))
        help_ = Help(workspace)
        help_.show_manual()
        shown = workspace.window.findChild(HelpWindow)
        self.take("manual", shown)
        help_.show_keys()
        self.take("keys", shown)
        shown.close()
        help_.show_about()
        self.take("about", workspace.window.findChild(AboutDialog))

    def shot_dialogs(self) -> None:
        saved = self.place / "Plain words.resolution"
        draft = document("P: _Recalling_ x, | T: Year ; Words // 2024 ; 41", printed=False)
        window, workspace = self.window(draft)
        window.save_to(saved)
        changed = edits.set_text(draft, draft.paragraphs[0].id, Text("Recalling y,"))
        window.session.apply(changed, "Type")
        window.save_to(saved)
        last = Text("Recalling the letter y and what was said of it,")
        window.session.apply(edits.set_text(changed, draft.paragraphs[0].id, last), "Type")
        workspace.version_views.show_versions()
        QTest.qWait(100)
        self.take("versions", window.findChild(VersionsDialog))
        workspace.choose_keys()
        self.take("change keys", window.findChild(KeysDialog))
        workspace.tables.edit("p2")
        self.take("table", window.findChild(TableDialog))
        workspace.panels.show_masthead()
        QTest.qWait(50)
        workspace.panels.masthead.issued.pick.trigger()
        self.take("calendar", window)

    def shot_precedents(self) -> None:
        make_corpus(self.place / "texts" / "corpus", self.place / "past")
        draft = document(
            "Title: Plain words | P: _Recalling_ its resolution 63/195, | 1. _Calls upon_ Member"
            " States to sup | 2. _Decides_ to return to the matter.",
            printed=False,
        )
        window, workspace = self.window(draft)
        precedents, panel = workspace.panels.precedents, workspace.panels.precedents.panel
        workspace.panels.show_precedents()
        window.page.go_to("p2", 99)
        QTest.keyClicks(window.page, "port the trainig of those who")
        self.take_when_found("precedents", window, panel)
        panel.filter_button.click()
        self.take_when_found("precedents, filter", window, panel)
        panel.filter_button.click()
        precedents.show_years()
        self.take("precedents, years", window.findChild(LineageWindow))
        precedents.open_document()
        reader = window.findChild(ReaderWindow)
        while not reader.text.toPlainText():
            QTest.qWait(20)
        self.take("precedents, document", reader)
        precedents.take()
        self.take_when_found("precedents, taken", window, panel)
        precedents.search()
        QTest.keyClicks(panel.box, "resources drafting resolutions")
        self.take_when_found("precedents, search", window, panel)
        precedents.choose_and_start()
        choice = window.findChild(ResolutionChoice)
        while not choice.list.count():
            QTest.qWait(20)
        self.take("precedents, start from", choice)
        panel.box.clear()
        workspace.change_language("es")
        self.take_when_found("precedents, none", window, panel)

    def take_when_found(self, name: str, window: MainWindow, panel: PrecedentsPanel) -> None:
        """Takes a picture once the precedents of the text as it is are there."""
        while not panel.suggesting.is_current:
            QTest.qWait(20)
        self.take(name, window)

    def shot_corpus(self) -> None:
        folder = self.place / "texts" / "corpus"
        make_starter(folder)
        add(folder, *_made_texts())
        _, workspace = self.window(text("en"))
        workspace.corpus_views.show_corpus()
        dialog = workspace.corpus_views.dialog
        assert dialog is not None
        while dialog.model.rowCount() < 2:
            QTest.qWait(20)
        dialog.tree.expand(dialog.model.index(1, 0))
        dialog.tree.setCurrentIndex(dialog.model.index(1, 0))
        self.take("corpus", dialog)
        (self.place / "broken.resolution").write_text("{")
        dialog.add([self.place, paths.resource("starter")])
        while workspace.corpus.work.is_busy:
            QTest.qWait(10)
            if workspace.corpus.work.last_told.part is not None and dialog.strip.bar.isVisible():
                dialog.grab().save(str(self.folder / "corpus, adding.png"))
        self.take("corpus, added", dialog)

    def shot_get_more(self) -> None:
        _, workspace = self.window(text("en"))
        workspace.corpus_views.show_get_more()
        dialog = workspace.corpus_views.get_more_dialog
        assert dialog is not None
        self.take("get more", dialog)

    def shot_offer(self) -> None:
        start = text("en")
        last = next(one.id for one in start.paragraphs if one.text.plain.startswith("Decides"))
        window, _ = self.window(edits.set_text(start, last, Text("")))
        window.page.set_caret(Caret(paragraph_place(last)))
        window.page.choice_requested.emit(last)
        self.take("what comes here", window)

    def shot_recovery(self) -> None:
        saved = self.place / "Plain words.resolution"
        before = text("en")
        saved.write_bytes(native_bytes(before))
        session = Session(before, saved)
        words = Text("Noting with appreciation the second report on plain drafting,")
        session.apply(edits.set_text(before, before.paragraphs[1].id, words), "Type")
        crashes.leave(session, self.place / "texts" / "recovery")
        start = self.desk.start()
        start.offer.look.click()
        self.take("recovery", start)

    def shot_languages(self) -> None:
        for code in TEXTS:
            mould = new_draft(starter("ga-draft"), code)
            made = text(code)
            masthead = replace(
                mould.masthead,
                symbol="A/C.3/81/L.12",
                issued=date(2026, 10, 15),
                sponsors=(Sponsor(SPONSOR[code]),),
            )
            draft = replace(made, masthead=masthead, organ_line=mould.organ_line)
            window, workspace = self.window(replace(draft, kind=mould.kind))
            self.take(f"page {code}", window)
            workspace.preview_page()
            self.take(f"print preview {code}", window.findChild(Preview))
            self.close()

    def shot_sizes(self) -> None:
        for name, width, height in (("small", 1024, 700), ("wide", 1920, 1080)):
            window, workspace = self.window(read_file(paths.resource(*SAMPLE)))
            window.resize(width, height)
            QTest.qWait(800)
            workspace.next_problem()
            self.take(f"{name} window", window)
            self.close()
            start = self.desk.start()
            start.resize(width, height)
            self.take(f"{name} start page", start)
            self.close()


def _made_texts() -> list[Resolution]:
    """A few hundred texts of three organs, more of them year by year."""
    made: list[Resolution] = []
    for year in range(1996, 2026):
        for number in range(1, 3 + (year - 1990) // 3):
            day = f"{year}-12-{number:02}"
            words = f"P: Noting rain of {year}, {number}, | 1. Decides to plant trees."
            symbols = [(f"A/RES/{year - 1945}/{number}", ""), (f"S/RES/{year} ({year})", "@SC | ")]
            if year > 2007:
                symbols.append((f"A/HRC/RES/{(year - 2006) * 3}/{number}", "@HRC | "))
            made.extend(resolution(symbol, head + words, day) for symbol, head in symbols)
            if number % 2:
                made.append(resolution(symbols[0][0], f"@fr | {words}", day))
    return made


def _is_popup(widget: QWidget) -> bool:
    return isinstance(widget, QMenu | CommandPalette | CitationPopup)


def _framed(widget: QWidget) -> QPixmap:
    picture = widget.grab()
    painter = QPainter(picture)
    painter.setPen(QPen(QColor("#888888"), 1))
    painter.drawRect(widget.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return picture


def _screen(folder: Path, scale: int) -> str:
    """An offscreen platform with a screen of a usual size."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "screen.json"
    screen = {"name": "usual", "x": 0, "y": 0, "logicalDpi": 96}
    screen |= {"width": 1920 * scale // 100, "height": 1200 * scale // 100}
    path.write_text(json.dumps({"screens": [screen | {"logicalBaseDpi": 96, "dpr": 1}]}))
    return f"offscreen:configfile={path}"


def take_all(theme: str, folder: Path, names: list[str]) -> None:
    """All pictures, or those named, in one theme and at the scale of this process."""
    QApplication(["drafter"])
    dress(theme_for(ThemeChoice(theme)))
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place:
        studio = Studio(folder, Path(place), theme)
        for name in names or _shots():
            shot: Callable[[], None] = getattr(studio, f"shot_{name}")
            shot()
            studio.close()
        studio.desk.close()


def _shots() -> list[str]:
    return [name.removeprefix("shot_") for name in vars(Studio) if name.startswith("shot_")]


def main(arguments: list[str]) -> int:
    """Takes them in both themes and at both scales, one process each."""
    if arguments[:1] == ["--one"]:
        take_all(arguments[1], Path(arguments[2]), arguments[3:])
        return 0
    status = 0
    for theme in THEMES:
        for scale in SCALES:
            folder = FOLDER / f"{theme}-{scale}"
            command = [sys.executable, "-m", "tests.accept.screenshots", "--one", theme]
            environment = {
                **os.environ,
                "QT_QPA_PLATFORM": _screen(folder, scale),
                "QT_SCALE_FACTOR": str(scale / 100),
            }
            done = subprocess.run([*command, str(folder), *arguments], env=environment, check=False)
            status = status or done.returncode
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Whole resolutions in the manner of the official ones, from a seed: all organs, kinds, languages.

`resolution(Random(7), language="fr", organ=Organ.SC)` fixes what a test cares about;
`resolutions()` is the same for Hypothesis. The wordings are made up. For texts of every odd shape
see `strategies`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from hypothesis import strategies as st

from drafter.core.inline import Mark, Span, Style, Text
from drafter.core.language import LANGUAGES, EndMark, Language, language
from drafter.core.model import (
    AgendaItem,
    DocumentKind,
    Footnote,
    Masthead,
    Organ,
    Paragraph,
    ParagraphKind,
    Part,
    Resolution,
    Sponsor,
)


@dataclass(slots=True)
class Ids:
    """Gives out ids p1, p2 for paragraphs, n3 for notes, one series."""

    serial: int = 0

    def paragraph(self) -> str:
        self.serial += 1
        return f"p{self.serial}"

    def note(self) -> str:
        self.serial += 1
        return f"n{self.serial}"


@dataclass(frozen=True, slots=True)
class Wordings:
    """What the generator says in one language: openers, clauses, headings, States, note texts."""

    preamble: Sequence[str]
    operative: Sequence[str]
    clauses: Sequence[str]
    headings: Sequence[str]
    states: Sequence[str]
    notes: Sequence[str]
    agenda: str


WORDINGS = {
    "en": Wordings(
        ("Recalling", "Recalling also", "Deeply concerned", "Bearing in mind"),
        ("Welcomes", "Also welcomes", "Requests", "Calls upon", "Decides"),
        (
            "its resolution 64/177 of 18 December 2009 and all its earlier texts on the matter",
            "the growing number of coastal States that measure the height of the tide",
            "the report of the Secretary-General “on tides & harbours” (A/61/179)",
            "that the [harbour masters] of all regions meet at least once a year",
        ),
        ("Harbours and tides", "Follow-up", "Cooperation"),
        ("Brazil", "Chad", "Côte d’Ivoire", "Fiji"),
        ("Resolution 217 A (III).", "See A/61/179.", "Ibid., vol. 1249, No. 20378."),
        "Agenda item 18 (f)",
    ),
    "fr": Wordings(
        ("Rappelant", "Rappelant également", "Profondément préoccupée", "Ayant à l’esprit"),
        ("Accueille avec satisfaction", "Prie", "Demande", "Décide"),
        (
            "sa résolution 64/177 du 18 décembre 2009 et tous ses textes antérieurs",
            "le nombre croissant d’États côtiers qui mesurent la hauteur de la marée ci‑après",
            "le rapport du Secrétaire général intitulé « Marées et ports »",
            "que les [capitaines de port] se réunissent au moins une fois l’an",
        ),
        ("Ports et marées", "Suivi", "Coopération"),
        ("Brésil", "Fidji", "Tchad"),
        ("Résolution 217 A (III).", "Voir A/61/179.", "Ibid., vol. 1249, no 20378."),
        "Point 18 f) de l’ordre du jour",
    ),
    "es": Wordings(
        ("Recordando", "Recordando también", "Profundamente preocupada"),
        ("Acoge con beneplácito", "Solicita", "Exhorta", "Decide"),
        (
            "su resolución 64/177, de 18 de diciembre de 2009, y todos sus textos anteriores",
            "el número creciente de Estados ribereños que miden la altura de la marea",
            "que los [capitanes de puerto] se reúnan al menos una vez al año",
        ),
        ("Puertos y mareas", "Seguimiento"),
        ("Brasil", "Chad", "Fiji"),
        ("Resolución 217 A (III).", "Véase A/61/179."),
        "Tema 18 f) del programa",
    ),
    "ru": Wordings(
        ("ссылаясь", "ссылаясь также", "будучи глубоко озабочена"),
        ("приветствует", "просит", "призывает", "постановляет"),
        (
            "на свою резолюцию 64/177 от 18 декабря 2009 года и все прежние тексты",
            "растущее число прибрежных государств, которые измеряют высоту прилива",
            "доклад Генерального секретаря «О приливах и гаванях» (A/61/179)",
        ),
        ("Гавани и приливы", "Дальнейшие действия"),
        ("Бразилия", "Фиджи", "Чад"),
        ("Резолюция 217 A (III).", "См. A/61/179."),
        "Пункт 18 f) повестки дня",
    ),
    "ar": Wordings(
        ("إذ تشير", "وإذ تشير أيضا", "وإذ يساورها بالغ القلق"),
        ("ترحب", "تطلب", "تهيب", "تقرر"),
        (
            "إلى قرارها 64/177 المؤرخ 18 كانون الأول/ديسمبر 2009 وجميع نصوصها السابقة",
            "بتزايد عدد الدول الساحلية التي تقيس ارتفاع المد والجزر (A/61/179)",
            "بتقرير الأمين العام WT/MIN(15)/48 عن الموانئ",
        ),
        ("الموانئ والمد والجزر", "المتابعة"),
        ("البرازيل", "تشاد", "فيجي"),
        ("القرار 217 ألف (د-3).", "انظر A/61/179."),
        "البند 18 (و) من جدول الأعمال",
    ),
    "zh": Wordings(
        ("回顾", "又回顾", "深为关切"),
        ("欢迎", "又欢迎", "请", "决定"),
        (
            "其2009年12月18日第64/177号决议及其以往所有案文",
            "越来越多的沿海国家测量潮汐高度",
            "秘书长关于“潮汐和港口”的报告(A/61/179)",
        ),
        ("港口与潮汐", "后续行动"),
        ("巴西", "斐济", "乍得"),
        ("第217 A(III)号决议。", "见A/61/179。"),
        "议程项目18 (f)",
    ),
}
_SPACELESS = {"zh"}
_SYMBOLS = {
    Organ.GA: "A/RES/64/177",
    Organ.SC: "S/RES/2507 (2020)",
    Organ.ECOSOC: "E/RES/2022/22",
    Organ.HRC: "A/HRC/RES/54/14",
    Organ.OTHER: "UNEP/EA.5/Res.1",
}
_NUMBERS = {
    Organ.GA: "64/177",
    Organ.SC: "2507 (2020)",
    Organ.ECOSOC: "2022/22",
    Organ.HRC: "54/14",
    Organ.OTHER: "5/1",
}
_DRAFT_SYMBOLS = {Organ.GA: "A/C.3/64/L.6", Organ.HRC: "A/HRC/54/L.3", Organ.ECOSOC: "E/2022/L.16"}
_SESSIONS = {Organ.GA: 64, Organ.ECOSOC: 2022, Organ.HRC: 54}


def resolution(
    rng: Random,
    *,
    language: str | None = None,
    organ: Organ | None = None,
    kind: DocumentKind | None = None,
) -> Resolution:
    """A whole resolution; what is not given is drawn."""
    organ = organ or rng.choice(list(Organ))
    kind = kind or rng.choice(list(DocumentKind))
    return _Maker(rng, language or rng.choice(LANGUAGES), organ, kind).resolution()


def resolutions() -> st.SearchStrategy[Resolution]:
    """Any resolution, for Hypothesis."""
    return st.builds(resolution, st.randoms(use_true_random=False))


@dataclass(slots=True)
class _Maker:
    rng: Random
    code: str
    organ: Organ
    kind: DocumentKind
    ids: Ids = field(default_factory=Ids)
    notes: list[Footnote] = field(default_factory=list[Footnote])
    rows: list[Paragraph] = field(default_factory=list[Paragraph])

    @property
    def say(self) -> Wordings:
        return WORDINGS[self.code]

    @property
    def words(self) -> Language:
        return language(self.code)

    def resolution(self) -> Resolution:
        rng = self.rng
        title = self.marked(Text(f"{rng.choice(self.say.headings)} ({rng.randint(1, 9)})"), 0.1)
        has_preamble = rng.random() < 0.9
        if has_preamble:
            self.preamble(rng.randint(1, 5))
        if self.kind is DocumentKind.STATEMENT:
            self.statement()
        else:
            self.operative(rng.randint(1, 6))
        for _ in range(rng.choice((0, 0, 1, 2))):
            self.annex()
        masthead = self.masthead()
        return Resolution(
            language=self.code,
            organ=self.organ,
            kind=self.kind,
            number="" if self.kind is DocumentKind.DRAFT else _NUMBERS[self.organ],
            title=Text() if self.organ is Organ.SC else title,
            organ_line=Text(self.words.organ_line(self.organ, has_preamble)),
            masthead=masthead,
            paragraphs=tuple(self.rows),
            closing=self.closing(masthead),
            vote=self.vote(),
            footnotes=tuple(self.notes),
            serial=self.ids.serial,
        )

    def masthead(self) -> Masthead:
        rng = self.rng
        is_draft = self.kind is DocumentKind.DRAFT
        symbols = {**_SYMBOLS, **_DRAFT_SYMBOLS} if is_draft else _SYMBOLS
        session = _SESSIONS.get(self.organ)
        masthead = Masthead(
            symbol=symbols[self.organ],
            issued=date(2010, 3, rng.randint(1, 28)),
            languages=rng.choice(((), ("en",), ("fr",))),
            organ_name="Environment Assembly" if self.organ is Organ.OTHER else "",
            session=self.words.session_words(self.organ, session) if session else "",
            adopted=None if is_draft else date(2009, 12, rng.randint(1, 28)),
            meeting="65",
        )
        if self.organ is Organ.SC:
            return masthead
        origin = Text(f"[{self.say.clauses[-1]}]")
        masthead = replace(
            masthead,
            agenda_items=(AgendaItem(self.say.agenda, rng.choice(self.say.headings)),),
            origin=self.marked(origin, 0.1) if self.organ is Organ.GA else Text(),
        )
        if not is_draft:
            return masthead
        names = rng.sample(self.say.states, rng.randint(1, len(self.say.states)))
        behalf = rng.choice(("", self.say.notes[0]))
        sponsors = tuple(Sponsor(name, behalf if name == names[0] else "") for name in names)
        return replace(masthead, sponsors=sponsors)

    def closing(self, masthead: Masthead) -> tuple[Text, ...]:
        if masthead.adopted is None:
            return ()
        lines = self.words.closing_lines(self.organ, 65, masthead.adopted)
        return tuple(Text(line) for line in lines)

    def vote(self) -> Text:
        if self.organ is not Organ.HRC or self.kind is not DocumentKind.ADOPTED:
            return Text()
        return Text(f"[{self.say.clauses[0]}]\n{', '.join(self.say.states)}")

    def preamble(self, count: int) -> None:
        for _ in range(count):
            self.add(Part.PREAMBLE, self.sentence(self.say.preamble, EndMark.PREAMBLE))

    def statement(self) -> None:
        for _ in range(self.rng.randint(1, 3)):
            text = self.sentence((), EndMark.LAST)
            self.add(Part.OPERATIVE, text, kind=ParagraphKind.PLAIN, numbered=False, printed="")

    def operative(self, count: int) -> None:
        rng = self.rng
        has_sections = rng.random() < 0.25
        for place in range(count):
            if has_sections and place % 2 == 0:
                self.heading(Part.OPERATIVE, 0)
            end = EndMark.LAST if place == count - 1 else EndMark.OPERATIVE
            if rng.random() < 0.4:
                self.chapeau(Part.OPERATIVE, rng.randint(1, 4), end)
            else:
                self.add(Part.OPERATIVE, self.sentence(self.say.operative, end))
            if rng.random() < 0.1:
                text = self.sentence(self.say.operative, end)
                self.add(Part.OPERATIVE, text, alternative=rng.randint(1, 2))
            if rng.random() < 0.1:
                text = self.sentence(self.say.operative, end)
                self.add(Part.OPERATIVE, text, kind=ParagraphKind.QUOTED, printed="1.")
            if rng.random() < 0.15:
                self.table(Part.OPERATIVE)

    def chapeau(self, part: Part, deepest: int, end: EndMark) -> None:
        """A paragraph with items down to `deepest`, now and then with closing words."""
        self.add(part, self.sentence(self.say.operative, EndMark.CHAPEAU))
        level = 1
        for _ in range(self.rng.randint(2, 7)):
            self.add(part, self.sentence((), EndMark.ITEM), level=level)
            level = self.rng.randint(1, min(level + 1, deepest))
        if self.rng.random() < 0.3:
            self.add(part, self.sentence((), end), closing=True, numbered=False)

    def annex(self) -> None:
        rng = self.rng
        text = Text(rng.choice(self.say.headings))
        if rng.random() < 0.3:
            text = Text(f"{text.plain}\n{self.say.headings[0]}")
        self.add(Part.ANNEX, text, kind=ParagraphKind.ANNEX)
        for _ in range(rng.randint(1, 3)):
            self.heading(Part.ANNEX, rng.randint(0, 2))
            self.chapeau(Part.ANNEX, 2, EndMark.LAST)
        if rng.random() < 0.5:
            self.table(Part.ANNEX)

    def heading(self, part: Part, rank: int) -> None:
        self.add(
            part,
            self.marked(Text(self.rng.choice(self.say.headings)), 0.1),
            kind=ParagraphKind.HEADING,
            level=rank,
            numbered=self.rng.random() < 0.8,
            restarts=self.rng.random() < 0.2,
        )

    def table(self, part: Part) -> None:
        columns = self.rng.randint(1, 4)
        cells = tuple(
            tuple(self.marked(Text(self.rng.choice(self.say.states)), 0.05) for _ in range(columns))
            for _ in range(self.rng.randint(1, 4))
        )
        self.add(part, Text(), kind=ParagraphKind.TABLE, numbered=False, cells=cells)

    def add(
        self,
        part: Part,
        text: Text,
        *,
        kind: ParagraphKind = ParagraphKind.PARAGRAPH,
        level: int = 0,
        numbered: bool = True,
        closing: bool = False,
        restarts: bool = False,
        alternative: int = 0,
        printed: str | None = None,
        cells: tuple[tuple[Text, ...], ...] = (),
    ) -> None:
        self.rows.append(
            Paragraph(
                self.ids.paragraph(),
                part,
                text,
                kind,
                level=level,
                numbered=numbered,
                closing=closing,
                restarts=restarts,
                alternative=alternative,
                printed=printed,
                cells=cells,
            )
        )

    def sentence(self, openers: Sequence[str], end: EndMark) -> Text:
        """Opener in italics, clauses, marks here and there, the language's end mark."""
        joint = "" if self.code in _SPACELESS else " "
        opener = self.rng.choice(openers) if openers else ""
        clauses = self.rng.choices(self.say.clauses, k=self.rng.randint(1, 3))
        body = f"{joint if opener else ''}{joint.join(clauses)}"
        spans = [Span(0, len(opener), Style.ITALIC)] if opener else []
        if self.rng.random() < 0.05:
            spans.append(Span(len(opener) + 3, len(opener) + 6, Style.SUPERSCRIPT))
        text = self.marked(Text(opener + body, tuple(spans)), 0.3)
        return text + Text(self.words.end_mark(end))

    def marked(self, text: Text, chance: float) -> Text:
        """With a mark at its end: of a new note, or again of one that is there."""
        if self.rng.random() >= chance:
            return text
        if self.notes and self.rng.random() < 0.4:
            note = self.rng.choice(self.notes).id
        else:
            note = self.ids.note()
            words = self.rng.choice(self.say.notes)
            italic = (Span(0, 4, Style.ITALIC),) if self.rng.random() < 0.5 else ()
            symbol = "*" if self.rng.random() < 0.1 else ""
            self.notes.append(Footnote(note, Text(words, italic), symbol=symbol))
        return replace(text, marks=(*text.marks, Mark(len(text.plain), note)))

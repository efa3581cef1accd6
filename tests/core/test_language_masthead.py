"""The wordings above and below a text, made and recognised in the six languages."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.core.language import LANGUAGES, SessionKind, language
from drafter.core.model import Masthead, Organ

DAY = date(2021, 12, 17)
NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("code", "organ", "lines"),
    [
        ("en", Organ.GA, ("Resolution adopted by the General Assembly on 17 December 2021",)),
        (
            "en",
            Organ.SC,
            (
                "Resolution 2610 (2021)",
                "Adopted by the Security Council at its 8934th meeting, on 17 December 2021",
            ),
        ),
        (
            "fr",
            Organ.SC,
            (
                "Résolution 2610 (2021)",
                "Adoptée par le Conseil de sécurité à sa 8934e séance, le 17 décembre 2021",
            ),
        ),
        (
            "es",
            Organ.HRC,
            ("Resolución aprobada por el Consejo de Derechos Humanos el 17 de diciembre de 2021",),
        ),
        (
            "ru",
            Organ.SC,
            (
                "Резолюция 2610 (2021),",
                "принятая Советом Безопасности на его 8934-м заседании 17 декабря 2021 года",
            ),
        ),
        ("ar", Organ.GA, ("قرار اتخذته الجمعية العامة في 17 كانون الأول/ديسمبر 2021",)),
        (
            "zh",
            Organ.SC,
            ("第2610(2021)号决议", "2021年12月17日安全理事会第8934次会议通过"),
        ),
    ],
)
def test_the_heading_of_adoption(code: str, organ: Organ, lines: tuple[str, ...]) -> None:
    made = language(code).adoption_lines(organ, DAY, "2610 (2021)", 8934)
    assert tuple(line.replace(NBSP, " ") for line in made) == lines


def test_a_council_text_adopted_without_a_meeting_names_none() -> None:
    made = language("en").adoption_lines(Organ.SC, DAY, "2515 (2020)")
    assert made[1].replace(NBSP, " ") == "Adopted by the Security Council on 17 December 2021"


@pytest.mark.parametrize("code", LANGUAGES)
@settings(deadline=None)
@given(
    organ=st.sampled_from([Organ.GA, Organ.ECOSOC, Organ.HRC, Organ.SC]),
    day=st.dates(date(1946, 1, 1), date(2060, 1, 1)),
    meeting=st.integers(1, 9999),
)
def test_a_heading_of_adoption_is_read_back(
    code: str, organ: Organ, day: date, meeting: int
) -> None:
    words = language(code)
    lines = words.adoption_lines(organ, day, "2610 (2021)", meeting)
    masthead, fields = words.read_masthead(lines)
    assert masthead.adopted == day
    assert masthead.adoption == ""
    assert masthead.meeting == (str(meeting) if organ is Organ.SC else "")
    assert [index for index, _ in fields] == list(range(len(lines)))


@pytest.mark.parametrize(
    ("code", "organ", "meeting", "lines"),
    [
        ("en", Organ.GA, 82, ("82nd plenary meeting", "17 December 2021")),
        ("en", Organ.GA, 112, ("112th plenary meeting", "17 December 2021")),
        ("fr", Organ.GA, 1, ("1re séance plénière", "17 décembre 2021")),
        ("es", Organ.HRC, 46, ("46ª sesión", "17 de diciembre de 2021")),
        ("ru", Organ.HRC, 46, ("46‑е заседание", "17 декабря 2021 года")),
        ("ar", Organ.GA, 54, ("الجلسة العامة 54", "17 كانون الأول/ديسمبر 2021")),
        ("zh", Organ.ECOSOC, 34, ("第34次全体会议", "2021年12月17日")),
    ],
)
def test_closing_lines(code: str, organ: Organ, meeting: int, lines: tuple[str, str]) -> None:
    words = language(code)
    made = words.closing_lines(organ, meeting, DAY)
    assert tuple(line.replace(NBSP, " ") for line in made) == lines
    assert words.is_meeting_line(made[0])
    assert words.read_meeting(made[0]) == meeting
    assert words.read_date(made[1]) == DAY
    assert not words.is_resumed(made[0])


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_resumed_meeting_says_so(code: str) -> None:
    words = language(code)
    line, _ = words.closing_lines(Organ.GA, 53, DAY, resumed=True)
    assert words.is_resumed(line)
    assert words.read_meeting(line) == 53


def test_the_security_council_has_no_closing_lines() -> None:
    assert language("en").closing_lines(Organ.SC, 8934, DAY) == ()


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("es", "Octava sesión plenaria"),
        ("es", "No se celebró sesión plenaria."),
        ("ru", "59-e пленарное заседание,"),
        ("ar", "الجلسة العامة (المستأنفة) 48"),
        ("fr", "53e réunion"),
    ],
)
def test_lines_of_meetings_are_read_as_they_are_printed(code: str, line: str) -> None:
    assert language(code).is_meeting_line(line)
    assert not language(code).is_vote_line(line)


@pytest.mark.parametrize("line", ["The 54th plenary meeting was short", "Decides", "", "54"])
def test_what_is_no_line_of_a_meeting(line: str) -> None:
    assert not language("en").is_meeting_line(line)


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "[Adopted without a vote.]"),
        ("en", "[Adopted by a recorded vote of 33 to 3, with 11 abstentions. The voting was:"),
        ("fr", "[Adoptée sans vote.]"),
        ("es", "[Aprobada sin votación.]"),
        ("ru", "[Принята без голосования.]"),
        ("ar", "[اعتُمد من دون تصويت]."),
        ("zh", "[未经表决获得通过。]"),
    ],
)
def test_vote_lines(code: str, line: str) -> None:
    assert language(code).is_vote_line(line)
    assert not language(code).is_vote_line("[on the report of the Third Committee (A/72/435)]")


@pytest.mark.parametrize(
    ("code", "label", "organ", "line"),
    [
        ("en", "18 (f)", Organ.GA, "Agenda item 18 (f)"),
        ("en", "13 and 117", Organ.GA, "Agenda items 13 and 117"),
        ("fr", "18 f)", Organ.GA, "Point 18 f) de l’ordre du jour"),
        ("es", "3", Organ.HRC, "Tema 3 de la agenda"),
        ("es", "3", Organ.GA, "Tema 3 del programa"),
        ("ru", "3", Organ.HRC, "Пункт 3 повестки дня"),
        ("ar", "98 (و و)", Organ.GA, "البند 98 (و و) من جدول الأعمال"),
        ("zh", "18(f)", Organ.GA, "议程项目18(f)"),
    ],
)
def test_agenda_items(code: str, label: str, organ: Organ, line: str) -> None:
    words = language(code)
    assert words.agenda_item(label, organ) == line
    masthead, _ = words.read_masthead([line, "A title", "76/1. Another"])
    assert [(item.label, item.title) for item in masthead.agenda_items] == [(line, "A title")]


@pytest.mark.parametrize(
    ("code", "general", "limited", "original"),
    [
        ("en", "Distr.: General", "Distr.: Limited", "Original: French"),
        ("fr", "Distr. générale", "Distr. limitée", f"Original{NBSP}: français"),
        ("es", "Distr. general", "Distr. limitada", "Original: francés"),
        ("ru", "Distr.: General", "Distr.: Limited", "Original: French"),
    ],
)
def test_distribution_and_original(code: str, general: str, limited: str, original: str) -> None:
    words = language(code)
    assert words.distribution() == general
    assert words.distribution("limited") == limited
    assert words.read_distribution(limited) == "limited"
    assert words.original_line("fr") == original
    assert words.read_original(original.replace(NBSP, "")) == "fr"


@pytest.mark.parametrize(
    ("code", "names", "line"),
    [
        ("en", ["Brazil"], "Brazil: draft resolution"),
        ("en", ["Albania", "Brazil", "Chad"], "Albania, Brazil and Chad: draft resolution"),
        ("fr", ["Brésil", "Suisse"], f"Brésil et Suisse{NBSP}: projet de résolution"),
        ("ru", ["Бразилия", "Швейцария"], "Бразилия и Швейцария: проект резолюции"),
        ("ar", ["البرازيل", "سويسرا"], "البرازيل وسويسرا: مشروع قرار"),
        ("ar", ["البرازيل", "تشاد", "سويسرا"], "البرازيل، تشاد، سويسرا: مشروع قرار"),
        ("zh", ["巴西", "瑞士", "乍得"], "巴西、瑞士和乍得：决议草案"),
    ],
)
def test_sponsors(code: str, names: list[str], line: str) -> None:
    words = language(code)
    assert words.sponsor_line(names) == line
    masthead, fields = words.read_masthead([line])
    assert [sponsor.name for sponsor in masthead.sponsors] == names
    assert fields == [(0, "sponsors")]


def test_an_and_inside_a_state_s_name_does_not_part_it() -> None:
    line = "Bosnia and Herzegovina: draft resolution"
    masthead, _ = language("en").read_masthead([line])
    assert [sponsor.name for sponsor in masthead.sponsors] == ["Bosnia and Herzegovina"]


def test_a_draft_that_no_state_sponsors() -> None:
    line = language("en").submitted_line("the President of the General Assembly")
    assert line == "Draft resolution submitted by the President of the General Assembly"
    assert language("en").read_masthead([line])[0].submitted_by == line
    assert language("en").submitted_line(line) == line


LAYOUT = [
    "         United Nations                                A/RES/73/3",
    "         General Assembly                              Distr.: General",
    "                                                       18 October 2018",
    "",
    "Seventy-third session",
    "Agenda item 129 (a)",
    "Health and peace: a long title of an item",
    "of the agenda",
    "",
    "         Resolution adopted by the General Assembly",
    "         on 10 October 2018",
    "         [on the report of the",
    "         Third Committee (A/73/4,",
    "         para. 23)]",
    "",
    "73/3.    A title that is not masthead",
]


def test_a_page_as_a_pdf_lays_it_out() -> None:
    masthead, fields = language("en").read_masthead(LAYOUT)
    assert masthead == Masthead(
        symbol="A/RES/73/3",
        issued=date(2018, 10, 18),
        session="Seventy-third session",
        agenda_items=masthead.agenda_items,
        adopted=date(2018, 10, 10),
        origin=masthead.origin,
        printed=tuple(line.strip() for line in LAYOUT[:-1] if line),
    )
    assert (
        masthead.agenda_items[0].title == "Health and peace: a long title of an item of the agenda"
    )
    assert masthead.origin.plain == "[on the report of the Third Committee (A/73/4, para. 23)]"
    assert {index for index, _ in fields} == {n for n, line in enumerate(LAYOUT[:-1]) if line}
    assert [name for index, name in fields if index == 0] == ["symbol", "united_nations"]


def test_a_page_as_raw_text_lays_it_out() -> None:
    lines = ["United Nations A/RES/73/7", "General Assembly Distr.: General", "31 October 2018"]
    lines += ["18-18142 (E) 021118", "*1818142*", "Seventy-third session"]
    masthead, fields = language("en").read_masthead(lines)
    assert (masthead.symbol, masthead.issued) == ("A/RES/73/7", date(2018, 10, 31))
    assert [name for _, name in fields if name == "job"] == ["job", "job"]
    assert {index for index, _ in fields} == set(range(6))


def test_a_russian_council_page_with_its_english_lines() -> None:
    lines = ["Организация Объединенных Наций", "A/HRC/RES/54/14", "Генеральная Ассамблея"]
    lines += ["Distr.: General", "13 October 2023", "Original: English", "Russian"]
    lines += ["Совет по правам человека", "Пятьдесят четвертая сессия"]
    lines += ["11 сентября — 13 октября 2023 года", "Пункт 3 повестки дня", "Поощрение прав"]
    lines += ["Резолюция, принятая Советом по правам человека 11 октября 2023 года"]
    masthead, fields = language("ru").read_masthead(lines)
    assert [index for index, _ in fields] == list(range(len(lines)))
    assert masthead.languages == ("en",)
    assert masthead.session_dates == "11 сентября — 13 октября 2023 года"
    assert (masthead.issued, masthead.adopted) == (date(2023, 10, 13), date(2023, 10, 11))


def test_a_heading_worded_otherwise_is_kept() -> None:
    line = "Resolutions adopted by the General Assembly on 10 December 2020"
    assert language("en").read_masthead([line])[0].adoption == line


def test_an_agenda_title_that_nothing_follows_is_one_block() -> None:
    lines = ["Agenda item 3", "Promotion of", "all rights", "", "The title of the draft"]
    masthead, fields = language("en").read_masthead(lines)
    assert masthead.agenda_items[0].title == "Promotion of all rights"
    assert [index for index, _ in fields] == [0, 1, 2]


@pytest.mark.parametrize(
    "lines", [[], [""], ["Some words", "of no masthead"], ["The General Assembly decides"]]
)
def test_lines_that_are_no_masthead_are_left(lines: list[str]) -> None:
    assert language("en").read_masthead(lines) == (Masthead(), [])


@pytest.mark.parametrize("code", LANGUAGES)
@settings(deadline=None)
@given(lines=st.lists(st.text(max_size=40), max_size=8))
def test_reading_never_fails_and_names_only_lines_there_are(code: str, lines: list[str]) -> None:
    _, fields = language(code).read_masthead(lines)
    assert all(0 <= index < len(lines) and lines[index].strip() for index, _ in fields)


@pytest.mark.parametrize("code", LANGUAGES)
def test_headings_of_decisions_and_statements_are_read(code: str) -> None:
    words = language(code)
    _, fields = words.read_masthead([words.decision_heading, words.statement_heading])
    assert fields == [(0, "decision"), (1, "statement")]


def test_a_special_session_is_written_in_words() -> None:
    words = language("fr").session_words(Organ.GA, 32, SessionKind.SPECIAL)
    assert words == "Trente-deuxième session extraordinaire"


def test_a_date_alone_does_not_swallow_the_meeting() -> None:
    line = "الذي اتخذه مجلس الأمن في جلسته 8701 المعقودة في 13 كانون الثاني/يناير 2020"
    masthead, _ = language("ar").read_masthead([line])
    assert (masthead.meeting, masthead.adopted) == ("8701", date(2020, 1, 13))

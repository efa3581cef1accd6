"""Which language, organ and kind a text is."""

import pytest

from drafter.core.model import DocumentKind, Masthead, Organ, Sponsor
from drafter.core.telling import organ_of_symbol, tell_kind, tell_language, tell_organ


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "Requests the Secretary-General to report to the Assembly",
        ),
        (
            "fr",
            "Prie le Secrétaire général de lui présenter un rapport",
        ),
        (
            "es",
            "Solicita al Secretario General que le presente un informe",
        ),
        (
            "ru",
            "просит Генерального секретаря представить доклад",
        ),
        (
            "ar",
            "تطلب إلى الأمين العام أن يقدم تقريرا في دورتها المقبلة",
        ),
        ("zh", "请秘书长向下一届会议提交报告，并鼓励所有国家这样做"),
    ],
)
def test_a_sentence_tells_its_language(code: str, text: str) -> None:
    assert tell_language(text) == code


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("ru", "Генеральная Ассамблея, ссылаясь на свою резолюцию, просит Генерального секретаря"),
        ("ar", "إن الجمعية العامة، إذ تشير إلى قرارها، تطلب إلى الأمين العام أن يقدم تقريرا"),
        ("zh", "大会，回顾其决议，请秘书长提交报告"),
    ],
)
def test_an_english_masthead_does_not_mislead(code: str, body: str) -> None:
    masthead = "A/RES/76/196\nDistr.: General\n10 January 2022\nOriginal: English\n"
    assert tell_language(masthead + body) == code


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Encourages Member States"),
        ("en", "Develop a national prevention plan"),
        ("fr", "Rappelant la Déclaration universelle"),
        ("fr", "Se félicitant de la tenue"),
        ("fr", "Consciente que la situation continue"),
        ("es", "Recordando la Declaración Universal"),
        ("es", "Insta al Secretario General"),
        ("es", "Consciente de la importancia"),
    ],
)
def test_a_few_opening_words_tell_their_language(code: str, text: str) -> None:
    assert tell_language(text) == code


def test_dates_alone_tell_too() -> None:
    assert tell_language("de 18 de diciembre de 2011, y 70/128, de 17 de diciembre de 2015") == "es"


@pytest.mark.parametrize("text", ["", "12 34", "A/RES/1/1"])
def test_without_words_it_is_english(text: str) -> None:
    assert tell_language(text) == "en"


@pytest.mark.parametrize(
    ("text", "code", "organ"),
    [
        ("64/177. Title\n\nL'Assemblée générale,\n\nRappelant", "fr", Organ.GA),
        ("United Nations A/HRC/RES/54/1\nGeneral Assembly\nSome text", "en", Organ.HRC),
        ("E/RES/2022/22\nDistr.: General", "en", Organ.ECOSOC),
        ("Совет Безопасности,\nссылаясь на", "ru", Organ.SC),
        ("The Security Council\nDecides", "en", Organ.SC),
        ("Statement by the President of the Security Council", "en", Organ.SC),
        ("Some words only", "en", None),
    ],
)
def test_the_organ_of_a_text(text: str, code: str, organ: Organ | None) -> None:
    assert tell_organ(text, code) is organ


def test_the_name_in_the_masthead_is_not_yet_the_organ_line() -> None:
    text = "大会\n人权理事会\n第五十四届会议\n\n人权理事会，\n遵循"
    assert tell_organ(text, "zh") is Organ.HRC


def test_symbols_of_other_bodies_tell_no_organ() -> None:
    assert organ_of_symbol("ST/SGB/2020/1") is None


@pytest.mark.parametrize(
    ("masthead", "fields", "kind"),
    [
        (Masthead(symbol="A/RES/64/177"), (), DocumentKind.ADOPTED),
        (Masthead(symbol="A/C.3/64/L.5"), (), DocumentKind.DRAFT),
        (Masthead(symbol="A/DEC/76/402"), (), DocumentKind.DECISION),
        (Masthead(symbol="S/PRST/2020/1"), (), DocumentKind.STATEMENT),
        (Masthead(sponsors=(Sponsor("Chad"),)), ("sponsors",), DocumentKind.DRAFT),
        (Masthead(), ("decision",), DocumentKind.DECISION),
        (Masthead(distribution="Distr.: Limited"), ("distribution",), DocumentKind.DRAFT),
    ],
)
def test_the_kind_of_a_document(
    masthead: Masthead, fields: tuple[str, ...], kind: DocumentKind
) -> None:
    assert tell_kind(masthead, fields) is kind

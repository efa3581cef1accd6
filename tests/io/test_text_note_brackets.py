"""Brackets round note numbers are named among what was dropped, in the text and below it."""

from drafter.io.text import read_text
from tests.io.accounting import lost

TEXT = """إن الجمعية العامة،

إذ تشير إلى قرارها 60/288 المؤرخ 8 أيلول/سبتمبر 2006(1)، وإذ تأخذ في اعتبارها تقرير الأمين العام(2)،

1 - تطلب إلى الدول الأعضاء أن تتعاون؛

2 - تقرر أن تبقي المسألة قيد النظر.

_______________
(1) القرار 60/288.
(2) A/61/179.
"""


def test_no_bracket_is_lost() -> None:
    resolution = read_text(TEXT)
    assert [note.printed for note in resolution.footnotes] == ["1", "2"]
    assert not lost(TEXT, resolution)
    dropped = [piece.text for piece in resolution.discarded if "bracket" in piece.why]
    assert dropped.count("()") == 4

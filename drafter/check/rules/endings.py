"""The mark that ends each paragraph: comma, semicolon, colon or full stop (P-03, O-05, O-06)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from drafter.check import repairs
from drafter.check.due import ends_with, visible
from drafter.check.problem import FixKind, Severity
from drafter.check.rule import RESOLUTIONS, Finding, ParagraphRule, Surroundings, Wording
from drafter.core.inline import Text
from drafter.core.language import EndMark
from drafter.core.model import Paragraph
from drafter.core.signs import CLOSERS, JOINING_WORD, STOPS

_NO_BREAK_SPACES = "\u00a0\u202f"

_WORDINGS = {
    "wrong": Wording(
        "This ends with “{found}” where “{expected}” is due.", "End with “{expected}”"
    ),
    "missing": Wording(
        "This has no end mark; “{expected}” is due.", "End with “{expected}”", is_unfinished=True
    ),
}


def _look(ending: EndMark, paragraph: Paragraph, around: Surroundings) -> Iterator[Finding]:
    if around.ending is not ending:
        return
    plain = visible(paragraph.text.plain)
    due = around.words.end_mark(ending)
    sign = due.strip()
    if not plain or ends_with(paragraph, sign) or JOINING_WORD.search(plain):
        return
    if plain[-1] in STOPS:
        code, end = "wrong", len(plain) - 1
    elif plain[-1].isalnum() or plain[-1] in CLOSERS:
        code, end = "missing", len(plain)
    else:
        return
    is_slip = around.may_end_be_set and not _is_whole(ending, plain[-1], around)
    kind = FixKind.SAFE if is_slip else FixKind.OFFER
    yield Finding(
        code,
        paragraph.id,
        len(plain) - 1,
        len(plain),
        (("found", plain[-1]), ("expected", sign)),
        repairs.paragraph_text(paragraph, _ended(paragraph, end, due), kind),
    )


def _is_whole(ending: EndMark, end: str, around: Surroundings) -> bool:
    """Whether what should lead on to sub-paragraphs ends as a whole paragraph does."""
    whole = around.words.end_mark(EndMark.OPERATIVE).strip()
    return ending is EndMark.CHAPEAU and end == whole


def _ended(paragraph: Paragraph, end: int, due: str) -> Text:
    """The text with everything from `end` on, and white space before it, replaced by `due`.

    Marks stay, each on its side of the end mark.
    """
    text = paragraph.text
    start = len(text.plain[:end].rstrip())
    ended = text.unmarked().replaced(start, len(text), due)
    marks = tuple(
        replace(mark, at=min(mark.at, start) if mark.at <= end else len(ended))
        for mark in text.marks
    )
    return replace(ended, marks=marks)


def _look_for_space(paragraph: Paragraph, around: Surroundings) -> Iterator[Finding]:
    if around.ending is None:
        return
    plain = visible(paragraph.text.plain)
    due = around.words.end_mark(around.ending)
    sign = due.strip()
    if due == sign or not plain.endswith(sign) or plain[-2:-1] in _NO_BREAK_SPACES:
        return
    end = len(plain) - len(sign)
    yield Finding(
        "space",
        paragraph.id,
        len(plain[:end].rstrip()),
        len(plain),
        (("sign", sign),),
        repairs.paragraph_text(paragraph, _ended(paragraph, end, due)),
    )


def _for(ending: EndMark) -> Callable[[Paragraph, Surroundings], Iterator[Finding]]:
    return partial(_look, ending)


PREAMBLE = ParagraphRule(
    id="endings.preamble",
    title="End mark of a preambular paragraph",
    severity=Severity.ERROR,
    source="P-03",
    explanation="Every preambular paragraph ends with a comma, the last one too.",
    wordings=_WORDINGS,
    good=("P: Recalling x, | 1. Decides y.", "@zh | P: 回顾其决议， | 1. 决定如下。"),
    bad=(
        "P: Recalling x; | 1. Decides y.",
        "@fr | P: _Rappelant_ x | 1. Décide y.",
        "P: Recalling x | O: Decides y.",
    ),
    kinds=RESOLUTIONS,
    look=_for(EndMark.PREAMBLE),
)

OPERATIVE = ParagraphRule(
    id="endings.operative",
    title="End mark of an operative paragraph",
    severity=Severity.ERROR,
    source="O-05",
    explanation="Every operative paragraph but the last ends with a semicolon.",
    wordings=_WORDINGS,
    good=("1. Decides x; | 2. Also decides y.", "@ar | 1. تقرر؛ | 2. تطلب."),
    bad=("1. Decides x. | 2. Decides y.", "@fr | 1. Décide x, | 2. Décide y."),
    kinds=RESOLUTIONS,
    look=_for(EndMark.OPERATIVE),
)

LAST = ParagraphRule(
    id="endings.last",
    title="End mark of the last operative paragraph",
    severity=Severity.ERROR,
    source="O-05",
    explanation="The last operative paragraph, or its last item, ends with a full stop.",
    wordings=_WORDINGS,
    good=("1. Decides x; | 2. Decides y.", "1. Decides: | (a) To x; | (b) To y."),
    bad=("1. Decides x; | 2. Decides y;", "1. Decides: | (a) To x; | (b) To y;"),
    kinds=RESOLUTIONS,
    look=_for(EndMark.LAST),
)

CHAPEAU = ParagraphRule(
    id="endings.chapeau",
    title="End mark before sub-paragraphs",
    severity=Severity.ERROR,
    source="O-06",
    explanation="The words that introduce sub-paragraphs end with a colon.",
    wordings=_WORDINGS,
    good=("1. Decides: | (a) To x; | (b) To y.", "P: Recalling: | (a) X, | 1. Decides y."),
    bad=("1. Decides; | (a) To x; | (b) To y.", "@es | 1. Decide | a) Examinar x."),
    kinds=RESOLUTIONS,
    look=_for(EndMark.CHAPEAU),
)

ITEMS = ParagraphRule(
    id="endings.items",
    title="End mark of a sub-paragraph",
    severity=Severity.WARNING,
    source="O-06",
    explanation=(
        "Sub-paragraphs end with semicolons, the last one with the mark that its paragraph needs."
    ),
    wordings=_WORDINGS,
    good=("1. Decides: | (a) To x; | (b) To y.", "1. Decides: | (a) To x; and | (b) To y."),
    bad=("1. Decides: | (a) To x, | (b) To y.", "1. Decides: | (a) To x | (b) To y."),
    kinds=RESOLUTIONS,
    look=_for(EndMark.ITEM),
)

SPACE = ParagraphRule(
    id="endings.space",
    title="No-break space before the end mark",
    severity=Severity.INFO,
    source="N-21",
    explanation="A semicolon or colon that ends a French paragraph has a no-break space before it.",
    wordings={
        "space": Wording(
            "A no-break space is due before “{sign}”.", "Put a no-break space before “{sign}”"
        )
    },
    good=("@fr | 1. Décide x\u00a0; | 2. Décide y.", "1. Decides x; | 2. Decides y."),
    bad=("@fr | 1. Décide x ; | 2. Décide y.", "@fr | 1. Décide x; | 2. Décide y."),
    kinds=RESOLUTIONS,
    look=_look_for_space,
)

RULES = (PREAMBLE, OPERATIVE, LAST, CHAPEAU, ITEMS, SPACE)

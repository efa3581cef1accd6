"""New drafts, made of the starters in the language they are opened in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from drafter.app.starters import Starter, words_to_fill
from drafter.core.edits import map_texts
from drafter.core.errors import ReadError, reason
from drafter.core.inline import Style, Text
from drafter.core.language import language as language_words
from drafter.core.language_change import with_language
from drafter.core.model import DocumentKind, Organ, ParagraphKind, Resolution
from drafter.io.native import read_native
from drafter.paths import template

_LANGUAGE = "en"
"""Of the starters' files."""
_IN_SESSION = frozenset({DocumentKind.DRAFT, DocumentKind.DECISION})
"""What is written in a session that goes on; an adopted text to be copied may be of any."""

# When sessions begin, after those of 2023 to 2025 (month, day); a draft between two sessions of the
# Human Rights Council is for the next one.
_ASSEMBLY_OPENS = (9, 8)
_ASSEMBLY_BEFORE_FIRST = 1945
_COUNCIL_YEAR_OPENS = (7, 25)
_RIGHTS_SESSION_ENDS = ((4, 15), (7, 15), (10, 15))
_RIGHTS_BEFORE_2026 = 60


def new_draft(chosen: Starter, code: str, day: date | None = None) -> Resolution:
    """A new draft from a starter, in a language, for the session that goes on today or on `day`.

    Raises:
        ReadError: the starter's file is missing or damaged; install the program anew.
    """
    path = template("starters", f"{chosen.id}.resolution")
    try:
        english = read_native(path.read_bytes())
    except OSError as error:
        raise ReadError(f"{path}: the starter cannot be read: {reason(error)}.") from error
    draft = with_language(_in_words_of(english, code), code)
    today = day or datetime.now().astimezone().date()
    masthead = draft.masthead
    number = session_on(chosen.organ, today) if chosen.kind in _IN_SESSION else None
    words = language_words(code)
    if number is not None and words.is_session(number):
        masthead = replace(masthead, session=words.session_words(chosen.organ, number))
    if chosen.kind is DocumentKind.DRAFT:
        masthead = replace(masthead, languages=(code,))
    return replace(draft, masthead=masthead)


def first_place(draft: Resolution) -> str | None:
    """The id of the paragraph in which writing begins: the first empty one, or the first.

    A table is no such place.
    """
    written = [one for one in draft.paragraphs if one.kind is not ParagraphKind.TABLE]
    empty = (paragraph.id for paragraph in written if not paragraph.text)
    every = (paragraph.id for paragraph in written)
    return next(empty, None) or next(every, None)


def session_on(organ: Organ, day: date) -> int | None:
    """The number, or year, of an organ's regular session on a day; None if it has no sessions."""
    month_day = (day.month, day.day)
    if organ is Organ.GA:
        return day.year - _ASSEMBLY_BEFORE_FIRST - (month_day < _ASSEMBLY_OPENS)
    if organ is Organ.ECOSOC:
        return day.year + (month_day >= _COUNCIL_YEAR_OPENS)
    if organ is Organ.HRC:
        over = sum(month_day > end for end in _RIGHTS_SESSION_ENDS)
        return _RIGHTS_BEFORE_2026 + len(_RIGHTS_SESSION_ENDS) * (day.year - 2026) + over + 1
    return None


def _in_words_of(draft: Resolution, code: str) -> Resolution:
    """With each text that is one of the English words to fill put into the language."""
    theirs = words_to_fill(code)
    words = {text: theirs[name] for name, text in words_to_fill(_LANGUAGE).items()}

    def reworded(text: Text) -> Text:
        if text.plain not in words:
            return text
        made = Text(words[text.plain])
        if text.spans:
            made = made.styled(0, len(made.plain.rstrip(",，،")), Style.ITALIC)
        return made

    organ = draft.masthead.organ_name
    masthead = replace(draft.masthead, organ_name=words.get(organ, organ))
    return replace(map_texts(draft, reworded), masthead=masthead)

"""The same draft in another language: what the program words itself follows, the drafter's words
stay.

Labels, the organ line, end marks, the session, agenda labels, sponsors and closing lines are put
into the new language where they read as the old one has them; whatever was worded by hand is left.
"""

from __future__ import annotations

from dataclasses import replace

from drafter.core.endings import expected_endings
from drafter.core.inline import Text
from drafter.core.language import Language, language
from drafter.core.model import AgendaItem, Masthead, Paragraph, ParagraphKind, Resolution
from drafter.core.states import state_in


def with_language(resolution: Resolution, code: str) -> Resolution:
    """The draft in another official language; raises ModelError for a code that is none."""
    if code == resolution.language:
        return resolution
    old, new = language(resolution.language), language(code)
    return replace(
        resolution,
        language=code,
        organ_line=_organ_line(resolution, old, new),
        masthead=_masthead(resolution, old, new),
        paragraphs=_paragraphs(resolution, old, new),
        closing=_closing(resolution, old, new),
    )


def _organ_line(resolution: Resolution, old: Language, new: Language) -> Text:
    organ = resolution.organ
    for has_preamble in (True, False):
        made = old.organ_line(organ, has_preamble)
        if made and resolution.organ_line.plain == made:
            return _reworded(resolution.organ_line, new.organ_line(organ, has_preamble))
    return resolution.organ_line


def _reworded(text: Text, words: str) -> Text:
    """Other words in the look of the first; marks go to their end."""
    styles = [span.style for span in text.spans if span.start == 0]
    reworded = Text(words)
    for style in styles:
        reworded = reworded.styled(0, len(words.rstrip(",，، ")), style)
    return replace(reworded, marks=tuple(replace(m, at=len(words)) for m in text.marks))


def _paragraphs(resolution: Resolution, old: Language, new: Language) -> tuple[Paragraph, ...]:
    endings = expected_endings(resolution)
    changed: list[Paragraph] = []
    for paragraph in resolution.paragraphs:
        ending = endings.get(paragraph.id)
        text = paragraph.text
        if ending is not None:
            text = _with_end(text, old.end_mark(ending), new.end_mark(ending))
        keeps_label = paragraph.kind in {ParagraphKind.QUOTED, ParagraphKind.PLAIN}
        printed = paragraph.printed if keeps_label else None
        changed.append(replace(paragraph, text=text, printed=printed))
    return tuple(changed)


def _with_end(text: Text, old: str, new: str) -> Text:
    if old == new or not text.plain.endswith(old):
        return text
    return text.replaced(len(text) - len(old), len(text), Text(new))


def _masthead(resolution: Resolution, old: Language, new: Language) -> Masthead:
    masthead = resolution.masthead
    return replace(
        masthead,
        session=_session(resolution, old, new),
        agenda_items=tuple(_agenda_item(item, old, new) for item in masthead.agenda_items),
        sponsors=tuple(
            replace(sponsor, name=state_in(sponsor.name, old.code, new.code))
            for sponsor in masthead.sponsors
        ),
        distribution=_distribution(masthead.distribution, old, new),
        printed=(),
    )


def _session(resolution: Resolution, old: Language, new: Language) -> str:
    words = resolution.masthead.session
    read = old.read_session(words)
    if read is None:
        return words
    kind, number = read
    return new.session_words(resolution.organ, number, kind) if new.is_session(number) else words


def _agenda_item(item: AgendaItem, old: Language, new: Language) -> AgendaItem:
    read = old.read_wording("agenda_item", item.label)
    return item if read is None else replace(item, label=new.agenda_item(read["label"]))


def _distribution(line: str, old: Language, new: Language) -> str:
    kind = old.read_distribution(line)
    return line if kind is None else new.distribution(kind)


def _closing(resolution: Resolution, old: Language, new: Language) -> tuple[Text, ...]:
    """Meeting and date in the new language; other lines stay."""
    lines = resolution.closing
    if len(lines) != 2:
        return lines
    meeting, day = old.read_meeting(lines[0].plain), old.read_date(lines[1].plain)
    if meeting is None or day is None:
        return lines
    resumed = old.is_resumed(lines[0].plain)
    words = new.closing_lines(resolution.organ, meeting, day, resumed=resumed)
    if len(words) != 2:
        return lines
    return tuple(_reworded(line, word) for line, word in zip(lines, words, strict=True))

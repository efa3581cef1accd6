"""Opening phrases to offer where a paragraph begins, and the marks of repetition due in a row.

In the preamble the cycle bare, also, further is close to a law outside the Security Council; in the
operative part it holds where verb and addressee repeat (measured on official texts, rules Q-01 to
Q-10).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from drafter.core.inline import Text
from drafter.core.model import Organ, Paragraph, ParagraphKind, Part, Resolution
from drafter.core.openers import Repetition, bare, mark, marked, opener
from drafter.paths import resource

_LEAST_SCORE_PCT = 80
_CYCLE = (Repetition.NONE, Repetition.ALSO, Repetition.FURTHER)
_SAME_WORDS = 3
"""So many words after two openers must agree for their addressee to count as the same."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An opening phrase, how often the organ (or, if it never did, any) used it, and whether the
    paragraph before asks for it."""

    phrase: str
    uses: int
    is_due: bool = False


def offers(
    resolution: Resolution, paragraph_id: str, typed: str, limit: int = 8
) -> tuple[Offer, ...]:
    """The phrases that fit what is typed at the start of a paragraph, the due one first.

    A phrase fits by its beginning, else by likeness; accents and capitals make no difference.
    """
    paragraph = resolution.paragraph(paragraph_id)
    if paragraph.part is Part.ANNEX:
        return ()
    code = resolution.language
    counts = phrase_counts(paragraph.part, code, resolution.organ)
    sought = _folded(typed)
    due = _due(resolution, paragraph, sought)
    found = [Offer(due, counts.get(due, 0), is_due=True)] if due else []
    fitting = [phrase for phrase in counts if _folded(phrase).startswith(sought)]
    if not fitting and len(sought) > 2:
        fitting = [phrase for phrase in counts if _likeness(_folded(phrase), sought)]
    fitting.sort(key=lambda phrase: -counts[phrase])
    found.extend(Offer(phrase, counts[phrase]) for phrase in fitting[:limit] if phrase != due)
    return tuple(found[:limit])


@cache
def phrase_counts(part: Part, code: str, organ: Organ) -> Mapping[str, int]:
    """The opening phrases of a part as printed, with how often the organ used them.

    Where nothing is known of the organ in that language the counts are those of all organs.
    """
    path = resource("openers", f"{part.value}.{code}.tsv")
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    columns = lines[0].split("\t")
    rows = [line.split("\t") for line in lines[1:] if "\t" in line and "~" not in line]
    column = columns.index(organ.value) if organ.value in columns else 1
    if not any(int(row[column]) for row in rows):
        column = 1
    return {row[0]: int(row[column]) for row in rows if int(row[column]) or column == 1}


def due_repetition(resolution: Resolution, paragraph_id: str) -> Repetition | None:
    """The mark its neighbours ask of a paragraph's opener; None where no rule speaks.

    In the operative part only a repeated addressee asks for one, and only a mark without such a
    neighbour is to be taken off.
    """
    paragraph = resolution.paragraph(paragraph_id)
    own = _opener(paragraph, resolution.language)
    if not own or resolution.organ is Organ.SC:
        return None
    row = _run_before(resolution, paragraph, bare(own, resolution.language))
    if paragraph.part is Part.PREAMBLE:
        return _CYCLE[len(row) % len(_CYCLE)]
    if not row:
        return Repetition.NONE
    same = [one for one in row if _same_addressee(one, paragraph, resolution.language)]
    return _CYCLE[len(same) % len(_CYCLE)] if len(same) == len(row) else None


def with_due_repetitions(resolution: Resolution, part: Part) -> Resolution:
    """With the marks of repetition of a part set right, in order; italics follow."""
    for paragraph in resolution.part(part):
        due = due_repetition(resolution, paragraph.id)
        current = resolution.paragraph(paragraph.id)
        phrase = _opener(current, resolution.language)
        if due is None or not phrase or mark(phrase, resolution.language) is due:
            continue
        new = marked(phrase, due, part, resolution.language)
        resolution = resolution.with_paragraph(_with_opener(current, phrase, new))
    return resolution


def _with_opener(paragraph: Paragraph, old: str, new: str) -> Paragraph:
    start = paragraph.text.plain.index(old)
    styles = {s.style for s in paragraph.text.spans if s.start <= start < s.end}
    words = Text(new)
    for style in styles:
        words = words.styled(0, len(new), style)
    return replace(paragraph, text=paragraph.text.replaced(start, start + len(old), words))


def _due(resolution: Resolution, paragraph: Paragraph, sought: str) -> str:
    """The marked form of the opener above, if what is typed may be its beginning."""
    if resolution.organ is Organ.SC:
        return ""
    before = _sibling_before(resolution, paragraph)
    above = _opener(before, resolution.language) if before else ""
    plain = bare(above, resolution.language)
    if not before or not above:
        return ""
    row = 1 + len(_run_before(resolution, before, plain))
    due = _CYCLE[row % len(_CYCLE)]
    phrase = marked(above, due, paragraph.part, resolution.language)
    begins = _folded(phrase).startswith(sought) or _folded(plain).startswith(sought)
    return phrase if begins and due is not Repetition.NONE else ""


def _run_before(resolution: Resolution, paragraph: Paragraph, plain: str) -> Sequence[Paragraph]:
    """The paragraphs right above with the same bare opener, nearest first."""
    run: list[Paragraph] = []
    before = _sibling_before(resolution, paragraph)
    while before is not None:
        phrase = _opener(before, resolution.language)
        if not phrase or bare(phrase, resolution.language) != plain:
            break
        run.append(before)
        before = _sibling_before(resolution, before)
    return run


def _sibling_before(resolution: Resolution, paragraph: Paragraph) -> Paragraph | None:
    """The paragraph before it at the same level of the same part, items passed over."""
    for other in reversed(resolution.paragraphs[: resolution.index(paragraph.id)]):
        if other.part is not paragraph.part or other.kind is ParagraphKind.HEADING:
            return None
        if other.level < paragraph.level:
            return None
        is_text = other.kind is ParagraphKind.PARAGRAPH and not other.closing
        if is_text and other.level == paragraph.level:
            return other
    return None


def _opener(paragraph: Paragraph, code: str) -> str:
    if paragraph.kind is not ParagraphKind.PARAGRAPH:
        return ""
    found = opener(paragraph.text.plain, paragraph.part, code)
    return paragraph.text.plain[slice(*found)] if found else ""


def _same_addressee(one: Paragraph, other: Paragraph, code: str) -> bool:
    return _after_opener(one, code) == _after_opener(other, code)


def _after_opener(paragraph: Paragraph, code: str) -> Sequence[str]:
    words = paragraph.text.plain.replace(_opener(paragraph, code), "", 1)
    return [word.strip(",;:") for word in words.split()[:_SAME_WORDS]]


def _likeness(phrase: str, sought: str) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415 - loaded while somebody writes, not at the start

    head = phrase[: len(sought) + 1]
    return fuzz.ratio(head, sought) >= _LEAST_SCORE_PCT


def _folded(words: str) -> str:
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one)).replace("'", "’")

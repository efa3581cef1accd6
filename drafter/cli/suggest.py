"""`drafter suggest`: how the same thing was said before.

The keys of the JSON are a public contract: they are only ever added to.
"""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
import time
from collections.abc import Sequence
from typing import Any

from drafter.cli.output import FINE, STANDARD, show
from drafter.cli.words import WIDTH, count
from drafter.core.model import Organ, Part
from drafter.core.telling import tell_language
from drafter.corpus.asking import NOTHING, Answer, Filters, Precedent, Query
from drafter.corpus.reading import Counterpart, counterpart
from drafter.corpus.search import Searcher
from drafter.corpus.starter import corpus_to_read

_BEHIND = (
    "Not all of the corpus was searched: its index is still being made, or could not be written."
)


def run(options: argparse.Namespace) -> int:
    """Shows the precedents of a wording, or of each line of the standard input."""
    with corpus_to_read(options.corpus) as folder, Searcher(folder) as searcher:
        if options.text != STANDARD:
            shown, answer, others = _asked(searcher, options, options.text)
            show(options, shown, suggestion_lines(answer, others))
            return FINE
        for line in sys.stdin or ():  # none where the caller closed it
            shown, _, _ = _asked(searcher, options, line.rstrip("\r\n"))
            sys.stdout.write(json.dumps(shown, ensure_ascii=False) + "\n")
            sys.stdout.flush()
    return FINE


def _asked(
    searcher: Searcher, options: argparse.Namespace, text: str
) -> tuple[dict[str, Any], Answer, Sequence[Counterpart | None]]:
    filters = Filters(
        part=Part(options.part) if options.part else None,
        organ=Organ(options.organ) if options.organ else None,
        first_year=options.since,
        last_year=options.until,
        agreed_only=options.agreed,
    )
    language = options.lang or _language_of(text, searcher.languages())
    started = time.perf_counter()
    answer = searcher.suggest(Query(text, language, options.limit, filters)) or NOTHING
    elapsed_ms = 1000 * (time.perf_counter() - started)
    others = [
        counterpart(searcher.connection, one.use, options.also) if options.also else None
        for one in answer.precedents
    ]
    return suggestions_json(answer, elapsed_ms, others), answer, others


def _language_of(text: str, known: Sequence[str]) -> str:
    """The language a text is in, if the corpus has it; else the corpus's own, or English."""
    told = tell_language(text)
    if told in known:
        return told
    return "en" if "en" in known or not known else known[0]


def suggestions_json(
    answer: Answer, elapsed_ms: float, others: Sequence[Counterpart | None]
) -> dict[str, Any]:
    """An answer as JSON, with the official counterparts in another language."""
    return {
        "format": "drafter.suggestions",
        "version": 1,
        "elapsed_ms": round(elapsed_ms, 2),
        "corpus_paragraphs": answer.paragraphs,
        "is_behind": answer.is_behind,
        "suggestions": [
            _suggestion_json(one, other)
            for one, other in zip(answer.precedents, others, strict=True)
        ],
    }


def _suggestion_json(one: Precedent, other: Counterpart | None) -> dict[str, Any]:
    strength = one.strength
    return {
        "text": one.use.text,
        "score": one.score,
        "language": one.use.language,
        "part": one.use.part,
        "symbol": one.use.symbol,
        "label": one.use.label,
        "date": one.use.adopted,
        "uses": strength.uses,
        "first_used": None if strength.first_year is None else str(strength.first_year),
        "last_used": None if strength.last_year is None else str(strength.last_year),
        "also_in": list(one.also_in),
        "organ": one.use.organ,
        "title": one.use.title,
        "organs": list(strength.organs),
        "agreed": strength.agreed,
        "voted": strength.voted,
        "counterpart": other
        and {
            "language": other.use.language,
            "text": other.use.text,
            "label": other.use.label,
            "is_sure": other.is_sure,
            "paragraphs": [other.own_count, other.count],
        },
    }


def suggestion_lines(answer: Answer, others: Sequence[Counterpart | None]) -> list[str]:
    """An answer for people, with the official counterparts in another language."""
    lines = [_BEHIND] if answer.is_behind else []
    if not answer.precedents:
        return [f"Nothing like it in {count(answer.paragraphs, 'paragraph')}.", *lines]
    for one, other in zip(answer.precedents, others, strict=True):
        label = f" {one.use.label}" if one.use.label else ""
        strength = one.strength
        uses = "1 use" if strength.uses == 1 else f"{strength.uses} uses"
        years = "–".join(
            dict.fromkeys(str(year) for year in (strength.first_year, strength.last_year) if year)
        )
        organs = ", ".join(strength.organs)
        lines.append(
            f"{one.score:5.1f}  {one.use.symbol}{label} · {uses} {years} · {organs}".rstrip()
        )
        lines.extend(_indented(one.use.text))
        if other:
            lines.extend(_indented(f"{other.use.language}: {other.use.text}"))
        if other and not other.is_sure:
            lines.append(
                f"       (not sure: {other.count:,} such paragraphs there, "
                f"{other.own_count:,} here)"
            )
    return lines


def _indented(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="       ", subsequent_indent="       ")

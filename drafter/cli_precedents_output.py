"""What the commands for precedents print: the JSON of their contract, and lines for people."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from drafter.core.model import Organ
from drafter.core.symbols import is_symbol
from drafter.corpus.asking import Answer, Precedent
from drafter.corpus.importing import Report
from drafter.corpus.instruments import document_note, find_instruments, instrument_note
from drafter.corpus.reading import Counterpart
from drafter.corpus.register import Entry, KnownBy, naming
from drafter.corpus.upkeep import Contents

WIDTH = 96


def report_json(report: Report) -> dict[str, Any]:
    """What became of an import, as JSON."""

    def named(documents: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
        return [{"symbol": symbol, "language": code} for symbol, code in documents]

    return {
        "format": "drafter.import",
        "version": 1,
        "added": named(report.added),
        "replaced": named(report.replaced),
        "same": named(report.same),
        "older": named(report.older),
        "refused": [{"name": one.name, "reason": one.reason} for one in report.refused],
        "paragraphs": report.paragraphs,
        "cancelled": report.is_cancelled,
    }


def report_lines(report: Report) -> list[str]:
    """What became of an import, for people."""
    added, replaced = len(report.added), len(report.replaced)
    lines = [f"Added {added:,}, replaced {replaced:,}: {report.paragraphs:,} paragraphs."]
    skipped = len(report.same) + len(report.older)
    if skipped:
        lines.append(
            f"Skipped {skipped:,}: {len(report.same):,} that are there already, "
            f"{len(report.older):,} of which a newer copy is there."
        )
    lines.extend(f"Not taken: {one.name}: {one.reason}" for one in report.refused)
    if report.is_cancelled:
        lines.append("Stopped; what is listed is kept.")
    return lines


def info_json(folder: Path, found: Contents) -> dict[str, Any]:
    """What a corpus holds, as JSON."""
    return {
        "format": "drafter.corpus",
        "version": 1,
        "folder": str(folder),
        "documents": found.documents,
        "paragraphs": found.paragraphs,
        "wordings": found.wordings,
        "families": found.families,
        "citations": found.citations,
        "database_bytes": found.database_bytes,
        "index_bytes": found.index_bytes,
        "index_complete": found.is_level,
        "holdings": [
            {
                "language": one.language,
                "organ": one.organ,
                "kind": one.kind,
                "documents": one.documents,
                "paragraphs": one.paragraphs,
                "first_year": one.first_year,
                "last_year": one.last_year,
            }
            for one in found.holdings
        ],
    }


def info_lines(folder: Path, found: Contents) -> list[str]:
    """What a corpus holds, for people."""
    counts = (
        f"{found.documents:,} documents, {found.paragraphs:,} paragraphs, "
        f"{found.wordings:,} wordings in {found.families:,} families"
    )
    lines = [
        str(folder),
        counts,
        f"{found.database_bytes / 1e6:.1f} MB, indexes {found.index_bytes / 1e6:.1f} MB"
        + ("" if found.is_level else " (not all of the corpus is in them)"),
    ]
    for one in found.holdings:
        years = f"{one.first_year or '?'}–{one.last_year or '?'}"
        lines.append(
            f"  {one.language}  {one.organ:<6} {one.kind:<9} {one.documents:>7,} documents "
            f"{one.paragraphs:>9,} paragraphs  {years}"
        )
    return lines


def suggestions_json(
    answer: Answer, elapsed_ms: float, others: Sequence[Counterpart | None]
) -> dict[str, Any]:
    """An answer as JSON, with the official counterparts in another language."""
    return {
        "format": "drafter.suggestions",
        "version": 1,
        "elapsed_ms": round(elapsed_ms, 2),
        "corpus_paragraphs": answer.paragraphs,
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
    if not answer.precedents:
        return [f"Nothing like it in {answer.paragraphs:,} paragraphs."]
    lines: list[str] = []
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
                f"       (not sure: {other.count} such paragraphs there, {other.own_count} here)"
            )
    return lines


def _indented(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="       ", subsequent_indent="       ")


def others_json(asked: str, code: str) -> list[dict[str, Any]]:
    """What is cited by its note alone: a document by its symbol, instruments by words of their
    titles.
    """
    if is_symbol(asked):
        note = document_note(asked, code).plain
        return [{"kind": "document", "name": asked, "footnote": note, "by_another_organ": note}]
    return [
        {
            "kind": "instrument",
            "name": one.titles[code],
            "footnote": instrument_note(one, code, Organ.GA).plain,
            "by_another_organ": instrument_note(one, code, Organ.SC).plain,
        }
        for one in find_instruments(asked)
    ]


def other_lines(other: Mapping[str, str]) -> list[str]:
    """What is cited by its note alone, for people."""
    lines = [f"{other['name']} · {other['kind']}", f"  note: {other['footnote']}"]
    if other["by_another_organ"] != other["footnote"]:
        lines.append(f"  Outside the General Assembly: {other['by_another_organ']}")
    return lines


def entry_json(entry: Entry, code: str) -> dict[str, Any]:
    """What the register knows of a resolution, and how it is cited, as JSON."""
    organ = entry.reference.organ
    own = naming(entry, code, organ)
    other = naming(entry, code, Organ.SC if organ is not Organ.SC else Organ.GA)
    return {
        "symbol": entry.reference.symbol,
        "organ": organ,
        "number": entry.reference.number,
        "date": entry.adopted.isoformat() if entry.adopted else None,
        "date_known_by": entry.known_by,
        "citations": entry.cited_by,
        "cited_dates": [
            {"date": one.adopted.isoformat(), "documents": one.documents}
            for one in entry.cited_dates
        ],
        "cited_in": list(entry.cited_in),
        "title": entry.titles.get(code),
        "titles": dict(entry.titles),
        "texts": list(entry.languages),
        "agreed": entry.agreed,
        "votes": list(entry.votes) if entry.votes else None,
        "language": code,
        "reference": own.first,
        "later_reference": own.later,
        "footnote": own.note,
        "by_another_organ": {
            "reference": other.first,
            "later_reference": other.later,
            "footnote": other.note,
        },
    }


def entry_lines(entry: Entry, code: str) -> list[str]:
    """What the register knows of a resolution, and how it is cited, for people."""
    found = entry_json(entry, code)
    known = {
        KnownBy.TEXT: "from its own text",
        KnownBy.TABLE: "from the table of the United Nations",
        KnownBy.CITATIONS: "from the texts that cite it",
        None: "",
    }[entry.known_by]
    dated = f"{found['date']} ({known})" if found["date"] else "date not known"
    lines = [f"{found['symbol']} · {dated} · cited by {entry.cited_by}"]
    lines.extend(f"  {language}: {title}" for language, title in sorted(entry.titles.items()))
    other = found["by_another_organ"]
    for words, forms in (("Its own organ", found), ("Another organ", other)):
        lines.append(f"  {words}: {forms['reference']}")
        lines.append(f"    later: {forms['later_reference']}")
        lines.append(f"    note: {forms['footnote']}")
    return lines

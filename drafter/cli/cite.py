"""`drafter cite`: what is known of a resolution, document or treaty, and how it is cited.

The keys of the JSON are a public contract: they are only ever added to.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from drafter.cli.output import FINDINGS, FINE, show
from drafter.core.model import Organ
from drafter.core.symbols import is_document_symbol, is_symbol
from drafter.corpus.finding import Finder
from drafter.corpus.instruments import document_note, find_instruments, instrument_note
from drafter.corpus.meant import asked_number, references
from drafter.corpus.register import Entry, KnownBy, look_up_all, naming
from drafter.corpus.schema import connect_to_read
from drafter.corpus.starter import corpus_to_read

_FOUND_BY_WORDS = 5


def run(options: argparse.Namespace) -> int:
    """Shows what is known of what was asked for."""
    asked = options.number
    with corpus_to_read(options.corpus) as folder:
        entries = _resolutions(folder, asked)
    is_numbered = _is_numbered(asked)
    others = [] if is_numbered else others_json(asked, options.lang)
    shown = {
        "format": "drafter.citation",
        "version": 1,
        "asked": asked,
        "resolutions": [entry_json(entry, options.lang) for entry in entries],
        "others": others,
    }
    if entries and is_numbered:
        shown = {**shown, **entry_json(entries[0], options.lang)}
    lines = [line for one in others for line in other_lines(one)]
    lines.extend(line for entry in entries for line in entry_lines(entry, options.lang))
    show(options, shown, lines or [_unknown(asked)])
    return FINE if lines else FINDINGS


def _resolutions(folder: Path, asked: str) -> tuple[Entry, ...]:
    """Those with a number or symbol, or else with the words in their titles."""
    if _is_numbered(asked):
        with closing(connect_to_read(folder)) as connection:
            return look_up_all(connection, asked)
    if is_symbol(asked):
        return ()
    with closing(Finder(folder)) as finder:
        return finder.find(asked, Organ.OTHER, _FOUND_BY_WORDS)


def _is_numbered(words: str) -> bool:
    """Whether words ask for a resolution by its number or symbol."""
    asked = asked_number(words)
    return bool(references(words)) or (asked is not None and asked.lacks_year)


def _unknown(words: str) -> str:
    """Says so, with what the words were taken for."""
    symbols = [one.symbol for one in references(words)]
    taken_for = "" if words in symbols or not symbols else f", that is {' or '.join(symbols)}"
    return f"The register does not know {words}{taken_for}."


def others_json(asked: str, code: str) -> list[dict[str, Any]]:
    """What is cited by its note alone: a document by its symbol, instruments by words of their
    titles.
    """
    if is_document_symbol(asked):
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

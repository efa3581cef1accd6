"""Makes resources/register/resolutions.tsv from the tables that the United Nations publishes.

    python packaging/make_register.py SHARED/reference/resolutions.tsv

Facts only: organ, number, date, title, meeting, agenda item and vote. Dates come in mixed forms and
are read strictly; one that cannot be read, or that the number contradicts, is left out and counted.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from datetime import date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from drafter.core.language import language  # noqa: E402 - needs the path above
from drafter.core.model import Organ  # noqa: E402
from drafter.corpus.names import Reference, number_of_symbol, year_of_number  # noqa: E402

TARGET = ROOT / "resources" / "register" / "resolutions.tsv"
COLUMNS = (
    "organ", "number", "adopted", "title", "meeting", "agenda_item",
    "agreed", "in_favour", "against", "abstaining",
)  # fmt: skip
AGREED = re.compile(r"without a? ?vote|unanimou|acclamation", re.IGNORECASE)
NOT_AGREED = re.compile(r"non-unanimou|recorded vote", re.IGNORECASE)
COUNTED = re.compile(r"(\d+)-(\d+)-(\d+)")
DESCRIBED = re.compile(r"Security Council resolution \d+ \(\d{4}\) \[(.*)\]")
LETTERS = re.compile(r"(.*) ([A-Z])[-–]([A-Z])")


def main() -> None:
    """Reads the published table and writes ours."""
    published = Path(sys.argv[1])
    left_out: Counter[str] = Counter()
    rows: dict[tuple[str, str], tuple[str, ...]] = {}
    with published.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            reference = number_of_symbol(" ".join(row["symbol"].split()))
            if reference is None:
                left_out["rows whose symbol is not a resolution's"] += 1
                continue
            for number in numbers(reference.number):
                line = ours(row, Reference(reference.organ, number), left_out)
                known = rows.setdefault((reference.organ, number), line)
                if known[2] != line[2]:
                    left_out["rows that repeat a number with another date"] += 1
    with TARGET.open("w", encoding="utf-8", newline="\n") as file:
        file.write("\t".join(COLUMNS) + "\n")
        file.writelines("\t".join(rows[key]) + "\n" for key in sorted(rows, key=order))
    sys.stdout.write(f"{len(rows)} resolutions; left out: {dict(left_out)}\n")


def ours(row: dict[str, str], reference: Reference, left_out: Counter[str]) -> tuple[str, ...]:
    """One row of our table."""
    adopted = adoption_date(row["adopted"])
    if adopted is None:
        left_out["dates that cannot be read"] += 1
    elif not fits(adopted, reference):
        left_out["dates that the number contradicts"] += 1
        adopted = None
    agreed, *votes = voting(row)
    return (
        reference.organ,
        reference.number,
        adopted.isoformat() if adopted else "",
        title(row["title"]),
        clean(row["meeting"]),
        clean(row["agenda_item"]),
        agreed,
        *votes,
    )


def adoption_date(printed: str) -> date | None:
    """The date, if it is written in one of the two forms of the tables."""
    printed = clean(printed)
    try:
        return datetime.strptime(printed, "%Y-%m-%d %H:%M:%S").date()  # noqa: DTZ007 - a day only
    except ValueError:
        return language("en").read_date(printed)


def fits(adopted: date, reference: Reference) -> bool:
    """Whether the number allows the year: sessions and years in numbers tell it, give or take."""
    year = year_of_number(reference)
    slack = 0 if reference.organ is Organ.SC else 1
    return year is None or abs(adopted.year - year) <= slack + (reference.organ is Organ.GA)


def numbers(number: str) -> list[str]:
    """`79/9 A-C` is three resolutions."""
    match = LETTERS.fullmatch(number)
    if match is None:
        return [number]
    return [f"{match[1]} {chr(one)}" for one in range(ord(match[2]), ord(match[3]) + 1)]


def voting(row: dict[str, str]) -> tuple[str, str, str, str]:
    """Whether it was adopted without a vote or unanimously, and the votes where counted."""
    said = row["adoption_type"]
    counted = COUNTED.search(said)
    votes = counted.groups() if counted else (row["in_favour"], row["against"], row["abstaining"])
    figures = [str(int(one)) if one.strip().isdigit() else "" for one in votes]
    if figures[0] in {"", "0"}:
        figures = ["", "", ""]
    if figures[0] and {figures[1], figures[2]} <= {"0", ""} and not NOT_AGREED.search(said):
        return ("1", *figures)  # type: ignore[return-value]
    if NOT_AGREED.search(said) or counted:
        nobody = figures[0] and figures[1] == figures[2] == "0"
        return ("1" if nobody else "0", *figures)  # type: ignore[return-value]
    return ("1" if AGREED.search(said) else "", *figures)  # type: ignore[return-value]


def title(printed: str) -> str:
    """The title; that of the Security Council is what the libraries describe it with."""
    cleaned = clean(printed)
    described = DESCRIBED.fullmatch(cleaned)
    return described[1] if described else cleaned


def clean(printed: str) -> str:
    """Without line ends, tabs and no-break spaces; `N.A.` is nothing."""
    words = " ".join(printed.split())
    return "" if words == "N.A." else words


def order(key: tuple[str, str]) -> tuple[str, list[tuple[int, int, str]]]:
    """Numbers in the order of people."""
    organ, number = key
    parts = re.findall(r"\d+|\D+", number)
    return organ, [(1, int(one), "") if one.isdigit() else (0, 0, one) for one in parts]


if __name__ == "__main__":
    main()

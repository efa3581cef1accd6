"""What is computed from the paragraphs: how often, when and by whom a wording was used.

Only the rows touched since the last commit are counted again; a wording whose standing changed
takes the next generation of its language, which is how the index knows what to take up.
"""

from __future__ import annotations

import sqlite3

from drafter.core.model import Organ, Part

ORGAN_BITS = {organ: 1 << at for at, organ in enumerate(Organ)}
PART_BITS = {part: 1 << at for at, part in enumerate(Part)}
KEPT_USES = 12
"""How many of a family's newest paragraphs are noted with it."""

DATED = "coalesce(d.adopted, d.year || '', '')"
"""By what the newer of two documents `d` is told; text, because to SQLite all numbers are less."""
TOLD = "(SELECT r.agreed FROM register r WHERE r.organ = d.organ AND r.number = d.number)"
"""What the register tells of the adoption of a document `d`."""
_ORGANS = " | ".join(f"max(d.organ = '{organ}') * {bit}" for organ, bit in ORGAN_BITS.items())
_PARTS = " | ".join(f"max(p.part = '{part}') * {bit}" for part, bit in PART_BITS.items())

_RECOUNT_WORDINGS = f"""
UPDATE wordings SET
    uses = now.uses, first_year = now.first_year, last_year = now.last_year, parts = now.parts,
    organs = now.organs, agreed = now.agreed, latest = now.latest,
    generation = (SELECT generation FROM languages WHERE code = wordings.language)
FROM (
    SELECT t.wording AS id,
        count(DISTINCT p.document) AS uses,
        min(d.year) AS first_year,
        max(d.year) AS last_year,
        coalesce({_PARTS}, 0) AS parts,
        coalesce({_ORGANS}, 0) AS organs,
        coalesce(max(d.agreed), 0) AS agreed,
        CAST(substr(max(printf('%-10s%012d', {DATED}, p.id)), -12) AS INTEGER) AS latest
    FROM temp.touched t
    LEFT JOIN paragraphs p ON p.wording = t.wording
    LEFT JOIN documents d ON d.id = p.document
    GROUP BY t.wording
) AS now
WHERE wordings.id = now.id AND (
    wordings.generation = 0 OR (
        wordings.uses, wordings.first_year, wordings.last_year, wordings.parts, wordings.organs,
        wordings.agreed, wordings.latest
    ) IS NOT (
        now.uses, now.first_year, now.last_year, now.parts, now.organs, now.agreed, now.latest
    )
)
"""  # noqa: S608 - built from the names of this program

_RECOUNT_FAMILIES = f"""
UPDATE families SET
    uses = now.uses, first_year = now.first_year, last_year = now.last_year,
    organs = now.organs, agreed = now.agreed, voted = now.voted, latest = now.latest
FROM (
    SELECT f.family AS id,
        count(DISTINCT p.document) AS uses,
        min(d.year) AS first_year,
        max(d.year) AS last_year,
        coalesce({_ORGANS}, 0) AS organs,
        count(DISTINCT CASE WHEN d.agreed = 1 THEN d.id END) AS agreed,
        count(DISTINCT CASE WHEN d.agreed = 0 THEN d.id END) AS voted,
        '[]' AS latest
    FROM (
        SELECT DISTINCT w.family FROM temp.touched t JOIN wordings w ON w.id = t.wording
    ) f
    JOIN wordings m ON m.family = f.family
    LEFT JOIN paragraphs p ON p.wording = m.id
    LEFT JOIN documents d ON d.id = p.document
    GROUP BY f.family
) AS now
WHERE families.id = now.id
"""  # noqa: S608 - built from the names of this program

_NEWEST_USES = f"""
UPDATE families SET latest = now.latest
FROM (
    SELECT family, json_group_array(paragraph) AS latest FROM (
        SELECT f.family AS family, p.id AS paragraph,
            row_number() OVER (PARTITION BY f.family ORDER BY {DATED} DESC, p.id DESC) AS rank
        FROM (
            SELECT DISTINCT w.family FROM temp.touched t JOIN wordings w ON w.id = t.wording
        ) f
        JOIN wordings m ON m.family = f.family
        JOIN paragraphs p ON p.wording = m.id
        JOIN documents d ON d.id = p.document
    ) WHERE rank <= {KEPT_USES} GROUP BY family
) AS now
WHERE families.id = now.family
"""  # noqa: S608 - built from the names of this program


def start_touching(connection: sqlite3.Connection) -> None:
    """Makes an empty `temp.touched` for the wordings to be counted again."""
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS touched (wording INTEGER PRIMARY KEY) WITHOUT ROWID"
    )
    connection.execute("DELETE FROM touched")


def recount(connection: sqlite3.Connection) -> None:
    """Computes the standing of the wordings in `temp.touched` and of their families anew."""
    connection.execute(
        "UPDATE languages SET generation = generation + 1 WHERE code IN ("
        " SELECT DISTINCT w.language FROM temp.touched t JOIN wordings w ON w.id = t.wording)"
    )
    connection.execute(_RECOUNT_WORDINGS)
    connection.execute(_RECOUNT_FAMILIES)
    connection.execute(_NEWEST_USES)


def organs_of(bits: int) -> tuple[Organ, ...]:
    """The organs that the bits stand for."""
    return tuple(organ for organ, bit in ORGAN_BITS.items() if bits & bit)

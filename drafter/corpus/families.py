"""Families: the same wording over the years, with small edits.

A wording joins the family of the same formula, or else the family that shares at least two of its
shingles and whose newest member is like it. Which family a wording joins depends on what came
before it; that is why families are part of the truth and not of the index.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, OrderedDict
from collections.abc import Sequence

from rapidfuzz import fuzz

USED_SHINGLES = 8
CROWD = 24
"""A shingle that more families share says nothing."""
SHARED = 2
ALIKE_PCT = 80.0
_KEPT_MEMBERS = 20_000


class Families:
    """Finds or founds the family of each new wording; for one writer, inside its transactions."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._crowded = {row[0] for row in connection.execute("SELECT hash FROM crowded")}
        self._newest: OrderedDict[int, str] = OrderedDict()

    def join(self, words: str, formula: int, sketch: Sequence[int], code: str) -> int:
        """The family for a new wording, an old one or a new one.

        `formula` and `sketch` are the hashes of `tokens` for the same words.
        """
        telling = [one for one in sketch if one not in self._crowded][:USED_SHINGLES]
        found = self._candidates((formula, *telling))
        family = found.get(formula)
        if family is None:
            family = self._most_alike(words, telling, found)
        if family is None:
            family = self._found_family(code)
        self._note(family, (formula, *telling), found)
        self._keep(family, words)
        return family

    def set_newest(self, family: int, wording: int) -> None:
        """Notes the member that joined last."""
        self._connection.execute("UPDATE families SET newest = ? WHERE id = ?", (wording, family))

    def _candidates(self, hashes: Sequence[int]) -> _Found:
        places = ",".join("?" * len(hashes))
        rows = self._connection.execute(
            f"SELECT hash, family FROM sketches WHERE hash IN ({places})",  # noqa: S608 - marks
            hashes,
        )
        return _Found(rows.fetchall())

    def _most_alike(self, words: str, telling: Sequence[int], found: _Found) -> int | None:
        needed = min(SHARED, len(telling))
        best, best_pct = None, ALIKE_PCT
        for family in found.sharing(telling, needed):
            pct = fuzz.ratio(words, self._member(family), score_cutoff=best_pct)
            if pct > best_pct:
                best, best_pct = family, pct
        return best

    def _member(self, family: int) -> str:
        words = self._newest.get(family)
        if words is None:
            row = self._connection.execute(
                "SELECT w.words FROM families f JOIN wordings w ON w.id = f.newest WHERE f.id = ?",
                (family,),
            ).fetchone()
            words = str(row[0]) if row else ""
            self._keep(family, words)
        return words

    def _keep(self, family: int, words: str) -> None:
        self._newest[family] = words
        self._newest.move_to_end(family)
        if len(self._newest) > _KEPT_MEMBERS:
            self._newest.popitem(last=False)

    def _found_family(self, code: str) -> int:
        cursor = self._connection.execute("INSERT INTO families (language) VALUES (?)", (code,))
        return int(cursor.lastrowid or 0)

    def _note(self, family: int, hashes: Sequence[int], found: _Found) -> None:
        new: list[tuple[int, int]] = []
        for one in hashes:
            sharing = found.families(one)
            if len(sharing) >= CROWD and family not in sharing:
                self._crowded.add(one)
                self._connection.execute("DELETE FROM sketches WHERE hash = ?", (one,))
                self._connection.execute("INSERT OR IGNORE INTO crowded VALUES (?)", (one,))
            elif family not in sharing:
                new.append((one, family))
        self._connection.executemany("INSERT OR IGNORE INTO sketches VALUES (?, ?)", new)


class _Found:
    """Which families share which hashes."""

    def __init__(self, rows: Sequence[tuple[int, int]]) -> None:
        self._by_hash: dict[int, list[int]] = {}
        for one, family in rows:
            self._by_hash.setdefault(one, []).append(family)

    def families(self, one: int) -> Sequence[int]:
        return self._by_hash.get(one, ())

    def get(self, one: int) -> int | None:
        return next(iter(self.families(one)), None)

    def sharing(self, hashes: Sequence[int], needed: int) -> list[int]:
        """The families that share at least so many of the hashes, those that share most first."""
        counted = Counter(family for one in hashes for family in self.families(one))
        return [family for family, count in counted.most_common() if count >= needed]

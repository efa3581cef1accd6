"""Words as the corpus compares them: folded text, index terms, formulas and sketches.

Everything stored in a corpus depends on these functions: whoever changes what they return raises
`NORMAL_FORM`, so that a corpus made before is worked through again.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from hashlib import blake2b

from drafter.core.language import language

NORMAL_FORM = 1
"""Counts the changes to what this module returns."""

SHINGLE = 4
"""Words in a shingle."""
SKETCH = 24
"""How many of the smallest shingle hashes are kept: eight are used, the others stand by for those
that too many families share."""
HEAD_LENGTHS = (2, 4, 6, 8)
"""How many first words of a text are also indexed as one term."""
MASK = "0"
"""Stands in a formula for a run of numbers, months and ordinals."""

# Vowel signs, the tatweel, soft hyphens and invisible marks say nothing about the word.
_DROPPED = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640\u00ad\u200b-\u200f\u2060\ufeff]")
_FOLDED = str.maketrans(
    "\u0649\u0629" + "٠١٢٣٤٥٦٧٨٩" + "۰۱۲۳۴۵۶۷۸۹", "\u064a\u0647" + "0123456789" * 2
)
_ARABIC = re.compile("[\u0600-\u06ff]")
_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")
_CODE_BYTES = 8
_REMEMBERED = 100_000


def storable(words: str) -> str:
    """The words with a question mark for every half of a character, which cannot be stored."""
    return words.encode(errors="replace").decode()


def folded_words(text: str) -> str:
    """The words of a text without capitals, accents, vowel signs and punctuation, one space apart.

    Arabic letters that are written either way, and figures of all scripts, become one.
    """
    bare = text if text.isascii() else _bare(text)
    return " ".join(_WORD.findall(bare.lower()))


def _bare(text: str) -> str:
    decomposed = _DROPPED.sub("", unicodedata.normalize("NFKD", text))
    return decomposed.translate(_FOLDED) if _ARABIC.search(decomposed) else decomposed


def terms(words: str) -> list[str]:
    """The index terms of folded words, in order; a run of Han gives its overlapping pairs."""
    if not _HAN.search(words):
        return words.split()
    found: list[str] = []
    for word in words.split():
        position = 0
        for match in _HAN.finditer(word):
            if match.start() > position:
                found.append(word[position : match.start()])
            run = match.group()
            found.extend([run[at : at + 2] for at in range(len(run) - 1)] or [run])
            position = match.end()
        if position < len(word):
            found.append(word[position:])
    return found


def heads(first_terms: Sequence[str]) -> list[str]:
    """The terms that stand for the first words of a text together."""
    return [
        "^" + "_".join(first_terms[:length])
        for length in HEAD_LENGTHS
        if len(first_terms) >= length
    ]


def formula(some_terms: Sequence[str], code: str) -> list[str]:
    """The terms with each run of numbers, months and ordinals masked."""
    masked = _masked_words(code)
    bare = [MASK if term in masked or not term.isalpha() else term for term in some_terms]
    return [term for at, term in enumerate(bare) if term != MASK or at == 0 or bare[at - 1] != MASK]


def key(words: str, code: str) -> int:
    """A 63-bit number that stands for folded words of a language."""
    digest = blake2b(f"{code} {words}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def sketch(masked: Sequence[str], code: str) -> tuple[int, ...]:
    """The smallest hashes of a formula's shingles, smallest first.

    A text shorter than one shingle has one hash.
    """
    if not masked:
        return ()
    salt = zlib.crc32(code.encode())
    row = b"".join(map(_code, masked))
    last = max(1, len(masked) - SHINGLE + 1) * _CODE_BYTES
    whole = SHINGLE * _CODE_BYTES
    hashes = {zlib.crc32(row[at : at + whole], salt) for at in range(0, last, _CODE_BYTES)}
    return tuple(sorted(hashes)[:SKETCH])


@lru_cache(_REMEMBERED)
def _code(term: str) -> bytes:
    return blake2b(term.encode(), digest_size=_CODE_BYTES).digest()


@cache
def _masked_words(code: str) -> frozenset[str]:
    words = language(code)
    months = [set(terms(folded_words(words.date_words(date(2000, n, 20))))) for n in range(1, 13)]
    in_every_date = set[str].intersection(*months)
    ordinals = {
        term
        for number in range(1, 101)
        for feminine in (False, True)
        for term in terms(folded_words(words.ordinal(number, feminine=feminine)))
        if len(term) > 2
    }
    return frozenset((set[str]().union(*months) - in_every_date) | ordinals)

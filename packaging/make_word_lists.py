"""Counts the words of official texts and writes `resources/words/<language>.txt`.

Run by hand: `python packaging/make_word_lists.py SHARED` with the folder of the shared texts. The
lists are facts about the texts (which words occur in at least `LEAST` documents, which of them a
small number often follows), not the texts.
"""

from __future__ import annotations

import re
import sys
import tarfile
from collections import Counter
from pathlib import Path

from lxml import etree

LEAST = 3
LANGUAGES = ("en", "es", "fr", "ru")
LEAST_SHARE_OF_LETTER = 0.4
LEAST_SHARE_OF_TWO = 0.03
WORD = re.compile(r"[^\W\d_]{2,}(?:[-‐‑][^\W\d_]+)*")
LETTER = re.compile(r"(?<=\s)[^\W\d_](?=\s)")
COUNTED = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})\.?[ \u00a0](\d{1,3})(?![\d/])")
ALONE = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}(?![^\W\d_])")
LEAST_SHARE_COUNTED = 0.1
LEAST_COUNTED = 10
HEADER = (
    "# Words that occur in at least {least} official resolutions, decisions or statements.\n"
    "# After a word marked + a small number often stands (paragraph 3).\n"
    "# Counted by packaging/make_word_lists.py; source of the texts: United Nations (UNxml).\n"
)


def words_of(archive: Path) -> tuple[Counter[str], set[str]]:
    """In how many documents of the archive each word occurs, and the words that count something.

    A single letter counts as a word if two fifths of the documents have it between spaces, two
    letters if three documents in a hundred have them.
    """
    counted: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    before_number: Counter[str] = Counter()
    documents = 0
    with tarfile.open(archive) as files:
        for member in files:
            stream = files.extractfile(member)
            if stream is None:
                continue
            text = " ".join(etree.fromstring(stream.read()).itertext())
            plain = re.sub("[‐‑]", "-", text.casefold())
            counted.update(set(WORD.findall(plain)) | set(LETTER.findall(plain)))
            alone.update(ALONE.findall(plain))
            before_number.update(word for word, _ in COUNTED.findall(plain))
            documents += 1
    rare = [
        word
        for word, count in counted.items()
        if (len(word) == 1 and count < LEAST_SHARE_OF_LETTER * documents)
        or (len(word) == 2 and count < LEAST_SHARE_OF_TWO * documents)
    ]
    for word in rare:
        del counted[word]
    counting = {
        word
        for word, count in before_number.items()
        if count >= max(LEAST_COUNTED, LEAST_SHARE_COUNTED * alone[word])
    }
    return counted, counting


def main() -> None:
    """Writes all lists."""
    shared = Path(sys.argv[1])
    target = Path(__file__).resolve().parent.parent / "resources" / "words"
    target.mkdir(exist_ok=True)
    for language in LANGUAGES:
        counted, counting = words_of(shared / "corpus" / "akn" / f"{language}.tar.xz")
        kept = sorted(
            f"{word}+" if word in counting else word
            for word, count in counted.items()
            if count >= LEAST
        )
        header = HEADER.format(least=LEAST)
        path = target / f"{language}.txt"
        path.write_text(header + "\n".join(kept) + "\n", encoding="utf-8")
        sys.stderr.write(f"{language}: {len(kept)} words of {len(counted)}\n")


if __name__ == "__main__":
    main()

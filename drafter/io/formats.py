"""Which kind of file it is, by content first and suffix second; reads it, or writes one.

Nothing larger than `LARGEST_BYTES` is ever taken into memory, and nothing is fetched.
"""

from __future__ import annotations

import io
import json
import os
import re
import select
import sys
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TextIO, cast

from drafter.core.errors import ReadError, WriteError
from drafter.core.model import Resolution
from drafter.core.patience import IsGivenUp, never

LARGEST_BYTES = 16 * 1024 * 1024
"""No resolution known has a megabyte, in any form."""

LARGEST_TEXT_BYTES = 2 * 1024 * 1024
"""Plain text takes the longest to read, some ten seconds a megabyte."""

LARGEST_TEXT_LINES = 25_000
"""A page has fifty; texts of very short lines take a third of a millisecond for each."""

PATIENCE_S = 10.0
"""How long a named pipe may say nothing."""

STANDARD_INPUT = "-"

_LARGEST_UNPACKED = 256 * 1024 * 1024
_SAVE_AS_TEXT = "save it as plain text (.txt) and open that"
_NO_DOCUMENTS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_NOT_YET: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file (.doc)"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_XML = re.compile(r"\s*<(?:\?xml|!DOCTYPE|!--|(?:[\w.-]+:)?akomaNtoso)")
_WEB_PAGE = re.compile(r"\s*(?><!--.*?-->\s*)*+<(?:!DOCTYPE\s+html|html)\b", re.I | re.DOTALL)
_CHARSET = re.compile(rb"charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_JSON = re.compile(r"\s*[\[{]")
_OWN = re.compile(r"\s*\{")
_BINARY_SUFFIXES = {".docx": "a Word file", ".pdf": "a PDF file", ".doc": "a Word file"}


def read_file(path: Path | str, is_given_up: IsGivenUp = never) -> Resolution:
    """The resolution in a file; `-` is the standard input.

    Raises:
        ReadError: in one sentence the file, what is wrong with it, and what to do.
        GivenUpError: `is_given_up`, asked again and again while words are read, said so.
    """
    shown = "standard input" if str(path) == STANDARD_INPUT else str(path)
    try:
        return read(_content(Path(path)), Path(path).suffix.lower(), is_given_up)
    except ReadError as error:
        raise ReadError(f"{shown}: {error.user_text()}") from error


def read(content: bytes, suffix: str = "", is_given_up: IsGivenUp = never) -> Resolution:
    """The resolution in the content of a file; `suffix` helps where the content does not tell.

    Raises:
        ReadError: it is none, or cannot be read yet.
        GivenUpError: as `read_file`.
    """
    if not content.strip():
        raise ReadError("The file is empty.")
    _refuse(content, suffix)
    start = _start(content)
    if _WEB_PAGE.match(start):
        from drafter.io.html import read_html

        return read_html(_page(content), is_given_up)
    # Each reader is imported when its kind is met, for a quick start: lxml alone takes 20 ms.
    if _XML.match(start) or (suffix == ".xml" and start.lstrip().startswith("<")):
        from drafter.io.akn import read_akn

        return read_akn(content)
    if _OWN.match(start) and (suffix == ".resolution" or '"drafter.resolution"' in start):
        from drafter.io.native import read_native

        return read_native(content)
    if suffix in (".resolution", ".xml"):
        raise ReadError(f"The file is named {suffix}, but is not one; rename it if it is a text.")
    if _is_json(content):
        raise ReadError("The file is JSON, but not a resolution of this program.")
    if len(content) > LARGEST_TEXT_BYTES:
        raise _too_large(LARGEST_TEXT_BYTES)
    if content.count(b"\n") > LARGEST_TEXT_LINES:
        raise ReadError(
            f"The text has more than {LARGEST_TEXT_LINES:,} lines, more than any resolution: cut"
            " out the part to read."
        )
    from drafter.io.text import read_text

    return read_text(content, is_given_up)


def export_bytes(resolution: Resolution, suffix: str, template: bytes | None = None) -> bytes:
    """The resolution as a file of the kind the suffix names; `template` is for Word files.

    Raises:
        WriteError: no such kind can be written.
    """
    if suffix.lower() == ".docx":
        return _docx(resolution, template)
    writer = _WRITERS.get(suffix.lower())
    if writer is None:
        shown = f"“{suffix}”" if suffix else "a name without a suffix"
        raise WriteError(f"Cannot write {shown}; choose one of {', '.join(writable_suffixes())}.")
    return writer(resolution)


def writable_suffixes() -> tuple[str, ...]:
    """The suffixes `export_bytes` knows."""
    return (".docx", *_WRITERS)


# --- content ------------------------------------------------------------------------------------


def _content(path: Path) -> bytes:
    """What is in the file, if it is a file of bearable size."""
    try:
        if str(path) == STANDARD_INPUT:
            content = _standard_input()
        elif path.is_dir():
            raise ReadError("This is a folder; name a file in it.")
        elif path.exists() and not (path.is_file() or path.is_fifo()):
            raise ReadError("This is a device, not a file; use - for the standard input.")
        elif path.is_fifo() and path.resolve().parent.name != "fd":  # there `<(…)` stands
            content = _named_pipe(path)
        else:
            with path.open("rb") as file:
                content = file.read(LARGEST_BYTES + 1)
    except FileNotFoundError as error:
        raise ReadError("There is no such file; check the name.") from error
    except PermissionError as error:
        raise ReadError("Reading it is not allowed; ask its owner, or copy it.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ReadError(f"The file cannot be read: {reason}.") from error
    if len(content) > LARGEST_BYTES:
        raise _too_large(LARGEST_BYTES)
    return content


def _named_pipe(path: Path) -> bytes:
    """What comes out of a pipe on the disk, into which nobody may ever write."""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as pipe:
        if not select.select([pipe], [], [], PATIENCE_S)[0]:
            raise ReadError(
                f"Nothing came out of this pipe for {PATIENCE_S:.0f} seconds; name a file."
            )
        os.set_blocking(pipe.fileno(), True)
        return pipe.read(LARGEST_BYTES + 1)


def _standard_input() -> bytes:
    # Python has none where the caller closed it (`<&-`), whatever its types say.
    if cast("TextIO | None", sys.stdin) is None:
        raise ReadError("It is closed; name a file, or lead something in.")
    return sys.stdin.buffer.read(LARGEST_BYTES + 1)


def source_of(path: Path) -> str:
    """The text that a file was read from, in the lines its guesses count; empty for other kinds.

    Raises:
        ReadError: the file cannot be read any more.
    """
    content = _content(path)
    start = _start(content)
    if _WEB_PAGE.match(start):
        from drafter.io.html import html_source

        return html_source(_page(content))
    if _XML.match(start) or _OWN.match(start):
        return ""
    from drafter.io.text.lines import decoded

    return decoded(content)[0]


def _page(content: bytes) -> str:
    """A web page; it says in its head how it is written, or it is UTF-8 or Windows-1252."""
    from drafter.io.text.lines import decoded

    named = _CHARSET.search(content[:4096])
    if named and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        with suppress(LookupError, UnicodeError):  # saved pages may say it in error
            return content.decode(named[1].decode("ascii"))
    return decoded(content)[0]


def _too_large(most: int) -> ReadError:
    size = f"larger than {most // 1024 // 1024} MB"
    return ReadError(f"The file is {size}, which no resolution is; take the part that you need.")


def _start(content: bytes) -> str:
    """The first characters, for telling the kind."""
    head = content[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore")
    return head.decode("utf-8-sig", "ignore")


def _is_json(content: bytes) -> bool:
    """Whether it is JSON, of any program: objects or lists, whatever the name says."""
    if not _JSON.match(_start(content)):
        return False
    try:
        json.loads(content)
    except RecursionError:
        return True
    except ValueError:
        return False
    return True


def _refuse(content: bytes, suffix: str) -> None:
    """Raises ReadError for what is no text of any kind."""
    for signature, name in _NO_DOCUMENTS:
        if content.startswith(signature):
            raise ReadError(f"The file is {name}, not a document.")
    for signature, name in _NOT_YET:
        if content.startswith(signature):
            raise ReadError(f"The file is {name}, which cannot be read yet; {_SAVE_AS_TEXT}.")
    if content.startswith(_ZIP):
        raise _zip_error(content)
    if suffix in _BINARY_SUFFIXES:
        named = _BINARY_SUFFIXES[suffix]
        raise ReadError(f"The file is named like {named}, but is none; rename it if it is a text.")


def _zip_error(content: bytes) -> ReadError:
    """What to say of a zip archive, which a Word file is; nothing in it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        return ReadError(f"The file is damaged or cut short ({error}); take another copy.")
    if unpacked > _LARGEST_UNPACKED:
        return ReadError(
            f"The file would unpack to {unpacked // 1024 // 1024} MB, which no resolution does; "
            "it is not opened."
        )
    if "word/document.xml" in names:
        return ReadError(f"The file is a Word file, which cannot be read yet; {_SAVE_AS_TEXT}.")
    return ReadError("The file is a zip archive; unpack it and open a document from it.")


# --- writers ------------------------------------------------------------------------------------
# Imported when they are needed: python-docx alone takes 100 ms and more.


def _docx(resolution: Resolution, template: bytes | None) -> bytes:
    from drafter.io.docx import docx

    return docx(resolution, template)


def _text(resolution: Resolution) -> bytes:
    from drafter.io.text_write import text

    return text(resolution).encode("utf-8", "replace")


def _markdown(resolution: Resolution) -> bytes:
    from drafter.io.text_write import markdown

    return markdown(resolution).encode("utf-8", "replace")


def _native(resolution: Resolution) -> bytes:
    from drafter.io.native import native_bytes

    return native_bytes(resolution)


_WRITERS: Mapping[str, Callable[[Resolution], bytes]] = {
    ".txt": _text,
    ".md": _markdown,
    ".resolution": _native,
}

"""Fetches an archive over HTTP: resumed where the server can, begun anew where it cannot.

urllib of the standard library does all that is needed (redirects, proxies of the system, TLS), so
no dependency is taken for it. Nothing but the request for the archive leaves the machine.
"""

from __future__ import annotations

import http.client
import json
import socket
import ssl
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from http.client import HTTPResponse
from pathlib import Path
from shutil import disk_usage
from typing import IO, Any, cast
from urllib.parse import urlsplit

from drafter import __version__
from drafter.core.errors import CorpusError

LARGEST_BYTES = 8 * 1024**3
CHUNK_BYTES = 1 << 16
_MOST_FIGURES = 20
_LASTING = (http.client.IncompleteRead, ConnectionError, TimeoutError, http.client.HTTPException)
_WORTH_RETRYING = frozenset({408, 425, 429, 500, 502, 503, 504})
_HEADERS = {"User-Agent": f"drafter/{__version__}", "Accept-Encoding": "identity"}
_ARCHIVE_STARTS = (b"PK\x03\x04", b"\x1f\x8b", b"\xfd7zXZ\x00", b"BZh")

Tell = Callable[[int, int | None], None]
"""Called with the bytes fetched and, where the server told it, how many there are."""


@dataclass(frozen=True, slots=True)
class Download:
    """An archive as it came."""

    path: Path
    url: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for a server that says nothing, and how often to ask again."""

    seconds: float = 30.0
    attempts: int = 5
    pause_seconds: float = 2.0


def fetch(
    url: str,
    target: Path,
    tell: Tell = lambda _done, _total: None,
    is_cancelled: Callable[[], bool] = lambda: False,
    patience: Patience = Patience(),
) -> Download | None:
    """Fetches the archive at an address into a file; None when `is_cancelled` said so.

    What was fetched of it stays beside the target and is gone on with the next time.

    Raises:
        CorpusError: there is no connection, the server refuses, what comes is no archive, or the
            file cannot be written.
    """
    _check_address(url)
    part = _Part(target)
    for attempt in range(patience.attempts):
        try:
            is_whole = _fetch_on(url, part, tell, is_cancelled, patience)
        except _BrokenOffError as error:
            if attempt + 1 == patience.attempts:
                raise CorpusError(
                    f"The connection to {_host(url)} broke off {patience.attempts} times "
                    f"({error}). What came is kept; try again to go on from there."
                ) from error
            time.sleep(patience.pause_seconds * attempt)
            continue
        if not is_whole:
            return None
        break
    try:
        return _finished(url, part, target)
    except OSError as error:
        raise _no_write(target, error) from error


def _finished(url: str, part: _Part, target: Path) -> Download:
    _check_archive(url, part)
    part.content.replace(target)
    part.forget()
    digest = sha256()
    with target.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            digest.update(chunk)
    return Download(target, url, target.stat().st_size, digest.hexdigest())


def _no_write(path: Path, error: OSError) -> CorpusError:
    return CorpusError(f"{path} cannot be written: {error.strerror}.")


class _BrokenOffError(Exception):
    """The transfer ended early; worth another try."""


class _Part:
    """What has been fetched so far, and by what the server knows it again."""

    def __init__(self, target: Path) -> None:
        self.content = target.with_name(f"{target.name}.part")
        self._noted = target.with_name(f"{target.name}.part.json")

    def request(self, url: str) -> tuple[urllib.request.Request, int]:
        """The request for what is missing, and how much is there already."""
        headers = dict(_HEADERS)
        have = self.content.stat().st_size if self.content.exists() else 0
        noted = self._read()
        if have and noted.get("url") == url and noted.get("validator"):
            headers["Range"] = f"bytes={have}-"
            headers["If-Range"] = noted["validator"]
        else:
            have = 0
        return urllib.request.Request(url, headers=headers), have  # noqa: S310 - checked

    def note(self, url: str, response: HTTPResponse) -> None:
        """Remembers the version of the archive that is being fetched."""
        tag = response.headers.get("ETag", "")
        validator = tag if not tag.startswith("W/") else ""
        validator = validator or response.headers.get("Last-Modified", "")
        self._noted.write_text(json.dumps({"url": url, "validator": validator}), encoding="utf-8")

    def forget(self) -> None:
        """Removes what was kept for going on."""
        self.content.unlink(missing_ok=True)
        self._noted.unlink(missing_ok=True)

    def _read(self) -> dict[str, str]:
        try:
            noted = json.loads(self._noted.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return cast("dict[str, str]", noted) if isinstance(noted, dict) else {}


def _fetch_on(
    url: str,
    part: _Part,
    tell: Tell,
    is_cancelled: Callable[[], bool],
    patience: Patience,
) -> bool:
    """Fetches what is missing; False when cancelled.

    Raises:
        _BrokenOffError: it ended early.
        CorpusError: asking again would not help.
    """
    request, have = part.request(url)
    try:
        with _opened(request, patience.seconds) as response:
            start = _start(response, have)
            if start == 0:
                part.forget()  # never the old content beside the new version
                part.note(url, response)
            total = _total(response, start)
            _check_room(part.content, total, start)
            with part.content.open("r+b" if start else "wb") as file:
                file.seek(start)
                file.truncate()
                done = _copy(response, file, (start, total), tell, is_cancelled)
    except urllib.error.HTTPError as error:
        raise _refused(url, error, part) from error
    except urllib.error.URLError as error:
        raise _no_connection(url, error.reason) from error
    except _LASTING as error:
        raise _BrokenOffError(str(error) or type(error).__name__) from error
    except OSError as error:
        raise _no_write(part.content, error) from error
    if done is None:
        return False
    if total is not None and done < total:
        raise _BrokenOffError(f"{done} of {total} bytes came")
    return True


def _copy(
    response: HTTPResponse,
    file: IO[bytes],
    span: tuple[int, int | None],
    tell: Tell,
    is_cancelled: Callable[[], bool],
) -> int | None:
    done, total = span
    tell(done, total)
    while chunk := response.read1(CHUNK_BYTES):
        if is_cancelled():
            return None
        file.write(chunk)
        done += len(chunk)
        if done > LARGEST_BYTES:
            raise CorpusError("The archive is larger than all published resolutions; stopped.")
        tell(done, total)
    return done


def _opened(request: urllib.request.Request, seconds: float) -> HTTPResponse:
    opener = urllib.request.build_opener(_CarefulRedirects)
    return cast("HTTPResponse", opener.open(request, timeout=seconds))


class _CarefulRedirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects, but never from a secure address to one that is not."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Any,
        newurl: str,
    ) -> urllib.request.Request | None:
        _check_address(newurl)
        if req.type == "https" and not newurl.lower().startswith("https:"):
            raise CorpusError(f"{_host(req.full_url)} sends on to an address that is not secure.")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _start(response: HTTPResponse, have: int) -> int:
    """Where what comes begins: after what is there if the server goes on, else at nought."""
    span = response.headers.get("Content-Range", "")
    goes_on = response.status == 206 and span.startswith(f"bytes {have}-")
    if response.status == 206 and not goes_on:
        raise _BrokenOffError("the server went on at another place")
    return have if goes_on else 0


def _total(response: HTTPResponse, start: int) -> int | None:
    length = response.headers.get("Content-Length", "")
    return start + int(length) if length.isdecimal() and len(length) < _MOST_FIGURES else None


def _check_room(path: Path, total: int | None, start: int) -> None:
    if total is not None and total > LARGEST_BYTES:
        raise CorpusError("The archive is larger than all published resolutions; not fetched.")
    free = disk_usage(path.parent).free
    if total is not None and total - start > free:
        raise CorpusError(
            f"The archive has {total // 1024**2} MB and the disk {free // 1024**2} MB free. "
            "Make room and try again."
        )


def _check_archive(url: str, part: _Part) -> None:
    with part.content.open("rb") as file:
        start = file.read(8)
    is_zip = start.startswith(_ARCHIVE_STARTS[0])
    if not start.startswith(_ARCHIVE_STARTS) or (is_zip and not zipfile.is_zipfile(part.content)):
        part.forget()
        raise CorpusError(f"What {_host(url)} sent is no whole archive. Nothing was added.")


def _check_address(url: str) -> None:
    if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
        raise CorpusError(f"“{url}” is not an address of an archive (https://…).")


def _refused(url: str, error: urllib.error.HTTPError, part: _Part) -> Exception:
    if error.code == 416:  # what is here is not a part of what the server has now
        part.forget()
        return _BrokenOffError("the archive has changed")
    if error.code in _WORTH_RETRYING:
        return _BrokenOffError(f"the server said {error.code}")
    return CorpusError(f"{_host(url)} refused: {error.code} {error.reason}. Nothing was added.")


def _no_connection(url: str, reason: object) -> Exception:
    if isinstance(reason, CorpusError):
        return reason
    if isinstance(reason, TimeoutError):
        return _BrokenOffError("no answer")
    said = str(reason)
    if isinstance(reason, ssl.SSLError):
        said = f"its certificate is not accepted ({reason.reason})"
    elif isinstance(reason, socket.gaierror):
        said = "its name is not known here"
    elif isinstance(reason, OSError) and reason.strerror:
        said = reason.strerror
    return CorpusError(
        f"There is no connection to {_host(url)}: {said}. Nothing was added; "
        "everything else works without a connection."
    )


def _host(url: str) -> str:
    return urlsplit(url).hostname or url

"""A local HTTP server that behaves as badly as a test asks it to."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Hands every request to the test's own answers, the last of which serves all that follow."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """Answers the next request."""
        self.close_connection = True
        answers = self.server.answers
        self.server.asked.append(dict(self.headers))
        answers[min(len(self.server.asked), len(answers)) - 1](self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the same
        """Says nothing."""

    def start(self, status: int, headers: dict[str, str]) -> None:
        """Sends the head of an answer."""
        self.send_response(status)
        for name, value in {"Connection": "close", **headers}.items():
            self.send_header(name, value)
        self.end_headers()


class Server(ThreadingHTTPServer):
    """Holds the answers to give and the headers of what was asked."""

    daemon_threads = True

    def __init__(self, answers: list[Answer]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers = answers
        self.asked: list[dict[str, str]] = []

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no fault here."""


@contextmanager
def serving(*answers: Answer) -> Generator[Server]:
    """A server with these answers, one a request."""
    server = Server(list(answers))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def whole(content: bytes, *, tag: str = '"1"') -> Answer:
    """Sends everything, or from where it is asked to go on."""

    def answer(handler: Handler) -> None:
        span = handler.headers.get("Range", "")
        start = int(span.removeprefix("bytes=").rstrip("-")) if span else 0
        goes_on = bool(span) and handler.headers.get("If-Range") == tag
        rest = content[start:] if goes_on else content
        headers = {"Content-Length": str(len(rest)), "ETag": tag}
        if goes_on:
            headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        handler.start(206 if goes_on else 200, headers)
        handler.wfile.write(rest)

    return answer


def broken_off(content: bytes, after: int, *, tag: str = '"1"') -> Answer:
    """Promises everything and stops in the middle."""

    def answer(handler: Handler) -> None:
        headers = {"Content-Length": str(len(content))}
        handler.start(200, headers | ({"ETag": tag} if tag else {}))
        handler.wfile.write(content[:after])

    return answer


def unmeasured(content: bytes) -> Answer:
    """Sends everything without saying how much it is, as archives made on the fly are sent."""

    def answer(handler: Handler) -> None:
        handler.start(200, {"Transfer-Encoding": "chunked"})
        for at in range(0, len(content), 1000):
            chunk = content[at : at + 1000]
            handler.wfile.write(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n")
        handler.wfile.write(b"0\r\n\r\n")

    return answer


def stalled(content: bytes, after: int, seconds: float) -> Answer:
    """Sends a part and then nothing for a while."""

    def answer(handler: Handler) -> None:
        handler.start(200, {"Content-Length": str(len(content)), "ETag": '"1"'})
        handler.wfile.write(content[:after])
        handler.wfile.flush()
        time.sleep(seconds)

    return answer


def lying(content: bytes, said: int) -> Answer:
    """Says another length than what it sends."""

    def answer(handler: Handler) -> None:
        handler.start(200, {"Content-Length": str(said)})
        handler.wfile.write(content)

    return answer


def redirecting(to: str) -> Answer:
    """Sends on to another address."""

    def answer(handler: Handler) -> None:
        handler.start(302, {"Location": to, "Content-Length": "0"})

    return answer


def failing(status: int) -> Answer:
    """Says that it cannot."""

    def answer(handler: Handler) -> None:
        handler.start(status, {"Content-Length": "0"})

    return answer

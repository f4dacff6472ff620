"""A site on this machine, with pages that behave and pages that do not."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from crosscheck.fetching import Bounds

ARTICLE = (
    "<html><head><title>Fire at the harbour</title><meta property='og:site_name' content='Harbour Post'>"
    "<meta property='article:published_time' content='2025-03-04T10:00:00+00:00'></head><body><article>"
    "<h1>Fire at the harbour</h1>"
    + "<p>It killed 12 people on Monday, the harbour master said, and burned for hours on the eastern quay.</p>" * 3
    + "</article></body></html>"
)
OPEN = Bounds(ports=None, check=lambda address: None, seconds=3)


class Handler(BaseHTTPRequestHandler):
    """Answers by path."""

    def do_GET(self) -> None:
        server = self.server
        server.seen.append((self.path, self.headers))
        body, status, headers = server.pages.get(self.path, (b"gone", 404, {"Content-Type": "text/html"}))
        if body is None:
            self.slow()
            return
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value.replace("PORT", str(server.server_port)))
        self.end_headers()
        self.wfile.write(body)

    def slow(self) -> None:
        """A drop at a time, for ever."""
        try:
            self.wfile.write(b"HTTP/1.0 200 OK\r\n")
            for number in range(200):
                self.wfile.write(f"X-Drop-{number}: x\r\n".encode())
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, *_arguments: object) -> None:
        return


class Site(ThreadingHTTPServer):
    """Pages by path: (body, status, headers); a body of None drips."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        html = {"Content-Type": "text/html; charset=utf-8"}
        packed = gzip.compress(ARTICLE.encode())
        self.seen: list[tuple[str, object]] = []
        self.pages: dict[str, tuple[bytes | None, int, dict[str, str]]] = {
            "/fire.html": (ARTICLE.encode(), 200, html),
            "/packed": (packed, 200, {**html, "Content-Encoding": "gzip"}),
            "/cut": (packed[:-20], 200, {**html, "Content-Encoding": "gzip"}),
            "/bomb": (gzip.compress(b" " * 60_000_000), 200, {**html, "Content-Encoding": "gzip"}),
            "/large": (b"x" * 6_000_000, 200, html),
            "/plain": (b"Fire\n\nIt killed 12 people.\n", 200, {"Content-Type": "text/plain"}),
            "/picture": (b"GIF89a", 200, {"Content-Type": "image/gif"}),
            "/nothing": (b"<html><body></body></html>", 200, html),
            "/moved": (b"", 301, {"Location": "/fire.html"}),
            "/round": (b"", 302, {"Location": "/round"}),
            "/inwards": (b"", 302, {"Location": "http://127.0.0.2:PORT/fire.html"}),
            "/file": (b"", 302, {"Location": "file:///etc/passwd"}),
            "/slow": (None, 200, {}),
            "/short": (b"<p>abc", 200, {**html, "Content-Length": "600"}),
        }

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def site() -> Iterator[Site]:
    made = Site()
    threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield made
    finally:
        made.shutdown()
        made.server_close()

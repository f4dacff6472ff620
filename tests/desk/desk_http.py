"""Desks to test against, and a client that fills in their forms."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import uvicorn

from crosscheck.desk.app import create_app
from crosscheck.desk.core import Desk
from crosscheck.desk.limits import Limits
from crosscheck.fetching.web import Bounds
from crosscheck.store import events, findings, people, rerun
from crosscheck.store.migrate import open_database
from crosscheck.store.views import FindingRow

HERE = Path(__file__).parent
WORKER = [sys.executable, str(HERE / "fake_worker.py")]
PASSWORD = "correct horse battery"
NAMES = {"ana": "checker", "ben": "checker", "rea": "reader", "root": "admin"}
HERE_ONLY = Bounds(check=lambda address: None, ports=None)  # the tests' sites are on this machine


class Browser:
    """A client that fills in forms as a browser without scripts does."""

    def __init__(self, base: str) -> None:
        self.http = httpx.Client(base_url=base, timeout=60)

    def get(self, path: str, status: int = 200) -> str:
        answer = self.http.get(path, follow_redirects=True)
        assert answer.status_code == status, f"{path}: {answer.status_code} {answer.text[:500]}"
        return answer.text

    def token(self, page: str = "/account") -> str:
        found = re.search(r'name="form_token" value="([0-9a-f]+)"', self.http.get(page, follow_redirects=True).text)
        assert found, f"{page} has no form"
        return found[1]

    def post(
        self, where: str, /, status: int = 303, files: Any = None, page: str = "/account", **fields: Any
    ) -> httpx.Response:
        data = {"form_token": self.token(page), **fields}
        answer = self.http.post(where, data=data, files=files)
        assert answer.status_code == status, f"{where}: {answer.status_code} {answer.text[:800]}"
        return answer

    def log_in(self, name: str, password: str = PASSWORD, status: int = 303) -> httpx.Response:
        return self.post("/login", status=status, page="/login", name=name, password=password)


class Served:
    """A desk that runs in a thread of this process."""

    def __init__(self, url: str, **options: Any) -> None:
        self.database = open_database(url)
        limits = options.pop("limits", Limits())
        self.desk = Desk(self.database, limits=limits, command=options.pop("command", WORKER), **options)
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.base = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        config = uvicorn.Config(create_app(self.desk), log_level="error", lifespan="on", timeout_graceful_shutdown=1)
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [self.socket]}, daemon=True)
        self.thread.start()
        while not self.server.started:
            assert self.thread.is_alive(), "the desk did not start"
            time.sleep(0.01)

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(20)

    def browser(self, name: str | None = None) -> Browser:
        made = Browser(self.base)
        if name:
            made.log_in(name)
        return made

    def api(self, token: str | None = None) -> httpx.Client:
        headers = {"authorization": f"Bearer {token}"} if token else {}
        return httpx.Client(base_url=f"{self.base}/api/v1", headers=headers, timeout=60)

    def import_document(self, name: str, document: Any, readers: int = 1) -> int:
        with self.database.write() as session:
            event = events.create(session, None, name=name, readers=readers)
            rerun.take(session, None, event.id, document)
            return event.id

    def wait_checked(self, event: int, number: int = 1) -> None:
        for _ in range(400):
            with self.database.read() as session:
                if len(events.runs(session, event)) >= number:
                    return
            time.sleep(0.05)
        raise AssertionError("the check did not end")


@contextmanager
def served(url: str, **options: Any) -> Iterator[Served]:
    made = Served(url, **options)
    try:
        yield made
    finally:
        made.stop()


def add_people(url: str) -> None:
    database = open_database(url)
    hashed = people.hash_password(PASSWORD)
    with database.write() as session:
        for name, role in NAMES.items():
            people.add_account(session, None, name=name, role=role, password_hash=hashed)
    database.close()


class Command:
    """``crosscheck desk`` as a process of its own."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "crosscheck", "desk", "--port", "0", *arguments]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert self.process.stderr
        self.said: list[str] = []
        for line in self.process.stderr:
            self.said.append(line)
            if found := re.search(r"at (http://\S+?)/ ", line):
                self.base = found[1]
                break
        else:
            raise AssertionError("".join(self.said))
        threading.Thread(target=self._drain, daemon=True).start()
        for _ in range(600):
            try:
                if httpx.get(f"{self.base}/static/style.css").status_code == 200:
                    break
            except httpx.HTTPError:
                time.sleep(0.05)

    def _drain(self) -> None:
        for line in self.process.stderr or ():
            self.said.append(line)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)


class Site:
    """A site with pages by path; what it was asked for is noted down."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[str, bytes]] = {}
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                found = site.pages.get(self.path)
                self.send_response(200 if found else 404)
                self.send_header("content-type", found[0] if found else "text/plain")
                self.end_headers()
                self.wfile.write(found[1] if found else b"")

            def log_message(self, *_: object) -> None:
                """Nothing: tests need no log."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}"

    def put(self, path: str, text: str, media: str = "text/html") -> str:
        self.pages[path] = (media, text.encode())
        return self.base + path


def rows_of(desk: Served, event: int) -> list[FindingRow]:
    """The findings of an event that are there."""
    with desk.database.read() as session:
        return [row for row, _ in findings.of_event(session, event, gone=False)]


def states(desk: Served, event: int) -> dict[str, str]:
    """The state of each finding by its rule."""
    return {row.rule: row.state for row in rows_of(desk, event)}


def ids(desk: Served, event: int) -> dict[str, int]:
    """The number of each finding by its rule."""
    return {row.rule: row.id for row in rows_of(desk, event)}

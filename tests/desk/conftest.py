"""Desks for the tests: in this process with a worker that needs no language model, or as the real command."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher

from crosscheck.store import people

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "store")]
import desk_kit  # noqa: E402
from desk_http import Command, Served, Site, add_people, served  # noqa: E402
from walks import CHROMIUM, Watched  # noqa: E402


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2 at its least cost: what it costs a desk is its point, and the tests' time."""
    monkeypatch.setattr(people, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture(scope="session")
def cluster() -> Iterator[str | None]:
    with desk_kit.postgresql() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A new database of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'desk.db'}"
    template = request.getfixturevalue("cluster")
    if template is None:
        pytest.skip("PostgreSQL is not installed")
    return desk_kit.new_database(template)


@pytest.fixture
def sqlite(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'desk.db'}"


@pytest.fixture
def desk(url: str) -> Iterator[Served]:
    """A desk of the single local user."""
    with served(url) as made:
        yield made


@pytest.fixture
def office(url: str) -> Iterator[Served]:
    """A desk with accounts: ana and ben check, rea reads, root is an admin."""
    add_people(url)
    with served(url, users=True) as made:
        yield made


@pytest.fixture
def command() -> Iterator[Callable[..., Command]]:
    """Starts the real command; all are ended with the test."""
    started: list[Command] = []

    def start(*arguments: str) -> Command:
        started.append(Command(*arguments))
        return started[-1]

    yield start
    for one in started:
        one.kill()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """The browser of all walks; tests that want it skip where it is not installed."""
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def watch(chromium: Any) -> Iterator[Callable[..., Watched]]:
    """Opens pages that must not raise errors in the console."""
    made: list[Watched] = []

    def start(base: str, **options: Any) -> Watched:
        made.append(Watched(chromium, base, **options))
        return made[-1]

    yield start
    for one in made:
        one.context.close()
        killed = ("ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET")  # a desk that was ended
        expected = (*(f"status of {code}" for code in (400, 401, 403, 404, 409)), *killed)
        assert not [e for e in one.errors if not any(text in e for text in expected)]


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    threading.Thread(target=made.server.serve_forever, daemon=True).start()
    yield made
    made.server.shutdown()

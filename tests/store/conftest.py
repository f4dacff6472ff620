"""Databases for the tests: an SQLite file, and a real PostgreSQL where it is installed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import desk_kit
import pytest

from crosscheck.store.database import Database
from crosscheck.store.migrate import open_database
from crosscheck.store.people import add_account
from crosscheck.store.views import Actor


@pytest.fixture(scope="session")
def cluster() -> Iterator[str | None]:
    with desk_kit.postgresql() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'desk.db'}"
    template = request.getfixturevalue("cluster")
    if template is None:
        pytest.skip("PostgreSQL is not installed")
    return desk_kit.new_database(template)


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    opened = open_database(url)
    yield opened
    opened.close()


@pytest.fixture
def people(database: Database) -> dict[str, Actor]:
    """Three accounts that nobody can log in to: ana and ben check, root is an admin."""
    with database.write() as session:
        made = [
            add_account(session, None, name=name, role=role, password_hash="")
            for name, role in (("ana", "checker"), ("ben", "checker"), ("root", "admin"))
        ]
    return {account.name: Actor(id=account.id, name=account.name, role=account.role) for account in made}

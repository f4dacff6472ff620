"""Opens the database: SQLite as one file that survives a killed process, or PostgreSQL by URL.

Writers stand in one line in both: SQLite by ``BEGIN IMMEDIATE``, PostgreSQL by locking the chain's row. So the audit
log has no gaps, and two desks on one database neither lose nor double a judgement.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from crosscheck.errors import CrosscheckError
from crosscheck.store.tables import Chain

BUSY_MILLISECONDS = 15_000  # how long a writer waits for another: many times the longest write, a re-run of an event


class DatabaseError(CrosscheckError):
    """The database cannot be used; the message says why in one line."""


def now() -> str:
    """The time in UTC, ISO 8601 with microseconds."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


class Database:
    """An engine with one way to read and one way to write.

    ``url`` is an SQLAlchemy URL or the path of an SQLite file. Raises :class:`DatabaseError` where neither fits.
    """

    def __init__(self, url: str) -> None:
        self.url = url if "://" in url else f"sqlite:///{Path(url).expanduser().absolute()}"
        try:
            name = make_url(self.url).get_backend_name()
        except ArgumentError as error:
            raise DatabaseError(f"{url}: not a database URL") from error
        if name not in {"sqlite", "postgresql"}:
            raise DatabaseError(f"{name}: only sqlite and postgresql are supported")
        self.is_sqlite = name == "sqlite"
        self.engine = self._sqlite() if self.is_sqlite else self._postgresql()
        # threads of one process wait here, in turn; SQLite's own waiting sleeps longer and longer, and is not in turn
        self._line = threading.Lock()
        self._writer = self.engine.execution_options(crosscheck_write=True)

    def _sqlite(self) -> Engine:
        engine = create_engine(self.url, connect_args={"timeout": BUSY_MILLISECONDS / 1000}, pool_size=20)

        @event.listens_for(engine, "connect")
        def connect(raw: Any, _record: Any) -> None:
            raw.isolation_level = None  # we say BEGIN ourselves
            cursor = raw.cursor()
            for pragma in (
                f"busy_timeout={BUSY_MILLISECONDS}",
                "journal_mode=WAL",
                "synchronous=FULL",  # an acknowledged judgement is on the disk, not only in the WAL's page cache
                "foreign_keys=ON",
            ):
                cursor.execute(f"PRAGMA {pragma}")
            cursor.close()

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            write = connection.get_execution_options().get("crosscheck_write")
            connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

        return engine

    def _postgresql(self) -> Engine:
        url = make_url(self.url)
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        try:
            return create_engine(url, pool_size=20, pool_pre_ping=True)
        except ModuleNotFoundError as error:
            raise DatabaseError("PostgreSQL needs psycopg: pip install 'crosscheck[postgresql]'") from error

    @property
    def shown(self) -> str:
        """Where decisions are kept, for people: the file, or the URL without its password."""
        url = make_url(self.url)
        return str(url.database) if self.is_sqlite else url.render_as_string(hide_password=True)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session on one consistent view, for reading."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session that holds the writers' lock from its start and commits at its end, or does nothing at all."""
        with self._line, Session(self._writer, expire_on_commit=False) as session, session.begin():
            if not self.is_sqlite:
                session.execute(select(Chain.seq).with_for_update())
            yield session

    def problems(self) -> list[str]:
        """What the database's own integrity check says; empty when all is well."""
        if not self.is_sqlite:
            return []
        with self.engine.connect() as connection:
            rows = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check"))]
            broken = [str(tuple(row)) for row in connection.execute(text("PRAGMA foreign_key_check"))]
        return [row for row in rows if row != "ok"] + broken

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()

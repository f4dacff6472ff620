"""Brings a database to the newest shape, with the Alembic scripts that lie in this package."""

from __future__ import annotations

import secrets
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from crosscheck.store.database import Database, DatabaseError
from crosscheck.store.tables import Chain, Meta

GENESIS = "0" * 64  # what the first audit entry is chained to
_LOCK = 7_275_309  # PostgreSQL advisory lock: two desks that start at once migrate one after the other


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config


def open_database(url: str) -> Database:
    """Open, create if need be, and migrate. Raises :class:`DatabaseError` with a plain reason."""
    database = Database(url)
    try:
        migrate(database)
    except OperationalError as error:
        database.close()
        raise DatabaseError(f"cannot open the database: {str(error.orig).splitlines()[0]}") from error
    return database


def migrate(database: Database) -> None:
    """Run what is missing, in one transaction; a database of a later version is refused."""
    config = _config()
    script = ScriptDirectory.from_config(config)
    head = script.get_current_head()
    with database.engine.execution_options(crosscheck_write=True).begin() as connection:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        current = MigrationContext.configure(connection).get_current_revision()
        if current == head:
            return
        if current is not None and current not in {s.revision for s in script.walk_revisions()}:
            raise DatabaseError(f"this database was written by a later version of crosscheck (revision {current})")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if current is None:
            connection.execute(Chain.__table__.insert().values(id=1, seq=0, hash=GENESIS))  # type: ignore[attr-defined]
            row = {"key": "secret", "value": secrets.token_hex(32)}
            connection.execute(Meta.__table__.insert().values(**row))  # type: ignore[attr-defined]

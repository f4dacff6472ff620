"""Alembic's entry: runs on the connection, and in the transaction, that crosscheck.store.migrate hands over."""

from alembic import context

from crosscheck.store import tables_files, tables_own  # noqa: F401
from crosscheck.store.tables import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
context.run_migrations()

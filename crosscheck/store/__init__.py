"""What the desk keeps: documents, findings, judgements, notes, people and the audit log.

SQLAlchemy over SQLite (one file) or PostgreSQL; Alembic moves older files on. Nothing here knows about pages or HTTP.
Rows go in and out as the frozen structs of :mod:`crosscheck.store.views`; only this package sees the tables.
"""

from crosscheck.store.database import Database

__all__ = ["Database"]
